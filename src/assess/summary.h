/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_SUMMARY_H
#define ASSESS_SUMMARY_H

#include "assess/judge.h"

/*
 * What other rules came to.  Parts about which nothing was said or received
 * are left out: nobody has judged them.
 */

/* A roll-up of all that are heard of; unknown where there is none. */
struct judgement summary_of(const struct bench *b, struct references members);

/* Something that rests on what is lacking can't be better than that. */
struct judgement summary_cap(const struct bench *b, struct references grounds,
			     struct judgement j);

#endif
