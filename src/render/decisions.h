/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_DECISIONS_H
#define RENDER_DECISIONS_H

#include "model/assessment.h"
#include "render/page.h"

/* What people have decided, in the report for people. */

/* Under a finding; NULL says nothing. */
void decisions_put_waived(struct page *page, const struct waiver *w);

/* Beside liskoll's own verdict; of whom it is empty where that is clear. */
void decisions_put_judged(struct page *page, const struct opinion *o,
			  struct str subject);

/* A section of those that somebody has to see to, and those not used. */
void decisions_put_section(struct page *page, const struct assessment *a);

/* How many parts are waived. */
size_t decisions_waived(const struct assessment *a);

#endif
