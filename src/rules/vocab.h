/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RULES_VOCAB_H
#define RULES_VOCAB_H

#include "model/vocab.h"
#include "pattern/pattern.h"

/*
 * Read every *.yaml of the vocab folders and compile it.  Names are made
 * into one list over all files; a name given twice is an error.  NULL only
 * where there is nothing; what is wrong is in d.
 */
const struct vocab *vocab_load(struct arena *a, struct diags *d,
			       struct pattern_store *store,
			       const char *const *folders, size_t count);

#endif
