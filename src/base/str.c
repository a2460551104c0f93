/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/str.h"

#include <string.h>

struct str str_of(const char *cstr)
{
	return (struct str){ cstr, cstr ? strlen(cstr) : 0 };
}

bool str_eq(struct str a, struct str b)
{
	if (a.len != b.len || !a.len)
		return a.len == b.len;
	return a.ptr && b.ptr && memcmp(a.ptr, b.ptr, a.len) == 0;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int d = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return d ? d : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len &&
	       str_eq((struct str){ s.ptr, prefix.len }, prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.len >= suffix.len &&
	       str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

struct str str_slice(struct str s, size_t from, size_t to)
{
	return (struct str){ s.ptr ? s.ptr + from : NULL, to - from };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s)
{
	while (s.len && is_blank(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool str_cut(struct str *s, char sep, struct str *head)
{
	const char *at;

	*head = (struct str){ 0 };
	if (!s->ptr)
		return false;
	at = s->len ? memchr(s->ptr, sep, s->len) : NULL;
	if (!at) {
		*head = *s;
		*s = (struct str){ 0 };
		return true;
	}
	head->ptr = s->ptr;
	head->len = (size_t)(at - s->ptr);
	s->ptr = at + 1;
	s->len -= head->len + 1;
	return true;
}

size_t words_find(struct words w, struct str name)
{
	for (size_t i = 0; i < w.count; i++)
		if (w.list[i] && str_eq(str_of(w.list[i]), name))
			return i;
	return w.count;
}

/* Longer names are not compared: nobody misspells a sentence. */
#define NEAR_MAX 48

static size_t least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Optimal string alignment distance over bytes. */
static size_t distance(struct str a, struct str b)
{
	size_t rows[3][NEAR_MAX + 1] = { 0 };
	size_t *before = rows[0], *last = rows[1], *now = rows[2];

	for (size_t j = 0; j <= b.len; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *swap = before;

		now[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t cost = a.ptr[i - 1] != b.ptr[j - 1];

			now[j] = least(last[j] + 1, now[j - 1] + 1,
				       last[j - 1] + cost);
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1] &&
			    before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		before = last;
		last = now;
		now = swap;
	}
	return last[b.len];
}

void str_near_start(struct str_near *n, struct str name)
{
	*n = (struct str_near){ .name = name, .distance = name.len / 3 + 1 };
}

void str_near_try(struct str_near *n, struct str candidate)
{
	size_t d;

	if (n->name.len > NEAR_MAX || candidate.len > NEAR_MAX || !candidate.len)
		return;
	d = distance(n->name, candidate);
	if (d < n->distance) {
		n->distance = d;
		n->best = candidate;
	}
}

struct str str_last_word(struct str s)
{
	size_t from = s.len;

	while (from && s.ptr[from - 1] != ' ')
		from--;
	return str_slice(s, from, s.len);
}

bool str_is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

size_t str_extension(struct str s)
{
	size_t n = 0;

	while (n < s.len && n < 6 && str_is_word(s.ptr[s.len - 1 - n]))
		n++;
	if (n < 2 || n > 5 || n + 1 >= s.len || s.ptr[s.len - 1 - n] != '.')
		return 0;
	return s.ptr[s.len - n] >= 'A' ? n + 1 : 0;
}
