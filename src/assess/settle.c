/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What people have decided, against what came out.  A decision names a
 * finding, or a rule with what narrows it; places_of() finds the parts it
 * is about, settle_waiver() and settle_opinion() say what becomes of it.
 */
#include "assess/settle.h"

#include <stdlib.h>

#include "base/arena.h"

/* A part by the id of its finding, or evidence by its own id. */
struct named {
	struct str name;
	const struct result *result;
	struct part_result *part;
	const struct read_document *document;
	const struct read_process *process;
};

struct index {
	struct named *list; /* sorted by name */
	size_t count;
};

struct desk {
	struct arena *arena;
	const struct ruleset *rules;
	const struct matches *matches;
	struct assessment *assessment;
	struct index findings;
	struct index evidence;
};

static int by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

static void sort_index(struct index *x)
{
	if (x->count)
		qsort(x->list, x->count, sizeof(*x->list), by_name);
}

static const struct named *find_named(const struct index *x, struct str name)
{
	struct named key = { .name = name };

	if (!x->count)
		return NULL;
	return bsearch(&key, x->list, x->count, sizeof(*x->list), by_name);
}

/* Every part that counts, met or not: a finding that was mended is known. */
static void index_findings(struct desk *d)
{
	struct assessment *a = d->assessment;
	struct str key = assessment_key(a);
	size_t room = 0;

	for (size_t i = 0; i < a->count; i++)
		room += a->results[i].count;
	d->findings.list = arena_array(d->arena, struct named, room);
	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		for (size_t k = 0; k < r->count; k++) {
			struct part_result *p = &r->parts[k];

			if (!p->counts)
				continue;
			d->findings.list[d->findings.count++] = (struct named){
				.name = finding_id(d->arena, key, r->rule,
						   r->subject, p->label),
				.result = r,
				.part = p,
			};
		}
	}
	sort_index(&d->findings);
}

static void index_evidence(struct desk *d)
{
	const struct matches *m = d->matches;
	size_t documents = m->inventory->documents.count;
	size_t processes = m->inventory->processes.count;
	struct index *x = &d->evidence;

	x->list = arena_array(d->arena, struct named, documents + processes);
	for (size_t i = 0; i < documents; i++)
		x->list[x->count++] = (struct named){
			.name = m->documents[i].document->id.str,
			.document = &m->documents[i],
		};
	for (size_t i = 0; i < processes; i++)
		x->list[x->count++] = (struct named){
			.name = m->processes[i].process->id.str,
			.process = &m->processes[i],
		};
	sort_index(x);
}

/* The parts that a decision is about. */
struct places {
	struct part_result **list;
	const struct result *result; /* of the last one */
	size_t count;
	bool assessed; /* the rule was held against that subject */
};

static bool is_about(const struct result *r, const struct target *t, bool exact)
{
	if (!t->about.count)
		return !exact || !r->subject.len;
	return str_eq(r->subject, t->about.list[0].str);
}

static void add_places(struct places *p, const struct result *r, struct str label)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!r->parts[i].counts ||
		    (label.len && !str_eq(r->parts[i].label, label)))
			continue;
		p->list[p->count++] = &r->parts[i];
		p->result = r;
	}
}

static size_t count_of_rule(const struct assessment *a, const struct rule *rule)
{
	size_t n = 0;

	for (size_t i = 0; i < a->count; i++)
		if (a->results[i].rule == rule)
			n += a->results[i].count;
	return n;
}

/* `exact`: without `about` it is the organisation, not every subject. */
static struct places places_of(const struct desk *d, const struct target *t,
			       const struct rule *rule, bool exact)
{
	const struct assessment *a = d->assessment;
	struct places p = { 0 };

	p.list = arena_array(d->arena, struct part_result *,
			     count_of_rule(a, rule) + 1);
	if (t->finding.str.len) {
		const struct named *n = find_named(&d->findings, t->finding.str);

		if (n) {
			p.list[p.count++] = n->part;
			p.result = n->result;
		}
		p.assessed = true;
		return p;
	}
	for (size_t i = 0; i < a->count; i++) {
		const struct result *r = &a->results[i];

		if (r->rule != rule || r->is_rollup || !is_about(r, t, exact))
			continue;
		p.assessed = true;
		add_places(&p, r, t->part.str);
	}
	return p;
}

static bool is_out_of_scope(const struct desk *d, const struct settled *s)
{
	const struct inventory *v = d->matches->inventory;
	const struct assessment *a = d->assessment;

	for (size_t i = 0; i < a->count; i++)
		if (a->results[i].rule == s->rule)
			return s->of->about.count && v->scope.systems.count &&
			       !texts_hold(v->scope.systems,
					   s->of->about.list[0].str);
	return s->rule->status != RULE_DEPRECATED;
}

static void set(struct settled *s, enum decision_status status,
		enum decision_cause cause)
{
	s->status = status;
	s->cause = cause;
}

/* This assessment did not look there, so nothing is said of it. */
static bool is_unseen(const struct desk *d, const struct settled *s,
		      const struct places *p)
{
	return !p->assessed && s->rule && is_out_of_scope(d, s);
}

/* The rule that is named, itself or by a finding of it. */
static void find_rule(const struct desk *d, struct settled *s)
{
	const struct named *n;

	if (s->of->rule.str.len) {
		s->rule = ruleset_called(d->rules, s->of->rule.str);
		return;
	}
	n = find_named(&d->findings, s->of->finding.str);
	s->rule = n ? n->result->rule : NULL;
}

/* False where the rule is not among those that could be used. */
static bool has_rule(const struct desk *d, struct settled *s)
{
	find_rule(d, s);
	if (s->rule || !s->of->rule.str.len)
		return true;
	if (texts_hold(d->rules->broken, s->of->rule.str))
		set(s, DECISION_UNUSED, CAUSE_NOT_ASSESSED);
	else
		set(s, DECISION_UNKNOWN_RULE, CAUSE_NONE);
	return false;
}

static bool covers(const struct waiver *w, enum reason reason)
{
	return !w->covers.count ||
	       (reason != REASON_NONE &&
		texts_hold(w->covers, str_of(reason_code(reason))));
}

/* Mark what is waived; what could not be, tells why. */
static void waive(struct settled *s, const struct places *places)
{
	set(s, DECISION_UNUSED, CAUSE_NO_DEVIATION);
	for (size_t i = 0; i < places->count; i++) {
		struct part_result *p = places->list[i];

		if (p->verdict == VERDICT_UNKNOWN &&
		    s->cause == CAUSE_NO_DEVIATION)
			s->cause = CAUSE_OPEN;
		if (!verdict_is_finding(p->verdict))
			continue;
		if (!covers(s->waiver, p->reason)) {
			s->cause = CAUSE_OTHER_REASON;
			continue;
		}
		if (!p->waived)
			p->waived = s->waiver;
		s->parts++;
	}
	if (s->parts)
		set(s, DECISION_USED, CAUSE_NONE);
}

static void settle_waiver(const struct desk *d, struct settled *s)
{
	const struct waiver *w = s->waiver;
	int32_t as_of = d->matches->inventory->as_of.last;
	struct places places;

	if (!has_rule(d, s))
		return;
	places = places_of(d, s->of, s->rule, false);
	if (is_unseen(d, s, &places))
		set(s, DECISION_UNUSED, CAUSE_NOT_ASSESSED);
	else if (s->rule && w->rule_version != s->rule->version)
		set(s, DECISION_WRONG_VERSION, CAUSE_NONE);
	else if (w->expires.last < as_of)
		set(s, DECISION_EXPIRED, CAUSE_NONE);
	else if (w->decided.last > as_of)
		set(s, DECISION_NOT_YET, CAUSE_NONE);
	else if (!places.count)
		set(s, DECISION_UNUSED, CAUSE_NO_SUCH_PART);
	else
		waive(s, &places);
}

static bool is_after(struct date date, const struct opinion *o)
{
	return date.known && date.first > o->date.last;
}

/* It came to be after the judgement. */
static bool is_newer(const struct named *n, const struct opinion *o)
{
	const struct document *d = n->document ? n->document->document : NULL;

	if (!d)
		return is_after(n->process->process->date, o);
	return is_after(d->approved.date, o) || is_after(d->revised, o) ||
	       is_after(d->performed, o) || is_after(d->received_on, o);
}

static bool counts_no_more(const struct named *n)
{
	return n->document && (n->document->status == STATUS_SUPERSEDED ||
			       n->document->document->received == CHOICE_NO);
}

/* A word by itself is an id; what somebody saw takes more than one. */
static bool is_id(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t')
			return false;
	return s.len != 0;
}

/* What the judgement named, and what liskoll quotes on the point. */
static enum decision_cause doubt_about(const struct desk *d,
				       const struct opinion *o,
				       const struct part_result *p)
{
	for (size_t i = 0; i < o->evidence.count; i++) {
		struct str id = str_trim(o->evidence.list[i].str);
		const struct named *n = find_named(&d->evidence, id);

		if (!n && is_id(id))
			return CAUSE_EVIDENCE_MISSING;
		if (n && (is_newer(n, o) || counts_no_more(n)))
			return CAUSE_EVIDENCE_CHANGED;
	}
	for (size_t i = 0; i < p->quotes.count; i++) {
		const struct named *n = find_named(&d->evidence,
						   p->quotes.list[i].source);

		if (n && is_newer(n, o))
			return CAUSE_EVIDENCE_CHANGED;
	}
	return CAUSE_NONE;
}

/* Of two judgements of one point the newer holds, else the first. */
static void use_opinion(const struct desk *d, struct settled *s,
			struct part_result *p)
{
	const struct inventory *v = d->matches->inventory;
	struct settled *other = NULL;

	if (p->judged)
		other = &d->assessment->judgements[p->judged -
						   v->decisions.opinions.list];
	if (other && s->opinion->date.last <= p->judged->date.last) {
		set(s, DECISION_OVERTAKEN, CAUSE_NEWER);
		return;
	}
	if (other) {
		set(other, DECISION_OVERTAKEN, CAUSE_NEWER);
		other->parts = 0;
	}
	p->judged = s->opinion;
	s->parts = 1;
	set(s, DECISION_USED, CAUSE_NONE);
}

/* Liskoll leaves it open: too little is known, or a claim is not shown. */
static bool is_open(enum verdict v)
{
	return v == VERDICT_UNKNOWN || v == VERDICT_NA_UNPROVEN;
}

static void settle_opinion(const struct desk *d, struct settled *s)
{
	const struct opinion *o = s->opinion;
	enum decision_cause doubt;
	struct places places;
	struct part_result *p;

	if (!has_rule(d, s))
		return;
	places = places_of(d, s->of, s->rule, true);
	if (!places.count) {
		set(s, DECISION_UNUSED,
		    is_unseen(d, s, &places) ? CAUSE_NOT_ASSESSED
					     : CAUSE_NO_SUCH_PART);
		return;
	}
	p = places.list[0];
	doubt = doubt_about(d, o, p);
	if (o->valid.to.known &&
	    o->valid.to.last < d->matches->inventory->as_of.last)
		set(s, DECISION_OVERTAKEN, CAUSE_RUN_OUT);
	else if (p->verdict == o->verdict)
		set(s, DECISION_UNUSED, CAUSE_AGREES);
	else if (!is_open(p->verdict))
		set(s, DECISION_OVERTAKEN, CAUSE_DIFFERS);
	else if (doubt != CAUSE_NONE)
		set(s, DECISION_OVERTAKEN, doubt);
	else
		use_opinion(d, s, p);
}

static bool names_findings(const struct decisions *all)
{
	for (size_t i = 0; i < all->waivers.count; i++)
		if (all->waivers.list[i].of.finding.str.len)
			return true;
	for (size_t i = 0; i < all->opinions.count; i++)
		if (all->opinions.list[i].of.finding.str.len)
			return true;
	return false;
}

static void settle_waivers(const struct desk *d, const struct decisions *all)
{
	struct assessment *a = d->assessment;

	a->waivers = arena_array(d->arena, struct settled, all->waivers.count);
	for (size_t i = 0; i < all->waivers.count; i++) {
		const struct waiver *w = &all->waivers.list[i];
		struct arena_mark m = arena_mark(d->arena);

		a->waivers[i] = (struct settled){ .waiver = w,
						  .of = &w->of,
						  .at = w->at };
		settle_waiver(d, &a->waivers[i]);
		arena_rewind(d->arena, m);
	}
	a->waiver_count = all->waivers.count;
}

static void settle_opinions(const struct desk *d, const struct decisions *all)
{
	struct assessment *a = d->assessment;

	a->judgements = arena_array(d->arena, struct settled,
				    all->opinions.count);
	for (size_t i = 0; i < all->opinions.count; i++) {
		const struct opinion *o = &all->opinions.list[i];
		struct arena_mark m = arena_mark(d->arena);

		a->judgements[i] = (struct settled){ .opinion = o,
						     .of = &o->of,
						     .at = o->at };
		settle_opinion(d, &a->judgements[i]);
		arena_rewind(d->arena, m);
	}
	a->judgement_count = all->opinions.count;
}

void settle(struct arena *a, const struct ruleset *rules,
	    const struct matches *matches, struct assessment *assessment)
{
	const struct decisions *all = &matches->inventory->decisions;
	struct desk d = { .arena = a,
			  .rules = rules,
			  .matches = matches,
			  .assessment = assessment };

	if (names_findings(all))
		index_findings(&d);
	if (all->opinions.count)
		index_evidence(&d);
	settle_waivers(&d, all);
	settle_opinions(&d, all);
	assessment->incomplete |= all->incomplete;
}
