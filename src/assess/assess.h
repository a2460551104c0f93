/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_ASSESS_H
#define ASSESS_ASSESS_H

#include "match/match.h"
#include "model/assessment.h"

/*
 * Rules and what was matched → verdicts.  Pure: no file, no clock, no
 * message; the order of decision is that of docs/verdicts.md.  The result
 * lives in the arena and points into the rules and the inventory.
 */
struct assessment *assess(struct arena *a, const struct ruleset *rules,
			  const struct matches *matches);

#endif
