/* SPDX-License-Identifier: EUPL-1.2 */
#include <stddef.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "unit_lab.h"
#include "yaml/fields.h"
#include "yaml/node.h"

/* A map with one key of every type. */
enum fruit {
	FRUIT_UNSET,
	FRUIT_APPLE,
	FRUIT_PEAR,
	FRUIT_PLUM,
	FRUITS
};

static const char *const fruit_names[] = {
	[FRUIT_APPLE] = "apple",
	[FRUIT_PEAR] = "pear",
	[FRUIT_PLUM] = "plum",
};
static const struct words fruits = { fruit_names, FRUITS };

struct leaf {
	struct text label; /* of a labelled map */
	struct text name;
	struct place at;
};

struct tree {
	struct text text;
	struct text id;
	struct texts texts;
	uint32_t number;
	struct date date;
	struct duration duration;
	enum fruit word;
	uint32_t words;
	struct leaf map;
	struct {
		struct leaf *list;
		size_t count;
	} list;
	struct {
		struct leaf *list;
		size_t count;
	} labelled;
	struct text both[LANGS];
	const struct node *node;
	struct text maybe;
	struct place at;
};

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct field leaf_rows[] = {
	{ .type = FIELD_PLACE, AT(leaf, at) },
	{ .key = "name",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  AT(leaf, name) },
};
static const struct fields leaf_set = FIELDS("a leaf", struct leaf, leaf_rows);

static const struct field tree_rows[] = {
	{ .type = FIELD_PLACE, AT(tree, at) },
	{ .key = "text", .type = FIELD_TEXT, AT(tree, text) },
	{ .key = "id", .type = FIELD_ID, AT(tree, id) },
	{ .key = "texts", .type = FIELD_TEXTS, AT(tree, texts) },
	{ .key = "number", .type = FIELD_NUMBER, AT(tree, number), .least = 2 },
	{ .key = "date", .type = FIELD_DATE, AT(tree, date) },
	{ .key = "duration", .type = FIELD_DURATION, AT(tree, duration) },
	{ .key = "word", .type = FIELD_WORD, AT(tree, word), .words = &fruits },
	{ .key = "words", .type = FIELD_WORDS, AT(tree, words), .words = &fruits },
	{ .key = "map", .type = FIELD_MAP, AT(tree, map), .set = &leaf_set },
	{ .key = "list", .type = FIELD_LIST, AT(tree, list), .set = &leaf_set },
	{ .key = "labelled",
	  .type = FIELD_LABELLED,
	  AT(tree, labelled),
	  .set = &leaf_set },
	{ .key = "both", .type = FIELD_BOTH, AT(tree, both) },
	{ .key = "node", .type = FIELD_NODE, AT(tree, node) },
	{ .key = "maybe", .type = FIELD_TEXT, .flags = FIELD_NULL, AT(tree, maybe) },
};
static const struct fields tree_set = FIELDS("a tree", struct tree, tree_rows);

/* Read a file with the keys of a tree. */
static bool read_tree(struct lab *l, const char *yaml, struct tree *ret_tree)
{
	struct fields_reader r = { &l->arena, &l->diags };
	const struct node *n;

	l->diags.arena = &l->arena;
	n = node_read(&l->arena, &l->diags, STR("f"), str_of(yaml));
	ck_assert_msg(n != NULL, "%s", yaml);
	*ret_tree = (struct tree){ 0 };
	return fields_read(&r, n, &tree_set, ret_tree);
}

/* What is not right: the messages, without the file's name. */
static const struct {
	const char *name;
	const char *yaml;
	const char *want;
} wrong[] = {
	{ "unknown key", "wordz: apple\n",
	  "f:1:1: error[unknown-key]: \"wordz\" is not a key of a tree; did you "
	  "mean \"word\"?\n" },
	{ "unknown key, nothing near", "zebra-stripes: 1\n",
	  "f:1:1: error[unknown-key]: \"zebra-stripes\" is not a key of a tree; "
	  "remove it, or see the documentation of the format\n" },
	{ "missing key", "map: {}\n",
	  "f:1:6: error[missing-key]: a leaf lacks the key \"name\"; add it\n" },
	{ "missing in a list", "list:\n  - name: a\n  - {}\n",
	  "f:3:5: error[missing-key]: a leaf lacks the key \"name\"; add it\n" },
	{ "text is a list", "text: [a]\n",
	  "f:1:7: error[wrong-type]: \"text\" must be text; write it so\n" },
	{ "texts is a map", "texts: {a: b}\n",
	  "f:1:8: error[wrong-type]: \"texts\" must be a list of texts; write it "
	  "so\n" },
	{ "texts of lists", "texts: [a, [b]]\n",
	  "f:1:12: error[wrong-type]: \"texts\" must be a list of texts; write "
	  "it so\n" },
	{ "map is text", "map: a\n",
	  "f:1:6: error[wrong-type]: \"map\" must be a map of keys; write it "
	  "so\n" },
	{ "list is a map", "list: {name: a}\n",
	  "f:1:7: error[wrong-type]: \"list\" must be a list of maps; write it "
	  "so\n" },
	{ "list of texts", "list: [a]\n",
	  "f:1:8: error[wrong-type]: \"list\" must be a list of maps; write it "
	  "so\n" },
	{ "labelled is a list", "labelled: [a]\n",
	  "f:1:11: error[wrong-type]: \"labelled\" must be a map of labels; "
	  "write it so\n" },
	{ "label is no id", "labelled: {a b: {name: x}}\n",
	  "f:1:12: error[bad-id]: \"a b\" can't be an id; use letters, digits, "
	  "dots, hyphens and underscores, at most 100\n" },
	{ "both is text", "both: a\n",
	  "f:1:7: error[wrong-type]: \"both\" must be {sv: …, en: …}; write it "
	  "so\n" },
	{ "both lacks sv", "both: {en: a}\n",
	  "f:1:7: error[missing-key]: a text in two languages lacks the key "
	  "\"sv\"; add it\n" },
	{ "both in a third language", "both: {sv: a, fi: b}\n",
	  "f:1:15: error[unknown-key]: \"fi\" is not a key of a text in two "
	  "languages; remove it, or see the documentation of the format\n" },
	{ "no id", "id: två ord\n",
	  "f:1:5: error[bad-id]: \"två ord\" can't be an id; use letters, "
	  "digits, dots, hyphens and underscores, at most 100\n" },
	{ "empty id", "id: \"\"\n",
	  "f:1:5: error[bad-id]: \"\" can't be an id; use letters, digits, dots, "
	  "hyphens and underscores, at most 100\n" },
	{ "number too small", "number: 1\n",
	  "f:1:9: error[bad-number]: \"1\" is not a whole number from 2; write "
	  "it with digits\n" },
	{ "negative number", "number: -3\n",
	  "f:1:9: error[bad-number]: \"-3\" is not a whole number from 2; write "
	  "it with digits\n" },
	{ "number too long", "number: 1234567890\n",
	  "f:1:9: error[bad-number]: \"1234567890\" is not a whole number from "
	  "2; write it with digits\n" },
	{ "number is a list", "number: [3]\n",
	  "f:1:9: error[bad-number]: \"\" is not a whole number from 2; write it "
	  "with digits\n" },
	{ "no date", "date: 2025-13\n",
	  "f:1:7: error[bad-date]: \"2025-13\" is not a date; write 2025, "
	  "2025-02 or 2025-02-10\n" },
	{ "date is a map", "date: {a: b}\n",
	  "f:1:7: error[wrong-type]: \"date\" must be a date; write it so\n" },
	{ "no duration", "duration: soon\n",
	  "f:1:11: error[bad-duration]: \"soon\" is not a length of time; write "
	  "a number and days, months or years, as 12 months\n" },
	{ "duration is a list", "duration: [1 day]\n",
	  "f:1:11: error[wrong-type]: \"duration\" must be a length of time; "
	  "write it so\n" },
	{ "unknown word", "word: cherry\n",
	  "f:1:7: error[unknown-word]: \"cherry\" is not one of: apple, pear, "
	  "plum; write one of them\n" },
	{ "near word", "word: aple\n",
	  "f:1:7: error[unknown-word]: \"aple\" is not one of: apple, pear, "
	  "plum; did you mean \"apple\"?\n" },
	{ "word is a list", "word: [apple]\n",
	  "f:1:7: error[wrong-type]: \"word\" must be one of the allowed words; "
	  "write it so\n" },
	{ "words is text", "words: apple\n",
	  "f:1:8: error[wrong-type]: \"words\" must be a list of the allowed "
	  "words; write it so\n" },
	{ "one of the words", "words: [apple, peer]\n",
	  "f:1:16: error[unknown-word]: \"peer\" is not one of: apple, pear, "
	  "plum; did you mean \"pear\"?\n" },
	{ "no map at all", "[a]\n",
	  "f:1:1: error[wrong-type]: \"a tree\" must be a map of keys; write it "
	  "so\n" },
	{ "all of them, not the first", "text: [a]\nid: \"\"\nzz: 1\n",
	  "f:1:7: error[wrong-type]: \"text\" must be text; write it so\n"
	  "f:2:5: error[bad-id]: \"\" can't be an id; use letters, digits, dots, "
	  "hyphens and underscores, at most 100\n"
	  "f:3:1: error[unknown-key]: \"zz\" is not a key of a tree; remove it, "
	  "or see the documentation of the format\n" },
};

START_TEST(what_is_wrong_is_told_at_its_place)
{
	struct lab l = { 0 };
	struct tree t;

	ck_assert(!read_tree(&l, wrong[_i].yaml, &t));
	ASSERT_STR(wrong[_i].name, lab_messages(&l), str_of(wrong[_i].want));
	arena_free(&l.arena);
}
END_TEST

/* The values of a tree as one line. */
static struct str show(struct lab *l, const struct tree *t)
{
	struct buf b = { 0 };
	struct str ret;

	buf_putf(&b, "%.*s|%.*s|", STR_ARG(t->text.str), STR_ARG(t->id.str));
	for (size_t i = 0; i < t->texts.count; i++)
		buf_putf(&b, "%.*s,", STR_ARG(t->texts.list[i].str));
	buf_putf(&b, "|%u|%d..%d|%u/%d|%d|%x|%.*s|", t->number, t->date.first,
		 t->date.last, t->duration.count, (int)t->duration.unit,
		 (int)t->word, t->words, STR_ARG(t->map.name.str));
	for (size_t i = 0; i < t->list.count; i++)
		buf_putf(&b, "%.*s,", STR_ARG(t->list.list[i].name.str));
	buf_puts(&b, "|");
	for (size_t i = 0; i < t->labelled.count; i++)
		buf_putf(&b, "%.*s:%.*s,", STR_ARG(t->labelled.list[i].label.str),
			 STR_ARG(t->labelled.list[i].name.str));
	buf_putf(&b, "|%.*s/%.*s|%s|%.*s", STR_ARG(t->both[LANG_SV].str),
		 STR_ARG(t->both[LANG_EN].str), t->node ? "node" : "",
		 STR_ARG(t->maybe.str));
	ret = buf_take(&b, &l->arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *name;
	const char *yaml;
	const char *want;
} right[] = {
	{ "nothing", "{}", "|||0|0..0|0/0|0|0||||/||" },
	{ "text", "text: no", "no|||0|0..0|0/0|0|0||||/||" },
	{ "empty text", "text: \"\"", "|||0|0..0|0/0|0|0||||/||" },
	{ "id beyond ascii", "id: ärende-1.b_2",
	  "|ärende-1.b_2||0|0..0|0/0|0|0||||/||" },
	{ "texts", "texts: [a, b]", "||a,b,|0|0..0|0/0|0|0||||/||" },
	{ "one text for a list of one", "texts: a b",
	  "||a b,|0|0..0|0/0|0|0||||/||" },
	{ "least number", "number: 2", "|||2|0..0|0/0|0|0||||/||" },
	{ "leading zeros", "number: 007", "|||7|0..0|0/0|0|0||||/||" },
	{ "largest number", "number: 999999999",
	  "|||999999999|0..0|0/0|0|0||||/||" },
	{ "a day", "date: 1970-01-02", "|||0|1..1|0/0|0|0||||/||" },
	{ "a month is all of it", "date: 1970-01", "|||0|0..30|0/0|0|0||||/||" },
	{ "a year is all of it", "date: 1970", "|||0|0..364|0/0|0|0||||/||" },
	{ "duration", "duration: 18 months", "|||0|0..0|18/1|0|0||||/||" },
	{ "word", "word: pear", "|||0|0..0|0/0|2|0||||/||" },
	{ "words are bits", "words: [apple, plum]", "|||0|0..0|0/0|0|a||||/||" },
	{ "no words", "words: []", "|||0|0..0|0/0|0|0||||/||" },
	{ "a word twice", "words: [pear, pear]", "|||0|0..0|0/0|0|4||||/||" },
	{ "map", "map: {name: x}", "|||0|0..0|0/0|0|0|x|||/||" },
	{ "list", "list: [{name: x}, {name: y}]", "|||0|0..0|0/0|0|0||x,y,||/||" },
	{ "labelled", "labelled: {a: {name: x}, b: {name: y}}",
	  "|||0|0..0|0/0|0|0|||a:x,b:y,|/||" },
	{ "both", "both: {sv: ja, en: yes}", "|||0|0..0|0/0|0|0||||ja/yes||" },
	{ "both, Swedish only", "both: {sv: ja}", "|||0|0..0|0/0|0|0||||ja/||" },
	{ "node", "node: [1]", "|||0|0..0|0/0|0|0||||/|node|" },
	{ "null", "maybe: null", "|||0|0..0|0/0|0|0||||/||" },
	{ "tilde", "maybe: ~", "|||0|0..0|0/0|0|0||||/||" },
	{ "nothing after the colon", "maybe:", "|||0|0..0|0/0|0|0||||/||" },
	{ "quoted null is text", "maybe: \"null\"",
	  "|||0|0..0|0/0|0|0||||/||null" },
	{ "null elsewhere is text", "text: null", "null|||0|0..0|0/0|0|0||||/||" },
};

START_TEST(values_go_where_the_table_says)
{
	struct lab l = { 0 };
	struct tree t;

	ck_assert_msg(read_tree(&l, right[_i].yaml, &t), "%s", right[_i].name);
	ASSERT_STR(right[_i].name, show(&l, &t), str_of(right[_i].want));
	ck_assert_uint_eq(l.diags.count, 0);
	arena_free(&l.arena);
}
END_TEST

START_TEST(every_value_knows_its_place)
{
	struct lab l = { 0 };
	struct tree t;

	ck_assert(read_tree(&l,
			    "text: a\nlabelled:\n  x:\n    name: b\nmap:\n"
			    "  name: c\n",
			    &t));
	ck_assert_uint_eq(t.at.line, 1);
	ck_assert_uint_eq(t.text.at.line, 1);
	ck_assert_uint_eq(t.text.at.col, 7);
	ck_assert_uint_eq(t.labelled.list[0].label.at.line, 3);
	ck_assert_uint_eq(t.labelled.list[0].at.line, 3);
	ck_assert_uint_eq(t.labelled.list[0].at.col, 3);
	ck_assert_uint_eq(t.labelled.list[0].name.at.col, 11);
	ck_assert_uint_eq(t.map.at.line, 5);
	ASSERT_STR("file", t.map.at.file, STR("f"));
	arena_free(&l.arena);
}
END_TEST

START_TEST(what_is_right_is_kept_beside_what_is_wrong)
{
	struct lab l = { 0 };
	struct tree t;

	ck_assert(!read_tree(&l, "text: a\nid: \"\"\nnumber: 5\nzz: 1\n", &t));
	ASSERT_STR("text", t.text.str, STR("a"));
	ck_assert_uint_eq(t.number, 5);
	ck_assert_uint_eq(l.diags.errors, 2);
	arena_free(&l.arena);
}
END_TEST

static const struct {
	size_t length;
	bool ok;
} lengths[] = { { 1, true }, { 100, true }, { 101, false } };

START_TEST(an_id_has_at_most_100_bytes)
{
	struct lab l = { 0 };
	struct tree t;
	char yaml[128] = "id: ";

	memset(yaml + 4, 'a', lengths[_i].length);
	ck_assert_int_eq(read_tree(&l, yaml, &t), lengths[_i].ok);
	arena_free(&l.arena);
}
END_TEST

Suite *fields_suite(void)
{
	Suite *s = suite_create("fields");
	TCase *t = tcase_create("fields");

	tcase_add_loop_test(t, what_is_wrong_is_told_at_its_place, 0,
			    ROWS(wrong));
	tcase_add_loop_test(t, values_go_where_the_table_says, 0, ROWS(right));
	tcase_add_test(t, every_value_knows_its_place);
	tcase_add_test(t, what_is_right_is_kept_beside_what_is_wrong);
	tcase_add_loop_test(t, an_id_has_at_most_100_bytes, 0, ROWS(lengths));
	suite_add_tcase(s, t);
	return s;
}
