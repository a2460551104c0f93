/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a clause speaks.  The cues are looked for in the order of enum cue;
 * those that begin with a negation of their own ("inte klart") are blanked
 * once they are found, so that their "inte" is not read as a lack.  Then
 * the first row of `decisions` that fits gives the stance: time before
 * polarity before degree.
 */
#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "read/counts.h"
#include "read/read.h"

#define CUE(name) ((uint64_t)1 << CUE_##name)

/* Taken out of the text once found, for the cues that follow. */
#define BLANKED                                                         \
	(CUE(UNCHANGED) | CUE(REFUTED) | CUE(REMEDIED) | CUE(BENIGN) |  \
	 CUE(UNFINISHED) | CUE(INCOMPLETE) | CUE(UNSTARTED) |           \
	 CUE(UNRECORDED) | CUE(UNDECIDED) | CUE(UNTESTED) |             \
	 CUE(UNKNOWN) | CUE(BARELY) | CUE(FULLY) | CUE(SEVERE))

/* The cue of a row is the one whose words are shown as the reason. */
static const struct {
	enum cue cue; /* CUES: none needed */
	uint64_t without;
	enum stance stance;
	enum point lacks;
} decisions[] = {
	{ CUE_SCOPE, 0, STANCE_QUESTION, POINT_UNSET },
	{ CUE_QUESTION, 0, STANCE_QUESTION, POINT_UNSET },
	{ CUE_UNCHANGED, CUE(NEGATION), STANCE_AFFIRMED, POINT_UNSET },
	{ CUE_REFUTED, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_REMEDIED, 0, STANCE_AFFIRMED, POINT_UNSET },
	{ CUE_HISTORIC, CUE(PRESENT), STANCE_HISTORIC, POINT_UNSET },
	{ CUE_UNSTARTED, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_UNFINISHED, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_UNDERWAY, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_PROSPECT, 0, STANCE_NORM, POINT_UNSET },
	{ CUE_STARTED, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_BARELY, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_SEVERE, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_NEGATION, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_UNRECORDED, 0, STANCE_NEGATED, POINT_DOCUMENTED },
	{ CUE_UNDECIDED, 0, STANCE_NEGATED, POINT_DECIDED },
	{ CUE_UNTESTED, 0, STANCE_NEGATED, POINT_TESTED },
	{ CUE_UNKNOWN, 0, STANCE_NEGATED, POINT_KNOWN },
	{ CUE_BREACH, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_INCOMPLETE, 0, STANCE_PARTIAL, POINT_UNSET },
	{ CUE_RECOMMENDED, 0, STANCE_IMPLIED, POINT_UNSET },
	{ CUE_PLANNED, 0, STANCE_PLANNED, POINT_UNSET },
	{ CUE_PARTIAL, CUE(FULLY), STANCE_PARTIAL, POINT_UNSET },
	{ CUE_NORM, 0, STANCE_NORM, POINT_UNSET },
	{ CUES, 0, STANCE_AFFIRMED, POINT_UNSET },
};

/* All operands of one term. */
static enum found term_find(const struct term *t, struct matcher *m,
			    struct str text, struct span *ret_span)
{
	enum found worst = FOUND_HIT;
	struct span span;

	for (size_t i = 0; i < t->count; i++) {
		enum found f = pattern_find(t->list[i], m, text, 0, &span);

		if (f == FOUND_NONE)
			return FOUND_NONE;
		if (f == FOUND_LIMIT)
			worst = FOUND_LIMIT;
		if (i == 0)
			*ret_span = span;
	}
	return worst;
}

enum found terms_find(const struct terms *t, struct matcher *m, struct str text,
		      struct span *ret_span)
{
	enum found found = FOUND_NONE;

	for (size_t i = 0; i < t->count; i++) {
		enum found f = term_find(&t->list[i], m, text, ret_span);

		if (f == FOUND_HIT)
			return FOUND_HIT;
		if (f == FOUND_LIMIT) {
			found = FOUND_LIMIT;
			matcher_gave_up(m, t->list[i].written);
		}
	}
	return found;
}

static void blank_all(const struct terms *t, struct matcher *m, char *text,
		      size_t len)
{
	struct str s = { text, len };

	for (size_t i = 0; i < t->count; i++) {
		struct span at = { 0, 0 };

		while (pattern_find(t->list[i].list[0], m, s, at.to, &at) ==
			       FOUND_HIT &&
		       at.to > at.from)
			memset(text + at.from, ' ', at.to - at.from);
	}
}

struct cues {
	uint64_t bits;
	struct span at[CUES]; /* where each was found first */
	bool limit; /* one could not be told */
};

static void find_cues(const struct vocab *v, struct matcher *m, char *text,
		      size_t len, struct cues *c)
{
	for (size_t cue = 0; cue < CUES; cue++) {
		const struct terms *t = &v->cues[cue];
		enum found f = terms_find(t, m, (struct str){ text, len },
					  &c->at[cue]);

		c->limit |= f == FOUND_LIMIT;
		if (f != FOUND_HIT)
			continue;
		bits_set(&c->bits, cue);
		if (!bits_get(&(uint64_t){ BLANKED }, cue))
			continue;
		blank_all(t, m, text, len);
		matcher_changed(m);
	}
}

/* A question mark at the end is a cue of its own. */
static void find_question_mark(struct str s, struct cues *c)
{
	if (!s.len || s.ptr[s.len - 1] != '?')
		return;
	bits_set(&c->bits, CUE_QUESTION);
	c->at[CUE_QUESTION] = (struct span){ s.len - 1, s.len };
}

/* How many of how many speaks louder than words of degree. */
static void find_count(const struct vocab *v, struct str s, struct cues *c)
{
	static const enum cue cues[] = { [COUNT_NONE] = CUE_BARELY,
					 [COUNT_SOME] = CUE_PARTIAL,
					 [COUNT_ALL] = CUE_FULLY };
	struct span at;
	enum count count = count_find(v, s, &at);

	if (count == COUNT_NOT_FOUND || bits_get(&c->bits, CUE_NEGATION))
		return;
	bits_set(&c->bits, cues[count]);
	c->at[cues[count]] = at;
}

static void decide(const struct cues *cues, struct clause *c)
{
	size_t i = 0;
	enum cue cue;

	while ((decisions[i].cue != CUES &&
		!bits_get(&cues->bits, decisions[i].cue)) ||
	       (cues->bits & decisions[i].without))
		i++;
	cue = decisions[i].cue;
	c->stance = decisions[i].stance;
	c->lacks = decisions[i].lacks;
	/* "… saknas för: att uppdateringar ska testas": the norm is the thing. */
	c->own = cue != CUES && c->stance != STANCE_NORM;
	c->why = cue == CUES ? (struct str){ 0 }
			     : str_slice(c->text, cues->at[cue].from,
					 cues->at[cue].to);
}

void read_stance(struct arena *a, const struct vocab *v, struct matcher *m,
		 struct clause *c)
{
	struct arena_mark mark = arena_mark(a);
	char *text = arena_copy(a, c->text.ptr, c->text.len);
	struct cues cues = { 0 };

	matcher_begin(m, v->patterns, (struct str){ text, c->text.len });
	find_cues(v, m, text, c->text.len, &cues);
	matcher_end(m);
	arena_rewind(a, mark);
	find_question_mark(c->text, &cues);
	find_count(v, c->text, &cues);
	decide(&cues, c);
	c->limit |= cues.limit;
	c->cues = cues.bits;
	c->unchanged = bits_get(&cues.bits, CUE_UNCHANGED);
	c->hedged = bits_get(&cues.bits, CUE_HEDGED);
	c->draft = bits_get(&cues.bits, CUE_DRAFT);
	c->received = bits_get(&cues.bits, CUE_RECEIVED);
	c->refers = bits_get(&cues.bits, CUE_ANAPHOR);
	c->of_paper = (cues.bits & (CUE(PAPER) | CUE(UNRECORDED))) != 0;
}
