/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What blocks are by their words: entries under "Referenser" or
 * "Dagordning" are no evidence, the first row of a table names its columns,
 * and a text that is a lone line without a verb is a heading too.
 */
#include <string.h>

#include "base/utf8.h"
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

/* The first line, up to its colon. */
static struct str lead_of_block(const struct block *b)
{
	struct str rest = b->text, line = b->text;

	str_cut(&rest, '\n', &line);
	rest = line;
	str_cut(&rest, ':', &line);
	return line;
}

static bool leads_reference(const struct vocab *v, struct matcher *m,
			    const struct block *b)
{
	struct str lead = lead_of_block(b);
	struct span at;

	if (!lead.len || utf8_count(lead) > LEAD_MAX)
		return false;
	return has_cue(v, m, CUE_REFERENCE, lead, &at) && at.from < lead.len / 2 + 1;
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

/* A line that only names something: no verb, no full stop. */
static void find_name(const struct vocab *v, struct matcher *m, struct reading *r)
{
	struct block *b = r->blocks;
	struct span at;

	if (r->block_count != 1 || b->kind != BLOCK_PARAGRAPH ||
	    memchr(b->text.ptr, '\n', b->text.len) ||
	    utf8_count(b->text) > NAME_MAX ||
	    strchr(".!?:;,", b->text.ptr[b->text.len - 1]))
		return;
	if (!has_cue(v, m, CUE_VERB, b->text, &at))
		b->kind = BLOCK_HEADING;
}

void read_kinds(const struct vocab *v, struct matcher *m, struct reading *r)
{
	find_references(v, m, r);
	find_name(v, m, r);
}
