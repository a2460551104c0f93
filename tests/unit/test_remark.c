/* SPDX-License-Identifier: EUPL-1.2 */
/* What clauses say of a topic when they are taken together. */
#include "match/remark.h"
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

/* sentence:stance of the remarks, without doubles, joined by spaces. */
static struct str remarks(const char *text)
{
	struct speech speech;
	struct remarks all;
	struct buf b = { 0 };
	struct str ret;

	match_text(&lab.arena, lab.vocab, lab.matcher, str_of(text), &speech);
	all = remarks_of(&lab.arena, lab.vocab, &speech);
	for (size_t i = 0; i < all.count; i++) {
		const struct remark *r = &all.list[i];

		if (i && r[-1].sentence == r->sentence &&
		    r[-1].stance == r->stance)
			continue;
		buf_putf(&b, "%s%zu:%s", b.len ? " " : "", r->sentence,
			 stance_words.list[r->stance]);
	}
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *text;
	const char *want;
} rows[] = {
	{ "", "" },
	/* Two halves of one sentence */
	{ "En incidentplan finns, men den är inte testad.", "0:partial" },
	{ "En incidentplan finns och följs.", "0:affirmed" },
	{ "En incidentplan saknas, men en arbetas fram.", "0:negated" },
	{ "En incidentplan saknas, men arbetet har påbörjats.", "0:started" },
	{ "Incidentplanen är antagen och kommer att ses över.", "0:affirmed" },
	{ "Incidenter ska rapporteras, vilket också görs.", "0:affirmed" },
	{ "Incidenter ska rapporteras, men det görs inte.", "0:negated" },
	{ "En incidentplan finns, men är från 2011.", "0:partial" },
	{ "Förvisso är incidentplanen kort, men den följs.", "0:affirmed" },
	/* Different areas */
	{ "Behörigheter granskas, men incidenter rapporteras inte.",
	  "0:affirmed 0:negated" },
	/* Then and now */
	{ "2019 saknades en incidentplan. Den antogs 2021.",
	  "0:affirmed 1:affirmed" },
	{ "Incidentplanen fanns på plats 2018. Numera saknas den.",
	  "0:negated 1:negated" },
	{ "Brister i incidentplanen noterades. De har åtgärdats.",
	  "0:affirmed 1:affirmed" },
	/* Who speaks */
	{ "IT-chefen uppger att incidenter rapporteras, vilket underlagen inte"
	  " visar.",
	  "0:negated" },
	{ "Chefen försäkrar att incidenter rapporteras. Ingen har rapporterats.",
	  "0:negated 1:negated" },
	{ "Chefen uppger att incidenter rapporteras, men att det inte"
	  " dokumenteras.",
	  "0:partial" },
	{ "Chefen trodde att en incidentrutin saknas. Kontrollen visar att den"
	  " finns och följs.",
	  "0:affirmed 1:affirmed" },
	{ "Chefen uppger att en incidentrutin saknas, men den antogs 2022.",
	  "0:affirmed" },
	{ "De intervjuade upplever incidentrutinen som otydlig, men vi kan"
	  " konstatera att den anger varje steg.",
	  "0:affirmed" },
	{ "Enligt chefen är incidentrutinen dokumenterad. Någon sådan"
	  " dokumentation finns dock inte.",
	  "0:negated 1:negated" },
	{ "Incidenter övas inte, och protokoll har inte kunnat uppvisas.",
	  "0:negated" },
	{ "Chefen uppger att en incidentrutin saknas, vilket inte stämmer.",
	  "0:affirmed" },
	/* What a paper demands */
	{ "Incidentrutinen kräver en anmälan, men den saknar blankett.",
	  "0:partial" },
	{ "Riktlinjen kräver att incidenter övas, men nämnden har aldrig"
	  " gjort någon övning.",
	  "0:negated" },
	/* Beside the matter */
	{ "Viljan är god, men en incidentrutin saknas.", "0:negated" },
	{ "Incidenter rapporteras inte, trots att rutinen finns.", "0:negated" },
	{ "En incidentrutin saknas. Solen skiner.", "0:negated 1:affirmed" },
	/* Pointing back */
	{ "En incidentrutin saknas i skolan. Detsamma gäller i vården.",
	  "0:negated 1:negated" },
	{ "Finns en incidentrutin? Nej.", "0:negated 1:negated" },
	{ "Finns en incidentrutin? Ja.", "0:affirmed 1:affirmed" },
	{ "Saknas en incidentrutin? Nej.", "0:affirmed 1:affirmed" },
	{ "Nej, incidenter har vi inte rapporterat.", "0:negated" },
	{ "Nej, incidentrutinen saknas inte.", "0:affirmed" },
	{ "Incidentrutinen saknas, vilket ofta glöms bort.", "0:negated" },
	/* Lists */
	{ "Vi har rutiner för:\n- incidenter\n  - anger inte vem som svarar",
	  "0:affirmed 1:partial 2:partial" },
	{ "Rutiner saknas för:\n- incidenter\n- behörigheter",
	  "0:negated 1:negated 2:negated" },
};

START_TEST(clauses_make_a_remark)
{
	ASSERT_STR(rows[_i].text, remarks(rows[_i].text), str_of(rows[_i].want));
}
END_TEST

Suite *remark_suite(void)
{
	Suite *s = suite_create("remark");
	TCase *t = tcase_create("remark");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, clauses_make_a_remark, 0, ROWS(rows));
	suite_add_tcase(s, t);
	return s;
}
