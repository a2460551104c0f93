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

/* The folder above; NULL above the root. */
static const char *parent(struct arena *a, const char *folder)
{
	const char *slash = folder ? strrchr(folder, '/') : NULL;

	if (!slash || slash == folder)
		return NULL;
	return arena_copy(a, folder, (size_t)(slash - folder));
}

/* As seen from here, where that is shorter: messages show it. */
static const char *from_here(struct arena *a, const char *path)
{
	char *here = arena_alloc(a, 4097, 1, 1);
	size_t len;

	if (!getcwd(here, 4096))
		return path;
	len = strlen(here);
	if (strncmp(path, here, len) != 0 || path[len] != '/')
		return path;
	return path + len + 1;
}

/* build/release/liskoll stands in a tree with rules/vocab at its root. */
const char *path_standard_rules(struct arena *a)
{
	const char *root = parent(a, parent(a, program_folder(a)));
	const char *rules = root ? file_join(a, root, STR("rules")) : NULL;

	if (!rules || !file_is_folder(file_join(a, rules, STR("vocab"))))
		return DATADIR "/rules";
	return from_here(a, rules);
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
