/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_WRAP_H
#define RENDER_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;

/*
 * Paragraphs in lines of at most `width` columns of a terminal.  The first
 * line begins at `indent`, those after it at `indent + hang`, but never to
 * the right of the middle.  A word wider than a line is cut, without
 * parting a letter from its accents.  No line ends in a space.
 *
 * What is put must have gone through utf8_clean().
 */
struct wrap {
	struct buf *out;
	size_t width;
	size_t indent;
	size_t hang;
	size_t col;
	bool begun; /* something stands on this line */
};

/* Words, broken at spaces. */
void wrap_text(struct wrap *w, struct str text);

/* One word, spaces and all: a place, a count with its name. */
void wrap_solid(struct wrap *w, struct str word);

/* Bytes without width: a colour. */
void wrap_mark(struct wrap *w, const char *code);

/* End the paragraph; an empty one leaves no line. */
void wrap_end(struct wrap *w);

#endif
