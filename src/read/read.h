/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_READ_H
#define READ_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "model/assessment.h"
#include "model/rule.h"
#include "model/vocab.h"
#include "pattern/pattern.h"

struct arena;

/*
 * Swedish text as an auditor reads it: blocks (heading, list with its
 * lead-in, paragraph), sentences, clauses; and for each clause how it
 * speaks: the stance.  Kinds of traps: docs/reading.md.
 */

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_ITEM,
	BLOCK_ROW, /* of a table */
	BLOCK_CONTENTS, /* a line of a table of contents: no evidence */
};

struct block {
	enum block_kind kind;
	struct str text; /* lines joined by spaces; a view of the reading */
	size_t start; /* byte of the normalised text */
	unsigned depth; /* of an item: its indentation */
	bool guessed; /* a heading by its looks alone */
	bool advised; /* stands under a heading of recommendations */
	bool framed; /* stands in a chapter on background, method … */
	struct str header; /* of a row: the line that names the columns */
};

struct sentence {
	struct str text;
	size_t start; /* byte of the normalised text */
	size_t block; /* index */
};

struct clause {
	struct str text;
	size_t sentence; /* index */
	enum stance stance;
	enum point lacks; /* of a negated clause: which property */
	enum shade shade; /* of what is there in part; found by match/ */
	struct period period; /* likewise, of what has a topic */
	struct date dated; /* … and the date it gives of a paper */
	bool unchanged; /* since the earlier audit */
	bool hedged;
	bool draft; /* speaks of a draft */
	bool of_paper; /* speaks of something written */
	bool received; /* … that was handed in */
	bool own; /* false: the stance is that of its lead-in */
	bool refers; /* begins with "den", "detta": about what came before */
	bool limit; /* a pattern gave up: the stance is not to be trusted */
	uint64_t cues; /* bit set of enum cue */
	struct str why; /* the words that decided; empty: none had to */
	size_t lead_in; /* index of a clause, or SIZE_MAX */
};

struct reading {
	struct str nfc; /* what was read, in NFC */
	struct str text; /* the same, normalised: a view of letters */
	char *letters;
	uint32_t *origin; /* byte of text → byte of nfc */
	struct block *blocks;
	size_t block_count;
	struct sentence *sentences;
	size_t sentence_count;
	struct clause *clauses;
	size_t clause_count;
};

/*
 * Read UTF-8 text of at most READ_MAX bytes.  The reading lives in the
 * arena; the vocabulary is shared, the matcher is the thread's own.
 */
#define READ_MAX ((size_t)64 << 20)

void read_text(struct arena *a, const struct vocab *v, struct matcher *m,
	       struct str text, struct reading *ret_reading);

/* A part of the normalised text as it stands in what was read. */
struct str reading_source(const struct reading *r, struct str part);

/* The steps, for the tests. */
void read_normalise(struct arena *a, const struct vocab *v, struct str text,
		    struct reading *r);
void read_repair(struct arena *a, const struct vocab *v, struct reading *r);
void read_blocks(struct arena *a, const struct vocab *v, struct reading *r);
void read_kinds(const struct vocab *v, struct matcher *m, struct reading *r);
void read_sentences(struct arena *a, const struct vocab *v, struct reading *r);
void read_clauses(struct arena *a, const struct vocab *v, struct matcher *m,
		  struct reading *r);
void read_stance(struct arena *a, const struct vocab *v, struct matcher *m,
		 struct clause *c);

/* Whether one of the terms is found: all its operands in the text. */
enum found terms_find(const struct terms *t, struct matcher *m, struct str text,
		      struct span *ret_span);

#endif
