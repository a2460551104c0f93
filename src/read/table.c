/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/table.h"

#include <string.h>

#include "base/bits.h"
#include "base/utf8.h"

#define MAX_CELLS 16
#define CELL_MAX 24 /* letters of a cell that can be a mark */

enum mark {
	MARK_NONE,
	MARK_YES,
	MARK_NO,
	MARK_PART,
	MARK_CROSS, /* yes, or a choice of the column that it stands in */
	MARK_EMPTY,
};

static const struct {
	struct str word;
	enum mark mark;
} marks[] = {
	{ STR_ROW("ja"), MARK_YES },
	{ STR_ROW("+"), MARK_YES },
	{ STR_ROW("ok"), MARK_YES },
	{ STR_ROW("uppfyllt"), MARK_YES },
	{ STR_ROW("uppfylld"), MARK_YES },
	{ STR_ROW("\xe2\x9c\x93"), MARK_YES }, /* ✓ */
	{ STR_ROW("\xe2\x9c\x94"), MARK_YES }, /* ✔ */
	{ STR_ROW("\xe2\x98\x91"), MARK_YES }, /* ☑ */
	{ STR_ROW("100 %"), MARK_YES },
	{ STR_ROW("100%"), MARK_YES },
	{ STR_ROW("nej"), MARK_NO },
	{ STR_ROW("-"), MARK_NO },
	{ STR_ROW("\xe2\x80\x93"), MARK_NO }, /* – */
	{ STR_ROW("\xe2\x88\x92"), MARK_NO }, /* − */
	{ STR_ROW("saknas"), MARK_NO },
	{ STR_ROW("ej uppfyllt"), MARK_NO },
	{ STR_ROW("inte uppfyllt"), MARK_NO },
	{ STR_ROW("\xe2\x9c\x97"), MARK_NO }, /* ✗ */
	{ STR_ROW("\xe2\x9c\x98"), MARK_NO }, /* ✘ */
	{ STR_ROW("\xe2\x9d\x8c"), MARK_NO }, /* ❌ */
	{ STR_ROW("\xe2\x98\x90"), MARK_NO }, /* ☐ */
	{ STR_ROW("0 %"), MARK_NO },
	{ STR_ROW("0%"), MARK_NO },
	{ STR_ROW("delvis"), MARK_PART },
	{ STR_ROW("delvis uppfyllt"), MARK_PART },
	{ STR_ROW("(+)"), MARK_PART },
	{ STR_ROW("+/-"), MARK_PART },
	{ STR_ROW("+/\xe2\x80\x93"), MARK_PART },
	{ STR_ROW("\xc2\xb1"), MARK_PART }, /* ± */
	{ STR_ROW("~"), MARK_PART },
	{ STR_ROW("x"), MARK_CROSS },
};

struct cells {
	struct str list[MAX_CELLS];
	size_t count;
	bool barred; /* cells stand between bars: they keep their columns */
};

static enum mark mark_of(struct str cell)
{
	if (!cell.len)
		return MARK_EMPTY;
	if (cell.len > CELL_MAX)
		return MARK_NONE;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (utf8_same_word(cell, marks[i].word))
			return marks[i].mark;
	return MARK_NONE;
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

	for (size_t i = 0; i + 1 < s.len; i++) {
		if (s.ptr[i] != ' ' || s.ptr[i + 1] != ' ' || i < from)
			continue;
		add_cell(&c, str_slice(s, from, i));
		while (i + 1 < s.len && s.ptr[i + 1] == ' ')
			i++;
		from = i + 1;
	}
	add_cell(&c, str_slice(s, from, s.len));
	return c;
}

/* "Avbrottsplan Ja Ja Nej": the marks at the end are cells of their own. */
static struct cells split_marks_off(struct str s)
{
	struct cells c = { 0 };
	struct str tail[MAX_CELLS];
	size_t n = 0;

	while (n + 1 < MAX_CELLS) {
		size_t from = s.len;

		while (from && s.ptr[from - 1] != ' ')
			from--;
		if (!from || mark_of(str_slice(s, from, s.len)) == MARK_NONE)
			break;
		tail[n++] = str_slice(s, from, s.len);
		s = str_trim(str_slice(s, 0, from));
	}
	add_cell(&c, s);
	while (n)
		add_cell(&c, tail[--n]);
	return c;
}

static struct cells cells_of(struct str s)
{
	struct cells c;

	if (memchr(s.ptr, '|', s.len))
		return split_at_bars(s);
	c = split_at_gaps(s);
	return c.count > 1 ? c : split_marks_off(s);
}

/* What an "–" at the end of a sentence is not: a mark after a few words. */
static bool is_marked(const struct cells *c)
{
	bool label = c->count && mark_of(c->list[0]) == MARK_NONE &&
		     utf8_count(c->list[0]) <= 80 &&
		     !strchr(".!?,;", c->list[0].ptr[c->list[0].len - 1]);

	for (size_t i = 1; i < c->count; i++) {
		enum mark m = mark_of(c->list[i]);

		if (m != MARK_NONE && m != MARK_EMPTY)
			return label;
	}
	return false;
}

bool table_is_row(struct str s)
{
	struct cells c;

	if (!s.len)
		return false;
	c = cells_of(s);
	return c.barred || is_marked(&c);
}

/* A column of lacks turns its marks: "Saknas: Nej". */
static bool is_column_of_lacks(struct str cell)
{
	static const struct str words[] = { STR_ROW("saknas"), STR_ROW("brist"),
					    STR_ROW("brister"),
					    STR_ROW("avvikelse"),
					    STR_ROW("avvikelser"),
					    STR_ROW("gap") };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (utf8_same_word(cell, words[i]))
			return true;
	return false;
}

static enum mark turned(enum mark m)
{
	if (m == MARK_YES || m == MARK_CROSS)
		return MARK_NO;
	return m == MARK_NO ? MARK_YES : m;
}

/* A cross in a column named Ja, Nej or Delvis says what the column says. */
static enum mark in_column(const struct cells *header, size_t column, enum mark m)
{
	enum mark named;

	if (column >= header->count)
		return m;
	if (is_column_of_lacks(header->list[column]))
		return turned(m);
	named = mark_of(header->list[column]);
	if ((m == MARK_CROSS || m == MARK_YES) && named != MARK_NONE &&
	    named != MARK_EMPTY)
		return named;
	return m;
}

bool table_stance(struct str header, struct str row, enum stance *ret_stance)
{
	struct cells head = header.len ? cells_of(header) : (struct cells){ 0 };
	struct cells c = cells_of(row);
	unsigned seen = 0;

	for (size_t i = 1; i < c.count; i++)
		seen |= BIT(in_column(&head, i, mark_of(c.list[i])));
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
