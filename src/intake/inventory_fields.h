/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef INTAKE_INVENTORY_FIELDS_H
#define INTAKE_INVENTORY_FIELDS_H

#include "model/inventory.h"
#include "yaml/fields.h"

/* What the tables fill before it is checked and finished. */
struct raw_inventory {
	struct inventory inventory;
	const struct node *documents;
	const struct node *earlier;
};

struct raw_document {
	struct document document;
	const struct node *received;
};

extern const struct fields inventory_set;
extern const struct fields given_set; /* of a test inside a rule */
extern const struct fields document_set;
extern const struct fields earlier_set;

#endif
