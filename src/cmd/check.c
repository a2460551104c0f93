/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "batch/batch.h"
#include "cmd/cmd.h"
#include "cmd/gate.h"
#include "render/render.h"

#define MAX_OUTPUTS 16
#define MAX_JOBS 256

const struct opt check_options[CHECK_OPTIONS] = {
	{ .name = "output",
	  .letter = 'o',
	  .arg = "FORMAT[=FILE]",
	  .about = N_("text or json, to a file or to stdout; repeat for "
		      "several"),
	  .many = true },
	{ .name = "as-of",
	  .arg = "DATE",
	  .about = N_("the day the assessment speaks about; wins over the "
		      "inventory's") },
	CMD_RULES_OPTION,
	{ .name = "fail-on",
	  .arg = "[new:|worse:]LEVEL",
	  .about = N_("end with 1 on findings of short, medium or long "
		      "priority, on unknown, or never; short when left out") },
	{ .name = "jobs",
	  .letter = 'j',
	  .arg = "N",
	  .about = N_("threads over municipalities; the result is the same") },
	{ .name = "strict",
	  .about = N_("end with 3 where a document could not be read") },
	{ .name = "verbose",
	  .letter = 'v',
	  .about = N_("show what is met as well") },
};

struct output {
	const struct renderer *renderer;
	const char *path; /* "-": stdout */
};

struct job {
	struct cmd *cmd;
	struct output outputs[MAX_OUTPUTS];
	size_t output_count;
	struct gate gate;
	struct batch_options options;
	struct batch batch;
	bool many; /* folders asked for, even where one was skipped */
};

static int add_output(struct job *j, const char *text)
{
	struct str s = str_of(text), name;
	struct output *o = &j->outputs[j->output_count];

	str_cut(&s, '=', &name);
	o->renderer = renderer_find(name);
	if (!o->renderer)
		return cmd_usage(j->cmd,
				 N_("there is no format {1}; there are text "
				    "and json"),
				 text);
	o->path = s.ptr ? (s.len ? s.ptr : "") : "-";
	if (!*o->path)
		return cmd_usage(j->cmd, N_("{1} names no file"), text);
	for (size_t i = 0; i < j->output_count; i++)
		if (strcmp(j->outputs[i].path, o->path) == 0)
			return cmd_usage(j->cmd,
					 N_("two outputs would go to the same place: "
					    "{1}"),
					 text);
	j->output_count++;
	return EXIT_CLEAN;
}

static int read_outputs(struct job *j)
{
	size_t count = 0;
	const char *const *list = opts_all(&j->cmd->arena, &j->cmd->opts,
					   "output", &count);

	if (count > MAX_OUTPUTS)
		return cmd_usage(j->cmd, N_("at most 16 outputs at once"), NULL);
	for (size_t i = 0; i < count; i++) {
		int code = add_output(j, list[i]);

		if (code != EXIT_CLEAN)
			return code;
	}
	return count ? EXIT_CLEAN : add_output(j, "text");
}

static int read_jobs(struct job *j)
{
	const char *text = opts_get(&j->cmd->opts, "jobs");
	char *end = NULL;
	long n;

	j->options.jobs = 1;
	if (!text)
		return EXIT_CLEAN;
	n = strtol(text, &end, 10);
	if (!*text || *end || n < 0 || n > MAX_JOBS)
		return cmd_usage(j->cmd,
				 N_("--jobs is a number from 0 to 256, not "
				    "{1}"),
				 text);
	if (n == 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	j->options.jobs = n > 0 ? (unsigned)n : 1;
	return EXIT_CLEAN;
}

static int read_options(struct job *j)
{
	const struct opts *o = &j->cmd->opts;
	const char *as_of = opts_get(o, "as-of");
	const char *fail_on = opts_get(o, "fail-on");
	int code;

	if (as_of && !date_parse(str_of(as_of), &j->options.as_of))
		return cmd_usage(j->cmd,
				 N_("--as-of is a date as 2025-02-10, not "
				    "{1}"),
				 as_of);
	if (fail_on && !gate_parse(fail_on, &j->gate))
		return cmd_usage(j->cmd,
				 N_("--fail-on is short, medium, long, unknown "
				    "or never, with new: or worse: before it, "
				    "not {1}"),
				 fail_on);
	code = read_jobs(j);
	return code != EXIT_CLEAN ? code : read_outputs(j);
}

/* Render and write every output; false where one could not be. */
static bool write_outputs(struct job *j, const struct assessment *const *list,
			  size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < j->output_count; i++) {
		const struct output *o = &j->outputs[i];
		bool to_stdout = strcmp(o->path, "-") == 0;
		struct render_style style = {
			.lang = j->cmd->lang,
			.color = to_stdout && j->cmd->color_out,
			.width = to_stdout ? cmd_width() : 80,
			.verbose = opts_get(&j->cmd->opts, "verbose") != NULL,
			.program = "liskoll " VERSION,
			.many = j->many,
		};
		struct buf b = { 0 };

		o->renderer->write(&b, list, count, &style);
		ok = buf_ok(&b) && cmd_write(j->cmd, o->path, buf_str(&b)) && ok;
		buf_release(&b);
	}
	return ok;
}

static int finish(struct job *j)
{
	const struct assessment **list = arena_alloc(
		&j->cmd->arena, j->batch.count + 1, sizeof(void *),
		sizeof(void *));
	size_t count = 0, tripped = 0, unread = 0;

	for (size_t i = 0; i < j->batch.count; i++) {
		diag_join(&j->cmd->diags, &j->batch.items[i].diags);
		if (!j->batch.items[i].assessment)
			continue;
		list[count++] = j->batch.items[i].assessment;
		unread += list[count - 1]->unread_count;
		tripped += gate_count(&j->gate, list[count - 1]);
	}
	if (count && !write_outputs(j, list, count))
		return EXIT_MACHINE;
	if (j->batch.incomplete || !count)
		return EXIT_INCOMPLETE;
	if (unread && opts_get(&j->cmd->opts, "strict"))
		return EXIT_INCOMPLETE;
	return tripped ? EXIT_FOUND : EXIT_CLEAN;
}

int cmd_check(struct cmd *c)
{
	static const char *const here = ".";
	struct job j = { .cmd = c };
	int code = read_options(&j);

	if (code != EXIT_CLEAN)
		return code;
	j.options.rules = cmd_load_rules(c);
	if (!j.options.rules)
		return EXIT_INCOMPLETE;
	batch_find(&c->arena, &c->diags,
		   c->opts.rest_count ? c->opts.rest : &here,
		   c->opts.rest_count ? c->opts.rest_count : 1, &j.batch);
	j.many = j.batch.count > 1;
	batch_run(&j.batch, &j.options);
	code = finish(&j);
	cmd_print_diags(c);
	batch_release(&j.batch);
	return code;
}
