/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_FACTOR_H
#define PATTERN_FACTOR_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* Letters that stand together in what a pattern finds. */
struct factor {
	struct str letters; /* a view of the pattern: letters, digits, - */
	bool start; /* a word may only begin with them */
};

/*
 * Whatever a PCRE2 pattern finds holds one of the factors: of the parts
 * that it can't do without, the one that the fewest texts have.
 * \b(ej|inte) \w*klar\b gives klar.  Count 0: that can't be told.
 */
struct factors {
	struct factor *list;
	size_t count;
};

struct factors factors_of(struct arena *a, struct str pattern);

#endif
