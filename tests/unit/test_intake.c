/* SPDX-License-Identifier: EUPL-1.2 */
/* inventory.yaml in a folder → an inventory with its texts. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "intake/intake.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab = (struct lab){ 0 };
	lab.diags.arena = &lab.arena;
	folder_enter();
}

static void tear_down(void)
{
	folder_leave();
	arena_free(&lab.arena);
}

#define HEAD "inventory: 1\nmunicipality: {name: X}\nas_of: 2026-03-01\n"

static const struct inventory *load(const char *yaml)
{
	struct intake in = { &lab.arena, &lab.diags, { 0 }, NULL };

	if (yaml)
		lab_put("inventory.yaml", yaml);
	return inventory_load(&in, ".");
}

static const struct {
	const char *name;
	const char *yaml;
	const char *want; /* a part of the messages */
} wrong[] = {
	{ "no file", NULL, "error[file-missing]" },
	{ "not YAML", "a: [\n", "error[yaml]" },
	{ "empty", "", "error[yaml-empty]" },
	{ "no map", "- a\n", "error[wrong-type]" },
	{ "no version", "municipality: {name: X}\nas_of: 2026\n",
	  "error[missing-key]: an inventory lacks the key \"inventory\"" },
	{ "a version of the future",
	  "inventory: 2\nmunicipality: {name: X}\nas_of: 2026\n",
	  "error[bad-version]" },
	{ "no name", "inventory: 1\nmunicipality: {}\nas_of: 2026\n",
	  "error[missing-key]: a municipality lacks the key \"name\"" },
	{ "no day", "inventory: 1\nmunicipality: {name: X}\n", "error[no-as-of]" },
	{ "no such day",
	  "inventory: 1\nmunicipality: {name: X}\nas_of: 2026-02-30",
	  "error[bad-date]" },
	{ "an unknown key", HEAD "documentz: []\n",
	  "did you mean \"documents\"?" },
	{ "a key twice", HEAD "as_of: 2025\n", "error[duplicate-key]" },
	{ "a key twice, deep down",
	  HEAD "documents: [{id: D, title: a, title: b}]\n",
	  "error[duplicate-key]" },
	{ "documents are no list", HEAD "documents: {a: b}\n",
	  "\"documents\" must be a list of maps" },
	{ "a document without a title", HEAD "documents: [{id: D}]\n",
	  "a document lacks the key \"title\"" },
	{ "ids twice", HEAD "documents: [{id: D, title: a}, {id: D, title: b}]\n",
	  "4:37: error[duplicate-id]: the id \"D\" is used twice" },
	{ "one id for a system and a supplier",
	  HEAD "systems: [{id: A, name: a}]\nsuppliers: [{id: A, name: b}]\n",
	  "error[duplicate-id]" },
	{ "about what is not there",
	  HEAD "systems: [{id: S1, name: a}]\n"
	       "documents: [{id: D, title: a, about: [S2]}]\n",
	  "error[unknown-id]: there is no system or supplier with the id "
	  "\"S2\"" },
	{ "a supplier that is not there",
	  HEAD "systems: [{id: S1, name: a, supplier: L1}]\n",
	  "there is no supplier with the id \"L1\"" },
	{ "a near id",
	  HEAD "suppliers: [{id: visma, name: a}]\n"
	       "systems: [{id: S1, name: a, supplier: vismaa}]\n",
	  "did you mean \"visma\"?" },
	{ "a source that is not there",
	  HEAD "processes: [{id: P, how: read, source: D9, text: a}]\n",
	  "there is no document with the id \"D9\"" },
	{ "proof that is not there",
	  HEAD "claims: [{rule: r, not_applicable: a, proof: [D9]}]\n",
	  "there is no document with the id \"D9\"" },
	{ "a scope of systems that are not there", HEAD "scope: {systems: [S9]}\n",
	  "there is no system with the id \"S9\"" },
	{ "a scope of areas that are not there",
	  HEAD "scope: {areas: [netwrok]}\n", "did you mean \"network\"?" },
	{ "received some day",
	  HEAD "documents: [{id: D, title: a, received: "
	       "soon}]\n",
	  "error[bad-date]: \"soon\"" },
	{ "an earlier run that is not there", HEAD "earlier: run.json\n",
	  "error[file-missing]" },
	{ "earlier is no list", HEAD "earlier: {a: b}\n",
	  "\"earlier\" must be a list of maps" },
	{ "earlier with no verdict", HEAD "earlier: [{id: R, rule: r}]\n",
	  "lacks the key \"verdict\"" },
	{ "a path up", HEAD "documents: [{id: D, title: a, file: ../x.txt}]\n",
	  "error[file-outside]" },
	{ "a path up from below",
	  HEAD "documents: [{id: D, title: a, file: a/../../x.txt}]\n",
	  "error[file-outside]" },
	{ "a path from the root",
	  HEAD "documents: [{id: D, title: a, file: /etc/passwd}]\n",
	  "error[file-outside]" },
};

START_TEST(what_is_wrong_is_told_and_nothing_comes_of_it)
{
	ck_assert_ptr_null(load(wrong[_i].yaml));
	ck_assert_msg(strstr(lab_messages(&lab).ptr, wrong[_i].want) != NULL,
		      "%s: %.*s", wrong[_i].name, STR_ARG(lab_messages(&lab)));
}
END_TEST

/* One document with this line; what becomes of its text. */
static const struct {
	const char *name;
	const char *line;
	enum content_state state;
	const char *content;
	const char *message; /* its id, or NULL */
} contents[] = {
	{ "a title alone", "title: a", CONTENT_TITLE_ONLY, "", NULL },
	{ "inline", "title: a, text: Hej.", CONTENT_READ, "Hej.", NULL },
	{ "a file", "title: a, file: docs/a.txt", CONTENT_READ, "Hej å.\n", NULL },
	{ "a path with a dot", "title: a, file: ./docs/a.txt", CONTENT_READ,
	  "Hej å.\n", NULL },
	{ "inline wins over a file", "title: a, file: docs/a.txt, text: Nej.",
	  CONTENT_READ, "Nej.", NULL },
	{ "a file that is not there", "title: a, file: docs/b.txt",
	  CONTENT_UNREAD, "", "document-unread" },
	{ "a folder", "title: a, file: docs", CONTENT_UNREAD, "",
	  "document-unread" },
	{ "no text", "title: a, file: docs/a.pdf", CONTENT_UNREAD, "",
	  "not-text" },
	{ "only mentioned", "title: a, file: docs/b.txt, received: false",
	  CONTENT_TITLE_ONLY, "", NULL },
	{ "an empty file", "title: a, file: docs/empty.txt", CONTENT_READ, "",
	  NULL },
};

START_TEST(the_text_of_a_document_is_fetched)
{
	struct buf b = { 0 };
	const struct inventory *v;

	lab_put("docs/a.txt", "Hej å.\n");
	lab_put("docs/a.pdf", "%PDF-1.7 \xff\xfe");
	lab_put("docs/empty.txt", "");
	buf_putf(&b, HEAD "documents: [{id: D, %s}]\n%c", contents[_i].line,
		 '\0');
	v = load(b.ptr);
	ck_assert_msg(v != NULL, "%.*s", STR_ARG(lab_messages(&lab)));
	ck_assert_int_eq(v->documents.list[0].state, contents[_i].state);
	ASSERT_STR(contents[_i].name, v->documents.list[0].content,
		   str_of(contents[_i].content));
	ck_assert_uint_eq(lab.diags.errors, 0);
	ck_assert_uint_eq(lab.diags.count, contents[_i].message != NULL);
	if (contents[_i].message)
		ck_assert_str_eq(diag_id(lab.diags.list[0].kind),
				 contents[_i].message);
	buf_release(&b);
}
END_TEST

START_TEST(a_link_out_of_the_folder_is_not_followed)
{
	lab_put("in/inventory.yaml",
		HEAD "documents: [{id: D, title: a, file: x.txt}]\n");
	lab_put("out.txt", "secret");
	ck_assert_int_eq(symlink("../out.txt", "in/x.txt"), 0);
	ck_assert_int_eq(chdir("in"), 0);
	ck_assert_ptr_null(load(NULL));
	ck_assert_int_eq(chdir(".."), 0);
	ck_assert_int_eq(lab.diags.list[0].kind, DIAG_FILE_OUTSIDE);
}
END_TEST

static const struct {
	const char *name;
	bool right;
	bool upper;
} hashes[] = { { "right", true, false },
	       { "in capitals", true, true },
	       { "wrong", false, false } };

START_TEST(a_file_is_the_one_that_was_named)
{
	struct str hash = hash_bytes(&lab.arena, hashes[_i].right ? STR("Hej")
								  : STR("Nej"));
	char *digits = arena_copy(&lab.arena, hash.ptr, hash.len);
	struct buf b = { 0 };

	for (size_t i = 0; hashes[_i].upper && i < hash.len; i++)
		if (digits[i] >= 'a')
			digits[i] = (char)(digits[i] - 'a' + 'A');
	lab_put("x.txt", "Hej");
	buf_putf(&b,
		 HEAD "documents: [{id: D, title: a, file: x.txt, sha256: "
		      "\"%.*s\"}]\n%c",
		 (int)hash.len, digits, '\0');
	ck_assert_int_eq(load(b.ptr) != NULL, hashes[_i].right);
	if (!hashes[_i].right)
		ck_assert_int_eq(lab.diags.list[0].kind, DIAG_FILE_CHANGED);
	buf_release(&b);
}
END_TEST

/* The day: of the command line, else of the file; the last of an interval. */
static const struct {
	const char *in_file;
	const char *given;
	const char *want;
} days[] = {
	{ "2026-03-01", NULL, "2026-03-01" },
	{ "2026-03-01", "2025-01-02", "2025-01-02" },
	{ "2026-02", NULL, "2026-02-28" },
	{ "2026", NULL, "2026-12-31" },
	{ "2026", "2024-02", "2024-02-29" },
};

START_TEST(the_day_is_one_day)
{
	struct intake in = { &lab.arena, &lab.diags, { 0 }, NULL };
	struct buf b = { 0 };
	char text[DATE_TEXT];
	const struct inventory *v;

	if (days[_i].given)
		ck_assert(date_parse(str_of(days[_i].given), &in.as_of));
	buf_putf(&b, "inventory: 1\nmunicipality: {name: X}\nas_of: %s\n%c",
		 days[_i].in_file, '\0');
	lab_put("inventory.yaml", b.ptr);
	v = inventory_load(&in, ".");
	ck_assert_ptr_nonnull(v);
	ck_assert_int_eq(v->as_of.first, v->as_of.last);
	ck_assert_str_eq(date_text(v->as_of.last, text), days[_i].want);
	buf_release(&b);
}
END_TEST

Suite *intake_suite(void)
{
	Suite *s = suite_create("intake");
	TCase *t = tcase_create("intake");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, what_is_wrong_is_told_and_nothing_comes_of_it, 0,
			    ROWS(wrong));
	tcase_add_loop_test(t, the_text_of_a_document_is_fetched, 0,
			    ROWS(contents));
	tcase_add_test(t, a_link_out_of_the_folder_is_not_followed);
	tcase_add_loop_test(t, a_file_is_the_one_that_was_named, 0, ROWS(hashes));
	tcase_add_loop_test(t, the_day_is_one_day, 0, ROWS(days));
	suite_add_tcase(s, t);
	return s;
}
