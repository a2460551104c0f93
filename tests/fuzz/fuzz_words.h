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

/* A line ends at LF, at CR LF, or at a CR by itself. */
static inline size_t fuzz_line_end(struct str s)
{
	size_t i = 0;

	while (i < s.len && s.ptr[i] != '\n' &&
	       !(s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n')))
		i++;
	return i;
}

/* A place must be a letter of the source, or just after its line. */
static inline void fuzz_check_place(struct str source, struct place at)
{
	size_t letters = 0, end;

	if (at.line < 1 || at.col < 1)
		__builtin_trap();
	for (uint32_t i = 1; i < at.line; i++) {
		end = fuzz_line_end(source);
		if (end == source.len)
			__builtin_trap();
		source = str_slice(source, end + 1, source.len);
	}
	end = fuzz_line_end(source);
	for (size_t i = 0; i < end; i++)
		letters += ((unsigned char)source.ptr[i] & 0xc0) != 0x80;
	if (at.col > letters + 1)
		__builtin_trap();
}

#endif
