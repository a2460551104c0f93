/* SPDX-License-Identifier: EUPL-1.2 */
#include "diag/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#define FLOOD_LIMIT 100

static const struct {
	const char *id;
	const char *what;
	const char *fix;
	enum level level;
} kinds[DIAG_KINDS] = {
#define D(name, id, level, what, fix) \
	[DIAG_##name] = { id, what, fix, LEVEL_##level },
#include "diag/diag_kinds.def"
#undef D
};

static const struct {
	const char *name;
	const char *color;
} levels[] = {
	[LEVEL_WARNING] = { "warning", "\033[33m" },
	[LEVEL_ERROR] = { "error", "\033[31m" },
};

const char *diag_id(enum diag_kind kind)
{
	return kinds[kind].id;
}

enum level diag_level(enum diag_kind kind)
{
	return kinds[kind].level;
}

const char *diag_what(enum diag_kind kind)
{
	return kinds[kind].what;
}

const char *diag_fix(enum diag_kind kind)
{
	return kinds[kind].fix;
}

static void push(struct diags *d, struct diag m)
{
	if (d->count == d->room) {
		size_t room = d->room ? 2 * d->room : 16;
		struct diag *list = arena_array(d->arena, struct diag, room);

		if (d->count)
			memcpy(list, d->list, d->count * sizeof(*list));
		d->list = list;
		d->room = room;
	}
	d->list[d->count++] = m;
	if (kinds[m.kind].level == LEVEL_ERROR)
		d->errors++;
}

static struct str keep(struct diags *d, struct str s)
{
	return (struct str){ arena_copy(d->arena, s.ptr, s.len), s.len };
}

void diag_add(struct diags *d, enum diag_kind kind, struct place at,
	      struct diag_args args)
{
	struct diag m = { .kind = kind, .at = at };

	for (size_t i = 0; i < DIAG_ARGS; i++)
		m.args[i] = keep(d, args.list[i]);
	push(d, m);
}

void diag_source(struct diags *d, struct str file, struct str text)
{
	struct source *s = arena_new(d->arena, struct source);

	*s = (struct source){ file, text, d->sources };
	d->sources = s;
}

void diag_join(struct diags *d, const struct diags *from)
{
	for (size_t i = 0; i < from->count; i++) {
		struct diag m = from->list[i];

		m.at.file = keep(d, m.at.file);
		for (size_t k = 0; k < DIAG_ARGS; k++)
			m.args[k] = keep(d, m.args[k]);
		push(d, m);
	}
	for (const struct source *s = from->sources; s; s = s->next)
		diag_source(d, keep(d, s->file), keep(d, s->text));
}

static int by_place(const void *a, const void *b)
{
	const struct diag *x = a, *y = b;
	int c = str_cmp(x->at.file, y->at.file);

	if (!c)
		c = (x->at.line > y->at.line) - (x->at.line < y->at.line);
	if (!c)
		c = (x->at.col > y->at.col) - (x->at.col < y->at.col);
	if (!c)
		c = (x->kind > y->kind) - (x->kind < y->kind);
	for (size_t i = 0; !c && i < DIAG_ARGS; i++)
		c = str_cmp(x->args[i], y->args[i]);
	return c;
}

void diag_sort(struct diags *d)
{
	size_t kept = 0;

	if (!d->count)
		return;
	qsort(d->list, d->count, sizeof(*d->list), by_place);
	for (size_t i = 0; i < d->count; i++)
		if (!i || by_place(&d->list[kept - 1], &d->list[i]) != 0)
			d->list[kept++] = d->list[i];
	d->count = kept;
	d->errors = 0;
	for (size_t i = 0; i < kept; i++)
		d->errors += kinds[d->list[i].kind].level == LEVEL_ERROR;
}

/* The line of a source, without its end; empty where it is not known. */
static struct str source_line(const struct diags *d, struct place at)
{
	struct str rest = { 0 }, line = { 0 };
	uint32_t n = 0;

	for (const struct source *s = d->sources; s; s = s->next)
		if (str_eq(s->file, at.file))
			rest = s->text;
	while (n < at.line && str_cut(&rest, '\n', &line))
		n++;
	if (str_ends(line, STR("\r")))
		line.len--;
	return n == at.line ? line : (struct str){ 0 };
}

static void put_source(const struct diags *d, struct place at, struct buf *out)
{
	struct str line = source_line(d, at);
	size_t head = 0, cols = 0;
	struct str clean, before;

	if (!line.len || line.len > 200 || utf8_check(line) != line.len)
		return;
	while (head < line.len && cols + 1 < at.col) {
		head += utf8_sequence(
			(struct str){ line.ptr + head, line.len - head });
		cols++;
	}
	clean = utf8_clean(d->arena, line);
	before = utf8_clean(d->arena, str_slice(line, 0, head));
	buf_putf(out, "%6u | ", at.line);
	buf_put(out, clean);
	buf_puts(out, "\n       | ");
	buf_pad(out, ' ', utf8_width(before));
	buf_puts(out, "^\n");
}

static void put_template(const struct diags *d, const struct diag *m,
			 const char *tmpl, enum lang lang, struct buf *out)
{
	struct str args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++) {
		struct str arg = m->args[i];

		if (arg.len && arg.ptr[0] == '\x01')
			arg = str_of(i18n(lang, arg.ptr + 1));
		args[i] = utf8_clean(d->arena, arg);
	}
	buf_put_template(out, tmpl, args, DIAG_ARGS);
}

static void put_diag(const struct diags *d, const struct diag *m,
		     struct diag_style style, struct buf *out)
{
	enum level level = kinds[m->kind].level;

	if (m->at.file.len)
		buf_put(out, utf8_clean(d->arena, m->at.file));
	if (m->at.line)
		buf_putf(out, ":%u:%u", m->at.line, m->at.col);
	if (m->at.file.len)
		buf_puts(out, ": ");
	buf_putf(out, "%s%s[%s]%s: ", style.color ? levels[level].color : "",
		 levels[level].name, kinds[m->kind].id,
		 style.color ? "\033[0m" : "");
	put_template(d, m, i18n(style.lang, kinds[m->kind].what), style.lang,
		     out);
	buf_puts(out, "; ");
	put_template(d, m, i18n(style.lang, kinds[m->kind].fix), style.lang, out);
	buf_putc(out, '\n');
	if (style.source && m->at.line)
		put_source(d, m->at, out);
}

static void put_flood(const struct diags *d, const struct diag *last,
		      size_t hidden, struct diag_style style, struct buf *out)
{
	char number[32];
	struct diag m = { .kind = DIAG_FLOOD };
	int n = snprintf(number, sizeof(number), "%zu", hidden);

	m.args[0] = (struct str){ number, (size_t)n };
	m.args[1] = last->at.file;
	if (!m.args[1].len)
		m.args[1] = str_of(DIAG_WORD("the paths given"));
	put_diag(d, &m, style, out);
}

void diag_render(const struct diags *d, struct diag_style style, struct buf *out)
{
	size_t shown[DIAG_KINDS] = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		const struct diag *m = &d->list[i];
		bool last = i + 1 == d->count ||
			    !str_eq(d->list[i + 1].at.file, m->at.file);

		if (shown[m->kind]++ < FLOOD_LIMIT)
			put_diag(d, m, style, out);
		for (size_t k = 0; last && k < DIAG_KINDS; k++) {
			if (shown[k] > FLOOD_LIMIT)
				put_flood(d, m, shown[k] - FLOOD_LIMIT, style,
					  out);
			shown[k] = 0;
		}
	}
}
