/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_TRACE_H
#define MODEL_TRACE_H

#include <stddef.h>

#include "base/str.h"
#include "diag/diag.h"
#include "model/verdict.h"

/*
 * How a verdict came about, kept beside it so that it can be explained
 * without the evidence: what was looked at and did not count, and how parts
 * were counted.
 */

/* Why evidence was passed over.  Codes are stable: passed.def. */
enum passed {
	PASSED_BY_REASON, /* for a reason of reasons.def */
#define P(name, code, text) PASSED_##name,
#include "model/passed.def"
#undef P
	PASSEDS
};

extern const struct words passed_words;
const char *passed_text(enum passed p); /* English, for i18n() */

/* A piece of evidence that was looked at and did not count in full. */
struct candidate {
	struct str source; /* id of the document or process */
	struct str title; /* of a document; empty for a process */
	struct place at;
	struct str text; /* the sentence; empty where the title decided */
	enum passed passed;
	enum reason reason; /* of PASSED_BY_REASON */
};

struct candidates {
	struct candidate *list; /* nearest to counting first */
	size_t count;
	size_t more; /* that are not listed */
};

/* Codes of reasons.def and of passed.def are one set. */
const char *candidate_code(const struct candidate *c);

/* False where there is no such code. */
bool candidate_read_code(struct str code, struct candidate *ret_candidate);

/* The step of the roll-up that decided.  Codes are stable: counted.def. */
enum counted {
	COUNTED_NOT, /* no roll-up */
#define K(name, code, text) COUNTED_##name,
#include "model/counted.def"
#undef K
	COUNTEDS
};

extern const struct words counted_words;
const char *counted_text(enum counted c); /* English, for i18n() */

/* How tally_rollup() and tally_at_least() come to their verdict. */
enum counted tally_counted(const struct tally *t, enum rollup how);
enum counted tally_counted_at_least(const struct tally *t, size_t n);

#endif
