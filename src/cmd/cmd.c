/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/cmd.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/check.h"
#include "cmd/explain.h"
#include "cmd/follow_up.h"
#include "cmd/paths.h"
#include "cmd/read.h"
#include "rules/rules.h"

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static const struct opt rules_only[] = { CMD_RULES_OPTION };

static const struct command commands[] = {
	{ "check", N_("[PATH…]"),
	  N_("assess municipalities and list what is missing"),
	  N_("A PATH is a folder with inventory.yaml, or a folder of such "
	     "folders; the current folder when left out."),
	  check_options, CHECK_OPTIONS, cmd_check },
	{ "follow-up", N_("[EARLIER] NOW"),
	  N_("tell what became of an earlier audit's points"),
	  N_("EARLIER and NOW are each a run that check -o json has saved, or "
	     "a municipality's folder, or a folder of such folders. Without "
	     "EARLIER the points are those that NOW gives under earlier."),
	  follow_up_options, FOLLOW_UP_OPTIONS, cmd_follow_up },
	{ "lint", N_("[PATH…]"),
	  N_("check rules, vocabulary and inventories for mistakes"),
	  N_("A PATH is a rule, a folder of rules, or a municipality's "
	     "folder; the rules in use when left out."),
	  rules_only, COUNT(rules_only), cmd_lint },
	{ "test", N_("[RULE…]"), N_("run the tests inside rules"),
	  N_("A RULE is the id of a rule; all rules when left out."),
	  rules_only, COUNT(rules_only), cmd_test },
	{ "read", N_("[FILE|-]"), N_("show how a text is understood"),
	  N_("A FILE is plain text in UTF-8; standard input when left out."),
	  read_options, READ_OPTIONS, cmd_read },
	{ "explain", N_("[PATH|RUN] RULE|FINDING [SUBJECT]"),
	  N_("tell what a rule asks for, or why it came to a verdict"),
	  N_("A RULE alone is told as it is. With the folder of a municipality "
	     "or a saved run before it, its verdict is explained: what was found, what was "
	     "considered and did not count, how it was counted, and the least "
	     "that closes it. A FINDING is the number beside it in the report, "
	     "or its first 6 digits or more; a SUBJECT is the id or name of a "
	     "system or supplier."),
	  explain_options, EXPLAIN_OPTIONS, cmd_explain },
	{ "help", N_("[COMMAND|CODE]"),
	  N_("explain a command, a message or a reason"), NULL, NULL, 0,
	  cmd_help },
};

static const struct opt common[] = {
	{ .name = "lang",
	  .arg = "sv|en",
	  .about = N_("language of reports and messages; Swedish when left "
		      "out") },
	{ .name = "color",
	  .arg = "auto|always|never",
	  .about = N_("colours; auto: only on a terminal") },
	{ .name = "help", .letter = 'h', .about = N_("show this help") },
	{ .name = "version", .about = N_("show the version") },
};

const struct command *cmd_table(size_t *ret_count)
{
	*ret_count = COUNT(commands);
	return commands;
}

const struct opt *cmd_common_options(size_t *ret_count)
{
	*ret_count = COUNT(common);
	return common;
}

const struct command *cmd_find(struct str name)
{
	for (size_t i = 0; i < COUNT(commands); i++)
		if (str_eq(str_of(commands[i].name), name))
			return &commands[i];
	return NULL;
}

int cmd_usage(struct cmd *c, const char *english, const char *argument)
{
	struct buf b = { 0 };
	struct str arg = str_of(argument ? argument : "");

	buf_put_template(&b, i18n(c->lang, english), &arg, 1);
	diag_add(&c->diags, DIAG_USAGE, (struct place){ 0 }, ARGS(buf_str(&b)));
	buf_release(&b);
	return EXIT_USAGE;
}

void cmd_print_diags(struct cmd *c)
{
	struct buf b = { 0 };
	struct diag_style style = { c->lang, c->color_err,
				    isatty(STDERR_FILENO) == 1 };

	diag_sort(&c->diags);
	diag_render(&c->diags, style, &b);
	/* Where stderr is broken too there is nobody left to tell. */
	(void)file_write_fd(STDERR_FILENO, buf_str(&b));
	buf_release(&b);
	c->diags.count = 0;
	c->diags.errors = 0;
}

/* In words of our own: those of the C library follow the locale. */
static const char *why_not_written(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return DIAG_WORD("there is no such folder");
	case EACCES:
	case EPERM:
	case EROFS:
		return DIAG_WORD("no access");
	case EISDIR:
		return DIAG_WORD("it is a folder");
	case ENOSPC:
	case EDQUOT:
		return DIAG_WORD("the disk is full");
	default:
		return DIAG_WORD("writing failed");
	}
}

bool cmd_write(struct cmd *c, const char *path, struct str text)
{
	bool to_stdout = strcmp(path, "-") == 0;
	bool ok = to_stdout ? file_write_fd(STDOUT_FILENO, text)
			    : file_write(path, text);

	if (ok)
		return true;
	/* A reader that has seen enough (head, less) is no failure. */
	if (to_stdout && errno == EPIPE)
		return true;
	diag_add(&c->diags, DIAG_WRITE_FAILED, (struct place){ 0 },
		 ARGS(str_of(to_stdout ? "stdout" : path),
		      str_of(why_not_written(errno))));
	return false;
}

size_t cmd_width(void)
{
	struct winsize w;

	if (isatty(STDOUT_FILENO) == 1 &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col >= 40)
		return w.ws_col < 120 ? w.ws_col : 120;
	return 80;
}

const struct ruleset *cmd_load_rules_from(struct cmd *c,
					  const char *const *paths, size_t count)
{
	const char *standard = path_standard_rules(&c->arena);
	struct rules_source from = { paths, count, standard };

	if (!count) {
		from.paths = &standard;
		from.count = 1;
	}
	return ruleset_load(&c->arena, &c->diags, &c->patterns, from);
}

const struct ruleset *cmd_load_rules(struct cmd *c)
{
	size_t count = 0;
	const char *const *paths = opts_all(&c->arena, &c->opts, "rules", &count);
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): main thread */
	const char *from_env = getenv("LISKOLL_RULES");

	if (!count && from_env && *from_env)
		return cmd_load_rules_from(c, &from_env, 1);
	return cmd_load_rules_from(c, paths, count);
}

static bool env_is_set(const char *name)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): before the first thread */
	const char *value = getenv(name);

	return value && *value;
}

/* https://no-color.org; --color wins. */
static bool wants_color(const char *when, int fd)
{
	if (when && strcmp(when, "always") == 0)
		return true;
	if (when && strcmp(when, "never") == 0)
		return false;
	if (env_is_set("NO_COLOR"))
		return false;
	return env_is_set("CLICOLOR_FORCE") || isatty(fd) == 1;
}

/* The language comes first: the message about a bad option is in it. */
static void guess_lang(struct cmd *c, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--lang=en") == 0 ||
		    (strcmp(argv[i], "--lang") == 0 && i + 1 < argc &&
		     strcmp(argv[i + 1], "en") == 0))
			c->lang = LANG_EN;
}

static int read_common(struct cmd *c)
{
	const char *lang = opts_get(&c->opts, "lang");
	const char *color = opts_get(&c->opts, "color");

	if (lang && strcmp(lang, "sv") != 0 && strcmp(lang, "en") != 0)
		return cmd_usage(c, N_("--lang is sv or en, not {1}"), lang);
	if (color && strcmp(color, "auto") != 0 &&
	    strcmp(color, "always") != 0 && strcmp(color, "never") != 0)
		return cmd_usage(c,
				 N_("--color is auto, always or never, not {1}"),
				 color);
	c->lang = lang && strcmp(lang, "en") == 0 ? LANG_EN : LANG_SV;
	c->color_out = wants_color(color, STDOUT_FILENO);
	c->color_err = wants_color(color, STDERR_FILENO);
	return EXIT_CLEAN;
}

static int report_mistake(struct cmd *c, const struct opts_mistake *m)
{
	static const char *const texts[] = {
		[OPTS_OK] = "",
		[OPTS_UNKNOWN] = N_("there is no option {1}"),
		[OPTS_NO_ARGUMENT] = N_("the option {1} needs an argument"),
		[OPTS_ARGUMENT] = N_("the option {1} takes no argument"),
	};
	struct buf b = { 0 };

	buf_put_template(&b, i18n(c->lang, texts[m->error]), &m->word, 1);
	if (m->near.len) {
		buf_puts(&b, "; ");
		buf_put_template(&b, i18n(c->lang, N_("did you mean --{1}?")),
				 &m->near, 1);
	}
	diag_add(&c->diags, DIAG_USAGE, (struct place){ 0 }, ARGS(buf_str(&b)));
	buf_release(&b);
	return EXIT_USAGE;
}

static int show(struct cmd *c, const struct command *of, bool version)
{
	struct buf b = { 0 };
	int code = EXIT_CLEAN;

	if (version)
		buf_puts(&b, "liskoll " VERSION "\n");
	else
		cmd_put_help(&b, c->lang, of);
	if (!cmd_write(c, "-", buf_str(&b)))
		code = EXIT_MACHINE;
	buf_release(&b);
	return code;
}

static int unknown_command(struct cmd *c, const char *name)
{
	struct str_near near;

	str_near_start(&near, str_of(name));
	for (size_t i = 0; i < COUNT(commands); i++)
		str_near_try(&near, str_of(commands[i].name));
	if (near.best.len)
		return cmd_usage(c,
				 N_("there is no such command; did you mean "
				    "{1}?"),
				 near.best.ptr);
	return cmd_usage(c, N_("there is no command {1}"), name);
}

static bool takes_argument(const char *word)
{
	for (size_t i = 0; i < COUNT(common); i++)
		if (common[i].arg && strncmp(word, "--", 2) == 0 &&
		    strcmp(word + 2, common[i].name) == 0)
			return true;
	return false;
}

/* The first word that is no option goes first: it names the command. */
static void bring_command_first(int argc, char **argv)
{
	int i = 1;
	char *word;

	while (i < argc && argv[i][0] == '-')
		i += takes_argument(argv[i]) ? 2 : 1;
	if (i >= argc)
		return;
	word = argv[i];
	memmove(argv + 2, argv + 1, (size_t)(i - 1) * sizeof(*argv));
	argv[1] = word;
}

static int dispatch(struct cmd *c, int argc, char **argv)
{
	struct opts_table table = { { NULL, common }, { 0, COUNT(common) } };
	struct opts_mistake mistake;
	int code;

	bring_command_first(argc, argv);
	if (argc > 1 && argv[1][0] != '-') {
		c->command = cmd_find(str_of(argv[1]));
		if (!c->command)
			return unknown_command(c, argv[1]);
		table.list[0] = c->command->options;
		table.count[0] = c->command->option_count;
		argv++;
		argc--;
	}
	if (!opts_parse(&c->arena, &table, argc, argv, &c->opts, &mistake))
		return report_mistake(c, &mistake);
	code = read_common(c);
	if (code != EXIT_CLEAN)
		return code;
	if (opts_get(&c->opts, "version"))
		return show(c, NULL, true);
	if (opts_get(&c->opts, "help"))
		return show(c, c->command, false);
	if (c->command)
		return c->command->run(c);
	if (c->opts.rest_count)
		return unknown_command(c, c->opts.rest[0]);
	cmd_usage(c,
		  N_("which command? check, lint, test, read, explain or help"),
		  NULL);
	return EXIT_USAGE;
}

int cmd_main(int argc, char **argv)
{
	struct cmd c = { .lang = LANG_SV };
	int code;

	/* A broken pipe is told by write(), so that files are still written. */
	signal(SIGPIPE, SIG_IGN);
	c.diags.arena = &c.arena;
	c.patterns.arena = &c.arena;
	i18n_start(path_catalogues(&c.arena));
	guess_lang(&c, argc, argv);
	c.color_err = wants_color(NULL, STDERR_FILENO);
	code = dispatch(&c, argc, argv);
	cmd_print_diags(&c);
	arena_free(&c.arena);
	return code;
}
