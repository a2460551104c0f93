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

/* Cues of a clause that goes on about what was said before it. */
#define LINKS                                                                \
	(CUE_BIT(ANAPHOR) | CUE_BIT(TURN) | CUE_BIT(CONCESSION) |            \
	 CUE_BIT(EVIDENCE) | CUE_BIT(TOTAL) | CUE_BIT(SAME) | CUE_BIT(YES) | \
	 CUE_BIT(NO) | CUE_BIT(PRESENT) | CUE_BIT(REFUTED) | CUE_BIT(REMEDIED))

/* … and of one that answers it, or goes on about it whatever it names. */
#define ANSWERS (CUE_BIT(EVIDENCE) | CUE_BIT(TOTAL) | CUE_BIT(ANAPHOR))

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

static struct remark blend(const struct blend *b)
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
