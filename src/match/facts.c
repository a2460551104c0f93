/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/facts.h"

#include <stdio.h>

static const struct str months[] = {
	STR_ROW("januari"), STR_ROW("februari"), STR_ROW("mars"),
	STR_ROW("april"),   STR_ROW("maj"),      STR_ROW("juni"),
	STR_ROW("juli"),    STR_ROW("augusti"),  STR_ROW("september"),
	STR_ROW("oktober"), STR_ROW("november"), STR_ROW("december"),
};

static bool is_digit(struct str s, size_t i)
{
	return i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

static bool same_letter(char a, char b)
{
	return a == b || (a >= 'A' && a <= 'Z' && a - 'A' == b - 'a');
}

/* The month whose name begins at i, 1–12, and the byte after it; or 0. */
static unsigned month_at(struct str s, size_t i, size_t *ret_end)
{
	for (unsigned m = 0; m < 12; m++) {
		size_t k = 0;

		while (k < months[m].len && i + k < s.len &&
		       same_letter(s.ptr[i + k], months[m].ptr[k]))
			k++;
		if (k < months[m].len)
			continue;
		*ret_end = i + k;
		return m + 1;
	}
	return 0;
}

/* The number of one or two digits that ends before i and a space; or 0. */
static unsigned day_before(struct str s, size_t i)
{
	unsigned ones, tens = 0;

	if (i < 2 || s.ptr[i - 1] != ' ' || !is_digit(s, i - 2))
		return 0;
	ones = (unsigned)(s.ptr[i - 2] - '0');
	if (i >= 3 && is_digit(s, i - 3))
		tens = (unsigned)(s.ptr[i - 3] - '0');
	return tens * 10 + ones;
}

static bool four_digits(struct str s, size_t i)
{
	return is_digit(s, i) && is_digit(s, i + 1) && is_digit(s, i + 2) &&
	       is_digit(s, i + 3) && !is_digit(s, i + 4) &&
	       (i == 0 || !is_digit(s, i - 1));
}

/* "19 februari 2024", "februari 2024" with the month at i. */
static bool written_date(struct str s, size_t i, struct date *ret_date)
{
	char text[16];
	size_t end = 0;
	unsigned month = month_at(s, i, &end), day = day_before(s, i);
	int n;

	if (!month || end >= s.len || s.ptr[end] != ' ' ||
	    !four_digits(s, end + 1))
		return false;
	n = snprintf(text, sizeof(text), "%.4s-%02u", s.ptr + end + 1, month);
	if (day && day <= 31)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "-%02u", day);
	return date_parse((struct str){ text, (size_t)n }, ret_date);
}

/* 2024-02-19 or 2024-02, not as part of a longer number. */
static bool iso_date(struct str s, size_t i, struct date *ret_date)
{
	if (!four_digits(s, i) || i + 7 > s.len || s.ptr[i + 4] != '-')
		return false;
	if (i + 10 <= s.len && !is_digit(s, i + 10) &&
	    date_parse(str_slice(s, i, i + 10), ret_date))
		return true;
	return !is_digit(s, i + 7) && (i + 7 >= s.len || s.ptr[i + 7] != '-') &&
	       date_parse(str_slice(s, i, i + 7), ret_date);
}

/* 1990–2099: "2007:1091" and "KS 2015/0144" are numbers of papers. */
static bool is_year(struct str s, size_t i)
{
	char after = ' ';

	if (i + 4 < s.len)
		after = s.ptr[i + 4];
	if (!four_digits(s, i) || after == ':' || after == '/' || after == '-')
		return false;
	return str_starts(str_slice(s, i, s.len), STR("20")) ||
	       str_starts(str_slice(s, i, s.len), STR("199"));
}

bool facts_date(struct str text, struct date *ret_date)
{
	for (size_t i = 0; i < text.len; i++)
		if (iso_date(text, i, ret_date) ||
		    written_date(text, i, ret_date))
			return true;
	for (size_t i = 0; i < text.len; i++)
		if (is_year(text, i))
			return date_parse(str_slice(text, i, i + 4), ret_date);
	return false;
}

struct str facts_organ(const struct vocab *v, struct matcher *m, struct str text)
{
	struct span span;

	for (size_t i = 0; text.len && i < v->organs.count; i++) {
		const struct organ *o = &v->organs.list[i];

		if (terms_find(&o->terms, m, text, &span) == FOUND_HIT)
			return o->id.str;
	}
	return (struct str){ 0 };
}

static void keep_latest(struct date *latest, struct date found)
{
	if (!latest->known || found.last > latest->last)
		*latest = found;
}

static bool speaks_of(const struct vocab *v, enum fact fact, struct matcher *m,
		      struct str text)
{
	struct span span;

	return terms_find(&v->facts[fact], m, text, &span) == FOUND_HIT;
}

static void find_facts(const struct vocab *v, struct matcher *m,
		       const struct clause *c, struct facts *f)
{
	struct date date = { 0 };
	struct str organ;

	f->registered |= speaks_of(v, FACT_REGISTERED, m, c->text);
	if (speaks_of(v, FACT_REVISED, m, c->text)) {
		if (facts_date(c->text, &date))
			keep_latest(&f->revised, date);
	} else if (speaks_of(v, FACT_APPROVED, m, c->text)) {
		organ = facts_organ(v, m, c->text);
		if (!f->approver.len)
			f->approver = organ;
		if (facts_date(c->text, &date))
			keep_latest(&f->decided, date);
		f->approved |= organ.len || date.known;
	}
}

/* What one clause of the text tells; a draft or a plan tells nothing. */
static void read_clause(const struct vocab *v, struct matcher *m,
			const struct clause *c, struct facts *f)
{
	if (c->draft || c->stance == STANCE_NEGATED ||
	    c->stance == STANCE_PLANNED || c->stance == STANCE_IMPLIED)
		return;
	matcher_begin(m, v->patterns, c->text);
	find_facts(v, m, c, f);
	matcher_end(m);
}

struct date facts_dated(const struct vocab *v, struct matcher *m,
			struct str clause)
{
	struct date date = { 0 };

	if (speaks_of(v, FACT_REVISED, m, clause) ||
	    speaks_of(v, FACT_APPROVED, m, clause) ||
	    speaks_of(v, FACT_DATED, m, clause))
		facts_date(clause, &date);
	return date;
}

void facts_learn(const struct vocab *v, struct matcher *m,
		 const struct reading *note, struct facts *f)
{
	struct facts told = { 0 };

	for (size_t i = 0; i < note->clause_count; i++)
		read_clause(v, m, &note->clauses[i], &told);
	if (!f->approved) {
		f->approver = told.approver;
		f->approved = told.approved;
	}
	if (!f->decided.known)
		f->decided = told.decided;
	if (!f->revised.known)
		f->revised = told.revised;
	f->registered |= told.registered;
}

struct facts facts_of(const struct vocab *v, struct matcher *m,
		      const struct document *d, const struct reading *r)
{
	struct facts f = { 0 };

	for (size_t i = 0; i < r->clause_count; i++)
		read_clause(v, m, &r->clauses[i], &f);
	if (d->approved.by.str.len) {
		f.approver = facts_organ(v, m, d->approved.by.str);
		f.approved = true;
	}
	if (d->approved.date.known)
		f.decided = d->approved.date;
	if (d->revised.known)
		f.revised = d->revised;
	return f;
}
