#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Every sentence of the source has its Swedish in the catalogue, none of
# them fuzzy, with the same {1} {2} {3} in both.
# usage: po.sh POT PO
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0
msgfmt --check -o /dev/null "$2" || bad=1
msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$tmp/all.po" "$2" "$1"

# Entries are paragraphs; the one whose msgid is empty is the header.
entries() {
	msgattrib "$@" --no-wrap "$tmp/all.po" | awk -v RS= -v FS='\n' '
	/(^|\n)msgid ""\nmsgstr/ { next }
	{
		for (i = 1; i <= NF; i++)
			if ($i ~ /^(#~ )?(msgid )?"/ && $i !~ /msgid ""$/)
				print "  " $i
			else if ($i ~ /^(#~ )?msgstr/)
				break
	}'
}
for what in untranslated only-fuzzy; do
	entries --$what --no-obsolete >"$tmp/found"
	[ -s "$tmp/found" ] || continue
	echo "$2: $what:"
	cat "$tmp/found"
	bad=1
done
# A sentence that the source no longer has is only said.
entries --only-obsolete >"$tmp/found"
[ ! -s "$tmp/found" ] || { echo "$2: no longer in the source (no error):"; cat "$tmp/found"; }

msgattrib --translated --no-obsolete --no-wrap "$tmp/all.po" | grep -v '^#' |
	awk -v RS= -v po="$2" '
	function holes(s,  i, found) {
		for (i = 1; i <= 9; i++)
			if (index(s, "{" i "}"))
				found = found i
		return found
	}
	{
		at = index($0, "\nmsgstr")
		if (holes(substr($0, 1, at)) == holes(substr($0, at)))
			next
		print po ": not the same {1} {2} {3} in both:"
		print
		bad = 1
	}
	END { exit bad }' || bad=1
exit $bad
