/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/cmd.h"
#include "render/render.h"

/* What commands that assess share: where reports go, and how many threads. */

#define OUTPUTS_MAX 16

struct output {
	const struct renderer *renderer;
	const char *path; /* "-": stdout */
};

struct outputs {
	struct output list[OUTPUTS_MAX];
	size_t count;
};

#define CMD_OUTPUT_OPTION                                                   \
	{                                                                   \
		.name = "output", .letter = 'o', .arg = "FORMAT[=FILE]",    \
		.many = true,                                               \
		.about = N_("text or json, to a file or to stdout; repeat " \
			    "for several")                                  \
	}
#define CMD_AS_OF_OPTION                                                      \
	{                                                                     \
		.name = "as-of", .arg = "DATE",                               \
		.about = N_("the day the assessment speaks about; wins over " \
			    "the inventory's")                                \
	}
#define CMD_JOBS_OPTION                                                   \
	{                                                                 \
		.name = "jobs", .letter = 'j', .arg = "N",                \
		.about = N_("threads over municipalities; the result is " \
			    "the same")                                   \
	}

/* From -o, or text to stdout; an exit code. */
int outputs_read(struct cmd *c, struct outputs *ret_outputs);

/* How an output looks that goes there. */
struct render_style output_style(const struct cmd *c, const struct output *o);

/* Writes it there; false, with a message, where it could not be. */
bool output_write(struct cmd *c, const struct output *o, const struct buf *b);

/* From --jobs and --as-of; an exit code. */
int cmd_read_jobs(struct cmd *c, unsigned *ret_jobs);
int cmd_read_as_of(struct cmd *c, struct date *ret_as_of);

#endif
