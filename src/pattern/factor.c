/* SPDX-License-Identifier: EUPL-1.2 */
#include "pattern/factor.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

#define MAX_DEPTH 32
#define LETTERS_MAX 6 /* more letters make a factor no better */
#define INSIDE_MIN 3 /* fewer letters inside a word tell nothing */

/* What a part of the pattern needs. */
struct need {
	struct factors factors; /* count 0: nothing that can be told */
	size_t score; /* letters of the weakest factor */
	bool fails; /* it never matches: … (*FAIL) */
	bool bound; /* what follows it begins a word */
};

struct parser {
	struct arena *arena;
	struct str s;
	size_t at;
	unsigned depth;
	bool lost; /* something that changes how all is read */
};

/* A sequence while it is read. */
struct sequence {
	struct need best;
	struct str run; /* letters one after the other */
	bool run_start;
	bool bound; /* a word begins here */
};

static bool looks_at(const struct parser *p, struct str what)
{
	return str_starts(str_slice(p->s, p->at, p->s.len), what);
}

static bool take(struct parser *p, struct str what)
{
	if (!looks_at(p, what))
		return false;
	p->at += what.len;
	return true;
}

/* No further than to the end: a pattern may stop in the middle of a class. */
static void skip(struct parser *p, size_t bytes)
{
	p->at += bytes < p->s.len - p->at ? bytes : p->s.len - p->at;
}

static bool at_end(const struct parser *p)
{
	return p->at >= p->s.len;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == '-';
}

/* The least number of times that the quantifier asks for; 1: there is none. */
static unsigned take_quantifier(struct parser *p)
{
	unsigned least = 1;

	if (at_end(p) || !strchr("?*+{", p->s.ptr[p->at]))
		return 1;
	if (p->s.ptr[p->at] == '{') {
		const char *end = memchr(p->s.ptr + p->at, '}', p->s.len - p->at);

		least = p->at + 1 < p->s.len && p->s.ptr[p->at + 1] != '0' &&
			p->s.ptr[p->at + 1] != ',';
		p->at = end ? (size_t)(end - p->s.ptr) + 1 : p->s.len;
	} else {
		least = p->s.ptr[p->at++] == '+';
	}
	if (!at_end(p) && strchr("?+", p->s.ptr[p->at]))
		p->at++;
	return least;
}

static size_t score_of(struct str letters, bool start)
{
	size_t n = utf8_count(letters);

	/* A word's beginning is rarer than letters anywhere. */
	return (n < LETTERS_MAX ? n : LETTERS_MAX) + start;
}

/* Keep what is the better one to look for. */
static void offer(struct sequence *q, struct factors f, size_t score)
{
	const struct need *best = &q->best;

	if (f.count && (!best->factors.count || score > best->score ||
			(score == best->score && f.count < best->factors.count))) {
		q->best.factors = f;
		q->best.score = score;
	}
}

static void end_run(struct parser *p, struct sequence *q)
{
	struct factors f = { 0 };

	if (q->run.len && (q->run_start || utf8_count(q->run) >= INSIDE_MIN)) {
		f.list = arena_new(p->arena, struct factor);
		f.list[f.count++] = (struct factor){ q->run, q->run_start };
		offer(q, f, score_of(q->run, q->run_start));
	}
	q->run = (struct str){ 0 };
}

static void take_letter(struct parser *p, struct sequence *q)
{
	size_t from = p->at, next;
	unsigned least;

	p->at += utf8_sequence(str_slice(p->s, p->at, p->s.len));
	next = p->at;
	least = take_quantifier(p);
	if (!least)
		end_run(p, q);
	if (least && !q->run.len) {
		q->run.ptr = p->s.ptr + from;
		q->run_start = q->bound;
	}
	if (least)
		q->run.len += next - from;
	if (p->at > next)
		end_run(p, q);
	q->bound = false;
}

/* Something that is no letter for sure, or may be one. */
static void take_other(struct parser *p, struct sequence *q, bool parts)
{
	unsigned least;

	end_run(p, q);
	least = take_quantifier(p);
	q->bound = least ? parts : q->bound && parts;
}

static void take_escape(struct parser *p, struct sequence *q)
{
	bool last = p->at + 1 >= p->s.len;
	char c = '\0';

	if (!last)
		c = p->s.ptr[p->at + 1];

	skip(p, 2);
	if (c == 'b' || c == 'K') {
		end_run(p, q);
		q->bound |= c == 'b';
		return;
	}
	if (c == 'x' && looks_at(p, STR("{"))) {
		const char *end = memchr(p->s.ptr + p->at, '}', p->s.len - p->at);

		p->at = end ? (size_t)(end - p->s.ptr) + 1 : p->s.len;
		take_other(p, q, false);
		return;
	}
	/* \s, \W, \. part words; \w, \d, \S, \1 may be letters of one. */
	take_other(p, q, c == 's' || c == 'W' || !is_letter(c));
}

static void take_class(struct parser *p, struct sequence *q)
{
	/* [\W\d_] may be skipped before a word and leaves it one. */
	bool parts = looks_at(p, STR("[\\W")) || looks_at(p, STR("[\\s")) ||
		     looks_at(p, STR("[ "));

	p->at++;
	if (!take(p, STR("^]")))
		take(p, STR("]"));
	while (!at_end(p) && p->s.ptr[p->at] != ']')
		skip(p, p->s.ptr[p->at] == '\\' ? 2 : 1);
	skip(p, 1);
	take_other(p, q, parts);
}

static struct need take_alternatives(struct parser *p, bool bound);

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static void take_group(struct parser *p, struct sequence *q)
{
	static const struct str arounds[] = { STR_ROW("?="), STR_ROW("?!"),
					      STR_ROW("?<="), STR_ROW("?<!") };
	bool around = false, bound = q->bound;
	struct need need;
	unsigned least;

	p->at++;
	for (size_t i = 0; i < sizeof(arounds) / sizeof(*arounds); i++)
		around = around || take(p, arounds[i]);
	if (!around && !take(p, STR("?:")) && !take(p, STR("?>")) &&
	    looks_at(p, STR("?")))
		p->lost = true; /* (?i), (?<name>…): not worth more */
	if (!around)
		end_run(p, q);
	need = take_alternatives(p, bound);
	take(p, STR(")"));
	if (around)
		return;
	least = take_quantifier(p);
	if (least)
		offer(q, need.factors, need.score);
	q->best.fails |= least && need.fails;
	q->bound = need.bound && (least || bound);
}

/* (*FAIL), (*SKIP): a branch that only leads the search past something. */
static void take_verb(struct parser *p, struct sequence *q)
{
	const char *end = memchr(p->s.ptr + p->at, ')', p->s.len - p->at);

	q->best.fails |= looks_at(p, STR("(*F"));
	p->lost |= !q->best.fails && !looks_at(p, STR("(*SKIP)"));
	end_run(p, q);
	p->at = end ? (size_t)(end - p->s.ptr) + 1 : p->s.len;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static void take_atom(struct parser *p, struct sequence *q)
{
	char c = p->s.ptr[p->at];

	if (is_letter(c)) {
		take_letter(p, q);
	} else if (c == '\\') {
		take_escape(p, q);
	} else if (c == '[') {
		take_class(p, q);
	} else if (looks_at(p, STR("(*"))) {
		take_verb(p, q);
	} else if (c == '(') {
		take_group(p, q);
	} else if (c == '^' || c == '$') {
		end_run(p, q);
		p->at++;
		q->bound = true;
	} else {
		p->at++;
		take_other(p, q, c != '.' && c != '_');
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static struct need take_sequence(struct parser *p, bool bound)
{
	struct sequence q = { .bound = bound };

	while (!at_end(p) && !looks_at(p, STR("|")) && !looks_at(p, STR(")")))
		take_atom(p, &q);
	end_run(p, &q);
	q.best.bound = q.bound;
	return q.best;
}

static struct factors join(struct arena *a, struct factors x, struct factors y)
{
	struct factors all = {
		.list = arena_array(a, struct factor, x.count + y.count),
		.count = x.count + y.count,
	};

	if (x.count)
		memcpy(all.list, x.list, x.count * sizeof(*all.list));
	memcpy(all.list + x.count, y.list, y.count * sizeof(*all.list));
	return all;
}

/* One of them must match; those that always fail are none. */
static struct need either(struct arena *a, struct need x, struct need y)
{
	struct need need = { .bound = x.bound && y.bound };

	if (x.fails || y.fails)
		return x.fails ? y : x;
	if (!x.factors.count || !y.factors.count)
		return need;
	need.factors = join(a, x.factors, y.factors);
	need.score = x.score < y.score ? x.score : y.score;
	return need;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_DEPTH */
static struct need take_alternatives(struct parser *p, bool bound)
{
	struct need need;

	if (++p->depth > MAX_DEPTH) {
		p->lost = true;
		p->at = p->s.len;
	}
	need = take_sequence(p, bound);
	while (take(p, STR("|")))
		need = either(p->arena, need, take_sequence(p, bound));
	p->depth--;
	return need;
}

struct factors factors_of(struct arena *a, struct str pattern)
{
	struct parser p = { .arena = a, .s = pattern };
	struct need need = take_alternatives(&p, false);

	if (p.lost || !at_end(&p))
		return (struct factors){ 0 };
	return need.factors;
}
