/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"
#include "model/comparison.h"
#include "render/json_parts.h"
#include "render/render.h"

/*
 * What became of earlier points: docs/follow-up.md.  Every key is always
 * there and in the same order; what is missing is null.
 */

static const struct str no_key = { 0 };

static void put_part(struct json_writer *w, const struct part_result *p)
{
	json_put_object(w, no_key);
	json_put_text(w, "label", p->label);
	json_put_langs_or_null(w, "title", p->title);
	json_put_word(w, "verdict", verdict_words, p->verdict);
	json_put_word(w, "reason", reason_words, p->reason);
	json_put_or_null(w, "about", p->about);
	json_put_bool(w, STR("remark"), p->remark);
	json_put_or_null(w, "finding", p->finding);
	json_put_bool(w, STR("waived"), p->waived != NULL);
	json_put_quotes(w, &p->quotes);
	json_put_langs_or_null(w, "to_close", p->to_close);
	json_put_end(w);
}

static void put_now(struct json_writer *w, const struct followed *p)
{
	if (!p->result || p->absence) {
		json_put_null(w, STR("now"));
		return;
	}
	json_put_object(w, STR("now"));
	json_put_word(w, "verdict", verdict_words, p->verdict);
	json_put_word(w, "reason", reason_words, p->reason);
	json_put_list(w, STR("parts"));
	for (size_t i = 0; i < p->parts.count; i++)
		put_part(w, p->parts.list[i]);
	json_put_end(w);
	json_put_end(w);
}

static void put_earlier(struct json_writer *w, const struct followed *p)
{
	const struct earlier *e = p->earlier;

	if (!e) {
		json_put_null(w, STR("earlier"));
		return;
	}
	json_put_object(w, STR("earlier"));
	json_put_or_null(w, "id", e->id.str);
	json_put_number(w, "year", e->year);
	json_put_text(w, "rule", e->rule.str);
	json_put_word(w, "verdict", verdict_words, e->verdict);
	json_put_word(w, "with_elements", verdict_words, p->then);
	json_put_word(w, "reason", reason_words, e->reason);
	json_put_or_null(w, "recommendation", e->recommendation.str);
	json_put_langs_or_null(w, "to_close", e->to_close);
	json_put_place(w, e->at);
	json_put_end(w);
}

static void put_promise(struct json_writer *w, const struct followed *p)
{
	if (!p->promise) {
		json_put_null(w, STR("promise"));
		return;
	}
	json_put_object(w, STR("promise"));
	json_put_text(w, "text", p->earlier->promised.str);
	json_put_word(w, "status", promise_words, p->promise);
	json_put_end(w);
}

/* What is told of the rule; null where it was not applied now. */
static void put_rule(struct json_writer *w, const struct result *r)
{
	const struct rule *rule = r ? r->rule : NULL;
	static const struct both nothing;
	static const struct texts none;

	json_put_both(w, "title", rule ? &rule->title : &nothing);
	json_put_word(w, "area", area_words, rule ? rule->area : AREA_UNSET);
	json_put_texts(w, "controls", rule ? &rule->controls : &none);
	json_put_word(w, "rule_status", rule_status_words,
		      rule ? rule->status : RULE_STATUSES);
}

static void put_point(struct json_writer *w, const struct followed *p)
{
	const struct result *r = p->result;

	json_put_object(w, no_key);
	json_put_text(w, "rule", p->rule);
	put_rule(w, r);
	json_put_or_null(w, "part", p->label);
	json_put_or_null(w, "subject", p->subject);
	json_put_or_null(w, "subject_name", r ? r->subject_name : no_key);
	json_put_word(w, "subject_kind", subject_kind_words,
		      r ? r->subject_kind : SUBJECT_KINDS);
	json_put_word(w, "priority", priority_words, followed_priority(p));
	json_put_word(w, "status", follow_up_words, p->status);
	json_put_bool(w, STR("said_unchanged"), p->reason == REASON_UNCHANGED);
	json_put_word(w, "absent", absence_words, p->absence);
	put_earlier(w, p);
	put_promise(w, p);
	put_now(w, p);
	json_put_end(w);
}

static void put_counts(struct json_writer *w, const char *key,
		       struct words words, const size_t *counts)
{
	json_put_object(w, str_of(key));
	for (size_t i = 0; i < words.count; i++)
		if (words.list[i])
			json_put_count(w, words.list[i], counts[i]);
	json_put_end(w);
}

static void put_sides(struct json_writer *w, const struct comparison *c,
		      const char *program)
{
	const struct assessment *now = c->now;
	struct str then = c->earlier_program;

	json_put_object(w, STR("municipality"));
	json_put_text(w, "name", now->name);
	json_put_or_null(w, "code", now->code);
	json_put_or_null(w, "folder", now->folder);
	json_put_end(w);
	json_put_object(w, STR("earlier"));
	/* Assessed by this program just now, where it names no other. */
	if (c->earlier_as_of.len && !then.len)
		then = str_of(program);
	json_put_or_null(w, "as_of", c->earlier_as_of);
	json_put_or_null(w, "program", then);
	json_put_end(w);
	json_put_object(w, STR("now"));
	json_put_text(w, "as_of", now->as_of);
	json_put_text(w, "program",
		      now->program.len ? now->program : str_of(program));
	json_put_bool(w, STR("incomplete"), now->incomplete);
	json_put_end(w);
}

static void put_comparison(struct json_writer *w, const struct comparison *c,
			   const char *program)
{
	json_put_object(w, no_key);
	put_sides(w, c, program);
	json_put_list(w, STR("points"));
	for (size_t i = 0; i < c->count; i++)
		put_point(w, &c->points[i]);
	json_put_end(w);
	put_counts(w, "totals", follow_up_words, c->totals);
	put_counts(w, "promises", promise_words, c->promises);
	json_put_end(w);
}

void follow_up_json(struct buf *out, const struct comparison *const *list,
		    size_t count, const struct render_style *style)
{
	struct json_writer *w = json_writer_new();

	json_put_object(w, no_key);
	json_put_text(w, "format", STR("liskoll-follow-up/1"));
	json_put_text(w, "program", str_of(style->program));
	json_put_list(w, STR("municipalities"));
	for (size_t i = 0; i < count; i++)
		put_comparison(w, list[i], style->program);
	json_put_end(w);
	json_put_end(w);
	if (!json_writer_finish(w, 2, out))
		out->bad = true;
}
