/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Length of the valid UTF-8 sequence at the start of s, or 0. */
size_t utf8_sequence(struct str s);

/* Offset of the first byte that is not UTF-8, or s.len. */
size_t utf8_check(struct str s);

/* Number of code points of valid UTF-8. */
size_t utf8_count(struct str s);

/* Columns on a terminal: combining marks 0, East Asian wide ones 2. */
size_t utf8_width(struct str s);

/*
 * The text in NFC, as a string of the arena; ASCII is returned as it is.
 * Bytes that are not UTF-8 are kept out: the caller has checked.
 */
struct str utf8_nfc(struct arena *a, struct str s);

/* The same with letters and marks apart, as macOS writes file names. */
struct str utf8_nfd(struct arena *a, struct str s);

/*
 * The text with everything taken out that could steer a terminal or hide
 * what is written: control characters become spaces, direction overrides
 * and bad bytes become U+FFFD.
 */
struct str utf8_clean(struct arena *a, struct str s);

/* Whether the byte goes on with a code point that an earlier one began. */
static inline bool utf8_is_tail(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/*
 * The first code point of s in lower case; *at is moved past it.  What is
 * no UTF-8 is U+FFFD.
 */
uint32_t utf8_lower(struct str s, size_t *at);

/* The bytes of a code point; how many: 1 to 4. */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* Whether s is the word, which is in lower case, in whatever case. */
bool utf8_same_word(struct str s, struct str word);

/* Whether s begins with the word, which is in lower case. */
bool utf8_begins_with(struct str s, struct str word);

/* Whether s begins with a small letter. */
bool utf8_is_small(struct str s);

/* Whether s begins with a letter or a digit of any script. */
bool utf8_is_letter(struct str s);

/* Case folded NFC, for comparing names and titles. */
struct str utf8_fold(struct arena *a, struct str s);

#endif
