/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/gate.h"

static const char *const level_names[] = {
	[GATE_SHORT] = "short", [GATE_MEDIUM] = "medium",
	[GATE_LONG] = "long",   [GATE_UNKNOWN] = "unknown",
	[GATE_NEVER] = "never",
};

static const char *const since_names[] = {
	[GATE_NEW] = "new",
	[GATE_WORSE] = "worse",
	[GATE_REMAINS] = "remains",
};

static const struct words sinces = { since_names, GATE_SINCES };
static const struct words levels = { level_names, GATE_LEVELS };

const char *gate_level_name(enum gate_level level)
{
	return level_names[level];
}

bool gate_parse(const char *text, struct gate *ret_gate)
{
	struct str s = str_of(text), head, rest = s;
	size_t since = GATE_ANY, level;

	/* Without a colon all of it is the level. */
	str_cut(&rest, ':', &head);
	if (head.len < s.len) {
		since = words_find(sinces, head);
		s = rest;
	}
	level = words_find(levels, s);
	if (level == GATE_LEVELS || since == GATE_SINCES)
		return false;
	ret_gate->since = (enum gate_since)since;
	ret_gate->level = (enum gate_level)level;
	return true;
}

static bool is_since(enum gate_since since, const struct part_result *p)
{
	switch (since) {
	case GATE_ANY:
		return true;
	case GATE_NEW:
		return !p->has_earlier || p->earlier == VERDICT_MET ||
		       p->earlier == VERDICT_NA;
	case GATE_WORSE:
		return p->has_earlier && p->follow_up == FOLLOW_WORSE;
	case GATE_REMAINS:
		return p->has_earlier && verdict_is_finding(p->earlier);
	case GATE_SINCES:
		break;
	}
	return true;
}

/* Whether that is urgent enough for the gate. */
static bool reaches(const struct gate *g, enum priority priority)
{
	/* The least urgent that counts. */
	static const enum priority least[GATE_LEVELS] = {
		[GATE_SHORT] = PRIORITY_SHORT, [GATE_MEDIUM] = PRIORITY_MEDIUM,
		[GATE_LONG] = PRIORITY_LONG,   [GATE_UNKNOWN] = PRIORITY_LONG,
		[GATE_NEVER] = PRIORITY_UNSET,
	};

	return priority <= least[g->level];
}

static bool trips(const struct gate *g, const struct part_result *p)
{
	if (!p->counts || p->waived || !is_since(g->since, p))
		return false;
	if (p->verdict == VERDICT_UNKNOWN)
		return g->level == GATE_UNKNOWN;
	return verdict_is_finding(p->verdict) && reaches(g, p->priority);
}

/* As urgent as the rule it names; what names no rule can't wait. */
static size_t count_settled(const struct gate *g, const struct settled *list,
			    size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count && g->since < GATE_WORSE; i++) {
		const struct rule *rule = list[i].rule;

		n += settled_is_finding(&list[i]) &&
		     (!rule || (rule->status != RULE_TRIAL &&
				reaches(g, rule->priority)));
	}
	return n;
}

size_t gate_count(const struct gate *g, const struct assessment *a)
{
	size_t n = 0;

	if (g->level == GATE_NEVER)
		return 0;
	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		for (size_t k = 0; k < r->count; k++)
			n += r->rule->status != RULE_TRIAL &&
			     trips(g, &r->parts[k]);
	}
	n += count_settled(g, a->waivers, a->waiver_count);
	n += count_settled(g, a->judgements, a->judgement_count);
	return n;
}

/* What an earlier audit found, and what it did not, as in an assessment. */
static bool is_followed_since(enum gate_since since, const struct followed *p)
{
	bool was_well = !p->earlier || p->earlier->verdict == VERDICT_MET ||
			p->earlier->verdict == VERDICT_NA ||
			p->status == FOLLOW_NEW;

	switch (since) {
	case GATE_ANY:
		return true;
	case GATE_NEW:
		return was_well;
	case GATE_WORSE:
		return p->status == FOLLOW_WORSE;
	case GATE_REMAINS:
		return p->earlier && verdict_is_finding(p->earlier->verdict);
	case GATE_SINCES:
		break;
	}
	return true;
}

static bool trips_followed(const struct gate *g, const struct followed *p)
{
	bool trial = p->result && p->result->rule->status == RULE_TRIAL;

	if (trial || (p->part && p->part->waived) ||
	    !is_followed_since(g->since, p))
		return false;
	if (p->status == FOLLOW_UNKNOWN || p->status == FOLLOW_SILENT)
		return g->level == GATE_UNKNOWN;
	return (p->status == FOLLOW_NEW || follow_up_is_open(p->status)) &&
	       reaches(g, followed_priority(p));
}

size_t gate_count_followed(const struct gate *g, const struct comparison *c)
{
	size_t n = 0;

	for (size_t i = 0; g->level != GATE_NEVER && i < c->count; i++)
		n += trips_followed(g, &c->points[i]);
	return n;
}
