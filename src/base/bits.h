/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One of a few: members of an enum as a set in an unsigned int. */
#define BIT(n) (1U << (n))

/* Sets of any size, 64 to a word; NULL is the empty set. */
static inline bool bits_get(const uint64_t *bits, size_t i)
{
	return bits && (bits[i / 64] >> (i % 64) & 1);
}

static inline void bits_set(uint64_t *bits, size_t i)
{
	bits[i / 64] |= (uint64_t)1 << (i % 64);
}

#endif
