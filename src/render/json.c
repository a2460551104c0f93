/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"
#include "model/assessment.h"
#include "render/render.h"
#include "json/writer.h"

/*
 * The assessment as it is, every key always there and in the same order;
 * what is missing is null.  A saved run is read back from this, so all that
 * any report needs stands here.
 */

static const struct str no_key = { 0 };
static const char *const lang_keys[LANGS] = { [LANG_SV] = "sv", [LANG_EN] = "en" };

static void put_str(struct json_writer *w, const char *key, struct str s)
{
	json_put_str(w, str_of(key), s);
}

static void put_or_null(struct json_writer *w, const char *key, struct str s)
{
	if (s.len)
		put_str(w, key, s);
	else
		json_put_null(w, str_of(key));
}

static void put_word(struct json_writer *w, const char *key, struct words words,
		     size_t value)
{
	const char *name = value < words.count ? words.list[value] : NULL;

	put_or_null(w, key, name ? str_of(name) : no_key);
}

static void put_count(struct json_writer *w, const char *key, size_t n)
{
	json_put_int(w, str_of(key), (int64_t)n);
}

static void put_langs(struct json_writer *w, const char *key,
		      const struct str langs[LANGS])
{
	json_put_object(w, str_of(key));
	for (int i = 0; i < LANGS; i++)
		put_or_null(w, lang_keys[i], langs[i]);
	json_put_end(w);
}

static void put_both(struct json_writer *w, const char *key,
		     const struct both *both)
{
	struct str langs[LANGS];

	for (int i = 0; i < LANGS; i++)
		langs[i] = both->lang[i].str;
	put_langs(w, key, langs);
}

static void put_texts(struct json_writer *w, const char *key,
		      const struct texts *texts)
{
	json_put_list(w, str_of(key));
	for (size_t i = 0; i < texts->count; i++)
		json_put_str(w, no_key, texts->list[i].str);
	json_put_end(w);
}

/* Lines and columns count from 1; 0 is "no place" and becomes null. */
static void put_position(struct json_writer *w, const char *key, uint32_t n)
{
	if (n)
		put_count(w, key, n);
	else
		json_put_null(w, str_of(key));
}

static void put_place(struct json_writer *w, struct place at)
{
	json_put_object(w, STR("place"));
	put_or_null(w, "file", at.file);
	put_position(w, "line", at.line);
	put_position(w, "col", at.col);
	json_put_null(w, STR("page"));
	json_put_end(w);
}

static void put_considered(struct json_writer *w, const struct candidates *list)
{
	json_put_list(w, STR("considered"));
	for (size_t i = 0; i < list->count; i++) {
		const struct candidate *c = &list->list[i];

		json_put_object(w, no_key);
		put_or_null(w, "source", c->source);
		put_or_null(w, "title", c->title);
		put_place(w, c->at);
		put_or_null(w, "text", c->text);
		put_str(w, "why", str_of(candidate_code(c)));
		json_put_end(w);
	}
	json_put_end(w);
	put_count(w, "considered_more", list->more);
}

static void put_quote(struct json_writer *w, const struct quote *q)
{
	json_put_object(w, no_key);
	put_str(w, "source", q->source);
	put_or_null(w, "title", q->title);
	put_place(w, q->at);
	put_str(w, "text", q->text);
	put_word(w, "stance", stance_words, q->stance);
	json_put_bool(w, STR("hedged"), q->hedged);
	json_put_end(w);
}

static void put_earlier(struct json_writer *w, const struct part_result *p)
{
	if (!p->has_earlier) {
		json_put_null(w, STR("earlier"));
		return;
	}
	json_put_object(w, STR("earlier"));
	put_word(w, "verdict", verdict_words, p->earlier);
	put_word(w, "status", follow_up_words, p->follow_up);
	json_put_end(w);
}

static void put_part(struct json_writer *w, const struct part_result *p)
{
	json_put_object(w, no_key);
	put_str(w, "label", p->label);
	if (p->title[LANG_SV].len || p->title[LANG_EN].len)
		put_langs(w, "title", p->title);
	else
		json_put_null(w, STR("title"));
	put_word(w, "shows", shows_words, p->shows);
	put_word(w, "verdict", verdict_words, p->verdict);
	put_word(w, "reason", reason_words, p->reason);
	put_word(w, "counted", counted_words, p->counted);
	put_or_null(w, "about", p->about);
	json_put_bool(w, STR("counts"), p->counts);
	json_put_bool(w, STR("remark"), p->remark);
	json_put_bool(w, STR("summary"), p->summary);
	put_word(w, "priority", priority_words, p->priority);
	put_or_null(w, "finding", p->finding);
	json_put_list(w, STR("quotes"));
	for (size_t i = 0; i < p->quotes.count; i++)
		put_quote(w, &p->quotes.list[i]);
	json_put_end(w);
	put_considered(w, &p->considered);
	if (p->to_close[LANG_SV].len || p->to_close[LANG_EN].len)
		put_langs(w, "to_close", p->to_close);
	else
		json_put_null(w, STR("to_close"));
	put_earlier(w, p);
	json_put_null(w, STR("waived"));
	json_put_end(w);
}

static void put_subject(struct json_writer *w, const struct result *r)
{
	put_or_null(w, "subject", r->subject);
	put_or_null(w, "subject_name", r->subject_name);
	put_word(w, "subject_kind", subject_kind_words, r->subject_kind);
	json_put_bool(w, STR("rollup"), r->is_rollup);
}

static void put_result(struct json_writer *w, const struct result *r)
{
	const struct rule *rule = r->rule;

	json_put_object(w, no_key);
	put_str(w, "rule", rule->id.str);
	put_count(w, "version", rule->version);
	put_both(w, "title", &rule->title);
	put_both(w, "why", &rule->why);
	put_subject(w, r);
	put_word(w, "area", area_words, rule->area);
	put_texts(w, "controls", &rule->controls);
	put_texts(w, "law", &rule->law);
	put_word(w, "priority", priority_words, rule->priority);
	put_word(w, "effort", effort_words, rule->effort);
	put_word(w, "verdict", verdict_words, r->verdict);
	put_word(w, "counted", counted_words, r->counted);
	json_put_list(w, STR("parts"));
	for (size_t i = 0; i < r->count; i++)
		put_part(w, &r->parts[i]);
	json_put_end(w);
	json_put_list(w, STR("least"));
	for (size_t i = 0; i < r->least.count; i++)
		json_put_str(w, no_key, r->parts[r->least.list[i]].label);
	json_put_end(w);
	put_both(w, "remedy", &rule->remedy);
	json_put_end(w);
}

static void put_unread(struct json_writer *w, const struct unread *u)
{
	struct str why[LANGS];

	for (int i = 0; i < LANGS; i++)
		why[i] = u->why ? str_of(i18n((enum lang)i, u->why)) : no_key;
	json_put_object(w, no_key);
	put_str(w, "id", u->id);
	put_or_null(w, "title", u->title);
	put_langs(w, "why", why);
	json_put_end(w);
}

static void put_totals(struct json_writer *w, const struct assessment *a)
{
	json_put_object(w, STR("totals"));
	for (int v = 0; v < VERDICTS; v++)
		put_count(w, verdict_name((enum verdict)v), a->totals[v]);
	json_put_end(w);
}

static void put_completeness(struct json_writer *w, const struct assessment *a)
{
	json_put_object(w, STR("completeness"));
	put_count(w, "rules_evaluated", a->rules_evaluated);
	put_texts(w, "rules_not_evaluated", &a->rules_not_evaluated);
	put_count(w, "documents_received", a->documents_received);
	put_count(w, "documents_read", a->documents_read);
	put_count(w, "documents_title_only", a->documents_title_only);
	json_put_list(w, STR("documents_unread"));
	for (size_t i = 0; i < a->unread_count; i++)
		put_unread(w, &a->unread[i]);
	json_put_end(w);
	json_put_bool(w, STR("incomplete"), a->incomplete);
	json_put_end(w);
}

static void put_assessment(struct json_writer *w, const struct assessment *a,
			   const char *program)
{
	json_put_object(w, no_key);
	put_str(w, "format", STR("liskoll-assessment/1"));
	put_str(w, "program", str_of(program));
	json_put_object(w, STR("rules"));
	put_str(w, "hash", a->rules_hash);
	put_str(w, "vocab_hash", a->vocab_hash);
	put_count(w, "selected", a->rules_selected);
	json_put_end(w);
	json_put_object(w, STR("municipality"));
	put_str(w, "name", a->name);
	put_or_null(w, "code", a->code);
	put_or_null(w, "folder", a->folder);
	json_put_end(w);
	put_str(w, "as_of", a->as_of);
	json_put_list(w, STR("results"));
	for (size_t i = 0; i < a->count; i++)
		put_result(w, &a->results[i]);
	json_put_end(w);
	put_totals(w, a);
	put_completeness(w, a);
	json_put_end(w);
}

static void put_run(struct json_writer *w, const struct assessment *const *list,
		    size_t count, const char *program)
{
	json_put_object(w, no_key);
	put_str(w, "format", STR("liskoll-run/1"));
	put_str(w, "program", str_of(program));
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
