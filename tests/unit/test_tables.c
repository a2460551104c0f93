/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The tables that docs/verdicts.md and docs/waivers.md print, held against
 * the program cell by cell, over everything that a cell can stand for.  A
 * word of the tables that is not known here fails, and so does one that is
 * never reached.  Those of claims are in test_claims.c.
 */
#include <string.h>

#include "assess/judge.h"
#include "doc_table.h"
#include "model/decision.h"
#include "unit_lab.h"

#define BIT(n) (1U << (n))
#define VERDICTS_PAGE "docs/verdicts.md"
#define WAIVERS_PAGE "docs/waivers.md"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

static enum verdict verdict_of(struct str name)
{
	size_t v = words_find(verdict_words, name);

	ck_assert_msg(v < VERDICTS, "\"%.*s\" is no verdict", STR_ARG(name));
	return (enum verdict)v;
}

/* --- Pairs: roll-up and groups ------------------------------------------- */

#define PAIR_HEAD "| | met | partial | gap | na | na-unproven | unknown |"

static enum verdict all_of(const struct tally *t)
{
	return tally_rollup(t, ROLLUP_ALL);
}

static enum verdict any_of(const struct tally *t)
{
	return tally_rollup(t, ROLLUP_ANY);
}

static enum verdict one_of(const struct tally *t)
{
	return tally_at_least(t, 1);
}

static enum verdict two_of(const struct tally *t)
{
	return tally_at_least(t, 2);
}

/* In the order in which the page prints them. */
static enum verdict (*const pair_tables[])(const struct tally *) = {
	all_of, any_of, one_of, two_of
};

START_TEST(pairs_come_out_as_printed)
{
	struct doc_table t = doc_table_nth(&lab.arena, VERDICTS_PAGE, PAIR_HEAD,
					   (size_t)_i);

	ck_assert_uint_eq(t.count, VERDICTS + 1);
	ck_assert_uint_eq(t.columns, VERDICTS + 1);
	for (size_t i = 1; i < t.count; i++)
		for (size_t k = 1; k < t.columns; k++) {
			struct tally tally = { 0 };

			tally_add(&tally, verdict_of(t.rows[i][0]), false);
			tally_add(&tally, verdict_of(t.rows[0][k]), false);
			ASSERT_STR("pair",
				   str_of(verdict_name(pair_tables[_i](&tally))),
				   t.rows[i][k]);
		}
}
END_TEST

/* --- Follow-up --------------------------------------------------------- */

START_TEST(follow_up_comes_out_as_printed)
{
	struct doc_table t = doc_table(&lab.arena, VERDICTS_PAGE,
				       "| earlier ↓ · now →");

	ck_assert_uint_eq(t.count, VERDICTS + 1);
	ck_assert_uint_eq(t.columns, VERDICTS + 1);
	for (size_t i = 1; i < t.count; i++)
		for (size_t k = 1; k < t.columns; k++) {
			enum follow_up f = follow_up_of(verdict_of(t.rows[i][0]),
							verdict_of(t.rows[0][k]),
							REASON_NONE);

			ASSERT_STR("follow-up", str_of(follow_up_words.list[f]),
				   t.rows[i][k]);
		}
}
END_TEST

/* --- Paper against word ------------------------------------------------- */

static const char *const paper_names[PAPERS] = {
	[PAPER_NONE] = "none",     [PAPER_BAD] = "bad",
	[PAPER_HIDDEN] = "hidden", [PAPER_FAULTY] = "faulty",
	[PAPER_UNSURE] = "unsure", [PAPER_GOOD] = "good",
};

/* What was said; shown has a row of its own. */
static const char *const said_names[SAIDS] = {
	[SAID_NOTHING] = "nothing",     [SAID_HISTORIC] = "of earlier times",
	[SAID_PLANNED] = "planned",     [SAID_AFFIRMED] = "affirmed",
	[SAID_SHOWN] = "shown",         [SAID_PARTIAL] = "in part",
	[SAID_STARTED] = "started",     [SAID_LACKS] = "lacks a property",
	[SAID_IMPLIED] = "recommended", [SAID_DENIED] = "denied",
};

/* Reasons that nothing else gives, so that it shows where one came from. */
#define PAPER_REASON REASON_WRONG_APPROVER
#define WORD_REASON REASON_UNTESTED

struct situation {
	const struct part *part;
	const struct basis *basis;
	const struct judgement *above;
	enum choice complete;
};

static bool accepts(const struct situation *s, enum accepts how)
{
	return (s->part->accepts & BIT(how)) != 0;
}

static bool by_statement(const struct situation *s)
{
	return accepts(s, ACCEPTS_STATEMENT);
}

static bool by_showing(const struct situation *s)
{
	return accepts(s, ACCEPTS_SHOWN);
}

static bool was_shown(const struct situation *s)
{
	return s->basis->said == SAID_SHOWN && by_showing(s);
}

static bool handed_in(const struct situation *s)
{
	return s->basis->paper == PAPER_HIDDEN && s->basis->corroborated;
}

static bool shows_performance(const struct situation *s)
{
	return s->part->shows == SHOWS_PERFORMED;
}

static bool states_the_lack(const struct situation *s)
{
	return s->basis->denied_by_document;
}

static bool of_practice(const struct situation *s)
{
	return s->basis->denies_practice;
}

static bool is_faulty(const struct situation *s)
{
	return s->basis->paper == PAPER_FAULTY;
}

static bool is_unread(const struct situation *s)
{
	return s->basis->unread != NULL;
}

static bool was_read(const struct situation *s)
{
	return s->basis->read_in_full != NULL;
}

static bool above_is_gap(const struct situation *s)
{
	return s->above && s->above->verdict == VERDICT_GAP;
}

static bool only_said(const struct situation *s)
{
	return s->part->kind == PART_STATEMENT;
}

static bool is_element(const struct situation *s)
{
	return s->part->kind == PART_ELEMENT;
}

static bool may_lack(const struct situation *s)
{
	return s->complete == CHOICE_NO;
}

static bool always(const struct situation *s)
{
	return s != NULL;
}

/* The conditions, as the page words them. */
static const struct {
	const char *words;
	bool (*holds)(const struct situation *);
} conditions[] = {
	{ "the part accepts statements", by_statement },
	{ "the part accepts what is shown", by_showing },
	{ "it was shown, and the part accepts what is shown", was_shown },
	{ "the paper is hidden, and the statement says that what was handed in "
	  "shows it",
	  handed_in },
	{ "the part shows performance", shows_performance },
	{ "a document itself states the lack", states_the_lack },
	{ "the denial speaks of what is done, not of a paper", of_practice },
	{ "the paper is faulty", is_faulty },
	{ "a document could not be read, and its title does not tell what it "
	  "is",
	  is_unread },
	{ "it is an element, and the document that should hold it was read in "
	  "full",
	  was_read },
	{ "it is an element, and what should hold it is itself a gap",
	  above_is_gap },
	{ "only a statement can meet it", only_said },
	{ "it is another element", is_element },
	{ "the inventory says complete: false", may_lack },
	{ "otherwise", always },
};

struct page_tables {
	struct doc_table cells; /* said × paper */
	struct doc_table words; /* cell, condition, verdict */
	bool reached[100]; /* row of words */
};

static bool holds(struct str condition, const struct situation *s)
{
	for (int i = 0; i < ROWS(conditions); i++)
		if (str_eq(str_of(conditions[i].words), condition))
			return conditions[i].holds(s);
	ck_abort_msg("what is \"%.*s\"?", STR_ARG(condition));
	return false;
}

/* "gap · paper": the verdict, and where the reason comes from. */
static struct judgement read_cell(struct str cell, const struct situation *s)
{
	struct str dot = STR(" · "), reason = { 0 };
	struct judgement j = { VERDICT_UNKNOWN, REASON_NONE };

	for (size_t i = 0; i < cell.len; i++) {
		if (!str_starts(str_slice(cell, i, cell.len), dot))
			continue;
		reason = str_slice(cell, i + dot.len, cell.len);
		cell = str_slice(cell, 0, i);
	}
	j.verdict = verdict_of(cell);
	if (str_eq(reason, STR("paper")))
		j.reason = PAPER_REASON;
	else if (str_eq(reason, STR("word")))
		j.reason = s->part->kind == PART_ELEMENT &&
					   s->basis->said == SAID_DENIED &&
					   s->basis->denied_by_document
				   ? REASON_ELEMENT_MISSING
				   : WORD_REASON;
	else if (reason.len)
		j.reason = (enum reason)words_find(reason_words, reason);
	ck_assert_uint_lt(j.reason, REASONS);
	return j;
}

static struct judgement printed(struct page_tables *t, const struct situation *s)
{
	enum paper paper = s->basis->paper;
	struct str cell;

	if (s->part->kind == PART_STATEMENT && paper == PAPER_BAD)
		paper = PAPER_NONE;
	cell = t->cells.rows[s->basis->said + 1][paper + 1];
	for (size_t i = 1; i < t->words.count; i++) {
		if (!str_eq(t->words.rows[i][0], cell) ||
		    !holds(t->words.rows[i][1], s))
			continue;
		t->reached[i] = true;
		return read_cell(t->words.rows[i][2], s);
	}
	return read_cell(cell, s);
}

static void compare(struct page_tables *t, const struct situation *s)
{
	struct inventory v = { .complete = s->complete };
	struct matches m = { .inventory = &v };
	struct bench bench = { .matches = &m };
	struct judgement got = judge(&bench, s->part, s->basis, s->above);
	struct judgement want = printed(t, s);

	ck_assert_msg(got.verdict == want.verdict && got.reason == want.reason,
		      "paper %s, said %s, part %d: %s/%d, printed %s/%d",
		      paper_names[s->basis->paper], said_names[s->basis->said],
		      s->part->kind, verdict_name(got.verdict), got.reason,
		      verdict_name(want.verdict), want.reason);
}

/* Every combination of what the basis knows beside paper and word. */
static void compare_bases(struct page_tables *t, const struct part *part,
			  struct basis basis)
{
	static const struct read_document some;
	static const struct judgement gap = { VERDICT_GAP, REASON_MISSING };
	static const struct judgement met = { VERDICT_MET, REASON_NONE };
	static const struct judgement *const above[] = { NULL, &gap, &met };

	for (unsigned bits = 0; bits < 32; bits++)
		for (size_t k = 0; k < 9; k++) {
			struct situation s = { part, &basis, above[k % 3],
					       (enum choice)(k / 3) };

			/* Only an element has something above it. */
			if (part->kind != PART_ELEMENT && (s.above || (bits & 16)))
				continue;
			basis.denied_by_document = bits & 1;
			basis.denies_practice = bits & 2;
			basis.corroborated = bits & 4;
			basis.unread = bits & 8 ? &some : NULL;
			basis.read_in_full = bits & 16 ? &some : NULL;
			compare(t, &s);
		}
}

static struct page_tables read_tables(void)
{
	struct page_tables t = {
		.cells = doc_table(&lab.arena, VERDICTS_PAGE,
				   "| said ↓ · paper →"),
		.words = doc_table(&lab.arena, VERDICTS_PAGE, "| cell |"),
	};

	ck_assert_uint_eq(t.cells.count, SAIDS + 1);
	ck_assert_uint_eq(t.cells.columns, PAPERS + 1);
	for (size_t i = 0; i < SAIDS; i++)
		ASSERT_STR("row", t.cells.rows[i + 1][0], str_of(said_names[i]));
	for (size_t i = 0; i < PAPERS; i++)
		ASSERT_STR("column", t.cells.rows[0][i + 1],
			   str_of(paper_names[i]));
	return t;
}

START_TEST(paper_against_word_is_as_printed)
{
	static const enum part_kind kinds[] = { PART_DOCUMENT, PART_RECORD,
						PART_STATEMENT, PART_ELEMENT };
	struct page_tables t = read_tables();

	for (size_t i = 0; i < (size_t)PAPERS * SAIDS; i++)
		for (unsigned k = 0; k < 4 * 4 * 2; k++) {
			struct basis basis = { .paper = (enum paper)(i / SAIDS),
					       .said = (enum said)(i % SAIDS),
					       .paper_reason = PAPER_REASON,
					       .said_reason = WORD_REASON };
			struct part part = {
				.kind = kinds[k % 4],
				.accepts = (k / 4 % 4) << ACCEPTS_SHOWN,
				.shows = k / 16 ? SHOWS_PERFORMED
						: SHOWS_DOCUMENTED,
			};

			if (basis.paper == PAPER_GOOD)
				basis.paper_reason = REASON_NONE;
			compare_bases(&t, &part, basis);
		}
	for (size_t i = 1; i < t.words.count; i++)
		ck_assert_msg(t.reached[i], "never reached: %.*s: %.*s",
			      STR_ARG(t.words.rows[i][0]),
			      STR_ARG(t.words.rows[i][1]));
}
END_TEST

/* --- Verdicts, reasons, causes ------------------------------------------- */

static bool is_yes(struct str s)
{
	ck_assert_msg(str_eq(s, STR("yes")) || str_eq(s, STR("no")),
		      "\"%.*s\" is neither yes nor no", STR_ARG(s));
	return str_eq(s, STR("yes"));
}

START_TEST(findings_are_as_printed)
{
	struct doc_table t = doc_table(&lab.arena, VERDICTS_PAGE, "| verdict |");

	ck_assert_uint_eq(t.count, VERDICTS + 1);
	for (size_t i = 1; i < t.count; i++)
		ck_assert_msg(verdict_is_finding(verdict_of(t.rows[i][0])) ==
				      (t.rows[i][2].len != 0),
			      "%.*s", STR_ARG(t.rows[i][0]));
}
END_TEST

START_TEST(causes_are_as_printed)
{
	struct doc_table t = doc_table(&lab.arena, WAIVERS_PAGE, "| cause |");

	/* All but CAUSE_NONE. */
	ck_assert_uint_eq(t.count, DECISION_CAUSES);
	for (size_t i = 1; i < t.count; i++) {
		struct settled s = { .status = DECISION_UNUSED };

		s.cause = (enum decision_cause)words_find(decision_cause_words,
							  t.rows[i][0]);
		ck_assert_msg(s.cause < DECISION_CAUSES, "%.*s",
			      STR_ARG(t.rows[i][0]));
		ck_assert_int_eq(settled_is_finding(&s), is_yes(t.rows[i][2]));
	}
}
END_TEST

START_TEST(statuses_of_waivers_are_as_printed)
{
	struct doc_table t = doc_table(&lab.arena, WAIVERS_PAGE,
				       "| status | when | marks |");

	/*
	 * All but DECISION_OVERTAKEN, which is of judgements; unused has two
	 * rows, the first for what was not assessed.
	 */
	ck_assert_uint_eq(t.count, DECISION_STATUSES + 1);
	for (size_t i = 1; i < t.count; i++) {
		struct settled s = { 0 };

		s.status = (enum decision_status)words_find(
			decision_status_words, t.rows[i][0]);
		ck_assert_uint_lt(s.status, DECISION_STATUSES);
		ck_assert_int_eq(is_yes(t.rows[i][2]), s.status == DECISION_USED);
		if (s.status != DECISION_UNUSED)
			ck_assert_int_eq(settled_is_finding(&s),
					 is_yes(t.rows[i][3]));
	}
}
END_TEST

Suite *tables_suite(void)
{
	Suite *s = suite_create("tables");
	TCase *t = tcase_create("tables");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, pairs_come_out_as_printed, 0, ROWS(pair_tables));
	tcase_add_test(t, follow_up_comes_out_as_printed);
	tcase_add_test(t, paper_against_word_is_as_printed);
	tcase_add_test(t, findings_are_as_printed);
	tcase_add_test(t, causes_are_as_printed);
	tcase_add_test(t, statuses_of_waivers_are_as_printed);
	suite_add_tcase(s, t);
	return s;
}
