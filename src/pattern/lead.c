/* SPDX-License-Identifier: EUPL-1.2 */
#include "pattern/lead.h"

#include "base/utf8.h"

#define MAX_DEPTH 8

struct lead {
	void (*found)(void *to, struct str letters, bool anywhere);
	void *to;
};

/* The byte after the bracket that closes the one at s[0], or 0. */
static size_t closing(struct str s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\\')
			i++;
		else if (s.ptr[i] == '[')
			return 0; /* rare at the start; not worth a parser */
		else if (s.ptr[i] == '(')
			depth++;
		else if (s.ptr[i] == ')' && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* The byte of the next | that stands in no bracket, or s.len. */
static size_t next_bar(struct str s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\\')
			i++;
		else if (s.ptr[i] == '(' || s.ptr[i] == '[')
			depth++;
		else if ((s.ptr[i] == ')' || s.ptr[i] == ']') && depth)
			depth--;
		else if (s.ptr[i] == '|' && !depth)
			return i;
	}
	return s.len;
}

static bool is_quantifier(struct str s, size_t i)
{
	return i < s.len && (s.ptr[i] == '?' || s.ptr[i] == '*' ||
			     s.ptr[i] == '+' || s.ptr[i] == '{');
}

static bool is_literal(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == ' ' ||
	       c == '-';
}

/* Plain letters; the last one is left out where it may be missing. */
static struct str literal(struct str s)
{
	size_t n = 0;

	while (n < s.len && is_literal(s.ptr[n]))
		n++;
	if (!is_quantifier(s, n) || s.ptr[n] == '+')
		return str_slice(s, 0, n);
	while (n && utf8_is_tail(s.ptr[n - 1]))
		n--;
	return str_slice(s, 0, n ? n - 1 : 0);
}

static bool lead_alternatives(const struct lead *l, struct str s, bool anywhere,
			      unsigned depth);

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static bool lead_group(const struct lead *l, struct str s, bool anywhere,
		       unsigned depth)
{
	size_t end = closing(s);
	struct str inner;

	if (!end || (is_quantifier(s, end) && s.ptr[end] != '+'))
		return false;
	inner = str_slice(s, 1, end - 1);
	if (str_starts(inner, STR("?:")))
		inner = str_slice(inner, 2, inner.len);
	else if (str_starts(inner, STR("?")))
		return false;
	return lead_alternatives(l, inner, anywhere, depth + 1);
}

static bool is_look_around(struct str s)
{
	return str_starts(s, STR("(?<!")) || str_starts(s, STR("(?<=")) ||
	       str_starts(s, STR("(?!")) || str_starts(s, STR("(?="));
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static bool lead_sequence(const struct lead *l, struct str s, bool anywhere,
			  unsigned depth)
{
	struct str letters;

	for (;;) {
		size_t skip = 0;

		if (str_starts(s, STR("\\b"))) {
			anywhere = false;
			skip = 2;
		} else if (str_starts(s, STR("\\w*"))) {
			anywhere = true;
			skip = 3;
		} else if (is_look_around(s)) {
			skip = closing(s);
		}
		if (!skip)
			break;
		s = str_slice(s, skip, s.len);
	}
	if (str_starts(s, STR("(")))
		return lead_group(l, s, anywhere, depth);
	letters = literal(s);
	if (!letters.len)
		return false;
	l->found(l->to, letters, anywhere);
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static bool lead_alternatives(const struct lead *l, struct str s, bool anywhere,
			      unsigned depth)
{
	size_t bar;

	if (depth > MAX_DEPTH)
		return false;
	do {
		bar = next_bar(s);
		if (!lead_sequence(l, str_slice(s, 0, bar), anywhere, depth))
			return false;
		if (bar == s.len)
			return true;
		s = str_slice(s, bar + 1, s.len);
	} while (true);
}

bool lead_of(struct str pattern,
	     void (*found)(void *to, struct str letters, bool anywhere), void *to)
{
	struct lead l = { found, to };

	/* (*VERB) and (?i) at the start change how the rest is read. */
	if (str_starts(pattern, STR("(*")))
		return false;
	return lead_alternatives(&l, pattern, true, 0);
}
