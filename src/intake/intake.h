/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include <stdbool.h>

#include "base/date.h"
#include "model/inventory.h"

struct arena;
struct node;

/* cli.md's limits, as the contract sets them. */
#define INVENTORY_MAX ((size_t)64 << 20)
#define DOCUMENTS_MAX 200000
#define DOCUMENT_MAX ((size_t)64 << 20)
#define INLINE_MAX ((size_t)16 << 20)

struct saved;

struct intake {
	struct arena *arena;
	struct diags *diags;
	struct date as_of; /* from --as-of; wins over the inventory's own */
	/* Earlier assessments, this municipality's among them; NULL: those
	 * that the inventory itself gives. */
	const struct saved *earlier;
};

/*
 * Read folder/inventory.yaml and the texts of its documents.  NULL where it
 * can't be used, with the reasons in the diags; a document that can't be
 * read is listed as unread and is no reason.
 */
const struct inventory *inventory_load(const struct intake *in,
				       const char *folder);

/*
 * The same from a node tree, for tests inside rules: keys of an inventory,
 * none of them required, and no files.  `source` is the text it came from.
 */
const struct inventory *inventory_from_node(const struct intake *in,
					    const struct node *n,
					    struct str source);

/* The name of the file that makes a folder a municipality. */
#define INVENTORY_FILE "inventory.yaml"

#endif
