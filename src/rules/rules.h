/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/rule.h"
#include "pattern/pattern.h"
#include "yaml/fields.h"

struct vocab;

/* The keys of a rule file, for the loader, the documentation and lint. */
extern const struct fields rule_set;
extern const struct fields part_set;

/* The keys of a part that say its kind, by enum part_kind. */
extern const struct words part_kind_words;

struct rules_source {
	const char *const *paths; /* folders or files, later ones add */
	size_t count;
	const char *fallback; /* folder whose vocab/ is used if none has one */
};

/*
 * Load and freeze rules and vocabulary.  A broken rule is left out, named
 * in ret->broken, and explained in d.  NULL where there is no vocabulary or
 * no rule at all.  Everything lives in the arena, patterns in the store.
 */
const struct ruleset *ruleset_load(struct arena *a, struct diags *d,
				   struct pattern_store *store,
				   struct rules_source from);

/* What is no mistake but should be mended: for lint alone. */
void ruleset_advise(const struct ruleset *set, struct diags *d);

/*
 * Check a rule against the vocabulary and resolve its names.  False, with
 * messages, where it can't be used.
 */
bool rule_freeze(struct arena *a, struct diags *d, const struct vocab *v,
		 struct rule *rule);

/*
 * Check that the names a rule had before are nobody else's.  False, with
 * messages, where it can't be used.
 */
bool rule_check_names(const struct ruleset *set, struct diags *d,
		      const struct rule *rule);

/*
 * Check what a rule says of others; `whole`: all rules are loaded, so one
 * that is not there is a mistake.  False, with messages, where it can't be
 * used.
 */
bool rule_link(const struct ruleset *set, struct diags *d,
	       const struct rule *rule, bool whole);

#endif
