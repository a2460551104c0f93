/* SPDX-License-Identifier: EUPL-1.2 */
#include "assess/least.h"

#include <string.h>

#include "base/arena.h"

/* How much has to be done about a reason, and so what comes first. */
enum toil {
	TOIL_MEND, /* finish or mend what there is */
	TOIL_ASK, /* find out, or hand in */
	TOIL_MAKE, /* begin anew */
};

static const enum toil toils[REASONS] = {
	[REASON_MISSING] = TOIL_MAKE,
	[REASON_TEMPLATE] = TOIL_ASK,
	[REASON_SUPERSEDED] = TOIL_ASK,
	[REASON_WRONG_FORM] = TOIL_ASK,
	[REASON_APPROVAL_UNKNOWN] = TOIL_ASK,
	[REASON_UNDATED] = TOIL_ASK,
	[REASON_DATE_IMPRECISE] = TOIL_ASK,
	[REASON_PERIOD_MISSED] = TOIL_MAKE,
	[REASON_CLAIMED_UNPROVEN] = TOIL_ASK,
	[REASON_ADMITTED] = TOIL_MAKE,
	[REASON_PLANNED] = TOIL_MAKE,
	[REASON_IMPLIED] = TOIL_MAKE,
	[REASON_LAPSED] = TOIL_ASK,
	[REASON_UNTESTED] = TOIL_MAKE,
	[REASON_CONTRADICTED] = TOIL_ASK,
	[REASON_NO_EARLIER] = TOIL_ASK,
	[REASON_RECRUITING] = TOIL_MAKE,
	[REASON_THIN_BASIS] = TOIL_ASK,
	[REASON_NOT_STATED] = TOIL_ASK,
	[REASON_NO_INFORMATION] = TOIL_ASK,
	[REASON_NOT_READ] = TOIL_ASK,
	[REASON_UNREAD] = TOIL_ASK,
	[REASON_EMPTY_POPULATION] = TOIL_ASK,
	[REASON_LIMIT] = TOIL_ASK,
	[REASON_NA_UNPROVEN] = TOIL_ASK,
	[REASON_NA_REFUTED] = TOIL_MAKE,
	[REASON_NA_NOT_ALLOWED] = TOIL_MAKE,
};

static unsigned cost_of(const struct part_result *r)
{
	static const unsigned costs[] = {
		[TOIL_MEND] = 2,
		[TOIL_ASK] = 1,
		[TOIL_MAKE] = 4,
	};

	return costs[toils[r->reason]];
}

struct picker {
	struct arena *arena;
	const struct result *result;
	uint32_t *list;
	size_t count;
};

/* The number of a part in the result, or its count. */
static size_t find(const struct result *r, struct str label)
{
	size_t i = 0;

	while (i < r->count && !str_eq(r->parts[i].label, label))
		i++;
	return i;
}

static bool is_closed(enum verdict v)
{
	return v == VERDICT_MET || v == VERDICT_NA;
}

static unsigned pick_all(struct picker *p, const struct parts *parts);
static unsigned pick_some(struct picker *p, const struct parts *parts, size_t n);

/* One part without its elements. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static unsigned pick_part(struct picker *p, const struct part *part)
{
	size_t i = find(p->result, part->label.str);
	const struct part_result *r = &p->result->parts[i];
	const struct parts *group = part_group(part);

	if (i == p->result->count || is_closed(r->verdict))
		return 0;
	/* A claim is judged for the group as a whole. */
	if (group && r->counted == COUNTED_NOT)
		group = NULL;
	if (group && part->kind == PART_ALL)
		return pick_all(p, group);
	if (group)
		return pick_some(p, group,
				 part->kind == PART_ANY ? 1 : part->at_least);
	/* Clauses that count in the stead of their paper. */
	if (part->clauses.count && r->counted != COUNTED_NOT)
		return pick_all(p, &part->clauses);
	p->list[p->count++] = (uint32_t)i;
	if (part->clauses.count && r->verdict == VERDICT_PARTIAL)
		return cost_of(r) + pick_all(p, &part->clauses);
	return cost_of(r);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static unsigned pick_all(struct picker *p, const struct parts *parts)
{
	unsigned cost = 0;

	for (size_t i = 0; i < parts->count; i++) {
		if (!parts->list[i].remark)
			cost += pick_part(p, &parts->list[i]);
		cost += pick_all(p, &parts->list[i].elements);
	}
	return cost;
}

struct offers {
	const struct part **list;
	size_t count;
	size_t met;
};

/* Elements are members beside what they are elements of. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void collect_offers(const struct picker *p, const struct parts *parts,
			   struct offers *o)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->list[i];
		size_t k = find(p->result, part->label.str);

		if (k < p->result->count && !part->remark) {
			o->met += p->result->parts[k].verdict == VERDICT_MET;
			if (!is_closed(p->result->parts[k].verdict))
				o->list[o->count++] = part;
		}
		collect_offers(p, &part->elements, o);
	}
}

/* The cheapest offer; it is taken out. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static const struct part *take_cheapest(struct picker *p, struct offers *o)
{
	size_t best = 0, mark = p->count;
	unsigned least = ~0U;
	const struct part *part;

	for (size_t i = 0; i < o->count; i++) {
		unsigned cost = pick_part(p, o->list[i]);

		p->count = mark;
		if (cost >= least)
			continue;
		least = cost;
		best = i;
	}
	part = o->list[best];
	memmove(&o->list[best], &o->list[best + 1],
		(--o->count - best) * sizeof(void *));
	return part;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static unsigned pick_some(struct picker *p, const struct parts *parts, size_t n)
{
	struct offers o = { 0 };
	unsigned cost = 0;

	o.list = arena_alloc(p->arena, p->result->count, sizeof(void *),
			     sizeof(void *));
	collect_offers(p, parts, &o);
	for (; o.met < n && o.count; n--)
		cost += pick_part(p, take_cheapest(p, &o));
	return cost;
}

static void sort_by_cost(struct picker *p)
{
	for (size_t i = 1; i < p->count; i++) {
		uint32_t number = p->list[i];
		unsigned cost = cost_of(&p->result->parts[number]);
		size_t k = i;

		for (; k; k--) {
			uint32_t before = p->list[k - 1];

			if (cost_of(&p->result->parts[before]) <= cost)
				break;
			p->list[k] = before;
		}
		p->list[k] = number;
	}
}

struct least least_of(struct arena *a, const struct rule *rule,
		      const struct result *r)
{
	struct picker p = { .arena = a, .result = r };

	if (is_closed(r->verdict))
		return (struct least){ 0 };
	p.list = arena_array(a, uint32_t, r->count);
	if (rule->rollup == ROLLUP_ANY)
		pick_some(&p, &rule->expect, 1);
	else
		pick_all(&p, &rule->expect);
	sort_by_cost(&p);
	return (struct least){ p.list, p.count };
}
