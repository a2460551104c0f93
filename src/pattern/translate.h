/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_TRANSLATE_H
#define PATTERN_TRANSLATE_H

#include <stdbool.h>

#include "pattern/pattern.h"

struct buf;

/*
 * The PCRE2 pattern of a term, appended to out.  False with a message at
 * the term's place where it is empty or names no class.
 */
bool term_translate(struct diags *d, struct word_classes classes,
		    struct text term, struct buf *out);

#endif
