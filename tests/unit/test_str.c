/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/str.h"
#include "unit.h"

static const struct {
	const char *in;
	const char *trimmed;
} trims[] = {
	{ "", "" },
	{ " ", "" },
	{ "\r\n", "" },
	{ "a", "a" },
	{ " a", "a" },
	{ "a ", "a" },
	{ "\t a b \r\n", "a b" },
	{ "å", "å" },
	{ " å\n", "å" },
	{ "\u00a0a", "\u00a0a" },
};

START_TEST(trim_takes_blanks_of_both_ends)
{
	ASSERT_STR(trims[_i].in, str_trim(str_of(trims[_i].in)),
		   str_of(trims[_i].trimmed));
}
END_TEST

static const struct {
	const char *in;
	size_t count;
	const char *fields[4];
} cuts[] = {
	{ "a;;b", 3, { "a", "", "b" } }, { "a", 1, { "a" } },
	{ "a;", 2, { "a", "" } },        { ";a", 2, { "", "a" } },
	{ ";", 2, { "", "" } },          { "å;ä", 2, { "å", "ä" } },
};

START_TEST(cut_gives_every_field)
{
	struct str rest = str_of(cuts[_i].in), field;

	for (size_t i = 0; i < cuts[_i].count; i++) {
		ck_assert(str_cut(&rest, ';', &field));
		ASSERT_STR(cuts[_i].in, field, str_of(cuts[_i].fields[i]));
	}
	ck_assert(!str_cut(&rest, ';', &field));
	ck_assert_uint_eq(field.len, 0);
}
END_TEST

START_TEST(cut_of_nothing_is_false)
{
	struct str rest = { 0 }, field = STR("old");

	ck_assert(!str_cut(&rest, ';', &field));
	ck_assert_uint_eq(field.len, 0);
}
END_TEST

START_TEST(cut_finds_bytes_after_a_nul)
{
	struct str rest = { "a\0b;c", 5 }, field;

	ck_assert(str_cut(&rest, ';', &field));
	ck_assert_uint_eq(field.len, 3);
	ASSERT_STR("rest", rest, STR("c"));
}
END_TEST

/* Each string comes before all that follow it. */
static const struct str in_order[] = {
	STR_ROW(""),   { "\0", 1 },  STR_ROW("A"), STR_ROW("a"), STR_ROW("aa"),
	STR_ROW("ab"), STR_ROW("b"), STR_ROW("ä"), STR_ROW("å"), STR_ROW("ö"),
};

START_TEST(cmp_orders_by_bytes)
{
	for (int i = 0; i < ROWS(in_order); i++) {
		int c = str_cmp(in_order[_i], in_order[i]);

		ck_assert_int_eq((c > 0) - (c < 0), (_i > i) - (_i < i));
		ck_assert_int_eq(str_eq(in_order[_i], in_order[i]), _i == i);
	}
}
END_TEST

START_TEST(empty_views_are_equal)
{
	struct str none = { 0 };

	ck_assert(str_eq(none, STR("")));
	ck_assert_int_eq(str_cmp(none, STR("")), 0);
	ck_assert_uint_eq(str_of(NULL).len, 0);
	ck_assert_uint_eq(str_trim(none).len, 0);
	ck_assert_uint_eq(str_slice(none, 0, 0).len, 0);
	ck_assert(str_starts(none, none) && str_ends(none, none));
}
END_TEST

static const struct {
	const char *s;
	const char *part;
	bool starts;
	bool ends;
} ends[] = {
	{ "rule.yaml", "rule", true, false },
	{ "rule.yaml", ".yaml", false, true },
	{ "rule.yaml", "rule.yaml", true, true },
	{ "rule.yaml", "", true, true },
	{ "rule.yaml", "RULE", false, false },
	{ "yaml", "rule.yaml", false, false },
	{ "", "a", false, false },
};

START_TEST(starts_and_ends)
{
	struct str s = str_of(ends[_i].s), part = str_of(ends[_i].part);

	ck_assert_int_eq(str_starts(s, part), ends[_i].starts);
	ck_assert_int_eq(str_ends(s, part), ends[_i].ends);
}
END_TEST

START_TEST(slice_is_half_open)
{
	ASSERT_STR("middle", str_slice(STR("abcdef"), 2, 4), STR("cd"));
	ASSERT_STR("all", str_slice(STR("abc"), 0, 3), STR("abc"));
	ASSERT_STR("none", str_slice(STR("abc"), 3, 3), STR(""));
}
END_TEST

static const struct {
	const char *in;
	const char *want;
} last_words[] = {
	{ "", "" },           { "ett", "ett" },
	{ "ett två", "två" }, { " ett  två", "två" },
	{ "ett ", "" },
};

START_TEST(last_word_is_after_the_last_space)
{
	ASSERT_STR(last_words[_i].in, str_last_word(str_of(last_words[_i].in)),
		   str_of(last_words[_i].want));
}
END_TEST

START_TEST(words_without_a_name_are_passed_over)
{
	static const char *const list[] = { NULL, "ett", NULL, "två" };
	struct words w = { list, 4 };

	ck_assert_uint_eq(words_find(w, STR("ett")), 1);
	ck_assert_uint_eq(words_find(w, STR("två")), 3);
	ck_assert_uint_eq(words_find(w, STR("et")), 4);
	ck_assert_uint_eq(words_find(w, STR("Ett")), 4);
	ck_assert_uint_eq(words_find(w, STR("")), 4);
}
END_TEST

#define X10 "xxxxxxxxxx"
#define X40 X10 X10 X10 X10
#define X200 X40 X40 X40 X40 X40

static const struct {
	const char *name;
	const char *candidates[4];
	const char *best;
} nears[] = {
	{ "max_aeg", { "id", "max_age", "min_age" }, "max_age" },
	{ "verison", { "title", "version" }, "version" },
	{ "titel", { "id", "title" }, "title" },
	{ "tittel", { "id", "title" }, "title" },
	{ "accept", { "expect", "accepts" }, "accepts" },
	{ "version", { "versions", "version" }, "version" },
	{ "idd", { "id" }, "id" },
	{ "behröighet", { "loggning", "behörighet" }, "behörighet" },
	{ "behorighet", { "loggning", "behörighet" }, "behörighet" },
	/* More than a third of the letters differ. */
	{ "id", { "if", "ids" }, "" },
	{ "abc", { "axy", "xyz" }, "" },
	{ "max_age", { "title", "weight" }, "" },
	{ "aaaaaa", { "aaabbb" }, "" },
	{ "aaaaaa", { "aaaabb" }, "aaaabb" },
	/* Nothing to compare. */
	{ "", { "a", "id" }, "" },
	{ "a", { "", "b" }, "" },
	{ "title", { NULL }, "" },
	/* Long names neither crash nor look like short ones. */
	{ X200, { "title", X40 }, "" },
	{ "title", { X200 }, "" },
	{ X200 "a", { X200 "b" }, "" },
	{ X40 "a", { X40 "b" }, X40 "b" },
};

START_TEST(near_names_are_found)
{
	struct str_near n;

	str_near_start(&n, str_of(nears[_i].name));
	for (size_t i = 0; i < 4 && nears[_i].candidates[i]; i++)
		str_near_try(&n, str_of(nears[_i].candidates[i]));
	ASSERT_STR(nears[_i].name, n.best, str_of(nears[_i].best));
}
END_TEST

Suite *str_suite(void)
{
	Suite *s = suite_create("str");
	TCase *t = tcase_create("str");

	tcase_add_loop_test(t, trim_takes_blanks_of_both_ends, 0, ROWS(trims));
	tcase_add_loop_test(t, cut_gives_every_field, 0, ROWS(cuts));
	tcase_add_test(t, cut_of_nothing_is_false);
	tcase_add_test(t, cut_finds_bytes_after_a_nul);
	tcase_add_loop_test(t, cmp_orders_by_bytes, 0, ROWS(in_order));
	tcase_add_test(t, empty_views_are_equal);
	tcase_add_loop_test(t, starts_and_ends, 0, ROWS(ends));
	tcase_add_test(t, slice_is_half_open);
	tcase_add_loop_test(t, last_word_is_after_the_last_space, 0,
			    ROWS(last_words));
	tcase_add_test(t, words_without_a_name_are_passed_over);
	tcase_add_loop_test(t, near_names_are_found, 0, ROWS(nears));
	suite_add_tcase(s, t);
	return s;
}
