/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Claims that a rule does not apply: the tables of docs/verdicts.md, over
 * every combination of what they distinguish.
 */
#include "doc_table.h"
#include "unit_lab.h"

#define PAGE "docs/verdicts.md"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

/* What a word of the three small tables is in an inventory. */
struct spelling {
	const char *words;
	const char *rule; /* what the rule asks for */
	const char *claim; /* keys of the claim */
};

static const struct spelling valids[] = {
	{ "not given", "", "" },
	{ "to a day before as_of", "", "to: 2026-02-28" },
	{ "to as_of itself", "", "to: 2026-03-01" },
	{ "to a day after as_of", "", "to: 2026-03-02" },
	{ "to the month of as_of, which has not ended", "", "to: 2026-03" },
};

static const struct spelling proofs[] = {
	{ "not given", "", "[]" },
	{ "a document of a form that the rule takes", "", "[D1]" },
	{ "one that was only mentioned", "", "[D2]" },
	{ "a draft", "", "[D3]" },
	{ "one that has been replaced", "", "[D4]" },
	{ "one of another form", "", "[D5]" },
	{ "one that is about another system", "", "[D6]" },
	{ "a draft and a document of a form that the rule takes", "", "[D3, D1]" },
};

#define ORGAN ", approved_by: [board]"
#define AGE ", max_age: 12 months"

/* The claim may use valid: too, so `from` stands apart. */
static const struct {
	const char *asks;
	const char *says;
	const char *rule;
	const char *approved;
	const char *from;
} decisions[] = {
	{ "nothing", "nothing", "", "", "" },
	{ "nothing", "valid from a later day", "", "", "from: 2026-03-02" },
	{ "nothing", "valid from as_of", "", "", "from: 2026-03-01" },
	{ "an organ", "nothing", ORGAN, "", "" },
	{ "an organ", "by that organ", ORGAN, "by: Styrelsen", "" },
	{ "an organ", "by another", ORGAN, "by: Chefen", "" },
	{ "an age", "nothing", AGE, "", "" },
	{ "an age", "on a day within it", AGE, "date: 2025-03-01", "" },
	{ "an age", "on an earlier day", AGE, "date: 2025-02-28", "" },
	{ "an age", "in a year that is within it in part", AGE, "date: 2025", "" },
};

static bool is_yes(struct str s)
{
	ck_assert_msg(str_eq(s, STR("yes")) || str_eq(s, STR("no")),
		      "\"%.*s\" is neither yes nor no", STR_ARG(s));
	return str_eq(s, STR("yes"));
}

static bool fits(struct str cell, bool value)
{
	return str_eq(cell, STR("any")) || is_yes(cell) == value;
}

struct claim_case {
	bool never;
	bool refuted;
	size_t valid;
	size_t proof;
	size_t decision;
};

struct claim_tables {
	struct doc_table claims;
	struct doc_table valid;
	struct doc_table proof;
	struct doc_table decided;
	bool reached[20];
};

/* "gap/na-refuted", by the first row that fits. */
static struct str claim_printed(struct claim_tables *t,
				const struct claim_case *c)
{
	const bool values[] = {
		!c->never,
		c->refuted,
		is_yes(t->valid.rows[c->valid + 1][1]),
		is_yes(t->proof.rows[c->proof + 1][1]),
		is_yes(t->decided.rows[c->decision + 1][2]),
	};
	struct buf b = { 0 };
	struct str ret = { 0 };

	for (size_t i = 1; i < t->claims.count && !ret.len; i++) {
		const struct str *row = t->claims.rows[i];
		bool fit = true;

		for (size_t k = 0; k < sizeof(values); k++)
			fit = fits(row[k], values[k]) && fit;
		if (!fit)
			continue;
		t->reached[i] = true;
		buf_putf(&b, "S1:%.*s p=%.*s/%.*s; *:%.*s", STR_ARG(row[5]),
			 STR_ARG(row[5]), STR_ARG(row[6]), STR_ARG(row[5]));
		ret = buf_take(&b, &lab.arena);
	}
	buf_release(&b);
	ck_assert_msg(ret.len != 0, "no row fits");
	return ret;
}

static void put_claim_rule(struct buf *b, const struct claim_case *c)
{
	buf_puts(b, RULE_HEAD RULE_TESTS
		 "each: system\nexpect: {p: {document: [plan]}}\n");
	if (c->never)
		buf_puts(b, "na: {allow: never}\n");
	else
		buf_putf(b,
			 "na: {allow: with-proof, proof: [excerpt], "
			 "refuted_by: {x: {statement: prov}}%s}\n",
			 decisions[c->decision].rule);
	buf_putc(b, '\0');
}

static void put_claim_given(struct buf *b, const struct claim_case *c)
{
	const char *from = decisions[c->decision].from;
	const char *to = valids[c->valid].claim;

	buf_puts(b, "systems: [{id: S1, name: A}, {id: S2, name: B}]\n"
		    "scope: {systems: [S1]}\n"
		    "documents:\n"
		    "- {id: D1, title: W, form: excerpt}\n"
		    "- {id: D2, title: W, form: excerpt, received: false}\n"
		    "- {id: D3, title: W, form: excerpt, status: draft}\n"
		    "- {id: D4, title: W, form: excerpt}\n"
		    "- {id: D5, title: W, form: letter}\n"
		    "- {id: D6, title: W, form: excerpt, about: [S2]}\n"
		    "- {id: D7, title: W, form: excerpt, replaces: D4}\n");
	if (c->refuted)
		buf_puts(b, "processes: [{id: P, text: Prov finns.}]\n");
	buf_putf(b,
		 "claims: [{rule: r, not_applicable: N, proof: %s, "
		 "approved: {%s}, valid: {%s%s%s}}]\n",
		 proofs[c->proof].claim, decisions[c->decision].approved, from,
		 *from && *to ? ", " : "", to);
	buf_putc(b, '\0');
}

static void compare_claim(struct claim_tables *t, const struct claim_case *c)
{
	struct arena_mark m = arena_mark(&lab.arena);
	struct buf rule = { 0 }, given = { 0 };

	put_claim_rule(&rule, c);
	put_claim_given(&given, c);
	ASSERT_STR(given.ptr,
		   lab_verdicts(&lab, lab_assess(&lab, rule.ptr, given.ptr)),
		   claim_printed(t, c));
	buf_release(&rule);
	buf_release(&given);
	arena_rewind(&lab.arena, m);
}

static void assert_words(const struct doc_table *t, size_t count,
			 const struct spelling *list)
{
	ck_assert_uint_eq(t->count, count + 1);
	for (size_t i = 0; i < count; i++)
		ASSERT_STR("word", t->rows[i + 1][0], str_of(list[i].words));
}

static struct claim_tables read_claim_tables(void)
{
	struct claim_tables t = {
		.claims = doc_table(&lab.arena, PAGE, "| allowed |"),
		.valid = doc_table(&lab.arena, PAGE, "| valid |"),
		.proof = doc_table(&lab.arena, PAGE, "| proof |"),
		.decided = doc_table(&lab.arena, PAGE, "| the rule asks for |"),
	};

	assert_words(&t.valid, ROWS(valids), valids);
	assert_words(&t.proof, ROWS(proofs), proofs);
	ck_assert_uint_eq(t.decided.count, (size_t)ROWS(decisions) + 1);
	for (int i = 0; i < ROWS(decisions); i++) {
		ASSERT_STR("asks", t.decided.rows[i + 1][0],
			   str_of(decisions[i].asks));
		ASSERT_STR("says", t.decided.rows[i + 1][1],
			   str_of(decisions[i].says));
	}
	return t;
}

START_TEST(claims_come_out_as_printed)
{
	struct claim_tables t = read_claim_tables();
	size_t rest = (size_t)ROWS(valids) * ROWS(proofs) * ROWS(decisions);

	for (size_t i = 0; i < 4 * rest; i++) {
		struct claim_case c = {
			.never = i / rest & 1,
			.refuted = i / rest & 2,
			.valid = i % ROWS(valids),
			.proof = i / ROWS(valids) % ROWS(proofs),
			.decision = i / ROWS(valids) / ROWS(proofs) %
				    ROWS(decisions),
		};

		compare_claim(&t, &c);
	}
	for (size_t i = 1; i < t.claims.count; i++)
		ck_assert_msg(t.reached[i], "row %zu is never reached", i);
}
END_TEST

Suite *claims_suite(void)
{
	Suite *s = suite_create("claims");
	TCase *t = tcase_create("claims");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_test(t, claims_come_out_as_printed);
	suite_add_tcase(s, t);
	return s;
}
