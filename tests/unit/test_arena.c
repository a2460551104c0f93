/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "unit.h"

static bool holds_only(const char *bytes, size_t len, char c)
{
	for (size_t i = 0; i < len; i++)
		if (bytes[i] != c)
			return false;
	return true;
}

START_TEST(memory_is_zeroed_after_rewind)
{
	struct arena a = { 0 };
	struct arena_mark m = arena_mark(&a);
	char *p = arena_array(&a, char, 100);

	memset(p, 'x', 100);
	arena_rewind(&a, m);
	p = arena_array(&a, char, 100);
	ck_assert(holds_only(p, 100, 0));
	arena_free(&a);
}
END_TEST

START_TEST(memory_is_zeroed_after_rewind_within_a_block)
{
	struct arena a = { 0 };
	struct arena_mark m;
	char *p;

	arena_array(&a, char, 10);
	m = arena_mark(&a);
	memset(arena_array(&a, char, 1000), 'x', 1000);
	arena_rewind(&a, m);
	p = arena_array(&a, char, 1000);
	ck_assert(holds_only(p, 1000, 0));
	arena_free(&a);
}
END_TEST

START_TEST(every_alignment_is_kept)
{
	static const size_t aligns[] = { 1, 2, 4, 8, 16, 32, 64 };
	struct arena a = { 0 };

	for (int n = 0; n < 5000; n++) {
		size_t align = aligns[n % ROWS(aligns)];
		uintptr_t p = (uintptr_t)arena_alloc(&a, 1, (size_t)(n % 37),
						     align);

		ck_assert_uint_ne(p, 0);
		ck_assert_uint_eq(p % align, 0);
	}
	arena_free(&a);
}
END_TEST

START_TEST(large_object_gets_its_own_block)
{
	struct arena a = { 0 };
	char *p = arena_array(&a, char, 1 << 20);

	p[(1 << 20) - 1] = 'x';
	ck_assert_uint_ge(a.used, 1 << 20);
	arena_free(&a);
	ck_assert_uint_eq(a.used, 0);
}
END_TEST

/* Sizes that fit, fill and exceed a block; each object has its own byte. */
START_TEST(objects_do_not_overlap)
{
	static const size_t sizes[] = { 1,     7,     100,   4096,
					65535, 65536, 65537, 200000 };
	struct arena a = { 0 };
	char *objects[80];

	for (int n = 0; n < ROWS(objects); n++) {
		size_t size = sizes[n % ROWS(sizes)];

		objects[n] = arena_array(&a, char, size);
		ck_assert(holds_only(objects[n], size, 0));
		memset(objects[n], n, size);
	}
	for (int n = 0; n < ROWS(objects); n++)
		ck_assert(holds_only(objects[n], sizes[n % ROWS(sizes)], (char)n));
	arena_free(&a);
}
END_TEST

START_TEST(rewind_keeps_what_came_before_the_mark)
{
	struct arena a = { 0 };
	const char *kept = arena_copy(&a, "before", 6);
	struct arena_mark m = arena_mark(&a);

	for (int round = 0; round < 3; round++) {
		for (int n = 0; n < 100; n++)
			memset(arena_array(&a, char, 5000), 'x', 5000);
		ck_assert_uint_ge(a.used, 500000);
		arena_rewind(&a, m);
		ck_assert_uint_eq(a.used, m.used);
		ck_assert_str_eq(kept, "before");
	}
	arena_free(&a);
}
END_TEST

START_TEST(marks_nest)
{
	struct arena a = { 0 };
	struct arena_mark outer = arena_mark(&a), inner;
	const char *kept = arena_copy(&a, "outer", 5);

	inner = arena_mark(&a);
	arena_array(&a, char, 100000);
	arena_rewind(&a, inner);
	ck_assert_str_eq(kept, "outer");
	arena_array(&a, char, 100000);
	arena_rewind(&a, outer);
	ck_assert_uint_eq(a.used, 0);
	arena_free(&a);
}
END_TEST

START_TEST(arena_can_be_used_again_after_free)
{
	struct arena a = { 0 };

	arena_free(&a);
	arena_copy(&a, "x", 1);
	arena_free(&a);
	ck_assert_str_eq(arena_copy(&a, "again", 5), "again");
	arena_free(&a);
}
END_TEST

START_TEST(copy_is_ended_by_nul)
{
	static const char bytes[] = { 'a', '\0', 'b' };
	struct arena a = { 0 };
	const char *p = arena_copy(&a, bytes, sizeof(bytes));

	ck_assert_mem_eq(p, bytes, sizeof(bytes));
	ck_assert_int_eq(p[3], '\0');
	ck_assert_str_eq(arena_copy(&a, NULL, 0), "");
	arena_free(&a);
}
END_TEST

static const struct {
	size_t count;
	size_t size;
	size_t align;
} too_large[] = {
	{ SIZE_MAX / 2, 4, 8 },    { SIZE_MAX, 1, 16 },
	{ SIZE_MAX, SIZE_MAX, 1 }, { SIZE_MAX / 8 + 1, 8, 8 },
	{ SIZE_MAX - 17, 1, 1 },   { 1, SIZE_MAX, 1 },
};

START_TEST(overflow_exits)
{
	struct arena a = { 0 };

	arena_alloc(&a, too_large[_i].count, too_large[_i].size,
		    too_large[_i].align);
}
END_TEST

START_TEST(overflow_exits_beside_other_objects)
{
	struct arena a = { 0 };

	arena_array(&a, char, 100);
	arena_alloc(&a, too_large[_i].count, too_large[_i].size,
		    too_large[_i].align);
}
END_TEST

Suite *arena_suite(void)
{
	const char *fork_mode = getenv("CK_FORK");
	Suite *s = suite_create("arena");
	TCase *t = tcase_create("arena");

	tcase_add_test(t, memory_is_zeroed_after_rewind);
	tcase_add_test(t, memory_is_zeroed_after_rewind_within_a_block);
	tcase_add_test(t, every_alignment_is_kept);
	tcase_add_test(t, large_object_gets_its_own_block);
	tcase_add_test(t, objects_do_not_overlap);
	tcase_add_test(t, rewind_keeps_what_came_before_the_mark);
	tcase_add_test(t, marks_nest);
	tcase_add_test(t, arena_can_be_used_again_after_free);
	tcase_add_test(t, copy_is_ended_by_nul);
	/* What ends the program needs a process of its own. */
	if (!fork_mode || strcmp(fork_mode, "no") != 0) {
		tcase_add_loop_exit_test(t, overflow_exits, 4, 0,
					 ROWS(too_large));
		tcase_add_loop_exit_test(t, overflow_exits_beside_other_objects,
					 4, 0, ROWS(too_large));
	}
	suite_add_tcase(s, t);
	return s;
}
