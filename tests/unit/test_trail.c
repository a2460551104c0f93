/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What was considered and did not count, how parts were counted, and the
 * least that closes a rule: beside every verdict, and never in it.
 */
#include <string.h>

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

/* "p: D=draft P=asks +2; e: …" of the parts that have candidates. */
static void put_considered(struct buf *b, const struct result *r)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct candidates *c = &r->parts[i].considered;

		if (!c->count)
			continue;
		buf_putf(b, "%s%.*s:", b->len ? "; " : "",
			 STR_ARG(r->parts[i].label));
		for (size_t k = 0; k < c->count; k++)
			buf_putf(b, " %.*s=%s", STR_ARG(c->list[k].source),
				 candidate_code(&c->list[k]));
		if (c->more)
			buf_putf(b, " +%zu", c->more);
	}
}

/* "gap half-gap: a b"; groups after it as "g=best". */
static void put_least(struct buf *b, const struct result *r)
{
	buf_putf(b, "%s %s:", verdict_name(r->verdict),
		 counted_words.list[r->counted]);
	for (size_t i = 0; i < r->least.count; i++)
		buf_putf(b, " %.*s", STR_ARG(r->parts[r->least.list[i]].label));
	for (size_t i = 0; i < r->count; i++)
		if (r->parts[i].counted)
			buf_putf(b, "; %.*s=%s", STR_ARG(r->parts[i].label),
				 counted_words.list[r->parts[i].counted]);
}

/* Of the first result. */
static void assert_row(const struct lab_row *row,
		       void (*put)(struct buf *, const struct result *))
{
	const struct assessment *a = lab_assess_row(&lab, RULE(""), row);
	struct buf b = { 0 };

	put(&b, &a->results[0]);
	ASSERT_STR(row->name, buf_str(&b), str_of(row->want));
	buf_release(&b);
}

#define PLAN "expect: {p: {document: [plan], topic: plan}}"
#define SAYS "expect: {p: {statement: plan}}"
#define NOTED "expect: {p: {record: [protokoll], topic: prov}}"
#define DOC(id, more) "{id: " id ", title: Plan" more "}"
#define DOCS(list) "{documents: [" list "]}"
#define SAY(list) "{processes: [" list "]}"
#define SYSTEMS "systems: [{id: S1, name: Ekosys}, {id: S2, name: Sidosys}]"

static const struct lab_row considered[] = {
	{ "what is good is not passed over", PLAN, DOCS(DOC("D", "")), "" },
	{ "superseded", PLAN, DOCS(DOC("D", ", status: superseded")),
	  "p: D=superseded" },
	{ "… beside a good one", PLAN,
	  DOCS(DOC("D", ", status: superseded") ", " DOC("E", "")),
	  "p: D=superseded" },
	{ "a draft and a template", PLAN,
	  DOCS(DOC("D", ", status: draft") ", " DOC("E", ", form: letter")),
	  "p: D=draft E=wrong-form" },
	{ "only mentioned", PLAN, DOCS(DOC("D", ", received: false")),
	  "p: D=not-received" },
	{ "about another system", "each: system\n" PLAN,
	  "{" SYSTEMS ", documents: [" DOC("D", ", about: [S2]") "]}",
	  "p: D=other-subject" },
	{ "about one where all is asked", PLAN,
	  "{" SYSTEMS ", documents: [" DOC("D", ", about: [S2]") "]}",
	  "p: D=only-one" },
	{ "said of another system", "each: system\n" SAYS,
	  "{" SYSTEMS ", processes: [{id: P, about: [S2],"
	  " text: Planen finns.}]}",
	  "p: P=other-subject" },
	{ "said of all, and of this one", "each: system\n" SAYS,
	  "{" SYSTEMS ", processes: [{id: P, text: Planen saknas.},"
	  " {id: Q, about: [S1], text: Planen finns.}]}",
	  "p: P=general" },
	{ "a question", SAYS, SAY("{id: P, text: Finns planen?}"), "p: P=asks" },
	{ "a norm", SAYS, SAY("{id: P, text: Planen ska finnas.}"),
	  "p: P=only-norm" },
	{ "overtaken", SAYS,
	  SAY("{id: P, date: 2025-01, text: Planen saknas.},"
	      " {id: Q, date: 2025-09, text: Planen finns.}"),
	  "p: P=overtaken" },
	{ "outweighed", SAYS,
	  SAY("{id: P, text: Planen finns.}, {id: Q, text: Planen saknas.}"),
	  "p: P=outweighed" },
	{ "of earlier times", SAYS,
	  SAY("{id: P, text: Planen fanns tidigare.},"
	      " {id: Q, text: Planen finns.}"),
	  "p: P=lapsed" },
	{ "another topic by hand", SAYS,
	  SAY("{id: P, topic: ansvar, text: Planen finns.}"),
	  "p: P=stated-topic" },
	{ "it was read and says nothing",
	  "expect: {p: {document: [plan], topic: plan, may_be_in: [handbok]}}",
	  DOCS("{id: D, title: Handbok, text: Allt är bra.}"),
	  "p: D=says-nothing" },
	{ "only its title is known",
	  "expect: {p: {document: [plan], topic: plan, may_be_in: [handbok]}}",
	  DOCS("{id: D, title: Handbok}"), "p: D=not-read" },
	{ "a text that is no record", NOTED,
	  DOCS("{id: D, title: X, text: Prov är gjort.}"), "p: D=no-record" },
	{ "a norm shows nothing done",
	  "expect: {p: {document: [plan], topic: prov, shows: performed}}",
	  DOCS("{id: D, title: X, text: Prov ska göras.}"), "p: D=only-norm" },
	{ "another thing in the area", SAYS, DOCS("{id: D, title: Ansvar}"),
	  "p: D=other-thing" },
	{ "written by another",
	  "expect: {p: {document: [plan], whose: municipality}}",
	  DOCS(DOC("D", ", author: supplier")), "p: D=other-author" },
	{ "binding nobody", "expect: {p: {document: [plan], binding: true}}",
	  DOCS(DOC("D", "")), "p: D=not-binding" },
	{ "some of a kind, and how many more", PLAN,
	  DOCS(DOC("A", ", status: draft") ", " DOC("B", ", status: draft") ", " DOC(
		  "C",
		  ", status: draft") ", " DOC("D",
					      ", status: draft") ", " DOC("E",
									  ", received: false")),
	  "p: A=draft B=draft C=draft E=not-received +1" },
	{ "a claim without a paper", PLAN,
	  "{claims: [{rule: r, not_applicable: Nej}]}", "p: =claim-bare" },
	{ "a claim that has run out", PLAN,
	  "{documents: [{id: D, title: Utdrag}], claims: [{rule: r,"
	  " not_applicable: Nej, proof: [D], valid: {to: 2020}}]}",
	  "p: =claim-over" },
	{ "the proof of a claim", PLAN,
	  "{documents: [{id: D, title: Utdrag, received: false},"
	  " {id: E, title: Brev, form: letter}],"
	  " claims: [{rule: r, not_applicable: Nej, proof: [D, E]}]}",
	  "p: E=wrong-form D=not-received" },
};

START_TEST(what_was_passed_over_is_kept)
{
	assert_row(&considered[_i], put_considered);
}
END_TEST

#define TWO "a: {statement: plan}, b: {statement: ansvar}"
#define THREE TWO ", c: {statement: prov}"
#define TALK(text) "{processes: [{id: P, text: \"" text "\"}]}"

static const struct lab_row least[] = {
	{ "all of what is not met", "expect: {" TWO "}",
	  TALK("Planen saknas. Ansvaret är delvis fördelat."),
	  "gap half-gap: b a" },
	{ "nothing to close", "expect: {" TWO "}",
	  TALK("Planen finns. Ansvaret är fördelat."), "met all-met:" },
	{ "what is only unknown comes first", "expect: {" TWO "}",
	  TALK("Planen saknas."), "unknown open: b a" },
	{ "the rest of what is there", "expect: {" TWO "}",
	  TALK("Planen finns. Ansvaret saknas."), "partial mixed: b" },
	{ "any: the cheapest", "expect: {g: {any: {" THREE "}}}",
	  TALK("Planen saknas. Ansvaret är delvis fördelat. Prov saknas."),
	  "partial mixed: g/b; g=best" },
	{ "a key",
	  "expect: {a: {statement: plan, key: true}, b: {statement: "
	  "ansvar}}",
	  TALK("Planen saknas. Ansvaret är fördelat."), "gap key-gap: a" },
	{ "at least two of three", "expect: {g: {at_least: 2, of: {" THREE "}}}",
	  TALK("Planen finns. Ansvaret saknas. Prov är delvis gjort."),
	  "partial mixed: g/c; g=too-few" },
	{ "any of the rule", "rollup: any\nexpect: {" TWO "}",
	  TALK("Planen saknas. Ansvaret är delvis fördelat."), "partial best: b" },
	{ "all inside any",
	  "expect: {g: {any: {x: {all: {" TWO "}}, c: {statement: prov}}}}",
	  TALK("Planen saknas. Ansvaret är delvis fördelat. Prov saknas."),
	  "gap half-gap: g/c; g=best; g/x=half-gap" },
	{ "a remark need not be closed",
	  "expect: {a: {statement: plan}, b: {statement: ansvar, remark: "
	  "true}}",
	  TALK("Planen saknas. Ansvaret saknas."), "gap half-gap: a" },
	{ "clauses in the stead of their paper",
	  "expect: {p: {document: [plan], topic: plan, clauses: {c: {element: "
	  "ansvar}}}}",
	  "{documents: [{id: D, title: Plan, text: Planen gäller.}]}",
	  "gap half-gap: p/c; p=half-gap" },
	{ "where it is missing, the paper",
	  "expect: {p: {document: [plan], topic: plan, clauses: {c: {element: "
	  "ansvar}}}}",
	  "{}", "gap half-gap: p" },
};

START_TEST(the_least_is_found)
{
	assert_row(&least[_i], put_least);
}
END_TEST

START_TEST(codes_are_one_set)
{
	struct candidate c;

	for (size_t i = 1; i < PASSEDS; i++) {
		struct str code = str_of(passed_words.list[i]);

		ck_assert_uint_eq(words_find(reason_words, code), REASONS);
		ck_assert(candidate_read_code(code, &c));
		ck_assert_uint_eq(c.passed, i);
	}
	ck_assert(candidate_read_code(STR("draft"), &c));
	ck_assert_uint_eq(c.passed, PASSED_BY_REASON);
	ck_assert_uint_eq(c.reason, REASON_DRAFT);
	ck_assert(!candidate_read_code(STR("nonsense"), &c));
}
END_TEST

Suite *trail_suite(void)
{
	Suite *s = suite_create("trail");
	TCase *t = tcase_create("trail");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, what_was_passed_over_is_kept, 0, ROWS(considered));
	tcase_add_loop_test(t, the_least_is_found, 0, ROWS(least));
	tcase_add_test(t, codes_are_one_set);
	suite_add_tcase(s, t);
	return s;
}
