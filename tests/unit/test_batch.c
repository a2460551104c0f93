/* SPDX-License-Identifier: EUPL-1.2 */
/* Many municipalities at once: which, and the same for any number of jobs. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/batch.h"
#include "render/render.h"
#include "rules/rules.h"
#include "unit_lab.h"

#define MUNICIPALITIES 20

static struct lab lab;
static struct ruleset rules;

static const char rule_yaml[] = RULE(
	"each: system\n"
	"expect:\n"
	"  p: {document: [plan], topic: plan, max_age: 2 years, elements: {e:"
	" {element: ansvar}}}\n"
	"  q: {record: [protokoll], topic: prov, every: 12 months}\n"
	"  s: {statement: ansvar}");

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
	rules = (struct ruleset){ .list = lab_rule(&lab, rule_yaml),
				  .count = 1,
				  .vocab = lab.vocab };
	folder_enter();
}

static void tear_down(void)
{
	folder_leave();
	lab_close(&lab);
}

/* Municipality n: some lines more for every bit of n. */
static void put_municipality(int n)
{
	static const char *const lines[] = {
		"  - {id: A, title: Plan, approved: {date: 2025-05}}\n",
		"  - {id: B, title: Plan utkast}\n",
		"  - {id: C, title: Protokoll 2025-06-01}\n",
		"  - {id: E, title: X, file: text.txt}\n",
		"  - {id: F, title: Y, file: missing.pdf}\n",
	};
	struct buf b = { 0 };
	char path[64];

	buf_putf(&b,
		 "inventory: 1\nmunicipality: {name: Kommun %d, code: \"%04d\"}\n"
		 "as_of: 2026-03-01\nsystems: [{id: S1, name: Agresso}, {id: S2, "
		 "name: Combine}]\ndocuments:\n  - {id: Z, title: Matsedel}\n",
		 n, n);
	for (int i = 0; i < ROWS(lines); i++)
		if (n >> i & 1)
			buf_puts(&b, lines[i]);
	buf_putf(&b, "processes: [{id: P, text: Ansvaret %s.}]\n%c",
		 n % 3 ? "är fördelat" : "saknas", '\0');
	snprintf(path, sizeof(path), "in/m%02d/inventory.yaml", n);
	lab_put(path, b.ptr);
	snprintf(path, sizeof(path), "in/m%02d/text.txt", n);
	lab_put(path, "Planen gäller.\nAnsvaret är delvis fördelat.\n");
	buf_release(&b);
}

/* All of it as JSON, with the messages after it. */
static struct str run(unsigned jobs)
{
	static const char *const path = "in";
	struct batch_options options = { .rules = &rules, .jobs = jobs };
	struct render_style style = { .lang = LANG_EN,
				      .width = 80,
				      .program = "liskoll" };
	const struct assessment *list[MUNICIPALITIES];
	struct diags d = { .arena = &lab.arena };
	struct batch batch;
	struct buf b = { 0 };
	struct str ret;

	batch_find(&lab.arena, &d, &path, 1, &batch);
	ck_assert_uint_eq(batch.count, MUNICIPALITIES);
	batch_run(&batch, &options);
	for (size_t i = 0; i < batch.count; i++) {
		list[i] = batch.items[i].assessment;
		ck_assert_ptr_nonnull(list[i]);
		diag_join(&d, &batch.items[i].diags);
	}
	render_json(&b, list, batch.count, &style);
	diag_sort(&d);
	diag_render(&d, (struct diag_style){ .lang = LANG_EN }, &b);
	ck_assert(buf_ok(&b));
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	batch_release(&batch);
	return ret;
}

START_TEST(any_number_of_jobs_gives_the_same_bytes)
{
	struct str one;

	for (int n = 0; n < MUNICIPALITIES; n++)
		put_municipality(n);
	one = run(1);
	ck_assert_uint_gt(one.len, 10000);
	ck_assert(str_eq(run(8), one));
	ck_assert(str_eq(run(2), one));
	ck_assert(str_eq(run(100), one));
}
END_TEST

#define INVENTORY "inventory: 1\nmunicipality: {name: X}\nas_of: 2026-03-01\n"

#define MAX_PATHS 3

/* Which folders the paths stand for; a, b, sub/c hold an inventory each. */
static const struct {
	const char *name;
	const char *paths[MAX_PATHS];
	const char *want; /* folders | messages, with ! where incomplete */
} finds[] = {
	{ "a municipality", { "a" }, "a |" },
	{ "with slashes", { "a//" }, "a |" },
	{ "its inventory", { "a/inventory.yaml" }, "a |" },
	{ "in order", { "b", "a" }, "b a |" },
	{ "twice", { "a", "a" }, "a | duplicate-municipality !" },
	{ "twice, written differently",
	  { "a", "./a/" },
	  "a | duplicate-municipality !" },
	{ "subfolders", { "sub" }, "sub/c sub/d |" },
	{ "a folder without one", { "mixed" }, "mixed/e | folder-skipped !" },
	{ "no folder", { "nix" }, " | file-missing !" },
	{ "no inventory", { "bare" }, " | no-inventory !" },
	{ "one bad, one good", { "nix", "a" }, "a | file-missing !" },
};

static void put_folders(void)
{
	lab_put("a/inventory.yaml", INVENTORY);
	lab_put("b/inventory.yaml", INVENTORY);
	lab_put("sub/d/inventory.yaml", INVENTORY);
	lab_put("sub/c/inventory.yaml", INVENTORY);
	lab_put("sub/readme.txt", "x");
	lab_put("mixed/e/inventory.yaml", INVENTORY);
	lab_put("mixed/f/other.txt", "x");
	lab_put("bare/x.txt", "x");
}

START_TEST(paths_stand_for_municipalities)
{
	struct diags d = { .arena = &lab.arena };
	struct batch batch;
	struct buf b = { 0 };
	size_t count = 0;

	put_folders();
	while (count < MAX_PATHS && finds[_i].paths[count])
		count++;
	batch_find(&lab.arena, &d, finds[_i].paths, count, &batch);
	for (size_t i = 0; i < batch.count; i++)
		buf_putf(&b, "%s%s", i ? " " : "", batch.items[i].folder);
	buf_puts(&b, " |");
	for (size_t i = 0; i < d.count; i++)
		buf_putf(&b, " %s", diag_id(d.list[i].kind));
	buf_puts(&b, batch.incomplete ? " !" : "");
	ASSERT_STR(finds[_i].name, buf_str(&b), str_of(finds[_i].want));
	buf_release(&b);
}
END_TEST

START_TEST(a_broken_inventory_stops_only_itself)
{
	static const char *const paths[] = { "a", "broken" };
	struct batch_options options = { .rules = &rules, .jobs = 2 };
	struct diags d = { .arena = &lab.arena };
	struct batch batch;

	put_folders();
	lab_put("broken/inventory.yaml", "inventory: [\n");
	batch_find(&lab.arena, &d, paths, 2, &batch);
	ck_assert(!batch.incomplete);
	batch_run(&batch, &options);
	ck_assert(batch.incomplete);
	ck_assert_ptr_nonnull(batch.items[0].assessment);
	ck_assert_ptr_null(batch.items[1].assessment);
	ck_assert_uint_gt(batch.items[1].diags.errors, 0);
	batch_release(&batch);
}
END_TEST

START_TEST(rules_that_the_inventory_names_must_be_there)
{
	static const char *const path = "a";
	struct batch_options options = { .rules = &rules, .jobs = 1 };
	struct diags d = { .arena = &lab.arena };
	struct batch batch;

	lab_put("a/inventory.yaml", INVENTORY
		"claims: [{rule: zebra, not_applicable: x}, {rule: r, "
		"not_applicable: x}]\n"
		"earlier: [{id: R, rule: s, verdict: gap}]\n");
	batch_find(&lab.arena, &d, &path, 1, &batch);
	batch_run(&batch, &options);
	ck_assert_ptr_nonnull(batch.items[0].assessment);
	ck_assert_uint_eq(batch.items[0].diags.errors, 0);
	ck_assert_uint_eq(batch.items[0].diags.count, 2);
	ck_assert_str_eq(diag_id(batch.items[0].diags.list[0].kind),
			 "unknown-rule");
	batch_release(&batch);
}
END_TEST

START_TEST(nothing_to_do_is_done_at_once)
{
	struct batch_options options = { .rules = &rules, .jobs = 0 };
	struct batch batch = { 0 };

	batch_run(&batch, &options);
	ck_assert(!batch.incomplete);
	batch_release(&batch);
}
END_TEST

Suite *batch_suite(void)
{
	Suite *s = suite_create("batch");
	TCase *t = tcase_create("batch");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, any_number_of_jobs_gives_the_same_bytes);
	tcase_add_loop_test(t, paths_stand_for_municipalities, 0, ROWS(finds));
	tcase_add_test(t, a_broken_inventory_stops_only_itself);
	tcase_add_test(t, rules_that_the_inventory_names_must_be_there);
	tcase_add_test(t, nothing_to_do_is_done_at_once);
	suite_add_tcase(s, t);
	return s;
}
