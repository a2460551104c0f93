/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_JSON_PARTS_H
#define RENDER_JSON_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "model/assessment.h"
#include "json/writer.h"

/* What the JSON of every report is made of; keys are C strings here. */

void json_put_text(struct json_writer *w, const char *key, struct str s);
void json_put_or_null(struct json_writer *w, const char *key, struct str s);
void json_put_count(struct json_writer *w, const char *key, size_t n);
/* 0 is "none" and becomes null. */
void json_put_number(struct json_writer *w, const char *key, uint32_t n);
/* The name of an enum's value, or null where it has none. */
void json_put_word(struct json_writer *w, const char *key, struct words words,
		   size_t value);
/* {"sv": …, "en": …} */
void json_put_langs(struct json_writer *w, const char *key,
		    const struct str langs[LANGS]);
/* The same, or null where both are empty. */
void json_put_langs_or_null(struct json_writer *w, const char *key,
			    const struct str langs[LANGS]);
void json_put_both(struct json_writer *w, const char *key,
		   const struct both *both);
void json_put_texts(struct json_writer *w, const char *key,
		    const struct texts *texts);
void json_put_place(struct json_writer *w, struct place at);
void json_put_quotes(struct json_writer *w, const struct quotes *quotes);

#endif
