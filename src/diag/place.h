/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef DIAG_PLACE_H
#define DIAG_PLACE_H

#include "base/str.h"
#include "diag/diag.h"

/*
 * Where a letter of a text stands in the file it came from.  On the way
 * lines are folded, indentation goes, and å may become one code point
 * instead of two; but the letters, marks and spaces aside, stay the same
 * in number and order, so we count those.
 */

/* The place of a byte of the text. */
struct place place_of_byte(struct str file, struct str text, size_t at);

/* Whether it is all UTF-8; a message at the first byte that is not. */
bool diag_check_utf8(struct diags *d, struct str file, struct str text);

/* Letters of text before byte `offset`. */
size_t place_letters(struct str text, size_t offset);
size_t place_letters_between(struct str text, size_t from, size_t offset);

/* The byte of source at a place. */
size_t place_byte(struct str source, struct place at);

/* The same for many places, each after the one before. */
struct place_walk {
	struct str source;
	size_t byte;
	struct place at; /* of that byte */
};

void place_walk(struct place_walk *w, size_t letters);

/* The place of the letter that comes `letters` letters after `at`. */
struct place place_advance(struct str source, struct place at, size_t letters);

#endif
