/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pattern/pattern.h"
#include "unit.h"

/* What every test needs; the place of each term is f.yaml:2:3. */
struct bench {
	struct arena arena;
	struct diags diags;
	struct pattern_store store;
	struct matcher *matcher;
};

static void bench_init(struct bench *b)
{
	*b = (struct bench){ 0 };
	b->diags.arena = &b->arena;
	b->store.arena = &b->arena;
	b->matcher = matcher_new();
}

static void bench_release(struct bench *b)
{
	matcher_free(b->matcher);
	arena_free(&b->arena);
}

#define WORD(lit)                               \
	{                                       \
		STR_ROW(lit),                   \
		{                               \
			STR_ROW("f.yaml"), 9, 9 \
		}                               \
	}

static struct text review[] = { WORD("granska*"), WORD("gå igenom"),
				WORD("se ~ över") };
static struct text act[] = { WORD("<review>"), WORD("testa*"),
			     WORD("/prov(a|ning)/") };
static struct text loop[] = { WORD("<loop>") };
static struct text hollow[] = { WORD("ord"), WORD(" ") };
static struct text astray[] = { WORD("<revew>") };

static const struct word_class class_list[] = {
	{ WORD("review"), { review, 3 } }, { WORD("act"), { act, 3 } },
	{ WORD("loop"), { loop, 1 } },     { WORD("hollow"), { hollow, 2 } },
	{ WORD("astray"), { astray, 1 } },
};

static const struct word_classes classes = {
	class_list, sizeof(class_list) / sizeof(*class_list)
};

static const struct pattern *compile(struct bench *b, const char *term)
{
	struct text t = { str_of(term), { STR("f.yaml"), 2, 3 } };

	return pattern_compile(&b->store, &b->diags, classes, t);
}

/* Each row: a term, a text, and what is found in it (NULL: nothing). */
struct row {
	const char *term;
	const char *text;
	const char *want;
};

static void assert_found(const struct row *row)
{
	struct bench b;
	const struct pattern *p;
	struct span span = { 0 };
	struct str text = str_of(row->text);
	enum found found;

	bench_init(&b);
	p = compile(&b, row->term);
	ck_assert_msg(p != NULL, "\"%s\" was not compiled", row->term);
	ck_assert_uint_eq(b.diags.count, 0);
	found = pattern_find(p, b.matcher, text, 0, &span);
	ck_assert_msg(found == (row->want ? FOUND_HIT : FOUND_NONE),
		      "\"%s\" in \"%s\": %d", row->term, row->text, found);
	if (row->want)
		ASSERT_STR(row->term, str_slice(text, span.from, span.to),
			   str_of(row->want));
	bench_release(&b);
}

static const struct row words[] = {
	/* A word is whole. */
	{ "logg", "en logg finns", "logg" },
	{ "logg", "logg", "logg" },
	{ "logg", "(logg)", "logg" },
	{ "logg", "inloggning", NULL },
	{ "logg", "inlogg", NULL },
	{ "logg", "loggar", NULL },
	{ "logg", "", NULL },
	{ "logg", "system-logg.", "logg" },
	{ "år", "våren", NULL },
	{ "år", "i år", "år" },
	{ "år", "åren", NULL },
	{ "ö", "ön", NULL },
	{ "ö", "en ö i", "ö" },
	/* … but for the endings and beginnings that a * allows. */
	{ "plan*", "planer", "planer" },
	{ "plan*", "en plan.", "plan" },
	{ "plan*", "plånbok", NULL },
	{ "plan*", "förplanering", NULL },
	{ "plan*", "åplan", NULL },
	{ "åtgärd*", "åtgärdsplanen", "åtgärdsplanen" },
	{ "*leverantör", "driftleverantör", "driftleverantör" },
	{ "*leverantör", "leverantör", "leverantör" },
	{ "*leverantör", "leverantörer", NULL },
	{ "*leverantör*", "it-driftleverantörerna", "driftleverantörerna" },
	{ "*åtgärd", "motåtgärd", "motåtgärd" },
	/* Case has no say, in any alphabet. */
	{ "logg", "LOGG", "LOGG" },
	{ "åtgärd", "ÅTGÄRD", "ÅTGÄRD" },
	{ "ÅTGÄRD*", "åtgärder", "åtgärder" },
	{ "ÖÄÅ", "öäå", "öäå" },
	{ "a", "å", NULL },
	/* Signs stand for themselves. */
	{ "a.b", "axb", NULL },
	{ "a.b", "a.b", "a.b" },
	{ "c++", "i c++ skrivet", "c++" },
	{ "(x", "a (x b", "(x" },
	{ "[a]", "a", NULL },
	{ "a|b", "a", NULL },
	{ "a\\b", "a\\b", "a\\b" },
	{ "$1", "för $1 sek", "$1" },
	{ "^a", "a", NULL },
	{ "m.m.", "dator m.m. och", "m.m." },
	{ "m.m.", "dator m.m.", "m.m." },
	{ "m.m.", "am.m. och", NULL },
	{ "§ 5", "se § 5 i", "§ 5" },
	{ "50 %", "50 % av", "50 %" },
	{ "4.2", "4.25", NULL },
};

START_TEST(word_is_found_whole)
{
	assert_found(&words[_i]);
}
END_TEST

static const struct row in_a_row[] = {
	/* Between words stands a space, a hyphen or a line break. */
	{ "gå igenom", "att gå igenom det", "gå igenom" },
	{ "gå igenom", "gå-igenom", "gå-igenom" },
	{ "gå igenom", "gå  igenom", "gå  igenom" },
	{ "gå igenom", "gå\nigenom", "gå\nigenom" },
	{ "gå igenom", "gå \r\n\t igenom", "gå \r\n\t igenom" },
	{ "gå igenom", "gå\u00a0igenom", "gå\u00a0igenom" },
	{ "gå igenom", "gå\u2011igenom", "gå\u2011igenom" },
	{ "gå igenom", "gå – igenom", "gå – igenom" },
	{ "gå igenom", "gåigenom", NULL },
	{ "gå igenom", "gå, igenom", NULL },
	{ "gå igenom", "gå nu igenom", NULL },
	{ "gå igenom", "igenom gå", NULL },
	{ "gå igenom", "uppgå igenom", NULL },
	{ " gå   igenom ", "gå igenom", "gå igenom" },
	{ "it- och säkerhet*", "it- och säkerhetschef", "it- och säkerhetschef" },
	{ "säkerhets* policy*", "säkerhets-policyn", "säkerhets-policyn" },
	/* A tilde is up to four words. */
	{ "test* ~ plan*", "testa planen", "testa planen" },
	{ "test* ~ plan*", "testa en plan", "testa en plan" },
	{ "test* ~ plan*", "testa en två tre fyra planer",
	  "testa en två tre fyra planer" },
	{ "test* ~ plan*", "testa en två tre fyra fem planer", NULL },
	{ "test* ~ plan*", "testplan", NULL },
	{ "test* ~ plan*", "planen testas", NULL },
	{ "test* ~ plan*", "protest mot planen", NULL },
	{ "test* ~ plan*", "testa, om möjligt,\nplanen",
	  "testa, om möjligt,\nplanen" },
	{ "test* ~ plan*", "testa å ä ö planen", "testa å ä ö planen" },
	{ "a ~ b ~ c", "a x b y z c", "a x b y z c" },
	{ "a ~ b ~ c", "a 1 2 3 4 b 1 2 3 4 c", "a 1 2 3 4 b 1 2 3 4 c" },
	{ "a ~ b ~ c", "a 1 2 3 4 b 1 2 3 4 5 c", NULL },
	{ "a ~ ~ b", "a 1 2 3 4 5 b", NULL },
	/* The nearest second word is meant. */
	{ "a ~ b", "a b b b", "a b" },
	/* At an end it has nothing to stand between. */
	{ "test ~", "test", "test" },
	{ "~ test", "test", "test" },
};

START_TEST(words_are_found_in_a_row)
{
	assert_found(&in_a_row[_i]);
}
END_TEST

static const struct row others[] = {
	/* A pattern is as it is, but for case. */
	{ "/[0-9]{4}/", "år 2024", "2024" },
	{ "/test|plan/", "planen", "plan" },
	{ "/plan/", "förplanering", "plan" },
	{ "/\\bplan/", "förplanering", NULL },
	{ "/ja\\/nej/", "ja/nej", "ja/nej" },
	{ "/åtgärd/", "ÅTGÄRD", "ÅTGÄRD" },
	{ "/(?-i)A/", "a", NULL },
	{ "/\\w+/", "åäö!", "åäö" },
	{ " /a b/ ", "xa by", "a b" },
	{ "/a\\Kb/", "ab", "b" },
	{ "/(a)(b)(c)(d)(e)(f)/", "abcdef", "abcdef" },
	/* A class is any of its terms. */
	{ "<review>", "granskas", "granskas" },
	{ "<review>", "gå-igenom", "gå-igenom" },
	{ "<review>", "se nu och då över", "se nu och då över" },
	{ "<review>", "förgranska", NULL },
	{ "<review> ~ plan*", "gå igenom nästa plan", "gå igenom nästa plan" },
	{ "<review> ~ plan*", "granskar", NULL },
	{ "<review> plan*", "granska planen", "granska planen" },
	{ "inte <review> nu", "inte granska nu", "inte granska nu" },
	{ "inte <review> nu", "granska nu", NULL },
	/* … also of those of another class. */
	{ "<act>", "gå igenom", "gå igenom" },
	{ "<act>", "testar", "testar" },
	{ "<act>", "provning", "provning" },
	{ "<act> ~ plan*", "testa vår plan", "testa vår plan" },
	{ "årlig* <act>", "årligen granskas", "årligen granskas" },
	/* A pattern may name one; brackets of its own are none. */
	{ "/(<review>|<act>) nu\\b/", "se den över nu", "se den över nu" },
	{ "/(?:en )?<act>/", "en provning", "en provning" },
	{ "/(?<!x )<act>s/", "x provnings", NULL },
	{ "/(?<n>a)\\k<n>/", "aa", "aa" },
	{ "/\\<act>/", "<act>", "<act>" },
	{ "/a <b/", "a <b", "a <b" },
	{ "/a<>b/", "a<>b", "a<>b" },
};

START_TEST(patterns_and_classes_are_found)
{
	assert_found(&others[_i]);
}
END_TEST

#define EMPTY                                                              \
	"f.yaml:2:3: error[term-empty]: the term is empty; remove it, or " \
	"write a word\n"
#define NO_CLASS(name)                                                 \
	"f.yaml:2:3: error[term-class]: there is no word class <" name \
	">; add it under classes, or correct the name\n"
#define BAD_PATTERN(term)                                    \
	"f.yaml:2:3: error[term-pattern]: the pattern " term \
	" can't be compiled: "

static const struct {
	const char *term;
	const char *starts; /* what PCRE2 adds is its own */
} wrong[] = {
	{ "", EMPTY },
	{ "   ", EMPTY },
	{ "~", EMPTY },
	{ " ~ ~ ", EMPTY },
	{ "<hollow>", EMPTY },
	{ "<revew>", NO_CLASS("revew") },
	{ "<revew> ~ plan*", NO_CLASS("revew") },
	{ "<Review>", NO_CLASS("Review") },
	{ "<astray>", NO_CLASS("revew") },
	{ "<loop>", NO_CLASS("loop") },
	{ "/a <revew> b/", NO_CLASS("revew") },
	{ "/(/", BAD_PATTERN("/(/") },
	{ "/[a/", BAD_PATTERN("/[a/") },
	{ "/a**/", BAD_PATTERN("/a**/") },
	{ "/*a/", BAD_PATTERN("/*a/") },
	{ "/a{2,1}/", BAD_PATTERN("/a{2,1}/") },
	{ "/(?<!a*)b/", BAD_PATTERN("/(?<!a*)b/") },
	{ "/\\1/", BAD_PATTERN("/\\1/") },
	{ "/\\C/", BAD_PATTERN("/\\C/") },
	{ "/a\\/", BAD_PATTERN("/a\\/") },
};

START_TEST(wrong_term_is_reported_at_its_place)
{
	struct bench b;
	struct buf out = { 0 };

	bench_init(&b);
	ck_assert_ptr_null(compile(&b, wrong[_i].term));
	ck_assert_uint_eq(b.diags.errors, 1);
	diag_render(&b.diags, (struct diag_style){ .lang = LANG_EN }, &out);
	ck_assert_msg(str_starts(buf_str(&out), str_of(wrong[_i].starts)),
		      "\"%s\" gave %.*s", wrong[_i].term, STR_ARG(buf_str(&out)));
	ck_assert_uint_eq(b.diags.list[0].at.line, 2);
	buf_release(&out);
	bench_release(&b);
}
END_TEST

START_TEST(equal_terms_share_one_pattern)
{
	struct bench b;
	const struct pattern *plan, *other;

	bench_init(&b);
	plan = compile(&b, "plan*");
	other = compile(&b, "planer");
	ck_assert_ptr_nonnull(plan);
	ck_assert_ptr_nonnull(other);
	ck_assert_ptr_ne(plan, other);
	ck_assert_ptr_eq(compile(&b, "plan*"), plan);
	ck_assert_ptr_eq(compile(&b, " plan* "), plan);
	ck_assert_ptr_eq(compile(&b, "planer"), other);
	ck_assert_ptr_null(compile(&b, "/(/"));
	ck_assert_ptr_eq(compile(&b, "plan*"), plan);
	bench_release(&b);
}
END_TEST

START_TEST(search_goes_on_where_it_is_told)
{
	struct bench b;
	const struct pattern *p;
	struct str text = STR("logg inlogg logg");
	struct span s = { 7, 7 };

	bench_init(&b);
	p = compile(&b, "logg");
	ck_assert_int_eq(pattern_find(p, b.matcher, text, 0, &s), FOUND_HIT);
	ck_assert(s.from == 0 && s.to == 4);
	ck_assert_int_eq(pattern_find(p, b.matcher, text, s.to, &s), FOUND_HIT);
	ck_assert(s.from == 12 && s.to == 16);
	ck_assert_int_eq(pattern_find(p, b.matcher, text, s.to, &s), FOUND_NONE);
	ck_assert_int_eq(pattern_find(p, b.matcher, text, 100, &s), FOUND_NONE);
	/* Not set when nothing was found. */
	ck_assert(s.from == 12 && s.to == 16);
	ck_assert_int_eq(pattern_find(p, b.matcher, (struct str){ 0 }, 0, &s),
			 FOUND_NONE);
	bench_release(&b);
}
END_TEST

START_TEST(start_of_the_search_is_no_start_of_a_word)
{
	struct bench b;
	struct str text = STR("inlogg c++");
	struct span s;

	bench_init(&b);
	ck_assert_int_eq(pattern_find(compile(&b, "logg"), b.matcher, text, 2, &s),
			 FOUND_NONE);
	ck_assert_int_eq(
		pattern_find(compile(&b, "ögg"), b.matcher, STR("lögg"), 1, &s),
		FOUND_NONE);
	bench_release(&b);
}
END_TEST

static const char *const hostile[] = { "/(a+)+$/", "/(a|aa)+$/", "/^(a*)*$/",
				       "/(\\w+\\s?)+$/" };

START_TEST(too_much_work_is_neither_hit_nor_none)
{
	struct bench b;
	struct buf text = { 0 };
	struct span s = { 7, 8 };
	const struct pattern *p;

	bench_init(&b);
	buf_pad(&text, 'a', 60);
	buf_putc(&text, '!');
	p = compile(&b, hostile[_i]);
	ck_assert_ptr_nonnull(p);
	ck_assert_int_eq(pattern_find(p, b.matcher, buf_str(&text), 0, &s),
			 FOUND_LIMIT);
	ck_assert(s.from == 7 && s.to == 8);
	/* The next search is none the worse. */
	ck_assert_int_eq(pattern_find(compile(&b, "logg"), b.matcher,
				      STR("en logg"), 0, &s),
			 FOUND_HIT);
	buf_release(&text);
	bench_release(&b);
}
END_TEST

/* Texts of 1 MiB in which the term nearly occurs all the time. */
static const struct {
	const char *term;
	const char *piece;
	const char *last;
} long_texts[] = {
	{ "logg", "inloggning ", "logg" },
	{ "*leverantör", "driftleverantörer ", "driftleverantör" },
	{ "*leverantör*", "driftleverant ", "driftleverantörer" },
	{ "test* ~ plan*", "testa ", "testa en plan" },
	{ "test* ~ plan*", "testa, ett. två\n", "testa en plan" },
	{ "<act> ~ plan*", "granska gå se nu ", "granska en plan" },
	{ "a ~ b ~ c", "a b ", "a b c" },
};

START_TEST(ordinary_terms_have_no_limit_in_long_texts)
{
	/* PCRE2 looks a few bytes past the end: memcheck wants them set. */
	static char room[(1 << 20) + 256];
	struct str text = { room, 0 }, piece, last;
	struct bench b;
	struct span s;
	const struct pattern *p;

	bench_init(&b);
	memset(room, 0, sizeof(room));
	piece = str_of(long_texts[_i].piece);
	last = str_of(long_texts[_i].last);
	for (; text.len < 1 << 20; text.len += piece.len)
		memcpy(room + text.len, piece.ptr, piece.len);
	p = compile(&b, long_texts[_i].term);
	ck_assert_ptr_nonnull(p);
	ck_assert_int_eq(pattern_find(p, b.matcher, text, 0, &s), FOUND_NONE);
	memcpy(room + text.len, last.ptr, last.len);
	text.len += last.len;
	ck_assert_int_eq(pattern_find(p, b.matcher, text, 0, &s), FOUND_HIT);
	ck_assert_uint_eq(s.to, text.len);
	bench_release(&b);
}
END_TEST

START_TEST(nothing_can_be_freed)
{
	matcher_free(NULL);
}
END_TEST

Suite *pattern_suite(void)
{
	Suite *s = suite_create("pattern");
	TCase *t = tcase_create("pattern");

	tcase_add_loop_test(t, word_is_found_whole, 0, ROWS(words));
	tcase_add_loop_test(t, words_are_found_in_a_row, 0, ROWS(in_a_row));
	tcase_add_loop_test(t, patterns_and_classes_are_found, 0, ROWS(others));
	tcase_add_loop_test(t, wrong_term_is_reported_at_its_place, 0,
			    ROWS(wrong));
	tcase_add_test(t, equal_terms_share_one_pattern);
	tcase_add_test(t, search_goes_on_where_it_is_told);
	tcase_add_test(t, start_of_the_search_is_no_start_of_a_word);
	tcase_add_loop_test(t, too_much_work_is_neither_hit_nor_none, 0,
			    ROWS(hostile));
	tcase_add_loop_test(t, ordinary_terms_have_no_limit_in_long_texts, 0,
			    ROWS(long_texts));
	tcase_add_test(t, nothing_can_be_freed);
	suite_add_tcase(s, t);
	return s;
}
