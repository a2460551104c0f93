/* SPDX-License-Identifier: EUPL-1.2 */
#include "cmd/paths.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

/* The folder of this program; NULL where the system does not tell. */
static const char *program_folder(struct arena *a)
{
	char *path = arena_alloc(a, 4097, 1, 1);
	ssize_t n = readlink("/proc/self/exe", path, 4096);
	char *slash;

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (!slash)
		return NULL;
	*slash = '\0';
	return path;
}

/* build/release/liskoll stands in a tree with rules/vocab at its root. */
const char *path_standard_rules(struct arena *a)
{
	const char *folder = program_folder(a);
	const char *rules;

	if (!folder)
		return DATADIR "/rules";
	rules = file_join(a, folder, STR("../../rules"));
	if (!file_is_folder(file_join(a, rules, STR("vocab"))))
		return DATADIR "/rules";
	return rules;
}

const char *const *path_catalogues(struct arena *a)
{
	const char **list = arena_alloc(a, 3, sizeof(*list), sizeof(*list));
	const char *folder = program_folder(a);
	size_t n = 0;

	if (folder)
		list[n++] = file_join(a, folder, STR("locale"));
	list[n++] = LOCALEDIR;
	return list;
}
