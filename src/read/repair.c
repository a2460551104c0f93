/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Words that scanning or copying has damaged → words as they were meant,
 * where the vocabulary knows the word: spaces in it, one wrong letter in a
 * long one, a zero for an o, a footnote's digit glued to it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/read.h"

#define LONG_WORD 8 /* letters of a word that one wrong letter is mended in */
#define MAX_PARTS 4 /* of a word that spaces have cut */
#define SPREAD_MIN 4 /* letters that are set apart */
#define FOOTNOTE_MIN 5 /* letters before a digit that is a footnote */

struct word {
	size_t from; /* bytes of the text */
	size_t to;
};

struct repair {
	const struct vocab *vocab;
	struct str text;
	const uint32_t *origin;
	char *out;
	uint32_t *out_origin;
	size_t len;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void put(struct repair *r, struct str s, size_t from)
{
	for (size_t i = 0; i < s.len; i++) {
		r->out_origin[r->len] = r->origin[from];
		r->out[r->len++] = s.ptr[i];
	}
}

static void copy(struct repair *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		put(r, str_slice(r->text, i, i + 1), i);
}

static size_t word_end(struct str s, size_t i)
{
	while (i < s.len && utf8_is_letter(str_slice(s, i, s.len)))
		i += utf8_sequence(str_slice(s, i, s.len));
	return i;
}

static struct str str_of_word(const struct repair *r, struct word w)
{
	return str_slice(r->text, w.from, w.to);
}

/* Letters that the known word has; 0: it is not known. */
static size_t known(const struct repair *r, struct str word)
{
	uint32_t letters[LEXICON_WORD_MAX];
	size_t n = lexicon_letters(word, letters);

	return n ? lexicon_known(&r->vocab->lexicon, letters, n) : 0;
}

/* Words that stand before others all the time and join with none. */
static bool is_little_word(const struct repair *r, struct str s)
{
	return vocab_lists(r->vocab, LIST_LITTLE, s);
}

/* Up to MAX_PARTS words with nothing but spaces between them. */
static size_t words_at(const struct repair *r, size_t at,
		       struct word words[MAX_PARTS])
{
	size_t n = 0;

	while (n < MAX_PARTS && at < r->text.len) {
		size_t end = word_end(r->text, at);

		if (end == at)
			break;
		words[n++] = (struct word){ at, end };
		/* "e-post": what a hyphen follows is no end of a word. */
		if (end < r->text.len && r->text.ptr[end] == '-')
			return n - 1;
		if (end >= r->text.len || r->text.ptr[end] != ' ')
			break;
		at = end;
		while (at < r->text.len && r->text.ptr[at] == ' ')
			at++;
	}
	return n;
}

static size_t join(const struct repair *r, const struct word *words, size_t n,
		   char joined[160])
{
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		struct str s = str_of_word(r, words[i]);

		if (len + s.len > 160)
			return 0;
		memcpy(joined + len, s.ptr, s.len);
		len += s.len;
	}
	return len;
}

/* The words as one; returns the byte after them. */
static size_t put_joined(struct repair *r, const struct word *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		copy(r, words[i].from, words[i].to);
	return words[n - 1].to;
}

/*
 * Together a known word, which reaches into the last part, and at least one
 * part by itself is none.
 */
static bool is_cut_word(const struct repair *r, const struct word *words, size_t n)
{
	char joined[160];
	size_t len = join(r, words, n, joined), before = 0;
	bool all_known = true;

	if (!len || is_little_word(r, str_of_word(r, words[0])))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct str part = str_of_word(r, words[i]);

		all_known &= known(r, part) || is_little_word(r, part);
		if (i + 1 < n)
			before += utf8_count(part);
	}
	return !all_known && known(r, (struct str){ joined, len }) > before;
}

/* "granska s", "rapporter as": an ending that stands alone is no word. */
static bool has_loose_ending(const struct repair *r, const struct word *words,
			     size_t n)
{
	struct str first = str_of_word(r, words[0]);

	return n == 2 && first.len >= FOOTNOTE_MIN && known(r, first) &&
	       vocab_lists(r->vocab, LIST_ENDINGS, str_of_word(r, words[1]));
}

/* The byte after words of one letter, spaces between; 0: it is a longer word. */
static size_t letter_at(const struct repair *r, size_t at)
{
	size_t end = word_end(r->text, at);

	return utf8_count(str_slice(r->text, at, end)) == 1 ? end : 0;
}

/*
 * "s a k n a s": letters set apart, which together are a known word.  Returns
 * the byte after them, or 0.
 */
static size_t mend_spread(struct repair *r, size_t at)
{
	struct word letters[LEXICON_WORD_MAX];
	char joined[160];
	size_t n = 0, len, end;

	while (n < LEXICON_WORD_MAX && (end = letter_at(r, at))) {
		letters[n++] = (struct word){ at, end };
		if (end >= r->text.len || r->text.ptr[end] != ' ')
			break;
		at = end + 1;
	}
	len = n >= SPREAD_MIN ? join(r, letters, n, joined) : 0;
	if (!len || !known(r, (struct str){ joined, len }))
		return 0;
	return put_joined(r, letters, n);
}

/* Returns the byte after what was joined, or 0. */
static size_t mend_spaces(struct repair *r, size_t at)
{
	struct word words[MAX_PARTS];
	size_t n = words_at(r, at, words);

	for (; n > 1; n--) {
		if (is_cut_word(r, words, n) || has_loose_ending(r, words, n))
			return put_joined(r, words, n);
	}
	return 0;
}

/* "årligen2": where the digits at the end of a word in small letters begin. */
static size_t footnote(struct str word)
{
	size_t i = word.len;

	while (i && is_digit(word.ptr[i - 1]))
		i--;
	if (i == word.len || word.len - i > 2)
		return 0;
	for (size_t k = 0; k < i; k++)
		if (is_digit(word.ptr[k]) ||
		    (word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' && k))
			return 0;
	return i;
}

/* What scanning takes one for the other, longer ones first. */
static const struct {
	struct str seen;
	struct str meant;
} confusions[] = {
	{ STR_ROW("nn"), STR_ROW("rm") }, { STR_ROW("rn"), STR_ROW("m") },
	{ STR_ROW("m"), STR_ROW("rn") },  { STR_ROW("vv"), STR_ROW("w") },
	{ STR_ROW("0"), STR_ROW("o") },   { STR_ROW("0"), STR_ROW("ö") },
	{ STR_ROW("1"), STR_ROW("l") },   { STR_ROW("1"), STR_ROW("i") },
	{ STR_ROW("l"), STR_ROW("i") },   { STR_ROW("ii"), STR_ROW("ü") },
	{ STR_ROW("5"), STR_ROW("s") },   { STR_ROW("cl"), STR_ROW("d") },
};

#define WORD_BYTES 96

/* The word with all confusions of one kind undone; 0 where it has none. */
static size_t undo(struct str word, struct str seen, struct str meant,
		   char out[WORD_BYTES])
{
	size_t len = 0, found = 0;

	for (size_t i = 0; i < word.len;) {
		bool here = str_starts(str_slice(word, i, word.len), seen);
		struct str s = here ? meant : str_slice(word, i, i + 1);

		if (len + s.len > WORD_BYTES)
			return 0;
		memcpy(out + len, s.ptr, s.len);
		len += s.len;
		i += here ? seen.len : 1;
		found += here;
	}
	return found ? len : 0;
}

/* Letters of the mended word up to the last one that was mended. */
static size_t letters_mended(struct str word, struct str mended)
{
	size_t same = 0;

	while (same < word.len && same < mended.len &&
	       word.ptr[word.len - same - 1] == mended.ptr[mended.len - same - 1])
		same++;
	return utf8_count(str_slice(mended, 0, mended.len - same));
}

static bool mend_confusion(struct repair *r, struct word w)
{
	size_t n = sizeof(confusions) / sizeof(*confusions);
	struct str word = str_of_word(r, w);
	char out[WORD_BYTES];

	for (size_t i = 0; i < n; i++) {
		struct str mended = { out, undo(word, confusions[i].seen,
						confusions[i].meant, out) };

		/* A known stem must hold what was mended. */
		if (!mended.len ||
		    known(r, mended) < letters_mended(word, mended))
			continue;
		put(r, mended, w.from);
		return true;
	}
	return false;
}

/* The byte of a code point of the word. */
static size_t byte_of(struct str word, size_t letter)
{
	size_t i = 0;

	while (letter && i < word.len) {
		i += utf8_sequence(str_slice(word, i, word.len));
		letter--;
	}
	return i;
}

static void put_letter(struct repair *r, uint32_t letter, size_t from)
{
	char bytes[4];

	put(r, (struct str){ bytes, utf8_encode(letter, bytes) }, from);
}

static void put_edited(struct repair *r, struct word w, struct lexicon_edit e)
{
	struct str word = str_of_word(r, w);
	size_t at = w.from + byte_of(word, e.at);
	size_t next = w.from + byte_of(word, e.at + 1);
	size_t after = w.from + byte_of(word, e.at + 2);

	copy(r, w.from, at);
	if (e.kind == EDIT_REPLACE || e.kind == EDIT_INSERT)
		put_letter(r, e.letter, at);
	if (e.kind == EDIT_INSERT)
		copy(r, at, next);
	if (e.kind == EDIT_SWAP) {
		/* Both from the first: origins never fall. */
		put(r, str_slice(r->text, next, after), at);
		put(r, str_slice(r->text, at, next), at);
		next = after;
	}
	copy(r, next, w.to);
}

/* Known as it is, or too short to tell what was meant. */
static bool mend_letter(struct repair *r, struct word w)
{
	uint32_t letters[LEXICON_WORD_MAX];
	size_t n = lexicon_letters(str_of_word(r, w), letters);
	struct lexicon_edit e;

	if (!n || lexicon_known(&r->vocab->lexicon, letters, n))
		return false;
	if (mend_confusion(r, w))
		return true;
	if (n < LONG_WORD)
		return false;
	e = lexicon_near(&r->vocab->lexicon, letters, n);
	if (e.kind == EDIT_NONE)
		return false;
	put_edited(r, w, e);
	return true;
}

/* The word without its digit is a long one, or one that we know. */
static bool is_footnoted(const struct repair *r, struct word w, size_t cut)
{
	struct str bare = str_slice(r->text, w.from, w.from + cut);

	return utf8_count(bare) >= FOOTNOTE_MIN || known(r, bare);
}

static size_t mend_word(struct repair *r, size_t at)
{
	struct word w = { at, word_end(r->text, at) };
	size_t cut = footnote(str_of_word(r, w));
	size_t joined = mend_spread(r, at);

	if (!joined)
		joined = mend_spaces(r, at);
	if (joined)
		return joined;
	if (cut && is_footnoted(r, w, cut))
		copy(r, at, at + cut);
	else if (!mend_letter(r, w))
		copy(r, w.from, w.to);
	return w.to;
}

void read_repair(struct arena *a, const struct vocab *v, struct reading *r)
{
	/* One letter more for each word, of two bytes, at the most. */
	size_t room = 3 * r->text.len + 4, at = 0;
	struct repair p = {
		.vocab = v,
		.text = r->text,
		.origin = r->origin,
		.out = arena_array(a, char, room),
		.out_origin = arena_array(a, uint32_t, room),
	};

	while (at < r->text.len) {
		size_t end = word_end(r->text, at);

		if (end > at) {
			at = mend_word(&p, at);
			continue;
		}
		copy(&p, at, at + 1);
		at++;
	}
	p.out_origin[p.len] = r->origin[r->text.len];
	r->letters = p.out;
	r->text = (struct str){ p.out, p.len };
	r->origin = p.out_origin;
}
