/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_LINES_H
#define READ_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct vocab;

/* What a line of text is by its looks alone.  For blocks.c and nobody else. */
struct line {
	struct str text; /* trimmed, without its bullet */
	size_t start; /* byte of the text it is cut from */
	unsigned indent;
	unsigned page; /* the number that it ends with; 0: none */
	bool blank;
	bool item;
	bool heading; /* marked with # */
	bool contents; /* a leader and a page number, or "page 2 of 9" */
	bool row; /* of a table: cells and marks */
};

struct lines {
	struct line *list;
	size_t count;
};

struct lines lines_of(struct arena *a, const struct vocab *v, struct str text);

/* "Lösenordskrav: minst 14 tecken": more than a name. */
bool line_has_value(struct str s);

#endif
