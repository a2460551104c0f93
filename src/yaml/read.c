/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text → node tree, by libyaml's events.  We look for four things that
 * libyaml does not: bytes that are not UTF-8 (it names only an offset),
 * keys given twice, depth, and size.
 */
#include <yaml.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/place.h"
#include "yaml/node.h"

struct reader {
	yaml_parser_t parser;
	struct arena *arena;
	struct diags *diags;
	struct str file;
	struct str source;
	unsigned depth;
	size_t nodes;
};

static struct place place_of(const struct reader *r, yaml_mark_t m)
{
	return (struct place){
		.file = r->file,
		.line = (uint32_t)m.line + 1,
		.col = (uint32_t)m.column + 1,
	};
}

static bool next_event(struct reader *r, yaml_event_t *e)
{
	struct place at;

	if (yaml_parser_parse(&r->parser, e))
		return true;
	/* Of a character that is not allowed libyaml tells only the byte. */
	at = r->parser.error == YAML_READER_ERROR
		     ? place_of_byte(r->file, r->source, r->parser.problem_offset)
		     : place_of(r, r->parser.problem_mark);
	/* A quote that is never closed: where it begins, not the end of all. */
	if (r->parser.context && place_byte(r->source, at) >= r->source.len)
		at = place_of(r, r->parser.context_mark);
	diag_add(r->diags, DIAG_YAML_SYNTAX, at,
		 ARGS(str_of(r->parser.problem ? r->parser.problem
					       : "out of memory")));
	return false;
}

static struct str copy_scalar(struct reader *r, const yaml_event_t *e)
{
	struct str s = { (const char *)e->data.scalar.value,
			 e->data.scalar.length };
	struct str nfc = utf8_nfc(r->arena, s);

	if (nfc.ptr != s.ptr)
		return nfc;
	return (struct str){ arena_copy(r->arena, s.ptr, s.len), s.len };
}

static bool has_tag_or_anchor(struct reader *r, const yaml_event_t *e)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	switch (e->type) {
	case YAML_SCALAR_EVENT:
		anchor = e->data.scalar.anchor;
		tag = e->data.scalar.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		anchor = e->data.sequence_start.anchor;
		tag = e->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		anchor = e->data.mapping_start.anchor;
		tag = e->data.mapping_start.tag;
		break;
	default:
		break;
	}
	if (anchor)
		diag_add(r->diags, DIAG_YAML_ALIAS, place_of(r, e->start_mark),
			 NO_ARGS);
	if (tag)
		diag_add(r->diags, DIAG_YAML_TAG, place_of(r, e->start_mark),
			 ARGS(str_of((const char *)tag)));
	return anchor || tag;
}

static struct node *read_value(struct reader *r, const yaml_event_t *e);

static bool is_end(const yaml_event_t *e)
{
	return e->type == YAML_SEQUENCE_END_EVENT ||
	       e->type == YAML_MAPPING_END_EVENT;
}

/* A key in *ret_key; false where it is none, with a message. */
static bool read_key(struct reader *r, const yaml_event_t *e, struct str *ret_key)
{
	if (e->type != YAML_SCALAR_EVENT) {
		diag_add(r->diags, DIAG_YAML_KEY, place_of(r, e->start_mark),
			 NO_ARGS);
		return false;
	}
	if (has_tag_or_anchor(r, e))
		return false;
	*ret_key = copy_scalar(r, e);
	return true;
}

static bool add_child(struct reader *r, struct node *n, struct node ***tail,
		      struct node *child)
{
	if (n->kind == NODE_MAP && node_get(n, child->key)) {
		diag_add(r->diags, DIAG_DUPLICATE_KEY, child->key_at,
			 ARGS(child->key));
		return true;
	}
	if (n->kind == NODE_MAP && n->count >= NODE_MAX_KEYS) {
		diag_add(r->diags, DIAG_YAML_LARGE, child->at, ARGS(STR("2000")));
		return false;
	}
	**tail = child;
	*tail = &child->next;
	n->count++;
	return true;
}

/* Read one child that begins with *e, and with its key in a map. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than NODE_MAX_DEPTH */
static struct node *read_child(struct reader *r, const struct node *n,
			       yaml_event_t *e)
{
	struct str key = { 0 };
	struct place key_at = place_of(r, e->start_mark);
	struct node *child;

	if (n->kind == NODE_MAP) {
		bool ok = read_key(r, e, &key);

		yaml_event_delete(e);
		if (!ok || !next_event(r, e))
			return NULL;
	}
	child = read_value(r, e);
	yaml_event_delete(e);
	if (child) {
		child->key = key;
		child->key_at = key_at;
	}
	return child;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than NODE_MAX_DEPTH */
static bool read_children(struct reader *r, struct node *n)
{
	struct node **tail = &n->first;

	for (;;) {
		struct node *child;
		yaml_event_t e;

		if (!next_event(r, &e))
			return false;
		if (is_end(&e)) {
			yaml_event_delete(&e);
			return true;
		}
		child = read_child(r, n, &e);
		if (!child || !add_child(r, n, &tail, child))
			return false;
	}
}

static bool within_limits(struct reader *r, const struct node *n)
{
	if (++r->nodes > NODE_MAX_NODES) {
		diag_add(r->diags, DIAG_YAML_LARGE, n->at, ARGS(STR("4000000")));
		return false;
	}
	if (r->depth >= NODE_MAX_DEPTH) {
		diag_add(r->diags, DIAG_YAML_DEEP, n->at, ARGS(STR("32")));
		return false;
	}
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than NODE_MAX_DEPTH */
static struct node *read_value(struct reader *r, const yaml_event_t *e)
{
	struct node *n = arena_new(r->arena, struct node);
	bool ok;

	n->at = place_of(r, e->start_mark);
	if (e->type == YAML_ALIAS_EVENT) {
		diag_add(r->diags, DIAG_YAML_ALIAS, n->at, NO_ARGS);
		return NULL;
	}
	if (has_tag_or_anchor(r, e) || !within_limits(r, n))
		return NULL;
	if (e->type == YAML_SCALAR_EVENT) {
		n->kind = NODE_SCALAR;
		n->text = copy_scalar(r, e);
		n->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
		return n;
	}
	n->kind = e->type == YAML_MAPPING_START_EVENT ? NODE_MAP : NODE_LIST;
	r->depth++;
	ok = read_children(r, n);
	r->depth--;
	return ok ? n : NULL;
}

/* One step of the stream; false when it is over or broken. */
static bool read_step(struct reader *r, struct node **root, bool *broken)
{
	yaml_event_t e;
	bool go_on = true;

	if (!next_event(r, &e)) {
		*broken = true;
		return false;
	}
	switch (e.type) {
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	case YAML_DOCUMENT_START_EVENT:
		if (*root) {
			diag_add(r->diags, DIAG_YAML_MANY_DOCUMENTS,
				 place_of(r, e.start_mark), NO_ARGS);
			*broken = true;
			go_on = false;
		}
		break;
	case YAML_STREAM_END_EVENT:
		go_on = false;
		break;
	default:
		*root = read_value(r, &e);
		*broken = !*root;
		go_on = *root != NULL;
		break;
	}
	yaml_event_delete(&e);
	return go_on;
}

static struct node *read_stream(struct reader *r)
{
	struct node *root = NULL;
	bool broken = false;

	while (read_step(r, &root, &broken))
		;
	if (broken)
		return NULL;
	if (!root || (root->kind == NODE_SCALAR && !root->text.len)) {
		diag_add(r->diags, DIAG_YAML_EMPTY,
			 (struct place){ r->file, 1, 1 }, NO_ARGS);
		return NULL;
	}
	return root;
}

struct node *node_read(struct arena *a, struct diags *d, struct str file,
		       struct str text)
{
	struct reader r = { .arena = a, .diags = d, .file = file };
	struct node *root;

	/* libyaml counts a byte order mark as a column, which breaks maps. */
	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_slice(text, 3, text.len);
	r.source = text;
	diag_source(d, file, text);
	if (!diag_check_utf8(r.diags, r.file, text))
		return NULL;
	if (!yaml_parser_initialize(&r.parser)) {
		diag_add(d, DIAG_YAML_SYNTAX, (struct place){ .file = file },
			 ARGS(STR("out of memory")));
		return NULL;
	}
	yaml_parser_set_input_string(
		&r.parser, (const unsigned char *)(text.len ? text.ptr : ""),
		text.len);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	root = read_stream(&r);
	yaml_parser_delete(&r.parser);
	return root;
}

const struct node *node_get(const struct node *map, struct str key)
{
	for (const struct node *n = map->first; n; n = n->next)
		if (str_eq(n->key, key))
			return n;
	return NULL;
}
