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
	const char *arg; /* NULL: takes none */
	const char *about; /* N_() */
	char letter; /* 0: none */
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

struct opts_mistake {
	enum opts_error error;
	struct str word; /* that is wrong */
	struct str near; /* the nearest option, or empty */
};

/*
 * Read argv[1…].  False where something is wrong, and what it is.
 * Everything lives in the arena.
 */
bool opts_parse(struct arena *a, const struct opts_table *table, int argc,
		char **argv, struct opts *ret_opts,
		struct opts_mistake *ret_mistake);

/* The last value of an option, or NULL where it was not given. */
const char *opts_get(const struct opts *o, const char *name);

/* The values of an option that may be repeated. */
const char *const *opts_all(struct arena *a, const struct opts *o,
			    const char *name, size_t *ret_count);

#endif
