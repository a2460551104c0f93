/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "render/render.h"
#include "unit.h"
#include "unit_render.h"

static struct render_style style(size_t width)
{
	return (struct render_style){ .lang = LANG_EN,
				      .width = width,
				      .program = "liskoll 0.1.0" };
}

static void render(struct buf *b, const char *format,
		   const struct assessment *a, struct render_style s)
{
	renderer_find(str_of(format))->write(b, &a, 1, &s);
	ck_assert(buf_ok(b));
}

static const char whole_text[] =
	"Exempelköpings kommun (9999), assessed as of 2026-03-01\n"
	"=======================================================\n"
	"Gap: 1 · Partial: 1 · NA not shown: 1 · Unknown: 4 · Met: 1 · Not applicable: 2\n"
	"Documents: 4 received, 2 read, 2 could not be read.\n"
	"\n"
	"To mend\n"
	"-------\n"
	"GAP (short term) Access is reviewed · Ekonomisystem\n"
	"  access-review · done · 00c0ffee00c0ffee\n"
	"  It was said not to be in place.\n"
	"  «Behörigheter ska ses över årligen.» documents/Rutin behörigheter.docx:12:5\n"
	"      (D1: Rutin behörigheter.docx)\n"
	"  «Vi tror att det görs ibland.» inventory.yaml:31:18 (P1)\n"
	"  «Nej.» (P2)\n"
	"  More quotes: 2.\n"
	"  To close (medium effort): Introduce a yearly review.\n"
	"\n"
	"PARTIAL (short term) Access is reviewed · Ekonomisystem\n"
	"  access-review · review/combined-roles · 5f1d0c3a9b7e4b2c\n"
	"  What was received is a draft: «Rutin behörigheter.docx».\n"
	"  Earlier audit: gap; partly mended.\n"
	"  «Behörigheter ska ses över årligen.» documents/Rutin behörigheter.docx:12:5\n"
	"      (D1: Rutin behörigheter.docx)\n"
	"  «Vi tror att det görs ibland.» inventory.yaml:31:18 (P1)\n"
	"  To close (medium effort): Decide the routine.\n"
	"\n"
	"NA NOT SHOWN (long term) Restores are tested\n"
	"  backup-test · plan · 2222222222222222\n"
	"  It is said not to apply, but nothing received shows it.\n"
	"  Advice: Test it.\n"
	"\n"
	"To find out\n"
	"-----------\n"
	"Loggar används (log-use · use): Nobody has said how it is. Concerns:\n"
	"    Ekonomisystem, Skolsystem.\n"
	"Loggar används (log-use · use): «Loggpolicy.pdf» could not be read and may hold\n"
	"    this. Concerns: S2, Vårdsystem.\n"
	"\n"
	"Does not apply\n"
	"--------------\n"
	"Restores are tested\n"
	"  backup-test · test, test/record\n"
	"  It does not apply, and what was received shows why.\n"
	"  «Behörigheter ska ses över årligen.» documents/Rutin behörigheter.docx:12:5\n"
	"      (D1: Rutin behörigheter.docx)\n"
	"\n"
	"Met\n"
	"---\n"
	"Access is reviewed · Ekonomisystem\n"
	"  access-review · review\n"
	"  «Behörigheter ska ses över årligen.» documents/Rutin behörigheter.docx:12:5\n"
	"      (D1: Rutin behörigheter.docx)\n"
	"\n"
	"Met, of the parts that could be judged\n"
	"--------------------------------------\n"
	"Area                                      Documented  Performed   Unknown\n"
	"Access control                                1 of 2     0 of 1         0\n"
	"Backup and restore                            0 of 1          –         0\n"
	"Logging                                            –          –         4\n"
	"\n"
	"What the assessment rests on\n"
	"----------------------------\n"
	"Rules: 5 selected, 3 evaluated.\n"
	"The assessment is incomplete: a rule, the inventory or a file beside it could\n"
	"    not be used.\n"
	"Rules not evaluated: bad-rule, worse-rule\n"
	"Documents that could not be read:\n"
	"  D3 Loggpolicy.pdf – it is encrypted\n"
	"  D4\n";

START_TEST(whole_report)
{
	struct render_style s = style(80);
	struct buf b = { 0 };

	s.verbose = 1;
	render(&b, "text", &whole, s);
	ck_assert_str_eq(b.ptr, whole_text);
	buf_release(&b);
}
END_TEST

START_TEST(what_is_met_is_told_only_when_asked)
{
	struct buf b = { 0 };
	struct str want = str_of(whole_text);
	size_t from = (size_t)(strstr(whole_text, "Met\n---") - whole_text);
	size_t to = (size_t)(strstr(whole_text, "Met, of") - whole_text);

	render(&b, "text", &whole, style(80));
	ck_assert_uint_eq(b.len, from + want.len - to);
	ck_assert(str_starts(buf_str(&b), str_slice(want, 0, from)));
	ck_assert(str_ends(buf_str(&b), str_slice(want, to, want.len)));
	buf_release(&b);
}
END_TEST

START_TEST(empty_report)
{
	struct buf b = { 0 };

	render(&b, "text", &empty, style(40));
	ck_assert_str_eq(b.ptr, "Tomköping, assessed as of 2026-03-01\n"
				"====================================\n"
				"Gap: 0 · Partial: 0 · NA not shown: 0 ·\n"
				"Unknown: 0 · Met: 0 · Not applicable: 0\n"
				"Documents: 0 received, 0 read, 0 could\n"
				"    not be read.\n"
				"\n"
				"To mend\n"
				"-------\n"
				"Nothing to mend was found in what could\n"
				"    be judged.\n"
				"\n"
				"What the assessment rests on\n"
				"----------------------------\n"
				"Rules: 0 selected, 0 evaluated.\n");
	buf_release(&b);
}
END_TEST

START_TEST(rule_texts_are_in_the_language_asked_for)
{
	struct render_style s = style(80);
	struct buf b = { 0 };

	s.lang = LANG_SV;
	render(&b, "text", &whole, s);
	ck_assert_ptr_nonnull(strstr(b.ptr, "Behörigheter ses över · Eko"));
	ck_assert_ptr_nonnull(strstr(b.ptr, ": Besluta rutinen.\n"));
	ck_assert_ptr_nonnull(strstr(b.ptr, ": Inför en årlig genomgång.\n"));
	ck_assert_ptr_null(strstr(b.ptr, "Access is reviewed"));
	ck_assert_ptr_null(strstr(b.ptr, "Decide the routine"));
	buf_release(&b);
}
END_TEST

static const char several_end[] =
	"Rules: 0 selected, 0 evaluated.\n"
	"\n"
	"================================================================================\n"
	"\n"
	"Overview\n"
	"--------\n"
	"Municipality                                   Gap   Partial   Unknown\n"
	"Exempelköpings kommun                            1         1         4\n"
	"Tomköping                                        0         0         0\n";

static const char narrow_end[] = "Overview\n"
				 "--------\n"
				 "Exempelköpings kommun\n"
				 "  Gap: 1 · Partial: 1 · Unknown: 4\n"
				 "Tomköping\n"
				 "  Gap: 0 · Partial: 0 · Unknown: 0\n";

START_TEST(several_reports_end_in_an_overview)
{
	static const struct assessment *const list[] = { &whole, &empty };
	struct render_style wide = style(80), narrow = style(0);
	struct buf b = { 0 };

	render_text(&b, list, 2, &wide);
	ck_assert(str_ends(buf_str(&b), str_of(several_end)));
	render_text(&b, list, 2, &narrow);
	ck_assert(str_ends(buf_str(&b), str_of(narrow_end)));
	buf_release(&b);
}
END_TEST

/* The text without colours; counts them. */
static size_t strip(struct buf *b, struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '\033') {
			buf_putc(b, s.ptr[i]);
			continue;
		}
		while (s.ptr[i] != 'm')
			i++;
		count++;
	}
	return count;
}

START_TEST(colours_change_nothing_else)
{
	struct render_style s = style(60);
	struct buf without = { 0 }, with = { 0 }, stripped = { 0 };

	render(&without, "text", &whole, s);
	ck_assert_ptr_null(memchr(without.ptr, '\033', without.len));
	s.color = true;
	render(&with, "text", &whole, s);
	ck_assert_uint_gt(strip(&stripped, buf_str(&with)), 6);
	ck_assert_str_eq(stripped.ptr, without.ptr);
	buf_release(&without);
	buf_release(&with);
	buf_release(&stripped);
}
END_TEST

/* What documents and folders may bring, in every string there is. */
#define LONG(s) s s s s s s s s s s s s s s s s s

static const struct str hostile[] = {
	STR_ROW(""),
	STR_ROW(" "),
	STR_ROW("\033[31mred\033[0m"),
	STR_ROW("\xc2\x9b"
		"31m\x07\x7f"),
	STR_ROW("line\nline\r\ttab"),
	STR_ROW("bad \xff\xfe\xc3"),
	STR_ROW("nul\0nul"),
	STR_ROW("\xe2\x80\xae"
		"live\xe2\x80\xac"),
	STR_ROW("{1}{2}%s%n"),
	STR_ROW(LONG("aaaaaaaaaaaaa")),
	STR_ROW(LONG("a\xcc\x8a"
		     "a\xcc\x88"
		     "O\xcc\x88")),
	STR_ROW(LONG("\xe6\xbc\xa2")),
	STR_ROW(LONG("a file name with spaces ")),
};

/* One municipality of which every string is s, with every verdict. */
struct victim {
	struct rule rule;
	struct quote quote;
	struct text text;
	struct unread unread;
	struct part_result parts[VERDICTS];
	struct result result;
	struct assessment a;
};

static void poison_rule(struct victim *v, struct str s)
{
	v->text.str = s;
	v->rule = (struct rule){ .id.str = s,
				 .controls = { &v->text, 1 },
				 .law = { &v->text, 1 },
				 .effort = EFFORT_L };
	for (int i = 0; i < LANGS; i++) {
		v->rule.title.lang[i].str = s;
		v->rule.why.lang[i].str = s;
		v->rule.remedy.lang[i].str = s;
	}
	v->quote = (struct quote){ s, s, { s, 4000000000, 7 }, s, 0, true };
}

static void poison(struct victim *v, struct str s)
{
	poison_rule(v, s);
	for (int i = 0; i < VERDICTS; i++)
		v->parts[i] = (struct part_result){
			.label = s,
			.verdict = (enum verdict)i,
			.reason = REASON_UNREAD,
			.counts = true,
			.finding = s,
			.about = s,
			.quotes = { &v->quote, 1 },
			.to_close = { s, s },
			.has_earlier = true,
		};
	v->unread = (struct unread){ s, s, { s, s } };
	v->result = (struct result){ .rule = &v->rule,
				     .subject = s,
				     .subject_name = s,
				     .parts = v->parts,
				     .count = VERDICTS };
	v->a = (struct assessment){ .name = s,
				    .code = s,
				    .folder = s,
				    .as_of = s,
				    .rules_hash = s,
				    .vocab_hash = s,
				    .results = &v->result,
				    .count = 1,
				    .rules_not_evaluated = { &v->text, 1 },
				    .unread = &v->unread,
				    .unread_count = 1 };
}

static void check_line(struct str line, size_t width)
{
	if (utf8_width(line) > width)
		ck_abort_msg("%zu columns: %.*s", utf8_width(line),
			     STR_ARG(line));
	if (str_ends(line, STR(" ")))
		ck_abort_msg("space at the end: %.*s", STR_ARG(line));
}

/* Nothing that steers a terminal, hides or is no text. */
static void check_harmless(const struct buf *b)
{
	size_t bad = 0;
	static const char *const banned[] = { "\x7f", "\xc2\x9b",
					      "\xe2\x80\xae", "\xe2\x80\xac" };

	for (int i = 0; i < ROWS(banned); i++)
		ck_assert_ptr_null(strstr(b->ptr, banned[i]));
	for (size_t i = 0; i < b->len; i++)
		bad += (unsigned char)b->ptr[i] < ' ' && b->ptr[i] != '\n';
	ck_assert_uint_eq(bad, 0);
	ck_assert_uint_eq(utf8_check(buf_str(b)), b->len);
	ck_assert_uint_eq(strlen(b->ptr), b->len);
}

START_TEST(hostile_strings_do_nothing)
{
	const struct assessment *list[2];
	struct victim v;

	poison(&v, hostile[_i]);
	list[0] = list[1] = &v.a;
	for (size_t width = 40; width < 130; width++) {
		struct render_style s = style(width);
		struct buf b = { 0 };
		struct str rest, line;

		s.verbose = 1;
		render_text(&b, list, 2, &s);
		check_harmless(&b);
		rest = buf_str(&b);
		while (str_cut(&rest, '\n', &line))
			check_line(line, width);
		buf_release(&b);
	}
}
END_TEST

/* All names stand there; beyond ten only when asked. */
static void render_unknown(struct buf *b, unsigned verbose)
{
	static struct part_result part = UNKNOWN(REASON_NOT_STATED, "");
	struct result list[12];
	struct assessment a = { .name = STR("A"), .results = list };
	struct render_style s = style(400);
	char names[12][4];

	for (size_t i = 0; i < 12; i++) {
		snprintf(names[i], sizeof(names[i]), "n%zu", i + 1);
		list[i] = (struct result){ .rule = &rules[2],
					   .subject = str_of(names[i]),
					   .parts = &part,
					   .count = 1 };
	}
	a.count = 12;
	s.verbose = verbose;
	render(b, "text", &a, s);
}

static const struct {
	unsigned verbose;
	const char *want;
} lists[] = {
	{ 0, " Concerns: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10 and 2 more.\n" },
	{ 1, " Concerns: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12.\n" },
};

START_TEST(many_subjects_are_cut)
{
	struct buf b = { 0 };

	render_unknown(&b, lists[_i].verbose);
	ck_assert_msg(strstr(b.ptr, lists[_i].want) != NULL, "%s", b.ptr);
	buf_release(&b);
}
END_TEST

/* Rows in the order in which they must be told. */
static const struct {
	enum priority priority;
	enum verdict verdict;
	enum area area;
	const char *id;
	const char *label;
} urgent[] = {
	{ PRIORITY_SHORT, VERDICT_GAP, AREA_ROLES, "b", "l1" },
	{ PRIORITY_SHORT, VERDICT_GAP, AREA_LOGGING, "a", "l2" },
	{ PRIORITY_SHORT, VERDICT_GAP, AREA_LOGGING, "b", "l3" },
	{ PRIORITY_SHORT, VERDICT_PARTIAL, AREA_ROLES, "a", "l4" },
	{ PRIORITY_SHORT, VERDICT_NA_UNPROVEN, AREA_ROLES, "a", "l5" },
	{ PRIORITY_MEDIUM, VERDICT_GAP, AREA_ROLES, "a", "l6" },
	{ PRIORITY_LONG, VERDICT_GAP, AREA_ROLES, "a", "l7" },
	{ PRIORITY_LONG, VERDICT_PARTIAL, AREA_ROLES, "a", "l8" },
};

enum {
	URGENT = ROWS(urgent),
};

static void check_order(const char *text)
{
	const char *at = text;

	for (int i = 0; i < URGENT; i++) {
		char want[8];

		snprintf(want, sizeof(want), "· %s\n", urgent[i].label);
		at = strstr(at, want);
		ck_assert_msg(at != NULL, "%s is too early:\n%s",
			      urgent[i].label, text);
	}
}

START_TEST(the_worst_comes_first)
{
	struct rule list[URGENT] = { 0 };
	struct part_result parts[URGENT] = { 0 };
	struct result all[URGENT] = { 0 };
	struct assessment a = { .results = all, .count = URGENT };
	struct buf b = { 0 };

	for (int i = 0; i < URGENT; i++) {
		/* Any permutation: 5 and 8 have no common factor. */
		int at = (i * 5 + _i) % URGENT;

		parts[at].priority = urgent[i].priority;
		list[at].area = urgent[i].area;
		list[at].id.str = str_of(urgent[i].id);
		parts[at].verdict = urgent[i].verdict;
		parts[at].label = str_of(urgent[i].label);
		parts[at].counts = true;
		all[at] = (struct result){ .rule = &list[at],
					   .parts = &parts[at],
					   .count = 1 };
	}
	render(&b, "text", &a, style(80));
	check_order(b.ptr);
	buf_release(&b);
}
END_TEST

/* The second of two parts that do not apply; the first: NA_PROVEN, "", 1. */
static const struct {
	bool other_subject;
	enum reason reason;
	const char *about;
	size_t quotes;
	bool together;
} pairs[] = {
	{ false, REASON_NA_PROVEN, "", 1, true },
	{ true, REASON_NA_PROVEN, "", 1, false },
	{ false, REASON_NONE, "", 1, false },
	{ false, REASON_NA_PROVEN, "Avtal", 1, false },
	{ false, REASON_NA_PROVEN, "", 2, false },
};

START_TEST(parts_with_one_proof_stand_together)
{
	struct part_result two[2] = { backup_parts[0], backup_parts[0] };
	struct result list[2] = { { .rule = &rules[1], .parts = two },
				  { .rule = &rules[1], .parts = &two[1] } };
	struct assessment a = { .results = list, .count = 2 };
	struct buf b = { 0 };

	two[1].label = STR("other");
	two[1].reason = pairs[_i].reason;
	two[1].about = str_of(pairs[_i].about);
	two[1].quotes.count = pairs[_i].quotes;
	list[0].count = pairs[_i].other_subject ? 1 : 2;
	list[1].count = pairs[_i].other_subject ? 1 : 0;
	render(&b, "text", &a, style(80));
	ck_assert_int_eq(strstr(b.ptr, "· test, other\n") != NULL,
			 pairs[_i].together);
	ck_assert_int_eq(strstr(b.ptr, "· other\n") != NULL, !pairs[_i].together);
	buf_release(&b);
}
END_TEST

static const struct {
	enum reason reason;
	const char *about;
	const char *want;
} reasons[] = {
	{ REASON_UNAPPROVED, "X", "\n  «X» has not been decided.\n" },
	{ REASON_UNAPPROVED, "", "\n  The document has not been decided.\n" },
	{ REASON_DRAFT, "X", "\n  What was received is a draft: «X».\n" },
	{ REASON_DRAFT, "", "\n  What was received is a draft: the document.\n" },
	{ REASON_MISSING, "X",
	  "\n  No document or record that shows this was received.\n" },
	{ REASON_NONE, "X", "\n  log-use · l\n\nMet, of" },
};

START_TEST(reason_names_the_document)
{
	struct part_result part = { .label = STR("l"),
				    .verdict = VERDICT_GAP,
				    .reason = reasons[_i].reason,
				    .counts = true,
				    .about = str_of(reasons[_i].about) };
	struct result r = { .rule = &rules[2], .parts = &part, .count = 1 };
	struct assessment a = { .results = &r, .count = 1 };
	struct buf b = { 0 };

	render(&b, "text", &a, style(80));
	ck_assert_msg(strstr(b.ptr, reasons[_i].want) != NULL, "%s", b.ptr);
	buf_release(&b);
}
END_TEST

/* A quote of n words of ten letters with the space between them. */
static const struct {
	size_t words;
	bool is_cut;
} lengths[] = { { 49, false }, { 50, false }, { 51, true }, { 5000, true } };

START_TEST(long_quotes_are_cut)
{
	struct quote q = { .source = STR("D1") };
	struct part_result part = { .verdict = VERDICT_GAP,
				    .counts = true,
				    .quotes = { &q, 1 } };
	struct result r = { .rule = &rules[2], .parts = &part, .count = 1 };
	struct assessment a = { .results = &r, .count = 1 };
	struct buf text = { 0 }, b = { 0 };

	for (size_t i = 0; i < lengths[_i].words; i++)
		buf_puts(&text, i ? " ååååååååå" : "åååååååååå");
	q.text = buf_str(&text);
	render(&b, "text", &a, style(4000));
	ck_assert_int_eq(strstr(b.ptr, "å […]» (D1)") != NULL,
			 lengths[_i].is_cut);
	ck_assert_uint_lt(b.len, 2000);
	buf_release(&text);
	buf_release(&b);
}
END_TEST

static const struct {
	const char *name;
	bool is_known;
} names[] = { { "text", true }, { "json", true },   { "", false },
	      { "tex", false }, { "texts", false }, { "JSON", false } };

START_TEST(renderer_by_name)
{
	const struct renderer *r = renderer_find(str_of(names[_i].name));

	ck_assert_int_eq(r != NULL, names[_i].is_known);
	if (r)
		ck_assert_str_eq(r->name, names[_i].name);
}
END_TEST

Suite *render_suite(void)
{
	Suite *s = suite_create("render");
	TCase *t = tcase_create("text");

	tcase_add_test(t, whole_report);
	tcase_add_test(t, what_is_met_is_told_only_when_asked);
	tcase_add_test(t, empty_report);
	tcase_add_test(t, rule_texts_are_in_the_language_asked_for);
	tcase_add_test(t, several_reports_end_in_an_overview);
	tcase_add_test(t, colours_change_nothing_else);
	tcase_add_loop_test(t, hostile_strings_do_nothing, 0, ROWS(hostile));
	tcase_add_loop_test(t, many_subjects_are_cut, 0, ROWS(lists));
	tcase_add_loop_test(t, the_worst_comes_first, 0, URGENT);
	tcase_add_loop_test(t, parts_with_one_proof_stand_together, 0,
			    ROWS(pairs));
	tcase_add_loop_test(t, reason_names_the_document, 0, ROWS(reasons));
	tcase_add_loop_test(t, long_quotes_are_cut, 0, ROWS(lengths));
	tcase_add_loop_test(t, renderer_by_name, 0, ROWS(names));
	suite_add_tcase(s, t);
	return s;
}
