/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What must not trigger: phrases of real audits, in words of our own, that
 * look like a lack and are none.  They hold with the rules and the words
 * that the municipalities meet.
 */
#include <string.h>

#include "assess/assess.h"
#include "rules/rules.h"
#include "unit_lab.h"

static struct lab lab;
static const struct ruleset *rules;

static void set_up(void)
{
	static const char *const path = "rules";
	struct rules_source from = { &path, 1, NULL };

	lab_open(&lab, REAL_VOCAB);
	rules = ruleset_load(&lab.arena, &lab.diags, &lab.store, from);
	ck_assert_ptr_nonnull(rules);
}

static void tear_down(void)
{
	lab_close(&lab);
}

#define S "systems: [{id: S, name: Ekosys}], "

static const struct {
	const char *name; /* the point of the audit it is taken from */
	const char *rule;
	const char *given;
} rows[] = {
	{ "SOD-AGR-ACC-01-2025", "security-settings",
	  "{" S "documents: [{id: D, title: Rutin för konfiguration}],"
	  " processes: [{id: P, how: read, source: D, text: \"Beslutade"
	  " säkerhetsinställningar kontrolleras varje månad. Inga"
	  " säkerhetsinställningar har ändrats.\"}]}" },
	{ "SOD-AGR-CHG-02-2025", "supplier-requirements",
	  "{" S "documents: [{id: D, title: Ekosys drift}],"
	  " processes: [{id: P, how: read, source: D, text: \"Det är nedskrivet"
	  " hur leverantörens krav följs upp. Kommunen kan inte avvisa en"
	  " uppdatering.\"}]}" },
	{ "SOD-PER-ACC-01-2025", "security-settings",
	  "{" S "documents: [{id: D, title: Utdrag om"
	  " säkerhetsinställningar, form: excerpt}],"
	  " processes: [{id: P, how: read, source: D, text: \"Utdraget visar"
	  " hur beslutade inställningar kontrolleras.\"}]}" },
	{ "SOD-PER-OPS-01-2025", "job-troubleshooting",
	  "{" S "processes: [{id: P, text: \"Vi har inte ändrat rutinen för"
	  " felsökning av jobb sedan förra granskningen.\"}],"
	  " earlier: [{id: R, rule: job-troubleshooting, about: [S],"
	  " verdict: met}]}" },
	{ "SOD-COM-CHG-02-2025", "update-testing",
	  "{" S "documents: [{id: D, title: MALL Testunderlag 1.35.xlsx}]}" },
	{ "SOD-PER-CHG-02-2025", "change-documentation",
	  "{" S "documents: [{id: D, title: Testprotokoll 24.10.xlsx}]}" },
	{ "STE-CHG-06-2020", "security-settings",
	  "{systems: [{id: S, name: Ekosys}, {id: T, name: Vårdsys}],"
	  " scope: {systems: [S]}, documents: [{id: D, about: [S], title:"
	  " Rutin för konfiguration}], processes: [{id: P, about: [T], text:"
	  " \"Säkerhetsinställningar saknas.\"}]}" },
	{ "NOR-CHG-01-2017", "change-decision",
	  "{" S "documents: [{id: D, title: Beslut om ändringar, approved:"
	  " {date: 2017-09-04}}]}" },
	{ "ESK-POL-02-2022", "infosec-policy",
	  "{documents: [{id: D, title: Informationssäkerhetspolicy, approved:"
	  " {by: Kommunfullmäktige, date: 2025-06-23}},"
	  " {id: E, title: Informationssäkerhetspolicy 2004, status:"
	  " superseded}]}" },
	{ "OKD-ROL-01-2017", "roles-responsibilities",
	  "{complete: false, processes: [{id: P, text: \"Ansvar och roller är"
	  " beskrivna i listor som förs för hand.\"}]}" },
	{ "ESK-ROL-01-2022", "roles-responsibilities",
	  "{complete: false, documents: [{id: D, title: Rollbeskrivning}],"
	  " processes: [{id: P, how: read, source: D, text: \"Rollernas ansvar"
	  " är beskrivet. Arbetet är ständigt pågående.\"}]}" },
};

START_TEST(it_must_not_trigger)
{
	struct ruleset one = { .count = 1, .vocab = rules->vocab };
	const struct rule *rule = ruleset_find(rules, str_of(rows[_i].rule));
	const struct assessment *a;

	ck_assert_ptr_nonnull(rule);
	one.list = arena_new(&lab.arena, struct rule);
	*one.list = *rule;
	lab.vocab = rules->vocab;
	a = assess(&lab.arena, &one, lab_match(&lab, rows[_i].given));
	ck_assert_msg(!a->totals[VERDICT_GAP] && !a->totals[VERDICT_PARTIAL],
		      "%s: %.*s", rows[_i].name, STR_ARG(lab_verdicts(&lab, a)));
}
END_TEST

/* Those whose topic we have no rule for: how they are heard. */
static const struct {
	const char *name;
	const char *text;
} sentences[] = {
	{ "STE-SUP-06-2020",
	  "Avtalen omfattar viktiga säkerhetsfrågor för personalsystemet." },
	{ "STE-INC-01-2020", "Förr var ansvaret vid incidenter otydligt." },
	{ "STE-FUP-04-2020",
	  "Nyckeltal är bestämda för lön och ekonomi och rapporteras." },
	{ "STE-PHY-02-2020",
	  "Innan hallen hyrdes ut gjordes en analys som fann tolv risker." },
	{ "STE-CHG-06-2020", "I bolagets egna system är miljöerna åtskilda." },
	{ "NOR-CLS-02-2017", "Rutinen för klassning fastställdes 2014-04-22." },
	{ "NOR-SUP-04-2017", "Riktlinjen för inköp är fastställd av "
			     "fullmäktige." },
	{ "OKD-ROL-01-2017", "Ansvaret framgår av listor som förs för hand." },
	{ "OKD-GOV-05-2017", "En beredningsgrupp har nyligen bildats." },
	{ "ESK-ROL-01-2022", "Rollarbetet är ständigt pågående." },
	{ "ESK-END-02-2022",
	  "Det är inte möjligt att ansluta utan godkänt certifikat." },
	{ "ESK-END-02-2022",
	  "En dator kan inte ansluta utan godkänt certifikat." },
	{ "ESK-POL-02-2022", "Riktlinjen ersätter den gamla planen." },
	{ "ESK-VUL-01-2022", "Sårbarheterna från 2019 är åtgärdade." },
};

START_TEST(it_is_not_heard_as_a_lack)
{
	struct reading r = lab_read(&lab, sentences[_i].text);

	for (size_t i = 0; i < r.clause_count; i++)
		ck_assert_msg(r.clauses[i].stance == STANCE_AFFIRMED ||
				      r.clauses[i].stance == STANCE_HISTORIC,
			      "%s: %s: %s", sentences[_i].name,
			      sentences[_i].text,
			      stance_words.list[r.clauses[i].stance]);
}
END_TEST

/* The areas of an audit of three systems: classification was none of them. */
#define OF_SYSTEMS                                              \
	", scope: {areas: [access-control, change-management, " \
	"it-operations, supplier, internal-control, roles]}"

/* Papers that were received and support no point of their audit. */
static const struct {
	const char *title;
	const char *scope;
} idle[] = {
	{ "3.2-instruktion-informationsklassning.pdf", OF_SYSTEMS },
	{ "Aktieägaravtal SOLTAK AB", "" },
	{ "Bolagsordning SOLTAK AB", "" },
	{ "Ägardirektiv SOLTAK AB", "" },
	{ "Integration design Personec-MIM-AD", "" },
	{ "SAMS Dokumentation", "" },
	{ "SAMS Teknisk Dokumentation", "" },
};

START_TEST(it_must_not_be_taken_for_evidence)
{
	struct buf b = { 0 };
	const struct assessment *a;

	buf_putf(&b, "{documents: [{id: D, title: \"%s\"}]%s}%c",
		 idle[_i].title, idle[_i].scope, '\0');
	lab.vocab = rules->vocab;
	a = assess(&lab.arena, rules, lab_match(&lab, b.ptr));
	ck_assert_uint_eq(a->totals[VERDICT_MET], 0);
	buf_release(&b);
}
END_TEST

Suite *traps_suite(void)
{
	Suite *s = suite_create("traps");
	TCase *t = tcase_create("traps");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, it_must_not_trigger, 0, ROWS(rows));
	tcase_add_loop_test(t, it_is_not_heard_as_a_lack, 0, ROWS(sentences));
	tcase_add_loop_test(t, it_must_not_be_taken_for_evidence, 0, ROWS(idle));
	suite_add_tcase(s, t);
	return s;
}
