/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/*
 * A region of memory that is freed as a whole.
 *
 * Everything that belongs to one run of one thing (a rule set, one
 * municipality, one document) is allocated from one arena, and the
 * arena is reset when that thing is done.  There is no way to free a
 * single object; if you need one, it does not belong in an arena.
 *
 * Allocation never returns NULL: when the system has no memory left,
 * arena_alloc() prints a message and exits with status 4.  Input sizes
 * are limited where input is read, not here.
 *
 * All memory is zeroed.  Under AddressSanitizer the unused part of a
 * block is poisoned, so an overrun is found like one of malloc().
 *
 * An arena belongs to one thread at a time.
 */
struct arena {
	struct arena_block *block;
	size_t used; /* bytes handed out, padding included */
};

/* Where an arena stood, so that a caller can take back what came after. */
struct arena_mark {
	struct arena_block *block;
	size_t fill;
	size_t used;
};

/* Print that memory is used up and exit with 4: the one place for it. */
_Noreturn void arena_out_of_memory(void);

void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align);
char *arena_copy(struct arena *a, const char *bytes, size_t len);
struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark m);
void arena_free(struct arena *a);

#define arena_new(a, type) \
	((type *)arena_alloc(a, 1, sizeof(type), _Alignof(type)))
#define arena_array(a, type, n) \
	((type *)arena_alloc(a, n, sizeof(type), _Alignof(type)))

#endif
