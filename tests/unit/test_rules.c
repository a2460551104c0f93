/* SPDX-License-Identifier: EUPL-1.2 */
/* Rule files and word lists in a folder → a ruleset. */
#include <string.h>
#include <unistd.h>

#include "rules/rules.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab = (struct lab){ 0 };
	lab.diags.arena = &lab.arena;
	lab.store.arena = &lab.arena;
	folder_enter();
}

static void tear_down(void)
{
	folder_leave();
	arena_free(&lab.arena);
}

#define WORDS                                                             \
	"vocab: 1\ntopics:\n  plan: {terms: [plan*]}\n  ansvar: {terms: " \
	"[ansvar*]}\n"                                                    \
	"types:\n  plan: {kind: governing, terms: [plan*]}\n"             \
	"  protokoll: {kind: record, terms: [protokoll*]}\n"              \
	"organs: {board: [styrelse*]}\n"

#define BODY                                                              \
	"\nversion: 1\nstatus: stable\ntitle: {sv: T}\nremedy: {sv: R}\n" \
	"area: governance\ncontrols: [iso-2022:A.5.1]\npriority: short\n" \
	"na: {allow: never}\ntests: [{}]\n"
#define RULE_OF(id, parts) "rule: " id BODY parts "\n"
#define PLAN "expect: {p: {document: [plan]}}"

static const struct ruleset *load(const char *path)
{
	struct rules_source from = { &path, 1, NULL };

	return ruleset_load(&lab.arena, &lab.diags, &lab.store, from);
}

/* Ids of the rules that can be used, then of those that can't. */
static struct str show(const struct ruleset *s)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; s && i < s->count; i++)
		buf_putf(&b, "%s%.*s", i ? " " : "", STR_ARG(s->list[i].id.str));
	buf_puts(&b, " |");
	for (size_t i = 0; s && i < s->broken.count; i++)
		buf_putf(&b, " %.*s", STR_ARG(s->broken.list[i].str));
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

START_TEST(rules_are_sorted_by_id_over_all_folders)
{
	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/b.yaml", RULE_OF("b", PLAN));
	lab_put("r/deep/er/a.yaml", RULE_OF("a", PLAN));
	lab_put("r/deep/c.yaml", RULE_OF("c", PLAN));
	lab_put("r/maps/x.yaml", "not: a rule\n");
	lab_put("r/profiles/x.yaml", "not: a rule\n");
	lab_put("r/README.md", "no rule\n");
	ASSERT_STR("ids", show(load("r")), STR("a b c |"));
	ck_assert_uint_eq(lab.diags.count, 0);
}
END_TEST

START_TEST(a_broken_rule_is_left_out_and_named)
{
	const struct ruleset *s;

	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/a.yaml", RULE_OF("a", PLAN));
	lab_put("r/b.yaml", "rule: b\n");
	lab_put("r/c.yaml", "rule: [\n");
	lab_put("r/d.yaml", RULE_OF("d", "expect: {p: {document: [plam]}}"));
	lab_put("r/e.yaml", RULE_OF("other", PLAN));
	s = load("r");
	ASSERT_STR("ids", show(s), STR("a | b c other d"));
	ck_assert_ptr_nonnull(strstr(lab_messages(&lab).ptr, "rule-broken"));
}
END_TEST

START_TEST(the_second_of_two_equal_ids_is_broken)
{
	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/x/a.yaml", RULE_OF("a", PLAN));
	lab_put("r/y/a.yaml", RULE_OF("a", PLAN));
	ASSERT_STR("ids", show(load("r")), STR("a | a"));
	ck_assert_ptr_nonnull(strstr(lab_messages(&lab).ptr,
				     "r/y/a.yaml:1:7: error[duplicate-rule]"));
}
END_TEST

static struct str hash_of(const char *path)
{
	const struct ruleset *s = load(path);

	ck_assert_ptr_nonnull(s);
	return s->hash;
}

START_TEST(the_hash_is_of_the_rules_and_not_of_their_places)
{
	struct str one, moved, changed, more;

	lab_put("a/vocab/words.yaml", WORDS);
	lab_put("a/x.yaml", RULE_OF("x", PLAN));
	lab_put("b/vocab/words.yaml", WORDS);
	lab_put("b/sub/x.yaml", RULE_OF("x", PLAN));
	one = hash_of("a");
	moved = hash_of("b");
	ck_assert_uint_eq(one.len, 64);
	ASSERT_STR("moved", moved, one);
	lab_put("a/x.yaml", RULE_OF("x", "effort: S\n" PLAN));
	changed = hash_of("a");
	ck_assert(!str_eq(changed, one));
	lab_put("b/y.yaml", RULE_OF("y", PLAN));
	more = hash_of("b");
	ck_assert(!str_eq(more, one));
	ck_assert(!str_eq(more, changed));
}
END_TEST

START_TEST(the_hash_of_the_words_is_theirs_alone)
{
	struct str one, other, rules;

	lab_put("a/vocab/words.yaml", WORDS);
	lab_put("a/x.yaml", RULE_OF("x", PLAN));
	one = load("a")->vocab->hash;
	rules = hash_of("a");
	lab_put("a/vocab/words.yaml", WORDS "splits: [men]\n");
	other = load("a")->vocab->hash;
	ck_assert(!str_eq(one, other));
	ASSERT_STR("rules", hash_of("a"), rules);
}
END_TEST

START_TEST(words_are_taken_from_the_fallback)
{
	const char *path = "a";
	struct rules_source from = { &path, 1, "b" };

	lab_put("a/x.yaml", RULE_OF("x", PLAN));
	lab_put("b/vocab/words.yaml", WORDS);
	ASSERT_STR("ids",
		   show(ruleset_load(&lab.arena, &lab.diags, &lab.store, from)),
		   STR("x |"));
}
END_TEST

START_TEST(several_paths_add_up)
{
	static const char *const paths[] = { "a", "b/y.yaml" };
	struct rules_source from = { paths, 2, NULL };

	lab_put("a/vocab/words.yaml", WORDS);
	lab_put("a/x.yaml", RULE_OF("x", PLAN));
	lab_put("b/y.yaml", RULE_OF("y", PLAN));
	lab_put("b/z.yaml", RULE_OF("z", PLAN));
	ASSERT_STR("ids",
		   show(ruleset_load(&lab.arena, &lab.diags, &lab.store, from)),
		   STR("x y |"));
}
END_TEST

/* What there is, and why nothing comes of it. */
static const struct {
	const char *name;
	const char *rule; /* a/x.yaml; NULL: none */
	const char *words; /* a/vocab/words.yaml; NULL: none */
	const char *want; /* a part of the messages */
} nothing[] = {
	{ "no folder", NULL, NULL, "error[no-rules]" },
	{ "no rules", NULL, WORDS, "error[no-rules]" },
	{ "no words", RULE_OF("x", PLAN), NULL, "error[no-vocab]" },
};

START_TEST(nothing_usable_is_no_ruleset)
{
	if (nothing[_i].words)
		lab_put("a/vocab/words.yaml", nothing[_i].words);
	if (nothing[_i].rule)
		lab_put("a/x.yaml", nothing[_i].rule);
	ck_assert_ptr_null(load("a"));
	ck_assert_msg(strstr(lab_messages(&lab).ptr, nothing[_i].want) != NULL,
		      "%s: %.*s", nothing[_i].name, STR_ARG(lab_messages(&lab)));
}
END_TEST

/* The parts of a rule that is wrong, and how it is told. */
static const struct {
	const char *name;
	const char *parts;
	const char *want; /* after "r/x.yaml:" */
} wrong[] = {
	{ "no kind", "expect: {p: {topic: plan}}",
	  "11:10: error[expect-kind]: the part \"p\" must say one of: document, "
	  "record, statement, element, any, all, at_least, papers, "
	  "results; write one of them" },
	{ "two kinds", "expect: {p: {document: [plan], statement: plan}}",
	  "11:10: error[expect-many]: the part \"p\" says more than one of: "
	  "document, record, statement, element, any, all, at_least, papers, "
	  "results; keep one, or write parts of their own" },
	{ "at_least of nothing", "expect: {p: {at_least: 1}}",
	  "11:10: error[expect-kind]: the part \"p\" must say one of: document, "
	  "record, statement, element, any, all, at_least, papers, "
	  "results; write one of them" },
	{ "a type nobody knows", "expect: {p: {document: [plann]}}",
	  "11:25: error[unknown-name]: the vocabulary has no document type "
	  "\"plann\"; did you mean \"plan\"?" },
	{ "… and nothing near", "expect: {p: {document: [zebra]}}",
	  "11:25: error[unknown-name]: the vocabulary has no document type "
	  "\"zebra\"; add it to the vocabulary, or correct the name" },
	{ "a topic nobody knows", "expect: {p: {statement: ansva}}",
	  "11:25: error[unknown-name]: the vocabulary has no topic \"ansva\"; "
	  "did you mean \"ansvar\"?" },
	{ "an organ nobody knows",
	  "expect: {p: {document: [plan], approved_by: [bord]}}",
	  "11:46: error[unknown-name]: the vocabulary has no decision-maker "
	  "\"bord\"; did you mean \"board\"?" },
	{ "an element nobody knows",
	  "expect: {p: {document: [plan], elements: {e: {element: plam}}}}",
	  "11:56: error[unknown-name]: the vocabulary has no topic \"plam\"; did "
	  "you mean \"plan\"?" },
	{ "a part within that has no kind",
	  "expect: {p: {document: [plan], elements: {e: {topic: plan}}}}",
	  "11:43: error[expect-kind]: the part \"p/e\" must say one of: "
	  "document, record, statement, element, any, all, at_least, papers, "
	  "results; write one of them" },
	{ "an unknown key", "expect: {p: {documnet: [plan]}}",
	  "11:14: error[unknown-key]: \"documnet\" is not a key of a part of a "
	  "rule; did you mean \"document\"?" },
};

START_TEST(what_is_wrong_with_a_rule_is_told)
{
	struct buf b = { 0 }, want = { 0 };

	buf_puts(&b, RULE_OF("x", ""));
	b.len--;
	buf_puts(&b, wrong[_i].parts);
	buf_putc(&b, '\n');
	buf_putc(&b, '\0');
	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/x.yaml", b.ptr);
	ASSERT_STR(wrong[_i].name, show(load("r")), STR(" | x"));
	buf_putf(&want, "r/x.yaml:%s\n", wrong[_i].want);
	buf_putc(&want, '\0');
	ck_assert_msg(strstr(lab_messages(&lab).ptr, want.ptr) != NULL,
		      "%s: %.*s", wrong[_i].name, STR_ARG(lab_messages(&lab)));
	buf_release(&b);
	buf_release(&want);
}
END_TEST

/* Heads that are wrong. */
static const struct {
	const char *name;
	const char *text;
	const char *want;
} heads[] = {
	{ "a control of no framework",
	  "rule: x\nversion: 1\nstatus: stable\ntitle: {sv: T}\nremedy: {sv: R}"
	  "\narea: governance\ncontrols: [A.5.1]\npriority: short\n"
	  "na: {allow: never}\ntests: [{}]\n" PLAN "\n",
	  "7:12: error[unknown-control]" },
	{ "a key twice",
	  "rule: x\nversion: 1\nversion: 2\nstatus: stable\ntitle: {sv: T}\n"
	  "remedy: {sv: R}\narea: governance\ncontrols: [iso-1:1]\n"
	  "priority: short\nna: {allow: never}\ntests: [{}]\n" PLAN "\n",
	  "3:1: error[duplicate-key]" },
	{ "no proof",
	  "rule: x\nversion: 1\nstatus: stable\ntitle: {sv: T}\nremedy: {sv: R}"
	  "\narea: governance\ncontrols: [iso-1:1]\npriority: short\n"
	  "na: {allow: with-proof}\ntests: [{}]\n" PLAN "\n",
	  "error[no-proof]" },
};

START_TEST(what_is_wrong_with_its_head_is_told)
{
	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/x.yaml", heads[_i].text);
	ASSERT_STR(heads[_i].name, show(load("r")), STR(" | x"));
	ck_assert_msg(strstr(lab_messages(&lab).ptr, heads[_i].want) != NULL,
		      "%s: %.*s", heads[_i].name, STR_ARG(lab_messages(&lab)));
}
END_TEST

START_TEST(a_rule_without_tests_is_used_and_lint_says_so)
{
	const struct ruleset *set;

	lab_put("r/vocab/words.yaml", WORDS);
	lab_put("r/x.yaml",
		"rule: x\nversion: 1\nstatus: stable\ntitle: {sv: T}\n"
		"remedy: {sv: R}\narea: governance\ncontrols: [iso-1:1]\n"
		"priority: short\nna: {allow: never}\n" PLAN "\n");
	set = load("r");
	ASSERT_STR("ids", show(set), STR("x |"));
	ck_assert_uint_eq(lab.diags.count, 0);
	ruleset_advise(set, &lab.diags);
	ck_assert_uint_eq(lab.diags.errors, 0);
	ck_assert_uint_eq(lab.diags.count, 1);
	ck_assert_int_eq(lab.diags.list[0].kind, DIAG_NO_TESTS);
}
END_TEST

/* Word lists that are wrong. */
static const struct {
	const char *name;
	const char *words; /* after vocab: 1 */
	const char *want;
} lists[] = {
	{ "a version of the future", "", "error[bad-version]" },
	{ "a cue nobody knows", "cues: {negatoin: [inte]}\n",
	  "error[unknown-word]: \"negatoin\" is not one of" },
	{ "a class nobody knows", "splits: [\"<nix>\"]\n",
	  "error[term-class]: there is no word class <nix>" },
	{ "a broken pattern", "splits: [\"/(/\"]\n", "error[term-pattern]" },
	{ "an empty term", "splits: [\"\"]\n", "error[term-empty]" },
	{ "a topic twice", "topics: {plan: {terms: [x]}}\n",
	  "error[duplicate-id]" },
	{ "an organ twice", "organs: {board: [x]}\n", "error[duplicate-id]" },
	{ "a type twice", "types: {plan: {kind: record, terms: [x]}}\n",
	  "error[duplicate-id]" },
	{ "an organ without a list", "organs: {x: y}\n",
	  "\"x\" must be a list of terms" },
	{ "a class twice", "classes: {a: [x]}\n", "error[duplicate-id]" },
	{ "a kind nobody knows", "types: {x: {kind: book, terms: [x]}}\n",
	  "error[unknown-word]" },
	{ "a key nobody knows", "topcis: {}\n", "did you mean \"topics\"?" },
	{ "a form nobody knows", "forms: {mall: [x]}\n", "error[unknown-word]" },
};

START_TEST(what_is_wrong_with_the_words_is_told)
{
	struct buf b = { 0 };

	buf_puts(&b, _i == 0 ? "vocab: 2\n" : "vocab: 1\n");
	buf_puts(&b, lists[_i].words);
	buf_putc(&b, '\0');
	lab_put("r/vocab/a.yaml", WORDS "classes: {a: [x]}\n");
	lab_put("r/vocab/b.yaml", b.ptr);
	lab_put("r/x.yaml", RULE_OF("x", PLAN));
	load("r");
	ck_assert_msg(strstr(lab_messages(&lab).ptr, lists[_i].want) != NULL,
		      "%s: %.*s", lists[_i].name, STR_ARG(lab_messages(&lab)));
	buf_release(&b);
}
END_TEST

static struct lab words;

static void set_up_words(void)
{
	lab_open(&words, SMALL_VOCAB);
}

static void tear_down_words(void)
{
	lab_close(&words);
}

/* What is left out gets its default: accepts forms shows point periods. */
static const struct {
	const char *parts;
	const char *want;
} defaults[] = {
	{ "expect: {p: {document: [plan]}}",
	  "document p accepts=document,record,shown "
	  "forms=full,excerpt,template,record shows=documented point=documented "
	  "1" },
	{ "expect: {p: {record: [protokoll]}}",
	  "record p accepts=record,shown forms=full,excerpt,record "
	  "shows=performed point=performed 1" },
	{ "expect: {p: {statement: plan}}",
	  "statement p accepts=document,record,shown,statement "
	  "forms=full,excerpt,record,letter shows=documented point=documented "
	  "1" },
	{ "expect: {p: {statement: plan, shows: performed}}",
	  "statement p accepts=document,record,shown,statement "
	  "forms=full,excerpt,record,letter shows=performed point=performed 1" },
	{ "expect: {p: {document: [plan], accepts: [statement], forms: "
	  "[letter], point: tested, periods: 3}}",
	  "document p accepts=statement forms=letter shows=documented "
	  "point=tested 3" },
	{ "expect: {p: {any: {q: {statement: plan}}}}",
	  "any p accepts= forms= shows=documented point=documented 1; statement "
	  "p/q accepts=document,record,shown,statement "
	  "forms=full,excerpt,record,letter shows=documented point=documented "
	  "1" },
	{ "expect: {p: {document: [plan], elements: {e: {element: ansvar, "
	  "elements: {f: {element: prov}}}}}}",
	  "document p accepts=document,record,shown "
	  "forms=full,excerpt,template,record shows=documented point=documented "
	  "1; element p/e accepts=document,record,shown "
	  "forms=full,excerpt,template,record shows=documented point=documented "
	  "1; element p/e/f accepts=document,record,shown "
	  "forms=full,excerpt,template,record shows=documented point=documented "
	  "1" },
};

static void put_bits(struct buf *b, const char *name, uint32_t bits,
		     struct words list)
{
	bool first = true;

	buf_putf(b, " %s=", name);
	for (size_t i = 0; i < list.count; i++) {
		if (!(bits >> i & 1))
			continue;
		buf_putf(b, "%s%s", first ? "" : ",", list.list[i]);
		first = false;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rows */
static void put_parts(struct buf *b, const struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *p = &parts->list[i];

		buf_putf(b, "%s%s %.*s", b->len ? "; " : "",
			 part_kind_words.list[p->kind], STR_ARG(p->label.str));
		put_bits(b, "accepts", p->accepts, accepts_words);
		put_bits(b, "forms", p->forms, doc_form_words);
		buf_putf(b, " shows=%s point=%s %u", shows_words.list[p->shows],
			 point_words.list[p->point], p->periods);
		if (part_group(p))
			put_parts(b, part_group(p));
		put_parts(b, &p->elements);
	}
}

START_TEST(what_is_left_out_gets_its_default)
{
	struct buf yaml = { 0 }, b = { 0 };
	const struct rule *r;

	buf_puts(&yaml, RULE(""));
	buf_puts(&yaml, defaults[_i].parts);
	buf_putc(&yaml, '\0');
	r = lab_rule(&words, yaml.ptr);
	put_parts(&b, &r->expect);
	ASSERT_STR(defaults[_i].parts, buf_str(&b), str_of(defaults[_i].want));
	buf_release(&yaml);
	buf_release(&b);
}
END_TEST

Suite *rules_suite(void)
{
	Suite *s = suite_create("rules");
	TCase *t = tcase_create("folders");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, rules_are_sorted_by_id_over_all_folders);
	tcase_add_test(t, a_broken_rule_is_left_out_and_named);
	tcase_add_test(t, the_second_of_two_equal_ids_is_broken);
	tcase_add_test(t, the_hash_is_of_the_rules_and_not_of_their_places);
	tcase_add_test(t, the_hash_of_the_words_is_theirs_alone);
	tcase_add_test(t, words_are_taken_from_the_fallback);
	tcase_add_test(t, several_paths_add_up);
	tcase_add_loop_test(t, nothing_usable_is_no_ruleset, 0, ROWS(nothing));
	tcase_add_loop_test(t, what_is_wrong_with_a_rule_is_told, 0, ROWS(wrong));
	tcase_add_loop_test(t, what_is_wrong_with_its_head_is_told, 0,
			    ROWS(heads));
	tcase_add_test(t, a_rule_without_tests_is_used_and_lint_says_so);
	tcase_add_loop_test(t, what_is_wrong_with_the_words_is_told, 0,
			    ROWS(lists));
	suite_add_tcase(s, t);
	t = tcase_create("freeze");
	tcase_add_unchecked_fixture(t, set_up_words, tear_down_words);
	tcase_add_loop_test(t, what_is_left_out_gets_its_default, 0,
			    ROWS(defaults));
	suite_add_tcase(s, t);
	return s;
}
