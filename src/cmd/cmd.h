/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "cmd/opts.h"
#include "diag/diag.h"
#include "model/rule.h"
#include "pattern/pattern.h"

struct buf;

/* The contract's exit codes, the same for every command. */
enum exit_code {
	EXIT_CLEAN = 0, /* evaluated, the gate not tripped */
	EXIT_FOUND = 1, /* findings, failed tests */
	EXIT_USAGE = 2, /* the command line is wrong */
	EXIT_INCOMPLETE = 3, /* something could not be evaluated */
	EXIT_MACHINE = 4, /* the machine failed: memory, disk */
};

/* What every command has at hand. */
struct cmd {
	const struct command *command;
	struct arena arena;
	struct diags diags;
	enum lang lang;
	bool color_out; /* colours on stdout, on stderr */
	bool color_err;
	struct opts opts;
	struct pattern_store patterns;
};

/*
 * A command is one row of the table in cmd.c and one file.  It reads its
 * options from c->opts, collects messages in c->diags and returns its exit
 * code; cmd_main() prints the messages.
 */
struct command {
	const char *name;
	const char *arguments; /* "[PATH…]" */
	const char *about; /* N_(), one line */
	const char *details; /* N_(), a paragraph, or NULL */
	const struct opt *options;
	size_t option_count;
	int (*run)(struct cmd *c);
};

const struct command *cmd_find(struct str name);
const struct command *cmd_table(size_t *ret_count);

/* Options that every command has. */
const struct opt *cmd_common_options(size_t *ret_count);

int cmd_main(int argc, char **argv);

int cmd_check(struct cmd *c);
int cmd_follow_up(struct cmd *c);
int cmd_lint(struct cmd *c);
int cmd_test(struct cmd *c);
int cmd_read(struct cmd *c);
int cmd_help(struct cmd *c);

/* Help for one command, or the list of all (NULL). */
void cmd_put_help(struct buf *out, enum lang lang, const struct command *of);

/* A mistake on the command line: one message, exit 2. */
int cmd_usage(struct cmd *c, const char *english, const char *argument);

/* Print and forget what was collected so far. */
void cmd_print_diags(struct cmd *c);

/* All of it to stdout, or to a file; false with a message. */
bool cmd_write(struct cmd *c, const char *path, struct str text);

/* Columns of the terminal on stdout, 40 to 120; 80 where there is none. */
size_t cmd_width(void);

/*
 * Rules from --rules, else LISKOLL_RULES, else beside the build tree's
 * program, else the installed folder.  NULL where there are none.
 */
const struct ruleset *cmd_load_rules(struct cmd *c);

/* The same from these paths (none: as above). */
const struct ruleset *cmd_load_rules_from(struct cmd *c,
					  const char *const *paths, size_t count);

#define CMD_RULES_OPTION                                                     \
	{                                                                    \
		.name = "rules", .arg = "PATH", .many = true,                \
		.about = N_("rules from this folder or file; repeat to add") \
	}

#endif
