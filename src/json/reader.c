/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * jansson judges what is JSON and decodes it, but forgets where things
 * stood.  Since it keeps the order of members and was told to refuse
 * doubles, its tree is walked beside the text, which says where.
 */
#include "json/reader.h"

#include <jansson.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "diag/place.h"

struct walker {
	struct arena *arena;
	struct str text;
	size_t at;
	struct place place; /* of that byte */
};

static void step(struct walker *w)
{
	char c = w->text.ptr[w->at++];

	if (c == '\n') {
		w->place.line++;
		w->place.col = 1;
	} else if (((unsigned char)c & 0xc0) != 0x80) {
		w->place.col++;
	}
}

static char peek(const struct walker *w)
{
	if (w->at >= w->text.len)
		return '\0';
	return w->text.ptr[w->at];
}

/* To the next value, key or closing bracket. */
static void skip_between(struct walker *w)
{
	while (w->at < w->text.len && strchr(" \t\r\n,:", peek(w)))
		step(w);
}

static void skip_string(struct walker *w)
{
	step(w);
	while (w->at < w->text.len && peek(w) != '"') {
		if (peek(w) == '\\')
			step(w);
		step(w);
	}
	step(w);
}

/* A number, true, false or null. */
static void skip_word(struct walker *w)
{
	while (w->at < w->text.len && !strchr(" \t\r\n,]}", peek(w)))
		step(w);
}

static struct str keep(struct walker *w, const char *bytes, size_t len)
{
	return (struct str){ arena_copy(w->arena, bytes, len), len };
}

static void walk(struct walker *w, const json_t *json, struct value *v);

static struct value *add_member(struct walker *w, struct value *v,
				struct value *last)
{
	struct value *member = arena_new(w->arena, struct value);

	if (last)
		last->next = member;
	else
		v->first = member;
	v->count++;
	return member;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as jansson lets it be */
static void walk_list(struct walker *w, const json_t *json, struct value *v)
{
	struct value *last = NULL;

	step(w);
	for (size_t i = 0; i < json_array_size(json); i++) {
		last = add_member(w, v, last);
		skip_between(w);
		walk(w, json_array_get(json, i), last);
	}
	skip_between(w);
	step(w);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as jansson lets it be */
static void walk_object(struct walker *w, json_t *json, struct value *v)
{
	struct value *last = NULL;

	step(w);
	for (void *i = json_object_iter(json); i;
	     i = json_object_iter_next(json, i)) {
		last = add_member(w, v, last);
		last->key = keep(w, json_object_iter_key(i),
				 json_object_iter_key_len(i));
		skip_between(w);
		skip_string(w);
		skip_between(w);
		walk(w, json_object_iter_value(i), last);
	}
	skip_between(w);
	step(w);
}

static void walk_plain(struct walker *w, const json_t *json, struct value *v)
{
	static const enum value_kind kinds[] = {
		[JSON_NULL] = VALUE_NULL,       [JSON_FALSE] = VALUE_FALSE,
		[JSON_TRUE] = VALUE_TRUE,       [JSON_REAL] = VALUE_REAL,
		[JSON_INTEGER] = VALUE_INTEGER,
	};

	v->kind = kinds[json_typeof(json)];
	v->integer = json_integer_value(json);
	skip_word(w);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as jansson lets it be */
static void walk(struct walker *w, const json_t *json, struct value *v)
{
	v->at = w->place;
	if (json_is_string(json)) {
		v->kind = VALUE_STRING;
		v->text = keep(w, json_string_value(json),
			       json_string_length(json));
		skip_string(w);
	} else if (json_is_array(json)) {
		v->kind = VALUE_LIST;
		walk_list(w, json, v);
	} else if (json_is_object(json)) {
		v->kind = VALUE_OBJECT;
		/* jansson's iterators take no const. */
		/* NOLINTNEXTLINE(performance-no-int-to-ptr) */
		walk_object(w, (json_t *)(uintptr_t)json, v);
	} else {
		walk_plain(w, json, v);
	}
}

/* In words of our own; what is not listed is plain bad syntax. */
static const char *why_not(enum json_error_code code)
{
	switch (code) {
	case json_error_out_of_memory:
		arena_out_of_memory();
	case json_error_stack_overflow:
		return DIAG_WORD("it is nested too deep");
	case json_error_invalid_utf8:
		return DIAG_WORD("it is not UTF-8");
	case json_error_duplicate_key:
		return DIAG_WORD("a key is given twice");
	case json_error_numeric_overflow:
		return DIAG_WORD("a number is too large");
	case json_error_end_of_input_expected:
		return DIAG_WORD("something stands after its end");
	default:
		return DIAG_WORD("something else stands here");
	}
}

static void report(struct diags *d, struct str file, struct str text,
		   const json_error_t *e)
{
	size_t at = e->position > 0 ? (size_t)e->position : 0;
	enum json_error_code code = json_error_code(e);
	struct place place = { file, 1, 1 };

	if (at && at <= text.len && code != json_error_invalid_utf8)
		place = place_of_byte(file, text, at);
	if (code == json_error_premature_end_of_input)
		diag_add(d, DIAG_JSON_CUT, place, NO_ARGS);
	else
		diag_add(d, DIAG_JSON, place, ARGS(str_of(why_not(code))));
}

const struct value *value_read(struct arena *a, struct diags *d,
			       struct str file, struct str text)
{
	size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL;
	struct walker w = { a, text, 0, { file, 1, 1 } };
	json_error_t error;
	json_t *json;
	struct value *v;

	/* jansson would tell neither where. */
	if (!diag_check_utf8(d, file, text))
		return NULL;
	if (!str_trim(text).len) {
		diag_add(d, DIAG_JSON_CUT, w.place, NO_ARGS);
		return NULL;
	}
	json = json_loadb(text.ptr, text.len, flags, &error);
	if (!json) {
		report(d, file, text, &error);
		return NULL;
	}
	v = arena_new(a, struct value);
	skip_between(&w);
	walk(&w, json, v);
	json_decref(json);
	return v;
}

const struct value *value_get(const struct value *object, struct str key)
{
	for (const struct value *v = object->first; v; v = v->next)
		if (object->kind == VALUE_OBJECT && str_eq(v->key, key))
			return v;
	return NULL;
}
