/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A fixed pool of threads takes the next municipality from a counter; each
 * writes only into its own item, so the order of the results is that of
 * the input whatever the threads do.
 */
#include "batch/batch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "assess/assess.h"
#include "batch/decisions.h"
#include "intake/intake.h"
#include "match/match.h"
#include "model/vocab.h"

struct pool {
	struct batch *batch;
	const struct batch_options *options;
	atomic_size_t next;
};

static void check_rule_id(struct diags *d, const struct ruleset *rules,
			  struct text id)
{
	struct str_near near;

	for (size_t i = 0; i < rules->count; i++)
		if (rule_is_called(&rules->list[i], id.str))
			return;
	for (size_t i = 0; i < rules->broken.count; i++)
		if (str_eq(rules->broken.list[i].str, id.str))
			return;
	str_near_start(&near, id.str);
	for (size_t i = 0; i < rules->count; i++)
		str_near_try(&near, rules->list[i].id.str);
	diag_add(d, near.best.len ? DIAG_CLAIM_RULE_NEAR : DIAG_CLAIM_RULE,
		 id.at, ARGS(id.str, (struct str){ 0 }, near.best));
}

static void check_rule_ids(struct diags *d, const struct ruleset *rules,
			   const struct inventory *v)
{
	for (size_t i = 0; i < v->claims.count; i++)
		check_rule_id(d, rules, v->claims.list[i].rule);
	for (size_t i = 0; i < v->earlier.count; i++)
		check_rule_id(d, rules, v->earlier.list[i].rule);
}

static void report_limit(struct diags *d, const struct speech *s, struct str id)
{
	if (s->gave_up.str.len)
		diag_add(d, DIAG_TERM_LIMIT, s->gave_up.at,
			 ARGS(s->gave_up.str, id));
}

static void report_limits(struct diags *d, const struct matches *m)
{
	for (size_t i = 0; i < m->inventory->documents.count; i++)
		report_limit(d, &m->documents[i].speech,
			     m->documents[i].document->id.str);
	for (size_t i = 0; i < m->inventory->processes.count; i++)
		report_limit(d, &m->processes[i].speech,
			     m->processes[i].process->id.str);
}

/* A name of the vocabulary that the inventory uses. */
static void check_name(struct diags *d, const struct vocab *v, struct text name,
		       bool is_type)
{
	static const char *const type = DIAG_WORD("document type");
	static const char *const topic = DIAG_WORD("topic");
	size_t count = is_type ? v->types.count : v->topics.count;
	struct str_near near;

	if (!name.str.len || (is_type ? vocab_type(v, name.str)
				      : vocab_topic(v, name.str)) < count)
		return;
	str_near_start(&near, name.str);
	for (size_t i = 0; i < count; i++)
		str_near_try(&near, is_type ? v->types.list[i].id.str
					    : v->topics.list[i].id.str);
	diag_add(d,
		 near.best.len ? DIAG_INVENTORY_NAME_NEAR : DIAG_INVENTORY_NAME,
		 name.at,
		 ARGS(name.str, str_of(is_type ? type : topic), near.best));
}

static void check_names(struct diags *d, const struct vocab *v,
			const struct inventory *inventory)
{
	for (size_t i = 0; i < inventory->documents.count; i++) {
		const struct document *doc = &inventory->documents.list[i];

		check_name(d, v, doc->type, true);
		for (size_t k = 0; k < doc->elements.count; k++)
			check_name(d, v, doc->elements.list[k], false);
	}
	for (size_t i = 0; i < inventory->processes.count; i++)
		check_name(d, v, inventory->processes.list[i].topic, false);
}

static void run_item(struct batch_item *item,
		     const struct batch_options *options, struct matcher *matcher)
{
	struct intake in = { .arena = &item->arena,
			     .diags = &item->diags,
			     .as_of = options->as_of,
			     .earlier = options->earlier };
	const struct inventory *v;
	struct matches matches;
	struct assessment *a;

	item->diags.arena = &item->arena;
	v = inventory_load(&in, item->folder);
	if (!v)
		return;
	check_rule_ids(&item->diags, options->rules, v);
	decisions_check(&item->diags, options->rules, v);
	check_names(&item->diags, options->rules->vocab, v);
	match_inventory(&item->arena, options->rules->vocab, matcher, v,
			&matches);
	report_limits(&item->diags, &matches);
	a = assess(&item->arena, options->rules, &matches);
	a->folder = str_of(item->folder);
	if (!a->rules_evaluated) {
		static const char *const assess_word = DIAG_WORD("assess");

		diag_add(&item->diags, DIAG_NOTHING, v->scope.at,
			 ARGS(str_of(assess_word)));
		a->incomplete = true;
	}
	item->assessment = a;
}

static void *work(void *arg)
{
	struct pool *p = arg;
	struct matcher *matcher = matcher_new();
	size_t i;

	while ((i = atomic_fetch_add(&p->next, 1)) < p->batch->count)
		run_item(&p->batch->items[i], p->options, matcher);
	matcher_free(matcher);
	return NULL;
}

/* As many threads as can be had; this one works too. */
static void run_pool(struct pool *p, unsigned jobs)
{
	pthread_t *threads = calloc(jobs, sizeof(*threads));
	unsigned started = 0;

	while (threads && started + 1 < jobs &&
	       pthread_create(&threads[started], NULL, work, p) == 0)
		started++;
	work(p);
	for (unsigned i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	free(threads);
}

void batch_run(struct batch *b, const struct batch_options *options)
{
	struct pool p = { .batch = b, .options = options };
	unsigned jobs = options->jobs ? options->jobs : 1;

	if (jobs > b->count)
		jobs = (unsigned)b->count;
	run_pool(&p, jobs ? jobs : 1);
	for (size_t i = 0; i < b->count; i++)
		if (!b->items[i].assessment || b->items[i].assessment->incomplete)
			b->incomplete = true;
}

void batch_release(struct batch *b)
{
	for (size_t i = 0; i < b->count; i++)
		arena_free(&b->items[i].arena);
}
