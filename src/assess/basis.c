/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Gathers for one part and one subject what papers there are and what was
 * said.  Text of a document, and notes of what it says, are paper; what
 * somebody said or showed is not.  A denial is said, whoever writes it.
 */
#include "assess/basis.h"

#include <string.h>

#include "base/arena.h"

#define BIT(n) (1U << (n))

struct gathering {
	const struct bench *bench;
	const struct part *part;
	const struct subject *subject;
	struct basis *basis;
	bool agreed; /* the counterpart has agreed */
	struct date *performed; /* of all records that count */
	size_t performed_count;
	int32_t latest; /* day of the latest dated statement */
	bool org_wide; /* pass over what is said of all, not of this one */
};

bool subject_concerned(const struct subject *s, struct texts about, bool *ret_own)
{
	*ret_own = false;
	if (!about.count)
		return true;
	for (size_t i = 0; i < about.count && s->id.len; i++)
		if (str_eq(about.list[i].str, s->id))
			*ret_own = true;
	return *ret_own;
}

static bool meets(const uint64_t *a, const uint64_t *b, size_t n)
{
	for (size_t i = 0; a && b && i <= n / 64; i++)
		if (a[i] & b[i])
			return true;
	return false;
}

static bool has_type(const struct gathering *g, const struct read_document *d,
		     const uint64_t *types)
{
	return meets(d->types, types, g->bench->vocab->types.count);
}

static bool has_kind(const struct gathering *g, const struct read_document *d,
		     enum doc_kind kind)
{
	const struct vocab *v = g->bench->vocab;

	for (size_t i = 0; i < v->types.count; i++)
		if (bits_get(d->types, i) && v->types.list[i].kind == kind)
			return true;
	return false;
}

static bool title_speaks(const struct read_document *d, size_t topic)
{
	return topic != SIZE_MAX && bits_get(d->title_topics, topic);
}

/* The title says that this is the paper that the part asks for. */
static bool titled(const struct gathering *g, const struct part *p,
		   const struct read_document *d)
{
	if (has_type(g, d, p->types))
		return true;
	if (!title_speaks(d, p->topic_index))
		return false;
	/* A routine about reviews is no record of one, and the reverse. */
	if (p->kind == PART_RECORD)
		return !has_kind(g, d, DOC_GOVERNING);
	return !has_kind(g, d, DOC_RECORD) || (p->accepts & BIT(ACCEPTS_RECORD));
}

static bool listed(const struct part *p, const struct document *d)
{
	for (size_t i = 0; i < d->elements.count; i++)
		if (p->kind == PART_ELEMENT &&
		    str_eq(d->elements.list[i].str, p->element.str))
			return true;
	return false;
}

/* What a negated clause denies of this part. */
static enum said denial(const struct part *p, const struct clause *c,
			enum reason *ret_reason)
{
	static const enum reason reasons[POINTS] = {
		[POINT_DOCUMENTED] = REASON_UNRECORDED,
		[POINT_DECIDED] = REASON_UNDECIDED,
		[POINT_TESTED] = REASON_UNTESTED,
		[POINT_KNOWN] = REASON_UNKNOWN_TO_STAFF,
	};

	*ret_reason = REASON_ADMITTED;
	if (c->lacks == POINT_UNSET || c->lacks == p->point)
		return SAID_DENIED;
	*ret_reason = reasons[c->lacks];
	return SAID_LACKS;
}

/* What a clause of a statement says about the part. */
static enum said said_of(const struct part *p, const struct clause *c,
			 bool shown, enum reason *ret_reason)
{
	static const struct {
		enum said said;
		enum reason reason;
	} rows[STANCES] = {
		[STANCE_AFFIRMED] = { SAID_AFFIRMED, REASON_NONE },
		[STANCE_PARTIAL] = { SAID_PARTIAL, REASON_SAYS_PARTIAL },
		[STANCE_STARTED] = { SAID_STARTED, REASON_STARTED },
		[STANCE_PLANNED] = { SAID_PLANNED, REASON_PLANNED },
		[STANCE_HISTORIC] = { SAID_HISTORIC, REASON_LAPSED },
		[STANCE_IMPLIED] = { SAID_IMPLIED, REASON_IMPLIED },
	};

	if (c->stance == STANCE_NEGATED)
		return denial(p, c, ret_reason);
	*ret_reason = rows[c->stance].reason;
	if (shown && c->stance == STANCE_AFFIRMED)
		return SAID_SHOWN;
	return rows[c->stance].said;
}

static void hear(struct basis *b, enum said said, enum reason reason,
		 bool by_document)
{
	if (said == SAID_DENIED)
		b->denied_by_document |= by_document;
	if (said <= b->said)
		return;
	b->said = said;
	b->said_reason = reason;
}

static void better_paper(struct basis *b, enum paper paper, enum reason reason,
			 const struct read_document *d)
{
	if (paper <= b->paper)
		return;
	b->paper = paper;
	b->paper_reason = reason;
	b->document = d;
}

/* What the text of a paper says: content, content in part, or a lack. */
static enum paper hear_text(struct gathering *g, const struct clause *c,
			    enum reason *ret_reason)
{
	enum said said;

	switch (c->stance) {
	case STANCE_AFFIRMED:
	case STANCE_NORM:
		*ret_reason = REASON_NONE;
		return PAPER_GOOD;
	case STANCE_PARTIAL:
	case STANCE_STARTED:
		said_of(g->part, c, false, ret_reason);
		return PAPER_FAULTY;
	case STANCE_NEGATED:
	case STANCE_IMPLIED:
	case STANCE_PLANNED:
		said = said_of(g->part, c, false, ret_reason);
		hear(g->basis, said, *ret_reason, true);
		return PAPER_NONE;
	case STANCE_HISTORIC:
	case STANCE_QUESTION:
	case STANCES:
		break;
	}
	return PAPER_NONE;
}

/* The text of a document on the topic: the worst that it says of it. */
static enum paper text_paper(struct gathering *g, const struct speech *s,
			     enum reason *ret_reason, size_t *ret_clause)
{
	enum paper found = PAPER_NONE;

	g->basis->limit |= s->limit;
	for (size_t i = 0; i < s->count; i++) {
		const struct hit *h = &s->hits[i];
		enum reason reason = REASON_NONE;
		enum paper paper;

		if (h->topic != g->part->topic_index)
			continue;
		paper = hear_text(g, &s->reading.clauses[h->clause], &reason);
		if (paper == PAPER_NONE)
			continue;
		if (found == PAPER_NONE || paper < found) {
			found = paper;
			*ret_reason = reason;
			*ret_clause = h->clause;
		}
	}
	return found;
}

/* A paper that counts for the part, with what its text says of it. */
static void use_paper(struct gathering *g, const struct read_document *d,
		      enum paper text, enum reason text_reason)
{
	enum reason reason = REASON_NONE;
	enum paper grade = paper_grade(g->bench, g->part, d, &reason);

	if (text == PAPER_FAULTY && grade > PAPER_FAULTY) {
		grade = PAPER_FAULTY;
		reason = text_reason;
	}
	if (d->document->agreed_with.count)
		g->agreed = true;
	better_paper(g->basis, grade, reason, d);
}

/* The parent's paper is this one: then it may hold the element. */
static bool holds_parent(const struct gathering *g, const struct read_document *d)
{
	const struct part *above = g->part->parent;

	if (!above)
		return false;
	if (titled(g, above, d))
		return true;
	for (size_t i = 0; i < d->speech.count; i++)
		if (d->speech.hits[i].topic == above->topic_index)
			return true;
	return false;
}

static void note_hidden(struct gathering *g, const struct read_document *d)
{
	bool above = holds_parent(g, d);

	if (!above && !has_type(g, d, g->part->containers))
		return;
	if (d->document->state == CONTENT_READ) {
		g->basis->read_in_full |= above && d->form == FORM_FULL;
		return;
	}
	better_paper(g->basis, PAPER_HIDDEN, REASON_NOT_READ, d);
}

static void weigh_document(struct gathering *g, const struct read_document *d)
{
	enum reason reason = REASON_NONE;
	size_t clause = 0;
	enum paper text;
	bool own;

	if (d->document->received == CHOICE_NO ||
	    !subject_concerned(g->subject, d->about, &own))
		return;
	text = text_paper(g, &d->speech, &reason, &clause);
	if (titled(g, g->part, d) || listed(g->part, d->document)) {
		quote_title(g->bench, &g->basis->quotes, d);
		if (g->performed)
			g->performed[g->performed_count++] = d->performed;
		use_paper(g, d, text, reason);
	} else if (text != PAPER_NONE && g->part->kind != PART_RECORD) {
		use_paper(g, d, text, reason);
	} else {
		note_hidden(g, d);
		if (d->document->state == CONTENT_UNREAD && !d->typed)
			g->basis->unread = d;
		return;
	}
	if (text != PAPER_NONE)
		quote_document(g->bench, &g->basis->quotes, d, clause);
}

/* Denials in the text of papers that are no candidates are quoted too. */
static void quote_denials(struct gathering *g, const struct read_document *d)
{
	bool own;

	if (d->document->received == CHOICE_NO ||
	    !subject_concerned(g->subject, d->about, &own))
		return;
	for (size_t i = 0; i < d->speech.count; i++) {
		const struct hit *h = &d->speech.hits[i];

		if (h->topic == g->part->topic_index &&
		    d->speech.reading.clauses[h->clause].stance == STANCE_NEGATED)
			quote_document(g->bench, &g->basis->quotes, d, h->clause);
	}
}

static const struct read_document *source_of(const struct gathering *g,
					     const struct read_process *p)
{
	const struct matches *m = g->bench->matches;

	if (!p->source)
		return NULL;
	return &m->documents[p->source - m->inventory->documents.list];
}

/* A note of what a document says is text of that document. */
static void weigh_note(struct gathering *g, const struct read_process *p)
{
	enum reason reason = REASON_NONE;
	size_t clause = 0;
	enum paper text = text_paper(g, &p->speech, &reason, &clause);

	if (text != PAPER_NONE)
		use_paper(g, source_of(g, p), text, reason);
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
	hear(g->basis, said, reason, false);
}

/* In this pass: said of the subject itself, or of all there are. */
static bool in_pass(const struct gathering *g, const struct read_process *p)
{
	bool own;

	if (!subject_concerned(g->subject, p->about, &own))
		return false;
	return own != g->org_wide || (!g->subject->id.len && g->org_wide);
}

/* What the process is about, where the inventory says so. */
static bool may_be_on_topic(const struct read_process *p, const struct part *part)
{
	struct str stated = p->process->topic.str;
	struct str asked = part->topic.str;

	if (part->kind == PART_STATEMENT)
		asked = part->statement.str;
	if (part->kind == PART_ELEMENT)
		asked = part->element.str;
	return !stated.len || str_eq(stated, asked);
}

static bool is_on_topic(const struct read_process *p, const struct part *part,
			const struct hit *h)
{
	const struct clause *c = &p->speech.reading.clauses[h->clause];

	return h->topic == part->topic_index && c->stance != STANCE_QUESTION;
}

static bool is_overtaken(const struct gathering *g, const struct read_process *p)
{
	return p->process->date.known && p->process->date.last < g->latest;
}

/* Whether the process says anything on the topic. */
static bool weigh_process(struct gathering *g, const struct read_process *p)
{
	bool heard = false;

	for (size_t k = 0; k < p->speech.count; k++) {
		const struct hit *h = &p->speech.hits[k];

		if (!is_on_topic(p, g->part, h))
			continue;
		quote_process(g->bench, &g->basis->quotes, p, h->clause);
		if (!p->source)
			weigh_clause(g, p, &p->speech.reading.clauses[h->clause]);
		heard = true;
	}
	if (heard && p->source)
		weigh_note(g, p);
	return heard;
}

static bool counts_in_pass(const struct gathering *g,
			   const struct read_process *p)
{
	return in_pass(g, p) && may_be_on_topic(p, g->part);
}

/* Returns whether anything was said on the topic. */
static bool weigh_processes(struct gathering *g)
{
	const struct matches *m = g->bench->matches;
	bool heard = false;

	for (size_t i = 0; i < m->inventory->processes.count; i++) {
		const struct read_process *p = &m->processes[i];

		if (!counts_in_pass(g, p) || is_overtaken(g, p))
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
	const struct matches *m = g->bench->matches;
	int32_t latest = INT32_MIN;

	for (size_t i = 0; i < m->inventory->processes.count; i++) {
		const struct read_process *p = &m->processes[i];
		bool about = false;

		for (size_t k = 0; k < p->speech.count; k++)
			about |= is_on_topic(p, g->part, &p->speech.hits[k]);
		if (!about || !counts_in_pass(g, p))
			continue;
		if (!p->process->date.known)
			return INT32_MIN; /* undated ones are never dropped */
		if (p->process->date.first > latest)
			latest = p->process->date.first;
	}
	return latest;
}

static void hear_all(struct gathering *g)
{
	g->org_wide = !g->subject->id.len;
	g->latest = latest_statement(g);
	if (weigh_processes(g) || g->org_wide)
		return;
	g->org_wide = true;
	g->latest = latest_statement(g);
	weigh_processes(g);
}

/* Somebody says that the counterpart has agreed. */
static void hear_agreement(struct gathering *g)
{
	const struct bench *b = g->bench;
	size_t topic = vocab_topic(b->vocab, g->part->agreed_with.str);

	for (size_t i = 0; i < b->matches->inventory->processes.count; i++) {
		const struct read_process *p = &b->matches->processes[i];
		bool own;

		if (!subject_concerned(g->subject, p->about, &own))
			continue;
		for (size_t k = 0; k < p->speech.count; k++) {
			const struct hit *h = &p->speech.hits[k];

			if (h->topic != topic)
				continue;
			quote_process(b, &g->basis->quotes, p, h->clause);
			g->agreed |= p->speech.reading.clauses[h->clause].stance ==
				     STANCE_AFFIRMED;
		}
	}
}

/* A paper that is good but internal is not agreed. */
static void check_agreement(struct gathering *g)
{
	struct basis *b = g->basis;

	if (!g->part->agreed_with.str.len)
		return;
	hear_agreement(g);
	if (g->agreed)
		return;
	if (b->paper > PAPER_FAULTY) {
		b->paper = PAPER_FAULTY;
		b->paper_reason = REASON_NOT_AGREED;
	} else if (b->paper == PAPER_NONE && b->said == SAID_AFFIRMED) {
		b->said = SAID_PARTIAL;
		b->said_reason = REASON_NOT_AGREED;
	}
}

static void check_periods(struct gathering *g)
{
	struct basis *b = g->basis;

	if (!g->part->every.count || b->paper < PAPER_GOOD)
		return;
	b->paper = paper_periods(g->bench, g->part, g->performed,
				 g->performed_count, &b->paper_reason);
}

void basis_gather(const struct bench *b, const struct part *p,
		  const struct subject *s, struct basis *ret_basis)
{
	const struct inventory *v = b->matches->inventory;
	struct gathering g = {
		.bench = b, .part = p, .subject = s, .basis = ret_basis
	};

	*ret_basis = (struct basis){ 0 };
	if (p->every.count)
		g.performed = arena_array(b->arena, struct date,
					  v->documents.count + v->processes.count);
	for (size_t i = 0; i < v->documents.count; i++)
		weigh_document(&g, &b->matches->documents[i]);
	hear_all(&g);
	if (ret_basis->denied_by_document)
		for (size_t i = 0; i < v->documents.count; i++)
			quote_denials(&g, &b->matches->documents[i]);
	check_agreement(&g);
	check_periods(&g);
}
