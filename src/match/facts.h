/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_FACTS_H
#define MATCH_FACTS_H

#include <stdbool.h>

#include "base/date.h"
#include "model/inventory.h"
#include "model/vocab.h"
#include "read/read.h"

/*
 * Who decided a document and when, as the inventory states it, else as its
 * own text says: "Antagen av kommunfullmäktige 2024-02-19", "Beslutad av:
 * KF", "Senast reviderad den 3 maj 2021".
 */
struct facts {
	struct str approver; /* id of the organ; empty: not known */
	bool approved; /* it says that it was decided */
	struct date decided;
	struct date revised;
	bool registered; /* it bears a registration number */
};

struct facts facts_of(const struct vocab *v, struct matcher *m,
		      const struct document *d, const struct reading *r);

/* What a note of the document tells of it goes where nothing was known. */
void facts_learn(const struct vocab *v, struct matcher *m,
		 const struct reading *note, struct facts *f);

/* The date that a clause gives of a paper: decided, revised, "från 2006". */
struct date facts_dated(const struct vocab *v, struct matcher *m,
			struct str clause);

/* The id of the organ that a text names, or empty. */
struct str facts_organ(const struct vocab *v, struct matcher *m, struct str text);

/*
 * The first date of a text: 2024-02-19, 19 februari 2024, februari 2024.
 * A year alone is a date only as the last resort.
 */
bool facts_date(struct str text, struct date *ret_date);

#endif
