/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ASSESS_TRIAL_H
#define ASSESS_TRIAL_H

#include "assess/basis.h"

/* One rule for one subject.  The result lives in the arena of the bench. */
void try_subject(const struct bench *b, const struct rule *rule,
		 const struct subject *s, struct result *ret_result);

/* The same where there is no subject: this verdict and reason throughout. */
void try_nobody(const struct bench *b, const struct rule *rule,
		enum verdict verdict, struct result *ret_result);

#endif
