/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/counts.h"

#include <string.h>

#include "base/utf8.h"

#define NUMBER_MAX 1000000000U
#define FRACTION_DIGITS 4 /* of either number in "12/40" */

static bool is_digit(struct str s, size_t i)
{
	return i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

static bool is_word_end(struct str s, size_t i)
{
	return i >= s.len || !utf8_is_letter(str_slice(s, i, s.len));
}

/* "1 240": a space and three digits go on with the number. */
static bool has_more_thousands(struct str s, size_t i)
{
	return i < s.len && s.ptr[i] == ' ' && is_digit(s, i + 1) &&
	       is_digit(s, i + 2) && is_digit(s, i + 3) && !is_digit(s, i + 4);
}

static bool digits_at(struct str s, size_t *at, uint32_t *ret_number)
{
	size_t i = *at;
	uint32_t n = 0;

	if (!is_digit(s, i))
		return false;
	while (is_digit(s, i) && n < NUMBER_MAX / 10) {
		n = n * 10 + (uint32_t)(s.ptr[i] - '0');
		i++;
		if (n && has_more_thousands(s, i))
			i++;
	}
	/* Dates, clauses of law and versions are no counts. */
	if (!is_word_end(s, i) ||
	    (i + 1 < s.len && strchr(".:,/-", s.ptr[i]) && is_digit(s, i + 1)))
		return false;
	*at = i;
	*ret_number = n;
	return true;
}

/* The number that begins at *at, which is moved past it. */
static bool number_at(const struct vocab *v, struct str s, size_t *at,
		      uint32_t *ret_number)
{
	const struct texts *numbers = &v->lists[LIST_NUMBERS];

	if (digits_at(s, at, ret_number))
		return true;
	for (size_t n = 0; n < numbers->count; n++) {
		struct str words = numbers->list[n].str, word;

		while (str_cut(&words, '/', &word)) {
			if (!utf8_begins_with(str_slice(s, *at, s.len), word) ||
			    !is_word_end(s, *at + word.len))
				continue;
			*at += word.len;
			*ret_number = (uint32_t)n;
			return true;
		}
	}
	return false;
}

/* A word of the list and the space after it. */
static bool skip(const struct vocab *v, enum list list, struct str s, size_t *at)
{
	size_t n = vocab_begins(v, list, str_slice(s, *at, s.len));

	if (!n || *at + n >= s.len || s.ptr[*at + n] != ' ')
		return false;
	*at += n + 1;
	return true;
}

static enum count compare(uint32_t part, uint32_t whole)
{
	if (!part)
		return COUNT_NONE;
	return part < whole ? COUNT_SOME : COUNT_ALL;
}

/* " av de totalt 40" after the number that ends at *at. */
static bool of_whole(const struct vocab *v, struct str s, size_t *at,
		     uint32_t *ret_whole)
{
	if (*at >= s.len || s.ptr[*at] != ' ')
		return false;
	++*at;
	if (!skip(v, LIST_OF, s, at))
		return false;
	while (skip(v, LIST_WHOLE, s, at))
		;
	return number_at(v, s, at, ret_whole);
}

static bool is_percent(const struct vocab *v, struct str s, size_t *at)
{
	size_t i = *at + (*at < s.len && s.ptr[*at] == ' ');
	size_t n = vocab_begins(v, LIST_PERCENT, str_slice(s, i, s.len));

	*at = i + n;
	return n > 0;
}

/* "6/6 enheter", but not "den 6/6". */
static enum count fraction_at(struct str s, size_t *at)
{
	uint32_t n[2] = { 0, 0 };
	size_t i = *at;

	for (size_t k = 0; k < 2; k++) {
		size_t from = i;

		while (is_digit(s, i) && i - from < FRACTION_DIGITS)
			n[k] = n[k] * 10 + (uint32_t)(s.ptr[i++] - '0');
		if (i == from || (k == 0 && (i >= s.len || s.ptr[i] != '/')))
			return COUNT_NOT_FOUND;
		i += k == 0;
	}
	if (n[0] > n[1] || i + 1 >= s.len || s.ptr[i] != ' ' ||
	    !utf8_is_small(str_slice(s, i + 1, s.len)))
		return COUNT_NOT_FOUND;
	*at = i;
	return compare(n[0], n[1]);
}

static enum count count_at(const struct vocab *v, struct str s, size_t *at)
{
	uint32_t part = 0, whole = 0;
	size_t after;

	if (!number_at(v, s, at, &part))
		return fraction_at(s, at);
	after = *at;
	if (of_whole(v, s, &after, &whole) && part <= whole) {
		*at = after;
		return compare(part, whole);
	}
	/* Of percent only the ends tell: 95 may be enough, or not. */
	if (is_percent(v, s, &after) && (part == 0 || part == 100)) {
		*at = after;
		return compare(part, 100);
	}
	return COUNT_NOT_FOUND;
}

static bool begins_word(struct str s, size_t i)
{
	return !utf8_is_tail(s.ptr[i]) &&
	       (!i || strchr(" \n(:;,\"", s.ptr[i - 1]));
}

/* "vart och ett av", "sida 3 av 9": the word before makes it no part. */
static bool is_no_part(const struct vocab *v, struct str s, size_t i)
{
	size_t from;

	if (!i || s.ptr[--i] != ' ')
		return false;
	for (from = i; from && s.ptr[from - 1] != ' ' && s.ptr[from - 1] != '[';)
		from--;
	return vocab_lists(v, LIST_COUNTLESS, str_slice(s, from, i));
}

/* The first number at or after *at that does not begin the text. */
static bool next_number(const struct vocab *v, struct str s, size_t *at,
			uint32_t *ret_number)
{
	for (size_t i = *at; i < s.len; i++) {
		size_t after = i;

		if (!begins_word(s, i) || !number_at(v, s, &after, ret_number))
			continue;
		*at = after;
		return true;
	}
	return false;
}

/* "3 gånger", "2 år", "2023": no part of what was counted. */
static bool is_measure(const struct vocab *v, struct str s, size_t at)
{
	return at < s.len && s.ptr[at] == ' ' &&
	       vocab_begins(v, LIST_UNITS, str_slice(s, at + 1, s.len));
}

/*
 * "64 system, varav 41 har", "Av 40 konton saknar 3 ägare": the whole comes
 * first, and the part is the next number.
 */
static enum count count_reversed(const struct vocab *v, struct str s, size_t *at)
{
	uint32_t whole = 0, part = 0;
	size_t i = *at;

	if (!next_number(v, s, &i, &whole) || whole < 2)
		return COUNT_NOT_FOUND;
	while (next_number(v, s, &i, &part)) {
		/* "en", "ett" is an article more often than not. */
		if (part > whole || is_measure(v, s, i) ||
		    (part == 1 && !is_digit(s, i - 1)))
			continue;
		*at = i;
		return compare(part, whole);
	}
	return COUNT_NOT_FOUND;
}

/* It begins with "av" or holds "varav". */
static bool may_be_reversed(const struct vocab *v, struct str s)
{
	if (vocab_begins(v, LIST_OF, s))
		return true;
	for (size_t i = 0; i < s.len; i++)
		if (begins_word(s, i) &&
		    vocab_begins(v, LIST_THEREOF, str_slice(s, i, s.len)))
			return true;
	return false;
}

enum count count_find(const struct vocab *v, struct str text,
		      struct span *ret_span)
{
	size_t at = 0;
	enum count c = COUNT_NOT_FOUND;

	for (size_t i = 0; i < text.len && c == COUNT_NOT_FOUND; i++) {
		at = i;
		if (begins_word(text, i) && !is_no_part(v, text, i))
			c = count_at(v, text, &at);
		if (c != COUNT_NOT_FOUND)
			*ret_span = (struct span){ i, at };
	}
	if (c == COUNT_NOT_FOUND && may_be_reversed(v, text)) {
		at = 0;
		c = count_reversed(v, text, &at);
		*ret_span = (struct span){ 0, at };
	}
	return c;
}
