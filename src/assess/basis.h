/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_BASIS_H
#define ASSESS_BASIS_H

#include <stdbool.h>

#include "assess/subject.h"
#include "assess/trail.h"
#include "match/match.h"
#include "model/assessment.h"
#include "model/rule.h"

/* What all steps of one assessment share. */
struct bench {
	struct arena *arena;
	const struct vocab *vocab;
	const struct matches *matches;
	int32_t as_of;
	struct docket all; /* what is about no subject by name */
	const struct catalogue *catalogue; /* for the trail; NULL: none */
	const struct ruleset *rules;
	const struct assessment *so_far;
	const struct judged *judged; /* by number of the rule */
};

/* Where the results of a rule stand in what was judged so far. */
struct judged {
	size_t first;
	size_t count;
	bool done;
};

/*
 * The best paper for a part, from worst to best.  Papers of one state are
 * equal; the first one counts.
 */
enum paper {
	PAPER_NONE,
	PAPER_BAD, /* received, but shows nothing: a template, a letter */
	PAPER_HIDDEN, /* may stand in one whose text is not known */
	PAPER_FAULTY, /* a draft, too old, not decided … */
	PAPER_UNSURE, /* date or decision is not known */
	PAPER_GOOD,
	PAPERS
};

/* What was said about a part, from most to least favourable. */
enum said {
	SAID_NOTHING,
	SAID_HISTORIC,
	SAID_PLANNED,
	SAID_AFFIRMED,
	SAID_SHOWN,
	SAID_PARTIAL,
	SAID_STARTED,
	SAID_LACKS, /* it is there but lacks another property */
	SAID_IMPLIED,
	SAID_DENIED,
	SAIDS
};

/* All that is known about one part for one subject. */
struct basis {
	enum paper paper;
	enum reason paper_reason;
	const struct read_document *document; /* that paper is about */
	size_t good; /* how many papers are good */
	enum said said;
	enum reason said_reason;
	bool denied_by_document;
	bool denies_practice; /* that it is done, not that it is written */
	bool unchanged;
	bool corroborated; /* who affirms it says that what came in shows it */
	/* Who says that nothing at all has changed, where nothing else is
	 * known; NULL: nobody. */
	const struct read_process *unchanged_by;
	size_t unchanged_clause;
	bool limit;
	const struct read_document *unread; /* may hold it; NULL: none */
	const struct read_document *read_in_full; /* that an element is not in */
	struct quotes quotes;
	struct trail trail;
};

void basis_gather(const struct bench *b, const struct part *p,
		  const struct subject *s, struct basis *ret_basis);

/* Only what this side wrote, or what binds the supplier, if it says so. */
bool paper_counts(const struct part *p, const struct document *d);

/* Papers that each must have something: all, some or none of them do. */
enum paper paper_set(const struct bench *b, const struct part *p,
		     const struct subject *s, struct quotes *quotes,
		     enum reason *ret_reason);

/* How old a date is for a part that sets a limit. */
enum paper paper_age(const struct bench *b, const struct part *p,
		     struct date date, enum reason *ret_reason);

/* How good one document is for a part. */
enum paper paper_grade(const struct bench *b, const struct part *p,
		       const struct read_document *d, enum reason *ret_reason);

/* Over all records of a part that must be carried out every so often. */
enum paper paper_periods(const struct bench *b, const struct part *p,
			 const struct date *performed, size_t count,
			 enum reason *ret_reason);

/* At most this many quotes of one part are kept. */
#define QUOTES_MAX 12

void quote_title(const struct bench *b, struct quotes *q,
		 const struct read_document *d);
void quote_document(const struct bench *b, struct quotes *q,
		    const struct read_document *d, size_t clause);
void quote_process(const struct bench *b, struct quotes *q,
		   const struct read_process *p, size_t clause);
void quote_claim(const struct bench *b, struct quotes *q, const struct claim *c);

#endif
