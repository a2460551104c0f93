/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef DIAG_INPUT_H
#define DIAG_INPUT_H

#include <stdbool.h>

#include "diag/diag.h"

/*
 * Read a whole file of at most `limit` bytes (whole MiB) into the arena;
 * false, with a message at the file, where it can't be read.  The path must
 * outlive d.
 */
bool diag_read_file(struct arena *a, struct diags *d, const char *path,
		    size_t limit, struct str *ret_text);

#endif
