/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "unit.h"
#include "yaml/node.h"

#define FIX_YAML                                                               \
	"; look at the marked place; indent with spaces and close quotes and " \
	"brackets\n"
#define EMPTY                                                               \
	"f.yaml:1:1: error[yaml-empty]: the file is empty; write the keys " \
	"that are asked for, or remove the file\n"
#define ALIAS                                                                \
	"error[yaml-alias]: anchors and aliases (& and *) are not allowed; " \
	"write the value out where it is used\n"
#define KEY                                                                  \
	"error[yaml-key]: a key must be a plain word; write the key as one " \
	"word before the colon\n"
#define MANY                                                                  \
	"error[yaml-documents]: the file holds more than one YAML document; " \
	"keep one document a file, without a second ---\n"
#define TAG(tag)                                                             \
	"error[yaml-tag]: the tag " tag " is not allowed; remove it: every " \
	"value is read as text\n"
#define TWICE(key)                                                            \
	"error[duplicate-key]: the key \"" key "\" is given twice; keep one " \
	"of them\n"
#define BYTE(byte)                                                         \
	"error[not-utf8]: the byte " byte " is not valid UTF-8; save the " \
	"file as UTF-8\n"
#define SYNTAX(what) \
	"error[yaml]: this is not YAML that can be read: " what FIX_YAML

/* Each row: a text, whether it gives a tree, and all its messages. */
static const struct {
	const char *name;
	struct str text;
	bool tree;
	const char *want;
} rows[] = {
	{ "valid", STR_ROW("id: A-1\n"), true, "" },
	{ "list", STR_ROW("- a\n- {b: c}\n"), true, "" },
	{ "one word", STR_ROW("word\n"), true, "" },
	{ "json is yaml", STR_ROW("{\"a\":\t[1, null]}"), true, "" },
	{ "byte order mark",
	  STR_ROW("\xef\xbb\xbf"
		  "a: 1\n"),
	  true, "" },
	{ "byte order mark before many lines",
	  STR_ROW("\xef\xbb\xbf"
		  "a: 1\nb:\n  - c\nd: 2\n"),
	  true, "" },
	{ "carriage returns", STR_ROW("a: 1\r\nb:\r\n  - c\r\n"), true, "" },
	{ "explicit document", STR_ROW("%YAML 1.1\n---\na: 1\n...\n"), true, "" },
	{ "empty", STR_ROW(""), false, EMPTY },
	{ "no view at all", { 0 }, false, EMPTY },
	{ "blank", STR_ROW("\n\n"), false, EMPTY },
	{ "only a comment", STR_ROW("# a: 1\n"), false, EMPTY },
	{ "only a document start", STR_ROW("---\n"), false, EMPTY },
	{ "only a byte order mark", STR_ROW("\xef\xbb\xbf"), false, EMPTY },
	{ "duplicate key", STR_ROW("a: 1\nb: 2\na: 3\n"), true,
	  "f.yaml:3:1: " TWICE("a") },
	{ "two duplicates", STR_ROW("a: 1\na: 2\na: 3\n"), true,
	  "f.yaml:2:1: " TWICE("a") "f.yaml:3:1: " TWICE("a") },
	{ "equal keys in different maps", STR_ROW("a: {x: 1}\nb: {x: 1}\n"),
	  true, "" },
	{ "duplicate by quotes", STR_ROW("a: 1\n'a': 2\n"), true,
	  "f.yaml:2:1: " TWICE("a") },
	{ "duplicate by normal form", STR_ROW("å: 1\na\u030a: 2\n"), true,
	  "f.yaml:2:1: " TWICE("å") },
	{ "column counts letters", STR_ROW("å: {x: 1, x: 2}\n"), true,
	  "f.yaml:1:11: " TWICE("x") },
	{ "tab", STR_ROW("a:\n\tb: 1\n"), false,
	  "f.yaml:2:1: " SYNTAX("found character that cannot start any token") },
	{ "control character", STR_ROW("a: 1\nå: x\x01y\n"), false,
	  "f.yaml:2:5: " SYNTAX("control characters are not allowed") },
	{ "nul",
	  { "a: 1\nb: x\0y\n", 12 },
	  false,
	  "f.yaml:2:5: " SYNTAX("control characters are not allowed") },
	{ "control character after a byte order mark",
	  STR_ROW("\xef\xbb\xbf"
		  "a\x01: 1\n"),
	  false, "f.yaml:1:2: " SYNTAX("control characters are not allowed") },
	{ "not utf-8", STR_ROW("a: 1\nb: \xff\n"), false,
	  "f.yaml:2:4: " BYTE("0xff") },
	{ "not utf-8 after letters", STR_ROW("a: 1\nåäö: \xe5\n"), false,
	  "f.yaml:2:6: " BYTE("0xe5") },
	{ "overlong", STR_ROW("\xc0\xaf"), false, "f.yaml:1:1: " BYTE("0xc0") },
	{ "surrogate", STR_ROW("\xed\xa0\x80"), false,
	  "f.yaml:1:1: " BYTE("0xed") },
	{ "truncated", STR_ROW("a: \xc3"), false, "f.yaml:1:4: " BYTE("0xc3") },
	{ "anchor", STR_ROW("a: &x 1\nb: 2\n"), false, "f.yaml:1:4: " ALIAS },
	{ "anchor on a list", STR_ROW("a: &x [1]\n"), false,
	  "f.yaml:1:4: " ALIAS },
	{ "anchor on a map", STR_ROW("a: &x {b: 1}\n"), false,
	  "f.yaml:1:4: " ALIAS },
	{ "anchor on a key", STR_ROW("&x a: 1\n"), false, "f.yaml:1:1: " ALIAS },
	{ "alias", STR_ROW("a: 1\nb: *x\n"), false, "f.yaml:2:4: " ALIAS },
	{ "merge", STR_ROW("a: 1\n<<: *x\n"), false, "f.yaml:2:5: " ALIAS },
	{ "tag", STR_ROW("a: !!str 1\n"), false,
	  "f.yaml:1:4: " TAG("tag:yaml.org,2002:str") },
	{ "local tag", STR_ROW("a: !x [1]\n"), false, "f.yaml:1:4: " TAG("!x") },
	{ "tag on the whole", STR_ROW("!x {a: 1}\n"), false,
	  "f.yaml:1:1: " TAG("!x") },
	{ "tag on a key", STR_ROW("!x a: 1\n"), false, "f.yaml:1:1: " TAG("!x") },
	{ "two documents", STR_ROW("a: 1\n---\nb: 2\n"), false,
	  "f.yaml:2:1: " MANY },
	{ "list as key", STR_ROW("? [a]\n: b\n"), false, "f.yaml:1:3: " KEY },
	{ "map as key", STR_ROW("{{a: 1}: b}\n"), false, "f.yaml:1:2: " KEY },
};

START_TEST(messages)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };
	const struct node *n = node_read(&a, &d, STR("f.yaml"), rows[_i].text);

	diag_sort(&d);
	diag_render(&d, (struct diag_style){ .lang = LANG_EN }, &b);
	ASSERT_STR(rows[_i].name, buf_str(&b), str_of(rows[_i].want));
	ck_assert_int_eq(n != NULL, rows[_i].tree);
	ck_assert(n || d.errors);
	buf_release(&b);
	arena_free(&a);
}
END_TEST

/* What libyaml says differs with its version; that it says so, does not. */
static const char *const broken[] = {
	"a: 'x\n",        "a: \"x\n",  "a: [1, 2\n",    "a: {b: 1\n",
	"a: 1\n  b: 2\n", "a: b: c\n", "- a\nb: 1\n",   "a: 1\n- b\n",
	"a: ]\n",         "a: @x\n",   "a: `x\n",       "%x\n",
	"\"\\q\": 1\n",   "a: |x\n",   "a: 1\n b: 2\n", "]",
};

START_TEST(what_is_no_yaml_is_an_error)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };

	ck_assert_ptr_null(node_read(&a, &d, STR("f"), str_of(broken[_i])));
	ck_assert_uint_eq(d.count, 1);
	ck_assert_str_eq(diag_id(d.list[0].kind), "yaml");
	ck_assert_uint_ge(d.list[0].at.line, 1);
	arena_free(&a);
}
END_TEST

/* Each row: what stands after "a: ", and the text it is read as. */
static const struct {
	const char *written;
	const char *text;
	int quoted; /* -1: a block, neither one nor the other */
} scalars[] = {
	{ "no", "no", 0 },
	{ "yes", "yes", 0 },
	{ "1.10", "1.10", 0 },
	{ "007", "007", 0 },
	{ "0x1F", "0x1F", 0 },
	{ "1_000", "1_000", 0 },
	{ "2024-01-01", "2024-01-01", 0 },
	{ "12:30", "12:30", 0 },
	{ "null", "null", 0 },
	{ "~", "~", 0 },
	{ "", "", 0 },
	{ "två ord # anm", "två ord", 0 },
	{ "ett\n  två\n", "ett två", 0 },
	{ "'no'", "no", 1 },
	{ "\"1.10\"", "1.10", 1 },
	{ "''", "", 1 },
	{ "'it''s'", "it's", 1 },
	{ "\"a\\tb\\u00e5\"", "a\tbå", 1 },
	{ "\"a\\u030a\"", "å", 1 },
	{ "|\n  ett\n  två\n", "ett\ntvå\n", -1 },
	{ "|\r\n  ett\r\n  två\r\n", "ett\ntvå\n", -1 },
	{ "|-\n  ett\n\n  två\n", "ett\n\ntvå", -1 },
	{ ">\n  ett\n  två\n", "ett två\n", -1 },
	{ "Ra\u030ad", "Råd", 0 },
	{ "漢", "漢", 0 },
};

START_TEST(scalar_is_the_text_that_was_written)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };
	const struct node *n, *value;

	buf_putf(&b, "a: %s\n", scalars[_i].written);
	n = node_read(&a, &d, STR("f"), buf_str(&b));
	ck_assert_ptr_nonnull(n);
	ck_assert_uint_eq(d.count, 0);
	value = node_get(n, STR("a"));
	ck_assert_ptr_nonnull(value);
	ck_assert_int_eq(value->kind, NODE_SCALAR);
	ASSERT_STR(scalars[_i].written, value->text, str_of(scalars[_i].text));
	if (scalars[_i].quoted >= 0)
		ck_assert_int_eq(value->quoted, scalars[_i].quoted);
	buf_release(&b);
	arena_free(&a);
}
END_TEST

START_TEST(quoted_no_is_text)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 STR("a: no\nb: 'no'\n"));

	ck_assert_ptr_nonnull(n);
	ck_assert(!node_get(n, STR("a"))->quoted);
	ck_assert(node_get(n, STR("b"))->quoted);
	ck_assert_ptr_null(node_get(n, STR("c")));
	arena_free(&a);
}
END_TEST

START_TEST(nfd_keys_are_found_by_nfc)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 STR("pa\u030a: 1\no\u0308: 2\n"));

	ck_assert_ptr_nonnull(n);
	ck_assert_ptr_nonnull(node_get(n, STR("på")));
	ASSERT_STR("ö", node_get(n, STR("ö"))->text, STR("2"));
	ck_assert_ptr_null(node_get(n, STR("pa\u030a")));
	arena_free(&a);
}
END_TEST

START_TEST(the_first_of_two_keys_counts)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 STR("a: 1\nb: 2\na: 3\n"));

	ck_assert_ptr_nonnull(n);
	ASSERT_STR("a", node_get(n, STR("a"))->text, STR("1"));
	ck_assert_uint_eq(n->count, 2);
	arena_free(&a);
}
END_TEST

START_TEST(children_keep_their_order)
{
	static const char *const want[] = { "c", "a", "b" };
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 STR("[c, {x: 1, y: [], z: {}}, b]"));
	const struct node *child, *inner;

	ck_assert_ptr_nonnull(n);
	ck_assert_int_eq(n->kind, NODE_LIST);
	ck_assert_uint_eq(n->count, 3);
	child = n->first;
	ASSERT_STR("first", child->text, str_of(want[0]));
	inner = child->next;
	ck_assert_int_eq(inner->kind, NODE_MAP);
	ck_assert_uint_eq(inner->count, 3);
	ASSERT_STR("x", inner->first->key, STR("x"));
	ck_assert_int_eq(node_get(inner, STR("y"))->kind, NODE_LIST);
	ck_assert_uint_eq(node_get(inner, STR("y"))->count, 0);
	ck_assert_int_eq(node_get(inner, STR("z"))->kind, NODE_MAP);
	ASSERT_STR("last", inner->next->text, str_of(want[2]));
	ck_assert_ptr_null(inner->next->next);
	arena_free(&a);
}
END_TEST

/* Each row: where the key k and its value stand. */
static const struct {
	const char *text;
	uint32_t key_line;
	uint32_t key_col;
	uint32_t line;
	uint32_t col;
} places[] = {
	{ "k: v\n", 1, 1, 1, 4 },
	{ "\xef\xbb\xbf"
	  "k: v\n",
	  1, 1, 1, 4 },
	{ "\xef\xbb\xbf"
	  "a: 1\nk: v\n",
	  2, 1, 2, 4 },
	{ "a: 1\nk:   v\n", 2, 1, 2, 6 },
	{ "a: 1\r\nk: v\r\n", 2, 1, 2, 4 },
	{ "# åäö\n\nk: v\n", 3, 1, 3, 4 },
	{ "{åäö: 漢, k: v}\n", 1, 10, 1, 13 },
	{ "{a\u030a: 1, k: v}\n", 1, 9, 1, 12 },
	{ "k: 'v'\n", 1, 1, 1, 4 },
	{ "k: |\n  v\n", 1, 1, 1, 4 },
	{ "k:\n  v\n", 1, 1, 2, 3 },
	{ "k:\n  - v\n", 1, 1, 2, 3 },
	{ "k:\n  x: v\n", 1, 1, 2, 3 },
	{ "k: [v]\n", 1, 1, 1, 4 },
	{ "? k\n: v\n", 1, 3, 2, 3 },
};

START_TEST(keys_and_values_have_places)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 str_of(places[_i].text));
	const struct node *k;

	ck_assert_ptr_nonnull(n);
	k = node_get(n, STR("k"));
	ck_assert_ptr_nonnull(k);
	ASSERT_STR("file", k->at.file, STR("f"));
	ASSERT_STR("file", k->key_at.file, STR("f"));
	ck_assert_uint_eq(k->key_at.line, places[_i].key_line);
	ck_assert_uint_eq(k->key_at.col, places[_i].key_col);
	ck_assert_uint_eq(k->at.line, places[_i].line);
	ck_assert_uint_eq(k->at.col, places[_i].col);
	arena_free(&a);
}
END_TEST

START_TEST(list_items_have_places)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"),
					 STR("- å\n-   b\n- [c, d]\n"));

	ck_assert_ptr_nonnull(n);
	ck_assert_uint_eq(n->at.line, 1);
	ck_assert_uint_eq(n->first->next->at.line, 2);
	ck_assert_uint_eq(n->first->next->at.col, 5);
	n = n->first->next->next;
	ck_assert_uint_eq(n->first->next->at.line, 3);
	ck_assert_uint_eq(n->first->next->at.col, 7);
	arena_free(&a);
}
END_TEST

START_TEST(tree_does_not_point_into_the_text)
{
	char text[] = "key: value\n";
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	const struct node *n = node_read(&a, &d, STR("f"), str_of(text));

	ck_assert_ptr_nonnull(n);
	memset(text, 'x', sizeof(text) - 1);
	ASSERT_STR("key", n->first->key, STR("key"));
	ASSERT_STR("value", n->first->text, STR("value"));
	arena_free(&a);
}
END_TEST

static const struct {
	size_t depth;
	bool passes;
} depths[] = {
	{ 1, true },
	{ NODE_MAX_DEPTH - 1, true },
	{ NODE_MAX_DEPTH + 1, false },
	{ 100, false },
	{ 40000, false },
};

START_TEST(deep_nesting_is_refused)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };
	const struct node *n;

	buf_pad(&b, '[', depths[_i].depth);
	buf_putc(&b, 'x');
	buf_pad(&b, ']', depths[_i].depth);
	n = node_read(&a, &d, STR("f"), buf_str(&b));
	ck_assert_int_eq(n != NULL, depths[_i].passes);
	ck_assert_uint_eq(d.count, depths[_i].passes ? 0 : 1);
	if (d.count)
		ck_assert_str_eq(diag_id(d.list[0].kind), "yaml-deep");
	buf_release(&b);
	arena_free(&a);
}
END_TEST

/* Open brackets only, as a hostile file has them. */
START_TEST(open_brackets_end_at_once)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };

	buf_pad(&b, _i ? '{' : '[', 100000);
	ck_assert_ptr_null(node_read(&a, &d, STR("f"), buf_str(&b)));
	ck_assert_uint_ge(d.errors, 1);
	buf_release(&b);
	arena_free(&a);
}
END_TEST

START_TEST(map_of_too_many_keys_is_refused)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct buf b = { 0 };
	int keys = NODE_MAX_KEYS + _i;
	const struct node *n;

	for (int i = 0; i < keys; i++)
		buf_putf(&b, "k%d: v\n", i);
	n = node_read(&a, &d, STR("f"), buf_str(&b));
	ck_assert_int_eq(n != NULL, _i == 0);
	ck_assert_uint_eq(d.count, (size_t)_i);
	if (d.count)
		ck_assert_str_eq(diag_id(d.list[0].kind), "yaml-large");
	buf_release(&b);
	arena_free(&a);
}
END_TEST

static void add_trees(TCase *t)
{
	tcase_add_loop_test(t, scalar_is_the_text_that_was_written, 0,
			    ROWS(scalars));
	tcase_add_test(t, quoted_no_is_text);
	tcase_add_test(t, nfd_keys_are_found_by_nfc);
	tcase_add_test(t, the_first_of_two_keys_counts);
	tcase_add_test(t, children_keep_their_order);
	tcase_add_loop_test(t, keys_and_values_have_places, 0, ROWS(places));
	tcase_add_test(t, list_items_have_places);
	tcase_add_test(t, tree_does_not_point_into_the_text);
}

Suite *yaml_suite(void)
{
	Suite *s = suite_create("yaml");
	TCase *t = tcase_create("yaml");

	tcase_add_loop_test(t, messages, 0, ROWS(rows));
	tcase_add_loop_test(t, what_is_no_yaml_is_an_error, 0, ROWS(broken));
	add_trees(t);
	tcase_add_loop_test(t, deep_nesting_is_refused, 0, ROWS(depths));
	tcase_add_loop_test(t, open_brackets_end_at_once, 0, 2);
	tcase_add_loop_test(t, map_of_too_many_keys_is_refused, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
