#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Every message id is lower-case words with hyphens between them, and some
# golden case produces it.
# usage: diag_cases.sh DEF CASES
set -eu
bad=0
ids=$(sed -n 's/^D([A-Z0-9_]*, "\([^"]*\)".*/\1/p' "$1" | LC_ALL=C sort -u)
[ -n "$ids" ] || { echo "$1: no ids found"; exit 1; }
find "$2" -name '*.test' -exec cat {} + >"${TMPDIR:-/tmp}/diag_cases.$$"
trap 'rm -f "${TMPDIR:-/tmp}/diag_cases.$$"' EXIT
for id in $ids; do
	echo "$id" | grep -qE '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' || {
		echo "$1: \"$id\" is not lower-case words with hyphens"
		bad=1
	}
	grep -qF "[$id]" "${TMPDIR:-/tmp}/diag_cases.$$" || {
		echo "$2: no case produces [$id]"
		bad=1
	}
done
exit $bad
