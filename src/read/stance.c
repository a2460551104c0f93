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
#include "read/read.h"

static const struct {
	bool blank; /* take the words out for the cues that follow */
} cue_rules[CUES] = {
	[CUE_BENIGN] = { true },     [CUE_UNFINISHED] = { true },
	[CUE_INCOMPLETE] = { true }, [CUE_UNSTARTED] = { true },
	[CUE_UNRECORDED] = { true }, [CUE_UNDECIDED] = { true },
	[CUE_UNTESTED] = { true },   [CUE_UNKNOWN] = { true },
	[CUE_UNCHANGED] = { true },
};

static const struct {
	uint32_t with;
	uint32_t without;
	enum stance stance;
	enum point lacks;
} decisions[] = {
	{ BIT(CUE_QUESTION), 0, STANCE_QUESTION, POINT_UNSET },
	{ BIT(CUE_UNCHANGED), BIT(CUE_NEGATION), STANCE_AFFIRMED, POINT_UNSET },
	{ BIT(CUE_HISTORIC), BIT(CUE_PRESENT), STANCE_HISTORIC, POINT_UNSET },
	{ BIT(CUE_UNSTARTED), 0, STANCE_NEGATED, POINT_UNSET },
	{ BIT(CUE_UNFINISHED), 0, STANCE_STARTED, POINT_UNSET },
	{ BIT(CUE_STARTED), 0, STANCE_STARTED, POINT_UNSET },
	{ BIT(CUE_NEGATION), 0, STANCE_NEGATED, POINT_UNSET },
	{ BIT(CUE_UNRECORDED), 0, STANCE_NEGATED, POINT_DOCUMENTED },
	{ BIT(CUE_UNDECIDED), 0, STANCE_NEGATED, POINT_DECIDED },
	{ BIT(CUE_UNTESTED), 0, STANCE_NEGATED, POINT_TESTED },
	{ BIT(CUE_UNKNOWN), 0, STANCE_NEGATED, POINT_KNOWN },
	{ BIT(CUE_INCOMPLETE), 0, STANCE_PARTIAL, POINT_UNSET },
	{ BIT(CUE_RECOMMENDED), 0, STANCE_IMPLIED, POINT_UNSET },
	{ BIT(CUE_PLANNED), 0, STANCE_PLANNED, POINT_UNSET },
	{ BIT(CUE_PARTIAL), 0, STANCE_PARTIAL, POINT_UNSET },
	{ BIT(CUE_NORM), 0, STANCE_NORM, POINT_UNSET },
	{ 0, 0, STANCE_AFFIRMED, POINT_UNSET },
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

/* The cues of the text as bits; *ret_limit where one could not be told. */
static uint32_t find_cues(const struct vocab *v, struct matcher *m, char *text,
			  size_t len, bool *ret_limit)
{
	uint32_t cues = 0;
	struct span span;

	for (size_t cue = 0; cue < CUES; cue++) {
		const struct terms *t = &v->cues[cue];
		enum found f = terms_find(t, m, (struct str){ text, len }, &span);

		if (f == FOUND_LIMIT)
			*ret_limit = true;
		if (f != FOUND_HIT)
			continue;
		cues |= BIT(cue);
		if (!cue_rules[cue].blank)
			continue;
		blank_all(t, m, text, len);
		matcher_changed(m);
	}
	return cues;
}

static bool ends_with_question(struct str s)
{
	return s.len && s.ptr[s.len - 1] == '?';
}

void read_stance(struct arena *a, const struct vocab *v, struct matcher *m,
		 struct clause *c)
{
	struct arena_mark mark = arena_mark(a);
	char *text = arena_copy(a, c->text.ptr, c->text.len);
	uint32_t cues;
	size_t i = 0;

	matcher_begin(m, v->patterns, (struct str){ text, c->text.len });
	cues = find_cues(v, m, text, c->text.len, &c->limit);
	matcher_end(m);
	arena_rewind(a, mark);
	if (ends_with_question(c->text))
		cues |= BIT(CUE_QUESTION);
	while ((cues & decisions[i].with) != decisions[i].with ||
	       (cues & decisions[i].without))
		i++;
	c->stance = decisions[i].stance;
	c->lacks = decisions[i].lacks;
	/* "… saknas för: att uppdateringar ska testas": the norm is the thing. */
	c->own = decisions[i].with != 0 && c->stance != STANCE_NORM;
	c->unchanged = (cues & BIT(CUE_UNCHANGED)) != 0;
	c->hedged = (cues & BIT(CUE_HEDGED)) != 0;
	c->draft = (cues & BIT(CUE_DRAFT)) != 0;
	c->received = (cues & BIT(CUE_RECEIVED)) != 0;
	c->of_paper = (cues & (BIT(CUE_PAPER) | BIT(CUE_UNRECORDED))) != 0;
}
