/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * liskoll follow-up [EARLIER] NOW: each side becomes a list of assessments,
 * read back or made now; then those of one municipality are compared.
 */
#include "cmd/follow_up.h"

#include "base/buf.h"
#include "base/file.h"
#include "batch/batch.h"
#include "cmd/cmd.h"
#include "cmd/gate.h"
#include "cmd/outputs.h"
#include "compare/compare.h"
#include "intake/intake.h"
#include "saved/earlier.h"
#include "saved/saved.h"

const struct opt follow_up_options[FOLLOW_UP_OPTIONS] = {
	CMD_OUTPUT_OPTION,
	CMD_AS_OF_OPTION,
	CMD_RULES_OPTION,
	{ .name = "fail-on",
	  .arg = "[new:|worse:|remains:]LEVEL",
	  .about = N_("end with 1 on points that are not mended, or new, of "
		      "short, medium or long priority, on unknown, or never; "
		      "short when left out") },
	CMD_JOBS_OPTION,
	{ .name = "verbose",
	  .letter = 'v',
	  .about = N_("show what is still met with its quotes as well") },
};

/* The assessments of one side. */
struct side {
	const char *path;
	struct saved of;
	struct batch batch; /* of folders */
	bool is_run; /* saved, not made now */
	bool incomplete;
};

struct job {
	struct cmd *cmd;
	struct outputs outputs;
	struct gate gate;
	struct batch_options options;
	struct side then; /* path NULL: what now gives itself */
	struct side now;
	const struct comparison **list;
	size_t count;
	bool incomplete;
};

/* A file that is no inventory is a run that check has saved. */
static bool is_run(const char *path)
{
	return file_exists(path) && !file_is_folder(path) &&
	       !str_ends(str_of(path), STR(INVENTORY_FILE));
}

static int read_paths(struct job *j)
{
	const struct opts *o = &j->cmd->opts;

	if (o->rest_count > 2)
		return cmd_usage(j->cmd,
				 N_("follow-up takes an earlier assessment and "
				    "one of now; there is also {1}"),
				 o->rest[2]);
	j->now.path = o->rest_count ? o->rest[o->rest_count - 1] : ".";
	j->now.is_run = is_run(j->now.path);
	if (o->rest_count == 2) {
		j->then.path = o->rest[0];
		j->then.is_run = is_run(j->then.path);
	}
	if (j->now.is_run && opts_get(o, "as-of"))
		return cmd_usage(j->cmd,
				 N_("--as-of can't change the saved run {1}"),
				 j->now.path);
	return EXIT_CLEAN;
}

static int read_options(struct job *j)
{
	const char *fail_on = opts_get(&j->cmd->opts, "fail-on");
	int code;

	if (fail_on && !gate_parse(fail_on, &j->gate))
		return cmd_usage(j->cmd,
				 N_("--fail-on is short, medium, long, unknown "
				    "or never, with new:, worse: or remains: "
				    "before it, not {1}"),
				 fail_on);
	code = read_paths(j);
	if (code == EXIT_CLEAN)
		code = cmd_read_as_of(j->cmd, &j->options.as_of);
	if (code == EXIT_CLEAN)
		code = cmd_read_jobs(j->cmd, &j->options.jobs);
	return code == EXIT_CLEAN ? outputs_read(j->cmd, &j->outputs) : code;
}

static void assess_side(struct job *j, struct side *s,
			const struct batch_options *options)
{
	struct cmd *c = j->cmd;

	batch_find(&c->arena, &c->diags, &s->path, 1, &s->batch);
	batch_run(&s->batch, options);
	s->of.list = arena_alloc(&c->arena, s->batch.count + 1, sizeof(void *),
				 sizeof(void *));
	for (size_t i = 0; i < s->batch.count; i++) {
		diag_join(&c->diags, &s->batch.items[i].diags);
		if (s->batch.items[i].assessment)
			s->of.list[s->of.count++] = s->batch.items[i].assessment;
	}
	s->incomplete = s->batch.incomplete;
}

/* Either of the two; only that of now speaks of the day that was asked for. */
static void load_side(struct job *j, struct side *s)
{
	struct cmd *c = j->cmd;
	struct batch_options options = j->options;

	if (s == &j->then)
		options.as_of = (struct date){ 0 };
	else if (j->then.path)
		options.earlier = &j->then.of;
	if (s->is_run)
		s->incomplete = !saved_load(&c->arena, &c->diags, s->path,
					    &s->of);
	else
		assess_side(j, s, &options);
	for (size_t i = 0; i < s->of.count; i++)
		s->incomplete |= s->of.list[i]->incomplete;
}

/* What the inventory itself tells, not what it has from a run. */
static struct earlier_list told_by(struct job *j, const struct assessment *now)
{
	struct earlier_list told = { arena_array(&j->cmd->arena, struct earlier,
						 now->earlier_count),
				     0 };

	for (size_t i = 0; i < now->earlier_count; i++)
		if (now->earlier[i].at.line)
			told.list[told.count++] = now->earlier[i];
	return told;
}

/* The points that a saved run of now is held against. */
static bool merge_points(struct job *j, const struct assessment *now,
			 struct earlier_list *ret_points)
{
	struct cmd *c = j->cmd;
	struct place at = { str_of(j->now.path), 0, 0 };
	const struct assessment *then = earlier_pick(
		&c->diags, at, &j->then.of, now->code, now->name, now->as_of);

	if (!then)
		return false;
	*ret_points = earlier_merge(&c->arena, &c->diags,
				    earlier_of(&c->arena, then), told_by(j, now));
	return true;
}

static const struct comparison *compare_one(struct job *j,
					    const struct assessment *now)
{
	struct cmd *c = j->cmd;
	struct earlier_list points = { 0 };
	const struct assessment *then = saved_find(&j->then.of, now->code,
						   now->name);

	if (j->then.path && j->now.is_run) {
		if (!merge_points(j, now, &points))
			return NULL;
		return compare(&c->arena, now, points.list, points.count, then);
	}
	if (now->earlier_count || then)
		return compare(&c->arena, now, now->earlier, now->earlier_count,
			       then);
	diag_add(&c->diags, DIAG_NOTHING_EARLIER,
		 (struct place){ str_of(j->now.path), 0, 0 }, ARGS(now->name));
	return NULL;
}

/* Of many, those that were assessed then and are not now. */
static void report_left(struct job *j)
{
	const struct saved *then = &j->then.of;

	for (size_t i = 0; then->count > 1 && i < then->count; i++) {
		const struct assessment *a = then->list[i];

		if (saved_find(&j->now.of, a->code, a->name))
			continue;
		diag_add(&j->cmd->diags, DIAG_EARLIER_LEFT,
			 (struct place){ str_of(j->then.path), 0, 0 },
			 ARGS(a->name));
		j->incomplete = true;
	}
}

static void compare_all(struct job *j)
{
	j->list = arena_alloc(&j->cmd->arena, j->now.of.count + 1,
			      sizeof(void *), sizeof(void *));
	for (size_t i = 0; i < j->now.of.count; i++) {
		const struct comparison *c = compare_one(j, j->now.of.list[i]);

		if (c)
			j->list[j->count++] = c;
		else
			j->incomplete = true;
	}
	if (!j->now.incomplete)
		report_left(j);
}

static bool write_outputs(struct job *j)
{
	bool ok = true;

	for (size_t i = 0; i < j->outputs.count; i++) {
		const struct output *o = &j->outputs.list[i];
		struct render_style style = output_style(j->cmd, o);
		struct buf b = { 0 };

		o->renderer->follow_up(&b, j->list, j->count, &style);
		ok = output_write(j->cmd, o, &b) && ok;
		buf_release(&b);
	}
	return ok;
}

static int finish(struct job *j)
{
	size_t tripped = 0;

	for (size_t i = 0; i < j->count; i++)
		tripped += gate_count_followed(&j->gate, j->list[i]);
	if (j->count && !write_outputs(j))
		return EXIT_MACHINE;
	if (j->incomplete || j->then.incomplete || j->now.incomplete || !j->count)
		return EXIT_INCOMPLETE;
	return tripped ? EXIT_FOUND : EXIT_CLEAN;
}

static int follow_up(struct job *j)
{
	bool folders = !j->now.is_run || (j->then.path && !j->then.is_run);

	if (folders) {
		j->options.rules = cmd_load_rules(j->cmd);
		if (!j->options.rules)
			return EXIT_INCOMPLETE;
	}
	if (j->then.path)
		load_side(j, &j->then);
	/* Without what was then there is nothing to hold now against. */
	if (j->then.path && !j->then.of.count)
		return EXIT_INCOMPLETE;
	load_side(j, &j->now);
	compare_all(j);
	return finish(j);
}

int cmd_follow_up(struct cmd *c)
{
	struct job j = { .cmd = c };
	int code = read_options(&j);

	if (code != EXIT_CLEAN)
		return code;
	code = follow_up(&j);
	cmd_print_diags(c);
	batch_release(&j.then.batch);
	batch_release(&j.now.batch);
	return code;
}
