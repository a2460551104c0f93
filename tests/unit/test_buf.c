/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "unit.h"

START_TEST(a_zeroed_buffer_is_empty_and_good)
{
	struct buf b = { 0 };

	ck_assert(buf_ok(&b));
	ck_assert_uint_eq(buf_str(&b).len, 0);
	buf_release(&b);
}
END_TEST

START_TEST(parts_stand_in_order)
{
	struct buf b = { 0 };

	buf_puts(&b, "ett");
	buf_putc(&b, ' ');
	buf_put(&b, STR("två"));
	buf_put(&b, (struct str){ 0 });
	buf_puts(&b, "");
	buf_pad(&b, '.', 3);
	buf_pad(&b, 'x', 0);
	buf_put(&b, (struct str){ "\0a", 2 });
	ASSERT_STR("parts", buf_str(&b), ((struct str){ "ett två...\0a", 13 }));
	buf_release(&b);
}
END_TEST

START_TEST(growth_keeps_every_byte)
{
	struct buf b = { 0 };
	int wrong = 0;

	for (int i = 0; i < 100000; i++)
		buf_putc(&b, (char)('a' + i % 26));
	ck_assert(buf_ok(&b));
	ck_assert_uint_eq(b.len, 100000);
	for (int i = 0; i < 100000; i++)
		wrong += b.ptr[i] != 'a' + i % 26;
	ck_assert_int_eq(wrong, 0);
	buf_release(&b);
}
END_TEST

START_TEST(one_large_piece_fits)
{
	static char piece[70000];
	struct buf b = { 0 };

	memset(piece, 'x', sizeof(piece));
	buf_puts(&b, "a");
	buf_put(&b, (struct str){ piece, sizeof(piece) });
	buf_puts(&b, "b");
	ck_assert_uint_eq(b.len, sizeof(piece) + 2);
	ck_assert_int_eq(b.ptr[0], 'a');
	ck_assert_mem_eq(b.ptr + 1, piece, sizeof(piece));
	ck_assert_int_eq(b.ptr[b.len - 1], 'b');
	buf_release(&b);
}
END_TEST

/* Lengths around the places where the buffer grows. */
START_TEST(printf_writes_all_of_a_long_line)
{
	static char word[1100];
	struct buf b = { 0 };
	size_t len = (size_t)_i;

	memset(word, 'x', len);
	word[len] = '\0';
	buf_putf(&b, "%d:%s;", 42, word);
	ck_assert(buf_ok(&b));
	ck_assert_uint_eq(b.len, len + 4);
	ck_assert_mem_eq(b.ptr, "42:", 3);
	ck_assert_mem_eq(b.ptr + 3, word, len);
	ck_assert_int_eq(b.ptr[b.len - 1], ';');
	buf_release(&b);
}
END_TEST

START_TEST(too_much_turns_it_bad_for_good)
{
	struct buf b = { 0 };

	buf_puts(&b, "before");
	buf_put(&b, (struct str){ b.ptr, SIZE_MAX / 2 });
	ck_assert(!buf_ok(&b));
	buf_puts(&b, "after");
	buf_putf(&b, "%d", 1);
	buf_putc(&b, 'x');
	ck_assert(!buf_ok(&b));
	ASSERT_STR("the rest is ignored", buf_str(&b), STR("before"));
	buf_release(&b);
	ck_assert(buf_ok(&b));
	ck_assert_uint_eq(b.len, 0);
}
END_TEST

START_TEST(taken_text_outlives_the_buffer)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct str first, second, none;

	buf_puts(&b, "first");
	first = buf_take(&b, &a);
	ck_assert_uint_eq(buf_str(&b).len, 0);
	buf_puts(&b, "other");
	second = buf_take(&b, &a);
	none = buf_take(&b, &a);
	buf_release(&b);
	ASSERT_STR("first", first, STR("first"));
	ASSERT_STR("second", second, STR("other"));
	ASSERT_STR("none", none, STR(""));
	arena_free(&a);
}
END_TEST

START_TEST(taking_from_a_fresh_buffer_gives_the_empty_string)
{
	struct arena a = { 0 };
	struct buf b = { 0 };

	ASSERT_STR("fresh", buf_take(&b, &a), STR(""));
	buf_release(&b);
	arena_free(&a);
}
END_TEST

static const struct {
	const char *tmpl;
	const char *want;
} templates[] = {
	{ "", "" },
	{ "nothing", "nothing" },
	{ "{1}", "ETT" },
	{ "{1} och {2}", "ETT och TVÅ" },
	{ "{2} och {1}", "TVÅ och ETT" },
	{ "{1}{1}", "ETTETT" },
	{ "\"{1}\"", "\"ETT\"" },
	/* The third argument looks like a template and is not one. */
	{ "{3}", "{1}" },
	/* There is no fourth. */
	{ "<{4}>", "<>" },
	{ "<{9}>", "<>" },
	/* What is no placeholder stays. */
	{ "{0}", "{0}" },
	{ "{10}", "{10}" },
	{ "{a}", "{a}" },
	{ "{}", "{}" },
	{ "{", "{" },
	{ "{1", "{1" },
	{ "1}", "1}" },
	{ "{{1}}", "{ETT}" },
	{ "å{1}ä", "åETTä" },
	{ "100 %s {1}", "100 %s ETT" },
};

START_TEST(template_is_filled_in)
{
	static const struct str args[] = { STR_ROW("ETT"), STR_ROW("TVÅ"),
					   STR_ROW("{1}") };
	struct buf b = { 0 };

	buf_put_template(&b, templates[_i].tmpl, args, 3);
	ASSERT_STR(templates[_i].tmpl, buf_str(&b), str_of(templates[_i].want));
	buf_release(&b);
}
END_TEST

START_TEST(template_without_arguments_leaves_holes)
{
	struct buf b = { 0 };

	buf_put_template(&b, "a{1}b{9}c", NULL, 0);
	ASSERT_STR("holes", buf_str(&b), STR("abc"));
	buf_release(&b);
}
END_TEST

Suite *buf_suite(void)
{
	Suite *s = suite_create("buf");
	TCase *t = tcase_create("buf");

	tcase_add_test(t, a_zeroed_buffer_is_empty_and_good);
	tcase_add_test(t, parts_stand_in_order);
	tcase_add_test(t, growth_keeps_every_byte);
	tcase_add_test(t, one_large_piece_fits);
	tcase_add_loop_test(t, printf_writes_all_of_a_long_line, 245, 260);
	tcase_add_loop_test(t, printf_writes_all_of_a_long_line, 1015, 1030);
	tcase_add_test(t, too_much_turns_it_bad_for_good);
	tcase_add_test(t, taken_text_outlives_the_buffer);
	tcase_add_test(t, taking_from_a_fresh_buffer_gives_the_empty_string);
	tcase_add_loop_test(t, template_is_filled_in, 0, ROWS(templates));
	tcase_add_test(t, template_without_arguments_leaves_holes);
	suite_add_tcase(s, t);
	return s;
}
