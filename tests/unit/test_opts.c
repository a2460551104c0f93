/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/opts.h"
#include "unit.h"

static const struct opt own[] = {
	{ .name = "output", .letter = 'o', .arg = "FORMAT", .many = true },
	{ .name = "jobs", .letter = 'j', .arg = "N" },
	{ .name = "verbose", .letter = 'v' },
	{ .name = "as-of", .arg = "DATE" },
};
static const struct opt common[] = {
	{ .name = "help", .letter = 'h' },
	{ .name = "lang", .arg = "LANG" },
};
static const struct opts_table table = { { own, common },
					 { ROWS(own), ROWS(common) } };

#define MAX_WORDS 8

static bool parse(struct arena *a, const char *const *words, struct opts *o,
		  struct opts_mistake *mistake)
{
	static char program[] = "liskoll";
	char **argv = arena_alloc(a, MAX_WORDS + 2, sizeof(*argv), sizeof(*argv));
	int argc = 0;

	argv[argc++] = program;
	for (int i = 0; i < MAX_WORDS && words[i]; i++)
		argv[argc++] = arena_copy(a, words[i], strlen(words[i]));
	return opts_parse(a, &table, argc, argv, o, mistake);
}

/* "output=json verbose= | a b": options in order, then the rest. */
static const struct {
	const char *words[MAX_WORDS];
	const char *want;
} good[] = {
	{ { NULL }, " |" },
	{ { "a", "b" }, " | a b" },
	{ { "-o", "json" }, "output=json |" },
	{ { "-ojson" }, "output=json |" },
	{ { "--output=json", "--output", "text" }, "output=json output=text |" },
	{ { "--output=json=run.json" }, "output=json=run.json |" },
	{ { "-v", "-j", "8", "a" }, "verbose= jobs=8 | a" },
	{ { "-vj8" }, "verbose= jobs=8 |" },
	{ { "a", "-v", "b" }, "verbose= | a b" },
	{ { "--", "-v" }, " | -v" },
	{ { "-" }, " | -" },
	{ { "--help" }, "help= |" },
	{ { "--verb" }, "verbose= |" },
	{ { "--as-of=" }, "as-of= |" },
	{ { "--lang", "en", "" }, "lang=en | " },
};

START_TEST(options_are_read)
{
	struct arena a = { 0 };
	struct opts o;
	struct opts_mistake m;
	struct buf b = { 0 };

	ck_assert(parse(&a, good[_i].words, &o, &m));
	for (size_t i = 0; i < o.count; i++)
		buf_putf(&b, "%s%s=%s", i ? " " : "", o.list[i].opt->name,
			 o.list[i].value);
	buf_puts(&b, " |");
	for (size_t i = 0; i < o.rest_count; i++)
		buf_putf(&b, " %s", o.rest[i]);
	ASSERT_STR(good[_i].want, buf_str(&b), str_of(good[_i].want));
	buf_release(&b);
	arena_free(&a);
}
END_TEST

static const struct {
	const char *words[MAX_WORDS];
	enum opts_error error;
	const char *bad;
	const char *near;
} wrong[] = {
	{ { "--zebra" }, OPTS_UNKNOWN, "--zebra", "" },
	{ { "--ouput" }, OPTS_UNKNOWN, "--ouput", "output" },
	{ { "--ouput=json" }, OPTS_UNKNOWN, "--ouput=json", "output" },
	{ { "-x" }, OPTS_UNKNOWN, "-x", "" },
	{ { "-vx" }, OPTS_UNKNOWN, "-x", "" },
	{ { "a", "--langg" }, OPTS_UNKNOWN, "--langg", "lang" },
	{ { "--output" }, OPTS_NO_ARGUMENT, "--output", "" },
	{ { "-o" }, OPTS_NO_ARGUMENT, "-o", "" },
	{ { "--verbose=1" }, OPTS_ARGUMENT, "--verbose=1", "" },
	{ { "--help=x" }, OPTS_ARGUMENT, "--help=x", "" },
};

START_TEST(what_is_wrong_is_named)
{
	struct arena a = { 0 };
	struct opts o;
	struct opts_mistake m;

	ck_assert(!parse(&a, wrong[_i].words, &o, &m));
	ck_assert_int_eq(m.error, wrong[_i].error);
	ASSERT_STR("word", m.word, str_of(wrong[_i].bad));
	ASSERT_STR("near", m.near, str_of(wrong[_i].near));
	arena_free(&a);
}
END_TEST

START_TEST(the_last_one_counts_unless_all_do)
{
	static const char *const words[MAX_WORDS] = { "-o", "a", "-j", "1",
						      "-o", "b", "-j", "2" };
	struct arena a = { 0 };
	struct opts o;
	struct opts_mistake m;
	size_t count = 0;
	const char *const *all;

	ck_assert(parse(&a, words, &o, &m));
	ck_assert_str_eq(opts_get(&o, "jobs"), "2");
	ck_assert_ptr_null(opts_get(&o, "verbose"));
	all = opts_all(&a, &o, "output", &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(all[0], "a");
	ck_assert_str_eq(all[1], "b");
	opts_all(&a, &o, "lang", &count);
	ck_assert_uint_eq(count, 0);
	arena_free(&a);
}
END_TEST

Suite *opts_suite(void)
{
	Suite *s = suite_create("opts");
	TCase *t = tcase_create("opts");

	tcase_add_loop_test(t, options_are_read, 0, ROWS(good));
	tcase_add_loop_test(t, what_is_wrong_is_named, 0, ROWS(wrong));
	tcase_add_test(t, the_last_one_counts_unless_all_do);
	suite_add_tcase(s, t);
	return s;
}
