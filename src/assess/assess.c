/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every rule over its subjects.  A rule that looks at what others came to is
 * judged after them; the results stand by area and id all the same.
 */
#include "assess/assess.h"

#include <string.h>

#include "assess/catalogue.h"
#include "assess/settle.h"
#include "assess/subject.h"
#include "assess/summary.h"
#include "assess/trial.h"
#include "base/arena.h"

struct sitting {
	struct bench bench;
	const struct ruleset *rules;
	struct assessment *assessment;
	struct judged *judged; /* by number of the rule */
	struct subjects subjects[SUBJECT_KINDS];
};

/* What there is no subject for. */
static void add_empty(const struct sitting *s, const struct rule *rule)
{
	static const enum verdict verdicts[EMPTIES] = {
		[EMPTY_UNKNOWN] = VERDICT_UNKNOWN,
		[EMPTY_NA] = VERDICT_NA,
		[EMPTY_GAP] = VERDICT_GAP,
		[EMPTY_ORGANISATION] = VERDICT_UNKNOWN,
	};

	try_nobody(&s->bench, rule, verdicts[rule->empty],
		   &s->assessment->results[s->assessment->count++]);
}

static void add_rollup(const struct sitting *s, const struct rule *rule,
		       size_t first)
{
	struct assessment *a = s->assessment;
	struct tally tally = { 0 };

	for (size_t i = first; i < a->count; i++)
		tally_add(&tally, a->results[i].verdict, false);
	a->results[a->count++] = (struct result){
		.rule = rule,
		.subject_kind = rule->each,
		.is_rollup = true,
		.verdict = tally_rollup(&tally, rule->each_rollup),
		.counted = tally_counted(&tally, rule->each_rollup),
	};
}

static bool is_spoken_of(const struct result *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!r->parts[i].summary && r->parts[i].reason != REASON_MISSING &&
		    !is_silent(r->parts[i].verdict, r->parts[i].reason))
			return true;
	return false;
}

/* Those by name of which something is known: by what is about them alone. */
static void add_named(const struct sitting *s, const struct rule *rule)
{
	const struct subjects *subjects = &s->subjects[rule->also];
	struct assessment *a = s->assessment;

	for (size_t i = 0; i < subjects->count; i++) {
		struct subject *alone = arena_new(s->bench.arena, struct subject);

		*alone = subjects->list[i];
		alone->alone = true;
		try_subject(&s->bench, rule, alone, &a->results[a->count]);
		a->count += is_spoken_of(&a->results[a->count]);
	}
}

static void assess_rule(const struct sitting *s, const struct rule *rule)
{
	const struct subject *organisation = s->subjects[SUBJECT_ORGANISATION].list;
	const struct subjects *subjects = &s->subjects[rule->each];
	struct assessment *a = s->assessment;
	size_t first = a->count;

	for (size_t i = 0; i < subjects->count; i++)
		try_subject(&s->bench, rule, &subjects->list[i],
			    &a->results[a->count++]);
	if (!subjects->count && rule->empty == EMPTY_ORGANISATION)
		try_subject(&s->bench, rule, organisation,
			    &a->results[a->count++]);
	else if (!subjects->count)
		add_empty(s, rule);
	else if (rule->each != SUBJECT_ORGANISATION)
		add_rollup(s, rule, first);
	if (rule->also != SUBJECT_ORGANISATION)
		add_named(s, rule);
	a->rules_evaluated++;
}

static bool is_selected(const struct sitting *s, const struct rule *rule)
{
	const struct scope *scope = &s->bench.matches->inventory->scope;

	return rule->status != RULE_DEPRECATED &&
	       (!scope->areas.count ||
		texts_hold(scope->areas, str_of(area_words.list[rule->area])));
}

/* After those that it looks at; each once. */
/* NOLINTNEXTLINE(misc-no-recursion): rules wait for no more than a few */
static void judge_rule(struct sitting *s, const struct rule *rule)
{
	struct judged *j;

	if (!rule || !is_selected(s, rule))
		return;
	j = &s->judged[rule - s->rules->list];
	if (j->done)
		return;
	j->done = true;
	for (size_t i = 0; i < rule->named.count; i++)
		judge_rule(s, ruleset_find(s->rules, rule->named.list[i].rule));
	j->first = s->assessment->count;
	assess_rule(s, rule);
	j->count = s->assessment->count - j->first;
}

/* By area, then by id, in whatever order they were judged. */
static void put_in_order(struct sitting *s)
{
	struct assessment *a = s->assessment;
	struct result *list = arena_array(s->bench.arena, struct result,
					  a->count);
	size_t n = 0;

	for (size_t area = 0; area < AREAS; area++)
		for (size_t i = 0; i < s->rules->count; i++) {
			const struct judged *j = &s->judged[i];

			if (s->rules->list[i].area != area || !j->count)
				continue;
			memcpy(&list[n], &a->results[j->first],
			       j->count * sizeof(*list));
			n += j->count;
		}
	a->results = list;
}

static void assess_rules(struct sitting *s)
{
	for (size_t i = 0; i < s->rules->count; i++)
		judge_rule(s, &s->rules->list[i]);
	put_in_order(s);
}

static void count_totals(struct assessment *a)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->results[i].count; k++)
			if (a->results[i].parts[k].counts)
				a->totals[a->results[i].parts[k].verdict]++;
}

static struct unread unread_of(const struct document *d)
{
	struct unread u = { .id = d->id.str, .title = d->title.str };

	for (enum lang lang = 0; lang < LANGS && d->unread_why; lang++)
		u.why[lang] = str_of(i18n(lang, d->unread_why));
	return u;
}

static void list_documents(struct sitting *s)
{
	const struct inventory *v = s->bench.matches->inventory;
	struct assessment *a = s->assessment;

	a->unread = arena_array(s->bench.arena, struct unread,
				v->documents.count);
	for (size_t i = 0; i < v->documents.count; i++) {
		const struct document *d = &v->documents.list[i];

		if (d->received == CHOICE_NO)
			continue;
		a->documents_received++;
		/* A title is read too: nothing else was given. */
		a->documents_title_only += d->state == CONTENT_TITLE_ONLY;
		if (d->state != CONTENT_UNREAD)
			a->documents_read++;
		else
			a->unread[a->unread_count++] = unread_of(d);
	}
}

static struct assessment *start(struct sitting *s)
{
	const struct inventory *v = s->bench.matches->inventory;
	struct assessment *a = arena_new(s->bench.arena, struct assessment);
	char *as_of = arena_alloc(s->bench.arena, DATE_TEXT, 1, 1);
	size_t subjects = 2 * (v->systems.count + v->suppliers.count) + 3;

	a->name = v->municipality.name.str;
	a->code = v->municipality.code.str;
	a->as_of = str_of(date_text(v->as_of.last, as_of));
	a->earlier = v->earlier.list;
	a->earlier_count = v->earlier.count;
	a->rules_hash = s->rules->hash;
	a->vocab_hash = s->rules->vocab->hash;
	a->rules_not_evaluated = s->rules->broken;
	a->incomplete = s->rules->broken.count || s->rules->incomplete;
	a->results = arena_array(s->bench.arena, struct result,
				 s->rules->count * subjects);
	for (size_t i = 0; i < s->rules->count; i++)
		a->rules_selected += is_selected(s, &s->rules->list[i]);
	return a;
}

struct assessment *assess(struct arena *a, const struct ruleset *rules,
			  const struct matches *matches)
{
	struct sitting s = {
		.bench = { .arena = a,
			   .vocab = rules->vocab,
			   .matches = matches,
			   .as_of = matches->inventory->as_of.last },
		.rules = rules,
	};

	for (enum subject_kind k = 0; k < SUBJECT_KINDS; k++)
		s.subjects[k] = subjects_of(a, matches, k);
	s.bench.all = docket_of_all(a, matches);
	s.bench.catalogue = catalogue_new(a, rules->vocab, matches);
	s.assessment = start(&s);
	s.judged = arena_array(a, struct judged, rules->count);
	s.bench.rules = rules;
	s.bench.so_far = s.assessment;
	s.bench.judged = s.judged;
	assess_rules(&s);
	count_totals(s.assessment);
	list_documents(&s);
	settle(a, rules, matches, s.assessment);
	return s.assessment;
}
