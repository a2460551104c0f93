/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/remarks.h"

#include "base/buf.h"
#include "diag/place.h"
#include "render/page.h"
#include "render/words.h"
#include "json/writer.h"

static const struct topic *topic_of(const struct read_text *t,
				    const struct remark *r)
{
	return r->topic == SIZE_MAX ? NULL : &t->vocab->topics.list[r->topic];
}

/* Places are found walking: sentences come in the order of the text. */
struct walker {
	const struct read_text *text;
	struct place_walk walk;
	size_t byte; /* of the NFC text, how far the walk has come */
};

static struct walker walker_of(const struct read_text *t)
{
	struct walker w = { .text = t, .walk = { .source = t->source } };

	w.walk.at = (struct place){ t->file, 1, 1 };
	w.walk.byte = place_byte(t->source, w.walk.at);
	return w;
}

static struct place place_of(struct walker *w, const struct remark *r)
{
	const struct reading *reading = &w->text->speech->reading;
	size_t at = reading->origin[reading->sentences[r->sentence].start];

	place_walk(&w->walk, place_letters_between(reading->nfc, w->byte, at));
	w->byte = at;
	return w->walk.at;
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

static void put_object(struct buf *out, struct walker *walker,
		       const struct remark *r, bool why)
{
	const struct read_text *t = walker->text;
	struct json_writer *w = json_writer_new();
	const struct topic *topic = topic_of(t, r);
	struct place at = place_of(walker, r);
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
	struct walker w = walker_of(t);

	for (size_t i = 0; i < t->remarks.count; i++)
		put_object(out, &w, &t->remarks.list[i], style->why);
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

static void say_why(struct page *page, struct str why)
{
	struct str words = page_quoted(page, why);

	if (!words.len)
		return;
	page_say_solid(page, str_of("·"));
	page_say_fill(page, N_("decided by {1}"), ARGS(words));
}

/* The sentence, with its id or its place. */
static void say_sentence(struct page *page, struct walker *walker,
			 const struct remark *r)
{
	const struct read_text *t = walker->text;
	struct place at = place_of(walker, r);
	struct buf b = { 0 };

	if (t->id.ptr)
		buf_putf(&b, "%.*s:", STR_ARG(t->id));
	else
		buf_putf(&b, "%.*s:%u:%u:", STR_ARG(t->file), at.line, at.col);
	page_paragraph(page, 0);
	page_say_solid(page, page_clean(page, buf_take(&b, &page->arena)));
	page_say(page, page_clean(page, quote_of(t, r)));
	buf_release(&b);
}

/* What a rule makes of it: of which area and topic, and how it is said. */
static void say_remark(struct page *page, const struct read_text *t,
		       const struct remark *r, bool why)
{
	enum suggestion s = remark_suggests(r->stance);
	const struct topic *topic = topic_of(t, r);

	page_paragraph(page, 4);
	page_paint(page, suggestions[s].color);
	page_say_tr(page, suggestions[s].word);
	page_paint(page, PAGE_PLAIN);
	if (topic) {
		page_say_solid(page, str_of("·"));
		page_say_tr(page, word_area(topic->area));
		page_say_solid(page, str_of("·"));
		page_say_solid(page, topic->id.str);
	}
	page_say_solid(page, str_of("·"));
	page_say_tr(page, stances[r->stance]);
	if (why)
		say_why(page, why_of(t, r));
}

static void write_text(struct buf *out, const struct read_text *t,
		       const struct remark_style *style)
{
	struct page page = page_new(out, &style->render);
	struct walker w = walker_of(t);
	size_t last = SIZE_MAX;

	for (size_t i = 0; i < t->remarks.count; i++) {
		const struct remark *r = &t->remarks.list[i];

		if (r->sentence != last)
			say_sentence(&page, &w, r);
		last = r->sentence;
		say_remark(&page, t, r, style->why);
	}
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
