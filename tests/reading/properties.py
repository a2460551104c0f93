# SPDX-License-Identifier: EUPL-1.2
"""What must not change how a text is read, tried on every labelled sentence.

A change is reported with the row; some classes are left out where the
change is itself what the class is about (the layout of contents, capitals
of headings).
"""
import sys
import unicodedata

import rows


def is_running(text):
    """One paragraph of sentences, no table, no list."""
    return "\\n" not in text and text.endswith(".") and "|" not in text and \
        "  " not in text and "..." not in text and text[0].isupper()


def wrap(text):
    """Broken after every third space, as a narrow column would."""
    parts = text.split(" ")
    lines = [" ".join(parts[i:i + 3]) for i in range(0, len(parts), 3)]
    # A line that begins like a bullet or a number would be one.
    if any(l[:1] in "-–—•*§[(" or l[:1].isdigit() for l in lines[1:]):
        return text
    return "\\n".join(lines)


CHANGES = {
    "re-wrapped": wrap,
    "marks apart (NFD)": lambda t: unicodedata.normalize("NFD", t),
    "double spaces": lambda t: t.replace(" ", "  "),
    "capitals": str.upper,
    "another paragraph after it":
        lambda t: t + "\\n\\nSolen går upp i öster.",
    "another paragraph before it":
        lambda t: "Solen går upp i öster.\\n\\n" + t,
}


def said(objects):
    return sorted((o["topic"] or "", o["suggests"]) for o in objects
                  if "Solen" not in o["text"])


THINGS = ["Rutinen för incidenter", "Kontinuitetsplanen", "Behörighetsrutinen",
          "Registerförteckningen", "Krypteringsrutinen", "Ändringsprocessen",
          "Internkontrollplanen", "Säkerhetsinstruktionen"]
STATES = ["finns", "följs", "används", "är beslutad", "är dokumenterad",
          "är känd", "är testad", "tillämpas"]
OF_THEIR_OWN = [
    "Behörigheter granskas varje halvår.",
    "Säkerhetskopior tas inte.",
    "Incidenter rapporteras till ledningen.",
    "Personuppgiftsbiträdesavtal saknas.",
    "Serverrummet är låst.",
    "Loggarna följs delvis upp.",
    "Brandväggens regler ses över varje år.",
    "Bärbara datorer är inte krypterade.",
]


def negate(sentence):
    words = sentence.split(" ")
    at = next(i for i, w in enumerate(words)
              if w in {s.split(" ")[0] for s in STATES} | {f"{s}." for s in STATES})
    verb = words[at]
    words[at] = verb[:-1] + " inte." if verb.endswith(".") else verb + " inte"
    return " ".join(words)


def check_negation(program):
    """A proper negation changes what is said."""
    plain = [f"{t} {s}." for t in THINGS for s in STATES]
    found = rows.read(program, [(f"{i}{k}", t) for i, p in enumerate(plain)
                                for k, t in (("+", p), ("-", negate(p)))])
    wrong = [p for i, p in enumerate(plain)
             if [s for _, s in said(found[f"{i}+"])] ==
             [s for _, s in said(found[f"{i}-"])]]
    for p in wrong[:5]:
        print(f"negated: {p} reads as before")
    print(f"negated: {len(plain) - len(wrong)} of {len(plain)} changed")
    return len(plain), len(wrong)


def check_order(program):
    """Sentences on things of their own say the same in any order."""
    pairs = [(a, b) for a in OF_THEIR_OWN for b in OF_THEIR_OWN if a < b]
    found = rows.read(program, [(f"{i}{k}", t) for i, (a, b) in enumerate(pairs)
                                for k, t in (("1", f"{a} {b}"), ("2", f"{b} {a}"))])
    wrong = [p for i, p in enumerate(pairs)
             if said(found[f"{i}1"]) != said(found[f"{i}2"])]
    for p in wrong[:5]:
        print(f"in another order: {p}")
    print(f"in another order: {len(pairs) - len(wrong)} of {len(pairs)} the same")
    return len(pairs), len(wrong)


def main():
    program = sys.argv[1]
    table = [r for r in rows.load() if is_running(r.text) and r.cls != "15"]
    plain = rows.read(program, [(r.id, r.text) for r in table])
    failed = tried = 0
    for name, change in CHANGES.items():
        changed = rows.read(program, [(r.id, change(r.text)) for r in table])
        wrong = [r for r in table
                 if [s for _, s in said(plain[r.id])] !=
                 [s for _, s in said(changed[r.id])]]
        tried += len(table)
        failed += len(wrong)
        for r in wrong[:5]:
            print(f"{name}: {r.id}: {r.text}")
            print(f"  {said(plain[r.id])}\n  {said(changed[r.id])}")
        print(f"{name}: {len(table) - len(wrong)} of {len(table)} the same")
    for check in (check_negation, check_order):
        n, wrong = check(program)
        tried += n
        failed += wrong
    print(f"{tried - failed} passed, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
