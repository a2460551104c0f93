/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

enum file_result {
	FILE_OK,
	FILE_MISSING,
	FILE_DENIED,
	FILE_NOT_REGULAR,
	FILE_TOO_LARGE,
	FILE_BROKEN,
	FILE_RESULTS
};

/*
 * Read a whole regular file of at most `limit` bytes into the arena.
 * Devices, pipes and folders are FILE_NOT_REGULAR and are not waited for.
 */
enum file_result file_read(struct arena *a, const char *path, size_t limit,
			   struct str *ret_text);

/* The same of an open descriptor, which may be a pipe. */
enum file_result file_read_fd(struct arena *a, int fd, size_t limit,
			      struct str *ret_text);

/*
 * Write a file whole or not at all: to a temporary name beside it, then
 * renamed.  What is no regular file (a terminal, a pipe, a device) is
 * written to as it is.  On failure errno tells why.
 */
bool file_write(const char *path, struct str text);

/* Write to an open descriptor; false where not all of it went out. */
bool file_write_fd(int fd, struct str text);

/* The path with links followed and dots resolved, or as it is. */
const char *file_real(struct arena *a, const char *path);

/* Whether the path, links followed, lies in the folder. */
bool file_is_within(const char *folder, const char *path);

bool file_is_folder(const char *path);
bool file_exists(const char *path);

/*
 * The names in a folder, sorted by bytes, without those that begin with a
 * dot.  NULL where the folder can't be read.
 */
struct str *file_list(struct arena *a, const char *path, size_t *ret_count);

/* folder/name, NUL-ended, in the arena. */
const char *file_join(struct arena *a, const char *folder, struct str name);

#endif
