/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_ASSESSMENT_H
#define MODEL_ASSESSMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/i18n.h"
#include "base/str.h"
#include "diag/diag.h"
#include "model/decision.h"
#include "model/rule.h"
#include "model/trace.h"
#include "model/verdict.h"

/*
 * All results for one municipality on one day, and all that any report
 * needs: a report is made from this alone.  Strings live in the arena of
 * the municipality or of the rules, both of which outlive it.
 */

/* How text speaks of a topic.  Names: affirmed, partial, started … */
enum stance {
	STANCE_AFFIRMED,
	STANCE_PARTIAL,
	STANCE_STARTED,
	STANCE_PLANNED,
	STANCE_NEGATED,
	STANCE_HISTORIC,
	STANCE_NORM,
	STANCE_QUESTION,
	STANCE_IMPLIED,
	STANCES
};

extern const struct words stance_words;

struct quote {
	struct str source; /* id of the document or process */
	struct str title; /* of a document; empty for a process */
	struct place at;
	struct str text;
	enum stance stance;
	bool hedged;
};

struct quotes {
	struct quote *list;
	size_t count;
};

/* Against the earlier audit. */
enum follow_up {
	FOLLOW_CLOSED,
	FOLLOW_PARTLY,
	FOLLOW_REMAINS,
	FOLLOW_WORSE,
	FOLLOW_STANDS, /* met then and now */
	FOLLOW_NOT_APPLICABLE,
	FOLLOW_NA_UNPROVEN, /* said not to apply; nothing shows it */
	FOLLOW_UNKNOWN, /* what is known now does not decide */
	FOLLOW_SILENT, /* nothing was received or said of it now */
	FOLLOW_NEW, /* the earlier audit did not have it */
	FOLLOW_UPS
};

extern const struct words follow_up_words;

/* What became of an earlier verdict; docs/verdicts.md has the table. */
enum follow_up follow_up_of(enum verdict earlier, enum verdict now,
			    enum reason reason);

struct part_result {
	struct str label;
	struct str title[LANGS]; /* empty where the rule gives none */
	enum shows shows;
	enum verdict verdict;
	enum reason reason;
	bool counts; /* false: something else decides for it */
	bool remark; /* a point of its own: not in the rule's verdict */
	bool summary; /* of other results: no finding, not in the totals */
	enum priority priority;
	struct str finding; /* 16 hex digits; empty where there is none */
	struct str about; /* title of the document the reason is about */
	struct quotes quotes;
	struct candidates considered; /* that did not count in full */
	enum counted counted; /* of a group */
	struct str to_close[LANGS]; /* empty where there is nothing to close */
	bool has_earlier;
	enum verdict earlier;
	enum follow_up follow_up;
	const struct waiver *waived; /* that accepts it; NULL: none */
	const struct opinion *judged; /* a person's answer; NULL: none */
};

/* Numbers of parts: those to close, least effort first. */
struct least {
	uint32_t *list;
	size_t count;
};

struct result {
	const struct rule *rule;
	struct str subject; /* id; empty for the organisation or roll-up */
	struct str subject_name;
	enum subject_kind subject_kind;
	bool is_rollup; /* over the subjects of the rule; has no parts */
	enum verdict verdict;
	enum counted counted;
	struct part_result *parts;
	size_t count;
	struct least least; /* that makes the rule met */
};

struct arena;

/* The part of that label, or NULL. */
const struct part_result *result_part(const struct result *r, struct str label);

struct unread {
	struct str id;
	struct str title;
	struct str why[LANGS]; /* empty where it is not known */
};

struct earlier;

struct assessment {
	struct str program; /* that made it; empty: this one, just now */
	struct str name;
	struct str code;
	struct str folder;
	struct str as_of; /* YYYY-MM-DD */
	struct str rules_hash;
	struct str vocab_hash;
	size_t rules_selected;
	struct result *results; /* by area, rule, subject in inventory order */
	size_t count;
	size_t totals[VERDICTS]; /* of parts that count */
	size_t rules_evaluated;
	struct texts rules_not_evaluated;
	size_t documents_received;
	size_t documents_read; /* with those of which only the title is known */
	size_t documents_title_only;
	struct unread *unread;
	size_t unread_count;
	struct settled *waivers; /* in the order of the file */
	size_t waiver_count;
	struct settled *judgements;
	size_t judgement_count;
	bool incomplete; /* a rule or the inventory was broken */
	const struct earlier *earlier; /* what the inventory gives */
	size_t earlier_count;
};

/* What names the municipality in finding ids: its code, else its name. */
struct str assessment_key(const struct assessment *a);

/*
 * The id of a finding: 16 digits that outlive changes of the reason and of
 * the rule's name, since the oldest name counts.
 */
struct str finding_id(struct arena *arena, struct str municipality,
		      const struct rule *rule, struct str subject,
		      struct str label);

#endif
