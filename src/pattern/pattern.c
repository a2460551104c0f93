/* SPDX-License-Identifier: EUPL-1.2 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "pattern/index.h"
#include "pattern/pattern.h"
#include "pattern/translate.h"

/* Enough for the words of one clause; a hostile pattern ends here. */
#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 1000
#define HEAP_LIMIT 20000 /* KiB */

struct pattern {
	const struct pattern_store *store;
	struct str source; /* for PCRE2 */
	size_t id;
	uint32_t *keys; /* of which a text has one if it matches */
	size_t key_count; /* 0: any text may match */
	bool is_term; /* no /pattern/: matches whole words */
	struct pattern *next;
	struct pattern *beside; /* in its bucket */
};

struct matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
	struct text gave_up;
	/* Between matcher_begin() and matcher_end(): */
	const struct pattern_store *store;
	struct str text;
	uint64_t *may; /* bit set of patterns that may match the text */
	size_t words;
	struct memo *memos; /* by pattern: its first match in the text */
	uint32_t round;
	/* Of the patterns that this thread has needed, by id. */
	const struct pattern_store *compiled_from;
	pcre2_code **codes;
	size_t code_count;
};

struct memo {
	uint32_t round; /* of the matcher when it was made */
	enum found found;
	struct span span;
};

static void report(struct diags *d, struct text term, int error)
{
	PCRE2_UCHAR text[256];

	pcre2_get_error_message(error, text, sizeof(text));
	diag_add(d, DIAG_TERM_PATTERN, term.at,
		 ARGS(term.str, str_of((const char *)text)));
}

static pcre2_code *compile(struct str source, int *ret_error)
{
	PCRE2_SIZE offset;

	return pcre2_compile((PCRE2_SPTR)source.ptr, source.len,
			     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
				     PCRE2_NEVER_BACKSLASH_C,
			     ret_error, &offset, NULL);
}

/* Whether PCRE2 takes it, with a message where it does not. */
static bool check(struct diags *d, struct text term, struct str source)
{
	int error;
	pcre2_code *code = compile(source, &error);

	if (!code)
		report(d, term, error);
	pcre2_code_free(code);
	return code != NULL;
}

static struct pattern **bucket_of(struct pattern_store *store, struct str source)
{
	uint32_t h = 2166136261U; /* FNV-1a */

	for (size_t i = 0; i < source.len; i++)
		h = (h ^ (unsigned char)source.ptr[i]) * 16777619U;
	return &store->buckets[h % PATTERN_BUCKETS];
}

static struct pattern *find_equal(struct pattern_store *store, struct str source)
{
	for (struct pattern *p = *bucket_of(store, source); p; p = p->beside)
		if (str_eq(p->source, source))
			return p;
	return NULL;
}

static struct pattern *add(struct pattern_store *store, struct str source)
{
	struct pattern *p = arena_new(store->arena, struct pattern);

	*p = (struct pattern){ .store = store,
			       .source = source,
			       .id = store->count++,
			       .next = store->first,
			       .beside = *bucket_of(store, source) };
	store->first = p;
	*bucket_of(store, source) = p;
	return p;
}

bool pattern_check(struct diags *d, struct word_classes classes, struct text term)
{
	struct buf b = { 0 };
	bool ok = term_translate(d, classes, term, &b) &&
		  check(d, term, buf_str(&b));

	buf_release(&b);
	return ok;
}

/* Keys of one term; more than this many tell too little. */
#define KEYS_MAX 512

struct keys {
	uint32_t list[KEYS_MAX];
	size_t count;
};

static void add_key(void *to, uint32_t key)
{
	struct keys *keys = to;

	for (size_t i = 0; i < keys->count && i < KEYS_MAX; i++)
		if (keys->list[i] == key)
			return;
	if (keys->count < KEYS_MAX)
		keys->list[keys->count] = key;
	keys->count++;
}

static void finish(const struct pattern_store *store, struct str term,
		   struct pattern *p)
{
	struct keys keys = { .count = 0 };

	p->is_term = !str_starts(str_trim(term), STR("/"));
	if (!index_pattern(store->arena, p->source, add_key, &keys) ||
	    keys.count > KEYS_MAX)
		return;
	p->keys = arena_array(store->arena, uint32_t, keys.count);
	p->key_count = keys.count;
	memcpy(p->keys, keys.list, keys.count * sizeof(*p->keys));
}

/* Plain words always make a pattern that PCRE2 takes. */
static bool may_be_wrong(struct str term)
{
	return memchr(term.ptr, '/', term.len) || memchr(term.ptr, '<', term.len);
}

const struct pattern *pattern_compile(struct pattern_store *store,
				      struct diags *d,
				      struct word_classes classes,
				      struct text term)
{
	struct buf b = { 0 };
	struct str source;
	struct pattern *p = NULL;

	if (term_translate(d, classes, term, &b)) {
		source = buf_take(&b, store->arena);
		p = find_equal(store, source);
		if (!p && (!may_be_wrong(term.str) || check(d, term, source))) {
			p = add(store, source);
			finish(store, term.str, p);
		}
	}
	buf_release(&b);
	return p;
}

/* For each key the patterns that have it, one list after the other. */
void pattern_store_freeze(struct pattern_store *store)
{
	uint32_t *at;
	size_t total = 0;

	store->words = store->count / 64 + 1;
	store->unkeyed = arena_array(store->arena, uint64_t, store->words);
	store->key_start = arena_array(store->arena, uint32_t, INDEX_KEYS + 1);
	for (const struct pattern *p = store->first; p; p = p->next) {
		if (!p->key_count)
			bits_set(store->unkeyed, p->id);
		for (size_t k = 0; k < p->key_count; k++)
			store->key_start[p->keys[k] + 1]++;
		total += p->key_count;
	}
	for (size_t k = 0; k < INDEX_KEYS; k++)
		store->key_start[k + 1] += store->key_start[k];
	store->key_ids = arena_array(store->arena, uint32_t, total + 1);
	at = arena_array(store->arena, uint32_t, INDEX_KEYS);
	memcpy(at, store->key_start, INDEX_KEYS * sizeof(*at));
	for (const struct pattern *p = store->first; p; p = p->next)
		for (size_t k = 0; k < p->key_count; k++)
			store->key_ids[at[p->keys[k]]++] = (uint32_t)p->id;
}

struct matcher *matcher_new(void)
{
	struct matcher *m = calloc(1, sizeof(*m));

	if (!m)
		arena_out_of_memory();
	m->data = pcre2_match_data_create(4, NULL);
	m->context = pcre2_match_context_create(NULL);
	if (!m->data || !m->context)
		arena_out_of_memory();
	pcre2_set_match_limit(m->context, MATCH_LIMIT);
	pcre2_set_depth_limit(m->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(m->context, HEAP_LIMIT);
	return m;
}

static void free_codes(struct matcher *m)
{
	for (size_t i = 0; i < m->code_count; i++)
		pcre2_code_free(m->codes[i]);
	free(m->codes);
	m->codes = NULL;
	m->code_count = 0;
}

void matcher_free(struct matcher *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_match_context_free(m->context);
	free_codes(m);
	free(m->may);
	free(m->memos);
	free(m);
}

static void may_match(void *to, uint32_t key)
{
	struct matcher *m = to;
	const struct pattern_store *s = m->store;

	for (uint32_t i = s->key_start[key]; i < s->key_start[key + 1]; i++)
		bits_set(m->may, s->key_ids[i]);
}

static void make_room(struct matcher *m, size_t words)
{
	if (m->words == words)
		return;
	free(m->may);
	free(m->memos);
	m->may = calloc(words, sizeof(*m->may));
	m->memos = calloc(words * 64, sizeof(*m->memos));
	if (!m->may || !m->memos)
		arena_out_of_memory();
	m->words = words;
	m->round = 0;
}

void matcher_begin(struct matcher *m, const struct pattern_store *store,
		   struct str text)
{
	m->store = NULL;
	if (!store || !store->key_start)
		return;
	make_room(m, store->words);
	memcpy(m->may, store->unkeyed, m->words * sizeof(*m->may));
	m->store = store;
	m->text = text;
	index_text(text, may_match, m);
	matcher_changed(m);
}

void matcher_changed(struct matcher *m)
{
	/* After four thousand million texts the old ones look new. */
	if (++m->round == 0) {
		memset(m->memos, 0, m->words * 64 * sizeof(*m->memos));
		m->round = 1;
	}
}

void matcher_end(struct matcher *m)
{
	m->store = NULL;
}

void matcher_gave_up(struct matcher *m, struct text term)
{
	if (!m->gave_up.str.len)
		m->gave_up = term;
}

struct text matcher_take_limit(struct matcher *m)
{
	struct text term = m->gave_up;

	m->gave_up = (struct text){ 0 };
	return term;
}

/* *ending is searched as its letters alone; what it found is the word. */
static size_t word_start(struct str text, size_t i)
{
	size_t at = i;

	while (at) {
		size_t before = at - 1;

		while (before && utf8_is_tail(text.ptr[before]))
			before--;
		if (!utf8_is_letter(str_slice(text, before, text.len)))
			break;
		at = before;
	}
	return at;
}

/*
 * Compiled when it is first needed: a run needs few of them, and compiling
 * all would take longer than most texts take to read.
 */
static pcre2_code *code_of(struct matcher *m, const struct pattern *p)
{
	int error;

	if (m->compiled_from != p->store || p->id >= m->code_count) {
		free_codes(m);
		m->code_count = p->store->count;
		m->codes = calloc(m->code_count, sizeof(void *));
		if (!m->codes)
			arena_out_of_memory();
		m->compiled_from = p->store;
	}
	if (!m->codes[p->id]) {
		m->codes[p->id] = compile(p->source, &error);
		if (!m->codes[p->id])
			return NULL;
		/* Where there is no JIT the interpreter does the same, slower. */
		pcre2_jit_compile(m->codes[p->id], PCRE2_JIT_COMPLETE);
	}
	return m->codes[p->id];
}

static enum found search(const struct pattern *p, struct matcher *m,
			 struct str text, size_t from, struct span *ret_span)
{
	const PCRE2_SIZE *ends;
	const pcre2_code *code = code_of(m, p);
	int n;

	if (!code)
		return FOUND_LIMIT;
	n = pcre2_match(code, (PCRE2_SPTR)(text.len ? text.ptr : ""), text.len,
			from, PCRE2_NO_UTF_CHECK, m->data, m->context);
	if (n == PCRE2_ERROR_NOMATCH)
		return FOUND_NONE;
	if (n < 0)
		return FOUND_LIMIT;
	ends = pcre2_get_ovector_pointer(m->data);
	/* \K can put the start after the end; then the end counts. */
	*ret_span = (struct span){ ends[0] < ends[1] ? ends[0] : ends[1],
				   ends[1] };
	if (p->is_term)
		ret_span->from = word_start(text, ret_span->from);
	return FOUND_HIT;
}

/* In the text of matcher_begin(): only if it may match, and only once. */
static enum found search_known(const struct pattern *p, struct matcher *m,
			       struct span *ret_span)
{
	struct memo *memo = &m->memos[p->id];

	if (!(bits_get(m->may, p->id)))
		return FOUND_NONE;
	if (memo->round != m->round) {
		memo->round = m->round;
		memo->found = search(p, m, m->text, 0, &memo->span);
	}
	if (memo->found == FOUND_HIT)
		*ret_span = memo->span;
	return memo->found;
}

enum found pattern_find(const struct pattern *p, struct matcher *m,
			struct str text, size_t from, struct span *ret_span)
{
	if (from > text.len)
		return FOUND_NONE;
	if (!from && m->store && m->text.ptr == text.ptr &&
	    m->text.len == text.len)
		return search_known(p, m, ret_span);
	return search(p, m, text, from, ret_span);
}
