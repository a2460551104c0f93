/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Run the golden cases: run [--bless] PROGRAM ROOT [PART-OF-A-NAME...]
 *
 * Each case gets a folder of its own, with the program's folder in files/
 * and its streams beside it, and an environment that holds nothing of the
 * user's but PATH and the settings of the sanitizers.  How a case is
 * written stands in case.h.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "case.h"

#define OUTPUT_LIMIT ((size_t)256 * 1024 * 1024)
#define MAX_WORDS 200
#define MAX_SECONDS 120
#define CONTEXT 2

extern char **environ;

struct run {
	char *program;
	char *root;
	bool bless;
	int passed;
	int failed;
};

/* One case while it runs. */
struct job {
	const struct run *run;
	struct arena *arena;
	const struct test_case *test;
	const char *folder; /* of this case */
	const char *files; /* where the program runs */
};

static const char *in(const struct job *j, const char *folder, const char *name)
{
	return file_join(j->arena, folder, str_of(name));
}

/* --- the folder ---------------------------------------------------------- */

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the cases make folders */
static void remove_all(struct arena *a, const char *path)
{
	const struct dirent *e;
	DIR *d;

	if (unlink(path) == 0 || errno == ENOENT)
		return;
	chmod(path, 0700);
	d = opendir(path);
	while (d && (e = readdir(d)))
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			remove_all(a, file_join(a, path, str_of(e->d_name)));
	if (d)
		closedir(d);
	rmdir(path);
}

static void make_parents(struct arena *a, const char *path)
{
	char *p = arena_copy(a, path, strlen(path));

	for (char *slash = strchr(p + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(p, 0777);
		*slash = '/';
	}
}

static bool make_file(const struct job *j, const char *path, struct str text)
{
	int fd;
	bool ok;

	make_parents(j->arena, path);
	fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	ok = file_write_fd(fd, text);
	return close(fd) == 0 && ok;
}

/* "name N text": the text N times, with the number in place of each %. */
static bool make_many(const struct job *j, const struct entry *e)
{
	struct str rest = e->value, name, number;
	struct buf b = { 0 };
	unsigned long count;
	bool ok;

	str_cut(&rest, ' ', &name);
	str_cut(&rest, ' ', &number);
	if (!rest.len)
		return false;
	count = strtoul(arena_copy(j->arena, number.ptr, number.len), NULL, 10);
	for (unsigned long n = 1; n <= count; n++) {
		for (size_t i = 0; i < rest.len; i++)
			if (rest.ptr[i] == '%')
				buf_putf(&b, "%lu", n);
			else
				buf_putc(&b, rest.ptr[i]);
		if (e->key == KEY_LINES)
			buf_putc(&b, '\n');
	}
	ok = buf_ok(&b) &&
	     make_file(j, file_join(j->arena, j->files, name), buf_str(&b));
	buf_release(&b);
	return ok;
}

/* "name target" */
static bool make_link(const struct job *j, struct str value)
{
	struct str target = value, name;
	const char *path;

	str_cut(&target, ' ', &name);
	path = file_join(j->arena, j->files, name);
	make_parents(j->arena, path);
	return target.len && symlink(target.ptr, path) == 0;
}

static bool make_entry(const struct job *j, const struct entry *e)
{
	const char *path = file_join(j->arena, j->files, e->value);
	struct str bytes;

	switch (e->key) {
	case KEY_FILE:
		return make_file(j, path, e->body);
	case KEY_ESCAPED:
		return case_unescape(j->arena, e->body, &bytes) &&
		       make_file(j, path, bytes);
	case KEY_BYTES:
		return case_unhex(j->arena, e->body, &bytes) &&
		       make_file(j, path, bytes);
	case KEY_SIZE:
	case KEY_LINES:
		return make_many(j, e);
	case KEY_FOLDER:
		make_parents(j->arena, path);
		return mkdir(path, 0777) == 0 || errno == EEXIST;
	case KEY_LINK:
		return make_link(j, e->value);
	case KEY_UNREADABLE:
		return chmod(path, 0) == 0;
	case KEY_STDIN:
		return make_file(j, in(j, j->folder, "stdin"),
				 case_expected(j->arena, e));
	default:
		return true;
	}
}

/* --- the run --------------------------------------------------------------- */

static struct str replace(struct arena *a, struct str text, struct str from,
			  struct str to)
{
	struct buf b = { 0 };
	struct str s;

	for (size_t i = 0; i < text.len;) {
		if (str_starts(str_slice(text, i, text.len), from)) {
			buf_put(&b, to);
			i += from.len;
		} else {
			buf_putc(&b, text.ptr[i++]);
		}
	}
	s = buf_take(&b, a);
	buf_release(&b);
	return s;
}

/* Cut at spaces, but not between '…'. */
static size_t split_words(struct arena *a, struct str s, char **words, size_t room)
{
	char *to = arena_array(a, char, s.len + 1);
	bool quoted = false, inside = false;
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ' ' && !quoted) {
			inside = false;
			*to++ = '\0';
			continue;
		}
		if (!inside && n == room)
			break;
		if (!inside)
			words[n++] = to;
		inside = true;
		if (s.ptr[i] == '\'')
			quoted = !quoted;
		else
			*to++ = s.ptr[i];
	}
	return n;
}

static bool is_kept(const char *variable)
{
	static const char *const kept[] = {
		"PATH=",         "ASAN_OPTIONS=", "UBSAN_OPTIONS",
		"LSAN_OPTIONS=", "TSAN_OPTIONS=", "GCOV_PREFIX"
	};

	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (strncmp(variable, kept[i], strlen(kept[i])) == 0)
			return true;
	return false;
}

static char *setting(const struct job *j, const char *name, struct str value)
{
	struct str root = str_of(j->run->root);
	struct buf b = { 0 };
	char *s;

	buf_puts(&b, name);
	buf_put(&b, replace(j->arena, value, STR("$ROOT"), root));
	s = arena_copy(j->arena, b.ptr, b.len);
	buf_release(&b);
	return s;
}

static char **environment(const struct job *j)
{
	char **list = arena_array(j->arena, char *, MAX_WORDS);
	size_t n = 0;

	for (char **v = environ; *v && n < MAX_WORDS / 2; v++)
		if (is_kept(*v))
			list[n++] = *v;
	list[n++] = setting(j, "HOME=", str_of(j->folder));
	for (const struct entry *e = j->test->entries; e; e = e->next) {
		if (n == MAX_WORDS - 1)
			break;
		if (e->key == KEY_ENV)
			list[n++] = setting(j, "", e->value);
		if (e->key == KEY_RULES && !str_eq(e->value, STR("default")))
			list[n++] = setting(j, "LISKOLL_RULES=", e->value);
	}
	return list;
}

/* Root reads everything, unless these two are taken from it. */
static bool heed_modes(void)
{
	return geteuid() != 0 ||
	       (prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0 &&
		prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0) == 0);
}

static void open_as(int fd, const char *path, int flags)
{
	int opened = open(path, flags, 0666);

	if (opened < 0 || dup2(opened, fd) < 0)
		_exit(126);
	close(opened);
}

static _Noreturn void start(const struct job *j, struct str command)
{
	const char *input = in(j, j->folder, "stdin");
	const struct entry *out = case_entry(j->test, KEY_STDOUT_TO);
	int write = O_WRONLY | O_CREAT | O_TRUNC;
	struct str root = str_of(j->run->root);
	char *words[MAX_WORDS + 2] = { 0 };

	words[0] = setting(j, j->run->program, STR(""));
	command = replace(j->arena, command, STR("$ROOT"), root);
	split_words(j->arena, command, words + 1, MAX_WORDS);
	open_as(STDIN_FILENO, file_exists(input) ? input : "/dev/null", O_RDONLY);
	open_as(STDOUT_FILENO,
		out ? out->value.ptr : in(j, j->folder, "stdout"), write);
	open_as(STDERR_FILENO, in(j, j->folder, "stderr"), write);
	if (chdir(j->files) != 0 ||
	    (case_entry(j->test, KEY_UNREADABLE) && !heed_modes()))
		_exit(126);
	alarm(MAX_SECONDS);
	execve(j->run->program, words, environment(j));
	_exit(127);
}

/* The exit status, or 128 and the signal as a shell has it. */
static int run_command(const struct job *j, struct str command)
{
	pid_t pid;
	int status;

	fflush(stdout);
	pid = fork();
	if (pid == 0)
		start(j, command);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static struct str read_output(const struct job *j, const char *path)
{
	struct str text = { 0 }, root = str_of(j->run->root);

	if (file_read(j->arena, path, OUTPUT_LIMIT, &text) != FILE_OK)
		return STR("(there is no such file)\n");
	return replace(j->arena, text, root, STR("$ROOT"));
}

/* --- the comparison ---------------------------------------------------------- */

struct lines {
	struct str *list;
	size_t count;
};

static struct lines cut_lines(struct arena *a, struct str text)
{
	struct lines l = { 0 };
	size_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.ptr[i] == '\n';
	l.list = arena_array(a, struct str, n);
	while (text.len > 0 && str_cut(&text, '\n', &l.list[l.count]))
		l.count++;
	return l;
}

static void print_lines(char mark, struct lines l, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		printf("%c%.*s\n", mark, STR_ARG(l.list[i]));
}

/* The lines that differ at the head and at the tail are left out. */
static void print_diff(struct arena *a, struct str want, struct str got)
{
	struct lines w = cut_lines(a, want), g = cut_lines(a, got);
	size_t head = 0, tail = 0, from;

	while (head < w.count && head < g.count &&
	       str_eq(w.list[head], g.list[head]))
		head++;
	while (tail < w.count - head && tail < g.count - head &&
	       str_eq(w.list[w.count - 1 - tail], g.list[g.count - 1 - tail]))
		tail++;
	from = head > CONTEXT ? head - CONTEXT : 0;
	printf("@@ -%zu,%zu +%zu,%zu @@\n", head + 1, w.count - head - tail,
	       head + 1, g.count - head - tail);
	print_lines(' ', w, from, head);
	print_lines('-', w, head, w.count - tail);
	print_lines('+', g, head, g.count - tail);
	print_lines(' ', w, w.count - tail,
		    w.count - tail + (tail < CONTEXT ? tail : CONTEXT));
	if (head == w.count && head == g.count && want.len != got.len)
		puts("(the newline at the end)");
}

static bool compare(const struct job *j, const struct entry *e,
		    const char *what, struct str got)
{
	struct str want = case_expected(j->arena, e);

	if (str_eq(want, got))
		return true;
	printf("FAILED %s\n--- %s expected\n+++ %s given\n", j->test->path,
	       what, what);
	print_diff(j->arena, want, got);
	return false;
}

static bool has(struct str text, struct str part)
{
	for (size_t i = 0; i + part.len <= text.len; i++)
		if (str_starts(str_slice(text, i, text.len), part))
			return true;
	return false;
}

static bool check_part(const struct job *j, const struct entry *e, bool wanted,
		       struct str got)
{
	if (has(got, e->value) == wanted)
		return true;
	printf("FAILED %s\nthe output %s: %.*s\n", j->test->path,
	       wanted ? "does not hold" : "holds", STR_ARG(e->value));
	print_diff(j->arena, (struct str){ 0 }, got);
	return false;
}

/* "name name" */
static bool check_same(const struct job *j, struct str value)
{
	struct str second = value, first, a, b;

	str_cut(&second, ' ', &first);
	a = read_output(j, file_join(j->arena, j->files, first));
	b = read_output(j, file_join(j->arena, j->files, second));
	if (str_eq(a, b))
		return true;
	printf("FAILED %s\nnot the same: %.*s\n", j->test->path, STR_ARG(value));
	print_diff(j->arena, a, b);
	return false;
}

static struct str list_folder(const struct job *j, struct str name)
{
	size_t count = 0;
	const struct str *names = file_list(
		j->arena, file_join(j->arena, j->files, name), &count);
	struct buf b = { 0 };
	struct str all;

	for (size_t i = 0; i < count; i++)
		buf_putf(&b, "%.*s\n", STR_ARG(names[i]));
	all = buf_take(&b, j->arena);
	buf_release(&b);
	return all;
}

static bool check_entry(const struct job *j, const struct entry *e,
			const struct outcome *got)
{
	switch (e->key) {
	case KEY_STDOUT:
		return compare(j, e, "stdout", got->out);
	case KEY_STDERR:
		return compare(j, e, "stderr", got->err);
	case KEY_STDOUT_HAS:
	case KEY_STDOUT_LACKS:
		return check_part(j, e, e->key == KEY_STDOUT_HAS, got->out);
	case KEY_STDERR_HAS:
	case KEY_STDERR_LACKS:
		return check_part(j, e, e->key == KEY_STDERR_HAS, got->err);
	case KEY_SAME:
		return check_same(j, e->value);
	case KEY_HOLDS:
		return compare(j, e, e->value.ptr, list_folder(j, e->value));
	case KEY_WRITTEN:
		return compare(
			j, e, e->value.ptr,
			read_output(j, file_join(j->arena, j->files, e->value)));
	default:
		return true;
	}
}

static bool check_outcome(const struct job *j, const struct outcome *got)
{
	const struct entry *status = case_entry(j->test, KEY_EXIT);
	long want = status ? strtol(status->value.ptr, NULL, 10) : 0;
	bool ok = true;

	for (const struct entry *e = j->test->entries; e; e = e->next)
		if (!check_entry(j, e, got))
			ok = false;
	if (want == got->exit)
		return ok;
	printf("FAILED %s\nexit %d, expected %ld\n", j->test->path, got->exit,
	       want);
	if (ok && got->err.len) {
		puts("+++ stderr given");
		print_diff(j->arena, (struct str){ 0 }, got->err);
	}
	return false;
}

/* --- all cases ------------------------------------------------------------------ */

static bool run_in_folder(struct job *j)
{
	struct outcome got = { .folder = j->files };

	for (const struct entry *e = j->test->entries; e; e = e->next)
		if (!make_entry(j, e)) {
			printf("FAILED %s\ncan't make %.*s\n", j->test->path,
			       STR_ARG(e->value));
			return false;
		}
	for (const struct entry *e = j->test->entries; e; e = e->next)
		if (e->key == KEY_BEFORE)
			run_command(j, e->value);
	got.exit = run_command(j, case_entry(j->test, KEY_COMMAND)->value);
	got.out = read_output(j, in(j, j->folder, "stdout"));
	got.err = read_output(j, in(j, j->folder, "stderr"));
	if (j->run->bless)
		return case_bless(j->arena, j->test, &got);
	return check_outcome(j, &got);
}

static void run_case(struct run *r, const char *path)
{
	static const char template[] = "/tmp/liskoll-case-XXXXXX";
	struct arena a = { 0 };
	struct test_case test;
	struct job j = { .run = r, .arena = &a, .test = &test };
	bool ok = case_read(&a, path, &test);
	char *folder = arena_copy(&a, template, sizeof(template));

	if (ok && mkdtemp(folder)) {
		j.folder = folder;
		j.files = in(&j, folder, "files");
		ok = mkdir(j.files, 0777) == 0 && run_in_folder(&j);
		remove_all(&a, folder);
	} else {
		ok = false;
	}
	r->passed += ok;
	r->failed += !ok;
	arena_free(&a);
}

static bool is_wanted(const char *path, char *const *parts)
{
	if (!*parts)
		return true;
	for (; *parts; parts++)
		if (strstr(path, *parts))
			return true;
	return false;
}

static void run_folder(struct run *r, const char *folder, char *const *parts)
{
	struct arena a = { 0 };
	size_t count = 0;
	const struct str *names = file_list(&a, folder, &count);

	for (size_t i = 0; i < count; i++) {
		const char *path = file_join(&a, folder, names[i]);

		if (str_ends(names[i], STR(".test")) && is_wanted(path, parts))
			run_case(r, path);
	}
	arena_free(&a);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct run r = { 0 };
	const struct str *folders;
	const char *cases;
	size_t count = 0;

	r.bless = argc > 1 && strcmp(argv[1], "--bless") == 0;
	argv += r.bless;
	argc -= r.bless;
	if (argc < 3) {
		fputs("usage: run [--bless] PROGRAM ROOT [PART-OF-A-NAME...]\n",
		      stderr);
		return 2;
	}
	r.program = realpath(argv[1], NULL);
	r.root = realpath(argv[2], NULL);
	if (!r.program || !r.root) {
		perror(r.program ? argv[2] : argv[1]);
		return 2;
	}
	umask(022);
	cases = file_join(&a, strcmp(argv[2], ".") == 0 ? "" : argv[2],
			  STR("tests/cases"));
	folders = file_list(&a, cases, &count);
	for (size_t i = 0; i < count; i++)
		run_folder(&r, file_join(&a, cases, folders[i]), argv + 3);
	if (r.passed + r.failed == 0)
		puts("no case was found");
	printf("%d passed, %d failed\n", r.passed, r.failed);
	arena_free(&a);
	free(r.program);
	free(r.root);
	return r.failed || r.passed == 0;
}
