/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Words on stdin, one a line; those that the reader takes for damaged on
 * stdout, with what it makes of them.  See known.py.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "pattern/pattern.h"
#include "read/read.h"
#include "rules/vocab.h"

#define LINE_MAX_BYTES 4096

static void mend(const struct vocab *v, struct str word)
{
	struct arena a = { 0 };
	struct reading r = { 0 };
	struct str before;

	read_normalise(&a, v, word, &r);
	before = r.text;
	read_repair(&a, v, &r);
	if (!str_eq(before, r.text))
		printf("%.*s\t%.*s\n", (int)before.len, before.ptr,
		       (int)r.text.len, r.text.ptr);
	arena_free(&a);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct diags diags = { .arena = &a };
	struct pattern_store store = { .arena = &a };
	const char *folders[] = { argc > 1 ? argv[1] : "rules/vocab" };
	const struct vocab *v = vocab_load(&a, &diags, &store, folders, 1);
	char line[LINE_MAX_BYTES];

	while (v && fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		mend(v, str_of(line));
	}
	arena_free(&a);
	return v && !diags.errors ? 0 : 1;
}
