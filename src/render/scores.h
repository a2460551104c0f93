/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_SCORES_H
#define RENDER_SCORES_H

#include <stddef.h>

#include "base/str.h"

struct assessment;
struct page;

/* The tables of the report for people. */

/*
 * Per area what is met of what could be judged, documented and performed
 * apart: no total that could hide a gap.
 */
void scores_put(struct page *page, const struct assessment *a);

/* One line for each municipality. */
void scores_put_overview(struct page *page,
			 const struct assessment *const *list, size_t count);

/* What the municipality is called: its name, else its code or folder. */
struct str scores_name(const struct page *page, const struct assessment *a);

#endif
