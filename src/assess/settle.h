/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_SETTLE_H
#define ASSESS_SETTLE_H

#include "match/match.h"
#include "model/assessment.h"

/*
 * Hold the waivers and judgements of the inventory against the results:
 * parts get their marks, and every decision a status.  No verdict and no
 * total changes.
 */
void settle(struct arena *a, const struct ruleset *rules,
	    const struct matches *matches, struct assessment *assessment);

#endif
