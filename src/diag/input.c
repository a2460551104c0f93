/* SPDX-License-Identifier: EUPL-1.2 */
#include "diag/input.h"

#include <stdio.h>

#include "base/file.h"

bool diag_read_file(struct arena *a, struct diags *d, const char *path,
		    size_t limit, struct str *ret_text)
{
	static const char *const why[FILE_RESULTS] = {
		[FILE_DENIED] = DIAG_WORD("no access"),
		[FILE_NOT_REGULAR] = DIAG_WORD("no ordinary file"),
		[FILE_BROKEN] = DIAG_WORD("reading failed"),
	};
	enum file_result result = file_read(a, path, limit, ret_text);
	struct str file = str_of(path);
	struct place at = { file, 0, 0 };
	char size[24];

	snprintf(size, sizeof(size), "%zu MiB", limit >> 20);
	if (result == FILE_MISSING)
		diag_add(d, DIAG_FILE_MISSING, at, ARGS(file));
	else if (result == FILE_TOO_LARGE)
		diag_add(d, DIAG_FILE_TOO_LARGE, at, ARGS(file, str_of(size)));
	else if (result != FILE_OK)
		diag_add(d, DIAG_FILE_UNREADABLE, at,
			 ARGS(file, str_of(why[result])));
	return result == FILE_OK;
}
