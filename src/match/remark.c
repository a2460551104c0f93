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
	{ HAS(AFFIRMED), STANCE_AFFIRMED },
	{ HAS(STARTED), STANCE_STARTED },
	{ HAS(NEGATED), STANCE_NEGATED },
	{ HAS(IMPLIED), STANCE_IMPLIED },
	{ HAS(PLANNED), STANCE_PLANNED },
	{ HAS(HISTORIC), STANCE_HISTORIC },
	{ HAS(NORM), STANCE_NORM },
	{ 0, STANCE_QUESTION },
};

/* Clauses in the order of the text, with what they say taken together. */
struct blend {
	const struct speech *speech;
	size_t *list; /* indexes of clauses */
	size_t count;
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

	if (now < b->count && i < now && has(c, CUE_PAST) &&
	    !has(c, CUE_PRESENT))
		return STANCE_HISTORIC;
	if (mended < b->count && i < mended && c->stance != STANCE_AFFIRMED)
		return STANCE_HISTORIC;
	return c->stance;
}

/* The clause to show: of two that make a partial, the one that takes away. */
static size_t deciding_clause(const size_t last[STANCES], unsigned stances,
			      enum stance stance)
{
	static const enum stance worst[] = { STANCE_NEGATED, STANCE_IMPLIED,
					     STANCE_STARTED, STANCE_PARTIAL };

	if (stances & BIT(stance))
		return last[stance];
	for (size_t i = 0; i < sizeof(worst) / sizeof(*worst); i++)
		if (stances & BIT(worst[i]))
			return last[worst[i]];
	return SIZE_MAX;
}

/*
 * Somebody says that it is done, and what was found denies it.  That a thing
 * lacks a property (it is not written down) denies nothing.
 */
static bool is_contradicted(const struct blend *b)
{
	bool claimed = false;

	for (size_t i = 0; i < b->count; i++) {
		const struct clause *c = clause_at(b, i);

		if (has(c, CUE_REFUTED))
			return true;
		if (claimed && c->stance == STANCE_NEGATED && !c->hedged &&
		    c->lacks == POINT_UNSET && !has(c, CUE_REPORTED))
			return true;
		claimed |= c->hedged && c->stance == STANCE_AFFIRMED;
	}
	return false;
}

static struct remark blend(const struct blend *b)
{
	struct remark r = { .stance = STANCE_QUESTION, .clause = SIZE_MAX };
	size_t last[STANCES] = { 0 }, i = 0;
	unsigned stances = 0;

	for (size_t k = 0; k < b->count; k++) {
		enum stance s = stance_today(b, k);

		stances |= BIT(s);
		last[s] = b->list[k];
		r.hedged |= clause_at(b, k)->hedged;
	}
	while ((stances & blends[i].both) != blends[i].both)
		i++;
	r.stance = is_contradicted(b) ? STANCE_NEGATED : blends[i].stance;
	r.clause = deciding_clause(last, stances, r.stance);
	return r;
}

/*
 * Sentences that make one statement: a short paragraph, an item with the
 * items under it.
 */
#define STATEMENT_MAX 3

struct range {
	size_t from;
	size_t to; /* the one after the last */
};

static const struct block *block_of(const struct reading *r, size_t sentence)
{
	return &r->blocks[r->sentences[sentence].block];
}

/* The sentence is of the same block, or of an item under that item. */
static bool belongs(const struct reading *r, size_t first, size_t sentence)
{
	const struct block *top = block_of(r, first);
	const struct block *b = block_of(r, sentence);

	if (b == top)
		return true;
	return b->kind == BLOCK_ITEM && top->kind == BLOCK_ITEM &&
	       b->depth > top->depth;
}

static struct range statement_at(const struct reading *r, size_t first)
{
	struct range s = { first, first + 1 };

	while (s.to < r->sentence_count && belongs(r, first, s.to))
		s.to++;
	/* A long paragraph says many things: sentence by sentence. */
	if (s.to - s.from > STATEMENT_MAX)
		s.to = first + 1;
	return s;
}

/* What is being gathered: the hits and clauses of one statement. */
struct gathered {
	struct arena *arena;
	const struct vocab *vocab;
	const struct speech *speech;
	struct range sentences;
	struct range clauses;
	struct range hits;
};

static enum area area_of(const struct gathered *g, size_t hit)
{
	return g->vocab->topics.list[g->speech->hits[hit].topic].area;
}

/* The clauses with a hit of the area, and those that have none at all. */
static bool speaks_of(const struct gathered *g, size_t clause, enum area area)
{
	bool any = false;

	for (size_t i = g->hits.from; i < g->hits.to; i++) {
		if (g->speech->hits[i].clause != clause)
			continue;
		if (area_of(g, i) == area)
			return true;
		any = true;
	}
	return !any;
}

static struct remark blend_area(const struct gathered *g, enum area area)
{
	struct blend b = { .speech = g->speech };

	b.list = arena_array(g->arena, size_t, g->clauses.to - g->clauses.from);
	for (size_t i = g->clauses.from; i < g->clauses.to; i++)
		if (speaks_of(g, i, area))
			b.list[b.count++] = i;
	return blend(&b);
}

static void add(struct remarks *all, struct remark r, size_t topic,
		size_t sentence)
{
	for (size_t i = all->count; i-- > 0;) {
		if (all->list[i].sentence != sentence)
			break;
		if (all->list[i].topic == topic)
			return;
	}
	r.topic = topic;
	r.sentence = sentence;
	all->list[all->count++] = r;
}

/* The remarks of one sentence of the statement. */
static void add_sentence(const struct gathered *g, size_t sentence,
			 struct remarks *all)
{
	const struct reading *r = &g->speech->reading;
	size_t before = all->count;

	for (size_t i = g->hits.from; i < g->hits.to; i++) {
		const struct hit *h = &g->speech->hits[i];

		if (r->clauses[h->clause].sentence == sentence)
			add(all, blend_area(g, area_of(g, i)), h->topic,
			    sentence);
	}
	if (all->count == before)
		add(all, blend_area(g, AREA_UNSET), SIZE_MAX, sentence);
}

static void add_statement(struct gathered *g, struct remarks *all)
{
	const struct speech *s = g->speech;

	g->clauses.from = g->clauses.to;
	while (g->clauses.to < s->reading.clause_count &&
	       s->reading.clauses[g->clauses.to].sentence < g->sentences.to)
		g->clauses.to++;
	g->hits.from = g->hits.to;
	while (g->hits.to < s->count &&
	       s->hits[g->hits.to].clause < g->clauses.to)
		g->hits.to++;
	for (size_t i = g->sentences.from; i < g->sentences.to; i++)
		add_sentence(g, i, all);
}

struct remarks remarks_of(struct arena *a, const struct vocab *v,
			  const struct speech *s)
{
	struct remarks all = { 0 };
	struct gathered g = { .arena = a, .vocab = v, .speech = s };

	all.list = arena_array(a, struct remark,
			       s->count + s->reading.sentence_count);
	while (g.sentences.to < s->reading.sentence_count) {
		g.sentences = statement_at(&s->reading, g.sentences.to);
		add_statement(&g, &all);
	}
	return all;
}
