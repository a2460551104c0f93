/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef INTAKE_CONTENT_H
#define INTAKE_CONTENT_H

#include "intake/intake.h"

/*
 * Fetch the text of a document: inline, or from a plain text file in the
 * folder (NULL: there are no files).  What can't be read makes the document
 * unread, with its reason; a path out of the folder or another file than
 * sha256 says is an error.
 */
void content_fetch(const struct intake *in, const char *folder,
		   const struct inventory *v, struct document *d);

/*
 * The path of a file that the inventory names, from the folder; NULL, with a
 * message, where it leads out of it.
 */
const char *content_path(const struct intake *in, const char *folder,
			 struct text file);

#endif
