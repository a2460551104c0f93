/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_VERDICT_H
#define MODEL_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum verdict {
	VERDICT_MET,
	VERDICT_PARTIAL,
	VERDICT_GAP,
	VERDICT_NA,
	VERDICT_NA_UNPROVEN,
	VERDICT_UNKNOWN,
	VERDICTS
};

extern const struct words verdict_words;
const char *verdict_name(enum verdict v);

/* What has to be mended: partial, gap or a claim without proof. */
bool verdict_is_finding(enum verdict v);

/*
 * Why a part is not met, or why it is met in a way worth telling.  Codes
 * are stable; the texts stand in reasons.def.
 */
enum reason {
	REASON_NONE,
#define R(name, code, what, close) REASON_##name,
#include "model/reasons.def"
#undef R
	REASONS
};

/* Whether nothing was said and nothing received that speaks of it. */
bool is_silent(enum verdict verdict, enum reason reason);

extern const struct words reason_words;
const char *reason_code(enum reason r); /* NULL for REASON_NONE */
/* English sentences with {1} = the document it is about; for i18n(). */
const char *reason_what(enum reason r);
const char *reason_close(enum reason r);

/* How parts become one verdict. */
enum rollup {
	ROLLUP_ALL,
	ROLLUP_ANY,
	ROLLUPS
};

extern const struct words rollup_words;

struct tally {
	size_t of[VERDICTS];
	size_t key_gaps; /* gaps of parts that are the key */
	size_t key_unknown;
};

void tally_add(struct tally *t, enum verdict v, bool key);

/* All that one holds into another. */
void tally_join(struct tally *t, const struct tally *more);

/*
 * All met: met.  None met and at least half gap: gap.  Otherwise partial.
 * Parts that are na are left out (only na: na); na-unproven is neither met
 * nor gap (only those: na-unproven).  A key part that is a gap makes all a
 * gap.  Where unknown parts could change the result it is unknown, as it
 * is for nothing at all.
 */
enum verdict tally_rollup(const struct tally *t, enum rollup how);

/*
 * met if at least n are met, else partial if one could be counted; what
 * does not apply is left out.
 */
enum verdict tally_at_least(const struct tally *t, size_t n);

#endif
