/* SPDX-License-Identifier: EUPL-1.2 */
#include "pattern/index.h"

#include "base/bits.h"
#include "base/utf8.h"
#include "pattern/lead.h"
#include "pattern/translate.h"

/* Letters of a word that a key is made of. */
#define LETTERS 3

/* Keys of letters that begin a word, and of letters anywhere in it. */
enum where {
	AT_START,
	ANYWHERE,
};

static uint32_t key_of(const uint32_t *letters, size_t count, enum where where)
{
	uint32_t h = (uint32_t)count + 16U * where;

	for (size_t i = 0; i < count; i++)
		h = (h ^ letters[i]) * 0x9e3779b1U;
	return (h >> 16) % INDEX_KEYS;
}

/* Up to LETTERS letters from the start of s, in lower case. */
static size_t first_letters(struct str s, uint32_t letters[LETTERS])
{
	size_t n = 0, at = 0;

	while (n < LETTERS && at < s.len)
		letters[n++] = utf8_lower(str_slice(s, at, s.len), &at);
	return n;
}

struct key_set {
	struct word_classes classes;
	uint64_t *bits;
	bool bad; /* letters were found that make no key */
};

/* The letters that something begins with, as a key. */
static void add_letters(void *to, struct str s, bool anywhere)
{
	struct key_set *set = to;
	uint32_t letters[LETTERS], key;
	size_t n = first_letters(s, letters);

	if (!n || (anywhere && n < LETTERS)) {
		set->bad = true;
		return;
	}
	key = key_of(letters, n, anywhere ? ANYWHERE : AT_START);
	bits_set(set->bits, key);
}

static struct str first_word(struct str term)
{
	struct str word = { 0 };

	while (str_cut(&term, ' ', &word))
		if (word.len && !str_eq(word, STR("~")))
			break;
	return word;
}

static bool add_term(struct key_set *set, struct str term, unsigned depth);

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_CLASS_DEPTH */
static bool add_class(struct key_set *set, struct str name, unsigned depth)
{
	const struct word_class *c = term_class(set->classes, name);

	if (!c || depth >= MAX_CLASS_DEPTH)
		return false;
	for (size_t i = 0; i < c->terms.count; i++)
		if (!add_term(set, c->terms.list[i].str, depth + 1))
			return false;
	return true;
}

static bool add_word(struct key_set *set, struct str word)
{
	bool anywhere = str_starts(word, STR("*"));

	if (anywhere)
		word = str_slice(word, 1, word.len);
	/* What begins with a mark may be found inside a word. */
	if (!utf8_is_letter(word))
		return false;
	if (str_ends(word, STR("*")))
		word.len--;
	add_letters(set, word, anywhere);
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_CLASS_DEPTH */
static bool add_term(struct key_set *set, struct str term, unsigned depth)
{
	struct str s = str_trim(term), word = first_word(s);

	if (s.len > 2 && s.ptr[0] == '/' && s.ptr[s.len - 1] == '/')
		return lead_of(str_slice(s, 1, s.len - 1), add_letters, set);
	if (str_starts(word, STR("<")) && str_ends(word, STR(">")))
		return add_class(set, str_slice(word, 1, word.len - 1), depth);
	return add_word(set, word);
}

/* NOLINTNEXTLINE(readability-non-const-parameter): filled through the set */
bool index_term(struct word_classes classes, struct str term, uint64_t *keys)
{
	struct key_set set = { classes, keys, false };

	return add_term(&set, term, 0) && !set.bad;
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
void index_text(struct str text, void (*visit)(void *to, uint32_t key), void *to)
{
	for (size_t i = 0; i < text.len; i++) {
		uint32_t letters[LETTERS];
		size_t n;

		if (utf8_is_tail(text.ptr[i]))
			continue;
		n = first_letters(str_slice(text, i, text.len), letters);
		for (size_t k = 1; k <= n && may_begin_word(text, i); k++)
			visit(to, key_of(letters, k, AT_START));
		if (n == LETTERS)
			visit(to, key_of(letters, n, ANYWHERE));
	}
}
