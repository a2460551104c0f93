/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "model/assessment.h"
#include "render/decisions.h"
#include "render/items.h"
#include "render/page.h"
#include "render/proof.h"
#include "render/render.h"
#include "render/scores.h"
#include "render/words.h"

/*
 * The report for people, worst first.  Read it from the end: report_one()
 * is the order of the sections.  Every string goes out through page_say()
 * or page_clean(), and so harmless.
 */

enum {
	NAMES_SHOWN = 10,
};

static struct str title_of(const struct page *page, const struct item *item)
{
	const struct rule *rule = item->result->rule;
	struct str s = word_both(page->style->lang, &rule->title);

	return s.len ? s : rule->id.str;
}

/* "Title – part", where the part has a name of its own. */
static struct str part_title_of(struct page *page, const struct item *item)
{
	const struct part_result *p = item->part;
	struct str part = p->title[page->style->lang];

	if (!part.len)
		part = p->title[LANG_SV];
	if (!part.len)
		return title_of(page, item);
	return page_fill(page, "{1} \xe2\x80\x93 {2}",
			 ARGS(title_of(page, item), part));
}

static struct str subject_of(const struct item *item)
{
	const struct result *r = item->result;

	return r->subject_name.len ? r->subject_name : r->subject;
}

static struct str label_of(const struct item *item)
{
	return item->part->label;
}

static struct str about_of(const struct item *item)
{
	return item->part->about;
}

/*
 * The different names among neighbours, in `form` each; beyond some only
 * how many more there are.
 */
static struct str list_names(struct page *page, struct items items,
			     struct str (*name_of)(const struct item *),
			     const char *form)
{
	size_t limit = page->style->verbose ? SIZE_MAX : NAMES_SHOWN;
	size_t count = 0;
	struct str all, last = { 0 };
	struct buf b = { 0 };

	for (size_t i = 0; i < items.count; i++) {
		struct str s = name_of(&items.list[i]);

		if (!s.len || str_eq(s, last))
			continue;
		last = s;
		if (count++ >= limit)
			continue;
		buf_puts(&b, b.len ? ", " : "");
		buf_put_template(&b, form, &s, 1);
	}
	page->wrap.out->bad |= !buf_ok(&b);
	all = buf_take(&b, &page->arena);
	buf_release(&b);
	if (count <= limit)
		return all;
	return page_fill(page, N_("{1} and {2} more"),
			 ARGS(all, page_number(page, count - limit)));
}

/* What is wrong with these, which differ at most in their documents. */
static void say_reason(struct page *page, struct items items)
{
	const char *what = reason_what(items.list[0].part->reason);
	bool first = str_starts(str_of(page_tr(page, what)), STR("{1}"));
	struct str about = list_names(page, items, about_of, "«{1}»");

	if (!about.len)
		about = str_of(first ? page_tr(page, N_("The document"))
				     : page_tr(page, N_("the document")));
	page_say_fill(page, what, ARGS(about));
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

/* "Title · subject"; where it is about the organisation just the title. */
static void say_item(struct page *page, const struct item *item, struct str title)
{
	struct str subject = subject_of(item);

	if (!subject.len) {
		page_say(page, title);
		return;
	}
	page_say_fill(page, "{1} ·", ARGS(title));
	page_say(page, subject);
}

/* "rule · labels · finding" */
static void put_ids(struct page *page, struct items items)
{
	const struct item *item = items.list;
	const struct str ids[] = {
		item->result->rule->id.str,
		list_names(page, items, label_of, "{1}"),
		item->part->finding,
	};

	page_paragraph(page, 2);
	say_row(page, ids, sizeof(ids) / sizeof(*ids));
}

static void put_reason(struct page *page, struct items items)
{
	page_paragraph(page, 2);
	if (items.list->part->reason)
		say_reason(page, items);
}

/* The advice of a rule is given once, under the first of its findings. */
static void put_close(struct page *page, const struct item *item, bool advice)
{
	const struct rule *rule = item->result->rule;
	enum lang lang = page->style->lang;
	struct str close = item->part->to_close[lang];
	struct str remedy = word_both(lang, &rule->remedy);
	const char *effort = word_effort(rule->effort);

	page_paragraph(page, 2);
	if (close.len && effort)
		page_say_fill(page, N_("To close ({2}): {1}"),
			      ARGS(close, str_of(page_tr(page, effort))));
	else if (close.len)
		page_say_fill(page, N_("To close: {1}"), ARGS(close));
	page_paragraph(page, 2);
	if (advice && remedy.len && !str_eq(remedy, close))
		page_say_fill(page, N_("Advice: {1}"), ARGS(remedy));
}

static void put_finding(struct page *page, struct item *item, bool advice)
{
	struct items one = { item, 1 };
	const struct part_result *p = item->part;
	const char *priority = word_priority(item->part->priority);

	page_paragraph(page, 0);
	proof_say_verdict(page, p->verdict);
	page_say_fill(page, "({1})", ARGS(str_of(page_tr(page, priority))));
	say_item(page, item, part_title_of(page, item));
	put_ids(page, one);
	put_reason(page, one);
	proof_put_earlier(page, p, 2);
	decisions_put_waived(page, p->waived);
	decisions_put_judged(page, p->judged, (struct str){ 0 });
	proof_put_quotes(page, &p->quotes, PROOF_FEW);
	put_close(page, item, advice);
	page_end(page);
}

/* Those that are accepted for now, or the others. */
static struct items findings_of(struct page *page, const struct assessment *a,
				bool waived)
{
	struct items items = items_of(&page->arena, a, VERDICT_BITS_FINDING);
	size_t n = 0;

	for (size_t i = 0; i < items.count; i++)
		if ((items.list[i].part->waived != NULL) == waived)
			items.list[n++] = items.list[i];
	items.count = n;
	items_sort_by_urgency(items);
	return items;
}

static void put_each(struct page *page, struct items items)
{
	for (size_t i = 0; i < items.count; i++) {
		struct arena_mark m = arena_mark(&page->arena);
		bool first = !i || items.list[i - 1].result->rule !=
					   items.list[i].result->rule;

		if (i)
			page_blank_line(page);
		put_finding(page, &items.list[i], first);
		arena_rewind(&page->arena, m);
	}
}

static void put_findings(struct page *page, const struct assessment *a)
{
	struct items items = findings_of(page, a, false);
	struct items waived = findings_of(page, a, true);

	page_section(page, N_("To mend"));
	if (!items.count) {
		page_say_tr(page, N_("Nothing to mend was found in what could "
				     "be judged."));
		page_end(page);
	}
	put_each(page, items);
	if (waived.count)
		page_section(page, N_("Accepted for now"));
	put_each(page, waived);
}

/* One line for all subjects of which the same is not known. */
static void put_question(struct page *page, struct items same)
{
	const struct item *item = same.list;
	struct str subjects = list_names(page, same, subject_of, "{1}");

	page_paragraph(page, 0);
	page_say(page, part_title_of(page, item));
	page_say_fill(page, "({1} · {2}):",
		      ARGS(item->result->rule->id.str, item->part->label));
	say_reason(page, same);
	if (subjects.len)
		page_say_fill(page, N_("Concerns: {1}."), ARGS(subjects));
	for (size_t i = 0; i < same.count; i++)
		decisions_put_judged(page, same.list[i].part->judged,
				     subject_of(&same.list[i]));
	page_end(page);
}

static void put_questions(struct page *page, const struct assessment *a)
{
	struct items items = items_of(&page->arena, a,
				      VERDICT_BIT(VERDICT_UNKNOWN));

	if (!items.count)
		return;
	page_section(page, N_("To find out"));
	items_sort_by_question(items);
	while (items.count) {
		struct arena_mark m = arena_mark(&page->arena);
		struct items same = { items.list, items_same_question(items) };

		put_question(page, same);
		arena_rewind(&page->arena, m);
		items.list += same.count;
		items.count -= same.count;
	}
}

/* Parts that are well, or need not be: what they are, why and the proof. */
static void put_settled(struct page *page, const struct assessment *a,
			const char *heading, enum verdict v)
{
	struct items items = items_of(&page->arena, a, VERDICT_BIT(v));

	if (!items.count)
		return;
	page_section(page, heading);
	while (items.count) {
		struct arena_mark m = arena_mark(&page->arena);
		struct items same = { items.list, items_same_proof(items) };

		page_paragraph(page, 0);
		say_item(page, same.list, title_of(page, same.list));
		put_ids(page, same);
		put_reason(page, same);
		proof_put_quotes(page, &same.list->part->quotes, PROOF_FEW);
		page_end(page);
		arena_rewind(&page->arena, m);
		items.list += same.count;
		items.count -= same.count;
	}
}

static void put_rules(struct page *page, const struct assessment *a)
{
	const struct texts *broken = &a->rules_not_evaluated;

	page_paragraph(page, 0);
	page_say_fill(page, N_("Rules: {1} selected, {2} evaluated."),
		      ARGS(page_number(page, a->rules_selected),
			   page_number(page, a->rules_evaluated)));
	page_paragraph(page, 0);
	if (a->incomplete)
		page_say_tr(page, N_("The assessment is incomplete: a rule, "
				     "the inventory or a file beside it "
				     "could not be used."));
	page_paragraph(page, 0);
	if (broken->count)
		page_say_tr(page, N_("Rules not evaluated:"));
	for (size_t i = 0; i < broken->count; i++)
		page_say_fill(page, i + 1 < broken->count ? "{1}," : "{1}",
			      ARGS(broken->list[i].str));
}

static void put_unread(struct page *page, const struct unread *u)
{
	page_paragraph(page, 2);
	page_say(page, u->id);
	page_say(page, u->title);
	if (u->why[page->style->lang].len)
		page_say_fill(page, "– {1}", ARGS(u->why[page->style->lang]));
}

static void put_completeness(struct page *page, const struct assessment *a)
{
	page_section(page, N_("What the assessment rests on"));
	put_rules(page, a);
	page_paragraph(page, 0);
	if (a->unread_count)
		page_say_tr(page, N_("Documents that could not be read:"));
	for (size_t i = 0; i < a->unread_count; i++)
		put_unread(page, &a->unread[i]);
	page_end(page);
}

static void put_heading(struct page *page, const struct assessment *a)
{
	struct str name = scores_name(page, a);
	struct str s;

	if (a->code.len)
		s = page_fill(page, N_("{1} ({2}), assessed as of {3}"),
			      ARGS(name, a->code, a->as_of));
	else
		s = page_fill(page, N_("{1}, assessed as of {2}"),
			      ARGS(name, a->as_of));
	page_title(page, s, '=');
}

static void put_summary(struct page *page, const struct assessment *a)
{
	static const enum verdict order[VERDICTS] = {
		VERDICT_GAP,     VERDICT_PARTIAL, VERDICT_NA_UNPROVEN,
		VERDICT_UNKNOWN, VERDICT_MET,     VERDICT_NA,
	};
	struct str counts[VERDICTS];

	for (size_t i = 0; i < VERDICTS; i++)
		counts[i] = page_fill(
			page, word_count(order[i]),
			ARGS(page_number(page, a->totals[order[i]])));
	page_paragraph(page, 0);
	page->wrap.hang = 0;
	say_row(page, counts, VERDICTS);
	page_paragraph(page, 0);
	if (decisions_waived(a))
		page_say_fill(page, N_("Accepted for now among them: {1}."),
			      ARGS(page_number(page, decisions_waived(a))));
	page_paragraph(page, 0);
	page_say_fill(page,
		      N_("Documents: {1} received, {2} read, {3} could "
			 "not be read."),
		      ARGS(page_number(page, a->documents_received),
			   page_number(page, a->documents_read),
			   page_number(page, a->unread_count)));
	if (a->documents_title_only)
		page_say_fill(page, N_("Of {1} only the title is known."),
			      ARGS(page_number(page, a->documents_title_only)));
	page_end(page);
}

static void report_one(struct page *page, const struct assessment *a)
{
	put_heading(page, a);
	put_summary(page, a);
	put_findings(page, a);
	put_questions(page, a);
	decisions_put_section(page, a);
	put_settled(page, a, N_("Does not apply"), VERDICT_NA);
	if (page->style->verbose)
		put_settled(page, a, N_("Met"), VERDICT_MET);
	scores_put(page, a);
	put_completeness(page, a);
}

void render_text(struct buf *out, const struct assessment *const *list,
		 size_t count, const struct render_style *style)
{
	struct page page = page_new(out, style);

	for (size_t i = 0; i < count; i++) {
		if (i)
			page_separator(&page);
		report_one(&page, list[i]);
		arena_rewind(&page.arena, (struct arena_mark){ 0 });
	}
	if (count > 1) {
		page_separator(&page);
		scores_put_overview(&page, list, count);
	}
	arena_free(&page.arena);
}
