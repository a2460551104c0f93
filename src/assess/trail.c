/* SPDX-License-Identifier: EUPL-1.2 */
#include "assess/trail.h"

#include <string.h>

#include "assess/catalogue.h"
#include "assess/gather.h"
#include "base/arena.h"
#include "base/bits.h"

static bool is_same_source(const struct sighting *a, const struct sighting *b)
{
	return a->document == b->document && a->process == b->process &&
	       a->claim == b->claim;
}

static bool is_same_kind(const struct sighting *a, const struct sighting *b)
{
	return a->passed == b->passed && a->reason == b->reason;
}

void trail_note(struct trail *t, struct sighting s)
{
	size_t same = 0, at = t->count;

	for (size_t i = 0; i < t->count; i++) {
		if (is_same_source(&t->list[i], &s))
			return;
		same += is_same_kind(&t->list[i], &s);
	}
	while (at && t->list[at - 1].passed > s.passed)
		at--;
	t->more += same == TRAIL_SAME || t->count == TRAIL_MAX;
	if (same == TRAIL_SAME || at == TRAIL_MAX)
		return;
	if (t->count < TRAIL_MAX)
		t->count++;
	memmove(&t->list[at + 1], &t->list[at],
		(t->count - at - 1) * sizeof(*t->list));
	t->list[at] = s;
}

void trail_graded(struct trail *t, const struct read_document *d,
		  enum reason reason)
{
	trail_note(t, (struct sighting){ .document = d,
					 .clause = TITLE_ALONE,
					 .reason = reason });
}

void trail_forget(struct trail *t, const struct read_document *d)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].document != d)
			t->list[kept++] = t->list[i];
	t->count = kept;
}

void trail_claim(struct trail *t, const struct claim *c, enum passed passed)
{
	trail_note(t, (struct sighting){ .claim = c,
					 .clause = TITLE_ALONE,
					 .passed = passed });
}

void trail_paper(struct trail *t, const struct read_document *d, size_t clause,
		 enum passed passed)
{
	trail_note(t, (struct sighting){ .document = d,
					 .clause = clause,
					 .passed = passed });
}

static void note_process(struct trail *t, const struct read_process *p,
			 size_t clause, enum passed passed, enum reason reason)
{
	trail_note(t, (struct sighting){ .process = p,
					 .clause = clause,
					 .passed = passed,
					 .reason = reason });
}

void trail_heard(struct gathering *g, const struct read_process *p, enum said said)
{
	struct heard *last = &g->heard[g->heard_count ? g->heard_count - 1 : 0];

	if (g->heard_count && last->process == p) {
		last->said = said > last->said ? said : last->said;
		return;
	}
	if (g->heard_count < HEARD_MAX)
		g->heard[g->heard_count++] = (struct heard){ p, said };
}

static const struct heard *find_heard(const struct gathering *g,
				      const struct read_process *p)
{
	for (size_t i = 0; i < g->heard_count; i++)
		if (g->heard[i].process == p)
			return &g->heard[i];
	return NULL;
}

/* The first clause on the topic of that stance; SIZE_MAX: none. */
static size_t find_stance(const struct gathering *g, const struct speech *s,
			  enum stance stance)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->hits[i].topic == g->part->topic_index &&
		    s->reading.clauses[s->hits[i].clause].stance == stance)
			return s->hits[i].clause;
	return SIZE_MAX;
}

/* A statement that could be heard, and what came of it. */
static void note_heard(struct gathering *g, const struct read_process *p)
{
	struct trail *t = &g->basis->trail;
	const struct heard *h = find_heard(g, p);
	size_t first = speech_find(&p->speech, g->part->topic_index);
	size_t asks = find_stance(g, &p->speech, STANCE_QUESTION);
	size_t norm = find_stance(g, &p->speech, STANCE_NORM);

	if (!h && asks != SIZE_MAX && !p->source)
		note_process(t, p, asks, PASSED_ASKS, REASON_NONE);
	else if (h && h->said == SAID_NOTHING && norm != SIZE_MAX)
		note_process(t, p, norm, PASSED_ONLY_NORM, REASON_NONE);
	else if (h && h->said == SAID_HISTORIC && g->basis->said > h->said)
		note_process(t, p, first, PASSED_BY_REASON, REASON_LAPSED);
	else if (h && h->said > SAID_NOTHING && h->said < g->basis->said)
		note_process(t, p, first, PASSED_OUTWEIGHED, REASON_NONE);
}

static void note_said(struct gathering *g, const struct read_process *p)
{
	struct trail *t = &g->basis->trail;
	size_t clause = speech_find(&p->speech, g->part->topic_index);

	if (!hear_may_be_on_topic(p, g->part))
		note_process(t, p, clause, PASSED_STATED_TOPIC, REASON_NONE);
	else if (!p->about.count && !g->org_wide)
		note_process(t, p, clause, PASSED_GENERAL, REASON_NONE);
	else if (hear_is_overtaken(g, p))
		note_process(t, p, clause, PASSED_OVERTAKEN, REASON_NONE);
	else
		note_heard(g, p);
}

void trail_said(struct gathering *g)
{
	const struct catalogue *c = g->bench->catalogue;
	struct numbers on_topic;

	if (!c || g->part->topic_index == SIZE_MAX)
		return;
	on_topic = c->statements[g->part->topic_index];
	for (size_t i = 0; i < on_topic.count; i++) {
		const struct read_process *p =
			&g->bench->matches->processes[on_topic.list[i]];

		if (subject_concerned(g->subject, p->about))
			note_said(g, p);
	}
}

/* How what does not concern the subject is about something else. */
static enum passed stranger(const struct gathering *g, struct texts about)
{
	if (!about.count)
		return PASSED_GENERAL;
	return g->subject->id.len ? PASSED_OTHER_SUBJECT : PASSED_ONLY_ONE;
}

/* It would count, were it received and about this. */
static void look_outside(struct gathering *g, const struct read_document *d)
{
	size_t clause = speech_find(&d->speech, g->part->topic_index);
	enum passed passed = stranger(g, d->about);

	if (d->document->received == CHOICE_NO)
		passed = PASSED_NOT_RECEIVED;
	else if (subject_concerned(g->subject, d->about))
		return;
	if (weigh_is_titled(g, d))
		trail_paper(&g->basis->trail, d, TITLE_ALONE, passed);
	else if (clause != SIZE_MAX && g->part->kind != PART_RECORD)
		trail_paper(&g->basis->trail, d, clause, passed);
}

static void look_outside_all(struct gathering *g, const struct numbers *n)
{
	for (size_t i = 0; i < n->count; i++)
		look_outside(g, &g->bench->matches->documents[n->list[i]]);
}

/* Those of the right type first, then those that speak of it. */
static void look_for_papers(struct gathering *g)
{
	const struct catalogue *c = g->bench->catalogue;

	for (size_t i = 0; i < g->bench->vocab->types.count; i++)
		if (bits_get(g->part->types, i))
			look_outside_all(g, &c->types[i]);
	if (g->part->topic_index != SIZE_MAX)
		look_outside_all(g, &c->topics[g->part->topic_index]);
}

/* In the docket, and its title speaks of something near. */
static void look_beside(struct gathering *g, const uint64_t *area)
{
	struct walk w = { .lists = { &g->subject->own.documents,
				     &docket_besides(g)->documents } };
	size_t words = g->bench->vocab->topics.count / 64 + 1;
	uint32_t i;

	while (walk_next(&w, &i)) {
		const struct read_document *d = &g->bench->matches->documents[i];
		bool near = false;

		for (size_t k = 0; k < words; k++)
			near |= (d->title_topics[k] & area[k]) != 0;
		if (near && !weigh_is_titled(g, d) &&
		    speech_find(&d->speech, g->part->topic_index) == SIZE_MAX)
			trail_paper(&g->basis->trail, d, TITLE_ALONE,
				    PASSED_OTHER_THING);
	}
}

/* Said of the subject, but of nothing more precise than its area. */
static void look_broad(struct gathering *g, size_t broad)
{
	const struct numbers *n = &g->bench->catalogue->statements[broad];

	for (size_t i = 0; i < n->count; i++) {
		const struct read_process *p =
			&g->bench->matches->processes[n->list[i]];
		size_t clause = speech_find(&p->speech, broad);

		if (subject_concerned(g->subject, p->about) &&
		    speech_find(&p->speech, g->part->topic_index) == SIZE_MAX)
			note_process(&g->basis->trail, p, clause,
				     PASSED_TOO_GENERAL, REASON_NONE);
	}
}

static void look_at_others(struct gathering *g)
{
	size_t topic = g->part->topic_index;
	const struct numbers *n = &g->bench->catalogue->statements[topic];

	for (size_t i = 0; i < n->count; i++) {
		const struct read_process *p =
			&g->bench->matches->processes[n->list[i]];

		if (!subject_concerned(g->subject, p->about))
			note_process(&g->basis->trail, p,
				     speech_find(&p->speech, topic),
				     stranger(g, p->about), REASON_NONE);
	}
}

void trail_near(const struct bench *b, const struct part *p,
		const struct subject *s, struct basis *basis)
{
	struct gathering g = { .bench = b, .part = p, .subject = s, .basis = basis };
	const struct catalogue *c = b->catalogue;
	enum area area;

	if (!c)
		return;
	look_for_papers(&g);
	if (p->topic_index == SIZE_MAX)
		return;
	area = b->vocab->topics.list[p->topic_index].area;
	look_at_others(&g);
	/* An element is looked for in its document alone. */
	if (p->kind == PART_ELEMENT)
		return;
	if (c->broad[area] != SIZE_MAX)
		look_broad(&g, c->broad[area]);
	look_beside(&g, c->areas[area]);
}

static struct candidate candidate_of(const struct bench *b,
				     const struct sighting *s)
{
	struct candidate c = { .passed = s->passed, .reason = s->reason };
	struct quote slot;
	struct quotes one = { &slot, 0 };

	if (s->claim)
		quote_claim(b, &one, s->claim);
	else if (s->process)
		quote_process(b, &one, s->process, s->clause);
	else if (s->clause == TITLE_ALONE)
		quote_title(b, &one, s->document);
	else
		quote_document(b, &one, s->document, s->clause);
	c.source = slot.source;
	c.title = slot.title;
	c.at = slot.at;
	if (s->clause != TITLE_ALONE || s->claim)
		c.text = slot.text;
	return c;
}

struct candidates trail_candidates(const struct bench *b, const struct trail *t)
{
	struct candidates ret = { .more = t->more };

	ret.list = arena_array(b->arena, struct candidate, t->count);
	for (; ret.count < t->count; ret.count++)
		ret.list[ret.count] = candidate_of(b, &t->list[ret.count]);
	return ret;
}
