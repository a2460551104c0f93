/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_LEAD_H
#define PATTERN_LEAD_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The letters that whatever a PCRE2 pattern finds must begin with, one call
 * for each way it can begin: \b(slå|slår)… gives slå and slår.  `anywhere`:
 * they may stand inside a word.  False where that can't be told by looking
 * at its start; then what was handed over says nothing.
 */
bool lead_of(struct str pattern,
	     void (*found)(void *to, struct str letters, bool anywhere),
	     void *to);

#endif
