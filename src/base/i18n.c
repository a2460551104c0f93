/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/i18n.h"

#include <libintl.h>
#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define DOMAIN "liskoll"

static int has_catalogue(const char *dir)
{
	char path[4096];
	int n = snprintf(path, sizeof(path), "%s/sv/LC_MESSAGES/" DOMAIN ".mo",
			 dir);

	return n > 0 && (size_t)n < sizeof(path) && access(path, R_OK) == 0;
}

void i18n_start(const char *const *dirs)
{
	/* glibc asks LANGUAGE only when LC_MESSAGES is not plain C. */
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): before the first thread */
	setlocale(LC_MESSAGES, "C.UTF-8");
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the same */
	setenv("LANGUAGE", "sv", 1);
	for (; *dirs; dirs++) {
		if (!has_catalogue(*dirs))
			continue;
		bindtextdomain(DOMAIN, *dirs);
		break;
	}
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

const char *i18n(enum lang lang, const char *english)
{
	/* gettext("") is the header of the catalogue, not a sentence. */
	if (lang == LANG_EN || !english || !*english)
		return english;
	return gettext(english);
}
