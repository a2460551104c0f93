/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/rule.h"

#include "model/vocab.h"

static const char *const status_names[] = {
	[RULE_TRIAL] = "trial",
	[RULE_STABLE] = "stable",
	[RULE_DEPRECATED] = "deprecated",
};

static const char *const priority_names[] = {
	[PRIORITY_SHORT] = "short",
	[PRIORITY_MEDIUM] = "medium",
	[PRIORITY_LONG] = "long",
};

static const char *const effort_names[] = {
	[EFFORT_S] = "S",
	[EFFORT_M] = "M",
	[EFFORT_L] = "L",
};

static const char *const subject_names[] = {
	[SUBJECT_ORGANISATION] = "organisation",
	[SUBJECT_SYSTEM] = "system",
	[SUBJECT_SUPPLIER] = "supplier",
};

static const char *const empty_names[] = {
	[EMPTY_UNKNOWN] = "unknown",
	[EMPTY_NA] = "na",
	[EMPTY_GAP] = "gap",
	[EMPTY_ORGANISATION] = "organisation",
};

static const char *const shows_names[] = {
	[SHOWS_DOCUMENTED] = "documented",
	[SHOWS_PERFORMED] = "performed",
};

static const char *const accepts_names[] = {
	[ACCEPTS_DOCUMENT] = "document", [ACCEPTS_RECORD] = "record",
	[ACCEPTS_SHOWN] = "shown",       [ACCEPTS_STATEMENT] = "statement",
	[ACCEPTS_NORM] = "norm",
};

static const char *const point_names[] = {
	[POINT_DOCUMENTED] = "documented", [POINT_PERFORMED] = "performed",
	[POINT_DECIDED] = "decided",       [POINT_TESTED] = "tested",
	[POINT_KNOWN] = "known",           [POINT_USED] = "used",
};

static const char *const property_names[] = {
	[PROPERTY_REGNO] = "regno",
	[PROPERTY_APPROVAL] = "approval",
	[PROPERTY_DATE] = "date",
};

static const char *const allow_names[] = {
	[NA_NEVER] = "never",
	[NA_WITH_PROOF] = "with-proof",
};

const struct words rule_status_words = { status_names, RULE_STATUSES };
const struct words priority_words = { priority_names, PRIORITIES };
const struct words effort_words = { effort_names, EFFORTS };
const struct words subject_kind_words = { subject_names, SUBJECT_KINDS };
const struct words empty_words = { empty_names, EMPTIES };
const struct words shows_words = { shows_names, SHOWS };
const struct words accepts_words = { accepts_names, ACCEPTS };
const struct words point_words = { point_names, POINTS };
const struct words na_allow_words = { allow_names, NA_ALLOWS };
const struct words paper_property_words = { property_names, PROPERTIES };

const struct rule *ruleset_find(const struct ruleset *s, struct str id)
{
	size_t low = 0, high = s->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(s->list[mid].id.str, id);

		if (c == 0)
			return &s->list[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

struct str rule_first_id(const struct rule *r)
{
	return r->replaces.count ? r->replaces.list[0].str : r->id.str;
}

const struct rule *ruleset_called(const struct ruleset *s, struct str id)
{
	const struct rule *rule = ruleset_find(s, id);

	for (size_t i = 0; i < s->count && !rule; i++)
		if (rule_is_called(&s->list[i], id))
			rule = &s->list[i];
	return rule;
}

bool rule_is_called(const struct rule *r, struct str id)
{
	return str_eq(r->id.str, id) || texts_hold(r->replaces, id);
}

const struct parts *part_group(const struct part *p)
{
	switch (p->kind) {
	case PART_ANY:
		return &p->any;
	case PART_ALL:
		return &p->all;
	case PART_AT_LEAST:
		return &p->of;
	case PART_DOCUMENT:
	case PART_RECORD:
	case PART_STATEMENT:
	case PART_ELEMENT:
	case PART_PAPERS:
	case PART_RESULTS:
	case PART_KINDS:
		return NULL;
	}
	return NULL;
}
