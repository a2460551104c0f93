/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/outputs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

#define MAX_JOBS 256

static int add_output(struct cmd *c, struct outputs *outputs, const char *text)
{
	struct str s = str_of(text), name;
	struct output *o = &outputs->list[outputs->count];

	str_cut(&s, '=', &name);
	o->renderer = renderer_find(name);
	if (!o->renderer)
		return cmd_usage(c,
				 N_("there is no format {1}; there are text "
				    "and json"),
				 text);
	o->path = s.ptr ? (s.len ? s.ptr : "") : "-";
	if (!*o->path)
		return cmd_usage(c, N_("{1} names no file"), text);
	for (size_t i = 0; i < outputs->count; i++)
		if (strcmp(outputs->list[i].path, o->path) == 0)
			return cmd_usage(c,
					 N_("two outputs would go to the same place: "
					    "{1}"),
					 text);
	outputs->count++;
	return EXIT_CLEAN;
}

int outputs_read(struct cmd *c, struct outputs *ret_outputs)
{
	size_t count = 0;
	const char *const *list = opts_all(&c->arena, &c->opts, "output", &count);

	*ret_outputs = (struct outputs){ .count = 0 };
	if (count > OUTPUTS_MAX)
		return cmd_usage(c, N_("at most 16 outputs at once"), NULL);
	for (size_t i = 0; i < count; i++) {
		int code = add_output(c, ret_outputs, list[i]);

		if (code != EXIT_CLEAN)
			return code;
	}
	return count ? EXIT_CLEAN : add_output(c, ret_outputs, "text");
}

int cmd_read_jobs(struct cmd *c, unsigned *ret_jobs)
{
	const char *text = opts_get(&c->opts, "jobs");
	char *end = NULL;
	long n;

	*ret_jobs = 1;
	if (!text)
		return EXIT_CLEAN;
	n = strtol(text, &end, 10);
	if (!*text || *end || n < 0 || n > MAX_JOBS)
		return cmd_usage(c,
				 N_("--jobs is a number from 0 to 256, not "
				    "{1}"),
				 text);
	if (n == 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	*ret_jobs = n > 0 ? (unsigned)n : 1;
	return EXIT_CLEAN;
}

int cmd_read_as_of(struct cmd *c, struct date *ret_as_of)
{
	const char *as_of = opts_get(&c->opts, "as-of");

	if (as_of && !date_parse(str_of(as_of), ret_as_of))
		return cmd_usage(c,
				 N_("--as-of is a date as 2025-02-10, not "
				    "{1}"),
				 as_of);
	return EXIT_CLEAN;
}

static bool is_stdout(const struct output *o)
{
	return strcmp(o->path, "-") == 0;
}

struct render_style output_style(const struct cmd *c, const struct output *o)
{
	return (struct render_style){
		.lang = c->lang,
		.color = is_stdout(o) && c->color_out,
		.width = is_stdout(o) ? cmd_width() : 80,
		.verbose = opts_get(&c->opts, "verbose") != NULL,
		.program = "liskoll " VERSION,
	};
}

bool output_write(struct cmd *c, const struct output *o, const struct buf *b)
{
	return buf_ok(b) && cmd_write(c, o->path, buf_str(b));
}
