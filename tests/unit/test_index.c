/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "pattern/lead.h"
#include "unit_lab.h"

/* What a pattern must begin with: "~" before letters: anywhere in a word. */
static const struct {
	const char *pattern;
	const char *want; /* NULL: it can't be told */
} leads[] = {
	{ "\\bgranska\\w*", "granska" },
	{ "\\b(slå|slår) (på|av)\\b", "slå slår" },
	{ "granska", "~granska" },
	{ "\\w*genomgång(en)?", "~genomgång" },
	{ "\\b(?:a|b(c|d))x", "a b" },
	{ "\\bab?c", "a" },
	{ "\\bab*", "a" },
	{ "\\bab+", "ab" },
	{ "\\bå?", NULL },
	{ "\\b(inte )?klar", NULL },
	{ "\\b(a|)b", NULL },
	{ "\\b\\d+ av", NULL },
	{ "(?<!\\w)ej\\b", "~ej" },
	{ "(?<!x)\\bej\\b", "ej" },
	{ "[ab]c", NULL },
	{ "\\b(a[)]|b)", NULL },
	{ ".*", NULL },
	{ "a|b", "~a ~b" },
	{ "\\bx(?=y)", "x" },
	{ "(?i)a", NULL },
	{ "(*UCP)a", NULL },
	{ "\\bi huvudsak", "i huvudsak" },
	{ "\\bpunkt\\.", "punkt" },
	{ "", NULL },
	{ "(", NULL },
};

static void note_lead(void *to, struct str letters, bool anywhere)
{
	struct buf *b = to;

	if (b->len)
		buf_putc(b, ' ');
	buf_puts(b, anywhere ? "~" : "");
	buf_put(b, letters);
}

START_TEST(lead_is_what_must_come_first)
{
	struct buf b = { 0 };
	bool told = lead_of(str_of(leads[_i].pattern), note_lead, &b);

	ck_assert_msg(told == (leads[_i].want != NULL), "%s", leads[_i].pattern);
	if (told)
		ck_assert_msg(str_eq(buf_str(&b), str_of(leads[_i].want)),
			      "%s: %.*s", leads[_i].pattern,
			      STR_ARG(buf_str(&b)));
	buf_release(&b);
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

/* Lines that are full of the words of the vocabulary: its own. */
static const char *const texts[] = {
	"rules/vocab/sv.yaml",
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
		if (line.len && n++ % 4 == 0)
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
	tcase_add_loop_test(t, lead_is_what_must_come_first, 0, ROWS(leads));
	tcase_add_loop_test(t, index_rules_out_nothing_that_is_there, 0,
			    ROWS(texts));
	suite_add_tcase(s, t);
	return s;
}
