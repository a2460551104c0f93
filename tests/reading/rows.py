# SPDX-License-Identifier: EUPL-1.2
"""The labelled sentences of this folder, and how liskoll reads them.

A row is  class TAB verdict TAB area TAB kind TAB text ; \\n in a text is a
line break.  One row in three, by a hash of its text, is held back: nobody
looks at it while words are added, so that its figure tells how sentences
are read that nobody has seen.
"""
import collections
import glob
import hashlib
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
VERDICTS = ["met", "partial", "gap", "none"]

Row = collections.namedtuple("Row", "id cls verdict area kind text held")


def is_held(text):
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0


def load():
    rows = []
    for path in sorted(glob.glob(os.path.join(HERE, "*.tsv"))):
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                cls, verdict, area, kind, text = line.rstrip("\n").split("\t")
                assert verdict in VERDICTS, (path, number)
                rows.append(Row(f"{name}:{number}", cls.split(".")[0], verdict,
                                area, kind, text, is_held(text)))
    return rows


def read(program, pairs):
    """id → objects, for (id, text) pairs."""
    table = "".join(f"{i}\t{t}\n" for i, t in pairs)
    out = subprocess.run([program, "read", "--tsv", "-o", "ndjson"],
                         input=table, capture_output=True, text=True,
                         check=True).stdout
    found = collections.defaultdict(list)
    for line in out.splitlines():
        o = json.loads(line)
        found[o["id"]].append(o)
    return found


def verdict(objects, area):
    """The least favourable of what is said of the area; else of anything."""
    rank = {"none": 0, "met": 1, "partial": 2, "gap": 3}
    of_area = [o["suggests"] for o in objects if o["area"] == area]
    said = [s for s in of_area if s != "none"] or \
        [o["suggests"] for o in objects if o["suggests"] != "none"]
    return max(said, key=rank.get, default="none")
