/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_VOCAB_H
#define MODEL_VOCAB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/str.h"
#include "diag/diag.h"
#include "model/area.h"
#include "model/lexicon.h"
#include "model/verdict.h"

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
	/* What the clause is; before any of its words are taken out. */
	CUE_SCOPE, /* what the audit looked at, or did not */
	CUE_LABEL, /* "Kontrollmål 3:": what follows is no finding */
	CUE_QUESTION,
	CUE_ASIDE, /* a modal verb that is not of the clause itself */
	CUE_PROSPECT, /* what would be, could be or is aimed at */
	CUE_NORM,
	CUE_UNCHANGED, /* since the earlier audit */
	CUE_BENIGN, /* a negation that is no lack */
	CUE_REFUTED, /* somebody says so, and it is not borne out */
	CUE_REMEDIED, /* a lack that is mended */
	CUE_UNFINISHED, /* "inte klart": begun */
	CUE_INCOMPLETE, /* "inte fullt ut": partial */
	CUE_EXCEPT, /* all but some */
	CUE_UNSTARTED, /* "inte påbörjat" */
	/* The thing may be there but lacks this property. */
	CUE_UNRECORDED,
	CUE_UNWRITTEN, /* it is done, but nobody wrote it down */
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
	CUE_PLANNED,
	CUE_UNDERWAY, /* begun, whatever else is planned */
	CUE_STARTED,
	CUE_WITHOUT, /* "… utan godkännande" */
	CUE_BREACH, /* a verb that affirms what ought not to be */
	CUE_PARTIAL,
	CUE_RECOMMENDED,
	CUE_HEDGED,
	CUE_REPORTED, /* "men att …": the same speaker goes on */
	CUE_PAPER, /* it speaks of something written */
	CUE_RECEIVED, /* … that was handed in */
	CUE_DRAFT, /* of a document */
	CUE_DECIDED, /* it was adopted or done, whatever it was before */
	CUE_REFERENCE, /* a list of what says nothing: contents, sources */
	CUE_CHAPTER, /* a heading whose text is no evidence: Bakgrund, Metod */
	CUE_ADVICE, /* … or recommends what it says: Rekommendationer */
	CUE_VERB, /* a finite verb: without one a line is but a name */
	CUE_CONCEDED, /* "förvisso …, men": what counts comes after */
	CUE_CONCESSION, /* it begins with "trots att" */
	CUE_EVIDENCE, /* what was seen, not what was said */
	CUE_TOTAL, /* "någon sådan", "så sker inte": all of it is denied */
	CUE_SAME, /* "detsamma gäller": as what was said before */
	CUE_YES, /* the answer to a question */
	CUE_NO,
	CUE_PRAISE, /* of something beside the matter */
	CUE_CONSEQUENCE, /* it begins with "vilket": what came of that */
	CUE_TURN, /* it begins with "men", "fast": against what came before */
	CUE_ANAPHOR, /* it begins with "den", "detta": what came before */
	CUE_DENIAL, /* inte, ingen: the plain words */
	CUE_NEGATION, /* words that deny by themselves: saknas */
	CUES
};

/* A cue as a member of a set. */
#define CUE_BIT(name) ((uint64_t)1 << CUE_##name)

extern const struct words cue_words;

/* What a document's own text tells about it. */
enum fact {
	FACT_APPROVED,
	FACT_REVISED,
	FACT_DATED, /* of a paper that something is said of: "från 2006" */
	FACT_REGISTERED,
	FACTS
};

extern const struct words fact_words;

/* In what way a thing is there only in part: the reason of that name. */
enum shade {
	SHADE_NONE,
	SHADE_RECRUITING, /* more telling ones first: the first found counts */
	SHADE_TEMPORARY,
	SHADE_UNUSED,
	SHADE_SELDOM,
	SHADE_NOT_ALWAYS,
	SHADE_COVERAGE,
	SHADE_UNSYSTEMATIC,
	SHADE_OUTDATED,
	SHADE_UNCLEAR,
	SHADE_VAGUE,
	SHADE_INSUFFICIENT,
	SHADES
};

extern const struct words shade_words;
enum reason shade_reason(enum shade s); /* REASON_NONE for none */

/* How often text says that a thing is done. */
enum period_kind {
	PERIOD_NONE, /* not said */
	PERIOD_FIXED, /* every so often */
	PERIOD_REGULAR, /* regularly, continuously: no number */
	PERIOD_IRREGULAR, /* now and then, when there is need */
	PERIOD_KINDS
};

struct period {
	enum period_kind kind;
	struct duration every; /* of a fixed one */
};

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

/* A period and the words for it. */
struct period_words {
	struct period period;
	struct terms terms;
};

/* Somebody who can decide. */
struct organ {
	struct text id;
	struct terms terms;
};

/* Plain words, by what the reading needs them for. */
enum list {
	LIST_KNOWN, /* no damaged form of another word */
	LIST_NUMBERS, /* for 0, 1, 2 … in order; en/ett */
	LIST_ABBREVIATIONS, /* a full stop after them ends nothing */
	LIST_ARTICLES, /* a definition begins with one */
	LIST_PREPOSITIONS, /* a lead-in that ends with one takes what follows */
	LIST_RELATIVES, /* … or holds one of them soon */
	LIST_CONJUNCTIONS, /* after "drift- ", which is whole then */
	LIST_PAGES, /* before the number of a page */
	/* Damage: see repair.c. */
	LIST_LITTLE, /* never the beginning of a word cut in two */
	LIST_ENDINGS, /* no words by themselves */
	/* Counts: see counts.c. */
	LIST_OF, /* "två av tre" */
	LIST_THEREOF, /* "tre, varav två" */
	LIST_WHOLE, /* "två av kommunens tre" */
	LIST_UNITS, /* of time and the like: after what is no part */
	LIST_COUNTLESS, /* before what is no part: "sida 2 av 3" */
	LIST_PERCENT,
	/* Cells of tables: see table.c. */
	LIST_CELL_YES,
	LIST_CELL_NO,
	LIST_CELL_PART,
	LIST_CELL_CROSS, /* a choice of the column that it stands in */
	LIST_LACKS, /* a column named so turns its marks */
	LIST_SUPPLIER, /* what the name of a supplier stands for: one word */
	LIST_PARTING, /* between a denial and what it does not deny */
	LISTS
};

extern const struct words list_words;

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
	struct texts lists[LISTS];
	struct terms forms[2]; /* titles: template, excerpt */
	struct terms facts[FACTS]; /* text: decided, revised */
	struct terms shades[SHADES];
	struct {
		struct period_words *list;
		size_t count;
	} periods;
	struct lexicon lexicon; /* the words of all the terms */
	const struct pattern_store *patterns;
	struct str hash;
};

/* Index in the list, or its count where there is none. */
size_t vocab_topic(const struct vocab *v, struct str id);
size_t vocab_type(const struct vocab *v, struct str id);
size_t vocab_organ(const struct vocab *v, struct str id);

/* Whether it is one of the words of the list, in whatever case. */
bool vocab_lists(const struct vocab *v, enum list list, struct str word);

/* The bytes of the word of the list that the text begins with; 0: none. */
size_t vocab_begins(const struct vocab *v, enum list list, struct str text);

/* Whether it is one of a set of organs. */
bool vocab_is_organ_of(const struct vocab *v, const uint64_t *organs,
		       struct str id);

#endif
