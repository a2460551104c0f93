/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_UNIT_LAB_H
#define TESTS_UNIT_LAB_H

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "match/match.h"
#include "model/assessment.h"
#include "model/inventory.h"
#include "model/rule.h"
#include "pattern/pattern.h"
#include "unit.h"

/*
 * What a test needs to read Swedish and to try a rule that stands in the
 * test itself: a vocabulary, a matcher, and where messages go.  Make it in
 * an unchecked fixture: the vocabulary is then compiled once for all rows.
 */
struct lab {
	struct arena arena;
	struct diags diags;
	struct pattern_store store;
	struct matcher *matcher;
	const struct vocab *vocab;
};

/* The tests' own vocabulary, and the one that municipalities meet. */
#define SMALL_VOCAB "tests/unit/vocab"
#define REAL_VOCAB "rules/vocab"

void lab_open(struct lab *l, const char *vocab_folder);
void lab_close(struct lab *l);

/* A rule of YAML; the test fails with its messages where it is broken. */
struct rule *lab_rule(struct lab *l, const char *yaml);

/* The keys of an inventory, as under `given` in a rule's tests. */
const struct inventory *lab_inventory(struct lab *l, const char *yaml);
const struct matches *lab_match(struct lab *l, const char *yaml);
const struct assessment *lab_assess(struct lab *l, const char *rule_yaml,
				    const char *given_yaml);

/* The first process or document of a text, read and matched. */
struct reading lab_read(struct lab *l, const char *text);

/*
 * Every verdict of an assessment on one line:
 * "gap p=gap/missing p/e=unknown/no-information" for the organisation,
 * "S1:met p=met; *:met" for subjects and their roll-up.
 */
struct str lab_verdicts(struct lab *l, const struct assessment *a);

/* What follows from a rule and an inventory. */
struct lab_row {
	const char *name;
	const char *rule; /* what stands after the head: na, tests, expect … */
	const char *given;
	const char *want; /* as lab_verdicts() tells it */
};

const struct assessment *lab_assess_row(struct lab *l, const char *rule_head,
					const struct lab_row *r);
void lab_assert_row(struct lab *l, const char *rule_head,
		    const struct lab_row *r);

/* "error[id] line:col …" of every message, sorted, joined by newlines. */
struct str lab_messages(struct lab *l);

/* A file under the current folder, with the folders above it. */
void lab_put(const char *path, const char *text);

/* A folder of its own to work in, and away with it. */
void folder_enter(void);
void folder_leave(void);

/* The head of a rule of which only the parts matter. */
#define RULE_HEAD                                                         \
	"rule: r\nversion: 1\nstatus: stable\ntitle: {sv: T}\n"           \
	"remedy: {sv: R}\narea: governance\ncontrols: [iso-2022:A.5.1]\n" \
	"priority: short\n"
#define RULE_NA "na: {allow: with-proof, proof: [excerpt]}\n"
#define RULE_TESTS "tests: [{}]\n"
#define RULE(rest) RULE_HEAD RULE_NA RULE_TESTS rest "\n"

#endif
