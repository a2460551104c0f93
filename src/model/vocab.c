/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/vocab.h"

#include "base/bits.h"
#include "base/utf8.h"

static const char *const cue_names[] = {
	[CUE_CONCEDED] = "conceded",
	[CUE_CHAPTER] = "chapter",
	[CUE_DENIAL] = "denial",
	[CUE_WITHOUT] = "without",
	[CUE_UNWRITTEN] = "unwritten",
	[CUE_CONCESSION] = "concession",
	[CUE_EVIDENCE] = "evidence",
	[CUE_TOTAL] = "total",
	[CUE_EXCEPT] = "except",
	[CUE_SAME] = "same",
	[CUE_YES] = "yes",
	[CUE_NO] = "no",
	[CUE_PRAISE] = "praise",
	[CUE_TURN] = "turn",
	[CUE_CONSEQUENCE] = "consequence",
	[CUE_DECIDED] = "decided",
	[CUE_ASIDE] = "aside",
	[CUE_PAST] = "past",
	[CUE_REPORTED] = "reported",
	[CUE_REFERENCE] = "reference",
	[CUE_LABEL] = "label",
	[CUE_VERB] = "verb",
	[CUE_ADVICE] = "advice",
	[CUE_SCOPE] = "scope",
	[CUE_REFUTED] = "refuted",
	[CUE_REMEDIED] = "remedied",
	[CUE_BARELY] = "barely",
	[CUE_FULLY] = "fully",
	[CUE_SEVERE] = "severe",
	[CUE_PROSPECT] = "prospect",
	[CUE_UNDERWAY] = "underway",
	[CUE_BREACH] = "breach",
	[CUE_ANAPHOR] = "anaphor",
	[CUE_BENIGN] = "benign",
	[CUE_NEGATION] = "negation",
	[CUE_UNSTARTED] = "unstarted",
	[CUE_UNFINISHED] = "unfinished",
	[CUE_INCOMPLETE] = "incomplete",
	[CUE_UNCHANGED] = "unchanged",
	[CUE_HISTORIC] = "historic",
	[CUE_PRESENT] = "present",
	[CUE_PLANNED] = "planned",
	[CUE_STARTED] = "started",
	[CUE_PARTIAL] = "partial",
	[CUE_NORM] = "norm",
	[CUE_RECOMMENDED] = "recommended",
	[CUE_QUESTION] = "question",
	[CUE_HEDGED] = "hedged",
	[CUE_PAPER] = "paper",
	[CUE_RECEIVED] = "received",
	[CUE_DRAFT] = "draft",
	[CUE_UNRECORDED] = "unrecorded",
	[CUE_UNDECIDED] = "undecided",
	[CUE_UNTESTED] = "untested",
	[CUE_UNKNOWN] = "not-known",
};

static const char *const kind_names[] = {
	[DOC_GOVERNING] = "governing",
	[DOC_RECORD] = "record",
};

static const char *const fact_names[] = {
	[FACT_APPROVED] = "approved",
	[FACT_REVISED] = "revised",
	[FACT_DATED] = "dated",
	[FACT_REGISTERED] = "registered",
};

const struct words fact_words = { fact_names, FACTS };
const struct words cue_words = { cue_names, CUES };

static const char *const list_names[] = {
	[LIST_KNOWN] = "known",
	[LIST_NUMBERS] = "numbers",
	[LIST_ABBREVIATIONS] = "abbreviations",
	[LIST_ARTICLES] = "articles",
	[LIST_PREPOSITIONS] = "prepositions",
	[LIST_RELATIVES] = "relatives",
	[LIST_CONJUNCTIONS] = "conjunctions",
	[LIST_PAGES] = "pages",
	[LIST_LITTLE] = "little",
	[LIST_ENDINGS] = "endings",
	[LIST_OF] = "of",
	[LIST_THEREOF] = "thereof",
	[LIST_WHOLE] = "whole",
	[LIST_UNITS] = "units",
	[LIST_COUNTLESS] = "countless",
	[LIST_PERCENT] = "percent",
	[LIST_CELL_YES] = "cell-yes",
	[LIST_CELL_NO] = "cell-no",
	[LIST_CELL_PART] = "cell-part",
	[LIST_CELL_CROSS] = "cell-cross",
	[LIST_LACKS] = "lacks",
	[LIST_SUPPLIER] = "supplier",
	[LIST_PARTING] = "parting",
};

const struct words list_words = { list_names, LISTS };
const struct words doc_kind_words = { kind_names, DOC_KINDS };

size_t vocab_topic(const struct vocab *v, struct str id)
{
	size_t i = 0;

	while (i < v->topics.count && !str_eq(v->topics.list[i].id.str, id))
		i++;
	return i;
}

size_t vocab_type(const struct vocab *v, struct str id)
{
	size_t i = 0;

	while (i < v->types.count && !str_eq(v->types.list[i].id.str, id))
		i++;
	return i;
}

size_t vocab_organ(const struct vocab *v, struct str id)
{
	size_t i = 0;

	while (i < v->organs.count && !str_eq(v->organs.list[i].id.str, id))
		i++;
	return i;
}

bool vocab_is_organ_of(const struct vocab *v, const uint64_t *organs,
		       struct str id)
{
	size_t i = vocab_organ(v, id);

	return i < v->organs.count && bits_get(organs, i);
}

bool vocab_lists(const struct vocab *v, enum list list, struct str word)
{
	const struct texts *t = &v->lists[list];

	for (size_t i = 0; i < t->count; i++)
		if (utf8_same_word(word, t->list[i].str))
			return true;
	return false;
}

size_t vocab_begins(const struct vocab *v, enum list list, struct str text)
{
	const struct texts *t = &v->lists[list];

	for (size_t i = 0; i < t->count; i++) {
		struct str word = t->list[i].str;

		if (utf8_begins_with(text, word) &&
		    (word.len == text.len ||
		     !utf8_is_letter(str_slice(text, word.len, text.len))))
			return word.len;
	}
	return 0;
}

static const char *const shade_names[] = {
	[SHADE_RECRUITING] = "recruiting",
	[SHADE_TEMPORARY] = "temporary",
	[SHADE_UNUSED] = "unused",
	[SHADE_SELDOM] = "seldom",
	[SHADE_UNSYSTEMATIC] = "unsystematic",
	[SHADE_OUTDATED] = "outdated",
	[SHADE_UNCLEAR] = "unclear",
	[SHADE_VAGUE] = "vague",
	[SHADE_INSUFFICIENT] = "insufficient",
	[SHADE_NOT_ALWAYS] = "not-always",
	[SHADE_COVERAGE] = "coverage",
};

const struct words shade_words = { shade_names, SHADES };

enum reason shade_reason(enum shade s)
{
	static const enum reason reasons[SHADES] = {
		[SHADE_RECRUITING] = REASON_RECRUITING,
		[SHADE_TEMPORARY] = REASON_TEMPORARY,
		[SHADE_UNUSED] = REASON_UNUSED,
		[SHADE_SELDOM] = REASON_SELDOM,
		[SHADE_UNSYSTEMATIC] = REASON_UNSYSTEMATIC,
		[SHADE_OUTDATED] = REASON_OUTDATED,
		[SHADE_UNCLEAR] = REASON_UNCLEAR,
		[SHADE_VAGUE] = REASON_VAGUE,
		[SHADE_INSUFFICIENT] = REASON_INSUFFICIENT,
		[SHADE_NOT_ALWAYS] = REASON_NOT_ALWAYS,
		[SHADE_COVERAGE] = REASON_COVERAGE,
	};

	return reasons[s];
}
