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
	};

	*ret_reason = REASON_ADMITTED;
	if (c->lacks == POINT_UNSET || c->lacks == p->point)
		return SAID_DENIED;
	*ret_reason = reasons[c->lacks];
	return SAID_LACKS;
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
	*ret_reason = rows[c->stance].reason;
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

struct told told_by(const struct gathering *g, const struct speech *s,
		    bool whole_document)
{
	struct told t = { .paper = PAPER_NONE };

	for (size_t i = 0; i < s->count; i++) {
		const struct hit *h = &s->hits[i];
		const struct clause *c = &s->reading.clauses[h->clause];

		if (h->topic != g->part->topic_index)
			continue;
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
	if (d->document->agreed_with.count)
		g->agreed = true;
	basis_better_paper(g->basis, grade, reason, d);
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
	weigh_documents(&g);
	hear_processes(&g);
	check_agreement(&g);
	check_periods(&g);
}
