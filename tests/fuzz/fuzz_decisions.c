/* SPDX-License-Identifier: EUPL-1.2 */
#include <jansson.h>

#include "assess/assess.h"
#include "base/arena.h"
#include "base/buf.h"
#include "fuzz.h"
#include "fuzz_words.h"
#include "intake/decisions.h"
#include "match/match.h"
#include "render/render.h"
#include "rules/rules.h"

#define HEAD                                                            \
	"version: 1\nstatus: stable\ntitle: {sv: T}\nremedy: {sv: R}\n" \
	"area: governance\ncontrols: [iso-1:1]\npriority: short\n"      \
	"na: {allow: with-proof, proof: [excerpt]}\n"

/* A gap, an element that is open, a group; a claim that is not shown. */
static const char *const rule_texts[] = {
	"rule: a\n" HEAD "expect:\n"
	"  p: {document: [plan], elements: {e: {element: ansvar}}}\n"
	"  g: {any: {x: {record: [protokoll]}, y: {statement: prov}}}\n",
	"rule: s\n" HEAD "each: system\nexpect: {q: {statement: prov}}\n",
};

static const char given[] =
	"systems: [{id: S1, name: A}, {id: S2, name: B}]\n"
	"documents: [{id: D1, title: Plan}, {id: D2, title: X}]\n"
	"processes: [{id: P1, text: Prov finns inte., about: [S2]}]\n"
	"claims: [{rule: s, about: [S1], not_applicable: N}]\n";

#define RULES (sizeof(rule_texts) / sizeof(*rule_texts))

typedef void reader(const struct intake *, const struct node *,
		    struct inventory *);

static const struct ruleset *the_rules(struct arena *a,
				       const struct fuzz_words *w)
{
	struct ruleset *set = arena_new(a, struct ruleset);
	struct diags d = { .arena = a };
	struct fields_reader fields = { a, &d };

	set->list = arena_array(a, struct rule, RULES);
	set->vocab = w->vocab;
	for (set->count = 0; set->count < RULES; set->count++) {
		const struct node *n = node_read(a, &d, STR("r"),
						 str_of(rule_texts[set->count]));
		struct rule *rule = &set->list[set->count];

		if (!n || !fields_read(&fields, n, &rule_set, rule) ||
		    !rule_freeze(a, &d, w->vocab, rule))
			__builtin_trap();
	}
	return set;
}

static struct inventory *the_inventory(struct arena *a)
{
	struct diags d = { .arena = a };
	struct intake in = { .arena = a, .diags = &d };
	struct inventory *v = arena_new(a, struct inventory);
	const struct node *n = node_read(a, &d, STR("i"), str_of(given));
	const struct inventory *read;

	if (!date_parse(STR("2026-03-01"), &in.as_of))
		__builtin_trap();
	read = inventory_from_node(&in, n, str_of(given));
	if (!read)
		__builtin_trap();
	*v = *read;
	return v;
}

/* A mark is of one that is used, and only findings are waived. */
static void check_marks(const struct assessment *a)
{
	size_t marks = 0, parts = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++) {
			const struct part_result *p = &a->results[i].parts[k];

			if (p->waived && !verdict_is_finding(p->verdict))
				__builtin_trap();
			if (p->judged && p->verdict != VERDICT_UNKNOWN &&
			    p->verdict != VERDICT_NA_UNPROVEN)
				__builtin_trap();
			marks += p->waived || p->judged;
		}
	for (size_t i = 0; i < a->waiver_count; i++)
		parts += a->waivers[i].parts;
	for (size_t i = 0; i < a->judgement_count; i++)
		parts += a->judgements[i].parts;
	/* Two waivers may mark one part. */
	if (marks > parts || (parts && !marks))
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

static void try_file(const struct fuzz_words *w, struct str text, reader *read)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct intake in = { .arena = &a, .diags = &d };
	struct inventory *v = the_inventory(&a);
	const struct node *n = node_read(&a, &d, STR("f"), text);
	const struct assessment *found;
	struct matches m;

	if (n && !d.errors) {
		read(&in, n, v);
		if (v->decisions.incomplete != (d.errors != 0))
			__builtin_trap();
		match_inventory(&a, w->vocab, w->matcher, v, &m);
		found = assess(&a, the_rules(&a, w), &m);
		check_marks(found);
		check_outputs(found);
	}
	arena_free(&a);
}

/* Any bytes give decisions or an error; each is told, and none is lost. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fuzz_words *w = fuzz_words("tests/unit/vocab",
						"../../tests/unit/vocab");
	struct str text = { (const char *)data, size };

	try_file(w, text, waivers_from_node);
	try_file(w, text, judgements_from_node);
	return 0;
}
