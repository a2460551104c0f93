/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#endif
#ifdef HAVE_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

#define BLOCK_SIZE ((size_t)64 * 1024)

struct arena_block {
	struct arena_block *prev;
	size_t size;
	size_t fill;
	unsigned char data[];
};

_Noreturn void arena_out_of_memory(void)
{
	fputs("out of memory\n", stderr);
	exit(4); /* NOLINT(concurrency-mt-unsafe): nothing is left to run */
}

static void block_push(struct arena *a, size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
	struct arena_block *b;

	if (size > SIZE_MAX - sizeof(*b))
		arena_out_of_memory();
	b = malloc(sizeof(*b) + size);
	if (!b)
		arena_out_of_memory();
	b->prev = a->block;
	b->size = size;
	b->fill = 0;
	POISON(b->data, size);
	a->block = b;
}

static void block_pop(struct arena *a)
{
	struct arena_block *b = a->block;

	a->block = b->prev;
	UNPOISON(b->data, b->size);
	free(b);
}

/* Bytes to skip so that the next object of this block is aligned. */
static size_t padding(const struct arena_block *b, size_t align)
{
	uintptr_t at = (uintptr_t)(b->data + b->fill);

	return (size_t)(-at & (uintptr_t)(align - 1));
}

void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
	size_t bytes, pad;
	unsigned char *p;

	if (size && count > (SIZE_MAX - align) / size)
		arena_out_of_memory();
	bytes = count * size;
	if (!a->block)
		block_push(a, bytes + align);
	pad = padding(a->block, align);
	if (bytes + pad > a->block->size - a->block->fill) {
		block_push(a, bytes + align);
		pad = padding(a->block, align);
	}
	p = a->block->data + a->block->fill + pad;
	UNPOISON(p, bytes);
	a->block->fill += bytes + pad;
	a->used += bytes + pad;
	return memset(p, 0, bytes);
}

/* Copy bytes and end them with a NUL, which is not counted in len. */
char *arena_copy(struct arena *a, const char *bytes, size_t len)
{
	char *p = arena_alloc(a, len + 1, 1, 1);

	if (len)
		memcpy(p, bytes, len);
	return p;
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){
		.block = a->block,
		.fill = a->block ? a->block->fill : 0,
		.used = a->used,
	};
}

void arena_rewind(struct arena *a, struct arena_mark m)
{
	while (a->block != m.block)
		block_pop(a);
	if (a->block) {
		POISON(a->block->data + m.fill, a->block->size - m.fill);
		a->block->fill = m.fill;
	}
	a->used = m.used;
}

void arena_free(struct arena *a)
{
	arena_rewind(a, (struct arena_mark){ 0 });
}
