/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"

static enum file_result from_errno(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return FILE_MISSING;
	case EACCES:
	case EPERM:
		return FILE_DENIED;
	default:
		return FILE_BROKEN;
	}
}

/* The file may grow while it is read: never more than was found at first. */
static enum file_result read_all(struct arena *a, int fd, size_t size,
				 struct str *ret_text)
{
	char *text = arena_alloc(a, size + 1, 1, 1);
	size_t done = 0;

	while (done < size) {
		ssize_t n = read(fd, text + done, size - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return FILE_BROKEN;
		if (n == 0)
			break;
		done += (size_t)n;
	}
	*ret_text = (struct str){ text, done };
	return FILE_OK;
}

enum file_result file_read(struct arena *a, const char *path, size_t limit,
			   struct str *ret_text)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	enum file_result result;
	struct stat st;

	if (fd < 0)
		return from_errno(errno);
	if (fstat(fd, &st) != 0)
		result = FILE_BROKEN;
	else if (!S_ISREG(st.st_mode))
		result = FILE_NOT_REGULAR;
	else if ((unsigned long long)st.st_size > limit)
		result = FILE_TOO_LARGE;
	else
		result = read_all(a, fd, (size_t)st.st_size, ret_text);
	close(fd);
	return result;
}

enum file_result file_read_fd(struct arena *a, int fd, size_t limit,
			      struct str *ret_text)
{
	enum file_result result = FILE_OK;
	struct buf b = { 0 };
	char part[65536];
	ssize_t n;

	while ((n = read(fd, part, sizeof(part))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			result = FILE_BROKEN;
			break;
		}
		buf_put(&b, (struct str){ part, (size_t)n });
		if (b.len > limit) {
			result = FILE_TOO_LARGE;
			break;
		}
	}
	if (!buf_ok(&b))
		result = FILE_TOO_LARGE;
	*ret_text = buf_take(&b, a);
	buf_release(&b);
	return result;
}

bool file_write_fd(int fd, struct str text)
{
	size_t done = 0;

	while (done < text.len) {
		ssize_t n = write(fd, text.ptr + done, text.len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

static bool write_in_place(const char *path, struct str text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool ok;

	if (fd < 0)
		return false;
	ok = file_write_fd(fd, text);
	return close(fd) == 0 && ok;
}

static bool write_and_rename(const char *path, const char *temporary,
			     struct str text)
{
	int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool ok;
	int error;

	if (fd < 0)
		return false;
	ok = file_write_fd(fd, text) && fsync(fd) == 0;
	error = errno;
	if (close(fd) != 0 && ok) {
		ok = false;
		error = errno;
	}
	if (ok && rename(temporary, path) == 0)
		return true;
	if (ok)
		error = errno;
	unlink(temporary);
	errno = error;
	return false;
}

bool file_write(const char *path, struct str text)
{
	struct buf temporary = { 0 };
	struct stat st;
	bool ok;

	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return write_in_place(path, text);
	buf_putf(&temporary, "%s.%ld.tmp", path, (long)getpid());
	if (!buf_ok(&temporary)) {
		buf_release(&temporary);
		errno = ENOMEM;
		return false;
	}
	ok = write_and_rename(path, temporary.ptr, text);
	buf_release(&temporary);
	return ok;
}

const char *file_real(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real ? arena_copy(a, real, strlen(real)) : path;

	free(real);
	return copy;
}

bool file_is_within(const char *folder, const char *path)
{
	char *in = realpath(folder, NULL), *to = realpath(path, NULL);
	size_t len = in ? strlen(in) : 0;
	bool within = in && to && strncmp(in, to, len) == 0 &&
		      (to[len] == '/' || len == 1);

	free(in);
	free(to);
	return within;
}

bool file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

static int by_bytes(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return str_cmp(*x, *y);
}

struct str *file_list(struct arena *a, const char *path, size_t *ret_count)
{
	DIR *folder = opendir(path);
	struct str *list = arena_array(a, struct str, 16);
	size_t count = 0, room = 16;
	const struct dirent *entry;

	if (!folder)
		return NULL;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): each DIR has one reader */
	while ((entry = readdir(folder))) {
		struct str name = str_of(entry->d_name);

		if (entry->d_name[0] == '.')
			continue;
		if (count == room) {
			struct str *more = arena_array(a, struct str, room * 2);

			memcpy(more, list, count * sizeof(*list));
			list = more;
			room *= 2;
		}
		list[count++] = (struct str){ arena_copy(a, name.ptr, name.len),
					      name.len };
	}
	closedir(folder);
	if (count)
		qsort(list, count, sizeof(*list), by_bytes);
	*ret_count = count;
	return list;
}

const char *file_join(struct arena *a, const char *folder, struct str name)
{
	struct buf b = { 0 };
	struct str path;

	buf_puts(&b, folder);
	if (b.len && b.ptr[b.len - 1] != '/')
		buf_putc(&b, '/');
	buf_put(&b, name);
	path = buf_take(&b, a);
	buf_release(&b);
	return path.ptr;
}
