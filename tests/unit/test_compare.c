/* SPDX-License-Identifier: EUPL-1.2 */
/* Earlier points held against what is found now. */
#include "compare/compare.h"
#include "saved/earlier.h"
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

/* "subject/label=status promise …" of every point, in order. */
static struct str describe(const struct comparison *c)
{
	struct buf b = { 0 };
	struct str s;

	for (size_t i = 0; i < c->count; i++) {
		const struct followed *p = &c->points[i];

		buf_putf(&b, "%s%.*s%s%.*s=%s", i ? ", " : "",
			 STR_ARG(p->subject), p->subject.len ? ":" : "",
			 STR_ARG(p->label), follow_up_words.list[p->status]);
		if (p->promise)
			buf_putf(&b, "/%s", promise_words.list[p->promise]);
		if (p->absence)
			buf_putf(&b, "/%s", absence_words.list[p->absence]);
	}
	s = buf_take(&b, &lab.arena);
	buf_release(&b);
	return s;
}

#define ROUTINE                                          \
	RULE("expect:\n  p: {document: [plan], topic: "  \
	     "plan, elements: {e: {element: ansvar}}}\n" \
	     "  s: {statement: prov}")
#define EACH_ROUTINE                                                  \
	RULE("each: system\nexpect:\n  p: {document: [plan], topic: " \
	     "plan, elements: {e: {element: ansvar}}}")
#define WAS(part, verdict) "{rule: r, part: " part ", verdict: " verdict "}"
#define FULL "documents: [{id: D, title: Plan, text: Planen anger ansvar.}]"
#define EMPTY "documents: [{id: D, title: Plan, text: Planen finns.}]"

static const struct lab_row rows[] = {
	{ "mended", ROUTINE, "{" FULL ", earlier: [" WAS("p", "gap") "]}",
	  "p=closed" },
	{ "an element is left", ROUTINE,
	  "{" EMPTY ", earlier: [" WAS("p", "gap") "]}", "p=partly" },
	{ "the element was known", ROUTINE,
	  "{" EMPTY ", earlier: [" WAS("p", "gap") ", " WAS("p/e", "gap") "]}",
	  "p=partly, p/e=remains" },
	{ "the element was met", ROUTINE,
	  "{" EMPTY ", earlier: [" WAS("p/e", "met") "]}", "p/e=worse" },
	{ "an element alone is new", ROUTINE,
	  "{" EMPTY ", earlier: [" WAS("s", "gap") "]}",
	  "p/e=new, s=not-followed-up" },
	{ "nothing but the title is known of it", ROUTINE,
	  "{documents: [{id: D, title: Plan}], earlier: [" WAS("p", "gap") "]}",
	  "p=closed" },
	{ "a missing paper is one point", ROUTINE,
	  "{earlier: [" WAS("s", "gap") "]}", "p=new, s=not-followed-up" },
	{ "the whole rule", ROUTINE,
	  "{" EMPTY ", earlier: [{rule: r, verdict: gap}]}", "=partly" },
	{ "the whole rule covers its parts", ROUTINE,
	  "{earlier: [{rule: r, verdict: gap}]}", "=unknown" },
	{ "nobody speaks of the whole rule",
	  RULE("expect: {s: {statement: prov}}"),
	  "{earlier: [{rule: r, verdict: gap}]}", "=not-followed-up" },
	{ "promises", ROUTINE,
	  "{" FULL ", processes: [{id: P, text: Prov pågår delvis.}], earlier: "
	  "[{rule: r, part: p, verdict: gap, promised: x},"
	  " {rule: r, part: s, verdict: gap, promised: x}]}",
	  "p=closed/kept, s=partly/in-progress" },
	{ "a promise that was not kept", ROUTINE,
	  "{earlier: [{rule: r, part: p, verdict: gap, promised: x}]}",
	  "p=remains/not-kept" },
	{ "no such rule or part", ROUTINE,
	  "{" FULL ", earlier: [{rule: q, part: p, verdict: gap},"
	  " {rule: r, part: x, verdict: gap}]}",
	  "x=not-followed-up/no-part, p=not-followed-up/no-rule" },
	{ "by system, the organisation last", EACH_ROUTINE,
	  "{systems: [{id: B, name: B}, {id: A, name: A}], earlier: ["
	  "{rule: r, verdict: gap}, {rule: r, part: p, about: [A], verdict: gap},"
	  " {rule: r, part: p, about: [B], verdict: met}]}",
	  "B:p=worse, A:p=remains, =remains" },
	{ "about two systems at once", EACH_ROUTINE,
	  "{systems: [{id: B, name: B}, {id: A, name: A}], earlier: ["
	  "{rule: r, part: p, about: [A, B], verdict: gap}]}",
	  "B:p=remains, A:p=remains" },
	{ "a part of a rule that has no organisation", EACH_ROUTINE,
	  "{systems: [{id: A, name: A}], earlier: [" WAS(
		  "p", "gap") ","
			      " {rule: r, about: [A], verdict: gap}]}",
	  "A:=remains, p=not-followed-up/no-subject" },
};

START_TEST(what_became_of_it)
{
	const struct assessment *a = lab_assess(&lab, rows[_i].rule,
						rows[_i].given);

	ASSERT_STR(rows[_i].name,
		   describe(compare(&lab.arena, a, a->earlier, a->earlier_count,
				    NULL)),
		   str_of(rows[_i].want));
}
END_TEST

static size_t count_open(const struct comparison *c)
{
	return c->totals[FOLLOW_CLOSED] + c->totals[FOLLOW_PARTLY] +
	       c->totals[FOLLOW_WORSE] + c->totals[FOLLOW_NEW];
}

START_TEST(nothing_becomes_of_what_is_held_against_itself)
{
	const struct assessment *a = lab_assess(&lab, rows[_i].rule,
						rows[_i].given);
	struct earlier_list e = earlier_of(&lab.arena, a);
	const struct comparison *c = compare(&lab.arena, a, e.list, e.count, a);

	ck_assert_msg(!count_open(c), "%s: %.*s", rows[_i].name,
		      STR_ARG(describe(c)));
}
END_TEST

START_TEST(every_point_is_counted_once)
{
	const struct assessment *a = lab_assess(&lab, rows[_i].rule,
						rows[_i].given);
	const struct comparison *c = compare(&lab.arena, a, a->earlier,
					     a->earlier_count, NULL);
	size_t statuses = 0, promises = 0;

	for (size_t i = 0; i < FOLLOW_UPS; i++)
		statuses += c->totals[i];
	for (size_t i = 0; i < PROMISES; i++)
		promises += c->promises[i];
	ck_assert_uint_eq(statuses, c->count);
	ck_assert_uint_eq(promises, c->count);
}
END_TEST

Suite *compare_suite(void)
{
	Suite *s = suite_create("compare");
	TCase *t = tcase_create("compare");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, what_became_of_it, 0, ROWS(rows));
	tcase_add_loop_test(t, nothing_becomes_of_what_is_held_against_itself,
			    0, ROWS(rows));
	tcase_add_loop_test(t, every_point_is_counted_once, 0, ROWS(rows));
	suite_add_tcase(s, t);
	return s;
}
