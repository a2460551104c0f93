/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_CASE_H
#define TESTS_CASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct buf;

/*
 * A golden case is a file of keys.  Lines that begin with # are comments;
 * a line that begins with "| " belongs to the key above it, and a lone \
 * takes away the newline before it.
 *
 *   Command: check exempel -o json    one run of the program; words are cut
 *                                     at spaces, 'several words' is one,
 *                                     $ROOT is the root of the repository
 *   Before: check exempel -o json=a   a run before it, of any status
 *   File: name          with these lines
 *   Escaped: name       the same, where \xNN is a byte and \\ a backslash
 *   Bytes: name         with these bytes, as pairs of hexadecimal digits
 *   Size: name N text   with N times the text
 *   Lines: name N text  with N lines; in both % is the number of each
 *                       What is made twice is made one after the other.
 *   Folder: name        an empty one
 *   Link: name target   a symbolic link
 *   Unreadable: name    that was made above
 *   Env: NAME=value
 *   Rules: PATH         as LISKOLL_RULES; default: those of the repository
 *   Stdin:              these lines; without it, nothing
 *   Stdout-to: PATH     where stdout goes instead, as /dev/full
 *   Stdout: Stderr:     the whole output, not looked at without the key
 *   Stdout-has: Stderr-has: text that the output holds
 *   Stdout-lacks: Stderr-lacks: text that it does not hold
 *   Written: name       the whole of a file that the run wrote
 *   Same: name name     files that the runs wrote, with the same bytes
 *   Holds: name         a folder with just these files after the run
 *   Exit: N             0 when left out
 *
 * In output the root of the repository stands as $ROOT.
 */
enum key {
	KEY_COMMAND,
	KEY_BEFORE,
	KEY_FILE,
	KEY_ESCAPED,
	KEY_BYTES,
	KEY_SIZE,
	KEY_LINES,
	KEY_FOLDER,
	KEY_LINK,
	KEY_UNREADABLE,
	KEY_ENV,
	KEY_RULES,
	KEY_STDIN,
	KEY_STDOUT_TO,
	KEY_STDOUT,
	KEY_STDERR,
	KEY_STDOUT_HAS,
	KEY_STDERR_HAS,
	KEY_STDOUT_LACKS,
	KEY_STDERR_LACKS,
	KEY_WRITTEN,
	KEY_SAME,
	KEY_HOLDS,
	KEY_EXIT,
	KEYS
};

struct entry {
	enum key key;
	struct str value; /* the rest of the line, NUL-ended */
	struct str body; /* the lines below, without their mark */
	const struct entry *next;
};

/* Lives in the arena it was read into. */
struct test_case {
	const char *path;
	struct str text;
	const struct entry *entries;
};

/* Prints what is wrong with the file and returns false. */
bool case_read(struct arena *a, const char *path, struct test_case *ret_case);

/* The first entry of that key, or NULL. */
const struct entry *case_entry(const struct test_case *c, enum key key);

/* What an output key expects: the rest of its line, then its lines. */
struct str case_expected(struct arena *a, const struct entry *e);

/* The body with its \xNN and \\ replaced; false where a \ is another. */
bool case_unescape(struct arena *a, struct str body, struct str *ret_bytes);

/* The pairs of hexadecimal digits as bytes; false where it holds others. */
bool case_unhex(struct arena *a, struct str body, struct str *ret_bytes);

/* What a run gave, in place of what the file expects. */
struct outcome {
	int exit;
	struct str out;
	struct str err;
	/* The content of a written file; the folder is the run's. */
	const char *folder;
};

/* Rewrite the outputs and the status that the file names; false on failure. */
bool case_bless(struct arena *a, const struct test_case *c,
		const struct outcome *got);

#endif
