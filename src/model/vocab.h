/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_VOCAB_H
#define MODEL_VOCAB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "diag/diag.h"
#include "model/area.h"
#include "model/lexicon.h"

struct pattern;
struct pattern_store;

/*
 * The word lists of rules/vocab/, compiled.  Read-only and shared by all
 * threads once loaded.
 */

/*
 * What the words of a clause tell about it.  The order is that of the
 * names in the file; how they decide a stance: read/stance.c.
 */
enum cue {
	CUE_UNCHANGED, /* since the earlier audit */
	CUE_SCOPE, /* what the audit looked at, or did not */
	CUE_REFUTED, /* somebody says so, and it is not borne out */
	CUE_REMEDIED, /* a lack that is mended */
	CUE_BENIGN, /* a negation that is no lack */
	CUE_UNFINISHED, /* "inte klart": begun */
	CUE_INCOMPLETE, /* "inte fullt ut": partial */
	CUE_UNSTARTED, /* "inte påbörjat" */
	/* The thing may be there but lacks this property. */
	CUE_UNRECORDED,
	CUE_UNDECIDED,
	CUE_UNTESTED,
	CUE_UNKNOWN,
	/* How much. */
	CUE_BARELY, /* as good as nothing */
	CUE_FULLY, /* all of it, whatever else sounds like a part */
	CUE_SEVERE, /* a shortcoming, and a large one */
	CUE_HISTORIC,
	CUE_PAST, /* a verb in the past tense: of then, if now is spoken of too */
	CUE_PRESENT, /* "numera": overrides historic */
	CUE_PROSPECT, /* what would be, could be or is aimed at */
	CUE_PLANNED,
	CUE_UNDERWAY, /* begun, whatever else is planned */
	CUE_STARTED,
	CUE_BREACH, /* a verb that affirms what ought not to be */
	CUE_PARTIAL,
	CUE_NORM,
	CUE_RECOMMENDED,
	CUE_QUESTION,
	CUE_HEDGED,
	CUE_REPORTED, /* "men att …": the same speaker goes on */
	CUE_PAPER, /* it speaks of something written */
	CUE_RECEIVED, /* … that was handed in */
	CUE_DRAFT, /* of a document */
	CUE_REFERENCE, /* a list of what says nothing: contents, sources */
	CUE_LABEL, /* "Kontrollmål 3:": what follows is no finding */
	CUE_VERB, /* a finite verb: without one a line is but a name */
	CUE_ANAPHOR, /* it begins with "den", "detta": what came before */
	CUE_NEGATION,
	CUES
};

extern const struct words cue_words;

/* What a document's own text tells about it. */
enum fact {
	FACT_APPROVED,
	FACT_REVISED,
	FACTS
};

extern const struct words fact_words;

/* Patterns that must all be found in one clause. */
struct term {
	const struct pattern **list;
	size_t count;
	struct text written;
};

struct terms {
	struct term *list;
	size_t count;
};

/*
 * A thing that text can speak of.  A broad one is what is left where a
 * clause says nothing more precise of its area.
 */
struct topic {
	struct text id;
	enum area area;
	bool broad;
	struct terms terms;
	struct terms except; /* a clause that also holds one of these: no hit */
};

enum doc_kind {
	DOC_GOVERNING,
	DOC_RECORD,
	DOC_KINDS
};

extern const struct words doc_kind_words;

/* A kind of document, known by its title. */
struct doc_type {
	struct text id;
	enum doc_kind kind;
	struct terms terms;
	struct terms except;
};

/* Somebody who can decide. */
struct organ {
	struct text id;
	struct terms terms;
};

struct vocab {
	struct {
		struct topic *list;
		size_t count;
	} topics;
	struct {
		struct doc_type *list;
		size_t count;
	} types;
	struct {
		struct organ *list;
		size_t count;
	} organs;
	struct terms cues[CUES];
	struct terms splits; /* words that begin a new clause */
	struct texts numbers; /* words for 0, 1, 2 … in order */
	struct texts abbreviations; /* a full stop after them ends nothing */
	struct terms forms[2]; /* titles: template, excerpt */
	struct terms facts[FACTS]; /* text: decided, revised */
	struct lexicon lexicon; /* the words of all the terms */
	const struct pattern_store *patterns;
	struct str hash;
};

/* Index in the list, or its count where there is none. */
size_t vocab_topic(const struct vocab *v, struct str id);
size_t vocab_type(const struct vocab *v, struct str id);
size_t vocab_organ(const struct vocab *v, struct str id);

/* Whether it is one of a set of organs. */
bool vocab_is_organ_of(const struct vocab *v, const uint64_t *organs,
		       struct str id);

#endif
