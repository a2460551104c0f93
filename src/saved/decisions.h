/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SAVED_DECISIONS_H
#define SAVED_DECISIONS_H

#include "model/assessment.h"
#include "saved/members.h"

/* What people have decided, as render/json_decisions.c writes it. */

struct saved_waiver {
	struct settled settled;
	struct waiver waiver;
	struct text about;
};

struct saved_opinion {
	struct settled settled;
	struct opinion opinion;
	struct text about;
};

struct saved_waivers {
	struct saved_waiver *list;
	size_t count;
};

struct saved_opinions {
	struct saved_opinion *list;
	size_t count;
};

extern const struct members place_set; /* struct place */
extern const struct members waived_set; /* struct waiver, of a part */
extern const struct members judged_set; /* struct opinion, of a part */
extern const struct members saved_waiver_set; /* struct saved_waiver */
extern const struct members saved_opinion_set;

/* Put them into an assessment that has its results. */
void saved_take_decisions(struct arena *a, const struct saved_waivers *waivers,
			  const struct saved_opinions *opinions,
			  struct assessment *of);

#endif
