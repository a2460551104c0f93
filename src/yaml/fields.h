/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef YAML_FIELDS_H
#define YAML_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "diag/diag.h"
#include "yaml/node.h"

/*
 * Maps of YAML into structs, by tables: a key is one row.  The row says
 * what the value must be and where it goes; unknown keys (with the nearest
 * known one), missing keys and wrong values become messages at their place.
 */

enum field_type {
	FIELD_TEXT, /* struct text */
	FIELD_ID, /* struct text: letters, digits, . - _ */
	FIELD_TEXTS, /* struct texts: a list, or one value for a list of one */
	FIELD_NUMBER, /* uint32_t */
	FIELD_DATE, /* struct date */
	FIELD_DURATION, /* struct duration */
	FIELD_WORD, /* an enum, by words */
	FIELD_WORDS, /* uint32_t bit set of an enum, by words */
	FIELD_MAP, /* a struct, by set */
	FIELD_LIST, /* { T *list; size_t count; } of maps, by set */
	FIELD_LABELLED, /* the same, of a map label → map; T begins with text */
	FIELD_BOTH, /* struct text[2]: {sv: …, en: …}; sv is required */
	FIELD_NODE, /* const struct node *: read by the caller */
	FIELD_PLACE, /* struct place of the map itself; no key */
	FIELD_TYPES
};

enum field_flags {
	FIELD_REQUIRED = 1,
	FIELD_NULL = 2, /* null or ~ means: not given */
};

struct fields;

struct field {
	const char *key;
	enum field_type type;
	unsigned flags;
	size_t offset;
	const struct fields *set;
	const struct words *words;
	const char *doc; /* what it means, in one sentence */
	uint32_t least; /* FIELD_NUMBER */
};

struct fields {
	const char *name; /* of the map, as messages call it: DIAG_WORD() */
	const struct field *list;
	size_t count;
	size_t size; /* of the struct */
};

#define FIELDS(name_, type_, list_)                                           \
	{                                                                     \
		name_, list_, sizeof(list_) / sizeof(*(list_)), sizeof(type_) \
	}

/* false, true: FIELD_WORD into a uint32_t. */
extern const struct words flag_words;

struct fields_reader {
	struct arena *arena;
	struct diags *diags;
};

/*
 * Fill the struct at `out` (zeroed by the caller) from the map n.  Goes on
 * after an error; false where there was one.
 */
bool fields_read(const struct fields_reader *r, const struct node *n,
		 const struct fields *set, void *out);

/* A message that `name` is none of `known`, with the nearest one. */
void fields_unknown_word(struct diags *d, struct text name, struct words known);

#endif
