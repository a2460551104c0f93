/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A rule as its readers would put it.  Each say_… tells one key of a part
 * and nothing where the rule does not have it; put_part() is their order.
 */
#include "render/ask.h"

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "model/rule.h"
#include "model/vocab.h"
#include "render/page.h"
#include "render/render.h"
#include "render/words.h"

enum {
	EXAMPLES = 3,
	STEP = 2, /* columns a level */
};

struct asker {
	struct page *page;
	const struct vocab *vocab;
	const struct rule *rule;
};

static struct str take(struct page *page, struct buf *b)
{
	struct str s;

	page->wrap.out->bad |= !buf_ok(b);
	s = buf_take(b, &page->arena);
	buf_release(b);
	return s;
}

/* "a, b, c" */
static struct str join(struct page *page, struct texts list)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < list.count; i++) {
		buf_puts(&b, i ? ", " : "");
		buf_put(&b, list.list[i].str);
	}
	return take(page, &b);
}

/* The members of a set in the reader's words. */
static struct str join_bits(struct page *page, uint32_t bits, size_t count,
			    const char *(*word)(size_t))
{
	struct buf b = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (!(bits & BIT(i)) || !word(i))
			continue;
		buf_puts(&b, b.len ? ", " : "");
		buf_puts(&b, page_tr(page, word(i)));
	}
	return take(page, &b);
}

static struct str duration_of(struct page *page, struct duration d)
{
	static const char *const units[SPAN_UNITS][2] = {
		[SPAN_DAYS] = { N_("{1} day"), N_("{1} days") },
		[SPAN_MONTHS] = { N_("{1} month"), N_("{1} months") },
		[SPAN_YEARS] = { N_("{1} year"), N_("{1} years") },
	};

	return page_fill(page, units[d.unit][d.count != 1],
			 ARGS(page_number(page, d.count)));
}

/* A term as a person would write it: without classes and patterns. */
static bool is_plain(struct str term)
{
	for (size_t i = 0; i < term.len; i++)
		if (term.ptr[i] == '<' || term.ptr[i] == '/' ||
		    term.ptr[i] == '&' || term.ptr[i] == '\\')
			return false;
	return term.len != 0;
}

/* "kontroll* ~ behörighet*" → "kontroll… … behörighet…" */
static void put_term(struct buf *b, struct str term)
{
	for (size_t i = 0; i < term.len; i++) {
		if (term.ptr[i] == '*' || term.ptr[i] == '~')
			buf_puts(b, "\xe2\x80\xa6");
		else
			buf_putc(b, term.ptr[i]);
	}
}

static struct str examples_of(struct page *page, const struct terms *terms)
{
	struct buf b = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < terms->count && n < EXAMPLES; i++) {
		struct str written = terms->list[i].written.str;

		if (!is_plain(written))
			continue;
		buf_puts(&b, n++ ? ", \xc2\xab" : "\xc2\xab");
		put_term(&b, written);
		buf_puts(&b, "\xc2\xbb");
	}
	return take(page, &b);
}

/* "name (as «…», «…»)" */
static struct str with_examples(struct page *page, struct str name,
				const struct terms *terms)
{
	struct str examples = { 0 };

	if (terms)
		examples = examples_of(page, terms);
	if (!examples.len)
		return name;
	return page_fill(page, N_("{1} (as {2})"), ARGS(name, examples));
}

static struct str topic_of(const struct asker *a, struct str name)
{
	const struct terms *terms = NULL;
	size_t i;

	if (a->vocab) {
		i = vocab_topic(a->vocab, name);
		if (i < a->vocab->topics.count)
			terms = &a->vocab->topics.list[i].terms;
	}
	return with_examples(a->page, name, terms);
}

static struct str type_of(const struct asker *a, struct str name)
{
	const struct terms *terms = NULL;
	size_t i;

	if (a->vocab) {
		i = vocab_type(a->vocab, name);
		if (i < a->vocab->types.count)
			terms = &a->vocab->types.list[i].terms;
	}
	return with_examples(a->page, name, terms);
}

static struct str types_of(const struct asker *a, struct texts list)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < list.count; i++) {
		buf_puts(&b, i ? "; " : "");
		buf_put(&b, type_of(a, list.list[i].str));
	}
	return take(a->page, &b);
}

/* A line of its own, where there is something to say. */
static void say(const struct asker *a, const char *sentence, struct str arg)
{
	size_t indent = a->page->wrap.indent;

	if (!arg.len)
		return;
	page_paragraph(a->page, indent);
	page_say_fill(a->page, sentence, ARGS(arg));
}

static void say_kind(const struct asker *a, const struct part *p)
{
	struct page *page = a->page;

	switch (p->kind) {
	case PART_DOCUMENT:
		say(a, N_("A governing document: {1}."),
		    types_of(a, p->document));
		break;
	case PART_RECORD:
		say(a, N_("A record: {1}."), types_of(a, p->record));
		break;
	case PART_STATEMENT:
		say(a, N_("Somebody says so, or a paper does: {1}."),
		    topic_of(a, p->statement.str));
		break;
	case PART_ELEMENT:
		say(a, N_("The document above holds this: {1}."),
		    topic_of(a, p->element.str));
		break;
	case PART_ANY:
		page_say_tr(page, N_("One of these is enough:"));
		break;
	case PART_ALL:
		page_say_tr(page, N_("All of these together:"));
		break;
	case PART_AT_LEAST:
		say(a, N_("At least {1} of these:"),
		    page_number(page, p->at_least));
		break;
	case PART_PAPERS:
		say(a, N_("Every paper received of these types: {1}."),
		    types_of(a, p->papers));
		break;
	case PART_RESULTS:
		say(a, N_("What other rules came to: {1}."),
		    join(page, p->results));
		break;
	case PART_KINDS:
		break;
	}
}

static const char *accepts_word(size_t i)
{
	return word_accepts((enum accepts)i);
}

static const char *form_word(size_t i)
{
	return word_form((enum doc_form)i);
}

static const char *property_word(size_t i)
{
	return word_property((enum paper_property)i);
}

/* An element takes what its document takes, most often. */
static bool is_as_above(const struct part *p)
{
	return p->parent && p->accepts == p->parent->accepts &&
	       p->forms == p->parent->forms;
}

/* What it is shown by, and on which paper. */
static void say_evidence(const struct asker *a, const struct part *p)
{
	struct page *page = a->page;
	bool own_topic = p->kind == PART_STATEMENT || p->kind == PART_ELEMENT;

	if (!own_topic && p->topic.str.len)
		say(a, N_("Text that speaks of it: {1}."),
		    topic_of(a, p->topic.str));
	say(a, N_("It may also stand in: {1}."), types_of(a, p->may_be_in));
	say(a, N_("Each must have: {1}."),
	    join_bits(page, p->have, PROPERTIES, property_word));
	if (part_group(p) || p->kind == PART_RESULTS || is_as_above(p))
		return;
	say(a, N_("It is shown by: {1}."),
	    join_bits(page, p->accepts, ACCEPTS, accepts_word));
	if (p->kind != PART_PAPERS)
		say(a, N_("Forms of paper that count: {1}."),
		    join_bits(page, p->forms, FORMS, form_word));
}

static void say_who(const struct asker *a, const struct part *p)
{
	say(a, N_("Decided by: {1}."), join(a->page, p->approved_by));
	if (p->agreed_with.str.len)
		say(a, N_("Agreed with the counterpart: {1}."),
		    topic_of(a, p->agreed_with.str));
	if (p->whose)
		say(a, N_("Written by: {1}."),
		    str_of(page_tr(a->page, word_author(p->whose))));
	if (p->binding) {
		page_paragraph(a->page, a->page->wrap.indent);
		page_say_tr(a->page, N_("It binds the supplier."));
	}
}

static void say_duration(const struct asker *a, const char *sentence,
			 struct duration d)
{
	if (d.count)
		say(a, sentence, duration_of(a->page, d));
}

static void say_when(const struct asker *a, const struct part *p)
{
	say_duration(a, N_("Decided or revised within the last {1}."),
		     p->max_age);
	say_duration(a, N_("Carried out within the last {1}."), p->within);
	say_duration(a, N_("Carried out at least once in {1}."), p->every);
	say_duration(a, N_("The latest period may be longer by {1}."), p->grace);
	if (p->every.count && p->periods > 1)
		say(a, N_("In each of the last {1} periods."),
		    page_number(a->page, p->periods));
	say_duration(a, N_("It is said to be done at least once in {1}."),
		     p->often);
	if (p->often.count && p->regularly) {
		page_paragraph(a->page, a->page->wrap.indent);
		page_say_tr(a->page, N_("\"Regularly\" will do."));
	}
}

/* What the reasons weigh here: "vague: gap". */
static struct str weights_of(struct page *page, const struct part *p)
{
	struct buf b = { 0 };

	for (size_t r = 0; p->weights && r < REASONS; r++) {
		if (p->weights[r] == VERDICTS || !reason_words.list[r])
			continue;
		buf_putf(&b, "%s%s: ", b.len ? ", " : "", reason_words.list[r]);
		buf_puts(&b, page_tr(page, word_earlier(p->weights[r])));
	}
	return take(page, &b);
}

static void say_counting(const struct asker *a, const struct part *p)
{
	struct page *page = a->page;

	if (p->min_basis)
		say(a, N_("It takes at least {1} papers and statements."),
		    page_number(page, p->min_basis));
	say(a, N_("It can't be better than: {1}."), join(page, p->rests_on));
	say(a, N_("What these weigh here: {1}."), weights_of(page, p));
	page_paragraph(page, page->wrap.indent);
	if (p->key)
		page_say_tr(page, N_("A gap here makes the whole rule a gap."));
	if (p->remark)
		page_say_tr(page, N_("It is a remark: it does not pull the rule "
				     "down."));
	if (p->clauses.count)
		page_say_tr(page, N_("Where it is there, what it must hold "
				     "counts in its stead."));
	if (p->priority != a->rule->priority)
		say(a, N_("To mend in: {1}."),
		    str_of(page_tr(page, word_priority(p->priority))));
}

static void put_parts(const struct asker *a, const struct parts *parts,
		      size_t indent);

static void put_part_name(const struct asker *a, const struct part *p,
			  size_t indent)
{
	struct page *page = a->page;
	struct str title = word_both(page->style->lang, &p->title);

	page_paragraph(page, indent);
	page_paint(page, PAGE_BOLD);
	page_say_solid(page, p->label.str);
	page_paint(page, PAGE_PLAIN);
	if (title.len)
		page_say_fill(page, "\xe2\x80\x93 {1}", ARGS(title));
	if (!part_group(p) && p->kind != PART_RESULTS)
		page_say_fill(page, "({1})",
			      ARGS(str_of(page_tr(page, word_shows(p->shows)))));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void put_part(const struct asker *a, const struct part *p, size_t indent)
{
	struct page *page = a->page;
	const struct parts *group = part_group(p);

	put_part_name(a, p, indent);
	page_paragraph(page, indent + STEP);
	say_kind(a, p);
	say_evidence(a, p);
	say_who(a, p);
	say_when(a, p);
	say_counting(a, p);
	say(a, N_("To close: {1}"), word_both(page->style->lang, &p->close));
	page_end(page);
	if (group)
		put_parts(a, group, indent + STEP);
	put_parts(a, &p->elements, indent + STEP);
	put_parts(a, &p->clauses, indent + STEP);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void put_parts(const struct asker *a, const struct parts *parts,
		      size_t indent)
{
	for (size_t i = 0; i < parts->count; i++)
		put_part(a, &parts->list[i], indent);
}

static void put_subjects(const struct asker *a)
{
	static const char *const subjects[SUBJECT_KINDS] = {
		[SUBJECT_ORGANISATION] = N_("It is asked of the organisation."),
		[SUBJECT_SYSTEM] = N_("It is asked of each system."),
		[SUBJECT_SUPPLIER] = N_("It is asked of each supplier."),
	};
	static const char *const also[SUBJECT_KINDS] = {
		[SUBJECT_SYSTEM] = N_("Besides, of each system of which "
				      "something is known."),
		[SUBJECT_SUPPLIER] = N_("Besides, of each supplier of which "
					"something is known."),
	};
	static const char *const empty[EMPTIES] = {
		[EMPTY_UNKNOWN] = N_("Where none is listed it is unknown."),
		[EMPTY_NA] = N_("Where none is listed it does not apply."),
		[EMPTY_GAP] = N_("Where none is listed that is a gap."),
		[EMPTY_ORGANISATION] = N_("Where none is listed the "
					  "organisation is judged as one."),
	};

	page_paragraph(a->page, 0);
	page_say_tr(a->page, subjects[a->rule->each]);
	if (a->rule->each != SUBJECT_ORGANISATION)
		page_say_tr(a->page, empty[a->rule->empty]);
	if (also[a->rule->also])
		page_say_tr(a->page, also[a->rule->also]);
}

static void put_exceptions(const struct asker *a)
{
	const struct not_applicable *na = &a->rule->na;

	page_section(a->page, N_("That it does not apply"));
	page_paragraph(a->page, 0);
	if (na->allow == NA_NEVER) {
		page_say_tr(a->page, N_("It applies to every municipality."));
		page_end(a->page);
		return;
	}
	say(a, N_("It can be claimed, with a received paper of the form: {1}."),
	    join_bits(a->page, na->proof, FORMS, form_word));
	say(a, N_("The claim is decided by: {1}."),
	    join(a->page, na->approved_by));
	say_duration(a, N_("The claim is decided within the last {1}."),
		     na->max_age);
	page_end(a->page);
	if (!na->refuted_by.count)
		return;
	page_paragraph(a->page, 0);
	page_say_tr(a->page, N_("These show that the claim is wrong:"));
	page_end(a->page);
	put_parts(a, &na->refuted_by, STEP);
}

void ask_put_head(struct page *page, const struct rule *rule)
{
	const char *effort = word_effort(rule->effort);

	page_paragraph(page, 0);
	page_say_fill(
		page, "{1} \xc2\xb7 {2} \xc2\xb7 {3}",
		ARGS(rule->id.str, str_of(page_tr(page, word_area(rule->area))),
		     str_of(page_tr(page, word_priority(rule->priority)))));
	if (effort)
		page_say_fill(page, "\xc2\xb7 {1}",
			      ARGS(str_of(page_tr(page, effort))));
	page_say_fill(page, N_("· version {1}"),
		      ARGS(page_number(page, rule->version)));
	page_paragraph(page, 0);
	page_say_fill(page, N_("Speaks for: {1}."),
		      ARGS(join(page, rule->controls)));
	if (rule->law.count)
		page_say_fill(page, N_("Law: {1}."), ARGS(join(page, rule->law)));
	page_end(page);
}

void ask_put_rule(struct page *page, const struct rule *rule,
		  const struct vocab *vocab)
{
	struct asker a = { page, vocab, rule };
	enum lang lang = page->style->lang;

	page_title(page, word_both(lang, &rule->title), '=');
	ask_put_head(page, rule);
	page_paragraph(page, 0);
	say(&a, N_("Why: {1}"), word_both(lang, &rule->why));
	put_subjects(&a);
	page_section(page, N_("What it asks for"));
	page_paragraph(page, 0);
	page_say_tr(page, rule->rollup == ROLLUP_ANY
				  ? N_("The best of these counts.")
				  : N_("All of these count."));
	page_end(page);
	put_parts(&a, &rule->expect, 0);
	put_exceptions(&a);
	page_section(page, N_("What closes it"));
	page_paragraph(page, 0);
	page_say(page, word_both(lang, &rule->remedy));
	page_end(page);
}
