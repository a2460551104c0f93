#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Liskoll's verdicts against the auditors', point by point.

usage: audits.py [--update] PROGRAM [FOLDER]

For every folder under fixtures/audits, expected.csv says what the auditors
concluded, and where they say so how soon it should be mended.  A point may
differ only where docs/audits.md lists its id under "Deviations", and what is
listed there must differ.  The last column of its
tables is what liskoll says; --update writes it.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys


def listed_deviations(page):
    text = page.read_text(encoding="utf-8").partition("\n## Deviations")[2]
    text = text.partition("\n## ")[0]
    return set(re.findall(r"^[-*|] *`?([A-Z]{3}-[A-Z]+-[A-Z0-9-]+)`?", text, re.M))


def assess(program, folder):
    done = subprocess.run(
        [program, "check", "-o", "json", "--fail-on", "never", str(folder)],
        capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{folder}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def verdict_of(assessment, row):
    """The verdict that stands for a point, or why there is none."""
    for result in assessment["results"]:
        if result["rule"] != row["rule"]:
            continue
        if (result["subject"] or "") != row["subject"]:
            continue
        if not row["label"]:
            return result["verdict"]
        for part in result["parts"]:
            if part["label"] == row["label"]:
                return part["verdict"]
        return "no such part"
    return "no such result"


def priority_of(assessment, row):
    """How soon the point should be mended: of the rule, or of its part."""
    for result in assessment["results"]:
        if (result["rule"], result["subject"] or "") != (row["rule"], row["subject"]):
            continue
        for part in result["parts"]:
            if part["label"] == row["label"]:
                return part["priority"]
        return result["priority"]
    return None


def filled(text, verdicts):
    """The page with what liskoll says in the last column of its tables."""
    def row(match):
        return f"{match[1]} {verdicts.get(match[2], '')} |"
    return re.sub(r"^(\| ([A-Z]{3}-[A-Z0-9-]+) \|(?:[^|\n]*\|){4})[^|\n]*\|$", row, text, flags=re.M)


def main():
    update = sys.argv[1:2] == ["--update"]
    program, *rest = sys.argv[1 + update:]
    top = pathlib.Path(rest[0] if rest else ".")
    page = top / "docs" / "audits.md"
    allowed = listed_deviations(page)
    points, differs, bad, verdicts = 0, set(), 0, {}
    for expected in sorted((top / "fixtures" / "audits").glob("*/expected.csv")):
        assessment = assess(program, expected.parent)
        with expected.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                points += 1
                got = verdict_of(assessment, row)
                verdicts[row["truth_id"]] = got
                soon = row.get("priority")
                if soon and priority_of(assessment, row) != soon:
                    bad += 1
                    print(f"{row['truth_id']}: auditors: {soon} term,"
                          f" liskoll: {priority_of(assessment, row)}")
                if got == row["verdict"]:
                    continue
                differs.add(row["truth_id"])
                if row["truth_id"] in allowed:
                    continue
                bad += 1
                print(f"{row['truth_id']}: auditors {row['verdict']}, liskoll {got}"
                      f" ({row['rule']} {row['subject'] or '-'} {row['label'] or '-'})")
    for point in sorted(allowed - differs):
        bad += 1
        print(f"{point}: docs/audits.md lists a deviation, but there is none")
    text = page.read_text(encoding="utf-8")
    if update:
        page.write_text(filled(text, verdicts), encoding="utf-8")
    elif filled(text, verdicts) != text:
        bad += 1
        print("docs/audits.md: its tables are old; run this with --update")
    print(f"{points} points, {points - len(differs)} as the auditors,"
          f" {len(differs & allowed)} listed deviations")
    return 1 if bad or not points else 0


sys.exit(main())
