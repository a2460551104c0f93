/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/words.h"

static const struct {
	const char *word;
	const char *count;
	const char *earlier;
} verdicts[VERDICTS] = {
	[VERDICT_MET] = { N_("MET"), N_("Met: {1}"), N_("met") },
	[VERDICT_PARTIAL] = { N_("PARTIAL"), N_("Partial: {1}"), N_("partial") },
	[VERDICT_GAP] = { N_("GAP"), N_("Gap: {1}"), N_("gap") },
	[VERDICT_NA] = { N_("NOT APPLICABLE"), N_("Not applicable: {1}"),
			 N_("not applicable") },
	[VERDICT_NA_UNPROVEN] = { N_("NA NOT SHOWN"), N_("NA not shown: {1}"),
				  N_("na not shown") },
	[VERDICT_UNKNOWN] = { N_("UNKNOWN"), N_("Unknown: {1}"), N_("unknown") },
};

static const char *const priorities[PRIORITIES] = {
	[PRIORITY_SHORT] = N_("short term"),
	[PRIORITY_MEDIUM] = N_("medium term"),
	[PRIORITY_LONG] = N_("long term"),
};

static const char *const efforts[EFFORTS] = {
	[EFFORT_S] = N_("small effort"),
	[EFFORT_M] = N_("medium effort"),
	[EFFORT_L] = N_("large effort"),
};

static const char *const areas[AREAS] = {
	[AREA_UNSET] = N_("Other"),
	[AREA_GOVERNANCE] = N_("Governance"),
	[AREA_POLICY_DOCUMENTS] = N_("Policy documents"),
	[AREA_ROLES] = N_("Roles and responsibilities"),
	[AREA_CLASSIFICATION_RISK] = N_("Classification and risk"),
	[AREA_ASSET_MANAGEMENT] = N_("Asset management"),
	[AREA_AWARENESS_TRAINING] = N_("Awareness and training"),
	[AREA_PEOPLE] = N_("People"),
	[AREA_ACCESS_CONTROL] = N_("Access control"),
	[AREA_CHANGE_MANAGEMENT] = N_("Change management"),
	[AREA_SECURE_DEVELOPMENT] = N_("Secure development"),
	[AREA_IT_OPERATIONS] = N_("IT operations"),
	[AREA_BACKUP_RESTORE] = N_("Backup and restore"),
	[AREA_CONTINUITY] = N_("Continuity"),
	[AREA_INCIDENT] = N_("Incidents"),
	[AREA_SUPPLIER] = N_("Suppliers"),
	[AREA_PRIVACY] = N_("Privacy"),
	[AREA_VULNERABILITY] = N_("Vulnerabilities"),
	[AREA_ENDPOINT] = N_("Endpoints"),
	[AREA_NETWORK] = N_("Network"),
	[AREA_CRYPTOGRAPHY] = N_("Cryptography"),
	[AREA_LOGGING] = N_("Logging"),
	[AREA_PHYSICAL] = N_("Physical security"),
	[AREA_E_SERVICES] = N_("E-services"),
	[AREA_INTERNAL_CONTROL] = N_("Internal control"),
};

static const struct {
	const char *word;
	const char *count;
} followed[FOLLOW_UPS] = {
	[FOLLOW_CLOSED] = { N_("MENDED"), N_("Mended: {1}") },
	[FOLLOW_PARTLY] = { N_("PARTLY MENDED"), N_("Partly mended: {1}") },
	[FOLLOW_REMAINS] = { N_("REMAINS"), N_("Remains: {1}") },
	[FOLLOW_WORSE] = { N_("WORSE"), N_("Worse: {1}") },
	[FOLLOW_STANDS] = { N_("STILL MET"), N_("Still met: {1}") },
	[FOLLOW_NOT_APPLICABLE] = { N_("NO LONGER APPLICABLE"),
				    N_("No longer applicable: {1}") },
	[FOLLOW_NA_UNPROVEN] = { N_("SAID NOT TO APPLY"),
				 N_("Said not to apply: {1}") },
	[FOLLOW_UNKNOWN] = { N_("NOT DECIDED"), N_("Not decided: {1}") },
	[FOLLOW_SILENT] = { N_("NOT FOLLOWED UP"), N_("Not followed up: {1}") },
	[FOLLOW_NEW] = { N_("NEW"), N_("New: {1}") },
};

static const struct {
	const char *word;
	const char *count;
} promises[PROMISES] = {
	[PROMISE_NONE] = { "", "" },
	[PROMISE_KEPT] = { N_("kept"), N_("Promises kept: {1}") },
	[PROMISE_IN_PROGRESS] = { N_("in progress"), N_("In progress: {1}") },
	[PROMISE_NOT_KEPT] = { N_("not kept"), N_("Not kept: {1}") },
	[PROMISE_NOT_KNOWN] = { N_("not known"), N_("Not known: {1}") },
};

static const char *const absences[ABSENCES] = {
	[ABSENCE_NONE] = "",
	[ABSENCE_RULE] = N_("No rule that was applied now asks for it."),
	[ABSENCE_SUBJECT] = N_("It is not among those that were assessed now."),
	[ABSENCE_PART] = N_("The rule no longer has such a part."),
};

static const char *const follow_ups[FOLLOW_UPS] = {
	[FOLLOW_CLOSED] = N_("mended"),
	[FOLLOW_PARTLY] = N_("partly mended"),
	[FOLLOW_REMAINS] = N_("remains"),
	[FOLLOW_WORSE] = N_("worse than before"),
	[FOLLOW_STANDS] = N_("still met"),
	[FOLLOW_NOT_APPLICABLE] = N_("no longer applicable"),
	[FOLLOW_NA_UNPROVEN] = N_("said not to apply, which nothing shows"),
	[FOLLOW_UNKNOWN] = N_("what is known does not decide"),
	[FOLLOW_SILENT] = N_("not followed up"),
	[FOLLOW_NEW] = N_("new"),
};

static const char *const shows[SHOWS] = {
	[SHOWS_UNSET] = "",
	[SHOWS_DOCUMENTED] = N_("that it is documented"),
	[SHOWS_PERFORMED] = N_("that it is performed"),
};

static const char *const accepted[ACCEPTS] = {
	[ACCEPTS_DOCUMENT] = N_("a document"),
	[ACCEPTS_RECORD] = N_("a record"),
	[ACCEPTS_SHOWN] = N_("what was shown"),
	[ACCEPTS_STATEMENT] = N_("what was said"),
	[ACCEPTS_NORM] = N_("that it was said to be demanded"),
};

static const char *const forms[FORMS] = {
	[FORM_FULL] = N_("the whole document"),
	[FORM_EXCERPT] = N_("an excerpt"),
	[FORM_TEMPLATE] = N_("a template"),
	[FORM_RECORD] = N_("a record of what was done"),
	[FORM_LETTER] = N_("a letter"),
};

static const char *const authors[AUTHORS] = {
	[AUTHOR_UNSET] = "",
	[AUTHOR_MUNICIPALITY] = N_("the municipality"),
	[AUTHOR_SUPPLIER] = N_("the supplier"),
};

static const char *const properties[PROPERTIES] = {
	[PROPERTY_REGNO] = N_("a registration number"),
	[PROPERTY_APPROVAL] = N_("a decision"),
	[PROPERTY_DATE] = N_("a date"),
};

const char *word_shows(enum shows s)
{
	return shows[s];
}

const char *word_accepts(enum accepts a)
{
	return accepted[a];
}

const char *word_form(enum doc_form f)
{
	return forms[f];
}

const char *word_author(enum doc_author a)
{
	return authors[a];
}

const char *word_property(enum paper_property p)
{
	return properties[p];
}

const char *word_verdict(enum verdict v)
{
	return verdicts[v].word;
}

const char *word_count(enum verdict v)
{
	return verdicts[v].count;
}

const char *word_earlier(enum verdict v)
{
	return verdicts[v].earlier;
}

const char *word_priority(enum priority p)
{
	return priorities[p];
}

const char *word_effort(enum effort e)
{
	return efforts[e];
}

const char *word_area(enum area a)
{
	return areas[a];
}

const char *word_followed(enum follow_up f)
{
	return followed[f].word;
}

const char *word_followed_count(enum follow_up f)
{
	return followed[f].count;
}

const char *word_promise(enum promise p)
{
	return promises[p].word;
}

const char *word_promise_count(enum promise p)
{
	return promises[p].count;
}

const char *word_absence(enum absence a)
{
	return absences[a];
}

const char *word_follow_up(enum follow_up f)
{
	return follow_ups[f];
}

struct str word_both(enum lang lang, const struct both *both)
{
	struct str s = both->lang[lang].str;

	return s.len ? s : both->lang[lang == LANG_SV ? LANG_EN : LANG_SV].str;
}
