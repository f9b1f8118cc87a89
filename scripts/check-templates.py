#!/usr/bin/python3
"""Open every form's spreadsheet template in LibreOffice, print it, fill it in and import what LibreOffice saves.

usage: HAZCENSUS=PROGRAM scripts/check-templates.py [FOLDER]

Each template is read by openpyxl (drop-down lists, text-typed codes, no formula), its example row is copied into
the first row of data, LibreOffice opens and saves that and prints it as PDF, the program imports what LibreOffice
saved, and the entry must be the form's example, value for value. With FOLDER the PDFs are kept there.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    sys.exit("check-templates: the Python package openpyxl is missing; run scripts/setup.sh sheets")

PROGRAM = os.environ.get("HAZCENSUS", ".build/release/hazcensus")
FIRST_ROW = 5
problems = []


def say(text):
    print(f"check-templates: {text}", file=sys.stderr)


def problem(code, what):
    problems.append(code)
    say(f"{code}: {what}")


def call(*words, **options):
    return subprocess.run(words, check=True, capture_output=True, text=True, **options).stdout


def look_and_fill(code, template, filled):
    """What openpyxl sees in a template; the example row becomes the first row of data."""
    workbook = openpyxl.load_workbook(template)
    sheet = workbook.worksheets[0]
    form = json.loads(pathlib.Path(f"Schemas/forms/{code}.json").read_text(encoding="utf-8"))
    fields = form["properties"]
    keys = [cell.value for cell in sheet[2]][:len(fields)]
    if keys != list(fields):
        problem(code, "the keys are not the form's fields")
    if [cell.value for cell in sheet[1]][:len(fields)] != [each["hc:label"]["zh"] for each in fields.values()]:
        problem(code, "the headers are not the form's labels")
    lists = {str(each.sqref).split(":")[0].rstrip("0123456789")
             for each in sheet.data_validations.dataValidation if each.type == "list"}
    for index, (name, field) in enumerate(fields.items(), 1):
        column = openpyxl.utils.get_column_letter(index)
        if ("enum" in field or field.get("type") == "boolean") and column not in lists:
            problem(code, f"{name} has no drop-down list")
        example = sheet.cell(FIRST_ROW - 1, index)
        if example.data_type == "f":
            problem(code, f"{name} has a formula")
        is_code = "format" not in field and field.get("pattern", "").startswith("^[0-9]")
        if is_code and example.number_format != "@":
            problem(code, f"{name} is no text")
        sheet.cell(FIRST_ROW, index, example.value).number_format = example.number_format
    workbook.save(filled)


def convert(kind, folder, files, profile):
    call("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
         "--outdir", str(folder), *map(str, files), timeout=600)


def main():
    kept = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    forms = [row["code"] for row in json.loads(call(PROGRAM, "forms", "list", "--format", "json"))]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("templates", "filled", "saved", "printed"):
            (folder / part).mkdir()
        for code in forms:
            template = folder / "templates" / f"{code}.xlsx"
            call(PROGRAM, "forms", "template", code, "--output", str(template))
            look_and_fill(code, template, folder / "filled" / f"{code}.xlsx")
        filled = sorted((folder / "filled").iterdir())
        convert("xlsx", folder / "saved", filled, folder / "profile")
        convert("pdf", folder / "printed", sorted((folder / "templates").iterdir()), folder / "profile")
        environment = dict(os.environ, HAZCENSUS_HOME=str(folder / "store"))
        call(PROGRAM, "init", "--district", "130205", "--surveyor", "李娜", env=environment)
        for code in forms:
            form = json.loads(pathlib.Path(f"Schemas/forms/{code}.json").read_text(encoding="utf-8"))
            text = call("pdftotext", "-layout", str(folder / "printed" / f"{code}.pdf"), "-")
            if form["hc:form"]["title"]["zh"] not in text:
                problem(code, "the printed template lacks its title")
            result = subprocess.run(
                [PROGRAM, "entry", "import", str(folder / "saved" / f"{code}.xlsx"), "--reason", "*=example",
                 "--format", "json"], env=environment, capture_output=True, text=True)
            if result.returncode != 0 or json.loads(result.stdout)["saved"] != 1:
                problem(code, f"what LibreOffice saved is not imported: {result.stderr.strip()[:500]}")
                continue
            rows = json.loads(call(PROGRAM, "entry", "list", "--form", code, "--format", "json", env=environment))
            entry = json.loads(call(PROGRAM, "entry", "show", rows[0]["entry"], "--format", "json", env=environment))
            for field in {**form["hc:example"], **entry["content"]}:
                if form["hc:example"].get(field) != entry["content"].get(field):
                    problem(code, f"{field} became {entry['content'].get(field)!r}, was {form['hc:example'].get(field)!r}")
        if kept:
            shutil.copytree(folder / "printed", kept, dirs_exist_ok=True)
    if problems:
        say(f"{len(problems)} problems")
        return 1
    say(f"{len(forms)} templates open in LibreOffice, print, and come back as they were filled in")
    return 0


if __name__ == "__main__":
    sys.exit(main())
