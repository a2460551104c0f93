#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What became of each earlier point, liskoll against the auditors.

Where fixtures also hold the earlier audit, the comparison is made from the two
folders, from two saved runs and from one of each as well, and must come to the
same.  usage: follow_up.py PROGRAM   (from the root of the tree)
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

FIXTURES = pathlib.Path("fixtures/audits")
# Their earlier audit is there whole, so all ways must agree.
PAIRS = {"sodertalje-2025": "sodertalje-2023"}


def follow_up(program, *paths):
    done = subprocess.run(
        [program, "follow-up", *map(str, paths), "-o", "json", "--fail-on", "never"],
        check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"follow-up {paths} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)["municipalities"][0]["points"]


def save(program, folder, path):
    subprocess.run([program, "check", str(folder), "-o", f"json={path}",
                    "--fail-on", "never"], check=True, capture_output=True)
    return path


def ways(program, name, tmp):
    """The arguments of follow-up that are about this municipality."""
    now = FIXTURES / name
    yield (now,)
    if name not in PAIRS:
        return
    then = FIXTURES / PAIRS[name]
    saved_now = save(program, now, pathlib.Path(tmp) / "now.json")
    saved_then = save(program, then, pathlib.Path(tmp) / "then.json")
    yield (saved_now,)
    for first in (then, saved_then):
        for second in (now, saved_now):
            yield (first, second)


def check(program, name, tmp):
    """How many points are as the auditors have them, and what is not."""
    with open(FIXTURES / name / "expected-follow-up.csv", encoding="utf-8") as file:
        wanted = list(csv.DictReader(file))
    wrong = []
    for paths in ways(program, name, tmp):
        points = {p["earlier"]["id"]: p for p in follow_up(program, *paths)
                  if p["earlier"]}
        for want in wanted:
            got = points.get(want["earlier"])
            status = got and got["status"]
            promise = (got and got["promise"] or {}).get("status", "")
            if (status, promise) != (want["status"], want["promise"]):
                wrong.append(f"{name} {want['earlier']} {[str(p) for p in paths]}: "
                             f"{status} {promise}, want {want['status']} "
                             f"{want['promise']}")
    return len(wanted), wrong


def main():
    program = sys.argv[1]
    count, wrong = 0, []
    with tempfile.TemporaryDirectory() as tmp:
        for path in sorted(FIXTURES.glob("*/expected-follow-up.csv")):
            points, mistakes = check(program, path.parent.name, tmp)
            count += points
            wrong += mistakes
    print("\n".join(wrong + [f"follow-up: {count} points, {len(wrong)} not as the "
                             "auditors have them"]))
    sys.exit(bool(wrong) or not count)


if __name__ == "__main__":
    main()
