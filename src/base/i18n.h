/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

/*
 * Every sentence of the program is written in English in the source and
 * found in Swedish in po/sv.po.  Both languages are at hand at any time,
 * since some outputs hold both, so the language is an argument and the
 * locale of the user is never asked.
 */
enum lang {
	LANG_SV,
	LANG_EN,
	LANGS
};

/* Marks a sentence of a table for xgettext. */
#define N_(s) s

/*
 * Bind the catalogue: the first of these folders (NULL ends the list) that
 * holds one.  Called once, before the first thread; without a catalogue
 * every text is English.
 */
void i18n_start(const char *const *dirs);

/* The sentence in that language; lives as long as the program. */
const char *i18n(enum lang lang, const char *english);

#endif
