/* SPDX-License-Identifier: EUPL-1.2 */
#include "batch/decisions.h"

static bool is_broken(const struct ruleset *rules, struct str id)
{
	for (size_t i = 0; i < rules->broken.count; i++)
		if (str_eq(rules->broken.list[i].str, id))
			return true;
	return false;
}

static void unknown_rule(struct diags *d, const struct ruleset *rules,
			 struct text id)
{
	struct str_near near;

	if (is_broken(rules, id.str))
		return;
	str_near_start(&near, id.str);
	for (size_t i = 0; i < rules->count; i++)
		str_near_try(&near, rules->list[i].id.str);
	diag_add(d, near.best.len ? DIAG_DECISION_RULE_NEAR : DIAG_DECISION_RULE,
		 id.at, ARGS(id.str, (struct str){ 0 }, near.best));
}

/* Whether a part of that label counts; the others are told to `near`. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static bool try_labels(const struct parts *parts, struct str_near *near)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *p = &parts->list[i];

		str_near_try(near, p->label.str);
		if (str_eq(p->label.str, near->name) ||
		    try_labels(&p->elements, near) ||
		    try_labels(&p->clauses, near))
			return true;
	}
	return false;
}

static void check_target(struct diags *d, const struct ruleset *rules,
			 const struct target *t)
{
	const struct rule *rule;
	struct str_near near;

	if (!t->rule.str.len)
		return;
	rule = ruleset_called(rules, t->rule.str);
	if (!rule) {
		unknown_rule(d, rules, t->rule);
		return;
	}
	if (!t->part.str.len)
		return;
	str_near_start(&near, t->part.str);
	if (!try_labels(&rule->expect, &near))
		diag_add(d,
			 near.best.len ? DIAG_DECISION_PART_NEAR
				       : DIAG_DECISION_PART,
			 t->part.at, ARGS(t->part.str, rule->id.str, near.best));
}

void decisions_check(struct diags *d, const struct ruleset *rules,
		     const struct inventory *v)
{
	const struct decisions *all = &v->decisions;

	for (size_t i = 0; i < all->waivers.count; i++)
		check_target(d, rules, &all->waivers.list[i].of);
	for (size_t i = 0; i < all->opinions.count; i++)
		check_target(d, rules, &all->opinions.list[i].of);
}
