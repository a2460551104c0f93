/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Who is judged, and what concerns whom.  That is sorted out once, so that
 * a rule about each of five hundred systems does not look through all that
 * was received for every one of them.
 */
#include "assess/subject.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* A word by which `about` can name a subject: its id, or its supplier's. */
struct handle {
	struct str name;
	struct subject *subject;
};

struct handles {
	struct handle *list; /* sorted by name, then by subject */
	size_t count;
};

void numbers_add(struct arena *a, struct numbers *n, uint32_t number)
{
	/* A paper about a system and about its supplier counts once. */
	if (n->count && n->list[n->count - 1] == number)
		return;
	if (n->count == n->room) {
		size_t room = n->room ? 2 * n->room : 8;
		uint32_t *list = arena_array(a, uint32_t, room);

		if (n->count)
			memcpy(list, n->list, n->count * sizeof(*list));
		n->list = list;
		n->room = room;
	}
	n->list[n->count++] = number;
}

static int by_name(const void *a, const void *b)
{
	const struct handle *x = a, *y = b;
	int c = str_cmp(x->name, y->name);

	return c ? c : (x->subject > y->subject) - (x->subject < y->subject);
}

static struct handles handles_of(struct arena *a, struct subjects *s)
{
	struct handles h = { arena_array(a, struct handle, 2 * s->count), 0 };

	for (size_t i = 0; i < s->count; i++) {
		struct subject *subject = &s->list[i];

		h.list[h.count++] = (struct handle){ subject->id, subject };
		if (subject->supplier.len)
			h.list[h.count++] = (struct handle){ subject->supplier,
							     subject };
	}
	if (h.count)
		qsort(h.list, h.count, sizeof(*h.list), by_name);
	return h;
}

/* The first handle of that name, or the count. */
static size_t find_handle(const struct handles *h, struct str name)
{
	size_t low = 0, high = h->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (str_cmp(h->list[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void file_under(struct arena *a, const struct handles *h,
		       struct texts about, uint32_t number, bool is_document)
{
	for (size_t k = 0; k < about.count; k++) {
		struct str name = about.list[k].str;
		size_t i = find_handle(h, name);

		for (; i < h->count && str_eq(h->list[i].name, name); i++) {
			struct docket *own = &h->list[i].subject->own;

			numbers_add(a,
				    is_document ? &own->documents
						: &own->processes,
				    number);
		}
	}
}

static bool was_received(const struct read_document *d)
{
	return d->document->received != CHOICE_NO;
}

static void fill_dockets(struct arena *a, const struct matches *m,
			 struct subjects *s)
{
	struct handles h = handles_of(a, s);
	const struct inventory *v = m->inventory;

	for (size_t i = 0; i < v->documents.count; i++)
		if (was_received(&m->documents[i]))
			file_under(a, &h, m->documents[i].about, (uint32_t)i,
				   true);
	for (size_t i = 0; i < v->processes.count; i++)
		file_under(a, &h, m->processes[i].about, (uint32_t)i, false);
}

struct docket docket_of_all(struct arena *a, const struct matches *m)
{
	const struct inventory *v = m->inventory;
	struct docket all = { 0 };

	for (size_t i = 0; i < v->documents.count; i++)
		if (was_received(&m->documents[i]) && !m->documents[i].about.count)
			numbers_add(a, &all.documents, (uint32_t)i);
	for (size_t i = 0; i < v->processes.count; i++)
		if (!m->processes[i].about.count)
			numbers_add(a, &all.processes, (uint32_t)i);
	return all;
}

static void add_systems(const struct inventory *v, struct subjects *s)
{
	for (size_t i = 0; i < v->systems.count; i++) {
		const struct system *y = &v->systems.list[i];

		if (!v->scope.systems.count ||
		    texts_hold(v->scope.systems, y->id.str))
			s->list[s->count++] = (struct subject){
				.kind = SUBJECT_SYSTEM,
				.id = y->id.str,
				.name = y->name.str,
				.supplier = y->supplier.str,
			};
	}
}

static void add_suppliers(const struct inventory *v, struct subjects *s)
{
	for (size_t i = 0; i < v->suppliers.count; i++)
		s->list[s->count++] = (struct subject){
			.kind = SUBJECT_SUPPLIER,
			.id = v->suppliers.list[i].id.str,
			.name = v->suppliers.list[i].name.str,
		};
}

struct subjects subjects_of(struct arena *a, const struct matches *m,
			    enum subject_kind kind)
{
	const struct inventory *v = m->inventory;
	size_t room = v->systems.count + v->suppliers.count + 1;
	struct subjects s = { arena_array(a, struct subject, room), 0 };

	switch (kind) {
	case SUBJECT_ORGANISATION:
		s.list[s.count++].kind = kind;
		return s;
	case SUBJECT_SYSTEM:
		add_systems(v, &s);
		break;
	case SUBJECT_SUPPLIER:
		add_suppliers(v, &s);
		break;
	case SUBJECT_KINDS:
		break;
	}
	fill_dockets(a, m, &s);
	return s;
}

bool subject_concerned(const struct subject *s, struct texts about)
{
	if (!about.count)
		return !s->alone;
	if (!s->id.len)
		return false;
	return texts_hold(about, s->id) ||
	       (s->supplier.len && texts_hold(about, s->supplier));
}

bool walk_next(struct walk *w, uint32_t *ret_number)
{
	bool left[2];
	size_t next;

	for (size_t i = 0; i < 2; i++)
		left[i] = w->at[i] < w->lists[i]->count;
	if (!left[0] && !left[1])
		return false;
	next = !left[0] || (left[1] && w->lists[1]->list[w->at[1]] <
					       w->lists[0]->list[w->at[0]]);
	*ret_number = w->lists[next]->list[w->at[next]++];
	return true;
}
