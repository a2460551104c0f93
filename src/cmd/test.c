/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "ruletest/ruletest.h"

struct count {
	size_t passed;
	size_t failed;
};

static void put_failure(struct cmd *c, struct buf *out, const struct rule *rule,
			const struct test_outcome *o)
{
	struct str args[] = {
		o->want,
		o->got.len ? o->got : str_of(i18n(c->lang, N_("nothing"))),
	};

	buf_putf(out, "%.*s:%u:%u: %s: %.*s: ", STR_ARG(o->name.at.file),
		 o->name.at.line, o->name.at.col,
		 test_status_words.list[o->status], STR_ARG(rule->id.str));
	buf_put(out, utf8_clean(&c->arena, o->name.str));
	if (o->label.len) {
		struct str label = utf8_clean(&c->arena, o->label);

		buf_putf(out, " (%.*s)", STR_ARG(label));
	}
	if (o->status != TEST_BROKEN) {
		buf_puts(out, ": ");
		buf_put_template(out, i18n(c->lang, N_("want {1}, got {2}")),
				 args, 2);
	}
	buf_putc(out, '\n');
}

static void test_rule(struct cmd *c, const struct ruleset *set,
		      const struct rule *rule, struct matcher *matcher,
		      struct buf *out, struct count *count)
{
	struct test_outcomes o = ruletest_run(&c->arena, &c->diags, set, rule,
					      matcher);

	for (size_t i = 0; i < o.count; i++) {
		if (o.list[i].status == TEST_OK) {
			count->passed++;
			continue;
		}
		count->failed++;
		put_failure(c, out, rule, &o.list[i]);
	}
}

static bool is_broken(const struct ruleset *set, struct str id)
{
	for (size_t i = 0; i < set->broken.count; i++)
		if (str_eq(set->broken.list[i].str, id))
			return true;
	return false;
}

/* False where no rule has the name. */
static bool test_named(struct cmd *c, const struct ruleset *set,
		       const char *name, struct matcher *matcher,
		       struct buf *out, struct count *count)
{
	const struct rule *rule = ruleset_find(set, str_of(name));

	if (rule)
		test_rule(c, set, rule, matcher, out, count);
	return rule || is_broken(set, str_of(name));
}

int cmd_test(struct cmd *c)
{
	const struct ruleset *set = cmd_load_rules(c);
	struct count count = { 0, 0 };
	struct matcher *matcher;
	struct buf out = { 0 };
	static const char *const test_word = DIAG_WORD("test");
	int code = EXIT_CLEAN;

	if (!set)
		return EXIT_INCOMPLETE;
	matcher = matcher_new();
	for (size_t i = 0; i < c->opts.rest_count; i++)
		if (!test_named(c, set, c->opts.rest[i], matcher, &out, &count))
			code = cmd_usage(c, N_("there is no rule {1}"),
					 c->opts.rest[i]);
	for (size_t i = 0; !c->opts.rest_count && i < set->count; i++)
		test_rule(c, set, &set->list[i], matcher, &out, &count);
	matcher_free(matcher);
	buf_putf(&out, "%zu passed, %zu failed\n", count.passed, count.failed);
	if (!cmd_write(c, "-", buf_str(&out)))
		code = EXIT_MACHINE;
	buf_release(&out);
	if (code != EXIT_CLEAN)
		return code;
	if (!(count.passed + count.failed))
		diag_add(&c->diags, DIAG_NOTHING, (struct place){ 0 },
			 ARGS(str_of(test_word)));
	if (set->broken.count || set->incomplete ||
	    !(count.passed + count.failed))
		return EXIT_INCOMPLETE;
	return count.failed ? EXIT_FOUND : EXIT_CLEAN;
}
