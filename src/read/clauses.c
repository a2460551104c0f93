/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sentences → clauses, and what a clause inherits.  A sentence is cut at
 * semicolons, at the colon of a lead-in, and before the words of `splits`
 * (men, däremot, medan …).  What follows a colon, and the items of a list,
 * inherit the stance of the lead-in unless they decide for themselves.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/bits.h"
#include "read/read.h"
#include "read/table.h"

/* More cuts than a sentence that people read can need. */
#define MAX_CUTS 32

struct cuts {
	size_t at[MAX_CUTS];
	bool colon[MAX_CUTS]; /* what follows is led in */
	size_t count;
};

static void add_cut(struct cuts *c, size_t at, bool colon)
{
	size_t i = c->count;

	if (!at || c->count == MAX_CUTS)
		return;
	for (size_t k = 0; k < c->count; k++)
		if (c->at[k] == at)
			return;
	while (i && c->at[i - 1] > at) {
		c->at[i] = c->at[i - 1];
		c->colon[i] = c->colon[i - 1];
		i--;
	}
	c->at[i] = at;
	c->colon[i] = colon;
	c->count++;
}

static void cut_at_marks(struct str s, struct cuts *c)
{
	for (size_t i = 0; i + 1 < s.len; i++) {
		bool space = s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n';

		if (space && (s.ptr[i] == ';' || s.ptr[i] == ':'))
			add_cut(c, i + 1, s.ptr[i] == ':');
	}
}

static bool cut_at_words(const struct vocab *v, struct matcher *m, struct str s,
			 struct cuts *c)
{
	bool limit = false;

	for (size_t i = 0; i < v->splits.count; i++) {
		const struct pattern *p = v->splits.list[i].list[0];
		struct span at = { 0, 0 };
		enum found found;

		while ((found = pattern_find(p, m, s, at.to, &at)) == FOUND_HIT &&
		       at.to > at.from)
			add_cut(c, at.from, false);
		limit |= found == FOUND_LIMIT;
	}
	return !limit;
}

static void add_clause(struct reading *r, size_t sentence, struct str text,
		       size_t lead_in, bool limit)
{
	struct str s = str_trim(text);

	if (!s.len)
		return;
	r->clauses[r->clause_count++] = (struct clause){
		.text = s,
		.sentence = sentence,
		.lead_in = lead_in,
		.limit = limit,
	};
}

static void cut_sentence(const struct vocab *v, struct matcher *m,
			 struct reading *r, size_t index, size_t lead_in)
{
	struct str s = r->sentences[index].text;
	struct cuts c = { .count = 0 };
	size_t from = 0;
	bool limit;

	cut_at_marks(s, &c);
	limit = !cut_at_words(v, m, s, &c);
	for (size_t i = 0; i < c.count; i++) {
		add_clause(r, index, str_slice(s, from, c.at[i]), lead_in, limit);
		if (c.colon[i] && r->clause_count)
			lead_in = r->clause_count - 1;
		from = c.at[i];
	}
	add_clause(r, index, str_slice(s, from, s.len), lead_in, limit);
}

static bool ends_with_colon(struct str s)
{
	return s.len && s.ptr[s.len - 1] == ':';
}

static const struct block *block_of(const struct reading *r, size_t sentence)
{
	return &r->blocks[r->sentences[sentence].block];
}

/*
 * The clause that leads items in: the last one before the list, if its
 * sentence ends with a colon or its block is a heading.
 */
static size_t find_lead_in(const struct reading *r, size_t sentence,
			   size_t lead_in)
{
	enum block_kind kind = block_of(r, sentence)->kind;

	if (kind == BLOCK_ITEM)
		return lead_in;
	if (ends_with_colon(r->sentences[sentence].text) && r->clause_count)
		return r->clause_count - 1;
	return SIZE_MAX;
}

void read_clauses(struct arena *a, const struct vocab *v, struct matcher *m,
		  struct reading *r)
{
	size_t lead_in = SIZE_MAX, room = 0;

	for (size_t i = 0; i < r->sentence_count; i++)
		room += 1 + (r->sentences[i].text.len < MAX_CUTS
				     ? r->sentences[i].text.len
				     : MAX_CUTS);
	r->clauses = arena_array(a, struct clause, room + 1);
	for (size_t i = 0; i < r->sentence_count; i++) {
		enum block_kind kind = block_of(r, i)->kind;

		if (kind == BLOCK_CONTENTS)
			continue;
		if (kind == BLOCK_ROW)
			add_clause(r, i, r->sentences[i].text, SIZE_MAX, false);
		else
			cut_sentence(v, m, r, i,
				     kind == BLOCK_ITEM ? lead_in : SIZE_MAX);
		lead_in = find_lead_in(r, i, lead_in);
	}
}

static bool has_cue(const struct clause *c, enum cue cue)
{
	return bits_get(&c->cues, cue);
}

/*
 * Led in by a clause with a stance, and saying nothing to the contrary.
 * After a label nothing that is said is a finding.
 */
static void inherit(struct reading *r, struct clause *c)
{
	const struct clause *lead;

	if (c->lead_in == SIZE_MAX)
		return;
	lead = &r->clauses[c->lead_in];
	if (has_cue(lead, CUE_LABEL)) {
		c->stance = STANCE_NORM;
		return;
	}
	if (c->own)
		return;
	c->stance = lead->stance;
	c->lacks = lead->lacks;
	c->unchanged = lead->unchanged;
	c->hedged = lead->hedged;
	c->of_paper |= lead->of_paper;
	c->limit |= lead->limit;
}

static void read_heading(struct clause *c)
{
	/* A heading only names what follows, unless it states a lack. */
	if (c->stance != STANCE_NEGATED && c->stance != STANCE_IMPLIED)
		c->stance = STANCE_QUESTION;
	else
		c->stance = STANCE_IMPLIED;
}

/* Headings and rows speak in ways of their own. */
static void read_kind(const struct reading *r, struct clause *c)
{
	const struct block *b = block_of(r, c->sentence);

	if (b->kind == BLOCK_HEADING)
		read_heading(c);
	else if (b->kind == BLOCK_ROW)
		c->own = table_stance(b->header, b->text, &c->stance);
}

void read_text(struct arena *a, const struct vocab *v, struct matcher *m,
	       struct str text, struct reading *ret_reading)
{
	struct reading *r = ret_reading;

	*r = (struct reading){ 0 };
	if (text.len > READ_MAX)
		text.len = READ_MAX;
	read_normalise(a, text, r);
	read_repair(a, v, r);
	read_blocks(a, r);
	read_kinds(v, m, r);
	read_sentences(a, v, r);
	read_clauses(a, v, m, r);
	for (size_t i = 0; i < r->clause_count; i++) {
		struct clause *c = &r->clauses[i];

		read_stance(a, v, m, c);
		inherit(r, c);
		read_kind(r, c);
	}
}
