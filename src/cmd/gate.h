/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_GATE_H
#define CMD_GATE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/comparison.h"

/* When check ends with 1. */
enum gate_level {
	GATE_SHORT,
	GATE_MEDIUM,
	GATE_LONG,
	GATE_UNKNOWN,
	GATE_NEVER,
	GATE_LEVELS
};

enum gate_since {
	GATE_ANY,
	GATE_NEW, /* the earlier audit knows nothing of it, or had it met */
	GATE_WORSE, /* worse than in the earlier audit */
	GATE_REMAINS, /* it was a finding in the earlier audit */
	GATE_SINCES
};

struct gate {
	enum gate_level level;
	enum gate_since since;
};

/* "short", "new:medium", "remains:long" …; false where it is none. */
bool gate_parse(const char *text, struct gate *ret_gate);

/* How many findings trip it.  Trial rules never do. */
size_t gate_count(const struct gate *g, const struct assessment *a);

/* How many points of a follow-up trip it; the same as of an assessment. */
size_t gate_count_followed(const struct gate *g, const struct comparison *c);

const char *gate_level_name(enum gate_level level);

#endif
