/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "model/comparison.h"

struct arena;

/*
 * What became of earlier points in the assessment of now; docs/follow-up.md
 * tells how.  `earlier` is the assessment that the points come from, or NULL
 * where an inventory gives them.  Pure; the result lives in the arena and
 * points into all that is passed.
 */
const struct comparison *compare(struct arena *a, const struct assessment *now,
				 const struct earlier *points, size_t count,
				 const struct assessment *earlier);

#endif
