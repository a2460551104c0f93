/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/match.h"

#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "match/nuance.h"
#include "match/title.h"

struct job {
	struct arena *arena;
	const struct vocab *vocab;
	struct matcher *matcher;
	const struct inventory *inventory;
};

static enum found find_topic(const struct job *j, const struct topic *t,
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

/* Precise topics first; the broad ones of areas that have none of them. */
static void find_topics(const struct job *j, struct speech *s, size_t *room,
			size_t clause, bool broad, uint64_t *areas)
{
	struct str text = s->reading.clauses[clause].text;

	for (size_t i = 0; i < j->vocab->topics.count; i++) {
		const struct topic *t = &j->vocab->topics.list[i];
		enum found f;

		if (t->broad != broad || (broad && bits_get(areas, t->area)))
			continue;
		f = find_topic(j, t, text);
		s->limit |= f == FOUND_LIMIT;
		if (f != FOUND_HIT)
			continue;
		add_hit(j, s, room, (struct hit){ i, clause, false });
		if (!broad)
			bits_set(areas, t->area);
	}
}

/* Whether the clause before this one speaks of the topic. */
static bool was_hit(const struct speech *s, size_t end, size_t clause,
		    size_t topic)
{
	for (size_t i = end; i-- > 0 && s->hits[i].clause == clause;)
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
	buf_put(&b, c[-1].text);
	buf_putc(&b, ' ');
	buf_put(&b, c->text);
	matcher_begin(j->matcher, j->vocab->patterns, buf_str(&b));
	for (size_t i = 0; i < j->vocab->topics.count; i++) {
		const struct topic *t = &j->vocab->topics.list[i];

		if (!t->broad && !was_hit(s, end, clause - 1, i) &&
		    find_topic(j, t, buf_str(&b)) == FOUND_HIT)
			add_hit(j, s, room, (struct hit){ i, clause, true });
	}
	matcher_end(j->matcher);
	buf_release(&b);
}

static void find_hits(const struct job *j, struct speech *s)
{
	size_t room = 0;

	for (size_t i = 0; i < s->reading.clause_count; i++) {
		struct clause *c = &s->reading.clauses[i];
		size_t before = s->count;
		uint64_t areas = 0; /* a bit set: AREAS is less than 64 */

		s->limit |= c->limit;
		matcher_begin(j->matcher, j->vocab->patterns, c->text);
		find_topics(j, s, &room, i, false, &areas);
		find_topics(j, s, &room, i, true, &areas);
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

/* What gave up on this text or its title; to be told, and never a gap. */
static void note_limit(const struct job *j, struct speech *s)
{
	s->gave_up = matcher_take_limit(j->matcher);
	s->limit |= s->gave_up.str.len != 0;
}

static void read_speech(const struct job *j, struct str text,
			struct speech *ret_speech)
{
	read_text(j->arena, j->vocab, j->matcher, text, &ret_speech->reading);
	find_hits(j, ret_speech);
}

void match_text(struct arena *a, const struct vocab *v, struct matcher *m,
		struct str text, struct speech *ret_speech)
{
	struct job j = { a, v, m, NULL };

	*ret_speech = (struct speech){ 0 };
	read_speech(&j, text, ret_speech);
	note_limit(&j, ret_speech);
}

static uint64_t *topics_of_title(const struct job *j, struct str title)
{
	size_t n = j->vocab->topics.count;
	uint64_t *bits = arena_array(j->arena, uint64_t, n / 64 + 1);

	for (size_t t = 0; t < n; t++)
		if (find_topic(j, &j->vocab->topics.list[t], title) == FOUND_HIT)
			bits_set(bits, t);
	return bits;
}

static bool is_letter(struct str s, size_t i)
{
	unsigned char c = (unsigned char)(i < s.len ? s.ptr[i] : ' ');

	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/*
 * A name begins a word and may have an ending: Ekosys, Ekosysavtalet.
 * One of two or three letters (HR, ERP) has none, or it would be found in
 * half the language.
 */
static bool contains_name(struct str folded, struct str name, struct arena *a)
{
	struct str n = utf8_fold(a, name);

	for (size_t i = 0; n.len && i + n.len <= folded.len; i++) {
		if (i && is_letter(folded, i - 1))
			continue;
		if (str_starts(str_slice(folded, i, folded.len), n) &&
		    (n.len > 3 || !is_letter(folded, i + n.len)))
			return true;
	}
	return false;
}

static bool names_system(struct str folded, const struct system *s,
			 struct arena *a)
{
	if (contains_name(folded, s->name.str, a))
		return true;
	for (size_t i = 0; i < s->aliases.count; i++)
		if (contains_name(folded, s->aliases.list[i].str, a))
			return true;
	return false;
}

/* What it is about: as stated, else the systems that the text names. */
static struct texts find_about(const struct job *j, struct texts stated,
			       struct str text)
{
	const struct inventory *v = j->inventory;
	struct texts found = { 0 };
	struct str folded;

	/* An empty list says: of everything, whatever it names. */
	if (stated.list || !v->systems.count)
		return stated;
	found.list = arena_array(j->arena, struct text, v->systems.count);
	folded = utf8_fold(j->arena, text);
	for (size_t i = 0; i < v->systems.count; i++)
		if (names_system(folded, &v->systems.list[i], j->arena))
			found.list[found.count++] = v->systems.list[i].id;
	return found;
}

static void read_one_document(const struct job *j, const struct document *d,
			      struct read_document *ret)
{
	struct str title = title_words(j->arena, d->title.str);

	ret->document = d;
	matcher_begin(j->matcher, j->vocab->patterns, title);
	ret->types = title_types(j->arena, j->vocab, j->matcher, d, title);
	for (size_t i = 0; i <= j->vocab->types.count / 64; i++)
		ret->typed |= ret->types[i] != 0;
	ret->title_topics = topics_of_title(j, title);
	ret->status = title_status(j->vocab, j->matcher, d, title);
	ret->form = title_form(j->vocab, j->matcher, d, title);
	matcher_end(j->matcher);
	ret->performed = title_date(d, title);
	ret->about = find_about(j, d->about, title);
	if (d->state == CONTENT_READ)
		read_speech(j, d->content, &ret->speech);
	ret->facts = facts_of(j->vocab, j->matcher, d, &ret->speech.reading);
	note_limit(j, &ret->speech);
}

static struct read_document *find_document(struct matches *m, struct str id)
{
	for (size_t i = 0; i < m->inventory->documents.count; i++)
		if (str_eq(m->documents[i].document->id.str, id))
			return &m->documents[i];
	return NULL;
}

/* A note that calls the paper a draft makes it one, unless it is stated. */
static void note_status(struct read_document *d, const struct speech *note)
{
	if (d->document->status != STATUS_UNSET)
		return;
	for (size_t i = 0; i < note->reading.clause_count; i++)
		if (note->reading.clauses[i].draft)
			d->status = STATUS_DRAFT;
}

static void read_one_process(const struct job *j, struct matches *m,
			     const struct process *p, struct read_process *ret)
{
	struct read_document *source = NULL;

	ret->process = p;
	if (p->org.str.len)
		ret->doer = inventory_is_supplier(m->inventory, p->org.str)
				    ? AUTHOR_SUPPLIER
				    : AUTHOR_MUNICIPALITY;
	if (p->how == HOW_READ && p->source.str.len)
		source = find_document(m, p->source.str);
	read_speech(j, p->text.str, &ret->speech);
	note_limit(j, &ret->speech);
	ret->about = find_about(j, p->about, p->text.str);
	if (!source)
		return;
	ret->source = source->document;
	if (!p->about.list && source->about.count)
		ret->about = source->about;
	note_status(source, &ret->speech);
	facts_learn(j->vocab, j->matcher, &ret->speech.reading, &source->facts);
}

/* What another document replaces is superseded, unless it is stated. */
static void mark_replaced(struct matches *m)
{
	for (size_t i = 0; i < m->inventory->documents.count; i++) {
		struct str old = m->documents[i].document->replaces.str;
		struct read_document *d = old.len ? find_document(m, old) : NULL;

		if (d && d->document->status == STATUS_UNSET)
			d->status = STATUS_SUPERSEDED;
	}
}

void match_inventory(struct arena *a, const struct vocab *v, struct matcher *m,
		     const struct inventory *inventory,
		     struct matches *ret_matches)
{
	struct job j = { a, v, m, inventory };

	*ret_matches = (struct matches){ .inventory = inventory };
	ret_matches->documents = arena_array(a, struct read_document,
					     inventory->documents.count);
	ret_matches->processes = arena_array(a, struct read_process,
					     inventory->processes.count);
	for (size_t i = 0; i < inventory->documents.count; i++)
		read_one_document(&j, &inventory->documents.list[i],
				  &ret_matches->documents[i]);
	for (size_t i = 0; i < inventory->processes.count; i++)
		read_one_process(&j, ret_matches, &inventory->processes.list[i],
				 &ret_matches->processes[i]);
	mark_replaced(ret_matches);
	ret_matches->claim_organs = arena_array(a, struct str,
						inventory->claims.count);
	for (size_t i = 0; i < inventory->claims.count; i++)
		ret_matches->claim_organs[i] = facts_organ(
			v, m, inventory->claims.list[i].approved.by.str);
}
