/* SPDX-License-Identifier: EUPL-1.2 */
/* The same for programs: what is asked, and the result as `check` has it. */
#include "base/bits.h"
#include "base/buf.h"
#include "render/explain.h"
#include "render/json.h"
#include "render/render.h"
#include "rules/rules.h"
#include "json/writer.h"

static const struct str no_key = { 0 };

static void put_text(struct json_writer *w, const char *key, struct str s)
{
	if (s.len)
		json_put_str(w, str_of(key), s);
}

static void put_word(struct json_writer *w, const char *key, struct words words,
		     size_t value)
{
	if (value < words.count && words.list[value])
		put_text(w, key, str_of(words.list[value]));
}

static void put_both(struct json_writer *w, const char *key,
		     const struct both *both)
{
	if (!both->lang[LANG_SV].str.len && !both->lang[LANG_EN].str.len)
		return;
	json_put_object(w, str_of(key));
	put_text(w, "sv", both->lang[LANG_SV].str);
	put_text(w, "en", both->lang[LANG_EN].str);
	json_put_end(w);
}

static void put_texts(struct json_writer *w, const char *key, struct texts list)
{
	if (!list.count)
		return;
	json_put_list(w, str_of(key));
	for (size_t i = 0; i < list.count; i++)
		json_put_str(w, no_key, list.list[i].str);
	json_put_end(w);
}

static void put_bits(struct json_writer *w, const char *key, struct words words,
		     uint32_t bits)
{
	if (!bits)
		return;
	json_put_list(w, str_of(key));
	for (size_t i = 0; i < words.count; i++)
		if ((bits & BIT(i)) && words.list[i])
			json_put_str(w, no_key, str_of(words.list[i]));
	json_put_end(w);
}

static void put_duration(struct json_writer *w, const char *key, struct duration d)
{
	static const char *const units[SPAN_UNITS] = {
		[SPAN_DAYS] = "days",
		[SPAN_MONTHS] = "months",
		[SPAN_YEARS] = "years",
	};
	struct buf b = { 0 };

	if (!d.count)
		return;
	buf_putf(&b, "%u %s", d.count, units[d.unit]);
	put_text(w, key, buf_str(&b));
	buf_release(&b);
}

static void put_number(struct json_writer *w, const char *key, uint32_t n)
{
	if (n)
		json_put_int(w, str_of(key), n);
}

static void put_flag(struct json_writer *w, const char *key, bool on)
{
	if (on)
		json_put_bool(w, str_of(key), true);
}

static void put_weights(struct json_writer *w, const struct part *p)
{
	if (!p->weights)
		return;
	json_put_object(w, STR("counts_as"));
	for (size_t r = 0; r < REASONS; r++)
		if (p->weights[r] != VERDICTS && reason_words.list[r])
			json_put_str(w, str_of(reason_words.list[r]),
				     str_of(verdict_name(p->weights[r])));
	json_put_end(w);
}

/* The keys of the rule file, with what holds where they are left out. */
static void put_keys(struct json_writer *w, const struct part *p)
{
	put_texts(w, "document", p->document);
	put_texts(w, "record", p->record);
	put_text(w, "statement", p->statement.str);
	put_text(w, "element", p->element.str);
	put_texts(w, "papers", p->papers);
	put_bits(w, "have", paper_property_words, p->have);
	put_texts(w, "results", p->results);
	put_text(w, "topic", p->topic.str);
	put_texts(w, "may_be_in", p->may_be_in);
	put_bits(w, "accepts", accepts_words, p->accepts);
	put_bits(w, "forms", doc_form_words, p->forms);
	put_texts(w, "approved_by", p->approved_by);
	put_text(w, "agreed_with", p->agreed_with.str);
	put_word(w, "whose", doc_author_words, p->whose);
	put_flag(w, "binding", p->binding);
	put_duration(w, "max_age", p->max_age);
	put_duration(w, "within", p->within);
	put_duration(w, "every", p->every);
	put_duration(w, "grace", p->grace);
	put_number(w, "periods", p->every.count ? p->periods : 0);
	put_duration(w, "often", p->often);
	put_flag(w, "regularly", p->regularly);
	put_number(w, "min_basis", p->min_basis);
	put_texts(w, "rests_on", p->rests_on);
	put_weights(w, p);
	put_flag(w, "key", p->key);
	put_flag(w, "remark", p->remark);
	put_number(w, "at_least", p->at_least);
}

static void put_parts(struct json_writer *w, const char *key,
		      const struct parts *parts);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void put_part(struct json_writer *w, const struct part *p)
{
	const struct parts *group = part_group(p);

	json_put_object(w, no_key);
	put_text(w, "label", p->label.str);
	put_word(w, "kind", part_kind_words, p->kind);
	put_both(w, "title", &p->title);
	put_word(w, "shows", shows_words, p->shows);
	put_word(w, "point", point_words, p->point);
	put_word(w, "priority", priority_words, p->priority);
	put_keys(w, p);
	put_both(w, "close", &p->close);
	if (group)
		put_parts(w, "of", group);
	put_parts(w, "elements", &p->elements);
	put_parts(w, "clauses", &p->clauses);
	json_put_end(w);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the rule's parts */
static void put_parts(struct json_writer *w, const char *key,
		      const struct parts *parts)
{
	if (!parts->count)
		return;
	json_put_list(w, str_of(key));
	for (size_t i = 0; i < parts->count; i++)
		put_part(w, &parts->list[i]);
	json_put_end(w);
}

static void put_exceptions(struct json_writer *w, const struct rule *rule)
{
	json_put_object(w, STR("na"));
	put_word(w, "allow", na_allow_words, rule->na.allow);
	put_bits(w, "proof", doc_form_words, rule->na.proof);
	put_texts(w, "approved_by", rule->na.approved_by);
	put_duration(w, "max_age", rule->na.max_age);
	put_parts(w, "refuted_by", &rule->na.refuted_by);
	json_put_end(w);
}

static void put_rule(struct json_writer *w, const struct rule *rule)
{
	if (!rule) {
		json_put_null(w, STR("asks"));
		return;
	}
	json_put_object(w, STR("asks"));
	put_text(w, "rule", rule->id.str);
	put_number(w, "version", rule->version);
	put_word(w, "status", rule_status_words, rule->status);
	put_both(w, "title", &rule->title);
	put_both(w, "why", &rule->why);
	put_word(w, "area", area_words, rule->area);
	put_texts(w, "controls", rule->controls);
	put_texts(w, "law", rule->law);
	put_word(w, "priority", priority_words, rule->priority);
	put_word(w, "effort", effort_words, rule->effort);
	put_word(w, "each", subject_kind_words, rule->each);
	if (rule->also != SUBJECT_ORGANISATION)
		put_word(w, "also", subject_kind_words, rule->also);
	put_word(w, "empty", empty_words, rule->empty);
	put_word(w, "rollup", rollup_words, rule->rollup);
	put_word(w, "each_rollup", rollup_words, rule->each_rollup);
	put_parts(w, "expect", &rule->expect);
	put_exceptions(w, rule);
	put_both(w, "remedy", &rule->remedy);
	json_put_end(w);
}

/* Of a roll-up also what it sums up. */
static void put_results(struct json_writer *w, const struct explanation *e)
{
	const struct assessment *a = e->assessment;

	json_put_list(w, STR("results"));
	if (e->result)
		result_put_json(w, e->result);
	for (size_t i = 0; e->result && e->result->is_rollup && i < a->count; i++)
		if (!a->results[i].is_rollup &&
		    str_eq(a->results[i].rule->id.str, e->result->rule->id.str))
			result_put_json(w, &a->results[i]);
	json_put_end(w);
}

static void put_or_null(struct json_writer *w, const char *key, struct str s)
{
	if (s.len)
		json_put_str(w, str_of(key), s);
	else
		json_put_null(w, str_of(key));
}

static void put_where(struct json_writer *w, const struct explanation *e)
{
	static const struct assessment none;
	const struct assessment *a = e->assessment ? e->assessment : &none;

	json_put_object(w, STR("municipality"));
	put_or_null(w, "name", a->name);
	put_or_null(w, "code", a->code);
	json_put_end(w);
	put_or_null(w, "as_of", a->as_of);
	put_or_null(w, "finding", e->focus ? e->focus->finding : no_key);
	put_or_null(w, "part", e->focus ? e->focus->label : no_key);
}

void explain_json(struct buf *out, const struct explanation *e,
		  const struct render_style *style)
{
	struct json_writer *w = json_writer_new();

	json_put_object(w, no_key);
	json_put_str(w, STR("format"), STR("liskoll-explanation/1"));
	json_put_str(w, STR("program"), str_of(style->program));
	put_where(w, e);
	put_rule(w, e->rule);
	put_results(w, e);
	json_put_end(w);
	if (!json_writer_finish(w, 2, out))
		out->bad = true;
}
