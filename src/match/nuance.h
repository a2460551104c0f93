/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_NUANCE_H
#define MATCH_NUANCE_H

#include "model/vocab.h"
#include "pattern/pattern.h"
#include "read/read.h"

/*
 * What qualifies a clause that speaks of a topic: in what way a thing is
 * there only in part, how often it is done.  The stance stays as it is; but
 * a thing that is denied only in that nobody uses it lacks its use.
 *
 * The matcher has begun on the text of the clause.
 */
void nuance_find(const struct vocab *v, struct matcher *m, struct clause *c);

#endif
