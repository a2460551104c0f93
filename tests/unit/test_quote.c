/* SPDX-License-Identifier: EUPL-1.2 */
/* A quote must be found where its place says that it stands. */
#include <string.h>

#include "assess/assess.h"
#include "assess/basis.h"
#include "base/utf8.h"
#include "intake/intake.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
	folder_enter();
}

static void tear_down(void)
{
	folder_leave();
	lab_close(&lab);
}

#define HEAD                                                                    \
	"inventory: 1\nmunicipality: {name: Exempelköping}\nas_of: 2026-03-01" \
	"\n"

/* The first part of the plan rule over the inventory in this folder. */
static const struct part_result *assess_here(const char *rule)
{
	struct intake in = { &lab.arena, &lab.diags, { 0 }, NULL };
	const struct inventory *v = inventory_load(&in, ".");
	struct matches m;
	struct ruleset set = { .count = 1, .vocab = lab.vocab };

	ck_assert_msg(v != NULL, "%.*s", STR_ARG(lab_messages(&lab)));
	match_inventory(&lab.arena, lab.vocab, lab.matcher, v, &m);
	set.list = lab_rule(&lab, rule);
	return &assess(&lab.arena, &set, &m)->results[0].parts[0];
}

/* file:line:col "text" of each quote. */
static struct str show(const struct part_result *p)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < p->quotes.count; i++) {
		const struct quote *q = &p->quotes.list[i];

		buf_putf(&b, "%s%.*s %.*s:%u:%u %.*s", i ? "|" : "",
			 STR_ARG(q->source), STR_ARG(q->at.file), q->at.line,
			 q->at.col, STR_ARG(q->text));
	}
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

#define SAID(yaml) HEAD "processes:\n  - id: P\n    text: " yaml
#define AT_INV "./inventory.yaml:"

static const struct {
	const char *name;
	const char *inventory;
	const char *want;
} scalars[] = {
	{ "plain", SAID("Planen finns.\n"), "P " AT_INV "6:11 Planen finns." },
	{ "second sentence", SAID("Ja. Planen finns.\n"),
	  "P " AT_INV "6:15 Planen finns." },
	{ "after å", SAID("Så är det. Planen finns.\n"),
	  "P " AT_INV "6:22 Planen finns." },
	{ "quoted", SAID("\"Ja. Planen finns.\"\n"),
	  "P " AT_INV "6:16 Planen finns." },
	{ "folded", SAID(">-\n      Ja, det är så.\n      Planen finns.\n"),
	  "P " AT_INV "8:7 Planen finns." },
	{ "folded within a line",
	  SAID(">-\n      Ja, det\n      är så. Planen\n      finns.\n"),
	  "P " AT_INV "8:14 Planen finns." },
	{ "literal", SAID("|\n      Ja.\n\n      Planen finns.\n"),
	  "P " AT_INV "9:7 Planen finns." },
	{ "an item", SAID("|\n      Detta saknas:\n      - planen\n"),
	  "P " AT_INV "8:9 planen" },
	{ "decomposed", SAID("Sa\xcc\x8a a\xcc\x88r det. Planen finns.\n"),
	  "P " AT_INV "6:24 Planen finns." },
	{ "what decides comes first", SAID("Planen finns. Ja. En plan saknas.\n"),
	  "P " AT_INV "6:29 En plan saknas.|P " AT_INV "6:11 Planen finns." },
	{ "else as they were found", SAID("Planen finns. Ja. En plan gäller.\n"),
	  "P " AT_INV "6:11 Planen finns.|P " AT_INV "6:29 En plan gäller." },
	{ "the same words once", SAID("Planen finns. Planen finns.\n"),
	  "P " AT_INV "6:11 Planen finns." },
	{ "a title", HEAD "documents:\n  - {id: D, title: Plan.docx}\n",
	  "D " AT_INV "5:20 Plan.docx" },
	{ "the text of a document",
	  HEAD "documents:\n  - id: D\n    title: X\n    text: |\n      Ja.\n"
	       "      Så planen gäller.\n",
	  "D " AT_INV "9:7 Så planen gäller." },
};

START_TEST(a_quote_of_the_inventory_stands_there)
{
	lab_put("inventory.yaml", scalars[_i].inventory);
	ASSERT_STR(scalars[_i].name,
		   show(assess_here(RULE(
			   "expect: {p: {document: [plan], topic: plan}}"))),
		   str_of(scalars[_i].want));
}
END_TEST

#define FILED HEAD "documents:\n  - {id: D, title: X, file: docs/x.txt}\n"

static const struct {
	const char *name;
	const char *text;
	const char *want;
} files[] = {
	{ "first line", "Planen finns.\n", "D docs/x.txt:1:1 Planen finns." },
	{ "in a line", "Ja. Planen finns.\n", "D docs/x.txt:1:5 Planen finns." },
	{ "a later line", "Ja.\n\n  Planen finns.\n",
	  "D docs/x.txt:3:3 Planen finns." },
	{ "decomposed letters before it",
	  "Sa\xcc\x8a a\xcc\x88r det. Planen finns.\n",
	  "D docs/x.txt:1:14 Planen finns." },
	{ "decomposed letters in it", "Ja.\n\nO\xcc\x88ver planen.\n",
	  "D docs/x.txt:3:1 Över planen." },
	{ "a word cut by a line before it", "Det behö-\nvs. Planen finns.\n",
	  "D docs/x.txt:2:5 Planen finns." },
	{ "soft hyphens before it", "Det be\xc2\xadhövs. Planen finns.\n",
	  "D docs/x.txt:1:14 Planen finns." },
	{ "a byte order mark", "\xef\xbb\xbfPlanen finns.\n",
	  "D docs/x.txt:1:1 Planen finns." },
	{ "windows lines", "Ja.\r\n\r\nPlanen finns.\r\n",
	  "D docs/x.txt:3:1 Planen finns." },
	{ "a bullet", "Se:\n- planen finns\n",
	  "D docs/x.txt:2:3 planen "
	  "finns" },
};

START_TEST(a_quote_of_a_file_stands_there)
{
	lab_put("inventory.yaml", FILED);
	lab_put("docs/x.txt", files[_i].text);
	ASSERT_STR(files[_i].name,
		   show(assess_here(RULE(
			   "expect: {p: {document: [plan], topic: plan}}"))),
		   str_of(files[_i].want));
}
END_TEST

START_TEST(at_most_so_many_are_kept)
{
	struct buf b = { 0 };
	const struct part_result *p;

	buf_puts(&b, HEAD "processes:\n");
	for (int i = 0; i < 40; i++)
		buf_putf(&b, "  - {id: P%d, text: Plan %d finns.}\n", i, i);
	buf_putc(&b, '\0');
	lab_put("inventory.yaml", b.ptr);
	p = assess_here(RULE("expect: {p: {document: [plan], topic: plan}}"));
	ck_assert_uint_eq(p->quotes.count, QUOTES_MAX);
	buf_release(&b);
}
END_TEST

START_TEST(a_note_is_quoted_with_its_document)
{
	const struct part_result *p;

	lab_put("inventory.yaml",
		HEAD "documents: [{id: D, title: Boken}]\nprocesses:\n"
		     "  - {id: P, how: read, source: D, text: Det uppges att "
		     "planen finns.}\n");
	p = assess_here(RULE("expect: {p: {document: [plan], topic: plan}}"));
	ck_assert_uint_eq(p->quotes.count, 1);
	ASSERT_STR("title", p->quotes.list[0].title, STR("Boken"));
	ASSERT_STR("source", p->quotes.list[0].source, STR("P"));
	ck_assert(p->quotes.list[0].hedged);
	ck_assert_int_eq(p->quotes.list[0].stance, STANCE_AFFIRMED);
}
END_TEST

Suite *quote_suite(void)
{
	Suite *s = suite_create("quote");
	TCase *t = tcase_create("quote");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, a_quote_of_the_inventory_stands_there, 0,
			    ROWS(scalars));
	tcase_add_loop_test(t, a_quote_of_a_file_stands_there, 0, ROWS(files));
	tcase_add_test(t, at_most_so_many_are_kept);
	tcase_add_test(t, a_note_is_quoted_with_its_document);
	suite_add_tcase(s, t);
	return s;
}
