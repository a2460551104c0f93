/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How good a paper is: each check that can spoil it is one function of the
 * table, asked in order; the first that finds a fault decides.  Dates are
 * intervals: wholly too old is a fault, partly is not known.
 */
#include <stddef.h>

#include "assess/basis.h"
#include "base/bits.h"

struct fault {
	enum paper paper;
	enum reason reason;
};

#define NO_FAULT ((struct fault){ PAPER_GOOD, REASON_NONE })

static struct fault check_status(const struct bench *b, const struct part *p,
				 const struct read_document *d)
{
	(void)b;
	if (d->status == STATUS_SUPERSEDED)
		return (struct fault){ PAPER_BAD, REASON_SUPERSEDED };
	if (p->forms & BIT(d->form))
		return NO_FAULT;
	if (d->form == FORM_TEMPLATE)
		return (struct fault){ PAPER_BAD, REASON_TEMPLATE };
	return (struct fault){ PAPER_BAD, REASON_WRONG_FORM };
}

static struct fault check_draft(const struct bench *b, const struct part *p,
				const struct read_document *d)
{
	(void)b;
	(void)p;
	if (d->status == STATUS_DRAFT)
		return (struct fault){ PAPER_FAULTY, REASON_DRAFT };
	return NO_FAULT;
}

static struct fault check_approval(const struct bench *b, const struct part *p,
				   const struct read_document *d)
{
	if (!p->approvers ||
	    vocab_is_organ_of(b->vocab, p->approvers, d->facts.approver))
		return NO_FAULT;
	if (d->facts.approved)
		return (struct fault){ PAPER_FAULTY, REASON_WRONG_APPROVER };
	if (d->document->state == CONTENT_READ)
		return (struct fault){ PAPER_FAULTY, REASON_UNAPPROVED };
	return (struct fault){ PAPER_UNSURE, REASON_APPROVAL_UNKNOWN };
}

/* A date that must not be before `limit`. */
static struct fault check_since(struct date date, int32_t limit)
{
	if (!date.known)
		return (struct fault){ PAPER_UNSURE, REASON_UNDATED };
	if (date.last < limit)
		return (struct fault){ PAPER_FAULTY, REASON_STALE };
	if (date.first < limit)
		return (struct fault){ PAPER_UNSURE, REASON_DATE_IMPRECISE };
	return NO_FAULT;
}

/* What counts is the latest decision or revision. */
static struct fault check_age(const struct bench *b, const struct part *p,
			      const struct read_document *d)
{
	struct date date = d->facts.decided;

	if (!p->max_age.count)
		return NO_FAULT;
	if (!date.known ||
	    (d->facts.revised.known && d->facts.revised.last > date.last))
		date = d->facts.revised;
	return check_since(date, date_before(b->as_of, p->max_age));
}

enum paper paper_age(const struct bench *b, const struct part *p,
		     struct date date, enum reason *ret_reason)
{
	struct fault f = check_since(date, date_before(b->as_of, p->max_age));

	*ret_reason = f.reason;
	return f.paper;
}

/*
 * What a supplier wrote of itself is no demand on it, and what the
 * municipality wrote for its own use binds no supplier.
 */
bool paper_counts(const struct part *p, const struct document *d)
{
	if (p->whose == AUTHOR_SUPPLIER && d->author != AUTHOR_SUPPLIER)
		return false;
	if (p->whose == AUTHOR_MUNICIPALITY && d->author == AUTHOR_SUPPLIER)
		return false;
	return !p->binding || d->binds.count || d->agreed_with.count;
}

static struct fault check_performed(const struct bench *b, const struct part *p,
				    const struct read_document *d)
{
	if (!p->within.count)
		return NO_FAULT;
	return check_since(d->performed, date_before(b->as_of, p->within));
}

static struct fault check_in_force(const struct bench *b, const struct part *p,
				   const struct read_document *d)
{
	const struct validity *v = &d->document->valid;

	(void)p;
	if ((v->to.known && v->to.last < b->as_of) ||
	    (v->from.known && v->from.first > b->as_of))
		return (struct fault){ PAPER_FAULTY, REASON_NOT_IN_FORCE };
	return NO_FAULT;
}

enum paper paper_grade(const struct bench *b, const struct part *p,
		       const struct read_document *d, enum reason *ret_reason)
{
	static struct fault (*const checks[])(const struct bench *,
					      const struct part *,
					      const struct read_document *) = {
		check_status, check_draft,     check_in_force,
		check_age,    check_performed, check_approval,
	};
	struct fault worst = NO_FAULT;

	for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++) {
		struct fault f = checks[i](b, p, d);

		if (f.paper < worst.paper)
			worst = f;
	}
	*ret_reason = worst.reason;
	return worst.paper;
}

/* Window k back from today: its first and last day. */
static void window(const struct bench *b, const struct part *p, uint32_t k,
		   int32_t *ret_first, int32_t *ret_last)
{
	struct duration back = p->every;

	back.count = p->every.count * k;
	*ret_last = k ? date_before(b->as_of, back) : b->as_of;
	back.count = p->every.count * (k + 1);
	*ret_first = date_before(b->as_of, back);
	if (p->grace.count)
		*ret_first = date_before(*ret_first, p->grace);
}

enum in_window {
	OUTSIDE,
	PERHAPS, /* the date may mean a day outside */
	INSIDE,
};

static enum in_window best_in(const struct date *d, size_t count, int32_t first,
			      int32_t last)
{
	enum in_window best = OUTSIDE;

	for (size_t i = 0; i < count; i++) {
		if (!d[i].known || d[i].last < first || d[i].first > last)
			continue;
		if (d[i].first >= first && d[i].last <= last)
			return INSIDE;
		best = PERHAPS;
	}
	return best;
}

static bool any_known(const struct date *d, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (d[i].known)
			return true;
	return false;
}

enum paper paper_periods(const struct bench *b, const struct part *p,
			 const struct date *performed, size_t count,
			 enum reason *ret_reason)
{
	uint32_t hits[INSIDE + 1] = { 0 };
	int32_t first, last;

	for (uint32_t k = 0; k < p->periods; k++) {
		window(b, p, k, &first, &last);
		hits[best_in(performed, count, first, last)]++;
	}
	*ret_reason = REASON_NONE;
	if (hits[INSIDE] == p->periods)
		return PAPER_GOOD;
	if (!any_known(performed, count)) {
		*ret_reason = REASON_UNDATED;
		return PAPER_UNSURE;
	}
	if (!hits[OUTSIDE]) {
		*ret_reason = REASON_DATE_IMPRECISE;
		return PAPER_UNSURE;
	}
	*ret_reason = hits[OUTSIDE] < p->periods ? REASON_PERIOD_MISSED
						 : REASON_STALE;
	return PAPER_FAULTY;
}
