/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What was said: first of the subject itself, else of all.  A note of what a
 * document says is text of that document.
 */
#include "assess/gather.h"
#include "base/bits.h"
#include "match/remark.h"

static const struct read_document *source_of(const struct gathering *g,
					     const struct read_process *p)
{
	const struct matches *m = g->bench->matches;

	if (!p->source)
		return NULL;
	return &m->documents[p->source - m->inventory->documents.list];
}

/* What a note tells of the only good paper, its title does not undo. */
static void spoil_paper(struct basis *b, const struct read_document *d,
			const struct told *t)
{
	if (t->paper != PAPER_FAULTY || b->document != d ||
	    b->paper != PAPER_GOOD || b->good > 1)
		return;
	b->paper = PAPER_FAULTY;
	b->paper_reason = t->reason;
}

static void weigh_note(struct gathering *g, const struct read_process *p)
{
	const struct read_document *d = source_of(g, p);
	struct told t = told_by(g, &p->speech, false);

	if (!weigh_may_hold(g, d))
		return;
	if (t.lack != SAID_NOTHING)
		basis_hear(g->basis, t.lack, t.lack_reason, true);
	if (t.paper == PAPER_NONE || !paper_counts(g->part, p->source))
		return;
	/* A note on a routine is no record; it tells what its text claims. */
	if (g->part->kind != PART_RECORD) {
		basis_use_paper(g, d, &t);
		spoil_paper(g->basis, d, &t);
	} else if (t.paper == PAPER_GOOD) {
		basis_hear(g->basis, SAID_AFFIRMED, REASON_NONE, false);
	} else {
		basis_hear(g->basis, SAID_PARTIAL, t.reason, false);
	}
}

/* "There is no routine", "it is not written down"; not "it is not tested". */
static bool denies_paper(const struct clause *c)
{
	if (c->lacks != POINT_UNSET)
		return c->lacks == POINT_DOCUMENTED;
	return c->of_paper;
}

/* "The document that was handed in says …", wherever in what was said. */
static bool speaks_of_received(const struct reading *r)
{
	for (size_t i = 0; i < r->clause_count; i++)
		if (r->clauses[i].received &&
		    r->clauses[i].stance != STANCE_NEGATED)
			return true;
	return false;
}

/* Both sides saying the same is as good as showing it. */
static void note_party(struct gathering *g, const struct read_process *p)
{
	const struct inventory *v = g->bench->matches->inventory;

	for (size_t i = 0; i < p->process->said_by.count; i++)
		g->parties |= inventory_is_supplier(
				      v, p->process->said_by.list[i].str)
				      ? BIT(AUTHOR_SUPPLIER)
				      : BIT(AUTHOR_MUNICIPALITY);
}

static void weigh_clause(struct gathering *g, const struct read_process *p,
			 const struct clause *c)
{
	enum reason reason = REASON_NONE;
	enum said said;

	if (c->unchanged) {
		g->basis->unchanged = true;
		return;
	}
	said = said_of(g->part, c, p->process->how == HOW_SHOWN, &reason);
	if (said == SAID_AFFIRMED)
		note_party(g, p);
	g->basis->corroborated |= said == SAID_AFFIRMED &&
				  speaks_of_received(&p->speech.reading);
	g->basis->denies_practice |= said == SAID_DENIED && !denies_paper(c);
	trail_heard(g, p, said);
	basis_hear(g->basis, said, reason, false);
}

/* In this pass: said of the subject itself, or of all there are. */
static struct numbers in_pass(const struct gathering *g)
{
	return g->org_wide ? docket_besides(g)->processes
			   : g->subject->own.processes;
}

/* What the process is about, where the inventory says so. */
bool hear_may_be_on_topic(const struct read_process *p, const struct part *part)
{
	struct str stated = p->process->topic.str;
	struct str asked = part->topic.str;

	/* What the other side has or does is nothing of this one's. */
	if (part->whose != AUTHOR_UNSET && p->doer != AUTHOR_UNSET &&
	    part->whose != p->doer)
		return false;
	if (part->kind == PART_STATEMENT)
		asked = part->statement.str;
	if (part->kind == PART_ELEMENT)
		asked = part->element.str;
	return !stated.len || str_eq(stated, asked);
}

bool hear_is_on_topic(const struct read_process *p, const struct part *part,
		      const struct hit *h)
{
	const struct clause *c = &p->speech.reading.clauses[h->clause];

	return h->topic == part->topic_index && c->stance != STANCE_QUESTION;
}

bool hear_is_overtaken(const struct gathering *g, const struct read_process *p)
{
	return p->process->date.known && p->process->date.last < g->latest;
}

/* It is denied only in one respect: "not tested", "not written down". */
static bool has_bare_lack(const struct gathering *g, const struct read_process *p)
{
	for (size_t k = 0; k < p->speech.count; k++) {
		const struct hit *h = &p->speech.hits[k];
		const struct clause *c = &p->speech.reading.clauses[h->clause];

		if (h->topic == g->part->topic_index &&
		    c->stance == STANCE_NEGATED && c->lacks != POINT_UNSET)
			return true;
	}
	return false;
}

/* Clause by clause: each says of another property how it is. */
static void weigh_clauses(struct gathering *g, const struct read_process *p)
{
	for (size_t k = 0; k < p->speech.count; k++)
		if (hear_is_on_topic(p, g->part, &p->speech.hits[k]))
			weigh_clause(g, p,
				     &p->speech.reading
					      .clauses[p->speech.hits[k].clause]);
}

/* The clauses of a statement taken together; whether they say anything. */
static bool weigh_remarks(struct gathering *g, const struct read_process *p)
{
	struct remarks r = remarks_on(g->bench->arena, g->bench->vocab,
				      &p->speech, g->part->topic_index);
	bool heard = false;

	for (size_t i = 0; i < r.count; i++) {
		struct clause c;

		if (r.list[i].clause == SIZE_MAX ||
		    r.list[i].stance == STANCE_QUESTION)
			continue;
		c = p->speech.reading.clauses[r.list[i].clause];
		c.stance = r.list[i].stance;
		quote_process(g->bench, &g->basis->quotes, p, r.list[i].clause);
		weigh_clause(g, p, &c);
		heard = true;
	}
	return heard;
}

/* Quotes what bears on the topic; whether any clause of it does. */
static bool quote_on_topic(struct gathering *g, const struct read_process *p)
{
	bool any = false;

	for (size_t k = 0; k < p->speech.count; k++) {
		const struct hit *h = &p->speech.hits[k];

		if (!hear_is_on_topic(p, g->part, h))
			continue;
		quote_process(g->bench, &g->basis->quotes, p, h->clause);
		basis_note(g, &p->speech, h->clause);
		any = true;
	}
	return any;
}

/* A question that is answered is about its topic: "Finns en plan? Nej." */
static bool asks_of_topic(const struct gathering *g, const struct read_process *p)
{
	for (size_t k = 0; k < p->speech.count; k++)
		if (p->speech.hits[k].topic == g->part->topic_index)
			return true;
	return false;
}

/* Whether the process says anything on the topic. */
static bool weigh_process(struct gathering *g, const struct read_process *p)
{
	bool heard;

	if (!asks_of_topic(g, p))
		return false;
	heard = quote_on_topic(g, p);
	if (p->source && heard)
		weigh_note(g, p);
	else if (!p->source && has_bare_lack(g, p))
		weigh_clauses(g, p);
	else if (!p->source)
		heard |= weigh_remarks(g, p);
	return heard;
}

/* Returns whether anything was said on the topic. */
static bool weigh_processes(struct gathering *g)
{
	struct numbers n = in_pass(g);
	bool heard = false;

	for (size_t i = 0; i < n.count; i++) {
		const struct read_process *p =
			&g->bench->matches->processes[n.list[i]];

		if (!hear_may_be_on_topic(p, g->part) || hear_is_overtaken(g, p))
			continue;
		g->basis->limit |= p->speech.limit;
		heard |= weigh_process(g, p);
	}
	return heard;
}

/*
 * The latest fact about the present decides.  What has no date speaks of
 * the day of the assessment, so nothing is later than it.
 */
static int32_t latest_statement(struct gathering *g)
{
	struct numbers n = in_pass(g);
	int32_t latest = INT32_MIN;

	for (size_t i = 0; i < n.count; i++) {
		const struct read_process *p =
			&g->bench->matches->processes[n.list[i]];
		bool about = false;

		for (size_t k = 0; k < p->speech.count; k++)
			about |= hear_is_on_topic(p, g->part, &p->speech.hits[k]);
		if (!about || !hear_may_be_on_topic(p, g->part))
			continue;
		if (!p->process->date.known)
			return INT32_MIN; /* undated ones are never dropped */
		if (p->process->date.first > latest)
			latest = p->process->date.first;
	}
	return latest;
}

static struct walk walk_processes(const struct gathering *g)
{
	return (struct walk){ .lists = { &g->subject->own.processes,
					 &docket_besides(g)->processes } };
}

/* "No processes or routines have changed": said of everything at once. */
static void hear_nothing_changed(struct gathering *g)
{
	struct walk w = walk_processes(g);
	uint32_t i;

	while (walk_next(&w, &i)) {
		const struct read_process *p = &g->bench->matches->processes[i];

		if (p->speech.count || !hear_may_be_on_topic(p, g->part))
			continue;
		for (size_t k = 0; k < p->speech.reading.clause_count; k++) {
			if (!p->speech.reading.clauses[k].unchanged)
				continue;
			g->basis->unchanged_by = p;
			g->basis->unchanged_clause = k;
		}
	}
}

static void hear_statements(struct gathering *g)
{
	g->org_wide = !g->subject->id.len;
	g->latest = latest_statement(g);
	if (weigh_processes(g))
		return;
	if (!g->org_wide) {
		g->org_wide = true;
		g->latest = latest_statement(g);
		if (weigh_processes(g))
			return;
	}
	hear_nothing_changed(g);
}

void hear_processes(struct gathering *g)
{
	hear_statements(g);
	trail_said(g);
}

static void hear_agreement_in(struct gathering *g, const struct read_process *p,
			      size_t topic)
{
	for (size_t k = 0; k < p->speech.count; k++) {
		const struct hit *h = &p->speech.hits[k];

		if (h->topic != topic)
			continue;
		quote_process(g->bench, &g->basis->quotes, p, h->clause);
		g->agreed |= p->speech.reading.clauses[h->clause].stance ==
			     STANCE_AFFIRMED;
	}
}

void hear_agreement(struct gathering *g)
{
	size_t topic = vocab_topic(g->bench->vocab, g->part->agreed_with.str);
	struct walk w = walk_processes(g);
	uint32_t i;

	while (walk_next(&w, &i))
		hear_agreement_in(g, &g->bench->matches->processes[i], topic);
}
