/* SPDX-License-Identifier: EUPL-1.2 */
/* Damaged words, and words that only look damaged. */
#include "read/read.h"
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
	const char *in;
	const char *want;
} rows[] = {
	{ "", "" },
	{ "Behörigheter granskas.", "Behörigheter granskas." },
	/* Spaces inside a word */
	{ "Behörigheter gransk as.", "Behörigheter granskas." },
	{ "Rutin sa knas.", "Rutin saknas." },
	{ "Det har al drig gjorts.", "Det har aldrig gjorts." },
	{ "Det är o full ständigt.", "Det är ofullständigt." },
	{ "Två fel: gransk  as.", "Två fel: granskas." },
	{ "Rutin s a k n a s helt.", "Rutin saknas helt." },
	{ "Loggar g r a n s k a s nu.", "Loggar granskas nu." },
	{ "T e s t e r görs i n t e", "Tester görs inte" },
	{ "Svara med a b c d eller e.", "Svara med a b c d eller e." },
	{ "I dag finns den.", "I dag finns den." },
	{ "från dag till dag", "från dag till dag" },
	{ "års rapport", "års rapport" },
	{ "krypterad e-post", "krypterad e-post" },
	{ "med ett pris", "med ett pris" },
	/* One wrong letter in a long word */
	{ "behörigbeter", "behörigheter" },
	{ "dokumnterad", "dokumenterad" },
	{ "informatonsklassning", "informationsklassning" },
	{ "sårbraheter", "sårbarheter" },
	{ "Behörigbeter", "Behörigheter" },
	/* … never at its start or in its ending */
	{ "tillräcklig", "tillräcklig" },
	{ "otillräcklig", "otillräcklig" },
	{ "inaktuell", "inaktuell" },
	{ "ansluter", "ansluter" },
	{ "beslutas", "beslutas" },
	{ "beslutad", "beslutad" },
	{ "avveckling", "avveckling" },
	{ "utveckling", "utveckling" },
	/* … and not in a short one */
	{ "logar", "logar" },
	{ "rutim", "rutim" },
	/* What scanning confuses */
	{ "lnte", "inte" },
	{ "b0r", "bör" },
	{ "infonnationssäkerhet", "informationssäkerhet" },
	/* Digits of footnotes */
	{ "årligen2.", "årligen." },
	{ "saknas3", "saknas" },
	{ "inte2", "inte" },
	{ "ISO27001", "ISO27001" },
	{ "PM3", "PM3" },
	{ "kap4", "kap4" },
	{ "vägledning2024", "vägledning2024" },
	/* Words of everyday that look like ours */
	{ "Systemet fungerar.", "Systemet fungerar." },
	{ "Vi ser positivt på det.", "Vi ser positivt på det." },
	{ "Sammanfattning", "Sammanfattning" },
	{ "investeringar", "investeringar" },
	{ "hantverkare", "hantverkare" },
	{ "försommaren", "försommaren" },
	{ "företaget", "företaget" },
	{ "eftermiddag", "eftermiddag" },
	{ "kontrllerar", "kontrollerar" },
};

START_TEST(what_was_meant_is_read)
{
	struct reading r = { 0 };

	read_normalise(&lab.arena, lab.vocab, str_of(rows[_i].in), &r);
	read_repair(&lab.arena, lab.vocab, &r);
	ASSERT_STR(rows[_i].in, r.text, str_of(rows[_i].want));
	ck_assert_uint_eq(r.origin[r.text.len], r.nfc.len);
	for (size_t i = 1; i <= r.text.len; i++)
		ck_assert_uint_le(r.origin[i - 1], r.origin[i]);
}
END_TEST

Suite *repair_suite(void)
{
	Suite *s = suite_create("repair");
	TCase *t = tcase_create("repair");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, what_was_meant_is_read, 0, ROWS(rows));
	suite_add_tcase(s, t);
	return s;
}
