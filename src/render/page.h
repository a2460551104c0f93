/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "diag/diag.h"
#include "render/wrap.h"

struct buf;
struct render_style;

/*
 * Text for a terminal, paragraph by paragraph.  Whatever is said goes
 * through utf8_clean() here, since most of it comes from documents of
 * unknown origin.  Strings that functions return live in the arena.
 */
struct page {
	struct arena arena; /* scratch; free it when the page is done */
	struct wrap wrap;
	const struct render_style *style;
};

/* On lines of the style's width, but never below 40 columns. */
struct page page_new(struct buf *out, const struct render_style *style);

/* A blank line and a heading. */
void page_section(struct page *page, const char *msgid);

/* The sentence in the language of the style, with its arguments. */
const char *page_tr(const struct page *page, const char *msgid);
struct str page_fill(struct page *page, const char *msgid, struct diag_args args);

struct str page_clean(struct page *page, struct str s);
struct str page_number(struct page *page, size_t n);
struct str page_quoted(struct page *page, struct str s); /* «s», or empty */

/* End the paragraph before; lines after the first hang by four. */
void page_paragraph(struct page *page, size_t indent);
void page_say(struct page *page, struct str s);
void page_say_tr(struct page *page, const char *msgid);
void page_say_fill(struct page *page, const char *msgid, struct diag_args args);
void page_say_solid(struct page *page, struct str s); /* unbroken */
void page_paint(struct page *page, const char *code); /* if colours are on */
void page_end(struct page *page);
void page_blank_line(struct page *page);

/* A line across the page, between reports. */
void page_separator(struct page *page);

/* A line underlined with the letter. */
void page_title(struct page *page, struct str s, char underline);

#define PAGE_BOLD "\033[1m"
#define PAGE_PLAIN "\033[0m"

#endif
