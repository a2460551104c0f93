/* SPDX-License-Identifier: EUPL-1.2 */
#include "compare/directory.h"

#include <stdlib.h>

#include "base/arena.h"

struct directory directory_new(struct arena *a, size_t room)
{
	return (struct directory){ arena_array(a, struct entry, room), 0 };
}

void directory_add(struct directory *d, struct str rule, struct str subject,
		   size_t number)
{
	d->list[d->count++] = (struct entry){ rule, subject, number };
}

static int compare_names(const struct entry *e, struct str rule,
			 struct str subject)
{
	int d = str_cmp(e->rule, rule);

	return d ? d : str_cmp(e->subject, subject);
}

static int by_names(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int d = compare_names(x, y->rule, y->subject);

	return d ? d : (x->number > y->number) - (x->number < y->number);
}

void directory_sort(struct directory *d)
{
	if (d->count)
		qsort(d->list, d->count, sizeof(*d->list), by_names);
}

size_t directory_find(const struct directory *d, struct str rule,
		      struct str subject)
{
	size_t low = 0, high = d->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare_names(&d->list[mid], rule, subject) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool directory_has(const struct directory *d, size_t at, struct str rule,
		   struct str subject)
{
	return at < d->count && !compare_names(&d->list[at], rule, subject);
}
