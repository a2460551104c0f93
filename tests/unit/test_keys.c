/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a rule can say of a part beyond its kind: whose paper, how often,
 * which clauses, what a reason weighs.  A rule, an inventory, and every
 * verdict that follows.
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

#define L1 "suppliers: [{id: L1, name: Driftbolaget}]"
#define SAYS(text) "{processes: [{id: P, text: \"" text "\"}]}"
#define PAPER(more) "{" L1 ", documents: [{id: D, title: Plan" more "}]}"

#define CLAUSES                                                           \
	"expect: {p: {document: [plan], clauses: {a: {element: ansvar}, " \
	"b: {element: bilaga}}}}"
static const struct lab_row clauses[] = {
	{ "all of them", CLAUSES, PAPER(", text: \"Ansvaret. Bilagan.\""),
	  "met p=met p/a=met p/b=met" },
	{ "some of them", CLAUSES, PAPER(", text: \"Ansvaret är ditt.\""),
	  "partial p=partial/element-missing p/a=met p/b=gap/element-missing" },
	{ "none of them", CLAUSES, PAPER(", text: \"Annat står här.\""),
	  "gap p=gap/element-missing p/a=gap/element-missing "
	  "p/b=gap/element-missing" },
	{ "another paper can't hold them", CLAUSES,
	  "{documents: [{id: D, title: Handbok, text: \"Ansvaret. Bilagan.\"}]}",
	  "gap p=gap/missing p/a=gap/missing p/b=gap/missing" },
	{ "only the title is known", CLAUSES, PAPER(""),
	  "unknown p=unknown/not-read p/a=unknown/not-read "
	  "p/b=unknown/not-read" },
	{ "no paper: it is missing, not each clause", CLAUSES, "{}",
	  "gap p=gap/missing p/a=gap/missing p/b=gap/missing" },
	{ "a draft counts beside its clauses", CLAUSES,
	  PAPER(", status: draft, text: \"Ansvaret. Bilagan.\""),
	  "partial p=partial/draft p/a=partial/draft p/b=partial/draft" },
};

#define REGISTERED "expect: {p: {papers: [plan], have: [regno], topic: bilaga}}"
#define TWO(a, b)                                                 \
	"{documents: [{id: D, title: Plan" a "}, {id: E, title: " \
	"Plan B" b "}]}"
static const struct lab_row papers[] = {
	{ "all have it", REGISTERED,
	  TWO(", regno: KS 2024/1", ", regno: KS 2024/2"), "met p=met" },
	{ "one lacks it", REGISTERED, TWO(", regno: KS 2024/1", ", regno: none"),
	  "partial p=partial/unregistered" },
	{ "none has it", REGISTERED, TWO(", regno: none", ", regno: none"),
	  "gap p=gap/unregistered" },
	{ "the text bears it", REGISTERED,
	  TWO(", text: Dnr KS 2024/1", ", regno: KS"), "met p=met" },
	{ "the text lacks it", REGISTERED, TWO(", text: Planen", ", regno: KS 1"),
	  "partial p=partial/unregistered" },
	{ "nothing is known of one", REGISTERED, TWO("", ", regno: KS 2024/2"),
	  "unknown p=unknown/no-information" },
	{ "somebody says so", REGISTERED,
	  SAYS("Bilagan är delvis klar till hälften."),
	  "partial p=partial/coverage" },
	{ "a draft is not of the set", REGISTERED,
	  TWO(", regno: KS 1", ", status: draft, regno: none"), "met p=met" },
	{ "one decided, one not",
	  "expect: {p: {papers: [plan], have: [approval]}}",
	  TWO(", approved: {by: KS}", ", text: Planen"),
	  "partial p=partial/unregistered" },
	{ "dated", "expect: {p: {papers: [plan], have: [date]}}",
	  TWO(", revised: 2024", ", approved: {date: 2020}"), "met p=met" },
};

#define SUPPLIERS "expect: {p: {document: [plan], whose: supplier}}"
#define OWN "expect: {p: {document: [plan], whose: municipality}}"
#define BINDING "expect: {p: {document: [plan], binding: true}}"
static const struct lab_row owners[] = {
	{ "the supplier's", SUPPLIERS, PAPER(", author: supplier"), "met p=met" },
	{ "not the municipality's", SUPPLIERS, PAPER(", author: municipality"),
	  "gap p=gap/missing" },
	{ "nor nobody's", SUPPLIERS, PAPER(""), "gap p=gap/missing" },
	{ "the municipality's", OWN, PAPER(", author: municipality"),
	  "met p=met" },
	{ "… is what is not the supplier's", OWN, PAPER(""), "met p=met" },
	{ "not the supplier's", OWN, PAPER(", author: supplier"),
	  "gap p=gap/missing" },
	{ "what is said of the supplier is not of this side",
	  "expect: {p: {statement: plan, whose: municipality}}",
	  "{" L1 ", processes: [{id: P, org: L1, text: Planen saknas.}]}",
	  "unknown p=unknown/not-stated" },
	{ "… nor the reverse", "expect: {p: {statement: plan, whose: supplier}}",
	  "{" L1 ", processes: [{id: P, org: IT, text: Planen saknas.}]}",
	  "unknown p=unknown/not-stated" },
	{ "said of nobody", "expect: {p: {statement: plan, whose: supplier}}",
	  SAYS("Planen saknas."), "gap p=gap/admitted" },
	{ "a routine shows nothing that is done",
	  "expect: {p: {statement: ansvar, accepts: [record, statement]}}",
	  "{documents: [{id: D, title: Handbok, text: Ansvaret tas varje dag.}]}",
	  "unknown p=unknown/not-stated" },
	{ "… but a record does",
	  "expect: {p: {statement: ansvar, accepts: [record, statement]}}",
	  "{documents: [{id: D, title: Protokoll, text: Ansvaret togs.}]}",
	  "met p=met" },
	{ "a demand in another paper is no plan",
	  "expect: {p: {document: [plan], topic: plan, named_only: true}}",
	  "{documents: [{id: D, title: Handbok, text: Planen ska finnas.}]}",
	  "gap p=gap/missing" },
	{ "… but it may stand in some",
	  "expect: {p: {document: [plan], topic: plan, named_only: true, "
	  "may_be_in: [handbok]}}",
	  "{documents: [{id: D, title: Handbok, text: Planen ska finnas.}]}",
	  "met p=met" },
	{ "it binds", BINDING, PAPER(", binds: [L1]"), "met p=met" },
	{ "it is agreed", BINDING, PAPER(", agreed_with: [L1]"), "met p=met" },
	{ "it binds nobody", BINDING, PAPER(""), "gap p=gap/missing" },
};

#define YEARLY "expect: {p: {statement: ansvar, often: 1 years}}"
#define REGULARLY \
	"expect: {p: {statement: ansvar, often: 1 years, regularly: true}}"
static const struct lab_row periods[] = {
	{ "as often", YEARLY, SAYS("Ansvaret ses över årligen."), "met p=met" },
	{ "oftener", YEARLY, SAYS("Ansvaret ses över halvårsvis."), "met p=met" },
	{ "too seldom", YEARLY, SAYS("Ansvaret ses över vart tredje år."),
	  "partial p=partial/too-seldom" },
	{ "no number", YEARLY, SAYS("Ansvaret ses över regelbundet."),
	  "partial p=partial/period-not-stated" },
	{ "no number, and none needed", REGULARLY,
	  SAYS("Ansvaret ses över regelbundet."), "met p=met" },
	{ "now and then", REGULARLY, SAYS("Ansvaret ses över ibland."),
	  "partial p=partial/irregular" },
	{ "not said", YEARLY, SAYS("Ansvaret ses över."),
	  "partial p=partial/period-not-stated" },
	{ "denied", YEARLY, SAYS("Ansvaret ses inte över årligen."),
	  "gap p=gap/admitted" },
	{ "two say different things", YEARLY,
	  "{processes: [{id: P, text: Ansvaret ses över.}, {id: Q, text: "
	  "Ansvaret ses över årligen.}]}",
	  "met p=met" },
};

#define AGED "expect: {p: {statement: plan, max_age: 5 years}}"
static const struct lab_row ages[] = {
	{ "said to be fresh", AGED, SAYS("Planen är från 2023."), "met p=met" },
	{ "said to be old", AGED, SAYS("Planen är från 2006."),
	  "partial p=partial/stale" },
	{ "no year", AGED, SAYS("Planen finns."), "met p=met" },
	{ "the paper's own date goes first",
	  "expect: {p: {document: [plan], topic: plan, max_age: 5 years}}",
	  "{documents: [{id: D, title: Plan, revised: 2024}], processes: "
	  "[{id: P, text: Planen är från 2006.}]}",
	  "met p=met" },
	{ "a note that the only paper is unfinished",
	  "expect: {p: {document: [plan], topic: plan}}",
	  "{documents: [{id: D, title: Plan}], processes: [{id: P, how: read, "
	  "source: D, text: Planen är delvis klar.}]}",
	  "partial p=partial/says-partial" },
	{ "… and another that is good",
	  "expect: {p: {document: [plan], topic: plan}}",
	  "{documents: [{id: D, title: Plan}, {id: E, title: Plan B}], "
	  "processes: [{id: P, how: read, source: D, text: Planen är delvis "
	  "klar.}]}",
	  "met p=met" },
	{ "replaced, and nothing else is listed",
	  "expect: {p: {document: [plan]}}",
	  "{documents: [{id: D, title: Plan, status: superseded}]}",
	  "gap p=gap/superseded" },
	{ "replaced by what may not be listed", "expect: {p: {document: [plan]}}",
	  "{complete: false, documents: [{id: D, title: Plan, status: "
	  "superseded}]}",
	  "unknown p=unknown/no-information" },
	{ "a note tells of the paper",
	  "expect: {p: {document: [plan], topic: plan, max_age: 5 years}}",
	  "{documents: [{id: D, title: Plan}], processes: [{id: P, how: read, "
	  "source: D, text: Planen är antagen 2006.}]}",
	  "partial p=partial/stale" },
};

static const struct lab_row weights[] = {
	{ "in part is a gap here",
	  "expect: {p: {statement: plan, counts_as: {coverage: gap}}}",
	  SAYS("Planen är delvis klar till hälften."), "gap p=gap/coverage" },
	{ "of another reason it is not",
	  "expect: {p: {statement: plan, counts_as: {vague: gap}}}",
	  SAYS("Planen är delvis klar till hälften."),
	  "partial p=partial/coverage" },
	{ "it is there, and not used", "expect: {p: {statement: plan}}",
	  SAYS("Planen är inte prövad och outnyttjad."),
	  "partial p=partial/unused" },
	{ "its use is what counts", "expect: {p: {statement: plan, point: used}}",
	  SAYS("Planen är inte prövad och outnyttjad."), "gap p=gap/admitted" },
	{ "a thin basis decides nothing",
	  "expect: {p: {statement: plan, min_basis: 2}}", SAYS("Planen finns."),
	  "unknown p=unknown/thin-basis" },
	{ "two sources are enough", "expect: {p: {statement: plan, min_basis: 2}}",
	  "{processes: [{id: P, text: Planen finns.}, {id: Q, text: Planen är "
	  "känd.}]}",
	  "met p=met" },
	{ "silence is no thin basis",
	  "expect: {p: {statement: plan, min_basis: 2}}", "{}",
	  "unknown p=unknown/not-stated" },
	{ "a demand is said, and a demand is asked for",
	  "expect: {p: {statement: plan, accepts: [statement, norm]}}",
	  SAYS("Planen ska finnas."), "met p=met" },
	{ "a demand shows nothing else", "expect: {p: {statement: plan}}",
	  SAYS("Planen ska finnas."), "unknown p=unknown/not-stated" },
	{ "what goes on about a thing speaks of more together with it",
	  "expect: {p: {statement: avtalat}}",
	  SAYS("Planen hos leverantören finns, men saknar avtal."),
	  "gap p=gap/admitted" },
	{ "a supplier is known by its name", "expect: {p: {statement: avtalat}}",
	  "{" L1 ", processes: [{id: P, text: Driftbolagets avtal finns.}]}",
	  "met p=met" },
	{ "… and not by another's", "expect: {p: {statement: avtalat}}",
	  "{" L1 ", processes: [{id: P, text: Bolagets avtal finns.}]}",
	  "unknown p=unknown/not-stated" },
	{ "decided, though it is to be",
	  "expect: {p: {statement: plan, point: decided}}",
	  SAYS("Det är beslutat att en plan ska finnas."), "met p=met" },
	{ "a remark does not pull down",
	  "expect: {p: {statement: plan}, q: {statement: ansvar, remark: true}}",
	  SAYS("Planen finns. Ansvaret är delvis klart till hälften."),
	  "met p=met q=partial/coverage" },
	{ "both sides say so", "expect: {p: {document: [plan], topic: plan}}",
	  "{" L1 ", processes: [{id: P, said_by: [Chef], text: Planen finns.}, "
	  "{id: Q, said_by: [Driftbolaget], text: Planen finns.}]}",
	  "met p=met" },
	{ "one side twice", "expect: {p: {document: [plan], topic: plan}}",
	  "{" L1 ", processes: [{id: P, said_by: [Chef], text: Planen finns.}, "
	  "{id: Q, said_by: [Förvaltare], text: Planen finns.}]}",
	  "partial p=partial/claimed-unproven" },
};

#define ALSO "also: system\nexpect: {p: {document: [plan], topic: plan}}"
#define S1 "systems: [{id: S1, name: Alfa}, {id: S2, name: Beta}]"
static const struct lab_row named[] = {
	{ "nothing is known of any", ALSO, "{" S1 "}", "gap p=gap/missing" },
	{ "one by name", ALSO,
	  "{" S1 ", documents: [{id: D, title: Plan, about: [S1]}]}",
	  "gap p=gap/missing; S1:met p=met" },
	{ "what is of all is not of one by name", ALSO,
	  "{" S1 ", documents: [{id: D, title: Plan}], processes: [{id: P, "
	  "about: [S2], text: Planen saknas.}]}",
	  "met p=met; S2:gap p=gap/admitted" },
	{ "an empty list: of everything", ALSO,
	  "{" S1 ", processes: [{id: P, about: [], how: shown, text: I Alfa "
	  "finns en plan.}]}",
	  "met p=met" },
};

#define SUITE_OF(rows)                                       \
	START_TEST(test_##rows)                              \
	{                                                    \
		lab_assert_row(&lab, RULE(""), &(rows)[_i]); \
	}                                                    \
	END_TEST

SUITE_OF(clauses)
SUITE_OF(papers)
SUITE_OF(owners)
SUITE_OF(periods)
SUITE_OF(ages)
SUITE_OF(weights)
SUITE_OF(named)

Suite *keys_suite(void)
{
	Suite *s = suite_create("keys");
	TCase *t = tcase_create("keys");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, test_clauses, 0, ROWS(clauses));
	tcase_add_loop_test(t, test_papers, 0, ROWS(papers));
	tcase_add_loop_test(t, test_owners, 0, ROWS(owners));
	tcase_add_loop_test(t, test_periods, 0, ROWS(periods));
	tcase_add_loop_test(t, test_ages, 0, ROWS(ages));
	tcase_add_loop_test(t, test_weights, 0, ROWS(weights));
	tcase_add_loop_test(t, test_named, 0, ROWS(named));
	suite_add_tcase(s, t);
	return s;
}
