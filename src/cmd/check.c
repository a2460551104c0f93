/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/check.h"

#include "base/buf.h"
#include "batch/batch.h"
#include "cmd/cmd.h"
#include "cmd/gate.h"
#include "cmd/outputs.h"
#include "render/render.h"

const struct opt check_options[CHECK_OPTIONS] = {
	CMD_OUTPUT_OPTION,
	CMD_AS_OF_OPTION,
	CMD_RULES_OPTION,
	{ .name = "fail-on",
	  .arg = "[new:|worse:|remains:]LEVEL",
	  .about = N_("end with 1 on findings of short, medium or long "
		      "priority, on unknown, or never; short when left out") },
	CMD_JOBS_OPTION,
	{ .name = "strict",
	  .about = N_("end with 3 where a document could not be read") },
	{ .name = "verbose",
	  .letter = 'v',
	  .about = N_("show what is met as well") },
};

struct job {
	struct cmd *cmd;
	struct outputs outputs;
	struct gate gate;
	struct batch_options options;
	struct batch batch;
	bool many; /* folders asked for, even where one was skipped */
};

static int read_options(struct job *j)
{
	const struct opts *o = &j->cmd->opts;
	const char *fail_on = opts_get(o, "fail-on");
	int code;

	code = cmd_read_as_of(j->cmd, &j->options.as_of);
	if (code != EXIT_CLEAN)
		return code;
	if (fail_on && !gate_parse(fail_on, &j->gate))
		return cmd_usage(j->cmd,
				 N_("--fail-on is short, medium, long, unknown "
				    "or never, with new:, worse: or remains: "
				    "before it, not {1}"),
				 fail_on);
	code = cmd_read_jobs(j->cmd, &j->options.jobs);
	return code != EXIT_CLEAN ? code : outputs_read(j->cmd, &j->outputs);
}

/* Render and write every output; false where one could not be. */
static bool write_outputs(struct job *j, const struct assessment *const *list,
			  size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < j->outputs.count; i++) {
		const struct output *o = &j->outputs.list[i];
		struct render_style style = output_style(j->cmd, o);
		struct buf b = { 0 };

		style.many = j->many;
		o->renderer->write(&b, list, count, &style);
		ok = output_write(j->cmd, o, &b) && ok;
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
