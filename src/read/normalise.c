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

#define TAG_MAX 200 /* bytes of a tag */

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
	/* Dots and rings that a PDF sets beside their letters. */
	{ STR_ROW("\xc2\xa8"
		  "a"),
	  STR_ROW("ä") },
	{ STR_ROW("\xc2\xa8o"), STR_ROW("ö") },
	{ STR_ROW("\xcb\x9a"
		  "a"),
	  STR_ROW("å") },
	{ STR_ROW("\xc2\xa8"
		  "A"),
	  STR_ROW("Ä") },
	{ STR_ROW("\xc2\xa8O"), STR_ROW("Ö") },
	{ STR_ROW("\xcb\x9a"
		  "A"),
	  STR_ROW("Å") },
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
 * "behörig-\n heter" is one word, and so is "behörig- heter".  A hyphen after
 * a capital or a digit ("IT-\nsäkerhet") is part of the word and stays.
 * In "drift- och underhåll" it stands for the rest of the word.  Returns the
 * bytes to skip.
 */
static size_t joined_by_hyphen(const struct vocab *v, struct str s, size_t i,
			       bool *ret_keep)
{
	size_t k = i + 1;

	if (s.ptr[i] != '-' || i == 0 || k >= s.len)
		return 0;
	while (k < s.len && strchr(" \r\n", s.ptr[k]))
		k++;
	if (k == i + 1 || strchr(" \r\n", s.ptr[i - 1]) || !is_lower(s, k) ||
	    vocab_begins(v, LIST_CONJUNCTIONS, str_slice(s, k, s.len)))
		return 0;
	*ret_keep = !is_lower(s, i - 1) && !((unsigned char)s.ptr[i - 1] & 0x80);
	return k - i;
}

/* Tags that only say how letters look, or that a line ends. */
static const struct str tags[] = {
	STR_ROW("b"),    STR_ROW("i"),      STR_ROW("u"),    STR_ROW("em"),
	STR_ROW("sup"),  STR_ROW("sub"),    STR_ROW("br"),   STR_ROW("p"),
	STR_ROW("span"), STR_ROW("strong"), STR_ROW("font"), STR_ROW("mark"),
};

/* The length of a tag that conversion has left in the text, or 0. */
static size_t tag_length(struct str s, struct str *ret_name)
{
	size_t i = s.len > 1 && s.ptr[1] == '/' ? 2 : 1, from = i;

	if (!s.len || s.ptr[0] != '<')
		return 0;
	while (i < s.len && s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
		i++;
	*ret_name = str_slice(s, from, i);
	while (i < s.len && i - from < TAG_MAX && !strchr("<>\n", s.ptr[i]))
		i++;
	if (i >= s.len || s.ptr[i] != '>')
		return 0;
	for (size_t k = 0; k < sizeof(tags) / sizeof(*tags); k++)
		if (str_eq(*ret_name, tags[k]))
			return i + 1;
	return 0;
}

/* The bytes to skip at i: a tag, and the footnote's digits in a <sup>. */
static size_t skip_tag(struct writer *w, struct str s, size_t i)
{
	struct str name, rest = str_slice(s, i, s.len);
	size_t n = tag_length(rest, &name), k = n;

	if (!n)
		return 0;
	if (str_eq(name, STR("br")))
		put(w, STR("\n"), i);
	if (!str_eq(name, STR("sup")) || rest.ptr[1] == '/')
		return n;
	while (k < rest.len && rest.ptr[k] >= '0' && rest.ptr[k] <= '9')
		k++;
	return str_starts(str_slice(rest, k, rest.len), STR("</sup>")) ? k + 6
								       : n;
}

static bool is_space_at(struct str s, size_t i)
{
	return i >= s.len || strchr(" \n\r\t", s.ptr[i]) != NULL;
}

/* The asterisks of *emphasis*, but not a bullet or a sum. */
static size_t skip_emphasis(struct str s, size_t i)
{
	size_t n = i + 1 < s.len && s.ptr[i + 1] == '*' ? 2 : 1;
	bool before = !i || is_space_at(s, i - 1);

	if (s.ptr[i] != '*')
		return 0;
	return before != is_space_at(s, i + n) || n == 2 ? n : 0;
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

/* "**Behörigheter**" alone on its line: a heading, whose mark is put instead. */
static bool begins_bold_line(struct str s, size_t i)
{
	const char *end = memchr(s.ptr + i, '\n', s.len - i);
	size_t stop = end ? (size_t)(end - s.ptr) : s.len;
	struct str line = str_trim(str_slice(s, i, stop));
	size_t close;

	if ((i && s.ptr[i - 1] != '\n') || !str_starts(line, STR("**")) ||
	    !str_ends(line, STR("**")) || line.len < 6)
		return false;
	close = line.len - 2;
	for (size_t k = 2; k < close; k++)
		if (line.ptr[k] == '*')
			return false;
	return !strchr(".:;,?!", line.ptr[close - 1]);
}

void read_normalise(struct arena *a, const struct vocab *v, struct str text,
		    struct reading *r)
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
		size_t n = joined_by_hyphen(v, nfc, i, &keep);

		if (n && keep)
			put(&w, STR("-"), i);
		if (!n && nfc.ptr[i] == '\0') {
			put(&w, STR(" "), i);
			n = 1;
		}
		if (!n && begins_bold_line(nfc, i)) {
			put(&w, STR("# "), i);
			n = 2;
		}
		if (!n)
			n = skip_tag(&w, nfc, i);
		if (!n)
			n = skip_emphasis(nfc, i);
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
	r->letters = w.text;
	r->text = (struct str){ w.text, w.len };
	r->origin = w.origin;
}

struct str reading_source(const struct reading *r, struct str part)
{
	size_t from = (size_t)(part.ptr - r->text.ptr);

	if (!part.len)
		return part;
	return str_trim(
		str_slice(r->nfc, r->origin[from], r->origin[from + part.len]));
}
