#!/usr/bin/python3
"""Check that SampleData/performance says what the bureau's document of 2021 says, cell by cell.

usage: scripts/check-performance.py

The document's text, a public one, is Tests/CensusHubTests/Fixtures/targets-2021.txt. Of each project, the cells of
its performance sheet must be the whole of that sheet's text, in order and with nothing between; blanks and line
breaks, which depend on the width of a cell, do not count. Its outline must stand in the document's first part. Each
file must satisfy Schemas/performance.schema.json where the package jsonschema is installed.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "Tests/CensusHubTests/Fixtures/targets-2021.txt"
ORDER = ["work-safety", "vehicles", "appraisal", "disaster-relief", "census"]
OPERATORS = {">=": "≥", "<=": "≤", "=": ""}
problems = []


def problem(project, what):
    problems.append(what)
    print(f"SampleData/performance/{project}.json: {what}", file=sys.stderr)


def bare(text):
    return re.sub(r"\s+", "", text)


def cells(sheet):
    """The sheet's texts from left to right and from above, a merged cell once."""
    budget = sheet["budget"]
    yield from ["项目编码", sheet["code"], "项目名称", sheet["name"]]
    yield from ["预算规模及资金用途", "预算数", budget["total"]["text"], "其中：财政资金", budget["fiscal"]["text"]]
    yield from ["其他资金", budget["other"]["text"], budget["purpose"]]
    yield "资金支出计划（%）"
    yield from (step["label"] for step in sheet["plan"])
    yield from (str(step.get("percent", "")) for step in sheet["plan"])
    yield "绩效目标"
    for goal in sheet["goals"]:
        yield from [goal["label"], goal["text"]]
    yield from ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]
    above = (None, None)
    for row in sheet["indicators"]:
        if row["level1"] != above[0]:
            yield row["level1"]
        if (row["level1"], row["level2"]) != above:
            yield row["level2"]
        above = (row["level1"], row["level2"])
        yield from [row["level3"], row["description"], row["target"]["text"], row["basis"]]


def check_rows(project, sheet, text):
    text, at = bare(text), 0
    for cell in cells(sheet):
        want = bare(cell)
        if not text.startswith(want, at):
            problem(project, f"“{cell}” is not the next cell; the document has “{text[at:at + 30]}…”")
            return
        at += len(want)
    if at != len(text):
        problem(project, f"the document's sheet goes on with “{text[at:at + 30]}…”")


def check_targets(project, sheet):
    """The target as data is the target as it is written."""
    for row in sheet["indicators"]:
        target = row["target"]
        if target["operator"] == "qualitative":
            if "value" in target:
                problem(project, f"{row['id']} is qualitative and has a value")
        elif not target["text"].startswith(f"{OPERATORS[target['operator']]}{target['value']}"):
            problem(project, f"{row['id']}: {target['operator']} {target['value']} is not “{target['text']}”")
    for name in ("total", "fiscal", "other"):
        money = sheet["budget"][name]
        number = re.match(r"[\d.]*", money["text"])[0] or "0"
        if round(float(number) * 1_000_000) != money["fen"]:
            problem(project, f"{money['fen']} fen is not “{money['text']}” in units of 10,000 yuan")


def schema_problems(sheet):
    try:
        import jsonschema
    except ImportError:
        print("check-performance: without the package jsonschema the schema is not checked", file=sys.stderr)
        return []
    schema = json.loads((ROOT / "Schemas/performance.schema.json").read_text(encoding="utf-8"))
    return [f"{'/'.join(map(str, e.path))}: {e.message}" for e in jsonschema.Draft202012Validator(schema).iter_errors(sheet)]


def main():
    text = DOCUMENT.read_text(encoding="utf-8")
    first, second = text.split("第二部分")
    sheets = re.split(r"^\s*[1-5][.、]\s*\S+项目绩效目标表\s*$", second, flags=re.M)[1:]
    headings = re.findall(r"^\s*[1-5][.、]\s*(\S+项目绩效目标表)\s*$", second, flags=re.M)
    for project, heading, rows in zip(ORDER, headings, sheets, strict=True):
        path = ROOT / f"SampleData/performance/{project}.json"
        sheet = json.loads(path.read_text(encoding="utf-8"))
        if sheet["title"] != heading:
            problem(project, f"the title is “{sheet['title']}”, in the document “{heading}”")
        outline = sheet["outline"]
        said = f"{outline['heading']}绩效目标：{outline['goal']}绩效指标：{outline['indicators']}"
        if bare(said) not in bare(first):
            problem(project, "its outline is not in the document's first part")
        check_rows(project, sheet, rows)
        check_targets(project, sheet)
        for what in schema_problems(sheet):
            problem(project, what)
    if problems:
        return 1
    print(f"check-performance: {len(ORDER)} projects say what the document says", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
