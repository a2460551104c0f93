/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>

#include "unit.h"

/* A new suite is one row here and one line in unit.h. */
static Suite *(*const suites[])(void) = {
	arena_suite,   str_suite,      buf_suite,     utf8_suite,
	date_suite,    file_suite,     hash_suite,    diag_suite,
	yaml_suite,    place_suite,    pattern_suite, index_suite,
	verdict_suite, tables_suite,   claims_suite,  settle_suite,
	render_suite,  json_suite,     fields_suite,  stance_suite,
	read_suite,    judge_suite,    assess_suite,  basis_suite,
	order_suite,   match_suite,    rules_suite,   intake_suite,
	batch_suite,   ruletest_suite, traps_suite,   quote_suite,
	opts_suite,    gate_suite,     repair_suite,  table_suite,
	remark_suite,  trail_suite,    keys_suite,    steps_suite,
	saved_suite,   compare_suite,
};

int main(void)
{
	SRunner *r = srunner_create(NULL);
	int failed;

	for (int i = 0; i < ROWS(suites); i++)
		srunner_add_suite(r, suites[i]());
	srunner_run_all(r, CK_NORMAL);
	failed = srunner_ntests_failed(r);
	srunner_free(r);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
