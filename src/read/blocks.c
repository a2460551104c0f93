/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Lines → blocks.  A blank line ends a paragraph; a bullet or a number
 * begins an item; a line of dots with a page number belongs to a table of
 * contents; a short line by itself that ends no sentence is a heading.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/read.h"

#define HEADING_MAX 90

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

struct line {
	struct str text; /* trimmed, without its bullet */
	size_t start;
	unsigned indent;
	bool blank;
	bool item;
	bool heading; /* marked with # */
	bool contents; /* dots and a page number */
};

/* The length of a bullet, or of "1." and "a)", with the space after it. */
static size_t bullet_length(struct str s)
{
	size_t i = 0;

	for (size_t k = 0; k < sizeof(bullets) / sizeof(*bullets); k++)
		if (str_starts(s, bullets[k]))
			return bullets[k].len;
	while (i < s.len && i < 3 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
		i++;
	if (!i && s.len && s.ptr[0] >= 'a' && s.ptr[0] <= 'z')
		i = s.len > 1 && s.ptr[1] == ')';
	if (!i || i + 1 >= s.len || s.ptr[i + 1] != ' ')
		return 0;
	return s.ptr[i] == ')' || s.ptr[i] == '.' ? i + 2 : 0;
}

static bool is_contents(struct str s)
{
	size_t digits = 0, dots = 0, i = s.len;

	while (i && s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9' && digits < 4) {
		digits++;
		i--;
	}
	while (i && (s.ptr[i - 1] == '.' || s.ptr[i - 1] == ' ')) {
		dots += s.ptr[i - 1] == '.';
		i--;
	}
	return digits && dots >= 4;
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
	/* A bullet alone: the text is what the next line goes on with. */
	l.text = s.len ? s : str_slice(text, stop, stop);
	l.start = (size_t)(l.text.ptr - text.ptr);
	return l;
}

static bool ends_sentence(struct str s)
{
	return s.len && strchr(".!?:;,", s.ptr[s.len - 1]);
}

static bool looks_like_heading(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH && b->text.len &&
	       utf8_count(b->text) <= HEADING_MAX &&
	       !memchr(b->text.ptr, '\n', b->text.len) &&
	       !ends_sentence(b->text);
}

static enum block_kind kind_of(struct line l)
{
	if (l.contents)
		return BLOCK_CONTENTS;
	if (l.heading)
		return BLOCK_HEADING;
	return l.item ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

/* Whether the line goes on with the block that was last begun. */
static bool continues(const struct block *b, struct line l, bool after_blank)
{
	if (l.item || l.heading || l.contents || after_blank)
		return false;
	return b->kind == BLOCK_PARAGRAPH ||
	       (b->kind == BLOCK_ITEM && l.indent >= b->depth);
}

/*
 * A line alone in a longer text, with no full stop, is a heading.  A text
 * that is nothing but one line is what somebody said.
 */
static void find_headings(struct reading *r)
{
	if (r->block_count < 2)
		return;
	for (size_t i = 0; i < r->block_count; i++)
		if (looks_like_heading(&r->blocks[i]))
			r->blocks[i].kind = BLOCK_HEADING;
}

void read_blocks(struct arena *a, struct reading *r)
{
	size_t room = 1, at = 0;
	bool after_blank = true;

	for (size_t i = 0; i < r->text.len; i++)
		room += r->text.ptr[i] == '\n';
	r->blocks = arena_array(a, struct block, room);
	while (at < r->text.len) {
		struct line l = take_line(r->text, &at);
		struct block *last = r->block_count
					     ? &r->blocks[r->block_count - 1]
					     : NULL;

		if (l.blank) {
			after_blank = true;
			continue;
		}
		if (last && continues(last, l, after_blank)) {
			last->text.len = l.start + l.text.len - last->start;
		} else {
			r->blocks[r->block_count++] = (struct block){
				.kind = kind_of(l),
				.text = l.text,
				.start = l.start,
				.depth = l.indent,
			};
		}
		after_blank = false;
	}
	find_headings(r);
}
