/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The members of a saved run, one row each: the counterpart of
 * render/json.c.  A member that render/json.c learns to write is marked as
 * MEMBER_NEW here, so that runs from before can still be read.
 */
#include "saved/saved.h"

#include "base/arena.h"
#include "diag/input.h"
#include "model/inventory.h"
#include "saved/decisions.h"
#include "saved/members.h"

#define ASSESSMENT_FORMAT "liskoll-assessment/"
#define RUN_FORMAT "liskoll-run/"
#define VERSION_1 "1"

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct member place_members[] = {
	{ "file", MEMBER_STR, MEMBER_NULL, AT(place, file) },
	{ "line", MEMBER_NUMBER, MEMBER_NULL, AT(place, line) },
	{ "col", MEMBER_NUMBER, MEMBER_NULL, AT(place, col) },
};
const struct members place_set = MEMBERS(struct place, place_members);

static const struct member quote_members[] = {
	{ "source", MEMBER_STR, 0, AT(quote, source) },
	{ "title", MEMBER_STR, MEMBER_NULL, AT(quote, title) },
	{ "place", MEMBER_OBJECT, 0, AT(quote, at), .set = &place_set },
	{ "text", MEMBER_STR, 0, AT(quote, text) },
	{ "stance", MEMBER_WORD, 0, AT(quote, stance), .words = &stance_words },
	{ "hedged", MEMBER_BOOL, 0, AT(quote, hedged) },
};
static const struct members quote_set = MEMBERS(struct quote, quote_members);

static bool take_code(struct str code, void *out)
{
	return candidate_read_code(code, out);
}

static const struct member candidate_members[] = {
	{ "source", MEMBER_STR, MEMBER_NULL, AT(candidate, source) },
	{ "title", MEMBER_STR, MEMBER_NULL, AT(candidate, title) },
	{ "place", MEMBER_OBJECT, 0, AT(candidate, at), .set = &place_set },
	{ "text", MEMBER_STR, MEMBER_NULL, AT(candidate, text) },
	{ "why", MEMBER_CODE, 0, 0, .take = take_code },
};
static const struct members candidate_set = MEMBERS(struct candidate,
						    candidate_members);

static const struct member was_members[] = {
	{ "verdict", MEMBER_WORD, 0, AT(part_result, earlier),
	  .words = &verdict_words },
	{ "status", MEMBER_WORD, 0, AT(part_result, follow_up),
	  .words = &follow_up_words },
};
static const struct members was_set = MEMBERS(struct part_result, was_members);

static const struct member part_members[] = {
	{ "label", MEMBER_STR, 0, AT(part_result, label) },
	{ "title", MEMBER_LANGS, MEMBER_NULL, AT(part_result, title) },
	{ "shows", MEMBER_WORD, MEMBER_NULL, AT(part_result, shows),
	  .words = &shows_words },
	{ "verdict", MEMBER_WORD, 0, AT(part_result, verdict),
	  .words = &verdict_words },
	{ "reason", MEMBER_WORD, MEMBER_NULL, AT(part_result, reason),
	  .words = &reason_words },
	{ "counted", MEMBER_WORD, MEMBER_NEW | MEMBER_NULL,
	  AT(part_result, counted), .words = &counted_words },
	{ "about", MEMBER_STR, MEMBER_NULL, AT(part_result, about) },
	{ "counts", MEMBER_BOOL, 0, AT(part_result, counts) },
	{ "remark", MEMBER_BOOL, MEMBER_NEW, AT(part_result, remark) },
	{ "summary", MEMBER_BOOL, MEMBER_NEW, AT(part_result, summary) },
	{ "priority", MEMBER_WORD, MEMBER_NEW | MEMBER_NULL,
	  AT(part_result, priority), .words = &priority_words },
	{ "finding", MEMBER_STR, MEMBER_NULL, AT(part_result, finding) },
	{ "quotes", MEMBER_LIST, 0, AT(part_result, quotes), .set = &quote_set },
	{ "considered", MEMBER_LIST, MEMBER_NEW, AT(part_result, considered),
	  .set = &candidate_set },
	{ "considered_more", MEMBER_COUNT, MEMBER_NEW,
	  AT(part_result, considered.more) },
	{ "to_close", MEMBER_LANGS, MEMBER_NULL, AT(part_result, to_close) },
	{ "earlier", MEMBER_GIVEN, 0, AT(part_result, has_earlier) },
	{ "earlier", MEMBER_OBJECT, MEMBER_NULL, 0, .set = &was_set },
	{ "waived", MEMBER_POINTER, MEMBER_NULL, AT(part_result, waived),
	  .set = &waived_set },
	{ "judgement", MEMBER_POINTER, MEMBER_NULL | MEMBER_NEW,
	  AT(part_result, judged), .set = &judged_set },
};
static const struct members part_set = MEMBERS(struct part_result, part_members);

struct raw_result {
	struct rule rule;
	struct result result;
	struct texts least; /* labels */
};

static const struct member result_members[] = {
	{ "rule", MEMBER_TEXT, 0, AT(raw_result, rule.id) },
	{ "replaces", MEMBER_TEXTS, MEMBER_NEW, AT(raw_result, rule.replaces) },
	{ "version", MEMBER_NUMBER, 0, AT(raw_result, rule.version) },
	{ "status", MEMBER_WORD, MEMBER_NEW, AT(raw_result, rule.status),
	  .words = &rule_status_words },
	{ "title", MEMBER_BOTH, 0, AT(raw_result, rule.title) },
	{ "why", MEMBER_BOTH, 0, AT(raw_result, rule.why) },
	{ "subject", MEMBER_STR, MEMBER_NULL, AT(raw_result, result.subject) },
	{ "subject_name", MEMBER_STR, MEMBER_NULL,
	  AT(raw_result, result.subject_name) },
	{ "subject_kind", MEMBER_WORD, 0, AT(raw_result, result.subject_kind),
	  .words = &subject_kind_words },
	{ "rollup", MEMBER_BOOL, 0, AT(raw_result, result.is_rollup) },
	{ "area", MEMBER_WORD, MEMBER_NULL, AT(raw_result, rule.area),
	  .words = &area_words },
	{ "controls", MEMBER_TEXTS, 0, AT(raw_result, rule.controls) },
	{ "law", MEMBER_TEXTS, 0, AT(raw_result, rule.law) },
	{ "priority", MEMBER_WORD, MEMBER_NULL, AT(raw_result, rule.priority),
	  .words = &priority_words },
	{ "effort", MEMBER_WORD, MEMBER_NULL, AT(raw_result, rule.effort),
	  .words = &effort_words },
	{ "verdict", MEMBER_WORD, 0, AT(raw_result, result.verdict),
	  .words = &verdict_words },
	{ "parts", MEMBER_LIST, 0, AT(raw_result, result.parts),
	  .set = &part_set },
	{ "counted", MEMBER_WORD, MEMBER_NEW | MEMBER_NULL,
	  AT(raw_result, result.counted), .words = &counted_words },
	{ "least", MEMBER_TEXTS, MEMBER_NEW, AT(raw_result, least) },
	{ "remedy", MEMBER_BOTH, 0, AT(raw_result, rule.remedy) },
};
static const struct members result_set = MEMBERS(struct raw_result,
						 result_members);

static const struct member unread_members[] = {
	{ "id", MEMBER_STR, 0, AT(unread, id) },
	{ "title", MEMBER_STR, MEMBER_NULL, AT(unread, title) },
	{ "why", MEMBER_LANGS, 0, AT(unread, why) },
};
static const struct members unread_set = MEMBERS(struct unread, unread_members);

static const struct member earlier_members[] = {
	{ "id", MEMBER_TEXT, MEMBER_NULL, AT(earlier, id) },
	{ "year", MEMBER_NUMBER, MEMBER_NULL, AT(earlier, year) },
	{ "rule", MEMBER_TEXT, 0, AT(earlier, rule) },
	{ "about", MEMBER_TEXTS, 0, AT(earlier, about) },
	{ "part", MEMBER_TEXT, MEMBER_NULL, AT(earlier, part) },
	{ "verdict", MEMBER_WORD, 0, AT(earlier, verdict),
	  .words = &verdict_words },
	{ "reason", MEMBER_WORD, MEMBER_NULL, AT(earlier, reason),
	  .words = &reason_words },
	{ "recommendation", MEMBER_TEXT, MEMBER_NULL,
	  AT(earlier, recommendation) },
	{ "promised", MEMBER_TEXT, MEMBER_NULL, AT(earlier, promised) },
	{ "to_close", MEMBER_LANGS, MEMBER_NULL, AT(earlier, to_close) },
	{ "place", MEMBER_OBJECT, 0, AT(earlier, at), .set = &place_set },
};
static const struct members earlier_set = MEMBERS(struct earlier,
						  earlier_members);

struct raw_assessment {
	struct assessment of;
	struct raw_result *results;
	size_t count;
	struct saved_waivers waivers;
	struct saved_opinions opinions;
	struct earlier *earlier;
	size_t earlier_count;
};

static const struct member rules_members[] = {
	{ "hash", MEMBER_STR, 0, AT(raw_assessment, of.rules_hash) },
	{ "vocab_hash", MEMBER_STR, 0, AT(raw_assessment, of.vocab_hash) },
	{ "selected", MEMBER_COUNT, 0, AT(raw_assessment, of.rules_selected) },
};
static const struct members rules_set = MEMBERS(struct raw_assessment,
						rules_members);

static const struct member municipality_members[] = {
	{ "name", MEMBER_STR, 0, AT(raw_assessment, of.name) },
	{ "code", MEMBER_STR, MEMBER_NULL, AT(raw_assessment, of.code) },
	{ "folder", MEMBER_STR, MEMBER_NULL, AT(raw_assessment, of.folder) },
};
static const struct members municipality_set = MEMBERS(struct raw_assessment,
						       municipality_members);

static const struct member totals_members[] = {
	{ "met", MEMBER_COUNT, 0, AT(raw_assessment, of.totals[VERDICT_MET]) },
	{ "partial", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.totals[VERDICT_PARTIAL]) },
	{ "gap", MEMBER_COUNT, 0, AT(raw_assessment, of.totals[VERDICT_GAP]) },
	{ "na", MEMBER_COUNT, 0, AT(raw_assessment, of.totals[VERDICT_NA]) },
	{ "na-unproven", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.totals[VERDICT_NA_UNPROVEN]) },
	{ "unknown", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.totals[VERDICT_UNKNOWN]) },
};
static const struct members totals_set = MEMBERS(struct raw_assessment,
						 totals_members);

static const struct member completeness_members[] = {
	{ "rules_evaluated", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.rules_evaluated) },
	{ "rules_not_evaluated", MEMBER_TEXTS, 0,
	  AT(raw_assessment, of.rules_not_evaluated) },
	{ "documents_received", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.documents_received) },
	{ "documents_read", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.documents_read) },
	{ "documents_title_only", MEMBER_COUNT, 0,
	  AT(raw_assessment, of.documents_title_only) },
	{ "documents_unread", MEMBER_LIST, 0, AT(raw_assessment, of.unread),
	  .set = &unread_set },
	{ "incomplete", MEMBER_BOOL, 0, AT(raw_assessment, of.incomplete) },
};
static const struct members completeness_set = MEMBERS(struct raw_assessment,
						       completeness_members);

static const struct member assessment_members[] = {
	{ "program", MEMBER_STR, 0, AT(raw_assessment, of.program) },
	{ "rules", MEMBER_OBJECT, 0, 0, .set = &rules_set },
	{ "municipality", MEMBER_OBJECT, 0, 0, .set = &municipality_set },
	{ "as_of", MEMBER_STR, 0, AT(raw_assessment, of.as_of) },
	{ "results", MEMBER_LIST, 0, AT(raw_assessment, results),
	  .set = &result_set },
	{ "waivers", MEMBER_LIST, MEMBER_NEW, AT(raw_assessment, waivers),
	  .set = &saved_waiver_set },
	{ "judgements", MEMBER_LIST, MEMBER_NEW, AT(raw_assessment, opinions),
	  .set = &saved_opinion_set },
	{ "totals", MEMBER_OBJECT, 0, 0, .set = &totals_set },
	{ "completeness", MEMBER_OBJECT, 0, 0, .set = &completeness_set },
	{ "earlier", MEMBER_LIST, MEMBER_NEW, AT(raw_assessment, earlier),
	  .set = &earlier_set },
};
static const struct members assessment_set = MEMBERS(struct raw_assessment,
						     assessment_members);

struct saver {
	struct members_reader reader;
	struct saved *saved;
};

/* Labels as numbers of parts. */
static bool take_least(const struct members_reader *r, struct texts labels,
		       struct result *of)
{
	struct least *least = &of->least;

	least->list = arena_array(r->arena, uint32_t, labels.count);
	for (size_t i = 0; i < labels.count; i++) {
		uint32_t k = 0;

		while (k < of->count &&
		       !str_eq(of->parts[k].label, labels.list[i].str))
			k++;
		if (k == of->count) {
			diag_add(r->diags, DIAG_SAVED_VALUE, labels.list[i].at,
				 ARGS(STR("least")));
			return false;
		}
		least->list[least->count++] = k;
	}
	return true;
}

/* Results of one rule follow each other and share what is told of it. */
static bool take_results(const struct members_reader *r,
			 struct raw_assessment *raw)
{
	struct assessment *of = &raw->of;
	bool ok = true;

	of->results = arena_array(r->arena, struct result, raw->count);
	for (of->count = 0; of->count < raw->count; of->count++) {
		struct raw_result *from = &raw->results[of->count];
		struct result *to = &of->results[of->count];

		*to = from->result;
		to->rule = &from->rule;
		ok = take_least(r, from->least, to) && ok;
		if (of->count && str_eq(to[-1].rule->id.str, from->rule.id.str))
			to->rule = to[-1].rule;
	}
	of->earlier = raw->earlier;
	of->earlier_count = raw->earlier_count;
	saved_take_decisions(r->arena, &raw->waivers, &raw->opinions, of);
	return ok;
}

static bool read_assessment(struct saver *s, const struct value *v)
{
	struct arena *a = s->reader.arena;
	struct raw_assessment *raw = arena_new(a, struct raw_assessment);

	if (!members_read(&s->reader, v, &assessment_set, raw))
		return false;
	if (!take_results(&s->reader, raw))
		return false;
	s->saved->list[s->saved->count++] = &raw->of;
	return saved_check(a, s->reader.diags, v, &raw->of);
}

/* The format of a value of ours, without its name; a message if it is none. */
static bool is_format(struct saver *s, const struct value *v, const char *name,
		      bool report)
{
	static const char *const not_given = DIAG_WORD("not given");
	const struct value *format = value_get(v, STR("format"));
	struct str version = format ? format->text : (struct str){ 0 };

	if (!format || !str_starts(version, str_of(name))) {
		if (!version.len)
			version = str_of(not_given);
		if (report)
			diag_add(s->reader.diags, DIAG_SAVED_FORMAT,
				 format ? format->at : v->at, ARGS(version));
		return false;
	}
	version = str_slice(version, str_of(name).len, version.len);
	if (str_eq(version, STR(VERSION_1)))
		return true;
	diag_add(s->reader.diags, DIAG_SAVED_VERSION, format->at,
		 ARGS(format->text));
	return false;
}

static const struct assessment **make_list(struct arena *a, size_t count)
{
	return arena_alloc(a, count, sizeof(struct assessment *),
			   sizeof(struct assessment *));
}

static bool read_run(struct saver *s, const struct value *v)
{
	const struct value *list = value_get(v, STR("assessments"));
	bool ok = true;

	if (!list || list->kind != VALUE_LIST) {
		diag_add(s->reader.diags, DIAG_SAVED_KEY, v->at,
			 ARGS(STR("assessments")));
		return false;
	}
	s->saved->many = true;
	s->saved->list = make_list(s->reader.arena, list->count);
	for (const struct value *i = list->first; i; i = i->next)
		ok = is_format(s, i, ASSESSMENT_FORMAT, true) &&
		     read_assessment(s, i) && ok;
	return ok;
}

static bool read_any(struct saver *s, const struct value *v)
{
	size_t before = s->reader.diags->errors;

	if (is_format(s, v, RUN_FORMAT, false))
		return read_run(s, v);
	if (s->reader.diags->errors != before ||
	    !is_format(s, v, ASSESSMENT_FORMAT, true))
		return false;
	s->saved->list = make_list(s->reader.arena, 1);
	return read_assessment(s, v);
}

bool saved_read(struct arena *a, struct diags *d, struct str file,
		struct str text, struct saved *ret_saved)
{
	struct saver s = { { a, d }, ret_saved };
	const struct value *v = value_read(a, d, file, text);

	*ret_saved = (struct saved){ 0 };
	if (v && read_any(&s, v))
		return true;
	*ret_saved = (struct saved){ 0 };
	return false;
}

bool saved_load(struct arena *a, struct diags *d, const char *path,
		struct saved *ret_saved)
{
	struct str file = { 0 }, text = { 0 };

	file.len = str_of(path).len;
	file.ptr = arena_copy(a, path, file.len);
	if (!diag_read_file(a, d, path, SAVED_MAX, &text))
		return false;
	return saved_read(a, d, file, text, ret_saved);
}

bool saved_is_same(const struct assessment *a, struct str code, struct str name)
{
	if (a->code.len && code.len)
		return str_eq(a->code, code);
	return str_eq(a->name, name);
}

const struct assessment *saved_find(const struct saved *s, struct str code,
				    struct str name)
{
	for (size_t i = 0; i < s->count; i++)
		if (saved_is_same(s->list[i], code, name))
			return s->list[i];
	return NULL;
}
