/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef JSON_WRITER_H
#define JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

/*
 * JSON in the order it is written, one value after the other; nesting is
 * that of the calls.  Inside an object every value has a key, inside a
 * list and at the top it has none (an empty str).  Strings may hold any
 * bytes: what is not UTF-8 becomes U+FFFD.  All names have _put_, since
 * jansson itself exports json_object() and json_null().
 */
struct json_writer;

struct json_writer *json_writer_new(void);
void json_put_object(struct json_writer *w, struct str key);
void json_put_list(struct json_writer *w, struct str key);
void json_put_end(struct json_writer *w); /* of the innermost of the two */
void json_put_str(struct json_writer *w, struct str key, struct str value);
void json_put_int(struct json_writer *w, struct str key, int64_t value);
void json_put_bool(struct json_writer *w, struct str key, bool value);
void json_put_null(struct json_writer *w, struct str key);

/*
 * Put all of it, indented by two (0: on one line) and ended by a newline,
 * and free the writer.  False, with nothing put, where memory ran out
 * meanwhile or nothing was written; a NULL writer may be passed all along.
 */
bool json_writer_finish(struct json_writer *w, unsigned indent, struct buf *out);

#endif
