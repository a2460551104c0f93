/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_TRAIL_H
#define ASSESS_TRAIL_H

#include <stddef.h>
#include <stdint.h>

#include "model/trace.h"

struct basis;
struct bench;
struct claim;
struct gathering;
struct part;
struct read_document;
struct read_process;
struct subject;

/*
 * What was looked at for a part and did not count in full, noted while
 * evidence is gathered.  Nothing here has a say in any verdict.  Only the
 * nearest are kept, and of one kind only some; places are found last, for
 * these alone.
 */
#define TRAIL_MAX 8
#define TRAIL_SAME 3

struct sighting {
	const struct read_document *document; /* one of the three */
	const struct read_process *process;
	const struct claim *claim;
	size_t clause; /* SIZE_MAX: its title */
	enum passed passed;
	enum reason reason; /* of PASSED_BY_REASON */
};

struct trail {
	struct sighting list[TRAIL_MAX]; /* nearest first */
	size_t count;
	size_t more;
};

#define TITLE_ALONE SIZE_MAX

/* The first note of a source is kept. */
void trail_note(struct trail *t, struct sighting s);

/* A paper that is less than good, for that reason. */
void trail_graded(struct trail *t, const struct read_document *d,
		  enum reason reason);

/* It counts after all, by a note of what it says. */
void trail_forget(struct trail *t, const struct read_document *d);

/* A paper of no use for the part: a clause of it, or TITLE_ALONE. */
void trail_paper(struct trail *t, const struct read_document *d, size_t clause,
		 enum passed passed);

/* A claim, or the proof of one, that does not hold. */
void trail_claim(struct trail *t, const struct claim *c, enum passed passed);

/* Statements on the topic that did not decide; when all have been heard. */
void trail_said(struct gathering *g);

/*
 * Where the part is not met: what would have counted, were it received or
 * about this subject, and what comes near in its area.
 */
void trail_near(const struct bench *b, const struct part *p,
		const struct subject *s, struct basis *basis);

struct candidates trail_candidates(const struct bench *b, const struct trail *t);

#endif
