/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/remark.h"

#include "base/arena.h"
#include "match/blend.h"

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

/* What is being gathered: the hits and clauses of one statement. */
struct gathered {
	struct arena *arena;
	const struct vocab *vocab;
	const struct speech *speech;
	struct range sentences;
	struct range clauses;
	struct range hits;
};

/* The first clause of a sentence, or NULL. */
static const struct clause *first_clause(const struct gathered *g, size_t sentence)
{
	const struct reading *r = &g->speech->reading;

	for (size_t i = g->clauses.to; i < r->clause_count; i++)
		if (r->clauses[i].sentence == sentence)
			return &r->clauses[i];
	return NULL;
}

/* The sentence speaks of something of its own. */
static bool has_precise_topic(const struct gathered *g, size_t sentence)
{
	const struct speech *s = g->speech;

	for (size_t i = g->hits.to; i < s->count; i++) {
		const struct clause *c = &s->reading.clauses[s->hits[i].clause];

		if (c->sentence > sentence)
			break;
		if (c->sentence == sentence &&
		    !g->vocab->topics.list[s->hits[i].topic].broad)
			return true;
	}
	return false;
}

/* It goes on about what was said before: "Den …", "Dock …", "Så sker inte." */
static bool goes_on(const struct gathered *g, size_t sentence)
{
	const struct clause *c = first_clause(g, sentence);

	if (str_ends(g->speech->reading.sentences[sentence].text, STR("?")))
		return false;
	if (c && (c->cues & LINKS))
		return true;
	return !has_precise_topic(g, sentence);
}

static struct range statement_at(const struct gathered *g, size_t first)
{
	const struct reading *r = &g->speech->reading;
	struct range s = { first, first + 1 };

	while (s.to < r->sentence_count && s.to - first < STATEMENT_MAX &&
	       belongs(r, first, s.to) &&
	       (block_of(r, s.to) != block_of(r, first) || goes_on(g, s.to)))
		s.to++;
	return s;
}

static enum area area_of(const struct gathered *g, size_t hit)
{
	return g->vocab->topics.list[g->speech->hits[hit].topic].area;
}

/* What clauses are taken together on: one topic, or all of an area. */
struct matter {
	enum area area;
	size_t topic; /* SIZE_MAX: any of the area */
};

static struct matter area_alone(enum area area)
{
	return (struct matter){ area, SIZE_MAX };
}

static bool is_of(const struct gathered *g, size_t hit, struct matter m)
{
	return m.topic == SIZE_MAX ? area_of(g, hit) == m.area
				   : g->speech->hits[hit].topic == m.topic;
}

/*
 * The clauses with a hit of the matter, and those that speak of nothing
 * precise or answer a claim: they go on about what the others speak of.
 */
static bool speaks_of(const struct gathered *g, size_t clause,
		      struct matter matter)
{
	const struct clause *c = &g->speech->reading.clauses[clause];
	bool precise = false;
	uint64_t cues = c->cues;

	/* "Underlag har inte lämnats in": of the evidence, not of the thing. */
	if (matter.topic != SIZE_MAX && c->received && c->stance == STANCE_NEGATED)
		return false;
	if (clause > g->clauses.from && (cues & ANSWERS))
		return true;
	for (size_t i = g->hits.from; i < g->hits.to; i++) {
		const struct hit *h = &g->speech->hits[i];

		if (h->clause != clause)
			continue;
		if (is_of(g, i, matter))
			return true;
		precise |= !g->vocab->topics.list[h->topic].broad;
	}
	return !precise;
}

static struct remark blend_matter(const struct gathered *g, struct matter matter)
{
	struct blend b = { .speech = g->speech };

	b.list = arena_array(g->arena, size_t, g->clauses.to - g->clauses.from);
	for (size_t i = g->clauses.from; i < g->clauses.to; i++)
		if (speaks_of(g, i, matter))
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

/* Of which area a sentence without a topic goes on to speak. */
static enum area area_at(const struct gathered *g, size_t sentence)
{
	const struct reading *r = &g->speech->reading;
	enum area area = AREA_UNSET;

	for (size_t i = g->hits.from; i < g->hits.to; i++)
		if (r->clauses[g->speech->hits[i].clause].sentence < sentence)
			area = area_of(g, i);
	return area;
}

/* By itself where nothing ties it to the others, else with them. */
static struct remark blend_topicless(const struct gathered *g, size_t sentence)
{
	const struct clause *c = g->speech->reading.clauses;
	struct blend b = { .speech = g->speech };
	bool tied = false;

	b.list = arena_array(g->arena, size_t, g->clauses.to - g->clauses.from);
	for (size_t i = g->clauses.from; i < g->clauses.to; i++) {
		if (c[i].sentence != sentence)
			continue;
		b.list[b.count++] = i;
		tied |= c[i].own || (c[i].cues & LINKS);
	}
	return tied ? blend_matter(g, area_alone(area_at(g, sentence)))
		    : blend(&b);
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
			add(all, blend_matter(g, area_alone(area_of(g, i))),
			    h->topic, sentence);
	}
	if (all->count == before)
		add(all, blend_topicless(g, sentence), SIZE_MAX, sentence);
}

/* The clauses and hits of the statement that begins here. */
static void gather_statement(struct gathered *g)
{
	const struct speech *s = g->speech;

	g->sentences = statement_at(g, g->sentences.to);
	g->clauses.from = g->clauses.to;
	while (g->clauses.to < s->reading.clause_count &&
	       s->reading.clauses[g->clauses.to].sentence < g->sentences.to)
		g->clauses.to++;
	g->hits.from = g->hits.to;
	while (g->hits.to < s->count && s->hits[g->hits.to].clause < g->clauses.to)
		g->hits.to++;
}

struct remarks remarks_of(struct arena *a, const struct vocab *v,
			  const struct speech *s)
{
	struct remarks all = { 0 };
	struct gathered g = { .arena = a, .vocab = v, .speech = s };

	all.list = arena_array(a, struct remark,
			       s->count + s->reading.sentence_count);
	while (g.sentences.to < s->reading.sentence_count) {
		gather_statement(&g);
		for (size_t i = g.sentences.from; i < g.sentences.to; i++)
			add_sentence(&g, i, &all);
	}
	return all;
}

static bool has_hit(const struct gathered *g, size_t topic)
{
	for (size_t i = g->hits.from; i < g->hits.to; i++)
		if (g->speech->hits[i].topic == topic)
			return true;
	return false;
}

struct remarks remarks_on(struct arena *a, const struct vocab *v,
			  const struct speech *s, size_t topic)
{
	struct remarks all = { 0 };
	struct gathered g = { .arena = a, .vocab = v, .speech = s };
	struct matter matter = { AREA_UNSET, topic };

	all.list = arena_array(a, struct remark, s->reading.sentence_count);
	while (g.sentences.to < s->reading.sentence_count) {
		struct remark *r = &all.list[all.count];

		gather_statement(&g);
		if (!has_hit(&g, topic))
			continue;
		*r = blend_matter(&g, matter);
		r->topic = topic;
		r->sentence = g.sentences.from;
		all.count++;
	}
	return all;
}
