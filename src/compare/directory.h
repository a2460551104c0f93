/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef COMPARE_DIRECTORY_H
#define COMPARE_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Numbers by rule and subject, for a municipality has as many points as it
 * has systems times rules.
 */
struct entry {
	struct str rule;
	struct str subject; /* empty: the organisation */
	size_t number;
};

struct directory {
	struct entry *list;
	size_t count;
};

struct directory directory_new(struct arena *a, size_t room);
void directory_add(struct directory *d, struct str rule, struct str subject,
		   size_t number);
void directory_sort(struct directory *d);

/* The first entry of these two, or the count; those that are like it follow. */
size_t directory_find(const struct directory *d, struct str rule,
		      struct str subject);
bool directory_has(const struct directory *d, size_t at, struct str rule,
		   struct str subject);

#endif
