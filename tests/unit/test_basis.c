/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dates, decisions, agreements, subjects, claims and the earlier audit: a
 * rule, an inventory, and every verdict that follows.  As of 2026-03-01
 * where the inventory does not say.
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

#define DOC(more) "{documents: [{id: D, title: Plan" more "}]}"
#define AGED "expect: {p: {document: [plan], max_age: 2 years}}"
#define WITHIN "expect: {p: {record: [protokoll], within: 12 months}}"
#define EVERY "expect: {p: {record: [protokoll], every: 12 months}}"
#define GRACE \
	"expect: {p: {record: [protokoll], every: 12 months, grace: 1 month}}"
#define THREE                                                           \
	"expect: {p: {record: [protokoll], every: 12 months, periods: " \
	"3}}"
#define REC(id, date) "{id: " id ", title: Protokoll, performed: " date "}"

static const struct lab_row dates[] = {
	{ "exactly old enough", AGED, DOC(", approved: {date: 2024-03-01}"),
	  "met p=met" },
	{ "one day too old", AGED, DOC(", approved: {date: 2024-02-29}"),
	  "partial p=partial/stale" },
	{ "a month on the right side", AGED, DOC(", approved: {date: 2024-03}"),
	  "met p=met" },
	{ "a month on the wrong side", AGED, DOC(", approved: {date: 2024-02}"),
	  "partial p=partial/stale" },
	{ "a year that may be either", AGED, DOC(", approved: {date: 2024}"),
	  "unknown p=unknown/date-imprecise" },
	{ "a year that is too old", AGED, DOC(", approved: {date: 2023}"),
	  "partial p=partial/stale" },
	{ "a year that is fresh", AGED, DOC(", approved: {date: 2025}"),
	  "met p=met" },
	{ "no date", AGED, DOC(""), "unknown p=unknown/undated" },
	{ "revised since", AGED,
	  DOC(", approved: {date: 2010}, revised: 2025-02"), "met p=met" },
	{ "decided since the revision", AGED,
	  DOC(", approved: {date: 2025}, revised: 2010"), "met p=met" },
	{ "a version is no date", AGED,
	  "{documents: [{id: D, title: Plan, version: \"24.10\"}]}",
	  "unknown p=unknown/undated" },
	{ "the text tells when", AGED,
	  DOC(", text: \"Planen gäller. Antagen av styrelsen 2025-05-06.\""),
	  "met p=met" },
	{ "a record within the year", WITHIN,
	  "{documents: [" REC("D", "2025-03-01") "]}", "met p=met" },
	{ "a day too late", WITHIN, "{documents: [" REC("D", "2025-02-28") "]}",
	  "partial p=partial/stale" },
	{ "the day stands in the title", WITHIN,
	  "{documents: [{id: D, title: Protokoll 2025-05-17.xlsx}]}",
	  "met p=met" },
	{ "a version in the title is none", WITHIN,
	  "{documents: [{id: D, title: Protokoll 24.10.xlsx}]}",
	  "unknown p=unknown/undated" },
	{ "the best of several", WITHIN,
	  "{documents: [" REC("D", "2020") ", " REC("E", "2025-12") "]}",
	  "met p=met" },
	{ "once in the period", EVERY,
	  "{documents: [" REC("D", "2025-03-01") "]}", "met p=met" },
	{ "a day before it", EVERY, "{documents: [" REC("D", "2025-02-28") "]}",
	  "partial p=partial/stale" },
	{ "within the grace", GRACE,
	  "{documents: [" REC("D", "2025-02-01") "]}", "met p=met" },
	{ "a day past the grace", GRACE,
	  "{documents: [" REC("D", "2025-01-31") "]}", "partial p=partial/stale" },
	{ "all three periods", THREE,
	  "{documents: [" REC("D", "2025-06") ", " REC("E", "2024-06") ", " REC(
		  "F", "2023-06") "]}",
	  "met p=met" },
	{ "the middle one is missing", THREE,
	  "{documents: [" REC("D", "2025-06") ", " REC("F", "2023-06") "]}",
	  "partial p=partial/period-missed" },
	{ "none has a date", THREE, "{documents: [{id: D, title: Protokoll}]}",
	  "unknown p=unknown/undated" },
	{ "no record at all", THREE, "{}", "gap p=gap/missing" },
	{ "the future is no record", EVERY,
	  "{documents: [" REC("D", "2026-03-02") "]}", "partial p=partial/stale" },
};

START_TEST(dates_are_intervals)
{
	lab_assert_row(&lab, RULE(""), &dates[_i]);
}
END_TEST

#define DECIDED "expect: {p: {document: [plan], approved_by: [council]}}"

static const struct lab_row decisions[] = {
	{ "by whom it should", DECIDED, DOC(", approved: {by: Kommunfullmäktige}"),
	  "partial p=partial/wrong-approver" },
	{ "by the word of the list", DECIDED,
	  DOC(", approved: {by: fullmäktige}"), "met p=met" },
	{ "by another", DECIDED, DOC(", approved: {by: Styrelsen}"),
	  "partial p=partial/wrong-approver" },
	{ "not known, text not read", DECIDED, DOC(""),
	  "unknown p=unknown/approval-unknown" },
	{ "the text tells of none", DECIDED, DOC(", text: Planen gäller."),
	  "partial p=partial/unapproved" },
	{ "the text tells who", DECIDED,
	  DOC(", text: \"Planen gäller. Antagen av fullmäktige 2024-02-19.\""),
	  "met p=met" },
	{ "a draft decides first", DECIDED, DOC(", status: draft"),
	  "partial p=partial/draft" },
};

START_TEST(decisions_are_made_by_somebody)
{
	lab_assert_row(&lab, RULE(""), &decisions[_i]);
}
END_TEST

#define L1 "suppliers: [{id: L1, name: Driftbolaget}]"
#define AGREED                                        \
	"expect: {p: {document: [plan], topic: plan," \
	" agreed_with: avtalat}}"

static const struct lab_row agreements[] = {
	{ "internal", AGREED, DOC(""), "partial p=partial/not-agreed" },
	{ "agreed", AGREED,
	  "{" L1 ", documents: [{id: D, title: Plan, agreed_with: [L1]}]}",
	  "met p=met" },
	{ "said to be agreed", AGREED,
	  "{documents: [{id: D, title: Plan}], processes: [{id: P,"
	  " text: Det är avtalat med leverantören.}]}",
	  "met p=met" },
	{ "said not to be", AGREED,
	  "{documents: [{id: D, title: Plan}], processes: [{id: P,"
	  " text: Det är inte avtalat med leverantören.}]}",
	  "partial p=partial/not-agreed" },
	{ "only said, nothing of agreement", AGREED,
	  "{processes: [{id: P, text: Planen finns.}]}",
	  "partial p=partial/claimed-unproven" },
	{ "… where saying so is enough",
	  "expect: {p: {statement: plan, agreed_with: avtalat}}",
	  "{processes: [{id: P, text: Planen finns.}]}",
	  "partial p=partial/not-agreed" },
	{ "nothing at all", AGREED, "{}", "gap p=gap/missing" },
	{ "an agreed paper of another kind", AGREED,
	  "{" L1 ", documents: [{id: D, title: Plan},"
	  " {id: E, title: Handbok, agreed_with: [L1]}]}",
	  "partial p=partial/not-agreed" },
};

START_TEST(the_counterpart_must_agree)
{
	lab_assert_row(&lab, RULE(""), &agreements[_i]);
}
END_TEST

#define S12 "systems: [{id: S1, name: Agresso}, {id: S2, name: Combine}]"
#define EACH "each: system\nexpect: {p: {statement: plan}}"

static const struct lab_row subjects[] = {
	{ "one verdict each, and one over them", EACH,
	  "{" S12 ", processes: [{id: P, about: [S1], text: Planen finns.},"
	  " {id: Q, about: [S2], text: Planen saknas.}]}",
	  "S1:met p=met; S2:gap p=gap/admitted; *:partial" },
	{ "one never counts for another", EACH,
	  "{" S12 ", processes: [{id: P, about: [S1], text: Planen finns.}]}",
	  "S1:met p=met; S2:unknown p=unknown/not-stated; *:unknown" },
	{ "what is said of all counts for all", EACH,
	  "{" S12 ", processes: [{id: P, text: Planen finns.}]}",
	  "S1:met p=met; S2:met p=met; *:met" },
	{ "its own goes before that of all", EACH,
	  "{" S12 ", processes: [{id: P, text: Planen finns.},"
	  " {id: Q, about: [S2], text: Planen saknas.}]}",
	  "S1:met p=met; S2:gap p=gap/admitted; *:partial" },
	{ "… also where all is worse", EACH,
	  "{" S12 ", processes: [{id: P, text: Planen saknas.},"
	  " {id: Q, about: [S2], text: Planen finns.}]}",
	  "S1:gap p=gap/admitted; S2:met p=met; *:partial" },
	{ "named in the words", EACH,
	  "{" S12 ", processes: [{id: P, text: Planen för Agresso saknas.}]}",
	  "S1:gap p=gap/admitted; S2:unknown p=unknown/not-stated; "
	  "*:unknown" },
	{ "both at once", EACH,
	  "{" S12 ", processes: [{id: P, about: [S1, S2],"
	  " text: Planen finns.}]}",
	  "S1:met p=met; S2:met p=met; *:met" },
	{ "any of them is enough", "each_rollup: any\n" EACH,
	  "{" S12 ", processes: [{id: P, about: [S1], text: Planen finns.}]}",
	  "S1:met p=met; S2:unknown p=unknown/not-stated; *:met" },
	{ "what is of one is not of the organisation",
	  "expect: {p: {statement: plan}}",
	  "{" S12 ", processes: [{id: P, about: [S1], text: Planen finns.}]}",
	  "unknown p=unknown/not-stated" },
	{ "scope of systems", EACH,
	  "{" S12 ", scope: {systems: [S2]}, processes: [{id: P,"
	  " text: Planen finns.}]}",
	  "S2:met p=met; *:met" },
	{ "scope of areas", "expect: {p: {statement: plan}}",
	  "{scope: {areas: [network]}}", "" },
	{ "its own area", "expect: {p: {statement: plan}}",
	  "{scope: {areas: [governance]}}", "unknown p=unknown/not-stated" },
	{ "suppliers", "each: supplier\nexpect: {p: {statement: plan}}",
	  "{" L1 ", processes: [{id: P, about: [L1], text: Planen finns.}]}",
	  "L1:met p=met; *:met" },
	{ "no systems", EACH, "{}", "unknown p=unknown/empty-population" },
	{ "no systems: na", "empty: na\n" EACH, "{}", "na p=na/empty-population" },
	{ "no systems: gap", "empty: gap\n" EACH, "{}",
	  "gap p=gap/empty-population" },
	{ "no systems: all as one", "empty: organisation\n" EACH,
	  "{processes: [{id: P, text: Planen finns.}]}", "met p=met" },
	{ "documents of one system",
	  "each: system\nexpect: {p: {document: [plan]}}",
	  "{" S12 ", documents: [{id: D, title: Plan Agresso}]}",
	  "S1:met p=met; S2:gap p=gap/missing; *:partial" },
	{ "documents of all", "each: system\nexpect: {p: {document: [plan]}}",
	  "{" S12 ", documents: [{id: D, title: Plan}]}",
	  "S1:met p=met; S2:met p=met; *:met" },
};

START_TEST(a_rule_has_subjects)
{
	lab_assert_row(&lab, RULE(""), &subjects[_i]);
}
END_TEST

#define NA(more) "na: {allow: with-proof, proof: [excerpt, full]" more "}\n"
#define NEVER "na: {allow: never}\n"
#define P_PLAN "expect: {p: {statement: plan}}"
#define CLAIMS(more) "claims: [{rule: r, not_applicable: Nej" more "}]"
#define PROOF "documents: [{id: D, title: X}]"

static const struct lab_row claims[] = {
	{ "proven", NA("") P_PLAN, "{" PROOF ", " CLAIMS(", proof: [D]") "}",
	  "na p=na/na-proven" },
	{ "nothing shows it", NA("") P_PLAN, "{" CLAIMS("") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "a draft shows nothing", NA("") P_PLAN,
	  "{documents: [{id: D, title: X, status: draft}], " CLAIMS(
		  ", proof: [D]") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "nor one that was not received", NA("") P_PLAN,
	  "{documents: [{id: D, title: X, received: false}], " CLAIMS(
		  ", proof: [D]") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "nor a letter", NA("") P_PLAN,
	  "{documents: [{id: D, title: X, form: letter}], " CLAIMS(
		  ", proof: [D]") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "not to be claimed", NEVER P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D]") "}", "gap p=gap/na-not-allowed" },
	{ "refuted", NA(", refuted_by: {q: {statement: prov}}") P_PLAN,
	  "{" PROOF
	  ", " CLAIMS(", proof: [D]") ", processes: [{id: P, text: Prov görs.}]}",
	  "gap p=gap/na-refuted" },
	{ "not refuted by a plan for it",
	  NA(", refuted_by: {q: {statement: prov}}") P_PLAN,
	  "{" PROOF ", " CLAIMS(
		  ", proof: [D]") ", processes: [{id: P, text: Prov planeras.}]}",
	  "na p=na/na-proven" },
	{ "decided by whom it should", NA(", approved_by: [board]") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], approved: {by: Styrelsen}") "}",
	  "na p=na/na-proven" },
	{ "decided by another", NA(", approved_by: [board]") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], approved: {by: Chefen}") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "too long ago", NA(", max_age: 1 year") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], approved: {date: 2025-02-28}") "}",
	  "na-unproven p=na-unproven/na-unproven" },
	{ "just recent enough", NA(", max_age: 1 year") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], approved: {date: 2025-03-01}") "}",
	  "na p=na/na-proven" },
	{ "not valid any more", NA("") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], valid: {to: 2026-02-28}") "}",
	  "na-unproven p=na-unproven/na-expired" },
	{ "valid on its last day", NA("") P_PLAN,
	  "{" PROOF ", " CLAIMS(", proof: [D], valid: {to: 2026-03-01}") "}",
	  "na p=na/na-proven" },
	{ "of another rule", NA("") P_PLAN,
	  "{claims: [{rule: q, not_applicable: Nej}]}",
	  "unknown p=unknown/not-stated" },
	{ "of one system", NA("") EACH,
	  "{" S12 ", " PROOF ", " CLAIMS(
		  ", about: [S1], proof: [D]") ", processes: [{id: P, text: Planen finns.}]}",
	  "S1:na p=na/na-proven; S2:met p=met; *:met" },
	{ "proof of another system", NA("") EACH,
	  "{" S12 ", documents: [{id: D, title: X, about: [S2]}], " CLAIMS(
		  ", about: [S1], proof: [D]") "}",
	  "S1:na-unproven p=na-unproven/na-unproven; S2:unknown "
	  "p=unknown/not-stated; *:unknown" },
	{ "of a group", NA("") "expect: {g: {any: {a: {statement: plan}}}}",
	  "{" PROOF ", " CLAIMS(", proof: [D]") "}", "na g=na/na-proven" },
};

START_TEST(a_claim_must_be_shown)
{
	lab_assert_row(&lab, RULE_HEAD RULE_TESTS, &claims[_i]);
}
END_TEST

#define EARLIER(verdict) \
	"earlier: [{id: R, rule: r, part: p, verdict: " verdict "}]"
#define SAME "processes: [{id: P, text: Planen är oförändrad.}]"

static const struct lab_row earlier[] = {
	{ "was met", P_PLAN, "{" SAME ", " EARLIER("met") "}",
	  "met p=met/unchanged" },
	{ "was a gap", P_PLAN, "{" SAME ", " EARLIER("gap") "}",
	  "gap p=gap/unchanged" },
	{ "was partial", P_PLAN, "{" SAME ", " EARLIER("partial") "}",
	  "partial p=partial/unchanged" },
	{ "nothing is known", P_PLAN, "{" SAME "}",
	  "unknown p=unknown/no-earlier" },
	{ "of the whole rule", P_PLAN,
	  "{" SAME ", earlier: [{id: R, rule: r, verdict: gap}]}",
	  "gap p=gap/unchanged" },
	{ "the part goes before the rule", P_PLAN,
	  "{" SAME ", earlier: [{id: Q, rule: r, verdict: gap},"
	  " {id: R, rule: r, part: p, verdict: met}]}",
	  "met p=met/unchanged" },
	{ "of another rule", P_PLAN,
	  "{" SAME ", earlier: [{id: R, rule: q, part: p, verdict: met}]}",
	  "unknown p=unknown/no-earlier" },
	{ "of another system", EACH,
	  "{" S12 ", " SAME ", earlier: [{id: R, rule: r, about: [S1],"
	  " verdict: met}]}",
	  "S1:met p=met/unchanged; S2:unknown p=unknown/no-earlier; *:unknown" },
	{ "what is said of today decides", P_PLAN,
	  "{processes: [{id: P, text: Planen är oförändrad.},"
	  " {id: Q, text: Planen saknas.}], " EARLIER("met") "}",
	  "gap p=gap/admitted" },
};

START_TEST(unchanged_carries_forward)
{
	lab_assert_row(&lab, RULE(""), &earlier[_i]);
}
END_TEST

START_TEST(earlier_findings_have_become_of_something)
{
	static const struct lab_row r = {
		"follow-up", P_PLAN,
		"{processes: [{id: P, text: Planen finns.}], " EARLIER("gap") "}",
		""
	};
	const struct part_result *p =
		lab_assess_row(&lab, RULE(""), &r)->results[0].parts;

	ck_assert(p->has_earlier);
	ck_assert_int_eq(p->earlier, VERDICT_GAP);
	ck_assert_int_eq(p->follow_up, FOLLOW_CLOSED);
}
END_TEST

START_TEST(only_what_counts_is_in_the_totals)
{
	static const struct lab_row r = {
		"totals",
		"expect: {g: {any: {a: {statement: plan}, b: {statement: ansvar}}},"
		" c: {statement: prov}}",
		"{processes: [{id: P, text: Planen finns. Prov saknas.}]}", ""
	};
	const struct assessment *a = lab_assess_row(&lab, RULE(""), &r);

	ck_assert_uint_eq(a->totals[VERDICT_MET], 1);
	ck_assert_uint_eq(a->totals[VERDICT_GAP], 1);
	ck_assert_uint_eq(a->totals[VERDICT_UNKNOWN], 0);
	ck_assert_uint_eq(a->rules_evaluated, 1);
	/* A group is a finding, its members are none. */
	ck_assert_uint_eq(a->results[0].parts[2].finding.len, 0);
	ck_assert_uint_eq(a->results[0].parts[3].finding.len, 16);
	ck_assert(a->results[0].parts[3].to_close[LANG_EN].len > 0);
}
END_TEST

Suite *basis_suite(void)
{
	Suite *s = suite_create("basis");
	TCase *t = tcase_create("basis");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, dates_are_intervals, 0, ROWS(dates));
	tcase_add_loop_test(t, decisions_are_made_by_somebody, 0,
			    ROWS(decisions));
	tcase_add_loop_test(t, the_counterpart_must_agree, 0, ROWS(agreements));
	tcase_add_loop_test(t, a_rule_has_subjects, 0, ROWS(subjects));
	tcase_add_loop_test(t, a_claim_must_be_shown, 0, ROWS(claims));
	tcase_add_loop_test(t, unchanged_carries_forward, 0, ROWS(earlier));
	tcase_add_test(t, earlier_findings_have_become_of_something);
	tcase_add_test(t, only_what_counts_is_in_the_totals);
	suite_add_tcase(s, t);
	return s;
}
