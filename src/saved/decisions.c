/* SPDX-License-Identifier: EUPL-1.2 */
#include "saved/decisions.h"

#include "base/arena.h"

#define AT(type, member) .offset = offsetof(struct type, member)

/* NOLINTBEGIN(bugprone-macro-parentheses): `in` is a path into a struct */
/* Where a struct waiver begins at the offset `in` of type. */
#define WAIVER(type, in)                                                         \
	{ "reason", MEMBER_TEXT, MEMBER_NULL, AT(type, in reason) },             \
		{ "instead", MEMBER_TEXT, MEMBER_NULL, AT(type, in instead) },   \
		{ "covers", MEMBER_TEXTS, 0, AT(type, in covers) },              \
		{ "owner", MEMBER_TEXT, MEMBER_NULL, AT(type, in owner) },       \
		{ "approver", MEMBER_TEXT, MEMBER_NULL, AT(type, in approver) }, \
		{ "regno", MEMBER_TEXT, MEMBER_NULL, AT(type, in regno) },       \
		{ "decided", MEMBER_DATE, MEMBER_NULL, AT(type, in decided) },   \
		{ "expires", MEMBER_DATE, MEMBER_NULL, AT(type, in expires) },   \
	{                                                                        \
		"place", MEMBER_OBJECT, 0, AT(type, in at), .set = &place_set    \
	}

#define OPINION(type, in)                                                        \
	{ "verdict", MEMBER_WORD, 0, AT(type, in verdict),                       \
	  .words = &verdict_words },                                             \
		{ "why", MEMBER_TEXT, MEMBER_NULL, AT(type, in why) },           \
		{ "by", MEMBER_TEXT, MEMBER_NULL, AT(type, in by) },             \
		{ "date", MEMBER_DATE, MEMBER_NULL, AT(type, in date) },         \
		{ "evidence", MEMBER_TEXTS, 0, AT(type, in evidence) },          \
		{ "valid_to", MEMBER_DATE, MEMBER_NULL, AT(type, in valid.to) }, \
	{                                                                        \
		"place", MEMBER_OBJECT, 0, AT(type, in at), .set = &place_set    \
	}

#define SETTLED(type, in)                                                     \
	{ "finding", MEMBER_TEXT, MEMBER_NULL, AT(type, in.of.finding) },     \
		{ "rule", MEMBER_TEXT, MEMBER_NULL, AT(type, in.of.rule) },   \
		{ "part", MEMBER_TEXT, MEMBER_NULL, AT(type, in.of.part) },   \
		{ "about", MEMBER_TEXT, MEMBER_NULL, AT(type, about) },       \
		{ "status", MEMBER_WORD, 0, AT(type, settled.status),         \
		  .words = &decision_status_words },                          \
		{ "cause", MEMBER_WORD, MEMBER_NULL, AT(type, settled.cause), \
		  .words = &decision_cause_words },                           \
	{                                                                     \
		"parts", MEMBER_COUNT, 0, AT(type, settled.parts)             \
	}
/* NOLINTEND(bugprone-macro-parentheses) */

static const struct member waiver_members[] = { WAIVER(waiver, ) };
const struct members waived_set = MEMBERS(struct waiver, waiver_members);

static const struct member opinion_members[] = { OPINION(opinion, ) };
const struct members judged_set = MEMBERS(struct opinion, opinion_members);

static const struct member saved_waiver_members[] = {
	SETTLED(saved_waiver, waiver),
	{ "rule_version", MEMBER_NUMBER, 0,
	  AT(saved_waiver, waiver.rule_version) },
	WAIVER(saved_waiver, waiver.),
};
const struct members saved_waiver_set = MEMBERS(struct saved_waiver,
						saved_waiver_members);

static const struct member saved_opinion_members[] = {
	SETTLED(saved_opinion, opinion),
	OPINION(saved_opinion, opinion.),
};
const struct members saved_opinion_set = MEMBERS(struct saved_opinion,
						 saved_opinion_members);

static const struct rule *find_rule(const struct assessment *of, struct str id)
{
	for (size_t i = 0; i < of->count; i++)
		if (str_eq(of->results[i].rule->id.str, id))
			return of->results[i].rule;
	return NULL;
}

/* What both kinds share. */
static struct settled settle(const struct assessment *of, struct settled from,
			     struct target *target, struct text *about,
			     struct place at)
{
	if (about->str.len)
		target->about = (struct texts){ about, 1 };
	from.of = target;
	from.at = at;
	from.rule = find_rule(of, target->rule.str);
	return from;
}

void saved_take_decisions(struct arena *a, const struct saved_waivers *waivers,
			  const struct saved_opinions *opinions,
			  struct assessment *of)
{
	of->waivers = arena_array(a, struct settled, waivers->count);
	of->judgements = arena_array(a, struct settled, opinions->count);
	for (size_t i = 0; i < waivers->count; i++) {
		struct saved_waiver *w = &waivers->list[i];
		struct settled *to = &of->waivers[of->waiver_count++];

		*to = settle(of, w->settled, &w->waiver.of, &w->about,
			     w->waiver.at);
		to->waiver = &w->waiver;
	}
	for (size_t i = 0; i < opinions->count; i++) {
		struct saved_opinion *o = &opinions->list[i];
		struct settled *to = &of->judgements[of->judgement_count++];

		*to = settle(of, o->settled, &o->opinion.of, &o->about,
			     o->opinion.at);
		to->opinion = &o->opinion;
	}
}
