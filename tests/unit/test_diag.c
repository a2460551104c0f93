/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Messages as the user sees them: tables of what is added and of the whole
 * lines that come out.  At the end the catalogue they are translated by.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "unit.h"

struct add {
	enum diag_kind kind;
	const char *file;
	uint32_t line;
	uint32_t col;
	const char *args[DIAG_ARGS];
};

static void add(struct diags *d, const struct add *m)
{
	struct place at = { str_of(m->file), m->line, m->col };

	diag_add(d, m->kind, at,
		 ARGS(str_of(m->args[0]), str_of(m->args[1]), str_of(m->args[2])));
}

static void assert_rendered(const char *name, const struct diags *d,
			    struct diag_style style, const char *want)
{
	struct buf b = { 0 };

	diag_render(d, style, &b);
	ASSERT_STR(name, buf_str(&b), str_of(want));
	buf_release(&b);
}

#define BAD "\xef\xbf\xbd"
#define GIVEN_TWICE(arg)                                             \
	"error[duplicate-key]: the key \"" arg "\" is given twice; " \
	"keep one of them\n"

static const struct {
	const char *name;
	struct add add;
	const char *want;
} lines[] = {
	{ "file, line and column",
	  { DIAG_DUPLICATE_KEY, "a.yaml", 3, 1, { "id" } },
	  "a.yaml:3:1: " GIVEN_TWICE("id") },
	{ "only a file",
	  { DIAG_YAML_EMPTY, "a.yaml", 0, 0, { NULL } },
	  "a.yaml: error[yaml-empty]: the file is empty; write the keys that "
	  "are asked for, or remove the file\n" },
	{ "no place",
	  { DIAG_NOTHING, NULL, 0, 0, { "check" } },
	  "error[nothing-to-do]: there is nothing to check; give a path that "
	  "holds something\n" },
	{ "a warning",
	  { DIAG_NO_TESTS, "r.yaml", 1, 1, { "r" } },
	  "r.yaml:1:1: warning[no-tests]: the rule \"r\" has no tests; add "
	  "tests: at least one that is met and one that is not\n" },
	{ "three arguments",
	  { DIAG_UNKNOWN_KEY_NEAR, "r.yaml", 2, 5, { "titel", "a rule", "title" } },
	  "r.yaml:2:5: error[unknown-key]: \"titel\" is not a key of a rule; "
	  "did you mean \"title\"?\n" },
	{ "an argument that is not given",
	  { DIAG_DUPLICATE_KEY, "a", 1, 1, { NULL } },
	  "a:1:1: " GIVEN_TWICE("") },
	{ "an argument like a template",
	  { DIAG_UNKNOWN_KEY, "a", 1, 1, { "{2}", "%s" } },
	  "a:1:1: error[unknown-key]: \"{2}\" is not a key of %s; remove it, "
	  "or see the documentation of the format\n" },
	{ "swedish letters",
	  { DIAG_DUPLICATE_KEY, "Råd/å.yaml", 1, 1, { "åäö" } },
	  "Råd/å.yaml:1:1: " GIVEN_TWICE("åäö") },
	{ "control characters in an argument",
	  { DIAG_DUPLICATE_KEY, "a", 1, 1, { "i\x1b[31m\r\nd\t" } },
	  "a:1:1: " GIVEN_TWICE("i [31m  d ") },
	{ "direction override in an argument",
	  { DIAG_DUPLICATE_KEY, "a", 1, 1, { "x\u202ey" } },
	  "a:1:1: " GIVEN_TWICE("x" BAD "y") },
	{ "bad bytes in an argument",
	  { DIAG_DUPLICATE_KEY, "a", 1, 1, { "x\xff\xc3" } },
	  "a:1:1: " GIVEN_TWICE("x" BAD BAD) },
	{ "control characters in a file name",
	  { DIAG_DUPLICATE_KEY,
	    "a\n\x1b"
	    "c.yaml",
	    1,
	    1,
	    { "x" } },
	  "a  c.yaml:1:1: " GIVEN_TWICE("x") },
	{ "a word of ours as an argument",
	  { DIAG_UNKNOWN_KEY, "a", 1, 1, { "x", DIAG_WORD("a rule") } },
	  "a:1:1: error[unknown-key]: \"x\" is not a key of a rule; remove "
	  "it, or see the documentation of the format\n" },
};

START_TEST(message_is_one_line)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };

	add(&d, &lines[_i].add);
	assert_rendered(lines[_i].name, &d,
			(struct diag_style){ .lang = LANG_EN }, lines[_i].want);
	/* Without a catalogue all is English. */
	assert_rendered(lines[_i].name, &d,
			(struct diag_style){ .lang = LANG_SV }, lines[_i].want);
	arena_free(&a);
}
END_TEST

/* Colour adds sequences that end again, and changes nothing else. */
START_TEST(colour_is_added_around_words)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf colored = { 0 }, plain = { 0 };
	bool inside = false;

	add(&d, &lines[_i].add);
	diag_render(&d, (struct diag_style){ .color = true }, &colored);
	ck_assert_ptr_nonnull(memchr(colored.ptr, '\x1b', colored.len));
	for (size_t i = 0; i < colored.len; i++) {
		if (colored.ptr[i] == '\x1b')
			inside = true;
		if (!inside)
			buf_putc(&plain, colored.ptr[i]);
		if (colored.ptr[i] == 'm')
			inside = false;
	}
	ASSERT_STR(lines[_i].name, buf_str(&plain), str_of(lines[_i].want));
	buf_release(&colored);
	buf_release(&plain);
	arena_free(&a);
}
END_TEST

#define K(file, line, col, arg)                      \
	{                                            \
		DIAG_DUPLICATE_KEY, file, line, col, \
		{                                    \
			arg                          \
		}                                    \
	}

static const struct {
	const char *name;
	struct add list[6];
	size_t count;
	size_t errors;
	const char *want;
} orders[] = {
	{ "nothing", { { 0 } }, 0, 0, "" },
	{ "by file, line, column",
	  { K("b", 1, 1, "x"), K("a", 10, 1, "x"), K("a", 9, 2, "x"),
	    K("a", 9, 1, "x"), K(NULL, 0, 0, "x"), K("a", 0, 0, "x") },
	  6,
	  6,
	  GIVEN_TWICE("x") "a: " GIVEN_TWICE("x") "a:9:1: " GIVEN_TWICE("x") "a:9:2: " GIVEN_TWICE(
		  "x") "a:10:1: " GIVEN_TWICE("x") "b:1:1: " GIVEN_TWICE("x") },
	{ "by argument",
	  { K("a", 1, 1, "z"), K("a", 1, 1, "y") },
	  2,
	  2,
	  "a:1:1: " GIVEN_TWICE("y") "a:1:1: " GIVEN_TWICE("z") },
	{ "doubles",
	  { K("a", 1, 1, "x"), K("b", 1, 1, "x"), K("a", 1, 1, "x"),
	    K("a", 1, 1, "x") },
	  4,
	  2,
	  "a:1:1: " GIVEN_TWICE("x") "b:1:1: " GIVEN_TWICE("x") },
	{ "two kinds at one place",
	  { K("a", 1, 1, "x"),
	    { DIAG_NO_TESTS, "a", 1, 1, { "x" } },
	    K("a", 1, 1, "x"),
	    { DIAG_NO_TESTS, "a", 1, 1, { "x" } } },
	  4,
	  1,
	  "a:1:1: " GIVEN_TWICE(
		  "x") "a:1:1: warning[no-tests]: the rule "
		       "\"x\" has no tests; add tests: at least one that is met and one "
		       "that is not\n" },
};

START_TEST(sorted_without_doubles)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };

	for (size_t i = 0; i < orders[_i].count; i++)
		add(&d, &orders[_i].list[i]);
	ck_assert_uint_eq(d.count, orders[_i].count);
	diag_sort(&d);
	ck_assert_uint_eq(d.errors, orders[_i].errors);
	assert_rendered(orders[_i].name, &d,
			(struct diag_style){ .lang = LANG_EN }, orders[_i].want);
	arena_free(&a);
}
END_TEST

START_TEST(warnings_are_no_errors)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };

	diag_add(&d, DIAG_NO_TESTS, (struct place){ 0 }, NO_ARGS);
	ck_assert_uint_eq(d.errors, 0);
	diag_add(&d, DIAG_YAML_EMPTY, (struct place){ 0 }, NO_ARGS);
	ck_assert_uint_eq(d.errors, 1);
	ck_assert_uint_eq(d.count, 2);
	ck_assert_int_eq(diag_level(DIAG_NO_TESTS), LEVEL_WARNING);
	ck_assert_int_eq(diag_level(DIAG_YAML_EMPTY), LEVEL_ERROR);
	arena_free(&a);
}
END_TEST

START_TEST(arguments_are_copied)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	char word[] = "first";

	diag_add(&d, DIAG_DUPLICATE_KEY, (struct place){ 0 }, ARGS({ word, 5 }));
	memcpy(word, "other", 5);
	assert_rendered("copied", &d, (struct diag_style){ .lang = LANG_EN },
			GIVEN_TWICE("first"));
	arena_free(&a);
}
END_TEST

static void add_many(struct diags *d, const char *file, uint32_t count)
{
	for (uint32_t line = 1; line <= count; line++)
		add(d, &(struct add)K(file, line, 1, "x"));
}

static size_t count_of(struct str text, const char *part)
{
	size_t n = 0, len = strlen(part);

	for (size_t i = 0; i + len <= text.len; i++)
		n += memcmp(text.ptr + i, part, len) == 0;
	return n;
}

START_TEST(flood_is_cut_per_kind_and_file)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };

	add_many(&d, "b.yaml", 100);
	add_many(&d, "a.yaml", 105);
	add(&d, &(struct add){ .kind = DIAG_YAML_EMPTY, .file = "a.yaml" });
	diag_sort(&d);
	diag_render(&d, (struct diag_style){ .lang = LANG_EN }, &b);
	ck_assert_uint_eq(d.errors, 206);
	ck_assert_uint_eq(count_of(buf_str(&b), "a.yaml:"), 101);
	ck_assert_uint_eq(count_of(buf_str(&b), "b.yaml:"), 100);
	ck_assert_uint_eq(count_of(buf_str(&b), "a.yaml:100:1:"), 1);
	ck_assert_uint_eq(count_of(buf_str(&b), "a.yaml:101:1:"), 0);
	ck_assert_uint_eq(count_of(buf_str(&b), "[yaml-empty]"), 1);
	ck_assert_uint_eq(count_of(buf_str(&b), "[flood]"), 1);
	ck_assert_uint_eq(
		count_of(buf_str(&b),
			 "\nwarning[flood]: 5 more messages of this kind in "
			 "a.yaml are not shown; mend the first ones and run "
			 "again\nb.yaml:1:1: "),
		1);
	buf_release(&b);
	arena_free(&a);
}
END_TEST

START_TEST(a_hundred_is_no_flood)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };

	add_many(&d, "a.yaml", 100);
	diag_sort(&d);
	diag_render(&d, (struct diag_style){ .lang = LANG_EN }, &b);
	ck_assert_uint_eq(count_of(buf_str(&b), "\n"), 100);
	buf_release(&b);
	arena_free(&a);
}
END_TEST

static const struct {
	const char *name;
	const char *text;
	uint32_t line;
	uint32_t col;
	const char *want;
} carets[] = {
	{ "first column", "abc\n", 1, 1,
	  "     1 | abc\n"
	  "       | ^\n" },
	{ "second line", "a\nbcd\ne", 2, 3,
	  "     2 | bcd\n"
	  "       |   ^\n" },
	{ "last line without its end", "a\nbcd", 2, 1,
	  "     2 | bcd\n"
	  "       | ^\n" },
	{ "åäö before the column", "åäö: x\n", 1, 4,
	  "     1 | åäö: x\n"
	  "       |    ^\n" },
	{ "nfd before the column", "a\u030a: x\n", 1, 3,
	  "     1 | a\u030a: x\n"
	  "       |  ^\n" },
	{ "wide letters before the column", "漢字: x\n", 1, 3,
	  "     1 | 漢字: x\n"
	  "       |     ^\n" },
	{ "tab before the column", "\tx\n", 1, 2,
	  "     1 |  x\n"
	  "       |  ^\n" },
	{ "escape before the column", "\x1b[1mx\n", 1, 5,
	  "     1 |  [1mx\n"
	  "       |     ^\n" },
	{ "direction override before the column", "\u202ex\n", 1, 2,
	  "     1 | " BAD "x\n"
	  "       |  ^\n" },
	{ "carriage return at the end", "abc\r\nd\r\n", 1, 2,
	  "     1 | abc\n"
	  "       |  ^\n" },
	{ "behind the last letter", "abc\n", 1, 4,
	  "     1 | abc\n"
	  "       |    ^\n" },
	{ "line number of five digits", NULL, 12345, 1,
	  " 12345 | x\n"
	  "       | ^\n" },
	{ "an empty line has nothing to show", "a\n\nb\n", 2, 1, "" },
	{ "a line that is not there", "a\n", 3, 1, "" },
	{ "only a file", "a\n", 0, 0, "" },
	{ "a line that is not text",
	  "\xff"
	  "a\n",
	  1, 2, "" },
};

START_TEST(caret_stands_under_the_column)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf lines_of_x = { 0 }, with = { 0 }, without = { 0 };
	struct str text = str_of(carets[_i].text);

	for (uint32_t i = 0; !text.len && i < carets[_i].line; i++)
		buf_puts(&lines_of_x, "x\n");
	diag_source(&d, STR("other"), STR("not this\nnor this\n"));
	diag_source(&d, STR("f"), text.len ? text : buf_str(&lines_of_x));
	diag_source(&d, STR("another"), STR("not this\nnor this\n"));
	add(&d, &(struct add)K("f", carets[_i].line, carets[_i].col, "x"));
	diag_render(&d, (struct diag_style){ .source = false }, &without);
	diag_render(&d, (struct diag_style){ .source = true }, &with);
	ck_assert(str_starts(buf_str(&with), buf_str(&without)));
	ASSERT_STR(carets[_i].name,
		   str_slice(buf_str(&with), without.len, with.len),
		   str_of(carets[_i].want));
	buf_release(&lines_of_x);
	buf_release(&with);
	buf_release(&without);
	arena_free(&a);
}
END_TEST

START_TEST(joined_messages_outlive_their_arena)
{
	struct arena a = { 0 }, b = { 0 };
	struct diags all = { .arena = &a }, part = { .arena = &b };
	struct str file = { arena_copy(&b, "b.yaml", 6), 6 };
	struct str text = { arena_copy(&b, "id: x\n", 6), 6 };

	add(&all, &(struct add)K("c.yaml", 1, 1, "x"));
	diag_source(&part, file, text);
	diag_add(&part, DIAG_DUPLICATE_KEY, (struct place){ file, 1, 3 },
		 ARGS(STR("id")));
	diag_add(&part, DIAG_NO_TESTS, (struct place){ 0 }, ARGS(STR("r")));
	diag_join(&all, &part);
	memset(arena_array(&b, char, 100), 'x', 100);
	arena_free(&b);
	ck_assert_uint_eq(all.count, 3);
	ck_assert_uint_eq(all.errors, 2);
	diag_sort(&all);
	assert_rendered("joined", &all, (struct diag_style){ .source = true },
			"warning[no-tests]: the rule \"r\" has no tests; add "
			"tests: at least one that is met and one that is not\n"
			"b.yaml:1:3: " GIVEN_TWICE(
				"id") "     1 | id: x\n"
				      "       |   ^\n"
				      "c.yaml:1:1: " GIVEN_TWICE("x"));
	arena_free(&a);
}
END_TEST

START_TEST(joining_nothing_changes_nothing)
{
	struct arena a = { 0 };
	struct diags all = { .arena = &a }, part = { .arena = &a };

	add(&all, &(struct add)K("a", 1, 1, "x"));
	diag_join(&all, &part);
	ck_assert_uint_eq(all.count, 1);
	diag_sort(&part);
	assert_rendered("empty", &part, (struct diag_style){ .lang = LANG_EN },
			"");
	arena_free(&a);
}
END_TEST

/* An id may stand for two kinds only where they say the same. */
START_TEST(kind_is_complete)
{
	enum diag_kind kind = (enum diag_kind)_i;
	const char *id = diag_id(kind);

	ck_assert(*id && *diag_what(kind) && *diag_fix(kind));
	ck_assert_uint_eq(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
			  strlen(id));
	for (int k = 0; k < DIAG_KINDS; k++) {
		if (strcmp(diag_id((enum diag_kind)k), id) != 0)
			continue;
		ck_assert_str_eq(diag_what((enum diag_kind)k), diag_what(kind));
		ck_assert_int_eq(diag_level((enum diag_kind)k), diag_level(kind));
	}
}
END_TEST

/* A catalogue of two sentences, in the format of msgfmt. */
static void put_catalogue(const char *path, const char *const ids[2],
			  const char *const texts[2])
{
	enum {
		STRINGS = 28 + 2 * 16
	};
	uint32_t head[7] = { 0x950412de, 0, 2, 28, 28 + 16, 0, STRINGS };
	uint32_t at = STRINGS;
	FILE *f = fopen(path, "wb");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(head, sizeof(head), 1, f), 1);
	for (int i = 0; i < 4; i++) {
		const char *s = i < 2 ? ids[i] : texts[i - 2];
		uint32_t row[2] = { (uint32_t)strlen(s), at };

		at += row[0] + 1;
		ck_assert_uint_eq(fwrite(row, sizeof(row), 1, f), 1);
	}
	for (int i = 0; i < 4; i++) {
		const char *s = i < 2 ? ids[i] : texts[i - 2];

		ck_assert_uint_eq(fwrite(s, strlen(s) + 1, 1, f), 1);
	}
	ck_assert_int_eq(fclose(f), 0);
}

/* The locale of the user has no say, nor has a folder without catalogue. */
START_TEST(catalogue_gives_swedish_and_english)
{
	static const char *const ids[] = { "", "a test of {1}" };
	static const char *const texts[] = {
		"Content-Type: text/plain; charset=UTF-8\n", "ett prov på {1}"
	};
	static const char *const parts[] = { "sv/LC_MESSAGES/liskoll.mo",
					     "sv/LC_MESSAGES", "sv", "" };
	char folder[] = "/tmp/liskoll-unit-XXXXXX", path[100];
	const char *dirs[] = { "/nonexistent", folder, NULL };

	ck_assert_ptr_nonnull(mkdtemp(folder));
	for (int i = 2; i >= 1; i--) {
		snprintf(path, sizeof(path), "%s/%s", folder, parts[i]);
		ck_assert_int_eq(mkdir(path, 0777), 0);
	}
	snprintf(path, sizeof(path), "%s/%s", folder, parts[0]);
	put_catalogue(path, ids, texts);
	setenv("LC_ALL", "en_US.UTF-8", 1);
	setenv("LANGUAGE", "en", 1);
	i18n_start(dirs);
	ck_assert_str_eq(i18n(LANG_SV, "a test of {1}"), "ett prov på {1}");
	ck_assert_str_eq(i18n(LANG_EN, "a test of {1}"), "a test of {1}");
	ck_assert_str_eq(i18n(LANG_SV, "not in it"), "not in it");
	ck_assert_str_eq(i18n(LANG_SV, ""), "");
	for (int i = 0; i < ROWS(parts); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, parts[i]);
		ck_assert_int_eq(remove(path), 0);
	}
}
END_TEST

START_TEST(without_a_catalogue_all_is_english)
{
	ck_assert_str_eq(i18n(LANG_SV, "the file is empty"), "the file is empty");
	ck_assert_str_eq(i18n(LANG_EN, "the file is empty"), "the file is empty");
	ck_assert_str_eq(i18n(LANG_SV, ""), "");
}
END_TEST

Suite *diag_suite(void)
{
	Suite *s = suite_create("diag");
	TCase *t = tcase_create("diag"), *i = tcase_create("i18n");

	tcase_add_loop_test(t, message_is_one_line, 0, ROWS(lines));
	tcase_add_loop_test(t, colour_is_added_around_words, 0, ROWS(lines));
	tcase_add_loop_test(t, sorted_without_doubles, 0, ROWS(orders));
	tcase_add_test(t, warnings_are_no_errors);
	tcase_add_test(t, arguments_are_copied);
	tcase_add_test(t, flood_is_cut_per_kind_and_file);
	tcase_add_test(t, a_hundred_is_no_flood);
	tcase_add_loop_test(t, caret_stands_under_the_column, 0, ROWS(carets));
	tcase_add_test(t, joined_messages_outlive_their_arena);
	tcase_add_test(t, joining_nothing_changes_nothing);
	tcase_add_loop_test(t, kind_is_complete, 0, DIAG_KINDS);
	suite_add_tcase(s, t);
	tcase_add_test(i, without_a_catalogue_all_is_english);
	tcase_add_test(i, catalogue_gives_swedish_and_english);
	suite_add_tcase(s, i);
	return s;
}
