/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"
#include "base/utf8.h"
#include "unit.h"

/* Each row: bytes, and the offset of the first that is not UTF-8. */
static const struct {
	const char *name;
	struct str bytes;
	size_t bad;
} checks[] = {
	{ "empty", STR_ROW(""), 0 },
	{ "ascii", STR_ROW("abc"), 3 },
	{ "two bytes", STR_ROW("åäö"), 6 },
	{ "three bytes", STR_ROW("漢"), 3 },
	{ "four bytes", STR_ROW("\xf0\x9f\x98\x80"), 4 },
	{ "nul", { "a\0b", 3 }, 3 },
	{ "lowest of two", STR_ROW("\xc2\x80"), 2 },
	{ "lowest of three", STR_ROW("\xe0\xa0\x80"), 3 },
	{ "lowest of four", STR_ROW("\xf0\x90\x80\x80"), 4 },
	{ "highest of all", STR_ROW("\xf4\x8f\xbf\xbf"), 4 },
	{ "before the surrogates", STR_ROW("\xed\x9f\xbf"), 3 },
	{ "after the surrogates", STR_ROW("\xee\x80\x80"), 3 },
	{ "overlong slash", STR_ROW("a\xc0\xaf"), 1 },
	{ "overlong of two", STR_ROW("\xc1\xbf"), 0 },
	{ "overlong of three", STR_ROW("å\xe0\x9f\xbf"), 2 },
	{ "overlong of four", STR_ROW("\xf0\x8f\xbf\xbf"), 0 },
	{ "first surrogate", STR_ROW("ab\xed\xa0\x80"), 2 },
	{ "last surrogate", STR_ROW("\xed\xbf\xbf"), 0 },
	{ "above the highest", STR_ROW("\xf4\x90\x80\x80"), 0 },
	{ "five bytes", STR_ROW("\xf8\x88\x80\x80\x80"), 0 },
	{ "lone continuation", STR_ROW("a\x80"), 1 },
	{ "truncated of two", STR_ROW("a\xc3"), 1 },
	{ "truncated of three", STR_ROW("a\xe6\xbc"), 1 },
	{ "truncated of four", STR_ROW("a\xf0\x9f\x98"), 1 },
	{ "broken off by a letter",
	  STR_ROW("\xe6\xbc"
		  "b"),
	  0 },
	{ "latin-1",
	  STR_ROW("R\xe5"
		  "d"),
	  1 },
	{ "byte that never occurs", STR_ROW("a: \xff"), 3 },
};

START_TEST(first_bad_byte_is_found)
{
	ck_assert_msg(utf8_check(checks[_i].bytes) == checks[_i].bad,
		      "%s: got %zu", checks[_i].name,
		      utf8_check(checks[_i].bytes));
}
END_TEST

START_TEST(the_view_ends_where_it_ends)
{
	/* The letter is whole in memory but not in the view. */
	ck_assert_uint_eq(utf8_check((struct str){ "aå", 2 }), 1);
	ck_assert_uint_eq(utf8_sequence((struct str){ "漢", 2 }), 0);
	ck_assert_uint_eq(utf8_sequence((struct str){ "漢", 3 }), 3);
}
END_TEST

static const struct {
	const char *text;
	size_t sequence;
	size_t count;
	size_t width;
} widths[] = {
	{ "", 0, 0, 0 },
	{ "abc", 1, 3, 3 },
	{ "å", 2, 1, 1 },
	{ "åäö ÅÄÖ", 2, 7, 7 },
	/* NFD: the ring is a code point without width. */
	{ "a\u030a", 1, 2, 1 },
	{ "a\u030aa\u0308o\u0308", 1, 6, 3 },
	{ "漢", 3, 1, 2 },
	{ "漢字x", 3, 3, 5 },
	{ "\xf0\x9f\x98\x80", 4, 1, 2 },
	{ "–", 3, 1, 1 },
};

START_TEST(letters_and_columns_are_counted)
{
	struct str s = str_of(widths[_i].text);

	ck_assert_uint_eq(utf8_sequence(s), widths[_i].sequence);
	ck_assert_uint_eq(utf8_count(s), widths[_i].count);
	ck_assert_uint_eq(utf8_width(s), widths[_i].width);
}
END_TEST

static const struct {
	const char *in;
	const char *want;
} nfcs[] = {
	{ "", "" },
	{ "abc", "abc" },
	{ "åäöÅÄÖ", "åäöÅÄÖ" },
	{ "a\u030aa\u0308o\u0308", "åäö" },
	{ "A\u030aA\u0308O\u0308", "ÅÄÖ" },
	{ "e\u0301", "é" },
	{ "Ra\u030ad och ra\u030ad", "Råd och råd" },
	/* The ångström sign is å for NFC. */
	{ "\u212b", "Å" },
	/* Marks that compose with nothing stay, in one order. */
	{ "x\u030a", "x\u030a" },
	{ "a\u0323\u030a", "ạ\u030a" },
	/* Compatibility forms are not taken apart. */
	{ "ﬁ", "ﬁ" },
	{ "漢", "漢" },
};

START_TEST(nfd_becomes_nfc)
{
	struct arena a = { 0 };
	struct str got = utf8_nfc(&a, str_of(nfcs[_i].in));

	ASSERT_STR(nfcs[_i].in, got, str_of(nfcs[_i].want));
	ASSERT_STR("again", utf8_nfc(&a, got), got);
	arena_free(&a);
}
END_TEST

START_TEST(nfc_reads_past_a_nul)
{
	struct arena a = { 0 };

	ASSERT_STR("nul", utf8_nfc(&a, (struct str){ "a\u030a\0o\u0308", 7 }),
		   ((struct str){ "å\0ö", 5 }));
	arena_free(&a);
}
END_TEST

#define BAD "\xef\xbf\xbd"

static const struct {
	const char *name;
	struct str in;
	struct str want;
} cleans[] = {
	{ "empty", STR_ROW(""), STR_ROW("") },
	{ "text", STR_ROW("åäö 漢 é"), STR_ROW("åäö 漢 é") },
	{ "escape", STR_ROW("a\x1b[31mb"), STR_ROW("a [31mb") },
	{ "carriage return", STR_ROW("ok\rno"), STR_ROW("ok no") },
	{ "line feed and tab", STR_ROW("a\n\tb"), STR_ROW("a  b") },
	{ "backspace", STR_ROW("a\bb"), STR_ROW("a b") },
	{ "nul", { "a\0b", 3 }, STR_ROW("a b") },
	{ "delete",
	  STR_ROW("a\x7f"
		  "b"),
	  STR_ROW("a b") },
	{ "c1 control sequence introducer",
	  STR_ROW("a\xc2\x9b"
		  "31m"),
	  STR_ROW("a 31m") },
	{ "next line",
	  STR_ROW("a\xc2\x85"
		  "b"),
	  STR_ROW("a b") },
	{ "line separator", STR_ROW("a\u2028b\u2029"), STR_ROW("a b ") },
	{ "right-to-left override", STR_ROW("a\u202eb"), STR_ROW("a" BAD "b") },
	{ "embeddings", STR_ROW("\u202a\u202b\u202c\u202d"),
	  STR_ROW(BAD BAD BAD BAD) },
	{ "isolates", STR_ROW("\u2066\u2067\u2068\u2069"),
	  STR_ROW(BAD BAD BAD BAD) },
	{ "direction marks", STR_ROW("\u200e\u200f\u061c"), STR_ROW(BAD BAD BAD) },
	{ "bad byte",
	  STR_ROW("a\xff"
		  "b"),
	  STR_ROW("a" BAD "b") },
	{ "overlong escape", STR_ROW("\xc0\x9b"), STR_ROW(BAD BAD) },
	{ "truncated at the end", STR_ROW("a\xc3"), STR_ROW("a" BAD) },
	{ "replacement character", STR_ROW(BAD), STR_ROW(BAD) },
};

START_TEST(clean_leaves_nothing_that_steers)
{
	struct arena a = { 0 };
	struct str got = utf8_clean(&a, cleans[_i].in);

	ASSERT_STR(cleans[_i].name, got, cleans[_i].want);
	ASSERT_STR("again", utf8_clean(&a, got), got);
	arena_free(&a);
}
END_TEST

START_TEST(clean_of_any_byte_is_text)
{
	struct arena a = { 0 };
	char bytes[3] = { 'a', (char)_i, 'b' };
	struct str got = utf8_clean(&a, (struct str){ bytes, 3 });

	ck_assert_uint_eq(utf8_check(got), got.len);
	for (size_t i = 0; i < got.len; i++) {
		unsigned char c = (unsigned char)got.ptr[i];

		ck_assert(c >= 0x20 && c != 0x7f);
	}
	arena_free(&a);
}
END_TEST

static const struct {
	const char *a;
	const char *b;
	bool same;
} folds[] = {
	{ "", "", true },
	{ "Policy", "POLICY", true },
	{ "ÅÄÖ", "åäö", true },
	{ "A\u030aA\u0308O\u0308", "åäö", true },
	{ "É", "e\u0301", true },
	{ "Straße", "STRASSE", true },
	{ "å", "a", false },
	{ "ö", "o", false },
	{ "plan", "planer", false },
};

START_TEST(fold_makes_equal_what_differs_in_case_only)
{
	struct arena a = { 0 };
	struct str x = utf8_fold(&a, str_of(folds[_i].a));
	struct str y = utf8_fold(&a, str_of(folds[_i].b));

	ck_assert_int_eq(str_eq(x, y), folds[_i].same);
	ASSERT_STR("nfc", utf8_nfc(&a, x), x);
	ASSERT_STR("again", utf8_fold(&a, x), x);
	arena_free(&a);
}
END_TEST

Suite *utf8_suite(void)
{
	Suite *s = suite_create("utf8");
	TCase *t = tcase_create("utf8");

	tcase_add_loop_test(t, first_bad_byte_is_found, 0, ROWS(checks));
	tcase_add_test(t, the_view_ends_where_it_ends);
	tcase_add_loop_test(t, letters_and_columns_are_counted, 0, ROWS(widths));
	tcase_add_loop_test(t, nfd_becomes_nfc, 0, ROWS(nfcs));
	tcase_add_test(t, nfc_reads_past_a_nul);
	tcase_add_loop_test(t, clean_leaves_nothing_that_steers, 0, ROWS(cleans));
	tcase_add_loop_test(t, clean_of_any_byte_is_text, 0, 256);
	tcase_add_loop_test(t, fold_makes_equal_what_differs_in_case_only, 0,
			    ROWS(folds));
	suite_add_tcase(s, t);
	return s;
}
