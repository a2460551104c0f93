/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * waivers.yaml and judgements.yaml → v->decisions.  Both are lists of maps;
 * each entry is read by its table, then checked, and kept or left out.
 */
#include "intake/decisions.h"

#include "base/arena.h"
#include "base/file.h"
#include "diag/input.h"

#define FINDING_LENGTH 16

static void check_filled(const struct intake *in, const char *key,
			 struct text value, struct place at)
{
	if (str_trim(value.str).len)
		return;
	diag_add(in->diags, DIAG_EMPTY_VALUE, value.at.line ? value.at : at,
		 ARGS(str_of(key)));
}

static bool is_finding_id(struct str s)
{
	if (s.len != FINDING_LENGTH)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!(s.ptr[i] >= '0' && s.ptr[i] <= '9') &&
		    !(s.ptr[i] >= 'a' && s.ptr[i] <= 'f'))
			return false;
	return true;
}

static bool is_subject(const struct inventory *v, struct str id)
{
	for (size_t i = 0; i < v->systems.count; i++)
		if (str_eq(v->systems.list[i].id.str, id))
			return true;
	for (size_t i = 0; i < v->suppliers.count; i++)
		if (str_eq(v->suppliers.list[i].id.str, id))
			return true;
	return false;
}

static void check_about(const struct intake *in, const struct inventory *v,
			struct texts about)
{
	static const char *const what = DIAG_WORD("system or supplier");
	struct str_near near;

	if (about.count > 1)
		diag_add(in->diags, DIAG_ABOUT_MANY, about.list[1].at, NO_ARGS);
	if (!about.count || is_subject(v, about.list[0].str))
		return;
	str_near_start(&near, about.list[0].str);
	for (size_t i = 0; i < v->systems.count; i++)
		str_near_try(&near, v->systems.list[i].id.str);
	for (size_t i = 0; i < v->suppliers.count; i++)
		str_near_try(&near, v->suppliers.list[i].id.str);
	diag_add(in->diags,
		 near.best.len ? DIAG_UNKNOWN_ID_NEAR : DIAG_UNKNOWN_ID,
		 about.list[0].at,
		 ARGS(about.list[0].str, str_of(what), near.best));
}

static void check_target(const struct intake *in, const struct inventory *v,
			 const struct target *t, struct place at)
{
	bool narrowed = t->rule.str.len || t->part.str.len || t->about.count;

	if (!t->finding.str.len && !t->rule.str.len)
		diag_add(in->diags, DIAG_TARGET_MISSING, at, NO_ARGS);
	if (t->finding.str.len && narrowed)
		diag_add(in->diags, DIAG_TARGET_TWICE, t->finding.at, NO_ARGS);
	if (t->finding.str.len && !is_finding_id(t->finding.str))
		diag_add(in->diags, DIAG_BAD_FINDING, t->finding.at,
			 ARGS(t->finding.str));
	check_about(in, v, t->about);
}

static void check_reason(const struct intake *in, struct text code)
{
	struct str_near near;

	if (words_find(reason_words, code.str) != reason_words.count)
		return;
	str_near_start(&near, code.str);
	for (enum reason r = REASON_NONE + 1; r < REASONS; r++)
		str_near_try(&near, str_of(reason_code(r)));
	diag_add(in->diags,
		 near.best.len ? DIAG_UNKNOWN_REASON_NEAR : DIAG_UNKNOWN_REASON,
		 code.at, ARGS(code.str, (struct str){ 0 }, near.best));
}

static void check_covers(const struct intake *in, struct texts covers)
{
	for (size_t i = 0; i < covers.count; i++)
		check_reason(in, covers.list[i]);
}

static void check_waiver_dates(const struct intake *in, const struct waiver *w)
{
	static const struct duration longest = { WAIVER_YEARS, SPAN_YEARS };

	if (w->expires.last < w->decided.last)
		diag_add(in->diags, DIAG_WAIVER_DATES, w->at, NO_ARGS);
	else if (date_before(w->expires.last, longest) > w->decided.last)
		diag_add(in->diags, DIAG_WAIVER_LONG, w->at, NO_ARGS);
}

static void read_waiver(const struct intake *in, const struct node *n,
			struct inventory *v)
{
	struct fields_reader reader = { in->arena, in->diags };
	struct waiver w = { 0 };
	size_t before = in->diags->errors;

	if (fields_read(&reader, n, &waiver_set, &w)) {
		check_filled(in, "owner", w.owner, w.at);
		check_filled(in, "approver", w.approver, w.at);
		check_filled(in, "reason", w.reason, w.at);
		check_waiver_dates(in, &w);
	}
	if (n->kind == NODE_MAP) {
		check_target(in, v, &w.of, w.at);
		check_covers(in, w.covers);
	}
	if (in->diags->errors == before)
		v->decisions.waivers.list[v->decisions.waivers.count++] = w;
}

static void read_judgement(const struct intake *in, const struct node *n,
			   struct inventory *v)
{
	struct fields_reader reader = { in->arena, in->diags };
	struct opinion o = { 0 };
	size_t before = in->diags->errors;

	if (fields_read(&reader, n, &judgement_set, &o)) {
		check_filled(in, "why", o.why, o.at);
		check_filled(in, "by", o.by, o.at);
	}
	if (n->kind == NODE_MAP)
		check_target(in, v, &o.of, o.at);
	/* A judgement answers one question, not all of a rule. */
	if (o.of.rule.str.len && !o.of.part.str.len)
		diag_add(in->diags, DIAG_MISSING_KEY, o.at,
			 ARGS(STR("part"), str_of(judgement_set.name)));
	if (in->diags->errors == before)
		v->decisions.opinions.list[v->decisions.opinions.count++] = o;
}

/* The list itself, or the value of the one key that is the file's name. */
static const struct node *entries(const struct intake *in, const struct node *n,
				  const char *key)
{
	static const char *const type = DIAG_WORD("a list of maps");
	struct str name = str_of(key);

	if (n->kind == NODE_MAP && n->count == 1 && node_get(n, name))
		n = node_get(n, name);
	if (n->kind != NODE_LIST) {
		diag_add(in->diags, DIAG_WRONG_TYPE, n->at,
			 ARGS(name, str_of(type)));
		return NULL;
	}
	if (n->count > DECISIONS_COUNT) {
		static const char *const many = DIAG_WORD("entries");

		diag_add(in->diags, DIAG_TOO_MANY, n->at,
			 ARGS(STR("10000"), str_of(many)));
		return NULL;
	}
	return n;
}

void waivers_from_node(const struct intake *in, const struct node *n,
		       struct inventory *v)
{
	size_t before = in->diags->errors;

	n = entries(in, n, "waivers");
	if (n)
		v->decisions.waivers.list = arena_array(in->arena,
							struct waiver, n->count);
	for (const struct node *c = n ? n->first : NULL; c; c = c->next)
		read_waiver(in, c, v);
	v->decisions.incomplete |= in->diags->errors != before;
}

void judgements_from_node(const struct intake *in, const struct node *n,
			  struct inventory *v)
{
	size_t before = in->diags->errors;

	n = entries(in, n, "judgements");
	if (n)
		v->decisions.opinions.list = arena_array(
			in->arena, struct opinion, n->count);
	for (const struct node *c = n ? n->first : NULL; c; c = c->next)
		read_judgement(in, c, v);
	v->decisions.incomplete |= in->diags->errors != before;
}

static void load_file(const struct intake *in, const char *path,
		      struct inventory *v,
		      void (*read)(const struct intake *, const struct node *,
				   struct inventory *))
{
	struct str text = { 0 };
	size_t before = in->diags->errors;
	const struct node *n = NULL;

	if (!file_exists(path))
		return;
	if (diag_read_file(in->arena, in->diags, path, DECISIONS_MAX, &text))
		n = node_read(in->arena, in->diags, str_of(path), text);
	/* A key given twice is an error, though the tree can be read. */
	if (n && in->diags->errors == before)
		read(in, n, v);
	v->decisions.incomplete |= in->diags->errors != before;
}

void decisions_load(const struct intake *in, const char *folder,
		    struct inventory *v)
{
	load_file(in, file_join(in->arena, folder, STR(WAIVERS_FILE)), v,
		  waivers_from_node);
	load_file(in, file_join(in->arena, folder, STR(JUDGEMENTS_FILE)), v,
		  judgements_from_node);
}
