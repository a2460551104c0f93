/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/str.h"
#include "diag/diag.h"
#include "model/area.h"
#include "model/inventory.h"
#include "model/verdict.h"

struct node;
struct vocab;

/*
 * One expectation on evidence.  Filled by rules/ from one YAML file (keys
 * and meaning: docs/rules.md), frozen, then shared by all threads.
 */

enum rule_status {
	RULE_TRIAL,
	RULE_STABLE,
	RULE_DEPRECATED,
	RULE_STATUSES
};

/* In the order of urgency. */
enum priority {
	PRIORITY_UNSET, /* of a part: as its rule has it */
	PRIORITY_SHORT,
	PRIORITY_MEDIUM,
	PRIORITY_LONG,
	PRIORITIES
};

enum effort {
	EFFORT_UNSET,
	EFFORT_S,
	EFFORT_M,
	EFFORT_L,
	EFFORTS
};

enum subject_kind {
	SUBJECT_ORGANISATION,
	SUBJECT_SYSTEM,
	SUBJECT_SUPPLIER,
	SUBJECT_KINDS
};

/* What happens to a rule about each system where none is listed. */
enum empty {
	EMPTY_UNKNOWN,
	EMPTY_NA,
	EMPTY_GAP,
	EMPTY_ORGANISATION, /* judge the organisation as a whole */
	EMPTIES
};

enum shows {
	SHOWS_UNSET,
	SHOWS_DOCUMENTED,
	SHOWS_PERFORMED,
	SHOWS
};

/* What evidence can make a part met; bits 1 << value. */
enum accepts {
	ACCEPTS_DOCUMENT,
	ACCEPTS_RECORD,
	ACCEPTS_SHOWN,
	ACCEPTS_STATEMENT,
	ACCEPTS_NORM, /* that it must be so, said by somebody */
	ACCEPTS
};

/*
 * The property that the part is about.  A denial of another property ("not
 * tested" of a plan that must exist) makes it partial, of this one a gap.
 */
enum point {
	POINT_UNSET,
	POINT_DOCUMENTED,
	POINT_PERFORMED,
	POINT_DECIDED,
	POINT_TESTED,
	POINT_KNOWN,
	POINT_USED, /* not only possible */
	POINTS
};

enum part_kind {
	PART_DOCUMENT,
	PART_RECORD,
	PART_STATEMENT,
	PART_ELEMENT,
	PART_ANY,
	PART_ALL,
	PART_AT_LEAST,
	PART_PAPERS, /* every received paper of these types */
	PART_RESULTS, /* what other rules came to */
	PART_KINDS
};

/* What each paper of a set must have; bits 1 << value. */
enum paper_property {
	PROPERTY_REGNO,
	PROPERTY_APPROVAL,
	PROPERTY_DATE,
	PROPERTIES
};

enum na_allow {
	NA_NEVER,
	NA_WITH_PROOF,
	NA_ALLOWS
};

extern const struct words rule_status_words, priority_words, effort_words,
	subject_kind_words, empty_words, shows_words, accepts_words,
	point_words, na_allow_words, paper_property_words;

/* A sentence in both languages. */
struct both {
	struct text lang[LANGS];
};

struct part;

struct parts {
	struct part *list;
	size_t count;
};

/* "RULE" or "RULE:LABEL": what a rule came to, or a part of it. */
struct reference {
	struct text written;
	struct str rule;
	struct str label; /* empty: the whole rule */
};

struct references {
	struct reference *list;
	size_t count;
};

struct part {
	struct text label; /* whole: review/combined-roles */
	struct both title; /* what people call it; may be empty */
	enum part_kind kind;
	struct texts document; /* types of document, by title or type */
	struct texts record;
	struct text statement; /* topic */
	struct text element; /* topic, inside the part above */
	struct texts papers; /* types of document */
	uint32_t have; /* bit set of enum paper_property */
	struct texts results; /* as written */
	struct text topic; /* what text says; statement and element too */
	struct texts may_be_in;
	uint32_t accepts;
	uint32_t forms;
	struct texts approved_by;
	struct duration max_age;
	struct duration within;
	struct duration every;
	struct duration grace;
	uint32_t periods;
	struct text agreed_with;
	enum shows shows;
	enum point point;
	enum choice_flag {
		FLAG_NO,
		FLAG_YES
	} key;
	enum choice_flag remark; /* does not pull the rule down */
	enum doc_author whose; /* only papers written by them count */
	enum choice_flag binding; /* only papers that bind the supplier count */
	enum choice_flag named_only; /* … of its types, or of may_be_in */
	struct duration often; /* the longest period that may be stated */
	enum choice_flag regularly; /* … "regularly" will do */
	uint32_t min_basis; /* papers and statements on the topic; 0: any */
	struct texts rests_on; /* as written */
	const struct node *counts_as; /* reason → verdict, as written */
	enum priority priority;
	struct both close;
	struct parts any;
	struct parts all;
	uint32_t at_least;
	struct parts of;
	struct parts elements;
	struct parts clauses; /* … that count in its stead where it is there */
	struct place at;
	/* From here: filled when the rule is frozen. */
	const struct part *parent; /* of an element */
	bool is_clause; /* … that no other paper can hold */
	size_t topic_index; /* in the vocabulary; SIZE_MAX: none */
	uint64_t *types; /* bit set of document types that show it */
	uint64_t *containers; /* … and of those that may hold it */
	uint64_t *approvers; /* bit set of organs */
	const enum verdict *weights; /* by reason; NULL: as they are */
	struct references members; /* of results */
	struct references grounds; /* of rests_on */
};

struct not_applicable {
	enum na_allow allow;
	struct texts approved_by;
	struct duration max_age;
	uint32_t proof; /* bit set of enum doc_form */
	struct parts refuted_by; /* met by evidence: the claim is wrong */
	struct place at;
	uint64_t *approvers; /* bit set of organs, when frozen */
};

struct change {
	uint32_t version;
	struct date date;
	struct text why;
	struct place at;
};

struct rule {
	struct text id;
	struct texts replaces; /* the names it had before, the oldest first */
	uint32_t version;
	enum rule_status status;
	struct both title;
	struct both why;
	struct both remedy;
	enum area area;
	struct texts controls;
	struct texts law;
	enum priority priority;
	enum effort effort;
	enum subject_kind each;
	enum subject_kind also; /* … and those of which something is known */
	enum empty empty;
	enum rollup rollup; /* of the parts */
	enum rollup each_rollup; /* of the subjects */
	struct parts expect;
	struct references named; /* by any of its parts, when frozen */
	struct not_applicable na;
	struct {
		struct change *list;
		size_t count;
	} changed;
	const struct node *tests;
	struct place at;
	struct str hash; /* of the file */
};

struct ruleset {
	struct rule *list; /* sorted by id */
	size_t count;
	struct texts broken; /* ids of rules that could not be used */
	bool incomplete; /* a path or a word list could not be used */
	const struct vocab *vocab;
	struct str hash;
};

const struct rule *ruleset_find(const struct ruleset *s, struct str id);

/* The oldest name, by which its findings are known. */
struct str rule_first_id(const struct rule *r);

/* Whether this is its name, or one that it had before. */
bool rule_is_called(const struct rule *r, struct str id);

/* The rule of that name, or that had it before; NULL: none. */
const struct rule *ruleset_called(const struct ruleset *s, struct str id);

/* The parts below a group, or NULL where the part is judged itself. */
const struct parts *part_group(const struct part *p);

#endif
