/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Clauses against topics: what each speaks of by itself, and what it goes on
 * about where it names nothing.
 */
#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "match/job.h"
#include "match/nuance.h"

enum found job_find_topic(const struct job *j, const struct topic *t,
			  struct str text)
{
	struct span span;
	enum found f = terms_find(&t->terms, j->matcher, text, &span);

	if (f != FOUND_HIT)
		return f;
	f = terms_find(&t->except, j->matcher, text, &span);
	if (f == FOUND_HIT)
		return FOUND_NONE;
	return f == FOUND_NONE ? FOUND_HIT : FOUND_LIMIT;
}

static void add_hit(const struct job *j, struct speech *s, size_t *room,
		    struct hit hit)
{
	if (s->count == *room) {
		size_t more = *room ? 2 * *room : 8;
		struct hit *list = arena_array(j->arena, struct hit, more);

		if (s->count)
			memcpy(list, s->hits, s->count * sizeof(*list));
		s->hits = list;
		*room = more;
	}
	s->hits[s->count++] = hit;
}

/*
 * A clause without a topic of its own goes on about those of the clause
 * before it in the same sentence: "…, men den är inte testad".
 */
static void inherit_hits(const struct job *j, struct speech *s, size_t *room,
			 size_t clause)
{
	const struct clause *c = s->reading.clauses;
	size_t end = s->count, from = end;

	if (!clause || c[clause].sentence != c[clause - 1].sentence)
		return;
	while (from && s->hits[from - 1].clause == clause - 1)
		from--;
	for (size_t i = from; i < end; i++)
		add_hit(j, s, room,
			(struct hit){ s->hits[i].topic, clause, true });
}

/* The text of a clause as one reads it who does not know the names. */
static struct str text_of(const struct job *j, const struct clause *c)
{
	return names_as_role(j->arena, &j->suppliers, c->text);
}

/* A clause, in the words that the topics are looked for in. */
struct spoken {
	size_t index;
	struct str text;
};

/* Precise topics first; the broad ones of areas that have none of them. */
static void find_topics(const struct job *j, struct speech *s, size_t *room,
			struct spoken clause, bool broad, uint64_t *areas)
{
	for (size_t i = 0; i < j->vocab->topics.count; i++) {
		const struct topic *t = &j->vocab->topics.list[i];
		enum found f;

		if (t->broad != broad || (broad && bits_get(areas, t->area)))
			continue;
		f = job_find_topic(j, t, clause.text);
		s->limit |= f == FOUND_LIMIT;
		if (f != FOUND_HIT)
			continue;
		add_hit(j, s, room, (struct hit){ i, clause.index, false });
		if (!broad)
			bits_set(areas, t->area);
	}
}

/* Whether the clause, or the one before it, speaks of the topic by itself. */
static bool was_hit(const struct speech *s, size_t end, size_t clause,
		    size_t topic)
{
	for (size_t i = end; i-- > 0 && s->hits[i].clause + 1 >= clause;)
		if (s->hits[i].topic == topic)
			return true;
	return false;
}

/*
 * "Rutinen för incidenter finns, men är inte känd": together with what came
 * before it, a clause without a topic of its own may speak of a precise one.
 */
static void find_joined(const struct job *j, struct speech *s, size_t *room,
			size_t clause)
{
	const struct clause *c = &s->reading.clauses[clause];
	struct buf b = { 0 };
	size_t end = s->count;

	if (!clause || c->sentence != c[-1].sentence)
		return;
	buf_put(&b, text_of(j, &c[-1]));
	buf_putc(&b, ' ');
	buf_put(&b, text_of(j, c));
	matcher_begin(j->matcher, j->vocab->patterns, buf_str(&b));
	for (size_t i = 0; i < j->vocab->topics.count; i++) {
		const struct topic *t = &j->vocab->topics.list[i];

		if (!t->broad && !was_hit(s, end, clause, i) &&
		    job_find_topic(j, t, buf_str(&b)) == FOUND_HIT)
			add_hit(j, s, room, (struct hit){ i, clause, true });
	}
	matcher_end(j->matcher);
	buf_release(&b);
}

void job_find_hits(const struct job *j, struct speech *s)
{
	size_t room = 0;

	for (size_t i = 0; i < s->reading.clause_count; i++) {
		struct clause *c = &s->reading.clauses[i];
		size_t before = s->count;
		struct spoken spoken = { i, text_of(j, c) };
		uint64_t areas = 0; /* a bit set: AREAS is less than 64 */

		s->limit |= c->limit;
		matcher_begin(j->matcher, j->vocab->patterns, spoken.text);
		find_topics(j, s, &room, spoken, false, &areas);
		find_topics(j, s, &room, spoken, true, &areas);
		matcher_end(j->matcher);
		if (s->count == before) {
			inherit_hits(j, s, &room, i);
			find_joined(j, s, &room, i);
		}
		if (s->count == before)
			continue;
		matcher_begin(j->matcher, j->vocab->patterns, c->text);
		nuance_find(j->vocab, j->matcher, c);
		matcher_end(j->matcher);
	}
}
