/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_INDEX_H
#define PATTERN_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "pattern/pattern.h"

/*
 * Every term needs some word, and most texts hold few of these words: a
 * pattern whose word stands nowhere in the text needs no search.  A key is a
 * hash of the first letters of a word, in lower case; equal hashes only cost
 * a search.
 */
#define INDEX_KEYS 65536U

typedef void index_visit(void *to, uint32_t key);

/*
 * Visit the keys of a PCRE2 pattern: one of them is a key of every text that
 * it is found in.  False where that can't be told, even if some were visited.
 * The arena is for the time of the call.
 */
bool index_pattern(struct arena *a, struct str pattern, index_visit *visit,
		   void *to);

/* The keys of a text are visited in any order, doubles too. */
void index_text(struct str text, index_visit *visit, void *to);

#endif
