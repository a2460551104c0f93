#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Every source, rule and script names its licence in its first five lines.
# Test material, which must stay as it is, is covered by REUSE.toml.
set -eu
find . \( -path ./build -o -path ./.git -o -path ./fixtures -o -path ./debian \
	-o -path ./tests/cases -o -path ./tests/fuzz/corpus \) -prune -o \
	-type f \( -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.py' \
	-o -name '*.yaml' -o -name '*.yml' -o -name '*.po' -o -name Makefile \
	-o -name .editorconfig -o -path './.ci/*' \) -print |
	LC_ALL=C sort | xargs awk '
	FNR == 1 { if (file && !ok) miss(file); file = FILENAME; ok = 0 }
	FNR <= 5 && /SPDX-License-Identifier: EUPL-1\.2( |$)/ { ok = 1 }
	function miss(f) { print f ": no SPDX-License-Identifier: EUPL-1.2"; bad = 1 }
	END { if (file && !ok) miss(file); exit bad || !file }'
# An empty file has no first line and would go unseen.
test -s REUSE.toml && test -s LICENSES/EUPL-1.2.txt
