#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# 1. A file includes headers of its own folder and of lower floors only.
# 2. A library's header is included by the folder that wraps it only.
# 3. Only cmd/ and main.c print or end the program.
# usage: floors.sh SRC
set -eu
cd "$1"
export LC_ALL=C
floor() {
	case $1 in
	base) echo 0 ;;
	diag) echo 1 ;;
	yaml|json|pattern|model) echo 2 ;;
	rules|read|saved) echo 3 ;;
	intake|match) echo 4 ;;
	assess) echo 5 ;;
	compare|ruletest|render) echo 6 ;;
	batch) echo 7 ;;
	cmd) echo 8 ;;
	.) echo 9 ;;
	*) echo "floors: folder '$1' has no floor" >&2; exit 2 ;;
	esac
}
owner() {
	case $1 in
	yaml.h) echo yaml ;;
	pcre2*.h) echo pattern ;;
	jansson.h) echo json ;;
	utf8proc.h|nettle/*|libintl.h|locale.h) echo base ;;
	pthread.h|threads.h|semaphore.h) echo batch ;;
	getopt.h) echo cmd ;;
	*) echo any ;;
	esac
}
bad=0
files=$(find . -name '*.[ch]' -o -name '*.def' | sort)
[ -n "$files" ] || { echo "floors: no files in $1"; exit 1; }

# Lines: FILE own|library HEADER.  One sed for all files, since it is quick.
# shellcheck disable=SC2086 # our file names hold no spaces
includes=$(for f in $files; do
	sed -n -e "s|^#[[:space:]]*include[[:space:]]*\"\([^\"]*\)\".*|$f own \1|p" \
		-e "s|^#[[:space:]]*include[[:space:]]*<\([^>]*\)>.*|$f library \1|p" "$f"
done)
while read -r f kind inc; do
	[ -n "$f" ] || continue
	from=$(dirname "${f#./}")
	if [ "$kind" = own ]; then
		to=$(dirname "$inc")
		[ "$to" = "$from" ] && continue
		# Two statements, so that an unknown folder ends the script.
		there=$(floor "$to")
		here=$(floor "$from")
		if [ "$there" -ge "$here" ]; then
			echo "src/${f#./}: includes \"$inc\", which is not on a lower floor"
			bad=1
		fi
	else
		who=$(owner "$inc")
		[ "$who" = any ] || [ "$who" = "$from" ] || {
			echo "src/${f#./}: <$inc> belongs to $who"
			bad=1
		}
	fi
done <<END
$includes
END

# arena.c and pattern.c end the program when there is no memory.  Strings,
# comments and attributes do not count.
calls='v?f?printf|f?puts|f?putc|putchar|perror|_?exit|quick_exit|abort'
for f in $files; do
	case $f in
	./main.c|./cmd/*|./base/arena.c|./pattern/pattern.c) continue ;;
	esac
	found=$(sed -e 's/\\.//g' -e 's/"[^"]*"//g' -e 's|/\*.*\*/||g' \
		-e 's|^[[:space:]]*/*\*.*||' -e 's/.*__attribute__.*//' "$f" |
		grep -nE "(^|[^A-Za-z0-9_])(($calls)[[:space:]]*\\(|(stdout|stderr)([^A-Za-z0-9_]|\$))" || :)
	[ -z "$found" ] || {
		echo "src/${f#./}: only cmd/ prints or ends the program:"
		echo "$found"
		bad=1
	}
done
exit $bad
