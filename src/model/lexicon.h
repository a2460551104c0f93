/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_LEXICON_H
#define MODEL_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * The words that the vocabulary is made of, to tell what a damaged word was
 * meant to be.  A stem (behörighet*) stands for all that begins with it.
 */
#define LEXICON_WORD_MAX 40 /* code points; longer words are never known */

struct lexicon_word {
	uint32_t *letters; /* in lower case */
	size_t count;
	bool stem;
	bool meant; /* a damaged word may be meant to be it */
};

struct lexicon {
	struct arena *arena;
	struct lexicon_word *list; /* sorted by letters once frozen */
	size_t count;
	size_t room;
};

/*
 * Every word of a term as people write it: "test* ~ plan*", "<class>"; of a
 * /pattern/ the words that can be told.  Those, and the words of a term that
 * is but known, are never what a damaged word was meant to be.
 */
void lexicon_add_term(struct lexicon *l, struct str term, bool meant);
void lexicon_freeze(struct lexicon *l);

/* A word as code points in lower case; 0 where it is too long. */
size_t lexicon_letters(struct str word, uint32_t letters[LEXICON_WORD_MAX]);

/* How many of the letters the known word has: all, or those of a stem; 0. */
size_t lexicon_known(const struct lexicon *l, const uint32_t *letters,
		     size_t count);

/* How a damaged word differs from a known one: by one letter. */
struct lexicon_edit {
	enum {
		EDIT_NONE,
		EDIT_REPLACE, /* the letter at `at` should be `letter` */
		EDIT_INSERT, /* `letter` is lost before `at` */
		EDIT_DELETE, /* the letter at `at` is too many */
		EDIT_SWAP, /* with the one after it */
	} kind;
	size_t at; /* code point */
	uint32_t letter;
};

/*
 * The one edit that makes it known.  The first three letters and the ending
 * stay as they are: there o-, in- and tense make another word of it.
 */
struct lexicon_edit lexicon_near(const struct lexicon *l,
				 const uint32_t *letters, size_t count);

#endif
