/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What rules say of each other: a part may look at what other rules came to.
 * Every rule and label that is named must be there, and no rule may wait for
 * itself.  A broken link breaks the rule, which may break links to it.
 */
#include "rules/rules.h"

struct linker {
	const struct ruleset *set;
	struct diags *diags;
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static bool has_label(const struct parts *parts, struct str label)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *p = &parts->list[i];
		const struct parts *group = part_group(p);

		if (str_eq(p->label.str, label) ||
		    has_label(&p->elements, label) ||
		    has_label(&p->clauses, label) ||
		    (group && has_label(group, label)))
			return true;
	}
	return false;
}

static bool is_broken(const struct ruleset *s, struct str id)
{
	for (size_t i = 0; i < s->broken.count; i++)
		if (str_eq(s->broken.list[i].str, id))
			return true;
	return false;
}

static void report_unknown(const struct linker *l, const struct reference *r)
{
	struct str_near near;

	str_near_start(&near, r->rule);
	for (size_t i = 0; i < l->set->count; i++)
		str_near_try(&near, l->set->list[i].id.str);
	diag_add(l->diags,
		 near.best.len ? DIAG_NO_SUCH_RULE_NEAR : DIAG_NO_SUCH_RULE,
		 r->written.at, ARGS(r->rule, near.best));
}

static void check_references(const struct linker *l, struct references refs)
{
	for (size_t i = 0; i < refs.count; i++) {
		const struct reference *r = &refs.list[i];
		const struct rule *to = ruleset_find(l->set, r->rule);

		if (!to && !is_broken(l->set, r->rule))
			report_unknown(l, r);
		else if (to && r->label.len && !has_label(&to->expect, r->label))
			diag_add(l->diags, DIAG_NO_SUCH_PART, r->written.at,
				 ARGS(r->rule, r->label));
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): no more steps than the caller allows */
static bool leads_to(const struct linker *l, const struct rule *from,
		     const struct rule *to, size_t steps)
{
	for (size_t i = 0; steps && i < from->named.count; i++) {
		const struct rule *next = ruleset_find(l->set,
						       from->named.list[i].rule);

		if (next == to || (next && leads_to(l, next, to, steps - 1)))
			return true;
	}
	return false;
}

/* How many links may lie between two rules: more are no one's to follow. */
#define MAX_STEPS 8

bool rule_link(const struct ruleset *set, struct diags *d,
	       const struct rule *rule, bool whole)
{
	struct linker l = { set, d };
	size_t before = d->errors;

	if (leads_to(&l, rule, rule, MAX_STEPS))
		diag_add(d, DIAG_RULE_CYCLE, rule->at, ARGS(rule->id.str));
	else if (whole)
		check_references(&l, rule->named);
	return d->errors == before;
}
