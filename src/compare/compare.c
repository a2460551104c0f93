/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every earlier point, and what is found now that none of them covers, in
 * the order in which auditors report: by system, the organisation last.
 */
#include "compare/compare.h"

#include <stdlib.h>

#include "base/arena.h"
#include "compare/held.h"

struct comparer {
	struct arena *arena;
	struct present now;
	struct comparison *of;
	struct past past;
	size_t count; /* of what it lists */
};

/* The subjects that an earlier point is about; the organisation is one. */
static size_t subjects_of(const struct earlier *e)
{
	return e->about.count ? e->about.count : 1;
}

static struct str subject_of(const struct earlier *e, size_t i)
{
	return e->about.count ? e->about.list[i].str : (struct str){ 0 };
}

static size_t count_subjects(const struct comparer *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->count; i++)
		n += subjects_of(&c->past.list[i]);
	return n;
}

static void list_points(struct comparer *c)
{
	c->past.points = directory_new(c->arena, count_subjects(c));
	for (size_t i = 0; i < c->count; i++)
		for (size_t k = 0; k < subjects_of(&c->past.list[i]); k++)
			directory_add(
				&c->past.points,
				present_name(&c->now, c->past.list[i].rule.str),
				subject_of(&c->past.list[i], k), i);
	directory_sort(&c->past.points);
}

static void add_earlier(struct comparer *c)
{
	const struct directory *points = &c->past.points;

	for (size_t i = 0; i < points->count; i++)
		if (!past_is_consequence(&c->past, &points->list[i]))
			c->of->points[c->of->count++] = followed_hold(
				c->arena, &c->past, &points->list[i], &c->now);
}

/* Whether an earlier point is about this part, what holds it, or the rule. */
static bool is_covered(const struct comparer *c, const struct result *r,
		       const struct part_result *p)
{
	struct str rule = r->rule->id.str;
	size_t at = directory_find(&c->past.points, rule, r->subject);

	for (; directory_has(&c->past.points, at, rule, r->subject); at++) {
		struct str label =
			c->past.list[c->past.points.list[at].number].part.str;

		if (!label.len || str_eq(label, p->label) ||
		    label_is_below(p->label, label))
			return true;
	}
	return false;
}

static void add_new(struct comparer *c)
{
	const struct assessment *now = c->of->now;

	for (size_t i = 0; i < now->count; i++) {
		const struct result *r = &now->results[i];

		for (size_t k = 0; k < r->count; k++)
			if (r->parts[k].finding.len &&
			    !part_is_consequence(r, &r->parts[k]) &&
			    !is_covered(c, r, &r->parts[k]))
				c->of->points[c->of->count++] = followed_new(
					c->arena, r, &r->parts[k]);
	}
}

static size_t count_parts(const struct assessment *now)
{
	size_t n = 0;

	for (size_t i = 0; i < now->count; i++)
		n += now->results[i].count;
	return n;
}

/*
 * Subjects with the highest place that each has in any rule: in a rule about
 * each of them they stand as in the inventory.
 */
static struct directory place_subjects(struct comparer *c)
{
	const struct assessment *now = c->of->now;
	const struct str no_rule = { 0 };
	struct directory d = directory_new(c->arena, now->count);

	for (size_t i = 0, at = 0; i < now->count; i++) {
		const struct result *r = &now->results[i];

		at = i && r->rule == r[-1].rule ? at + 1 : 0;
		if (r->subject.len)
			directory_add(&d, no_rule, r->subject, at);
	}
	directory_sort(&d);
	return d;
}

/* A point and where it stands. */
struct placed {
	struct followed point;
	size_t subject;
	size_t area;
	size_t part;
	size_t order;
};

/* Those that are not seen now come after the others, the organisation last. */
static size_t place_subject(const struct directory *subjects, struct str subject)
{
	const struct str no_rule = { 0 };
	size_t at = directory_find(subjects, no_rule, subject);
	size_t place = SIZE_MAX - 1;

	if (!subject.len)
		return SIZE_MAX;
	for (; directory_has(subjects, at, no_rule, subject); at++)
		place = subjects->list[at].number;
	return place;
}

static size_t place_part(const struct followed *p)
{
	for (size_t i = 0; p->result && i < p->result->count; i++)
		if (str_eq(p->result->parts[i].label, p->label))
			return i + 1;
	return p->label.len ? SIZE_MAX : 0;
}

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int d = compare_sizes(x->subject, y->subject);

	d = d ? d : str_cmp(x->point.subject, y->point.subject);
	d = d ? d : compare_sizes(x->area, y->area);
	d = d ? d : str_cmp(x->point.rule, y->point.rule);
	d = d ? d : compare_sizes(x->part, y->part);
	return d ? d : compare_sizes(x->order, y->order);
}

static void sort_points(struct comparer *c)
{
	struct comparison *of = c->of;
	struct directory subjects = place_subjects(c);
	struct placed *list = arena_array(c->arena, struct placed, of->count);

	for (size_t i = 0; i < of->count; i++) {
		const struct followed *p = &of->points[i];

		list[i] = (struct placed){ .point = *p,
					   .subject = place_subject(&subjects,
								    p->subject),
					   .area = AREAS,
					   .part = place_part(p),
					   .order = i };
		if (p->result)
			list[i].area = p->result->rule->area;
	}
	if (of->count)
		qsort(list, of->count, sizeof(*list), by_place);
	for (size_t i = 0; i < of->count; i++)
		of->points[i] = list[i].point;
}

static void count_points(struct comparison *of)
{
	for (size_t i = 0; i < of->count; i++) {
		of->totals[of->points[i].status]++;
		of->promises[of->points[i].promise]++;
	}
}

const struct comparison *compare(struct arena *a, const struct assessment *now,
				 const struct earlier *points, size_t count,
				 const struct assessment *earlier)
{
	struct comparer c = { .arena = a,
			      .now = present_new(a, now),
			      .of = arena_new(a, struct comparison),
			      .past = { .list = points },
			      .count = count };

	c.of->now = now;
	if (earlier) {
		c.of->earlier_as_of = earlier->as_of;
		c.of->earlier_program = earlier->program;
	}
	list_points(&c);
	c.of->points = arena_array(a, struct followed,
				   c.past.points.count + count_parts(now));
	add_earlier(&c);
	add_new(&c);
	sort_points(&c);
	count_points(c.of);
	return c.of;
}
