/* SPDX-License-Identifier: EUPL-1.2 */
#include "case.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#define CASE_LIMIT ((size_t)64 * 1024 * 1024)

static const char *const key_names[KEYS] = {
	[KEY_COMMAND] = "Command",
	[KEY_BEFORE] = "Before",
	[KEY_FILE] = "File",
	[KEY_ESCAPED] = "Escaped",
	[KEY_BYTES] = "Bytes",
	[KEY_SIZE] = "Size",
	[KEY_LINES] = "Lines",
	[KEY_FOLDER] = "Folder",
	[KEY_LINK] = "Link",
	[KEY_UNREADABLE] = "Unreadable",
	[KEY_ENV] = "Env",
	[KEY_RULES] = "Rules",
	[KEY_STDIN] = "Stdin",
	[KEY_STDOUT_TO] = "Stdout-to",
	[KEY_STDOUT] = "Stdout",
	[KEY_STDERR] = "Stderr",
	[KEY_STDOUT_HAS] = "Stdout-has",
	[KEY_STDERR_HAS] = "Stderr-has",
	[KEY_STDOUT_LACKS] = "Stdout-lacks",
	[KEY_STDERR_LACKS] = "Stderr-lacks",
	[KEY_WRITTEN] = "Written",
	[KEY_SAME] = "Same",
	[KEY_HOLDS] = "Holds",
	[KEY_EXIT] = "Exit",
};

static struct str copy(struct arena *a, struct str s)
{
	return (struct str){ arena_copy(a, s.ptr, s.len), s.len };
}

/* Cut off the first line, without its newline. */
static bool next_line(struct str *rest, struct str *line)
{
	return rest->len > 0 && str_cut(rest, '\n', line);
}

static bool is_block(struct str line)
{
	return line.len > 0 && (line.ptr[0] == '|' || line.ptr[0] == '\\');
}

/* Lines of the form "| text", "|" and "\" until one that is neither. */
static bool read_body(struct str *rest, struct buf *body)
{
	for (;;) {
		struct str ahead = *rest, line;

		if (!next_line(&ahead, &line) || !is_block(line))
			return true;
		*rest = ahead;
		if (line.ptr[0] == '\\') {
			if (line.len > 1 || body->len == 0)
				return false;
			body->len--;
			continue;
		}
		if (line.len > 1 && line.ptr[1] != ' ')
			return false;
		if (line.len > 2)
			buf_put(body, str_slice(line, 2, line.len));
		buf_putc(body, '\n');
	}
}

static size_t lines_before(struct str text, struct str rest)
{
	size_t n = 0;

	for (const char *p = text.ptr; p < rest.ptr; p++)
		n += *p == '\n';
	return n;
}

static bool read_entry(struct arena *a, struct str line, struct str *rest,
		       struct entry *e)
{
	struct words names = { key_names, KEYS };
	struct buf body = { 0 };
	struct str value = line, key;
	bool ok;

	if (!memchr(line.ptr, ':', line.len))
		return false;
	str_cut(&value, ':', &key);
	e->key = (enum key)words_find(names, key);
	e->value = copy(a, str_trim(value));
	ok = e->key < KEYS && read_body(rest, &body);
	e->body = buf_take(&body, a);
	buf_release(&body);
	return ok;
}

bool case_read(struct arena *a, const char *path, struct test_case *ret_case)
{
	struct test_case c = { .path = path };
	const struct entry **end = &c.entries;
	struct str rest, line;

	if (file_read(a, path, CASE_LIMIT, &c.text) != FILE_OK) {
		printf("%s: can't be read\n", path);
		return false;
	}
	rest = c.text;
	while (next_line(&rest, &line)) {
		struct entry *e;

		if (str_trim(line).len == 0 || line.ptr[0] == '#')
			continue;
		e = arena_new(a, struct entry);
		if (is_block(line) || !read_entry(a, line, &rest, e)) {
			printf("%s:%zu: not a line of a case\n", path,
			       lines_before(c.text, rest));
			return false;
		}
		*end = e;
		end = &e->next;
	}
	*ret_case = c;
	if (!case_entry(&c, KEY_COMMAND)) {
		printf("%s: no Command\n", path);
		return false;
	}
	return true;
}

const struct entry *case_entry(const struct test_case *c, enum key key)
{
	const struct entry *e = c->entries;

	while (e && e->key != key)
		e = e->next;
	return e;
}

struct str case_expected(struct arena *a, const struct entry *e)
{
	struct buf b = { 0 };
	struct str s;

	/* The value of these is a name. */
	if (e->key == KEY_WRITTEN || e->key == KEY_HOLDS || e->value.len == 0)
		return e->body;
	buf_put(&b, e->value);
	buf_putc(&b, '\n');
	buf_put(&b, e->body);
	s = buf_take(&b, a);
	buf_release(&b);
	return s;
}

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *p = c ? strchr(digits, c | 0x20) : NULL;

	return p ? (int)(p - digits) : -1;
}

/* One \xNN or \\ at the head of s: its length, or 0. */
static size_t unescape_one(struct str s, char *ret_byte)
{
	if (s.len > 1 && s.ptr[1] == '\\') {
		*ret_byte = '\\';
		return 2;
	}
	if (s.len < 4 || s.ptr[1] != 'x' || hex_digit(s.ptr[2]) < 0 ||
	    hex_digit(s.ptr[3]) < 0)
		return 0;
	*ret_byte = (char)(hex_digit(s.ptr[2]) << 4 | hex_digit(s.ptr[3]));
	return 4;
}

bool case_unescape(struct arena *a, struct str body, struct str *ret_bytes)
{
	char *bytes = arena_array(a, char, body.len + 1);
	size_t n = 0, len;

	for (size_t i = 0; i < body.len; i += len) {
		len = 1;
		bytes[n] = body.ptr[i];
		if (bytes[n] == '\\')
			len = unescape_one(str_slice(body, i, body.len),
					   &bytes[n]);
		if (!len)
			return false;
		n++;
	}
	*ret_bytes = (struct str){ bytes, n };
	return true;
}

bool case_unhex(struct arena *a, struct str body, struct str *ret_bytes)
{
	char *bytes = arena_array(a, char, body.len / 2 + 1);
	size_t n = 0;
	int high = -1;

	for (size_t i = 0; i < body.len; i++) {
		int digit = hex_digit(body.ptr[i]);

		if (body.ptr[i] == ' ' || body.ptr[i] == '\n')
			continue;
		if (digit < 0)
			return false;
		if (high < 0) {
			high = digit;
			continue;
		}
		bytes[n++] = (char)(high << 4 | digit);
		high = -1;
	}
	*ret_bytes = (struct str){ bytes, n };
	return high < 0;
}

static void put_block(struct buf *out, struct str text)
{
	bool ended = text.len == 0 || text.ptr[text.len - 1] == '\n';
	struct str line;

	while (next_line(&text, &line)) {
		buf_puts(out, line.len ? "| " : "|");
		buf_put(out, line);
		buf_putc(out, '\n');
	}
	if (!ended)
		buf_puts(out, "\\\n");
}

/* False where what the file says holds already, or is no output. */
static bool put_entry(struct arena *a, struct buf *out, const struct entry *e,
		      const struct outcome *got)
{
	struct str text = { 0 };

	switch (e->key) {
	case KEY_EXIT:
		buf_putf(out, "Exit: %d\n", got->exit);
		return true;
	case KEY_STDOUT:
		text = got->out;
		break;
	case KEY_STDERR:
		text = got->err;
		break;
	case KEY_WRITTEN:
		(void)file_read(a, file_join(a, got->folder, e->value),
				CASE_LIMIT, &text);
		break;
	default:
		return false;
	}
	if (str_eq(case_expected(a, e), text))
		return false;
	buf_puts(out, key_names[e->key]);
	buf_puts(out, e->key == KEY_WRITTEN ? ": " : ":");
	if (e->key == KEY_WRITTEN)
		buf_put(out, e->value);
	buf_putc(out, '\n');
	put_block(out, text);
	return true;
}

/* Everything but outputs and status stays as it was written. */
bool case_bless(struct arena *a, const struct test_case *c,
		const struct outcome *got)
{
	const struct entry *e = c->entries;
	struct str rest = c->text, line;
	struct buf out = { 0 };
	bool skip = false, ok;

	while (next_line(&rest, &line)) {
		if (is_block(line) && skip)
			continue;
		skip = false;
		if (!is_block(line) && str_trim(line).len && line.ptr[0] != '#') {
			skip = put_entry(a, &out, e, got);
			e = e->next;
		}
		if (skip)
			continue;
		buf_put(&out, line);
		buf_putc(&out, '\n');
	}
	if (!case_entry(c, KEY_EXIT) && got->exit != 0)
		buf_putf(&out, "Exit: %d\n", got->exit);
	ok = buf_ok(&out) && file_write(c->path, buf_str(&out));
	buf_release(&out);
	return ok;
}
