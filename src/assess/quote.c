/* SPDX-License-Identifier: EUPL-1.2 */
#include "assess/basis.h"
#include "base/arena.h"
#include "diag/place.h"
#include "yaml/node.h"

static void add(const struct bench *b, struct quotes *q, struct quote quote)
{
	if (!q->list)
		q->list = arena_array(b->arena, struct quote, QUOTES_MAX);
	for (size_t i = 0; i < q->count; i++)
		if (str_eq(q->list[i].source, quote.source) &&
		    str_eq(q->list[i].text, quote.text))
			return;
	if (q->count < QUOTES_MAX)
		q->list[q->count++] = quote;
}

void quote_title(const struct bench *b, struct quotes *q,
		 const struct read_document *d)
{
	const struct text *title = &d->document->title;

	add(b, q,
	    (struct quote){ .source = d->document->id.str,
			    .title = title->str,
			    .at = title->at,
			    .text = title->str,
			    .stance = STANCE_AFFIRMED });
}

static struct quote quote_clause(const struct speech *s, size_t clause)
{
	const struct clause *c = &s->reading.clauses[clause];

	return (struct quote){ .text = s->reading.sentences[c->sentence].text,
			       .stance = c->stance,
			       .hedged = c->hedged };
}

/* The byte of the text as it was read where the clause's sentence begins. */
static size_t sentence_byte(const struct speech *s, size_t clause)
{
	const struct reading *r = &s->reading;

	return r->origin[r->sentences[r->clauses[clause].sentence].start];
}

void quote_document(const struct bench *b, struct quotes *q,
		    const struct read_document *d, size_t clause)
{
	struct quote quote = quote_clause(&d->speech, clause);
	size_t at = sentence_byte(&d->speech, clause);
	const struct document *doc = d->document;
	struct str nfc = d->speech.reading.nfc;

	quote.source = doc->id.str;
	quote.title = doc->title.str;
	if (doc->in_scalar)
		quote.at = node_place_within(doc->source, doc->place, nfc, at);
	else
		quote.at = place_advance(doc->source, doc->place,
					 place_letters(nfc, at));
	add(b, q, quote);
}

void quote_process(const struct bench *b, struct quotes *q,
		   const struct read_process *p, size_t clause)
{
	struct quote quote = quote_clause(&p->speech, clause);
	const struct text *text = &p->process->text;

	quote.source = p->process->id.str;
	if (p->source)
		quote.title = p->source->title.str;
	quote.at = node_place_within(b->matches->inventory->source, text->at,
				     p->speech.reading.nfc,
				     sentence_byte(&p->speech, clause));
	add(b, q, quote);
}

void quote_claim(const struct bench *b, struct quotes *q, const struct claim *c)
{
	add(b, q,
	    (struct quote){ .at = c->not_applicable.at,
			    .text = c->not_applicable.str,
			    .stance = STANCE_AFFIRMED });
}
