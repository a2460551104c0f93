/* SPDX-License-Identifier: EUPL-1.2 */
/* The tests that stand inside a rule. */
#include "ruletest/ruletest.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

#define HEAD RULE_HEAD RULE_NA
#define P "expect: {p: {document: [plan]}}\n"
#define EACH "each: system\n" P
#define NAMED "name: n, as_of: 2026-03-01, "
#define TEST(given, want) \
	"tests: [{" NAMED "given: " given ", want: " want "}]\n"

static const struct {
	const char *name;
	const char *rule;
	enum test_status status;
	const char *want; /* label want got */
} rows[] = {
	{ "as it should",
	  P TEST("{documents: [{id: D, title: Plan}]}", "{verdict: met}"),
	  TEST_OK, "  " },
	{ "with its parts",
	  P TEST("{}", "{verdict: gap, parts: {p: gap}, reasons: {p: missing}}"),
	  TEST_OK, "  " },
	{ "without a reason",
	  P TEST("{documents: [{id: D, title: Plan}]}",
		 "{verdict: met, reasons: {p: none}}"),
	  TEST_OK, "  " },
	{ "another verdict", P TEST("{}", "{verdict: met}"), TEST_WRONG_VERDICT,
	  " met gap" },
	{ "another verdict of a part",
	  P TEST("{}", "{verdict: gap, parts: {p: met}}"), TEST_WRONG_VERDICT,
	  "p met gap" },
	{ "another reason", P TEST("{}", "{verdict: gap, reasons: {p: draft}}"),
	  TEST_WRONG_REASON, "p draft missing" },
	{ "no such part", P TEST("{}", "{verdict: gap, parts: {q: gap}}"),
	  TEST_NO_RESULT, "q gap " },
	{ "no such subject", EACH TEST("{}", "{verdict: gap, subject: S1}"),
	  TEST_NO_RESULT, "S1 gap " },
	{ "one of two subjects",
	  EACH TEST("{systems: [{id: S1, name: A}, {id: S2, name: B}],"
		    " documents: [{id: D, title: Plan, about: [S2]}]}",
		    "{verdict: met, subject: S2}"),
	  TEST_OK, "  " },
	{ "the roll-up over two",
	  EACH TEST("{systems: [{id: S1, name: A}, {id: S2, name: B}],"
		    " documents: [{id: D, title: Plan, about: [S2]}]}",
		    "{verdict: partial}"),
	  TEST_OK, "  " },
	{ "what is given is broken",
	  P TEST("{documents: [{}]}", "{verdict: met}"), TEST_BROKEN, "  " },
	{ "no such verdict", P TEST("{}", "{verdict: good}"), TEST_BROKEN, "  " },
	{ "no such verdict of a part",
	  P TEST("{}", "{verdict: gap, parts: {p: good}}"), TEST_BROKEN, "  " },
	{ "no want", P "tests: [{" NAMED "given: {}}]\n", TEST_BROKEN, "  " },
};

static struct test_outcomes run(const char *parts)
{
	struct buf b = { 0 };
	struct ruleset set = { .vocab = lab.vocab, .count = 1 };

	/* The test before may have run in this process too. */
	lab.diags.errors = 0;
	buf_puts(&b, HEAD);
	buf_puts(&b, parts);
	buf_putc(&b, '\0');
	set.list = lab_rule(&lab, b.ptr);
	buf_release(&b);
	return ruletest_run(&lab.arena, &lab.diags, &set, &set.list[0],
			    lab.matcher);
}

START_TEST(a_test_ends_so)
{
	struct test_outcomes o = run(rows[_i].rule);
	struct buf b = { 0 };

	ck_assert_uint_eq(o.count, 1);
	ck_assert_int_eq(o.list[0].status, rows[_i].status);
	buf_putf(&b, "%.*s %.*s %.*s", STR_ARG(o.list[0].label),
		 STR_ARG(o.list[0].want), STR_ARG(o.list[0].got));
	ASSERT_STR(rows[_i].name, buf_str(&b), str_of(rows[_i].want));
	ck_assert_int_eq(lab.diags.errors != 0, rows[_i].status == TEST_BROKEN);
	buf_release(&b);
}
END_TEST

START_TEST(tests_that_are_no_list_are_told)
{
	struct test_outcomes o = run(P "tests: {a: b}\n");

	ck_assert_uint_eq(o.count, 0);
	ck_assert_uint_eq(lab.diags.errors, 1);
}
END_TEST

START_TEST(no_tests_are_none)
{
	ck_assert_uint_eq(run(P).count, 0);
}
END_TEST

Suite *ruletest_suite(void)
{
	Suite *s = suite_create("ruletest");
	TCase *t = tcase_create("ruletest");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, a_test_ends_so, 0, ROWS(rows));
	tcase_add_test(t, tests_that_are_no_list_are_told);
	tcase_add_test(t, no_tests_are_none);
	suite_add_tcase(s, t);
	return s;
}
