#!/usr/bin/python3
"""Draw quality samples again, independent of the program, as Docs/Quality.md states it.

usage: scripts/redraw-sample.py --seed SEED [--share PERCENT] FRAME
       scripts/redraw-sample.py --store CENTRAL.sqlite

The first reads a frame, as `hazcensus qc list N --frame` prints it, and prints the lines that are drawn. The
second reads a central's store and looks at each draw: whether its frame is that of its hash, whether its sample is
what seed and frame make of it, and whether its frame is what had passed the county's review by then, counted from
the revisions' own bytes, the reviews and the inventory. It prints what differs; exit 1 then.
"""
import argparse
import collections
import hashlib
import json
import sqlite3
import sys
from fractions import Fraction
from math import ceil


def draw(frame, seed, share):
    """The lines of the frame that are drawn, in the frame's order."""
    strata = collections.defaultdict(list)
    for place, line in enumerate(frame):
        form, town, code = line.split("\t")
        rank = hashlib.sha256(f"{seed}\n{code}\n{form}".encode()).digest()
        strata[form, town].append((rank, place))
    drawn = []
    for units in strata.values():
        size = max(ceil(share * len(units)), 1)
        drawn += [place for _, place in sorted(units)[:size]]
    return [frame[place] for place in sorted(drawn)]


def passed(db, row):
    """What could be drawn from at the draw's place in the commit order, as lines of a frame."""
    state = {}
    events = [
        (cursor, "revision", entry, disposition, record, digest)
        for cursor, entry, disposition, record, digest in db.execute(
            "SELECT cursor, entry, disposition, record, hash FROM revision WHERE cursor <= ?", [row["cursor"]])
    ] + [
        (cursor, "review", entry, verdict, level, revision)
        for cursor, entry, verdict, level, revision in db.execute(
            "SELECT cursor, entry, verdict, level, revision FROM review WHERE cursor <= ?", [row["cursor"]])
    ]
    for _, kind, entry, what, detail, digest in sorted(events, key=lambda event: event[0]):
        if kind == "revision" and what == "accepted":
            record = json.loads(detail)
            unit = (record["content"]["objectCode"], record["form"])
            state[entry] = {"unit": unit, "head": digest, "standing": 2}
        elif kind == "revision" and what == "conflict":
            state[entry]["standing"] = 1
        elif kind == "review" and state[entry]["head"] == digest:
            state[entry]["standing"] = {"county": 3, "city": 4}[detail] if what == "pass" else 1
    lacking = {
        digest for digest, in db.execute(
            "SELECT revision.hash FROM declaredAttachment JOIN revision USING (cursor) "
            "WHERE arrivedAt IS NULL OR arrivedAt > ?", [row["at"]])}
    units = {entry["unit"] for entry in state.values() if entry["standing"] >= 3 and entry["head"] not in lacking}
    lines = set()
    for code, forms, town in db.execute(
            "SELECT objectCode, forms, townCode FROM inventoryHistory WHERE shouldSurvey = 1 AND since <= ?1 "
            "AND (until IS NULL OR until > ?1) AND townCode LIKE ?2",
            [row["inventoryVersion"], row["region"] + "%"]):
        lines |= {f"{form}\t{town}\t{code}" for form in json.loads(forms) if (code, form) in units}
    return lines


def audit(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    problems, draws = [], db.execute("SELECT * FROM sampleDraw ORDER BY number").fetchall()
    for row in draws:
        name = f"draw {row['number']}"
        if hashlib.sha256(row["frame"].encode()).digest() != row["frameHash"]:
            problems.append(f"{name}: the frame does not agree with its hash")
        frame = row["frame"].split("\n")[:-1]
        if frame != sorted(set(frame), key=str.encode):
            problems.append(f"{name}: the frame is not in order")
        ours = draw(frame, row["seed"], Fraction(row["shareHundredths"], 10_000))
        theirs = ["\t".join(unit) for unit in db.execute(
            "SELECT form, townCode, objectCode FROM sampledObject WHERE draw = ?", [row["number"]])]
        if sorted(ours) != sorted(theirs):
            problems.append(f"{name}: drawn again {sorted(ours)}, kept {sorted(theirs)}")
        known = passed(db, row)
        for line in set(frame) - known:
            problems.append(f"{name}: had not passed: {line}")
        if row["follows"] is None:  # One that follows another is of what did not pass there.
            forms = {line.split("\t")[0] for line in frame}
            for line in known - set(frame):
                if line.split("\t")[0] in forms:
                    problems.append(f"{name}: had passed and is not in the frame: {line}")
    for problem in problems:
        print(f"redraw-sample: {problem}", file=sys.stderr)
    print(f"redraw-sample: {len(draws)} draws, {len(problems)} differences", file=sys.stderr)
    return 1 if problems else 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--seed")
    parser.add_argument("--share", default="10", type=Fraction)
    parser.add_argument("--store")
    parser.add_argument("frame", nargs="?")
    options = parser.parse_args()
    if options.store:
        return audit(options.store)
    if options.frame is None or options.seed is None:
        parser.error("a frame and a seed are needed")
    with open(options.frame, encoding="utf-8", newline="\n") as file:
        frame = file.read().split("\n")[:-1]
    sys.stdout.write("".join(line + "\n" for line in draw(frame, options.seed, options.share / 100)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
