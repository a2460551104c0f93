/* SPDX-License-Identifier: EUPL-1.2 */
#include "saved/members.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "model/rule.h"

/* The layout of every { T *list; size_t count; }. */
struct any_list {
	void *list;
	size_t count;
};

static bool wrong_value(const struct members_reader *r, const struct value *v,
			const char *key)
{
	diag_add(r->diags, DIAG_SAVED_VALUE, v->at, ARGS(str_of(key)));
	return false;
}

static bool read_str(const struct members_reader *r, const struct member *m,
		     const struct value *v, void *out)
{
	if (v->kind != VALUE_STRING)
		return wrong_value(r, v, m->key);
	*(struct str *)out = v->text;
	return true;
}

static bool read_text(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	struct text *text = out;

	text->at = v->at;
	return read_str(r, m, v, &text->str);
}

static bool read_texts(const struct members_reader *r, const struct member *m,
		       const struct value *v, void *out)
{
	struct texts *texts = out;

	if (v->kind != VALUE_LIST)
		return wrong_value(r, v, m->key);
	texts->list = arena_array(r->arena, struct text, v->count);
	for (const struct value *i = v->first; i; i = i->next)
		if (!read_text(r, m, i, &texts->list[texts->count++]))
			return false;
	return true;
}

static bool read_integer(const struct members_reader *r, const struct member *m,
			 const struct value *v, int64_t *ret_integer)
{
	if (v->kind != VALUE_INTEGER || v->integer < 0 || v->integer > UINT32_MAX)
		return wrong_value(r, v, m->key);
	*ret_integer = v->integer;
	return true;
}

static bool read_count(const struct members_reader *r, const struct member *m,
		       const struct value *v, void *out)
{
	int64_t n = 0;
	bool ok = read_integer(r, m, v, &n);

	*(size_t *)out = (size_t)n;
	return ok;
}

static bool read_number(const struct members_reader *r, const struct member *m,
			const struct value *v, void *out)
{
	int64_t n = 0;
	bool ok = read_integer(r, m, v, &n);

	*(uint32_t *)out = (uint32_t)n;
	return ok;
}

static bool read_bool(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	if (v->kind != VALUE_TRUE && v->kind != VALUE_FALSE)
		return wrong_value(r, v, m->key);
	*(bool *)out = v->kind == VALUE_TRUE;
	return true;
}

static bool read_word(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	size_t word = m->words->count;

	if (v->kind == VALUE_STRING)
		word = words_find(*m->words, v->text);
	if (word == m->words->count)
		return wrong_value(r, v, m->key);
	*(unsigned *)out = (unsigned)word;
	return true;
}

static const char *const lang_keys[LANGS] = { [LANG_SV] = "sv", [LANG_EN] = "en" };

/* A sentence in both languages, of which either may be null. */
static bool read_langs(const struct members_reader *r, const struct member *m,
		       const struct value *v, void *out)
{
	struct str *langs = out;

	if (v->kind != VALUE_OBJECT)
		return wrong_value(r, v, m->key);
	for (int i = 0; i < LANGS; i++) {
		const struct value *one = value_get(v, str_of(lang_keys[i]));

		if (one && one->kind != VALUE_NULL &&
		    !read_str(r, m, one, &langs[i]))
			return false;
	}
	return true;
}

static bool read_both(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	struct both *both = out;
	struct str langs[LANGS] = { { 0 } };
	bool ok = read_langs(r, m, v, langs);

	for (int i = 0; i < LANGS; i++)
		both->lang[i] = (struct text){ langs[i], v->at };
	return ok;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the tables */
static bool read_object(const struct members_reader *r, const struct member *m,
			const struct value *v, void *out)
{
	if (v->kind != VALUE_OBJECT)
		return wrong_value(r, v, m->key);
	return members_read(r, v, m->set, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the tables */
static bool read_pointer(const struct members_reader *r, const struct member *m,
			 const struct value *v, void *out)
{
	void *own = arena_alloc(r->arena, 1, m->set->size, _Alignof(max_align_t));

	*(const void **)out = own;
	return read_object(r, m, v, own);
}

static bool read_date(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	if (v->kind != VALUE_STRING || !date_parse(v->text, out))
		return wrong_value(r, v, m->key);
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the tables */
static bool read_list(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	struct any_list list = { 0 };
	char *item;
	bool ok = true;

	if (v->kind != VALUE_LIST)
		return wrong_value(r, v, m->key);
	list.list = arena_alloc(r->arena, v->count, m->set->size,
				_Alignof(max_align_t));
	list.count = v->count;
	memcpy(out, &list, sizeof(list));
	item = list.list;
	for (const struct value *i = v->first; i; i = i->next) {
		ok = read_object(r, m, i, item) && ok;
		item += m->set->size;
	}
	return ok;
}

static bool read_code(const struct members_reader *r, const struct member *m,
		      const struct value *v, void *out)
{
	if (v->kind != VALUE_STRING || !m->take(v->text, out))
		return wrong_value(r, v, m->key);
	return true;
}

static bool read_given(const struct members_reader *r, const struct member *m,
		       const struct value *v, void *out)
{
	(void)r;
	(void)m;
	*(bool *)out = v->kind != VALUE_NULL;
	return true;
}

static bool (*const readers[MEMBER_TYPES])(const struct members_reader *,
					   const struct member *,
					   const struct value *, void *) = {
	[MEMBER_STR] = read_str,         [MEMBER_TEXT] = read_text,
	[MEMBER_TEXTS] = read_texts,     [MEMBER_COUNT] = read_count,
	[MEMBER_NUMBER] = read_number,   [MEMBER_BOOL] = read_bool,
	[MEMBER_WORD] = read_word,       [MEMBER_LANGS] = read_langs,
	[MEMBER_BOTH] = read_both,       [MEMBER_OBJECT] = read_object,
	[MEMBER_POINTER] = read_pointer, [MEMBER_DATE] = read_date,
	[MEMBER_LIST] = read_list,       [MEMBER_CODE] = read_code,
	[MEMBER_GIVEN] = read_given,
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the tables */
bool members_read(const struct members_reader *r, const struct value *v,
		  const struct members *set, void *out)
{
	bool ok = true;

	if (v->kind != VALUE_OBJECT)
		return wrong_value(r, v, "");
	for (size_t i = 0; i < set->count; i++) {
		const struct member *m = &set->list[i];
		const struct value *at = value_get(v, str_of(m->key));

		if (!at && !(m->flags & MEMBER_NEW)) {
			diag_add(r->diags, DIAG_SAVED_KEY, v->at,
				 ARGS(str_of(m->key)));
			ok = false;
		} else if (at && !(at->kind == VALUE_NULL &&
				   (m->flags & MEMBER_NULL))) {
			ok = readers[m->type](r, m, at, (char *)out + m->offset) &&
			     ok;
		}
	}
	return ok;
}
