/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SAVED_EARLIER_H
#define SAVED_EARLIER_H

#include <stdbool.h>
#include <stddef.h>

#include "model/inventory.h"
#include "saved/saved.h"

/* An assessment as the earlier one of another, as an inventory gives it. */
struct earlier_list {
	struct earlier *list;
	size_t count;
};

/*
 * What the earlier assessment found, part by part.  What it could not judge
 * is left out: nothing was found then.
 */
struct earlier_list earlier_of(struct arena *a, const struct assessment *of);

/*
 * The assessment of this municipality among saved ones; NULL, with a message
 * at the place, where there is none or it is later than as_of.
 */
const struct assessment *earlier_pick(struct diags *d, struct place at,
				      const struct saved *among, struct str code,
				      struct str name, struct str as_of);

/*
 * `run` with what an inventory tells of the same points, which knows of
 * recommendations and promises, and with its other points.  Where the two
 * give different verdicts that of the run holds, and a warning says so.
 */
struct earlier_list earlier_merge(struct arena *a, struct diags *d,
				  struct earlier_list run,
				  struct earlier_list inventory);

#endif
