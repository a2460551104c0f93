/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims that a rule does not apply, and what the earlier audit found. */
#include "assess/judge.h"

#define BIT(n) (1U << (n))

const struct claim *claim_find(const struct bench *b, const struct rule *rule,
			       const struct subject *s)
{
	const struct inventory *v = b->matches->inventory;

	for (size_t i = 0; i < v->claims.count; i++)
		if (str_eq(v->claims.list[i].rule.str, rule->id.str) &&
		    subject_concerned(s, v->claims.list[i].about))
			return &v->claims.list[i];
	return NULL;
}

static bool is_proof(const struct rule *rule, const struct read_document *d)
{
	return d->document->received != CHOICE_NO && d->status != STATUS_DRAFT &&
	       d->status != STATUS_SUPERSEDED && (rule->na.proof & BIT(d->form));
}

/* One paper of the right form, about this subject or about all. */
static bool is_proven(const struct bench *b, const struct rule *rule,
		      const struct subject *s, const struct claim *c,
		      struct quotes *quotes)
{
	const struct matches *m = b->matches;
	bool proven = false;

	for (size_t i = 0; i < m->inventory->documents.count; i++) {
		const struct read_document *d = &m->documents[i];

		if (!texts_hold(c->proof, d->document->id.str) ||
		    !subject_concerned(s, d->about) || !is_proof(rule, d))
			continue;
		quote_title(b, quotes, d);
		proven = true;
	}
	return proven;
}

/* Decided by whom the rule asks for, not too long ago, and still valid. */
static bool is_decided(const struct bench *b, const struct rule *rule,
		       const struct claim *c)
{
	const struct not_applicable *na = &rule->na;

	if (c->valid.to.known && c->valid.to.last < b->as_of)
		return false;
	if (na->max_age.count &&
	    (!c->approved.date.known ||
	     c->approved.date.first < date_before(b->as_of, na->max_age)))
		return false;
	if (!na->approvers)
		return true;
	for (size_t i = 0; i < b->vocab->organs.count; i++)
		if (bits_get(na->approvers, i) &&
		    str_eq(b->matches->claim_organs[c - b->matches->inventory
								->claims.list],
			   b->vocab->organs.list[i].id.str))
			return true;
	return false;
}

static bool is_refuted(const struct bench *b, const struct rule *rule,
		       const struct subject *s, struct quotes *quotes)
{
	const struct parts *parts = &rule->na.refuted_by;
	struct basis basis;

	for (size_t i = 0; i < parts->count; i++) {
		basis_gather(b, &parts->list[i], s, &basis);
		if (judge(b, &parts->list[i], &basis, NULL).verdict != VERDICT_MET)
			continue;
		*quotes = basis.quotes;
		return true;
	}
	return false;
}

struct judgement judge_claim(const struct bench *b, const struct rule *rule,
			     const struct subject *s, const struct claim *c,
			     struct quotes *quotes)
{
	bool proven;

	if (rule->na.allow == NA_NEVER) {
		quote_claim(b, quotes, c);
		return (struct judgement){ VERDICT_GAP, REASON_NA_NOT_ALLOWED };
	}
	if (is_refuted(b, rule, s, quotes)) {
		quote_claim(b, quotes, c);
		return (struct judgement){ VERDICT_GAP, REASON_NA_REFUTED };
	}
	quote_claim(b, quotes, c);
	proven = is_proven(b, rule, s, c, quotes);
	if (proven && is_decided(b, rule, c))
		return (struct judgement){ VERDICT_NA, REASON_NA_PROVEN };
	return (struct judgement){ VERDICT_NA_UNPROVEN, REASON_NA_UNPROVEN };
}

const struct earlier *earlier_find(const struct bench *b, const struct rule *rule,
				   const struct subject *s, struct str label)
{
	const struct inventory *v = b->matches->inventory;
	const struct earlier *found = NULL;

	for (size_t i = 0; i < v->earlier.count; i++) {
		const struct earlier *e = &v->earlier.list[i];
		bool same = e->about.count == (s->id.len != 0) &&
			    subject_concerned(s, e->about);

		if (e->about.count > 1 && s->id.len)
			same = subject_concerned(s, e->about);
		if (!same || !str_eq(e->rule.str, rule->id.str))
			continue;
		if (str_eq(e->part.str, label))
			return e;
		if (!e->part.str.len)
			found = e;
	}
	return found;
}

enum follow_up follow_up_of(enum verdict earlier, enum verdict now)
{
	static const enum follow_up rows[VERDICTS][VERDICTS] = {
		[VERDICT_MET] = { [VERDICT_MET] = FOLLOW_STANDS,
				  [VERDICT_PARTIAL] = FOLLOW_WORSE,
				  [VERDICT_GAP] = FOLLOW_WORSE },
		[VERDICT_PARTIAL] = { [VERDICT_MET] = FOLLOW_CLOSED,
				      [VERDICT_PARTIAL] = FOLLOW_REMAINS,
				      [VERDICT_GAP] = FOLLOW_WORSE },
		[VERDICT_GAP] = { [VERDICT_MET] = FOLLOW_CLOSED,
				  [VERDICT_PARTIAL] = FOLLOW_PARTLY,
				  [VERDICT_GAP] = FOLLOW_REMAINS },
		[VERDICT_NA] = { [VERDICT_MET] = FOLLOW_STANDS,
				 [VERDICT_PARTIAL] = FOLLOW_WORSE,
				 [VERDICT_GAP] = FOLLOW_WORSE },
		[VERDICT_NA_UNPROVEN] = { [VERDICT_MET] = FOLLOW_CLOSED,
					  [VERDICT_PARTIAL] = FOLLOW_REMAINS,
					  [VERDICT_GAP] = FOLLOW_WORSE },
		[VERDICT_UNKNOWN] = { [VERDICT_MET] = FOLLOW_CLOSED,
				      [VERDICT_PARTIAL] = FOLLOW_UNKNOWN,
				      [VERDICT_GAP] = FOLLOW_UNKNOWN },
	};

	if (now == VERDICT_UNKNOWN)
		return FOLLOW_UNKNOWN;
	if (now == VERDICT_NA)
		return FOLLOW_NOT_APPLICABLE;
	if (now == VERDICT_NA_UNPROVEN)
		return earlier == VERDICT_MET || earlier == VERDICT_NA
			       ? FOLLOW_WORSE
			       : FOLLOW_REMAINS;
	return rows[earlier][now];
}
