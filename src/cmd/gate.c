/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/gate.h"

static const char *const level_names[] = {
	[GATE_SHORT] = "short", [GATE_MEDIUM] = "medium",
	[GATE_LONG] = "long",   [GATE_UNKNOWN] = "unknown",
	[GATE_NEVER] = "never",
};

static const struct words levels = { level_names, GATE_LEVELS };

const char *gate_level_name(enum gate_level level)
{
	return level_names[level];
}

bool gate_parse(const char *text, struct gate *ret_gate)
{
	struct str s = str_of(text), head;
	size_t level;

	ret_gate->since = GATE_ANY;
	if (str_starts(s, STR("new:")))
		ret_gate->since = GATE_NEW;
	else if (str_starts(s, STR("worse:")))
		ret_gate->since = GATE_WORSE;
	if (ret_gate->since != GATE_ANY)
		str_cut(&s, ':', &head);
	level = words_find(levels, s);
	if (level == GATE_LEVELS)
		return false;
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

	for (size_t i = 0; i < count && g->since != GATE_WORSE; i++) {
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
