/* SPDX-License-Identifier: EUPL-1.2 */
/* A table of options over getopt_long(). */
#include "cmd/opts.h"

#include <getopt.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

struct parser {
	struct arena *arena;
	const struct opt **rows; /* both tables as one */
	size_t count;
	struct option *longs;
	struct buf letters;
};

static void add_rows(struct parser *p, const struct opt *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct opt *o = &list[i];

		p->rows[p->count] = o;
		p->longs[p->count] = (struct option){
			.name = o->name,
			.has_arg = o->arg ? required_argument : no_argument,
			.val = (int)(256 + p->count),
		};
		p->count++;
		if (!o->letter)
			continue;
		buf_putc(&p->letters, o->letter);
		if (o->arg)
			buf_putc(&p->letters, ':');
	}
}

static const struct opt *row_of(const struct parser *p, int got)
{
	if (got >= 256)
		return p->rows[got - 256];
	for (size_t i = 0; i < p->count; i++)
		if (p->rows[i]->letter == got)
			return p->rows[i];
	return NULL;
}

static struct str find_near(const struct parser *p, const char *word)
{
	struct str_near near;
	struct str name = str_of(word), bare;

	while (name.len && name.ptr[0] == '-')
		name = str_slice(name, 1, name.len);
	str_cut(&name, '=', &bare);
	str_near_start(&near, bare);
	for (size_t i = 0; i < p->count; i++)
		str_near_try(&near, str_of(p->rows[i]->name));
	return near.best;
}

static struct opts_mistake mistake_of(const struct parser *p, int got,
				      char *const *argv)
{
	const char *word = argv[optind > 1 ? optind - 1 : 1];
	struct opts_mistake m = { OPTS_UNKNOWN, str_of(word), { 0 } };

	if (got == ':') {
		m.error = OPTS_NO_ARGUMENT;
	} else if (optopt >= 256) {
		/* getopt gives the row's value: an argument was in vain. */
		m.error = OPTS_ARGUMENT;
	} else if (optopt) {
		char *letter = arena_alloc(p->arena, 3, 1, 1);

		letter[0] = '-';
		letter[1] = (char)optopt;
		m.word = str_of(letter);
	} else {
		m.near = find_near(p, word);
	}
	return m;
}

static bool read_all(struct parser *p, int argc, char **argv, struct opts *o,
		     struct opts_mistake *ret_mistake)
{
	int got;

	optind = 0; /* glibc: start anew */
	opterr = 0;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): before the first thread */
	while ((got = getopt_long(argc, argv, p->letters.ptr, p->longs, NULL)) !=
	       -1) {
		const struct opt *row = row_of(p, got);

		if (got == '?' || got == ':' || !row) {
			*ret_mistake = mistake_of(p, got, argv);
			return false;
		}
		o->list[o->count++] = (struct opt_value){ row, optarg ? optarg
								      : "" };
	}
	o->rest = (const char *const *)(argv + optind);
	o->rest_count = (size_t)(argc - optind);
	return true;
}

bool opts_parse(struct arena *a, const struct opts_table *table, int argc,
		char **argv, struct opts *ret_opts,
		struct opts_mistake *ret_mistake)
{
	size_t room = table->count[0] + table->count[1];
	struct parser p = {
		.arena = a,
		.rows = arena_alloc(a, room, sizeof(void *), sizeof(void *)),
		.longs = arena_array(a, struct option, room + 1),
	};
	bool ok;

	*ret_mistake = (struct opts_mistake){ 0 };
	buf_putc(&p.letters, ':');
	for (size_t i = 0; i < 2; i++)
		add_rows(&p, table->list[i], table->count[i]);
	*ret_opts = (struct opts){ .list = arena_array(a, struct opt_value,
						       (size_t)argc + 1) };
	ok = read_all(&p, argc, argv, ret_opts, ret_mistake);
	buf_release(&p.letters);
	return ok;
}

const char *opts_get(const struct opts *o, const char *name)
{
	const char *value = NULL;

	for (size_t i = 0; i < o->count; i++)
		if (strcmp(o->list[i].opt->name, name) == 0)
			value = o->list[i].value;
	return value;
}

const char *const *opts_all(struct arena *a, const struct opts *o,
			    const char *name, size_t *ret_count)
{
	const char **all = arena_alloc(a, o->count + 1, sizeof(*all),
				       sizeof(*all));

	*ret_count = 0;
	for (size_t i = 0; i < o->count; i++)
		if (strcmp(o->list[i].opt->name, name) == 0)
			all[(*ret_count)++] = o->list[i].value;
	return all;
}
