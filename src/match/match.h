/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match/facts.h"
#include "model/inventory.h"
#include "model/vocab.h"
#include "read/read.h"

/*
 * Where the inventory speaks of what: every document and process is read
 * once, typed by its title, and its clauses are held against all topics.
 */

/* A clause that speaks of a topic. */
struct hit {
	size_t topic;
	size_t clause;
	bool inherited; /* the clause goes on about what came before it */
};

/* A text and its hits. */
struct speech {
	struct reading reading;
	struct hit *hits; /* by clause, then topic */
	size_t count;
	bool limit; /* a topic could not be told in some clause, or its title */
	struct text gave_up; /* the term that needed too much work */
};

struct read_document {
	const struct document *document;
	uint64_t *types; /* bit set: by title, or as the inventory says */
	bool typed;
	uint64_t *title_topics; /* bit set */
	enum doc_status status; /* stated, else by title and notes */
	enum doc_form form;
	struct date performed; /* stated, else by title */
	struct facts facts; /* who decided it, and when */
	struct texts about; /* stated, else the systems its title names */
	struct speech speech; /* of the content; empty where not read */
};

struct read_process {
	const struct process *process;
	const struct document *source; /* of a note; NULL: somebody's words */
	enum doc_author doer; /* whose doings it tells of; unset: not said */
	struct texts about;
	struct speech speech;
};

struct matches {
	const struct inventory *inventory;
	struct read_document *documents; /* in inventory order */
	struct read_process *processes;
	struct str *claim_organs; /* who decided each claim; or empty */
};

/* One text by itself. */
void match_text(struct arena *a, const struct vocab *v, struct matcher *m,
		struct str text, struct speech *ret_speech);

/* Everything lives in the arena. */
void match_inventory(struct arena *a, const struct vocab *v, struct matcher *m,
		     const struct inventory *inventory,
		     struct matches *ret_matches);

#endif
