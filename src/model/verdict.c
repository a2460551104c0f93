/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/verdict.h"

#include "base/i18n.h"

static const char *const verdict_names[] = {
	[VERDICT_MET] = "met",
	[VERDICT_PARTIAL] = "partial",
	[VERDICT_GAP] = "gap",
	[VERDICT_NA] = "na",
	[VERDICT_NA_UNPROVEN] = "na-unproven",
	[VERDICT_UNKNOWN] = "unknown",
};

const struct words verdict_words = { verdict_names, VERDICTS };

static const char *const rollup_names[] = {
	[ROLLUP_ALL] = "all",
	[ROLLUP_ANY] = "any",
};

const struct words rollup_words = { rollup_names, ROLLUPS };

static const char *const reason_codes[] = {
	[REASON_NONE] = NULL,
#define R(name, code, what, close) [REASON_##name] = (code),
#include "model/reasons.def"
#undef R
};

const struct words reason_words = { reason_codes, REASONS };

static const struct {
	const char *what;
	const char *close;
} reason_texts[] = {
	[REASON_NONE] = { "", "" },
#define R(name, code, what, close) [REASON_##name] = { (what), (close) },
#include "model/reasons.def"
#undef R
};

const char *verdict_name(enum verdict v)
{
	return verdict_names[v];
}

bool verdict_is_finding(enum verdict v)
{
	return v == VERDICT_PARTIAL || v == VERDICT_GAP ||
	       v == VERDICT_NA_UNPROVEN;
}

const char *reason_code(enum reason r)
{
	return reason_codes[r];
}

const char *reason_what(enum reason r)
{
	return reason_texts[r].what;
}

const char *reason_close(enum reason r)
{
	return reason_texts[r].close;
}

bool is_silent(enum verdict verdict, enum reason reason)
{
	return verdict == VERDICT_UNKNOWN &&
	       (reason == REASON_NOT_STATED || reason == REASON_NO_INFORMATION ||
		reason == REASON_EMPTY_POPULATION);
}

void tally_add(struct tally *t, enum verdict v, bool key)
{
	t->of[v]++;
	t->key_gaps += key && v == VERDICT_GAP;
	t->key_unknown += key && v == VERDICT_UNKNOWN;
}

void tally_join(struct tally *t, const struct tally *more)
{
	for (size_t i = 0; i < VERDICTS; i++)
		t->of[i] += more->of[i];
	t->key_gaps += more->key_gaps;
	t->key_unknown += more->key_unknown;
}

/* The roll-up of parts that are met, partial, gap or na-unproven. */
static enum verdict rollup_known(const size_t of[VERDICTS], size_t key_gaps)
{
	size_t total = of[VERDICT_MET] + of[VERDICT_PARTIAL] + of[VERDICT_GAP] +
		       of[VERDICT_NA_UNPROVEN];

	if (!total)
		return of[VERDICT_NA] ? VERDICT_NA : VERDICT_UNKNOWN;
	if (of[VERDICT_MET] == total)
		return VERDICT_MET;
	if (key_gaps)
		return VERDICT_GAP;
	if (of[VERDICT_NA_UNPROVEN] == total)
		return VERDICT_NA_UNPROVEN;
	if (!of[VERDICT_MET] && 2 * of[VERDICT_GAP] >= total)
		return VERDICT_GAP;
	return VERDICT_PARTIAL;
}

/* The result if all unknown parts turned out to be `guess`. */
static enum verdict rollup_with(const struct tally *t, enum verdict guess)
{
	struct tally u = *t;

	u.of[guess] += u.of[VERDICT_UNKNOWN];
	u.of[VERDICT_UNKNOWN] = 0;
	if (guess == VERDICT_GAP)
		u.key_gaps += u.key_unknown;
	return rollup_known(u.of, u.key_gaps);
}

static enum verdict rollup_any(const struct tally *t)
{
	static const enum verdict best_first[] = {
		VERDICT_MET,         VERDICT_PARTIAL, VERDICT_UNKNOWN,
		VERDICT_NA_UNPROVEN, VERDICT_GAP,     VERDICT_NA,
	};

	for (size_t i = 0; i < sizeof(best_first) / sizeof(*best_first); i++)
		if (t->of[best_first[i]])
			return best_first[i];
	return VERDICT_UNKNOWN;
}

enum verdict tally_rollup(const struct tally *t, enum rollup how)
{
	enum verdict best, worst;

	if (how == ROLLUP_ANY)
		return rollup_any(t);
	/*
	 * Turning a part worse never makes the whole better, so the two
	 * ends bound all that the unknown parts could be.
	 */
	best = rollup_with(t, VERDICT_MET);
	worst = rollup_with(t, VERDICT_GAP);
	return best == worst ? best : VERDICT_UNKNOWN;
}

enum verdict tally_at_least(const struct tally *t, size_t n)
{
	size_t some = t->of[VERDICT_MET] + t->of[VERDICT_PARTIAL];

	if (t->of[VERDICT_MET] >= n)
		return VERDICT_MET;
	if (t->of[VERDICT_MET] + t->of[VERDICT_UNKNOWN] >= n)
		return VERDICT_UNKNOWN;
	if (!some && t->of[VERDICT_UNKNOWN])
		return VERDICT_UNKNOWN; /* it may be partial */
	if (some)
		return VERDICT_PARTIAL;
	if (!t->of[VERDICT_GAP] && t->of[VERDICT_NA_UNPROVEN])
		return VERDICT_NA_UNPROVEN;
	return t->of[VERDICT_NA] && !t->of[VERDICT_GAP] ? VERDICT_NA
							: VERDICT_GAP;
}
