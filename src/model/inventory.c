/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/inventory.h"

static const char *const status_names[] = {
	[STATUS_FINAL] = "final",
	[STATUS_DRAFT] = "draft",
	[STATUS_TEMPLATE] = "template",
	[STATUS_SUPERSEDED] = "superseded",
};

static const char *const form_names[] = {
	[FORM_FULL] = "full",         [FORM_EXCERPT] = "excerpt",
	[FORM_TEMPLATE] = "template", [FORM_RECORD] = "record",
	[FORM_LETTER] = "letter",
};

static const char *const author_names[] = {
	[AUTHOR_MUNICIPALITY] = "municipality",
	[AUTHOR_SUPPLIER] = "supplier",
};

static const char *const how_names[] = {
	[HOW_SAID] = "said",
	[HOW_SHOWN] = "shown",
	[HOW_READ] = "read",
};

static const char *const kind_names[] = {
	[KIND_KOMMUN] = "kommun",
	[KIND_REGION] = "region",
	[KIND_FORBUND] = "förbund",
	[KIND_BOLAG] = "bolag",
};

const struct words doc_status_words = { status_names, STATUSES };
const struct words doc_form_words = { form_names, FORMS };
const struct words doc_author_words = { author_names, AUTHORS };
const struct words how_words = { how_names, HOWS };
const struct words municipality_kind_words = { kind_names, KINDS };

bool texts_hold(struct texts list, struct str s)
{
	for (size_t i = 0; i < list.count; i++)
		if (str_eq(list.list[i].str, s))
			return true;
	return false;
}

bool inventory_is_supplier(const struct inventory *v, struct str name)
{
	for (size_t i = 0; i < v->suppliers.count; i++) {
		const struct supplier *s = &v->suppliers.list[i];

		if (str_eq(s->id.str, name) || str_eq(s->name.str, name) ||
		    texts_hold(s->aliases, name))
			return true;
	}
	return false;
}
