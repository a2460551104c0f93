/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/lines.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/table.h"

#define ENTRY_MAX 90 /* letters of an entry */
#define SECTION_PARTS 5 /* numbers of a section: 1.2.3.4.5 */
#define RULER_MIN 3 /* signs of a line drawn across the page */
#define DOTS_MIN 4 /* three may be an ellipsis */

static const struct str bullets[] = {
	STR_ROW("- "),
	STR_ROW("* "),
	STR_ROW("\xe2\x80\x93 "), /* – */
	STR_ROW("\xe2\x80\x94 "), /* — */
	STR_ROW("\xe2\x80\xa2"), /* • */
	STR_ROW("\xe2\x96\xb6"), /* ▶ */
	STR_ROW("\xe2\x97\x8f"), /* ● */
	STR_ROW("\xe2\x96\xaa"), /* ▪ */
	STR_ROW("\xe2\x97\xa6"), /* ◦ */
	STR_ROW("\xef\x82\xb7"), /* the bullet of Symbol in PDF */
	STR_ROW("\xc2\xb7"), /* · */
	STR_ROW("o "),
	STR_ROW("[x] "),
	STR_ROW("[X] "),
	STR_ROW("\xe2\x98\x92 "), /* ☒ */
	STR_ROW("\xe2\x98\x91 "), /* ☑ */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The length of a bullet, or of "1." and "a)", with the space after it. */
static size_t bullet_length(struct str s)
{
	size_t i = 0;

	for (size_t k = 0; k < sizeof(bullets) / sizeof(*bullets); k++)
		if (str_starts(s, bullets[k]))
			return bullets[k].len;
	while (i < s.len && i < 3 && is_digit(s.ptr[i]))
		i++;
	if (!i && s.len && s.ptr[0] >= 'a' && s.ptr[0] <= 'z')
		i = s.len > 1 && s.ptr[1] == ')';
	if (!i || i + 1 >= s.len || s.ptr[i + 1] != ' ')
		return 0;
	return s.ptr[i] == ')' || s.ptr[i] == '.' ? i + 2 : 0;
}

/* "4.5. Hur …", "3.2.1 Rekommendation": the number of a section. */
static size_t section_length(struct str s)
{
	size_t i = 0, parts = 0;

	while (i < s.len && is_digit(s.ptr[i])) {
		while (i < s.len && is_digit(s.ptr[i]))
			i++;
		parts++;
		if (i >= s.len || s.ptr[i] != '.')
			break;
		i++;
	}
	if (parts < 2 || parts > SECTION_PARTS || i >= s.len || s.ptr[i] != ' ')
		return 0;
	while (i < s.len && s.ptr[i] == ' ')
		i++;
	return utf8_is_small(str_slice(s, i, s.len)) ||
			       !utf8_is_letter(str_slice(s, i, s.len))
		       ? 0
		       : i;
}

/* Without its bullets: text taken from slides can have two. */
static struct str strip_bullets(struct str s)
{
	size_t n;

	while ((n = bullet_length(s)))
		s = str_trim(str_slice(s, n, s.len));
	return s;
}

/* The number of at most three digits that ends s; *rest is what is before. */
static unsigned last_number(struct str s, struct str *rest)
{
	unsigned n = 0, place = 1;
	size_t i = s.len;

	while (i && is_digit(s.ptr[i - 1]) && s.len - i < 3) {
		n += (unsigned)(s.ptr[--i] - '0') * place;
		place *= 10;
	}
	if (i && (is_digit(s.ptr[i - 1]) || s.ptr[i - 1] == '-'))
		return 0;
	*rest = str_slice(s, 0, i);
	return n;
}

/* Dots, underlines or a wide gap lead the eye to the page number. */
static bool ends_with_leader(struct str s)
{
	size_t dots = 0, spaces = 0, i = s.len;

	while (i && strchr(". _", s.ptr[i - 1])) {
		dots += s.ptr[i - 1] != ' ';
		spaces += s.ptr[i - 1] == ' ';
		i--;
	}
	if (i >= 3 && memcmp(s.ptr + i - 3, "\xe2\x80\xa6", 3) == 0)
		dots = DOTS_MIN; /* … */
	return i && (dots >= DOTS_MIN || (!dots && spaces >= 3));
}

/* "s. 31", "sid 4": the page is named. */
static bool ends_with_page_word(const struct vocab *v, struct str s)
{
	struct str word;

	s = str_trim(s);
	word = str_last_word(s);
	return word.len < s.len && vocab_lists(v, LIST_PAGES, word);
}

/* "vii   Förord": a page in Roman numbers goes before. */
static bool begins_with_roman(struct str s)
{
	size_t i = 0;

	while (i < s.len && strchr("ivxl", s.ptr[i]))
		i++;
	return i && i + 3 < s.len && memcmp(s.ptr + i, "   ", 3) == 0;
}

/* "Sida 2 av 9" stands at the edge of a page. */
static bool is_page_edge(const struct vocab *v, struct str s)
{
	struct str rest, of;

	if (s.len > ENTRY_MAX || !last_number(s, &rest))
		return false;
	rest = str_trim(rest);
	of = str_last_word(rest);
	rest.len -= of.len;
	if (!rest.len || !vocab_lists(v, LIST_OF, of) ||
	    !last_number(str_trim(rest), &rest))
		return false;
	rest = str_trim(rest);
	return vocab_lists(v, LIST_PAGES, rest) || ends_with_page_word(v, rest);
}

static bool is_contents(const struct vocab *v, struct str s)
{
	struct str rest = s;

	if (begins_with_roman(s) || is_page_edge(v, s))
		return true;
	if (!last_number(s, &rest) || !rest.len)
		return false;
	return ends_with_page_word(v, rest) ||
	       (ends_with_leader(rest) && !table_is_row(v, s)) ||
	       (ends_with_leader(rest) && memchr(rest.ptr, '.', rest.len));
}

/* "[ ] Nej", "☐ Nej": an answer that was not given. */
static bool is_unticked(struct str s)
{
	return str_starts(s, STR("[ ]")) || str_starts(s, STR("\xe2\x98\x90"));
}

bool line_has_value(struct str s)
{
	for (size_t i = 0; i + 2 < s.len; i++)
		if (s.ptr[i] == ':' && s.ptr[i + 1] == ' ' &&
		    utf8_is_small(str_slice(s, i + 2, s.len)))
			return true;
	return false;
}

static unsigned page_of(struct str s)
{
	struct str rest = s;
	unsigned page = last_number(s, &rest);

	if (!rest.len || utf8_is_small(s) || utf8_count(s) > ENTRY_MAX ||
	    strchr("-.:,;/%(", rest.ptr[rest.len - 1]))
		return 0;
	return page;
}

/* "---", "====": a line drawn across the page. */
static bool is_ruler(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!strchr("-=_*", s.ptr[i]) || s.ptr[i] != s.ptr[0])
			return false;
	return s.len >= RULER_MIN;
}

static struct line take_line(const struct vocab *v, struct str text, size_t *at)
{
	const char *end = memchr(text.ptr + *at, '\n', text.len - *at);
	size_t stop = end ? (size_t)(end - text.ptr) : text.len;
	struct str raw = str_slice(text, *at, stop);
	struct str s = str_trim(raw);
	struct line l = { .blank = !s.len || is_ruler(s) };

	*at = stop + 1;
	l.indent = s.len ? (unsigned)(s.ptr - raw.ptr) : 0;
	l.contents = is_contents(v, s) || is_unticked(s);
	l.item = str_starts(s, STR("\xc2\xa7 ")); /* § of an agenda */
	if (section_length(s) && !l.contents)
		l.item = true;
	if (bullet_length(s) && !l.contents) {
		l.item = true;
		s = strip_bullets(s);
	} else if (s.len && s.ptr[0] == '#') {
		while (s.len && s.ptr[0] == '#')
			s = str_slice(s, 1, s.len);
		s = str_trim(s);
		/* What ends with a colon leads something in. */
		l.heading = !str_ends(s, STR(":"));
	}
	l.page = page_of(s);
	l.row = !l.contents && !l.heading && table_is_row(v, s);
	/* A bullet alone: the text is what the next line goes on with. */
	l.text = s.len ? s : str_slice(text, stop, stop);
	l.start = (size_t)(l.text.ptr - text.ptr);
	return l;
}

/* "… för klienterna: inga" is no row where "sårbarheter" goes on with it. */
static void unmark_wrapped(struct lines *l)
{
	for (size_t i = 0; i + 1 < l->count; i++)
		if (l->list[i].row && !table_has_columns(l->list[i].text) &&
		    !l->list[i + 1].blank && !l->list[i + 1].item &&
		    !l->list[i + 1].row && utf8_is_small(l->list[i + 1].text))
			l->list[i].row = false;
}

/* Lines one after the other that end with numbers which never fall. */
static void mark_run(struct line *list, size_t from, size_t to)
{
	if (to - from < 2)
		return;
	for (size_t i = from; i < to; i++)
		list[i].contents = true;
}

static void mark_contents(struct lines *l)
{
	size_t from = 0;

	for (size_t i = 0; i <= l->count; i++) {
		const struct line *line = i < l->count ? &l->list[i] : NULL;
		bool goes_on = line && line->page &&
			       (i == from || line->page >= line[-1].page);

		if (goes_on)
			continue;
		mark_run(l->list, from, i);
		from = line && line->page ? i : i + 1;
	}
}

struct lines lines_of(struct arena *a, const struct vocab *v, struct str text)
{
	struct lines l = { 0 };
	size_t room = 1, at = 0;

	for (size_t i = 0; i < text.len; i++)
		room += text.ptr[i] == '\n';
	l.list = arena_array(a, struct line, room);
	while (at < text.len)
		l.list[l.count++] = take_line(v, text, &at);
	mark_contents(&l);
	unmark_wrapped(&l);
	return l;
}
