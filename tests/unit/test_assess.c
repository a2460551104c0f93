/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A rule, an inventory, and every verdict that follows.  As of 2026-03-01
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

#define PLAN "expect: {p: {document: [plan], topic: plan}}"
#define DOC(more) "{documents: [{id: D, title: Plan" more "}]}"
#define SAY(words) "{processes: [{id: P, text: \"" words "\"}]}"

static const struct lab_row documents[] = {
	{ "nothing", PLAN, "{}", "gap p=gap/missing" },
	{ "nothing in an appendix", PLAN, "{complete: false}",
	  "unknown p=unknown/no-information" },
	{ "by title", PLAN, DOC(""), "met p=met" },
	{ "by type", PLAN, "{documents: [{id: D, title: X, type: plan}]}",
	  "met p=met" },
	{ "a stated type wins over the title", PLAN,
	  "{documents: [{id: D, title: Beredskapsdokument, type: handbok}]}",
	  "gap p=gap/missing" },
	{ "by its text", PLAN,
	  "{documents: [{id: D, title: X, text: Planen finns här.}]}",
	  "met p=met" },
	{ "only mentioned", PLAN, DOC(", received: false"), "gap p=gap/missing" },
	{ "received on a day", PLAN, DOC(", received: 2026-01-10"), "met p=met" },
	{ "a draft", PLAN, DOC(", status: draft"), "partial p=partial/draft" },
	{ "a draft by title", PLAN,
	  "{documents: [{id: D, title: Plan utkast.docx}]}",
	  "partial p=partial/draft" },
	{ "a draft beside a final", PLAN,
	  "{documents: [{id: D, title: Plan, status: draft},"
	  " {id: E, title: Plan}]}",
	  "met p=met" },
	{ "superseded", PLAN, DOC(", status: superseded"),
	  "gap p=gap/superseded" },
	{ "a template is enough for a routine", PLAN, DOC(", form: template"),
	  "met p=met" },
	{ "but not for a record", "expect: {p: {record: [protokoll]}}",
	  "{documents: [{id: D, title: MALL protokoll}]}", "gap p=gap/template" },
	{ "a letter", PLAN, DOC(", form: letter"), "gap p=gap/wrong-form" },
	{ "forms that count", "expect: {p: {document: [plan], forms: [letter]}}",
	  DOC(", form: letter"), "met p=met" },
	{ "not in force any more", PLAN, DOC(", valid: {to: 2026-02-28}"),
	  "partial p=partial/not-in-force" },
	{ "in force on its last day", PLAN, DOC(", valid: {to: 2026-03-01}"),
	  "met p=met" },
	{ "not in force yet", PLAN, DOC(", valid: {from: 2026-03-02}"),
	  "partial p=partial/not-in-force" },
	{ "in force from today", PLAN, DOC(", valid: {from: 2026-03-01}"),
	  "met p=met" },
	{ "a title that tells nothing", PLAN,
	  "{documents: [{id: D, title: X, file: x.pdf}]}", "gap p=gap/missing" },
	{ "a record is no plan", PLAN,
	  "{documents: [{id: D, title: Protokoll}]}", "gap p=gap/missing" },
	{ "text of a draft is a draft", PLAN,
	  "{documents: [{id: D, title: X, status: draft, text: Planen finns.}]}",
	  "partial p=partial/draft" },
	{ "text that says in part", PLAN,
	  "{documents: [{id: D, title: X, text: Planen finns delvis.}]}",
	  "partial p=partial/says-partial" },
	{ "text that demands is content", PLAN,
	  "{documents: [{id: D, title: X, text: Planen ska finnas.}]}",
	  "met p=met" },
	{ "text that recommends", PLAN,
	  "{documents: [{id: D, title: X, text: En plan bör finnas.}]}",
	  "gap p=gap/implied" },
	{ "text that asks", PLAN,
	  "{documents: [{id: D, title: X, text: \"Finns det en plan?\"}]}",
	  "gap p=gap/missing" },
	{ "contents are no evidence", PLAN,
	  "{documents: [{id: D, title: X, text: \"Plan ........ 3\"}]}",
	  "gap p=gap/missing" },
};

START_TEST(documents_show)
{
	lab_assert_row(&lab, RULE(""), &documents[_i]);
}
END_TEST

static const struct lab_row statements[] = {
	{ "said", PLAN, SAY("Planen finns."),
	  "partial p=partial/claimed-unproven" },
	{ "said, where that is enough", "expect: {p: {statement: plan}}",
	  SAY("Planen finns."), "met p=met" },
	{ "nobody said", "expect: {p: {statement: plan}}", "{}",
	  "unknown p=unknown/not-stated" },
	{ "shown", PLAN,
	  "{processes: [{id: P, how: shown, text: Planen finns.}]}", "met p=met" },
	{ "denied", PLAN, SAY("Planen saknas."), "gap p=gap/admitted" },
	{ "denied, yet received", PLAN,
	  "{documents: [{id: D, title: Plan}],"
	  " processes: [{id: P, text: Planen saknas.}]}",
	  "unknown p=unknown/contradicted" },
	{ "denied, whatever paper demands it",
	  "expect: {p: {document: [plan], topic: plan, shows: performed}}",
	  "{documents: [{id: D, title: Plan}],"
	  " processes: [{id: P, text: Planen saknas.}]}",
	  "gap p=gap/admitted" },
	{ "planned", PLAN, SAY("En plan planeras."), "gap p=gap/planned" },
	{ "started", PLAN, SAY("Planen är påbörjad."),
	  "partial p=partial/started" },
	{ "in part", PLAN, SAY("Planen finns delvis."),
	  "partial p=partial/says-partial" },
	{ "of earlier times", PLAN, SAY("Planen fanns tidigare."),
	  "unknown p=unknown/lapsed" },
	{ "a norm is no practice", "expect: {p: {statement: plan}}",
	  SAY("Planen ska finnas."), "unknown p=unknown/not-stated" },
	{ "a question", PLAN, SAY("Finns planen?"), "gap p=gap/missing" },
	{ "a recommendation", PLAN, SAY("En plan bör finnas."),
	  "gap p=gap/implied" },
	{ "another property is lacking", PLAN,
	  "{documents: [{id: D, title: Plan}],"
	  " processes: [{id: P, text: Planen är inte testad.}]}",
	  "partial p=partial/untested" },
	{ "the very property is lacking",
	  "expect: {p: {document: [plan], topic: plan, point: tested}}",
	  "{documents: [{id: D, title: Plan}],"
	  " processes: [{id: P, text: Planen är inte testad.}]}",
	  "gap p=gap/admitted" },
	{ "not written down", PLAN, SAY("Planen är inte dokumenterad."),
	  "gap p=gap/admitted" },
	{ "done but not written down",
	  "expect: {p: {record: [protokoll], topic: prov}}",
	  SAY("Prov görs men är inte dokumenterad."),
	  "partial p=partial/unrecorded" },
	{ "hearsay changes nothing", PLAN, SAY("Det uppges att planen saknas."),
	  "gap p=gap/admitted" },
	{ "the least favourable decides", PLAN,
	  "{processes: [{id: P, text: Planen finns.},"
	  " {id: Q, text: Planen saknas.}]}",
	  "gap p=gap/admitted" },
	{ "a plan beside the thing", "expect: {p: {statement: plan}}",
	  SAY("Planen finns. En ny plan planeras."), "met p=met" },
	{ "the latest of dated ones", "expect: {p: {statement: plan}}",
	  "{processes: [{id: P, date: 2025-01, text: Planen saknas.},"
	  " {id: Q, date: 2025-09, text: Planen finns.}]}",
	  "met p=met" },
	{ "… in any order", "expect: {p: {statement: plan}}",
	  "{processes: [{id: Q, date: 2025-09, text: Planen finns.},"
	  " {id: P, date: 2025-01, text: Planen saknas.}]}",
	  "met p=met" },
	{ "one that may be as late stays", "expect: {p: {statement: plan}}",
	  "{processes: [{id: P, date: 2025, text: Planen saknas.},"
	  " {id: Q, date: 2025-09, text: Planen finns.}]}",
	  "gap p=gap/admitted" },
	{ "undated ones speak of today", "expect: {p: {statement: plan}}",
	  "{processes: [{id: P, text: Planen saknas.},"
	  " {id: Q, date: 2025-09, text: Planen finns.}]}",
	  "gap p=gap/admitted" },
	{ "another topic by hand", "expect: {p: {statement: plan}}",
	  "{processes: [{id: P, topic: ansvar, text: Planen saknas.}]}",
	  "unknown p=unknown/not-stated" },
	{ "the topic by hand", "expect: {p: {statement: plan}}",
	  "{processes: [{id: P, topic: plan, text: Planen finns.}]}",
	  "met p=met" },
	{ "a later clause goes on about it", "expect: {p: {statement: plan}}",
	  SAY("Planen finns men är inte klar."), "partial p=partial/started" },
	{ "a note is text of its document", PLAN,
	  "{documents: [{id: D, title: X}], processes: [{id: P, how: read,"
	  " source: D, text: Planen finns.}]}",
	  "met p=met" },
	{ "… which may be a draft", PLAN,
	  "{documents: [{id: D, title: X, status: draft}], processes: [{id: P,"
	  " how: read, source: D, text: Planen finns.}]}",
	  "partial p=partial/draft" },
	{ "a note calls it a draft", PLAN,
	  "{documents: [{id: D, title: Plan}], processes: [{id: P,"
	  " how: read, source: D, text: Planen är ett utkast.}]}",
	  "partial p=partial/draft" },
	{ "a note of what it lacks", PLAN,
	  "{documents: [{id: D, title: X}], processes: [{id: P, how: read,"
	  " source: D, text: Planen saknas.}]}",
	  "gap p=gap/admitted" },
};

START_TEST(people_say)
{
	lab_assert_row(&lab, RULE(""), &statements[_i]);
}
END_TEST

#define PART_OF                                                             \
	"expect: {p: {document: [plan], topic: plan, may_be_in: [handbok]," \
	" elements: {e: {element: ansvar}}}}"

static const struct lab_row elements[] = {
	{ "only the title is known", PART_OF, DOC(""),
	  "unknown p=met p/e=unknown/not-read" },
	{ "the text was read", PART_OF, DOC(", text: Planen gäller."),
	  "partial p=met p/e=gap/element-missing" },
	{ "the text holds it", PART_OF,
	  DOC(", text: Planen gäller. Ansvaret är fördelat."),
	  "met p=met p/e=met" },
	{ "the text denies it", PART_OF,
	  DOC(", text: Planen gäller. Ansvaret saknas."),
	  "partial p=met p/e=gap/element-missing" },
	{ "an excerpt need not hold it", PART_OF,
	  DOC(", form: excerpt, text: Planen gäller."),
	  "unknown p=met p/e=unknown/no-information" },
	{ "a person found it", PART_OF, DOC(", elements: [ansvar]"),
	  "met p=met p/e=met" },
	{ "no document, no element", PART_OF, "{}",
	  "gap p=gap/missing p/e=gap/missing" },
	{ "… in an appendix neither is known", PART_OF, "{complete: false}",
	  "unknown p=unknown/no-information p/e=unknown/no-information" },
	{ "it may stand in another", PART_OF,
	  "{documents: [{id: D, title: Handbok}]}",
	  "unknown p=unknown/not-read p/e=unknown/no-information" },
	{ "said to hold it", PART_OF,
	  "{documents: [{id: D, title: Plan}],"
	  " processes: [{id: P, text: Ansvaret är fördelat.}]}",
	  "unknown p=met p/e=unknown/not-read" },
	{ "in a draft it is drafted", PART_OF,
	  DOC(", status: draft, text: Planen gäller. Ansvaret är fördelat."),
	  "partial p=partial/draft p/e=partial/draft" },
};

START_TEST(elements_stand_in_documents)
{
	lab_assert_row(&lab, RULE(""), &elements[_i]);
}
END_TEST

#define TWO "a: {statement: plan}, b: {statement: ansvar}"

static const struct lab_row groups[] = {
	{ "any: one is enough", "expect: {g: {any: {" TWO "}}}",
	  SAY("Planen finns."), "met g=met g/a=met g/b=unknown/not-stated" },
	{ "any: the best", "expect: {g: {any: {" TWO "}}}",
	  SAY("Planen saknas. Ansvaret är delvis fördelat."),
	  "partial g=partial/admitted g/a=gap/admitted g/b=partial/says-partial" },
	{ "any: none", "expect: {g: {any: {" TWO "}}}",
	  SAY("Planen saknas. Ansvaret saknas."),
	  "gap g=gap/admitted g/a=gap/admitted g/b=gap/admitted" },
	{ "all: both", "expect: {g: {all: {" TWO "}}}",
	  SAY("Planen finns. Ansvaret är fördelat."),
	  "met g=met g/a=met g/b=met" },
	{ "all: one of two", "expect: {g: {all: {" TWO "}}}",
	  SAY("Planen finns. Ansvaret saknas."),
	  "partial g=partial/admitted g/a=met g/b=gap/admitted" },
	{ "all: unknown could change it", "expect: {g: {all: {" TWO "}}}",
	  SAY("Planen finns."),
	  "unknown g=unknown/not-stated g/a=met g/b=unknown/not-stated" },
	{ "at least one", "expect: {g: {at_least: 1, of: {" TWO "}}}",
	  SAY("Planen saknas. Ansvaret är fördelat."),
	  "met g=met g/a=gap/admitted g/b=met" },
	{ "at least two, one met", "expect: {g: {at_least: 2, of: {" TWO "}}}",
	  SAY("Planen saknas. Ansvaret är fördelat."),
	  "partial g=partial/admitted g/a=gap/admitted g/b=met" },
	{ "at least two, could be", "expect: {g: {at_least: 2, of: {" TWO "}}}",
	  SAY("Ansvaret är fördelat."),
	  "unknown g=unknown/not-stated g/a=unknown/not-stated g/b=met" },
	{ "at least one, none", "expect: {g: {at_least: 1, of: {" TWO "}}}",
	  SAY("Planen saknas. Ansvaret saknas."),
	  "gap g=gap/admitted g/a=gap/admitted g/b=gap/admitted" },
	{ "parts roll up", "expect: {" TWO "}",
	  SAY("Planen finns. Ansvaret saknas."), "partial a=met b=gap/admitted" },
	{ "half a gap and none met", "expect: {" TWO "}",
	  SAY("Planen saknas. Ansvaret är delvis fördelat."),
	  "gap a=gap/admitted b=partial/says-partial" },
	{ "unknown beside met", "expect: {" TWO "}", SAY("Planen finns."),
	  "unknown a=met b=unknown/not-stated" },
	{ "rollup any", "rollup: any\nexpect: {" TWO "}", SAY("Planen finns."),
	  "met a=met b=unknown/not-stated" },
	{ "a key that is a gap",
	  "expect: {a: {statement: plan, key: true}, b: {statement: ansvar},"
	  " c: {statement: prov}}",
	  SAY("Planen saknas. Ansvaret är fördelat. Prov görs."),
	  "gap a=gap/admitted b=met c=met" },
	{ "a key that is met",
	  "expect: {a: {statement: plan, key: true}, b: {statement: ansvar},"
	  " c: {statement: prov}}",
	  SAY("Planen finns. Ansvaret saknas. Prov görs."),
	  "partial a=met b=gap/admitted c=met" },
};

START_TEST(parts_become_one)
{
	lab_assert_row(&lab, RULE(""), &groups[_i]);
}
END_TEST

Suite *assess_suite(void)
{
	Suite *s = suite_create("assess");
	TCase *t = tcase_create("assess");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, documents_show, 0, ROWS(documents));
	tcase_add_loop_test(t, people_say, 0, ROWS(statements));
	tcase_add_loop_test(t, elements_stand_in_documents, 0, ROWS(elements));
	tcase_add_loop_test(t, parts_become_one, 0, ROWS(groups));
	suite_add_tcase(s, t);
	return s;
}
