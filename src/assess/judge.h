/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_JUDGE_H
#define ASSESS_JUDGE_H

#include "assess/basis.h"

struct judgement {
	enum verdict verdict;
	enum reason reason;
};

/*
 * The verdict of a part that is no group, from its basis.  `above` is the
 * judgement of the document that an element stands in, else NULL.
 */
struct judgement judge(const struct bench *b, const struct part *p,
		       const struct basis *basis, const struct judgement *above);

/* A claim that the rule does not apply; quotes it. */
struct judgement judge_claim(const struct bench *b, const struct rule *rule,
			     const struct subject *s, const struct claim *c,
			     struct quotes *quotes);

/* Why the claim was not enough. */
void claim_trail(const struct bench *b, const struct rule *rule,
		 const struct subject *s, const struct claim *c,
		 struct trail *trail);

/* The claim about this rule and subject, or NULL. */
const struct claim *claim_find(const struct bench *b, const struct rule *rule,
			       const struct subject *s);

/* What the earlier audit found for this part, or NULL. */
const struct earlier *earlier_find(const struct bench *b, const struct rule *rule,
				   const struct subject *s, struct str label);

#endif
