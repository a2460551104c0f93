/* SPDX-License-Identifier: EUPL-1.2 */
#include "intake/earlier.h"

#include "base/arena.h"
#include "intake/content.h"
#include "intake/inventory_fields.h"
#include "saved/earlier.h"

static void wrong_type(const struct intake *in, const struct node *n)
{
	static const char *const type = DIAG_WORD(
		"a list of maps, or the name of a saved run");

	diag_add(in->diags, DIAG_WRONG_TYPE, n->at, ARGS(n->key, str_of(type)));
}

static struct earlier_list read_list(const struct intake *in,
				     const struct node *n)
{
	struct fields_reader reader = { in->arena, in->diags };
	struct earlier_list e = {
		arena_array(in->arena, struct earlier, n->count), 0
	};

	for (const struct node *c = n->first; c; c = c->next)
		fields_read(&reader, c, &earlier_set, &e.list[e.count++]);
	return e;
}

/* What this municipality's assessment among them found. */
static struct earlier_list from_run(const struct intake *in, struct place at,
				    const struct saved *among,
				    const struct inventory *v)
{
	char day[DATE_TEXT];
	const struct assessment *a = earlier_pick(
		in->diags, at, among, v->municipality.code.str,
		v->municipality.name.str, str_of(date_text(v->as_of.last, day)));

	return a ? earlier_of(in->arena, a) : (struct earlier_list){ 0 };
}

static struct earlier_list read_run(const struct intake *in, const char *folder,
				    const struct node *n,
				    const struct inventory *v)
{
	struct earlier_list none = { 0 };
	struct saved saved;
	const char *path;

	if (!folder) {
		wrong_type(in, n);
		return none;
	}
	path = content_path(in, folder, (struct text){ n->text, n->at });
	if (!path || !saved_load(in->arena, in->diags, path, &saved))
		return none;
	return from_run(in, n->at, &saved, v);
}

void earlier_fetch(const struct intake *in, const struct node *n,
		   const char *folder, struct inventory *v)
{
	struct earlier_list told = { 0 };

	if (n && n->kind == NODE_MAP)
		wrong_type(in, n);
	else if (n && n->kind == NODE_LIST)
		told = read_list(in, n);
	else if (n && !in->earlier && v->as_of.known)
		told = read_run(in, folder, n, v);
	if (in->earlier && v->as_of.known)
		told = earlier_merge(
			in->arena, in->diags,
			from_run(in, v->municipality.at, in->earlier, v), told);
	v->earlier.list = told.list;
	v->earlier.count = told.count;
}
