/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "read/read.h"

enum {
	FORMS_TEMPLATE,
	FORMS_EXCERPT
};

struct str title_words(struct arena *a, struct str title)
{
	size_t len = title.len - str_extension(title);
	char *words = arena_copy(a, title.ptr, len);

	for (size_t i = 0; i < len; i++)
		if (words[i] == '_' || words[i] == '\0')
			words[i] = ' ';
	return (struct str){ words, len };
}

static bool found_in(const struct terms *t, struct matcher *m, struct str s)
{
	struct span span;

	return terms_find(t, m, s, &span) == FOUND_HIT;
}

uint64_t *title_types(struct arena *a, const struct vocab *v, struct matcher *m,
		      const struct document *d, struct str words)
{
	uint64_t *bits = arena_array(a, uint64_t, v->types.count / 64 + 1);
	struct span span;

	for (size_t i = 0; i < v->types.count; i++) {
		const struct doc_type *t = &v->types.list[i];
		bool is = str_eq(t->id.str, d->type.str);

		if (!d->type.str.len)
			is = found_in(&t->terms, m, words) &&
			     terms_find(&t->except, m, words, &span) ==
				     FOUND_NONE;
		if (is)
			bits_set(bits, i);
	}
	return bits;
}

enum doc_status title_status(const struct vocab *v, struct matcher *m,
			     const struct document *d, struct str words)
{
	if (d->status != STATUS_UNSET)
		return d->status;
	return found_in(&v->cues[CUE_DRAFT], m, words) ? STATUS_DRAFT
						       : STATUS_FINAL;
}

enum doc_form title_form(const struct vocab *v, struct matcher *m,
			 const struct document *d, struct str words)
{
	if (d->form != FORM_UNSET)
		return d->form;
	if (d->status == STATUS_TEMPLATE ||
	    found_in(&v->forms[FORMS_TEMPLATE], m, words))
		return FORM_TEMPLATE;
	if (found_in(&v->forms[FORMS_EXCERPT], m, words))
		return FORM_EXCERPT;
	return FORM_FULL;
}

/* A date of `len` letters at i that no digit, dot or dash touches. */
static bool date_at(struct str s, size_t i, size_t len, struct date *ret_date)
{
	if (i + len > s.len)
		return false;
	if (i && (str_is_word(s.ptr[i - 1]) || strchr(".-", s.ptr[i - 1])))
		return false;
	if (i + len < s.len &&
	    (str_is_word(s.ptr[i + len]) || strchr(".-", s.ptr[i + len])))
		return false;
	return date_parse(str_slice(s, i, i + len), ret_date);
}

struct date title_date(const struct document *d, struct str words)
{
	struct date found = { 0 };

	if (d->performed.known)
		return d->performed;
	for (size_t i = 0; i < words.len; i++)
		if (date_at(words, i, 10, &found) || date_at(words, i, 7, &found))
			return found;
	if (words.len > 5 &&
	    (str_starts(str_slice(words, words.len - 4, words.len), STR("20")) ||
	     str_starts(str_slice(words, words.len - 4, words.len), STR("199"))) &&
	    date_at(words, words.len - 4, 4, &found))
		return found;
	return (struct date){ 0 };
}
