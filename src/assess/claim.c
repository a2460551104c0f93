/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims that a rule does not apply, and what the earlier audit found. */
#include "assess/judge.h"

#include "base/bits.h"

const struct claim *claim_find(const struct bench *b, const struct rule *rule,
			       const struct subject *s)
{
	const struct inventory *v = b->matches->inventory;

	for (size_t i = 0; i < v->claims.count; i++)
		if (rule_is_called(rule, v->claims.list[i].rule.str) &&
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

/* Its last day has passed. */
static bool is_over(const struct bench *b, const struct claim *c)
{
	return c->valid.to.known && c->valid.to.last < b->as_of;
}

/* Decided by whom the rule asks for, not too long ago, and in force. */
static bool is_decided(const struct bench *b, const struct rule *rule,
		       const struct claim *c)
{
	const struct not_applicable *na = &rule->na;
	const struct matches *m = b->matches;

	if (c->valid.from.known && c->valid.from.first > b->as_of)
		return false;
	if (na->max_age.count &&
	    (!c->approved.date.known ||
	     c->approved.date.first < date_before(b->as_of, na->max_age)))
		return false;
	return !na->approvers ||
	       vocab_is_organ_of(b->vocab, na->approvers,
				 m->claim_organs[c - m->inventory->claims.list]);
}

/* Why a paper that the claim names is no proof of it. */
static enum reason proof_fault(const struct rule *rule,
			       const struct read_document *d)
{
	if (d->status == STATUS_DRAFT)
		return REASON_DRAFT;
	if (d->status == STATUS_SUPERSEDED)
		return REASON_SUPERSEDED;
	return rule->na.proof & BIT(d->form) ? REASON_NONE : REASON_WRONG_FORM;
}

void claim_trail(const struct bench *b, const struct rule *rule,
		 const struct subject *s, const struct claim *c,
		 struct trail *trail)
{
	const struct matches *m = b->matches;

	if (is_over(b, c))
		trail_claim(trail, c, PASSED_CLAIM_OVER);
	else if (!c->proof.count)
		trail_claim(trail, c, PASSED_CLAIM_BARE);
	else if (!is_decided(b, rule, c))
		trail_claim(trail, c, PASSED_CLAIM_UNDECIDED);
	for (size_t i = 0; i < m->inventory->documents.count; i++) {
		const struct read_document *d = &m->documents[i];
		enum reason fault = proof_fault(rule, d);

		if (!texts_hold(c->proof, d->document->id.str))
			continue;
		if (d->document->received == CHOICE_NO)
			trail_paper(trail, d, TITLE_ALONE, PASSED_NOT_RECEIVED);
		else if (!subject_concerned(s, d->about))
			trail_paper(trail, d, TITLE_ALONE, PASSED_OTHER_SUBJECT);
		else if (fault != REASON_NONE)
			trail_graded(trail, d, fault);
	}
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
	bool never = rule->na.allow == NA_NEVER;
	bool refuted = !never && is_refuted(b, rule, s, quotes), proven;

	quote_claim(b, quotes, c);
	if (never)
		return (struct judgement){ VERDICT_GAP, REASON_NA_NOT_ALLOWED };
	if (refuted)
		return (struct judgement){ VERDICT_GAP, REASON_NA_REFUTED };
	if (is_over(b, c))
		return (struct judgement){ VERDICT_NA_UNPROVEN,
					   REASON_NA_EXPIRED };
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

		/* What was found of the organisation is not of each system. */
		if ((e->about.count != 0) != (s->id.len != 0) ||
		    !subject_concerned(s, e->about) ||
		    !rule_is_called(rule, e->rule.str))
			continue;
		if (str_eq(e->part.str, label))
			return e;
		if (!e->part.str.len)
			found = e;
	}
	return found;
}
