/* SPDX-License-Identifier: EUPL-1.2 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "unit.h"

/*
 * Each test runs in a folder of its own, which goes when the test is over;
 * what it holds are files, one folder deep at most.
 */
static char folder[] = "/tmp/liskoll-unit-XXXXXX";
static char home[PATH_MAX];
static struct arena arena;

static void set_up(void)
{
	memcpy(folder + sizeof(folder) - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(getcwd(home, sizeof(home)));
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
}

static void remove_all(const char *path)
{
	size_t count = 0;
	const struct str *names = file_list(&arena, path, &count);

	for (size_t i = 0; names && i < count; i++)
		ck_assert_int_eq(remove(file_join(&arena, path, names[i])), 0);
}

static void tear_down(void)
{
	if (file_is_folder("sub"))
		remove_all("sub");
	remove_all(".");
	remove(".hidden");
	ck_assert_int_eq(chdir(home), 0);
	ck_assert_int_eq(rmdir(folder), 0);
	arena_free(&arena);
}

/* Not through file_write(), which is under test. */
static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	ck_assert_ptr_nonnull(f);
	ck_assert_int_ge(fputs(text, f), 0);
	ck_assert_int_eq(fclose(f), 0);
}

static void assert_holds(const char *path, const char *want)
{
	char got[64] = "";
	FILE *f = fopen(path, "rb");

	ck_assert_ptr_nonnull(f);
	got[fread(got, 1, sizeof(got) - 1, f)] = '\0';
	fclose(f);
	ck_assert_str_eq(got, want);
}

static void assert_count(const char *path, size_t want)
{
	size_t count = 0;

	ck_assert_ptr_nonnull(file_list(&arena, path, &count));
	ck_assert_uint_eq(count, want);
}

/* Root may do all: step down, so that a folder can be closed to us. */
static void lose_rights(void)
{
	if (geteuid() == 0)
		ck_assert_int_eq(seteuid(65534), 0);
}

static void regain_rights(void)
{
	if (getuid() == 0)
		ck_assert_int_eq(seteuid(0), 0);
}

START_TEST(read_gives_every_byte)
{
	struct str text;

	put("a.txt", "rad ett\nåäö\r\n");
	ck_assert_int_eq(file_read(&arena, "a.txt", 1000, &text), FILE_OK);
	ASSERT_STR("a.txt", text, STR("rad ett\nåäö\r\n"));
	put("empty", "");
	ck_assert_int_eq(file_read(&arena, "empty", 0, &text), FILE_OK);
	ck_assert_uint_eq(text.len, 0);
}
END_TEST

START_TEST(limit_is_the_largest_that_passes)
{
	struct str text = STR("old");

	put("ten", "0123456789");
	ck_assert_int_eq(file_read(&arena, "ten", 9, &text), FILE_TOO_LARGE);
	ASSERT_STR("not set", text, STR("old"));
	ck_assert_int_eq(file_read(&arena, "ten", 10, &text), FILE_OK);
	ASSERT_STR("ten", text, STR("0123456789"));
}
END_TEST

/* A pipe without a writer: waiting for one would end in a timeout. */
START_TEST(read_refuses_what_is_no_regular_file)
{
	static const char *const paths[] = { "sub", ".", "/dev/null", "fifo",
					     "link" };
	struct str text = STR("old");

	ck_assert_int_eq(mkdir("sub", 0777), 0);
	ck_assert_int_eq(mkfifo("fifo", 0666), 0);
	ck_assert_int_eq(symlink("fifo", "link"), 0);
	for (int i = 0; i < ROWS(paths); i++)
		ck_assert_msg(file_read(&arena, paths[i], 1000, &text) ==
				      FILE_NOT_REGULAR,
			      "%s", paths[i]);
	ASSERT_STR("not set", text, STR("old"));
}
END_TEST

START_TEST(read_of_nothing_is_missing)
{
	static const char *const paths[] = { "none", "none/a", "file/a",
					     "dangling", "" };
	struct str text;

	put("file", "x");
	ck_assert_int_eq(symlink("none", "dangling"), 0);
	for (int i = 0; i < ROWS(paths); i++)
		ck_assert_msg(file_read(&arena, paths[i], 1000, &text) ==
				      FILE_MISSING,
			      "%s", paths[i]);
}
END_TEST

START_TEST(read_of_a_closed_file_is_denied)
{
	struct str text;

	put("closed", "x");
	ck_assert_int_eq(chmod("closed", 0), 0);
	ck_assert_int_eq(chmod(".", 0755), 0);
	lose_rights();
	ck_assert_int_eq(file_read(&arena, "closed", 1000, &text), FILE_DENIED);
	regain_rights();
}
END_TEST

START_TEST(write_makes_and_replaces)
{
	ck_assert(file_write("out", STR("first, which is longer")));
	assert_holds("out", "first, which is longer");
	ck_assert(file_write("out", STR("second")));
	assert_holds("out", "second");
	ck_assert(file_write("out", STR("")));
	assert_holds("out", "");
	assert_count(".", 1);
}
END_TEST

START_TEST(write_that_fails_leaves_the_old_file)
{
	bool ok;

	ck_assert_int_eq(mkdir("sub", 0777), 0);
	put("sub/out", "old");
	ck_assert_int_eq(chmod("sub/out", 0666), 0);
	ck_assert_int_eq(chmod("sub", 0555), 0);
	ck_assert_int_eq(chmod(".", 0755), 0);
	lose_rights();
	errno = 0;
	ok = file_write("sub/out", STR("new"));
	ck_assert_int_eq(errno, EACCES);
	ck_assert(!file_write("sub/other", STR("new")));
	regain_rights();
	ck_assert(!ok);
	assert_holds("sub/out", "old");
	assert_count("sub", 1);
	ck_assert_int_eq(chmod("sub", 0755), 0);
}
END_TEST

/* As on a full disk: some bytes go out, then no more. */
START_TEST(write_that_breaks_off_leaves_the_old_file)
{
	struct rlimit before, small;
	int error;
	bool ok;

	put("out", "old");
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 4;
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	ok = file_write("out", STR("new and longer"));
	error = errno;
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, SIG_DFL);
	ck_assert(!ok);
	ck_assert_int_eq(error, EFBIG);
	assert_holds("out", "old");
	assert_count(".", 1);
}
END_TEST

static const struct {
	const char *path;
	int error;
} unwritable[] = {
	{ "/dev/full", ENOSPC },
	{ "none/out", ENOENT },
	{ "sub", EISDIR },
	{ "file/out", ENOTDIR },
};

START_TEST(write_tells_why_it_failed)
{
	ck_assert_int_eq(mkdir("sub", 0777), 0);
	put("file", "x");
	errno = 0;
	ck_assert(!file_write(unwritable[_i].path, STR("text")));
	ck_assert_int_eq(errno, unwritable[_i].error);
	assert_count(".", 2);
	ck_assert(!file_exists("none"));
}
END_TEST

START_TEST(device_is_written_to_as_it_is)
{
	struct stat st;

	ck_assert(file_write("/dev/null", STR("text")));
	ck_assert_int_eq(stat("/dev/null", &st), 0);
	ck_assert(S_ISCHR(st.st_mode));
	ck_assert_int_eq(stat("/dev/full", &st), 0);
	ck_assert(S_ISCHR(st.st_mode));
}
END_TEST

START_TEST(descriptor_tells_that_it_is_full)
{
	int full = open("/dev/full", O_WRONLY);
	int out = open("out", O_WRONLY | O_CREAT, 0666);

	ck_assert(full >= 0 && out >= 0);
	ck_assert(!file_write_fd(full, STR("text")));
	ck_assert(file_write_fd(full, STR("")));
	ck_assert(file_write_fd(out, STR("text")));
	close(full);
	close(out);
	assert_holds("out", "text");
}
END_TEST

START_TEST(list_is_sorted_and_without_dots)
{
	static const char *const made[] = { "b", "ö", "a", "B", "å", "a b", "ab" };
	static const char *const want[] = { "B", "a",   "a b", "ab",
					    "b", "sub", "å",   "ö" };
	size_t count = 0;
	const struct str *names;

	for (int i = 0; i < ROWS(made); i++)
		put(made[i], "");
	put(".hidden", "");
	ck_assert_int_eq(mkdir("sub", 0777), 0);
	names = file_list(&arena, ".", &count);
	ck_assert_ptr_nonnull(names);
	ck_assert_uint_eq(count, ROWS(want));
	for (int i = 0; i < ROWS(want); i++)
		ASSERT_STR("name", names[i], str_of(want[i]));
}
END_TEST

START_TEST(long_list_is_whole)
{
	char name[20];
	size_t count = 0;
	const struct str *names;

	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof(name), "%03d", i * 7 % 200);
		put(name, "");
	}
	names = file_list(&arena, ".", &count);
	ck_assert_uint_eq(count, 200);
	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof(name), "%03d", i);
		ASSERT_STR("name", names[i], str_of(name));
	}
}
END_TEST

START_TEST(list_of_no_folder_is_null)
{
	size_t count = 7;

	put("file", "");
	ck_assert_ptr_null(file_list(&arena, "file", &count));
	ck_assert_ptr_null(file_list(&arena, "none", &count));
	ck_assert_uint_eq(count, 7);
	ck_assert_int_eq(mkdir("sub", 0777), 0);
	assert_count("sub", 0);
}
END_TEST

START_TEST(files_and_folders_are_told_apart)
{
	put("file", "");
	ck_assert_int_eq(mkdir("sub", 0777), 0);
	ck_assert(file_exists("file") && !file_is_folder("file"));
	ck_assert(file_exists("sub") && file_is_folder("sub"));
	ck_assert(!file_exists("none") && !file_is_folder("none"));
}
END_TEST

/* sub is the folder; subway lies beside it. */
static const struct {
	const char *path;
	bool within;
} insides[] = {
	{ "sub/a", true },        { "./sub/../sub/a", true },
	{ "sub/inward", true },   { "outside", true },
	{ "subway", false },      { "sub/../subway", false },
	{ "sub/outward", false }, { "sub/none", false },
	{ "..", false },          { "/etc/passwd", false },
};

START_TEST(within_follows_links_and_dots)
{
	ck_assert_int_eq(mkdir("sub", 0777), 0);
	put("sub/a", "");
	put("subway", "");
	ck_assert_int_eq(symlink("a", "sub/inward"), 0);
	ck_assert_int_eq(symlink("../subway", "sub/outward"), 0);
	ck_assert_int_eq(symlink("sub/a", "outside"), 0);
	ck_assert_int_eq(file_is_within("sub", insides[_i].path),
			 insides[_i].within);
	ck_assert_int_eq(file_is_within("sub/", insides[_i].path),
			 insides[_i].within);
	ck_assert(!file_is_within("none", insides[_i].path));
	ck_assert_int_eq(file_is_within("/", insides[_i].path),
			 file_exists(insides[_i].path));
}
END_TEST

START_TEST(join_puts_one_slash)
{
	ck_assert_str_eq(file_join(&arena, "a", STR("b")), "a/b");
	ck_assert_str_eq(file_join(&arena, "a/", STR("b")), "a/b");
	ck_assert_str_eq(file_join(&arena, "/", STR("b")), "/b");
	ck_assert_str_eq(file_join(&arena, "a/b", STR("c/d")), "a/b/c/d");
	ck_assert_str_eq(file_join(&arena, "å", (struct str){ "ä.txt more", 6 }),
			 "å/ä.txt");
}
END_TEST

static void add_reads(TCase *t)
{
	tcase_add_test(t, read_gives_every_byte);
	tcase_add_test(t, limit_is_the_largest_that_passes);
	tcase_add_test(t, read_refuses_what_is_no_regular_file);
	tcase_add_test(t, read_of_nothing_is_missing);
	tcase_add_test(t, read_of_a_closed_file_is_denied);
}

static void add_writes(TCase *t)
{
	tcase_add_test(t, write_makes_and_replaces);
	tcase_add_test(t, write_that_fails_leaves_the_old_file);
	tcase_add_test(t, write_that_breaks_off_leaves_the_old_file);
	tcase_add_loop_test(t, write_tells_why_it_failed, 0, ROWS(unwritable));
	tcase_add_test(t, device_is_written_to_as_it_is);
	tcase_add_test(t, descriptor_tells_that_it_is_full);
}

Suite *file_suite(void)
{
	Suite *s = suite_create("file");
	TCase *t = tcase_create("file");

	tcase_add_checked_fixture(t, set_up, tear_down);
	add_reads(t);
	add_writes(t);
	tcase_add_test(t, list_is_sorted_and_without_dots);
	tcase_add_test(t, long_list_is_whole);
	tcase_add_test(t, list_of_no_folder_is_null);
	tcase_add_test(t, files_and_folders_are_told_apart);
	tcase_add_loop_test(t, within_follows_links_and_dots, 0, ROWS(insides));
	tcase_add_test(t, join_puts_one_slash);
	suite_add_tcase(s, t);
	return s;
}
