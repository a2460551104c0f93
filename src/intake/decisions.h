/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef INTAKE_DECISIONS_H
#define INTAKE_DECISIONS_H

#include "intake/intake.h"
#include "yaml/fields.h"

/* What people have decided, in files beside the inventory. */
#define WAIVERS_FILE "waivers.yaml"
#define JUDGEMENTS_FILE "judgements.yaml"

#define DECISIONS_MAX ((size_t)4 << 20) /* bytes of a file */
#define DECISIONS_COUNT 10000 /* entries of a file */

/* The longest that a deviation may be accepted before it is decided anew. */
#define WAIVER_YEARS 3

/*
 * Read those of the two files that there are into v->decisions.  An entry
 * with a mistake is left out, with a message, and the run is incomplete.
 */
void decisions_load(const struct intake *in, const char *folder,
		    struct inventory *v);

/* The same from the tree of one file. */
void waivers_from_node(const struct intake *in, const struct node *n,
		       struct inventory *v);
void judgements_from_node(const struct intake *in, const struct node *n,
			  struct inventory *v);

extern const struct fields waiver_set;
extern const struct fields judgement_set;

#endif
