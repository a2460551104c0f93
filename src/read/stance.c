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

/* Taken out of the text once found, for the cues that follow. */
#define BLANKED                                                           \
	(CUE_BIT(ASIDE) | CUE_BIT(UNCHANGED) | CUE_BIT(REFUTED) |         \
	 CUE_BIT(REMEDIED) | CUE_BIT(BENIGN) | CUE_BIT(UNFINISHED) |      \
	 CUE_BIT(INCOMPLETE) | CUE_BIT(UNSTARTED) | CUE_BIT(UNRECORDED) | \
	 CUE_BIT(UNWRITTEN) | CUE_BIT(UNDECIDED) | CUE_BIT(UNTESTED) |    \
	 CUE_BIT(UNKNOWN) | CUE_BIT(BARELY) | CUE_BIT(FULLY) | CUE_BIT(SEVERE))

#define TOGETHER_MAX 60 /* bytes between a denial and what it denies */

/* "Bristen är delvis åtgärdad", "… har inte åtgärdats". */
#define UNMENDED                                                         \
	(CUE_BIT(NEGATION) | CUE_BIT(DENIAL) | CUE_BIT(PARTIAL) |        \
	 CUE_BIT(INCOMPLETE) | CUE_BIT(PLANNED) | CUE_BIT(RECOMMENDED) | \
	 CUE_BIT(UNDERWAY) | CUE_BIT(BARELY) | CUE_BIT(EXCEPT))

/* The cue of a row is the one whose words are shown as the reason. */
static const struct {
	enum cue cue; /* CUES: none needed */
	uint64_t without;
	enum stance stance;
	enum point lacks;
} decisions[] = {
	{ CUE_SCOPE, 0, STANCE_QUESTION, POINT_UNSET },
	{ CUE_LABEL, 0, STANCE_NORM, POINT_UNSET },
	{ CUE_QUESTION, 0, STANCE_QUESTION, POINT_UNSET },
	{ CUE_UNCHANGED, CUE_BIT(NEGATION) | CUE_BIT(DENIAL), STANCE_AFFIRMED,
	  POINT_UNSET },
	{ CUE_REFUTED, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_REMEDIED, UNMENDED, STANCE_AFFIRMED, POINT_UNSET },
	{ CUE_HISTORIC, CUE_BIT(PRESENT), STANCE_HISTORIC, POINT_UNSET },
	{ CUE_UNSTARTED, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_UNFINISHED, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_UNDERWAY, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_PROSPECT, 0, STANCE_NORM, POINT_UNSET },
	{ CUE_STARTED, 0, STANCE_STARTED, POINT_UNSET },
	{ CUE_EXCEPT, 0, STANCE_PARTIAL, POINT_UNSET },
	{ CUE_BARELY, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_SEVERE, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_NEGATION, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_DENIAL, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_DRAFT, CUE_BIT(DECIDED), STANCE_STARTED, POINT_UNSET },
	{ CUE_UNRECORDED, 0, STANCE_NEGATED, POINT_DOCUMENTED },
	{ CUE_UNWRITTEN, 0, STANCE_NEGATED, POINT_DOCUMENTED },
	{ CUE_UNDECIDED, 0, STANCE_NEGATED, POINT_DECIDED },
	{ CUE_UNTESTED, 0, STANCE_NEGATED, POINT_TESTED },
	{ CUE_UNKNOWN, 0, STANCE_NEGATED, POINT_KNOWN },
	{ CUE_WITHOUT, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_BREACH, 0, STANCE_NEGATED, POINT_UNSET },
	{ CUE_INCOMPLETE, 0, STANCE_PARTIAL, POINT_UNSET },
	{ CUE_RECOMMENDED, 0, STANCE_IMPLIED, POINT_UNSET },
	{ CUE_PLANNED, CUE_BIT(DECIDED), STANCE_PLANNED, POINT_UNSET },
	{ CUE_PARTIAL, CUE_BIT(FULLY), STANCE_PARTIAL, POINT_UNSET },
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

/* All at once, so that a short term leaves nothing of a longer one. */
static void blank_all(struct arena *a, const struct terms *t, struct matcher *m,
		      char *text, size_t len)
{
	struct arena_mark mark = arena_mark(a);
	char *blanked = arena_copy(a, text, len);
	struct str s = { text, len };

	for (size_t i = 0; i < t->count; i++) {
		struct span at = { 0, 0 };

		while (pattern_find(t->list[i].list[0], m, s, at.to, &at) ==
			       FOUND_HIT &&
		       at.to > at.from)
			memset(blanked + at.from, ' ', at.to - at.from);
	}
	memcpy(text, blanked, len);
	arena_rewind(a, mark);
}

struct cues {
	uint64_t bits;
	struct span at[CUES]; /* where each was found first */
	bool limit; /* one could not be told */
};

static void find_cues(struct arena *a, const struct vocab *v, struct matcher *m,
		      char *text, size_t len, struct cues *c)
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
		blank_all(a, t, m, text, len);
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
	static const enum cue cues[] = {
		[COUNT_NONE] = CUE_BARELY, [COUNT_SOME] = CUE_EXCEPT, [COUNT_ALL] = CUE_FULLY
	};
	struct span at;
	enum count count = count_find(v, s, &at);

	if (count == COUNT_NOT_FOUND)
		return;
	/* None of them lacks it; or all of them do, which is a lack still. */
	if (count == COUNT_NONE && bits_get(&c->bits, CUE_NEGATION)) {
		c->bits &= ~CUE_BIT(NEGATION);
		return;
	}
	bits_set(&c->bits, cues[count]);
	c->at[cues[count]] = at;
}

/* Near each other, with no comma and no word that parts them. */
static bool is_together(const struct vocab *v, struct str s, struct span a,
			struct span b)
{
	size_t from = a.to < b.to ? a.to : b.to;
	size_t to = a.from > b.from ? a.from : b.from;

	if (to > from + TOGETHER_MAX)
		return false;
	for (size_t i = from; i < to; i++)
		if (strchr(",;:(", s.ptr[i]) ||
		    (s.ptr[i] == ' ' &&
		     vocab_begins(v, LIST_PARTING, str_slice(s, i + 1, to))))
			return false;
	return true;
}

/*
 * "Det förekommer aldrig att konton delas", "inget skickas utan kryptering":
 * what ought not to be is denied, so all is well.
 */
static void cancel_double(const struct vocab *v, struct str s, struct cues *c)
{
	static const enum cue wrongs[] = { CUE_BREACH, CUE_WITHOUT };

	if (bits_get(&c->bits, CUE_BENIGN))
		c->bits &= ~CUE_BIT(WITHOUT);
	if (!bits_get(&c->bits, CUE_DENIAL) || bits_get(&c->bits, CUE_NEGATION))
		return;
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(*wrongs); i++)
		if (bits_get(&c->bits, wrongs[i]) &&
		    is_together(v, s, c->at[CUE_DENIAL], c->at[wrongs[i]]))
			c->bits &= ~(CUE_BIT(DENIAL) | CUE_BIT(BREACH) |
				     CUE_BIT(WITHOUT));
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
	find_cues(a, v, m, text, c->text.len, &cues);
	matcher_end(m);
	arena_rewind(a, mark);
	find_question_mark(c->text, &cues);
	cancel_double(v, c->text, &cues);
	find_count(v, c->text, &cues);
	decide(&cues, c);
	c->limit |= cues.limit;
	c->cues = cues.bits;
	c->unchanged = bits_get(&cues.bits, CUE_UNCHANGED);
	c->hedged = bits_get(&cues.bits, CUE_HEDGED);
	c->draft = bits_get(&cues.bits, CUE_DRAFT);
	c->received = bits_get(&cues.bits, CUE_RECEIVED);
	c->refers = bits_get(&cues.bits, CUE_ANAPHOR);
	c->of_paper = (cues.bits & (CUE_BIT(PAPER) | CUE_BIT(UNRECORDED) |
				    CUE_BIT(UNWRITTEN))) != 0;
}
