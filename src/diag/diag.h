/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/i18n.h"
#include "base/str.h"

struct arena;
struct buf;

enum level {
	LEVEL_WARNING,
	LEVEL_ERROR,
};

enum diag_kind {
#define D(name, id, level, what, fix) DIAG_##name,
#include "diag/diag_kinds.def"
#undef D
	DIAG_KINDS
};

/*
 * A place in a source: lines and columns count from 1 (columns in code
 * points), 0 is "no place".
 */
struct place {
	struct str file;
	uint32_t line;
	uint32_t col;
};

/* A string of the input and where it stands. */
struct text {
	struct str str;
	struct place at;
};

struct texts {
	struct text *list;
	size_t count;
};

#define DIAG_ARGS 3

struct diag_args {
	struct str list[DIAG_ARGS];
};

/*
 * An argument that is a word of ours, to be shown in the reader's language:
 * a literal that begins with the byte 1.  The po gate finds it as N_().
 */
#define DIAG_WORD(lit) "\x01" N_(lit)

#define ARGS(...) ((struct diag_args){ { __VA_ARGS__ } })
#define NO_ARGS ((struct diag_args){ { { 0 } } })

struct diag {
	enum diag_kind kind;
	struct place at;
	struct str args[DIAG_ARGS];
};

/* A file whose lines can be shown under a message. */
struct source {
	struct str file;
	struct str text;
	const struct source *next;
};

/*
 * Messages are collected, not printed, so that one run shows all that is
 * wrong.  Only cmd/ prints.  One list belongs to one thread; the arena
 * must outlive it.
 */
struct diags {
	struct arena *arena;
	struct diag *list;
	size_t count;
	size_t room;
	size_t errors;
	const struct source *sources;
};

/* Copies the arguments; file names are kept as views. */
void diag_add(struct diags *d, enum diag_kind kind, struct place at,
	      struct diag_args args);

/* The text must outlive the list. */
void diag_source(struct diags *d, struct str file, struct str text);

/* Append what `from` holds, for instance what a worker thread collected. */
void diag_join(struct diags *d, const struct diags *from);

/* By file, line, column, kind and arguments; doubles are dropped. */
void diag_sort(struct diags *d);

struct diag_style {
	enum lang lang;
	bool color;
	bool source; /* show the line with a caret */
};

/* file:line:col: error[id]: what; fix.  At most 100 of a kind and file. */
void diag_render(const struct diags *d, struct diag_style style, struct buf *out);

const char *diag_id(enum diag_kind kind);
enum level diag_level(enum diag_kind kind);
/* The templates, in English, as the catalogue holds them. */
const char *diag_what(enum diag_kind kind);
const char *diag_fix(enum diag_kind kind);

#endif
