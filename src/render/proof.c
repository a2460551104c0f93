/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/proof.h"

#include "base/utf8.h"
#include "model/assessment.h"
#include "render/page.h"
#include "render/words.h"

enum {
	QUOTE_LETTERS = 500,
};

static const char *const colors[VERDICTS] = {
	[VERDICT_MET] = "\033[32m",         [VERDICT_PARTIAL] = "\033[33m",
	[VERDICT_GAP] = "\033[1;31m",       [VERDICT_NA] = "\033[2m",
	[VERDICT_NA_UNPROVEN] = "\033[35m", [VERDICT_UNKNOWN] = "\033[36m",
};

void proof_say_verdict(struct page *page, enum verdict v)
{
	page_paint(page, colors[v]);
	page_say_tr(page, word_verdict(v));
	page_paint(page, PAGE_PLAIN);
}

/* At most QUOTE_LETTERS letters, cut between words: the place tells all. */
struct str proof_shorten(struct page *page, struct str s)
{
	size_t letters = 0, at = 0, space = 0;

	s = page_clean(page, s);
	while (at < s.len && letters++ < QUOTE_LETTERS) {
		if (s.ptr[at] == ' ')
			space = at;
		at += utf8_sequence(str_slice(s, at, s.len));
	}
	if (at == s.len)
		return s;
	return page_fill(page, "{1} […]",
			 ARGS(str_slice(s, 0, space ? space : at)));
}

void proof_say_place(struct page *page, struct place at)
{
	struct str s = at.file;

	if (at.line)
		s = page_fill(page, "{1}:{2}:{3}",
			      ARGS(at.file, page_number(page, at.line),
				   page_number(page, at.col)));
	page_say_solid(page, s);
}

static void say_source(struct page *page, const struct quote *q)
{
	bool named = q->title.len && !str_eq(q->title, q->text);

	if (q->source.len && named)
		page_say_fill(page, "({1}: {2})", ARGS(q->source, q->title));
	else if (q->source.len)
		page_say_fill(page, "({1})", ARGS(q->source));
}

void proof_put_quotes_at(struct page *page, const struct quotes *quotes,
			 size_t most, size_t indent)
{
	size_t count = quotes->count;
	size_t shown = count < most ? count : most;

	for (size_t i = 0; i < shown; i++) {
		const struct quote *q = &quotes->list[i];

		page_paragraph(page, indent);
		page_say(page, page_quoted(page, proof_shorten(page, q->text)));
		proof_say_place(page, q->at);
		say_source(page, q);
	}
	if (count == shown)
		return;
	page_paragraph(page, indent);
	page_say_fill(page, N_("More quotes: {1}."),
		      ARGS(page_number(page, count - shown)));
}

void proof_put_quotes(struct page *page, const struct quotes *quotes, size_t most)
{
	proof_put_quotes_at(page, quotes, most, 2);
}

void proof_put_earlier(struct page *page, const struct part_result *p,
		       size_t indent)
{
	if (!p->has_earlier)
		return;
	page_paragraph(page, indent);
	page_say_fill(page, N_("Earlier audit: {1}; {2}."),
		      ARGS(str_of(page_tr(page, word_earlier(p->earlier))),
			   str_of(page_tr(page, word_follow_up(p->follow_up)))));
}
