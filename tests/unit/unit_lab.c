/* SPDX-License-Identifier: EUPL-1.2 */
#include "unit_lab.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "assess/assess.h"
#include "base/file.h"
#include "intake/intake.h"
#include "read/read.h"
#include "rules/rules.h"
#include "rules/vocab.h"
#include "yaml/node.h"

void lab_open(struct lab *l, const char *vocab_folder)
{
	*l = (struct lab){ 0 };
	l->diags.arena = &l->arena;
	l->store.arena = &l->arena;
	l->matcher = matcher_new();
	l->vocab = vocab_load(&l->arena, &l->diags, &l->store, &vocab_folder, 1);
	ck_assert_ptr_nonnull(l->vocab);
	ck_assert_msg(!l->diags.errors, "%s:\n%.*s", vocab_folder,
		      STR_ARG(lab_messages(l)));
}

void lab_close(struct lab *l)
{
	matcher_free(l->matcher);
	arena_free(&l->arena);
}

static const struct node *read_yaml(struct lab *l, const char *yaml)
{
	const struct node *n = node_read(&l->arena, &l->diags, STR("f"),
					 str_of(yaml));

	ck_assert_msg(n != NULL, "%s\n%.*s", yaml, STR_ARG(lab_messages(l)));
	return n;
}

struct rule *lab_rule(struct lab *l, const char *yaml)
{
	struct fields_reader reader = { &l->arena, &l->diags };
	struct rule *rule = arena_new(&l->arena, struct rule);
	bool ok = fields_read(&reader, read_yaml(l, yaml), &rule_set, rule);

	ok = ok && rule_freeze(&l->arena, &l->diags, l->vocab, rule);
	ck_assert_msg(ok, "%s\n%.*s", yaml, STR_ARG(lab_messages(l)));
	return rule;
}

const struct inventory *lab_inventory(struct lab *l, const char *yaml)
{
	struct date as_of = { 0 };
	struct intake in = { &l->arena, &l->diags, as_of, NULL };
	const struct inventory *v;

	if (!strstr(yaml, "as_of:"))
		ck_assert(date_parse(STR("2026-03-01"), &in.as_of));
	v = inventory_from_node(&in, read_yaml(l, yaml), str_of(yaml));
	ck_assert_msg(v != NULL, "%s\n%.*s", yaml, STR_ARG(lab_messages(l)));
	return v;
}

const struct matches *lab_match(struct lab *l, const char *yaml)
{
	struct matches *m = arena_new(&l->arena, struct matches);

	match_inventory(&l->arena, l->vocab, l->matcher, lab_inventory(l, yaml),
			m);
	return m;
}

const struct assessment *lab_assess(struct lab *l, const char *rule_yaml,
				    const char *given_yaml)
{
	struct ruleset *set = arena_new(&l->arena, struct ruleset);

	set->list = lab_rule(l, rule_yaml);
	set->count = 1;
	set->vocab = l->vocab;
	return assess(&l->arena, set, lab_match(l, given_yaml));
}

struct reading lab_read(struct lab *l, const char *text)
{
	struct reading r;

	read_text(&l->arena, l->vocab, l->matcher, str_of(text), &r);
	return r;
}

static void put_result(struct buf *b, const struct result *r)
{
	if (r->is_rollup)
		buf_puts(b, "*:");
	else if (r->subject.len)
		buf_putf(b, "%.*s:", STR_ARG(r->subject));
	buf_puts(b, verdict_name(r->verdict));
	for (size_t i = 0; i < r->count; i++) {
		const struct part_result *p = &r->parts[i];

		buf_putf(b, " %.*s=%s", STR_ARG(p->label),
			 verdict_name(p->verdict));
		if (p->reason != REASON_NONE)
			buf_putf(b, "/%s", reason_code(p->reason));
	}
}

struct str lab_verdicts(struct lab *l, const struct assessment *a)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < a->count; i++) {
		if (i)
			buf_puts(&b, "; ");
		put_result(&b, &a->results[i]);
	}
	ret = buf_take(&b, &l->arena);
	buf_release(&b);
	return ret;
}

const struct assessment *lab_assess_row(struct lab *l, const char *rule_head,
					const struct lab_row *r)
{
	struct buf b = { 0 };
	const struct assessment *a;

	buf_puts(&b, rule_head);
	buf_puts(&b, r->rule);
	buf_putc(&b, '\0');
	a = lab_assess(l, b.ptr, r->given);
	buf_release(&b);
	return a;
}

void lab_assert_row(struct lab *l, const char *rule_head, const struct lab_row *r)
{
	ASSERT_STR(r->name, lab_verdicts(l, lab_assess_row(l, rule_head, r)),
		   str_of(r->want));
}

struct str lab_messages(struct lab *l)
{
	struct buf b = { 0 };
	struct diag_style style = { .lang = LANG_EN };
	struct str ret;

	diag_sort(&l->diags);
	diag_render(&l->diags, style, &b);
	ret = buf_take(&b, &l->arena);
	buf_release(&b);
	return ret;
}

void lab_put(const char *path, const char *text)
{
	char folder[PATH_MAX];
	FILE *f;

	for (const char *p = path; (p = strchr(p, '/')); p++) {
		snprintf(folder, sizeof(folder), "%.*s", (int)(p - path), path);
		mkdir(folder, 0777);
	}
	f = fopen(path, "wb");
	ck_assert_msg(f != NULL, "%s", path);
	ck_assert_int_ge(fputs(text, f), 0);
	ck_assert_int_eq(fclose(f), 0);
}

static char work_folder[] = "/tmp/liskoll-unit-XXXXXX";
static char home[PATH_MAX];

void folder_enter(void)
{
	memcpy(work_folder + sizeof(work_folder) - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(getcwd(home, sizeof(home)));
	ck_assert_ptr_nonnull(mkdtemp(work_folder));
	ck_assert_int_eq(chdir(work_folder), 0);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the test made it */
static void remove_all(struct arena *a, const char *path)
{
	size_t count = 0;
	const struct str *names = file_list(a, path, &count);

	for (size_t i = 0; names && i < count; i++) {
		const char *child = file_join(a, path, names[i]);

		if (file_is_folder(child))
			remove_all(a, child);
		remove(child);
	}
}

void folder_leave(void)
{
	struct arena a = { 0 };

	remove_all(&a, ".");
	arena_free(&a);
	ck_assert_int_eq(chdir(home), 0);
	ck_assert_int_eq(rmdir(work_folder), 0);
}
