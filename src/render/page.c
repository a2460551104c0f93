/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/page.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "render/render.h"

enum {
	NARROWEST = 40,
	HANG = 4,
};

struct page page_new(struct buf *out, const struct render_style *style)
{
	return (struct page){
		.wrap = { .out = out,
			  .width = style->width > NARROWEST ? style->width
							    : NARROWEST },
		.style = style,
	};
}

const char *page_tr(const struct page *page, const char *msgid)
{
	return i18n(page->style->lang, msgid);
}

struct str page_clean(struct page *page, struct str s)
{
	return utf8_clean(&page->arena, s);
}

struct str page_fill(struct page *page, const char *msgid, struct diag_args args)
{
	struct buf b = { 0 };
	struct str s;

	buf_put_template(&b, page_tr(page, msgid), args.list, DIAG_ARGS);
	if (!buf_ok(&b))
		page->wrap.out->bad = true;
	s = buf_take(&b, &page->arena);
	buf_release(&b);
	return s;
}

struct str page_number(struct page *page, size_t n)
{
	char text[24];
	int len = snprintf(text, sizeof(text), "%zu", n);

	return (struct str){ arena_copy(&page->arena, text, (size_t)len),
			     (size_t)len };
}

void page_say(struct page *page, struct str s)
{
	wrap_text(&page->wrap, page_clean(page, s));
}

void page_say_fill(struct page *page, const char *msgid, struct diag_args args)
{
	page_say(page, page_fill(page, msgid, args));
}

void page_say_solid(struct page *page, struct str s)
{
	wrap_solid(&page->wrap, page_clean(page, s));
}

void page_say_tr(struct page *page, const char *msgid)
{
	page_say(page, str_of(page_tr(page, msgid)));
}

void page_paint(struct page *page, const char *code)
{
	if (page->style->color)
		wrap_mark(&page->wrap, code);
}

void page_paragraph(struct page *page, size_t indent)
{
	page_end(page);
	page->wrap.indent = indent;
	page->wrap.hang = HANG;
}

void page_end(struct page *page)
{
	wrap_end(&page->wrap);
}

void page_blank_line(struct page *page)
{
	page_end(page);
	buf_putc(page->wrap.out, '\n');
}

void page_title(struct page *page, struct str s, char underline)
{
	size_t width;

	s = page_clean(page, s);
	width = utf8_width(s);
	page_paragraph(page, 0);
	page_paint(page, PAGE_BOLD);
	wrap_text(&page->wrap, s);
	page_paint(page, PAGE_PLAIN);
	page_end(page);
	buf_pad(page->wrap.out, underline,
		width < page->wrap.width ? width : page->wrap.width);
	buf_putc(page->wrap.out, '\n');
}

struct str page_quoted(struct page *page, struct str s)
{
	return s.len ? page_fill(page, "«{1}»", ARGS(s)) : s;
}

void page_section(struct page *page, const char *msgid)
{
	page_blank_line(page);
	page_title(page, str_of(page_tr(page, msgid)), '-');
}

void page_separator(struct page *page)
{
	page_blank_line(page);
	buf_pad(page->wrap.out, '=', page->wrap.width);
	buf_puts(page->wrap.out, "\n\n");
}
