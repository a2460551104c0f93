/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/wrap.h"

#include "base/buf.h"
#include "base/utf8.h"

static size_t clamp(const struct wrap *w, size_t indent)
{
	return indent < w->width / 2 ? indent : w->width / 2;
}

static void begin_line(struct wrap *w, size_t indent)
{
	w->col = clamp(w, indent);
	w->begun = true;
	buf_pad(w->out, ' ', w->col);
}

static void break_line(struct wrap *w)
{
	buf_putc(w->out, '\n');
	begin_line(w, w->indent + w->hang);
}

/* Bytes of s that fill at most `room` columns, but at least one letter. */
static size_t fit(struct str s, size_t room)
{
	size_t at = 0, used = 0;

	while (at < s.len) {
		size_t n = utf8_sequence(str_slice(s, at, s.len));
		size_t width;

		n = n ? n : 1;
		width = utf8_width(str_slice(s, at, at + n));
		if (at && used + width > room)
			break;
		used += width;
		at += n;
	}
	return at;
}

static void put_word(struct wrap *w, struct str word)
{
	size_t need = utf8_width(word);

	if (!word.len)
		return;
	if (!w->begun) {
		begin_line(w, w->indent);
	} else if (w->col + 1 + need > w->width) {
		break_line(w);
	} else {
		buf_putc(w->out, ' ');
		w->col++;
	}
	while (need > w->width - w->col) {
		size_t n = fit(word, w->width - w->col);

		buf_put(w->out, str_slice(word, 0, n));
		word = str_slice(word, n, word.len);
		need = utf8_width(word);
		if (word.len)
			break_line(w);
	}
	buf_put(w->out, word);
	w->col += need;
}

void wrap_text(struct wrap *w, struct str text)
{
	struct str word;

	while (str_cut(&text, ' ', &word))
		put_word(w, word);
}

void wrap_solid(struct wrap *w, struct str word)
{
	size_t room = w->width - clamp(w, w->indent + w->hang);

	word = str_trim(word);
	/* One that fits on no line is better broken at its spaces. */
	if (utf8_width(word) > room)
		wrap_text(w, word);
	else
		put_word(w, word);
}

void wrap_mark(struct wrap *w, const char *code)
{
	buf_puts(w->out, code);
}

void wrap_end(struct wrap *w)
{
	if (w->begun)
		buf_putc(w->out, '\n');
	w->begun = false;
	w->col = 0;
}
