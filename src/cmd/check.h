/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include "cmd/opts.h"

#define CHECK_OPTIONS 7

extern const struct opt check_options[CHECK_OPTIONS];

#endif
