/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The roll-up against the sentences that define it, over every multiset of
 * up to five parts.  Unknown parts are tried as everything they could be,
 * each on its own: only where all tries agree is the result known.
 */
#include <string.h>

#include "model/verdict.h"
#include "unit.h"

#define MAX_PARTS 5

/* A part of the enumeration: each verdict, as key part or not. */
#define PART_KINDS (2 * VERDICTS)

struct part {
	enum verdict verdict;
	bool key;
};

struct parts {
	struct part list[MAX_PARTS];
	size_t count;
};

static size_t count_of(const struct parts *p, enum verdict v)
{
	size_t n = 0;

	for (size_t i = 0; i < p->count; i++)
		n += p->list[i].verdict == v;
	return n;
}

/* The rule for parts of which none is unknown. */
static enum verdict stated_all(const struct parts *p)
{
	size_t left = p->count - count_of(p, VERDICT_NA);

	if (!p->count)
		return VERDICT_UNKNOWN;
	if (!left)
		return VERDICT_NA;
	for (size_t i = 0; i < p->count; i++)
		if (p->list[i].key && p->list[i].verdict == VERDICT_GAP)
			return VERDICT_GAP;
	if (count_of(p, VERDICT_NA_UNPROVEN) == left)
		return VERDICT_NA_UNPROVEN;
	if (count_of(p, VERDICT_MET) == left)
		return VERDICT_MET;
	if (!count_of(p, VERDICT_MET) && count_of(p, VERDICT_GAP) * 2 >= left)
		return VERDICT_GAP;
	return VERDICT_PARTIAL;
}

static enum verdict stated_at_least(const struct parts *p, size_t n)
{
	if (count_of(p, VERDICT_MET) >= n)
		return VERDICT_MET;
	if (count_of(p, VERDICT_MET) || count_of(p, VERDICT_PARTIAL))
		return VERDICT_PARTIAL;
	return VERDICT_GAP;
}

/* The unknown parts become what the digits of `guess` (base 3) say. */
static struct parts with_guess(const struct parts *p, size_t guess)
{
	static const enum verdict guesses[] = { VERDICT_MET, VERDICT_PARTIAL,
						VERDICT_GAP };
	struct parts known = *p;

	for (size_t i = 0; i < known.count; i++) {
		if (known.list[i].verdict != VERDICT_UNKNOWN)
			continue;
		known.list[i].verdict = guesses[guess % 3];
		guess /= 3;
	}
	return known;
}

/* n is 0 for the roll-up of all, else at least n. */
static enum verdict stated(const struct parts *p, size_t n)
{
	enum verdict first = VERDICT_UNKNOWN;
	size_t guesses = 1;

	for (size_t i = 0; i < count_of(p, VERDICT_UNKNOWN); i++)
		guesses *= 3;
	for (size_t guess = 0; guess < guesses; guess++) {
		struct parts known = with_guess(p, guess);
		enum verdict v = n ? stated_at_least(&known, n)
				   : stated_all(&known);

		if (!guess)
			first = v;
		if (v != first)
			return VERDICT_UNKNOWN;
	}
	return first;
}

/* The next multiset of `count` kinds in ascending order; false at the end. */
static bool next_multiset(size_t *kinds, size_t count, size_t end)
{
	size_t i = count;

	while (i && kinds[i - 1] == end - 1)
		i--;
	if (!i)
		return false;
	kinds[i - 1]++;
	for (size_t k = i; k < count; k++)
		kinds[k] = kinds[i - 1];
	return true;
}

static struct parts parts_of(const size_t *kinds, size_t count)
{
	struct parts p = { .count = count };

	for (size_t i = 0; i < count; i++)
		p.list[i] = (struct part){ (enum verdict)(kinds[i] / 2),
					   kinds[i] % 2 };
	return p;
}

static struct tally tally_of(const struct parts *p)
{
	struct tally t = { 0 };

	for (size_t i = 0; i < p->count; i++)
		tally_add(&t, p->list[i].verdict, p->list[i].key);
	return t;
}

static void assert_verdict(const struct parts *p, enum verdict got,
			   enum verdict want)
{
	char text[200] = "";

	for (size_t i = 0; i < p->count; i++) {
		strcat(text, p->list[i].key ? " key:" : " ");
		strcat(text, verdict_name(p->list[i].verdict));
	}
	ck_assert_msg(got == want, "%s: got %s, want %s", text,
		      verdict_name(got), verdict_name(want));
}

START_TEST(all_is_what_the_rule_states)
{
	size_t kinds[MAX_PARTS] = { 0 }, tried = 0;

	do {
		struct parts p = parts_of(kinds, (size_t)_i);
		struct tally t = tally_of(&p);

		assert_verdict(&p, tally_rollup(&t, ROLLUP_ALL), stated(&p, 0));
		tried++;
	} while (next_multiset(kinds, (size_t)_i, PART_KINDS));
	/* 12 kinds of which 5 are taken: 4368 multisets. */
	ck_assert(_i != MAX_PARTS || tried == 4368);
}
END_TEST

/* Parts that are met, partial, gap or unknown; n from 1 to one too many. */
START_TEST(at_least_is_what_the_rule_states)
{
	static const enum verdict verdicts[] = { VERDICT_MET, VERDICT_PARTIAL,
						 VERDICT_GAP, VERDICT_UNKNOWN };
	size_t kinds[MAX_PARTS] = { 0 };

	do {
		struct parts p = { .count = (size_t)_i };
		struct tally t;

		for (size_t i = 0; i < p.count; i++)
			p.list[i].verdict = verdicts[kinds[i]];
		t = tally_of(&p);
		for (size_t n = 1; n <= p.count + 1; n++)
			assert_verdict(&p, tally_at_least(&t, n), stated(&p, n));
		assert_verdict(&p, tally_at_least(&t, 0), VERDICT_MET);
	} while (next_multiset(kinds, (size_t)_i, ROWS(verdicts)));
}
END_TEST

/* The best of met < partial < unknown < gap; na is left out. */
START_TEST(any_is_the_best_part)
{
	static const enum verdict best_first[] = { VERDICT_MET, VERDICT_PARTIAL,
						   VERDICT_UNKNOWN, VERDICT_GAP,
						   VERDICT_NA };
	size_t kinds[MAX_PARTS] = { 0 };

	do {
		struct parts p = { .count = (size_t)_i };
		enum verdict want = VERDICT_UNKNOWN;
		struct tally t;

		for (size_t i = 0; i < p.count; i++)
			p.list[i].verdict = best_first[kinds[i]];
		for (int i = ROWS(best_first) - 1; i >= 0; i--)
			if (count_of(&p, best_first[i]))
				want = best_first[i];
		t = tally_of(&p);
		assert_verdict(&p, tally_rollup(&t, ROLLUP_ANY), want);
	} while (next_multiset(kinds, (size_t)_i, ROWS(best_first)));
}
END_TEST

#define M                          \
	{                          \
		VERDICT_MET, false \
	}
#define P                              \
	{                              \
		VERDICT_PARTIAL, false \
	}
#define G                          \
	{                          \
		VERDICT_GAP, false \
	}
#define N                         \
	{                         \
		VERDICT_NA, false \
	}
#define C                                  \
	{                                  \
		VERDICT_NA_UNPROVEN, false \
	}
#define U                              \
	{                              \
		VERDICT_UNKNOWN, false \
	}
#define KEY_GAP                   \
	{                         \
		VERDICT_GAP, true \
	}
#define KEY_MET                   \
	{                         \
		VERDICT_MET, true \
	}
#define KEY_PARTIAL                   \
	{                             \
		VERDICT_PARTIAL, true \
	}
#define KEY_UNKNOWN                   \
	{                             \
		VERDICT_UNKNOWN, true \
	}

/* A few by hand, should the statement above be as wrong as the code. */
static const struct {
	struct parts parts;
	enum verdict want;
} examples[] = {
	{ { { M }, 0 }, VERDICT_UNKNOWN },
	{ { { M, M, M }, 3 }, VERDICT_MET },
	{ { { M, P }, 2 }, VERDICT_PARTIAL },
	{ { { M, G, G, G }, 4 }, VERDICT_PARTIAL },
	{ { { G, P }, 2 }, VERDICT_GAP },
	{ { { G, P, P }, 3 }, VERDICT_PARTIAL },
	{ { { P, P }, 2 }, VERDICT_PARTIAL },
	{ { { N, N }, 2 }, VERDICT_NA },
	{ { { N, M }, 2 }, VERDICT_MET },
	{ { { N, N, N, G, P }, 5 }, VERDICT_GAP },
	{ { { C, C }, 2 }, VERDICT_NA_UNPROVEN },
	{ { { C, N }, 2 }, VERDICT_NA_UNPROVEN },
	{ { { C, M }, 2 }, VERDICT_PARTIAL },
	{ { { C, G }, 2 }, VERDICT_GAP },
	{ { { C, C, G }, 3 }, VERDICT_PARTIAL },
	{ { { KEY_GAP, M, M, M }, 4 }, VERDICT_GAP },
	{ { { KEY_MET, M, G }, 3 }, VERDICT_PARTIAL },
	{ { { KEY_PARTIAL, M }, 2 }, VERDICT_PARTIAL },
	{ { { U, M }, 2 }, VERDICT_UNKNOWN },
	{ { { U, G }, 2 }, VERDICT_UNKNOWN },
	{ { { U, M, P }, 3 }, VERDICT_PARTIAL },
	{ { { KEY_UNKNOWN, M, P }, 3 }, VERDICT_UNKNOWN },
	{ { { U, KEY_GAP }, 2 }, VERDICT_GAP },
	{ { { U, N }, 2 }, VERDICT_UNKNOWN },
};

START_TEST(examples_come_out)
{
	struct tally t = tally_of(&examples[_i].parts);

	assert_verdict(&examples[_i].parts, tally_rollup(&t, ROLLUP_ALL),
		       examples[_i].want);
}
END_TEST

START_TEST(an_unknown_part_of_few_may_yet_be_partial)
{
	struct tally t = { 0 };

	tally_add(&t, VERDICT_GAP, false);
	tally_add(&t, VERDICT_UNKNOWN, false);
	ck_assert_int_eq(tally_at_least(&t, 3), VERDICT_UNKNOWN);
	tally_add(&t, VERDICT_PARTIAL, false);
	ck_assert_int_eq(tally_at_least(&t, 3), VERDICT_PARTIAL);
}
END_TEST

START_TEST(verdicts_have_their_names)
{
	static const struct {
		const char *name;
		enum verdict verdict;
		bool finding;
	} want[] = {
		{ "met", VERDICT_MET, false },
		{ "partial", VERDICT_PARTIAL, true },
		{ "gap", VERDICT_GAP, true },
		{ "na", VERDICT_NA, false },
		{ "na-unproven", VERDICT_NA_UNPROVEN, true },
		{ "unknown", VERDICT_UNKNOWN, false },
	};

	ck_assert_int_eq(ROWS(want), VERDICTS);
	for (int i = 0; i < ROWS(want); i++) {
		ck_assert_str_eq(verdict_name(want[i].verdict), want[i].name);
		ck_assert_uint_eq(words_find(verdict_words, str_of(want[i].name)),
				  want[i].verdict);
		ck_assert_int_eq(verdict_is_finding(want[i].verdict),
				 want[i].finding);
	}
	ck_assert_uint_eq(words_find(rollup_words, STR("all")), ROLLUP_ALL);
	ck_assert_uint_eq(words_find(rollup_words, STR("any")), ROLLUP_ANY);
	ck_assert_uint_eq(words_find(rollup_words, STR("some")), ROLLUPS);
}
END_TEST

START_TEST(reason_has_a_code_of_its_own)
{
	enum reason r = (enum reason)_i;

	ck_assert_ptr_nonnull(reason_code(r));
	ck_assert_uint_eq(words_find(reason_words, str_of(reason_code(r))),
			  (size_t)r);
	ck_assert(*reason_what(r));
	/* What is met needs no closing. */
	ck_assert(*reason_close(r) || r == REASON_NA_PROVEN);
}
END_TEST

START_TEST(no_reason_has_no_code)
{
	ck_assert_ptr_null(reason_code(REASON_NONE));
	ck_assert_uint_eq(words_find(reason_words, STR("")), REASONS);
}
END_TEST

Suite *verdict_suite(void)
{
	Suite *s = suite_create("verdict");
	TCase *t = tcase_create("verdict");

	tcase_add_loop_test(t, all_is_what_the_rule_states, 0, MAX_PARTS + 1);
	tcase_add_loop_test(t, at_least_is_what_the_rule_states, 1,
			    MAX_PARTS + 1);
	tcase_add_loop_test(t, any_is_the_best_part, 0, MAX_PARTS + 1);
	tcase_add_loop_test(t, examples_come_out, 0, ROWS(examples));
	tcase_add_test(t, an_unknown_part_of_few_may_yet_be_partial);
	tcase_add_test(t, verdicts_have_their_names);
	tcase_add_loop_test(t, reason_has_a_code_of_its_own, REASON_NONE + 1,
			    REASONS);
	tcase_add_test(t, no_reason_has_no_code);
	suite_add_tcase(s, t);
	return s;
}
