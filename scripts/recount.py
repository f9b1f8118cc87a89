#!/usr/bin/python3
"""Recount completion and cost from a central's records and compare with the program's own reports.

usage: scripts/recount.py STORE COMPLETION.json COST.json

Independent of the program: it reads the revisions' own bytes, the reviews, the inventory's history and the
ledger, none of the sums that the program keeps, and uses exact fractions. Prints what differs; exit 1 then.
"""
import collections
import hashlib
import json
import sqlite3
import sys
from fractions import Fraction

STAGES = ["none", "recorded", "received", "countyPassed", "cityPassed"]


def entries(db):
    """Each entry's object, form, author and standing, played back in commit order."""
    state = {}
    events = [
        (cursor, "revision", entry, disposition, bytes(record), bytes(digest))
        for cursor, entry, disposition, record, digest in db.execute(
            "SELECT cursor, entry, disposition, record, hash FROM revision")
    ] + [
        (cursor, "review", entry, verdict, level, revision)
        for cursor, entry, verdict, level, revision in db.execute(
            "SELECT cursor, entry, verdict, level, revision FROM review")
    ]
    for cursor, kind, entry, what, detail, digest in sorted(events, key=lambda event: event[0]):
        if kind == "revision":
            if hashlib.sha256(detail).digest() != digest:
                sys.exit(f"recount: the record at cursor {cursor} does not agree with its hash")
            record = json.loads(detail)
            if what == "accepted":
                state[entry] = {
                    "object": record["content"]["objectCode"], "form": record["form"],
                    "author": record["author"], "standing": 2, "head": digest}
            elif what == "conflict":
                state[entry]["standing"] = 1
        elif state[entry]["head"] == digest:
            passed = {"county": 3, "city": 4}[detail]
            state[entry]["standing"] = passed if what == "pass" else 1
    # An entry whose standing revision lacks an attachment counts at most as received.
    for entry, digest in db.execute(
            "SELECT revision.entry, revision.hash FROM declaredAttachment "
            "JOIN revision USING (cursor) WHERE arrivedAt IS NULL"):
        if state[entry]["head"] == digest:
            state[entry]["standing"] = min(state[entry]["standing"], 2)
    return state


def completion(db):
    """Cumulative counts by hazard, township and surveyor."""
    best = collections.defaultdict(int)
    authors = {}
    for entry in entries(db).values():
        key = (entry["object"], entry["form"])
        if entry["standing"] > best[key]:
            best[key], authors[key] = entry["standing"], entry["author"]
    for form, code in db.execute("SELECT form, objectCode FROM quarantine WHERE objectCode <> ''"):
        best[(code, form)] = max(best[(code, form)], 1)
    hazards = collections.defaultdict(lambda: [0] * 5)
    towns = collections.defaultdict(lambda: [0] * 5)
    people = collections.defaultdict(lambda: [0] * 5)
    rows = db.execute(
        "SELECT objectCode, hazard, forms, townCode FROM inventoryHistory "
        "WHERE until IS NULL AND shouldSurvey = 1")
    for code, hazard, forms, town in rows:
        keys = [(code, form) for form in json.loads(forms)]
        stage = min(best[key] for key in keys)
        for reached in range(stage + 1):
            hazards[hazard][reached] += 1
            towns[town][reached] += 1
            if reached and keys[0] in authors:
                people[authors[keys[0]]][reached] += 1
    return hazards, towns, people


def compare(problems, name, ours, theirs):
    if ours != theirs:
        problems.append(f"{name}: recounted {ours}, reported {theirs}")


def check_completion(db, report):
    problems = []
    hazards, towns, people = completion(db)
    for row in report["hazards"]:
        counts = hazards.pop(row["hazard"], [0] * 5)
        names = ["shouldSurvey", "recorded", "received", "countyPassed", "cityPassed"]
        for name, count in zip(names, counts):
            compare(problems, f"{row['hazard']} {name}", count, row[name])
        if counts[0]:
            compare(problems, f"{row['hazard']} rate", counts[3] / counts[0], row["rate"])
    compare(problems, "hazards left out of the report", {}, dict(hazards))
    for row in report["townships"]:
        compare(problems, f"township {row['town']}", towns[row["town"]][3], row["countyPassed"])
        compare(problems, f"township {row['town']}", towns[row["town"]][0], row["shouldSurvey"])
    for row in report["surveyors"]:
        compare(problems, f"surveyor {row['surveyor']}", people[row["surveyor"]][3], row["countyPassed"])
    rates = [Fraction(row["countyPassed"], row["shouldSurvey"]) for row in report["hazards"]]
    done = sum(row["countyPassed"] for row in report["hazards"])
    should = sum(row["shouldSurvey"] for row in report["hazards"])
    compare(problems, "pooled", [done, should, done / should],
            [report["pooled"][name] for name in ("done", "shouldSurvey", "rate")])
    compare(problems, "lowest", float(min(rates)), report["lowest"]["rate"])
    if abs(float(sum(rates) / len(rates)) - report["mean"]["rate"]) > 1e-12:
        problems.append(f"mean: recounted {float(sum(rates) / len(rates))}, "
                        f"reported {report['mean']['rate']}")
    target = Fraction(6, 10)
    verdict = ("met" if min(rates) >= target else
               "metOverallNotEachHazard" if Fraction(done, should) >= target else "notMet")
    compare(problems, "verdict", verdict, report["verdict"])
    return problems


def check_cost(db, report):
    problems = []
    day = report["asOf"]
    lines = db.execute(
        "SELECT amountFen, isPublicity FROM expenseLine WHERE payDate <= ? AND payDate >= ?",
        (day, day[:4] + "-01-01")).fetchall()
    total = sum(amount for amount, _ in lines)
    publicity = sum(amount for amount, is_publicity in lines if is_publicity)
    compare(problems, "totalFen", total, report["totalFen"])
    compare(problems, "publicityFen", publicity, report["publicityFen"])
    compare(problems, "ratioToSpend", publicity / total, report["ratioToSpend"])
    compare(problems, "ratioToBudget", publicity / report["budgetFen"], report["ratioToBudget"])
    verdict = "met" if Fraction(publicity, total) <= Fraction(15, 100) else "notMet"
    compare(problems, "cost verdict", verdict, report["verdict"])
    return problems


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    with open(sys.argv[2], encoding="utf-8") as completion_file, open(sys.argv[3], encoding="utf-8") as cost_file:
        problems = check_completion(db, json.load(completion_file))
        problems += check_cost(db, json.load(cost_file))
    for problem in problems:
        print(f"recount: {problem}", file=sys.stderr)
    if problems:
        sys.exit(1)
    print("recount: every figure agrees with a recount from the records", file=sys.stderr)


if __name__ == "__main__":
    main()
