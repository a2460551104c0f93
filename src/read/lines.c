/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/lines.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/table.h"

#define ENTRY_MAX 90

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

/* Without its bullets: text taken from slides can have two. */
static struct str strip_bullets(struct str s)
{
	size_t n;

	while ((n = bullet_length(s)))
		s = str_trim(str_slice(s, n, s.len));
	return s;
}

/* Without the ** of bold type around it. */
static struct str strip_bold(struct str s)
{
	while (s.len > 2 && str_starts(s, STR("**")))
		s = str_slice(s, 2, s.len);
	while (s.len > 2 && str_ends(s, STR("**")))
		s = str_slice(s, 0, s.len - 2);
	return str_trim(s);
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
		dots = 3; /* … */
	return i && (dots >= 3 || (!dots && spaces >= 3));
}

/* "s. 31", "sid 4": the page is named. */
static bool ends_with_page_word(struct str s)
{
	static const struct str words[] = { STR_ROW(" s."), STR_ROW(" sid"),
					    STR_ROW(" sid."), STR_ROW(" sida") };

	s = str_trim(s);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_ends(s, words[i]))
			return true;
	return false;
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
static bool is_page_edge(struct str s)
{
	struct str rest;
	size_t n = 0;

	if (s.len > ENTRY_MAX || !last_number(s, &rest) ||
	    !str_ends(rest, STR(" av ")))
		return false;
	rest.len -= 4;
	if (!last_number(rest, &rest))
		return false;
	rest = str_trim(rest);
	n = rest.len;
	return n >= 4 && (memcmp(rest.ptr + n - 4, "Sida", 4) == 0 ||
			  memcmp(rest.ptr + n - 4, "sida", 4) == 0);
}

static bool is_contents(struct str s)
{
	struct str rest = s;

	if (begins_with_roman(s) || is_page_edge(s))
		return true;
	if (!last_number(s, &rest) || !rest.len)
		return false;
	return ends_with_page_word(rest) ||
	       (ends_with_leader(rest) && !table_is_row(s)) ||
	       (ends_with_leader(rest) && memchr(rest.ptr, '.', rest.len));
}

static unsigned page_of(struct str s)
{
	struct str rest = s;
	unsigned page = last_number(s, &rest);

	if (!rest.len || utf8_count(s) > ENTRY_MAX ||
	    strchr("-.:,;/%(", rest.ptr[rest.len - 1]))
		return 0;
	return page;
}

static struct line take_line(struct str text, size_t *at)
{
	const char *end = memchr(text.ptr + *at, '\n', text.len - *at);
	size_t stop = end ? (size_t)(end - text.ptr) : text.len;
	struct str raw = str_slice(text, *at, stop);
	struct str s = str_trim(raw);
	struct line l = { .blank = !s.len };

	*at = stop + 1;
	l.indent = s.len ? (unsigned)(s.ptr - raw.ptr) : 0;
	l.contents = is_contents(s);
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
	s = strip_bold(s);
	l.page = page_of(s);
	l.row = !l.contents && !l.heading && table_is_row(s);
	/* A bullet alone: the text is what the next line goes on with. */
	l.text = s.len ? s : str_slice(text, stop, stop);
	l.start = (size_t)(l.text.ptr - text.ptr);
	return l;
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

struct lines lines_of(struct arena *a, struct str text)
{
	struct lines l = { 0 };
	size_t room = 1, at = 0;

	for (size_t i = 0; i < text.len; i++)
		room += text.ptr[i] == '\n';
	l.list = arena_array(a, struct line, room);
	while (at < text.len)
		l.list[l.count++] = take_line(text, &at);
	mark_contents(&l);
	return l;
}
