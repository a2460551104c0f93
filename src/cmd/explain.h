/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_EXPLAIN_H
#define CMD_EXPLAIN_H

#include "cmd/opts.h"

struct cmd;

#define EXPLAIN_OPTIONS 3
extern const struct opt explain_options[EXPLAIN_OPTIONS];

int cmd_explain(struct cmd *c);

#endif
