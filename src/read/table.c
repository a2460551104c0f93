/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/table.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"

#define MAX_CELLS 16
#define CLEAR_MAX 3 /* bytes of a mark after a name: Ja, Nej, X */

enum mark {
	MARK_NONE,
	MARK_YES,
	MARK_NO,
	MARK_PART,
	MARK_CROSS, /* yes, or a choice of the column that it stands in */
	MARK_EMPTY,
};

/* What each list of the vocabulary says, and marks that no language owns. */
static const struct {
	enum list list;
	enum mark mark;
} marks[] = {
	{ LIST_CELL_YES, MARK_YES },
	{ LIST_CELL_NO, MARK_NO },
	{ LIST_CELL_PART, MARK_PART },
	{ LIST_CELL_CROSS, MARK_CROSS },
};

struct cells {
	struct str list[MAX_CELLS];
	size_t count;
	bool barred; /* cells stand between bars: they keep their columns */
};

static enum mark mark_of(const struct vocab *v, struct str cell)
{
	if (!cell.len)
		return MARK_EMPTY;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (vocab_lists(v, marks[i].list, cell))
			return marks[i].mark;
	return MARK_NONE;
}

static bool is_mark(enum mark m)
{
	return m != MARK_NONE && m != MARK_EMPTY;
}

static void add_cell(struct cells *c, struct str s)
{
	if (c->count < MAX_CELLS)
		c->list[c->count++] = str_trim(s);
}

static struct cells split_at_bars(struct str s)
{
	struct cells c = { .barred = true };
	struct str rest = s, cell;

	if (str_starts(rest, STR("|")))
		rest = str_slice(rest, 1, rest.len);
	if (str_ends(rest, STR("|")))
		rest.len--;
	while (str_cut(&rest, '|', &cell))
		add_cell(&c, cell);
	return c;
}

static struct cells split_at_gaps(struct str s)
{
	struct cells c = { 0 };
	size_t from = 0;

	for (size_t i = 0; i + 2 < s.len; i++) {
		if (memcmp(s.ptr + i, "   ", 3) != 0 || i < from)
			continue;
		add_cell(&c, str_slice(s, from, i));
		while (i + 1 < s.len && s.ptr[i + 1] == ' ')
			i++;
		from = i + 1;
	}
	add_cell(&c, str_slice(s, from, s.len));
	return c;
}

/* Words that end sentences too are marks only in a cell of their own. */
static bool is_clear_mark(const struct vocab *v, struct str word)
{
	enum mark m = mark_of(v, word);

	return is_mark(m) && !utf8_is_small(word) &&
	       (word.len <= CLEAR_MAX || m == MARK_PART);
}

/*
 * "Avbrottsplan Ja Ja Nej": the marks at the end are cells of their own.  A
 * line that goes on with a sentence begins with a small letter.
 */
static struct cells split_marks_off(const struct vocab *v, struct str s)
{
	struct cells c = { 0 };
	struct str tail[MAX_CELLS];
	size_t n = 0;

	while (n + 1 < MAX_CELLS) {
		struct str word = str_last_word(s);

		if (word.len == s.len || utf8_is_small(s) ||
		    !is_clear_mark(v, word))
			break;
		tail[n++] = word;
		s = str_trim(str_slice(s, 0, s.len - word.len));
	}
	add_cell(&c, s);
	while (n)
		add_cell(&c, tail[--n]);
	return c;
}

/* "Avvikelser", "Brister i rutinen"; but not "Avvikelser rapporteras". */
static bool names_lack(const struct vocab *v, struct str label)
{
	size_t n = vocab_begins(v, LIST_LACKS, label);
	struct str rest = str_trim(str_slice(label, n, label.len));

	return n && (!rest.len || vocab_begins(v, LIST_PREPOSITIONS, rest));
}

/* "inga avvikelser": the cell says itself what there is none of. */
static bool holds_lack(const struct vocab *v, struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if ((!i || cell.ptr[i - 1] == ' ') &&
		    vocab_begins(v, LIST_LACKS, str_slice(cell, i, cell.len)))
			return true;
	return false;
}

/* "Inloggning med kort: uppfyllt": a label and its mark. */
static struct cells split_at_colon(const struct vocab *v, struct str s)
{
	struct cells c = { 0 };
	struct str value;
	size_t i = s.len;

	while (i && s.ptr[i - 1] != ':')
		i--;
	if (i < 2)
		return c;
	value = str_trim(str_slice(s, i, s.len));
	/* "Avvikelser: inga." is a sentence, and still no denial. */
	if (str_ends(value, STR(".")) && names_lack(v, str_slice(s, 0, i - 1)))
		value.len--;
	if (!is_mark(mark_of(v, value)))
		return c;
	add_cell(&c, str_slice(s, 0, i - 1));
	add_cell(&c, value);
	return c;
}

/* A dash between a name and its mark only parts them. */
static void drop_separators(struct cells *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->count; i++) {
		bool dash = !c->barred && i && i + 1 < c->count &&
			    (str_eq(c->list[i], STR("-")) ||
			     str_eq(c->list[i], STR("\xe2\x80\x93")));

		if (!dash)
			c->list[n++] = c->list[i];
	}
	c->count = n;
}

static struct cells cells_of(const struct vocab *v, struct str s)
{
	struct cells c;

	if (memchr(s.ptr, '|', s.len))
		return split_at_bars(s);
	c = split_at_gaps(s);
	if (c.count < 2)
		c = split_marks_off(v, s);
	if (c.count < 2)
		c = split_at_colon(v, s);
	drop_separators(&c);
	return c;
}

/* What an "–" at the end of a sentence is not: a mark after a few words. */
static bool is_marked(const struct vocab *v, const struct cells *c)
{
	bool label = c->count && mark_of(v, c->list[0]) == MARK_NONE &&
		     utf8_count(c->list[0]) <= 80 &&
		     !strchr(".!?,;", c->list[0].ptr[c->list[0].len - 1]);

	for (size_t i = 1; i < c->count; i++) {
		if (is_mark(mark_of(v, c->list[i])))
			return label;
	}
	return false;
}

/* "☒ Ja ☐ Nej", "uppfyllt ☒ ej uppfyllt ☐": boxes to tick. */
static const struct str ticked = STR_ROW("\xe2\x98\x92"); /* ☒ */
static const struct str ticked_too = STR_ROW("\xe2\x98\x91"); /* ☑ */
static const struct str empty_box = STR_ROW("\xe2\x98\x90"); /* ☐ */

static bool is_box(struct str s, size_t i)
{
	struct str rest = str_slice(s, i, s.len);

	return str_starts(rest, ticked) || str_starts(rest, ticked_too) ||
	       str_starts(rest, empty_box);
}

static bool is_ticked(struct str s, size_t i)
{
	return is_box(s, i) && !str_starts(str_slice(s, i, s.len), empty_box);
}

/* The words that belong to the ticked box; empty where there is none. */
static struct str ticked_words(struct str s)
{
	size_t from = 0, to, box = 0;
	struct str label;
	bool before;

	while (box < s.len && !is_box(s, box))
		box++;
	if (box == s.len)
		return (struct str){ 0 };
	/* The first box stands before its words, right after the question. */
	label = str_trim(str_slice(s, 0, box));
	before = !label.len || strchr(":?", label.ptr[label.len - 1]);
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ':' || s.ptr[i] == '?')
			from = i + 1;
		if (!is_box(s, i))
			continue;
		if (is_ticked(s, i))
			break;
		from = i + empty_box.len;
		box = from;
	}
	while (box < s.len && !is_ticked(s, box))
		box++;
	if (box >= s.len)
		return (struct str){ 0 };
	if (!before)
		return str_trim(str_slice(s, from, box));
	to = box + ticked.len;
	while (to < s.len && !is_box(s, to))
		to++;
	return str_trim(str_slice(s, box + ticked.len, to));
}

bool table_is_row(const struct vocab *v, struct str s)
{
	struct cells c;

	if (!s.len)
		return false;
	if (ticked_words(s).len)
		return true;
	c = cells_of(v, s);
	return c.barred || is_marked(v, &c);
}

bool table_has_columns(struct str s)
{
	return memchr(s.ptr, '|', s.len) || split_at_gaps(s).count > 1;
}

static enum mark turned(enum mark m)
{
	if (m == MARK_YES || m == MARK_CROSS)
		return MARK_NO;
	return m == MARK_NO ? MARK_YES : m;
}

/* A cross in a column named Ja, Nej or Delvis says what the column says. */
static enum mark in_column(const struct vocab *v, const struct cells *header,
			   size_t column, enum mark m)
{
	enum mark named;

	if (column >= header->count)
		return m;
	/* "Saknas: Nej" */
	if (vocab_lists(v, LIST_LACKS, header->list[column]))
		return turned(m);
	named = mark_of(v, header->list[column]);
	if ((m == MARK_CROSS || m == MARK_YES) && is_mark(named))
		return named;
	return m;
}

bool table_stance(const struct vocab *v, struct str header, struct str row,
		  enum stance *ret_stance)
{
	struct str words = ticked_words(row);
	struct cells head = header.len ? cells_of(v, header)
				       : (struct cells){ 0 };
	struct cells c = cells_of(v, row);
	bool lack = c.count && names_lack(v, c.list[0]);
	unsigned seen = 0;

	if (words.len)
		seen = BIT(mark_of(v, words));
	for (size_t i = 1; !words.len && i < c.count; i++) {
		enum mark m = in_column(v, &head, i, mark_of(v, c.list[i]));

		seen |= BIT(lack && !holds_lack(v, c.list[i]) ? turned(m) : m);
	}
	if (seen & BIT(MARK_PART) ||
	    ((seen & BIT(MARK_NO)) && (seen & (BIT(MARK_YES) | BIT(MARK_CROSS)))))
		*ret_stance = STANCE_PARTIAL;
	else if (seen & BIT(MARK_NO))
		*ret_stance = STANCE_NEGATED;
	else if (seen & (BIT(MARK_YES) | BIT(MARK_CROSS)))
		*ret_stance = STANCE_AFFIRMED;
	else
		return false;
	return true;
}
