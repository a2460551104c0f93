/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Lines → blocks.  A blank line ends a paragraph; a bullet or a number
 * begins an item; a leader with a page number belongs to a table of
 * contents, a line of cells and marks to a table; a short line by itself
 * that ends no sentence is a heading.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/lines.h"
#include "read/read.h"

#define HEADING_MAX 90

static bool ends_sentence(struct str s)
{
	return s.len && strchr(".!?:;,", s.ptr[s.len - 1]);
}

static bool looks_like_heading(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH && b->text.len &&
	       utf8_count(b->text) <= HEADING_MAX &&
	       !memchr(b->text.ptr, '\n', b->text.len) &&
	       !ends_sentence(b->text) && !line_has_value(b->text);
}

static enum block_kind kind_of(struct line l)
{
	if (l.contents)
		return BLOCK_CONTENTS;
	if (l.heading)
		return BLOCK_HEADING;
	if (l.row)
		return BLOCK_ROW;
	return l.item ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

/* Whether the line goes on with the block that was last begun. */
static bool continues(const struct block *b, struct line l, bool after_blank)
{
	if (kind_of(l) != BLOCK_PARAGRAPH || after_blank)
		return false;
	return b->kind == BLOCK_PARAGRAPH ||
	       (b->kind == BLOCK_ITEM && l.indent >= b->depth);
}

/*
 * A line alone in a longer text, with no full stop, is a heading.  A text
 * that is nothing but one line is what somebody said.
 */
static void find_headings(struct reading *r)
{
	if (r->block_count < 2)
		return;
	for (size_t i = 0; i < r->block_count; i++)
		if (looks_like_heading(&r->blocks[i])) {
			r->blocks[i].kind = BLOCK_HEADING;
			r->blocks[i].guessed = true;
		}
}

/* The line above the first row of a table names its columns. */
static void find_headers(struct reading *r)
{
	for (size_t i = 1; i < r->block_count; i++) {
		struct block *b = &r->blocks[i], *above = b - 1;

		if (b->kind != BLOCK_ROW)
			continue;
		if (above->kind == BLOCK_ROW)
			b->header = above->header.len ? above->header
						      : above->text;
		else if (above->kind == BLOCK_HEADING)
			b->header = above->text;
	}
}

void read_blocks(struct arena *a, const struct vocab *v, struct reading *r)
{
	struct lines lines = lines_of(a, v, r->text);
	bool after_blank = true;

	r->blocks = arena_array(a, struct block, lines.count + 1);
	for (size_t i = 0; i < lines.count; i++) {
		struct line l = lines.list[i];
		struct block *last = r->block_count
					     ? &r->blocks[r->block_count - 1]
					     : NULL;

		if (l.blank) {
			after_blank = true;
			continue;
		}
		if (last && continues(last, l, after_blank)) {
			last->text.len = l.start + l.text.len - last->start;
		} else {
			r->blocks[r->block_count++] = (struct block){
				.kind = kind_of(l),
				.text = l.text,
				.start = l.start,
				.depth = l.indent,
			};
		}
		after_blank = false;
	}
	find_headings(r);
	find_headers(r);
}
