/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef YAML_NODE_H
#define YAML_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "diag/diag.h"

struct arena;

enum node_kind {
	NODE_SCALAR,
	NODE_LIST,
	NODE_MAP,
};

/*
 * A YAML value and where it stands.  The children of a map carry their
 * key; the tree and its strings live in the arena it was read into.
 * Scalars are text in NFC, whatever they look like: no, 1.10 and
 * 2024-01-01 keep their letters.
 */
struct node {
	enum node_kind kind;
	bool quoted;
	struct place at;
	struct place key_at;
	struct str key;
	struct str text;
	struct node *first;
	struct node *next;
	size_t count; /* children */
};

#define NODE_MAX_DEPTH 32
#define NODE_MAX_NODES 4000000
#define NODE_MAX_KEYS 2000

/*
 * Read one document.  Returns NULL, with at least one error in d, when the
 * text is not UTF-8 or not YAML, holds anchors, aliases, tags or a second
 * document, or is over a limit.  A key given twice is an error, and the
 * first one counts.  The text must outlive d.
 */
struct node *node_read(struct arena *a, struct diags *d, struct str file,
		       struct str text);

/* The child of a map with this key, or NULL. */
const struct node *node_get(const struct node *map, struct str key);

/*
 * The place of byte `offset` of the decoded scalar `text` that begins at
 * `at` in `source`.  Folding and indentation are accounted for; after an
 * escape in a double-quoted scalar the column may be off, never the file.
 */
struct place node_place_within(struct str source, struct place at,
			       struct str text, size_t offset);

#endif
