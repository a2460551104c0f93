/* SPDX-License-Identifier: EUPL-1.2 */
#include "json/writer.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"

/*
 * The tree is jansson's, which keeps the order of insertion.  Containers
 * are owned by the one around them; the stack only borrows them.  When
 * memory ends the writer turns bad and json_writer_finish() says so.
 */
struct json_writer {
	json_t *root;
	json_t **open; /* from the outermost to the innermost */
	size_t depth;
	size_t room;
	bool bad;
};

struct json_writer *json_writer_new(void)
{
	return calloc(1, sizeof(struct json_writer));
}

/* The string with every byte that is not UTF-8 replaced. */
static void repair(struct buf *b, struct str s)
{
	while (s.len) {
		size_t good = utf8_check(s);

		buf_put(b, str_slice(s, 0, good));
		if (good == s.len)
			return;
		buf_puts(b, "\xef\xbf\xbd");
		s = str_slice(s, good + 1, s.len);
	}
}

static json_t *string_of(struct str s)
{
	struct buf b = { 0 };
	json_t *value = NULL;

	repair(&b, s);
	if (buf_ok(&b))
		value = json_stringn_nocheck(b.ptr ? b.ptr : "", b.len);
	buf_release(&b);
	return value;
}

static bool set_member(json_t *object, struct str key, json_t *value)
{
	struct buf b = { 0 };
	bool ok;

	repair(&b, key);
	ok = buf_ok(&b) &&
	     json_object_setn_new_nocheck(object, b.ptr ? b.ptr : "", b.len,
					  value) == 0;
	if (!buf_ok(&b))
		json_decref(value);
	buf_release(&b);
	return ok;
}

/* Takes over the value, which may be NULL: no memory. */
static void put(struct json_writer *w, struct str key, json_t *value)
{
	json_t *into;
	bool ok;

	if (!w || w->bad || !value) {
		json_decref(value);
		if (w)
			w->bad = true;
		return;
	}
	if (!w->depth) {
		assert(!w->root && !key.len);
		w->root = value;
		return;
	}
	into = w->open[w->depth - 1];
	if (json_is_object(into)) {
		ok = set_member(into, key, value);
	} else {
		assert(!key.len);
		ok = json_array_append_new(into, value) == 0;
	}
	w->bad = !ok;
}

static bool reserve(struct json_writer *w)
{
	size_t room = w->room ? 2 * w->room : 16;
	json_t **open;

	if (w->depth < w->room)
		return true;
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
	open = realloc(w->open, room * sizeof(*open));
	if (!open)
		return false;
	w->open = open;
	w->room = room;
	return true;
}

static void begin(struct json_writer *w, struct str key, json_t *value)
{
	put(w, key, value);
	if (!w || w->bad)
		return;
	if (reserve(w))
		w->open[w->depth++] = value;
	else
		w->bad = true;
}

void json_put_object(struct json_writer *w, struct str key)
{
	begin(w, key, json_object());
}

void json_put_list(struct json_writer *w, struct str key)
{
	begin(w, key, json_array());
}

void json_put_end(struct json_writer *w)
{
	if (!w || w->bad)
		return;
	assert(w->depth);
	w->depth--;
}

void json_put_str(struct json_writer *w, struct str key, struct str value)
{
	put(w, key, string_of(value));
}

void json_put_int(struct json_writer *w, struct str key, int64_t value)
{
	put(w, key, json_integer(value));
}

void json_put_bool(struct json_writer *w, struct str key, bool value)
{
	put(w, key, json_boolean(value));
}

void json_put_null(struct json_writer *w, struct str key)
{
	put(w, key, json_null());
}

static int on_bytes(const char *bytes, size_t len, void *data)
{
	struct buf *b = data;

	buf_put(b, (struct str){ bytes, len });
	return buf_ok(b) ? 0 : -1;
}

/*
 * JSON lets DEL and the C1 controls stand as they are, but some terminals
 * obey them; written as escapes they mean the same and do nothing.
 */
static void put_harmless(struct buf *out, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned c = (unsigned char)s.ptr[i];
		size_t len = 1;

		if (c == 0xc2 && i + 1 < s.len) {
			c = (unsigned char)s.ptr[i + 1];
			len = 2;
		}
		if (c < 0x7f || c > 0x9f || (len == 1 && c != 0x7f))
			continue;
		buf_put(out, str_slice(s, from, i));
		buf_putf(out, "\\u%04X", c);
		from = i + len;
		i = from - 1;
	}
	buf_put(out, str_slice(s, from, s.len));
}

static bool dump(const json_t *root, unsigned indent, struct buf *out)
{
	size_t flags = JSON_ENCODE_ANY | (indent ? JSON_INDENT(2) : JSON_COMPACT);
	struct buf b = { 0 };
	bool ok = json_dump_callback(root, on_bytes, &b, flags) == 0;

	if (ok) {
		put_harmless(out, buf_str(&b));
		buf_putc(out, '\n');
	}
	buf_release(&b);
	return ok && buf_ok(out);
}

bool json_writer_finish(struct json_writer *w, unsigned indent, struct buf *out)
{
	bool ok = false;

	if (!w)
		return false;
	if (!w->bad && w->root) {
		assert(!w->depth);
		ok = dump(w->root, indent, out);
	}
	json_decref(w->root);
	free(w->open);
	free(w);
	return ok;
}
