/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_UNIT_RENDER_H
#define TESTS_UNIT_RENDER_H

#include "model/assessment.h"

/*
 * Assessments made by hand for the tests of the renderers: one with every
 * kind of verdict, and one with nothing.
 */

#define T(s)                      \
	{                         \
		.str = STR_ROW(s) \
	}
#define BOTH(sv, en)                                             \
	{                                                        \
		.lang = { [LANG_SV] = T(sv), [LANG_EN] = T(en) } \
	}

static struct text controls[] = { T("iso27001-2022:A.5.18"),
				  T("iso27001-2022:A.8.2") };

static const struct rule rules[] = {
	{
		.id = T("access-review"),
		.version = 3,
		.title = BOTH("Behörigheter ses över", "Access is reviewed"),
		.why = BOTH("Behörigheter blir kvar.", "Access lingers."),
		.remedy = BOTH("Inför en årlig genomgång.",
			       "Introduce a yearly review."),
		.area = AREA_ACCESS_CONTROL,
		.controls = { controls, 2 },
		.priority = PRIORITY_SHORT,
		.effort = EFFORT_M,
	},
	{
		.id = T("backup-test"),
		.version = 1,
		.title = BOTH("Återläsning testas", "Restores are tested"),
		.remedy = BOTH("Testa.", "Test it."),
		.area = AREA_BACKUP_RESTORE,
		.priority = PRIORITY_LONG,
	},
	{
		.id = T("log-use"),
		.version = 1,
		.title = BOTH("Loggar används", ""),
		.area = AREA_LOGGING,
		.priority = PRIORITY_SHORT,
	},
};

static struct quote quotes[] = {
	{
		.source = STR_ROW("D1"),
		.title = STR_ROW("Rutin behörigheter.docx"),
		.at = { STR_ROW("documents/Rutin behörigheter.docx"), 12, 5 },
		.text = STR_ROW("Behörigheter ska ses över årligen."),
		.stance = STANCE_NORM,
	},
	{
		.source = STR_ROW("P1"),
		.at = { STR_ROW("inventory.yaml"), 31, 18 },
		.text = STR_ROW("Vi tror att det görs ibland."),
		.stance = STANCE_PARTIAL,
		.hedged = true,
	},
	{ .source = STR_ROW("P2"), .text = STR_ROW("Nej.") },
	{ .source = STR_ROW("P3"), .text = STR_ROW("Inte alls.") },
	{ .source = STR_ROW("P4"), .text = STR_ROW("Aldrig.") },
};

static struct part_result review_parts[] = {
	{
		.label = STR_ROW("review"),
		.priority = PRIORITY_SHORT,
		.shows = SHOWS_DOCUMENTED,
		.verdict = VERDICT_MET,
		.counts = true,
		.quotes = { quotes, 1 },
	},
	{
		.label = STR_ROW("review/combined-roles"),
		.priority = PRIORITY_SHORT,
		.shows = SHOWS_DOCUMENTED,
		.verdict = VERDICT_PARTIAL,
		.reason = REASON_DRAFT,
		.counts = true,
		.finding = STR_ROW("5f1d0c3a9b7e4b2c"),
		.about = STR_ROW("Rutin behörigheter.docx"),
		.quotes = { quotes, 2 },
		.to_close = { [LANG_SV] = STR_ROW("Besluta rutinen."),
			      [LANG_EN] = STR_ROW("Decide the routine.") },
		.has_earlier = true,
		.earlier = VERDICT_GAP,
		.follow_up = FOLLOW_PARTLY,
	},
	{
		.label = STR_ROW("done"),
		.priority = PRIORITY_SHORT,
		.shows = SHOWS_PERFORMED,
		.verdict = VERDICT_GAP,
		.reason = REASON_ADMITTED,
		.counts = true,
		.finding = STR_ROW("00c0ffee00c0ffee"),
		.quotes = { quotes, 5 },
		.to_close = { [LANG_SV] = STR_ROW("Inför en årlig genomgång."),
			      [LANG_EN] = STR_ROW("Introduce a yearly review.") },
	},
	{
		.label = STR_ROW("inside-a-group"),
		.priority = PRIORITY_SHORT,
		.verdict = VERDICT_GAP,
		.reason = REASON_MISSING,
		.finding = STR_ROW("1111111111111111"),
	},
};

static struct part_result backup_parts[] = {
	{
		.label = STR_ROW("test"),
		.priority = PRIORITY_LONG,
		.shows = SHOWS_PERFORMED,
		.verdict = VERDICT_NA,
		.reason = REASON_NA_PROVEN,
		.counts = true,
		.quotes = { quotes, 1 },
	},
	{
		.label = STR_ROW("test/record"),
		.priority = PRIORITY_LONG,
		.shows = SHOWS_PERFORMED,
		.verdict = VERDICT_NA,
		.reason = REASON_NA_PROVEN,
		.counts = true,
		.quotes = { quotes, 1 },
	},
	{
		.label = STR_ROW("plan"),
		.priority = PRIORITY_LONG,
		.shows = SHOWS_DOCUMENTED,
		.verdict = VERDICT_NA_UNPROVEN,
		.reason = REASON_NA_UNPROVEN,
		.counts = true,
		.finding = STR_ROW("2222222222222222"),
	},
};

#define UNKNOWN(why, what)                                              \
	{                                                               \
		.label = STR_ROW("use"), .priority = PRIORITY_SHORT,    \
		.shows = SHOWS_PERFORMED, .verdict = VERDICT_UNKNOWN,   \
		.reason = (why), .counts = true, .about = STR_ROW(what) \
	}

static struct part_result log_parts[] = {
	UNKNOWN(REASON_NOT_STATED, ""),
	UNKNOWN(REASON_NOT_STATED, ""),
	UNKNOWN(REASON_UNREAD, "Loggpolicy.pdf"),
	UNKNOWN(REASON_UNREAD, "Loggpolicy.pdf"),
};

static struct part_result rollup_parts[] = {
	{ .label = STR_ROW("rollup"),
	  .priority = PRIORITY_SHORT,
	  .verdict = VERDICT_GAP,
	  .counts = true },
};

#define SYSTEM(of, id, shown, list)                                         \
	{                                                                   \
		.rule = &rules[of], .subject = STR_ROW(id),                 \
		.subject_name = STR_ROW(shown),                             \
		.subject_kind = SUBJECT_SYSTEM, .parts = (list), .count = 1 \
	}

static struct result results[] = {
	{
		.rule = &rules[0],
		.subject = STR_ROW("S1"),
		.subject_name = STR_ROW("Ekonomisystem"),
		.subject_kind = SUBJECT_SYSTEM,
		.verdict = VERDICT_PARTIAL,
		.parts = review_parts,
		.count = 4,
	},
	{
		.rule = &rules[0],
		.subject_kind = SUBJECT_SYSTEM,
		.is_rollup = true,
		.verdict = VERDICT_PARTIAL,
		.parts = rollup_parts,
		.count = 1,
	},
	{
		.rule = &rules[1],
		.verdict = VERDICT_NA_UNPROVEN,
		.parts = backup_parts,
		.count = 3,
	},
	SYSTEM(2, "S1", "Ekonomisystem", &log_parts[0]),
	SYSTEM(2, "S2", "", &log_parts[2]),
	SYSTEM(2, "S3", "Skolsystem", &log_parts[1]),
	SYSTEM(2, "S4", "Vårdsystem", &log_parts[3]),
};

static struct text broken[] = { T("bad-rule"), T("worse-rule") };
static struct unread unread[] = {
	{ STR_ROW("D3"),
	  STR_ROW("Loggpolicy.pdf"),
	  { STR_ROW("it is encrypted"), STR_ROW("it is encrypted") } },
	{ STR_ROW("D4"), { 0 }, { { 0 } } },
};

static const struct assessment whole = {
	.name = STR_ROW("Exempelköpings kommun"),
	.code = STR_ROW("9999"),
	.folder = STR_ROW("data/exempelkoping"),
	.as_of = STR_ROW("2026-03-01"),
	.rules_hash = STR_ROW("3f0c1a"),
	.vocab_hash = STR_ROW("77aa77"),
	.rules_selected = 5,
	.results = results,
	.count = 7,
	.totals = { [VERDICT_MET] = 1,
		    [VERDICT_PARTIAL] = 1,
		    [VERDICT_GAP] = 1,
		    [VERDICT_NA] = 2,
		    [VERDICT_NA_UNPROVEN] = 1,
		    [VERDICT_UNKNOWN] = 4 },
	.rules_evaluated = 3,
	.rules_not_evaluated = { broken, 2 },
	.documents_received = 4,
	.documents_read = 2,
	.unread = unread,
	.unread_count = 2,
	.incomplete = true,
};

static const struct assessment empty = { .name = STR_ROW("Tomköping"),
					 .as_of = STR_ROW("2026-03-01") };

#endif
