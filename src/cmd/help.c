/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/buf.h"
#include "cmd/cmd.h"
#include "model/trace.h"
#include "render/wrap.h"

#define INDENT 26
#define WIDTH 80

/* What an option or code is on the left, what it means beside or below it. */
static void put_columns(struct buf *out, struct str left, size_t column,
			const char *text)
{
	struct buf lines = { 0 };
	struct wrap w = { .out = &lines, .width = WIDTH, .indent = column };
	struct str rest;

	wrap_text(&w, str_of(text));
	wrap_end(&w);
	rest = buf_str(&lines);
	buf_put(out, left);
	if (left.len && left.len + 2 > column)
		buf_putc(out, '\n');
	else
		rest = str_slice(rest, left.len, rest.len);
	buf_put(out, rest);
	buf_release(&lines);
}

static void put_paragraph(struct buf *out, const char *text)
{
	put_columns(out, STR(""), 0, text);
}

static void put_option(struct buf *out, enum lang lang, const struct opt *o)
{
	struct buf left = { 0 };

	if (o->letter)
		buf_putf(&left, "  -%c, --%s", o->letter, o->name);
	else
		buf_putf(&left, "      --%s", o->name);
	if (o->arg)
		buf_putf(&left, " %s", o->arg);
	put_columns(out, buf_str(&left), INDENT, i18n(lang, o->about));
	buf_release(&left);
}

static void put_options(struct buf *out, enum lang lang, const struct opt *list,
			size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_option(out, lang, &list[i]);
}

static void put_command(struct buf *out, enum lang lang, const struct command *c)
{
	size_t count;
	const struct opt *common = cmd_common_options(&count);

	buf_putf(out, "%s: liskoll %s [%s] %s\n\n", i18n(lang, N_("usage")),
		 c->name, i18n(lang, N_("options")), i18n(lang, c->arguments));
	put_paragraph(out, i18n(lang, c->about));
	if (c->details)
		put_paragraph(out, i18n(lang, c->details));
	buf_putf(out, "\n%s:\n", i18n(lang, N_("options")));
	put_options(out, lang, c->options, c->option_count);
	put_options(out, lang, common, count);
}

static void put_exit_codes(struct buf *out, enum lang lang)
{
	static const char *const codes[] = {
		N_("evaluated, the gate not tripped"),
		N_("findings at the gate, mistakes or failed tests"),
		N_("the command line is wrong"),
		N_("something could not be evaluated, or there was nothing"),
		N_("the machine failed"),
	};

	buf_putf(out, "\n%s:\n", i18n(lang, N_("exit codes")));
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		char left[] = { ' ', ' ', (char)('0' + i), '\0' };

		put_columns(out, str_of(left), 5, i18n(lang, codes[i]));
	}
}

static void put_list(struct buf *out, enum lang lang)
{
	size_t count;
	const struct command *list = cmd_table(&count);
	const struct opt *common;

	buf_putf(out, "%s: liskoll %s\n\n", i18n(lang, N_("usage")),
		 i18n(lang, N_("COMMAND [options] [arguments]")));
	buf_putf(out, "%s\n\n",
		 i18n(lang, N_("Checks a municipality's documents and stated "
			       "processes against the rules\nof information "
			       "security, and shows what is missing.")));
	for (size_t i = 0; i < count; i++)
		buf_putf(out, "  %-9s %s\n", list[i].name,
			 i18n(lang, list[i].about));
	buf_putf(out, "\n%s:\n", i18n(lang, N_("options")));
	common = cmd_common_options(&count);
	put_options(out, lang, common, count);
	put_exit_codes(out, lang);
}

void cmd_put_help(struct buf *out, enum lang lang, const struct command *of)
{
	if (of)
		put_command(out, lang, of);
	else
		put_list(out, lang);
}

/* A sentence with an ellipsis where words of the input will stand. */
static void put_sentence(struct buf *out, enum lang lang, const char *english)
{
	static const struct str blanks[DIAG_ARGS] = {
		STR_ROW("\xe2\x80\xa6"),
		STR_ROW("\xe2\x80\xa6"),
		STR_ROW("\xe2\x80\xa6"),
	};

	if (!*english)
		return;
	buf_puts(out, "  ");
	buf_put_template(out, i18n(lang, english), blanks, DIAG_ARGS);
	buf_putc(out, '\n');
}

/* The page of a message: what it says and what to do. */
static bool put_message(struct buf *out, enum lang lang, struct str id)
{
	bool found = false;

	for (enum diag_kind k = 0; k < DIAG_KINDS; k++) {
		if (!str_eq(str_of(diag_id(k)), id))
			continue;
		buf_putf(out, "%s\n", diag_id(k));
		put_sentence(out, lang, diag_what(k));
		put_sentence(out, lang, diag_fix(k));
		found = true;
	}
	return found;
}

static bool put_reason(struct buf *out, enum lang lang, struct str code)
{
	size_t r = words_find(reason_words, code);

	if (r == reason_words.count)
		return false;
	buf_putf(out, "%s\n", reason_code((enum reason)r));
	put_sentence(out, lang, reason_what((enum reason)r));
	put_sentence(out, lang, reason_close((enum reason)r));
	return true;
}

/* Codes of what was considered, and of how parts were counted. */
static bool put_trace(struct buf *out, enum lang lang, struct str code)
{
	size_t passed = words_find(passed_words, code);
	size_t counted = words_find(counted_words, code);
	const char *text = "";

	if (passed < passed_words.count)
		text = passed_text((enum passed)passed);
	else if (counted < counted_words.count)
		text = counted_text((enum counted)counted);
	else
		return false;
	buf_putf(out, "%.*s\n", STR_ARG(code));
	put_sentence(out, lang, text);
	return true;
}

int cmd_help(struct cmd *c)
{
	struct buf b = { 0 };
	const char *topic = c->opts.rest_count ? c->opts.rest[0] : NULL;
	const struct command *of = topic ? cmd_find(str_of(topic)) : NULL;
	int code = EXIT_CLEAN;

	if (!topic || of)
		cmd_put_help(&b, c->lang, of);
	else if (strcmp(topic, "exit") == 0)
		put_exit_codes(&b, c->lang);
	else if (!put_message(&b, c->lang, str_of(topic)) &&
		 !put_reason(&b, c->lang, str_of(topic)) &&
		 !put_trace(&b, c->lang, str_of(topic)))
		code = cmd_usage(c, N_("there is no help on {1}"), topic);
	if (!cmd_write(c, "-", buf_str(&b)))
		code = EXIT_MACHINE;
	buf_release(&b);
	return code;
}
