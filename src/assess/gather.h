/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_GATHER_H
#define ASSESS_GATHER_H

#include "assess/basis.h"

/* A statement on the topic, and what came of it. */
struct heard {
	const struct read_process *process;
	enum said said; /* the least favourable of it */
};

/* The trail tells of no more statements than these. */
#define HEARD_MAX 12

/*
 * What the steps of basis_gather() share: papers are weighed in weigh.c,
 * what was said is heard in hear.c.  For nobody else.
 */
struct gathering {
	const struct bench *bench;
	const struct part *part;
	const struct subject *subject;
	struct basis *basis;
	bool agreed; /* the counterpart has agreed */
	struct date *performed; /* of all records that count; NULL: no matter */
	size_t performed_count;
	int32_t latest; /* day of the latest dated statement */
	struct heard heard[HEARD_MAX]; /* for the trail */
	size_t heard_count;
	bool org_wide; /* pass over what is said of all, not of this one */
	struct period period; /* the shortest that was stated */
	struct date dated; /* the latest date that was said of a paper */
	uint32_t parties; /* bit set of enum doc_author: who affirm it */
};

/* What is about nobody in particular, where it concerns the subject. */
const struct docket *docket_besides(const struct gathering *g);

/* What a text says of the topic. */
struct told {
	enum paper paper; /* PAPER_NONE: nothing that counts as content */
	enum reason reason;
	size_t clause;
	enum said lack; /* what it says is lacking, else SAID_NOTHING */
	enum reason lack_reason;
	size_t lack_clause;
};

/*
 * A whole document tells its best: a routine is not undone by a clause on
 * what must not be done.  A note tells its worst: it was written to tell.
 */
struct told told_by(struct gathering *g, const struct speech *s,
		    bool whole_document);

/* What a clause of a statement says about the part. */
enum said said_of(const struct part *p, const struct clause *c, bool shown,
		  enum reason *ret_reason);

/* The least favourable of what is said counts. */
void basis_hear(struct basis *b, enum said said, enum reason reason,
		bool by_document);

/* The best paper counts; of equal ones the first. */
void basis_better_paper(struct basis *b, enum paper paper, enum reason reason,
			const struct read_document *d);

/* How often, and from when: what a clause on the topic says besides. */
void basis_note(struct gathering *g, const struct speech *s, size_t clause);

/* A paper that counts for the part, with what its text tells. */
void basis_use_paper(struct gathering *g, const struct read_document *d,
		     const struct told *t);

/* Whether the part can stand in the paper at all. */
bool weigh_may_hold(const struct gathering *g, const struct read_document *d);

void weigh_documents(struct gathering *g);
void hear_processes(struct gathering *g);

/* Whether a statement may be, and is, on the topic of the part. */
bool hear_may_be_on_topic(const struct read_process *p, const struct part *part);
bool hear_is_on_topic(const struct read_process *p, const struct part *part,
		      const struct hit *h);

/* A later one speaks of the same. */
bool hear_is_overtaken(const struct gathering *g, const struct read_process *p);

/* For the trail: a statement said this, among other things. */
void trail_heard(struct gathering *g, const struct read_process *p,
		 enum said said);

/* The title, or a person, says that this is what the part asks for. */
bool weigh_is_titled(const struct gathering *g, const struct read_document *d);

/* Somebody says that the counterpart has agreed. */
void hear_agreement(struct gathering *g);

#endif
