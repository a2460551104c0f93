/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_EXPLAIN_H
#define RENDER_EXPLAIN_H

#include "model/assessment.h"

struct buf;
struct render_style;
struct vocab;

/* What is to be explained: a rule alone, or why it came to a verdict. */
struct explanation {
	const struct rule *rule; /* at hand; NULL: none of that version */
	const struct vocab *vocab; /* for examples; NULL: none */
	const struct assessment *assessment; /* NULL: the rule alone */
	const struct result *result;
	const struct part_result *focus; /* of a finding; NULL: all parts */
};

/* Formats of `explain`: one row of the table and one function. */
struct explainer {
	const char *name;
	void (*write)(struct buf *out, const struct explanation *e,
		      const struct render_style *style);
};

/* The format of that name, or NULL. */
const struct explainer *explainer_find(struct str name);

void explain_text(struct buf *out, const struct explanation *e,
		  const struct render_style *style);
void explain_json(struct buf *out, const struct explanation *e,
		  const struct render_style *style);

#endif
