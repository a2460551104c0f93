#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What auditors were told or given and did not hold against anybody.

usage: quiet.py PROGRAM [FOLDER]

For each row of fixtures/audits/quiet.csv the audit is assessed with the
statement or document and without it.  A source that must be no `finding`
may not turn anything into partial or gap; one that must be no `evidence`
may not make any of the auditors' points met.  A source is an id, or the
title of a document.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def assess(program, folder):
    done = subprocess.run(
        [program, "check", "-o", "json", "--fail-on", "never", str(folder)],
        capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{folder}: exit {done.returncode}\n{done.stderr}")
    return {(r["rule"], r["subject"] or "", p["label"]): p["verdict"]
            for r in json.loads(done.stdout)["results"] for p in r["parts"]
            if not p["summary"]}


def without(text, source):
    """The inventory without one entry of its lists, or None."""
    entries = re.split(r"(?m)^(?=  - id: )", text)
    for i, entry in enumerate(entries):
        if (entry.startswith(f"  - id: {source}\n")
                or f'\n    title: "{source}"\n' in entry):
            rest = re.search(r"(?m)^(?=\S)", entry)
            entries[i] = entry[rest.start():] if rest else ""
            return "".join(entries)
    return None


def points_of(folder):
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        return {(r["rule"], r["subject"], r["label"]) for r in csv.DictReader(file)}


def breaches(row, before, after, points):
    for part, verdict in before.items():
        was = after.get(part, "none")
        if (row["never"] == "finding" and verdict in ("partial", "gap")
                and was not in ("partial", "gap", "na-unproven")):
            yield part, verdict, was
        if (row["never"] == "evidence" and part in points
                and verdict == "met" and was != "met"):
            yield part, verdict, was


def main():
    program, *rest = sys.argv[1:]
    audits = pathlib.Path(rest[0] if rest else ".") / "fixtures" / "audits"
    whole, bad, rows = {}, 0, 0
    with (audits / "quiet.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    for row in table:
        folder = audits / row["folder"]
        if row["folder"] not in whole:
            whole[row["folder"]] = assess(program, folder)
        less = without((folder / "inventory.yaml").read_text(encoding="utf-8"), row["source"])
        if less is None:
            sys.exit(f"quiet.csv: {row['folder']} has no {row['source']}")
        with tempfile.TemporaryDirectory() as tmp:
            copy = pathlib.Path(tmp) / row["folder"]
            copy.mkdir()
            less = re.sub(r"(?m)^(    (source|replaces): .*)$",
                          lambda m: "" if m[1].endswith(f": {row['source']}") else m[1], less)
            (copy / "inventory.yaml").write_text(less, encoding="utf-8")
            after = assess(program, copy)
        rows += 1
        for part, verdict, was in breaches(row, whole[row["folder"]], after, points_of(folder)):
            bad += 1
            print(f"{row['folder']}: {row['source']} ({row['why']}) makes"
                  f" {' '.join(filter(None, part))} {verdict}, else {was}")
    print(f"{rows} sources that must trigger nothing, {bad} breaches")
    return 1 if bad or not rows else 0


sys.exit(main())
