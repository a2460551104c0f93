/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/table.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "render/wrap.h"

enum {
	GUTTER = 2,
	NARROWEST_NUMBER = 8,
	NARROWEST_NAME = 16,
	WIDEST_NAME = 40,
};

static size_t number_width(const struct table *t, size_t column)
{
	size_t width = utf8_width(t->heads[column]);

	return width > NARROWEST_NUMBER ? width : NARROWEST_NUMBER;
}

/* What the numbers leave; 0 where that is too little. */
static size_t name_width(const struct table *t)
{
	size_t used = 0;

	for (size_t i = 1; i < t->columns; i++)
		used += GUTTER + number_width(t, i);
	if (used + NARROWEST_NAME > t->width)
		return 0;
	return t->width - used < WIDEST_NAME ? t->width - used : WIDEST_NAME;
}

static void pad_to(struct buf *out, size_t width, size_t used)
{
	if (used < width)
		buf_pad(out, ' ', width - used);
}

static void put_line(const struct table *t, const struct str *cells, size_t width)
{
	struct wrap name = { .out = t->out, .width = width, .hang = 2 };

	wrap_text(&name, cells[0]);
	pad_to(t->out, width, name.col);
	for (size_t i = 1; i < t->columns; i++) {
		buf_pad(t->out, ' ', GUTTER);
		pad_to(t->out, number_width(t, i), utf8_width(cells[i]));
		buf_put(t->out, cells[i]);
	}
	buf_putc(t->out, '\n');
}

static void put_stacked(const struct table *t, const struct str *cells)
{
	struct wrap w = { .out = t->out, .width = t->width, .hang = 2 };

	wrap_text(&w, cells[0]);
	wrap_end(&w);
	w.indent = 2;
	for (size_t i = 1; i < t->columns; i++) {
		struct buf b = { 0 };

		buf_put(&b, t->heads[i]);
		buf_puts(&b, ": ");
		buf_put(&b, cells[i]);
		buf_puts(&b, i + 1 < t->columns ? " ·" : "");
		wrap_solid(&w, buf_str(&b));
		buf_release(&b);
	}
	wrap_end(&w);
}

void table_head(const struct table *t)
{
	size_t width = name_width(t);

	if (width)
		put_line(t, t->heads, width);
}

void table_row(const struct table *t, const struct str cells[TABLE_COLUMNS])
{
	size_t width = name_width(t);

	if (width)
		put_line(t, cells, width);
	else
		put_stacked(t, cells);
}
