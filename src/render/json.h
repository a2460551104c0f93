/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_JSON_H
#define RENDER_JSON_H

struct json_writer;
struct result;

/* One object of a list: a rule's result for one subject. */
void result_put_json(struct json_writer *w, const struct result *r);

#endif
