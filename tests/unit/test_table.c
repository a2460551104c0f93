/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of tables and their marks; how many of how many. */
#include "read/counts.h"
#include "read/table.h"
#include "unit_lab.h"

static struct lab lab;

static void set_up(void)
{
	lab_open(&lab, REAL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
}

static const struct {
	const char *header;
	const char *row;
	const char *want; /* "text": no row; "words": no mark */
} marks[] = {
	{ "", "", "text" },
	{ "", "En mening om loggar.", "text" },
	{ "", "Vi svarade nej på det. Ja", "text" },
	{ "", "det finns ett avtal –", "text" },
	{ "", "Brandlarm saknas", "text" },
	{ "", "Loggning | i journalen", "words" },
	{ "", "Loggning | Nej", "negated" },
	{ "", "| Loggning | Ja |", "affirmed" },
	{ "", "Loggning | Delvis", "partial" },
	{ "", "Loggning   Nej", "negated" },
	{ "", "Loggning Nej", "negated" },
	{ "", "Avbrottsplan Ja Ja Nej", "partial" },
	{ "", "Zonindelning   +", "affirmed" },
	{ "", "Zonindelning   –", "negated" },
	{ "", "Övervakning – OK", "affirmed" },
	{ "", "Ändringar godkänns: ☒ Ja ☐ Nej", "affirmed" },
	{ "", "Ändringar godkänns: ☐ Ja ☒ Nej", "negated" },
	{ "", "Skanning: uppfyllt ☒ ej uppfyllt ☐", "affirmed" },
	{ "", "Skanning: uppfyllt ☐ ej uppfyllt ☒", "negated" },
	{ "", "Avvikelser: Inga", "affirmed" },
	{ "", "Brister: inga.", "affirmed" },
	{ "", "Anmärkning: ingen", "affirmed" },
	{ "", "Avvikelser: inga avvikelser", "affirmed" },
	{ "", "Brister i rutinen: ja", "negated" },
	{ "", "Avvikelser rapporteras: nej", "negated" },
	{ "", "Åtgärder: inga", "negated" },
	{ "Krav | Uppfyllt", "Loggning | Nej", "negated" },
	{ "Kontroll | Saknas", "Brandlarm | Nej", "affirmed" },
	{ "Kontroll | Saknas", "Brandlarm | Ja", "negated" },
	{ "Moment | Ja | Nej", "Bakgrundskontroll |  | X", "negated" },
	{ "Moment | Ja | Nej", "Bakgrundskontroll | X |", "affirmed" },
};

START_TEST(marks_decide)
{
	struct str header = str_of(marks[_i].header), row = str_of(marks[_i].row);
	enum stance stance;
	const char *got = "text";

	if (table_is_row(lab.vocab, row))
		got = table_stance(lab.vocab, header, row, &stance)
			      ? stance_words.list[stance]
			      : "words";
	ASSERT_STR(marks[_i].row, str_of(got), str_of(marks[_i].want));
}
END_TEST

static const struct {
	const char *text;
	enum count want;
	const char *span;
} counts[] = {
	{ "", COUNT_NOT_FOUND, "" },
	{ "Alla system är klassade.", COUNT_NOT_FOUND, "" },
	{ "Tre av fyra system är klassade.", COUNT_SOME, "Tre av fyra" },
	{ "Tre av tre system är klassade.", COUNT_ALL, "Tre av tre" },
	{ "0 av 12 system är klassade.", COUNT_NONE, "0 av 12" },
	{ "NOLL AV TOLV", COUNT_NONE, "NOLL AV TOLV" },
	{ "i 3 av de totalt 40 avtalen", COUNT_SOME, "3 av de totalt 40" },
	{ "1 240 av 1 240 anställda", COUNT_ALL, "1 240 av 1 240" },
	{ "100 % av personalen", COUNT_ALL, "100 %" },
	{ "0 procent av personalen", COUNT_NONE, "0 procent" },
	{ "98 procent av personalen", COUNT_NOT_FOUND, "" },
	{ "fem av 3", COUNT_NOT_FOUND, "" },
	{ "den 3 av mars 2024", COUNT_NOT_FOUND, "" },
	{ "version 2.1 av 4", COUNT_NOT_FOUND, "" },
	{ "64 system, varav 41 har ägare", COUNT_SOME, "64 system, varav 41" },
	{ "Av 40 konton saknade 3 ägare.", COUNT_SOME, "Av 40 konton saknade 3" },
	{ "Av 40 konton är 40 granskade.", COUNT_ALL, "Av 40 konton är 40" },
	{ "Av 40 konton har vi inget.", COUNT_NOT_FOUND, "" },
};

START_TEST(counts_are_found)
{
	struct span at = { 0, 0 };
	struct str text = str_of(counts[_i].text);
	enum count got = count_find(lab.vocab, text, &at);

	ck_assert_msg(got == counts[_i].want, "%s: %d", counts[_i].text, got);
	ASSERT_STR(counts[_i].text, str_slice(text, at.from, at.to),
		   str_of(counts[_i].span));
}
END_TEST

Suite *table_suite(void)
{
	Suite *s = suite_create("table");
	TCase *t = tcase_create("table");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, marks_decide, 0, ROWS(marks));
	tcase_add_loop_test(t, counts_are_found, 0, ROWS(counts));
	suite_add_tcase(s, t);
	return s;
}
