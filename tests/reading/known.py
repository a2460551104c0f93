#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Write the list of ordinary words that the reader would take for damaged
forms of words of the vocabulary: the words of a dictionary, given to the
program MEND, and of those that it mends, stems where several begin alike.

    known.py MEND VOCAB-FOLDER [WORDS]

WORDS: a file with one word a line; else the Swedish dictionary of hunspell,
unfolded by unmunch (Debian: hunspell-sv and hunspell-tools)."""

import collections
import pathlib
import subprocess
import sys
import tempfile
import textwrap

DICTIONARY = pathlib.Path("/usr/share/hunspell/sv_SE.dic")
NAME = "sv-known.yaml"
FORBIDDEN = "%"  # its mark of words that are misspelt
SHORTEST = 6  # letters of a stem
HEAD = """\
# SPDX-License-Identifier: EUPL-1.2
# Ordinary words that are one letter from a word of the vocabulary, so that
# they are never mended into it.  Written by "make known" from the Swedish
# dictionary of hunspell; do it again when the vocabulary has grown.
vocab: 1
lists:
  known:
"""


def dictionary(path):
    if path:
        return path.read_text(encoding="utf-8").split("\n")
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as allowed:
        for line in DICTIONARY.read_text(encoding="utf-8").splitlines(True):
            if FORBIDDEN not in line.partition("/")[2]:
                allowed.write(line)
        allowed.flush()
        unfolded = subprocess.run(
            ["unmunch", allowed.name, DICTIONARY.with_suffix(".aff")],
            capture_output=True, check=True).stdout
    text = unfolded.decode("utf-8", "ignore")
    return sorted({w for w in text.split("\n") if w.isalpha() and w.islower()})


def mended(program, folder, words):
    out = subprocess.run([program, folder], input="\n".join(words), text=True,
                         capture_output=True, check=True).stdout
    return dict(line.split("\t") for line in out.splitlines())


def difference(a, b):
    """The letter where two words part."""
    return next((i for i, (x, y) in enumerate(zip(a, b)) if x != y),
                min(len(a), len(b)))


def beginnings(word, edit):
    for n in range(max(edit + 1, SHORTEST), len(word)):
        yield word[:n]


def stems(pairs, words):
    """Beginnings that reach beyond the edit and that several words share."""
    count = collections.Counter(
        b for w, m in pairs.items() for b in beginnings(w + " ", difference(w, m)))
    found = set()
    for word, meant in sorted(pairs.items()):
        shared = [b for b in beginnings(word, difference(word, meant))
                  if b in found or count[b] >= 6 or (count[b] >= 3 and b in words)]
        found.update(shared[:1])
    return {s for s in found
            if not any(s[:n] in found for n in range(SHORTEST, len(s)))}


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    target = folder / NAME
    words = dictionary(pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None)
    target.unlink(missing_ok=True)
    pairs = mended(program, folder, words)
    short = stems(pairs, set(words))
    rest = [w for w in pairs
            if not any(w[:n] in short for n in range(SHORTEST, len(w) + 1))]
    entries = sorted([s + "*" for s in short] + rest)
    lines = textwrap.fill(", ".join(entries), 100, initial_indent="    [",
                          subsequent_indent="     ", break_on_hyphens=False)
    target.write_text(HEAD + lines + "]\n", encoding="utf-8")
    print(f"{len(words)} words, {len(pairs)} would be mended: "
          f"{len(entries)} entries in {target}")


if __name__ == "__main__":
    main()
