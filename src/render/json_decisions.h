/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_JSON_DECISIONS_H
#define RENDER_JSON_DECISIONS_H

#include "model/assessment.h"
#include "json/writer.h"

/* What people have decided, for render_json(): objects or null. */
void json_put_waived(struct json_writer *w, const struct waiver *waiver);
void json_put_judgement(struct json_writer *w, const struct opinion *o);

/* "waivers" and "judgements": every one, with what became of it. */
void json_put_decisions(struct json_writer *w, const struct assessment *a);

#endif
