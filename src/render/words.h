/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "base/i18n.h"
#include "base/str.h"
#include "model/assessment.h"
#include "model/comparison.h"

/*
 * What people read where the model has a code: English msgids for i18n(),
 * shared by the reports made for people.
 */
const char *word_verdict(enum verdict v); /* "PARTIAL" */
const char *word_count(enum verdict v); /* "Partial: {1}" */
const char *word_earlier(enum verdict v); /* "partial", inside a sentence */
const char *word_priority(enum priority p);
const char *word_effort(enum effort e); /* NULL where it is not given */
const char *word_area(enum area a);
const char *word_follow_up(enum follow_up f); /* inside a sentence */
const char *word_followed(enum follow_up f); /* "MENDED" */
const char *word_followed_count(enum follow_up f); /* "Mended: {1}" */
const char *word_promise(enum promise p); /* inside a sentence */
const char *word_promise_count(enum promise p);
const char *word_absence(enum absence a); /* a sentence; "" for none */

/* The values of rules, as a reader would call them. */
const char *word_shows(enum shows s);
const char *word_accepts(enum accepts a);
const char *word_form(enum doc_form f); /* NULL: not said */
const char *word_author(enum doc_author a);
const char *word_property(enum paper_property p);

/* In that language, else in the other, else empty. */
struct str word_both(enum lang lang, const struct both *both);

#endif
