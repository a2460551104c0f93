/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef JSON_READER_H
#define JSON_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "diag/diag.h"

struct arena;

enum value_kind {
	VALUE_NULL,
	VALUE_FALSE,
	VALUE_TRUE,
	VALUE_INTEGER,
	VALUE_REAL,
	VALUE_STRING,
	VALUE_LIST,
	VALUE_OBJECT,
};

/*
 * A JSON value and where it stands.  The members of an object carry their
 * key, in the order of the file; the tree and its strings live in the arena
 * it was read into.
 */
struct value {
	enum value_kind kind;
	struct place at;
	struct str key;
	struct str text; /* of a string, decoded */
	int64_t integer;
	struct value *first;
	struct value *next;
	size_t count; /* of members */
};

/*
 * Read one value.  Returns NULL, with one error in d, where the text is not
 * JSON, is cut off, or gives a key twice.  The file name must outlive d.
 */
const struct value *value_read(struct arena *a, struct diags *d,
			       struct str file, struct str text);

/* The member of an object with this key, or NULL. */
const struct value *value_get(const struct value *object, struct str key);

#endif
