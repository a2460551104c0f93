/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_SUBJECT_H
#define ASSESS_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match/match.h"
#include "model/rule.h"

struct arena;

/* Documents or processes, by their number in the inventory, ascending. */
struct numbers {
	uint32_t *list;
	size_t count;
	size_t room;
};

/* At the end; the last one is not put there twice. */
void numbers_add(struct arena *a, struct numbers *n, uint32_t number);

/* What was received and said: about one subject, or about all of them. */
struct docket {
	struct numbers documents;
	struct numbers processes;
};

/* What a rule is applied to. */
struct subject {
	enum subject_kind kind;
	struct str id; /* empty: the organisation */
	struct str name;
	struct str supplier; /* of a system: what is about it concerns both */
	struct docket own;
	bool alone; /* what is about nobody in particular is not about it */
};

struct subjects {
	struct subject *list;
	size_t count;
};

/*
 * The subjects of a kind that are in scope, in inventory order, each with
 * what is about it by name.
 */
struct subjects subjects_of(struct arena *a, const struct matches *m,
			    enum subject_kind kind);

/* What is about nobody in particular, and so about all. */
struct docket docket_of_all(struct arena *a, const struct matches *m);

/* Whether what is about these concerns the subject; nothing: all of them. */
bool subject_concerned(const struct subject *s, struct texts about);

/* A walk through two lists in the order of the inventory. */
struct walk {
	const struct numbers *lists[2];
	size_t at[2];
};

/* The next number, or false at the end. */
bool walk_next(struct walk *w, uint32_t *ret_number);

#endif
