/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_REMARKS_H
#define RENDER_REMARKS_H

#include "match/remark.h"
#include "render/render.h"

/*
 * How a text was read, remark by remark, for people and as NDJSON: one
 * object a line, `id` only where the text has one.
 */
struct read_text {
	struct str id; /* as its row gave it; ptr NULL: it has none */
	struct str file; /* as messages call it */
	struct str source; /* the text as it came */
	const struct vocab *vocab;
	const struct speech *speech;
	struct remarks remarks;
};

struct remark_style {
	struct render_style render;
	bool why; /* show the words that decided */
};

struct remark_renderer {
	const char *name;
	void (*write)(struct buf *out, const struct read_text *t,
		      const struct remark_style *style);
};

/* The renderer of that name, or NULL. */
const struct remark_renderer *remark_renderer_find(struct str name);

#endif
