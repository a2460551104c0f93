/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef INTAKE_EARLIER_H
#define INTAKE_EARLIER_H

#include "intake/intake.h"

/*
 * What an earlier audit found: the list under `earlier`, the saved run that
 * it names in the folder (NULL: there are no files), or the assessments that
 * the command line gives, which go before both.  Asks for as_of, so it comes
 * after it.
 */
void earlier_fetch(const struct intake *in, const struct node *n,
		   const char *folder, struct inventory *v);

#endif
