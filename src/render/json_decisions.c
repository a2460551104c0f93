/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/json_decisions.h"

#include "base/date.h"
#include "render/json_parts.h"

/* A month or a year counts from, and until, its last day. */
static void put_day(struct json_writer *w, const char *key, struct date date)
{
	char text[DATE_TEXT];

	json_put_or_null(w, key,
			 date.known ? str_of(date_text(date.last, text))
				    : (struct str){ 0 });
}

static void put_waiver(struct json_writer *w, const struct waiver *waiver)
{
	json_put_or_null(w, "reason", waiver->reason.str);
	json_put_or_null(w, "instead", waiver->instead.str);
	json_put_texts(w, "covers", &waiver->covers);
	json_put_or_null(w, "owner", waiver->owner.str);
	json_put_or_null(w, "approver", waiver->approver.str);
	json_put_or_null(w, "regno", waiver->regno.str);
	put_day(w, "decided", waiver->decided);
	put_day(w, "expires", waiver->expires);
	json_put_place(w, waiver->at);
}

static void put_opinion(struct json_writer *w, const struct opinion *o)
{
	json_put_word(w, "verdict", verdict_words, o->verdict);
	json_put_or_null(w, "why", o->why.str);
	json_put_or_null(w, "by", o->by.str);
	put_day(w, "date", o->date);
	json_put_texts(w, "evidence", &o->evidence);
	put_day(w, "valid_to", o->valid.to);
	json_put_place(w, o->at);
}

void json_put_waived(struct json_writer *w, const struct waiver *waiver)
{
	if (!waiver) {
		json_put_null(w, STR("waived"));
		return;
	}
	json_put_object(w, STR("waived"));
	put_waiver(w, waiver);
	json_put_end(w);
}

void json_put_judgement(struct json_writer *w, const struct opinion *o)
{
	if (!o) {
		json_put_null(w, STR("judgement"));
		return;
	}
	json_put_object(w, STR("judgement"));
	put_opinion(w, o);
	json_put_end(w);
}

/* As the file names it; the rule of a finding is told too, where known. */
static void put_target(struct json_writer *w, const struct settled *s)
{
	const struct target *t = s->of;

	json_put_or_null(w, "finding", t->finding.str);
	json_put_or_null(w, "rule", s->rule ? s->rule->id.str : t->rule.str);
	json_put_or_null(w, "part", t->part.str);
	json_put_or_null(w, "about",
			 t->about.count ? t->about.list[0].str
					: (struct str){ 0 });
}

static void put_settled(struct json_writer *w, const struct settled *s)
{
	json_put_object(w, (struct str){ 0 });
	put_target(w, s);
	if (s->waiver)
		json_put_count(w, "rule_version", s->waiver->rule_version);
	json_put_word(w, "status", decision_status_words, s->status);
	json_put_word(w, "cause", decision_cause_words, s->cause);
	json_put_count(w, "parts", s->parts);
	if (s->waiver)
		put_waiver(w, s->waiver);
	else
		put_opinion(w, s->opinion);
	json_put_end(w);
}

void json_put_decisions(struct json_writer *w, const struct assessment *a)
{
	json_put_list(w, STR("waivers"));
	for (size_t i = 0; i < a->waiver_count; i++)
		put_settled(w, &a->waivers[i]);
	json_put_end(w);
	json_put_list(w, STR("judgements"));
	for (size_t i = 0; i < a->judgement_count; i++)
		put_settled(w, &a->judgements[i]);
	json_put_end(w);
}
