/* SPDX-License-Identifier: EUPL-1.2 */
#include "assess/summary.h"

static bool is_member(const struct part_result *p, struct str label)
{
	if (is_silent(p->verdict, p->reason))
		return false;
	if (label.len)
		return str_eq(p->label, label);
	return !p->remark && (p->counts || p->summary);
}

/* What one result is, as far as anything is known; false: nothing is. */
static bool heard_result(const struct result *r, struct str label,
			 enum verdict *ret_verdict)
{
	struct tally tally = { 0 };
	size_t heard = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct part_result *p = &r->parts[i];

		if (!is_member(p, label))
			continue;
		tally_add(&tally, p->verdict, false);
		heard++;
	}
	*ret_verdict = tally_rollup(&tally, r->rule->rollup);
	return heard;
}

static bool heard_reference(const struct bench *b, const struct reference *ref,
			    enum verdict *ret_verdict)
{
	const struct rule *rule = ruleset_find(b->rules, ref->rule);
	const struct judged *judged;
	struct tally tally = { 0 };
	size_t heard = 0;

	if (!rule)
		return false;
	judged = &b->judged[rule - b->rules->list];
	for (size_t i = 0; i < judged->count; i++) {
		const struct result *r = &b->so_far->results[judged->first + i];
		enum verdict v;

		if (r->is_rollup || !heard_result(r, ref->label, &v))
			continue;
		tally_add(&tally, v, false);
		heard++;
	}
	*ret_verdict = tally_rollup(&tally, rule->each_rollup);
	return heard;
}

struct judgement summary_of(const struct bench *b, struct references members)
{
	struct judgement j = { VERDICT_UNKNOWN, REASON_NOT_STATED };
	struct tally tally = { 0 };
	size_t heard = 0;

	for (size_t i = 0; i < members.count; i++) {
		enum verdict v;

		if (!heard_reference(b, &members.list[i], &v))
			continue;
		tally_add(&tally, v, false);
		heard++;
	}
	if (!heard)
		return j;
	j.verdict = tally_rollup(&tally, ROLLUP_ALL);
	j.reason = j.verdict == VERDICT_MET ? REASON_NONE : REASON_SUMMED_UP;
	return j;
}

struct judgement summary_cap(const struct bench *b, struct references grounds,
			     struct judgement j)
{
	for (size_t i = 0; i < grounds.count; i++) {
		enum verdict v;

		if (!heard_reference(b, &grounds.list[i], &v))
			continue;
		if ((v == VERDICT_PARTIAL && j.verdict == VERDICT_MET) ||
		    (v == VERDICT_GAP && (j.verdict == VERDICT_MET ||
					  j.reason == REASON_RESTS_ON_LACK)))
			j = (struct judgement){ v, REASON_RESTS_ON_LACK };
	}
	return j;
}
