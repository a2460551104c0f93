/* SPDX-License-Identifier: EUPL-1.2 */
#include "doc_table.h"

#include "base/arena.h"
#include "base/file.h"
#include "unit.h"

#define ROWS_MAX 100
#define PAGE_MAX ((size_t)1 << 20)

/* Without ** and `, which only say how it is set. */
static struct str plain(struct arena *a, struct str s)
{
	char *text = arena_alloc(a, s.len + 1, 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] != '*' && s.ptr[i] != '`')
			text[n++] = s.ptr[i];
	return str_trim((struct str){ text, n });
}

static bool is_ruler(struct str line)
{
	return str_starts(line, STR("|--"));
}

static void read_row(struct arena *a, struct doc_table *t, struct str line)
{
	struct str cell;
	size_t n = 0;

	ck_assert_uint_lt(t->count, ROWS_MAX);
	line = str_slice(line, 1, line.len);
	while (line.len) {
		ck_assert_uint_lt(n, DOC_COLUMNS);
		str_cut(&line, '|', &cell);
		t->rows[t->count][n++] = plain(a, cell);
	}
	ck_assert_msg(!t->count || n == t->columns, "row %zu has %zu cells",
		      t->count, n);
	t->columns = n;
	t->count++;
}

struct doc_table doc_table_nth(struct arena *a, const char *page,
			       const char *head, size_t n)
{
	struct str text = { 0 }, line;
	struct doc_table t = { 0 };
	bool inside = false;

	t.rows = arena_alloc(a, ROWS_MAX, sizeof(*t.rows), sizeof(void *));
	ck_assert_int_eq(file_read(a, page, PAGE_MAX, &text), FILE_OK);
	while (str_cut(&text, '\n', &line)) {
		if (!inside && str_starts(line, str_of(head)) && n-- == 0)
			inside = true;
		if (inside && !str_starts(line, STR("|")))
			break;
		if (inside && !is_ruler(line))
			read_row(a, &t, line);
	}
	ck_assert_msg(t.count > 1, "%s has no table \"%s\"", page, head);
	return t;
}

struct doc_table doc_table(struct arena *a, const char *page, const char *head)
{
	return doc_table_nth(a, page, head, 0);
}
