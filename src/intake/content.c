/* SPDX-License-Identifier: EUPL-1.2 */
#include "intake/content.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"

static void set_unread(struct document *d, const char *why)
{
	d->state = CONTENT_UNREAD;
	d->unread_why = why;
}

static void use_inline(const struct inventory *v, struct document *d)
{
	d->state = CONTENT_READ;
	d->content = d->text.str;
	d->source = v->source;
	d->place = d->text.at;
	d->in_scalar = true;
	if (d->content.len > INLINE_MAX)
		set_unread(d, N_("the text is larger than 16 MiB"));
}

/* No absolute path and no "..": the folder is all there is. */
static bool is_inside(struct str path)
{
	struct str part;

	if (!path.len || path.ptr[0] == '/' || memchr(path.ptr, '\0', path.len))
		return false;
	while (str_cut(&path, '/', &part))
		if (str_eq(part, STR("..")))
			return false;
	return true;
}

/* What is no text: NUL bytes, or bytes that are not UTF-8. */
static bool is_text(struct str s)
{
	return utf8_check(s) == s.len && !(s.len && memchr(s.ptr, '\0', s.len));
}

/* Hexadecimal digits in either case. */
static bool is_same_hash(struct str found, struct str given)
{
	bool same = found.len == given.len;

	for (size_t i = 0; same && i < found.len; i++)
		same = found.ptr[i] == (given.ptr[i] >= 'A' && given.ptr[i] <= 'F'
						? given.ptr[i] | 0x20
						: given.ptr[i]);
	return same;
}

static bool is_right_file(const struct intake *in, const struct document *d,
			  struct str bytes)
{
	struct str found;

	if (!d->sha256.str.len)
		return true;
	found = hash_bytes(in->arena, bytes);
	if (is_same_hash(found, d->sha256.str))
		return true;
	diag_add(in->diags, DIAG_FILE_CHANGED, d->sha256.at,
		 ARGS(d->file.str, found));
	return false;
}

static const char *const unread_whys[FILE_RESULTS] = {
	[FILE_MISSING] = N_("the file is missing"),
	[FILE_DENIED] = N_("the file may not be read"),
	[FILE_NOT_REGULAR] = N_("it is no ordinary file"),
	[FILE_TOO_LARGE] = N_("the file is larger than 64 MiB"),
	[FILE_BROKEN] = N_("reading the file failed"),
};

/* A word of ours as an argument: with the mark of DIAG_WORD(). */
static struct str diag_word(const struct intake *in, const char *word)
{
	struct str s = str_of(word);
	char *marked = arena_alloc(in->arena, s.len + 2, 1, 1);

	marked[0] = '\x01';
	memcpy(marked + 1, s.ptr, s.len);
	return (struct str){ marked, s.len + 1 };
}

/* Scalars are in NFC; a name on disk may have its marks apart. */
static const char *path_of(const struct intake *in, const char *folder,
			   struct str file)
{
	struct str apart = utf8_nfd(in->arena, file);
	const char *path = file_join(in->arena, folder, file);
	const char *other = file_join(in->arena, folder, apart);

	return !file_exists(path) && file_exists(other) ? other : path;
}

static void use_file(const struct intake *in, const char *path,
		     struct document *d)
{
	struct str bytes = { 0 };
	enum file_result result = file_read(in->arena, path, DOCUMENT_MAX,
					    &bytes);

	if (result != FILE_OK) {
		set_unread(d, unread_whys[result]);
		diag_add(in->diags, DIAG_DOCUMENT_UNREAD, d->file.at,
			 ARGS(d->file.str, diag_word(in, unread_whys[result])));
		return;
	}
	if (!is_right_file(in, d, bytes))
		return;
	if (!is_text(bytes)) {
		set_unread(d, N_("it is not plain text in UTF-8"));
		diag_add(in->diags, DIAG_NOT_TEXT, d->file.at, ARGS(d->file.str));
		return;
	}
	d->state = CONTENT_READ;
	d->content = bytes;
	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		d->content = str_slice(bytes, 3, bytes.len);
	d->source = bytes;
	d->place = (struct place){ d->file.str, 1, 1 };
}

/* A symbolic link that points somewhere else. */
static bool leads_out(const char *folder, const char *path)
{
	return file_exists(path) && !file_is_within(folder, path);
}

const char *content_path(const struct intake *in, const char *folder,
			 struct text file)
{
	const char *path = NULL;

	if (is_inside(file.str))
		path = path_of(in, folder, file.str);
	if (path && !leads_out(folder, path))
		return path;
	diag_add(in->diags, DIAG_FILE_OUTSIDE, file.at, ARGS(file.str));
	return NULL;
}

void content_fetch(const struct intake *in, const char *folder,
		   const struct inventory *v, struct document *d)
{
	const char *path;

	if (d->text.str.len) {
		use_inline(v, d);
		return;
	}
	if (!d->file.str.len || !folder || d->received == CHOICE_NO)
		return;
	path = content_path(in, folder, d->file);
	if (path)
		use_file(in, path, d);
}
