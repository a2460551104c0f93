/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_OPTS_H
#define CMD_OPTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/* One option: parsing, usage and help follow from the row. */
struct opt {
	const char *name;
	char letter; /* 0: none */
	const char *arg; /* NULL: takes none */
	const char *about; /* N_() */
	bool many; /* may be repeated; else the last one counts */
};

struct opt_value {
	const struct opt *opt;
	const char *value; /* "" where it takes none */
};

struct opts {
	struct opt_value *list;
	size_t count;
	const char *const *rest; /* what is no option */
	size_t rest_count;
};

/* What is wrong with a command line. */
enum opts_error {
	OPTS_OK,
	OPTS_UNKNOWN, /* no such option */
	OPTS_NO_ARGUMENT, /* an option lacks its argument */
	OPTS_ARGUMENT, /* an option has one it does not take */
};

struct opts_table {
	const struct opt *list[2]; /* of the command, of all commands */
	size_t count[2];
};

/*
 * Read argv[1…].  On an error *ret_bad is the word that is wrong and
 * *ret_near the nearest option, or empty.  Everything lives in the arena.
 */
enum opts_error opts_parse(struct arena *a, const struct opts_table *table,
			   int argc, char **argv, struct opts *ret_opts,
			   struct str *ret_bad, struct str *ret_near);

/* The last value of an option, or NULL where it was not given. */
const char *opts_get(const struct opts *o, const char *name);

/* The values of an option that may be repeated. */
const char *const *opts_all(struct arena *a, const struct opts *o,
			    const char *name, size_t *ret_count);

#endif
