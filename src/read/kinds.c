/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What blocks are by their words: entries under "Referenser" or
 * "Dagordning" are no evidence, the first row of a table names its columns,
 * and a text that is a lone line without a verb is a heading too.
 */
#include <string.h>

#include "base/utf8.h"
#include "read/counts.h"
#include "read/lines.h"
#include "read/read.h"
#include "read/table.h"

#define LEAD_MAX 60 /* letters of a line that leads a list in */
#define NAME_MAX 90 /* … of a line that only names something */

static bool has_cue(const struct vocab *v, struct matcher *m, enum cue cue,
		    struct str text, struct span *ret_at)
{
	bool found;

	matcher_begin(m, v->patterns, text);
	found = terms_find(&v->cues[cue], m, text, ret_at) == FOUND_HIT;
	matcher_end(m);
	return found;
}

/* The first line and those that go on with it, up to a colon. */
static struct str lead_of_block(const struct block *b)
{
	struct str rest = b->text, line = b->text;
	size_t to = 0;

	do {
		str_cut(&rest, '\n', &line);
		to = (size_t)(line.ptr - b->text.ptr) + line.len;
	} while (rest.len && utf8_is_small(rest));
	rest = str_slice(b->text, 0, to);
	str_cut(&rest, ':', &line);
	return line;
}

static bool leads_reference(const struct vocab *v, struct matcher *m,
			    const struct block *b)
{
	struct str lead = lead_of_block(b);
	bool colon = lead.len < b->text.len && b->text.ptr[lead.len] == ':';
	struct span at;

	if (!lead.len || utf8_count(lead) > LEAD_MAX)
		return false;
	if (!has_cue(v, m, CUE_REFERENCE, lead, &at) || at.from > lead.len / 2)
		return false;
	/* A sentence that happens to begin with such words goes on. */
	return colon ||
	       !has_cue(v, m, CUE_VERB, str_slice(lead, at.to, lead.len), &at);
}

static bool is_entry(const struct block *b)
{
	return b->kind == BLOCK_ITEM || b->kind == BLOCK_CONTENTS ||
	       !str_ends(b->text, STR("."));
}

/* The entries after such a lead, up to the next heading or sentence. */
static void find_references(const struct vocab *v, struct matcher *m,
			    struct reading *r)
{
	bool inside = false;

	for (size_t i = 0; i < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (leads_reference(v, m, b))
			inside = true;
		else if (!is_entry(b) || b->kind == BLOCK_HEADING)
			inside = false;
		if (inside)
			b->kind = BLOCK_CONTENTS;
	}
}

/* It only names something: no verb, no full stop, no figure, no decision. */
static bool is_name(const struct vocab *v, struct matcher *m,
		    const struct block *b)
{
	struct span at;

	return b->text.len && utf8_count(b->text) <= NAME_MAX &&
	       !strchr(".!?:;,", b->text.ptr[b->text.len - 1]) &&
	       !line_has_value(b->text) &&
	       count_find(v, b->text, &at) == COUNT_NOT_FOUND &&
	       !has_cue(v, m, CUE_DECIDED, b->text, &at) &&
	       !has_cue(v, m, CUE_VERB, b->text, &at);
}

/* Whether an item stands by itself: "4. Iakttagelser" is no list. */
static bool is_alone(const struct reading *r, size_t i)
{
	const struct block *b = &r->blocks[i];

	if (i && (b[-1].kind == BLOCK_ITEM || str_ends(b[-1].text, STR(":"))))
		return false;
	return i + 1 == r->block_count || b[1].kind != BLOCK_ITEM;
}

/* A text that is but a name, and a numbered line between paragraphs. */
static void find_names(const struct vocab *v, struct matcher *m,
		       struct reading *r)
{
	struct block *only = r->blocks;

	if (r->block_count == 1 && only->kind == BLOCK_PARAGRAPH &&
	    is_name(v, m, only))
		only->kind = BLOCK_HEADING;
	for (size_t i = 0; i < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (b->kind == BLOCK_ITEM && is_alone(r, i) &&
		    is_name(v, m, b) && (!i || b[-1].kind != BLOCK_HEADING))
			b->kind = BLOCK_HEADING;
	}
}

/* "Kommunen har upprättat" above a list: its verb waits for the items. */
static void find_lead_ins(const struct vocab *v, struct matcher *m,
			  struct reading *r)
{
	struct span at;

	for (size_t i = 0; i + 1 < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (b->kind == BLOCK_HEADING && b->guessed &&
		    b[1].kind == BLOCK_ITEM &&
		    has_cue(v, m, CUE_VERB, b->text, &at))
			b->kind = BLOCK_PARAGRAPH;
	}
}

/*
 * Under "Bakgrund" or "Metod", up to the next heading, nothing is found;
 * under "Rekommendationer" what ought to be is said as if it were.
 */
static void find_chapters(const struct vocab *v, struct matcher *m,
			  struct reading *r)
{
	bool framed = false, advised = false;
	struct span at;

	for (size_t i = 0; i < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (b->kind == BLOCK_HEADING) {
			framed = has_cue(v, m, CUE_CHAPTER, b->text, &at);
			advised = has_cue(v, m, CUE_ADVICE, b->text, &at);
		}
		b->framed = framed;
		b->advised = advised;
	}
}

/* "§ 12 Policy – revidering" on an agenda; "§ 12 Nämnden antar …" is none. */
static void find_agenda(const struct vocab *v, struct matcher *m,
			struct reading *r)
{
	struct span at;

	for (size_t i = 0; i < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (b->kind == BLOCK_ITEM &&
		    str_starts(b->text, STR("\xc2\xa7 ")) &&
		    !has_cue(v, m, CUE_VERB, b->text, &at))
			b->kind = BLOCK_CONTENTS;
	}
}

/*
 * Within a block a line end is a space, and many spaces are one: where a
 * line was broken says nothing.  What is left over at the end of the block
 * becomes spaces.  Rows keep their gaps, which part their cells.
 */
static void flatten(struct reading *r, struct block *b)
{
	char *text = r->letters;
	uint32_t *origin = r->origin;
	size_t end = b->start + b->text.len, to = b->start;
	bool space = false;

	for (size_t i = b->start; i < end; i++) {
		bool is_space = text[i] == ' ' || text[i] == '\n';

		if (is_space && space)
			continue;
		space = is_space;
		text[to] = text[i];
		if (is_space)
			text[to] = ' ';
		origin[to++] = origin[i];
	}
	b->text.len = to - b->start;
	for (; to < end; to++) {
		text[to] = ' ';
		origin[to] = origin[end];
	}
}

/* "Rutin behörigheter.docx": the name of a file, which says nothing yet. */
static void find_files(const struct vocab *v, struct matcher *m,
		       struct reading *r)
{
	struct span at;

	for (size_t i = 0; i < r->block_count; i++) {
		struct block *b = &r->blocks[i];

		if (str_extension(b->text) &&
		    !has_cue(v, m, CUE_VERB, b->text, &at))
			b->kind = BLOCK_CONTENTS;
	}
}

void read_kinds(const struct vocab *v, struct matcher *m, struct reading *r)
{
	find_references(v, m, r);
	for (size_t i = 0; i < r->block_count; i++)
		if (r->blocks[i].kind != BLOCK_ROW)
			flatten(r, &r->blocks[i]);
	find_agenda(v, m, r);
	find_files(v, m, r);
	find_names(v, m, r);
	find_lead_ins(v, m, r);
	find_chapters(v, m, r);
}
