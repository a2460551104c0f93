/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_FOLLOW_UP_H
#define CMD_FOLLOW_UP_H

#include "cmd/opts.h"

#define FOLLOW_UP_OPTIONS 6

extern const struct opt follow_up_options[FOLLOW_UP_OPTIONS];

#endif
