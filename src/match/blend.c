/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What clauses on one thing say taken together: what a later one brings up
 * to date, what a claim and its refutation come to, what takes away from
 * what was affirmed.  A table then blends the stances that are left.
 */
#include "match/blend.h"

#define HAS(s) BIT(STANCE_##s)

/*
 * Clauses on one thing that speak differently.  The first row whose stances
 * are all there decides; what says nothing of today (norm, question,
 * historic) gives way to what does.
 */
static const struct {
	unsigned both;
	enum stance stance;
} blends[] = {
	{ HAS(PARTIAL), STANCE_PARTIAL },
	{ HAS(AFFIRMED) | HAS(NEGATED), STANCE_PARTIAL },
	{ HAS(AFFIRMED) | HAS(IMPLIED), STANCE_PARTIAL },
	{ HAS(AFFIRMED) | HAS(STARTED), STANCE_STARTED },
	{ HAS(AFFIRMED), STANCE_AFFIRMED },
	{ HAS(STARTED), STANCE_STARTED },
	{ HAS(NEGATED), STANCE_NEGATED },
	{ HAS(IMPLIED), STANCE_IMPLIED },
	{ HAS(PLANNED), STANCE_PLANNED },
	{ HAS(HISTORIC), STANCE_HISTORIC },
	{ HAS(NORM), STANCE_NORM },
	{ 0, STANCE_QUESTION },
};

static const struct clause *clause_at(const struct blend *b, size_t i)
{
	return &b->speech->reading.clauses[b->list[i]];
}

static bool has(const struct clause *c, enum cue cue)
{
	return bits_get(&c->cues, cue);
}

static bool is_evidence(enum stance s)
{
	return remark_suggests(s) != SUGGESTS_NONE;
}

/* Index of the last clause with the cue that is evidence; b->count: none. */
static size_t last_with(const struct blend *b, enum cue cue)
{
	for (size_t i = b->count; i-- > 0;)
		if (has(clause_at(b, i), cue) &&
		    is_evidence(clause_at(b, i)->stance))
			return i;
	return b->count;
}

/*
 * What the clause says of today: nothing, where a later sentence brings the
 * matter up to date or tells that the lack was mended.
 */
static enum stance stance_today(const struct blend *b, size_t i)
{
	const struct clause *c = clause_at(b, i);
	size_t now = last_with(b, CUE_PRESENT);
	size_t mended = last_with(b, CUE_REMEDIED);

	if (now < b->count && i < now && has(c, CUE_PAST) && !has(c, CUE_PRESENT))
		return STANCE_HISTORIC;
	if (mended < b->count && i < mended && c->stance != STANCE_AFFIRMED)
		return STANCE_HISTORIC;
	return c->stance;
}

/* The clause is a question of what would be a lack: "Saknas ägare?" */
static bool asks_for_lack(const struct clause *c)
{
	return c->stance == STANCE_QUESTION &&
	       (has(c, CUE_INCOMPLETE) || has(c, CUE_EXCEPT) ||
		has(c, CUE_NEGATION) || has(c, CUE_DENIAL) ||
		has(c, CUE_BREACH) || has(c, CUE_PARTIAL));
}

/*
 * "Rutin saknas. Solen skiner.": a later sentence in which no word decides
 * and that is not tied to the one before takes nothing back.
 */
static bool is_unrelated(const struct blend *b, size_t i)
{
	const struct clause *c = clause_at(b, i);

	return c->sentence != clause_at(b, 0)->sentence && !c->own &&
	       c->stance == STANCE_AFFIRMED &&
	       !(c->cues & (LINKS | CUE_BIT(FULLY)));
}

/* Cues of a clause that goes on about a paper, not about what it demands. */
#define OF_A_PAPER (CUE_BIT(PAPER) | CUE_BIT(ANAPHOR) | CUE_BIT(WITHOUT))

static bool is_then_denied(const struct blend *b, size_t i)
{
	return i + 1 < b->count &&
	       clause_at(b, i + 1)->sentence == clause_at(b, i)->sentence &&
	       clause_at(b, i + 1)->stance == STANCE_NEGATED &&
	       (clause_at(b, i + 1)->cues & OF_A_PAPER);
}

/* "Uppföljning saknas, vilket ofta glöms bort": no more than the lack. */
static bool is_consequence(const struct blend *b, size_t i)
{
	return i && has(clause_at(b, i), CUE_CONSEQUENCE) &&
	       clause_at(b, i - 1)->stance == STANCE_NEGATED;
}

/*
 * What a clause says beside those around it: an answer to a question that
 * was turned, a lead-in that only leads in, praise of something else.
 */
static enum stance stance_beside(const struct blend *b, size_t i)
{
	const struct clause *c = clause_at(b, i);
	enum stance s = stance_today(b, i);
	bool turned = i && asks_for_lack(clause_at(b, i - 1));

	/* "Nej, vi saknar inte rutin": what follows says it. */
	if (has(c, CUE_NO) && str_ends(c->text, STR(",")) && i + 1 < b->count)
		return STANCE_QUESTION;
	if (has(c, CUE_NO))
		return turned ? STANCE_AFFIRMED : STANCE_NEGATED;
	if (has(c, CUE_YES) && turned)
		return STANCE_NEGATED;
	if (s == STANCE_AFFIRMED && b->count > 1 &&
	    (str_ends(c->text, STR(":")) || has(c, CUE_PRAISE) ||
	     has(c, CUE_CONCESSION)))
		return STANCE_QUESTION;
	/* "Anvisningen anger att …, men den saknar …": it is there, then. */
	if (s == STANCE_NORM && has(c, CUE_PAPER) && is_then_denied(b, i))
		return STANCE_AFFIRMED;
	if (is_consequence(b, i) && (s == STANCE_AFFIRMED || s == STANCE_PARTIAL))
		return STANCE_QUESTION;
	/* It is done, and only not written down. */
	if (s == STANCE_NEGATED && has(c, CUE_UNWRITTEN) &&
	    c->lacks == POINT_DOCUMENTED)
		return STANCE_PARTIAL;
	return s;
}

/*
 * "Den finns, men är från 2011": what goes against something affirmed takes
 * away from it, even where no word of it is a lack.
 */
static bool takes_away(const struct blend *b, size_t i)
{
	const struct clause *c = clause_at(b, i);

	return i && has(c, CUE_TURN) && !c->own && !has(c, CUE_FULLY) &&
	       c->stance == STANCE_AFFIRMED &&
	       stance_beside(b, i - 1) == STANCE_AFFIRMED &&
	       !clause_at(b, i - 1)->own &&
	       !has(clause_at(b, i - 1), CUE_CONCEDED);
}

/* Whether the clause is of what somebody claims, and only claims. */
static bool is_claim(const struct blend *b, size_t i, enum stance stance)
{
	const struct clause *c = clause_at(b, i);

	return c->hedged && c->stance == stance && !has(c, CUE_EVIDENCE);
}

/* Another voice than that of the claim: no "men att …" of the same speaker. */
static bool is_other_voice(const struct clause *c)
{
	return !has(c, CUE_REPORTED) && (!c->hedged || has(c, CUE_EVIDENCE));
}

/* "vi kan konstatera att …", "saknas enligt dem, men den antogs 2022" */
static bool is_proof(const struct blend *b, size_t i)
{
	const struct clause *c = clause_at(b, i);

	return has(c, CUE_EVIDENCE) ||
	       (has(c, CUE_TURN) && has(c, CUE_DECIDED) &&
		clause_at(b, i - 1)->sentence == c->sentence);
}

/*
 * What is refuted is a lack that somebody claimed ("beskedet att den saknas
 * var felaktigt"), or what was doubted is seen to be so.
 */
static bool is_borne_out(const struct blend *b, size_t refuted)
{
	for (size_t i = 0; i < refuted; i++)
		if (clause_at(b, i)->stance == STANCE_NEGATED &&
		    clause_at(b, i)->hedged)
			return true;
	for (size_t i = refuted + 1; i < b->count; i++)
		if (clause_at(b, i)->stance == STANCE_AFFIRMED &&
		    has(clause_at(b, i), CUE_EVIDENCE))
			return true;
	return false;
}

/*
 * Somebody says that it is done, and what was found denies it; or that it is
 * not, and what was found shows it.  That a thing lacks a property (it is
 * not written down) denies nothing.
 */
static bool is_contradicted(const struct blend *b, enum stance *ret_stance)
{
	bool said = false, denied = false;

	for (size_t i = 0; i < b->count; i++) {
		const struct clause *c = clause_at(b, i);

		*ret_stance = STANCE_NEGATED;
		if (i && c->stance == STANCE_NEGATED && has(c, CUE_TOTAL))
			return true;
		if (has(c, CUE_REFUTED) && is_evidence(c->stance)) {
			*ret_stance = is_borne_out(b, i) ? STANCE_AFFIRMED
							 : STANCE_NEGATED;
			return true;
		}
		if (said && c->stance == STANCE_NEGATED &&
		    c->lacks == POINT_UNSET && is_other_voice(c))
			return true;
		*ret_stance = STANCE_AFFIRMED;
		if (denied && c->stance == STANCE_AFFIRMED && is_proof(b, i) &&
		    is_other_voice(c))
			return true;
		said |= is_claim(b, i, STANCE_AFFIRMED);
		denied |= is_claim(b, i, STANCE_NEGATED) ||
			  is_claim(b, i, STANCE_PARTIAL);
	}
	return false;
}

/* The stances that the clauses add up to, and the last clause of each. */
struct sum {
	unsigned stances; /* bit set */
	size_t last[STANCES];
};

static struct sum sum_up(const struct blend *b, bool with_unrelated)
{
	struct sum sum = { 0 };

	for (size_t i = 0; i < b->count; i++) {
		enum stance s = takes_away(b, i) ? STANCE_PARTIAL
						 : stance_beside(b, i);

		if (!with_unrelated && is_unrelated(b, i))
			continue;
		sum.stances |= BIT(s);
		sum.last[s] = b->list[i];
	}
	return sum;
}

/* The clause to show: of two that make a partial, the one that takes away. */
static size_t deciding_clause(const struct sum *sum, enum stance stance)
{
	static const enum stance worst[] = { STANCE_NEGATED, STANCE_IMPLIED,
					     STANCE_STARTED, STANCE_PARTIAL };

	if (sum->stances & BIT(stance))
		return sum->last[stance];
	for (size_t i = 0; i < sizeof(worst) / sizeof(*worst); i++)
		if (sum->stances & BIT(worst[i]))
			return sum->last[worst[i]];
	return SIZE_MAX;
}

static bool has_evidence(const struct sum *sum)
{
	for (int s = 0; s < STANCES; s++)
		if ((sum->stances & BIT(s)) && is_evidence((enum stance)s))
			return true;
	return false;
}

struct remark blend(const struct blend *b)
{
	struct remark r = { .stance = STANCE_QUESTION, .clause = SIZE_MAX };
	struct sum sum = sum_up(b, false);
	size_t i = 0;

	if (!has_evidence(&sum))
		sum = sum_up(b, true);
	for (size_t k = 0; k < b->count; k++)
		r.hedged |= clause_at(b, k)->hedged;
	while ((sum.stances & blends[i].both) != blends[i].both)
		i++;
	if (!is_contradicted(b, &r.stance))
		r.stance = blends[i].stance;
	r.clause = deciding_clause(&sum, r.stance);
	return r;
}
