/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/nuance.h"

#include "match/facts.h"

/* The first shade whose words stand in the clause. */
static enum shade find_shade(const struct vocab *v, struct matcher *m,
			     struct str text)
{
	struct span span;

	for (enum shade s = SHADE_NONE + 1; s < SHADES; s++)
		if (terms_find(&v->shades[s], m, text, &span) == FOUND_HIT)
			return s;
	return SHADE_NONE;
}

/* The first that is found: the vocabulary has the shorter ones first. */
static struct period find_period(const struct vocab *v, struct matcher *m,
				 struct str text)
{
	struct span span;

	for (size_t i = 0; i < v->periods.count; i++)
		if (terms_find(&v->periods.list[i].terms, m, text, &span) ==
		    FOUND_HIT)
			return v->periods.list[i].period;
	return (struct period){ PERIOD_NONE, { 0, SPAN_DAYS } };
}

static bool may_have_shade(enum stance s)
{
	return s == STANCE_PARTIAL || s == STANCE_STARTED || s == STANCE_NEGATED;
}

void nuance_find(const struct vocab *v, struct matcher *m, struct clause *c)
{
	if (may_have_shade(c->stance))
		c->shade = find_shade(v, m, c->text);
	c->period = find_period(v, m, c->text);
	c->dated = facts_dated(v, m, c->text);
	if (c->stance == STANCE_NEGATED && c->lacks == POINT_UNSET &&
	    c->shade == SHADE_UNUSED)
		c->lacks = POINT_USED;
}
