/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One earlier point against the assessment of now.  Auditors follow a point
 * up together with what belongs to it: a routine that is there now, without
 * an element that it must have, is a point that is partly mended.
 */
#include "compare/held.h"

#include "base/arena.h"

bool label_is_below(struct str label, struct str above)
{
	return label.len > above.len && label.ptr[above.len] == '/' &&
	       str_starts(label, above);
}

bool part_is_consequence(const struct result *r, const struct part_result *p)
{
	if (p->reason != REASON_MISSING)
		return false;
	for (size_t i = 0; i < r->count; i++)
		if (r->parts[i].verdict == VERDICT_GAP &&
		    label_is_below(p->label, r->parts[i].label))
			return true;
	return false;
}

static enum promise promise_of(const struct earlier *e, enum verdict now)
{
	static const enum promise rows[VERDICTS] = {
		[VERDICT_MET] = PROMISE_KEPT,
		[VERDICT_PARTIAL] = PROMISE_IN_PROGRESS,
		[VERDICT_GAP] = PROMISE_NOT_KEPT,
		[VERDICT_NA] = PROMISE_KEPT,
		[VERDICT_NA_UNPROVEN] = PROMISE_NOT_KNOWN,
		[VERDICT_UNKNOWN] = PROMISE_NOT_KNOWN,
	};

	return e->promised.str.len ? rows[now] : PROMISE_NONE;
}

struct present present_new(struct arena *a, const struct assessment *now)
{
	struct present p = { .of = now, .results = directory_new(a, now->count) };
	const struct str nobody = { 0 };
	size_t names = 0;

	for (size_t i = 0; i < now->count; i++)
		names += 1 + now->results[i].rule->replaces.count;
	p.names = directory_new(a, names);
	for (size_t i = 0; i < now->count; i++) {
		const struct result *r = &now->results[i];
		const struct texts *old = &r->rule->replaces;

		directory_add(&p.results, r->rule->id.str, r->subject, i);
		if (i && r[-1].rule == r->rule)
			continue;
		directory_add(&p.names, r->rule->id.str, nobody, i);
		for (size_t k = 0; k < old->count; k++)
			directory_add(&p.names, old->list[k].str, nobody, i);
	}
	directory_sort(&p.results);
	directory_sort(&p.names);
	return p;
}

/* A result of the rule of that name; NULL where there is none. */
static const struct result *find_rule(const struct present *now, struct str rule)
{
	const struct str nobody = { 0 };
	size_t at = directory_find(&now->names, rule, nobody);

	if (!directory_has(&now->names, at, rule, nobody))
		return NULL;
	return &now->of->results[now->names.list[at].number];
}

struct str present_name(const struct present *now, struct str rule)
{
	const struct result *r = find_rule(now, rule);

	return r ? r->rule->id.str : rule;
}

/* Of the organisation its own result goes before the roll-up of others. */
static const struct result *find_result(const struct present *now,
					struct str rule, struct str subject,
					enum absence *ret_absence)
{
	const struct result *found = NULL;
	struct str name = present_name(now, rule);
	size_t at = directory_find(&now->results, name, subject);

	for (; directory_has(&now->results, at, name, subject); at++) {
		const struct result *r =
			&now->of->results[now->results.list[at].number];

		if (!found || found->is_rollup)
			found = r;
	}
	*ret_absence = find_rule(now, rule) ? ABSENCE_SUBJECT : ABSENCE_RULE;
	if (found)
		*ret_absence = ABSENCE_NONE;
	return found;
}

static const struct part_result *find_part(const struct result *r,
					   struct str label)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eq(r->parts[i].label, label))
			return &r->parts[i];
	return NULL;
}

static bool is_heard(const struct part_result *p)
{
	return (p->counts || p->summary) && !is_silent(p->verdict, p->reason);
}

static void add_part(struct followed *t, const struct part_result *p)
{
	t->parts.list[t->parts.count++] = p;
}

/* From what decides most to what decides least. */
static int weight(const struct part_result *p)
{
	static const int weights[VERDICTS] = {
		[VERDICT_GAP] = 5,     [VERDICT_PARTIAL] = 4,
		[VERDICT_UNKNOWN] = 3, [VERDICT_NA_UNPROVEN] = 2,
		[VERDICT_MET] = 1,
	};

	return p->remark ? 0 : weights[p->verdict];
}

/* The first of the parts that have the verdict, else the weightiest. */
static const struct part_result *deciding(const struct followed *t)
{
	const struct part_result *best = NULL;

	for (size_t i = 0; i < t->parts.count; i++) {
		const struct part_result *p = t->parts.list[i];

		if (p->verdict == t->verdict && !p->remark)
			return p;
		if (!best || weight(p) > weight(best))
			best = p;
	}
	return best;
}

/*
 * The part and those of its elements of which something is known.  Of an
 * element nothing is known where only the title of its document is: that
 * leaves open what the document holds, not whether it is there.
 */
static void hold_part(struct followed *t, const struct part_result *p)
{
	struct tally tally = { 0 };

	add_part(t, p);
	tally_add(&tally, p->verdict, false);
	for (size_t i = 0; i < t->result->count; i++) {
		const struct part_result *e = &t->result->parts[i];

		if (!label_is_below(e->label, p->label) || !is_heard(e) ||
		    e->verdict == VERDICT_UNKNOWN ||
		    part_is_consequence(t->result, e))
			continue;
		add_part(t, e);
		if (!e->remark)
			tally_add(&tally, e->verdict, false);
	}
	t->verdict = p->verdict;
	if (p->verdict != VERDICT_UNKNOWN && p->verdict != VERDICT_NA)
		t->verdict = tally_rollup(&tally, ROLLUP_ALL);
	t->part = deciding(t);
}

static void hold_rule(struct followed *t)
{
	const struct result *r = t->result;

	for (size_t i = 0; i < r->count; i++)
		if (is_heard(&r->parts[i]) &&
		    !part_is_consequence(r, &r->parts[i]))
			add_part(t, &r->parts[i]);
	t->verdict = r->verdict;
	t->part = deciding(t);
}

/* Whether anything is known of the subjects of the rule, which go before. */
static bool is_rollup_heard(const struct present *now, const struct result *rollup)
{
	size_t i = (size_t)(rollup - now->of->results);

	for (; now->of->results[i].rule == rollup->rule; i--) {
		const struct result *r = &now->of->results[i];

		for (size_t k = 0; k < r->count; k++)
			if (is_heard(&r->parts[k]))
				return true;
		if (!i)
			break;
	}
	return false;
}

static enum reason reason_of(const struct present *now, const struct followed *t)
{
	if (t->part)
		return t->part->reason;
	if (t->result->is_rollup && is_rollup_heard(now, t->result))
		return REASON_NONE;
	return REASON_NO_INFORMATION;
}

static void hold(struct arena *a, struct followed *t)
{
	const struct part_result *p = find_part(t->result, t->label);

	t->parts.list = arena_alloc(a, t->result->count + 1,
				    sizeof(*t->parts.list),
				    sizeof(*t->parts.list));
	if (p)
		hold_part(t, p);
	else if (!t->label.len)
		hold_rule(t);
	else if (t->result->is_rollup)
		t->absence = ABSENCE_SUBJECT;
	else
		t->absence = ABSENCE_PART;
}

struct followed followed_hold(struct arena *a, const struct present *now,
			      const struct earlier *e, struct str subject)
{
	struct followed t = { .earlier = e,
			      .rule = present_name(now, e->rule.str),
			      .subject = subject,
			      .label = e->part.str,
			      .verdict = VERDICT_UNKNOWN,
			      .status = FOLLOW_SILENT };

	t.result = find_result(now, e->rule.str, subject, &t.absence);
	if (t.result)
		hold(a, &t);
	if (!t.absence) {
		t.reason = reason_of(now, &t);
		t.status = follow_up_of(e->verdict, t.verdict, t.reason);
	}
	t.promise = promise_of(e, t.verdict);
	return t;
}

struct followed followed_new(struct arena *a, const struct result *r,
			     const struct part_result *p)
{
	struct followed t = { .result = r,
			      .rule = r->rule->id.str,
			      .subject = r->subject,
			      .label = p->label,
			      .verdict = p->verdict,
			      .part = p,
			      .reason = p->reason,
			      .status = FOLLOW_NEW };

	t.parts.list = arena_alloc(a, 1, sizeof(*t.parts.list),
				   sizeof(*t.parts.list));
	add_part(&t, p);
	return t;
}
