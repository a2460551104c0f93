/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_LEAST_H
#define ASSESS_LEAST_H

#include "model/assessment.h"

struct arena;

/*
 * The least that makes the rule met for one subject: the parts to close, by
 * their number in the result, those of least effort first.  Of a group of
 * which some are enough these are the cheapest; of equal ones the first.
 */
struct least least_of(struct arena *a, const struct rule *rule,
		      const struct result *r);

#endif
