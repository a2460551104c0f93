/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sentences and how a careful auditor hears them, with the words that the
 * municipalities meet: rules/vocab/.  The classes are those of reading.md;
 * every sentence here is made up.
 */
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

/* The stances of all clauses, from first to last, joined by spaces. */
static struct str stances(const char *text)
{
	struct reading r = lab_read(&lab, text);
	struct buf b = { 0 };
	struct str ret;

	for (size_t i = 0; i < r.clause_count; i++)
		buf_putf(&b, "%s%s", i ? " " : "",
			 stance_words.list[r.clauses[i].stance]);
	ret = buf_take(&b, &lab.arena);
	buf_release(&b);
	return ret;
}

static const struct {
	const char *text;
	const char *want;
} rows[] = {
	/* 1 Contents, lists of other documents */
	{ "Innehåll\n\nBehörighetsgranskning ........ 14\n", "" },
	{ "4.2 Loggning . . . . . . . 9\n4.3 Säkerhetskopiering . . . . 11\n",
	  "" },
	{ "1 Inledning.............3\n2 Avsaknad av rutiner.............5\n", "" },
	/* 2 Headings */
	{ "Lösenord får inte delas med någon.", "norm" },
	{ "Nämnden får inte återkommande rapporter.", "partial" },
	{ "Vi får inte veta när någon slutar.", "negated" },
	{ "Tre av fyra system är klassade.", "partial" },
	{ "Tre av tre system är klassade.", "affirmed" },
	{ "Alla förvaltningar har inte en rutin.", "partial" },
	{ "Rutinen finns, dock saknas datum.", "affirmed negated" },
	{ "Leverantören granskar loggar, kommunen gör det inte.",
	  "affirmed negated" },
	{ "Vi undrar om rutinen följs.", "question" },
	{ "Vid 2019 års granskning fanns ingen plan.", "historic" },
	{ "Vi är i färd med att ta fram en rutin.", "started" },
	{ "Kravet är endast i ringa omfattning tillgodosett.", "negated" },
	{ "Rutinen saknar inga delar.", "affirmed" },
	{ "Det förekommer att konton ligger kvar efter att någon slutat.",
	  "negated" },
	{ "Loggarna finns kvar i två år.", "affirmed" },
	{ "Granskningen omfattar styrdokument och avtal.", "question" },
	{ "Loggning har inte ingått i granskningen.", "question" },
	{ "Granskningen visar att rutin saknas.", "negated" },
	{ "Man kontrollerar att inga konton ligger kvar.", "affirmed" },
	{ "Inga obehöriga har tillgång till systemet.", "affirmed" },
	{ "Hanteras behörigheter?\n\nJa.\n", "question affirmed" },
	{ "Avsaknad av systemägare\n\nTre system berörs.\n", "implied affirmed" },
	{ "### Nämnden saknar rutiner för:\n\n- \xe2\x96\xb6 Avslut av konton.\n",
	  "negated negated" },
	{ "**Nämnden saknar rutiner för:**\n- Avslut av konton.\n",
	  "negated negated" },
	{ "### Rutiner\n\n- Avslut av konton.\n", "question affirmed" },
	{ "Krav på leverantörer\n\nAvtalet har bilagor.\n", "question affirmed" },
	{ "# Rutin saknas\n\nDet gäller två system.\n", "implied affirmed" },
	{ "Behörigheter ska granskas\n\nSå sker också.\n", "question affirmed" },
	/* 3 The scope of a negation */
	{ "Rutinen är inte skriven av någon enda förvaltning.", "negated" },
	{ "Något beslut om loggning har nämnden ännu aldrig fattat.", "negated" },
	{ "Det finns ingen som granskar kontona.", "negated" },
	{ "Varken plan eller rutin finns.", "negated" },
	{ "Kommunen saknar rutin för behörigheter.", "negated" },
	{ "Rutin för behörigheter saknas helt.", "negated" },
	{ "Avsaknaden av rutin är känd.", "negated" },
	{ "Kommunen saknar inte rutiner.", "affirmed" },
	{ "Rutinen gäller inte bara chefer utan även konsulter.", "affirmed" },
	{ "Inget tyder på att kontrollen brister.", "affirmed" },
	{ "Vid genomgången hittades inga avvikelser.", "affirmed" },
	{ "Konton stängs utan dröjsmål när någon slutar.", "affirmed" },
	{ "Rutinen följs, inte minst av konsulterna.", "affirmed" },
	{ "Det är inte möjligt att logga in utan godkänd dator.", "affirmed" },
	{ "Man kan inte ansluta en dator utan certifikat.", "affirmed" },
	{ "Inga inställningar har ändrats.", "affirmed" },
	{ "Kommunen kan inte avvisa en uppdatering.", "affirmed" },
	{ "Konton som inte längre används stängs varje månad.", "affirmed" },
	{ "Förvaltningen har försummat att granska kontona.", "negated" },
	{ "Granskningen har uteblivit i två år.", "negated" },
	{ "Uppdateringen infördes utan att testas.", "negated" },
	{ "Kontona granskas ej.", "negated" },
	/* 4 It exists, but */
	{ "Rutinen är inte beslutad.", "negated" },
	{ "Planen finns, men den är inte testad.", "affirmed negated" },
	{ "Ordningen är muntlig.", "partial" },
	{ "Riktlinjen är föråldrad.", "partial" },
	{ "Det finns brister i rutinen.", "partial" },
	{ "Uppföljningen inom nämnden brister.", "partial" },
	{ "Inget tyder på att uppföljningen brister.", "affirmed" },
	{ "De brister som fanns är åtgärdade.", "affirmed" },
	{ "Hanteringen varierar.", "partial" },
	{ "Stickprovet visade avvikelser.", "partial" },
	{ "Stickprovet visade inga avvikelser.", "affirmed" },
	{ "Tidigare anställda har fortfarande tillgång till systemet.",
	  "negated" },
	{ "Systemet är sårbart.", "partial" },
	{ "Brist på rutiner.", "negated" },
	{ "Loggningen är strukturerad.", "affirmed" },
	{ "USB-minnen är förbjudna men används ändå.", "negated" },
	{ "USB-minnen får inte användas men förekommer ändå.", "negated" },
	{ "Rutinen är inte beslutad men används ändå.", "negated affirmed" },
	{ "Arbetssättet är personberoende.", "partial" },
	{ "Granskning sker ad hoc.", "partial" },
	{ "Rutinen är otydlig.", "partial" },
	{ "Kontroller sker sporadiskt.", "partial" },
	/* 5 The verdict is in the adverb */
	{ "Behörigheterna är delvis granskade.", "partial" },
	{ "Kravet är till viss del uppfyllt.", "partial" },
	{ "Planen är inte fullt ut dokumenterad.", "partial" },
	{ "Rutinen följs inte alltid.", "partial" },
	{ "En majoritet av systemen är klassade.", "partial" },
	{ "De flesta konton granskas.", "partial" },
	{ "Ansvaret är inte helt klarlagt.", "partial" },
	{ "Merparten av avtalen har granskats.", "partial" },
	/* 6 Plans, drafts, work under way */
	{ "En rutin kommer att tas fram.", "planned" },
	{ "En rutin ska tas fram under hösten.", "planned" },
	{ "Kommunen planerar att införa loggning.", "planned" },
	{ "Avdelningen ämnar införa stickprov.", "planned" },
	{ "Det är ett önskemål att testa oftare.", "planned" },
	{ "Arbetet med rutinen har påbörjats.", "started" },
	{ "Arbete med en ny plan pågår.", "started" },
	{ "Rutinen är under framtagande.", "started" },
	{ "Planen är inte klar.", "started" },
	{ "Det finns ett utkast till rutin.", "started" },
	{ "Kartläggningen av avtal har inte påbörjats.", "negated" },
	{ "Arbetet håller på.", "started" },
	{ "Loggning är ett ständigt pågående arbete.", "affirmed" },
	/* 7 Recommendations */
	{ "Nämnden bör införa stickprov av loggar.", "implied" },
	{ "Vi rekommenderar att konton granskas årligen.", "implied" },
	{ "Kommunen behöver ta fram en rutin.", "implied" },
	{ "Rutinen behöver förtydligas.", "partial" },
	/* 8 Who speaks; hearsay changes nothing */
	{ "Förvaltaren uppger att kontona granskas.", "affirmed" },
	{ "Enligt uppgift saknas rutin.", "negated" },
	{ "Enligt systemförvaltaren granskas kontona varje år.", "affirmed" },
	{ "IT-chefen menar att testerna sköts.", "affirmed" },
	/* 9 Praise that does not settle it */
	{ "Det är positivt att arbetet har påbörjats.", "started" },
	{ "Det är bra att en plan ska tas fram.", "planned" },
	{ "Kommunen har en god och dokumenterad rutin.", "affirmed" },
	/* 10 Nothing of the matter */
	{ "Har kontona granskats?", "question" },
	{ "Finns det en plan för avbrott?", "question" },
	/* 11 Norms */
	{ "Alla konton ska granskas varje år.", "norm" },
	{ "Chefen måste godkänna varje konto.", "norm" },
	{ "Kontot skall stängas samma dag.", "norm" },
	/* 12 Drafts and proposals */
	{ "Planen är under omarbetning.", "started" },
	/* 13 Time */
	{ "Tidigare saknades en rutin.", "historic" },
	{ "Fram till 2023 fanns ingen plan.", "historic" },
	{ "År 2019 saknades rutiner.", "historic" },
	{ "Historiskt har kontona inte granskats.", "historic" },
	{ "Tidigare saknades rutin, men numera finns en.", "historic affirmed" },
	{ "Förr granskades kontona årligen.", "historic" },
	{ "Rutinen är numera beslutad.", "affirmed" },
	{ "Rutinen är oförändrad sedan förra granskningen.", "affirmed" },
	{ "Arbetssättet är detsamma som vid föregående granskning.", "affirmed" },
	{ "Rutinen finns fortfarande inte.", "negated" },
	/* 14 Lists and what leads them in */
	{ "Kommunen saknar rutiner för:\n- behörigheter\n- loggning\n",
	  "negated negated negated" },
	{ "Rutiner finns för:\n- behörigheter\n- loggning, under arbete\n",
	  "affirmed affirmed started" },
	{ "Följande är inte dokumenterat:\n• test\n• godkännande\n",
	  "negated negated negated" },
	{ "Det som återstår: behörigheter och loggar.", "started started" },
	{ "Följande ska finnas: en plan och en rutin.", "norm norm" },
	/* 15 Damage */
	{ "Rutin för behörig-\nheter sak-\nnas.", "negated" },
	{ "Rutinen \xc3\xa4r in\xc2\xadte testad.", "negated" },
	{ "Rutinen a\xcc\x88r inte testad.", "negated" },
	{ "Kontona\xc2\xa0granskas\xc2\xa0inte.", "negated" },
	{ "Rutinen är inte\nfullt ut dokumenterad.", "partial" },
	{ "Minst en gång\nper år granskas kontona.", "affirmed" },
	/* Both halves count */
	{ "Rutinen finns men följs inte.", "affirmed negated" },
	{ "Rutin finns för Agresso, däremot inte för Combine.",
	  "affirmed negated" },
	{ "Det finns en plan och det finns ingen budget.", "affirmed negated" },
	{ "Loggar sparas medan granskning saknas.", "affirmed negated" },
	{ "Planen är inte fastställd, utan håller på att provas.",
	  "negated started" },
	{ "Plan finns; uppföljning saknas.", "affirmed negated" },
	{ "Kontona granskas, även om det inte dokumenteras.", "affirmed negated" },
	/* More of all classes */
	{ "Någon plan för avbrott har vi, trots flera frågor, inte funnit.",
	  "negated" },
	{ "Vi har inte kunnat finna något beslut.", "negated" },
	{ "Kommunen har aldrig övat planen.", "negated" },
	{ "Det är ingen som följer upp loggarna.", "negated" },
	{ "Ansvaret är i huvudsak otydligt.", "negated" },
	{ "Kravet är i allt väsentligt uppfyllt.", "affirmed" },
	{ "Kravet är till stor del uppfyllt.", "partial" },
	{ "Rutinen tillämpas endast sporadiskt.", "partial" },
	{ "En ny plan arbetas fram och tas upp i nämnden i vår.", "planned" },
	{ "Avsikten är att testa planen i höst.", "planned" },
	{ "Enheten har för avsikt att införa loggning.", "planned" },
	{ "Kommunstyrelsen rekommenderas att besluta om en plan.", "implied" },
	{ "Granskning av loggar förekommer inte.", "negated" },
	{ "Det existerar ingen förteckning.", "negated" },
	{ "Någon uppföljning görs inte.", "negated" },
	{ "Inga problem har uppstått.", "affirmed" },
	{ "Konton för dem som inte arbetar kvar tas bort.", "affirmed" },
	{ "Rutinen är väl känd, låt vara muntlig.", "affirmed partial" },
	{ "Det finns vissa rutiner.", "partial" },
	{ "Planen är inte heltäckande.", "partial" },
	{ "Rutinen är inaktuell.", "partial" },
	{ "Arbetet är inte systematiskt.", "partial" },
	{ "Upphandling pågår.", "started" },
	{ "Man hoppas kunna införa loggning.", "planned" },
	{ "Man vill börja med stickprov.", "planned" },
	{ "Inga stickprov har gjorts.", "negated" },
	{ "Sedan 2021 granskas kontona.", "affirmed" },
	{ "Den brist som fanns 2019 är åtgärdad.", "affirmed" },
	{ "2019 saknades en plan. Den antogs 2021.", "historic affirmed" },
	{ "Verksamheten åligger att granska konton.", "norm" },
	{ "Systemägaren ansvarar för att konton ska granskas.", "norm" },
	{ "Målet är att alla ska kunna rutinen.", "norm" },
	{ "Rutinerna är inte nedskrivna.", "negated" },
	{ "Det görs inget för att följa upp.", "negated" },
	{ "Ansvaret är inte utpekat.", "negated" },
	{ "Testmiljö finns ej.", "negated" },
	{ "Loggarna tas inte om hand.", "negated" },
	{ "Ingen uppföljning sker.", "negated" },
	{ "Det har inte skett någon uppföljning av rutinen.", "negated" },
	{ "Förvaltningen har inte någon rutin.", "negated" },
	{ "Det finns brister i hur loggar följs upp.", "partial" },
	{ "Bristerna har åtgärdats.", "affirmed" },
	{ "Riskerna har analyserats.", "affirmed" },
	{ "Det finns en plan, antagen av kommunstyrelsen 2024.", "affirmed" },
	{ "Avtalet reglerar återkoppling.", "affirmed" },
	{ "Rutin saknas, men kontona granskas ändå.", "negated affirmed" },
	{ "Det finns en rutin, men den följs bara delvis.", "affirmed partial" },
	{ "Det finns en rutin men den ska kompletteras.", "affirmed planned" },
	{ "Planen testades i maj 2025.", "affirmed" },
	{ "Testerna gick bra trots att personalen var ny.", "affirmed" },
	{ "Ingen av förvaltningarna har en rutin.", "negated" },
	{ "Inte alla förvaltningar har en rutin.", "partial" },
	{ "Alla förvaltningar har en rutin.", "affirmed" },
	{ "Kommunen har varken granskat eller rensat konton.", "negated" },
	{ "Ej dokumenterat.", "negated" },
	{ "Ej färdigställd.", "started" },
	{ "Ja, det gör vi varje kvartal.", "affirmed" },
	{ "Nej, det har vi inte gjort.", "negated" },
	{ "Nej, inga brister hittades.", "negated affirmed" },
	{ "Rutinen har fallit i glömska.", "negated" },
	{ "Ingen kan ändra uppgifter utan att det loggas.", "affirmed" },
	{ "Kontroll görs då och då.", "partial" },
	{ "Granskning sker oregelbundet.", "partial" },
	{ "Dokumentationen är knapphändig.", "partial" },
	{ "Rutin finns bara för ett av systemen.", "partial" },
	{ "Rutinen behöver ses över.", "partial" },
	/* Words that hold other words */
	{ "Planeten är rund.", "affirmed" },
	{ "Planteringarna är vackra.", "affirmed" },
	{ "Obligatorisk utbildning ges.", "affirmed" },
	{ "Inloggning sker med kort.", "affirmed" },
};

START_TEST(an_auditor_hears_it_so)
{
	ASSERT_STR(rows[_i].text, stances(rows[_i].text), str_of(rows[_i].want));
}
END_TEST

/* What else a clause tells. */
static const struct {
	const char *text;
	const char *want; /* of: hedged draft unchanged; and what it lacks */
} marks[] = {
	{ "Kontona granskas.", "" },
	{ "Kommunen uppger att kontona granskas.", "hedged" },
	{ "Enligt uppgift finns en plan.", "hedged" },
	{ "Planen är ett utkast.", "draft" },
	{ "Allt är oförändrat sedan förra granskningen.", "unchanged" },
	{ "Genomgången är inte dokumenterad.", "lacks=documented" },
	{ "Genomgången är odokumenterad.", "lacks=documented" },
	{ "Planen är inte testad.", "lacks=tested" },
	{ "Planen har aldrig övats.", "lacks=tested" },
	{ "Policyn är inte antagen.", "lacks=decided" },
	{ "Det finns inget formellt beslut.", "lacks=decided" },
	{ "Rutinen är inte känd.", "lacks=known" },
	{ "Policyn är inte kommunicerad.", "lacks=known" },
	{ "Rutin saknas.", "" },
};

START_TEST(a_clause_tells_more_than_its_stance)
{
	struct reading r = lab_read(&lab, marks[_i].text);
	const struct clause *c = r.clauses;
	struct buf b = { 0 };

	ck_assert_uint_eq(r.clause_count, 1);
	buf_puts(&b, c->hedged ? "hedged" : "");
	buf_puts(&b, c->draft ? "draft" : "");
	buf_puts(&b, c->unchanged ? "unchanged" : "");
	if (c->lacks != POINT_UNSET)
		buf_putf(&b, "lacks=%s", point_words.list[c->lacks]);
	ASSERT_STR(marks[_i].text, buf_str(&b), str_of(marks[_i].want));
	buf_release(&b);
}
END_TEST

Suite *stance_suite(void)
{
	Suite *s = suite_create("stance");
	TCase *t = tcase_create("stance");

	tcase_add_unchecked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, an_auditor_hears_it_so, 0, ROWS(rows));
	tcase_add_loop_test(t, a_clause_tells_more_than_its_stance, 0,
			    ROWS(marks));
	suite_add_tcase(s, t);
	return s;
}
