/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/counts.h"

#include <string.h>

#include "base/utf8.h"

#define NUMBER_MAX 1000000000U

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
	if (digits_at(s, at, ret_number))
		return true;
	for (size_t n = 0; n < v->numbers.count; n++) {
		struct str word = v->numbers.list[n].str;

		if (!utf8_begins_with(str_slice(s, *at, s.len), word) ||
		    !is_word_end(s, *at + word.len))
			continue;
		*at += word.len;
		*ret_number = (uint32_t)n;
		return true;
	}
	return false;
}

static bool skip(struct str s, size_t *at, struct str word)
{
	if (!str_starts(str_slice(s, *at, s.len), word))
		return false;
	*at += word.len;
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
	static const struct str fillers[] = { STR_ROW("de "), STR_ROW("våra "),
					      STR_ROW("totalt "),
					      STR_ROW("kommunens "),
					      STR_ROW("sammanlagt ") };

	if (!skip(s, at, STR(" av ")))
		return false;
	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++)
		skip(s, at, fillers[i]);
	return number_at(v, s, at, ret_whole);
}

static bool is_percent(struct str s, size_t *at)
{
	return skip(s, at, STR(" %")) || skip(s, at, STR("%")) ||
	       skip(s, at, STR(" procent"));
}

static enum count count_at(const struct vocab *v, struct str s, size_t *at)
{
	uint32_t part = 0, whole = 0;
	size_t after;

	if (!number_at(v, s, at, &part))
		return COUNT_NOT_FOUND;
	after = *at;
	if (of_whole(v, s, &after, &whole) && part <= whole) {
		*at = after;
		return compare(part, whole);
	}
	/* Of percent only the ends tell: 95 may be enough, or not. */
	if (is_percent(s, &after) && (part == 0 || part == 100)) {
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

enum count count_find(const struct vocab *v, struct str text,
		      struct span *ret_span)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t at = i;
		enum count c;

		if (!begins_word(text, i))
			continue;
		c = count_at(v, text, &at);
		if (c == COUNT_NOT_FOUND)
			continue;
		*ret_span = (struct span){ i, at };
		return c;
	}
	return COUNT_NOT_FOUND;
}
