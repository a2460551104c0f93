/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sentences → clauses, and what a clause inherits.  A sentence is cut at
 * semicolons, at the colon of a lead-in, and before the words of `splits`
 * (men, däremot, medan …).  What follows a colon, and the items of a list,
 * inherit the stance of the lead-in unless they decide for themselves.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/utf8.h"
#include "read/read.h"
#include "read/table.h"

/* More cuts than a sentence that people read can need. */
#define MAX_CUTS 32
/* Bytes of a name that is defined. */
#define DEFINED_MAX 60

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

/* Two cuts side by side leave a comma between them. */
static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!utf8_is_tail(s.ptr[i]) &&
		    utf8_is_letter(str_slice(s, i, s.len)))
			return true;
	return false;
}

static void add_clause(struct reading *r, size_t sentence, struct str text,
		       size_t lead_in, bool limit)
{
	struct str s = str_trim(text);

	if (!has_letter(s))
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

/* It ends with a colon, or with nothing right above a list. */
static bool leads_in(const struct reading *r, size_t sentence)
{
	const struct sentence *s = &r->sentences[sentence];
	const struct block *b = &r->blocks[s->block];

	if (ends_with_colon(s->text))
		return true;
	return b->kind == BLOCK_PARAGRAPH && s->text.len &&
	       s->block + 1 < r->block_count && b[1].kind == BLOCK_ITEM &&
	       !strchr(".!?", s->text.ptr[s->text.len - 1]);
}

/* The clause that leads items in: the last one before the list. */
static size_t find_lead_in(const struct reading *r, size_t sentence,
			   size_t lead_in)
{
	if (block_of(r, sentence)->kind == BLOCK_ITEM)
		return lead_in;
	return leads_in(r, sentence) && r->clause_count ? r->clause_count - 1
							: SIZE_MAX;
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

static bool is_bare_name(const struct clause *lead)
{
	return !has_cue(lead, CUE_VERB) && !lead->own &&
	       lead->text.len <= DEFINED_MAX && ends_with_colon(lead->text);
}

/* "… händelse som hotar": the second or third word begins a relative clause. */
static bool is_noun_with_relative(const struct vocab *v, struct str s)
{
	struct str word;

	if (!utf8_is_small(s))
		return false;
	for (size_t i = 0; i < 3 && str_cut(&s, ' ', &word); i++)
		if (i && vocab_lists(v, LIST_RELATIVES, word))
			return true;
	return false;
}

/* "Incident: en händelse som …": a name, and what it means. */
static bool defines(const struct vocab *v, const struct clause *lead,
		    const struct clause *c)
{
	return is_bare_name(lead) && (vocab_begins(v, LIST_ARTICLES, c->text) ||
				      is_noun_with_relative(v, c->text));
}

/*
 * "Kommunen har processer för: att säkerställa …": after a preposition what
 * follows is no advice but the thing itself.
 */
static bool is_object(const struct vocab *v, const struct clause *lead,
		      const struct clause *c)
{
	struct str s = lead->text;

	if (c->stance != STANCE_IMPLIED || !ends_with_colon(s))
		return false;
	s = str_trim(str_slice(s, 0, s.len - 1));
	return vocab_lists(v, LIST_PREPOSITIONS, str_last_word(s));
}

/* It says nothing of what it names. */
static bool is_bare(const struct clause *c)
{
	return c->stance == STANCE_AFFIRMED && !c->own &&
	       !has_cue(c, CUE_VERB) && !has_cue(c, CUE_DECIDED);
}

/* "Intervjuade: – systemförvaltare": a list of names that says nothing. */
static bool names_only(const struct reading *r, const struct clause *c)
{
	return block_of(r, c->sentence)->kind == BLOCK_ITEM && is_bare(c) &&
	       !ends_with_colon(c->text) && !str_ends(c->text, STR(".")) &&
	       (c->lead_in == SIZE_MAX || is_bare(&r->clauses[c->lead_in]));
}

/*
 * Led in by a clause with a stance, and saying nothing to the contrary.
 * After a label nothing that is said is a finding.
 */
static void inherit(const struct vocab *v, struct reading *r, struct clause *c)
{
	const struct clause *lead;

	if (names_only(r, c)) {
		c->stance = STANCE_QUESTION;
		return;
	}
	if (c->lead_in == SIZE_MAX)
		return;
	lead = &r->clauses[c->lead_in];
	if (has_cue(lead, CUE_LABEL)) {
		c->stance = STANCE_NORM;
		return;
	}
	if (c->own && !has_cue(lead, CUE_REMEDIED) && !is_object(v, lead, c))
		return;
	if (defines(v, lead, c) ||
	    (c->stance == STANCE_NORM && is_bare_name(lead))) {
		c->stance = STANCE_NORM;
		return;
	}
	c->stance = lead->stance;
	c->lacks = lead->lacks;
	c->unchanged = lead->unchanged;
	c->hedged = lead->hedged;
	c->of_paper |= lead->of_paper;
	c->limit |= lead->limit;
}

static void read_heading(struct clause *c, bool of_advice)
{
	/* It only names what follows, unless it tells what is wrong with it. */
	static const enum stance rows[STANCES] = {
		[STANCE_AFFIRMED] = STANCE_QUESTION,
		[STANCE_PARTIAL] = STANCE_PARTIAL,
		[STANCE_STARTED] = STANCE_STARTED,
		[STANCE_PLANNED] = STANCE_QUESTION,
		[STANCE_NEGATED] = STANCE_IMPLIED,
		[STANCE_IMPLIED] = STANCE_IMPLIED,
		[STANCE_HISTORIC] = STANCE_QUESTION,
		[STANCE_NORM] = STANCE_QUESTION,
		[STANCE_QUESTION] = STANCE_QUESTION,
	};

	c->stance = of_advice ? STANCE_QUESTION : rows[c->stance];
}

/* Headings and rows speak in ways of their own. */
static void read_kind(const struct vocab *v, const struct reading *r,
		      struct clause *c)
{
	const struct block *b = block_of(r, c->sentence);

	if (b->framed || str_ends(r->sentences[c->sentence].text, STR("?")))
		c->stance = STANCE_QUESTION;
	else if (b->kind == BLOCK_HEADING)
		read_heading(c, b->advised);
	else if (b->advised && c->stance == STANCE_AFFIRMED && !c->own)
		c->stance = STANCE_IMPLIED;
	else if (b->kind == BLOCK_ROW)
		c->own = table_stance(v, b->header, b->text, &c->stance);
}

/* "Detsamma gäller skolan": as the clause before, unless it denies that. */
static void read_same(const struct reading *r, size_t i)
{
	struct clause *c = &r->clauses[i];

	if (!i || !has_cue(c, CUE_SAME) || c->stance != STANCE_AFFIRMED)
		return;
	c->stance = c[-1].stance;
	c->lacks = c[-1].lacks;
	c->why = c[-1].why;
	c->own = true;
}

void read_text(struct arena *a, const struct vocab *v, struct matcher *m,
	       struct str text, struct reading *ret_reading)
{
	struct reading *r = ret_reading;

	*r = (struct reading){ 0 };
	if (text.len > READ_MAX)
		text.len = READ_MAX;
	read_normalise(a, v, text, r);
	read_repair(a, v, r);
	read_blocks(a, v, r);
	read_kinds(v, m, r);
	read_sentences(a, v, r);
	read_clauses(a, v, m, r);
	for (size_t i = 0; i < r->clause_count; i++) {
		struct clause *c = &r->clauses[i];

		read_stance(a, v, m, c);
		inherit(v, r, c);
		read_kind(v, r, c);
		read_same(r, i);
	}
}
