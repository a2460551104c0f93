#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# What the documentation shows works as written.  In each page, in an empty
# folder of its own that holds links to the program and its examples:
#
#   ```yaml   with "# PATH" as its first line is written to PATH
#   ```sh     each line is run and must end with the N of its "# exit N"
#             (0 when it has none); make and sudo are left out
#   ```text   with "$ COMMAND" as its first line: every line after it
#             stands in the command's output, in that order
#
# and every link to a file of this tree leads somewhere.
# usage: readme.sh PROGRAM PAGE.md…   (from the root of the tree)
set -eu
prog=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
[ -x "$prog" ] || { echo "readme: $1 is not a program" >&2; exit 2; }
shift
[ $# -gt 0 ] || { echo "readme: no page given" >&2; exit 2; }
root=$(pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset LISKOLL_RULES CLICOLOR_FORCE
PATH=$tmp/here/build/release:$PATH
bad=0

fail() {
	echo "$page: $1" >&2
	bad=1
}

# Blocks become files NNN.yaml, NNN.sh, NNN.text, in the order of the page.
cut_blocks() {
	awk -v out="$tmp/blocks" '
	/^```/ && open { open = 0; close(file); next }
	/^```/ {
		open = 1
		kind = substr($0, 4)
		file = kind ~ /^(yaml|sh|text)$/ ? \
			sprintf("%s/%03d.%s", out, ++n, kind) : "/dev/null"
		next
	}
	open { print > file }
	END { if (open) { print "a block is not closed"; exit 1 } }' "$1"
}

# Run in the page's folder; the status is that of "# exit N".
run() {
	case $1 in
	*"# exit "*) want=${1##*"# exit "} ;;
	*) want=0 ;;
	esac
	got=0
	(cd "$tmp/here" && sh -c "$1") >"$tmp/stdout" 2>"$tmp/stderr" </dev/null || got=$?
	ran=$((ran + 1))
	[ "$got" = "$want" ] && return
	fail "\"$1\" ended with $got"
	tail -n 5 "$tmp/stderr" >&2
}

run_lines() {
	while IFS= read -r line; do
		case $line in
		'' | '#'* | make | make\ * | [A-Z]*=*\ make\ * | sudo\ *) ;;
		*) run "$line" ;;
		esac
	done <"$1"
}

write_example() {
	IFS= read -r line <"$1" || :
	path=${line#"# "}
	case $path in
	"$line" | /* | *..* | *' '*) return ;;
	esac
	mkdir -p "$tmp/here/$(dirname "$path")"
	cp "$1" "$tmp/here/$path"
}

compare() {
	IFS= read -r line <"$1" || :
	case $line in
	'$ '*) run "${line#"$ "}" ;;
	*) return ;;
	esac
	sed 1d "$1" | awk -v out="$tmp/stdout" '
	{
		while ((more = (getline got < out)) > 0 && got != $0)
			;
		if (more <= 0) {
			print
			exit 1
		}
	}' >"$tmp/lost" || fail "the output has no line \"$(cat "$tmp/lost")\" there"
}

check_links() {
	grep -o '](\([^):#]*\))' "$1" | sed 's/^](//; s/)$//' | LC_ALL=C sort -u >"$tmp/links" || :
	while IFS= read -r link; do
		[ -e "$(dirname "$1")/$link" ] || fail "the link $link leads nowhere"
	done <"$tmp/links"
}

ran=0
for page; do
	rm -rf "$tmp/blocks" "$tmp/here"
	mkdir -p "$tmp/blocks" "$tmp/here/build/release"
	ln -s "$prog" "$tmp/here/build/release/liskoll"
	ln -s "$root/fixtures" "$root/rules" "$root/docs" "$tmp/here"
	cut_blocks "$page" || fail "cut off"
	for b in "$tmp"/blocks/*; do
		case $b in
		*.yaml) write_example "$b" ;;
		*.sh) run_lines "$b" ;;
		*.text) compare "$b" ;;
		esac
	done
	check_links "$page"
done
[ "$ran" -gt 0 ] || { echo "readme: no command found" >&2; exit 1; }
[ $bad -ne 0 ] || echo "readme: $ran commands work as written"
exit $bad
