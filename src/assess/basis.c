/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Gathers for one part and one subject what papers there are and what was
 * said.  Text of a document, and notes of what it says, are paper; what
 * somebody said or showed is not.  A denial is said, whoever writes it.
 */
#include "assess/gather.h"

#include "base/arena.h"
#include "base/bits.h"

/* What a negated clause denies of this part. */
static enum said denial(const struct part *p, const struct clause *c,
			enum reason *ret_reason)
{
	static const enum reason reasons[POINTS] = {
		[POINT_DOCUMENTED] = REASON_UNRECORDED,
		[POINT_DECIDED] = REASON_UNDECIDED,
		[POINT_TESTED] = REASON_UNTESTED,
		[POINT_KNOWN] = REASON_UNKNOWN_TO_STAFF,
		[POINT_USED] = REASON_UNUSED,
	};

	*ret_reason = REASON_ADMITTED;
	if (c->lacks == POINT_UNSET || c->lacks == p->point)
		return SAID_DENIED;
	*ret_reason = reasons[c->lacks];
	return SAID_LACKS;
}

/* A demand is what the part asks for; or that it was decided. */
static bool is_asked_norm(const struct part *p, const struct clause *c)
{
	return (p->accepts & BIT(ACCEPTS_NORM)) ||
	       (p->point == POINT_DECIDED && (c->cues & CUE_BIT(DECIDED)));
}

/* What a clause of a statement says about the part. */
enum said said_of(const struct part *p, const struct clause *c, bool shown,
		  enum reason *ret_reason)
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
	if (c->stance == STANCE_NORM && is_asked_norm(p, c))
		return SAID_AFFIRMED;
	*ret_reason = rows[c->stance].reason;
	if (c->shade != SHADE_NONE &&
	    (c->stance == STANCE_PARTIAL || c->shade == SHADE_RECRUITING))
		*ret_reason = shade_reason(c->shade);
	if (shown && c->stance == STANCE_AFFIRMED)
		return SAID_SHOWN;
	return rows[c->stance].said;
}

void basis_hear(struct basis *b, enum said said, enum reason reason,
		bool by_document)
{
	if (said == SAID_DENIED)
		b->denied_by_document |= by_document;
	if (said <= b->said)
		return;
	b->said = said;
	b->said_reason = reason;
}

/* A norm is content of a document, but never shows that a thing is done. */
static bool is_content(const struct part *p, enum stance stance)
{
	if (stance == STANCE_NORM)
		return p->shows != SHOWS_PERFORMED;
	return stance == STANCE_AFFIRMED || stance == STANCE_PARTIAL ||
	       stance == STANCE_STARTED;
}

static bool is_lack(enum stance stance)
{
	return stance == STANCE_NEGATED || stance == STANCE_IMPLIED ||
	       stance == STANCE_PLANNED;
}

/* Content, in part or in full. */
static void tell_content(const struct gathering *g, const struct clause *c,
			 size_t index, bool best, struct told *t)
{
	enum reason reason = REASON_NONE;
	enum paper paper = PAPER_GOOD;

	if (c->stance == STANCE_PARTIAL || c->stance == STANCE_STARTED) {
		said_of(g->part, c, false, &reason);
		paper = PAPER_FAULTY;
	}
	if (t->paper != PAPER_NONE &&
	    (best ? paper <= t->paper : paper >= t->paper))
		return;
	t->paper = paper;
	t->reason = reason;
	t->clause = index;
}

static void tell_lack(const struct gathering *g, const struct clause *c,
		      size_t index, struct told *t)
{
	enum reason reason = REASON_NONE;
	enum said said = said_of(g->part, c, false, &reason);

	if (said <= t->lack)
		return;
	t->lack = said;
	t->lack_reason = reason;
	t->lack_clause = index;
}

struct told told_by(struct gathering *g, const struct speech *s,
		    bool whole_document)
{
	struct told t = { .paper = PAPER_NONE };

	for (size_t i = 0; i < s->count; i++) {
		const struct hit *h = &s->hits[i];
		const struct clause *c = &s->reading.clauses[h->clause];

		if (h->topic != g->part->topic_index)
			continue;
		basis_note(g, s, h->clause);
		if (is_content(g->part, c->stance))
			tell_content(g, c, h->clause, whole_document, &t);
		else if (is_lack(c->stance))
			tell_lack(g, c, h->clause, &t);
	}
	if (whole_document && t.paper != PAPER_NONE)
		t.lack = SAID_NOTHING;
	return t;
}

void basis_better_paper(struct basis *b, enum paper paper, enum reason reason,
			const struct read_document *d)
{
	if (paper <= b->paper)
		return;
	b->paper = paper;
	b->paper_reason = reason;
	b->document = d;
}

void basis_use_paper(struct gathering *g, const struct read_document *d,
		     const struct told *t)
{
	enum reason reason = REASON_NONE;
	enum paper grade = paper_grade(g->bench, g->part, d, &reason);

	if (t->paper == PAPER_FAULTY && grade > PAPER_FAULTY) {
		grade = PAPER_FAULTY;
		reason = t->reason;
	}
	if (grade == PAPER_GOOD && g->basis->document != d)
		g->basis->good++;
	if (grade == PAPER_GOOD)
		trail_forget(&g->basis->trail, d);
	else
		trail_graded(&g->basis->trail, d, reason);
	if (d->document->agreed_with.count)
		g->agreed = true;
	basis_better_paper(g->basis, grade, reason, d);
}

const struct docket *docket_besides(const struct gathering *g)
{
	static const struct docket none;

	return g->subject->alone ? &none : &g->bench->all;
}

static int32_t days_of(struct duration d)
{
	static const int32_t days[SPAN_UNITS] = {
		[SPAN_DAYS] = 1, [SPAN_MONTHS] = 30, [SPAN_YEARS] = 365
	};

	return (int32_t)d.count * days[d.unit];
}

/* A number says more than "regularly", and that more than nothing. */
static bool says_more(struct period a, struct period b)
{
	static const int rank[PERIOD_KINDS] = {
		[PERIOD_NONE] = 0, [PERIOD_IRREGULAR] = 1, [PERIOD_REGULAR] = 2, [PERIOD_FIXED] = 3
	};

	if (a.kind == PERIOD_FIXED && b.kind == PERIOD_FIXED)
		return days_of(a.every) < days_of(b.every);
	return rank[a.kind] > rank[b.kind];
}

void basis_note(struct gathering *g, const struct speech *s, size_t clause)
{
	const struct clause *c = &s->reading.clauses[clause];

	if (c->stance == STANCE_HISTORIC || c->stance == STANCE_QUESTION ||
	    c->stance == STANCE_PLANNED)
		return;
	if (says_more(c->period, g->period))
		g->period = c->period;
	if (c->dated.known && (!g->dated.known || c->dated.last > g->dated.last))
		g->dated = c->dated;
}

/* What is done, but not as often as it has to be. */
static enum reason period_fault(const struct part *p, struct period stated)
{
	switch (stated.kind) {
	case PERIOD_FIXED:
		return days_of(stated.every) > days_of(p->often)
			       ? REASON_TOO_SELDOM
			       : REASON_NONE;
	case PERIOD_REGULAR:
		return p->regularly ? REASON_NONE : REASON_PERIOD_NOT_STATED;
	case PERIOD_IRREGULAR:
		return REASON_IRREGULAR;
	case PERIOD_NONE:
		return REASON_PERIOD_NOT_STATED;
	case PERIOD_KINDS:
		break;
	}
	return REASON_NONE;
}

static bool is_affirmed(const struct basis *b)
{
	return b->said == SAID_AFFIRMED || b->said == SAID_SHOWN;
}

static void hold_against(struct basis *b, enum reason fault)
{
	if (b->paper > PAPER_FAULTY) {
		b->paper = PAPER_FAULTY;
		b->paper_reason = fault;
	}
	if (is_affirmed(b)) {
		b->said = SAID_PARTIAL;
		b->said_reason = fault;
	}
}

static void check_often(struct gathering *g)
{
	enum reason fault;

	if (!g->part->often.count)
		return;
	fault = period_fault(g->part, g->period);
	if (fault != REASON_NONE)
		hold_against(g->basis, fault);
}

/*
 * "The policy is from 2006": its age decides, where only a statement tells of
 * it.  A paper's own dates go before what is said of them.
 */
static void check_said_age(struct gathering *g)
{
	struct basis *b = g->basis;
	bool outdated = b->said == SAID_PARTIAL &&
			b->said_reason == REASON_OUTDATED;
	enum reason reason;

	if (!g->part->max_age.count || !g->dated.known ||
	    b->paper > PAPER_HIDDEN || (!is_affirmed(b) && !outdated))
		return;
	if (paper_age(g->bench, g->part, g->dated, &reason) != PAPER_FAULTY) {
		b->said = SAID_AFFIRMED;
		return;
	}
	b->said = SAID_PARTIAL;
	b->said_reason = reason;
}

/* Said by both sides: as good as shown. */
static void check_parties(struct gathering *g)
{
	uint32_t both = BIT(AUTHOR_MUNICIPALITY) | BIT(AUTHOR_SUPPLIER);

	if (g->basis->said == SAID_AFFIRMED && (g->parties & both) == both)
		g->basis->said = SAID_SHOWN;
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
	if (b->paper > PAPER_FAULTY ||
	    (b->paper == PAPER_HIDDEN && b->corroborated)) {
		b->paper = PAPER_FAULTY;
		b->paper_reason = REASON_NOT_AGREED;
	} else if (b->paper == PAPER_NONE && b->said == SAID_AFFIRMED &&
		   (g->part->accepts & BIT(ACCEPTS_STATEMENT))) {
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
					  v->documents.count);
	if (p->kind == PART_PAPERS)
		ret_basis->paper = paper_set(b, p, s, &ret_basis->quotes,
					     &ret_basis->paper_reason);
	else
		weigh_documents(&g);
	hear_processes(&g);
	check_parties(&g);
	check_agreement(&g);
	check_periods(&g);
	check_often(&g);
	check_said_age(&g);
}
