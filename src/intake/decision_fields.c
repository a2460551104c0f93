/* SPDX-License-Identifier: EUPL-1.2 */
/* The keys of waivers.yaml and judgements.yaml: see docs/waivers.md. */
#include "intake/decisions.h"

#define AT(type, member) .offset = offsetof(struct type, member)

/* What a person can judge: to leave it open is no judgement. */
static const char *const judged_names[VERDICTS] = {
	[VERDICT_MET] = "met",
	[VERDICT_PARTIAL] = "partial",
	[VERDICT_GAP] = "gap",
	[VERDICT_NA] = "na",
};
static const struct words judged_words = { judged_names, VERDICTS };

/* How both files name a point. */
#define TARGET_FIELDS(struct_)                                              \
	{ .key = "finding",                                                 \
	  .type = FIELD_TEXT,                                               \
	  AT(struct_, of.finding),                                          \
	  .doc = "The id of the finding; instead of rule, part, about" },   \
		{ .key = "rule",                                            \
		  .type = FIELD_ID,                                         \
		  AT(struct_, of.rule),                                     \
		  .doc = "The id of the rule" },                            \
		{ .key = "part",                                            \
		  .type = FIELD_TEXT,                                       \
		  AT(struct_, of.part),                                     \
		  .doc = "The label of the part" },                         \
	{                                                                   \
		.key = "about", .type = FIELD_TEXTS, AT(struct_, of.about), \
		.doc = "The id of the system or supplier"                   \
	}

static const struct field waiver_fields[] = {
	{ .type = FIELD_PLACE, AT(waiver, at) },
	TARGET_FIELDS(waiver),
	{ .key = "rule_version",
	  .type = FIELD_NUMBER,
	  .flags = FIELD_REQUIRED,
	  AT(waiver, rule_version),
	  .least = 1,
	  .doc = "The version of the rule that the decision was about" },
	{ .key = "covers",
	  .type = FIELD_TEXTS,
	  AT(waiver, covers),
	  .doc = "The reasons that are accepted; any when left out" },
	{ .key = "owner",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_NULL,
	  AT(waiver, owner),
	  .doc = "Who answers for the deviation" },
	{ .key = "approver",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_NULL,
	  AT(waiver, approver),
	  .doc = "Who has accepted it" },
	{ .key = "reason",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_NULL,
	  AT(waiver, reason),
	  .doc = "Why it is accepted" },
	{ .key = "instead",
	  .type = FIELD_TEXT,
	  AT(waiver, instead),
	  .doc = "What is done in its place" },
	{ .key = "regno",
	  .type = FIELD_TEXT,
	  AT(waiver, regno),
	  .doc = "The registration number of the decision" },
	{ .key = "decided",
	  .type = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  AT(waiver, decided),
	  .doc = "When it was decided" },
	{ .key = "expires",
	  .type = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  AT(waiver, expires),
	  .doc = "The last day it holds" },
};

static const struct field valid_fields[] = {
	{ .key = "to",
	  .type = FIELD_DATE,
	  .offset = 0,
	  .doc = "The last day it holds" },
};
static const struct fields valid_set = { DIAG_WORD("a time of validity"),
					 valid_fields, 1, 0 };

static const struct field judgement_fields[] = {
	{ .type = FIELD_PLACE, AT(opinion, at) },
	TARGET_FIELDS(opinion),
	{ .key = "verdict",
	  .type = FIELD_WORD,
	  .flags = FIELD_REQUIRED,
	  AT(opinion, verdict),
	  .words = &judged_words,
	  .doc = "met, partial, gap or na" },
	{ .key = "why",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_NULL,
	  AT(opinion, why),
	  .doc = "What it rests on, in a sentence" },
	{ .key = "by",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_NULL,
	  AT(opinion, by),
	  .doc = "Who has judged" },
	{ .key = "date",
	  .type = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  AT(opinion, date),
	  .doc = "When" },
	{ .key = "evidence",
	  .type = FIELD_TEXTS,
	  AT(opinion, evidence),
	  .doc = "Ids of documents and processes, or what it was in words" },
	{ .key = "valid",
	  .type = FIELD_MAP,
	  AT(opinion, valid),
	  .set = &valid_set,
	  .doc = "Until when it holds" },
};
const struct fields waiver_set = FIELDS(DIAG_WORD("a waiver"), struct waiver,
					waiver_fields);
const struct fields judgement_set = FIELDS(DIAG_WORD("a judgement"),
					   struct opinion, judgement_fields);
