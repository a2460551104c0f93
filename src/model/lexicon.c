/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

#define HEAD ((size_t)3) /* letters at the start that an edit never touches */
#define STEM_MIN 5 /* a shorter stem says too little */
#define PATTERN_WORD_MIN 6 /* bytes of a word in a pattern */
#define REST 2 /* letters of the word that must follow the edit */

size_t lexicon_letters(struct str word, uint32_t letters[LEXICON_WORD_MAX])
{
	size_t n = 0, at = 0;

	while (at < word.len) {
		if (n == LEXICON_WORD_MAX)
			return 0;
		letters[n++] = utf8_lower(str_slice(word, at, word.len), &at);
	}
	return n;
}

static void add_word(struct lexicon *l, struct str word, bool meant)
{
	uint32_t letters[LEXICON_WORD_MAX];
	bool stem = str_ends(word, STR("*"));
	uint32_t *copy;
	size_t n;

	if (str_starts(word, STR("*")))
		word = str_slice(word, 1, word.len);
	if (word.len && stem)
		word.len--;
	n = lexicon_letters(word, letters);
	if (n < 2 || !utf8_is_letter(word) || memchr(word.ptr, '-', word.len) ||
	    (stem && n < STEM_MIN))
		return;
	if (l->count == l->room) {
		size_t room = l->room ? 2 * l->room : 1024;
		struct lexicon_word *list = arena_array(
			l->arena, struct lexicon_word, room);

		if (l->count)
			memcpy(list, l->list, l->count * sizeof(*list));
		l->list = list;
		l->room = room;
	}
	copy = arena_array(l->arena, uint32_t, n);
	memcpy(copy, letters, n * sizeof(*copy));
	l->list[l->count++] = (struct lexicon_word){ copy, n, stem, meant };
}

/* The letters in a row of a pattern, as long as they are words by themselves. */
static void add_pattern(struct lexicon *l, struct str pattern)
{
	size_t i = 0;

	while (i < pattern.len) {
		size_t from = i;

		/* \\b and \\w are no letters. */
		if (pattern.ptr[i] == '\\') {
			i += 2;
			continue;
		}
		while (i < pattern.len &&
		       utf8_is_letter(str_slice(pattern, i, pattern.len)))
			i += utf8_sequence(str_slice(pattern, i, pattern.len));
		if (i - from >= PATTERN_WORD_MIN)
			add_word(l, str_slice(pattern, from, i), false);
		i += i == from;
	}
}

void lexicon_add_term(struct lexicon *l, struct str term, bool meant)
{
	struct str rest = term, word;

	if (str_starts(term, STR("/"))) {
		add_pattern(l, term);
		return;
	}
	while (str_cut(&rest, ' ', &word))
		if (word.len && !strchr("<~&", word.ptr[0]))
			add_word(l, word, meant);
}

static int compare_letters(const uint32_t *a, size_t n, const uint32_t *b,
			   size_t m)
{
	for (size_t i = 0; i < n && i < m; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return (n > m) - (n < m);
}

static int compare_words(const void *a, const void *b)
{
	const struct lexicon_word *x = a, *y = b;
	int d = compare_letters(x->letters, x->count, y->letters, y->count);

	return d ? d : (int)y->stem - (int)x->stem;
}

void lexicon_freeze(struct lexicon *l)
{
	size_t n = 0;

	if (!l->count)
		return;
	qsort(l->list, l->count, sizeof(*l->list), compare_words);
	for (size_t i = 0; i < l->count; i++) {
		const struct lexicon_word *w = &l->list[i];

		/* As a stem it may be meant, and not as a word; or the reverse. */
		if (n && w->stem == l->list[n - 1].stem &&
		    compare_letters(w->letters, w->count, l->list[n - 1].letters,
				    l->list[n - 1].count) == 0) {
			l->list[n - 1].meant |= w->meant;
			continue;
		}
		l->list[n++] = *w;
	}
	l->count = n;
}

/* The first word that is not before these letters. */
static size_t lower_bound(const struct lexicon *l, const uint32_t *letters,
			  size_t count)
{
	size_t low = 0, high = l->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct lexicon_word *w = &l->list[mid];

		if (compare_letters(w->letters, w->count, letters, count) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static const struct lexicon_word *find(const struct lexicon *l,
				       const uint32_t *letters, size_t count)
{
	size_t i = lower_bound(l, letters, count);
	const struct lexicon_word *w = i < l->count ? &l->list[i] : NULL;

	if (w && compare_letters(w->letters, w->count, letters, count) == 0)
		return w;
	return NULL;
}

size_t lexicon_known(const struct lexicon *l, const uint32_t *letters,
		     size_t count)
{
	if (find(l, letters, count))
		return count;
	for (size_t n = count; n-- > STEM_MIN;) {
		const struct lexicon_word *w = find(l, letters, n);

		if (w && w->stem)
			return n;
	}
	return 0;
}

/* Whether the rest of the word is the rest of the text, or its beginning. */
static bool rest_fits(const struct lexicon_word *w, size_t i,
		      const uint32_t *text, size_t count, size_t k)
{
	size_t left = w->count - i;

	if (i > w->count || k > count || left < REST || left > count - k ||
	    (!w->stem && left != count - k))
		return false;
	return memcmp(w->letters + i, text + k, left * sizeof(*text)) == 0;
}

static struct lexicon_edit edit_to(const struct lexicon_word *w,
				   const uint32_t *text, size_t count)
{
	struct lexicon_edit none = { EDIT_NONE, 0, 0 };
	size_t p = 0;

	while (p < w->count && p < count && w->letters[p] == text[p])
		p++;
	if (p < HEAD || p >= w->count || p >= count)
		return none;
	if (p + 1 < count && p + 1 < w->count && w->letters[p] == text[p + 1] &&
	    w->letters[p + 1] == text[p] &&
	    rest_fits(w, p + 2, text, count, p + 2))
		return (struct lexicon_edit){ EDIT_SWAP, p, 0 };
	if (rest_fits(w, p + 1, text, count, p + 1))
		return (struct lexicon_edit){ EDIT_REPLACE, p, w->letters[p] };
	if (rest_fits(w, p + 1, text, count, p))
		return (struct lexicon_edit){ EDIT_INSERT, p, w->letters[p] };
	if (rest_fits(w, p, text, count, p + 1))
		return (struct lexicon_edit){ EDIT_DELETE, p, 0 };
	return none;
}

struct lexicon_edit lexicon_near(const struct lexicon *l,
				 const uint32_t *letters, size_t count)
{
	size_t i = lower_bound(l, letters, HEAD);

	for (; count > HEAD && i < l->count; i++) {
		const struct lexicon_word *w = &l->list[i];
		struct lexicon_edit e;

		if (w->count < HEAD ||
		    memcmp(w->letters, letters, HEAD * sizeof(*letters)) != 0)
			break;
		if (!w->meant || w->count + 1 < 2 * HEAD)
			continue;
		e = edit_to(w, letters, count);
		if (e.kind != EDIT_NONE)
			return e;
	}
	return (struct lexicon_edit){ EDIT_NONE, 0, 0 };
}
