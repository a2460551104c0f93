/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_PROOF_H
#define RENDER_PROOF_H

#include <stddef.h>

#include "diag/diag.h"
#include "model/verdict.h"

struct page;
struct part_result;
struct quotes;

/* Verdicts and what they rest on, as every report for people shows them. */

void proof_say_verdict(struct page *page, enum verdict v);

/* file:line:col */
void proof_say_place(struct page *page, struct place at);

/* A sentence of a document: harmless, and cut where it is very long. */
struct str proof_shorten(struct page *page, struct str s);

/* What the earlier audit found, and what became of it. */
void proof_put_earlier(struct page *page, const struct part_result *p,
		       size_t indent);

#define PROOF_FEW 3 /* in a report */

/* Each with its place and source; beyond `most` only how many more. */
void proof_put_quotes(struct page *page, const struct quotes *quotes,
		      size_t most);
void proof_put_quotes_at(struct page *page, const struct quotes *quotes,
			 size_t most, size_t indent);

#endif
