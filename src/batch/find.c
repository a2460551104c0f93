/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/file.h"
#include "batch/batch.h"
#include "intake/decisions.h"
#include "intake/intake.h"

static void add_item(struct arena *a, struct diags *d, struct batch *b,
		     const char *folder)
{
	const char *real = file_real(a, folder);

	for (size_t i = 0; i < b->count; i++) {
		if (strcmp(b->items[i].real, real) != 0)
			continue;
		diag_add(d, DIAG_DUPLICATE_MUNICIPALITY, (struct place){ 0 },
			 ARGS(str_of(folder)));
		b->incomplete = true;
		return;
	}
	if ((b->count & (b->count - 1)) == 0) {
		size_t room = b->count ? 2 * b->count : 1;
		struct batch_item *more = arena_array(a, struct batch_item, room);

		if (b->count)
			memcpy(more, b->items, b->count * sizeof(*more));
		b->items = more;
	}
	b->items[b->count++] = (struct batch_item){ .folder = folder,
						    .real = real };
}

static bool has_inventory(struct arena *a, const char *folder)
{
	return file_exists(file_join(a, folder, STR(INVENTORY_FILE)));
}

/* The path without slashes at its end, so that equal folders are equal. */
static const char *tidy(struct arena *a, const char *path)
{
	struct str s = str_of(path);

	while (s.len > 1 && s.ptr[s.len - 1] == '/')
		s.len--;
	return arena_copy(a, s.ptr, s.len);
}

const char *batch_folder(struct arena *a, const char *path)
{
	static const struct str names[] = {
		STR_ROW("/" INVENTORY_FILE),
		STR_ROW("/" WAIVERS_FILE),
		STR_ROW("/" JUDGEMENTS_FILE),
	};
	struct str s = str_of(path);

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (str_eq(s, str_slice(names[i], 1, names[i].len)))
			return ".";
		if (str_ends(s, names[i]))
			return arena_copy(a, s.ptr, s.len - names[i].len);
	}
	return path;
}

static size_t add_subfolders(struct arena *a, struct diags *d, struct batch *b,
			     const char *folder, bool report)
{
	size_t count = 0, found = 0;
	const struct str *names = file_list(a, folder, &count);

	for (size_t i = 0; i < count; i++) {
		const char *child = file_join(a, folder, names[i]);

		if (!file_is_folder(child))
			continue;
		if (has_inventory(a, child)) {
			found++;
			if (report)
				add_item(a, d, b, child);
		} else if (report) {
			diag_add(d, DIAG_FOLDER_SKIPPED, (struct place){ 0 },
				 ARGS(str_of(child)));
			b->incomplete = true;
		}
	}
	return found;
}

static void add_path(struct arena *a, struct diags *d, struct batch *b,
		     const char *path)
{
	const char *folder = tidy(a, batch_folder(a, path));
	size_t count;

	if (!file_exists(folder)) {
		diag_add(d, DIAG_FILE_MISSING, (struct place){ 0 },
			 ARGS(str_of(folder)));
		b->incomplete = true;
	} else if (has_inventory(a, folder)) {
		add_item(a, d, b, folder);
	} else if (add_subfolders(a, d, b, folder, false)) {
		add_subfolders(a, d, b, folder, true);
	} else if (file_is_folder(folder) && !file_list(a, folder, &count)) {
		static const char *const why = DIAG_WORD("no access");

		diag_add(d, DIAG_FILE_UNREADABLE, (struct place){ 0 },
			 ARGS(str_of(folder), str_of(why)));
		b->incomplete = true;
	} else {
		diag_add(d, DIAG_NO_INVENTORY, (struct place){ 0 },
			 ARGS(str_of(folder)));
		b->incomplete = true;
	}
}

void batch_find(struct arena *a, struct diags *d, const char *const *paths,
		size_t count, struct batch *ret_batch)
{
	*ret_batch = (struct batch){ 0 };
	for (size_t i = 0; i < count; i++)
		add_path(a, d, ret_batch, paths[i]);
}
