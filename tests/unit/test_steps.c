/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The order of decision for one point: for each step an inventory in which
 * it holds together with what comes after it, and so decides.  The steps are
 * those of docs/verdicts.md; where both hold the earlier one wins.
 */
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

#define PLAN "expect: {p: {document: [plan], topic: plan, max_age: 2 years}}"
#define SAID "expect: {p: {statement: plan}}"
#define TWO "expect: {p: {statement: plan, min_basis: 3}}"
#define ANY "expect: {g: {any: {a: {statement: plan}, b: {statement: ansvar}}}}"
#define RECORD \
	"expect: {p: {record: [protokoll], counts_as: {claimed-unproven: gap}}}"
#define EARLIER "earlier: [{year: 2024, rule: r, part: p, verdict: partial}]"
#define CLAIM(more) "claims: [{rule: r, not_applicable: Nej" more "}]"
#define D(more) "documents: [{id: D, title: Plan" more "}]"
#define FRESH ", approved: {date: 2025}"
#define P(text) "processes: [{id: P, text: \"" text "\"}]"
#define P2(a, b) \
	"processes: [{id: P, text: \"" a "\"}, {id: Q, text: \"" b "\"}]"

static const struct lab_row steps[] = {
	/* 1. Too thin a basis decides nothing, whatever it says. */
	{ "thin, and denied", TWO,
	  "{" P2("Planen saknas.", "Planen är påbörjad.") "}",
	  "unknown p=unknown/thin-basis" },
	/* 2. A claim goes before all that was said or received. */
	{ "claimed with proof, and denied", PLAN,
	  "{" CLAIM(", proof: [D]") ", " D(", form: excerpt") ", " P(
		  "Planen saknas.") "}",
	  "na p=na/na-proven" },
	{ "claimed without, and there", PLAN, "{" CLAIM("") ", " D(FRESH) "}",
	  "na-unproven p=na-unproven/na-unproven" },
	/* 3. Unchanged since the earlier audit: its verdict stands. */
	{ "unchanged, and a good paper", PLAN,
	  "{" EARLIER ", " D(FRESH) ", " P("Planen är oförändrad.") "}",
	  "partial p=partial/unchanged" },
	/* 4. Nothing stated and nothing received: no information. */
	{ "silence", PLAN, "{complete: false}",
	  "unknown p=unknown/no-information" },
	{ "silence of people", SAID, "{}", "unknown p=unknown/not-stated" },
	/* 5. Denied: a gap; a plan, a start or a beginning changes nothing. */
	{ "denied, and planned", PLAN,
	  "{" P2("Planen saknas.", "Planen planeras.") "}", "gap p=gap/admitted" },
	{ "denied, and begun", PLAN,
	  "{" P2("Planen saknas.", "Planen är påbörjad.") "}",
	  "gap p=gap/admitted" },
	{ "denied, and affirmed", SAID,
	  "{" P2("Planen saknas.", "Planen finns.") "}", "gap p=gap/admitted" },
	{ "only planned", PLAN, "{" P("Planen planeras.") "}",
	  "gap p=gap/planned" },
	/* 6. Done, with nothing to show, where a record is the point. */
	{ "done and not recorded", RECORD, "{" P("Protokoll finns.") "}",
	  "gap p=gap/missing" },
	/* 7. A compensating control makes up for what has only begun. */
	{ "begun, and compensated", ANY,
	  "{" P2("Planen är påbörjad.", "Ansvaret finns.") "}",
	  "met g=met g/a=partial/started g/b=met" },
	/* 8. Begun or in draft: in part, before its age is looked at. */
	{ "begun, and a good paper", PLAN,
	  "{" D(FRESH) ", " P("Planen är påbörjad.") "}",
	  "partial p=partial/started" },
	{ "a draft, and old", PLAN, "{" D(", status: draft, revised: 2010") "}",
	  "partial p=partial/draft" },
	/* 9. It is there, and something about it fails. */
	{ "old, and affirmed", PLAN,
	  "{" D(", revised: 2010") ", " P("Planen finns.") "}",
	  "partial p=partial/stale" },
	{ "in part, and a good paper", PLAN,
	  "{" D(FRESH) ", " P("Planen är delvis klar.") "}",
	  "partial p=partial/says-partial" },
	{ "only said", PLAN, "{" P("Planen finns.") "}",
	  "partial p=partial/claimed-unproven" },
	/* 10. Otherwise it is met. */
	{ "a good paper", PLAN, "{" D(FRESH) "}", "met p=met" },
	{ "said, where that is enough", SAID, "{" P("Planen finns.") "}",
	  "met p=met" },
};

START_TEST(the_earlier_step_decides)
{
	lab_assert_row(&lab, RULE(""), &steps[_i]);
}
END_TEST

Suite *steps_suite(void)
{
	Suite *s = suite_create("steps");
	TCase *t = tcase_create("steps");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, the_earlier_step_decides, 0, ROWS(steps));
	suite_add_tcase(s, t);
	return s;
}
