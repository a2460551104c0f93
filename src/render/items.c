/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/items.h"

#include <stdlib.h>

#include "base/arena.h"

static bool is_chosen(const struct result *result,
		      const struct part_result *part, unsigned verdicts)
{
	return !result->is_rollup && part->counts &&
	       (verdicts & VERDICT_BIT(part->verdict));
}

static size_t collect(const struct assessment *a, unsigned verdicts,
		      struct item *ret_list)
{
	size_t n = 0, order = 0;

	for (size_t i = 0; i < a->count; i++) {
		const struct result *result = &a->results[i];

		for (size_t j = 0; j < result->count; j++, order++) {
			const struct part_result *p = &result->parts[j];

			if (!is_chosen(result, p, verdicts))
				continue;
			if (ret_list)
				ret_list[n] = (struct item){ result, p, order };
			n++;
		}
	}
	return n;
}

struct items items_of(struct arena *arena, const struct assessment *a,
		      unsigned verdicts)
{
	struct items items = { .count = collect(a, verdicts, NULL) };

	items.list = arena_array(arena, struct item, items.count);
	collect(a, verdicts, items.list);
	return items;
}

static int compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int by_rule(const struct item *a, const struct item *b)
{
	const struct rule *p = a->result->rule, *q = b->result->rule;
	int d = compare(p->area, q->area);

	return d ? d : str_cmp(p->id.str, q->id.str);
}

static int by_urgency(const void *p, const void *q)
{
	static const size_t rank[VERDICTS] = {
		[VERDICT_GAP] = 0,         [VERDICT_PARTIAL] = 1,
		[VERDICT_NA_UNPROVEN] = 2, [VERDICT_UNKNOWN] = 3,
		[VERDICT_NA] = 4,          [VERDICT_MET] = 5,
	};
	const struct item *a = p, *b = q;
	int d = compare(a->part->priority, b->part->priority);

	d = d ? d : compare(rank[a->part->verdict], rank[b->part->verdict]);
	d = d ? d : by_rule(a, b);
	return d ? d : compare(a->order, b->order);
}

static int by_question(const struct item *a, const struct item *b)
{
	int d = by_rule(a, b);

	d = d ? d : str_cmp(a->part->label, b->part->label);
	return d ? d : compare(a->part->reason, b->part->reason);
}

static int by_question_and_document(const void *p, const void *q)
{
	const struct item *a = p, *b = q;
	int d = by_question(a, b);

	d = d ? d : str_cmp(a->part->about, b->part->about);
	return d ? d : compare(a->order, b->order);
}

void items_sort_by_urgency(struct items items)
{
	qsort(items.list, items.count, sizeof(*items.list), by_urgency);
}

void items_sort_by_question(struct items items)
{
	qsort(items.list, items.count, sizeof(*items.list),
	      by_question_and_document);
}

static bool is_same_quote(const struct quote *a, const struct quote *b)
{
	return str_eq(a->source, b->source) && str_eq(a->text, b->text) &&
	       str_eq(a->at.file, b->at.file) && a->at.line == b->at.line &&
	       a->at.col == b->at.col;
}

static bool is_same_proof(const struct item *a, const struct item *b)
{
	const struct quotes *p = &a->part->quotes, *q = &b->part->quotes;

	if (a->result != b->result || a->part->reason != b->part->reason ||
	    !str_eq(a->part->about, b->part->about) || p->count != q->count)
		return false;
	for (size_t i = 0; i < p->count; i++)
		if (!is_same_quote(&p->list[i], &q->list[i]))
			return false;
	return true;
}

size_t items_same_question(struct items items)
{
	size_t n = 1;

	while (n < items.count && !by_question(items.list, &items.list[n]))
		n++;
	return n;
}

size_t items_same_proof(struct items items)
{
	size_t n = 1;

	while (n < items.count && is_same_proof(items.list, &items.list[n]))
		n++;
	return n;
}
