#!/usr/bin/python3
"""Recount the figures of papers from a central's records, cell by cell, and work out their formulas.

usage: scripts/recount_papers.py STORE PAPER.json…

A paper is what `report issue KIND --output PAPER.json` writes, made when the store was as it is now. Each cell
that counts objects at the paper's day or ledger lines is counted again from the revisions' own
bytes, reviews, inventory and ledger, with no sum that the program keeps; each formula is worked out from the
cells that it names. Prints what differs; exit 1 then, or where nothing was there to be compared.
"""
import json
import pathlib
import sqlite3
import sys
from fractions import Fraction

import recount


def objects(db):
    """Every object that should be surveyed for an applicable hazard: hazard, township, stage, author."""
    best, authors = {}, {}
    for entry in recount.entries(db).values():
        key = (entry["object"], entry["form"])
        if entry["standing"] > best.get(key, 0):
            best[key], authors[key] = entry["standing"], entry["author"]
    for form, code in db.execute("SELECT form, objectCode FROM quarantine WHERE objectCode <> ''"):
        best.setdefault((code, form), 1)
    # Hazards and their reasons by turns.
    settings = dict(db.execute("SELECT key, value FROM setting"))
    excluded = set(json.loads(settings.get("notApplicable", "[]"))[::2])
    found = []
    for code, hazard, forms, town in db.execute(
            "SELECT objectCode, hazard, forms, townCode FROM inventoryHistory "
            "WHERE until IS NULL AND shouldSurvey = 1"):
        keys = [(code, form) for form in sorted(json.loads(forms))]
        lowest = min(keys, key=lambda key: best.get(key, 0))
        if hazard not in excluded:
            found.append((hazard, town, best.get(lowest, 0), authors.get(lowest, "")))
    return found


def placed(grid):
    """The cells of a table by row and column, spans taken into account."""
    taken, cells = set(), {}
    for row, line in enumerate(grid["rows"]):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            for down in range(cell["rowSpan"]):
                for right in range(cell["columnSpan"]):
                    taken.add((row + down, column + right))
            cells[row, column] = cell
            column += cell["columnSpan"]
    return cells


def number(value):
    """The exact number that a cell shows; None where it shows none."""
    (kind, content), = value.items()
    if kind in ("count", "money", "decimal"):
        return Fraction(content["_0"])
    return Fraction(content["numerator"], content["denominator"]) if kind == "rate" else None


def counted(cell, paper, db, known):
    """What a cell's source counts now; None where it is of another day or kind.

    Beside a rate or a forecast the source tells the records behind it, whose number it is not.
    """
    (kind, of), = cell["source"].items()
    if kind == "objects" and of["day"] == paper["asOf"] and "count" in cell["value"]:
        return sum(
            1 for hazard, town, stage, author in known
            if stage >= of["stage"] and of.get("hazard", hazard) == hazard
            and of.get("town", town) == town and of.get("surveyor", author) == author)
    if kind == "expenses" and "money" in cell["value"]:
        return sum(
            amount for amount, publicity in db.execute(
                "SELECT amountFen, isPublicity FROM expenseLine WHERE payDate BETWEEN ? AND ?",
                (of["from"], of["to"]))
            if of.get("isPublicity", bool(publicity)) == bool(publicity))
    return None


def worked_out(formula, cells):
    """What a formula gives; None where a cell that it names shows no number or it divides by 0."""
    (kind, of), = formula.items()
    places = of["_0"] if kind == "sum" else [of["_0"], of["_1"]]
    values = [number(cells[place["row"], place["column"]]["value"]) for place in places]
    if None in values:
        return None
    if kind == "sum":
        return sum(values)
    if kind == "difference":
        return values[0] - values[1]
    return values[0] / values[1] if values[1] else None


def check(db, paper, known):
    """The differences that were found, and how many figures were compared."""
    problems, compared = [], 0
    for section in paper["sections"]:
        cells = placed(section["grid"])
        for (row, column), cell in cells.items():
            shown = number(cell["value"])
            for name, expected in (
                    ("recount", counted(cell, paper, db, known) if "source" in cell else None),
                    ("formula", worked_out(cell["formula"], cells) if "formula" in cell else None)):
                if expected is None:
                    continue
                compared += 1
                # A decimal shows what was worked out, rounded to its places.
                text = cell["value"].get("decimal", {}).get("_0")
                if text is not None:
                    places = len(text.partition(".")[2])
                    if shown is not None and abs(shown - expected) <= Fraction(1, 10 ** places):
                        continue
                if shown != expected:
                    problems.append(
                        f"{paper['kind']} {section['id']} row {row} column {column}: {name} {expected}, shown {shown}")
    return problems, compared


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    known = objects(db)
    failed = False
    for name in sys.argv[2:]:
        paper = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        problems, compared = check(db, paper, known)
        for problem in problems:
            print(problem)
        print(f"recount_papers: {paper['kind']}: {compared} figures compared, {len(problems)} differ", file=sys.stderr)
        failed |= bool(problems) or not compared
    return failed


if __name__ == "__main__":
    sys.exit(main())
