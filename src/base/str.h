/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A view of bytes that someone else owns.  It is passed by value, is
 * not ended by a NUL, and lives no longer than the arena or the file
 * it points into.  The empty view may have a NULL pointer.
 */
struct str {
	const char *ptr;
	size_t len;
};

/* STR("abc") is a constant; str_of(s) measures a C string. */
#define STR(lit) ((struct str){ "" lit "", sizeof(lit) - 1 })

/* The same in the initialiser of a table. */
#define STR_ROW(lit)                       \
	{                                  \
		"" lit "", sizeof(lit) - 1 \
	}

/* printf("%.*s", STR_ARG(s)) */
#define STR_ARG(s) ((int)(s).len), ((s).len ? (s).ptr : "")

struct str str_of(const char *cstr);
bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_trim(struct str s);

/*
 * Cut s at the first sep.  The part before goes to *head, the part after
 * stays in *s.  Returns false, with *head empty, when s is used up.
 */
bool str_cut(struct str *s, char sep, struct str *head);

/* The part from byte `from` to before byte `to`. */
struct str str_slice(struct str s, size_t from, size_t to);

/*
 * Words of an enumeration: list[value] is its name, NULL where the value
 * has none.  words_find() returns the value, or count.
 */
struct words {
	const char *const *list;
	size_t count;
};

size_t words_find(struct words w, struct str name);

/*
 * The candidate most like `name`, for "did you mean": at most a third of
 * its letters differ (two swapped letters are one difference).  Returns
 * an empty best when nothing is near.
 */
struct str_near {
	struct str name;
	struct str best;
	size_t distance;
};

void str_near_start(struct str_near *n, struct str name);
void str_near_try(struct str_near *n, struct str candidate);

/* What stands after the last space; all of it where there is none. */
struct str str_last_word(struct str s);

/* A letter of ASCII or a digit. */
bool str_is_word(char c);

/*
 * The bytes of the ".docx" that a file's name ends with: a full stop and two
 * to five letters or digits, the first none; 0 where there is none.
 */
size_t str_extension(struct str s);

#endif
