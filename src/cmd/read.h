/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_READ_H
#define CMD_READ_H

#include "cmd/opts.h"

#define READ_OPTIONS 4

extern const struct opt read_options[READ_OPTIONS];

#endif
