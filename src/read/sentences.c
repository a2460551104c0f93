/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/read.h"

#define HEADING_NUMBER_MAX 12 /* bytes of "10.12.3." */

/* The word that ends before byte `end`. */
static struct str word_before(struct str s, size_t end)
{
	size_t from = end;

	while (from && !strchr(" \n(\"", s.ptr[from - 1]))
		from--;
	return str_slice(s, from, end);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "t.ex.", "bl.a.", "kap.": the full stop belongs to the word. */
static bool is_abbreviation(const struct vocab *v, struct str word)
{
	bool initial = word.len == 2 && word.ptr[1] == '.' &&
		       !is_digit(word.ptr[0]);

	return initial || vocab_lists(v, LIST_ABBREVIATIONS, word);
}

static size_t skip_space(struct str s, size_t i)
{
	while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '\n'))
		i++;
	return i;
}

static bool begins_sentence(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.ptr[i];

	/* Å Ä Ö É are C3 80–9E; « and ” and “ and – also begin. */
	if (c == 0xc3)
		return i + 1 < s.len && (unsigned char)s.ptr[i + 1] < 0xa0;
	return (c >= 'A' && c <= 'Z') || is_digit((char)c) || c == '"' ||
	       c == '(' || c == 0xc2 || c == 0xe2;
}

/* "4.2." at the start: the number of a heading or an item. */
static bool is_number_of_heading(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_digit(s.ptr[i]) && s.ptr[i] != '.')
			return false;
	return s.len <= HEADING_NUMBER_MAX;
}

/* Whether the mark at i ends a sentence; then *ret_next is where one begins. */
static bool ends_at(const struct vocab *v, struct str s, size_t i,
		    size_t *ret_next)
{
	size_t after = i + 1;

	if (!strchr(".!?", s.ptr[i]))
		return false;
	while (after < s.len && strchr(".!?\")", s.ptr[after]))
		after++;
	*ret_next = skip_space(s, after);
	if (*ret_next >= s.len)
		return true;
	if (*ret_next == after || !begins_sentence(s, *ret_next))
		return false;
	if (s.ptr[i] != '.')
		return true;
	/* "den 3. mars", "2 kap. 3 §" go on; "år 2023. Planen" does not. */
	return !is_abbreviation(v, word_before(s, i + 1));
}

static void add_sentence(struct reading *r, const struct block *b, size_t from,
			 size_t to)
{
	struct str raw = str_slice(b->text, from, to);
	struct str s = str_trim(raw);

	if (!s.len)
		return;
	r->sentences[r->sentence_count++] = (struct sentence){
		.text = s,
		.start = b->start + from + (size_t)(s.ptr - raw.ptr),
		.block = (size_t)(b - r->blocks),
	};
}

static void cut_block(const struct vocab *v, struct reading *r,
		      const struct block *b)
{
	size_t from = 0, next = 0;
	/* The full stops of a row or an entry are no ends. */
	bool whole = b->kind == BLOCK_ROW || b->kind == BLOCK_CONTENTS;

	for (size_t i = 0; !whole && i < b->text.len; i++) {
		if (!ends_at(v, b->text, i, &next) ||
		    is_number_of_heading(str_slice(b->text, from, i + 1)))
			continue;
		add_sentence(r, b, from, next);
		from = next;
		i = next ? next - 1 : 0;
	}
	add_sentence(r, b, from, b->text.len);
}

void read_sentences(struct arena *a, const struct vocab *v, struct reading *r)
{
	size_t room = r->block_count;

	for (size_t i = 0; i < r->text.len; i++)
		room += strchr(".!?", r->text.ptr[i]) != NULL;
	r->sentences = arena_array(a, struct sentence, room + 1);
	for (size_t i = 0; i < r->block_count; i++)
		cut_block(v, r, &r->blocks[i]);
}
