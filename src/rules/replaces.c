/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The names that rules had before.  Each belongs to one rule alone, and to
 * none that is there, or a finding would have two ids or two would have one.
 */
#include "rules/rules.h"

static bool is_there(const struct ruleset *s, struct str id)
{
	return ruleset_find(s, id) || texts_hold(s->broken, id);
}

/* The rule before this one that has the name too; or NULL. */
static const struct rule *other_owner(const struct ruleset *s,
				      const struct rule *rule, struct str id)
{
	for (const struct rule *r = s->list; r < rule; r++)
		if (texts_hold(r->replaces, id))
			return r;
	return NULL;
}

bool rule_check_names(const struct ruleset *set, struct diags *d,
		      const struct rule *rule)
{
	size_t before = d->errors;

	for (size_t i = 0; i < rule->replaces.count; i++) {
		struct text id = rule->replaces.list[i];
		struct texts own = { rule->replaces.list, i };
		const struct rule *other = other_owner(set, rule, id.str);

		if (texts_hold(own, id.str))
			other = rule;
		if (is_there(set, id.str))
			diag_add(d, DIAG_REPLACES_RULE, id.at, ARGS(id.str));
		else if (other)
			diag_add(d, DIAG_REPLACES_TWICE, id.at,
				 ARGS(id.str, other->id.str));
	}
	return d->errors == before;
}
