/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_COMPARISON_H
#define MODEL_COMPARISON_H

#include "model/assessment.h"
#include "model/inventory.h"

/*
 * What became of the points of an earlier audit.  It points into the
 * assessment of now, and holds all that a report on the two needs.
 */

/* Whether what was promised in the answer to the earlier audit was kept. */
enum promise {
	PROMISE_NONE, /* nothing was promised */
	PROMISE_KEPT,
	PROMISE_IN_PROGRESS,
	PROMISE_NOT_KEPT,
	PROMISE_NOT_KNOWN,
	PROMISES
};

/* Why there is nothing of now to hold an earlier point against. */
enum absence {
	ABSENCE_NONE,
	ABSENCE_RULE, /* no such rule was applied now */
	ABSENCE_SUBJECT, /* the system or supplier is not among those of now */
	ABSENCE_PART, /* the rule has no such part any more */
	ABSENCES
};

extern const struct words promise_words, absence_words;

/* What a point of the earlier audit comes to, part by part. */
struct followed_parts {
	const struct part_result **list;
	size_t count;
};

/*
 * A part of a rule, or the whole of it, for one subject: what the earlier
 * audit found, or what is found now and was not then (FOLLOW_NEW).
 */
struct followed {
	const struct earlier *earlier; /* NULL: new */
	const struct result *result; /* now; NULL: see absence */
	/*
	 * Now: the part and its elements of which something is known; of a
	 * whole rule its parts.
	 */
	struct followed_parts parts;
	struct str rule; /* its id now, else as it was called then */
	struct str subject; /* id; empty: the organisation */
	struct str label; /* empty: the whole rule */
	enum verdict then; /* of it and its elements, as `verdict` is */
	enum verdict verdict; /* now, of all these parts */
	const struct part_result *part; /* that decides most; NULL: none */
	enum reason reason; /* its reason, where it says why */
	enum follow_up status;
	enum promise promise;
	enum absence absence;
};

struct comparison {
	const struct assessment *now;
	struct str earlier_as_of; /* empty: the earlier points tell years */
	struct str earlier_program; /* empty: this one, or no program */
	struct followed *points; /* by subject, area, rule and part */
	size_t count;
	size_t totals[FOLLOW_UPS];
	size_t promises[PROMISES];
};

/* Of the part that decides most; PRIORITY_UNSET where there is none. */
enum priority followed_priority(const struct followed *p);

/* What the earlier audit found is not mended, or is worse. */
bool follow_up_is_open(enum follow_up f);

#endif
