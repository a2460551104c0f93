/* SPDX-License-Identifier: EUPL-1.2 */
#include "assess/catalogue.h"

#include "base/arena.h"
#include "base/bits.h"

static void list_bits(struct arena *a, struct numbers *lists, size_t count,
		      const uint64_t *bits, uint32_t number)
{
	for (size_t i = 0; i < count; i++)
		if (bits_get(bits, i))
			numbers_add(a, &lists[i], number);
}

static void list_hits(struct arena *a, struct numbers *lists,
		      const struct speech *s, uint32_t number)
{
	for (size_t i = 0; i < s->count; i++)
		numbers_add(a, &lists[s->hits[i].topic], number);
}

static void sort_topics(struct arena *a, const struct vocab *v,
			struct catalogue *c)
{
	size_t words = v->topics.count / 64 + 1;

	for (size_t i = 0; i < AREAS; i++) {
		c->areas[i] = arena_array(a, uint64_t, words);
		c->broad[i] = SIZE_MAX;
	}
	for (size_t i = 0; i < v->topics.count; i++) {
		const struct topic *t = &v->topics.list[i];

		bits_set(c->areas[t->area], i);
		if (t->broad)
			c->broad[t->area] = i;
	}
}

const struct catalogue *catalogue_new(struct arena *a, const struct vocab *v,
				      const struct matches *m)
{
	struct catalogue *c = arena_new(a, struct catalogue);
	const struct inventory *inventory = m->inventory;

	c->types = arena_array(a, struct numbers, v->types.count);
	c->topics = arena_array(a, struct numbers, v->topics.count);
	c->statements = arena_array(a, struct numbers, v->topics.count);
	sort_topics(a, v, c);
	for (size_t i = 0; i < inventory->documents.count; i++) {
		const struct read_document *d = &m->documents[i];

		list_bits(a, c->types, v->types.count, d->types, (uint32_t)i);
		list_bits(a, c->topics, v->topics.count, d->title_topics,
			  (uint32_t)i);
		list_hits(a, c->topics, &d->speech, (uint32_t)i);
	}
	for (size_t i = 0; i < inventory->processes.count; i++)
		list_hits(a, c->statements, &m->processes[i].speech, (uint32_t)i);
	return c;
}

size_t speech_find(const struct speech *s, size_t topic)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->hits[i].topic == topic)
			return s->hits[i].clause;
	return SIZE_MAX;
}
