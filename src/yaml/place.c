/* SPDX-License-Identifier: EUPL-1.2 */
#include "diag/place.h"
#include "base/utf8.h"
#include "yaml/node.h"

/* Past a quote, or past the header line of a block scalar. */
static struct place skip_indicator(struct str source, struct place at)
{
	size_t i = place_byte(source, at);
	char c = ' ';

	if (i < source.len)
		c = source.ptr[i];
	if (c == '"' || c == '\'') {
		at.col++;
	} else if (c == '|' || c == '>') {
		at.line++;
		at.col = 1;
	}
	return at;
}

/* In single quotes a quote is written as two. */
static size_t doubled(struct str source, struct place at, struct str text,
		      size_t offset)
{
	size_t i = place_byte(source, at), n = 0;

	if (i >= source.len || source.ptr[i] != '\'')
		return 0;
	for (size_t k = 0; k < offset && k < text.len; k++)
		n += text.ptr[k] == '\'';
	return n;
}

/* Behind the letter at a place, and behind its combining marks. */
static struct place behind(struct str source, struct place at)
{
	size_t i = place_byte(source, at), n;

	i += utf8_sequence(str_slice(source, i, source.len));
	for (at.col++;; at.col++, i += n) {
		n = utf8_sequence(str_slice(source, i, source.len));
		if (n < 2 || utf8_width(str_slice(source, i, i + n)))
			return at;
	}
}

struct place node_place_within(struct str source, struct place at,
			       struct str text, size_t offset)
{
	struct place start = skip_indicator(source, at);
	size_t letters = place_letters(text, offset) +
			 doubled(source, at, text, offset);

	/* What comes next in the file is no part of the text. */
	if (letters &&
	    place_letters(text, offset) == place_letters(text, text.len))
		return behind(source, place_advance(source, start, letters - 1));
	return place_advance(source, start, letters);
}
