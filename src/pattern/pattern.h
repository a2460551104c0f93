/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef PATTERN_PATTERN_H
#define PATTERN_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "diag/diag.h"

struct arena;

/*
 * Vocabulary terms compiled to PCRE2 (UTF, UCP, caseless).
 *
 *   behörighet*        the word with any ending
 *   *leverantör*       … and any beginning (compounds with a name)
 *   gå igenom          words in a row, a space or a hyphen between them
 *   test* ~ plan*      up to four words in between
 *   <review> ~ test*   a word class of the vocabulary
 *   /pcre2/            a pattern as it is
 *
 * Text to be searched is valid UTF-8 in NFC.
 */
struct pattern;

#define PATTERN_BUCKETS 4096

/* The patterns of one vocabulary, shared by all threads. */
struct pattern_store {
	struct arena *arena;
	struct pattern *first;
	struct pattern *buckets[PATTERN_BUCKETS]; /* by source */
	size_t count;
	/* Filled by pattern_store_freeze(). */
	uint32_t *key_start; /* by key: where its patterns begin in key_ids */
	uint32_t *key_ids;
	uint64_t *unkeyed; /* those that any text may match */
	size_t words; /* of 64 patterns each */
};

/* Word classes: name → the terms that it stands for. */
struct word_class {
	struct text name;
	struct texts terms;
};

struct word_classes {
	const struct word_class *list;
	size_t count;
};

/*
 * Compile one term; NULL with a message at its place where it is wrong.
 * Equal terms share one pattern.
 */
const struct pattern *pattern_compile(struct pattern_store *store,
				      struct diags *d,
				      struct word_classes classes,
				      struct text term);
/* Whether a term could be compiled, with a message where it could not. */
bool pattern_check(struct diags *d, struct word_classes classes,
		   struct text term);

/* Index what was compiled; nothing may be compiled after. */
void pattern_store_freeze(struct pattern_store *store);

/*
 * What a search needs beside the pattern, compiled code too: one for each
 * thread.  No store that it has searched with may be gone before it.
 */
struct matcher;

struct matcher *matcher_new(void);
void matcher_free(struct matcher *m);

/*
 * Many patterns will be searched in this text: find out at once which of
 * them can't match, and search each of the others only once.  Holds until
 * matcher_end(), and only for a text at the same place.
 */
void matcher_begin(struct matcher *m, const struct pattern_store *store,
		   struct str text);
/* Letters of it have been blanked: what was found may be gone. */
void matcher_changed(struct matcher *m);
void matcher_end(struct matcher *m);

/* Remember a term that took too much work, and tell the first one once. */
void matcher_gave_up(struct matcher *m, struct text term);
struct text matcher_take_limit(struct matcher *m);

struct span {
	size_t from;
	size_t to;
};

enum found {
	FOUND_NONE,
	FOUND_HIT,
	FOUND_LIMIT /* it took too much work: neither hit nor none */
};

/* The first match at or after `from`. */
enum found pattern_find(const struct pattern *p, struct matcher *m,
			struct str text, size_t from, struct span *ret_span);

#endif
