/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "pattern/factor.h"
#include "unit_lab.h"

/* What a pattern can't do without: "~" before letters: anywhere in a word. */
static const struct {
	const char *pattern;
	const char *want; /* empty: it can't be told */
} factors[] = {
	{ "\\bgranska\\w*", "granska" },
	{ "\\b(slå|slår) (på|av)\\b", "slå slår" },
	{ "\\bi \\w+ huvudsak", "huvudsak" },
	{ "granska", "~granska" },
	{ "\\w*genomgång(en)?", "~genomgång" },
	{ "\\b(?:a|b(c|d))x", "a b" },
	{ "\\bab?c", "a" },
	{ "\\bab*", "a" },
	{ "\\bab+", "ab" },
	{ "\\babc{0,2}", "ab" },
	{ "\\babc{2}d", "abc" },
	{ "\\bå?", "" },
	{ "\\b(inte )?klar", "klar" },
	{ "\\b(inte)?klar", "~klar" },
	{ "(inte )?klar", "~klar" },
	{ "\\b(a|)b", "" },
	{ "\\b\\d+ av", "av" },
	{ "^\\W*av", "av" },
	{ "\\w av", "av" },
	{ "x.av", "" },
	{ "(?<!\\w)ejs\\b", "~ejs" },
	{ "(?<!x)\\bej\\b", "ej" },
	{ "[ab]c", "" },
	{ "[)]abc", "~abc" },
	{ "[]a]abc", "~abc" },
	{ "[^]a]abc", "~abc" },
	{ "\\b(a[)]|b)", "a b" },
	{ ".*", "" },
	{ "abc|bcd", "~abc ~bcd" },
	{ "abc|b", "" },
	{ "\\bx(?=yyyyyy)", "x" },
	{ "\\bx(?!yyyyyy)", "x" },
	{ "(?i)abc", "" },
	{ "(?<n>abc)", "" },
	{ "(*UCP)abc", "" },
	{ "\\bnej(*SKIP)(*F)|\\bja", "ja" },
	{ "\\bpunkt\\.", "punkt" },
	{ "\\x{61}bcd", "~bcd" },
	{ "(abc)\\1+", "~abc" },
	{ "", "" },
	{ "(", "" },
	{ ")", "" },
	{ "a)bcd", "" },
	{ "\\", "" },
	{ "[", "" },
	{ "abc{", "" },
};

START_TEST(factors_are_what_must_be_there)
{
	struct lab l = { 0 };
	struct buf b = { 0 };
	struct factors f = factors_of(&l.arena, str_of(factors[_i].pattern));

	for (size_t i = 0; i < f.count; i++) {
		buf_puts(&b, i ? " " : "");
		buf_puts(&b, f.list[i].start ? "" : "~");
		buf_put(&b, f.list[i].letters);
	}
	ASSERT_STR(factors[_i].pattern, buf_str(&b), str_of(factors[_i].want));
	buf_release(&b);
	arena_free(&l.arena);
}
END_TEST

/* The index may only save searches: what is found must be the same. */
static void compare(struct lab *l, const struct terms *t, struct str text,
		    size_t *hits)
{
	for (size_t i = 0; i < t->count; i++) {
		for (size_t k = 0; k < t->list[i].count; k++) {
			const struct pattern *p = t->list[i].list[k];
			struct span with = { 0 }, without = { 0 };
			enum found want, got;

			matcher_end(l->matcher);
			want = pattern_find(p, l->matcher, text, 0, &without);
			matcher_begin(l->matcher, &l->store, text);
			got = pattern_find(p, l->matcher, text, 0, &with);
			ck_assert_msg(got == want && with.from == without.from &&
					      with.to == without.to,
				      "%.*s in: %.*s",
				      STR_ARG(t->list[i].written.str),
				      STR_ARG(text));
			*hits += got == FOUND_HIT;
		}
	}
}

static void compare_all(struct lab *l, struct str text, size_t *hits)
{
	const struct vocab *v = l->vocab;

	for (size_t i = 0; i < v->topics.count; i++) {
		compare(l, &v->topics.list[i].terms, text, hits);
		compare(l, &v->topics.list[i].except, text, hits);
	}
	for (size_t i = 0; i < v->types.count; i++)
		compare(l, &v->types.list[i].terms, text, hits);
	for (size_t i = 0; i < CUES; i++)
		compare(l, &v->cues[i], text, hits);
}

#define LINES_APART 8 /* of each text; all of them would take minutes */

/* Lines that are full of the words of the vocabulary: its own, and prose. */
static const char *const texts[] = {
	"tests/reading/lexicon.tsv",
	"rules/vocab/sv-topics.yaml",
	"rules/vocab/sv-documents.yaml",
	"rules/access-control/access-review.yaml",
	"fixtures/audits/sodertalje-2025/inventory.yaml",
};

START_TEST(index_rules_out_nothing_that_is_there)
{
	struct lab l;
	struct str rest, line;
	size_t hits = 0, n = 0;

	lab_open(&l, REAL_VOCAB);
	ck_assert_int_eq(file_read(&l.arena, texts[_i], 1 << 20, &rest), FILE_OK);
	while (str_cut(&rest, '\n', &line))
		if (line.len && n++ % LINES_APART == 0)
			compare_all(&l, utf8_nfc(&l.arena, line), &hits);
	ck_assert_uint_gt(hits, 20);
	lab_close(&l);
}
END_TEST

Suite *index_suite(void)
{
	Suite *s = suite_create("index");
	TCase *t = tcase_create("index");

	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, factors_are_what_must_be_there, 0, ROWS(factors));
	tcase_add_loop_test(t, index_rules_out_nothing_that_is_there, 0,
			    ROWS(texts));
	suite_add_tcase(s, t);
	return s;
}
