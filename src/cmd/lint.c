/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"
#include "base/file.h"
#include "batch/batch.h"
#include "cmd/cmd.h"
#include "intake/intake.h"
#include "rules/rules.h"
#include "ruletest/ruletest.h"

static bool is_inventory(struct cmd *c, const char *path)
{
	struct arena_mark mark = arena_mark(&c->arena);
	size_t count = 0;
	const struct str *names;
	bool found = file_exists(file_join(&c->arena, path, STR(INVENTORY_FILE)));

	found |= batch_folder(&c->arena, path) != path;
	names = found ? NULL : file_list(&c->arena, path, &count);
	for (size_t i = 0; names && i < count && !found; i++)
		found = file_exists(file_join(
			&c->arena, file_join(&c->arena, path, names[i]),
			STR(INVENTORY_FILE)));
	arena_rewind(&c->arena, mark);
	return found;
}

/* Sort the paths into rules and inventories. */
struct paths {
	const char **rules;
	size_t rule_count;
	const char **inventories;
	size_t inventory_count;
};

static struct paths sort_paths(struct cmd *c)
{
	size_t n = c->opts.rest_count + 1;
	struct paths p = {
		.rules = arena_alloc(&c->arena, n, sizeof(*p.rules),
				     sizeof(*p.rules)),
		.inventories = arena_alloc(&c->arena, n, sizeof(*p.inventories),
					   sizeof(*p.inventories)),
	};

	for (size_t i = 0; i < c->opts.rest_count; i++) {
		const char *path = c->opts.rest[i];

		if (is_inventory(c, path))
			p.inventories[p.inventory_count++] = path;
		else
			p.rules[p.rule_count++] = path;
	}
	return p;
}

/* Waivers and judgements that are not used, at their place. */
static void lint_settled(struct diags *d, const struct settled *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct settled_message m;

		/* That there is no such rule has been told. */
		if (list[i].status == DECISION_USED ||
		    list[i].status == DECISION_UNKNOWN_RULE)
			continue;
		m = settled_message(d->arena, &list[i]);
		diag_add(d, m.kind, list[i].at, m.args);
	}
}

static void lint_decisions(struct diags *d, const struct assessment *a)
{
	if (!a)
		return;
	lint_settled(d, a->waivers, a->waiver_count);
	lint_settled(d, a->judgements, a->judgement_count);
}

/* Loads each inventory as check does, for its messages alone. */
static void lint_inventories(struct cmd *c, const struct ruleset *rules,
			     const struct paths *p)
{
	struct batch_options options = { .rules = rules, .jobs = 1 };
	struct batch b;

	batch_find(&c->arena, &c->diags, p->inventories, p->inventory_count, &b);
	/* A missing as_of is the inventory's to mend, so none is given. */
	batch_run(&b, &options);
	for (size_t i = 0; i < b.count; i++) {
		lint_decisions(&b.items[i].diags, b.items[i].assessment);
		diag_join(&c->diags, &b.items[i].diags);
	}
	batch_release(&b);
}

static struct str number(struct cmd *c, size_t n)
{
	struct buf b = { 0 };
	struct str s;

	buf_putf(&b, "%zu", n);
	s = buf_take(&b, &c->arena);
	buf_release(&b);
	return s;
}

static int put_summary(struct cmd *c, size_t errors, size_t warnings)
{
	struct str args[] = { number(c, errors), number(c, warnings) };
	struct buf b = { 0 };
	bool ok;

	buf_put_template(&b, i18n(c->lang, N_("{1} errors, {2} warnings\n")),
			 args, 2);
	ok = cmd_write(c, "-", buf_str(&b));
	buf_release(&b);
	if (!ok)
		return EXIT_MACHINE;
	return errors ? EXIT_FOUND : EXIT_CLEAN;
}

/* Mistakes in the YAML of tests; whether they hold is not asked here. */
static void lint_tests(struct cmd *c, const struct ruleset *rules)
{
	struct matcher *matcher = matcher_new();

	for (size_t i = 0; i < rules->count; i++)
		ruletest_run(&c->arena, &c->diags, rules, &rules->list[i],
			     matcher);
	matcher_free(matcher);
}

int cmd_lint(struct cmd *c)
{
	struct paths p = sort_paths(c);
	const struct ruleset *rules = p.rule_count
					      ? cmd_load_rules_from(c, p.rules,
								    p.rule_count)
					      : cmd_load_rules(c);
	size_t errors, warnings;

	if (!rules)
		return EXIT_INCOMPLETE;
	ruleset_advise(rules, &c->diags);
	lint_tests(c, rules);
	if (p.inventory_count)
		lint_inventories(c, rules, &p);
	diag_sort(&c->diags);
	errors = c->diags.errors;
	warnings = c->diags.count - errors;
	cmd_print_diags(c);
	return put_summary(c, errors, warnings);
}
