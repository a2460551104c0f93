/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_TRANSLATE_H
#define PATTERN_TRANSLATE_H

#include <stdbool.h>

#include "pattern/pattern.h"

struct buf;

/* A class may name a class, which may name a class. */
#define MAX_CLASS_DEPTH 4

/* The class of that name, or NULL. */
const struct word_class *term_class(struct word_classes classes, struct str name);

/* A letter or digit of ASCII, or _: beside it \b is always a boundary. */
bool term_is_plain(char c);

/*
 * The PCRE2 pattern of a term, appended to out.  False with a message at
 * the term's place where it is empty or names no class.
 */
bool term_translate(struct diags *d, struct word_classes classes,
		    struct text term, struct buf *out);

#endif
