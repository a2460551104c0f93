/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RULETEST_RULETEST_H
#define RULETEST_RULETEST_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"
#include "model/rule.h"
#include "pattern/pattern.h"

/* The tests inside a rule: what is given, and the verdict that is wanted. */

enum test_status {
	TEST_OK,
	TEST_WRONG_VERDICT,
	TEST_WRONG_REASON,
	TEST_NO_RESULT, /* no such subject or part */
	TEST_BROKEN, /* what is given can't be read; see the messages */
	TEST_STATUSES
};

extern const struct words test_status_words;

struct test_outcome {
	struct text name;
	enum test_status status;
	struct str label; /* of the part; empty: the rule */
	struct str want;
	struct str got;
};

struct test_outcomes {
	struct test_outcome *list; /* one for each test */
	size_t count;
};

/*
 * Run the tests of one rule.  The set holds its vocabulary.  Outcomes live
 * in the arena; what is wrong with a test's own YAML is in d.
 */
struct test_outcomes ruletest_run(struct arena *a, struct diags *d,
				  const struct ruleset *set,
				  const struct rule *rule,
				  struct matcher *matcher);

#endif
