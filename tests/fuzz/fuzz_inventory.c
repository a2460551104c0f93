/* SPDX-License-Identifier: EUPL-1.2 */
#include <jansson.h>
#include <stdint.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "base/buf.h"
#include "fuzz.h"
#include "fuzz_words.h"
#include "intake/intake.h"
#include "match/match.h"
#include "render/render.h"
#include "rules/rules.h"

#define HEAD                                                            \
	"version: 1\nstatus: stable\ntitle: {sv: T}\nremedy: {sv: R}\n" \
	"area: governance\ncontrols: [iso-1:1]\npriority: short\n"

/* One rule of every kind of part, of the organisation and of each system. */
static const char *const rule_texts[] = {
	"rule: a\n" HEAD
	"na: {allow: with-proof, proof: [excerpt], refuted_by: {x: {statement:"
	" prov}}}\n"
	"expect:\n"
	"  p: {document: [plan], topic: plan, max_age: 2 years, approved_by:"
	" [board], agreed_with: avtalat, may_be_in: [handbok],"
	" elements: {e: {element: ansvar}}}\n"
	"  q: {record: [protokoll], topic: prov, every: 12 months, periods: 3,"
	" grace: 1 month}\n",
	"rule: b\n" HEAD "each: system\nna: {allow: never}\nexpect:\n"
	"  s: {statement: ansvar}\n"
	"  g: {any: {a: {statement: plan}, b: {record: [protokoll], within: 6"
	" months}}}\n"
	"  n: {at_least: 1, of: {a: {statement: prov}, b: {document:"
	" [handbok]}}}\n",
};

#define RULES (sizeof(rule_texts) / sizeof(*rule_texts))

static const struct ruleset *the_rules(struct arena *a,
				       const struct fuzz_words *w)
{
	struct ruleset *set = arena_new(a, struct ruleset);
	struct diags d = { .arena = a };
	struct fields_reader reader = { a, &d };

	set->list = arena_array(a, struct rule, RULES);
	set->vocab = w->vocab;
	for (set->count = 0; set->count < RULES; set->count++) {
		const struct node *n = node_read(a, &d, STR("r"),
						 str_of(rule_texts[set->count]));
		struct rule *rule = &set->list[set->count];

		if (!n || !fields_read(&reader, n, &rule_set, rule) ||
		    !rule_freeze(a, &d, w->vocab, rule))
			__builtin_trap();
	}
	return set;
}

/*
 * Line ends that YAML knows and editors don't: a carriage return alone, and
 * the separators of Unicode.  Lines are counted otherwise there.
 */
static bool has_odd_line_ends(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		struct str rest = str_slice(s, i, s.len);

		if (str_starts(rest, STR("\r")) && !str_starts(rest, STR("\r\n")))
			return true;
		if (str_starts(rest, STR("\xc2\x85")) ||
		    str_starts(rest, STR("\xe2\x80\xa8")) ||
		    str_starts(rest, STR("\xe2\x80\xa9")))
			return true;
	}
	return false;
}

/* What is quoted stands in the inventory, where else could it. */
static void check_quotes(const struct assessment *a, struct str source)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++) {
			const struct quotes *q = &a->results[i].parts[k].quotes;

			for (size_t n = 0; n < q->count; n++)
				fuzz_check_place(source, q->list[n].at);
		}
}

static void check_parts(const struct assessment *a)
{
	size_t counted = 0, totals = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++) {
			const struct part_result *p = &a->results[i].parts[k];

			if (p->verdict >= VERDICTS || p->reason >= REASONS)
				__builtin_trap();
			if (p->counts && verdict_is_finding(p->verdict) &&
			    p->finding.len != 16)
				__builtin_trap();
			counted += p->counts;
		}
	for (size_t v = 0; v < VERDICTS; v++)
		totals += a->totals[v];
	if (counted != totals)
		__builtin_trap();
}

static void check_outputs(const struct assessment *a)
{
	struct render_style style = {
		.lang = LANG_SV, .width = 80, .verbose = 1, .program = "liskoll"
	};
	struct buf text = { 0 }, json = { 0 };
	json_t *root;

	renderer_find(STR("text"))->write(&text, &a, 1, &style);
	renderer_find(STR("json"))->write(&json, &a, 1, &style);
	if (!buf_ok(&text) || !buf_ok(&json))
		__builtin_trap();
	root = json_loadb(json.ptr, json.len, JSON_ALLOW_NUL, NULL);
	if (!root)
		__builtin_trap();
	json_decref(root);
	buf_release(&text);
	buf_release(&json);
}

/* Any bytes give an inventory or an error; it can be assessed and shown. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fuzz_words *w = fuzz_words("tests/unit/vocab",
						"../../tests/unit/vocab");
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct intake in = { &a, &d, { 0 }, NULL };
	struct str text = { (const char *)data, size };
	const struct node *n = node_read(&a, &d, STR("f"), text);
	/* What the reader of YAML told already is not told again. */
	bool sound = n && !d.errors;
	const struct inventory *v = sound ? inventory_from_node(&in, n, text)
					  : NULL;
	struct matches m;
	const struct assessment *found;

	if ((v != NULL) == (d.errors != 0))
		__builtin_trap();
	if (v) {
		match_inventory(&a, w->vocab, w->matcher, v, &m);
		found = assess(&a, the_rules(&a, w), &m);
		check_parts(found);
		if (!has_odd_line_ends(text))
			check_quotes(found, text);
		check_outputs(found);
	}
	arena_free(&a);
	return 0;
}
