/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/gate.h"
#include "unit.h"

static const struct {
	const char *text;
	bool ok;
	enum gate_level level;
	enum gate_since since;
} words[] = {
	{ "short", true, GATE_SHORT, GATE_ANY },
	{ "medium", true, GATE_MEDIUM, GATE_ANY },
	{ "long", true, GATE_LONG, GATE_ANY },
	{ "unknown", true, GATE_UNKNOWN, GATE_ANY },
	{ "never", true, GATE_NEVER, GATE_ANY },
	{ "new:short", true, GATE_SHORT, GATE_NEW },
	{ "worse:long", true, GATE_LONG, GATE_WORSE },
	{ "new:", false, GATE_SHORT, GATE_ANY },
	{ "worse", false, GATE_SHORT, GATE_ANY },
	{ "old:short", false, GATE_SHORT, GATE_ANY },
	{ "SHORT", false, GATE_SHORT, GATE_ANY },
	{ "short ", false, GATE_SHORT, GATE_ANY },
	{ "new:worse:short", false, GATE_SHORT, GATE_ANY },
	{ "", false, GATE_SHORT, GATE_ANY },
};

START_TEST(a_gate_is_written_so)
{
	struct gate g = { GATE_SHORT, GATE_ANY };

	ck_assert_int_eq(gate_parse(words[_i].text, &g), words[_i].ok);
	if (!words[_i].ok)
		return;
	ck_assert_int_eq(g.level, words[_i].level);
	ck_assert_int_eq(g.since, words[_i].since);
}
END_TEST

/* One part of one rule, and how many of these gates it trips. */
static const struct {
	const char *name;
	enum priority priority;
	enum verdict verdict;
	enum rule_status status;
	bool inside; /* a group that counts for it */
	const char *trips; /* the gates, by their first letters */
} parts[] = {
	{ "short gap", PRIORITY_SHORT, VERDICT_GAP, RULE_STABLE, false, "smlu" },
	{ "medium gap", PRIORITY_MEDIUM, VERDICT_GAP, RULE_STABLE, false, "mlu" },
	{ "long gap", PRIORITY_LONG, VERDICT_GAP, RULE_STABLE, false, "lu" },
	{ "partial", PRIORITY_SHORT, VERDICT_PARTIAL, RULE_STABLE, false, "smlu" },
	{ "na-unproven", PRIORITY_SHORT, VERDICT_NA_UNPROVEN, RULE_STABLE,
	  false, "smlu" },
	{ "met", PRIORITY_SHORT, VERDICT_MET, RULE_STABLE, false, "" },
	{ "na", PRIORITY_SHORT, VERDICT_NA, RULE_STABLE, false, "" },
	{ "unknown", PRIORITY_SHORT, VERDICT_UNKNOWN, RULE_STABLE, false, "u" },
	{ "unknown, long", PRIORITY_LONG, VERDICT_UNKNOWN, RULE_STABLE, false,
	  "u" },
	{ "trial", PRIORITY_SHORT, VERDICT_GAP, RULE_TRIAL, false, "" },
	{ "trial, unknown", PRIORITY_SHORT, VERDICT_UNKNOWN, RULE_TRIAL, false,
	  "" },
	{ "inside a group", PRIORITY_SHORT, VERDICT_GAP, RULE_STABLE, true, "" },
};

static size_t count_of(struct gate g, const struct rule *rule,
		       struct part_result *p)
{
	struct result r = { .rule = rule, .parts = p, .count = 1 };
	struct assessment a = { .results = &r, .count = 1 };

	return gate_count(&g, &a);
}

START_TEST(a_finding_trips_by_priority)
{
	struct rule rule = { .status = parts[_i].status };
	struct part_result p = { .verdict = parts[_i].verdict,
				 .priority = parts[_i].priority,
				 .counts = !parts[_i].inside };
	char got[GATE_LEVELS + 1] = "";
	size_t n = 0;

	for (int level = 0; level < GATE_LEVELS; level++) {
		struct gate g = { (enum gate_level)level, GATE_ANY };

		if (count_of(g, &rule, &p))
			got[n++] = gate_level_name(g.level)[0];
	}
	ck_assert_msg(str_eq(str_of(got), str_of(parts[_i].trips)),
		      "%s: %s, want %s", parts[_i].name, got, parts[_i].trips);
}
END_TEST

static const struct {
	bool has_earlier;
	enum verdict earlier;
	enum verdict now;
	enum follow_up follow_up;
	bool is_new;
	bool worse;
} since[] = {
	{ false, VERDICT_MET, VERDICT_GAP, FOLLOW_UPS, true, false },
	{ true, VERDICT_MET, VERDICT_GAP, FOLLOW_WORSE, true, true },
	{ true, VERDICT_NA, VERDICT_GAP, FOLLOW_WORSE, true, true },
	{ true, VERDICT_PARTIAL, VERDICT_GAP, FOLLOW_WORSE, false, true },
	{ true, VERDICT_GAP, VERDICT_GAP, FOLLOW_REMAINS, false, false },
	{ true, VERDICT_GAP, VERDICT_PARTIAL, FOLLOW_PARTLY, false, false },
	{ true, VERDICT_UNKNOWN, VERDICT_GAP, FOLLOW_UNKNOWN, false, false },
};

START_TEST(only_what_is_new_or_worse_trips)
{
	struct rule rule = { .priority = PRIORITY_SHORT, .status = RULE_STABLE };
	struct part_result p = { .verdict = since[_i].now,
				 .priority = PRIORITY_SHORT,
				 .counts = true,
				 .has_earlier = since[_i].has_earlier,
				 .earlier = since[_i].earlier,
				 .follow_up = since[_i].follow_up };
	struct gate fresh = { GATE_SHORT, GATE_NEW };
	struct gate worse = { GATE_SHORT, GATE_WORSE };

	ck_assert_int_eq(count_of(fresh, &rule, &p) != 0, since[_i].is_new);
	ck_assert_int_eq(count_of(worse, &rule, &p) != 0, since[_i].worse);
}
END_TEST

START_TEST(what_is_waived_never_trips)
{
	static const struct waiver waiver = { .rule_version = 1 };
	struct rule rule = { .priority = PRIORITY_SHORT, .status = RULE_STABLE };
	struct part_result p = { .verdict = (enum verdict)_i,
				 .priority = PRIORITY_SHORT,
				 .counts = true,
				 .waived = &waiver };

	for (int level = 0; level < GATE_LEVELS; level++) {
		struct gate g = { (enum gate_level)level, GATE_ANY };

		ck_assert_uint_eq(count_of(g, &rule, &p), 0);
	}
}
END_TEST

/* A waiver or judgement by itself, and the gates it trips. */
static const struct {
	const char *name;
	enum decision_status status;
	enum decision_cause cause;
	enum priority priority; /* of its rule; unset: it names none */
	enum rule_status rule;
	const char *trips;
} decisions[] = {
	{ "used", DECISION_USED, CAUSE_NONE, PRIORITY_SHORT, RULE_STABLE, "" },
	{ "not yet", DECISION_NOT_YET, CAUSE_NONE, PRIORITY_SHORT, RULE_STABLE,
	  "" },
	{ "unused", DECISION_UNUSED, CAUSE_NO_DEVIATION, PRIORITY_SHORT,
	  RULE_STABLE, "smlu" },
	{ "unused, medium", DECISION_UNUSED, CAUSE_NO_SUCH_PART,
	  PRIORITY_MEDIUM, RULE_STABLE, "mlu" },
	{ "another reason", DECISION_UNUSED, CAUSE_OTHER_REASON, PRIORITY_LONG,
	  RULE_STABLE, "lu" },
	{ "agrees", DECISION_UNUSED, CAUSE_AGREES, PRIORITY_SHORT, RULE_STABLE,
	  "smlu" },
	{ "open", DECISION_UNUSED, CAUSE_OPEN, PRIORITY_SHORT, RULE_STABLE, "" },
	{ "not assessed", DECISION_UNUSED, CAUSE_NOT_ASSESSED, PRIORITY_SHORT,
	  RULE_STABLE, "" },
	{ "expired", DECISION_EXPIRED, CAUSE_NONE, PRIORITY_MEDIUM, RULE_STABLE,
	  "mlu" },
	{ "expired, of a trial", DECISION_EXPIRED, CAUSE_NONE, PRIORITY_SHORT,
	  RULE_TRIAL, "" },
	{ "wrong version", DECISION_WRONG_VERSION, CAUSE_NONE, PRIORITY_SHORT,
	  RULE_STABLE, "smlu" },
	{ "unknown rule", DECISION_UNKNOWN_RULE, CAUSE_NONE, PRIORITY_UNSET,
	  RULE_STABLE, "smlu" },
	{ "overtaken", DECISION_OVERTAKEN, CAUSE_DIFFERS, PRIORITY_LONG,
	  RULE_STABLE, "lu" },
};

START_TEST(a_decision_that_does_not_count_trips_as_its_rule)
{
	struct rule rule = { .priority = decisions[_i].priority,
			     .status = decisions[_i].rule };
	struct settled s = { .status = decisions[_i].status,
			     .cause = decisions[_i].cause,
			     .rule = rule.priority ? &rule : NULL };
	struct assessment waivers = { .waivers = &s, .waiver_count = 1 };
	struct assessment judgements = { .judgements = &s, .judgement_count = 1 };
	char got[GATE_LEVELS + 1] = "";
	size_t n = 0;

	for (int level = 0; level < GATE_LEVELS; level++) {
		struct gate g = { (enum gate_level)level, GATE_ANY };
		struct gate fresh = { (enum gate_level)level, GATE_NEW };
		struct gate worse = { (enum gate_level)level, GATE_WORSE };

		if (gate_count(&g, &waivers))
			got[n++] = gate_level_name(g.level)[0];
		ck_assert_uint_eq(gate_count(&g, &waivers),
				  gate_count(&g, &judgements));
		ck_assert_uint_eq(gate_count(&g, &waivers),
				  gate_count(&fresh, &waivers));
		ck_assert_uint_eq(gate_count(&worse, &waivers), 0);
	}
	ck_assert_msg(str_eq(str_of(got), str_of(decisions[_i].trips)),
		      "%s: %s, want %s", decisions[_i].name, got,
		      decisions[_i].trips);
}
END_TEST

Suite *gate_suite(void)
{
	Suite *s = suite_create("gate");
	TCase *t = tcase_create("gate");

	tcase_add_loop_test(t, a_gate_is_written_so, 0, ROWS(words));
	tcase_add_loop_test(t, a_finding_trips_by_priority, 0, ROWS(parts));
	tcase_add_loop_test(t, only_what_is_new_or_worse_trips, 0, ROWS(since));
	tcase_add_loop_test(t, what_is_waived_never_trips, 0, VERDICTS);
	tcase_add_loop_test(t, a_decision_that_does_not_count_trips_as_its_rule,
			    0, ROWS(decisions));
	suite_add_tcase(s, t);
	return s;
}
