/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Paper against word: one table.  Printed in docs/verdicts.md, tested row
 * by row.
 */
#include "assess/judge.h"

#include "base/bits.h"

enum outcome {
	OUT_PAPER, /* as good as the paper is */
	OUT_CLAIM, /* met where a statement is enough, else partial */
	OUT_SHOWN, /* met where showing is enough, else as a claim */
	OUT_MAYBE, /* a claim, and a paper that may hold it */
	OUT_PARTIAL, /* for the reason that was said */
	OUT_GAP, /* for the reason that was said */
	OUT_AGAINST, /* denied beside a paper that shows it */
	OUT_SILENCE,
	OUT_LAPSED,
};

/* What was said, from nothing to denied, against the best paper. */
static const enum outcome outcomes[PAPERS][SAIDS] = {
	[PAPER_NONE] = {
		[SAID_NOTHING] = OUT_SILENCE, [SAID_HISTORIC] = OUT_LAPSED,
		[SAID_PLANNED] = OUT_GAP,     [SAID_AFFIRMED] = OUT_CLAIM,
		[SAID_SHOWN] = OUT_SHOWN,     [SAID_PARTIAL] = OUT_PARTIAL,
		[SAID_STARTED] = OUT_PARTIAL, [SAID_LACKS] = OUT_PARTIAL,
		[SAID_IMPLIED] = OUT_GAP,     [SAID_DENIED] = OUT_GAP,
	},
	[PAPER_BAD] = {
		[SAID_NOTHING] = OUT_PAPER,   [SAID_HISTORIC] = OUT_PAPER,
		[SAID_PLANNED] = OUT_PAPER,   [SAID_AFFIRMED] = OUT_CLAIM,
		[SAID_SHOWN] = OUT_SHOWN,     [SAID_PARTIAL] = OUT_PARTIAL,
		[SAID_STARTED] = OUT_PARTIAL, [SAID_LACKS] = OUT_PARTIAL,
		[SAID_IMPLIED] = OUT_PAPER,   [SAID_DENIED] = OUT_GAP,
	},
	[PAPER_HIDDEN] = {
		[SAID_NOTHING] = OUT_PAPER,   [SAID_HISTORIC] = OUT_PAPER,
		[SAID_PLANNED] = OUT_GAP,     [SAID_AFFIRMED] = OUT_MAYBE,
		[SAID_SHOWN] = OUT_SHOWN,     [SAID_PARTIAL] = OUT_PARTIAL,
		[SAID_STARTED] = OUT_PARTIAL, [SAID_LACKS] = OUT_PARTIAL,
		[SAID_IMPLIED] = OUT_GAP,     [SAID_DENIED] = OUT_GAP,
	},
	[PAPER_FAULTY] = {
		[SAID_NOTHING] = OUT_PAPER,   [SAID_HISTORIC] = OUT_PAPER,
		[SAID_PLANNED] = OUT_PAPER,   [SAID_AFFIRMED] = OUT_PAPER,
		[SAID_SHOWN] = OUT_PAPER,     [SAID_PARTIAL] = OUT_PAPER,
		[SAID_STARTED] = OUT_PAPER,   [SAID_LACKS] = OUT_PAPER,
		[SAID_IMPLIED] = OUT_PAPER,   [SAID_DENIED] = OUT_AGAINST,
	},
	[PAPER_UNSURE] = {
		[SAID_NOTHING] = OUT_PAPER,   [SAID_HISTORIC] = OUT_PAPER,
		[SAID_PLANNED] = OUT_PAPER,   [SAID_AFFIRMED] = OUT_MAYBE,
		[SAID_SHOWN] = OUT_MAYBE,     [SAID_PARTIAL] = OUT_PARTIAL,
		[SAID_STARTED] = OUT_PARTIAL, [SAID_LACKS] = OUT_PARTIAL,
		[SAID_IMPLIED] = OUT_PAPER,   [SAID_DENIED] = OUT_AGAINST,
	},
	[PAPER_GOOD] = {
		[SAID_NOTHING] = OUT_PAPER,   [SAID_HISTORIC] = OUT_PAPER,
		[SAID_PLANNED] = OUT_PAPER,   [SAID_AFFIRMED] = OUT_PAPER,
		[SAID_SHOWN] = OUT_PAPER,     [SAID_PARTIAL] = OUT_PARTIAL,
		[SAID_STARTED] = OUT_PARTIAL, [SAID_LACKS] = OUT_PARTIAL,
		[SAID_IMPLIED] = OUT_PAPER,   [SAID_DENIED] = OUT_AGAINST,
	},
};

static const enum verdict paper_verdicts[PAPERS] = {
	[PAPER_NONE] = VERDICT_UNKNOWN,   [PAPER_BAD] = VERDICT_GAP,
	[PAPER_HIDDEN] = VERDICT_UNKNOWN, [PAPER_FAULTY] = VERDICT_PARTIAL,
	[PAPER_UNSURE] = VERDICT_UNKNOWN, [PAPER_GOOD] = VERDICT_MET,
};

static struct judgement of(enum verdict verdict, enum reason reason)
{
	return (struct judgement){ verdict, reason };
}

static struct judgement claim(const struct part *p, enum accepts how)
{
	if (p->accepts & (BIT(how) | BIT(ACCEPTS_STATEMENT)))
		return of(VERDICT_MET, REASON_NONE);
	return of(VERDICT_PARTIAL, REASON_CLAIMED_UNPROVEN);
}

/* Where the inventory is complete, what is not in it does not exist. */
static struct judgement silence(const struct bench *b, const struct part *p,
				const struct basis *basis,
				const struct judgement *above)
{
	if (basis->unread)
		return of(VERDICT_UNKNOWN, REASON_UNREAD);
	if (basis->read_in_full)
		return of(VERDICT_GAP, REASON_ELEMENT_MISSING);
	if (above && above->verdict == VERDICT_GAP)
		return of(VERDICT_GAP, REASON_MISSING);
	if (p->kind == PART_STATEMENT)
		return of(VERDICT_UNKNOWN, REASON_NOT_STATED);
	if (p->kind == PART_ELEMENT ||
	    b->matches->inventory->complete == CHOICE_NO)
		return of(VERDICT_UNKNOWN, REASON_NO_INFORMATION);
	return of(VERDICT_GAP, REASON_MISSING);
}

static enum reason denied_reason(const struct part *p, const struct basis *basis)
{
	if (basis->said == SAID_DENIED && basis->denied_by_document &&
	    p->kind == PART_ELEMENT)
		return REASON_ELEMENT_MISSING;
	return basis->said_reason;
}

/*
 * A paper shows it, yet it is denied.  What is not done is not done,
 * whatever paper demands it; and a lack that the paper itself states is a
 * lack.  But who denies a paper that was received is wrong somewhere.
 */
static struct judgement against(const struct part *p, const struct basis *basis)
{
	if (p->shows == SHOWS_PERFORMED || basis->denied_by_document ||
	    basis->denies_practice)
		return of(VERDICT_GAP, denied_reason(p, basis));
	if (basis->paper == PAPER_FAULTY)
		return of(VERDICT_PARTIAL, basis->paper_reason);
	return of(VERDICT_UNKNOWN, REASON_CONTRADICTED);
}

/* A paper that may show it, and somebody who says that it does. */
static struct judgement maybe(const struct part *p, const struct basis *basis)
{
	struct judgement j = claim(p, basis->said == SAID_SHOWN
					      ? ACCEPTS_SHOWN
					      : ACCEPTS_STATEMENT);

	if (j.verdict == VERDICT_MET)
		return j;
	if (basis->corroborated && basis->paper == PAPER_HIDDEN)
		return of(VERDICT_MET, REASON_NONE);
	return of(VERDICT_UNKNOWN, basis->paper_reason);
}

/*
 * The best paper that bears on the verdict.  Where a word is asked for, the
 * wrong paper is no paper; and that one was replaced says nothing of today
 * where what replaced it may not be listed.
 */
static enum paper paper_that_counts(const struct bench *b, const struct part *p,
				    const struct basis *basis)
{
	bool open = b->matches->inventory->complete == CHOICE_NO;

	if (basis->paper != PAPER_BAD)
		return basis->paper;
	if (p->kind == PART_STATEMENT ||
	    (open && basis->paper_reason == REASON_SUPERSEDED))
		return PAPER_NONE;
	return PAPER_BAD;
}

struct judgement judge(const struct bench *b, const struct part *p,
		       const struct basis *basis, const struct judgement *above)
{
	enum paper paper = paper_that_counts(b, p, basis);

	if (basis->limit && basis->paper < PAPER_GOOD)
		return of(VERDICT_UNKNOWN, REASON_LIMIT);
	switch (outcomes[paper][basis->said]) {
	case OUT_PAPER:
		return of(paper_verdicts[basis->paper], basis->paper_reason);
	case OUT_CLAIM:
		return claim(p, ACCEPTS_STATEMENT);
	case OUT_SHOWN:
		return claim(p, ACCEPTS_SHOWN);
	case OUT_MAYBE:
		return maybe(p, basis);
	case OUT_PARTIAL:
		return of(VERDICT_PARTIAL, basis->said_reason);
	case OUT_GAP:
		return of(VERDICT_GAP, denied_reason(p, basis));
	case OUT_AGAINST:
		return against(p, basis);
	case OUT_SILENCE:
		return silence(b, p, basis, above);
	case OUT_LAPSED:
		return of(VERDICT_UNKNOWN, REASON_LAPSED);
	}
	return of(VERDICT_UNKNOWN, REASON_NO_INFORMATION);
}
