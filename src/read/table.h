/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_TABLE_H
#define READ_TABLE_H

#include "read/read.h"

/*
 * Tables as they come out of documents: cells between bars or wide gaps,
 * and a verdict that is a lone mark: Ja, Nej, Delvis, +, –, ✓, ✗, X.
 */

/* Whether a line is a row of a table. */
bool table_is_row(const struct vocab *v, struct str s);

/* Whether bars or gaps part its cells: what has none may be running text. */
bool table_has_columns(struct str s);

/*
 * How the row speaks by its marks and those of its header (may be empty).
 * False where it has none: then its words decide.
 */
bool table_stance(const struct vocab *v, struct str header, struct str row,
		  enum stance *ret_stance);

#endif
