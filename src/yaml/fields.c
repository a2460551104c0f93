/* SPDX-License-Identifier: EUPL-1.2 */
#include "yaml/fields.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/i18n.h"

#define ID_MAX 100

/* The layout of every { T *list; size_t count; }. */
struct any_list {
	void *list;
	size_t count;
};

static const char *const type_names[] = {
	[FIELD_TEXT] = DIAG_WORD("text"),
	[FIELD_ID] = DIAG_WORD("an id"),
	[FIELD_TEXTS] = DIAG_WORD("a list of texts"),
	[FIELD_NUMBER] = DIAG_WORD("a number"),
	[FIELD_DATE] = DIAG_WORD("a date"),
	[FIELD_DURATION] = DIAG_WORD("a length of time"),
	[FIELD_WORD] = DIAG_WORD("one of the allowed words"),
	[FIELD_WORDS] = DIAG_WORD("a list of the allowed words"),
	[FIELD_MAP] = DIAG_WORD("a map of keys"),
	[FIELD_LIST] = DIAG_WORD("a list of maps"),
	[FIELD_LABELLED] = DIAG_WORD("a map of labels"),
	[FIELD_BOTH] = DIAG_WORD("{sv: …, en: …}"),
	[FIELD_NODE] = DIAG_WORD("a list"),
	[FIELD_PLACE] = "",
};

static const char *const flag_names[] = { "false", "true" };
const struct words flag_words = { flag_names, 2 };

static bool wrong_type(const struct fields_reader *r, const struct field *f,
		       const struct node *n)
{
	diag_add(r->diags, DIAG_WRONG_TYPE, n->at,
		 ARGS(n->key.len ? n->key : str_of(f->key),
		      str_of(type_names[f->type])));
	return false;
}

static struct text text_of(const struct node *n)
{
	return (struct text){ n->text, n->at };
}

static bool is_id(struct str s)
{
	if (!s.len || s.len > ID_MAX)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		/* Letters beyond ASCII are welcome: ärende-1. */
		if (c >= 0x80 || (c >= '0' && c <= '9') ||
		    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    c == '.' || c == '-' || c == '_')
			continue;
		return false;
	}
	return true;
}

static bool read_text(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	if (n->kind != NODE_SCALAR)
		return wrong_type(r, f, n);
	if (f->type == FIELD_ID && !is_id(n->text)) {
		diag_add(r->diags, DIAG_BAD_ID, n->at, ARGS(n->text));
		return false;
	}
	*(struct text *)out = text_of(n);
	return true;
}

static bool read_texts(const struct fields_reader *r, const struct field *f,
		       const struct node *n, void *out)
{
	struct texts *t = out;

	if (n->kind == NODE_SCALAR) {
		t->list = arena_new(r->arena, struct text);
		t->list[0] = text_of(n);
		t->count = 1;
		return true;
	}
	if (n->kind != NODE_LIST)
		return wrong_type(r, f, n);
	t->list = arena_array(r->arena, struct text, n->count);
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind != NODE_SCALAR)
			return wrong_type(r, f, c);
		t->list[t->count++] = text_of(c);
	}
	return true;
}

static bool read_number(const struct fields_reader *r, const struct field *f,
			const struct node *n, void *out)
{
	uint32_t value = 0;
	bool ok = n->kind == NODE_SCALAR && n->text.len && n->text.len <= 9;
	char least[2] = { (char)('0' + f->least % 10), '\0' };

	for (size_t i = 0; ok && i < n->text.len; i++) {
		ok = n->text.ptr[i] >= '0' && n->text.ptr[i] <= '9';
		value = value * 10 + (uint32_t)(n->text.ptr[i] - '0');
	}
	if (!ok || value < f->least) {
		diag_add(r->diags, DIAG_BAD_NUMBER, n->at,
			 ARGS(n->text, str_of(least)));
		return false;
	}
	*(uint32_t *)out = value;
	return true;
}

static bool read_date(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	if (n->kind != NODE_SCALAR)
		return wrong_type(r, f, n);
	if (date_parse(n->text, out))
		return true;
	diag_add(r->diags, DIAG_BAD_DATE, n->at, ARGS(n->text));
	return false;
}

static bool read_duration(const struct fields_reader *r, const struct field *f,
			  const struct node *n, void *out)
{
	if (n->kind != NODE_SCALAR)
		return wrong_type(r, f, n);
	if (duration_parse(n->text, out))
		return true;
	diag_add(r->diags, DIAG_BAD_DURATION, n->at, ARGS(n->text));
	return false;
}

void fields_unknown_word(struct diags *d, struct text name, struct words known)
{
	struct str_near near;
	struct buf b = { 0 };

	str_near_start(&near, name.str);
	for (size_t i = 0; i < known.count; i++) {
		if (!known.list[i])
			continue;
		str_near_try(&near, str_of(known.list[i]));
		if (b.len)
			buf_puts(&b, ", ");
		buf_puts(&b, known.list[i]);
	}
	diag_add(d, near.best.len ? DIAG_UNKNOWN_WORD_NEAR : DIAG_UNKNOWN_WORD,
		 name.at, ARGS(name.str, buf_str(&b), near.best));
	buf_release(&b);
}

static bool find_word(const struct fields_reader *r, const struct field *f,
		      const struct node *n, uint32_t *ret_value)
{
	size_t value;

	if (n->kind != NODE_SCALAR)
		return wrong_type(r, f, n);
	value = words_find(*f->words, n->text);
	if (value == f->words->count) {
		fields_unknown_word(r->diags, text_of(n), *f->words);
		return false;
	}
	*ret_value = (uint32_t)value;
	return true;
}

static bool read_word(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	uint32_t value = 0;

	if (!find_word(r, f, n, &value))
		return false;
	*(unsigned *)out = value;
	return true;
}

static bool read_words(const struct fields_reader *r, const struct field *f,
		       const struct node *n, void *out)
{
	uint32_t *bits = out, value = 0;

	if (n->kind != NODE_LIST)
		return wrong_type(r, f, n);
	for (const struct node *c = n->first; c; c = c->next) {
		if (!find_word(r, f, c, &value))
			return false;
		*bits |= 1U << value;
	}
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the tree */
static bool read_map(const struct fields_reader *r, const struct field *f,
		     const struct node *n, void *out)
{
	if (n->kind != NODE_MAP)
		return wrong_type(r, f, n);
	return fields_read(r, n, f->set, out);
}

static char *make_list(const struct fields_reader *r, const struct field *f,
		       const struct node *n, void *out)
{
	struct any_list list = { 0 };

	list.list = arena_alloc(r->arena, n->count, f->set->size,
				_Alignof(max_align_t));
	list.count = n->count;
	memcpy(out, &list, sizeof(list));
	return list.list;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the tree */
static bool read_list(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	char *item;
	bool ok = true;

	if (n->kind != NODE_LIST)
		return wrong_type(r, f, n);
	item = make_list(r, f, n, out);
	for (const struct node *c = n->first; c; c = c->next) {
		ok = read_map(r, f, c, item) && ok;
		item += f->set->size;
	}
	return ok;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the tree */
static bool read_labelled(const struct fields_reader *r, const struct field *f,
			  const struct node *n, void *out)
{
	char *item;
	bool ok = true;

	if (n->kind != NODE_MAP)
		return wrong_type(r, f, n);
	item = make_list(r, f, n, out);
	for (const struct node *c = n->first; c; c = c->next) {
		struct text label = { c->key, c->key_at };

		if (!is_id(c->key)) {
			diag_add(r->diags, DIAG_BAD_ID, c->key_at, ARGS(c->key));
			ok = false;
		}
		memcpy(item, &label, sizeof(label));
		ok = read_map(r, f, c, item) && ok;
		item += f->set->size;
	}
	return ok;
}

static bool read_both(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	static const struct field list[LANGS] = {
		{ .key = "sv", .type = FIELD_TEXT, .flags = FIELD_REQUIRED },
		{ .key = "en", .type = FIELD_TEXT, .offset = sizeof(struct text) },
	};
	static const struct fields set = { DIAG_WORD("a text in two languages"),
					   list, LANGS, 0 };

	(void)f;
	if (n->kind != NODE_MAP)
		return wrong_type(r, f, n);
	return fields_read(r, n, &set, out);
}

static bool read_node(const struct fields_reader *r, const struct field *f,
		      const struct node *n, void *out)
{
	(void)r;
	(void)f;
	*(const struct node **)out = n;
	return true;
}

static bool (*const readers[])(const struct fields_reader *, const struct field *,
			       const struct node *, void *) = {
	[FIELD_TEXT] = read_text,         [FIELD_ID] = read_text,
	[FIELD_TEXTS] = read_texts,       [FIELD_NUMBER] = read_number,
	[FIELD_DATE] = read_date,         [FIELD_DURATION] = read_duration,
	[FIELD_WORD] = read_word,         [FIELD_WORDS] = read_words,
	[FIELD_MAP] = read_map,           [FIELD_LIST] = read_list,
	[FIELD_LABELLED] = read_labelled, [FIELD_BOTH] = read_both,
	[FIELD_NODE] = read_node,
};

static bool is_null(const struct node *n)
{
	return n->kind == NODE_SCALAR && !n->quoted &&
	       (str_eq(n->text, STR("null")) || str_eq(n->text, STR("~")) ||
		!n->text.len);
}

static const struct field *find_field(const struct fields *set, struct str key)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->list[i].key && str_eq(str_of(set->list[i].key), key))
			return &set->list[i];
	return NULL;
}

static void unknown_key(const struct fields_reader *r, const struct node *n,
			const struct fields *set)
{
	struct str_near near;

	str_near_start(&near, n->key);
	for (size_t i = 0; i < set->count; i++)
		if (set->list[i].key)
			str_near_try(&near, str_of(set->list[i].key));
	diag_add(r->diags,
		 near.best.len ? DIAG_UNKNOWN_KEY_NEAR : DIAG_UNKNOWN_KEY,
		 n->key_at, ARGS(n->key, str_of(set->name), near.best));
}

static bool check_missing(const struct fields_reader *r, const struct node *n,
			  const struct fields *set)
{
	bool ok = true;

	for (size_t i = 0; i < set->count; i++) {
		const struct field *f = &set->list[i];

		if (!(f->flags & FIELD_REQUIRED) || node_get(n, str_of(f->key)))
			continue;
		diag_add(r->diags, DIAG_MISSING_KEY, n->at,
			 ARGS(str_of(f->key), str_of(set->name)));
		ok = false;
	}
	return ok;
}

static void note_place(const struct node *n, const struct fields *set, char *out)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->list[i].type == FIELD_PLACE)
			*(struct place *)(void *)(out + set->list[i].offset) =
				n->key.len ? n->key_at : n->at;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the tree */
bool fields_read(const struct fields_reader *r, const struct node *n,
		 const struct fields *set, void *out)
{
	bool ok = true;

	if (n->kind != NODE_MAP) {
		diag_add(r->diags, DIAG_WRONG_TYPE, n->at,
			 ARGS(str_of(set->name), str_of(type_names[FIELD_MAP])));
		return false;
	}
	note_place(n, set, out);
	for (const struct node *c = n->first; c; c = c->next) {
		const struct field *f = find_field(set, c->key);

		if (!f) {
			unknown_key(r, c, set);
			ok = false;
		} else if (!(f->flags & FIELD_NULL) || !is_null(c)) {
			ok = readers[f->type](r, f, c, (char *)out + f->offset) &&
			     ok;
		}
	}
	return check_missing(r, n, set) && ok;
}
