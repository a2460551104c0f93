/* SPDX-License-Identifier: EUPL-1.2 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pattern/pattern.h"
#include "pattern/translate.h"

/* Enough for the words of one clause; a hostile pattern ends here. */
#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 1000
#define HEAP_LIMIT 20000 /* KiB */

struct pattern {
	struct str written;
	pcre2_code *code;
	struct pattern *next;
};

struct matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
	struct text gave_up;
};

static void report(struct diags *d, struct text term, int error)
{
	PCRE2_UCHAR text[256];

	pcre2_get_error_message(error, text, sizeof(text));
	diag_add(d, DIAG_TERM_PATTERN, term.at,
		 ARGS(term.str, str_of((const char *)text)));
}

static struct pattern *compile_source(struct pattern_store *store,
				      struct diags *d, struct text term,
				      struct str source)
{
	struct pattern *p;
	PCRE2_SIZE offset;
	int error;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)source.ptr, source.len,
					 PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
						 PCRE2_NEVER_BACKSLASH_C,
					 &error, &offset, NULL);

	if (!code) {
		report(d, term, error);
		return NULL;
	}
	/* Where there is no JIT the interpreter does the same, slower. */
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	p = arena_new(store->arena, struct pattern);
	*p = (struct pattern){ source, code, store->first };
	store->first = p;
	return p;
}

static struct pattern *find_equal(const struct pattern_store *store,
				  struct str source)
{
	for (struct pattern *p = store->first; p; p = p->next)
		if (str_eq(p->written, source))
			return p;
	return NULL;
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
		if (!p)
			p = compile_source(store, d, term, source);
	}
	buf_release(&b);
	return p;
}

void pattern_store_release(struct pattern_store *store)
{
	for (struct pattern *p = store->first; p; p = p->next)
		pcre2_code_free(p->code);
	store->first = NULL;
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

void matcher_free(struct matcher *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_match_context_free(m->context);
	free(m);
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

enum found pattern_find(const struct pattern *p, struct matcher *m,
			struct str text, size_t from, struct span *ret_span)
{
	const PCRE2_SIZE *ends;
	int n;

	if (from > text.len)
		return FOUND_NONE;
	n = pcre2_match(p->code, (PCRE2_SPTR)(text.len ? text.ptr : ""),
			text.len, from, PCRE2_NO_UTF_CHECK, m->data, m->context);
	if (n == PCRE2_ERROR_NOMATCH)
		return FOUND_NONE;
	if (n < 0)
		return FOUND_LIMIT;
	ends = pcre2_get_ovector_pointer(m->data);
	/* \K can put the start after the end; then the end counts. */
	*ret_span = (struct span){ ends[0] < ends[1] ? ends[0] : ends[1],
				   ends[1] };
	return FOUND_HIT;
}
