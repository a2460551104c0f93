/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Run a fuzz target over the files of a folder, without libFuzzer, so that
 * what was once found is tried again in every test run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "fuzz.h"

#define INPUT_LIMIT ((size_t)16 * 1024 * 1024)

/* The target gets a copy of exactly the size, so that ASan sees its end. */
static bool replay_file(struct arena *a, const char *path)
{
	struct str text;
	uint8_t *data;

	if (file_read(a, path, INPUT_LIMIT, &text) != FILE_OK) {
		fprintf(stderr, "%s can't be read\n", path);
		return false;
	}
	data = malloc(text.len ? text.len : 1);
	if (!data)
		return false;
	memcpy(data, text.ptr, text.len);
	LLVMFuzzerTestOneInput(data, text.len);
	free(data);
	return true;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	const struct str *names = NULL;
	size_t count = 0;
	bool ok = true;

	if (argc != 2) {
		fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
		return 2;
	}
	names = file_list(&a, argv[1], &count);
	for (size_t i = 0; i < count; i++)
		if (!replay_file(&a, file_join(&a, argv[1], names[i])))
			ok = false;
	printf("%s: %zu inputs\n", argv[1], count);
	arena_free(&a);
	return ok && count > 0 ? 0 : 1;
}
