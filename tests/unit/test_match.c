/* SPDX-License-Identifier: EUPL-1.2 */
/* What titles tell, which systems are named, and what is spoken of. */
#include <string.h>

#include "base/bits.h"
#include "match/match.h"
#include "match/title.h"
#include "unit_lab.h"

static struct lab lab;
static struct lab real;

static void set_up(void)
{
	lab_open(&lab, SMALL_VOCAB);
	lab_open(&real, REAL_VOCAB);
}

static void tear_down(void)
{
	lab_close(&lab);
	lab_close(&real);
}

/* The first document of an inventory with this one line. */
static const struct read_document *read_one(struct lab *l, const char *line)
{
	struct buf b = { 0 };
	const struct matches *m;

	buf_putf(&b,
		 "{systems: [{id: S1, name: Agresso, aliases: [ERP, "
		 "Ekonomisystemet]}, {id: S2, name: Personec P}, {id: S3, name: "
		 "Ekosys}], documents: [{id: D, %s}]}",
		 line);
	buf_putc(&b, '\0');
	m = lab_match(l, arena_copy(&l->arena, b.ptr, b.len));
	buf_release(&b);
	return &m->documents[0];
}

/* Ids of the types, joined by spaces. */
static struct str types_of(struct lab *l, const struct read_document *d)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < l->vocab->types.count; i++)
		if (bits_get(d->types, i))
			buf_putf(&b, "%s%.*s", b.len ? " " : "",
				 STR_ARG(l->vocab->types.list[i].id.str));
	ret = buf_take(&b, &l->arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *line;
	const char *want;
} types[] = {
	{ "title: Rutin behörigheter.docx", "access-routine" },
	{ "title: Rutin_behörigheter.docx", "access-routine" },
	{ "title: \"RUTIN BEHÖRIGHETER\"", "access-routine" },
	{ "title: Rutin för behörigheter v2.pdf", "access-routine" },
	{ "title: \"Rutin beho\\u0308righeter\"", "access-routine" },
	{ "title: Informationssäkerhetspolicy 2024.pdf", "infosec-policy" },
	{ "title: Testprotokoll 24.10.xlsx", "test-record" },
	{ "title: Protest mot planen", "" },
	{ "title: Historisk översikt", "" },
	{ "title: Beskrivning av inloggning", "" },
	{ "title: Aktieägaravtal SOLTAK AB", "" },
	{ "title: Hyresavtal serverhall", "server-room-agreement" },
	{ "title: Driftavtal.pdf", "supplier-agreement" },
	{ "title: Okänd, type: test-record", "test-record" },
	{ "title: Testprotokoll, type: access-routine", "access-routine" },
	{ "title: Testprotokoll, type: no-such-type", "" },
	{ "title: Matsedel", "" },
	{ "title: \"\"", "" },
};

START_TEST(titles_tell_the_type)
{
	const struct read_document *d = read_one(&real, types[_i].line);

	ASSERT_STR(types[_i].line, types_of(&real, d), str_of(types[_i].want));
	ck_assert_int_eq(d->typed, types[_i].want[0] != '\0');
}
END_TEST

static const struct {
	const char *title;
	const char *want;
} bare[] = {
	{ "Rutin.docx", "Rutin" },
	{ "Rutin.DOCX", "Rutin" },
	{ "Rutin v1.2", "Rutin v1.2" },
	{ "Testprotokoll 24.10.xlsx", "Testprotokoll 24.10" },
	{ "Testprotokoll 24.10", "Testprotokoll 24.10" },
	{ "Rutin_för_loggar.pdf", "Rutin för loggar" },
	{ "a.b", "a.b" },
	{ ".txt", ".txt" },
	{ "txt", "txt" },
	{ "slut.", "slut." },
	{ "Bilaga 3.långtext", "Bilaga 3.långtext" },
	{ "", "" },
};

START_TEST(titles_lose_their_extension)
{
	ASSERT_STR(bare[_i].title,
		   title_words(&lab.arena, str_of(bare[_i].title)),
		   str_of(bare[_i].want));
}
END_TEST

/* Status and form, as the contract's words. */
static const struct {
	const char *line;
	const char *want;
} forms[] = {
	{ "title: Plan", "final full" },
	{ "title: Plan utkast", "draft full" },
	{ "title: UTKAST Plan", "draft full" },
	{ "title: \"Utkast, plan\", status: final", "final full" },
	{ "title: MALL plan", "final template" },
	{ "title: Plan_mall.docx", "final template" },
	{ "title: Plan, status: template", "template template" },
	{ "title: Mallorca", "final full" },
	{ "title: Avtalsutdrag", "final full" },
	{ "title: Utdrag ur plan", "final excerpt" },
	{ "title: MALL plan, form: full", "final full" },
	{ "title: Plan, form: letter", "final letter" },
	{ "title: Plan, status: superseded", "superseded full" },
};

START_TEST(titles_tell_status_and_form)
{
	const struct read_document *d = read_one(&lab, forms[_i].line);
	struct buf b = { 0 };

	buf_putf(&b, "%s %s", doc_status_words.list[d->status],
		 doc_form_words.list[d->form]);
	ASSERT_STR(forms[_i].line, buf_str(&b), str_of(forms[_i].want));
	buf_release(&b);
}
END_TEST

static const struct {
	const char *line;
	const char *want; /* first day … last day, or empty */
} dates[] = {
	{ "title: Protokoll 2024-05-17.xlsx", "2024-05-17 2024-05-17" },
	{ "title: Protokoll 2024-05", "2024-05-01 2024-05-31" },
	{ "title: 2024-05 protokoll", "2024-05-01 2024-05-31" },
	{ "title: Protokoll_2024-05-17", "2024-05-17 2024-05-17" },
	{ "title: Protokoll 2024", "2024-01-01 2024-12-31" },
	{ "title: Protokoll 1994", "1994-01-01 1994-12-31" },
	{ "title: Protokoll 24.10.xlsx", "" },
	{ "title: Release 1.35", "" },
	{ "title: Plan 200603", "" },
	{ "title: SFS 2007-1091", "" },
	{ "title: Dnr 2024-05-17-3", "" },
	{ "title: Protokoll 2024-13-01", "" },
	{ "title: Kapitel 2024 i boken", "" },
	{ "title: \"2024\"", "" },
	{ "title: Protokoll 2024-05-17, performed: 2025", "2025-01-01 "
							  "2025-12-31" },
};

START_TEST(titles_tell_the_day_of_a_record)
{
	const struct read_document *d = read_one(&lab, dates[_i].line);
	char first[DATE_TEXT], last[DATE_TEXT];
	struct buf b = { 0 };

	if (d->performed.known)
		buf_putf(&b, "%s %s", date_text(d->performed.first, first),
			 date_text(d->performed.last, last));
	ASSERT_STR(dates[_i].line, buf_str(&b), str_of(dates[_i].want));
	buf_release(&b);
}
END_TEST

static struct str about_of(struct lab *l, struct texts about)
{
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < about.count; i++)
		buf_putf(&b, "%s%.*s", i ? " " : "", STR_ARG(about.list[i].str));
	ret = buf_take(&b, &l->arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *line;
	const char *want;
} named[] = {
	{ "title: Plan Agresso", "S1" },
	{ "title: AGRESSO plan", "S1" },
	{ "title: Rutin uppgradering ERP.docx", "S1" },
	{ "title: Ekonomisystemets plan", "S1" },
	{ "title: Plan för Personec P", "S2" },
	{ "title: Plan för Personec", "" },
	{ "title: Agressoplan och Personec P", "S1 S2" },
	{ "title: Plan för enterprise", "" },
	{ "title: Sverperplan", "" },
	{ "title: \"Plan (ERP)\"", "S1" },
	{ "title: Rutin-ERP", "S1" },
	{ "title: Allmän plan", "" },
	{ "title: \"Plan: Agresso\", about: [S2]", "S2" },
};

START_TEST(titles_name_systems)
{
	const struct read_document *d = read_one(&lab, named[_i].line);

	ASSERT_STR(named[_i].line, about_of(&lab, d->about),
		   str_of(named[_i].want));
}
END_TEST

static const struct {
	const char *text;
	const char *want;
} spoken[] = {
	{ "Agresso har en plan.", "S1" },
	{ "Planen gäller \\\"Agresso\\\".", "S1" },
	{ "Ekosysleverantören granskas.", "S3" },
	{ "Agressos plan finns.", "S1" },
	{ "Dekosys i hallen.", "" },
	{ "Planen\\nAgresso gäller.", "S1" },
	{ "Ingen nämns.", "" },
};

START_TEST(texts_name_systems)
{
	struct buf b = { 0 };
	const struct matches *m;

	buf_putf(&b,
		 "{systems: [{id: S1, name: Agresso}, {id: S3, name: Ekosys}], "
		 "processes: [{id: P, text: \"%s\"}]}",
		 spoken[_i].text);
	buf_putc(&b, '\0');
	m = lab_match(&lab, arena_copy(&lab.arena, b.ptr, b.len));
	ASSERT_STR(spoken[_i].text, about_of(&lab, m->processes[0].about),
		   str_of(spoken[_i].want));
	buf_release(&b);
}
END_TEST

/* Topics of each clause: "plan|plan*" where * is taken over. */
static const struct {
	const char *text;
	const char *want;
} hits[] = {
	{ "Planen finns.", "0:plan" },
	{ "Planen finns men saknar datum.", "0:plan 1:plan*" },
	{ "Planen finns men ansvaret saknas.", "0:plan 1:ansvar" },
	{ "Planen finns. Den saknar datum.", "0:plan" },
	{ "Planen och ansvaret finns.", "0:plan 0:ansvar" },
	{ "Beredskapsplanen finns.", "0:plan" },
	{ "Planeten snurrar.", "" },
	{ "Blodprov tas. Prov görs.", "1:prov" },
	{ "Vi tar blodprov och prov.", "" },
	{ "Leverantören har ett avtal.", "0:avtalat" },
	{ "Leverantören finns. Avtal finns.", "" },
	{ "Planen finns men är gammal men är bra.", "0:plan 1:plan* 2:plan*" },
};

START_TEST(clauses_speak_of_topics)
{
	struct buf in = { 0 }, b = { 0 };
	const struct matches *m;
	const struct speech *s;

	buf_putf(&in, "{processes: [{id: P, text: \"%s\"}]}", hits[_i].text);
	buf_putc(&in, '\0');
	m = lab_match(&lab, arena_copy(&lab.arena, in.ptr, in.len));
	s = &m->processes[0].speech;
	for (size_t i = 0; i < s->count; i++)
		buf_putf(&b, "%s%zu:%.*s%s", i ? " " : "", s->hits[i].clause,
			 STR_ARG(lab.vocab->topics.list[s->hits[i].topic].id.str),
			 s->hits[i].inherited ? "*" : "");
	ASSERT_STR(hits[_i].text, buf_str(&b), str_of(hits[_i].want));
	buf_release(&in);
	buf_release(&b);
}
END_TEST

/* A note tells of its document, and what it is about. */
START_TEST(a_note_belongs_to_its_document)
{
	const struct matches *m = lab_match(
		&lab, "{systems: [{id: S1, name: A}], documents: [{id: D, title: "
		      "X, about: [S1]}, {id: E, title: Y, status: final}], "
		      "processes: [{id: P, how: read, source: D, text: Utkast.}, "
		      "{id: Q, how: read, source: E, text: Utkast.}, {id: R, "
		      "text: Sagt.}]}");

	ck_assert_ptr_eq(m->processes[0].source, m->documents[0].document);
	ASSERT_STR("about", about_of(&lab, m->processes[0].about), STR("S1"));
	ck_assert_int_eq(m->documents[0].status, STATUS_DRAFT);
	ck_assert_int_eq(m->documents[1].status, STATUS_FINAL);
	ck_assert_ptr_null(m->processes[2].source);
	ck_assert_uint_eq(m->processes[2].about.count, 0);
}
END_TEST

/* Who decided, and when: stated, else what the text tells. */
static const struct {
	const char *line;
	const char *want; /* organ, decided until, revised until */
} facts[] = {
	{ "title: X", "|-|-" },
	{ "title: X, approved: {by: Styrelsen, date: 2024-03-05}",
	  "board|2024-03-05|-" },
	{ "title: X, revised: 2025-02", "|-|2025-02-28" },
	{ "title: X, text: \"Antagen av fullmäktige 2024-02-19.\"",
	  "council|2024-02-19|-" },
	{ "title: X, text: \"Antagen av fullmäktige den 3 maj 2024.\"",
	  "council|2024-05-03|-" },
	{ "title: X, text: \"Antagen i maj 2024.\"", "|2024-05-31|-" },
	{ "title: X, text: \"Antagen 2024.\"", "|2024-12-31|-" },
	{ "title: X, text: \"Antagen, SFS 2007:1091.\"", "|-|-" },
	{ "title: X, text: \"Antagen, KS 2015/0144.\"", "board|-|-" },
	{ "title: X, text: \"Reviderad 2021-01-02.\"", "|-|2021-01-02" },
	{ "title: X, text: \"Reviderad 2019. Reviderad 2021-01-02.\"",
	  "|-|2021-01-02" },
	{ "title: X, text: \"Planen är inte antagen 2024-01-01.\"", "|-|-" },
	{ "title: X, text: \"Utkast, antagen 2024-01-01.\"", "|-|-" },
	{ "title: X, text: \"Antagen 2024-01-01.\", approved: {date: "
	  "2020-01-01}",
	  "|2020-01-01|-" },
	{ "title: X, text: \"Mötet hölls 2024-01-01.\"", "|-|-" },
};

START_TEST(documents_tell_who_decided_and_when)
{
	const struct facts *f = &read_one(&lab, facts[_i].line)->facts;
	char text[DATE_TEXT];
	struct buf b = { 0 };

	buf_putf(&b, "%.*s|", STR_ARG(f->approver));
	buf_putf(&b, "%s|",
		 f->decided.known ? date_text(f->decided.last, text) : "-");
	buf_putf(&b, "%s",
		 f->revised.known ? date_text(f->revised.last, text) : "-");
	ASSERT_STR(facts[_i].line, buf_str(&b), str_of(facts[_i].want));
	buf_release(&b);
}
END_TEST

Suite *match_suite(void)
{
	Suite *s = suite_create("match");
	TCase *t = tcase_create("match");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, titles_tell_the_type, 0, ROWS(types));
	tcase_add_loop_test(t, titles_lose_their_extension, 0, ROWS(bare));
	tcase_add_loop_test(t, titles_tell_status_and_form, 0, ROWS(forms));
	tcase_add_loop_test(t, titles_tell_the_day_of_a_record, 0, ROWS(dates));
	tcase_add_loop_test(t, titles_name_systems, 0, ROWS(named));
	tcase_add_loop_test(t, texts_name_systems, 0, ROWS(spoken));
	tcase_add_loop_test(t, clauses_speak_of_topics, 0, ROWS(hits));
	tcase_add_test(t, a_note_belongs_to_its_document);
	tcase_add_loop_test(t, documents_tell_who_decided_and_when, 0,
			    ROWS(facts));
	suite_add_tcase(s, t);
	return s;
}
