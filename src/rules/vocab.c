/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Word lists → struct vocab.  All files are read first, because a term of
 * one may use a word class of another; then the terms are compiled.
 */
#include "rules/vocab.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "yaml/fields.h"

#define MAX_FILE ((size_t)8 << 20)

/* One file, before its terms are compiled. */
struct vocab_file {
	uint32_t version;
	const struct node *classes;
	const struct node *organs;
	const struct node *cues;
	const struct node *forms;
	const struct node *facts;
	const struct node *shades;
	const struct node *periods;
	struct {
		struct raw_topic *list;
		size_t count;
	} topics;
	struct {
		struct raw_type *list;
		size_t count;
	} types;
	struct texts splits;
	const struct node *lists;
};

struct raw_topic {
	struct text id;
	enum area area;
	uint32_t broad;
	struct texts terms;
	struct texts except;
};

struct raw_type {
	struct text id;
	enum doc_kind kind;
	struct texts terms;
	struct texts except;
};

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct field topic_fields[] = {
	{ .key = "area",
	  .type = FIELD_WORD,
	  AT(raw_topic, area),
	  .words = &area_words,
	  .doc = "The area of work" },
	{ .key = "broad",
	  .type = FIELD_WORD,
	  AT(raw_topic, broad),
	  .words = &flag_words,
	  .doc = "true: only where nothing more precise of the area is said" },
	{ .key = "terms",
	  .type = FIELD_TEXTS,
	  .flags = FIELD_REQUIRED,
	  AT(raw_topic, terms),
	  .doc = "What text says that speaks of it" },
	{ .key = "except",
	  .type = FIELD_TEXTS,
	  AT(raw_topic, except),
	  .doc = "What a clause must not hold" },
};
static const struct fields topic_set = FIELDS(DIAG_WORD("a topic"),
					      struct raw_topic, topic_fields);

static const struct field type_fields[] = {
	{ .key = "kind",
	  .type = FIELD_WORD,
	  .flags = FIELD_REQUIRED,
	  AT(raw_type, kind),
	  .words = &doc_kind_words,
	  .doc = "governing or record" },
	{ .key = "terms",
	  .type = FIELD_TEXTS,
	  .flags = FIELD_REQUIRED,
	  AT(raw_type, terms),
	  .doc = "What its title says" },
	{ .key = "except",
	  .type = FIELD_TEXTS,
	  AT(raw_type, except),
	  .doc = "What its title must not say" },
};
static const struct fields type_set = FIELDS(DIAG_WORD("a document type"),
					     struct raw_type, type_fields);

static const struct field file_fields[] = {
	{ .key = "vocab",
	  .type = FIELD_NUMBER,
	  .flags = FIELD_REQUIRED,
	  AT(vocab_file, version),
	  .least = 1,
	  .doc = "1: the version of this format" },
	{ .key = "classes",
	  .type = FIELD_NODE,
	  AT(vocab_file, classes),
	  .doc = "Word classes: name and its terms" },
	{ .key = "topics",
	  .type = FIELD_LABELLED,
	  AT(vocab_file, topics),
	  .set = &topic_set,
	  .doc = "What text can speak of" },
	{ .key = "types",
	  .type = FIELD_LABELLED,
	  AT(vocab_file, types),
	  .set = &type_set,
	  .doc = "Kinds of documents, known by their titles" },
	{ .key = "organs",
	  .type = FIELD_NODE,
	  AT(vocab_file, organs),
	  .doc = "Who decides: name and its terms" },
	{ .key = "cues",
	  .type = FIELD_NODE,
	  AT(vocab_file, cues),
	  .doc = "Words that decide how something is said" },
	{ .key = "forms",
	  .type = FIELD_NODE,
	  AT(vocab_file, forms),
	  .doc = "Title words of templates and excerpts" },
	{ .key = "facts",
	  .type = FIELD_NODE,
	  AT(vocab_file, facts),
	  .doc = "Words by which a document tells who decided it and when" },
	{ .key = "shades",
	  .type = FIELD_NODE,
	  AT(vocab_file, shades),
	  .doc = "In what way a thing is there only in part" },
	{ .key = "periods",
	  .type = FIELD_NODE,
	  AT(vocab_file, periods),
	  .doc = "How often: a duration, regular or irregular" },
	{ .key = "splits",
	  .type = FIELD_TEXTS,
	  AT(vocab_file, splits),
	  .doc = "Words that begin a new clause" },
	{ .key = "lists",
	  .type = FIELD_NODE,
	  AT(vocab_file, lists),
	  .doc = "Plain words, by what the reading needs them for" },
};
static const struct fields file_set = FIELDS(DIAG_WORD("a vocabulary"),
					     struct vocab_file, file_fields);

struct loader {
	struct fields_reader reader;
	struct pattern_store *store;
	struct vocab_file *files;
	size_t count;
	struct word_classes classes;
	struct vocab *vocab;
};

/* All classes, topics … of all files together: how many at most. */
static size_t count_children(const struct node *n)
{
	return n ? n->count : 0;
}

static bool read_terms_of(const struct loader *l, const struct node *n,
			  struct texts *ret_terms)
{
	static const char *const type = DIAG_WORD("a list of terms");

	*ret_terms = (struct texts){ 0 };
	if (n->kind == NODE_LIST)
		ret_terms->list = arena_array(l->reader.arena, struct text,
					      n->count);
	for (const struct node *c = n->first; c; c = c->next)
		if (n->kind == NODE_LIST && c->kind == NODE_SCALAR)
			ret_terms->list[ret_terms->count++] =
				(struct text){ c->text, c->at };
	if (n->kind == NODE_LIST && ret_terms->count == n->count)
		return true;
	diag_add(l->reader.diags, DIAG_WRONG_TYPE, n->at,
		 ARGS(n->key, str_of(type)));
	return false;
}

static void duplicate(const struct loader *l, struct text id)
{
	diag_add(l->reader.diags, DIAG_DUPLICATE_ID, id.at, ARGS(id.str));
}

static void collect_classes(struct loader *l)
{
	struct word_class *list;
	size_t room = 0, n = 0;

	for (size_t i = 0; i < l->count; i++)
		room += count_children(l->files[i].classes);
	list = arena_array(l->reader.arena, struct word_class, room);
	for (size_t i = 0; i < l->count; i++) {
		const struct node *c = l->files[i].classes;

		for (c = c ? c->first : NULL; c; c = c->next) {
			list[n].name = (struct text){ c->key, c->key_at };
			for (size_t k = 0; k < n; k++)
				if (str_eq(list[k].name.str, c->key))
					duplicate(l, list[n].name);
			if (read_terms_of(l, c, &list[n].terms))
				n++;
		}
	}
	l->classes = (struct word_classes){ list, n };
}

/* Each term of a class by itself, so that a mistake shows at its place. */
static void check_classes(const struct loader *l)
{
	for (size_t i = 0; i < l->classes.count; i++) {
		const struct word_class *c = &l->classes.list[i];

		if (!c->terms.count)
			diag_add(l->reader.diags, DIAG_TERM_EMPTY, c->name.at,
				 NO_ARGS);
		for (size_t k = 0; k < c->terms.count; k++)
			pattern_check(l->reader.diags, l->classes,
				      c->terms.list[k]);
	}
}

/* "a ~ b & c": every operand must be found. */
static bool compile_term(struct loader *l, struct text written,
			 struct term *ret_term)
{
	struct str rest = written.str, operand;
	size_t room = 1;

	if (!str_starts(written.str, STR("/")))
		for (size_t i = 0; i < written.str.len; i++)
			room += written.str.ptr[i] == '&';
	ret_term->list = arena_alloc(l->reader.arena, room, sizeof(void *),
				     sizeof(void *));
	ret_term->count = 0;
	ret_term->written = written;
	while (room > 1 ? str_cut(&rest, '&', &operand) : ret_term->count == 0) {
		struct text t = { room > 1 ? operand : rest, written.at };
		const struct pattern *p = pattern_compile(
			l->store, l->reader.diags, l->classes, t);

		if (!p)
			return false;
		ret_term->list[ret_term->count++] = p;
	}
	return true;
}

static void learn(struct loader *l, struct texts terms, bool meant)
{
	for (size_t i = 0; i < terms.count; i++)
		lexicon_add_term(&l->vocab->lexicon, terms.list[i].str, meant);
}

static void add_terms(struct loader *l, struct texts written, struct terms *terms)
{
	struct term *list = arena_array(l->reader.arena, struct term,
					terms->count + written.count);

	if (terms->count)
		memcpy(list, terms->list, terms->count * sizeof(*list));
	terms->list = list;
	learn(l, written, true);
	for (size_t i = 0; i < written.count; i++)
		if (compile_term(l, written.list[i], &list[terms->count]))
			terms->count++;
}

static void add_topics(struct loader *l, const struct vocab_file *f)
{
	struct vocab *v = l->vocab;

	for (size_t i = 0; i < f->topics.count; i++) {
		const struct raw_topic *raw = &f->topics.list[i];
		struct topic *t = &v->topics.list[v->topics.count];

		if (vocab_topic(v, raw->id.str) < v->topics.count) {
			duplicate(l, raw->id);
			continue;
		}
		t->id = raw->id;
		t->area = raw->area;
		t->broad = raw->broad != 0;
		add_terms(l, raw->terms, &t->terms);
		add_terms(l, raw->except, &t->except);
		v->topics.count++;
	}
}

static void add_types(struct loader *l, const struct vocab_file *f)
{
	struct vocab *v = l->vocab;

	for (size_t i = 0; i < f->types.count; i++) {
		const struct raw_type *raw = &f->types.list[i];
		struct doc_type *t = &v->types.list[v->types.count];

		if (vocab_type(v, raw->id.str) < v->types.count) {
			duplicate(l, raw->id);
			continue;
		}
		t->id = raw->id;
		t->kind = raw->kind;
		add_terms(l, raw->terms, &t->terms);
		add_terms(l, raw->except, &t->except);
		v->types.count++;
	}
}

static void add_organs(struct loader *l, const struct vocab_file *f)
{
	struct vocab *v = l->vocab;
	const struct node *n = f->organs ? f->organs->first : NULL;

	for (; n; n = n->next) {
		struct organ *o = &v->organs.list[v->organs.count];
		struct texts terms;

		o->id = (struct text){ n->key, n->key_at };
		if (vocab_organ(v, n->key) < v->organs.count) {
			duplicate(l, o->id);
		} else if (read_terms_of(l, n, &terms)) {
			add_terms(l, terms, &o->terms);
			v->organs.count++;
		}
	}
}

/* A map word → terms into the list of that word. */
static void add_named(struct loader *l, const struct node *map,
		      struct words names, struct terms *lists)
{
	for (const struct node *n = map ? map->first : NULL; n; n = n->next) {
		size_t i = words_find(names, n->key);
		struct texts terms;

		if (i == names.count)
			fields_unknown_word(l->reader.diags,
					    (struct text){ n->key, n->key_at },
					    names);
		else if (read_terms_of(l, n, &terms))
			add_terms(l, terms, &lists[i]);
	}
}

static bool read_period(struct str key, struct period *ret_period)
{
	*ret_period = (struct period){ .kind = PERIOD_FIXED };
	if (str_eq(key, STR("regular")))
		ret_period->kind = PERIOD_REGULAR;
	else if (str_eq(key, STR("irregular")))
		ret_period->kind = PERIOD_IRREGULAR;
	else
		return duration_parse(key, &ret_period->every);
	return true;
}

static void add_periods(struct loader *l, const struct node *map)
{
	struct vocab *v = l->vocab;

	for (const struct node *n = map ? map->first : NULL; n; n = n->next) {
		struct period_words *p = &v->periods.list[v->periods.count];
		struct texts terms;

		if (!read_period(n->key, &p->period)) {
			diag_add(l->reader.diags, DIAG_BAD_DURATION, n->key_at,
				 ARGS(n->key));
		} else if (read_terms_of(l, n, &terms)) {
			add_terms(l, terms, &p->terms);
			v->periods.count++;
		}
	}
}

static void append_texts(const struct loader *l, struct texts more,
			 struct texts *all)
{
	struct text *list = arena_array(l->reader.arena, struct text,
					all->count + more.count);

	if (all->count)
		memcpy(list, all->list, all->count * sizeof(*list));
	if (more.count)
		memcpy(list + all->count, more.list, more.count * sizeof(*list));
	all->list = list;
	all->count += more.count;
}

/* Plain words are no patterns. */
static void add_lists(struct loader *l, const struct node *map)
{
	for (const struct node *n = map ? map->first : NULL; n; n = n->next) {
		size_t i = words_find(list_words, n->key);
		struct texts words;

		if (i == LISTS)
			fields_unknown_word(l->reader.diags,
					    (struct text){ n->key, n->key_at },
					    list_words);
		else if (read_terms_of(l, n, &words))
			append_texts(l, words, &l->vocab->lists[i]);
	}
}

static void compile_all(struct loader *l)
{
	static const char *const form_names[] = { "template", "excerpt" };
	static const struct words forms = { form_names, 2 };
	struct vocab *v = l->vocab;
	size_t topics = 0, types = 0, organs = 0, periods = 0;

	for (size_t i = 0; i < l->count; i++) {
		topics += l->files[i].topics.count;
		types += l->files[i].types.count;
		organs += count_children(l->files[i].organs);
		periods += count_children(l->files[i].periods);
	}
	v->topics.list = arena_array(l->reader.arena, struct topic, topics);
	v->types.list = arena_array(l->reader.arena, struct doc_type, types);
	v->organs.list = arena_array(l->reader.arena, struct organ, organs);
	v->periods.list = arena_array(l->reader.arena, struct period_words,
				      periods);
	for (size_t i = 0; i < l->count; i++) {
		const struct vocab_file *f = &l->files[i];

		add_topics(l, f);
		add_types(l, f);
		add_organs(l, f);
		add_named(l, f->cues, cue_words, v->cues);
		add_named(l, f->forms, forms, v->forms);
		add_named(l, f->facts, fact_words, v->facts);
		add_named(l, f->shades, shade_words, v->shades);
		add_periods(l, f->periods);
		add_terms(l, f->splits, &v->splits);
		add_lists(l, f->lists);
	}
}

/* Lists that are read by hand; what is no map is left out. */
static void check_maps(const struct loader *l, struct vocab_file *f)
{
	static const char *const type = DIAG_WORD("a map of labels");
	const struct node **maps[] = { &f->classes, &f->organs, &f->cues,
				       &f->forms,   &f->facts,  &f->shades,
				       &f->periods, &f->lists };

	for (size_t i = 0; i < sizeof(maps) / sizeof(*maps); i++) {
		const struct node *n = *maps[i];

		if (!n || n->kind == NODE_MAP)
			continue;
		diag_add(l->reader.diags, DIAG_WRONG_TYPE, n->at,
			 ARGS(n->key, str_of(type)));
		*maps[i] = NULL;
	}
}

static bool read_file(struct loader *l, const char *path, struct str *ret_hash)
{
	struct place at = { str_of(path), 0, 0 };
	struct str text = { 0 };
	const struct node *n;
	struct vocab_file *f = &l->files[l->count];

	if (file_read(l->reader.arena, path, MAX_FILE, &text) != FILE_OK) {
		diag_add(l->reader.diags, DIAG_FILE_UNREADABLE, at,
			 ARGS(at.file,
			      str_of(DIAG_WORD(
				      "no ordinary file of at most 8 MiB"))));
		return false;
	}
	*ret_hash = hash_bytes(l->reader.arena, text);
	n = node_read(l->reader.arena, l->reader.diags, at.file, text);
	if (!n)
		return false;
	fields_read(&l->reader, n, &file_set, f);
	check_maps(l, f);
	if (f->version > 1)
		diag_add(l->reader.diags, DIAG_BAD_VERSION,
			 node_get(n, STR("vocab"))->at,
			 ARGS(node_get(n, STR("vocab"))->text));
	l->count++;
	return true;
}

struct vocab_paths {
	const char **list;
	size_t count;
};

/* The word lists of a folder after those of the folders before it. */
static void add_paths(struct arena *a, const char *folder,
		      struct vocab_paths *paths)
{
	size_t count = 0;
	const struct str *names = file_list(a, folder, &count);
	const char **list = arena_alloc(a, paths->count + count + 1,
					sizeof(void *), sizeof(void *));

	for (size_t i = 0; i < paths->count; i++)
		list[i] = paths->list[i];
	for (size_t i = 0; names && i < count; i++)
		if (str_ends(names[i], STR(".yaml")))
			list[paths->count++] = file_join(a, folder, names[i]);
	paths->list = list;
}

const struct vocab *vocab_load(struct arena *a, struct diags *d,
			       struct pattern_store *store,
			       const char *const *folders, size_t count)
{
	struct loader l = { .reader = { a, d }, .store = store };
	struct vocab_paths paths = { 0 };
	struct str *hashes;
	size_t hashed = 0;

	for (size_t i = 0; i < count; i++)
		add_paths(a, folders[i], &paths);
	l.vocab = arena_new(a, struct vocab);
	l.vocab->lexicon.arena = a;
	l.files = arena_array(a, struct vocab_file, paths.count);
	hashes = arena_array(a, struct str, paths.count);
	for (size_t i = 0; i < paths.count; i++)
		if (read_file(&l, paths.list[i], &hashes[hashed]))
			hashed++;
	if (!l.count)
		return NULL;
	collect_classes(&l);
	check_classes(&l);
	compile_all(&l);
	learn(&l, l.vocab->lists[LIST_KNOWN], false);
	for (size_t i = 0; i < l.classes.count; i++)
		learn(&l, l.classes.list[i].terms, true);
	lexicon_freeze(&l.vocab->lexicon);
	pattern_store_freeze(store);
	l.vocab->patterns = store;
	l.vocab->hash = hash_parts(a, hashes, hashed);
	return l.vocab;
}
