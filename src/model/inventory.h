/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MODEL_INVENTORY_H
#define MODEL_INVENTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/str.h"
#include "diag/diag.h"
#include "model/decision.h"
#include "model/verdict.h"

/*
 * What one municipality delivered.  Filled by intake/ from inventory.yaml
 * (keys and meaning: docs/inventory.md), read-only after that.  All strings
 * live in the arena of the municipality.
 */

enum choice {
	CHOICE_UNSET,
	CHOICE_NO,
	CHOICE_YES
};

enum doc_status {
	STATUS_UNSET,
	STATUS_FINAL,
	STATUS_DRAFT,
	STATUS_TEMPLATE,
	STATUS_SUPERSEDED,
	STATUSES
};

enum doc_form {
	FORM_UNSET,
	FORM_FULL,
	FORM_EXCERPT,
	FORM_TEMPLATE,
	FORM_RECORD,
	FORM_LETTER,
	FORMS
};

enum doc_author {
	AUTHOR_UNSET,
	AUTHOR_MUNICIPALITY,
	AUTHOR_SUPPLIER,
	AUTHORS
};

/* How a process came to be known. */
enum how {
	HOW_SAID,
	HOW_SHOWN,
	HOW_READ,
	HOWS
};

enum municipality_kind {
	KIND_UNSET,
	KIND_KOMMUN,
	KIND_REGION,
	KIND_FORBUND,
	KIND_BOLAG,
	KINDS
};

extern const struct words doc_status_words, doc_form_words, doc_author_words,
	how_words, municipality_kind_words;

struct municipality {
	struct text name;
	struct text code;
	enum municipality_kind kind;
	struct text county;
	uint32_t population;
	struct place at;
};

struct system {
	struct text id;
	struct text name;
	struct texts aliases;
	struct text supplier;
	uint32_t confidentiality;
	uint32_t integrity;
	uint32_t availability;
	struct place at;
};

struct supplier {
	struct text id;
	struct text name;
	struct texts aliases;
	enum choice important;
	enum choice personal_data;
	enum choice cloud;
	struct place at;
};

struct approval {
	struct text by;
	struct date date;
	struct place at;
};

struct validity {
	struct date from;
	struct date to;
	struct place at;
};

/* What is known of a document's content. */
enum content_state {
	CONTENT_TITLE_ONLY,
	CONTENT_READ,
	CONTENT_UNREAD /* there is a file, but it could not be read */
};

struct document {
	struct text id;
	struct text title;
	struct text file;
	struct text sha256;
	struct texts about;
	struct text type;
	enum doc_status status;
	enum doc_form form;
	struct date received_on;
	enum choice received; /* unset: yes */
	struct approval approved;
	struct date revised;
	struct date performed;
	struct validity valid;
	struct text version;
	struct text replaces;
	struct text regno;
	enum doc_author author;
	struct texts binds;
	struct texts agreed_with;
	struct texts elements;
	struct text text;
	struct place at;
	/* From here: found out when the inventory was loaded. */
	enum content_state state;
	struct str content; /* as it stands, UTF-8 */
	struct str source; /* the file that holds it */
	struct place place; /* where content begins in source */
	bool in_scalar; /* content is a YAML scalar of the inventory */
	const char *unread_why; /* English, for i18n() */
};

struct process {
	struct text id;
	struct texts about;
	struct text topic;
	struct text org;
	struct texts said_by;
	struct date date;
	enum how how;
	struct text source; /* id of the document a note is about */
	struct text text;
	struct place at;
};

struct claim {
	struct text rule;
	struct texts about;
	struct text not_applicable;
	struct texts proof;
	struct approval approved;
	struct validity valid;
	struct place at;
};

struct earlier {
	struct text id;
	uint32_t year;
	struct text rule;
	struct texts about;
	struct text part; /* empty: the whole rule */
	enum verdict verdict;
	struct text recommendation;
	struct text promised;
	struct place at;
	/* From a saved run: why, and what was to close it, by language. */
	enum reason reason;
	struct str to_close[2];
};

struct scope {
	struct texts areas;
	struct texts systems;
	struct place at;
};

struct inventory {
	uint32_t version;
	struct municipality municipality;
	struct date as_of; /* after loading: one day */
	enum choice complete; /* unset: yes */
	struct scope scope;
	struct {
		struct system *list;
		size_t count;
	} systems;
	struct {
		struct supplier *list;
		size_t count;
	} suppliers;
	struct {
		struct document *list;
		size_t count;
	} documents;
	struct {
		struct process *list;
		size_t count;
	} processes;
	struct {
		struct claim *list;
		size_t count;
	} claims;
	struct {
		struct earlier *list;
		size_t count;
	} earlier;
	struct decisions decisions; /* of files beside it */
	struct place at;
	struct str source; /* the text of inventory.yaml */
};

/* Whether it is the id, the name or another name of a supplier. */
bool inventory_is_supplier(const struct inventory *v, struct str name);

/* Whether one of the texts is this. */
bool texts_hold(struct texts list, struct str s);

#endif
