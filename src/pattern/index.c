/* SPDX-License-Identifier: EUPL-1.2 */
#include "pattern/index.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "pattern/factor.h"
#include "pattern/translate.h"

/* Letters that a key is made of: at the start of a word, and inside one. */
#define START_LETTERS 5
#define INSIDE_LETTERS 3

enum where {
	AT_START,
	ANYWHERE,
};

static uint32_t key_of(const uint32_t *letters, size_t count, enum where where)
{
	uint32_t h = (uint32_t)count + 16U * where;

	for (size_t i = 0; i < count; i++)
		h = (h ^ letters[i]) * 0x9e3779b1U;
	return (h >> 12) % INDEX_KEYS;
}

/* Up to `most` letters from the start of s, in lower case. */
static size_t first_letters(struct str s, size_t most,
			    uint32_t letters[START_LETTERS])
{
	size_t n = 0, at = 0;

	while (n < most && at < s.len)
		letters[n++] = utf8_lower(str_slice(s, at, s.len), &at);
	return n;
}

static void add_factor(struct factor f, index_visit *visit, void *to)
{
	uint32_t letters[START_LETTERS];
	size_t n = first_letters(
		f.letters, f.start ? START_LETTERS : INSIDE_LETTERS, letters);

	visit(to, key_of(letters, n, f.start ? AT_START : ANYWHERE));
}

bool index_pattern(struct arena *a, struct str pattern, index_visit *visit,
		   void *to)
{
	struct arena_mark mark = arena_mark(a);
	struct factors f = factors_of(a, pattern);

	for (size_t i = 0; i < f.count; i++)
		add_factor(f.list[i], visit, to);
	arena_rewind(a, mark);
	return f.count > 0;
}

static bool may_begin_word(struct str text, size_t i)
{
	return text.ptr[i] != ' ' && text.ptr[i] != '\n' &&
	       (!i || !term_is_plain(text.ptr[i - 1]));
}

/*
 * A word may begin wherever no plain letter stands before: that is more
 * often than words begin, since after å it need not be one, but never less.
 */
void index_text(struct str text, index_visit *visit, void *to)
{
	for (size_t i = 0; i < text.len; i++) {
		uint32_t letters[START_LETTERS];
		bool start = may_begin_word(text, i);
		size_t n;

		if (utf8_is_tail(text.ptr[i]))
			continue;
		n = first_letters(str_slice(text, i, text.len),
				  start ? START_LETTERS : INSIDE_LETTERS,
				  letters);
		for (size_t k = 1; k <= n && start; k++)
			visit(to, key_of(letters, k, AT_START));
		if (n >= INSIDE_LETTERS)
			visit(to, key_of(letters, INSIDE_LETTERS, ANYWHERE));
	}
}
