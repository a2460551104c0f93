/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/render.h"

static const struct renderer renderers[] = {
	{ "text", N_("for reading in a terminal"), render_text, follow_up_text },
	{ "json", N_("all that is known, for programs and later comparison"),
	  render_json, follow_up_json },
	{ NULL, NULL, NULL, NULL },
};

const struct renderer *renderer_table(void)
{
	return renderers;
}

const struct renderer *renderer_find(struct str name)
{
	for (const struct renderer *r = renderers; r->name; r++)
		if (str_eq(name, str_of(r->name)))
			return r;
	return NULL;
}
