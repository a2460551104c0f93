/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_REMARK_H
#define MATCH_REMARK_H

#include <stdbool.h>
#include <stddef.h>

#include "match/match.h"

/*
 * What a text says, sentence by sentence: of each topic in a sentence how
 * all the clauses of the statement together speak of it.  "There is a plan,
 * but it was never tested" is one remark on the plan: partial.  A short
 * paragraph is one statement, and so is an item with the items under it.
 */
struct remark {
	size_t topic; /* index; SIZE_MAX: none was recognised */
	size_t sentence; /* index */
	size_t clause; /* index of the one that decided; SIZE_MAX: none */
	enum stance stance;
	bool hedged;
};

struct remarks {
	struct remark *list; /* by sentence, then topic; a sentence has one */
	size_t count;
};

/* What a rule that accepts a statement makes of a stance. */
enum suggestion {
	SUGGESTS_NONE,
	SUGGESTS_MET,
	SUGGESTS_PARTIAL,
	SUGGESTS_GAP,
	SUGGESTIONS
};

extern const struct words suggestion_words;

enum suggestion remark_suggests(enum stance s);

/* Lives in the arena. */
struct remarks remarks_of(struct arena *a, const struct vocab *v,
			  const struct speech *s);

/*
 * What the text says of one topic, statement by statement; only those that
 * speak of it.  The sentence of a remark is the first of its statement.
 */
struct remarks remarks_on(struct arena *a, const struct vocab *v,
			  const struct speech *s, size_t topic);

#endif
