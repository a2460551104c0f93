/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * inventory.yaml → struct inventory: the tables read the keys, then ids are
 * checked against each other and the texts of documents are fetched.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "diag/input.h"
#include "intake/content.h"
#include "intake/decisions.h"
#include "intake/earlier.h"
#include "intake/intake.h"
#include "intake/inventory_fields.h"
#include "model/rule.h"

struct ids {
	struct text *list; /* sorted by id, then by place */
	size_t count;
};

static int by_id(const void *a, const void *b)
{
	const struct text *x = a, *y = b;
	int c = str_cmp(x->str, y->str);

	if (!c)
		c = (x->at.line > y->at.line) - (x->at.line < y->at.line);
	return c;
}

static void sort_ids(const struct intake *in, struct ids *ids)
{
	if (ids->count)
		qsort(ids->list, ids->count, sizeof(*ids->list), by_id);
	for (size_t i = 1; i < ids->count; i++)
		if (ids->list[i].str.len &&
		    str_eq(ids->list[i - 1].str, ids->list[i].str))
			diag_add(in->diags, DIAG_DUPLICATE_ID, ids->list[i].at,
				 ARGS(ids->list[i].str));
}

static bool has_id(const struct ids *ids, struct str id)
{
	size_t low = 0, high = ids->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(ids->list[mid].str, id);

		if (c == 0)
			return true;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

static void check_id(const struct intake *in, const struct ids *ids,
		     const char *what, struct text id)
{
	struct str_near near;

	if (!id.str.len || has_id(ids, id.str))
		return;
	str_near_start(&near, id.str);
	/* In a list of thousands a near id is chance, not a slip. */
	for (size_t i = 0; i < ids->count && ids->count <= 1000; i++)
		str_near_try(&near, ids->list[i].str);
	diag_add(in->diags,
		 near.best.len ? DIAG_UNKNOWN_ID_NEAR : DIAG_UNKNOWN_ID, id.at,
		 ARGS(id.str, str_of(what), near.best));
}

static void check_ids(const struct intake *in, const struct ids *ids,
		      const char *what, struct texts list)
{
	for (size_t i = 0; i < list.count; i++)
		check_id(in, ids, what, list.list[i]);
}

static struct ids make_ids(const struct intake *in, size_t room)
{
	return (struct ids){ arena_array(in->arena, struct text, room), 0 };
}

/* All ids of one kind, sorted, with a message for each double. */
struct all_ids {
	struct ids subjects; /* systems and suppliers: `about` names both */
	struct ids systems;
	struct ids suppliers;
	struct ids documents;
	struct ids processes;
};

static void collect(const struct intake *in, const struct inventory *v,
		    struct all_ids *a)
{
	a->subjects = make_ids(in, v->systems.count + v->suppliers.count);
	a->systems = make_ids(in, v->systems.count);
	a->suppliers = make_ids(in, v->suppliers.count);
	a->documents = make_ids(in, v->documents.count);
	a->processes = make_ids(in, v->processes.count);
	for (size_t i = 0; i < v->systems.count; i++) {
		a->systems.list[a->systems.count++] = v->systems.list[i].id;
		a->subjects.list[a->subjects.count++] = v->systems.list[i].id;
	}
	for (size_t i = 0; i < v->suppliers.count; i++) {
		a->suppliers.list[a->suppliers.count++] = v->suppliers.list[i].id;
		a->subjects.list[a->subjects.count++] = v->suppliers.list[i].id;
	}
	for (size_t i = 0; i < v->documents.count; i++)
		a->documents.list[a->documents.count++] = v->documents.list[i].id;
	for (size_t i = 0; i < v->processes.count; i++)
		a->processes.list[a->processes.count++] = v->processes.list[i].id;
	sort_ids(in, &a->subjects);
	sort_ids(in, &a->systems);
	sort_ids(in, &a->suppliers);
	sort_ids(in, &a->documents);
	sort_ids(in, &a->processes);
}

static const char *const what_subject = DIAG_WORD("system or supplier");
static const char *const what_system = DIAG_WORD("system");
static const char *const what_supplier = DIAG_WORD("supplier");
static const char *const what_document = DIAG_WORD("document");

static void check_references(const struct intake *in, const struct inventory *v)
{
	struct all_ids a;

	collect(in, v, &a);
	for (size_t i = 0; i < v->systems.count; i++)
		check_id(in, &a.suppliers, what_supplier,
			 v->systems.list[i].supplier);
	for (size_t i = 0; i < v->documents.count; i++) {
		const struct document *d = &v->documents.list[i];

		check_ids(in, &a.subjects, what_subject, d->about);
		check_ids(in, &a.suppliers, what_supplier, d->binds);
		check_ids(in, &a.suppliers, what_supplier, d->agreed_with);
	}
	for (size_t i = 0; i < v->processes.count; i++) {
		check_ids(in, &a.subjects, what_subject,
			  v->processes.list[i].about);
		check_id(in, &a.documents, what_document,
			 v->processes.list[i].source);
	}
	for (size_t i = 0; i < v->claims.count; i++) {
		check_ids(in, &a.subjects, what_subject, v->claims.list[i].about);
		check_ids(in, &a.documents, what_document,
			  v->claims.list[i].proof);
	}
	/* A system of a saved run may be gone now. */
	for (size_t i = 0; i < v->earlier.count; i++)
		if (v->earlier.list[i].at.line)
			check_ids(in, &a.subjects, what_subject,
				  v->earlier.list[i].about);
	check_ids(in, &a.systems, what_system, v->scope.systems);
}

static void check_areas(const struct intake *in, const struct inventory *v)
{
	for (size_t i = 0; i < v->scope.areas.count; i++) {
		struct text area = v->scope.areas.list[i];

		if (words_find(area_words, area.str) == area_words.count)
			fields_unknown_word(in->diags, area, area_words);
	}
}

/* `received`: a date, or false for what was only mentioned. */
static void read_received(const struct intake *in, const struct node *n,
			  struct document *d)
{
	if (!n)
		return;
	if (n->kind == NODE_SCALAR && str_eq(n->text, STR("false")))
		d->received = CHOICE_NO;
	else if (n->kind == NODE_SCALAR && str_eq(n->text, STR("true")))
		d->received = CHOICE_YES;
	else if (n->kind != NODE_SCALAR || !date_parse(n->text, &d->received_on))
		diag_add(in->diags, DIAG_BAD_DATE, n->at, ARGS(n->text));
}

static bool is_list(const struct intake *in, const struct node *n)
{
	static const char *const type = DIAG_WORD("a list of maps");

	if (n->kind == NODE_LIST)
		return true;
	diag_add(in->diags, DIAG_WRONG_TYPE, n->at, ARGS(n->key, str_of(type)));
	return false;
}

static void read_documents(const struct intake *in, const struct node *n,
			   struct inventory *v)
{
	struct fields_reader reader = { in->arena, in->diags };

	if (!n || !is_list(in, n))
		return;
	if (n->count > DOCUMENTS_MAX) {
		static const char *const documents = DIAG_WORD("documents");

		diag_add(in->diags, DIAG_TOO_MANY, n->at,
			 ARGS(STR("200000"), str_of(documents)));
		return;
	}
	v->documents.list = arena_array(in->arena, struct document, n->count);
	for (const struct node *c = n->first; c; c = c->next) {
		struct raw_document raw = { 0 };

		fields_read(&reader, c, &document_set, &raw);
		read_received(in, raw.received, &raw.document);
		v->documents.list[v->documents.count++] = raw.document;
	}
}

/* The whole day an assessment speaks about: the last one of the interval. */
static void set_as_of(const struct intake *in, const struct node *n,
		      struct inventory *v)
{
	if (in->as_of.known)
		v->as_of = in->as_of;
	if (!v->as_of.known && !node_get(n, STR("as_of")))
		diag_add(in->diags, DIAG_NO_AS_OF, v->at, NO_ARGS);
	v->as_of.first = v->as_of.last;
}

static struct inventory *load(const struct intake *in, const struct node *n,
			      const struct fields *set, struct str source,
			      const char *folder)
{
	struct fields_reader reader = { in->arena, in->diags };
	struct raw_inventory *raw = arena_new(in->arena, struct raw_inventory);
	struct inventory *v = &raw->inventory;
	const struct node *version;
	size_t before = in->diags->errors;

	fields_read(&reader, n, set, raw);
	if (n->kind != NODE_MAP)
		return NULL;
	v->source = source;
	version = node_get(n, STR("inventory"));
	if (v->version > 1)
		diag_add(in->diags, DIAG_BAD_VERSION, version->at,
			 ARGS(version->text));
	read_documents(in, raw->documents, v);
	set_as_of(in, n, v);
	earlier_fetch(in, raw->earlier, folder, v);
	check_references(in, v);
	check_areas(in, v);
	if (in->diags->errors != before)
		return NULL;
	for (size_t i = 0; i < v->documents.count; i++)
		content_fetch(in, folder, v, &v->documents.list[i]);
	return in->diags->errors == before ? v : NULL;
}

const struct inventory *inventory_load(const struct intake *in, const char *folder)
{
	const char *path = file_join(in->arena, folder, STR(INVENTORY_FILE));
	struct str file = str_of(path), text = { 0 };
	struct inventory *v = NULL;
	size_t before = in->diags->errors;
	const struct node *n;

	if (!diag_read_file(in->arena, in->diags, path, INVENTORY_MAX, &text))
		return NULL;
	n = node_read(in->arena, in->diags, file, text);
	if (n)
		v = load(in, n, &inventory_set, text, folder);
	/* A key given twice is an error, though the tree can be read. */
	if (in->diags->errors != before || !v)
		return NULL;
	decisions_load(in, folder, v);
	return v;
}

const struct inventory *inventory_from_node(const struct intake *in,
					    const struct node *n,
					    struct str source)
{
	return load(in, n, &given_set, source, NULL);
}
