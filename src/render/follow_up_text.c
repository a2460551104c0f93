/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"
#include "base/buf.h"
#include "model/comparison.h"
#include "render/decisions.h"
#include "render/page.h"
#include "render/proof.h"
#include "render/render.h"
#include "render/words.h"

/*
 * A follow-up for people, as auditors present it: system by system and area
 * by area, what was found then, what became of it and what shows that.  Read
 * it from the end.
 */

static const char *const colors[FOLLOW_UPS] = {
	[FOLLOW_CLOSED] = "\033[32m",      [FOLLOW_PARTLY] = "\033[33m",
	[FOLLOW_REMAINS] = "\033[1;31m",   [FOLLOW_WORSE] = "\033[1;31m",
	[FOLLOW_STANDS] = "\033[32m",      [FOLLOW_NOT_APPLICABLE] = "\033[2m",
	[FOLLOW_NA_UNPROVEN] = "\033[35m", [FOLLOW_UNKNOWN] = "\033[36m",
	[FOLLOW_SILENT] = "\033[36m",      [FOLLOW_NEW] = "\033[1;31m",
};

static struct str tr(const struct page *page, const char *msgid)
{
	return str_of(page_tr(page, msgid));
}

static struct str in_language(const struct page *page,
			      const struct str langs[LANGS])
{
	struct str s = langs[page->style->lang];

	return s.len ? s : langs[LANG_SV];
}

/* "Title – part", as far as they have names. */
static struct str title_of(struct page *page, const struct followed *p)
{
	const struct rule *rule = p->result ? p->result->rule : NULL;
	struct str title = { 0 }, part = { 0 };

	if (rule)
		title = word_both(page->style->lang, &rule->title);
	if (!title.len)
		title = p->rule;
	for (size_t i = 0; i < p->parts.count; i++)
		if (str_eq(p->parts.list[i]->label, p->label))
			part = in_language(page, p->parts.list[i]->title);
	if (!part.len)
		return title;
	return page_fill(page, "{1} \xe2\x80\x93 {2}", ARGS(title, part));
}

/* The words with " ·" between them; the empty ones are left out. */
static void say_row(struct page *page, const struct str *words, size_t count)
{
	struct str last = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (!words[i].len)
			continue;
		if (last.len)
			page_say_solid(page,
				       page_fill(page, "{1} ·", ARGS(last)));
		last = words[i];
	}
	page_say_solid(page, last);
}

static void put_ids(struct page *page, const struct followed *p)
{
	bool itself = p->part && str_eq(p->part->label, p->label);
	const struct str ids[] = {
		p->earlier ? p->earlier->id.str : (struct str){ 0 },
		p->rule,
		p->label,
		itself ? p->part->finding : (struct str){ 0 },
	};

	page_paragraph(page, 2);
	say_row(page, ids, sizeof(ids) / sizeof(*ids));
}

static bool is_wanting(const struct followed *p)
{
	return p->status == FOLLOW_NEW || follow_up_is_open(p->status);
}

static void put_head(struct page *page, const struct followed *p)
{
	const char *priority = word_priority(followed_priority(p));

	page_paragraph(page, 0);
	page_paint(page, colors[p->status]);
	page_say_tr(page, word_followed(p->status));
	page_paint(page, PAGE_PLAIN);
	if (is_wanting(p) && priority)
		page_say_fill(page, "({1})", ARGS(tr(page, priority)));
	page_say(page, title_of(page, p));
}

/* "2023: gap. Now: partial." */
static void put_then_and_now(struct page *page, const struct followed *p)
{
	struct str now = tr(page, word_earlier(p->verdict)), then;

	page_paragraph(page, 2);
	if (!p->earlier) {
		page_say_fill(page, N_("Not in the earlier audit. Now: {1}."),
			      ARGS(now));
		return;
	}
	then = tr(page, word_earlier(p->then));
	if (p->earlier->year)
		page_say_fill(
			page, N_("{1}: {2}. Now: {3}."),
			ARGS(page_number(page, p->earlier->year), then, now));
	else
		page_say_fill(page, N_("Then: {1}. Now: {2}."), ARGS(then, now));
}

static void put_words_of_then(struct page *page, const struct followed *p)
{
	const struct earlier *e = p->earlier;
	struct str close;

	if (!e)
		return;
	close = in_language(page, e->to_close);
	page_paragraph(page, 2);
	if (e->recommendation.str.len)
		page_say_fill(page, N_("Recommended then: {1}"),
			      ARGS(e->recommendation.str));
	else if (close.len && is_wanting(p))
		page_say_fill(page, N_("To close it then: {1}"), ARGS(close));
	page_paragraph(page, 2);
	if (p->promise)
		page_say_fill(page, N_("Promised: {1} Now: {2}."),
			      ARGS(e->promised.str,
				   tr(page, word_promise(p->promise))));
}

/* The sentence of the reason, about its document. */
static void say_reason(struct page *page, const struct part_result *part)
{
	const char *what = reason_what(part->reason);
	bool first = str_starts(tr(page, what), STR("{1}"));
	struct str about = page_quoted(page, part->about);

	if (!part->reason)
		return;
	if (!about.len)
		about = first ? tr(page, N_("The document"))
			      : tr(page, N_("the document"));
	page_say_fill(page, what, ARGS(about));
}

static void put_close(struct page *page, const struct part_result *part,
		      size_t indent)
{
	struct str close = in_language(page, part->to_close);

	page_paragraph(page, indent);
	if (close.len)
		page_say_fill(page, N_("To close: {1}"), ARGS(close));
	decisions_put_waived(page, part->waived);
}

/* The part itself: why, what shows it, and what closes it. */
static void put_itself(struct page *page, const struct part_result *part)
{
	page_paragraph(page, 2);
	say_reason(page, part);
	proof_put_quotes(page, &part->quotes, PROOF_FEW);
	put_close(page, part, 2);
}

/* Whether the element stands in the report as a point of its own. */
static bool has_own_point(const struct comparison *c, const struct followed *p,
			  const struct part_result *part)
{
	const struct followed *end = c->points + c->count;

	for (const struct followed *q = p + 1;
	     q < end && q->result == p->result; q++)
		if (str_eq(q->label, part->label))
			return true;
	return false;
}

/* What is left of it: an element of the part, or a part of the whole. */
static void put_left(struct page *page, const struct comparison *c,
		     const struct followed *p, const struct part_result *part)
{
	struct str name = in_language(page, part->title);

	page_paragraph(page, 2);
	page_say_fill(page, N_("Left: {1} ({2})."),
		      ARGS(name.len ? name : part->label,
			   tr(page, word_earlier(part->verdict))));
	if (has_own_point(c, p, part))
		return;
	say_reason(page, part);
	proof_put_quotes_at(page, &part->quotes, PROOF_FEW, 4);
	put_close(page, part, 4);
}

/* What is met as it was needs no proof, unless somebody says it is as it was. */
static bool is_brief(const struct page *page, const struct followed *p)
{
	return p->status == FOLLOW_STANDS && p->reason != REASON_UNCHANGED &&
	       !page->style->verbose;
}

/* Of a point on a whole rule that is met the first part speaks for all. */
static void put_parts(struct page *page, const struct comparison *c,
		      const struct followed *p)
{
	size_t from = 0;

	if (!p->parts.count || is_brief(page, p))
		return;
	if (p->label.len || !verdict_is_finding(p->verdict)) {
		put_itself(page, p->label.len ? p->parts.list[0] : p->part);
		from = 1;
	}
	for (size_t i = from; i < p->parts.count; i++) {
		const struct part_result *part = p->parts.list[i];

		if (verdict_is_finding(part->verdict) && part->summary)
			put_itself(page, part);
		else if (verdict_is_finding(part->verdict))
			put_left(page, c, p, part);
	}
}

static void put_point(struct page *page, const struct comparison *c,
		      const struct followed *p)
{
	put_head(page, p);
	put_ids(page, p);
	put_then_and_now(page, p);
	put_words_of_then(page, p);
	put_parts(page, c, p);
	page_end(page);
}

static struct str subject_of(const struct page *page, const struct followed *p)
{
	if (!p->subject.len)
		return tr(page, N_("The organisation as a whole"));
	if (p->result && p->result->subject_name.len)
		return p->result->subject_name;
	return p->subject;
}

static enum area area_of(const struct followed *p)
{
	return p->result ? p->result->rule->area : AREA_UNSET;
}

static bool is_same_section(const struct followed *p, const struct followed *q)
{
	return str_eq(p->subject, q->subject) && area_of(p) == area_of(q);
}

/* "System – area", a section of its own. */
static void put_section(struct page *page, const struct followed *p)
{
	struct str s = page_fill(
		page, "{1} \xe2\x80\x93 {2}",
		ARGS(subject_of(page, p), tr(page, word_area(area_of(p)))));

	page_blank_line(page);
	page_title(page, s, '-');
}

static void put_points(struct page *page, const struct comparison *c)
{
	const struct followed *last = NULL;

	for (size_t i = 0; i < c->count; i++) {
		const struct followed *p = &c->points[i];
		struct arena_mark m = arena_mark(&page->arena);

		if (p->status == FOLLOW_SILENT)
			continue;
		if (!last || !is_same_section(last, p))
			put_section(page, p);
		else
			page_blank_line(page);
		put_point(page, c, p);
		last = p;
		arena_rewind(&page->arena, m);
	}
}

/* One of which nothing was received or said: just what it was. */
static void put_silent(struct page *page, const struct followed *p)
{
	page_paragraph(page, 0);
	page_say(page, title_of(page, p));
	if (p->subject.len)
		page_say_fill(page, "· {1}", ARGS(subject_of(page, p)));
	put_ids(page, p);
	put_then_and_now(page, p);
	page_say_tr(page, word_absence(p->absence));
	if (p->part && !p->absence)
		say_reason(page, p->part);
	put_words_of_then(page, p);
	page_end(page);
}

static void put_silents(struct page *page, const struct comparison *c)
{
	if (!c->totals[FOLLOW_SILENT])
		return;
	page_section(page, N_("Not followed up"));
	for (size_t i = 0; i < c->count; i++)
		if (c->points[i].status == FOLLOW_SILENT)
			put_silent(page, &c->points[i]);
}

static void put_heading(struct page *page, const struct comparison *c)
{
	const struct assessment *now = c->now;
	struct str s;

	if (now->code.len)
		s = page_fill(page, N_("{1} ({2}), followed up as of {3}"),
			      ARGS(now->name, now->code, now->as_of));
	else
		s = page_fill(page, N_("{1}, followed up as of {2}"),
			      ARGS(now->name, now->as_of));
	page_title(page, s, '=');
	page_paragraph(page, 0);
	if (c->earlier_as_of.len)
		page_say_fill(page, N_("The earlier assessment is as of {1}."),
			      ARGS(c->earlier_as_of));
	page_paragraph(page, 0);
	if (now->incomplete)
		page_say_tr(page, N_("The assessment is incomplete: a rule, "
				     "the inventory or a file beside it "
				     "could not be used."));
}

static void put_summary(struct page *page, const struct comparison *c)
{
	struct str counts[FOLLOW_UPS], kept[PROMISES] = { { 0 } };
	size_t promises = 0;

	for (size_t i = 0; i < FOLLOW_UPS; i++)
		counts[i] = page_fill(page,
				      word_followed_count((enum follow_up)i),
				      ARGS(page_number(page, c->totals[i])));
	page_paragraph(page, 0);
	page->wrap.hang = 0;
	say_row(page, counts, FOLLOW_UPS);
	for (size_t i = PROMISE_NONE + 1; i < PROMISES; i++) {
		promises += c->promises[i];
		kept[i] = page_fill(page, word_promise_count((enum promise)i),
				    ARGS(page_number(page, c->promises[i])));
	}
	page_paragraph(page, 0);
	if (promises)
		say_row(page, kept, PROMISES);
	page_end(page);
}

static void report_one(struct page *page, const struct comparison *c)
{
	put_heading(page, c);
	put_summary(page, c);
	put_points(page, c);
	put_silents(page, c);
}

void follow_up_text(struct buf *out, const struct comparison *const *list,
		    size_t count, const struct render_style *style)
{
	struct page page = page_new(out, style);

	for (size_t i = 0; i < count; i++) {
		if (i)
			page_separator(&page);
		report_one(&page, list[i]);
		arena_rewind(&page.arena, (struct arena_mark){ 0 });
	}
	arena_free(&page.arena);
}
