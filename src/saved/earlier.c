/* SPDX-License-Identifier: EUPL-1.2 */
#include "saved/earlier.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

/* A summary is told too: auditors recommend on the whole of things. */
static bool is_point(const struct result *r, const struct part_result *p)
{
	return !r->is_rollup && (p->counts || p->summary) &&
	       p->verdict != VERDICT_UNKNOWN;
}

static size_t count_parts(const struct assessment *of)
{
	size_t n = 0;

	for (size_t i = 0; i < of->count; i++)
		n += of->results[i].count;
	return n;
}

/* The year of YYYY-MM-DD. */
static uint32_t year_of(struct str as_of)
{
	uint32_t year = 0;

	for (size_t i = 0; i < 4 && i < as_of.len; i++)
		year = year * 10 + (uint32_t)(as_of.ptr[i] - '0');
	return year;
}

static struct texts about_of(struct arena *a, const struct result *r)
{
	struct texts about = { 0 };

	if (!r->subject.len)
		return about;
	about.list = arena_new(a, struct text);
	about.list->str = r->subject;
	about.count = 1;
	return about;
}

struct earlier_list earlier_of(struct arena *a, const struct assessment *of)
{
	struct earlier_list e = { arena_array(a, struct earlier, count_parts(of)),
				  0 };

	for (size_t i = 0; i < of->count; i++) {
		const struct result *r = &of->results[i];
		struct texts about = about_of(a, r);

		for (size_t k = 0; k < r->count; k++) {
			const struct part_result *p = &r->parts[k];

			if (!is_point(r, p))
				continue;
			e.list[e.count++] = (struct earlier){
				.year = year_of(of->as_of),
				.rule.str = r->rule->id.str,
				.about = about,
				.part.str = p->label,
				.verdict = p->verdict,
				.reason = p->reason,
				.to_close = { p->to_close[0], p->to_close[1] },
			};
		}
	}
	return e;
}

static void report_other(struct diags *d, struct place at,
			 const struct saved *among, struct str name)
{
	if (among->count == 1)
		diag_add(d, DIAG_EARLIER_OTHER, at,
			 ARGS(among->list[0]->name, name));
	else
		diag_add(d, DIAG_EARLIER_NONE, at, ARGS(name));
}

const struct assessment *earlier_pick(struct diags *d, struct place at,
				      const struct saved *among, struct str code,
				      struct str name, struct str as_of)
{
	const struct assessment *a = saved_find(among, code, name);

	if (!a) {
		report_other(d, at, among, name);
		return NULL;
	}
	if (str_cmp(a->as_of, as_of) <= 0)
		return a;
	diag_add(d, DIAG_EARLIER_LATER, at, ARGS(a->as_of, as_of));
	return NULL;
}

static bool is_same_about(struct texts a, struct texts b)
{
	for (size_t i = 0; i < a.count && a.count == b.count; i++)
		if (!texts_hold(b, a.list[i].str))
			return false;
	return a.count == b.count;
}

static struct earlier *find(struct earlier_list run, const struct earlier *like)
{
	for (size_t i = 0; i < run.count; i++) {
		struct earlier *e = &run.list[i];

		if (str_eq(e->rule.str, like->rule.str) &&
		    str_eq(e->part.str, like->part.str) &&
		    is_same_about(e->about, like->about))
			return e;
	}
	return NULL;
}

/* "rule", "rule:part", and whom it is about. */
static void report_differs(struct diags *d, const struct earlier *run,
			   const struct earlier *told)
{
	struct buf b = { 0 };

	buf_put(&b, told->rule.str);
	if (told->part.str.len)
		buf_putf(&b, ":%.*s", STR_ARG(told->part.str));
	if (told->about.count)
		buf_putf(&b, " (%.*s)", STR_ARG(told->about.list[0].str));
	diag_add(d, DIAG_EARLIER_DIFFERS, told->at,
		 ARGS(buf_str(&b), str_of(verdict_name(told->verdict)),
		      str_of(verdict_name(run->verdict))));
	buf_release(&b);
}

static void take_words(struct diags *d, struct earlier *to,
		       const struct earlier *from)
{
	if (to->verdict != from->verdict)
		report_differs(d, to, from);
	to->id = from->id;
	to->recommendation = from->recommendation;
	to->promised = from->promised;
	to->at = from->at;
}

struct earlier_list earlier_merge(struct arena *a, struct diags *d,
				  struct earlier_list run,
				  struct earlier_list inventory)
{
	struct earlier_list all = { arena_array(a, struct earlier,
						run.count + inventory.count),
				    run.count };

	if (run.count)
		memcpy(all.list, run.list, run.count * sizeof(*run.list));
	for (size_t i = 0; i < inventory.count; i++) {
		const struct earlier *told = &inventory.list[i];
		struct earlier *same = find(
			(struct earlier_list){ all.list, run.count }, told);

		if (same)
			take_words(d, same, told);
		else
			all.list[all.count++] = *told;
	}
	return all;
}
