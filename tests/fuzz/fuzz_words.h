/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FUZZ_WORDS_H
#define TESTS_FUZZ_WORDS_H

#include "base/file.h"
#include "diag/diag.h"
#include "pattern/pattern.h"
#include "rules/vocab.h"

/*
 * Words and a matcher for as long as the program runs.  Targets run from
 * the top folder (replay) and from build/fuzz (libFuzzer).
 */
struct fuzz_words {
	struct arena arena;
	struct pattern_store store;
	struct matcher *matcher;
	const struct vocab *vocab;
};

static inline const struct fuzz_words *fuzz_words(const char *here,
						  const char *below)
{
	static struct fuzz_words w;
	struct diags d = { .arena = &w.arena };

	if (w.vocab)
		return &w;
	w.store.arena = &w.arena;
	w.matcher = matcher_new();
	const char *folder = file_is_folder(here) ? here : below;

	w.vocab = vocab_load(&w.arena, &d, &w.store, &folder, 1);
	if (!w.vocab || d.errors)
		__builtin_trap();
	return &w;
}

/* A place must be a letter of the source, or just after its line. */
static inline void fuzz_check_place(struct str source, struct place at)
{
	struct str line = { 0 };
	size_t letters = 0;

	if (at.line < 1 || at.col < 1)
		__builtin_trap();
	for (uint32_t i = 0; i < at.line; i++)
		if (!str_cut(&source, '\n', &line) && i > 0)
			__builtin_trap();
	for (size_t i = 0; i < line.len; i++)
		letters += ((unsigned char)line.ptr[i] & 0xc0) != 0x80;
	if (at.col > letters + 1)
		__builtin_trap();
}

#endif
