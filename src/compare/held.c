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

bool past_is_consequence(const struct past *past, const struct entry *point)
{
	const struct earlier *e = &past->list[point->number];
	size_t at = directory_find(&past->points, point->rule, point->subject);

	if (e->reason != REASON_MISSING)
		return false;
	for (; directory_has(&past->points, at, point->rule, point->subject);
	     at++) {
		const struct earlier *above =
			&past->list[past->points.list[at].number];

		if (above->verdict == VERDICT_GAP &&
		    label_is_below(e->part.str, above->part.str))
			return true;
	}
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

static bool was_well(const struct earlier *e)
{
	return e->verdict == VERDICT_MET || e->verdict == VERDICT_NA;
}

/* The earlier point of a label, beside another one; or NULL. */
static const struct earlier *find_beside(const struct past *past,
					 const struct entry *point,
					 struct str label)
{
	size_t at = directory_find(&past->points, point->rule, point->subject);

	for (; directory_has(&past->points, at, point->rule, point->subject);
	     at++) {
		const struct earlier *e = &past->list[past->points.list[at].number];

		if (str_eq(e->part.str, label))
			return e;
	}
	return NULL;
}

/*
 * Whether an element counts with the part that it belongs to.  Of one nothing
 * is known where only the title of its document is: that leaves open what the
 * document holds, not whether it is there.  And where all was well with the
 * part then, an element that was a point of its own is followed up as such.
 */
static bool is_with(const struct followed *t, const struct part_result *p,
		    const struct part_result *e, const struct earlier *own)
{
	return label_is_below(e->label, p->label) && is_heard(e) &&
	       e->verdict != VERDICT_UNKNOWN &&
	       !part_is_consequence(t->result, e) &&
	       !(own && was_well(t->earlier));
}

/* What is known of the part and of its elements makes one verdict. */
static enum verdict sum_up(enum verdict own, const struct tally *tally)
{
	if (own == VERDICT_UNKNOWN || own == VERDICT_NA)
		return own;
	return tally_rollup(tally, ROLLUP_ALL);
}

static void hold_part(struct followed *t, const struct past *past,
		      const struct entry *point, const struct part_result *p)
{
	struct tally then = { 0 }, now = { 0 };

	add_part(t, p);
	tally_add(&then, t->earlier->verdict, false);
	tally_add(&now, p->verdict, false);
	for (size_t i = 0; i < t->result->count; i++) {
		const struct part_result *e = &t->result->parts[i];
		const struct earlier *own = find_beside(past, point, e->label);

		if (!is_with(t, p, e, own))
			continue;
		add_part(t, e);
		if (e->remark)
			continue;
		tally_add(&now, e->verdict, false);
		if (own)
			tally_add(&then, own->verdict, false);
	}
	t->then = sum_up(t->earlier->verdict, &then);
	t->verdict = sum_up(p->verdict, &now);
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
	if (t->result && t->result->is_rollup && is_rollup_heard(now, t->result))
		return REASON_NONE;
	return REASON_NO_INFORMATION;
}

static void hold(struct arena *a, const struct past *past,
		 const struct entry *point, struct followed *t)
{
	const struct part_result *p = result_part(t->result, t->label);

	t->parts.list = arena_alloc(a, t->result->count + 1, sizeof(void *),
				    sizeof(void *));
	if (p)
		hold_part(t, past, point, p);
	else if (!t->label.len)
		hold_rule(t);
	else if (t->result->is_rollup)
		t->absence = ABSENCE_SUBJECT;
	else
		t->absence = ABSENCE_PART;
}

struct followed followed_hold(struct arena *a, const struct past *past,
			      const struct entry *point,
			      const struct present *now)
{
	const struct earlier *e = &past->list[point->number];
	struct followed t = { .earlier = e,
			      .rule = point->rule,
			      .subject = point->subject,
			      .label = e->part.str,
			      .then = e->verdict,
			      .verdict = VERDICT_UNKNOWN,
			      .status = FOLLOW_SILENT };

	t.result = find_result(now, point->rule, point->subject, &t.absence);
	if (t.result)
		hold(a, past, point, &t);
	if (!t.absence) {
		t.reason = reason_of(now, &t);
		t.status = follow_up_of(t.then, t.verdict, t.reason);
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

	t.parts.list = arena_alloc(a, 1, sizeof(void *), sizeof(void *));
	add_part(&t, p);
	return t;
}
