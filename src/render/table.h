/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include <stddef.h>

#include "base/str.h"

struct buf;

/*
 * A name and some numbers a row, within the width.  Where that leaves too
 * little room for the names, each row becomes a name and a line of
 * "head: number".  Cells must have gone through utf8_clean().
 */
#define TABLE_COLUMNS 4

struct table {
	struct buf *out;
	size_t width;
	size_t columns; /* with that of the names */
	struct str heads[TABLE_COLUMNS];
};

void table_head(const struct table *t);
void table_row(const struct table *t, const struct str cells[TABLE_COLUMNS]);

#endif
