/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One rule for one subject: every part of it, and what follows from the
 * parts.  The order of decision for one part: a claim that it does not
 * apply; nothing has changed since the earlier audit; evidence.  Then what
 * the rule itself says of it: what a reason weighs, what it must rest on.
 */
#include "assess/trial.h"

#include "assess/judge.h"
#include "assess/least.h"
#include "assess/summary.h"
#include "base/arena.h"
#include "base/buf.h"

struct trial {
	const struct bench *bench;
	const struct rule *rule;
	const struct subject *subject;
	const struct claim *claim;
	struct result *result;
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static size_t count_parts(const struct parts *parts)
{
	size_t n = 0;

	for (size_t i = 0; i < parts->count; i++) {
		const struct parts *group = part_group(&parts->list[i]);

		n += 1 + count_parts(&parts->list[i].elements) +
		     count_parts(&parts->list[i].clauses);
		if (group)
			n += count_parts(group);
	}
	return n;
}

static struct str id_of(const struct trial *t, struct str label)
{
	const struct municipality *m = &t->bench->matches->inventory->municipality;

	return finding_id(t->bench->arena,
			  m->code.str.len ? m->code.str : m->name.str, t->rule,
			  t->subject->id, label);
}

static struct str fill(const struct trial *t, enum lang lang,
		       const char *sentence, struct str title)
{
	struct buf b = { 0 }, quoted = { 0 };
	struct str arg, ret;

	buf_puts(&quoted, title.len ? "\xc2\xab" : "");
	buf_put(&quoted, title);
	buf_puts(&quoted, title.len ? "\xc2\xbb" : "");
	arg = title.len ? buf_str(&quoted)
			: str_of(i18n(lang, N_("the document")));
	buf_put_template(&b, i18n(lang, sentence), &arg, 1);
	ret = buf_take(&b, t->bench->arena);
	buf_release(&b);
	buf_release(&quoted);
	return ret;
}

/* The reasons that something is not there at all: the rule says what to do. */
static bool is_absence(enum reason r)
{
	return r == REASON_MISSING || r == REASON_ADMITTED ||
	       r == REASON_PLANNED || r == REASON_IMPLIED ||
	       r == REASON_ELEMENT_MISSING || r == REASON_NO_INFORMATION;
}

static void set_close(const struct trial *t, const struct part *p,
		      struct part_result *r)
{
	if (r->verdict == VERDICT_MET || r->verdict == VERDICT_NA)
		return;
	for (enum lang lang = 0; lang < LANGS; lang++) {
		r->to_close[lang] = p->close.lang[lang].str;
		if (!is_absence(r->reason) || !r->to_close[lang].len)
			r->to_close[lang] = fill(
				t, lang, reason_close(r->reason), r->about);
	}
}

static void set_earlier(const struct trial *t, struct part_result *r)
{
	const struct earlier *e = earlier_find(t->bench, t->rule, t->subject,
					       r->label);

	if (!e)
		return;
	r->has_earlier = true;
	r->earlier = e->verdict;
	r->follow_up = follow_up_of(e->verdict, r->verdict, r->reason);
}

static void finish_part(const struct trial *t, const struct part *p,
			struct part_result *r, struct judgement j)
{
	r->label = p->label.str;
	for (enum lang lang = 0; lang < LANGS; lang++)
		r->title[lang] = p->title.lang[lang].str;
	r->shows = p->shows;
	r->priority = p->priority;
	r->remark = p->remark;
	r->verdict = j.verdict;
	r->reason = j.reason;
	set_close(t, p, r);
	set_earlier(t, r);
	if (r->counts && verdict_is_finding(r->verdict))
		r->finding = id_of(t, r->label);
}

/* "Unchanged since the earlier audit": its verdict stands. */
static struct judgement carry_forward(const struct trial *t, const struct part *p)
{
	const struct earlier *e = earlier_find(t->bench, t->rule, t->subject,
					       p->label.str);

	if (!e)
		return (struct judgement){ VERDICT_UNKNOWN, REASON_NO_EARLIER };
	return (struct judgement){ e->verdict, REASON_UNCHANGED };
}

/* Nothing else is known, and nothing has changed since there was a verdict. */
static bool nothing_changed(const struct trial *t, const struct part *p,
			    const struct basis *basis, struct part_result *r)
{
	if (!basis->unchanged_by || basis->paper != PAPER_NONE ||
	    basis->said != SAID_NOTHING ||
	    !earlier_find(t->bench, t->rule, t->subject, p->label.str))
		return false;
	quote_process(t->bench, &r->quotes, basis->unchanged_by,
		      basis->unchanged_clause);
	return true;
}

/* The document that the verdict is about. */
static struct str title_about(const struct basis *b)
{
	const struct read_document *d = b->document;

	if (!d)
		d = b->unread;
	if (!d)
		d = b->read_in_full;
	return d ? d->document->title.str : (struct str){ 0 };
}

/* What decides comes first: of a lack the lacks, else as they were found. */
static void sort_quotes(struct quotes *q, enum verdict v)
{
	static const int weights[STANCES] = {
		[STANCE_NEGATED] = 5, [STANCE_IMPLIED] = 4,
		[STANCE_PLANNED] = 3, [STANCE_STARTED] = 2,
		[STANCE_PARTIAL] = 2,
	};

	for (size_t i = 1; i < q->count && v != VERDICT_MET; i++) {
		struct quote quote = q->list[i];
		size_t k = i;

		while (k &&
		       weights[q->list[k - 1].stance] < weights[quote.stance]) {
			q->list[k] = q->list[k - 1];
			k--;
		}
		q->list[k] = quote;
	}
}

/* How many papers and statements speak of it. */
static size_t count_sources(const struct quotes *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->count; i++) {
		size_t k = 0;

		while (k < i && !str_eq(q->list[k].source, q->list[i].source))
			k++;
		n += k == i;
	}
	return n;
}

static bool is_thin(const struct part *p, const struct basis *b)
{
	size_t sources = count_sources(&b->quotes);

	return sources && sources < p->min_basis;
}

/* What a reason weighs in this part, where the rule says so. */
static struct judgement weigh(const struct part *p, struct judgement j)
{
	if (p->weights && p->weights[j.reason] != VERDICTS)
		j.verdict = p->weights[j.reason];
	return j;
}

static struct judgement judge_claimed(const struct trial *t,
				      struct part_result *r)
{
	struct judgement j = judge_claim(t->bench, t->rule, t->subject,
					 t->claim, &r->quotes);
	struct trail trail = { .count = 0 };

	if (j.verdict == VERDICT_NA_UNPROVEN)
		claim_trail(t->bench, t->rule, t->subject, t->claim, &trail);
	r->considered = trail_candidates(t->bench, &trail);
	return j;
}

static struct judgement judge_basis(const struct trial *t, const struct part *p,
				    const struct judgement *above,
				    const struct basis *basis,
				    struct part_result *r)
{
	struct judgement j;

	if ((basis->unchanged && basis->said < SAID_PLANNED) ||
	    nothing_changed(t, p, basis, r))
		return carry_forward(t, p);
	if (is_thin(p, basis))
		return (struct judgement){ VERDICT_UNKNOWN, REASON_THIN_BASIS };
	j = judge(t->bench, p, basis, above);
	if (j.reason == REASON_ELEMENT_MISSING && basis->read_in_full)
		quote_title(t->bench, &r->quotes, basis->read_in_full);
	sort_quotes(&r->quotes, j.verdict);
	return j;
}

static struct judgement judge_single(const struct trial *t, const struct part *p,
				     const struct judgement *above,
				     struct part_result *r)
{
	struct basis basis;
	struct judgement j;

	if (t->claim)
		return judge_claimed(t, r);
	basis_gather(t->bench, p, t->subject, &basis);
	r->quotes = basis.quotes;
	r->about = title_about(&basis);
	j = judge_basis(t, p, above, &basis, r);
	if (j.verdict != VERDICT_MET)
		trail_near(t->bench, p, t->subject, &basis);
	r->considered = trail_candidates(t->bench, &basis.trail);
	return j;
}

static void try_parts(struct trial *t, const struct parts *parts,
		      const struct judgement *above, bool counts,
		      struct tally *tally);

static enum counted counted_group(const struct part *p, const struct tally *t)
{
	if (p->kind == PART_AT_LEAST)
		return tally_counted_at_least(t, p->at_least);
	return tally_counted(t, p->kind == PART_ANY ? ROLLUP_ANY : ROLLUP_ALL);
}

/* The verdict of a group, from its members, which do not count themselves. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static struct judgement try_group(struct trial *t, const struct part *p,
				  struct part_result *r)
{
	struct tally tally = { 0 };
	size_t first = t->result->count;
	struct judgement j = { VERDICT_UNKNOWN, REASON_NO_INFORMATION };

	try_parts(t, part_group(p), NULL, false, &tally);
	if (p->kind == PART_AT_LEAST)
		j.verdict = tally_at_least(&tally, p->at_least);
	else
		j.verdict = tally_rollup(
			&tally, p->kind == PART_ANY ? ROLLUP_ANY : ROLLUP_ALL);
	r->counted = counted_group(p, &tally);
	j.reason = REASON_NONE;
	for (size_t i = first; i < t->result->count; i++) {
		const struct part_result *member = &t->result->parts[i];

		if (member->verdict != j.verdict && j.verdict != VERDICT_PARTIAL)
			continue;
		if (j.reason == REASON_NONE)
			j.reason = member->reason;
		if (!r->quotes.count)
			r->quotes = member->quotes;
	}
	return j;
}

/*
 * Where the paper is there its clauses count in its stead: all met, some or
 * none.  Where it is not, it is the paper that is missing, not each clause.
 */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static struct judgement try_clauses(struct trial *t, const struct part *p,
				    struct part_result *r, struct judgement j,
				    struct tally *tally)
{
	bool there = j.verdict == VERDICT_MET || j.verdict == VERDICT_PARTIAL;
	struct tally clauses = { 0 };

	try_parts(t, &p->clauses, &j, r->counts && there, &clauses);
	if (there)
		tally_join(tally, &clauses);
	if (j.verdict != VERDICT_MET)
		return j;
	r->counts = false;
	j.verdict = tally_rollup(&clauses, ROLLUP_ALL);
	r->counted = tally_counted(&clauses, ROLLUP_ALL);
	if (j.verdict == VERDICT_UNKNOWN)
		j.reason = REASON_NOT_READ;
	else if (j.verdict != VERDICT_MET)
		j.reason = REASON_ELEMENT_MISSING;
	return j;
}

static struct judgement try_summary(const struct trial *t, const struct part *p,
				    struct part_result *r)
{
	r->summary = true;
	r->counts = false;
	return summary_of(t->bench, p->members);
}

/* A summary of what nobody spoke of leaves the rule to its other parts. */
static bool is_mute(const struct part_result *r)
{
	return r->summary && is_silent(r->verdict, r->reason);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void try_part(struct trial *t, const struct part *p,
		     const struct judgement *above, bool counts,
		     struct tally *tally)
{
	struct part_result *r = &t->result->parts[t->result->count++];
	bool clauses = p->clauses.count && !t->claim;
	struct judgement j;

	r->counts = counts;
	if (p->kind == PART_RESULTS && !t->claim)
		j = try_summary(t, p, r);
	else if (part_group(p) && !t->claim)
		j = try_group(t, p, r);
	else
		j = judge_single(t, p, above, r);
	j = summary_cap(t->bench, p->grounds, weigh(p, j));
	if (clauses)
		j = try_clauses(t, p, r, j, tally);
	finish_part(t, p, r, j);
	if (!p->remark && (!clauses || r->counts) && !is_mute(r))
		tally_add(tally, j.verdict, p->key);
	try_parts(t, &p->elements, &j, counts, tally);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void try_parts(struct trial *t, const struct parts *parts,
		      const struct judgement *above, bool counts,
		      struct tally *tally)
{
	for (size_t i = 0; i < parts->count; i++)
		try_part(t, &parts->list[i], above, counts, tally);
}

void try_subject(const struct bench *b, const struct rule *rule,
		 const struct subject *s, struct result *ret)
{
	struct trial t = { .bench = b, .rule = rule, .subject = s, .result = ret };
	struct tally tally = { 0 };

	*ret = (struct result){ .rule = rule,
				.subject = s->id,
				.subject_name = s->name,
				.subject_kind = s->kind };
	ret->parts = arena_array(b->arena, struct part_result,
				 count_parts(&rule->expect));
	t.claim = claim_find(b, rule, s);
	try_parts(&t, &rule->expect, NULL, true, &tally);
	ret->verdict = tally_rollup(&tally, rule->rollup);
	ret->counted = tally_counted(&tally, rule->rollup);
	ret->least = least_of(b->arena, rule, ret);
}

void try_nobody(const struct bench *b, const struct rule *rule,
		enum verdict verdict, struct result *ret)
{
	struct subject none = { .kind = rule->each };
	struct trial t = {
		.bench = b, .rule = rule, .subject = &none, .result = ret
	};
	struct judgement j = { verdict, REASON_EMPTY_POPULATION };

	*ret = (struct result){ .rule = rule, .subject_kind = rule->each };
	ret->parts = arena_array(b->arena, struct part_result,
				 rule->expect.count);
	for (size_t i = 0; i < rule->expect.count; i++) {
		ret->parts[i].counts = true;
		finish_part(&t, &rule->expect.list[i], &ret->parts[i], j);
		ret->count++;
	}
	ret->verdict = verdict;
	ret->counted = COUNTED_NOTHING;
	ret->least = least_of(b->arena, rule, ret);
}
