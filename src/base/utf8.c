/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"

static const struct str replacement = STR_ROW("\xef\xbf\xbd");

size_t utf8_sequence(struct str s)
{
	utf8proc_int32_t cp;
	utf8proc_ssize_t n;

	if (!s.len)
		return 0;
	n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr,
			     s.len > 4 ? 4 : (utf8proc_ssize_t)s.len, &cp);
	return n > 0 ? (size_t)n : 0;
}

static struct str rest(struct str s, size_t at)
{
	return (struct str){ s.ptr + at, s.len - at };
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

size_t utf8_check(struct str s)
{
	size_t i = 0;

	while (i < s.len) {
		size_t n = (unsigned char)s.ptr[i] < 0x80
				   ? 1
				   : utf8_sequence(rest(s, i));

		if (!n)
			return i;
		i += n;
	}
	return s.len;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += !utf8_is_tail(s.ptr[i]);
	return n;
}

static utf8proc_int32_t code_point(struct str s, size_t *ret_len)
{
	utf8proc_int32_t cp = 0xfffd;

	*ret_len = utf8_sequence(s);
	if (!*ret_len) {
		*ret_len = 1;
		return 0xfffd;
	}
	utf8proc_iterate((const utf8proc_uint8_t *)s.ptr,
			 (utf8proc_ssize_t)*ret_len, &cp);
	return cp;
}

size_t utf8_width(struct str s)
{
	size_t width = 0, n;

	for (size_t i = 0; i < s.len; i += n) {
		int w = utf8proc_charwidth(code_point(rest(s, i), &n));

		width += w > 0 ? (size_t)w : 0;
	}
	return width;
}

static struct str map(struct arena *a, struct str s, unsigned options)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t n;
	struct str ret = s;

	n = utf8proc_map((const utf8proc_uint8_t *)s.ptr, (utf8proc_ssize_t)s.len,
			 &out, (utf8proc_option_t)options);
	if (n >= 0) {
		ret.ptr = arena_copy(a, (const char *)out, (size_t)n);
		ret.len = (size_t)n;
	}
	free(out);
	return ret;
}

struct str utf8_nfc(struct arena *a, struct str s)
{
	if (is_ascii(s))
		return s;
	return map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

struct str utf8_nfd(struct arena *a, struct str s)
{
	if (is_ascii(s))
		return s;
	return map(a, s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

struct str utf8_fold(struct arena *a, struct str s)
{
	if (!s.len)
		return s;
	return map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

/* Marks that reorder or hide text: the tricks of "Trojan Source". */
static bool is_deceptive(utf8proc_int32_t cp)
{
	return cp == 0x061c || (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200e || cp == 0x200f ||
	       cp == 0xfeff;
}

static bool is_control(utf8proc_int32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f) || cp == 0x2028 ||
	       cp == 0x2029;
}

struct str utf8_clean(struct arena *a, struct str s)
{
	struct buf b = { 0 };
	struct str ret;
	size_t n;

	for (size_t i = 0; i < s.len; i += n) {
		utf8proc_int32_t cp = code_point(rest(s, i), &n);

		if (is_control(cp))
			buf_putc(&b, ' ');
		else if (is_deceptive(cp) || cp == 0xfffd)
			buf_put(&b, replacement);
		else
			buf_put(&b, (struct str){ s.ptr + i, n });
	}
	ret = buf_take(&b, a);
	buf_release(&b);
	return ret;
}

uint32_t utf8_lower(struct str s, size_t *at)
{
	unsigned char c = s.len ? (unsigned char)s.ptr[0] : 0;
	size_t n = 1;
	utf8proc_int32_t cp;

	if (c < 0x80) {
		*at += 1;
		return c >= 'A' && c <= 'Z' ? c + 32U : c;
	}
	cp = code_point(s, &n);
	*at += n;
	/* The long s folds to s, which is not what lower case does. */
	return cp == 0x17f ? 's' : (uint32_t)utf8proc_tolower(cp);
}

size_t utf8_encode(uint32_t code_point, char bytes[4])
{
	utf8proc_uint8_t out[4];
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point,
						  out);

	memcpy(bytes, out, (size_t)n);
	return (size_t)n;
}

bool utf8_begins_with(struct str s, struct str word)
{
	size_t i = 0, k = 0;

	while (i < s.len && k < word.len)
		if (utf8_lower(str_slice(s, i, s.len), &i) !=
		    utf8_lower(str_slice(word, k, word.len), &k))
			return false;
	return k >= word.len;
}

bool utf8_same_word(struct str s, struct str word)
{
	return s.len == word.len && utf8_begins_with(s, word);
}

bool utf8_is_small(struct str s)
{
	size_t n;

	return s.len &&
	       utf8proc_category(code_point(s, &n)) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_letter(struct str s)
{
	size_t n;

	switch (utf8proc_category(s.len ? code_point(s, &n) : ' ')) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}
