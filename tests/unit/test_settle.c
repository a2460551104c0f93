/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A rule, an inventory, and what people have decided: what becomes of each
 * waiver and judgement, as the tables of docs/waivers.md say it, and which
 * parts are marked.  As of 2026-03-01.
 */
#include "assess/settle.h"

#include <stdio.h>

#include "assess/assess.h"
#include "intake/decisions.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

/* Two rules: one of the organisation, one of each system. */
static const char *const rule_texts[] = {
	"rule: a\nversion: 2\nstatus: stable\ntitle: {sv: T}\n"
	"remedy: {sv: R}\narea: governance\ncontrols: [iso-2022:A.5.1]\n"
	"priority: short\n" RULE_NA "expect:\n"
	"  p: {document: [plan], elements: {e: {element: ansvar}}}\n"
	"  g: {any: {x: {record: [protokoll]}, y: {statement: prov}}}\n",
	"rule: s\nreplaces: [old]\nversion: 1\nstatus: stable\n"
	"title: {sv: T}\nremedy: {sv: R}\narea: incident\n"
	"controls: [iso-2022:A.5.1]\npriority: long\neach: system\n" RULE_NA
	"expect:\n  q: {statement: prov}\n",
};

#define RULES (sizeof(rule_texts) / sizeof(*rule_texts))

static const struct ruleset *rules(void)
{
	struct ruleset *set = arena_new(&lab.arena, struct ruleset);

	set->list = arena_array(&lab.arena, struct rule, RULES);
	for (set->count = 0; set->count < RULES; set->count++)
		set->list[set->count] = *lab_rule(&lab, rule_texts[set->count]);
	set->vocab = lab.vocab;
	return set;
}

typedef void reader(const struct intake *, const struct node *,
		    struct inventory *);

static void read_list(const char *yaml, reader *read, struct inventory *v)
{
	struct intake in = { .arena = &lab.arena, .diags = &lab.diags };

	if (!yaml)
		return;
	read(&in, node_read(&lab.arena, &lab.diags, STR("f"), str_of(yaml)), v);
	ck_assert_msg(!lab.diags.errors, "%s\n%.*s", yaml,
		      STR_ARG(lab_messages(&lab)));
}

static const struct assessment *assess_with(const char *given,
					    const char *waivers,
					    const char *judgements)
{
	struct inventory *v = arena_new(&lab.arena, struct inventory);
	struct matches *m = arena_new(&lab.arena, struct matches);

	*v = *lab_inventory(&lab, given);
	read_list(waivers, waivers_from_node, v);
	read_list(judgements, judgements_from_node, v);
	match_inventory(&lab.arena, lab.vocab, lab.matcher, v, m);
	return assess(&lab.arena, rules(), m);
}

static void put_settled(struct buf *b, const struct settled *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *cause = decision_cause_words.list[list[i].cause];

		buf_putf(b, "%s%s", b->len ? " " : "",
			 decision_status_words.list[list[i].status]);
		if (cause)
			buf_putf(b, "/%s", cause);
	}
}

/* "used unused/open: a.p S1.q=met": statuses, then the marks. */
static struct str told(const struct assessment *a)
{
	struct buf b = { 0 };
	struct str ret;

	put_settled(&b, a->waivers, a->waiver_count);
	put_settled(&b, a->judgements, a->judgement_count);
	buf_puts(&b, ":");
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++) {
			const struct result *r = &a->results[i];
			const struct part_result *p = &r->parts[k];

			if (!p->waived && !p->judged)
				continue;
			buf_putf(&b, " %.*s.%.*s",
				 STR_ARG(r->subject.len ? r->subject
							: r->rule->id.str),
				 STR_ARG(p->label));
			if (p->judged)
				buf_putf(&b, "=%s",
					 verdict_name(p->judged->verdict));
		}
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

struct row {
	const char *name;
	const char *given;
	const char *decided;
	const char *want;
};

#define SYSTEMS "systems: [{id: S1, name: Ett}, {id: S2, name: Tv\xc3\xa5}]"
#define W(keys)                                                        \
	"{" keys ", owner: O, approver: A, reason: R, decided: 2026, " \
	"expires: 2027-06}"
#define HELD(keys)                                              \
	"{" keys ", owner: O, approver: A, reason: R, decided:" \
	" 2026-01, expires: 2026-12}"
#define DENIED "processes: [{id: P, text: Prov finns inte.}]"

static const struct row waivers[] = {
	{ "a gap", "{}", "[" HELD("rule: a, part: p, rule_version: 2") "]",
	  "used: a.p" },
	{ "all of a rule", "{}", "[" HELD("rule: a, rule_version: 2") "]",
	  "used: a.p a.p/e" },
	{ "an element", "{}",
	  "[" HELD("rule: a, part: p/e, rule_version: 2") "]", "used: a.p/e" },
	{ "a group", "{" DENIED "}",
	  "[" HELD("rule: a, part: g, rule_version: 2") "]", "used: a.g" },
	{ "a member of a group", "{" DENIED "}",
	  "[" HELD("rule: a, part: g/x, rule_version: 2") "]",
	  "unused/no-such-part:" },
	{ "one system", "{" SYSTEMS ", " DENIED "}",
	  "[" HELD("rule: s, about: S2, rule_version: 1") "]", "used: S2.q" },
	{ "every system", "{" SYSTEMS ", " DENIED "}",
	  "[" HELD("rule: s, rule_version: 1") "]", "used: S1.q S2.q" },
	{ "by the old name of the rule", "{" SYSTEMS ", " DENIED "}",
	  "[" HELD("rule: old, about: S1, rule_version: 1") "]", "used: S1.q" },
	{ "a system of a rule about the whole", "{" SYSTEMS "}",
	  "[" HELD("rule: a, about: S1, rule_version: 2") "]",
	  "unused/no-such-part:" },
	{ "two for one point", "{}",
	  "[" HELD("rule: a, part: p, rule_version: 2") ", " HELD(
		  "rule: a, part: p, rule_version: 2") "]",
	  "used used: a.p" },
	{ "met", "{documents: [{id: D, title: Plan}]}",
	  "[" HELD("rule: a, part: p, rule_version: 2") "]",
	  "unused/no-deviation:" },
	{ "unknown", "{complete: false}",
	  "[" HELD("rule: a, part: p, rule_version: 2") "]", "unused/open:" },
	{ "a reason that is covered", "{}",
	  "[" HELD("rule: a, part: p, rule_version: 2, covers: [missing]") "]",
	  "used: a.p" },
	{ "another reason", "{}",
	  "[" HELD("rule: a, part: p, rule_version: 2, covers: [draft]") "]",
	  "unused/other-reason:" },
	{ "a claim that is not shown", "{claims: [{rule: a, not_applicable: N}]}",
	  "[" HELD("rule: a, part: p, rule_version: 2") "]", "used: a.p" },
	{ "another version goes before expiry", "{as_of: 2028-01-01}",
	  "[" HELD("rule: a, part: p, rule_version: 1") "]", "wrong-version:" },
	{ "expiry goes before what is there", "{as_of: 2027-01-01}",
	  "[" HELD("rule: a, part: x, rule_version: 2") "]", "expired:" },
	{ "its last day", "{as_of: 2026-12-31}",
	  "[" HELD("rule: a, part: p, rule_version: 2") "]", "used: a.p" },
	{ "decided in a year that has not ended", "{}",
	  "[" W("rule: a, part: p, rule_version: 2") "]", "not-yet:" },
	{ "no such rule", "{}", "[" HELD("rule: b, rule_version: 1") "]",
	  "unknown-rule:" },
	{ "outside the areas", "{scope: {areas: [incident]}}",
	  "[" HELD("rule: a, rule_version: 2") "]", "unused/not-assessed:" },
	{ "outside the areas, and another version", "{scope: {areas: [incident]}}",
	  "[" HELD("rule: a, rule_version: 1") "]", "unused/not-assessed:" },
	{ "outside the systems", "{" SYSTEMS ", scope: {systems: [S1]}}",
	  "[" HELD("rule: s, about: S2, rule_version: 1") "]",
	  "unused/not-assessed:" },
	{ "no such finding", "{}",
	  "[" HELD("finding: 0123456789abcdef, rule_version: 1") "]",
	  "unused/no-such-part:" },
};

START_TEST(waivers_are_held_against_the_results)
{
	const struct row *r = &waivers[_i];

	ASSERT_STR(r->name, told(assess_with(r->given, r->decided, NULL)),
		   str_of(r->want));
}
END_TEST

#define J(keys) "{" keys ", verdict: met, why: W, by: B, date: 2026-02-10}"
#define OPEN "complete: false"

static const struct row judgements[] = {
	{ "an open part", "{" OPEN "}", "[" J("rule: a, part: p") "]",
	  "used: a.p=met" },
	{ "a part that is met", "{documents: [{id: D, title: Plan}]}",
	  "[" J("rule: a, part: p") "]", "unused/agrees:" },
	{ "a part that is a gap", "{}", "[" J("rule: a, part: p") "]",
	  "overtaken/differs:" },
	{ "a claim that is not shown", "{claims: [{rule: a, not_applicable: N}]}",
	  "[" J("rule: a, part: p") "]", "used: a.p=met" },
	{ "the organisation, where there are systems", "{" SYSTEMS "}",
	  "[" J("rule: s, part: q") "]", "unused/no-such-part:" },
	{ "a system", "{" SYSTEMS "}", "[" J("rule: s, part: q, about: S1") "]",
	  "used: S1.q=met" },
	{ "by the old name of the rule", "{" SYSTEMS "}",
	  "[" J("rule: old, part: q, about: S1") "]", "used: S1.q=met" },
	{ "outside the areas", "{scope: {areas: [incident]}}",
	  "[" J("rule: a, part: p") "]", "unused/not-assessed:" },
	{ "no such rule", "{}", "[" J("rule: b, part: p") "]", "unknown-rule:" },
	{ "over", "{" OPEN "}",
	  "[" J("rule: a, part: p, valid: {to: 2026-02-28}") "]",
	  "overtaken/run-out:" },
	{ "its last day", "{" OPEN "}",
	  "[" J("rule: a, part: p, valid: {to: 2026-03-01}") "]",
	  "used: a.p=met" },
	{ "over, and agreed with", "{documents: [{id: D, title: Plan}]}",
	  "[" J("rule: a, part: p, valid: {to: 2026-02-28}") "]",
	  "overtaken/run-out:" },
	{ "evidence in words", "{" OPEN "}",
	  "[" J("rule: a, part: p, evidence: [sett i arkivet]") "]",
	  "used: a.p=met" },
	{ "evidence that is gone", "{" OPEN "}",
	  "[" J("rule: a, part: p, evidence: [D]") "]",
	  "overtaken/evidence-missing:" },
	{ "a document of before",
	  "{" OPEN ", documents: [{id: D, title: X, "
	  "revised: 2026-02-10}]}",
	  "[" J("rule: a, part: p, evidence: D") "]", "used: a.p=met" },
	{ "a document revised since",
	  "{" OPEN ", documents: [{id: D, title: X, "
	  "revised: 2026-02-11}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a document decided since",
	  "{" OPEN ", documents: [{id: D, title: X, "
	  "approved: {date: 2026-03}}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a document carried out since",
	  "{" OPEN ", documents: [{id: D, title: X, performed: 2026-02-20}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a document received since",
	  "{" OPEN ", documents: [{id: D, title: X, received: 2026-02-20}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a document of the same month may be older",
	  "{" OPEN ", documents: [{id: D, title: X, revised: 2026-02}]}",
	  "[" J("rule: a, part: p, evidence: D") "]", "used: a.p=met" },
	{ "a document that was not received",
	  "{" OPEN ", documents: [{id: D, title: X, received: false}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a document that was replaced",
	  "{" OPEN ", documents: [{id: D, title: X}, {id: E, title: X, "
	  "replaces: D}]}",
	  "[" J("rule: a, part: p, evidence: D") "]",
	  "overtaken/evidence-changed:" },
	{ "a statement of since",
	  "{" OPEN ", processes: [{id: P, date: 2026-02-20, text: X}]}",
	  "[" J("rule: a, part: p, evidence: P") "]",
	  "overtaken/evidence-changed:" },
	{ "a newer statement is quoted",
	  "{" SYSTEMS ", processes: [{id: P, date: 2026-02-20, text: Tidigare "
	  "fanns prov.}]}",
	  "[" J("rule: s, part: q, about: S1") "]",
	  "overtaken/evidence-changed:" },
	{ "an older statement is quoted",
	  "{" SYSTEMS ", processes: [{id: P, date: 2026-02-01, text: Tidigare "
	  "fanns prov.}]}",
	  "[" J("rule: s, part: q, about: S1") "]", "used: S1.q=met" },
	{ "the newer of two", "{" OPEN "}",
	  "[" J("rule: a, part: p") ", {rule: a, part: p, verdict: gap, why: W,"
				    " by: B, date: 2026-02-11}]",
	  "overtaken/newer-judgement used: a.p=gap" },
	{ "the first of two of a day", "{" OPEN "}",
	  "[" J("rule: a, part: p") ", {rule: a, part: p, verdict: gap, why: W,"
				    " by: B, date: 2026-02-10}]",
	  "used overtaken/newer-judgement: a.p=met" },
};

START_TEST(judgements_are_held_against_the_results)
{
	const struct row *r = &judgements[_i];

	ASSERT_STR(r->name, told(assess_with(r->given, NULL, r->decided)),
		   str_of(r->want));
}
END_TEST

/* What people decide changes no verdict, no reason and no total. */
START_TEST(verdicts_stay_as_they_are)
{
	const struct row *r = &waivers[_i];
	const struct assessment *with = assess_with(r->given, r->decided, NULL);
	const struct assessment *bare = assess_with(r->given, NULL, NULL);

	ASSERT_STR(r->name, lab_verdicts(&lab, with), lab_verdicts(&lab, bare));
	ck_assert_mem_eq(with->totals, bare->totals, sizeof(with->totals));
}
END_TEST

static const struct part_result *find(const struct assessment *a,
				      const char *subject, const char *label)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++)
			if (str_eq(a->results[i].subject, str_of(subject)) &&
			    str_eq(a->results[i].parts[k].label, str_of(label)))
				return &a->results[i].parts[k];
	ck_abort_msg("%s.%s", subject, label);
	return NULL;
}

/* An id outlives the finding: what was mended is known by it. */
START_TEST(a_finding_is_named_by_its_id)
{
	static const char denied[] = "{" SYSTEMS ", " DENIED "}";
	static const char affirmed[] = "{" SYSTEMS
				       ", processes: [{id: P, text: Prov "
				       "finns.}]}";
	const struct assessment *a = assess_with(denied, NULL, NULL);
	char waiver[300], judgement[300];

	snprintf(waiver, sizeof(waiver),
		 "[" HELD("finding: %.*s, rule_version: 1") "]",
		 STR_ARG(find(a, "S2", "q")->finding));
	snprintf(judgement, sizeof(judgement), "[" J("finding: %.*s") "]",
		 STR_ARG(find(a, "S2", "q")->finding));
	ASSERT_STR("gap", told(assess_with(denied, waiver, judgement)),
		   STR("used overtaken/differs: S2.q"));
	ASSERT_STR("met", told(assess_with(affirmed, waiver, judgement)),
		   STR("unused/no-deviation unused/agrees:"));
	ASSERT_STR("open", told(assess_with("{" SYSTEMS "}", waiver, judgement)),
		   STR("unused/open used: S2.q=met"));
}
END_TEST

Suite *settle_suite(void)
{
	Suite *s = suite_create("settle");
	TCase *t = tcase_create("settle");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, waivers_are_held_against_the_results, 0,
			    ROWS(waivers));
	tcase_add_loop_test(t, judgements_are_held_against_the_results, 0,
			    ROWS(judgements));
	tcase_add_loop_test(t, verdicts_stay_as_they_are, 0, ROWS(waivers));
	tcase_add_test(t, a_finding_is_named_by_its_id);
	suite_add_tcase(s, t);
	return s;
}
