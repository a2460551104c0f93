/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/decision.h"

#include <stdio.h>

#include "base/arena.h"
#include "model/rule.h"

static const char *const status_names[] = {
	[DECISION_USED] = "used",
	[DECISION_UNUSED] = "unused",
	[DECISION_EXPIRED] = "expired",
	[DECISION_WRONG_VERSION] = "wrong-version",
	[DECISION_UNKNOWN_RULE] = "unknown-rule",
	[DECISION_NOT_YET] = "not-yet",
	[DECISION_OVERTAKEN] = "overtaken",
};

static const char *const cause_names[] = {
	[CAUSE_NONE] = NULL,
	[CAUSE_NO_SUCH_PART] = "no-such-part",
	[CAUSE_NO_DEVIATION] = "no-deviation",
	[CAUSE_OPEN] = "open",
	[CAUSE_OTHER_REASON] = "other-reason",
	[CAUSE_NOT_ASSESSED] = "not-assessed",
	[CAUSE_AGREES] = "agrees",
	[CAUSE_DIFFERS] = "differs",
	[CAUSE_EVIDENCE_CHANGED] = "evidence-changed",
	[CAUSE_EVIDENCE_MISSING] = "evidence-missing",
	[CAUSE_RUN_OUT] = "run-out",
	[CAUSE_NEWER] = "newer-judgement",
};

static const char *const cause_texts[] = {
	[CAUSE_NONE] = "",
	[CAUSE_NO_SUCH_PART] = DIAG_WORD("there is no such point"),
	[CAUSE_NO_DEVIATION] = DIAG_WORD("there is no deviation here any more"),
	[CAUSE_OPEN] = DIAG_WORD("it can't be told whether there is a deviation"),
	[CAUSE_OTHER_REASON] = DIAG_WORD("what is wrong now is something else "
					 "than was accepted"),
	[CAUSE_NOT_ASSESSED] = DIAG_WORD("the point was not assessed this time"),
	[CAUSE_AGREES] = DIAG_WORD(
		"liskoll now reaches the same verdict by itself"),
	[CAUSE_DIFFERS] = DIAG_WORD(
		"liskoll now reaches another verdict by itself"),
	[CAUSE_EVIDENCE_CHANGED] = DIAG_WORD("the evidence is newer than the "
					     "judgement, or no longer counts"),
	[CAUSE_EVIDENCE_MISSING] = DIAG_WORD("the evidence is not in the "
					     "inventory"),
	[CAUSE_RUN_OUT] = DIAG_WORD("it is no longer valid"),
	[CAUSE_NEWER] = DIAG_WORD("there is a newer judgement of the same point"),
};

const struct words decision_status_words = { status_names, DECISION_STATUSES };
const struct words decision_cause_words = { cause_names, DECISION_CAUSES };

const char *decision_cause_what(enum decision_cause c)
{
	return cause_texts[c];
}

bool settled_is_finding(const struct settled *s)
{
	switch (s->status) {
	case DECISION_USED:
	case DECISION_NOT_YET:
		return false;
	case DECISION_UNUSED:
		/* Nobody can mend what this assessment did not see. */
		return s->cause != CAUSE_OPEN && s->cause != CAUSE_NOT_ASSESSED;
	case DECISION_EXPIRED:
	case DECISION_WRONG_VERSION:
	case DECISION_UNKNOWN_RULE:
	case DECISION_OVERTAKEN:
	case DECISION_STATUSES:
		return true;
	}
	return true;
}

static struct str day(struct arena *a, struct date date)
{
	return str_of(date_text(date.last, arena_alloc(a, DATE_TEXT, 1, 1)));
}

static struct str number(struct arena *a, uint32_t n)
{
	char text[16];
	int len = snprintf(text, sizeof(text), "%u", (unsigned)n);

	return (struct str){ arena_copy(a, text, (size_t)len), (size_t)len };
}

struct settled_message settled_message(struct arena *a, const struct settled *s)
{
	struct str cause = str_of(decision_cause_what(s->cause));

	switch (s->status) {
	case DECISION_EXPIRED:
		return (struct settled_message){
			DIAG_WAIVER_EXPIRED, ARGS(day(a, s->waiver->expires))
		};
	case DECISION_NOT_YET:
		return (struct settled_message){
			DIAG_WAIVER_NOT_YET, ARGS(day(a, s->waiver->decided))
		};
	case DECISION_WRONG_VERSION:
		return (struct settled_message){
			DIAG_WAIVER_VERSION,
			ARGS(number(a, s->waiver->rule_version),
			     number(a, s->rule ? s->rule->version : 0))
		};
	case DECISION_UNKNOWN_RULE:
		return (struct settled_message){ DIAG_DECISION_RULE,
						 ARGS(s->of->rule.str) };
	case DECISION_OVERTAKEN:
		return (struct settled_message){ DIAG_JUDGEMENT_OVERTAKEN,
						 ARGS(cause) };
	case DECISION_UNUSED:
	case DECISION_USED:
	case DECISION_STATUSES:
		break;
	}
	if (!settled_is_finding(s))
		return (struct settled_message){ DIAG_DECISION_KEPT, ARGS(cause) };
	return (struct settled_message){ s->waiver ? DIAG_WAIVER_UNUSED
						   : DIAG_JUDGEMENT_UNUSED,
					 ARGS(cause) };
}
