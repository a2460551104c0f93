/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/decisions.h"

#include "base/arena.h"
#include "base/date.h"
#include "render/render.h"
#include "render/words.h"

static struct str day(struct page *page, struct date date)
{
	char *text = arena_alloc(&page->arena, DATE_TEXT, 1, 1);

	return str_of(date_text(date.last, text));
}

void decisions_put_waived(struct page *page, const struct waiver *w)
{
	if (!w)
		return;
	page_paragraph(page, 2);
	page_say_fill(
		page, N_("Accepted deviation until {1}: {2}"),
		ARGS(day(page, w->expires), page_quoted(page, w->reason.str)));
	page_say_fill(page, N_("Decided by {1} on {2}."),
		      ARGS(w->approver.str, day(page, w->decided)));
	if (w->regno.str.len)
		page_say_fill(page, N_("Registration number: {1}."),
			      ARGS(w->regno.str));
	page_say_fill(page, N_("Owner: {1}."), ARGS(w->owner.str));
	if (w->instead.str.len)
		page_say_fill(page, N_("In its place: {1}"),
			      ARGS(page_quoted(page, w->instead.str)));
}

static struct str evidence_of(struct page *page, const struct opinion *o)
{
	struct str all = { 0 };

	for (size_t i = 0; i < o->evidence.count; i++)
		all = page_fill(page, i ? "{1}, {2}" : "{1}{2}",
				ARGS(all, o->evidence.list[i].str));
	return all;
}

void decisions_put_judged(struct page *page, const struct opinion *o,
			  struct str subject)
{
	const char *verdict = o ? word_earlier(o->verdict) : "";

	if (!o)
		return;
	page_paragraph(page, 2);
	if (subject.len)
		page_say_fill(page, "{1}:", ARGS(subject));
	page_say_fill(page, N_("Judged by {1} on {2}: {3}."),
		      ARGS(o->by.str, day(page, o->date),
			   str_of(page_tr(page, verdict))));
	page_say(page, page_quoted(page, o->why.str));
	if (o->evidence.count)
		page_say_fill(page, N_("Evidence: {1}."),
			      ARGS(evidence_of(page, o)));
	if (o->valid.to.known)
		page_say_fill(page, N_("Valid until {1}."),
			      ARGS(day(page, o->valid.to)));
}

/* The point as the file names it. */
static struct str point_of(struct page *page, const struct target *t)
{
	struct str s = t->finding.str.len ? t->finding.str : t->rule.str;

	if (t->part.str.len)
		s = page_fill(page, "{1} · {2}", ARGS(s, t->part.str));
	if (t->about.count)
		s = page_fill(page, "{1} · {2}", ARGS(s, t->about.list[0].str));
	return s;
}

/* A word of ours inside a sentence, in the language of the page. */
static void translate(const struct page *page, struct diag_args *args)
{
	for (size_t i = 0; i < DIAG_ARGS; i++)
		if (args->list[i].len && args->list[i].ptr[0] == '\x01')
			args->list[i] = str_of(
				page_tr(page, args->list[i].ptr + 1));
}

static void put_place(struct page *page, struct place at)
{
	page_say_solid(page, page_fill(page, "{1}:{2}:{3}",
				       ARGS(at.file, page_number(page, at.line),
					    page_number(page, at.col))));
}

static void put_one(struct page *page, const struct settled *s)
{
	struct settled_message m = settled_message(&page->arena, s);

	translate(page, &m.args);
	page_paragraph(page, 0);
	page_say_tr(page, s->waiver ? N_("Waiver") : N_("Judgement"));
	page_say_fill(page, "({1}):", ARGS(point_of(page, s->of)));
	page_say_fill(page, "{1};",
		      ARGS(page_fill(page, diag_what(m.kind), m.args)));
	page_say_fill(page, "{1}.",
		      ARGS(page_fill(page, diag_fix(m.kind), m.args)));
	put_place(page, s->at);
	page_end(page);
}

static size_t put_list(struct page *page, const struct settled *list,
		       size_t count, size_t before)
{
	for (size_t i = 0; i < count; i++) {
		if (list[i].status == DECISION_USED)
			continue;
		if (!before++)
			page_section(page, N_("Waivers and judgements that do "
					      "not count"));
		put_one(page, &list[i]);
	}
	return before;
}

void decisions_put_section(struct page *page, const struct assessment *a)
{
	struct arena_mark m = arena_mark(&page->arena);
	size_t n = put_list(page, a->waivers, a->waiver_count, 0);

	put_list(page, a->judgements, a->judgement_count, n);
	arena_rewind(&page->arena, m);
}

size_t decisions_waived(const struct assessment *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++)
			n += a->results[i].parts[k].waived != NULL;
	return n;
}
