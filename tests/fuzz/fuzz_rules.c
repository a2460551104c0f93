/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdint.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "base/buf.h"
#include "fuzz.h"
#include "fuzz_words.h"
#include "intake/intake.h"
#include "match/match.h"
#include "rules/rules.h"
#include "ruletest/ruletest.h"

/* What a frozen part promises to those who judge it. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the tree */
static void check_parts(const struct vocab *v, const struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *p = &parts->list[i];
		const struct parts *group = part_group(p);

		if (!p->label.str.len || p->kind >= PART_KINDS ||
		    p->shows == SHOWS_UNSET || p->point == POINT_UNSET ||
		    !p->periods)
			__builtin_trap();
		if (p->topic_index != SIZE_MAX &&
		    p->topic_index >= v->topics.count)
			__builtin_trap();
		if (!group && (!p->accepts || !p->forms))
			__builtin_trap();
		if (group)
			check_parts(v, group);
		check_parts(v, &p->elements);
	}
}

static const char given[] =
	"as_of: 2026-03-01\n"
	"systems: [{id: S, name: Agresso}]\n"
	"documents: [{id: D, title: Plan 2025, text: Ansvaret saknas.},"
	" {id: E, title: Protokoll 2025-05}]\n"
	"processes: [{id: P, text: Planen finns men provas inte.}]\n";

/* A rule that can be used can be tried. */
static void try_rule(struct arena *a, const struct fuzz_words *w,
		     struct rule *rule)
{
	struct diags d = { .arena = a };
	struct intake in = { a, &d, { 0 }, NULL };
	struct ruleset set = { .list = rule, .count = 1, .vocab = w->vocab };
	struct str text = str_of(given);
	const struct node *n = node_read(a, &d, STR("g"), text);
	const struct inventory *v = inventory_from_node(&in, n, text);
	struct matches m;

	if (!v)
		__builtin_trap();
	match_inventory(a, w->vocab, w->matcher, v, &m);
	if (rule->status != RULE_DEPRECATED &&
	    !assess(a, &set, &m)->rules_evaluated)
		__builtin_trap();
	ruletest_run(a, &d, &set, rule, w->matcher);
}

/* Any bytes give a rule or an error, never neither and never both. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fuzz_words *w = fuzz_words("tests/unit/vocab",
						"../../tests/unit/vocab");
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct fields_reader reader = { &a, &d };
	struct str text = { (const char *)data, size };
	struct rule *rule = arena_new(&a, struct rule);
	const struct node *n = node_read(&a, &d, STR("f"), text);
	struct buf out = { 0 };
	bool ok = n && !d.errors && fields_read(&reader, n, &rule_set, rule) &&
		  rule_freeze(&a, &d, w->vocab, rule);

	if (ok == (d.errors != 0))
		__builtin_trap();
	if (ok) {
		check_parts(w->vocab, &rule->expect);
		try_rule(&a, w, rule);
	}
	diag_source(&d, STR("f"), text);
	diag_sort(&d);
	diag_render(&d, (struct diag_style){ .source = true }, &out);
	buf_release(&out);
	arena_free(&a);
	return 0;
}
