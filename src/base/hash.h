/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

struct arena;

/* SHA-256 of the parts, each closed by a NUL, as 64 hex digits. */
struct str hash_parts(struct arena *a, const struct str *parts, size_t count);

/* SHA-256 of the bytes, as 64 hex digits. */
struct str hash_bytes(struct arena *a, struct str bytes);

#endif
