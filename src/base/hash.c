/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/hash.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include "base/arena.h"

static void update(struct sha256_ctx *c, struct str s)
{
	sha256_update(c, s.len, (const uint8_t *)(s.len ? s.ptr : ""));
}

static struct str hex(struct arena *a, struct sha256_ctx *c)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[BASE16_ENCODE_LENGTH(SHA256_DIGEST_SIZE)];

	sha256_digest(c, sizeof(digest), digest);
	base16_encode_update(text, sizeof(digest), digest);
	return (struct str){ arena_copy(a, text, sizeof(text)), sizeof(text) };
}

struct str hash_parts(struct arena *a, const struct str *parts, size_t count)
{
	struct sha256_ctx c;

	sha256_init(&c);
	for (size_t i = 0; i < count; i++) {
		update(&c, parts[i]);
		update(&c, (struct str){ "", 1 });
	}
	return hex(a, &c);
}

struct str hash_bytes(struct arena *a, struct str bytes)
{
	struct sha256_ctx c;

	sha256_init(&c);
	update(&c, bytes);
	return hex(a, &c);
}
