/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/remarks.h"

#include "base/buf.h"
#include "diag/place.h"
#include "json/writer.h"
#include "render/page.h"
#include "render/words.h"

static const struct topic *topic_of(const struct read_text *t,
				    const struct remark *r)
{
	return r->topic == SIZE_MAX ? NULL : &t->vocab->topics.list[r->topic];
}

static struct place place_of(const struct read_text *t, const struct remark *r)
{
	const struct reading *reading = &t->speech->reading;
	size_t at = reading->origin[reading->sentences[r->sentence].start];
	struct place first = { t->file, 1, 1 };

	return place_advance(t->source, first, place_letters(reading->nfc, at));
}

static struct str quote_of(const struct read_text *t, const struct remark *r)
{
	const struct reading *reading = &t->speech->reading;

	return reading_source(reading, reading->sentences[r->sentence].text);
}

/* The words that decided, one clause of them; empty where none had to. */
static struct str why_of(const struct read_text *t, const struct remark *r)
{
	if (r->clause == SIZE_MAX)
		return (struct str){ 0 };
	return t->speech->reading.clauses[r->clause].why;
}

static void put_or_null(struct json_writer *w, struct str key, struct str s)
{
	if (s.len)
		json_put_str(w, key, s);
	else
		json_put_null(w, key);
}

static void put_object(struct buf *out, const struct read_text *t,
		       const struct remark *r, bool why)
{
	struct json_writer *w = json_writer_new();
	const struct topic *topic = topic_of(t, r);
	struct place at = place_of(t, r);
	const char *area = topic ? area_words.list[topic->area] : NULL;

	json_put_object(w, (struct str){ 0 });
	if (t->id.ptr)
		json_put_str(w, STR("id"), t->id);
	json_put_int(w, STR("line"), at.line);
	json_put_int(w, STR("col"), at.col);
	json_put_str(w, STR("text"), quote_of(t, r));
	put_or_null(w, STR("area"), str_of(area ? area : ""));
	put_or_null(w, STR("topic"), topic ? topic->id.str : (struct str){ 0 });
	json_put_str(w, STR("stance"), str_of(stance_words.list[r->stance]));
	json_put_str(w, STR("suggests"),
		     str_of(suggestion_words.list[remark_suggests(r->stance)]));
	json_put_bool(w, STR("hedged"), r->hedged);
	if (why)
		put_or_null(w, STR("why"), why_of(t, r));
	json_put_end(w);
	json_writer_finish(w, 0, out);
}

static void write_ndjson(struct buf *out, const struct read_text *t,
			 const struct remark_style *style)
{
	for (size_t i = 0; i < t->remarks.count; i++)
		put_object(out, t, &t->remarks.list[i], style->why);
}

static const struct {
	const char *word;
	const char *color;
} suggestions[SUGGESTIONS] = {
	[SUGGESTS_NONE] = { N_("no evidence"), "\033[2m" },
	[SUGGESTS_MET] = { N_("met"), "\033[32m" },
	[SUGGESTS_PARTIAL] = { N_("partial"), "\033[33m" },
	[SUGGESTS_GAP] = { N_("gap"), "\033[31m" },
};

static const char *const stances[STANCES] = {
	[STANCE_AFFIRMED] = N_("affirmed"),
	[STANCE_PARTIAL] = N_("in part"),
	[STANCE_STARTED] = N_("begun"),
	[STANCE_PLANNED] = N_("planned"),
	[STANCE_NEGATED] = N_("denied"),
	[STANCE_HISTORIC] = N_("of the past"),
	[STANCE_NORM] = N_("a rule or an aim"),
	[STANCE_QUESTION] = N_("a question or a heading"),
	[STANCE_IMPLIED] = N_("implied by what is asked for"),
};

static void say_topic(struct page *page, const struct topic *topic)
{
	if (!topic)
		return;
	page_say_solid(page, str_of("·"));
	page_say_tr(page, word_area(topic->area));
	page_say_solid(page, str_of("·"));
	page_say_solid(page, topic->id.str);
}

static void say_why(struct page *page, struct str why)
{
	struct str words = page_quoted(page, why);

	if (words.len)
		page_say_fill(page, N_("decided by {1}"), ARGS(words));
}

static void say_remark(struct page *page, const struct read_text *t,
		       const struct remark *r, bool why)
{
	enum suggestion s = remark_suggests(r->stance);
	struct place at = place_of(t, r);
	struct buf b = { 0 };

	if (t->id.ptr)
		buf_putf(&b, "%.*s:", STR_ARG(t->id));
	else
		buf_putf(&b, "%.*s:%u:%u:", STR_ARG(t->file), at.line, at.col);
	page_paragraph(page, 0);
	page_say_solid(page, page_clean(page, buf_take(&b, &page->arena)));
	buf_release(&b);
	page_paint(page, suggestions[s].color);
	page_say_tr(page, suggestions[s].word);
	page_paint(page, PAGE_PLAIN);
	say_topic(page, topic_of(t, r));
	page_say_solid(page, str_of("·"));
	page_say_tr(page, stances[r->stance]);
	if (why)
		say_why(page, why_of(t, r));
	page_paragraph(page, 2);
	page_say(page, page_clean(page, quote_of(t, r)));
}

static void write_text(struct buf *out, const struct read_text *t,
		       const struct remark_style *style)
{
	struct page page = page_new(out, &style->render);

	for (size_t i = 0; i < t->remarks.count; i++)
		say_remark(&page, t, &t->remarks.list[i], style->why);
	page_end(&page);
	arena_free(&page.arena);
}

static const struct remark_renderer renderers[] = {
	{ "text", write_text },
	{ "ndjson", write_ndjson },
	{ NULL, NULL },
};

const struct remark_renderer *remark_renderer_find(struct str name)
{
	for (const struct remark_renderer *r = renderers; r->name; r++)
		if (str_eq(name, str_of(r->name)))
			return r;
	return NULL;
}
