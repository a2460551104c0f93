/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Paper against word, row by row, as the contract says it: a document that
 * must exist, a record of something done, and a thing that a statement is
 * enough for.  The table here is written from the contract (product.md §5,
 * patterns.md §3), not from the program's own.
 */
#include "assess/judge.h"
#include "unit_lab.h"

#define BIT(n) (1U << (n))

static const struct part document = {
	.kind = PART_DOCUMENT,
	.accepts = BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
		   BIT(ACCEPTS_SHOWN),
	.shows = SHOWS_DOCUMENTED,
};
static const struct part record = {
	.kind = PART_RECORD,
	.accepts = BIT(ACCEPTS_RECORD) | BIT(ACCEPTS_SHOWN),
	.shows = SHOWS_PERFORMED,
};
static const struct part statement = {
	.kind = PART_STATEMENT,
	.accepts = BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
		   BIT(ACCEPTS_SHOWN) | BIT(ACCEPTS_STATEMENT),
	.shows = SHOWS_PERFORMED,
};
static const struct part element = {
	.kind = PART_ELEMENT,
	.accepts = BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_SHOWN),
	.shows = SHOWS_DOCUMENTED,
};

/* What each grade of paper, and each kind of word, is there for. */
static const enum reason paper_reasons[PAPERS] = {
	[PAPER_BAD] = REASON_TEMPLATE,
	[PAPER_HIDDEN] = REASON_NOT_READ,
	[PAPER_FAULTY] = REASON_DRAFT,
	[PAPER_UNSURE] = REASON_UNDATED,
};
static const enum reason said_reasons[SAIDS] = {
	[SAID_HISTORIC] = REASON_LAPSED,      [SAID_PLANNED] = REASON_PLANNED,
	[SAID_PARTIAL] = REASON_SAYS_PARTIAL, [SAID_STARTED] = REASON_STARTED,
	[SAID_LACKS] = REASON_UNTESTED,       [SAID_IMPLIED] = REASON_IMPLIED,
	[SAID_DENIED] = REASON_ADMITTED,
};

static const struct matches *listed(enum choice complete)
{
	static struct inventory v;
	static struct matches m = { .inventory = &v };

	v.complete = complete;
	return &m;
}

static struct str judged(struct buf *b, enum choice complete,
			 const struct part *p, const struct basis *basis,
			 const struct judgement *above)
{
	struct bench bench = { .matches = listed(complete) };
	struct judgement j = judge(&bench, p, basis, above);

	b->len = 0;
	buf_puts(b, verdict_name(j.verdict));
	if (j.reason != REASON_NONE)
		buf_putf(b, "/%s", reason_code(j.reason));
	return buf_str(b);
}

static const struct {
	enum paper paper;
	enum said said;
	const char *document; /* verdict/reason */
	const char *record;
	const char *statement;
} rows[] = {
	{ PAPER_NONE, SAID_NOTHING, "gap/missing", "gap/missing",
	  "unknown/not-stated" },
	{ PAPER_NONE, SAID_HISTORIC, "unknown/lapsed", "unknown/lapsed",
	  "unknown/lapsed" },
	{ PAPER_NONE, SAID_PLANNED, "gap/planned", "gap/planned", "gap/planned" },
	{ PAPER_NONE, SAID_AFFIRMED, "partial/claimed-unproven",
	  "partial/claimed-unproven", "met" },
	{ PAPER_NONE, SAID_SHOWN, "met", "met", "met" },
	{ PAPER_NONE, SAID_PARTIAL, "partial/says-partial",
	  "partial/says-partial", "partial/says-partial" },
	{ PAPER_NONE, SAID_STARTED, "partial/started", "partial/started",
	  "partial/started" },
	{ PAPER_NONE, SAID_LACKS, "partial/untested", "partial/untested",
	  "partial/untested" },
	{ PAPER_NONE, SAID_IMPLIED, "gap/implied", "gap/implied", "gap/implied" },
	{ PAPER_NONE, SAID_DENIED, "gap/admitted", "gap/admitted",
	  "gap/admitted" },
	{ PAPER_BAD, SAID_NOTHING, "gap/template", "gap/template",
	  "unknown/not-stated" },
	{ PAPER_BAD, SAID_HISTORIC, "gap/template", "gap/template",
	  "unknown/lapsed" },
	{ PAPER_BAD, SAID_PLANNED, "gap/template", "gap/template", "gap/planned" },
	{ PAPER_BAD, SAID_AFFIRMED, "partial/claimed-unproven",
	  "partial/claimed-unproven", "met" },
	{ PAPER_BAD, SAID_SHOWN, "met", "met", "met" },
	{ PAPER_BAD, SAID_PARTIAL, "partial/says-partial",
	  "partial/says-partial", "partial/says-partial" },
	{ PAPER_BAD, SAID_STARTED, "partial/started", "partial/started",
	  "partial/started" },
	{ PAPER_BAD, SAID_LACKS, "partial/untested", "partial/untested",
	  "partial/untested" },
	{ PAPER_BAD, SAID_IMPLIED, "gap/template", "gap/template", "gap/implied" },
	{ PAPER_BAD, SAID_DENIED, "gap/admitted", "gap/admitted", "gap/admitted" },
	{ PAPER_HIDDEN, SAID_NOTHING, "unknown/not-read", "unknown/not-read",
	  "unknown/not-read" },
	{ PAPER_HIDDEN, SAID_HISTORIC, "unknown/not-read", "unknown/not-read",
	  "unknown/not-read" },
	{ PAPER_HIDDEN, SAID_PLANNED, "gap/planned", "gap/planned",
	  "gap/planned" },
	{ PAPER_HIDDEN, SAID_AFFIRMED, "unknown/not-read", "unknown/not-read",
	  "met" },
	{ PAPER_HIDDEN, SAID_SHOWN, "met", "met", "met" },
	{ PAPER_HIDDEN, SAID_PARTIAL, "partial/says-partial",
	  "partial/says-partial", "partial/says-partial" },
	{ PAPER_HIDDEN, SAID_STARTED, "partial/started", "partial/started",
	  "partial/started" },
	{ PAPER_HIDDEN, SAID_LACKS, "partial/untested", "partial/untested",
	  "partial/untested" },
	{ PAPER_HIDDEN, SAID_IMPLIED, "gap/implied", "gap/implied",
	  "gap/implied" },
	{ PAPER_HIDDEN, SAID_DENIED, "gap/admitted", "gap/admitted",
	  "gap/admitted" },
	{ PAPER_FAULTY, SAID_NOTHING, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_HISTORIC, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_PLANNED, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_AFFIRMED, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_SHOWN, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_PARTIAL, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_STARTED, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_LACKS, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_IMPLIED, "partial/draft", "partial/draft",
	  "partial/draft" },
	{ PAPER_FAULTY, SAID_DENIED, "partial/draft", "gap/admitted",
	  "gap/admitted" },
	{ PAPER_UNSURE, SAID_NOTHING, "unknown/undated", "unknown/undated",
	  "unknown/undated" },
	{ PAPER_UNSURE, SAID_HISTORIC, "unknown/undated", "unknown/undated",
	  "unknown/undated" },
	{ PAPER_UNSURE, SAID_PLANNED, "unknown/undated", "unknown/undated",
	  "unknown/undated" },
	{ PAPER_UNSURE, SAID_AFFIRMED, "unknown/undated", "unknown/undated",
	  "met" },
	{ PAPER_UNSURE, SAID_SHOWN, "met", "met", "met" },
	{ PAPER_UNSURE, SAID_PARTIAL, "partial/says-partial",
	  "partial/says-partial", "partial/says-partial" },
	{ PAPER_UNSURE, SAID_STARTED, "partial/started", "partial/started",
	  "partial/started" },
	{ PAPER_UNSURE, SAID_LACKS, "partial/untested", "partial/untested",
	  "partial/untested" },
	{ PAPER_UNSURE, SAID_IMPLIED, "unknown/undated", "unknown/undated",
	  "unknown/undated" },
	{ PAPER_UNSURE, SAID_DENIED, "unknown/contradicted", "gap/admitted",
	  "gap/admitted" },
	{ PAPER_GOOD, SAID_NOTHING, "met", "met", "met" },
	{ PAPER_GOOD, SAID_HISTORIC, "met", "met", "met" },
	{ PAPER_GOOD, SAID_PLANNED, "met", "met", "met" },
	{ PAPER_GOOD, SAID_AFFIRMED, "met", "met", "met" },
	{ PAPER_GOOD, SAID_SHOWN, "met", "met", "met" },
	{ PAPER_GOOD, SAID_PARTIAL, "partial/says-partial",
	  "partial/says-partial", "partial/says-partial" },
	{ PAPER_GOOD, SAID_STARTED, "partial/started", "partial/started",
	  "partial/started" },
	{ PAPER_GOOD, SAID_LACKS, "partial/untested", "partial/untested",
	  "partial/untested" },
	{ PAPER_GOOD, SAID_IMPLIED, "met", "met", "met" },
	{ PAPER_GOOD, SAID_DENIED, "unknown/contradicted", "gap/admitted",
	  "gap/admitted" },
};

static struct basis basis_of(enum paper paper, enum said said)
{
	return (struct basis){ .paper = paper,
			       .paper_reason = paper_reasons[paper],
			       .said = said,
			       .said_reason = said_reasons[said] };
}

static const struct read_document routine;

START_TEST(paper_against_word)
{
	struct basis basis = basis_of(rows[_i].paper, rows[_i].said);
	struct buf b = { 0 };

	ASSERT_STR("document", judged(&b, CHOICE_YES, &document, &basis, NULL),
		   str_of(rows[_i].document));
	ASSERT_STR("record", judged(&b, CHOICE_YES, &record, &basis, NULL),
		   str_of(rows[_i].record));
	ASSERT_STR("statement", judged(&b, CHOICE_YES, &statement, &basis, NULL),
		   str_of(rows[_i].statement));
	buf_release(&b);
}
END_TEST

START_TEST(the_table_has_every_pair)
{
	bool seen[PAPERS][SAIDS] = { { false } };

	for (int i = 0; i < ROWS(rows); i++)
		seen[rows[i].paper][rows[i].said] = true;
	for (int p = 0; p < PAPERS; p++)
		for (int s = 0; s < SAIDS; s++)
			ck_assert_msg(seen[p][s], "paper %d, said %d", p, s);
	ck_assert_int_eq(ROWS(rows), (int)PAPERS * (int)SAIDS);
}
END_TEST

START_TEST(a_limit_is_unknown_unless_the_paper_is_good)
{
	struct basis basis = basis_of(rows[_i].paper, rows[_i].said);
	struct buf b = { 0 };
	const char *want = "unknown/limit-reached";

	basis.limit = true;
	if (rows[_i].paper == PAPER_GOOD)
		want = rows[_i].document;
	ASSERT_STR("limit", judged(&b, CHOICE_YES, &document, &basis, NULL),
		   str_of(want));
	buf_release(&b);
}
END_TEST

/* complete: false changes silence about papers, and nothing else. */
START_TEST(what_is_not_listed_may_exist)
{
	struct basis basis = basis_of(rows[_i].paper, rows[_i].said);
	bool silent = rows[_i].paper == PAPER_NONE &&
		      rows[_i].said == SAID_NOTHING;
	struct buf b = { 0 };

	ASSERT_STR("document", judged(&b, CHOICE_NO, &document, &basis, NULL),
		   silent ? STR("unknown/no-information")
			  : str_of(rows[_i].document));
	ASSERT_STR("statement", judged(&b, CHOICE_NO, &statement, &basis, NULL),
		   str_of(rows[_i].statement));
	buf_release(&b);
}
END_TEST

static const struct judgement above_gap = { VERDICT_GAP, REASON_MISSING };
static const struct judgement above_met = { VERDICT_MET, REASON_NONE };
static const struct read_document unread = { .typed = false };

/* Silence: what was read decides whether it is a lack. */
static const struct {
	const char *name;
	const struct part *part;
	enum choice complete;
	bool unread;
	bool read_in_full;
	const struct judgement *above;
	const char *want;
} silences[] = {
	{ "an unread file may hold it", &document, CHOICE_YES, true, false,
	  NULL, "unknown/unread" },
	{ "… the element too", &element, CHOICE_YES, true, true, &above_met,
	  "unknown/unread" },
	{ "the document was read", &element, CHOICE_YES, false, true,
	  &above_met, "gap/element-missing" },
	{ "… in an appendix too", &element, CHOICE_NO, false, true, &above_met,
	  "gap/element-missing" },
	{ "no document, no element", &element, CHOICE_YES, false, false,
	  &above_gap, "gap/missing" },
	{ "nothing was read", &element, CHOICE_YES, false, false, &above_met,
	  "unknown/no-information" },
	{ "the default is complete", &document, CHOICE_UNSET, false, false,
	  NULL, "gap/missing" },
	{ "a record in an appendix", &record, CHOICE_NO, false, false, NULL,
	  "unknown/no-information" },
	{ "nobody asked", &statement, CHOICE_UNSET, false, false, NULL,
	  "unknown/not-stated" },
};

START_TEST(silence_is_a_lack_only_where_it_was_read)
{
	struct basis basis = { .unread = silences[_i].unread ? &unread : NULL,
			       .read_in_full = silences[_i].read_in_full
						       ? &routine
						       : NULL };
	struct buf b = { 0 };

	ASSERT_STR(silences[_i].name,
		   judged(&b, silences[_i].complete, silences[_i].part, &basis,
			  silences[_i].above),
		   str_of(silences[_i].want));
	buf_release(&b);
}
END_TEST

/* A lack that the paper itself states. */
static const struct {
	const struct part *part;
	enum paper paper;
	const char *want;
} stated[] = {
	{ &element, PAPER_NONE, "gap/element-missing" },
	{ &element, PAPER_GOOD, "gap/element-missing" },
	{ &document, PAPER_GOOD, "gap/admitted" },
	{ &document, PAPER_FAULTY, "gap/admitted" },
	{ &record, PAPER_NONE, "gap/admitted" },
};

START_TEST(a_lack_that_a_paper_states_is_a_lack)
{
	struct basis basis = basis_of(stated[_i].paper, SAID_DENIED);
	struct buf b = { 0 };

	basis.denied_by_document = true;
	ASSERT_STR("stated",
		   judged(&b, CHOICE_YES, stated[_i].part, &basis, NULL),
		   str_of(stated[_i].want));
	buf_release(&b);
}
END_TEST

/* What each kind of evidence can do is the part's to say. */
static const struct {
	uint32_t accepts;
	enum said said;
	const char *want;
} accepted[] = {
	{ BIT(ACCEPTS_DOCUMENT), SAID_SHOWN, "partial/claimed-unproven" },
	{ BIT(ACCEPTS_DOCUMENT), SAID_AFFIRMED, "partial/claimed-unproven" },
	{ BIT(ACCEPTS_SHOWN), SAID_SHOWN, "met" },
	{ BIT(ACCEPTS_SHOWN), SAID_AFFIRMED, "partial/claimed-unproven" },
	{ BIT(ACCEPTS_STATEMENT), SAID_SHOWN, "met" },
	{ BIT(ACCEPTS_STATEMENT), SAID_AFFIRMED, "met" },
};

START_TEST(the_part_says_what_is_enough)
{
	struct part p = document;
	struct basis basis = basis_of(PAPER_NONE, accepted[_i].said);
	struct buf b = { 0 };

	p.accepts = accepted[_i].accepts;
	ASSERT_STR("accepts", judged(&b, CHOICE_YES, &p, &basis, NULL),
		   str_of(accepted[_i].want));
	buf_release(&b);
}
END_TEST

/* A verdict as a number: the more the better; unknown is neither. */
static int rank(enum verdict v)
{
	static const int ranks[VERDICTS] = {
		[VERDICT_MET] = 2,          [VERDICT_PARTIAL] = 1,
		[VERDICT_GAP] = 0,          [VERDICT_NA] = -1,
		[VERDICT_NA_UNPROVEN] = -1, [VERDICT_UNKNOWN] = -1
	};

	return ranks[v];
}

/* Taking a paper away never turns a gap into something that is met. */
START_TEST(a_worse_paper_never_heals_a_gap)
{
	static const struct part *const parts[] = { &document, &record,
						    &statement };
	struct bench bench = { .matches = listed(CHOICE_YES) };

	for (int s = 0; s < SAIDS; s++) {
		struct basis with = basis_of(rows[_i].paper, (enum said)s);
		struct basis none = basis_of(PAPER_NONE, (enum said)s);

		for (int k = 0; k < ROWS(parts); k++) {
			int a = rank(judge(&bench, parts[k], &with, NULL).verdict);
			int b = rank(judge(&bench, parts[k], &none, NULL).verdict);

			ck_assert_msg(a != 0 || b != 2, "said %d part %d", s, k);
		}
	}
}
END_TEST

/* Earlier against now, as the contract's transitions. */
static const struct {
	enum verdict earlier;
	enum follow_up now[VERDICTS]; /* met partial gap na unproven unknown */
} follow_ups[] = {
	{ VERDICT_MET,
	  { FOLLOW_STANDS, FOLLOW_WORSE, FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_WORSE, FOLLOW_UNKNOWN } },
	{ VERDICT_PARTIAL,
	  { FOLLOW_CLOSED, FOLLOW_REMAINS, FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_NA_UNPROVEN, FOLLOW_UNKNOWN } },
	{ VERDICT_GAP,
	  { FOLLOW_CLOSED, FOLLOW_PARTLY, FOLLOW_REMAINS, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_NA_UNPROVEN, FOLLOW_UNKNOWN } },
	{ VERDICT_NA,
	  { FOLLOW_STANDS, FOLLOW_WORSE, FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_WORSE, FOLLOW_UNKNOWN } },
	{ VERDICT_NA_UNPROVEN,
	  { FOLLOW_CLOSED, FOLLOW_REMAINS, FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_REMAINS, FOLLOW_UNKNOWN } },
	{ VERDICT_UNKNOWN,
	  { FOLLOW_CLOSED, FOLLOW_NEW, FOLLOW_NEW, FOLLOW_NOT_APPLICABLE,
	    FOLLOW_NA_UNPROVEN, FOLLOW_UNKNOWN } },
};

START_TEST(what_became_of_an_earlier_finding)
{
	for (int v = 0; v < VERDICTS; v++)
		ck_assert_int_eq(follow_up_of(follow_ups[_i].earlier,
					      (enum verdict)v, REASON_STARTED),
				 follow_ups[_i].now[v]);
}
END_TEST

START_TEST(what_nobody_spoke_of_is_not_followed_up)
{
	static const enum reason silent[] = { REASON_NOT_STATED,
					      REASON_NO_INFORMATION,
					      REASON_EMPTY_POPULATION };

	for (int i = 0; i < ROWS(silent); i++) {
		ck_assert_int_eq(
			follow_up_of(VERDICT_GAP, VERDICT_UNKNOWN, silent[i]),
			FOLLOW_SILENT);
		ck_assert_int_eq(follow_up_of(VERDICT_GAP, VERDICT_GAP, silent[i]),
				 FOLLOW_REMAINS);
	}
}
END_TEST

Suite *judge_suite(void)
{
	Suite *s = suite_create("judge");
	TCase *t = tcase_create("judge");

	tcase_add_test(t, the_table_has_every_pair);
	tcase_add_loop_test(t, paper_against_word, 0, ROWS(rows));
	tcase_add_loop_test(t, a_limit_is_unknown_unless_the_paper_is_good, 0,
			    ROWS(rows));
	tcase_add_loop_test(t, what_is_not_listed_may_exist, 0, ROWS(rows));
	tcase_add_loop_test(t, a_worse_paper_never_heals_a_gap, 0, ROWS(rows));
	tcase_add_loop_test(t, silence_is_a_lack_only_where_it_was_read, 0,
			    ROWS(silences));
	tcase_add_loop_test(t, a_lack_that_a_paper_states_is_a_lack, 0,
			    ROWS(stated));
	tcase_add_loop_test(t, the_part_says_what_is_enough, 0, ROWS(accepted));
	tcase_add_loop_test(t, what_became_of_an_earlier_finding, 0,
			    ROWS(follow_ups));
	tcase_add_test(t, what_nobody_spoke_of_is_not_followed_up);
	suite_add_tcase(s, t);
	return s;
}
