/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>

/* The number of rows of a table, for tcase_add_loop_test(). */
#define ROWS(table) ((int)(sizeof(table) / sizeof(*(table))))

/* Two views hold the same bytes; `name` tells which row it was. */
#define ASSERT_STR(name, got, want)                                        \
	do {                                                               \
		struct str got_ = (got), want_ = (want);                   \
		ck_assert_msg(str_eq(got_, want_),                         \
			      "%s:\ngot  \"%.*s\"\nwant \"%.*s\"", (name), \
			      STR_ARG(got_), STR_ARG(want_));              \
	} while (0)

/* base */
Suite *arena_suite(void);
Suite *str_suite(void);
Suite *buf_suite(void);
Suite *utf8_suite(void);
Suite *date_suite(void);
Suite *file_suite(void);
Suite *hash_suite(void);

/* diag, yaml, pattern, model */
Suite *diag_suite(void);
Suite *yaml_suite(void);
Suite *place_suite(void);
Suite *fields_suite(void);
Suite *index_suite(void);
Suite *pattern_suite(void);
Suite *verdict_suite(void);
Suite *tables_suite(void);
Suite *claims_suite(void);
Suite *settle_suite(void);

/* rules, read, intake, match, assess */
Suite *rules_suite(void);
Suite *read_suite(void);
Suite *repair_suite(void);
Suite *table_suite(void);
Suite *stance_suite(void);
Suite *intake_suite(void);
Suite *match_suite(void);
Suite *remark_suite(void);
Suite *trail_suite(void);
Suite *keys_suite(void);
Suite *steps_suite(void);
Suite *judge_suite(void);
Suite *assess_suite(void);
Suite *basis_suite(void);
Suite *order_suite(void);
Suite *quote_suite(void);
Suite *traps_suite(void);

/* ruletest, render, json, batch, cmd */
Suite *ruletest_suite(void);
Suite *render_suite(void);
Suite *json_suite(void);
Suite *saved_suite(void);
Suite *compare_suite(void);
Suite *batch_suite(void);
Suite *opts_suite(void);
Suite *gate_suite(void);

#endif
