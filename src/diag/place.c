/* SPDX-License-Identifier: EUPL-1.2 */
#include "diag/place.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

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

size_t place_letters_between(struct str text, size_t from, size_t offset)
{
	size_t n = 0;

	for (size_t i = from; i < offset && i < text.len; i++)
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

/* The byte that ends the line of byte i; the length where none does. */
static size_t line_end(struct str s, size_t i)
{
	const char *lf = memchr(s.ptr + i, '\n', s.len - i);
	size_t end = lf ? (size_t)(lf - s.ptr) : s.len;
	const char *cr = memchr(s.ptr + i, '\r', end - i);

	/* Only a CR right before the LF ends nothing by itself. */
	if (cr && (size_t)(cr - s.ptr) + 1 != end)
		return (size_t)(cr - s.ptr);
	return cr && !lf ? end - 1 : end;
}

size_t place_byte(struct str source, struct place at)
{
	/* A byte order mark is no column. */
	size_t i = str_starts(source, STR("\xef\xbb\xbf")) ? 3 : 0;
	uint32_t line = 1, col = 1;

	for (; i < source.len && line < at.line; line++)
		i = line_end(source, i) + 1;
	i = i < source.len ? i : source.len;
	while (i < source.len && col < at.col && !ends_line(source, i)) {
		i++;
		while (i < source.len && utf8_is_tail(source.ptr[i]))
			i++;
		col++;
	}
	return i;
}

void place_walk(struct place_walk *w, size_t letters)
{
	struct str s = w->source;

	while (w->byte < s.len && (letters || !begins_letter(s, w->byte))) {
		letters -= begins_letter(s, w->byte);
		if (ends_line(s, w->byte)) {
			w->at.line++;
			w->at.col = 1;
		} else if (!utf8_is_tail(s.ptr[w->byte])) {
			w->at.col++;
		}
		w->byte++;
	}
	/* Past the middle bytes of the letter before. */
	while (w->byte < s.len && utf8_is_tail(s.ptr[w->byte]))
		w->byte++;
}

struct place place_advance(struct str source, struct place at, size_t letters)
{
	struct place_walk w = { source, place_byte(source, at), at };

	place_walk(&w, letters);
	return w.at;
}

size_t place_letters(struct str text, size_t offset)
{
	return place_letters_between(text, 0, offset);
}

struct place place_of_byte(struct str file, struct str text, size_t at)
{
	struct place p = { file, 1, 1 };
	size_t start = 0;

	for (size_t i = 0; i < at; i++) {
		if (text.ptr[i] != '\n')
			continue;
		p.line++;
		start = i + 1;
	}
	p.col = (uint32_t)utf8_count(str_slice(text, start, at)) + 1;
	return p;
}

bool diag_check_utf8(struct diags *d, struct str file, struct str text)
{
	size_t at = utf8_check(text);
	char byte[8];
	int n;

	if (at == text.len)
		return true;
	n = snprintf(byte, sizeof(byte), "0x%02x",
		     (unsigned)(unsigned char)text.ptr[at]);
	diag_add(d, DIAG_NOT_UTF8, place_of_byte(file, text, at),
		 ARGS({ byte, (size_t)n }));
	return false;
}
