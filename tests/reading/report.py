# SPDX-License-Identifier: EUPL-1.2
"""How well liskoll reads the labelled sentences: make reading-report."""
import argparse
import collections
import re
import sys

import rows

NEGATIVE = re.compile(r"\b(inte|ej|aldrig|ingen|inget|inga|saknas|saknar|"
                      r"avsaknad\w*|brist\w*|bör|planera\w*)\b", re.I)
PART = re.compile(r"\b(delvis|vissa|påbörja\w*|pågår|muntlig\w*|utkast\w*|"
                  r"till viss del|i huvudsak)\b", re.I)
NOTHING = re.compile(r"\b(ska|skall|måste)\b|\?$", re.I)
TARGET = re.compile(r"^(\w*(rutin|plan|policy|process|riktlinje|kontroll|gransk|"
                    r"test|utbild|avtal|logg|dokument|beslut|klass|analys|"
                    r"följ|ansvar|skydd|backup|kopi)\w*|finns|görs|sker|har|är)$",
                    re.I)


def keywords(text):
    """A search for words, wherever in the text."""
    if NEGATIVE.search(text):
        return "gap"
    if PART.search(text):
        return "partial"
    return "none" if NOTHING.search(text) else "met"


def window(text):
    """The same, but a negation counts only within five words of its target."""
    words = re.findall(r"\w+", text)
    targets = [i for i, w in enumerate(words) if TARGET.match(w)]
    near = [w for i, w in enumerate(words)
            if any(abs(i - t) <= 5 for t in targets)]
    return keywords(" ".join(near) + ("?" if text.endswith("?") else ""))


def share(pairs):
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 1.0


def matrix(pairs):
    count = collections.Counter(pairs)
    print("| right \\ read | " + " | ".join(rows.VERDICTS) + " |")
    print("|---|" + "--:|" * len(rows.VERDICTS))
    for want in rows.VERDICTS:
        cells = (str(count[(want, got)]) for got in rows.VERDICTS)
        print(f"| {want} | " + " | ".join(cells) + " |")


def print_classes(table, got, quiet):
    """The table of classes; returns the held-back share, and the worst."""
    lines = ["| class | rows | seen | held back | keywords | five-word window |",
             "|---|--:|--:|--:|--:|--:|"]
    worst = 1.0
    for cls in sorted({r.cls for r in table}, key=int) + ["all"]:
        of = [r for r in table if cls in ("all", r.cls)]
        held = [r for r in of if r.held]
        seen = [r for r in of if not r.held]
        figures = [share([(r.verdict, got[r.id]) for r in seen]),
                   share([(r.verdict, got[r.id]) for r in held]),
                   share([(r.verdict, keywords(r.text)) for r in held]),
                   share([(r.verdict, window(r.text)) for r in held])]
        if cls != "all":
            worst = min(worst, figures[1])
        lines.append(f"| {cls} | {len(of)} | " +
                     " | ".join(f"{100 * f:.1f} %" for f in figures) + " |")
    if not quiet:
        print("\n".join(lines))
    return figures[1], worst


def confusions(table, got, held):
    """Every class's matrix in one line: what is right, what it is read as."""
    pairs = [(w, g) for w in rows.VERDICTS for g in rows.VERDICTS]
    print("| class | " + " | ".join(
        w if w == g else f"{w} → {g}" for w, g in pairs) + " |")
    print("|---|" + "--:|" * len(pairs))
    for cls in sorted({r.cls for r in table}, key=int):
        count = collections.Counter((r.verdict, got[r.id]) for r in table
                                    if r.cls == cls and r.held == held)
        print(f"| {cls} | " + " | ".join(str(count[p]) for p in pairs) + " |")


def print_matrices(table, got, found):
    for name, held in (("Seen", False), ("Held back", True)):
        print(f"\n{name}:\n")
        matrix([(r.verdict, got[r.id]) for r in table if r.held == held])
        print()
        confusions(table, got, held)
    with_area = [r for r in table if r.area != "-"]
    hit = sum(any(o["area"] == r.area for o in found[r.id]) for r in with_area)
    print(f"\nThe row's area is among those found: "
          f"{100 * hit / len(with_area):.1f} % of {len(with_area)} rows")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--min-held", type=float, default=0)
    parser.add_argument("--min-class", type=float, default=0)
    parser.add_argument("--quiet", action="store_true",
                        help="only the last line")
    parser.add_argument("--wrong", action="store_true",
                        help="list the wrong rows that are not held back")
    args = parser.parse_args()

    table = rows.load()
    found = rows.read(args.program, [(r.id, r.text) for r in table])
    got = {r.id: rows.verdict(found[r.id], r.area) for r in table}
    overall, worst = print_classes(table, got, args.quiet)
    if not args.quiet:
        print_matrices(table, got, found)
    if args.wrong:
        for r in table:
            if not r.held and got[r.id] != r.verdict:
                print(f"{r.id}: class {r.cls}: want {r.verdict}, "
                      f"got {got[r.id]}: {r.text}")
    ok = overall >= args.min_held and worst >= args.min_class
    print(f"held back {100 * overall:.1f} %, worst class {100 * worst:.1f} %: "
          + ("holds" if ok else "too low"))
    sys.exit(not ok)


if __name__ == "__main__":
    main()
