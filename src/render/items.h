/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_ITEMS_H
#define RENDER_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/assessment.h"

struct arena;

/* A part that counts, and where it stood among all of them. */
struct item {
	const struct result *result;
	const struct part_result *part;
	size_t order;
};

struct items {
	struct item *list;
	size_t count;
};

#define VERDICT_BIT(v) (1U << (v))
#define VERDICT_BITS_FINDING                                       \
	(VERDICT_BIT(VERDICT_GAP) | VERDICT_BIT(VERDICT_PARTIAL) | \
	 VERDICT_BIT(VERDICT_NA_UNPROVEN))
#define VERDICT_BITS_ALL (VERDICT_BIT(VERDICTS) - 1)

/* The parts that count and have one of these verdicts, as they stood. */
struct items items_of(struct arena *arena, const struct assessment *a,
		      unsigned verdicts);

/*
 * Priority; then gap, partial, na-unproven; then area, rule, subject and
 * part, the last two in the order of the inventory and of the rule.
 */
void items_sort_by_urgency(struct items items);

/* Area, rule, label, reason, document: those of one line stand together. */
void items_sort_by_question(struct items items);

/* How many from the first on differ only in subject and document. */
size_t items_same_question(struct items items);

/* How many from the first on are parts of one result with one proof. */
size_t items_same_proof(struct items items);

#endif
