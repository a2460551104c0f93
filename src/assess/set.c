/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A set of papers that each must have something: a registration number, a
 * decision, a date.  That a paper has it can be known from its entry or its
 * text; that it lacks it only where its text was read in full, or where the
 * entry says so.
 */
#include "assess/basis.h"
#include "base/bits.h"

enum has {
	HAS_UNKNOWN,
	HAS_NOT,
	HAS,
	HAS_COUNT
};

static enum has known(bool yes, const struct read_document *d)
{
	if (yes)
		return HAS;
	return d->document->state == CONTENT_READ && d->form == FORM_FULL
		       ? HAS_NOT
		       : HAS_UNKNOWN;
}

static enum has has_regno(const struct read_document *d)
{
	if (str_eq(d->document->regno.str, STR("none")))
		return HAS_NOT;
	return known(d->document->regno.str.len || d->facts.registered, d);
}

static enum has has_approval(const struct read_document *d)
{
	return known(d->facts.approved || d->document->approved.date.known, d);
}

static enum has has_date(const struct read_document *d)
{
	return known(d->facts.decided.known || d->facts.revised.known, d);
}

static enum has (*const properties[PROPERTIES])(const struct read_document *) = {
	[PROPERTY_REGNO] = has_regno,
	[PROPERTY_APPROVAL] = has_approval,
	[PROPERTY_DATE] = has_date,
};

/* The least of all that it must have. */
static enum has has_all(const struct part *p, const struct read_document *d)
{
	enum has worst = HAS;

	for (size_t i = 0; i < PROPERTIES; i++) {
		enum has h = HAS;

		if (p->have & BIT(i))
			h = properties[i](d);
		if (h == HAS_NOT)
			return HAS_NOT;
		if (h == HAS_UNKNOWN)
			worst = HAS_UNKNOWN;
	}
	return worst;
}

static bool is_of_set(const struct bench *b, const struct part *p,
		      const struct read_document *d)
{
	if (d->status == STATUS_SUPERSEDED || d->status == STATUS_DRAFT ||
	    d->form == FORM_TEMPLATE || !paper_counts(p, d->document))
		return false;
	for (size_t i = 0; i <= b->vocab->types.count / 64; i++)
		if (d->types[i] & p->types[i])
			return true;
	return false;
}

enum paper paper_set(const struct bench *b, const struct part *p,
		     const struct subject *s, struct quotes *quotes,
		     enum reason *ret_reason)
{
	struct walk w = { .lists = { &s->own.documents, &b->all.documents } };
	size_t count[HAS_COUNT] = { 0 };
	uint32_t i;

	while (walk_next(&w, &i)) {
		const struct read_document *d = &b->matches->documents[i];
		enum has h;

		if (!is_of_set(b, p, d))
			continue;
		h = has_all(p, d);
		count[h]++;
		if (h == HAS_NOT)
			quote_title(b, quotes, d);
	}
	*ret_reason = REASON_UNREGISTERED;
	if (count[HAS_NOT])
		return count[HAS] || count[HAS_UNKNOWN] ? PAPER_FAULTY
							: PAPER_BAD;
	*ret_reason = REASON_NO_INFORMATION;
	if (count[HAS_UNKNOWN])
		return PAPER_HIDDEN;
	*ret_reason = REASON_NONE;
	return count[HAS] ? PAPER_GOOD : PAPER_NONE;
}
