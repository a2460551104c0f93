/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * liskoll explain [PATH|RUN] RULE|FINDING [SUBJECT]: first what the words
 * name, then the assessments, then the one result that is asked for.
 */
#include "cmd/explain.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "batch/batch.h"
#include "cmd/cmd.h"
#include "cmd/outputs.h"
#include "intake/intake.h"
#include "render/explain.h"
#include "render/render.h"
#include "saved/saved.h"

enum {
	FINDING_SHORTEST = 6,
	FINDING_LETTERS = 16,
};

const struct opt explain_options[EXPLAIN_OPTIONS] = {
	{ .name = "output",
	  .letter = 'o',
	  .arg = "FORMAT",
	  .about = N_("text or json, to stdout") },
	CMD_AS_OF_OPTION,
	CMD_RULES_OPTION,
};

/* What the words of the command line name. */
struct asked {
	const char *path; /* NULL: what the rule asks for */
	struct str what; /* a rule or a finding */
	struct str subject; /* empty: none */
};

struct job {
	struct cmd *cmd;
	const struct ruleset *rules;
	const struct explainer *explainer;
	struct asked asked;
	struct batch_options options;
	struct batch batch;
	const struct assessment **list;
	size_t count;
	struct explanation found;
};

static int mistake(const struct job *j, const char *english, struct diag_args args)
{
	struct cmd *c = j->cmd;
	struct buf b = { 0 };

	buf_put_template(&b, i18n(c->lang, english), args.list, DIAG_ARGS);
	diag_add(&c->diags, DIAG_USAGE, (struct place){ 0 }, ARGS(buf_str(&b)));
	buf_release(&b);
	return EXIT_USAGE;
}

/* Hexadecimal digits, enough of them to be a finding or its beginning. */
static bool is_finding(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!((s.ptr[i] >= '0' && s.ptr[i] <= '9') ||
		      (s.ptr[i] >= 'a' && s.ptr[i] <= 'f')))
			return false;
	return s.len >= FINDING_SHORTEST && s.len <= FINDING_LETTERS;
}

static bool is_broken(const struct ruleset *set, struct str id)
{
	for (size_t i = 0; i < set->broken.count; i++)
		if (str_eq(set->broken.list[i].str, id))
			return true;
	return false;
}

static int unknown_rule(const struct job *j, struct str id)
{
	struct str_near near;

	if (is_broken(j->rules, id))
		return EXIT_INCOMPLETE; /* its mistakes have been told */
	str_near_start(&near, id);
	for (size_t i = 0; i < j->rules->count; i++)
		str_near_try(&near, j->rules->list[i].id.str);
	if (near.best.len)
		return mistake(j,
			       N_("there is no rule or finding {1}; did you mean "
				  "{2}?"),
			       ARGS(id, near.best));
	return mistake(j,
		       N_("there is no rule {1}, and a finding is at least 6 "
			  "of the digits that stand beside it in the report"),
		       ARGS(id));
}

/* Which of the words is which: a path is one that exists. */
static int read_words(struct job *j)
{
	const char *const *words = j->cmd->opts.rest;
	size_t count = j->cmd->opts.rest_count, at = 0;
	struct asked *a = &j->asked;

	if (count > 1 && (count == 3 || file_exists(words[0])))
		a->path = words[at++];
	if (at == count || count - at > 2)
		return mistake(j,
			       N_("explain takes a rule or a finding, with the "
				  "municipality's folder before it and a subject "
				  "after it"),
			       NO_ARGS);
	a->what = str_of(words[at++]);
	if (at < count)
		a->subject = str_of(words[at]);
	if (!a->path && (a->subject.len || (is_finding(a->what) &&
					    !ruleset_find(j->rules, a->what))))
		a->path = ".";
	if (!a->path && !ruleset_find(j->rules, a->what))
		return unknown_rule(j, a->what);
	return EXIT_CLEAN;
}

static int read_options(struct job *j)
{
	const struct opts *o = &j->cmd->opts;
	const char *format = opts_get(o, "output");
	const char *as_of = opts_get(o, "as-of");

	j->explainer = explainer_find(str_of(format ? format : "text"));
	if (!j->explainer)
		return cmd_usage(j->cmd,
				 N_("there is no format {1}; there are text "
				    "and json"),
				 format);
	if (as_of && !date_parse(str_of(as_of), &j->options.as_of))
		return cmd_usage(j->cmd,
				 N_("--as-of is a date as 2025-02-10, not "
				    "{1}"),
				 as_of);
	return EXIT_CLEAN;
}

/* The assessments of the folder, made now. */
static void assess_folder(struct job *j)
{
	struct cmd *c = j->cmd;

	j->options.rules = j->rules;
	j->options.jobs = 1;
	batch_find(&c->arena, &c->diags, &j->asked.path, 1, &j->batch);
	batch_run(&j->batch, &j->options);
	j->list = arena_alloc(&c->arena, j->batch.count + 1, sizeof(void *),
			      sizeof(void *));
	for (size_t i = 0; i < j->batch.count; i++) {
		diag_join(&c->diags, &j->batch.items[i].diags);
		if (j->batch.items[i].assessment)
			j->list[j->count++] = j->batch.items[i].assessment;
	}
}

/* A file that is no inventory is a run that check has saved. */
static bool is_run(const char *path)
{
	return file_exists(path) && !file_is_folder(path) &&
	       !str_ends(str_of(path), STR(INVENTORY_FILE));
}

static void load_run(struct job *j)
{
	struct cmd *c = j->cmd;
	struct saved saved;

	if (!saved_load(&c->arena, &c->diags, j->asked.path, &saved))
		return;
	j->list = arena_alloc(&c->arena, saved.count + 1, sizeof(void *),
			      sizeof(void *));
	for (; j->count < saved.count; j->count++)
		j->list[j->count] = saved.list[j->count];
}

struct search {
	struct explanation found;
	struct explanation other; /* another that begins so */
	size_t count;
};

static void search_result(struct search *s, const struct assessment *a,
			  const struct result *r, struct str finding)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct part_result *p = &r->parts[i];

		if (!finding.len || !str_starts(p->finding, finding))
			continue;
		s->other = (struct explanation){ .assessment = a,
						 .result = r,
						 .focus = p };
		if (!s->count++)
			s->found = s->other;
	}
}

/* Of one municipality, or the same of two audits of it. */
static int many_findings(const struct job *j, const struct search *s)
{
	struct str a = s->found.focus->finding, b = s->other.focus->finding;

	if (str_eq(a, b))
		return mistake(j,
			       N_("the finding {1} is in {2} and in {3}; name the "
				  "folder of one"),
			       ARGS(a, s->found.assessment->folder,
				    s->other.assessment->folder));
	return mistake(j,
		       N_("several findings begin with {1}, as {2} and {3}; give "
			  "more of it"),
		       ARGS(j->asked.what, a, b));
}

static int find_finding(struct job *j)
{
	struct search s = { .count = 0 };

	for (size_t i = 0; i < j->count; i++)
		for (size_t k = 0; k < j->list[i]->count; k++)
			search_result(&s, j->list[i], &j->list[i]->results[k],
				      j->asked.what);
	if (!s.count)
		return mistake(j,
			       N_("no finding begins with {1}; check lists those "
				  "that there are"),
			       ARGS(j->asked.what));
	if (s.count > 1)
		return many_findings(j, &s);
	if (j->asked.subject.len)
		return mistake(j, N_("a finding has its subject; leave out {1}"),
			       ARGS(j->asked.subject));
	j->found = s.found;
	return EXIT_CLEAN;
}

static bool is_of_rule(const struct job *j, const struct result *r)
{
	return str_eq(r->rule->id.str, j->asked.what);
}

static bool is_named(const struct job *j, const struct result *r)
{
	struct arena *a = &j->cmd->arena;
	struct str name = j->asked.subject;

	return str_eq(r->subject, name) ||
	       (r->subject_name.len &&
		str_eq(utf8_fold(a, r->subject_name), utf8_fold(a, name)));
}

static int unknown_subject(const struct job *j, const struct assessment *a)
{
	struct str_near near;
	size_t count = 0;

	str_near_start(&near, j->asked.subject);
	for (size_t i = 0; i < a->count; i++) {
		if (!is_of_rule(j, &a->results[i]))
			continue;
		str_near_try(&near, a->results[i].subject);
		str_near_try(&near, a->results[i].subject_name);
		count += a->results[i].subject.len != 0;
	}
	if (near.best.len)
		return mistake(j,
			       N_("{1} is no subject of {2}; did you mean {3}?"),
			       ARGS(j->asked.subject, j->asked.what, near.best));
	if (!count)
		return mistake(j,
			       N_("{2} is asked of the organisation, not of {1}"),
			       ARGS(j->asked.subject, j->asked.what));
	return mistake(j,
		       N_("{1} is no subject of {2}; leave it out to see which "
			  "there are"),
		       ARGS(j->asked.subject, j->asked.what));
}

/* The one of that subject; else that of the whole, which comes last. */
static int find_result(struct job *j, const struct assessment *a)
{
	const struct result *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		if (!is_of_rule(j, r))
			continue;
		count++;
		if (j->asked.subject.len ? is_named(j, r) : !r->subject.len)
			found = r;
	}
	if (!count && !ruleset_find(j->rules, j->asked.what))
		return unknown_rule(j, j->asked.what);
	if (!count)
		return mistake(j,
			       N_("{1} is not part of this assessment: its area is "
				  "out of scope, or the rule is no longer used"),
			       ARGS(j->asked.what));
	if (!found)
		return unknown_subject(j, a);
	j->found = (struct explanation){ .assessment = a, .result = found };
	return EXIT_CLEAN;
}

static int find(struct job *j)
{
	bool rule = ruleset_find(j->rules, j->asked.what) != NULL;

	if (!j->count)
		return EXIT_INCOMPLETE;
	if (!rule && is_finding(j->asked.what))
		return find_finding(j);
	if (!rule && is_broken(j->rules, j->asked.what))
		return EXIT_INCOMPLETE;
	if (j->count > 1)
		return mistake(j,
			       N_("{1} holds several municipalities; name the folder "
				  "of one"),
			       ARGS(str_of(j->asked.path)));
	return find_result(j, j->list[0]);
}

static int write_found(struct job *j)
{
	struct cmd *c = j->cmd;
	struct render_style style = {
		.lang = c->lang,
		.color = c->color_out,
		.width = cmd_width(),
		.program = "liskoll " VERSION,
	};
	struct buf b = { 0 };
	bool ok;

	j->explainer->write(&b, &j->found, &style);
	ok = buf_ok(&b) && cmd_write(c, "-", buf_str(&b));
	buf_release(&b);
	return ok ? EXIT_CLEAN : EXIT_MACHINE;
}

static int explain(struct job *j)
{
	int code = read_words(j);
	const struct rule *told;

	if (code != EXIT_CLEAN)
		return code;
	if (!j->asked.path) {
		j->found.rule = ruleset_find(j->rules, j->asked.what);
		j->found.vocab = j->rules->vocab;
		return write_found(j);
	}
	if (is_run(j->asked.path))
		load_run(j);
	else
		assess_folder(j);
	code = find(j);
	if (code != EXIT_CLEAN || !j->found.result)
		return code;
	told = j->found.result->rule;
	j->found.vocab = j->rules->vocab;
	j->found.rule = ruleset_find(j->rules, told->id.str);
	if (j->found.rule && j->found.rule->version != told->version)
		j->found.rule = NULL;
	return write_found(j);
}

int cmd_explain(struct cmd *c)
{
	struct job j = { .cmd = c };
	int code = read_options(&j);

	if (code != EXIT_CLEAN)
		return code;
	j.rules = cmd_load_rules(c);
	if (!j.rules)
		return EXIT_INCOMPLETE;
	code = explain(&j);
	cmd_print_diags(c);
	batch_release(&j.batch);
	return code;
}
