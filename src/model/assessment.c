/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/assessment.h"

static const char *const stance_names[] = {
	[STANCE_AFFIRMED] = "affirmed", [STANCE_PARTIAL] = "partial",
	[STANCE_STARTED] = "started",   [STANCE_PLANNED] = "planned",
	[STANCE_NEGATED] = "negated",   [STANCE_HISTORIC] = "historic",
	[STANCE_NORM] = "norm",         [STANCE_QUESTION] = "question",
	[STANCE_IMPLIED] = "implied",
};

static const char *const follow_up_names[] = {
	[FOLLOW_CLOSED] = "closed",
	[FOLLOW_PARTLY] = "partly",
	[FOLLOW_REMAINS] = "remains",
	[FOLLOW_WORSE] = "worse",
	[FOLLOW_STANDS] = "stands",
	[FOLLOW_NOT_APPLICABLE] = "not-applicable",
	[FOLLOW_UNKNOWN] = "unknown",
};

const struct words stance_words = { stance_names, STANCES };
const struct words follow_up_words = { follow_up_names, FOLLOW_UPS };
