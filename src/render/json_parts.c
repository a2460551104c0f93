/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/json_parts.h"

static const struct str no_key = { 0 };
static const char *const lang_keys[LANGS] = { [LANG_SV] = "sv", [LANG_EN] = "en" };

void json_put_text(struct json_writer *w, const char *key, struct str s)
{
	json_put_str(w, str_of(key), s);
}

void json_put_or_null(struct json_writer *w, const char *key, struct str s)
{
	if (s.len)
		json_put_text(w, key, s);
	else
		json_put_null(w, str_of(key));
}

void json_put_count(struct json_writer *w, const char *key, size_t n)
{
	json_put_int(w, str_of(key), (int64_t)n);
}

void json_put_number(struct json_writer *w, const char *key, uint32_t n)
{
	if (n)
		json_put_count(w, key, n);
	else
		json_put_null(w, str_of(key));
}

void json_put_word(struct json_writer *w, const char *key, struct words words,
		   size_t value)
{
	const char *name = value < words.count ? words.list[value] : NULL;

	json_put_or_null(w, key, name ? str_of(name) : no_key);
}

void json_put_langs(struct json_writer *w, const char *key,
		    const struct str langs[LANGS])
{
	json_put_object(w, str_of(key));
	for (int i = 0; i < LANGS; i++)
		json_put_or_null(w, lang_keys[i], langs[i]);
	json_put_end(w);
}

void json_put_langs_or_null(struct json_writer *w, const char *key,
			    const struct str langs[LANGS])
{
	if (langs[LANG_SV].len || langs[LANG_EN].len)
		json_put_langs(w, key, langs);
	else
		json_put_null(w, str_of(key));
}

void json_put_both(struct json_writer *w, const char *key, const struct both *both)
{
	struct str langs[LANGS];

	for (int i = 0; i < LANGS; i++)
		langs[i] = both->lang[i].str;
	json_put_langs(w, key, langs);
}

void json_put_texts(struct json_writer *w, const char *key,
		    const struct texts *texts)
{
	json_put_list(w, str_of(key));
	for (size_t i = 0; i < texts->count; i++)
		json_put_str(w, no_key, texts->list[i].str);
	json_put_end(w);
}

void json_put_place(struct json_writer *w, struct place at)
{
	json_put_object(w, STR("place"));
	json_put_or_null(w, "file", at.file);
	json_put_number(w, "line", at.line);
	json_put_number(w, "col", at.col);
	json_put_null(w, STR("page"));
	json_put_end(w);
}

static void put_quote(struct json_writer *w, const struct quote *q)
{
	json_put_object(w, no_key);
	json_put_text(w, "source", q->source);
	json_put_or_null(w, "title", q->title);
	json_put_place(w, q->at);
	json_put_text(w, "text", q->text);
	json_put_word(w, "stance", stance_words, q->stance);
	json_put_bool(w, STR("hedged"), q->hedged);
	json_put_end(w);
}

void json_put_quotes(struct json_writer *w, const struct quotes *quotes)
{
	json_put_list(w, STR("quotes"));
	for (size_t i = 0; i < quotes->count; i++)
		put_quote(w, &quotes->list[i]);
	json_put_end(w);
}
