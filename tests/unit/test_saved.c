/* SPDX-License-Identifier: EUPL-1.2 */
/* Saved runs: the same bytes when saved again, and what is no saved run. */
#include <string.h>

#include "base/buf.h"
#include "batch/batch.h"
#include "diag/place.h"
#include "model/inventory.h"
#include "render/render.h"
#include "rules/rules.h"
#include "saved/saved.h"
#include "unit_lab.h"
#include "unit_render.h"
#include "json/reader.h"

#define FILE_NAME STR("run.json")

static struct lab lab;

static void set_up(void)
{
	lab = (struct lab){ 0 };
	lab.diags.arena = &lab.arena;
	lab.store.arena = &lab.arena;
}

static void tear_down(void)
{
	arena_free(&lab.arena);
}

/* "id line:col, …", sorted by place. */
static struct str messages(void)
{
	struct buf b = { 0 };
	struct str s;

	diag_sort(&lab.diags);
	for (size_t i = 0; i < lab.diags.count; i++)
		buf_putf(&b, "%s%s %u:%u", i ? ", " : "",
			 diag_id(lab.diags.list[i].kind),
			 lab.diags.list[i].at.line, lab.diags.list[i].at.col);
	s = buf_take(&b, &lab.arena);
	buf_release(&b);
	return s;
}

/* Bytes that are not UTF-8 aside, since no inventory holds them. */
static struct str save(struct buf *b, const struct assessment *const *list,
		       size_t count, bool many)
{
	struct render_style style = { .program = "liskoll 0.1.0", .many = many };

	render_json(b, list, count, &style);
	ck_assert(buf_ok(b));
	return buf_str(b);
}

/* Tells only where they part, for they are long. */
static void assert_same(struct str got, struct str want)
{
	size_t i = 0;

	while (i < got.len && i < want.len && got.ptr[i] == want.ptr[i])
		i++;
	ck_assert_msg(str_eq(got, want), "got \"%.60s\"\nwant \"%.60s\"",
		      got.ptr + i, want.ptr + i);
}

static void assert_round_trip(const struct assessment *const *list,
			      size_t count, bool many)
{
	struct buf first = { 0 }, second = { 0 };
	struct str text = save(&first, list, count, many);
	struct saved back;
	bool ok = saved_read(&lab.arena, &lab.diags, FILE_NAME, text, &back);

	ck_assert_msg(ok, "%.*s", STR_ARG(lab_messages(&lab)));
	ck_assert_uint_eq(back.count, count);
	ck_assert_int_eq(back.many, many || count != 1);
	save(&second, back.list, back.count, back.many);
	assert_same(buf_str(&second), text);
	buf_release(&first);
	buf_release(&second);
}

static struct text about[] = { T("S1") };
static const struct earlier earlier[] = {
	{ .id = T("R1"),
	  .year = 2023,
	  .rule = T("old-review"),
	  .about = { about, 1 },
	  .part = T("review"),
	  .verdict = VERDICT_GAP,
	  .recommendation = T("Se över behörigheterna."),
	  .promised = T("Ska ske före sommaren."),
	  .at = { STR_ROW("inventory.yaml"), 12, 5 },
	  .reason = REASON_DRAFT,
	  .to_close = { STR_ROW("Besluta."), STR_ROW("Decide.") } },
	{ .rule = T("log-use"), .verdict = VERDICT_NA_UNPROVEN },
};

static struct text replaced[] = { T("old-review"), T("older-review") };

/* The renderers' example, with ids that are those of its findings. */
static struct assessment sound(void)
{
	struct assessment a = whole;
	static struct rule rule;

	rule = rules[0];
	rule.status = RULE_STABLE;
	rule.replaces = (struct texts){ replaced, 2 };
	results[0].rule = results[1].rule = &rule;
	results[1].count = 0;
	a.earlier = earlier;
	a.earlier_count = 2;
	for (size_t i = 0; i < a.count; i++)
		for (size_t k = 0; k < results[i].count; k++) {
			struct part_result *p = &results[i].parts[k];

			results[i].verdict = VERDICT_PARTIAL;
			p->finding = (struct str){ 0 };
			if (p->counts && verdict_is_finding(p->verdict))
				p->finding = finding_id(
					&lab.arena, a.code, results[i].rule,
					results[i].subject, p->label);
			if (results[i].count == 1)
				results[i].verdict = p->verdict;
		}
	return a;
}

START_TEST(one_saved_run_is_saved_again_as_it_was)
{
	struct assessment a = sound();
	const struct assessment *list[] = { &a, &empty };

	assert_round_trip(list, 1, false);
	assert_round_trip(list, 1, true);
	assert_round_trip(list, 2, true);
	assert_round_trip(list + 1, 1, false);
	assert_round_trip(list, 0, true);
}
END_TEST

START_TEST(every_municipality_is_saved_again_as_it_was)
{
	static const char *const here = "fixtures/audits", *const from = "rules";
	struct rules_source source = { &from, 1, NULL };
	struct batch_options options = { .jobs = 2 };
	struct batch batch;

	options.rules = ruleset_load(&lab.arena, &lab.diags, &lab.store, source);
	ck_assert_ptr_nonnull(options.rules);
	batch_find(&lab.arena, &lab.diags, &here, 1, &batch);
	batch_run(&batch, &options);
	ck_assert_uint_gt(batch.count, 5);
	for (size_t i = 0; i < batch.count; i++)
		assert_round_trip(&batch.items[i].assessment, 1, false);
	batch_release(&batch);
}
END_TEST

START_TEST(results_of_one_rule_share_it)
{
	struct assessment a = sound();
	const struct assessment *list[] = { &a };
	struct buf b = { 0 };
	struct saved back;

	ck_assert(saved_read(&lab.arena, &lab.diags, FILE_NAME,
			     save(&b, list, 1, false), &back));
	ck_assert_ptr_eq(back.list[0]->results[3].rule,
			 back.list[0]->results[6].rule);
	ck_assert_ptr_ne(back.list[0]->results[2].rule,
			 back.list[0]->results[3].rule);
	buf_release(&b);
}
END_TEST

/* The text with the first `from` replaced. */
static struct str replace(struct buf *b, struct str text, const char *from,
			  const char *to)
{
	struct str head = { text.ptr, 0 };
	size_t len = strlen(from);

	while (head.len + len <= text.len &&
	       memcmp(text.ptr + head.len, from, len) != 0)
		head.len++;
	ck_assert_msg(head.len + len <= text.len, "no %s", from);
	buf_put(b, head);
	buf_puts(b, to);
	buf_put(b, str_slice(text, head.len + len, text.len));
	return buf_str(b);
}

static const struct {
	const char *from;
	const char *to;
	const char *want; /* the ids of the messages */
	const char *line; /* what stands where the first of them points */
} changes[] = {
	{ "assessment/1", "assessment/2", "saved-version",
	  "\"liskoll-assessment/2\"" },
	{ "assessment/1", "assessment/0", "saved-version",
	  "\"liskoll-assessment/0\"" },
	{ "assessment/1", "assessment/10", "saved-version",
	  "\"liskoll-assessment/10\"" },
	{ "liskoll-assessment/1", "liskoll-follow-up/1", "saved-format",
	  "\"liskoll-follow-up/1\"" },
	{ "\"format\"", "\"formats\"", "saved-format", "{" },
	{ "\"as_of\"", "\"as_off\"", "saved-key", "{" },
	{ "\"as_of\": \"2026-03-01\"", "\"as_of\": 2026", "saved-value", "2026," },
	{ "\"verdict\": \"partial\"", "\"verdict\": \"partly\"", "saved-value",
	  "\"partly\"" },
	{ "\"line\": 12", "\"line\": -1", "saved-value", "-1," },
	{ "\"line\": 12", "\"line\": 1.5", "saved-value", "1.5," },
	{ "\"line\": 12", "\"line\": 4294967296", "saved-value", "4294967296" },
	{ "\"counts\": true", "\"counts\": 1", "saved-value", "1," },
	{ "\"gap\": 1", "\"gap\": 0", "saved-edited", "0," },
	{ "\"met\": 1", "\"met\": 2", "saved-edited", "2," },
	{ "\"results\": [", "\"results\": {}, \"old\": [", "saved-value", "{}" },
	{ "\"code\": \"9999\"", "\"code\": \"9998\"",
	  "saved-edited saved-edited saved-edited", "\"" },
};

/* The text from a place on. */
static struct str at_place(struct str text, struct place at)
{
	return str_slice(text, place_byte(text, at), text.len);
}

START_TEST(what_was_changed_by_hand)
{
	struct assessment a = sound();
	const struct assessment *list[] = { &a };
	struct buf b = { 0 }, changed = { 0 }, ids = { 0 };
	struct saved back;
	struct str text = replace(&changed, save(&b, list, 1, false),
				  changes[_i].from, changes[_i].to);

	ck_assert(!saved_read(&lab.arena, &lab.diags, FILE_NAME, text, &back));
	diag_sort(&lab.diags);
	for (size_t i = 0; i < lab.diags.count; i++)
		buf_putf(&ids, "%s%s", i ? " " : "",
			 diag_id(lab.diags.list[i].kind));
	ASSERT_STR(changes[_i].to, buf_str(&ids), str_of(changes[_i].want));
	ck_assert(str_starts(at_place(text, lab.diags.list[0].at),
			     str_of(changes[_i].line)));
	buf_release(&b);
	buf_release(&changed);
	buf_release(&ids);
}
END_TEST

START_TEST(what_a_later_program_adds_is_passed_over)
{
	struct assessment a = sound();
	const struct assessment *list[] = { &a };
	struct buf b = { 0 }, changed = { 0 };
	struct saved back;
	struct str text = replace(&changed, save(&b, list, 1, false),
				  "\"results\"",
				  "\"mood\": {\"x\": [1.5, null]}, \"results\"");

	ck_assert(saved_read(&lab.arena, &lab.diags, FILE_NAME, text, &back));
	buf_release(&b);
	buf_release(&changed);
}
END_TEST

START_TEST(no_piece_of_a_saved_run_is_one)
{
	struct assessment a = sound();
	const struct assessment *list[] = { &a };
	struct buf b = { 0 };
	struct str text = save(&b, list, 1, false);
	struct saved back;

	for (size_t len = 0; len < text.len - 1; len += 97) {
		size_t before = lab.diags.errors;

		ck_assert(!saved_read(&lab.arena, &lab.diags, FILE_NAME,
				      str_slice(text, 0, len), &back));
		ck_assert_uint_eq(lab.diags.errors, before + 1);
	}
	buf_release(&b);
}
END_TEST

static const struct {
	const char *text;
	const char *want;
} bad[] = {
	{ "", "json-cut 1:1" },
	{ " \n\n", "json-cut 1:1" },
	{ "{", "json-cut 1:2" },
	{ "{\"a\":\n [1,", "json-cut 2:5" },
	{ "\"abc", "json-cut 1:5" },
	{ "inventory: 1\n", "json 1:10" },
	{ "{\"a\": 1}}", "json 1:10" },
	{ "{\"a\": 1, \"a\": 2}", "json 1:13" },
	{ "[1e999]", "json 1:7" },
	{ "\xff", "not-utf8 1:1" },
	{ "[]", "saved-format 1:1" },
	{ "{\"format\": 1}", "saved-format 1:12" },
	{ "{\"format\": \"liskoll-run/1\"}", "saved-key 1:1" },
	{ "{\"format\": \"liskoll-run/2\"}", "saved-version 1:12" },
	{ "{\"format\": \"liskoll-run/1\", \"assessments\": [3]}",
	  "saved-format 1:45" },
};

START_TEST(what_is_no_saved_run)
{
	struct saved back;

	ck_assert(!saved_read(&lab.arena, &lab.diags, FILE_NAME,
			      str_of(bad[_i].text), &back));
	ASSERT_STR(bad[_i].text, messages(), str_of(bad[_i].want));
}
END_TEST

/* Every value of the tree as "kind line:col", in order. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the test's text */
static void list_places(struct buf *b, const struct value *v)
{
	buf_putf(b, "%s%.*s%d %u:%u", b->len ? ", " : "", STR_ARG(v->key),
		 (int)v->kind, v->at.line, v->at.col);
	for (const struct value *m = v->first; m; m = m->next)
		list_places(b, m);
}

static const struct {
	const char *text;
	const char *want;
} trees[] = {
	{ "null", "0 1:1" },
	{ " \n\t[ true,false ,-12]", "6 2:2, 2 2:4, 1 2:9, 3 2:16" },
	{ "{\"å\":\"a\\\"]\\u0061\" , \"b\":{}}", "7 1:1, å5 1:6, b7 1:25" },
	{ "[\"åäö\", [[]], 1.5]", "6 1:1, 5 1:2, 6 1:9, 6 1:10, 4 1:15" },
	{ "{\"a\": [{}, {\"b\": [ ] }],\r\n\"c\": null}",
	  "7 1:1, a6 1:7, 7 1:8, 7 1:12, b6 1:18, c0 2:6" },
};

START_TEST(every_value_has_its_place)
{
	struct buf b = { 0 };
	const struct value *v = value_read(&lab.arena, &lab.diags, FILE_NAME,
					   str_of(trees[_i].text));

	ck_assert_ptr_nonnull(v);
	list_places(&b, v);
	ASSERT_STR(trees[_i].text, buf_str(&b), str_of(trees[_i].want));
	buf_release(&b);
}
END_TEST

START_TEST(a_municipality_is_found_by_code_else_by_name)
{
	struct assessment a = { .name = STR("A"), .code = STR("0001") };
	struct assessment b = { .name = STR("B") };
	const struct assessment *list[] = { &a, &b };
	struct saved s = { list, 2, true };
	struct str none = { 0 };

	ck_assert_ptr_eq(saved_find(&s, STR("0001"), STR("X")), &a);
	ck_assert_ptr_eq(saved_find(&s, none, STR("A")), &a);
	ck_assert_ptr_eq(saved_find(&s, STR("0002"), STR("B")), &b);
	ck_assert_ptr_null(saved_find(&s, STR("0002"), STR("A")));
	ck_assert_ptr_null(saved_find(&s, none, STR("X")));
}
END_TEST

Suite *saved_suite(void)
{
	Suite *s = suite_create("saved");
	TCase *t = tcase_create("saved");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, one_saved_run_is_saved_again_as_it_was);
	tcase_add_test(t, every_municipality_is_saved_again_as_it_was);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, results_of_one_rule_share_it);
	tcase_add_loop_test(t, what_was_changed_by_hand, 0, ROWS(changes));
	tcase_add_test(t, what_a_later_program_adds_is_passed_over);
	tcase_add_test(t, no_piece_of_a_saved_run_is_one);
	tcase_add_loop_test(t, what_is_no_saved_run, 0, ROWS(bad));
	tcase_add_loop_test(t, every_value_has_its_place, 0, ROWS(trees));
	tcase_add_test(t, a_municipality_is_found_by_code_else_by_name);
	suite_add_tcase(s, t);
	return s;
}
