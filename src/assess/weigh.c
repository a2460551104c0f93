/* SPDX-License-Identifier: EUPL-1.2 */
/* Papers: which of the documents count for a part, and how good they are. */
#include "assess/gather.h"
#include "base/bits.h"

static bool meets(const uint64_t *a, const uint64_t *b, size_t n)
{
	for (size_t i = 0; a && b && i <= n / 64; i++)
		if (a[i] & b[i])
			return true;
	return false;
}

static bool has_type(const struct gathering *g, const struct read_document *d,
		     const uint64_t *types)
{
	return meets(d->types, types, g->bench->vocab->types.count);
}

static bool has_kind(const struct gathering *g, const struct read_document *d,
		     enum doc_kind kind)
{
	const struct vocab *v = g->bench->vocab;

	for (size_t i = 0; i < v->types.count; i++)
		if (bits_get(d->types, i) && v->types.list[i].kind == kind)
			return true;
	return false;
}

static bool title_speaks(const struct read_document *d, size_t topic)
{
	return topic != SIZE_MAX && bits_get(d->title_topics, topic);
}

/* The title says that this is the paper that the part asks for. */
static bool titled(const struct gathering *g, const struct part *p,
		   const struct read_document *d)
{
	if (has_type(g, d, p->types))
		return true;
	if (!title_speaks(d, p->topic_index))
		return false;
	/* A routine about reviews is no record of one, and the reverse. */
	if (p->kind == PART_RECORD)
		return !has_kind(g, d, DOC_GOVERNING);
	return !has_kind(g, d, DOC_RECORD) || (p->accepts & BIT(ACCEPTS_RECORD));
}

static bool listed(const struct part *p, const struct document *d)
{
	return p->kind == PART_ELEMENT && texts_hold(d->elements, p->element.str);
}

/* The parent's paper is this one: then it may hold the element. */
static bool holds_parent(const struct gathering *g, const struct read_document *d)
{
	const struct part *above = g->part->parent;

	if (!above)
		return false;
	if (titled(g, above, d))
		return true;
	for (size_t i = 0; i < d->speech.count; i++)
		if (d->speech.hits[i].topic == above->topic_index)
			return true;
	return false;
}

/*
 * A clause of a contract stands in the contract, or nowhere; and that a
 * guideline demands a plan is no plan.
 */
bool weigh_may_hold(const struct gathering *g, const struct read_document *d)
{
	if (g->part->is_clause)
		return holds_parent(g, d);
	return !g->part->named_only || titled(g, g->part, d) ||
	       has_type(g, d, g->part->containers);
}

static void note_hidden(struct gathering *g, const struct read_document *d)
{
	bool above = holds_parent(g, d);
	struct trail *trail = &g->basis->trail;

	if (!above && !has_type(g, d, g->part->containers))
		return;
	if (d->status == STATUS_SUPERSEDED) {
		trail_graded(trail, d, REASON_SUPERSEDED);
		return;
	}
	if (d->document->state == CONTENT_READ) {
		if (above && d->form == FORM_FULL) {
			g->basis->read_in_full = d;
			trail_graded(trail, d, REASON_ELEMENT_MISSING);
		}
		trail_paper(trail, d, TITLE_ALONE, PASSED_SAYS_NOTHING);
		return;
	}
	trail_graded(trail, d, REASON_NOT_READ);
	basis_better_paper(g->basis, PAPER_HIDDEN, REASON_NOT_READ, d);
}

/* For the trail: it speaks of the topic, but in a way that does not count. */
static void note_spoken(struct gathering *g, const struct read_document *d,
			const struct told *t)
{
	static const enum passed rows[STANCES] = {
		[STANCE_NORM] = PASSED_ONLY_NORM,
		[STANCE_QUESTION] = PASSED_ASKS,
	};
	size_t topic = g->part->topic_index;
	struct trail *trail = &g->basis->trail;

	if (t->paper != PAPER_NONE)
		trail_paper(trail, d, t->clause, PASSED_NO_RECORD);
	for (size_t i = 0; i < d->speech.count; i++) {
		size_t clause = d->speech.hits[i].clause;
		enum stance stance = d->speech.reading.clauses[clause].stance;

		if (d->speech.hits[i].topic == topic && rows[stance])
			trail_paper(trail, d, clause, rows[stance]);
	}
	if (title_speaks(d, topic))
		trail_paper(trail, d, TITLE_ALONE,
			    g->part->kind == PART_RECORD ? PASSED_NO_RECORD
							 : PASSED_ONLY_RECORD);
}

bool weigh_is_titled(const struct gathering *g, const struct read_document *d)
{
	return titled(g, g->part, d) || listed(g->part, d->document);
}

/* For the trail: it would count, had another written it or did it bind. */
static void note_foreign(struct gathering *g, const struct read_document *d)
{
	bool binds = d->document->binds.count || d->document->agreed_with.count;

	if (weigh_is_titled(g, d))
		trail_paper(&g->basis->trail, d, TITLE_ALONE,
			    g->part->binding && !binds ? PASSED_NOT_BINDING
						       : PASSED_OTHER_AUTHOR);
}

static void quote_told(struct gathering *g, const struct read_document *d,
		       const struct told *t)
{
	if (t->paper != PAPER_NONE)
		quote_document(g->bench, &g->basis->quotes, d, t->clause);
	if (t->lack != SAID_NOTHING)
		quote_document(g->bench, &g->basis->quotes, d, t->lack_clause);
}

/* It could not be read, and its title does not tell what it is. */
static bool may_be_anything(const struct read_document *d)
{
	return d->document->state == CONTENT_UNREAD && !d->typed;
}

/*
 * Text alone makes no record; nor does what a routine demands show what is
 * done, where the part takes no documents.
 */
static bool text_shows(const struct gathering *g, const struct read_document *d)
{
	if (g->part->kind == PART_RECORD)
		return false;
	return g->part->kind != PART_STATEMENT ||
	       (g->part->accepts & BIT(ACCEPTS_DOCUMENT)) ||
	       has_kind(g, d, DOC_RECORD);
}

static void weigh_document(struct gathering *g, const struct read_document *d)
{
	struct told t;
	bool by_title;

	if (!paper_counts(g->part, d->document)) {
		note_foreign(g, d);
		return;
	}
	if (!weigh_may_hold(g, d) && !may_be_anything(d))
		return;
	t = told_by(g, &d->speech, true);
	by_title = weigh_is_titled(g, d);
	g->basis->limit |= d->speech.limit;
	if (t.lack != SAID_NOTHING)
		basis_hear(g->basis, t.lack, t.lack_reason, true);
	if (by_title)
		quote_title(g->bench, &g->basis->quotes, d);
	if (by_title && g->performed)
		g->performed[g->performed_count++] = d->performed;
	if (by_title || (t.paper != PAPER_NONE && text_shows(g, d))) {
		basis_use_paper(g, d, &t);
	} else {
		note_spoken(g, d, &t);
		note_hidden(g, d);
		if (may_be_anything(d)) {
			g->basis->unread = d;
			trail_graded(&g->basis->trail, d, REASON_UNREAD);
		}
	}
	quote_told(g, d, &t);
}

void weigh_documents(struct gathering *g)
{
	struct walk w = { .lists = { &g->subject->own.documents,
				     &docket_besides(g)->documents } };
	uint32_t i;

	while (walk_next(&w, &i))
		weigh_document(g, &g->bench->matches->documents[i]);
}
