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
#include "intake/intake.h"
#include "match/match.h"

struct pool {
	struct batch *batch;
	const struct batch_options *options;
	atomic_size_t next;
};

static void check_rule_id(struct diags *d, const struct ruleset *rules,
			  struct text id)
{
	struct str_near near;

	if (ruleset_find(rules, id.str))
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

static void run_item(struct batch_item *item,
		     const struct batch_options *options, struct matcher *matcher)
{
	struct intake in = { &item->arena, &item->diags, options->as_of };
	const struct inventory *v;
	struct matches matches;
	struct assessment *a;

	item->diags.arena = &item->arena;
	v = inventory_load(&in, item->folder);
	if (!v)
		return;
	check_rule_ids(&item->diags, options->rules, v);
	match_inventory(&item->arena, options->rules->vocab, matcher, v,
			&matches);
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
