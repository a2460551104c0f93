/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "unit.h"
#include "yaml/node.h"

/* Each row: a file with the key t, words of its value, and their place. */
static const struct {
	const char *name;
	const char *source;
	const char *words; /* NULL: the end of the value */
	uint32_t line;
	uint32_t col;
} rows[] = {
	{ "plain, start", "t: ett två tre\n", "ett", 1, 4 },
	{ "plain, middle", "t: ett två tre\n", "två", 1, 8 },
	{ "plain, after å", "t: ett två tre\n", "tre", 1, 12 },
	{ "plain, within a word", "t: ett två tre\n", "å", 1, 10 },
	{ "plain, end", "t: ett två\nu: x\n", NULL, 1, 11 },
	{ "plain, end of the file", "t: ett", NULL, 1, 7 },
	{ "plain on another line", "a: å\nt: ett två\n", "två", 2, 8 },
	{ "after the key's line", "t:\n  ett två\n", "två", 2, 7 },
	{ "spaces that folding keeps", "t: ett    två\n", "två", 1, 11 },
	{ "folded", "t: ett\n  två\n  tre\n", "tre", 3, 3 },
	{ "folded over a blank line", "t: ett\n\n  två\n", "två", 3, 3 },
	{ "folded, start", "t: ett\n  två\n", "ett", 1, 4 },
	{ "double-quoted", "t: \"ett två\"\n", "två", 1, 9 },
	{ "double-quoted, start", "t: \"ett\"\n", "ett", 1, 5 },
	{ "double-quoted, end", "t: \"ett\"\nu: x\n", NULL, 1, 8 },
	{ "double-quoted, folded", "t: \"ett\n  två\n  tre\"\n", "tre", 3, 3 },
	{ "single-quoted", "t: 'ett två'\n", "två", 1, 9 },
	{ "single-quoted with a quote", "t: 'it''s två'\n", "två", 1, 11 },
	{ "single-quoted, quote first", "t: '''x'' två'\n", "två", 1, 11 },
	{ "single-quoted, before it", "t: 'ett it''s'\n", "it", 1, 9 },
	{ "literal, start", "t: |\n  ett\n  två fyra\n", "ett", 2, 3 },
	{ "literal, middle", "t: |\n  ett\n  två fyra\n", "fyra", 3, 7 },
	{ "literal, end", "t: |\n  ett\n  två\nu: x\n", NULL, 3, 6 },
	{ "literal, blank lines", "t: |\n\n  ett\n\n\n  två\n", "två", 6, 3 },
	{ "literal, more indented", "t: |\n  ett\n    två\n", "två", 3, 5 },
	{ "literal, header", "t: |2-\n   ett\n  två\n", "två", 3, 3 },
	{ "literal, comment", "t: | # ett två\n  ett\n  två\n", "två", 3, 3 },
	{ "literal, hash", "t: |\n  # ett\n  två\n", "två", 3, 3 },
	{ "literal, pipe", "t: |\n  | a | två |\n", "två", 2, 9 },
	{ "literal in crlf", "t: |\r\n  ett\r\n  två\r\n", "två", 3, 3 },
	{ "block folded", "t: >\n  ett två\n  tre\n", "tre", 3, 3 },
	{ "block folded, start", "t: >-\n  ett två\n", "ett", 2, 3 },
	{ "wide letters", "t: 漢字 x\n", "x", 1, 7 },
	{ "nfd before", "t: a\u030a x\n", "x", 1, 7 },
	{ "nfd itself", "t: x a\u030a\n", "å", 1, 6 },
	{ "nfd words", "t: fo\u0308r a\u030art sa\n", "sa", 1, 14 },
	{ "nfd in a literal", "t: |\n  a\u030a o\u0308\n  x\n", "x", 3, 3 },
	{ "nfd, end", "t: xa\u030a\nu: x\n", NULL, 1, 7 },
	{ "byte order mark", "\xef\xbb\xbft: ett två\n", "två", 1, 8 },
	{ "byte order mark, second line",
	  "\xef\xbb\xbf"
	  "a: 1\nt: ett\n",
	  "ett", 2, 4 },
};

static const struct node *read_t(struct arena *a, const char *source)
{
	struct diags d = { .arena = a };
	const struct node *n = node_read(a, &d, STR("f"), str_of(source));

	ck_assert_ptr_nonnull(n);
	ck_assert_ptr_nonnull(node_get(n, STR("t")));
	return node_get(n, STR("t"));
}

static size_t find(struct str text, struct str words)
{
	for (size_t i = 0; i + words.len <= text.len; i++)
		if (str_eq(str_slice(text, i, i + words.len), words))
			return i;
	ck_abort_msg("the row names words that are not there");
	return 0;
}

START_TEST(words_of_a_value_have_a_place)
{
	struct arena a = { 0 };
	struct str source = str_of(rows[_i].source);
	const struct node *t = read_t(&a, rows[_i].source);
	size_t at = rows[_i].words ? find(t->text, str_of(rows[_i].words))
				   : t->text.len;
	struct place p = node_place_within(source, t->at, t->text, at);

	ASSERT_STR("file", p.file, STR("f"));
	ck_assert_msg(p.line == rows[_i].line && p.col == rows[_i].col,
		      "%s: got %u:%u, want %u:%u", rows[_i].name, p.line, p.col,
		      rows[_i].line, rows[_i].col);
	arena_free(&a);
}
END_TEST

/* The letter at a place, found by counting. */
static struct str letter_at(struct str source, struct place p)
{
	struct str line = { 0 };

	if (str_starts(source, STR("\xef\xbb\xbf")))
		source = str_slice(source, 3, source.len);
	for (uint32_t i = 0; i < p.line; i++)
		ck_assert(str_cut(&source, '\n', &line));
	for (uint32_t i = 1; i < p.col; i++) {
		ck_assert_uint_ge(line.len, utf8_sequence(line));
		line = str_slice(line, utf8_sequence(line), line.len);
	}
	return line;
}

START_TEST(every_letter_is_found_where_it_stands)
{
	struct arena a = { 0 };
	struct str source = str_of(rows[_i].source);
	const struct node *t = read_t(&a, rows[_i].source);
	size_t n;

	for (size_t i = 0; i < t->text.len; i += n) {
		struct str letter = str_slice(t->text, i, t->text.len), there;

		n = utf8_sequence(letter);
		letter.len = n;
		if (str_trim(letter).len == 0)
			continue;
		there = letter_at(source,
				  node_place_within(source, t->at, t->text, i));
		there = utf8_nfc(&a, there);
		ck_assert_msg(str_starts(there, letter),
			      "%s: \"%.*s\" is not at \"%.*s\"", rows[_i].name,
			      STR_ARG(letter), STR_ARG(there));
	}
	arena_free(&a);
}
END_TEST

/* After an escape the column may be off, but it stays in the file. */
static const char *const escaped[] = {
	"t: \"a\\tb c\"\n",
	"t: \"a\\u00e5 b\\\n  c\"\n",
	"t: \"\\\"x\\\" \\x1b y\"",
	"t: \"\\u202e\\u200b\"\n",
};

START_TEST(after_an_escape_the_place_is_in_the_file)
{
	struct arena a = { 0 };
	struct str source = str_of(escaped[_i]), rest, line;
	const struct node *t = read_t(&a, escaped[_i]);

	for (size_t i = 0; i <= t->text.len; i++) {
		struct place p = node_place_within(source, t->at, t->text, i);

		rest = source;
		ASSERT_STR("file", p.file, STR("f"));
		for (uint32_t n = 0; n < p.line; n++)
			ck_assert(str_cut(&rest, '\n', &line));
		ck_assert_uint_ge(p.col, 1);
		ck_assert_uint_le(p.col, utf8_count(line) + 1);
	}
	arena_free(&a);
}
END_TEST

START_TEST(an_offset_past_the_end_is_the_end)
{
	struct arena a = { 0 };
	const char *source = "t: ett\nu: x\n";
	const struct node *t = read_t(&a, source);
	struct place p = node_place_within(str_of(source), t->at, t->text, 1000);

	ck_assert_uint_eq(p.line, 1);
	ck_assert_uint_eq(p.col, 7);
	arena_free(&a);
}
END_TEST

Suite *place_suite(void)
{
	Suite *s = suite_create("place");
	TCase *t = tcase_create("place");

	tcase_add_loop_test(t, words_of_a_value_have_a_place, 0, ROWS(rows));
	tcase_add_loop_test(t, every_letter_is_found_where_it_stands, 0,
			    ROWS(rows));
	tcase_add_loop_test(t, after_an_escape_the_place_is_in_the_file, 0,
			    ROWS(escaped));
	tcase_add_test(t, an_offset_past_the_end_is_the_end);
	suite_add_tcase(s, t);
	return s;
}
