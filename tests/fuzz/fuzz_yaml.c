/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"
#include "base/buf.h"
#include "fuzz.h"
#include "yaml/node.h"

/* Children are counted, and stand at a place of the text. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than NODE_MAX_DEPTH */
static void check_node(const struct node *n, size_t depth)
{
	size_t count = 0;

	if (depth > NODE_MAX_DEPTH + 1 || n->at.line == 0 || n->at.col == 0)
		__builtin_trap();
	if (n->kind == NODE_SCALAR && n->first)
		__builtin_trap();
	for (const struct node *c = n->first; c; c = c->next) {
		check_node(c, depth + 1);
		count++;
	}
	if (count != n->count)
		__builtin_trap();
}

/*
 * Any bytes give a tree or an error, never neither; the tree is sound; the
 * messages can be shown with their lines.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = { .arena = &a };
	struct diag_style style = { .lang = LANG_EN, .source = true };
	struct str text = { (const char *)data, size };
	struct buf out = { 0 };
	const struct node *n = node_read(&a, &d, STR("f"), text);

	if (!n && !d.errors)
		__builtin_trap();
	if (n)
		check_node(n, 0);
	diag_source(&d, STR("f"), text);
	diag_sort(&d);
	diag_render(&d, style, &out);
	if (d.count > 0 && out.len == 0)
		__builtin_trap();
	buf_release(&out);
	arena_free(&a);
	return 0;
}
