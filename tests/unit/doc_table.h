/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_DOC_TABLE_H
#define TESTS_DOC_TABLE_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * A table of a page of the documentation.  Cells are without the marks of
 * bold and code; row 0 is the head.  The test fails where it is not there.
 */
#define DOC_COLUMNS 8

struct doc_table {
	struct str (*rows)[DOC_COLUMNS];
	size_t count;
	size_t columns;
};

/* The table whose head begins with these words. */
struct doc_table doc_table(struct arena *a, const char *page, const char *head);

/* The n-th of the tables with that head, from 0. */
struct doc_table doc_table_nth(struct arena *a, const char *page,
			       const char *head, size_t n);

#endif
