/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

struct arena;

/*
 * Where the program finds what belongs to it: beside the program of a
 * build tree, else where it was installed.
 */
const char *path_standard_rules(struct arena *a);

/* Folders that may hold the message catalogue, best first; ends with NULL. */
const char *const *path_catalogues(struct arena *a);

#endif
