/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_NAMES_H
#define MATCH_NAMES_H

#include "model/inventory.h"
#include "model/vocab.h"

struct arena;

/*
 * Names of the inventory in text.  A name begins a word and may have an
 * ending: Ekosys, Ekosysavtalet.  One of two or three letters (HR, ERP) has
 * none, or it would be found in half the language.
 */

/* Whether the text, folded, holds the name. */
bool names_in(struct arena *a, struct str folded, struct str name);

/* The suppliers of an inventory, by all their names. */
struct names {
	struct str *list; /* folded; the longest first */
	size_t count;
	struct str role; /* what such a name stands for: "leverantören" */
};

struct names names_of_suppliers(struct arena *a, const struct vocab *v,
				const struct inventory *inventory);

/*
 * "Kraven på Driftbolaget" → "Kraven på leverantören": who does not know the
 * names reads what they stand for.  The text itself where it holds none.
 */
struct str names_as_role(struct arena *a, const struct names *n, struct str text);

#endif
