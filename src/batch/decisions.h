/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BATCH_DECISIONS_H
#define BATCH_DECISIONS_H

#include "model/inventory.h"
#include "model/rule.h"

/* Messages on rules and parts that waivers and judgements name in vain. */
void decisions_check(struct diags *d, const struct ruleset *rules,
		     const struct inventory *v);

#endif
