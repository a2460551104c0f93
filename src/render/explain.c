/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Why a rule came to its verdict, from the assessment alone.  Read it from
 * the end: explain_text() is the order of the sections.
 */
#include "render/explain.h"

#include <string.h>

#include "base/buf.h"
#include "render/ask.h"
#include "render/decisions.h"
#include "render/page.h"
#include "render/proof.h"
#include "render/render.h"
#include "render/scores.h"
#include "render/words.h"

enum {
	STEP = 2, /* columns a level */
};

static const struct explainer explainers[] = {
	{ "text", explain_text },
	{ "json", explain_json },
};

const struct explainer *explainer_find(struct str name)
{
	for (size_t i = 0; i < sizeof(explainers) / sizeof(*explainers); i++)
		if (str_eq(name, str_of(explainers[i].name)))
			return &explainers[i];
	return NULL;
}

struct teller {
	struct page *page;
	const struct explanation *e;
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static const struct part *find_part(const struct parts *parts, struct str label)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *p = &parts->list[i];
		const struct parts *below[] = { part_group(p), &p->elements,
						&p->clauses };

		if (str_eq(p->label.str, label))
			return p;
		for (size_t k = 0; k < 3; k++) {
			const struct part *found = NULL;

			if (below[k])
				found = find_part(below[k], label);
			if (found)
				return found;
		}
	}
	return NULL;
}

/* How far in a part stands: its label tells. */
static size_t indent_of(const struct part_result *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->label.len; i++)
		n += p->label.ptr[i] == '/';
	return STEP * n;
}

static struct str title_of(const struct page *page, const struct part_result *p)
{
	struct str s = p->title[page->style->lang];

	return s.len ? s : p->title[LANG_SV];
}

static struct str fill_about(struct page *page, const char *what, struct str about)
{
	bool first = str_starts(str_of(page_tr(page, what)), STR("{1}"));

	if (about.len)
		about = page_quoted(page, about);
	else
		about = str_of(first ? page_tr(page, N_("The document"))
				     : page_tr(page, N_("the document")));
	return page_fill(page, what, ARGS(about));
}

/* "VERDICT label – title (that it is documented)" */
static void put_part_name(const struct teller *t, const struct part_result *p)
{
	struct page *page = t->page;
	struct str title = title_of(page, p);

	page_paragraph(page, indent_of(p));
	proof_say_verdict(page, p->verdict);
	page_say_solid(page, p->label);
	if (title.len)
		page_say_fill(page, "\xe2\x80\x93 {1}", ARGS(title));
	if (p->shows != SHOWS_UNSET && !p->counted && !p->summary)
		page_say_fill(page, "({1})",
			      ARGS(str_of(page_tr(page, word_shows(p->shows)))));
	if (p->finding.len)
		page_say_fill(page, "\xc2\xb7 {1}", ARGS(p->finding));
	if (p->remark)
		page_say_tr(page, N_("(a remark, which does not count)"));
	page_end(page);
}

static void put_reason(const struct teller *t, const struct part_result *p)
{
	struct page *page = t->page;

	page_paragraph(page, indent_of(p) + STEP);
	if (p->reason)
		page_say_fill(
			page, "{1} ({2})",
			ARGS(fill_about(page, reason_what(p->reason), p->about),
			     str_of(reason_code(p->reason))));
	if (p->counted)
		page_say_fill(page, "{1} ({2})",
			      ARGS(str_of(page_tr(page, counted_text(p->counted))),
				   str_of(counted_words.list[p->counted])));
	page_end(page);
}

static void put_heading(const struct teller *t, const struct part_result *p,
			const char *heading)
{
	page_paragraph(t->page, indent_of(p) + STEP);
	page_say_tr(t->page, heading);
	page_end(t->page);
}

/* A title that is told again among what was considered. */
static bool is_told_below(const struct part_result *p, const struct quote *q)
{
	if (!str_eq(q->text, q->title))
		return false;
	for (size_t i = 0; i < p->considered.count; i++)
		if (str_eq(p->considered.list[i].source, q->source))
			return true;
	return false;
}

static struct quotes evidence_of(const struct teller *t,
				 const struct part_result *p)
{
	struct quotes left = { 0 };

	left.list = arena_array(&t->page->arena, struct quote, p->quotes.count);
	for (size_t i = 0; i < p->quotes.count; i++)
		if (!is_told_below(p, &p->quotes.list[i]))
			left.list[left.count++] = p->quotes.list[i];
	return left;
}

static void put_evidence(const struct teller *t, const struct part_result *p)
{
	struct quotes quotes = evidence_of(t, p);

	if (!quotes.count)
		return;
	put_heading(t, p,
		    p->verdict == VERDICT_MET ? N_("It rests on:")
					      : N_("What was found:"));
	proof_put_quotes_at(t->page, &quotes, SIZE_MAX,
			    indent_of(p) + STEP + STEP);
}

static bool is_unread(const struct candidate *c)
{
	return c->passed == PASSED_BY_REASON &&
	       (c->reason == REASON_NOT_READ || c->reason == REASON_UNREAD);
}

/* The reason itself will name the document. */
static bool names_title(const struct candidate *c)
{
	return c->passed == PASSED_BY_REASON &&
	       strstr(reason_what(c->reason), "{1}");
}

/* "D1 «Title» – why (code) place" */
static void put_candidate(const struct teller *t, const struct candidate *c,
			  size_t indent)
{
	struct page *page = t->page;
	struct str why;

	if (c->passed == PASSED_BY_REASON)
		why = fill_about(page, reason_what(c->reason), c->title);
	else
		why = str_of(page_tr(page, passed_text(c->passed)));
	page_paragraph(page, indent);
	if (c->source.len)
		page_say(page, c->source);
	if (c->text.len)
		page_say(page, page_quoted(page, proof_shorten(page, c->text)));
	else if (c->title.len && !names_title(c))
		page_say(page, page_quoted(page, c->title));
	page_say_fill(page, "\xe2\x80\x93 {1} ({2})",
		      ARGS(why, str_of(candidate_code(c))));
	proof_say_place(page, c->at);
	page_end(page);
}

static void put_candidates(const struct teller *t, const struct part_result *p,
			   const char *heading, bool unread)
{
	const struct candidates *list = &p->considered;
	bool headed = false;

	for (size_t i = 0; i < list->count; i++) {
		if (is_unread(&list->list[i]) != unread)
			continue;
		if (!headed)
			put_heading(t, p, heading);
		headed = true;
		put_candidate(t, &list->list[i], indent_of(p) + STEP + STEP);
	}
	if (unread || !list->more)
		return;
	page_paragraph(t->page, indent_of(p) + STEP + STEP);
	page_say_fill(t->page, N_("and {1} more"),
		      ARGS(page_number(t->page, list->more)));
	page_end(t->page);
}

/* What one of the results that a part looks at came to. */
static void put_reference(const struct teller *t, const struct reference *ref,
			  size_t indent)
{
	const struct assessment *a = t->e->assessment;
	struct page *page = t->page;

	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];
		enum verdict v = r->verdict;
		bool found = !ref->label.len;

		if (r->is_rollup || !str_eq(r->rule->id.str, ref->rule))
			continue;
		for (size_t k = 0; k < r->count && !found; k++) {
			found = str_eq(r->parts[k].label, ref->label);
			v = r->parts[k].verdict;
		}
		if (!found)
			continue;
		page_paragraph(page, indent);
		proof_say_verdict(page, v);
		page_say_solid(page, ref->written.str);
		if (r->subject.len)
			page_say_fill(page, "\xc2\xb7 {1}", ARGS(r->subject));
		page_end(page);
	}
}

static void put_references(const struct teller *t, const struct part_result *p,
			   const struct references *refs, const char *heading)
{
	if (!refs->count)
		return;
	put_heading(t, p, heading);
	for (size_t i = 0; i < refs->count; i++)
		put_reference(t, &refs->list[i], indent_of(p) + STEP + STEP);
}

static void put_other_rules(const struct teller *t, const struct part_result *p)
{
	const struct part *part = NULL;

	if (t->e->rule)
		part = find_part(&t->e->rule->expect, p->label);
	if (!part)
		return;
	put_references(t, p, &part->members, N_("It sums up:"));
	put_references(t, p, &part->grounds, N_("It can't be better than:"));
}

static void put_close(const struct teller *t, const struct part_result *p)
{
	struct str close = p->to_close[t->page->style->lang];

	page_paragraph(t->page, indent_of(p) + STEP);
	if (close.len)
		page_say_fill(t->page, N_("To close: {1}"), ARGS(close));
	page_end(t->page);
}

static void put_part(const struct teller *t, const struct part_result *p)
{
	put_part_name(t, p);
	put_reason(t, p);
	proof_put_earlier(t->page, p, indent_of(p) + STEP);
	decisions_put_waived(t->page, p->waived);
	decisions_put_judged(t->page, p->judged, (struct str){ 0 });
	put_evidence(t, p);
	put_candidates(t, p, N_("Considered, and not enough:"), false);
	if (p->verdict != VERDICT_MET)
		put_candidates(t, p, N_("Not read:"), true);
	put_other_rules(t, p);
	put_close(t, p);
}

/* Of a finding the part itself, of the others only their verdicts. */
static void put_parts(const struct teller *t)
{
	const struct result *r = t->e->result;

	page_section(t->page, N_("The parts"));
	for (size_t i = 0; i < r->count; i++) {
		const struct part_result *p = &r->parts[i];

		if (!t->e->focus || t->e->focus == p) {
			put_part(t, p);
		} else {
			put_part_name(t, p);
			put_reason(t, p);
		}
	}
}

static void put_subjects(const struct teller *t)
{
	const struct assessment *a = t->e->assessment;

	page_section(t->page, N_("For each"));
	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		if (r->is_rollup || !r->subject.len ||
		    !str_eq(r->rule->id.str, t->e->result->rule->id.str))
			continue;
		page_paragraph(t->page, 0);
		proof_say_verdict(t->page, r->verdict);
		page_say_solid(t->page, r->subject);
		if (r->subject_name.len)
			page_say_fill(t->page, "\xe2\x80\x93 {1}",
				      ARGS(r->subject_name));
		page_end(t->page);
	}
}

/* How many parts, or subjects, have each verdict. */
static void count_verdicts(const struct explanation *e, size_t counts[VERDICTS])
{
	const struct assessment *a = e->assessment;

	for (size_t i = 0; i < a->count && e->result->is_rollup; i++) {
		const struct result *r = &a->results[i];

		if (!r->is_rollup && r->subject_kind == e->result->subject_kind &&
		    str_eq(r->rule->id.str, e->result->rule->id.str))
			counts[r->verdict]++;
	}
	for (size_t i = 0; i < e->result->count; i++)
		if (e->result->parts[i].counts && !e->result->parts[i].remark)
			counts[e->result->parts[i].verdict]++;
}

static void put_rollup(const struct teller *t)
{
	const struct result *r = t->e->result;
	struct page *page = t->page;
	size_t counts[VERDICTS] = { 0 };
	const char *between = "";

	count_verdicts(t->e, counts);
	page_section(page, N_("How it was counted"));
	page_paragraph(page, 0);
	proof_say_verdict(page, r->verdict);
	if (r->counted)
		page_say_fill(page, "\xe2\x80\x93 {1} ({2})",
			      ARGS(str_of(page_tr(page, counted_text(r->counted))),
				   str_of(counted_words.list[r->counted])));
	page_paragraph(page, STEP);
	for (size_t v = 0; v < VERDICTS; v++) {
		if (!counts[v])
			continue;
		page_say(page, str_of(between));
		page_say_fill(page, word_count((enum verdict)v),
			      ARGS(page_number(page, counts[v])));
		between = "\xc2\xb7";
	}
	page_end(page);
}

/* The labels of the steps from i on that are closed by the same. */
static struct str labels_of(const struct teller *t, size_t i)
{
	const struct result *r = t->e->result;
	enum lang lang = t->page->style->lang;
	struct str close = r->parts[r->least.list[i]].to_close[lang];
	struct buf b = { 0 };
	struct str s;

	for (size_t k = i; k < r->least.count; k++) {
		const struct part_result *p = &r->parts[r->least.list[k]];

		if (!str_eq(p->to_close[lang], close))
			continue;
		buf_puts(&b, b.len ? ", " : "");
		buf_put(&b, p->label);
	}
	t->page->wrap.out->bad |= !buf_ok(&b);
	s = buf_take(&b, &t->page->arena);
	buf_release(&b);
	return s;
}

static bool was_said(const struct result *r, size_t i, enum lang lang)
{
	const struct part_result *p = &r->parts[r->least.list[i]];

	for (size_t k = 0; k < i; k++)
		if (str_eq(r->parts[r->least.list[k]].to_close[lang],
			   p->to_close[lang]))
			return true;
	return false;
}

static void put_least(const struct teller *t)
{
	const struct result *r = t->e->result;
	struct page *page = t->page;
	enum lang lang = page->style->lang;
	size_t n = 0;

	if (r->is_rollup)
		return;
	page_section(page, N_("The least that closes it"));
	page_paragraph(page, 0);
	if (r->verdict == VERDICT_MET || r->verdict == VERDICT_NA)
		page_say_tr(page, N_("There is nothing to close."));
	else if (!r->least.count)
		page_say_tr(page, N_("No step is known; see the parts."));
	for (size_t i = 0; i < r->least.count; i++) {
		if (was_said(r, i, lang))
			continue;
		page_paragraph(page, 0);
		page_say_fill(page, "{1}. {2}: {3}",
			      ARGS(page_number(page, ++n), labels_of(t, i),
				   r->parts[r->least.list[i]].to_close[lang]));
	}
	page_end(page);
}

static void put_unread(const struct teller *t)
{
	const struct assessment *a = t->e->assessment;
	struct page *page = t->page;

	if (!a->unread_count)
		return;
	page_section(page, N_("Documents that could not be read"));
	for (size_t i = 0; i < a->unread_count; i++) {
		page_paragraph(page, 0);
		page_say(page, a->unread[i].id);
		page_say(page, page_quoted(page, a->unread[i].title));
		page_end(page);
	}
}

static void put_head(const struct teller *t)
{
	const struct explanation *e = t->e;
	const struct result *r = e->result;
	struct page *page = t->page;
	struct str title = word_both(page->style->lang, &r->rule->title);
	struct str subject = r->subject_name.len ? r->subject_name : r->subject;

	if (!title.len)
		title = r->rule->id.str;
	if (subject.len)
		title = page_fill(page, "{1} \xc2\xb7 {2}", ARGS(title, subject));
	page_title(page, title, '=');
	page_paragraph(page, 0);
	page_say_fill(
		page, N_("{1}, assessed as of {2}"),
		ARGS(scores_name(page, e->assessment), e->assessment->as_of));
	ask_put_head(page, r->rule);
	page_paragraph(page, 0);
	if (!e->rule)
		page_say_tr(page, N_("The rules at hand do not have this version "
				     "of the rule."));
	page_end(page);
}

static void explain_result(const struct teller *t)
{
	put_head(t);
	put_rollup(t);
	if (t->e->result->is_rollup)
		put_subjects(t);
	else
		put_parts(t);
	put_least(t);
	put_unread(t);
}

void explain_text(struct buf *out, const struct explanation *e,
		  const struct render_style *style)
{
	struct page page = page_new(out, style);
	struct teller t = { &page, e };

	if (e->result)
		explain_result(&t);
	else
		ask_put_rule(&page, e->rule, e->vocab);
	arena_free(&page.arena);
}
