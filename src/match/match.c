/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/match.h"

#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "match/job.h"
#include "match/nuance.h"
#include "match/title.h"

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
	job_find_hits(j, ret_speech);
}

void match_text(struct arena *a, const struct vocab *v, struct matcher *m,
		struct str text, struct speech *ret_speech)
{
	struct job j = { .arena = a, .vocab = v, .matcher = m };

	*ret_speech = (struct speech){ 0 };
	read_speech(&j, text, ret_speech);
	note_limit(&j, ret_speech);
}

static uint64_t *topics_of_title(const struct job *j, struct str title)
{
	size_t n = j->vocab->topics.count;
	uint64_t *bits = arena_array(j->arena, uint64_t, n / 64 + 1);

	for (size_t t = 0; t < n; t++)
		if (job_find_topic(j, &j->vocab->topics.list[t], title) ==
		    FOUND_HIT)
			bits_set(bits, t);
	return bits;
}

static bool names_system(struct str folded, const struct system *s,
			 struct arena *a)
{
	if (names_in(a, folded, s->name.str))
		return true;
	for (size_t i = 0; i < s->aliases.count; i++)
		if (names_in(a, folded, s->aliases.list[i].str))
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
	struct job j = { .arena = a,
			 .vocab = v,
			 .matcher = m,
			 .inventory = inventory,
			 .suppliers = names_of_suppliers(a, v, inventory) };

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
