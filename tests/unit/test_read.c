/* SPDX-License-Identifier: EUPL-1.2 */
/* The steps of reading: normalise, blocks, sentences, clauses. */
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "read/read.h"
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

static const struct {
	const char *name;
	struct str in;
	const char *want;
} normal[] = {
	{ "nothing", { NULL, 0 }, "" },
	{ "plain", STR_ROW("en rad\ntvå"), "en rad\ntvå" },
	{ "nfd becomes nfc", STR_ROW("fo\xcc\x88r"), "f\xc3\xb6r" },
	{ "soft hyphen goes", STR_ROW("be\xc2\xadhörig"), "behörig" },
	{ "soft hyphen at the line's end", STR_ROW("behörig\xc2\xad\nheter"),
	  "behörig\nheter" },
	{ "zero width space goes",
	  STR_ROW("a\xe2\x80\x8b"
		  "b"),
	  "ab" },
	{ "byte order mark goes",
	  STR_ROW("\xef\xbb\xbf"
		  "a"),
	  "a" },
	{ "no-break space",
	  STR_ROW("a\xc2\xa0"
		  "b"),
	  "a b" },
	{ "narrow and thin spaces",
	  STR_ROW("a\xe2\x80\xaf"
		  "b\xe2\x80\x89"
		  "c"),
	  "a b c" },
	{ "line and paragraph separators",
	  STR_ROW("a\xe2\x80\xa8"
		  "b\xe2\x80\xa9"
		  "c"),
	  "a\nb\n\nc" },
	{ "dots and rings beside their letters",
	  STR_ROW("f\xc2\xa8oljer \xcb\x9a"
		  "aret \xc2\xa8"
		  "ar"),
	  "följer året är" },
	{ "tags and emphasis",
	  STR_ROW("<b>fet</b> *kursiv* **fet** PM<sup>3</sup>"),
	  "fet kursiv fet PM" },
	{ "a bullet is no emphasis", STR_ROW("* ett\n2 * 3"), "* ett\n2 * 3" },
	{ "no tag", STR_ROW("a < b > c <x>"), "a < b > c <x>" },
	{ "hyphens",
	  STR_ROW("a\xe2\x80\x90"
		  "b\xe2\x80\x91"
		  "c"),
	  "a-b-c" },
	{ "ligatures",
	  STR_ROW("e\xef\xac\x80"
		  "ekt \xef\xac\x81l \xef\xac\x82yg \xef\xac\x83 \xef\xac\x84"),
	  "effekt fil flyg ffi ffl" },
	{ "line ends", STR_ROW("a\r\nb\rc\td\fe"), "a\nb\nc d\ne" },
	{ "nul", STR_ROW("a\0b"), "a b" },
	{ "a word cut by a line", STR_ROW("behörig-\nheter"), "behörigheter" },
	{ "… with spaces around", STR_ROW("behörig- \n  heter"), "behörigheter" },
	{ "… with a carriage return", STR_ROW("behörig-\r\nheter"),
	  "behörigheter" },
	{ "… after å", STR_ROW("små-\nföretag"), "småföretag" },
	{ "… before å", STR_ROW("för-\nåldrad"), "föråldrad" },
	{ "a capital keeps its hyphen", STR_ROW("IT-\nsäkerhet"), "IT-säkerhet" },
	{ "a digit keeps its hyphen", STR_ROW("27001-\ncertifierad"),
	  "27001-certifierad" },
	{ "a capital after it", STR_ROW("Norr-\nKöping"), "Norr-\nKöping" },
	{ "drift- och", STR_ROW("drift-\noch underhåll"),
	  "drift-\noch underhåll" },
	{ "in- eller", STR_ROW("in-\neller ut"), "in-\neller ut" },
	{ "a bullet is no hyphen", STR_ROW("- ett\n- två"), "- ett\n- två" },
	{ "a hyphen in the line", STR_ROW("e-tjänst"), "e-tjänst" },
	{ "a hyphen last of all", STR_ROW("behörig-"), "behörig-" },
	{ "a hyphen and only blanks", STR_ROW("behörig-\n  "), "behörig-\n  " },
};

START_TEST(text_is_made_plain)
{
	struct reading r = { 0 };

	read_normalise(&lab.arena, lab.vocab, normal[_i].in, &r);
	ASSERT_STR(normal[_i].name, r.text, str_of(normal[_i].want));
	ck_assert_uint_eq(r.origin[r.text.len], r.nfc.len);
	for (size_t i = 1; i <= r.text.len; i++)
		ck_assert_uint_le(r.origin[i - 1], r.origin[i]);
}
END_TEST

/* One letter a kind: P H I R C, with its depth, and its text. */
static struct str show_blocks(const char *text)
{
	static const char letters[] = "PHIRC";
	struct reading r = { 0 };
	struct buf b = { 0 };
	struct str ret;

	read_normalise(&lab.arena, lab.vocab, str_of(text), &r);
	read_blocks(&lab.arena, lab.vocab, &r);
	for (size_t i = 0; i < r.block_count; i++) {
		buf_putf(&b, "%s%c", i ? "|" : "", letters[r.blocks[i].kind]);
		if (r.blocks[i].kind == BLOCK_ITEM)
			buf_putf(&b, "%u", r.blocks[i].depth);
		buf_putf(&b, " %.*s", STR_ARG(r.blocks[i].text));
		ASSERT_STR("start",
			   str_slice(r.text, r.blocks[i].start,
				     r.blocks[i].start + r.blocks[i].text.len),
			   r.blocks[i].text);
	}
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *name;
	const char *in;
	const char *want;
} blocks[] = {
	{ "nothing", "", "" },
	{ "blank lines", "\n \n\n", "" },
	{ "one line is what somebody said", "Rutin saknas", "P Rutin saknas" },
	{ "lines of a paragraph", "Rutinen är\nskriven.\nSå är det.",
	  "P Rutinen är\nskriven.\nSå är det." },
	{ "a blank line ends it", "Ett.\n\nTvå.", "P Ett.|P Två." },
	{ "a heading", "Behörigheter\n\nRutinen finns.",
	  "H Behörigheter|P Rutinen finns." },
	{ "a heading with a mark", "## Loggar\nText.", "H Loggar|P Text." },
	{ "a line with a full stop is none", "Ja.\n\nNej.", "P Ja.|P Nej." },
	{ "a line with a colon is none", "Rutiner:\n\nText.",
	  "P Rutiner:|P Text." },
	{ "a long line is none",
	  "Detta är en lång rad som säger något och som ingen skulle sätta som "
	  "rubrik över ett avsnitt\n\nText.",
	  "P Detta är en lång rad som säger något och som ingen skulle sätta "
	  "som rubrik över ett avsnitt|P Text." },
	{ "bullets", "- ett\n* två\n\xe2\x80\xa2 tre\n\xe2\x96\xb6 fyra",
	  "I0 ett|I0 två|I0 tre|I0 fyra" },
	{ "dashes", "\xe2\x80\x93 ett\n\xe2\x80\x94 två", "I0 ett|I0 två" },
	{ "numbers and letters", "1. ett\n2) två\na) tre\n10. fyra",
	  "I0 ett|I0 två|I0 tre|I0 fyra" },
	{ "a year is no number", "2023. Det året.\n\nMer.",
	  "P 2023. Det året.|P Mer." },
	{ "a decimal is no number", "24.10 är en version.\n\nMer.",
	  "P 24.10 är en version.|P Mer." },
	{ "a lead-in", "Rutiner saknas för:\n- konton\n- loggar",
	  "P Rutiner saknas för:|I0 konton|I0 loggar" },
	{ "a list in a list", "- ett\n  - två\n    - tre\n- fyra",
	  "I0 ett|I2 två|I4 tre|I0 fyra" },
	{ "an item goes on, indented", "- ett\n  fortsätter\n- två",
	  "I0 ett\n  fortsätter|I0 två" },
	{ "after a blank line it does not", "- ett\n\nSedan.", "I0 ett|P Sedan." },
	{ "a bullet on a line of its own",
	  "\xe2\x80\xa2 \nPlanen saknas\n\xe2\x80\xa2\n  Provet görs",
	  "I0 \nPlanen saknas|I0 \n  Provet görs" },
	{ "contents",
	  "Inledning ........ 3\n4.2 Avsaknad av plan . . . . . 17\nText här.",
	  "C Inledning ........ 3|C 4.2 Avsaknad av plan . . . . . 17|P Text "
	  "här." },
	{ "a line drawn across parts", "Ett.\n---\nTvå.\n====\nTre.",
	  "P Ett.|P Två.|P Tre." },
	{ "a bold line is a heading", "**Loggar**\nText.\n**Fet** text.",
	  "H Loggar|P Text.\nFet text." },
	{ "the number of a section begins one",
	  "Ett.\n4.5. Hur sker det?\n3.2.1 Plan\n2.5 gånger så många.",
	  "P Ett.|I0 4.5. Hur sker det?|I0 3.2.1 Plan\n2.5 gånger så många." },
	{ "label and mark", "Inloggning med kort: uppfyllt\nPlan: senare",
	  "R Inloggning med kort: uppfyllt|P Plan: senare" },
	{ "an ellipsis is no contents", "Det dröjde ... 3\n\nMer.",
	  "H Det dröjde ... 3|P Mer." },
};

START_TEST(lines_become_blocks)
{
	ASSERT_STR(blocks[_i].name, show_blocks(blocks[_i].in),
		   str_of(blocks[_i].want));
}
END_TEST

/* Sentences or clauses of a text, joined by bars. */
static struct str show(const char *text, bool clauses)
{
	struct reading r = lab_read(&lab, text);
	struct buf b = { 0 };
	struct str ret;
	size_t n = clauses ? r.clause_count : r.sentence_count;

	for (size_t i = 0; i < n; i++) {
		struct str s = clauses ? r.clauses[i].text : r.sentences[i].text;

		buf_puts(&b, i ? "|" : "");
		buf_put(&b, s);
	}
	for (size_t i = 0; i < r.sentence_count; i++)
		ASSERT_STR("start",
			   str_slice(r.text, r.sentences[i].start,
				     r.sentences[i].start +
					     r.sentences[i].text.len),
			   r.sentences[i].text);
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *name;
	const char *in;
	const char *want;
} sentences[] = {
	{ "one", "Ja.", "Ja." },
	{ "without a stop", "Ja", "Ja" },
	{ "two", "Ja. Nej.", "Ja.|Nej." },
	{ "question, exclamation", "Hur? Så! Bra.", "Hur?|Så!|Bra." },
	{ "several marks", "Hur?! Så...  Bra.", "Hur?!|Så...|Bra." },
	{ "a capital beyond ascii", "Ja. Även nu. Öppet. Éns.",
	  "Ja.|Även nu.|Öppet.|Éns." },
	{ "a small letter goes on", "Ja. så är det.", "Ja. så är det." },
	{ "an abbreviation", "Det gäller t.ex. Agresso och bl.a. Visma.",
	  "Det gäller t.ex. Agresso och bl.a. Visma." },
	{ "a chapter and a section", "Enligt 2 kap. 3 § gäller det. Så är det.",
	  "Enligt 2 kap. 3 § gäller det.|Så är det." },
	{ "an initial", "Anna B. Karlsson svarade. Hon vet.",
	  "Anna B. Karlsson svarade.|Hon vet." },
	{ "a decimal", "Version 24.10 gäller. Mer sedan.",
	  "Version 24.10 gäller.|Mer sedan." },
	{ "a version last", "Det är 1.35. Ny text.", "Det är 1.35.|Ny text." },
	{ "a date", "Beslut den 3 mars 2024. Planen gäller.",
	  "Beslut den 3 mars 2024.|Planen gäller." },
	{ "a year begins one", "Planen finns. 2024 antogs den.",
	  "Planen finns.|2024 antogs den." },
	{ "a quote", "Han sade \"ja.\" Sedan gick han.",
	  "Han sade \"ja.\"|Sedan gick han." },
	{ "a quote begins one", "Så är det. \"Ja\" sade han.",
	  "Så är det.|\"Ja\" sade han." },
	{ "a bracket", "Så är det (ännu). Mer.", "Så är det (ännu).|Mer." },
	{ "a line end is a space", "Så\när det. Mer\ntext.",
	  "Så är det.|Mer text." },
	{ "no space, no end", "Se kommun.se för mer. Ja.",
	  "Se kommun.se för mer.|Ja." },
	{ "blocks never join", "Ja\n\n- Ett\n- Två", "Ja|Ett|Två" },
	{ "dots in words of two languages", "Se dnr. Det är allt.",
	  "Se dnr.|Det är allt." },
};

START_TEST(blocks_become_sentences)
{
	ASSERT_STR(sentences[_i].name, show(sentences[_i].in, false),
		   str_of(sentences[_i].want));
}
END_TEST

static const struct {
	const char *name;
	const char *in;
	const char *want;
} clauses[] = {
	{ "one", "Planen finns.", "Planen finns." },
	{ "men", "Planen finns men saknar datum.",
	  "Planen finns|men saknar datum." },
	{ "men in a word", "Ramen och mennoniten.", "Ramen och mennoniten." },
	{ "däremot", "Planen finns, däremot inte beslutet.",
	  "Planen finns,|däremot inte beslutet." },
	{ "utan after a comma", "Den är inte klar, utan provas.",
	  "Den är inte klar|, utan provas." },
	{ "utan alone", "Den klaras utan hjälp.", "Den klaras utan hjälp." },
	{ "semicolon", "Plan finns; prov saknas.", "Plan finns;|prov saknas." },
	{ "colon", "Detta saknas: planen.", "Detta saknas:|planen." },
	{ "a colon in a time", "Kl 10:30 finns plan.", "Kl 10:30 finns plan." },
	{ "men twice", "A finns men B saknas men C finns.",
	  "A finns|men B saknas|men C finns." },
	{ "first word", "Men planen finns.", "Men planen finns." },
	{ "contents hold none", "Planen saknas ........ 3\n", "" },
};

START_TEST(sentences_become_clauses)
{
	ASSERT_STR(clauses[_i].name, show(clauses[_i].in, true),
		   str_of(clauses[_i].want));
}
END_TEST

/* Stances with what they are led in by, in the tests' own words. */
static const struct {
	const char *name;
	const char *in;
	const char *want;
} led[] = {
	{ "items inherit", "Detta saknas:\n- planen\n- provet",
	  "negated negated negated" },
	{ "unless they decide", "Detta saknas:\n- planen\n- provet, påbörjat",
	  "negated negated started" },
	{ "after a colon too", "Detta saknas: planen.", "negated negated" },
	{ "a name after a full stop says nothing", "Detta saknas.\n- planen",
	  "negated question" },
	{ "a later paragraph does not",
	  "Detta saknas:\n- planen\n\nAllt annat finns.",
	  "negated negated affirmed" },
	{ "the second list has its own",
	  "Detta saknas:\n- planen\n\nDetta finns:\n- provet",
	  "negated negated affirmed affirmed" },
	{ "nested items too", "Detta saknas:\n- planen\n  - provet",
	  "negated negated negated" },
	{ "a verb above a list waits for it", "Det som finns\n- planen",
	  "affirmed affirmed" },
	{ "after a preposition advice is but a name",
	  "Det finns rutin för:\n- provning bör", "affirmed affirmed" },
	{ "else it is advice", "Detta finns:\n- provning bör",
	  "affirmed implied" },
	{ "under advice what is said is advised",
	  "# Tips\nPlanen är skriven.\n# Annat\nPlanen är skriven.",
	  "question implied question affirmed" },
	{ "the name of a file", "Detta finns.\n- planen.docx\n", "affirmed" },
	{ "label and value", "Planen: tio sidor", "affirmed affirmed" },
	{ "a name and what it means", "Planen: provning som är bra",
	  "affirmed norm" },
	{ "a heading that names", "Planen\n\nDen finns.", "question affirmed" },
	{ "a heading that lacks", "Planen saknas\n\nDen behövs.",
	  "implied affirmed" },
	{ "unchanged", "Planen är oförändrad.", "affirmed" },
	{ "benign words are no lack", "Det är inte bara planen.", "affirmed" },
	{ "the blanked word only", "Det är inte bara så, planen saknas.",
	  "negated" },
	{ "historic", "Planen saknas tidigare.", "historic" },
	{ "historic and now", "Tidigare saknas, numera finns planen.", "negated" },
	{ "a question mark", "Saknas planen?", "question" },
};

START_TEST(what_leads_in_is_inherited)
{
	struct reading r = lab_read(&lab, led[_i].in);
	struct buf b = { 0 };

	for (size_t i = 0; i < r.clause_count; i++)
		buf_putf(&b, "%s%s", i ? " " : "",
			 stance_words.list[r.clauses[i].stance]);
	ASSERT_STR(led[_i].name, buf_str(&b), str_of(led[_i].want));
	buf_release(&b);
}
END_TEST

START_TEST(a_text_of_nothing_but_cuts_is_read)
{
	struct buf b = { 0 };
	struct reading r;

	for (int i = 0; i < 2000; i++)
		buf_puts(&b, "men ; ");
	read_text(&lab.arena, lab.vocab, lab.matcher, buf_str(&b), &r);
	ck_assert_uint_ge(r.clause_count, 1);
	ck_assert_uint_le(r.clause_count, 2000);
	buf_release(&b);
}
END_TEST

Suite *read_suite(void)
{
	Suite *s = suite_create("read");
	TCase *t = tcase_create("read");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, text_is_made_plain, 0, ROWS(normal));
	tcase_add_loop_test(t, lines_become_blocks, 0, ROWS(blocks));
	tcase_add_loop_test(t, blocks_become_sentences, 0, ROWS(sentences));
	tcase_add_loop_test(t, sentences_become_clauses, 0, ROWS(clauses));
	tcase_add_loop_test(t, what_leads_in_is_inherited, 0, ROWS(led));
	tcase_add_test(t, a_text_of_nothing_but_cuts_is_read);
	suite_add_tcase(s, t);
	return s;
}
