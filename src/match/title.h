/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_TITLE_H
#define MATCH_TITLE_H

#include "model/inventory.h"
#include "model/vocab.h"
#include "pattern/pattern.h"

struct arena;

/* What the title of a document tells; what the inventory states wins. */

/* The title without its extension, with underscores as spaces. */
struct str title_words(struct arena *a, struct str title);

/* Bit set of document types. */
uint64_t *title_types(struct arena *a, const struct vocab *v, struct matcher *m,
		      const struct document *d, struct str words);

enum doc_status title_status(const struct vocab *v, struct matcher *m,
			     const struct document *d, struct str words);
enum doc_form title_form(const struct vocab *v, struct matcher *m,
			 const struct document *d, struct str words);

/*
 * The day a record was made: 2024-05-17 or 2024-05 anywhere, or a year of
 * 1990–2099 as its last word.  24.10 or "Release 1.35" is never a date.
 */
struct date title_date(const struct document *d, struct str words);

#endif
