/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a hand that changes a saved run forgets: ids of findings follow from
 * what they are about, totals from the parts, and some verdicts and reasons
 * never come together.  What passes is no proof that nothing was changed.
 */
#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "base/date.h"
#include "saved/saved.h"
#include "json/reader.h"

struct checker {
	struct arena *arena;
	struct diags *diags;
	const struct assessment *of;
	bool ok;
};

/* "rule", "rule:label" or "rule:label (subject)". */
static struct str name_of(struct checker *c, const struct result *r,
			  const struct part_result *p)
{
	struct buf b = { 0 };
	struct str name;

	buf_put(&b, r->rule->id.str);
	if (p)
		buf_putf(&b, ":%.*s", STR_ARG(p->label));
	if (r->subject.len)
		buf_putf(&b, " (%.*s)", STR_ARG(r->subject));
	name = buf_take(&b, c->arena);
	buf_release(&b);
	return name;
}

static void misfit(struct checker *c, const struct value *v, const char *key,
		   struct str name)
{
	const struct value *at = value_get(v, str_of(key));

	diag_add(c->diags, DIAG_SAVED_EDITED, at ? at->at : v->at,
		 ARGS(str_of(key), name));
	c->ok = false;
}

#define NOT_WELL (BIT(VERDICTS) - 1 - BIT(VERDICT_MET) - BIT(VERDICT_NA))

/* The verdicts that a reason is given for; 0: a rule may weigh it. */
static const unsigned verdicts_of[REASONS] = {
	[REASON_MISSING] = NOT_WELL,
	[REASON_ADMITTED] = NOT_WELL,
	[REASON_ELEMENT_MISSING] = NOT_WELL,
	[REASON_NOT_STATED] = NOT_WELL,
	[REASON_NO_INFORMATION] = NOT_WELL,
	[REASON_NA_PROVEN] = BIT(VERDICT_NA),
	[REASON_NA_UNPROVEN] = BIT(VERDICT_NA_UNPROVEN) | BIT(VERDICT_PARTIAL),
	[REASON_NA_REFUTED] = BIT(VERDICT_GAP) | BIT(VERDICT_PARTIAL),
	[REASON_NA_NOT_ALLOWED] = BIT(VERDICT_GAP) | BIT(VERDICT_PARTIAL),
};

static bool reason_fits(const struct part_result *p)
{
	/* A group has its verdict from its members, the reason from one. */
	if (p->verdict == VERDICT_NA_UNPROVEN && !p->reason)
		return false;
	return !verdicts_of[p->reason] ||
	       (verdicts_of[p->reason] & BIT(p->verdict));
}

static void check_part(struct checker *c, const struct value *v,
		       const struct result *r, const struct part_result *p)
{
	bool is_finding = p->counts && verdict_is_finding(p->verdict);
	struct str id = { 0 };

	if (is_finding)
		id = finding_id(c->arena, assessment_key(c->of), r->rule,
				r->subject, p->label);
	if (!reason_fits(p))
		misfit(c, v, "reason", name_of(c, r, p));
	if (!str_eq(p->finding, id))
		misfit(c, v, "finding", name_of(c, r, p));
}

/* A rule whose parts all came to the same came to that itself. */
static bool verdict_fits(const struct result *r)
{
	unsigned seen = 0;

	for (size_t i = 0; i < r->count; i++)
		if (r->parts[i].counts && !r->parts[i].remark)
			seen |= BIT(r->parts[i].verdict);
	return !seen || (seen & (seen - 1)) || seen == BIT(r->verdict);
}

static void check_results(struct checker *c, const struct value *v)
{
	const struct value *at = value_get(v, STR("results"))->first;

	for (size_t i = 0; i < c->of->count; i++, at = at->next) {
		const struct result *r = &c->of->results[i];
		const struct value *part = value_get(at, STR("parts"))->first;

		if (!verdict_fits(r))
			misfit(c, at, "verdict", name_of(c, r, NULL));
		for (size_t k = 0; k < r->count; k++, part = part->next)
			check_part(c, part, r, &r->parts[k]);
	}
}

static void check_totals(struct checker *c, const struct value *v)
{
	const struct assessment *a = c->of;
	const struct value *totals = value_get(v, STR("totals"));
	size_t count[VERDICTS] = { 0 };

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++)
			if (a->results[i].parts[k].counts)
				count[a->results[i].parts[k].verdict]++;
	for (int verdict = 0; verdict < VERDICTS; verdict++)
		if (count[verdict] != a->totals[verdict])
			misfit(c, totals, verdict_name((enum verdict)verdict),
			       STR("totals"));
}

/* It is compared with other days, letter by letter. */
static void check_day(struct checker *c, const struct value *v)
{
	struct date date;

	if (c->of->as_of.len == 10 && date_parse(c->of->as_of, &date))
		return;
	diag_add(c->diags, DIAG_SAVED_VALUE, value_get(v, STR("as_of"))->at,
		 ARGS(STR("as_of")));
	c->ok = false;
}

bool saved_check(struct arena *a, struct diags *d, const struct value *v,
		 const struct assessment *of)
{
	struct checker c = { a, d, of, true };

	check_day(&c, v);
	check_results(&c, v);
	check_totals(&c, v);
	return c.ok;
}
