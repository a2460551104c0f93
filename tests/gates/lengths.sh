#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# No function over MAXFN lines, no file over MAXFILE lines.
# usage: lengths.sh MAXFN MAXFILE
set -eu
bad=0
find src tests -name '*.c' | LC_ALL=C sort >"${TMPDIR:-/tmp}/lengths.$$"
trap 'rm -f "${TMPDIR:-/tmp}/lengths.$$"' EXIT
ctags -x --c-kinds=f --_xformat='%{end} %n %N %F' -L "${TMPDIR:-/tmp}/lengths.$$" |
	awk -v max="$1" '
	{ n = $1 - $2 + 1; seen++ }
	n > max { print $4 ":" $2 ": " $3 " is " n " lines, limit " max; bad = 1 }
	END { if (!seen) print "lengths: ctags found no function"; exit bad || !seen }' || bad=1
find src tests -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort | xargs wc -l |
	awk -v max="$2" '$2 != "total" && $1 > max {
		print $2 ": " $1 " lines, limit " max; bad = 1 } END { exit bad }' || bad=1
exit $bad
