/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_CATALOGUE_H
#define ASSESS_CATALOGUE_H

#include <stdint.h>

#include "assess/subject.h"
#include "match/match.h"
#include "model/area.h"

/*
 * Where in an inventory each type and topic is met, so that a rule about
 * each of many systems does not look through all that is about the others.
 */
struct catalogue {
	struct numbers *types; /* documents, by type */
	struct numbers *topics; /* … by topic of the title or the text */
	struct numbers *statements; /* processes, by topic */
	uint64_t *areas[AREAS]; /* the topics of each, as a bit set */
	size_t broad[AREAS]; /* the broad one of them; SIZE_MAX: none */
};

const struct catalogue *catalogue_new(struct arena *a, const struct vocab *v,
				      const struct matches *m);

/* The first clause that speaks of the topic; SIZE_MAX: none. */
size_t speech_find(const struct speech *s, size_t topic);

#endif
