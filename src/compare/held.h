/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef COMPARE_HELD_H
#define COMPARE_HELD_H

#include "compare/directory.h"
#include "model/comparison.h"

struct arena;

/* The assessment of now, and where what stands in it. */
struct present {
	const struct assessment *of;
	struct directory results; /* by the rule's id and the subject */
	struct directory names; /* of rules, old and new: a result's number */
};

struct present present_new(struct arena *a, const struct assessment *now);

/* What the rule of that name, old or new, is called now; else as it was. */
struct str present_name(const struct present *now, struct str rule);

/* Whether a label is of an element or clause of another: "a/b" of "a". */
bool label_is_below(struct str label, struct str above);

/*
 * Whether an element is missing only since what should hold it is: liskoll
 * says so of every element of a paper that is not there.
 */
bool part_is_consequence(const struct result *r, const struct part_result *p);

/* The earlier points, by what their rules are called now and by subject. */
struct past {
	const struct earlier *list;
	struct directory points; /* numbers of the list */
};

/* As part_is_consequence(), of what the earlier audit found. */
bool past_is_consequence(const struct past *past, const struct entry *point);

/* Hold an earlier point against the assessment of now. */
struct followed followed_hold(struct arena *a, const struct past *past,
			      const struct entry *point,
			      const struct present *now);

/* What is found now and was not then. */
struct followed followed_new(struct arena *a, const struct result *r,
			     const struct part_result *p);

#endif
