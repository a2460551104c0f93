/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Growing output.  Writing never fails visibly: when memory or the limit
 * is used up the buffer turns bad, ignores the rest, and buf_ok() says so
 * once at the end.  A zeroed struct is an empty buffer; free it with
 * buf_release().
 */
struct buf {
	char *ptr;
	size_t len;
	size_t room;
	bool bad;
};

void buf_put(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_pad(struct buf *b, char c, size_t count);
void buf_putf(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Put tmpl with {1}, {2} … replaced by args; a missing one stays empty. */
void buf_put_template(struct buf *b, const char *tmpl, const struct str *args,
		      size_t count);

struct str buf_str(const struct buf *b);
/* The contents as a string of the arena; the buffer is emptied, not freed. */
struct str buf_take(struct buf *b, struct arena *a);
bool buf_ok(const struct buf *b);
void buf_release(struct buf *b);

#endif
