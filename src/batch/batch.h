/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "diag/diag.h"
#include "model/assessment.h"

/* One municipality's folder. */
struct batch_item {
	const char *folder;
	const char *real; /* the same with links followed */
	/* From here: filled by batch_run(). */
	struct arena arena; /* everything about this municipality */
	struct diags diags;
	const struct assessment *assessment; /* NULL: could not be assessed */
};

struct batch {
	struct batch_item *items; /* in input order */
	size_t count;
	bool incomplete; /* a folder was skipped or could not be assessed */
};

/*
 * The folder that a path to one of a municipality's own files (inventory,
 * waivers, judgements) stands for; any other path as it is.
 */
const char *batch_folder(struct arena *a, const char *path);

/*
 * The folders that the paths stand for: each with an inventory itself, or
 * its direct subfolders that have one.  Skipped ones are told in d and make
 * the batch incomplete.
 */
void batch_find(struct arena *a, struct diags *d, const char *const *paths,
		size_t count, struct batch *ret_batch);

struct saved;

struct batch_options {
	const struct ruleset *rules; /* shared by all threads */
	struct date as_of; /* unknown: each inventory's own */
	const struct saved *earlier; /* NULL: what each inventory gives */
	unsigned jobs; /* threads, at least 1 */
};

/*
 * Assess every item.  The order of items, and all that is in them, is the
 * same for any number of threads.
 */
void batch_run(struct batch *b, const struct batch_options *options);
void batch_release(struct batch *b);

#endif
