/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the key tables can't say: each part is of exactly one kind, every
 * name is in the vocabulary, and what is left out gets its default.
 */
#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "model/inventory.h"
#include "model/vocab.h"
#include "rules/rules.h"

/* How deep parts may stand inside parts. */
#define MAX_PART_DEPTH 8

struct freezer {
	struct arena *arena;
	struct diags *diags;
	const struct vocab *vocab;
	size_t errors_before;
	struct rule *rule;
};

/* A list of names to look a name up in. */
struct names {
	const char *what; /* DIAG_WORD() */
	size_t count;
	size_t (*find)(const struct vocab *v, struct str id);
	struct str (*name)(const struct vocab *v, size_t i);
};

static struct str topic_name(const struct vocab *v, size_t i)
{
	return v->topics.list[i].id.str;
}

static struct str type_name(const struct vocab *v, size_t i)
{
	return v->types.list[i].id.str;
}

static struct str organ_name(const struct vocab *v, size_t i)
{
	return v->organs.list[i].id.str;
}

static struct names topics_of(const struct vocab *v)
{
	return (struct names){ DIAG_WORD("topic"), v->topics.count, vocab_topic,
			       topic_name };
}

static struct names types_of(const struct vocab *v)
{
	return (struct names){ DIAG_WORD("document type"), v->types.count,
			       vocab_type, type_name };
}

static struct names organs_of(const struct vocab *v)
{
	return (struct names){ DIAG_WORD("decision-maker"), v->organs.count,
			       vocab_organ, organ_name };
}

/* The index of a name, or SIZE_MAX with a message. */
static size_t resolve(const struct freezer *f, struct names in, struct text name)
{
	size_t i = in.find(f->vocab, name.str);
	struct str_near near;

	if (i < in.count)
		return i;
	str_near_start(&near, name.str);
	for (size_t k = 0; k < in.count; k++)
		str_near_try(&near, in.name(f->vocab, k));
	diag_add(f->diags,
		 near.best.len ? DIAG_UNKNOWN_NAME_NEAR : DIAG_UNKNOWN_NAME,
		 name.at, ARGS(name.str, str_of(in.what), near.best));
	return SIZE_MAX;
}

static uint64_t *resolve_all(const struct freezer *f, struct names in,
			     struct texts names)
{
	uint64_t *bits = arena_array(f->arena, uint64_t, in.count / 64 + 1);

	for (size_t k = 0; k < names.count; k++) {
		size_t i = resolve(f, in, names.list[k]);

		if (i != SIZE_MAX)
			bits_set(bits, i);
	}
	return names.count ? bits : NULL;
}

/* The kinds whose key is given, as bits. */
static uint32_t kinds_given(const struct part *p)
{
	const bool given[] = {
		[PART_DOCUMENT] = p->document.count != 0,
		[PART_RECORD] = p->record.count != 0,
		[PART_STATEMENT] = p->statement.str.len != 0,
		[PART_ELEMENT] = p->element.str.len != 0,
		[PART_ANY] = p->any.count != 0,
		[PART_ALL] = p->all.count != 0,
		[PART_AT_LEAST] = p->at_least != 0,
		[PART_PAPERS] = p->papers.count != 0,
		[PART_RESULTS] = p->results.count != 0,
	};
	uint32_t bits = 0;

	for (size_t k = 0; k < PART_KINDS; k++)
		bits |= given[k] ? BIT(k) : 0;
	return bits;
}

static void report_kinds(const struct freezer *f, const struct part *p,
			 enum diag_kind kind)
{
	struct buf b = { 0 };

	for (size_t k = 0; k < PART_KINDS; k++)
		buf_putf(&b, "%s%s", k ? ", " : "", part_kind_words.list[k]);
	diag_add(f->diags, kind, p->at, ARGS(p->label.str, buf_str(&b)));
	buf_release(&b);
}

static bool find_kind(const struct freezer *f, struct part *p)
{
	uint32_t bits = kinds_given(p);

	if (!bits || (bits == BIT(PART_AT_LEAST) && !p->of.count) ||
	    (bits == BIT(PART_PAPERS) && !p->have)) {
		report_kinds(f, p, DIAG_EXPECT_KIND);
		return false;
	}
	if (bits & (bits - 1)) {
		report_kinds(f, p, DIAG_EXPECT_MANY);
		return false;
	}
	while (bits >>= 1)
		p->kind++;
	return true;
}

/* What each kind of part accepts and shows when it does not say. */
static const struct {
	uint32_t accepts;
	uint32_t forms;
	enum shows shows;
} defaults[PART_KINDS] = {
	[PART_DOCUMENT] = { BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
				    BIT(ACCEPTS_SHOWN),
			    BIT(FORM_FULL) | BIT(FORM_EXCERPT) |
				    BIT(FORM_TEMPLATE) | BIT(FORM_RECORD),
			    SHOWS_DOCUMENTED },
	[PART_RECORD] = { BIT(ACCEPTS_RECORD) | BIT(ACCEPTS_SHOWN),
			  BIT(FORM_FULL) | BIT(FORM_EXCERPT) | BIT(FORM_RECORD),
			  SHOWS_PERFORMED },
	[PART_STATEMENT] = { BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
				     BIT(ACCEPTS_SHOWN) | BIT(ACCEPTS_STATEMENT),
			     BIT(FORM_FULL) | BIT(FORM_EXCERPT) |
				     BIT(FORM_RECORD) | BIT(FORM_LETTER),
			     SHOWS_DOCUMENTED },
	[PART_ELEMENT] = { BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
				   BIT(ACCEPTS_SHOWN),
			   BIT(FORM_FULL) | BIT(FORM_EXCERPT) |
				   BIT(FORM_TEMPLATE) | BIT(FORM_RECORD),
			   SHOWS_DOCUMENTED },
	[PART_ANY] = { 0, 0, SHOWS_DOCUMENTED },
	[PART_ALL] = { 0, 0, SHOWS_DOCUMENTED },
	[PART_AT_LEAST] = { 0, 0, SHOWS_DOCUMENTED },
	[PART_PAPERS] = { BIT(ACCEPTS_DOCUMENT) | BIT(ACCEPTS_RECORD) |
				  BIT(ACCEPTS_SHOWN) | BIT(ACCEPTS_STATEMENT),
			  BIT(FORM_FULL), SHOWS_DOCUMENTED },
	[PART_RESULTS] = { 0, 0, SHOWS_DOCUMENTED },
};

static void set_defaults(struct part *p)
{
	if (!p->accepts)
		p->accepts = defaults[p->kind].accepts;
	if (!p->forms)
		p->forms = defaults[p->kind].forms;
	if (p->shows == SHOWS_UNSET)
		p->shows = defaults[p->kind].shows;
	if (p->point == POINT_UNSET)
		p->point = p->shows == SHOWS_PERFORMED ? POINT_PERFORMED
						       : POINT_DOCUMENTED;
	if (!p->periods)
		p->periods = 1;
}

static struct texts types_named(const struct part *p)
{
	if (p->kind == PART_RECORD)
		return p->record;
	return p->kind == PART_PAPERS ? p->papers : p->document;
}

static void resolve_names(const struct freezer *f, struct part *p)
{
	struct text topic = p->topic;

	if (p->kind == PART_STATEMENT)
		topic = p->statement;
	if (p->kind == PART_ELEMENT)
		topic = p->element;
	p->topic_index = SIZE_MAX;
	if (topic.str.len)
		p->topic_index = resolve(f, topics_of(f->vocab), topic);
	p->types = resolve_all(f, types_of(f->vocab), types_named(p));
	p->containers = resolve_all(f, types_of(f->vocab), p->may_be_in);
	p->approvers = resolve_all(f, organs_of(f->vocab), p->approved_by);
	if (p->agreed_with.str.len)
		resolve(f, topics_of(f->vocab), p->agreed_with);
}

/* "RULE" or "RULE:LABEL"; whether there is one is known when all are loaded. */
static struct references read_references(const struct freezer *f,
					 struct texts written)
{
	struct references r = { arena_array(f->arena, struct reference,
					    written.count),
				written.count };

	for (size_t i = 0; i < written.count; i++) {
		struct str rest = written.list[i].str;

		r.list[i].written = written.list[i];
		str_cut(&rest, ':', &r.list[i].rule);
		r.list[i].label = rest;
	}
	return r;
}

/* In one list for the rule: whoever asks need not walk its parts. */
static void name_others(const struct freezer *f, struct references refs)
{
	struct references *all = &f->rule->named;
	struct reference *list;

	if (!refs.count)
		return;
	list = arena_array(f->arena, struct reference, all->count + refs.count);
	if (all->count)
		memcpy(list, all->list, all->count * sizeof(*list));
	memcpy(list + all->count, refs.list, refs.count * sizeof(*list));
	*all = (struct references){ list, all->count + refs.count };
}

/* What each reason weighs: as it is, but for those that are named. */
static const enum verdict *read_weights(const struct freezer *f,
					const struct node *n)
{
	enum verdict *weights;

	if (!n)
		return NULL;
	if (n->kind != NODE_MAP) {
		diag_add(f->diags, DIAG_WRONG_TYPE, n->at,
			 ARGS(n->key, str_of(DIAG_WORD("a map of labels"))));
		return NULL;
	}
	weights = arena_array(f->arena, enum verdict, REASONS);
	for (size_t i = 0; i < REASONS; i++)
		weights[i] = VERDICTS;
	for (const struct node *c = n->first; c; c = c->next) {
		size_t reason = words_find(reason_words, c->key);
		size_t verdict = words_find(verdict_words, c->text);

		if (reason == REASONS)
			fields_unknown_word(f->diags,
					    (struct text){ c->key, c->key_at },
					    reason_words);
		else if (verdict == VERDICTS)
			fields_unknown_word(f->diags,
					    (struct text){ c->text, c->at },
					    verdict_words);
		else
			weights[reason] = (enum verdict)verdict;
	}
	return weights;
}

/* "review" under "process" becomes "process/review". */
static struct text join_labels(const struct freezer *f, struct text above,
			       struct text label)
{
	struct buf b = { 0 };

	if (!above.str.len)
		return label;
	buf_put(&b, above.str);
	buf_putc(&b, '/');
	buf_put(&b, label.str);
	label.str = buf_take(&b, f->arena);
	buf_release(&b);
	return label;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_PART_DEPTH */
static void freeze_parts(const struct freezer *f, const struct part *above,
			 const struct parts *parts, unsigned depth)
{
	for (size_t i = 0; i < parts->count; i++) {
		struct part *p = &parts->list[i];
		const struct parts *group;

		if (above)
			p->label = join_labels(f, above->label, p->label);
		if (depth >= MAX_PART_DEPTH) {
			diag_add(f->diags, DIAG_YAML_DEEP, p->at, ARGS(STR("8")));
			continue;
		}
		if (!find_kind(f, p))
			continue;
		p->parent = above && !part_group(above) ? above : NULL;
		if (p->priority == PRIORITY_UNSET)
			p->priority = above ? above->priority : f->rule->priority;
		set_defaults(p);
		resolve_names(f, p);
		p->members = read_references(f, p->results);
		p->grounds = read_references(f, p->rests_on);
		name_others(f, p->members);
		name_others(f, p->grounds);
		p->weights = read_weights(f, p->counts_as);
		group = part_group(p);
		if (group)
			freeze_parts(f, p, group, depth + 1);
		freeze_parts(f, p, &p->elements, depth + 1);
		freeze_parts(f, p, &p->clauses, depth + 1);
		for (size_t k = 0; k < p->clauses.count; k++)
			p->clauses.list[k].is_clause = true;
	}
}

/* framework-edition:id */
static bool is_control(struct str s)
{
	struct str framework;

	return str_cut(&s, ':', &framework) && framework.len && s.len &&
	       memchr(framework.ptr, '-', framework.len);
}

static void check_rule(const struct freezer *f, struct rule *r)
{
	static const char *const labels = DIAG_WORD("a map of labels");

	if (!r->expect.count)
		diag_add(f->diags, DIAG_WRONG_TYPE, r->at,
			 ARGS(STR("expect"), str_of(labels)));
	for (size_t i = 0; i < r->controls.count; i++)
		if (!is_control(r->controls.list[i].str))
			diag_add(f->diags, DIAG_UNKNOWN_CONTROL,
				 r->controls.list[i].at,
				 ARGS(r->controls.list[i].str));
	if (r->na.allow == NA_WITH_PROOF && !r->na.proof)
		diag_add(f->diags, DIAG_NO_PROOF, r->na.at, NO_ARGS);
	r->na.approvers = resolve_all(f, organs_of(f->vocab), r->na.approved_by);
	freeze_parts(f, NULL, &r->na.refuted_by, 0);
}

bool rule_freeze(struct arena *a, struct diags *d, const struct vocab *v,
		 struct rule *rule)
{
	struct freezer f = { a, d, v, d->errors, rule };

	freeze_parts(&f, NULL, &rule->expect, 0);
	check_rule(&f, rule);
	return d->errors == f.errors_before;
}
