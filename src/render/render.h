/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/i18n.h"
#include "base/str.h"

struct assessment;
struct buf;
struct comparison;

/*
 * Assessments in, bytes out.  A format is one row of the table in render.c
 * and one file; it reads the assessments alone, never rules or documents.
 */
struct render_style {
	enum lang lang;
	bool color; /* ANSI colours; only ever for a terminal */
	size_t width; /* columns to wrap at */
	unsigned verbose; /* 1: what is met as well */
	const char *program; /* "liskoll 0.1.0" */
	bool many; /* several were asked for, even if one could be assessed */
};

struct renderer {
	const char *name;
	const char *about; /* for the help; N_() */
	void (*write)(struct buf *out, const struct assessment *const *list,
		      size_t count, const struct render_style *style);
	/* The same of a follow-up; NULL: not in this format. */
	void (*follow_up)(struct buf *out, const struct comparison *const *list,
			  size_t count, const struct render_style *style);
};

/* The renderer of that name, or NULL. */
const struct renderer *renderer_find(struct str name);

/* All of them, ended by one with a NULL name. */
const struct renderer *renderer_table(void);

void render_text(struct buf *out, const struct assessment *const *list,
		 size_t count, const struct render_style *style);
void render_json(struct buf *out, const struct assessment *const *list,
		 size_t count, const struct render_style *style);
void follow_up_text(struct buf *out, const struct comparison *const *list,
		    size_t count, const struct render_style *style);
void follow_up_json(struct buf *out, const struct comparison *const *list,
		    size_t count, const struct render_style *style);

#endif
