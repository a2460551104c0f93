/* SPDX-License-Identifier: EUPL-1.2 */
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "render/render.h"
#include "unit.h"
#include "unit_render.h"
#include "json/writer.h"

static const struct str no_key = { 0 };

/* What is written for one string in a list, without the list. */
static struct str write_string(struct buf *b, struct str s)
{
	struct json_writer *w = json_writer_new();

	json_put_str(w, no_key, s);
	ck_assert(json_writer_finish(w, 0, b));
	return (struct str){ b->ptr, b->len };
}

static const struct {
	const char *name;
	struct str in;
	const char *want;
} strings[] = {
	{ "empty", STR_ROW(""), "\"\"\n" },
	{ "null pointer", { NULL, 0 }, "\"\"\n" },
	{ "letters", STR_ROW("åäö"), "\"åäö\"\n" },
	{ "letters and marks", STR_ROW("a\xcc\x8a"), "\"a\xcc\x8a\"\n" },
	{ "outside the plane", STR_ROW("\xf0\x9f\x99\x82"),
	  "\"\xf0\x9f\x99\x82\"\n" },
	{ "quotes", STR_ROW("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"\n" },
	{ "control", STR_ROW("a\nb\tc\x1b[31m"), "\"a\\nb\\tc\\u001B[31m\"\n" },
	{ "nul", STR_ROW("a\0b"), "\"a\\u0000b\"\n" },
	{ "delete", STR_ROW("a\x7f"), "\"a\\u007F\"\n" },
	{ "control of the upper half",
	  STR_ROW("\xc2\x9b"
		  "31m\xc2\xa0\xc2\x80"),
	  "\"\\u009B31m\xc2\xa0\\u0080\"\n" },
	{ "bad byte",
	  STR_ROW("a\xff"
		  "b"),
	  "\"a\xef\xbf\xbd"
	  "b\"\n" },
	{ "two bad bytes", STR_ROW("\x80\xbf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"\n" },
	{ "cut letter", STR_ROW("\xc3"), "\"\xef\xbf\xbd\"\n" },
	{ "overlong", STR_ROW("\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"\n" },
	{ "surrogate", STR_ROW("\xed\xa0\x80"),
	  "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"\n" },
	{ "too high", STR_ROW("\xf4\x90\x80\x80"),
	  "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"\n" },
	{ "not a character", STR_ROW("\xef\xbf\xbf"), "\"\xef\xbf\xbf\"\n" },
};

START_TEST(string)
{
	struct buf b = { 0 };
	struct str got = write_string(&b, strings[_i].in);

	ck_assert_msg(str_eq(got, str_of(strings[_i].want)), "%s: got %.*s",
		      strings[_i].name, STR_ARG(got));
	buf_release(&b);
}
END_TEST

static void write_all_kinds(struct json_writer *w)
{
	json_put_object(w, no_key);
	json_put_str(w, STR("z"), STR("last letter first"));
	json_put_int(w, STR("min"), INT64_MIN);
	json_put_int(w, STR("max"), INT64_MAX);
	json_put_bool(w, STR("yes"), true);
	json_put_bool(w, STR("no"), false);
	json_put_null(w, STR("null"));
	json_put_list(w, STR("list"));
	json_put_int(w, no_key, 1);
	json_put_object(w, no_key);
	json_put_end(w);
	json_put_list(w, no_key);
	json_put_end(w);
	json_put_end(w);
	json_put_object(w, STR("a"));
	json_put_str(w, STR("b"), STR("c"));
	json_put_end(w);
	json_put_end(w);
}

static const struct {
	unsigned indent;
	const char *want;
} layouts[] = {
	{ 0, "{\"z\":\"last letter first\",\"min\":-9223372036854775808,"
	     "\"max\":9223372036854775807,\"yes\":true,\"no\":false,"
	     "\"null\":null,\"list\":[1,{},[]],\"a\":{\"b\":\"c\"}}\n" },
	{ 2, "{\n"
	     "  \"z\": \"last letter first\",\n"
	     "  \"min\": -9223372036854775808,\n"
	     "  \"max\": 9223372036854775807,\n"
	     "  \"yes\": true,\n"
	     "  \"no\": false,\n"
	     "  \"null\": null,\n"
	     "  \"list\": [\n"
	     "    1,\n"
	     "    {},\n"
	     "    []\n"
	     "  ],\n"
	     "  \"a\": {\n"
	     "    \"b\": \"c\"\n"
	     "  }\n"
	     "}\n" },
};

START_TEST(layout)
{
	struct json_writer *w = json_writer_new();
	struct buf b = { 0 };

	write_all_kinds(w);
	ck_assert(json_writer_finish(w, layouts[_i].indent, &b));
	ck_assert_str_eq(b.ptr, layouts[_i].want);
	buf_release(&b);
}
END_TEST

START_TEST(bad_bytes_in_a_key_are_replaced)
{
	struct json_writer *w = json_writer_new();
	struct buf b = { 0 };

	json_put_object(w, no_key);
	json_put_int(w, STR("a\xff"), 1);
	json_put_end(w);
	ck_assert(json_writer_finish(w, 0, &b));
	ck_assert_str_eq(b.ptr, "{\"a\xef\xbf\xbd\":1}\n");
	buf_release(&b);
}
END_TEST

START_TEST(deep_nesting_is_kept)
{
	enum {
		DEPTH = 1500
	};
	struct json_writer *w = json_writer_new();
	struct buf b = { 0 };
	json_t *read, *at;
	size_t depth = 0;

	for (int i = 0; i < DEPTH; i++)
		json_put_list(w, no_key);
	for (int i = 0; i < DEPTH; i++)
		json_put_end(w);
	ck_assert(json_writer_finish(w, 0, &b));
	read = json_loadb(b.ptr, b.len, 0, NULL);
	ck_assert_ptr_nonnull(read);
	for (at = read; at; at = json_array_get(at, 0))
		depth++;
	ck_assert_uint_eq(depth, DEPTH);
	json_decref(read);
	buf_release(&b);
}
END_TEST

START_TEST(what_was_there_before_is_kept)
{
	struct json_writer *w = json_writer_new();
	struct buf b = { 0 };

	buf_puts(&b, "[1]\n");
	json_put_list(w, no_key);
	json_put_end(w);
	ck_assert(json_writer_finish(w, 0, &b));
	ck_assert_str_eq(b.ptr, "[1]\n[]\n");
	buf_release(&b);
}
END_TEST

START_TEST(nothing_written_is_no_json)
{
	struct buf b = { 0 };

	ck_assert(!json_writer_finish(json_writer_new(), 2, &b));
	ck_assert(!json_writer_finish(NULL, 2, &b));
	ck_assert_uint_eq(b.len, 0);
	buf_release(&b);
}
END_TEST

START_TEST(without_a_writer_nothing_happens)
{
	struct buf b = { 0 };

	write_all_kinds(NULL);
	ck_assert(!json_writer_finish(NULL, 0, &b));
	buf_release(&b);
}
END_TEST

static void read_back(unsigned first, unsigned second)
{
	char pair[2] = { (char)first, (char)second };
	struct buf b = { 0 };
	json_t *read;

	write_string(&b, (struct str){ pair, 2 });
	read = json_loadb(b.ptr, b.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	ck_assert_msg(read != NULL, "bytes %02x %02x", first, second);
	ck_assert_uint_ge(json_string_length(read), 2);
	json_decref(read);
	buf_release(&b);
}

START_TEST(every_pair_of_bytes_can_be_read_back)
{
	for (unsigned i = 0; i < 0x10000; i++)
		read_back(i >> 8, i & 0xff);
}
END_TEST

static json_t *render(size_t count)
{
	static const struct assessment *const list[] = { &whole, &empty };
	struct render_style style = { .program = "liskoll 0.1.0" };
	struct buf b = { 0 };
	json_t *read;

	render_json(&b, list, count, &style);
	ck_assert(buf_ok(&b));
	read = json_loadb(b.ptr, b.len, JSON_REJECT_DUPLICATES, NULL);
	ck_assert_ptr_nonnull(read);
	buf_release(&b);
	return read;
}

/* "results.0.rule" */
static json_t *find(json_t *value, const char *path)
{
	struct str rest = str_of(path), step;

	while (rest.len && str_cut(&rest, '.', &step)) {
		if (json_is_array(value))
			value = json_array_get(
				value, (size_t)strtoul(step.ptr, NULL, 10));
		else
			value = json_object_getn(value, step.ptr, step.len);
	}
	return value;
}

/* The value on one line, or its keys; to be freed. */
static char *show(json_t *value, bool only_keys)
{
	struct buf b = { 0 };
	void *at;

	if (!only_keys)
		return json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	for (at = json_object_iter(value); at;
	     at = json_object_iter_next(value, at))
		buf_putf(&b, "%s%s", b.len ? " " : "", json_object_iter_key(at));
	return b.ptr;
}

/* Every key of the format, in the order in which it is written. */
static const struct {
	const char *path;
	const char *keys;
} keys[] = {
	{ "", "format program rules municipality as_of results waivers "
	      "judgements totals completeness earlier" },
	{ "rules", "hash vocab_hash selected" },
	{ "municipality", "name code folder" },
	{ "results.0", "rule replaces version status title why subject subject_name "
		       "subject_kind rollup area controls law priority "
		       "effort verdict counted parts least remedy" },
	{ "results.0.title", "sv en" },
	{ "results.0.why", "sv en" },
	{ "results.0.remedy", "sv en" },
	{ "results.0.parts.0",
	  "label title shows verdict reason counted about counts "
	  "remark summary priority "
	  "finding quotes considered considered_more "
	  "to_close earlier waived judgement" },
	{ "results.0.parts.0.quotes.0", "source title place text stance hedged" },
	{ "results.0.parts.0.quotes.0.place", "file line col page" },
	{ "results.0.parts.1.to_close", "sv en" },
	{ "results.0.parts.1.earlier", "verdict status" },
	{ "totals", "met partial gap na na-unproven unknown" },
	{ "completeness",
	  "rules_evaluated rules_not_evaluated documents_received "
	  "documents_read documents_title_only documents_unread incomplete" },
	{ "completeness.documents_unread.0", "id title why" },
};

START_TEST(keys_of_the_format)
{
	json_t *read = render(1);
	char *got = show(find(read, keys[_i].path), true);

	ck_assert_str_eq(got, keys[_i].keys);
	free(got);
	json_decref(read);
}
END_TEST

static const struct {
	const char *path;
	const char *value;
} values[] = {
	{ "format", "\"liskoll-assessment/1\"" },
	{ "program", "\"liskoll 0.1.0\"" },
	{ "rules", "{\"hash\":\"3f0c1a\",\"vocab_hash\":\"77aa77\","
		   "\"selected\":5}" },
	{ "municipality.name", "\"Exempelköpings kommun\"" },
	{ "municipality.code", "\"9999\"" },
	{ "as_of", "\"2026-03-01\"" },
	{ "results.0.rule", "\"access-review\"" },
	{ "results.0.version", "3" },
	{ "results.0.title", "{\"sv\":\"Behörigheter ses över\","
			     "\"en\":\"Access is reviewed\"}" },
	{ "results.3.title", "{\"sv\":\"Loggar används\",\"en\":null}" },
	{ "results.3.remedy", "{\"sv\":null,\"en\":null}" },
	{ "results.0.subject", "\"S1\"" },
	{ "results.0.subject_name", "\"Ekonomisystem\"" },
	{ "results.0.subject_kind", "\"system\"" },
	{ "results.0.rollup", "false" },
	{ "results.1.subject", "null" },
	{ "results.1.subject_kind", "\"system\"" },
	{ "results.1.rollup", "true" },
	{ "results.2.subject", "null" },
	{ "results.2.subject_kind", "\"organisation\"" },
	{ "results.0.area", "\"access-control\"" },
	{ "results.0.controls",
	  "[\"iso27001-2022:A.5.18\",\"iso27001-2022:A.8.2\"]" },
	{ "results.0.priority", "\"short\"" },
	{ "results.0.effort", "\"M\"" },
	{ "results.2.effort", "null" },
	{ "results.2.verdict", "\"na-unproven\"" },
	{ "results.0.parts.0.reason", "null" },
	{ "results.0.parts.0.finding", "null" },
	{ "results.0.parts.0.to_close", "null" },
	{ "results.0.parts.0.earlier", "null" },
	{ "results.0.parts.0.waived", "null" },
	{ "results.0.parts.0.shows", "\"documented\"" },
	{ "results.0.parts.0.verdict", "\"met\"" },
	{ "results.0.parts.1.label", "\"review/combined-roles\"" },
	{ "results.0.parts.1.reason", "\"draft\"" },
	{ "results.0.parts.1.about", "\"Rutin behörigheter.docx\"" },
	{ "results.0.parts.1.finding", "\"5f1d0c3a9b7e4b2c\"" },
	{ "results.0.parts.1.to_close", "{\"sv\":\"Besluta rutinen.\","
					"\"en\":\"Decide the routine.\"}" },
	{ "results.0.parts.1.earlier",
	  "{\"verdict\":\"gap\",\"status\":\"partly\"}" },
	{ "results.0.parts.1.quotes.0",
	  "{\"source\":\"D1\",\"title\":\"Rutin behörigheter.docx\","
	  "\"place\":{\"file\":\"documents/Rutin behörigheter.docx\","
	  "\"line\":12,\"col\":5,\"page\":null},"
	  "\"text\":\"Behörigheter ska ses över årligen.\","
	  "\"stance\":\"norm\",\"hedged\":false}" },
	{ "results.0.parts.1.quotes.1.stance", "\"partial\"" },
	{ "results.0.parts.1.quotes.1.hedged", "true" },
	{ "results.0.parts.2.quotes.2.place",
	  "{\"file\":null,\"line\":null,\"col\":null,\"page\":null}" },
	{ "results.0.parts.2.shows", "\"performed\"" },
	{ "results.0.parts.2.counts", "true" },
	{ "results.0.parts.3.counts", "false" },
	{ "totals", "{\"met\":1,\"partial\":1,\"gap\":1,\"na\":2,"
		    "\"na-unproven\":1,\"unknown\":4}" },
	{ "completeness",
	  "{\"rules_evaluated\":3,"
	  "\"rules_not_evaluated\":[\"bad-rule\",\"worse-rule\"],"
	  "\"documents_received\":4,\"documents_read\":2,\"documents_title_only\":0,"
	  "\"documents_unread\":[{\"id\":\"D3\",\"title\":"
	  "\"Loggpolicy.pdf\",\"why\":{\"sv\":\"it is encrypted\","
	  "\"en\":\"it is encrypted\"}},{\"id\":\"D4\",\"title\":null,"
	  "\"why\":{\"sv\":null,\"en\":null}}],\"incomplete\":true}" },
};

START_TEST(value_of_a_key)
{
	json_t *read = render(1);
	char *got = show(find(read, values[_i].path), false);

	ck_assert_ptr_nonnull(got);
	ck_assert_msg(strcmp(got, values[_i].value) == 0, "%s: got %s",
		      values[_i].path, got);
	free(got);
	json_decref(read);
}
END_TEST

START_TEST(several_assessments_are_a_run)
{
	json_t *read = render(2);
	json_t *one = render(1);
	char *got = show(read, true);

	ck_assert_str_eq(got, "format program assessments");
	ck_assert_str_eq(json_string_value(find(read, "format")),
			 "liskoll-run/1");
	ck_assert_uint_eq(json_array_size(find(read, "assessments")), 2);
	ck_assert(json_equal(find(read, "assessments.0"), one));
	ck_assert_str_eq(
		json_string_value(find(read, "assessments.1.municipality.name")),
		"Tomköping");
	free(got);
	json_decref(one);
	json_decref(read);
}
END_TEST

START_TEST(no_assessment_is_an_empty_run)
{
	json_t *read = render(0);

	ck_assert_uint_eq(json_array_size(find(read, "assessments")), 0);
	ck_assert_ptr_nonnull(find(read, "assessments"));
	json_decref(read);
}
END_TEST

Suite *json_suite(void)
{
	Suite *s = suite_create("json");
	TCase *t = tcase_create("writer");

	tcase_add_loop_test(t, string, 0, ROWS(strings));
	tcase_add_loop_test(t, layout, 0, ROWS(layouts));
	tcase_add_test(t, bad_bytes_in_a_key_are_replaced);
	tcase_add_test(t, deep_nesting_is_kept);
	tcase_add_test(t, what_was_there_before_is_kept);
	tcase_add_test(t, nothing_written_is_no_json);
	tcase_add_test(t, without_a_writer_nothing_happens);
	tcase_add_test(t, every_pair_of_bytes_can_be_read_back);
	suite_add_tcase(s, t);
	t = tcase_create("render");
	tcase_add_loop_test(t, keys_of_the_format, 0, ROWS(keys));
	tcase_add_loop_test(t, value_of_a_key, 0, ROWS(values));
	tcase_add_test(t, several_assessments_are_a_run);
	tcase_add_test(t, no_assessment_is_an_empty_run);
	suite_add_tcase(s, t);
	return s;
}
