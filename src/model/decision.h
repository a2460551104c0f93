/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_DECISION_H
#define MODEL_DECISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "diag/diag.h"
#include "model/verdict.h"

/*
 * What people have decided about single points: deviations they accept
 * (waivers.yaml) and answers to what liskoll leaves open (judgements.yaml).
 * Keys and meaning: docs/waivers.md.  Filled by intake/, read-only after
 * that, in the arena of the municipality.
 */

/* A point: a finding by its id, or a rule and what narrows it. */
struct target {
	struct text finding;
	struct text rule;
	struct text part; /* a label; empty: not narrowed */
	struct texts about; /* at most one id */
};

struct waiver {
	struct target of;
	uint32_t rule_version;
	struct texts covers; /* reason codes; none: any reason */
	struct text owner;
	struct text approver;
	struct text reason;
	struct text instead; /* what is done in its place */
	struct text regno;
	struct date decided;
	struct date expires; /* holds through its last day */
	struct place at;
};

/* A person's judgement; `judgement` alone is liskoll's own. */
struct opinion {
	struct target of;
	enum verdict verdict;
	struct text why;
	struct text by;
	struct date date;
	struct texts evidence; /* ids, or texts of more than one word */
	struct {
		struct date to;
	} valid;
	struct place at;
};

struct decisions {
	struct {
		struct waiver *list;
		size_t count;
	} waivers;
	struct {
		struct opinion *list;
		size_t count;
	} opinions;
	bool incomplete; /* an entry or a file could not be used */
};

/* What became of one. */
enum decision_status {
	DECISION_USED,
	DECISION_UNUSED,
	DECISION_EXPIRED,
	DECISION_WRONG_VERSION,
	DECISION_UNKNOWN_RULE,
	DECISION_NOT_YET, /* decided after the day that is spoken about */
	DECISION_OVERTAKEN,
	DECISION_STATUSES
};

/* Why it is not used. */
enum decision_cause {
	CAUSE_NONE,
	CAUSE_NO_SUCH_PART,
	CAUSE_NO_DEVIATION,
	CAUSE_OPEN, /* whether there is a deviation can't be told */
	CAUSE_OTHER_REASON,
	CAUSE_NOT_ASSESSED,
	CAUSE_AGREES,
	CAUSE_DIFFERS,
	CAUSE_EVIDENCE_CHANGED,
	CAUSE_EVIDENCE_MISSING,
	CAUSE_RUN_OUT,
	CAUSE_NEWER,
	DECISION_CAUSES
};

extern const struct words decision_status_words, decision_cause_words;

/* A sentence for people, as DIAG_WORD(); empty for CAUSE_NONE. */
const char *decision_cause_what(enum decision_cause c);

struct arena;
struct rule;

struct settled {
	const struct waiver *waiver; /* one of the two, the other NULL */
	const struct opinion *opinion;
	const struct target *of;
	struct place at;
	const struct rule *rule; /* NULL: not known */
	enum decision_status status;
	enum decision_cause cause;
	size_t parts; /* that it marks */
};

/* Whether somebody has to see to it: a finding of its own. */
bool settled_is_finding(const struct settled *s);

/* What to tell of one that is not used. */
struct settled_message {
	enum diag_kind kind;
	struct diag_args args;
};

struct settled_message settled_message(struct arena *a, const struct settled *s);

#endif
