/* SPDX-License-Identifier: EUPL-1.2 */
#include "diag/place.h"

#include <stdbool.h>

#include "base/utf8.h"

/*
 * A byte that begins a letter: no space, no middle of a UTF-8 sequence, no
 * combining mark (U+0300 to U+036F, which are CC 80 to CD AF).
 */
static bool begins_letter(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.ptr[i];

	if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
		return false;
	if (utf8_is_tail(s.ptr[i]) || c == 0xcc)
		return false;
	return !(c == 0xcd && i + 1 < s.len && (unsigned char)s.ptr[i + 1] < 0xb0);
}

size_t place_letters(struct str text, size_t offset)
{
	size_t n = 0;

	for (size_t i = 0; i < offset && i < text.len; i++)
		n += begins_letter(text, i);
	return n;
}

/* The end of a line: LF, CR LF at its LF, or a CR by itself. */
static bool ends_line(struct str s, size_t i)
{
	if (s.ptr[i] == '\r')
		return i + 1 == s.len || s.ptr[i + 1] != '\n';
	return s.ptr[i] == '\n';
}

size_t place_byte(struct str source, struct place at)
{
	/* A byte order mark is no column. */
	size_t i = str_starts(source, STR("\xef\xbb\xbf")) ? 3 : 0;
	uint32_t line = 1, col = 1;

	for (; i < source.len && line < at.line; i++)
		line += ends_line(source, i);
	while (i < source.len && col < at.col && !ends_line(source, i)) {
		i++;
		while (i < source.len && utf8_is_tail(source.ptr[i]))
			i++;
		col++;
	}
	return i;
}

struct place place_advance(struct str source, struct place at, size_t letters)
{
	size_t i = place_byte(source, at);

	while (i < source.len && (letters || !begins_letter(source, i))) {
		letters -= begins_letter(source, i);
		if (ends_line(source, i)) {
			at.line++;
			at.col = 1;
		} else if (!utf8_is_tail(source.ptr[i])) {
			at.col++;
		}
		i++;
	}
	/* Past the middle bytes of the letter before. */
	while (i < source.len && utf8_is_tail(source.ptr[i]))
		i++;
	return at;
}
