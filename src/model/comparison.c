/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/comparison.h"

static const char *const promise_names[] = {
	[PROMISE_KEPT] = "kept",
	[PROMISE_IN_PROGRESS] = "in-progress",
	[PROMISE_NOT_KEPT] = "not-kept",
	[PROMISE_NOT_KNOWN] = "not-known",
};

static const char *const absence_names[] = {
	[ABSENCE_RULE] = "no-rule",
	[ABSENCE_SUBJECT] = "no-subject",
	[ABSENCE_PART] = "no-part",
};

const struct words promise_words = { promise_names, PROMISES };
const struct words absence_words = { absence_names, ABSENCES };

enum priority followed_priority(const struct followed *p)
{
	if (p->part && p->part->priority)
		return p->part->priority;
	return p->result ? p->result->rule->priority : PRIORITY_UNSET;
}

bool follow_up_is_open(enum follow_up f)
{
	return f == FOLLOW_PARTLY || f == FOLLOW_REMAINS || f == FOLLOW_WORSE ||
	       f == FOLLOW_NA_UNPROVEN;
}
