/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What must hold for any inventory: its order does not matter, what has
 * nothing to do with a rule does not matter, and taking a document away
 * never heals a gap.  The inventories are made by a small generator.
 */
#include <stdlib.h>
#include <string.h>

#include "unit_lab.h"

#define MADE 150 /* inventories for each property */
#define MAX_LINES 6

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

static const char rule[] = RULE(
	"each: system\n"
	"expect:\n"
	"  p: {document: [plan], topic: plan, max_age: 2 years, may_be_in:"
	" [handbok], elements: {e: {element: ansvar}}}\n"
	"  q: {record: [protokoll], topic: prov, every: 12 months, periods: 2}\n"
	"  s: {statement: ansvar}\n"
	"  g: {any: {a: {statement: prov}, b: {document: [handbok]}}}");

static const char *const document_lines[] = {
	"title: Plan",
	"title: Plan, approved: {date: 2025-05}",
	"title: Plan utkast, approved: {date: 2025-05}",
	"title: Plan, about: [S1], revised: 2010",
	"title: Plan, approved: {date: 2025}, text: Planen ska gälla.",
	"title: X, text: Planen gäller. Ansvaret saknas.",
	"title: X, text: Planen gäller delvis. Ansvaret är fördelat.",
	"title: Handbok",
	"title: Handbok, text: Det finns ingen bilaga. Planen saknas.",
	"title: Protokoll 2025-06-01",
	"title: Protokoll 2024-06-01",
	"title: Protokoll, about: [S2]",
	"title: MALL protokoll",
	"title: Plan, status: superseded",
	"title: Plan, received: false",
	"title: Plan, form: letter, elements: [ansvar]",
};

static const char *const process_lines[] = {
	"text: Planen finns.",
	"text: Planen saknas.",
	"about: [S1], text: Planen är påbörjad.",
	"text: Ansvaret är fördelat men inte känd.",
	"date: 2025-01, text: Ansvaret saknas.",
	"date: 2025-09, text: Ansvaret finns.",
	"how: shown, text: Prov görs.",
	"text: Prov görs inte.",
	"about: [S2], text: Planen är oförändrad.",
	"text: En plan planeras.",
	"text: En plan bör finnas.",
	"text: Tidigare saknades plan.",
};

/* The lines of one inventory: places in the lists above. */
struct made {
	size_t documents[MAX_LINES];
	size_t document_count;
	size_t processes[MAX_LINES];
	size_t process_count;
	bool complete;
};

/* Always the same sequence: a test that fails fails again. */
static uint32_t next_number(uint32_t *state)
{
	*state = *state * 1664525U + 1013904223U;
	return *state >> 16;
}

static struct made make(uint32_t seed)
{
	uint32_t state = seed * 2654435761U + 1;
	struct made m = { .complete = next_number(&state) % 2 };

	m.document_count = next_number(&state) % (MAX_LINES + 1);
	m.process_count = next_number(&state) % (MAX_LINES + 1);
	for (size_t i = 0; i < m.document_count; i++)
		m.documents[i] = next_number(&state) %
				 (size_t)ROWS(document_lines);
	for (size_t i = 0; i < m.process_count; i++)
		m.processes[i] = next_number(&state) %
				 (size_t)ROWS(process_lines);
	return m;
}

/* Write it down; `without` is a document to leave out. */
static const char *write_down(const struct made *m, size_t without,
			      bool backwards, const char *more)
{
	struct buf b = { 0 };
	const char *ret;

	buf_putf(&b,
		 "{complete: %s, systems: [{id: S1, name: Agresso}, {id: S2, "
		 "name: Combine}], documents: [",
		 m->complete ? "true" : "false");
	for (size_t k = 0; k < m->document_count; k++) {
		size_t i = backwards ? m->document_count - 1 - k : k;

		if (i != without)
			buf_putf(&b, "{id: D%zu, %s}, ", i,
				 document_lines[m->documents[i]]);
	}
	buf_putf(&b, "%s], processes: [", more);
	for (size_t k = 0; k < m->process_count; k++) {
		size_t i = backwards ? m->process_count - 1 - k : k;

		buf_putf(&b, "{id: P%zu, %s}, ", i,
			 process_lines[m->processes[i]]);
	}
	buf_puts(&b, "]}");
	buf_putc(&b, '\0');
	ret = arena_copy(&lab.arena, b.ptr, b.len);
	buf_release(&b);
	return ret;
}

/* Verdicts alone: of equal papers the first one gives the reason. */
static struct str verdicts(const struct assessment *a)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < a->count; i++) {
		buf_putf(&b, "%s:", verdict_name(a->results[i].verdict));
		for (size_t k = 0; k < a->results[i].count; k++)
			buf_putf(&b, " %s",
				 verdict_name(a->results[i].parts[k].verdict));
		buf_puts(&b, "; ");
	}
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

START_TEST(the_order_of_the_inventory_does_not_matter)
{
	struct made m = make((uint32_t)_i);
	const char *forth = write_down(&m, SIZE_MAX, false, "");
	const char *back = write_down(&m, SIZE_MAX, true, "");

	ASSERT_STR(forth, verdicts(lab_assess(&lab, rule, back)),
		   verdicts(lab_assess(&lab, rule, forth)));
}
END_TEST

START_TEST(what_has_nothing_to_do_with_it_does_not_matter)
{
	struct made m = make((uint32_t)_i);
	const char *plain = write_down(&m, SIZE_MAX, false, "");
	const char *more = write_down(
		&m, SIZE_MAX, false,
		"{id: Z1, title: Matsedel vecka 12}, {id: Z2, title: Årsbok,"
		" text: \"Vi har inte simhall. Biblioteket är delvis öppet.\"}");

	ASSERT_STR(plain, lab_verdicts(&lab, lab_assess(&lab, rule, more)),
		   lab_verdicts(&lab, lab_assess(&lab, rule, plain)));
}
END_TEST

START_TEST(twice_the_same_is_the_same)
{
	struct made m = make((uint32_t)_i);
	const char *given = write_down(&m, SIZE_MAX, false, "");

	ASSERT_STR(given, lab_verdicts(&lab, lab_assess(&lab, rule, given)),
		   lab_verdicts(&lab, lab_assess(&lab, rule, given)));
}
END_TEST

/* Whether a document says that something is lacking. */
static bool denies(const struct made *m, size_t i)
{
	return strstr(document_lines[m->documents[i]], "sakn") ||
	       strstr(document_lines[m->documents[i]], "ingen");
}

static void assert_no_healing(const char *given, const struct assessment *with,
			      const struct assessment *without)
{
	for (size_t i = 0; i < with->count; i++)
		for (size_t k = 0; k < with->results[i].count; k++) {
			enum verdict a = with->results[i].parts[k].verdict;
			enum verdict b = without->results[i].parts[k].verdict;

			ck_assert_msg(a != VERDICT_GAP || b != VERDICT_MET,
				      "%s: result %zu part %zu", given, i, k);
		}
}

START_TEST(a_document_less_never_heals_a_gap)
{
	struct made m = make((uint32_t)_i);
	const char *given = write_down(&m, SIZE_MAX, false, "");
	const struct assessment *with = lab_assess(&lab, rule, given);

	/* One that states a lack is a witness, not evidence: pass it over. */
	for (size_t i = 0; i < m.document_count; i++)
		if (!denies(&m, i))
			assert_no_healing(
				given, with,
				lab_assess(&lab, rule,
					   write_down(&m, i, false, "")));
}
END_TEST

/* Part by part, what is true of every verdict and its finding. */
START_TEST(every_finding_has_a_reason_an_id_and_a_remedy)
{
	struct made m = make((uint32_t)_i);
	const struct assessment *a = lab_assess(
		&lab, rule, write_down(&m, SIZE_MAX, false, ""));
	size_t totals = 0, counted = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++) {
			const struct part_result *p = &a->results[i].parts[k];
			bool finding = verdict_is_finding(p->verdict);

			ck_assert_int_eq(p->finding.len != 0,
					 finding && p->counts);
			if (p->verdict != VERDICT_MET)
				ck_assert_int_ne(p->reason, REASON_NONE);
			if (finding)
				ck_assert_uint_gt(p->to_close[LANG_SV].len, 0);
			counted += p->counts;
		}
	for (size_t v = 0; v < VERDICTS; v++)
		totals += a->totals[v];
	ck_assert_uint_eq(totals, counted);
}
END_TEST

START_TEST(the_generator_makes_every_verdict)
{
	size_t seen[VERDICTS] = { 0 };

	for (uint32_t n = 0; n < MADE; n++) {
		struct made m = make(n);
		const struct assessment *a = lab_assess(
			&lab, rule, write_down(&m, SIZE_MAX, false, ""));

		for (size_t v = 0; v < VERDICTS; v++)
			seen[v] += a->totals[v];
	}
	ck_assert_uint_gt(seen[VERDICT_MET], MADE / 2);
	ck_assert_uint_gt(seen[VERDICT_PARTIAL], MADE / 2);
	ck_assert_uint_gt(seen[VERDICT_GAP], MADE / 2);
	ck_assert_uint_gt(seen[VERDICT_UNKNOWN], MADE / 2);
}
END_TEST

Suite *order_suite(void)
{
	Suite *s = suite_create("order");
	TCase *t = tcase_create("order");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, the_order_of_the_inventory_does_not_matter, 0,
			    MADE);
	tcase_add_loop_test(t, what_has_nothing_to_do_with_it_does_not_matter,
			    0, MADE);
	tcase_add_loop_test(t, twice_the_same_is_the_same, 0, MADE / 10);
	tcase_add_loop_test(t, a_document_less_never_heals_a_gap, 0, MADE);
	tcase_add_loop_test(t, every_finding_has_a_reason_an_id_and_a_remedy, 0,
			    MADE);
	tcase_add_test(t, the_generator_makes_every_verdict);
	suite_add_tcase(s, t);
	return s;
}
