/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_INDEX_H
#define PATTERN_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "pattern/pattern.h"

/*
 * Most terms begin with the letters of a word, and most texts hold few of
 * these words: a pattern whose first word begins nowhere in the text needs
 * no search.  A key is a hash of the first one, two or three letters, in
 * lower case; equal hashes only cost a search.
 */
#define INDEX_KEYS 4096U

/*
 * The keys of a term, set in the INDEX_KEYS bits of `keys`: one of them is a
 * key of every text that the term is found in.  False where that can't be
 * told.
 */
bool index_term(struct word_classes classes, struct str term, uint64_t *keys);

/* The keys of a text are handed to `visit` in any order, doubles too. */
void index_text(struct str text, void (*visit)(void *to, uint32_t key), void *to);

#endif
