/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_COUNTS_H
#define READ_COUNTS_H

#include "pattern/pattern.h"
#include "read/read.h"

/*
 * "3 av 40", "tre av tre", "0 av 12", "100 %": how many of how many.
 * Numbers are written with digits, with spaces between thousands, or as the
 * words of the vocabulary.
 */
enum count {
	COUNT_NOT_FOUND,
	COUNT_NONE,
	COUNT_SOME,
	COUNT_ALL,
};

/* The first such count in the text. */
enum count count_find(const struct vocab *v, struct str text,
		      struct span *ret_span);

#endif
