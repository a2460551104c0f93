/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/trace.h"

#include "base/i18n.h"

static const char *const passed_codes[] = {
	[PASSED_BY_REASON] = NULL,
#define P(name, code, text) [PASSED_##name] = (code),
#include "model/passed.def"
#undef P
};

static const char *const passed_texts[] = {
	[PASSED_BY_REASON] = "",
#define P(name, code, text) [PASSED_##name] = (text),
#include "model/passed.def"
#undef P
};

static const char *const counted_codes[] = {
	[COUNTED_NOT] = NULL,
#define K(name, code, text) [COUNTED_##name] = (code),
#include "model/counted.def"
#undef K
};

static const char *const counted_texts[] = {
	[COUNTED_NOT] = "",
#define K(name, code, text) [COUNTED_##name] = (text),
#include "model/counted.def"
#undef K
};

const struct words passed_words = { passed_codes, PASSEDS };
const struct words counted_words = { counted_codes, COUNTEDS };

const char *passed_text(enum passed p)
{
	return passed_texts[p];
}

const char *counted_text(enum counted c)
{
	return counted_texts[c];
}

const char *candidate_code(const struct candidate *c)
{
	if (c->passed == PASSED_BY_REASON)
		return reason_code(c->reason);
	return passed_codes[c->passed];
}

bool candidate_read_code(struct str code, struct candidate *ret_candidate)
{
	size_t passed = words_find(passed_words, code);
	size_t reason = words_find(reason_words, code);

	if (passed < passed_words.count) {
		ret_candidate->passed = (enum passed)passed;
		return true;
	}
	if (reason == reason_words.count)
		return false;
	ret_candidate->passed = PASSED_BY_REASON;
	ret_candidate->reason = (enum reason)reason;
	return true;
}

/* Of parts that are met, partial, gap, na or na-unproven. */
static enum counted count_known(const struct tally *t, enum verdict verdict)
{
	size_t total = t->of[VERDICT_MET] + t->of[VERDICT_PARTIAL] +
		       t->of[VERDICT_GAP] + t->of[VERDICT_NA_UNPROVEN] +
		       t->of[VERDICT_UNKNOWN];

	switch (verdict) {
	case VERDICT_MET:
		return COUNTED_ALL_MET;
	case VERDICT_PARTIAL:
		return COUNTED_MIXED;
	case VERDICT_GAP:
		return t->key_gaps ? COUNTED_KEY_GAP : COUNTED_HALF_GAP;
	case VERDICT_NA:
		return COUNTED_ONLY_NA;
	case VERDICT_NA_UNPROVEN:
		return COUNTED_ONLY_UNPROVEN;
	case VERDICT_UNKNOWN:
	case VERDICTS:
		break;
	}
	return total ? COUNTED_OPEN : COUNTED_NOTHING;
}

enum counted tally_counted(const struct tally *t, enum rollup how)
{
	size_t total = 0;

	for (size_t v = 0; v < VERDICTS; v++)
		total += t->of[v];
	if (!total)
		return COUNTED_NOTHING;
	if (how == ROLLUP_ANY)
		return COUNTED_BEST;
	return count_known(t, tally_rollup(t, how));
}

enum counted tally_counted_at_least(const struct tally *t, size_t n)
{
	enum verdict v = tally_at_least(t, n);

	if (v == VERDICT_MET)
		return COUNTED_ENOUGH;
	return v == VERDICT_UNKNOWN ? COUNTED_OPEN : COUNTED_TOO_FEW;
}
