/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text as it came → text as it is read: NFC, soft hyphens gone, words that
 * a line end cut in two joined, odd spaces made plain, ligatures opened.
 * Newlines stay: they tell the blocks.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/read.h"

/* Sequences that are read as something else. */
static const struct {
	struct str from;
	struct str to;
} replacements[] = {
	{ STR_ROW("\xc2\xad"), STR_ROW("") }, /* soft hyphen */
	{ STR_ROW("\xe2\x80\x8b"), STR_ROW("") }, /* zero width space */
	{ STR_ROW("\xef\xbb\xbf"), STR_ROW("") }, /* byte order mark */
	{ STR_ROW("\xc2\xa0"), STR_ROW(" ") }, /* no-break space */
	{ STR_ROW("\xe2\x80\xaf"), STR_ROW(" ") }, /* narrow no-break */
	{ STR_ROW("\xe2\x80\x89"), STR_ROW(" ") }, /* thin space */
	{ STR_ROW("\xe2\x80\xa8"), STR_ROW("\n") }, /* line separator */
	{ STR_ROW("\xe2\x80\xa9"), STR_ROW("\n\n") }, /* paragraph sep. */
	{ STR_ROW("\xe2\x80\x90"), STR_ROW("-") }, /* hyphen */
	{ STR_ROW("\xe2\x80\x91"), STR_ROW("-") }, /* no-break hyphen */
	{ STR_ROW("\xef\xac\x80"), STR_ROW("ff") }, /* ligatures */
	{ STR_ROW("\xef\xac\x81"), STR_ROW("fi") },
	{ STR_ROW("\xef\xac\x82"), STR_ROW("fl") },
	{ STR_ROW("\xef\xac\x83"), STR_ROW("ffi") },
	{ STR_ROW("\xef\xac\x84"), STR_ROW("ffl") },
	{ STR_ROW("\r\n"), STR_ROW("\n") },
	{ STR_ROW("\r"), STR_ROW("\n") },
	{ STR_ROW("\t"), STR_ROW(" ") },
	{ STR_ROW("\f"), STR_ROW("\n") },
};

struct writer {
	char *text;
	uint32_t *origin;
	size_t len;
};

static void put(struct writer *w, struct str s, size_t from)
{
	for (size_t i = 0; i < s.len; i++) {
		w->origin[w->len] = (uint32_t)from;
		w->text[w->len++] = s.ptr[i];
	}
}

static bool is_lower(struct str s, size_t i)
{
	static const char *const swedish[] = { "å", "ä", "ö", "é" };

	if (i >= s.len)
		return false;
	if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
		return true;
	for (size_t k = 0; k < sizeof(swedish) / sizeof(*swedish); k++)
		if (s.len - i >= 2 && memcmp(s.ptr + i, swedish[k], 2) == 0)
			return true;
	return false;
}

/*
 * "behörig-\n heter" is one word.  A hyphen after a capital or a digit
 * ("IT-\nsäkerhet") is part of the word and stays; so does one before
 * "och" or "eller" ("drift-\noch").  Returns the bytes to skip.
 */
static size_t joined_by_hyphen(struct str s, size_t i, bool *ret_keep)
{
	size_t k = i + 1;

	if (s.ptr[i] != '-' || i == 0 || k >= s.len)
		return 0;
	while (k < s.len && (s.ptr[k] == ' ' || s.ptr[k] == '\r'))
		k++;
	if (k >= s.len || s.ptr[k] != '\n')
		return 0;
	while (k < s.len && (s.ptr[k] == ' ' || s.ptr[k] == '\n'))
		k++;
	if (!is_lower(s, k) || str_starts(str_slice(s, k, s.len), STR("och ")) ||
	    str_starts(str_slice(s, k, s.len), STR("eller ")))
		return 0;
	*ret_keep = !is_lower(s, i - 1) && !((unsigned char)s.ptr[i - 1] & 0x80);
	return k - i;
}

static size_t replace(struct writer *w, struct str s, size_t i)
{
	size_t n = sizeof(replacements) / sizeof(*replacements);

	for (size_t k = 0; k < n; k++) {
		if (!str_starts(str_slice(s, i, s.len), replacements[k].from))
			continue;
		put(w, replacements[k].to, i);
		return replacements[k].from.len;
	}
	return 0;
}

void read_normalise(struct arena *a, struct str text, struct reading *r)
{
	struct str nfc = utf8_nfc(a, text);
	struct writer w = {
		/* The longest replacement is as long as what it replaces. */
		.text = arena_array(a, char, nfc.len + 1),
		.origin = arena_array(a, uint32_t, nfc.len + 1),
	};
	size_t i = 0;

	while (i < nfc.len) {
		bool keep = false;
		size_t n = joined_by_hyphen(nfc, i, &keep);

		if (n && keep)
			put(&w, STR("-"), i);
		if (!n && nfc.ptr[i] == '\0') {
			put(&w, STR(" "), i);
			n = 1;
		}
		if (!n)
			n = replace(&w, nfc, i);
		if (!n) {
			put(&w, str_slice(nfc, i, i + 1), i);
			n = 1;
		}
		i += n;
	}
	w.origin[w.len] = (uint32_t)nfc.len;
	r->nfc = nfc;
	r->text = (struct str){ w.text, w.len };
	r->origin = w.origin;
}

struct str reading_source(const struct reading *r, struct str part)
{
	size_t from = (size_t)(part.ptr - r->text.ptr);

	if (!part.len)
		return part;
	return str_trim(str_slice(r->nfc, r->origin[from],
				  r->origin[from + part.len]));
}
