/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/read.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/cmd.h"
#include "diag/place.h"
#include "render/remarks.h"

const struct opt read_options[READ_OPTIONS] = {
	{ .name = "output",
	  .letter = 'o',
	  .arg = "FORMAT",
	  .about = N_("text, or ndjson: one object a line for each hit") },
	{ .name = "tsv",
	  .about = N_("each line is an id, a tab and a text; \\n and \\t in the "
		      "text are a line break and a tab") },
	{ .name = "why", .about = N_("show the words that decided") },
	CMD_RULES_OPTION,
};

struct job {
	struct cmd *cmd;
	const struct vocab *vocab;
	struct matcher *matcher;
	const struct remark_renderer *renderer;
	struct remark_style style;
	struct str file;
	struct buf out;
};

static void read_one(struct job *j, struct str id, struct str text)
{
	struct arena a = { 0 };
	struct speech speech;
	struct read_text t = { .id = id,
			       .file = j->file,
			       .source = text,
			       .vocab = j->vocab,
			       .speech = &speech };

	match_text(&a, j->vocab, j->matcher, text, &speech);
	t.remarks = remarks_of(&a, j->vocab, &speech);
	j->renderer->write(&j->out, &t, &j->style);
	if (speech.gave_up.str.len)
		diag_add(&j->cmd->diags, DIAG_TERM_LIMIT, speech.gave_up.at,
			 ARGS(speech.gave_up.str, id.len ? id : j->file));
	arena_free(&a);
}

/* What a backslash and a letter stand for in one field of a table; or 0. */
static char escaped(char letter)
{
	switch (letter) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

static struct str unescape(struct arena *a, struct str s)
{
	char *text = arena_alloc(a, s.len + 1, 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char meant = '\0';

		if (s.ptr[i] == '\\' && i + 1 < s.len)
			meant = escaped(s.ptr[i + 1]);
		if (meant) {
			text[n++] = meant;
			i++;
		} else {
			text[n++] = s.ptr[i];
		}
	}
	return (struct str){ text, n };
}

/* Returns whether every line had a tab. */
static bool read_table(struct job *j, struct str text)
{
	struct str rest = text, line, id;
	uint32_t number = 0;
	bool ok = true;

	while (str_cut(&rest, '\n', &line)) {
		number++;
		if (str_ends(line, STR("\r")))
			line.len--;
		if (!line.len)
			continue;
		if (!memchr(line.ptr, '\t', line.len)) {
			struct place at = { j->file, number, 1 };

			diag_add(&j->cmd->diags, DIAG_NO_TAB, at, NO_ARGS);
			ok = false;
			continue;
		}
		str_cut(&line, '\t', &id);
		read_one(j, id, unescape(&j->cmd->arena, line));
	}
	return ok;
}

/* False, with a message, where there is no text to be had. */
static bool fetch(struct job *j, const char *path, struct str *ret_text)
{
	static const char *const whys[FILE_RESULTS] = {
		[FILE_MISSING] = DIAG_WORD("there is no such file"),
		[FILE_DENIED] = DIAG_WORD("no access"),
		[FILE_NOT_REGULAR] = DIAG_WORD("it is no ordinary file"),
		[FILE_TOO_LARGE] = DIAG_WORD("it is larger than 64 MiB"),
		[FILE_BROKEN] = DIAG_WORD("reading failed"),
	};
	struct arena *a = &j->cmd->arena;
	enum file_result result =
		strcmp(path, "-") == 0
			? file_read_fd(a, STDIN_FILENO, READ_MAX, ret_text)
			: file_read(a, path, READ_MAX, ret_text);

	if (result != FILE_OK) {
		diag_add(&j->cmd->diags, DIAG_FILE_UNREADABLE,
			 (struct place){ 0 },
			 ARGS(j->file, str_of(whys[result])));
		return false;
	}
	return diag_check_utf8(&j->cmd->diags, j->file, *ret_text);
}

static int run(struct job *j, const char *path)
{
	bool table = opts_get(&j->cmd->opts, "tsv") != NULL;
	struct str text = { 0 };
	bool whole = true, written;

	if (!fetch(j, path, &text))
		return EXIT_INCOMPLETE;
	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_slice(text, 3, text.len);
	if (table)
		whole = read_table(j, text);
	else
		read_one(j, (struct str){ 0 }, text);
	written = cmd_write(j->cmd, "-", buf_str(&j->out));
	if (!written)
		return EXIT_MACHINE;
	return whole ? EXIT_CLEAN : EXIT_INCOMPLETE;
}

int cmd_read(struct cmd *c)
{
	const char *format = opts_get(&c->opts, "output");
	const char *path = c->opts.rest_count ? c->opts.rest[0] : "-";
	const struct ruleset *set;
	struct job j = { .cmd = c, .file = str_of(path) };
	int code;

	j.renderer = remark_renderer_find(str_of(format ? format : "text"));
	if (!j.renderer)
		return cmd_usage(c,
				 N_("there is no format {1}; there are text "
				    "and ndjson"),
				 format);
	if (c->opts.rest_count > 1)
		return cmd_usage(c, N_("one text at a time; {1} is one too many"),
				 c->opts.rest[1]);
	set = cmd_load_rules(c);
	if (!set)
		return EXIT_INCOMPLETE;
	j.vocab = set->vocab;
	j.style.render = (struct render_style){ .lang = c->lang,
						.color = c->color_out,
						.width = cmd_width() };
	j.style.why = opts_get(&c->opts, "why") != NULL;
	j.matcher = matcher_new();
	code = run(&j, path);
	matcher_free(j.matcher);
	buf_release(&j.out);
	return code;
}
