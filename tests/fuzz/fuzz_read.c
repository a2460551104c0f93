/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdint.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/place.h"
#include "fuzz.h"
#include "fuzz_words.h"
#include "match/remark.h"

static void check_inside(struct str outer, struct str inner)
{
	if (inner.ptr < outer.ptr || inner.ptr + inner.len > outer.ptr + outer.len)
		__builtin_trap();
}

static void check_normalised(const struct reading *r)
{
	if (r->origin[r->text.len] != r->nfc.len)
		__builtin_trap();
	for (size_t i = 0; i < r->text.len; i++)
		if (r->origin[i] > r->origin[i + 1])
			__builtin_trap();
	if (utf8_check(r->text) != r->text.len)
		__builtin_trap();
}

/* Every part lies in the part above it, and in order. */
static void check_parts(const struct reading *r)
{
	for (size_t i = 0; i < r->block_count; i++)
		check_inside(r->text, r->blocks[i].text);
	for (size_t i = 0; i < r->sentence_count; i++) {
		const struct sentence *s = &r->sentences[i];

		check_inside(r->text, s->text);
		if (!s->text.len || s->text.ptr != r->text.ptr + s->start)
			__builtin_trap();
		if (i && s->start < s[-1].start + s[-1].text.len)
			__builtin_trap();
	}
	for (size_t i = 0; i < r->clause_count; i++) {
		const struct clause *c = &r->clauses[i];

		if (c->sentence >= r->sentence_count || c->stance >= STANCES)
			__builtin_trap();
		check_inside(r->sentences[c->sentence].text, c->text);
		if (c->lead_in != SIZE_MAX && c->lead_in >= i)
			__builtin_trap();
		if (i && c->sentence < c[-1].sentence)
			__builtin_trap();
	}
}

/* What is told of it points into it. */
static void check_remarks(const struct vocab *v, const struct speech *s,
			  const struct remarks *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct remark *r = &all->list[i];

		if (r->sentence >= s->reading.sentence_count ||
		    r->stance >= STANCES ||
		    (r->topic != SIZE_MAX && r->topic >= v->topics.count) ||
		    (r->clause != SIZE_MAX &&
		     r->clause >= s->reading.clause_count))
			__builtin_trap();
		if (i && r->sentence < r[-1].sentence)
			__builtin_trap();
	}
	if (s->reading.sentence_count && !all->count)
		__builtin_trap();
}

/* Where a sentence begins, in the source as it came. */
static void check_places(const struct reading *r, struct str source)
{
	for (size_t i = 0; i < r->sentence_count; i++) {
		size_t at = r->origin[r->sentences[i].start];
		struct place first = { STR("f"), 1, 1 };

		fuzz_check_place(source,
				 place_advance(source, first,
					       place_letters(r->nfc, at)));
	}
}

/* Any text has a reading, and all of it lies in the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fuzz_words *w = fuzz_words("rules/vocab",
						"../../rules/vocab");
	struct str text = { (const char *)data, size };
	struct arena a = { 0 };
	struct speech s;
	struct remarks all;

	text.len = utf8_check(text);
	match_text(&a, w->vocab, w->matcher, text, &s);
	all = remarks_of(&a, w->vocab, &s);
	check_normalised(&s.reading);
	check_parts(&s.reading);
	check_remarks(w->vocab, &s, &all);
	if (text.len < 4096)
		check_places(&s.reading, text);
	arena_free(&a);
	return 0;
}
