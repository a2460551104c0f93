/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every rule over its subjects, every part of the rule, and what follows
 * from the parts.  The order of decision for one part: a claim that it does
 * not apply; nothing has changed since the earlier audit; evidence.
 */
#include "assess/assess.h"

#include "assess/judge.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"

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

		n += 1 + count_parts(&parts->list[i].elements);
		if (group)
			n += count_parts(group);
	}
	return n;
}

static struct str finding_id(const struct trial *t, struct str label)
{
	const struct municipality *m = &t->bench->matches->inventory->municipality;
	struct str parts[] = { m->code.str.len ? m->code.str : m->name.str,
			       t->rule->id.str, t->subject->id, label };

	return str_slice(hash_parts(t->bench->arena, parts, 4), 0, 16);
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
	r->follow_up = follow_up_of(e->verdict, r->verdict);
}

static void finish_part(const struct trial *t, const struct part *p,
			struct part_result *r, struct judgement j)
{
	r->label = p->label.str;
	for (enum lang lang = 0; lang < LANGS; lang++)
		r->title[lang] = p->title.lang[lang].str;
	r->shows = p->shows;
	r->verdict = j.verdict;
	r->reason = j.reason;
	set_close(t, p, r);
	set_earlier(t, r);
	if (r->counts && verdict_is_finding(r->verdict))
		r->finding = finding_id(t, r->label);
}

/* "Unchanged since the earlier audit": its verdict stands. */
static struct judgement carry_forward(const struct trial *t, const struct part *p)
{
	const struct earlier *e = earlier_find(t->bench, t->rule, t->subject,
					       p->label.str);

	if (!e)
		return (struct judgement){ VERDICT_UNKNOWN, REASON_NO_EARLIER };
	return (struct judgement){ e->verdict, e->verdict == VERDICT_MET
						       ? REASON_NONE
						       : REASON_UNCHANGED };
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

static struct judgement judge_single(const struct trial *t, const struct part *p,
				     const struct judgement *above,
				     struct part_result *r)
{
	struct basis basis;
	struct judgement j;

	if (t->claim)
		return judge_claim(t->bench, t->rule, t->subject, t->claim,
				   &r->quotes);
	basis_gather(t->bench, p, t->subject, &basis);
	r->quotes = basis.quotes;
	r->about = title_about(&basis);
	if ((basis.unchanged && basis.said < SAID_PLANNED) ||
	    nothing_changed(t, p, &basis, r))
		return carry_forward(t, p);
	j = judge(t->bench, p, &basis, above);
	if (j.reason == REASON_ELEMENT_MISSING && basis.read_in_full)
		quote_title(t->bench, &r->quotes, basis.read_in_full);
	sort_quotes(&r->quotes, j.verdict);
	return j;
}

static void try_parts(struct trial *t, const struct parts *parts,
		      const struct judgement *above, bool counts,
		      struct tally *tally);

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

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void try_part(struct trial *t, const struct part *p,
		     const struct judgement *above, bool counts,
		     struct tally *tally)
{
	struct part_result *r = &t->result->parts[t->result->count++];
	struct judgement j;

	r->counts = counts;
	if (part_group(p) && !t->claim)
		j = try_group(t, p, r);
	else
		j = judge_single(t, p, above, r);
	finish_part(t, p, r, j);
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

static void try_subject(const struct bench *b, const struct rule *rule,
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
}

struct sitting {
	struct bench bench;
	const struct ruleset *rules;
	struct assessment *assessment;
	struct subjects subjects[SUBJECT_KINDS];
};

/* One part without a basis: what there is no subject for. */
static void add_empty(const struct sitting *s, const struct rule *rule)
{
	static const enum verdict verdicts[EMPTIES] = {
		[EMPTY_UNKNOWN] = VERDICT_UNKNOWN,
		[EMPTY_NA] = VERDICT_NA,
		[EMPTY_GAP] = VERDICT_GAP,
		[EMPTY_ORGANISATION] = VERDICT_UNKNOWN,
	};
	struct subject none = { .kind = rule->each };
	struct result *r = &s->assessment->results[s->assessment->count++];
	struct trial t = {
		.bench = &s->bench, .rule = rule, .subject = &none, .result = r
	};
	struct judgement j = { verdicts[rule->empty], REASON_EMPTY_POPULATION };

	*r = (struct result){ .rule = rule, .subject_kind = rule->each };
	r->parts = arena_array(s->bench.arena, struct part_result,
			       rule->expect.count);
	for (size_t i = 0; i < rule->expect.count; i++) {
		r->parts[i].counts = true;
		finish_part(&t, &rule->expect.list[i], &r->parts[i], j);
		r->count++;
	}
	r->verdict = j.verdict;
}

static void add_rollup(const struct sitting *s, const struct rule *rule,
		       size_t first)
{
	struct assessment *a = s->assessment;
	struct tally tally = { 0 };

	for (size_t i = first; i < a->count; i++)
		tally_add(&tally, a->results[i].verdict, false);
	a->results[a->count++] = (struct result){
		.rule = rule,
		.subject_kind = rule->each,
		.is_rollup = true,
		.verdict = tally_rollup(&tally, rule->each_rollup),
	};
}

static void assess_rule(const struct sitting *s, const struct rule *rule)
{
	const struct subject *organisation = s->subjects[SUBJECT_ORGANISATION].list;
	const struct subjects *subjects = &s->subjects[rule->each];
	struct assessment *a = s->assessment;
	size_t first = a->count;

	for (size_t i = 0; i < subjects->count; i++)
		try_subject(&s->bench, rule, &subjects->list[i],
			    &a->results[a->count++]);
	if (!subjects->count && rule->empty == EMPTY_ORGANISATION)
		try_subject(&s->bench, rule, organisation,
			    &a->results[a->count++]);
	else if (!subjects->count)
		add_empty(s, rule);
	else if (rule->each != SUBJECT_ORGANISATION)
		add_rollup(s, rule, first);
	a->rules_evaluated++;
}

static bool is_selected(const struct sitting *s, const struct rule *rule)
{
	const struct scope *scope = &s->bench.matches->inventory->scope;

	return rule->status != RULE_DEPRECATED &&
	       (!scope->areas.count ||
		texts_hold(scope->areas, str_of(area_words.list[rule->area])));
}

/* By area, then by id. */
static void assess_rules(struct sitting *s)
{
	for (size_t area = 0; area < AREAS; area++)
		for (size_t i = 0; i < s->rules->count; i++)
			if (s->rules->list[i].area == area &&
			    is_selected(s, &s->rules->list[i]))
				assess_rule(s, &s->rules->list[i]);
}

static void count_totals(struct assessment *a)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++)
			if (a->results[i].parts[k].counts)
				a->totals[a->results[i].parts[k].verdict]++;
}

static void list_documents(struct sitting *s)
{
	const struct inventory *v = s->bench.matches->inventory;
	struct assessment *a = s->assessment;

	a->unread = arena_array(s->bench.arena, struct unread,
				v->documents.count);
	for (size_t i = 0; i < v->documents.count; i++) {
		const struct document *d = &v->documents.list[i];

		if (d->received == CHOICE_NO)
			continue;
		a->documents_received++;
		/* A title is read too: nothing else was given. */
		a->documents_title_only += d->state == CONTENT_TITLE_ONLY;
		if (d->state != CONTENT_UNREAD)
			a->documents_read++;
		else
			a->unread[a->unread_count++] = (struct unread){
				d->id.str, d->title.str, d->unread_why
			};
	}
}

static struct assessment *start(struct sitting *s)
{
	const struct inventory *v = s->bench.matches->inventory;
	struct assessment *a = arena_new(s->bench.arena, struct assessment);
	char *as_of = arena_alloc(s->bench.arena, DATE_TEXT, 1, 1);
	size_t subjects = v->systems.count + v->suppliers.count + 2;

	a->name = v->municipality.name.str;
	a->code = v->municipality.code.str;
	a->as_of = str_of(date_text(v->as_of.last, as_of));
	a->rules_hash = s->rules->hash;
	a->vocab_hash = s->rules->vocab->hash;
	a->rules_not_evaluated = s->rules->broken;
	a->incomplete = s->rules->broken.count || s->rules->incomplete;
	a->results = arena_array(s->bench.arena, struct result,
				 s->rules->count * subjects);
	for (size_t i = 0; i < s->rules->count; i++)
		a->rules_selected += is_selected(s, &s->rules->list[i]);
	return a;
}

struct assessment *assess(struct arena *a, const struct ruleset *rules,
			  const struct matches *matches)
{
	struct sitting s = {
		.bench = { .arena = a,
			   .vocab = rules->vocab,
			   .matches = matches,
			   .as_of = matches->inventory->as_of.last },
		.rules = rules,
	};

	for (enum subject_kind k = 0; k < SUBJECT_KINDS; k++)
		s.subjects[k] = subjects_of(a, matches, k);
	s.bench.all = docket_of_all(a, matches);
	s.assessment = start(&s);
	assess_rules(&s);
	count_totals(s.assessment);
	list_documents(&s);
	return s.assessment;
}
