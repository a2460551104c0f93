/* SPDX-License-Identifier: EUPL-1.2 */
#include "ruletest/ruletest.h"

#include <stdlib.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "intake/intake.h"
#include "match/match.h"
#include "yaml/fields.h"

static const char *const status_names[] = {
	[TEST_OK] = "ok",
	[TEST_WRONG_VERDICT] = "wrong-verdict",
	[TEST_WRONG_REASON] = "wrong-reason",
	[TEST_NO_RESULT] = "no-result",
	[TEST_BROKEN] = "broken",
};

const struct words test_status_words = { status_names, TEST_STATUSES };

struct want {
	enum verdict verdict;
	struct text subject;
	const struct node *parts;
	const struct node *reasons;
	struct place at;
};

struct test {
	struct text name;
	struct date as_of;
	const struct node *given;
	struct want want;
};

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct field want_fields[] = {
	{ .type = FIELD_PLACE, AT(want, at) },
	{ .key = "verdict",
	  .type = FIELD_WORD,
	  .flags = FIELD_REQUIRED,
	  AT(want, verdict),
	  .words = &verdict_words,
	  .doc = "Of the rule" },
	{ .key = "subject",
	  .type = FIELD_ID,
	  AT(want, subject),
	  .doc = "The system or supplier; else the only one, or the roll-up" },
	{ .key = "parts",
	  .type = FIELD_NODE,
	  AT(want, parts),
	  .doc = "Verdicts by label" },
	{ .key = "reasons",
	  .type = FIELD_NODE,
	  AT(want, reasons),
	  .doc = "Reason codes by label" },
};
static const struct fields want_set = FIELDS(DIAG_WORD("what is wanted"),
					     struct want, want_fields);

static const struct field test_fields[] = {
	{ .key = "name",
	  .type = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  AT(test, name),
	  .doc = "What must be true" },
	{ .key = "as_of",
	  .type = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  AT(test, as_of),
	  .doc = "The day" },
	{ .key = "given",
	  .type = FIELD_NODE,
	  .flags = FIELD_REQUIRED,
	  AT(test, given),
	  .doc = "Keys of an inventory" },
	{ .key = "want",
	  .type = FIELD_MAP,
	  .flags = FIELD_REQUIRED,
	  AT(test, want),
	  .set = &want_set,
	  .doc = "What must come out" },
};
static const struct fields test_set = FIELDS(DIAG_WORD("a test"), struct test,
					     test_fields);

struct run {
	struct arena *arena;
	struct diags *diags;
	const struct ruleset *set;
	const struct rule *rule;
	struct matcher *matcher;
};

static bool holds(const struct ruleset *s, const struct rule *rule)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(s->list[i].id.str, rule->id.str))
			return true;
	return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): each rule once */
static void add_rule(const struct run *r, const struct rule *rule,
		     struct ruleset *s)
{
	if (!rule || holds(s, rule))
		return;
	s->list[s->count++] = *rule;
	for (size_t i = 0; i < rule->named.count; i++)
		add_rule(r, ruleset_find(r->set, rule->named.list[i].rule), s);
}

static int by_id(const void *a, const void *b)
{
	const struct rule *x = a, *y = b;

	return str_cmp(x->id.str, y->id.str);
}

/* The rule, and those whose results it looks at. */
static const struct ruleset *needed_rules(const struct run *r)
{
	struct ruleset *s = arena_new(r->arena, struct ruleset);

	s->vocab = r->set->vocab;
	s->list = arena_array(r->arena, struct rule, r->set->count);
	add_rule(r, r->rule, s);
	qsort(s->list, s->count, sizeof(*s->list), by_id);
	return s;
}

static const struct assessment *assess_given(const struct run *r,
					     const struct test *t)
{
	struct intake in = { r->arena, r->diags, t->as_of, NULL };
	const struct inventory *v = inventory_from_node(&in, t->given,
							(struct str){ 0 });
	struct matches matches;

	if (!v)
		return NULL;
	match_inventory(r->arena, r->set->vocab, r->matcher, v, &matches);
	return assess(r->arena, needed_rules(r), &matches);
}

/* The subject asked for; else the only one, or the roll-up over several. */
static const struct result *find_result(const struct run *run,
					const struct assessment *a,
					struct str subject)
{
	const struct result *first = NULL, *rollup = NULL;
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		if (!str_eq(r->rule->id.str, run->rule->id.str))
			continue;
		if (subject.len && str_eq(r->subject, subject))
			return r;
		first = first ? first : r;
		rollup = r->is_rollup ? r : rollup;
		count++;
	}
	if (subject.len)
		return NULL;
	return count > 2 && rollup ? rollup : first;
}

static struct test_outcome differs(enum test_status status, struct str label,
				   struct str want, struct str got)
{
	return (struct test_outcome){
		.status = status, .label = label, .want = want, .got = got
	};
}

static struct str verdict_str(enum verdict v)
{
	return str_of(verdict_name(v));
}

static struct str reason_str(enum reason r)
{
	return str_of(r == REASON_NONE ? "none" : reason_code(r));
}

/* A word of the list, or a message that it is none. */
static void check_word(const struct run *r, const struct node *n,
		       struct words words)
{
	if (n->kind != NODE_SCALAR || (words_find(words, n->text) == words.count &&
				       !str_eq(n->text, STR("none"))))
		fields_unknown_word(r->diags, (struct text){ n->text, n->at },
				    words);
}

static struct test_outcome compare_parts(const struct run *run,
					 const struct test *t,
					 const struct result *r)
{
	const struct node *n = t->want.parts ? t->want.parts->first : NULL;

	for (; n; n = n->next) {
		const struct part_result *p = result_part(r, n->key);

		check_word(run, n, verdict_words);
		if (!p)
			return differs(TEST_NO_RESULT, n->key, n->text, STR(""));
		if (!str_eq(verdict_str(p->verdict), n->text))
			return differs(TEST_WRONG_VERDICT, n->key, n->text,
				       verdict_str(p->verdict));
	}
	n = t->want.reasons ? t->want.reasons->first : NULL;
	for (; n; n = n->next) {
		const struct part_result *p = result_part(r, n->key);

		check_word(run, n, reason_words);
		if (!p)
			return differs(TEST_NO_RESULT, n->key, n->text, STR(""));
		if (!str_eq(reason_str(p->reason), n->text))
			return differs(TEST_WRONG_REASON, n->key, n->text,
				       reason_str(p->reason));
	}
	return (struct test_outcome){ .status = TEST_OK };
}

static struct test_outcome compare(const struct run *run, const struct test *t,
				   const struct assessment *a)
{
	const struct result *r = find_result(run, a, t->want.subject.str);

	if (!r)
		return differs(TEST_NO_RESULT, t->want.subject.str,
			       verdict_str(t->want.verdict), STR(""));
	if (r->verdict != t->want.verdict)
		return differs(TEST_WRONG_VERDICT, STR(""),
			       verdict_str(t->want.verdict),
			       verdict_str(r->verdict));
	return compare_parts(run, t, r);
}

static struct test_outcome run_test(const struct run *r, const struct node *n)
{
	struct fields_reader reader = { r->arena, r->diags };
	struct test_outcome o = { .status = TEST_BROKEN };
	struct test t = { 0 };
	size_t before = r->diags->errors;
	const struct assessment *a;

	if (fields_read(&reader, n, &test_set, &t)) {
		a = assess_given(r, &t);
		if (a)
			o = compare(r, &t, a);
	}
	if (r->diags->errors != before)
		o = (struct test_outcome){ .status = TEST_BROKEN };
	o.name = t.name;
	o.name.at = n->at;
	return o;
}

struct test_outcomes ruletest_run(struct arena *a, struct diags *d,
				  const struct ruleset *set,
				  const struct rule *rule,
				  struct matcher *matcher)
{
	static const char *const type = DIAG_WORD("a list of maps");
	struct run r = { a, d, set, rule, matcher };
	struct test_outcomes o = { 0 };
	const struct node *tests = rule->tests;

	if (tests && tests->kind != NODE_LIST) {
		diag_add(d, DIAG_WRONG_TYPE, tests->at,
			 ARGS(tests->key, str_of(type)));
		return o;
	}
	o.list = arena_array(a, struct test_outcome, tests ? tests->count : 0);
	for (const struct node *n = tests ? tests->first : NULL; n; n = n->next)
		o.list[o.count++] = run_test(&r, n);
	return o;
}
