/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Room for len more bytes and a NUL. */
static bool reserve(struct buf *b, size_t len)
{
	size_t room = b->room ? b->room : 256;
	char *p;

	if (b->bad || len > SIZE_MAX / 4 - b->len) {
		b->bad = true;
		return false;
	}
	while (room < b->len + len + 1)
		room *= 2;
	if (room == b->room)
		return true;
	p = realloc(b->ptr, room);
	if (!p) {
		b->bad = true;
		return false;
	}
	b->ptr = p;
	b->room = room;
	return true;
}

void buf_put(struct buf *b, struct str s)
{
	if (!reserve(b, s.len))
		return;
	if (s.len)
		memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
	b->ptr[b->len] = '\0';
}

void buf_puts(struct buf *b, const char *s)
{
	buf_put(b, str_of(s));
}

void buf_putc(struct buf *b, char c)
{
	buf_put(b, (struct str){ &c, 1 });
}

void buf_pad(struct buf *b, char c, size_t count)
{
	while (count--)
		buf_putc(b, c);
}

void buf_putf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0 || !reserve(b, (size_t)n)) {
		b->bad = true;
		return;
	}
	va_start(ap, fmt);
	vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)n;
}

void buf_put_template(struct buf *b, const char *tmpl, const struct str *args,
		      size_t count)
{
	for (const char *p = tmpl; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}') {
			size_t i = (size_t)(p[1] - '1');

			if (i < count)
				buf_put(b, args[i]);
			p += 2;
		} else {
			buf_putc(b, *p);
		}
	}
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ b->ptr, b->len };
}

struct str buf_take(struct buf *b, struct arena *a)
{
	struct str s = { arena_copy(a, b->ptr, b->len), b->len };

	b->len = 0;
	return s;
}

bool buf_ok(const struct buf *b)
{
	return !b->bad;
}

void buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){ 0 };
}
