/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_BLEND_H
#define MATCH_BLEND_H

#include "base/bits.h"
#include "match/remark.h"

/*
 * Clauses that speak of one thing, and what they say taken together.  For
 * remark.c, which knows which clauses those are.
 */

/* Cues of a clause that goes on about what was said before it. */
#define LINKS                                                                \
	(CUE_BIT(ANAPHOR) | CUE_BIT(TURN) | CUE_BIT(CONCESSION) |            \
	 CUE_BIT(EVIDENCE) | CUE_BIT(TOTAL) | CUE_BIT(SAME) | CUE_BIT(YES) | \
	 CUE_BIT(NO) | CUE_BIT(PRESENT) | CUE_BIT(REFUTED) | CUE_BIT(REMEDIED))

/* … and of one that answers it, or goes on about it whatever it names. */
#define ANSWERS (CUE_BIT(EVIDENCE) | CUE_BIT(TOTAL) | CUE_BIT(ANAPHOR))

/* Clauses in the order of the text, with what they say taken together. */
struct blend {
	const struct speech *speech;
	size_t *list; /* indexes of clauses */
	size_t count;
};

/* Its topic and sentence are for the caller to fill in. */
struct remark blend(const struct blend *b);

#endif
