/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/json.h"

#include "base/buf.h"
#include "model/assessment.h"
#include "model/inventory.h"
#include "render/json_decisions.h"
#include "render/json_parts.h"
#include "render/render.h"
#include "json/writer.h"

static const struct str no_key = { 0 };

/*
 * The assessment as it is, every key always there and in the same order;
 * what is missing is null.  A saved run is read back from this, so all that
 * any report needs stands here.
 */

static void put_earlier(struct json_writer *w, const struct part_result *p)
{
	if (!p->has_earlier) {
		json_put_null(w, STR("earlier"));
		return;
	}
	json_put_object(w, STR("earlier"));
	json_put_word(w, "verdict", verdict_words, p->earlier);
	json_put_word(w, "status", follow_up_words, p->follow_up);
	json_put_end(w);
}

static void put_considered(struct json_writer *w, const struct candidates *list)
{
	json_put_list(w, STR("considered"));
	for (size_t i = 0; i < list->count; i++) {
		const struct candidate *c = &list->list[i];

		json_put_object(w, no_key);
		json_put_or_null(w, "source", c->source);
		json_put_or_null(w, "title", c->title);
		json_put_place(w, c->at);
		json_put_or_null(w, "text", c->text);
		json_put_text(w, "why", str_of(candidate_code(c)));
		json_put_end(w);
	}
	json_put_end(w);
	json_put_count(w, "considered_more", list->more);
}

static void put_part(struct json_writer *w, const struct part_result *p)
{
	json_put_object(w, no_key);
	json_put_text(w, "label", p->label);
	json_put_langs_or_null(w, "title", p->title);
	json_put_word(w, "shows", shows_words, p->shows);
	json_put_word(w, "verdict", verdict_words, p->verdict);
	json_put_word(w, "reason", reason_words, p->reason);
	json_put_word(w, "counted", counted_words, p->counted);
	json_put_or_null(w, "about", p->about);
	json_put_bool(w, STR("counts"), p->counts);
	json_put_bool(w, STR("remark"), p->remark);
	json_put_bool(w, STR("summary"), p->summary);
	json_put_word(w, "priority", priority_words, p->priority);
	json_put_or_null(w, "finding", p->finding);
	json_put_quotes(w, &p->quotes);
	put_considered(w, &p->considered);
	json_put_langs_or_null(w, "to_close", p->to_close);
	put_earlier(w, p);
	json_put_waived(w, p->waived);
	json_put_judgement(w, p->judged);
	json_put_end(w);
}

static void put_subject(struct json_writer *w, const struct result *r)
{
	json_put_or_null(w, "subject", r->subject);
	json_put_or_null(w, "subject_name", r->subject_name);
	json_put_word(w, "subject_kind", subject_kind_words, r->subject_kind);
	json_put_bool(w, STR("rollup"), r->is_rollup);
}

void result_put_json(struct json_writer *w, const struct result *r)
{
	const struct rule *rule = r->rule;

	json_put_object(w, no_key);
	json_put_text(w, "rule", rule->id.str);
	json_put_texts(w, "replaces", &rule->replaces);
	json_put_count(w, "version", rule->version);
	json_put_word(w, "status", rule_status_words, rule->status);
	json_put_both(w, "title", &rule->title);
	json_put_both(w, "why", &rule->why);
	put_subject(w, r);
	json_put_word(w, "area", area_words, rule->area);
	json_put_texts(w, "controls", &rule->controls);
	json_put_texts(w, "law", &rule->law);
	json_put_word(w, "priority", priority_words, rule->priority);
	json_put_word(w, "effort", effort_words, rule->effort);
	json_put_word(w, "verdict", verdict_words, r->verdict);
	json_put_word(w, "counted", counted_words, r->counted);
	json_put_list(w, STR("parts"));
	for (size_t i = 0; i < r->count; i++)
		put_part(w, &r->parts[i]);
	json_put_end(w);
	json_put_list(w, STR("least"));
	for (size_t i = 0; i < r->least.count; i++)
		json_put_str(w, no_key, r->parts[r->least.list[i]].label);
	json_put_end(w);
	json_put_both(w, "remedy", &rule->remedy);
	json_put_end(w);
}

static void put_unread(struct json_writer *w, const struct unread *u)
{
	json_put_object(w, no_key);
	json_put_text(w, "id", u->id);
	json_put_or_null(w, "title", u->title);
	json_put_langs(w, "why", u->why);
	json_put_end(w);
}

static void put_totals(struct json_writer *w, const struct assessment *a)
{
	json_put_object(w, STR("totals"));
	for (int v = 0; v < VERDICTS; v++)
		json_put_count(w, verdict_name((enum verdict)v), a->totals[v]);
	json_put_end(w);
}

static void put_completeness(struct json_writer *w, const struct assessment *a)
{
	json_put_object(w, STR("completeness"));
	json_put_count(w, "rules_evaluated", a->rules_evaluated);
	json_put_texts(w, "rules_not_evaluated", &a->rules_not_evaluated);
	json_put_count(w, "documents_received", a->documents_received);
	json_put_count(w, "documents_read", a->documents_read);
	json_put_count(w, "documents_title_only", a->documents_title_only);
	json_put_list(w, STR("documents_unread"));
	for (size_t i = 0; i < a->unread_count; i++)
		put_unread(w, &a->unread[i]);
	json_put_end(w);
	json_put_bool(w, STR("incomplete"), a->incomplete);
	json_put_end(w);
}

static void put_earlier_verdict(struct json_writer *w, const struct earlier *e)
{
	json_put_object(w, no_key);
	json_put_or_null(w, "id", e->id.str);
	json_put_number(w, "year", e->year);
	json_put_text(w, "rule", e->rule.str);
	json_put_texts(w, "about", &e->about);
	json_put_or_null(w, "part", e->part.str);
	json_put_word(w, "verdict", verdict_words, e->verdict);
	json_put_word(w, "reason", reason_words, e->reason);
	json_put_or_null(w, "recommendation", e->recommendation.str);
	json_put_or_null(w, "promised", e->promised.str);
	json_put_langs_or_null(w, "to_close", e->to_close);
	json_put_place(w, e->at);
	json_put_end(w);
}

static void put_assessment(struct json_writer *w, const struct assessment *a,
			   const char *program)
{
	json_put_object(w, no_key);
	json_put_text(w, "format", STR("liskoll-assessment/1"));
	json_put_text(w, "program",
		      a->program.len ? a->program : str_of(program));
	json_put_object(w, STR("rules"));
	json_put_text(w, "hash", a->rules_hash);
	json_put_text(w, "vocab_hash", a->vocab_hash);
	json_put_count(w, "selected", a->rules_selected);
	json_put_end(w);
	json_put_object(w, STR("municipality"));
	json_put_text(w, "name", a->name);
	json_put_or_null(w, "code", a->code);
	json_put_or_null(w, "folder", a->folder);
	json_put_end(w);
	json_put_text(w, "as_of", a->as_of);
	json_put_list(w, STR("results"));
	for (size_t i = 0; i < a->count; i++)
		result_put_json(w, &a->results[i]);
	json_put_end(w);
	json_put_decisions(w, a);
	put_totals(w, a);
	put_completeness(w, a);
	json_put_list(w, STR("earlier"));
	for (size_t i = 0; i < a->earlier_count; i++)
		put_earlier_verdict(w, &a->earlier[i]);
	json_put_end(w);
	json_put_end(w);
}

static void put_run(struct json_writer *w, const struct assessment *const *list,
		    size_t count, const char *program)
{
	json_put_object(w, no_key);
	json_put_text(w, "format", STR("liskoll-run/1"));
	json_put_text(w, "program", str_of(program));
	json_put_list(w, STR("assessments"));
	for (size_t i = 0; i < count; i++)
		put_assessment(w, list[i], program);
	json_put_end(w);
	json_put_end(w);
}

void render_json(struct buf *out, const struct assessment *const *list,
		 size_t count, const struct render_style *style)
{
	struct json_writer *w = json_writer_new();

	if (count == 1 && !style->many)
		put_assessment(w, list[0], style->program);
	else
		put_run(w, list, count, style->program);
	if (!json_writer_finish(w, 2, out))
		out->bad = true;
}
