/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/assessment.h"

#include "base/hash.h"

static const char *const stance_names[] = {
	[STANCE_AFFIRMED] = "affirmed", [STANCE_PARTIAL] = "partial",
	[STANCE_STARTED] = "started",   [STANCE_PLANNED] = "planned",
	[STANCE_NEGATED] = "negated",   [STANCE_HISTORIC] = "historic",
	[STANCE_NORM] = "norm",         [STANCE_QUESTION] = "question",
	[STANCE_IMPLIED] = "implied",
};

static const char *const follow_up_names[] = {
	[FOLLOW_CLOSED] = "closed",
	[FOLLOW_PARTLY] = "partly",
	[FOLLOW_REMAINS] = "remains",
	[FOLLOW_WORSE] = "worse",
	[FOLLOW_STANDS] = "stands",
	[FOLLOW_NOT_APPLICABLE] = "not-applicable",
	[FOLLOW_NA_UNPROVEN] = "na-unproven",
	[FOLLOW_UNKNOWN] = "unknown",
	[FOLLOW_SILENT] = "not-followed-up",
	[FOLLOW_NEW] = "new",
};

const struct words stance_words = { stance_names, STANCES };
const struct words follow_up_words = { follow_up_names, FOLLOW_UPS };

enum follow_up follow_up_of(enum verdict earlier, enum verdict now,
			    enum reason reason)
{
	static const enum follow_up rows[VERDICTS][VERDICTS] = {
		[VERDICT_MET] = { FOLLOW_STANDS, FOLLOW_WORSE, FOLLOW_WORSE,
				  FOLLOW_NOT_APPLICABLE, FOLLOW_WORSE,
				  FOLLOW_UNKNOWN },
		[VERDICT_PARTIAL] = { FOLLOW_CLOSED, FOLLOW_REMAINS,
				      FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
				      FOLLOW_NA_UNPROVEN, FOLLOW_UNKNOWN },
		[VERDICT_GAP] = { FOLLOW_CLOSED, FOLLOW_PARTLY, FOLLOW_REMAINS,
				  FOLLOW_NOT_APPLICABLE, FOLLOW_NA_UNPROVEN,
				  FOLLOW_UNKNOWN },
		[VERDICT_NA] = { FOLLOW_STANDS, FOLLOW_WORSE, FOLLOW_WORSE,
				 FOLLOW_NOT_APPLICABLE, FOLLOW_WORSE,
				 FOLLOW_UNKNOWN },
		[VERDICT_NA_UNPROVEN] = { FOLLOW_CLOSED, FOLLOW_REMAINS,
					  FOLLOW_WORSE, FOLLOW_NOT_APPLICABLE,
					  FOLLOW_REMAINS, FOLLOW_UNKNOWN },
		[VERDICT_UNKNOWN] = { FOLLOW_CLOSED, FOLLOW_NEW, FOLLOW_NEW,
				      FOLLOW_NOT_APPLICABLE, FOLLOW_NA_UNPROVEN,
				      FOLLOW_UNKNOWN },
	};

	if (is_silent(now, reason))
		return FOLLOW_SILENT;
	return rows[earlier][now];
}

struct str assessment_key(const struct assessment *a)
{
	return a->code.len ? a->code : a->name;
}

struct str finding_id(struct arena *arena, struct str municipality,
		      const struct rule *rule, struct str subject,
		      struct str label)
{
	struct str parts[] = { municipality, rule_first_id(rule), subject, label };

	return str_slice(hash_parts(arena, parts, 4), 0, 16);
}

const struct part_result *result_part(const struct result *r, struct str label)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eq(r->parts[i].label, label))
			return &r->parts[i];
	return NULL;
}
