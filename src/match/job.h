/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_JOB_H
#define MATCH_JOB_H

#include "match/match.h"
#include "match/names.h"

/* What match.c and hits.c share while one inventory, or one text, is read. */
struct job {
	struct arena *arena;
	const struct vocab *vocab;
	struct matcher *matcher;
	const struct inventory *inventory;
	struct names suppliers;
};

/* Whether the text speaks of the topic.  The matcher has begun on it. */
enum found job_find_topic(const struct job *j, const struct topic *t,
			  struct str text);

/* Which topics each clause of the reading speaks of. */
void job_find_hits(const struct job *j, struct speech *s);

#endif
