/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SAVED_SAVED_H
#define SAVED_SAVED_H

#include <stdbool.h>
#include <stddef.h>

#include "model/assessment.h"

struct value;

/*
 * Runs that `check -o json` has saved, back as assessments: all that a
 * report needs, so that rendering one as JSON gives the same bytes.  The
 * rules of its results hold what is told of them, and nothing to judge by.
 */

#define SAVED_MAX ((size_t)512 << 20)

struct saved {
	const struct assessment **list;
	size_t count;
	bool many; /* saved as a run of several, even if it holds one */
};

/*
 * False, with the reasons in d, where the text is no saved run, another
 * version of the format, cut off, or was changed by hand so that its parts
 * do not fit.  Everything lives in the arena; the text may go.
 */
bool saved_read(struct arena *a, struct diags *d, struct str file,
		struct str text, struct saved *ret_saved);

/* The same of a file. */
bool saved_load(struct arena *a, struct diags *d, const char *path,
		struct saved *ret_saved);

/* The assessment of a municipality (code, else name), or NULL. */
const struct assessment *saved_find(const struct saved *s, struct str code,
				    struct str name);

/* Whether two municipalities are one: by code where both have it. */
bool saved_is_same(const struct assessment *a, struct str code, struct str name);

/* What does not fit in an assessment; for saved.c.  v is its JSON. */
bool saved_check(struct arena *a, struct diags *d, const struct value *v,
		 const struct assessment *of);

#endif
