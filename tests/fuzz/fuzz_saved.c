/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "compare/compare.h"
#include "fuzz.h"
#include "render/render.h"
#include "saved/earlier.h"
#include "saved/saved.h"
#include "json/reader.h"

static void save(struct buf *b, const struct saved *s)
{
	struct render_style style = { .program = "liskoll", .many = s->many };

	renderer_find(STR("json"))->write(b, s->list, s->count, &style);
	if (!buf_ok(b))
		__builtin_trap();
}

/* What was read is saved, read and saved again as the same bytes. */
static void check_round_trip(struct arena *a, const struct saved *s)
{
	struct buf first = { 0 }, second = { 0 };
	struct diags d = { .arena = a };
	struct saved again;

	save(&first, s);
	if (!saved_read(a, &d, STR("again"), buf_str(&first), &again))
		__builtin_trap();
	save(&second, &again);
	if (!str_eq(buf_str(&first), buf_str(&second)))
		__builtin_trap();
	buf_release(&first);
	buf_release(&second);
}

/* Held against itself every point is one, and all of it can be shown. */
static void check_comparison(struct arena *a, const struct assessment *of)
{
	struct earlier_list e = earlier_of(a, of);
	const struct comparison *c = compare(a, of, e.list, e.count, of);
	struct render_style style = { .width = 80, .program = "liskoll" };
	size_t counted = 0;

	for (size_t i = 0; i < FOLLOW_UPS; i++)
		counted += c->totals[i];
	if (counted != c->count)
		__builtin_trap();
	for (const struct renderer *r = renderer_table(); r->name; r++) {
		struct buf b = { 0 };

		if (r->follow_up)
			r->follow_up(&b, &c, 1, &style);
		if (!buf_ok(&b))
			__builtin_trap();
		buf_release(&b);
	}
}

/* Any bytes are JSON or an error; a saved run or an error. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct str text = { (const char *)data, size };
	struct saved saved;
	bool ok = saved_read(&a, &d, STR("f"), text, &saved);

	if (ok != !d.errors)
		__builtin_trap();
	if (ok) {
		check_round_trip(&a, &saved);
		for (size_t i = 0; i < saved.count; i++)
			check_comparison(&a, saved.list[i]);
	}
	arena_free(&a);
	return 0;
}
