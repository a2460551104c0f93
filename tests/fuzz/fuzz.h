/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The name is libFuzzer's.  A target traps when its property does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
