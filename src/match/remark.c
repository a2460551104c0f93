/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/remark.h"

#include "base/arena.h"
#include "base/bits.h"

static const char *const suggestion_names[] = {
	[SUGGESTS_NONE] = "none",
	[SUGGESTS_MET] = "met",
	[SUGGESTS_PARTIAL] = "partial",
	[SUGGESTS_GAP] = "gap",
};

const struct words suggestion_words = { suggestion_names, SUGGESTIONS };

enum suggestion remark_suggests(enum stance s)
{
	static const enum suggestion rows[STANCES] = {
		[STANCE_AFFIRMED] = SUGGESTS_MET,
		[STANCE_PARTIAL] = SUGGESTS_PARTIAL,
		[STANCE_STARTED] = SUGGESTS_PARTIAL,
		[STANCE_PLANNED] = SUGGESTS_GAP,
		[STANCE_NEGATED] = SUGGESTS_GAP,
		[STANCE_IMPLIED] = SUGGESTS_GAP,
		[STANCE_HISTORIC] = SUGGESTS_NONE,
		[STANCE_NORM] = SUGGESTS_NONE,
		[STANCE_QUESTION] = SUGGESTS_NONE,
	};

	return rows[s];
}

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
	{ HAS(AFFIRMED) | HAS(STARTED), STANCE_PARTIAL },
	{ HAS(AFFIRMED), STANCE_AFFIRMED },
	{ HAS(STARTED), STANCE_STARTED },
	{ HAS(NEGATED), STANCE_NEGATED },
	{ HAS(IMPLIED), STANCE_IMPLIED },
	{ HAS(PLANNED), STANCE_PLANNED },
	{ HAS(HISTORIC), STANCE_HISTORIC },
	{ HAS(NORM), STANCE_NORM },
	{ 0, STANCE_QUESTION },
};

/* The clauses of a sentence that speak of one topic, taken together. */
struct blend {
	unsigned stances; /* bit set */
	size_t clauses[STANCES]; /* the last one of each stance */
	bool refuted;
	bool hedged;
};

static void blend_clause(struct blend *b, const struct speech *s, size_t clause)
{
	const struct clause *c = &s->reading.clauses[clause];

	b->stances |= BIT(c->stance);
	b->clauses[c->stance] = clause;
	b->refuted |= (c->cues >> CUE_REFUTED & 1) != 0;
	b->hedged |= c->hedged;
}

/* The clause to show: of two that make a partial, the one that takes away. */
static size_t deciding_clause(const struct blend *b, enum stance stance)
{
	static const enum stance worst[] = { STANCE_NEGATED, STANCE_IMPLIED,
					     STANCE_STARTED, STANCE_PARTIAL };

	if (b->stances & BIT(stance))
		return b->clauses[stance];
	for (size_t i = 0; i < sizeof(worst) / sizeof(*worst); i++)
		if (b->stances & BIT(worst[i]))
			return b->clauses[worst[i]];
	return SIZE_MAX;
}

static struct remark remark_of(const struct blend *b, size_t topic,
			       size_t sentence)
{
	size_t i = 0;
	struct remark r = { .topic = topic, .sentence = sentence,
			    .hedged = b->hedged };

	while ((b->stances & blends[i].both) != blends[i].both)
		i++;
	r.stance = b->refuted ? STANCE_NEGATED : blends[i].stance;
	r.clause = deciding_clause(b, r.stance);
	return r;
}

/* The first clause of the sentence, and the one after its last. */
struct range {
	size_t from;
	size_t to;
};

static struct range clauses_of(const struct speech *s, size_t sentence,
			       size_t from)
{
	struct range r = { from, from };

	while (r.to < s->reading.clause_count &&
	       s->reading.clauses[r.to].sentence == sentence)
		r.to++;
	return r;
}

static bool is_first_hit(const struct speech *s, size_t from, size_t hit)
{
	for (size_t i = from; i < hit; i++)
		if (s->hits[i].topic == s->hits[hit].topic)
			return false;
	return true;
}

/* A remark on each topic of the hits from..to, all of one sentence. */
static void add_topics(const struct speech *s, size_t sentence,
		       struct range hits, struct remarks *all)
{
	for (size_t i = hits.from; i < hits.to; i++) {
		struct blend b = { 0 };

		if (!is_first_hit(s, hits.from, i))
			continue;
		for (size_t k = i; k < hits.to; k++)
			if (s->hits[k].topic == s->hits[i].topic)
				blend_clause(&b, s, s->hits[k].clause);
		all->list[all->count++] =
			remark_of(&b, s->hits[i].topic, sentence);
	}
}

static void add_topicless(const struct speech *s, size_t sentence,
			  struct range clauses, struct remarks *all)
{
	struct blend b = { 0 };

	for (size_t i = clauses.from; i < clauses.to; i++)
		blend_clause(&b, s, i);
	all->list[all->count++] = remark_of(&b, SIZE_MAX, sentence);
}

struct remarks remarks_of(struct arena *a, const struct speech *s)
{
	struct remarks all = { 0 };
	struct range clauses = { 0, 0 }, hits = { 0, 0 };

	all.list = arena_array(a, struct remark,
			       s->count + s->reading.sentence_count);
	for (size_t i = 0; i < s->reading.sentence_count; i++) {
		clauses = clauses_of(s, i, clauses.to);
		hits.from = hits.to;
		while (hits.to < s->count && s->hits[hits.to].clause < clauses.to)
			hits.to++;
		if (hits.from < hits.to)
			add_topics(s, i, hits, &all);
		else
			add_topicless(s, i, clauses, &all);
	}
	return all;
}
