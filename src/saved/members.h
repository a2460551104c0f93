/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SAVED_MEMBERS_H
#define SAVED_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "json/reader.h"

/*
 * Objects of JSON into structs, by tables: a member is one row, which says
 * what the value must be and where it goes.  Members that no row names are
 * passed over, since later programs may write more.
 */

enum member_type {
	MEMBER_STR, /* struct str */
	MEMBER_TEXT, /* struct text */
	MEMBER_TEXTS, /* struct texts */
	MEMBER_COUNT, /* size_t */
	MEMBER_NUMBER, /* uint32_t; null is 0 */
	MEMBER_BOOL,
	MEMBER_WORD, /* an enum, by words; null is 0 */
	MEMBER_LANGS, /* struct str[LANGS]: {sv: …, en: …} */
	MEMBER_BOTH, /* struct both */
	MEMBER_OBJECT, /* by set; what it fills begins at the offset */
	MEMBER_POINTER, /* const T *: the same, in a struct of its own */
	MEMBER_DATE, /* struct date */
	MEMBER_LIST, /* { T *list; size_t count; } of objects, by set */
	MEMBER_CODE, /* a string that `take` understands, or not */
	MEMBER_GIVEN, /* bool: whether it is there and not null */
	MEMBER_TYPES
};

enum member_flags {
	MEMBER_NULL = 1, /* may be null: the struct keeps its zeros */
	MEMBER_NEW = 2, /* runs that were saved earlier do without it */
};

struct members;

struct member {
	const char *key;
	enum member_type type;
	unsigned flags;
	size_t offset;
	const struct words *words;
	const struct members *set;
	bool (*take)(struct str code, void *out);
};

struct members {
	const struct member *list;
	size_t count;
	size_t size; /* of the struct */
};

#define MEMBERS(type_, list_)                                          \
	{                                                              \
		list_, sizeof(list_) / sizeof(*(list_)), sizeof(type_) \
	}

struct members_reader {
	struct arena *arena;
	struct diags *diags;
};

/* Fill the zeroed struct at `out`; false, with messages, where it can't. */
bool members_read(const struct members_reader *r, const struct value *v,
		  const struct members *set, void *out);

#endif
