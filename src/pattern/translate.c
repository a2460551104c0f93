/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Terms are cut at spaces into words; between two words stands a space or
 * a hyphen, where a ~ stands up to four words.  A word has boundaries at
 * both ends, so plan* never finds "förplanering" and logg never "inloggad".
 * \b needs a letter on one side, so beside what may be none, as in "m.m.",
 * we say that no letter follows.
 */
#include "pattern/translate.h"

#include <string.h>

#include "base/buf.h"

struct translation {
	struct diags *diags;
	struct word_classes classes;
	struct text term;
	struct buf *out;
};

static void put_letter(struct buf *out, char c)
{
	if (strchr("\\^$.[]|()?*+{}/", c) && c)
		buf_putc(out, '\\');
	buf_putc(out, c);
}

bool term_is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_';
}

/*
 * At the start of a term "any beginning" needs nothing: what stands before
 * is not asked for, and PCRE2 searches fastest for letters.
 */
static void put_word(struct buf *out, struct str word, bool at_start)
{
	bool head = word.len && word.ptr[0] == '*';
	bool tail = word.len > 1 && word.ptr[word.len - 1] == '*';

	if (head)
		buf_puts(out, at_start ? "" : "\\b\\w*");
	else
		buf_puts(out, term_is_plain(word.ptr[0]) ? "\\b" : "(?<!\\w)");
	for (size_t i = head; i < word.len - tail; i++)
		put_letter(out, word.ptr[i]);
	if (tail)
		buf_puts(out, "\\w*+");
	else
		buf_puts(out, term_is_plain(word.ptr[word.len - 1]) ? "\\b"
								    : "(?!\\w)");
}

const struct word_class *term_class(struct word_classes classes, struct str name)
{
	for (size_t i = 0; i < classes.count; i++)
		if (str_eq(classes.list[i].name.str, name))
			return &classes.list[i];
	return NULL;
}

static bool put_term(const struct translation *t, struct str term,
		     unsigned depth, bool at_start);

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_CLASS_DEPTH */
static bool put_class(const struct translation *t, struct str name,
		      unsigned depth, bool at_start)
{
	const struct word_class *c = term_class(t->classes, name);

	if (!c || depth >= MAX_CLASS_DEPTH) {
		diag_add(t->diags, DIAG_TERM_CLASS, t->term.at, ARGS(name));
		return false;
	}
	buf_puts(t->out, "(?:");
	for (size_t i = 0; i < c->terms.count; i++) {
		if (i)
			buf_putc(t->out, '|');
		if (!put_term(t, c->terms.list[i].str, depth + 1, at_start))
			return false;
	}
	buf_putc(t->out, ')');
	return true;
}

/* Whether what stands before i makes "<" a part of PCRE2's own syntax. */
static bool is_syntax(struct str s, size_t i)
{
	struct str before = str_slice(s, 0, i);

	return str_ends(before, STR("(?")) || str_ends(before, STR("(?P")) ||
	       str_ends(before, STR("\\k")) || str_ends(before, STR("\\"));
}

/* The length of "<name>" at i; 0 where it is not ours: (?<!…), \k<n>. */
static size_t class_at(struct str s, size_t i)
{
	size_t end = i + 1;

	if (s.ptr[i] != '<' || is_syntax(s, i))
		return 0;
	while (end < s.len &&
	       ((s.ptr[end] >= 'a' && s.ptr[end] <= 'z') || s.ptr[end] == '-'))
		end++;
	return end < s.len && end > i + 1 && s.ptr[end] == '>' ? end + 1 - i : 0;
}

/* As it is, but for the classes that it names. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_CLASS_DEPTH */
static bool put_pattern(const struct translation *t, struct str pattern,
			unsigned depth)
{
	/* By itself it is not wrapped, so that a ) too many is seen. */
	buf_puts(t->out, depth ? "(?:" : "");
	for (size_t i = 0; i < pattern.len; i++) {
		size_t n = class_at(pattern, i);

		if (n && !put_class(t, str_slice(pattern, i + 1, i + n - 1),
				    depth, false))
			return false;
		if (n)
			i += n - 1;
		else
			buf_putc(t->out, pattern.ptr[i]);
	}
	buf_puts(t->out, depth ? ")" : "");
	return true;
}

static bool is_bracketed(struct str s, char open, char close)
{
	return s.len > 2 && s.ptr[0] == open && s.ptr[s.len - 1] == close;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_CLASS_DEPTH */
static bool put_term(const struct translation *t, struct str term,
		     unsigned depth, bool at_start)
{
	struct str rest = str_trim(term), word;
	bool first = true, gap = false;

	if (is_bracketed(rest, '/', '/'))
		return put_pattern(t, str_slice(rest, 1, rest.len - 1), depth);
	while (str_cut(&rest, ' ', &word)) {
		if (!word.len)
			continue;
		if (str_eq(word, STR("~"))) {
			gap = true;
			continue;
		}
		if (gap && !first)
			buf_puts(t->out, "(?:[^\\w]+\\w+){0,4}?[^\\w]+");
		else if (!first)
			buf_puts(t->out, "[\\s\\-\\x{2010}-\\x{2013}]+");
		at_start = at_start && first;
		first = gap = false;
		if (!is_bracketed(word, '<', '>'))
			put_word(t->out, word, at_start);
		else if (!put_class(t, str_slice(word, 1, word.len - 1), depth,
				    at_start))
			return false;
	}
	return !first;
}

bool term_translate(struct diags *d, struct word_classes classes,
		    struct text term, struct buf *out)
{
	struct translation t = { d, classes, term, out };
	size_t before = d->errors;

	if (put_term(&t, term.str, 0, true))
		return true;
	if (d->errors == before)
		diag_add(d, DIAG_TERM_EMPTY, term.at, NO_ARGS);
	return false;
}
