/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/names.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#define SHORT_NAME 3 /* bytes of a name that takes no ending */

static bool is_letter(struct str s, size_t i)
{
	unsigned char c = (unsigned char)(i < s.len ? s.ptr[i] : ' ');

	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* Whether the folded text has the folded name at i. */
static bool is_at(struct str folded, size_t i, struct str name)
{
	if (i && is_letter(folded, i - 1))
		return false;
	return name.len && str_starts(str_slice(folded, i, folded.len), name) &&
	       (name.len > SHORT_NAME || !is_letter(folded, i + name.len));
}

bool names_in(struct arena *a, struct str folded, struct str name)
{
	struct str n = utf8_fold(a, name);

	for (size_t i = 0; i + n.len <= folded.len; i++)
		if (is_at(folded, i, n))
			return true;
	return false;
}

static void add_name(struct arena *a, struct names *n, struct str name)
{
	struct str folded = utf8_fold(a, name);

	n->list[n->count++] = folded;
	/* People leave out that it is a company. */
	if (str_ends(folded, STR(" ab")) && folded.len > SHORT_NAME + 3)
		n->list[n->count++] = str_slice(folded, 0, folded.len - 3);
}

static int longest_first(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	if (x->len != y->len)
		return x->len < y->len ? 1 : -1;
	return str_cmp(*x, *y);
}

struct names names_of_suppliers(struct arena *a, const struct vocab *v,
				const struct inventory *inventory)
{
	struct names n = { 0 };
	size_t room = 0;

	for (size_t i = 0; i < inventory->suppliers.count; i++)
		room += 2 + 2 * inventory->suppliers.list[i].aliases.count;
	if (!room || !v->lists[LIST_SUPPLIER].count)
		return n;
	n.role = v->lists[LIST_SUPPLIER].list[0].str;
	n.list = arena_array(a, struct str, room);
	for (size_t i = 0; i < inventory->suppliers.count; i++) {
		const struct supplier *s = &inventory->suppliers.list[i];

		add_name(a, &n, s->name.str);
		for (size_t k = 0; k < s->aliases.count; k++)
			add_name(a, &n, s->aliases.list[k].str);
	}
	qsort(n.list, n.count, sizeof(*n.list), longest_first);
	return n;
}

/* The name that stands at i with nothing after it but a genitive. */
static size_t name_at(const struct names *n, struct str folded, size_t i)
{
	for (size_t k = 0; k < n->count; k++) {
		size_t end = i + n->list[k].len;

		if (!is_at(folded, i, n->list[k]))
			continue;
		if (!is_letter(folded, end) ||
		    (folded.ptr[end] == 's' && !is_letter(folded, end + 1)))
			return n->list[k].len;
	}
	return 0;
}

struct str names_as_role(struct arena *a, const struct names *n, struct str text)
{
	struct str folded, ret = text;
	struct buf b = { 0 };
	size_t from = 0;

	if (!n->count)
		return text;
	folded = utf8_fold(a, text);
	/* Folding a few letters of other languages moves what is after them. */
	for (size_t i = 0; folded.len == text.len && i < text.len;) {
		size_t len = name_at(n, folded, i);

		if (!len) {
			i++;
			continue;
		}
		buf_put(&b, str_slice(text, from, i));
		buf_put(&b, n->role);
		from = i = i + len;
	}
	if (from) {
		buf_put(&b, str_slice(text, from, text.len));
		ret = buf_take(&b, a);
	}
	buf_release(&b);
	return ret;
}
