/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "rules/rules.h"
#include "rules/vocab.h"

#define MAX_RULE_FILE ((size_t)1 << 20)
#define MAX_FOLDER_DEPTH 4
#define MAX_VOCABS 16

/* Folders under the rules that hold something else. */
static const struct str other_folders[] = {
	STR_ROW("vocab"),
	STR_ROW("maps"),
	STR_ROW("profiles"),
	STR_ROW("frameworks"),
};

struct loader {
	struct arena *arena;
	struct diags *diags;
	struct pattern_store *store;
	const char *vocabs[MAX_VOCABS];
	size_t vocab_count;
	struct ruleset *set;
	size_t room;
	bool folders; /* a whole folder was loaded, not single files */
};

static bool is_other_folder(struct str name)
{
	size_t n = sizeof(other_folders) / sizeof(*other_folders);

	for (size_t i = 0; i < n; i++)
		if (str_eq(name, other_folders[i]))
			return true;
	return false;
}

static void *grow(struct loader *l, void *list, size_t count, size_t size)
{
	void *more = arena_alloc(l->arena, count ? 2 * count : 8, size,
				 sizeof(void *));

	if (count)
		memcpy(more, list, count * size);
	return more;
}

/* Doubling at powers of two from 8 on. */
static bool is_full(size_t count)
{
	return count == 0 || (count >= 8 && (count & (count - 1)) == 0);
}

static void add_rule(struct loader *l, const struct rule *rule)
{
	struct ruleset *s = l->set;

	if (is_full(s->count))
		s->list = grow(l, s->list, s->count, sizeof(*s->list));
	s->list[s->count++] = *rule;
}

static void add_broken(struct loader *l, struct text id)
{
	struct texts *b = &l->set->broken;

	if (is_full(b->count))
		b->list = grow(l, b->list, b->count, sizeof(*b->list));
	b->list[b->count++] = id;
}

/* rules/access-review.yaml → access-review */
static struct str base_name(struct str path)
{
	struct str name;

	while (memchr(path.ptr, '/', path.len))
		str_cut(&path, '/', &name);
	if (!str_ends(path, STR(".yaml")))
		return path;
	return str_slice(path, 0, path.len - 5);
}

static void load_rule(struct loader *l, const char *path)
{
	struct fields_reader reader = { l->arena, l->diags };
	struct str file = str_of(path), text = { 0 };
	struct rule *rule = arena_new(l->arena, struct rule);
	const struct node *n = NULL;
	size_t before = l->diags->errors;
	bool ok = false;

	if (file_read(l->arena, path, MAX_RULE_FILE, &text) != FILE_OK)
		diag_add(l->diags, DIAG_FILE_UNREADABLE,
			 (struct place){ file, 0, 0 },
			 ARGS(file,
			      str_of(DIAG_WORD(
				      "no ordinary file of at most 1 MiB"))));
	else
		n = node_read(l->arena, l->diags, file, text);
	/* A key given twice is an error, though the tree can be read. */
	if (n)
		ok = fields_read(&reader, n, &rule_set, rule) &&
		     l->diags->errors == before;
	rule->hash = hash_bytes(l->arena, text);
	if (rule->id.str.len && !str_eq(rule->id.str, base_name(file))) {
		diag_add(l->diags, DIAG_RULE_NAME, rule->id.at,
			 ARGS(rule->id.str));
		ok = false;
	}
	if (!rule->id.str.len)
		rule->id = (struct text){ base_name(file), { file, 1, 1 } };
	if (ok)
		add_rule(l, rule);
	else
		add_broken(l, rule->id);
}

/* Each vocab folder once; more than MAX_VOCABS are nobody's. */
static void add_vocab(struct loader *l, const char *folder)
{
	for (size_t i = 0; i < l->vocab_count; i++)
		if (strcmp(l->vocabs[i], folder) == 0)
			return;
	if (l->vocab_count < MAX_VOCABS)
		l->vocabs[l->vocab_count++] = folder;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than MAX_FOLDER_DEPTH */
static void load_folder(struct loader *l, const char *path, unsigned depth)
{
	size_t count = 0;
	const struct str *names = file_list(l->arena, path, &count);

	if (!names) {
		diag_add(l->diags, DIAG_FILE_UNREADABLE, (struct place){ 0 },
			 ARGS(str_of(path), str_of(DIAG_WORD("no access"))));
		l->set->incomplete = true;
	}
	for (size_t i = 0; names && i < count; i++) {
		const char *child = file_join(l->arena, path, names[i]);

		if (depth < MAX_FOLDER_DEPTH && file_is_folder(child)) {
			if (str_eq(names[i], STR("vocab")))
				add_vocab(l, child);
			if (!is_other_folder(names[i]))
				load_folder(l, child, depth + 1);
		} else if (str_ends(names[i], STR(".yaml"))) {
			load_rule(l, child);
		}
	}
}

/* The vocabulary beside a rule that was named itself, or above its folder. */
static void find_vocab(struct loader *l, const char *path)
{
	static const char *const places[] = { "vocab", "../vocab" };
	const char *slash = strrchr(path, '/');
	const char *folder = "";

	if (slash)
		folder = arena_copy(l->arena, path, (size_t)(slash - path) + 1);
	for (size_t i = 0; i < 2; i++) {
		const char *found = file_join(l->arena, folder,
					      str_of(places[i]));

		if (!file_is_folder(found))
			continue;
		add_vocab(l, found);
		return;
	}
}

static void load_path(struct loader *l, const char *path)
{
	if (!file_exists(path)) {
		diag_add(l->diags, DIAG_FILE_MISSING, (struct place){ 0 },
			 ARGS(str_of(path)));
		l->set->incomplete = true;
	} else if (file_is_folder(path)) {
		l->folders = true;
		load_folder(l, path, 0);
	} else {
		find_vocab(l, path);
		load_rule(l, path);
	}
}

static int by_id(const void *a, const void *b)
{
	const struct rule *x = a, *y = b;
	int c = str_cmp(x->id.str, y->id.str);

	return c ? c : str_cmp(x->id.at.file, y->id.at.file);
}

/* Sort by id; the second of two equal ids is broken. */
static void sort_rules(struct loader *l)
{
	struct ruleset *s = l->set;
	size_t kept = 0;

	if (s->count)
		qsort(s->list, s->count, sizeof(*s->list), by_id);
	for (size_t i = 0; i < s->count; i++) {
		struct rule *r = &s->list[i];

		if (kept && str_eq(s->list[kept - 1].id.str, r->id.str)) {
			diag_add(l->diags, DIAG_DUPLICATE_RULE, r->id.at,
				 ARGS(r->id.str, s->list[kept - 1].id.at.file));
			add_broken(l, r->id);
		} else {
			s->list[kept++] = *r;
		}
	}
	s->count = kept;
}

static void freeze_rules(struct loader *l)
{
	struct ruleset *s = l->set;
	struct str *hashes = arena_array(l->arena, struct str, s->count);
	size_t kept = 0;

	for (size_t i = 0; i < s->count; i++) {
		if (rule_freeze(l->arena, l->diags, s->vocab, &s->list[i])) {
			hashes[kept] = s->list[i].hash;
			s->list[kept++] = s->list[i];
		} else {
			add_broken(l, s->list[i].id);
		}
	}
	s->count = kept;
	s->hash = hash_parts(l->arena, hashes, kept);
}

/* After all are frozen: what a rule says of others. */
static void link_rules(struct loader *l, bool whole)
{
	struct ruleset *s = l->set;
	bool *good = arena_array(l->arena, bool, s->count);
	size_t kept = 0;

	for (size_t i = 0; i < s->count; i++)
		good[i] = rule_check_names(s, l->diags, &s->list[i]) &&
			  rule_link(s, l->diags, &s->list[i], whole);
	for (size_t i = 0; i < s->count; i++) {
		if (good[i])
			s->list[kept++] = s->list[i];
		else
			add_broken(l, s->list[i].id);
	}
	s->count = kept;
}

static void report_broken(const struct loader *l)
{
	for (size_t i = 0; i < l->set->broken.count; i++)
		diag_add(l->diags, DIAG_RULE_BROKEN,
			 (struct place){ l->set->broken.list[i].at.file, 0, 0 },
			 ARGS(l->set->broken.list[i].str));
}

static const struct vocab *load_vocab(struct loader *l, const char *fallback)
{
	const struct vocab *v = NULL;
	size_t before = l->diags->errors;

	if (!l->vocab_count && fallback)
		add_vocab(l, file_join(l->arena, fallback, STR("vocab")));
	v = vocab_load(l->arena, l->diags, l->store, l->vocabs, l->vocab_count);
	/* What is not there can't be found, so gaps would be reported. */
	l->set->incomplete |= l->diags->errors != before;
	if (!v)
		diag_add(l->diags, DIAG_NO_VOCAB, (struct place){ 0 }, NO_ARGS);
	return v;
}

const struct ruleset *ruleset_load(struct arena *a, struct diags *d,
				   struct pattern_store *store,
				   struct rules_source from)
{
	struct loader l = { .arena = a, .diags = d, .store = store };

	l.set = arena_new(a, struct ruleset);
	for (size_t i = 0; i < from.count; i++)
		load_path(&l, from.paths[i]);
	if (!l.set->count && !l.set->broken.count) {
		diag_add(d, DIAG_NO_RULES, (struct place){ 0 },
			 ARGS(str_of(from.count ? from.paths[0] : "")));
		return NULL;
	}
	l.set->vocab = load_vocab(&l, from.fallback);
	if (!l.set->vocab)
		return NULL;
	sort_rules(&l);
	freeze_rules(&l);
	link_rules(&l, l.folders);
	report_broken(&l);
	return l.set;
}

void ruleset_advise(const struct ruleset *set, struct diags *d)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct rule *r = &set->list[i];

		if (!r->tests || !r->tests->count)
			diag_add(d, DIAG_NO_TESTS, r->at, ARGS(r->id.str));
	}
}
