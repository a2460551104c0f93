/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/scores.h"

#include "model/assessment.h"
#include "render/items.h"
#include "render/page.h"
#include "render/render.h"
#include "render/table.h"
#include "render/words.h"

struct score {
	size_t met[SHOWS];
	size_t judged[SHOWS];
	size_t unknown;
};

static void score_part(struct score *s, const struct part_result *p)
{
	if (p->verdict == VERDICT_UNKNOWN)
		s->unknown++;
	else if (p->verdict != VERDICT_NA)
		s->judged[p->shows]++;
	if (p->verdict == VERDICT_MET)
		s->met[p->shows]++;
}

static struct str score_cell(struct page *page, const struct score *s,
			     enum shows shows)
{
	if (!s->judged[shows])
		return STR("–");
	return page_fill(page, N_("{1} of {2}"),
			 ARGS(page_number(page, s->met[shows]),
			      page_number(page, s->judged[shows])));
}

static void put_score(struct page *page, const struct table *t, enum area area,
		      const struct score *s)
{
	const struct str cells[TABLE_COLUMNS] = {
		str_of(page_tr(page, word_area(area))),
		score_cell(page, s, SHOWS_DOCUMENTED),
		score_cell(page, s, SHOWS_PERFORMED),
		page_number(page, s->unknown),
	};

	if (s->unknown || s->judged[SHOWS_DOCUMENTED] ||
	    s->judged[SHOWS_PERFORMED])
		table_row(t, cells);
}

void scores_put(struct page *page, const struct assessment *a)
{
	struct items items = items_of(&page->arena, a, VERDICT_BITS_ALL);
	struct score scores[AREAS] = { 0 };
	const struct table t = {
		.out = page->wrap.out,
		.width = page->wrap.width,
		.columns = TABLE_COLUMNS,
		.heads = { str_of(page_tr(page, N_("Area"))),
			   str_of(page_tr(page, N_("Documented"))),
			   str_of(page_tr(page, N_("Performed"))),
			   str_of(page_tr(page, N_("Unknown"))) },
	};

	if (!items.count)
		return;
	for (size_t i = 0; i < items.count; i++)
		score_part(&scores[items.list[i].result->rule->area],
			   items.list[i].part);
	page_section(page, N_("Met, of the parts that could be judged"));
	table_head(&t);
	for (int area = 0; area < AREAS; area++)
		put_score(page, &t, (enum area)area, &scores[area]);
}

struct str scores_name(const struct page *page, const struct assessment *a)
{
	if (a->name.len)
		return a->name;
	if (a->folder.len)
		return a->folder;
	return str_of(page_tr(page, N_("Municipality without a name")));
}

/* The name; with the day where the same one is assessed on several. */
static struct str overview_name(struct page *page,
				const struct assessment *const *list,
				size_t count, size_t i)
{
	struct str name = page_clean(page, scores_name(page, list[i]));

	for (size_t k = 0; k < count; k++)
		if (k != i && str_eq(list[k]->name, list[i]->name))
			return page_fill(
				page, "{1} {2}",
				ARGS(name, page_clean(page, list[i]->as_of)));
	return name;
}

void scores_put_overview(struct page *page,
			 const struct assessment *const *list, size_t count)
{
	const struct table t = {
		.out = page->wrap.out,
		.width = page->wrap.width,
		.columns = TABLE_COLUMNS,
		.heads = { str_of(page_tr(page, N_("Municipality"))),
			   str_of(page_tr(page, N_("Gap"))),
			   str_of(page_tr(page, N_("Partial"))),
			   str_of(page_tr(page, N_("Unknown"))) },
	};

	page_title(page, str_of(page_tr(page, N_("Overview"))), '-');
	table_head(&t);
	for (size_t i = 0; i < count; i++) {
		const size_t *totals = list[i]->totals;
		const struct str cells[TABLE_COLUMNS] = {
			overview_name(page, list, count, i),
			page_number(page, totals[VERDICT_GAP]),
			page_number(page, totals[VERDICT_PARTIAL]),
			page_number(page, totals[VERDICT_UNKNOWN]),
		};

		table_row(&t, cells);
	}
}
