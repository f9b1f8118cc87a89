#!/usr/bin/python3
"""Read rendered papers with other people's tools, beside the paper itself in JSON.

usage: scripts/check-papers.py FOLDER

FOLDER holds NAME.LANGUAGE.{json,xlsx,pdf,html,csv,gb.csv} as scripts/test-papers writes them. Checked: openpyxl reads
each cell at its address with its value, merged as its spans say, and a formula only where the paper has one; formulas
worked out here, and by LibreOffice where it is installed, give the values stored beside them; poppler finds the text
of all cells and only embedded fonts in the PDF; the page has no script and data in no attribute; the CSV files agree.
"""
import collections
import csv
import datetime
import decimal
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    from openpyxl.utils import get_column_letter
except ImportError:
    sys.exit("check-papers: the Python package openpyxl is missing; run scripts/setup.sh test")

ROWS_ABOVE = 4
problems = []
counts = collections.Counter()


def check(condition, what):
    counts["checks"] += 1
    if not condition:
        problems.append(what)


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def placed(grid):
    """Cells with their places, as the paper's reader works them out."""
    taken = set()
    for row, cells in enumerate(grid["rows"]):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            for down in range(cell["rowSpan"]):
                for right in range(cell["columnSpan"]):
                    taken.add((row + down, column + right))
            yield row, column, cell
            column += cell["columnSpan"]


def shown(cell, language):
    """What a reader sees, and the number that a sheet holds, or None."""
    ((kind, value),) = cell["value"].items()
    if kind == "empty":
        return "", None
    if kind in ("text", "none"):
        return value["_0"][language], None
    if kind in ("typed", "code"):
        return value["_0"], None
    if kind == "day":
        return value["_0"], datetime.date.fromisoformat(value["_0"])
    if kind == "count":
        return str(value["_0"]), decimal.Decimal(value["_0"])
    if kind == "decimal":
        return value["_0"], decimal.Decimal(value["_0"])
    if kind == "money" and value["_1"] == "yuan":
        amount = decimal.Decimal(value["_0"]) / 100
        return f"{amount:,.2f}", amount
    if kind == "money":
        amount = decimal.Decimal(value["_0"]) / 1_000_000
        return f"{amount:f}".rstrip("0").rstrip(".") if amount % 1 else f"{amount:.0f}", amount
    ratio = decimal.Decimal(value["numerator"]) / value["denominator"]
    step = decimal.Decimal(1).scaleb(-value["places"])
    return f"{(ratio * 100).quantize(step, decimal.ROUND_HALF_UP)}%", ratio


def worked_out(formula, numbers):
    """The formula's result, or None where there is no number."""
    ((kind, value),) = formula.items()
    place = lambda cell: numbers.get((cell["row"], cell["column"]))
    if kind == "sum":
        return sum(number for number in map(place, value["_0"]) if number is not None)
    first, second = place(value["_0"]), place(value["_1"])
    if first is None or second is None or (kind == "quotient" and second == 0):
        return None
    return first - second if kind == "difference" else first / second


def formatted(value, number_format):
    """A number as its format shows it; only the formats that papers use."""
    places = len(number_format.partition(".")[2].rstrip("%"))
    number = decimal.Decimal(repr(value)) * (100 if number_format.endswith("%") else 1)
    number = number.quantize(decimal.Decimal(1).scaleb(-places), decimal.ROUND_HALF_UP)
    text = f"{number:,f}" if number_format.startswith("#,##0") else f"{number:f}"
    return text + ("%" if number_format.endswith("%") else "")


def near(value, number):
    return isinstance(value, (int, float)) and abs(decimal.Decimal(value) - number) <= abs(number) / 10**12


def check_workbook(path, paper, language):
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    check(formulas.properties.created is not None, f"{path}: no time of making")
    for section in paper["sections"]:
        name = section["title"][language]
        sheet, cached = formulas[name], values[name]
        numbers = {(row, column): shown(cell, language)[1] for row, column, cell in placed(section["grid"])}
        merged = set()
        for row, column, cell in placed(section["grid"]):
            counts["cells"] += 1
            address = f"{get_column_letter(column + 1)}{row + 1 + ROWS_ABOVE}"
            text, number = shown(cell, language)
            found, result = sheet[address], cached[address].value
            where = f"{path}: {name}!{address}"
            if cell["rowSpan"] > 1 or cell["columnSpan"] > 1:
                last = get_column_letter(column + cell["columnSpan"])
                merged.add(f"{address}:{last}{row + cell['rowSpan'] + ROWS_ABOVE}")
            check((found.data_type == "f") == ("formula" in cell), f"{where}: formula {found.value!r}")
            if "formula" in cell:
                counts["formulas"] += 1
                answer = worked_out(cell["formula"], numbers)
                check(
                    result == text if answer is None else near(result, answer),
                    f"{where}: {found.value} is stored as {result!r}, and gives {answer}")
            if isinstance(number, datetime.date):
                check(isinstance(result, datetime.datetime) and result.date() == number, f"{where}: {result!r}")
            elif number is not None:
                check(near(result, number) or "formula" in cell, f"{where}: {result!r} is not {number}")
                check(formatted(result, found.number_format) == text,
                      f"{where}: {found.number_format} does not show {result!r} as {text}")
            else:
                check((result or "") == text, f"{where}: {result!r} is not {text!r}")
            check(found.border.left.style == "thin", f"{where}: no border")
        tables = {str(area) for area in sheet.merged_cells.ranges if area.min_row > ROWS_ABOVE}
        last = ROWS_ABOVE + len(section["grid"]["rows"])
        tables = {area for area in tables if int(re.findall(r"\d+", area)[0]) <= last}
        check(tables == merged, f"{path}: {name} merges {sorted(tables ^ merged)}")
        headings = section["grid"]["headingRows"]
        check(sheet.print_title_rows == f"{ROWS_ABOVE + 1}:{ROWS_ABOVE + headings}"
              or sheet.print_title_rows == f"${ROWS_ABOVE + 1}:${ROWS_ABOVE + headings}",
              f"{path}: {name} repeats {sheet.print_title_rows}")
        check(sheet.freeze_panes == f"A{ROWS_ABOVE + headings + 1}", f"{path}: {name} freezes {sheet.freeze_panes}")
        page = sheet.page_setup
        check(page.orientation == "landscape" and int(page.paperSize) == 9 and page.fitToHeight == 0,
              f"{path}: {name} is no A4 landscape fitted to its width")
        check("&P" in (sheet.oddFooter.center.text or ""), f"{path}: {name} has no page numbers")
        check((paper.get("number") or "") in (sheet.oddFooter.left.text or ""), f"{path}: {name} has no number")
        check(len(sheet._charts) == len(section["charts"]), f"{path}: {name} has {len(sheet._charts)} charts")
    words = {"zh": "图表数据", "en": "Chart data"}[language]
    if any(section["charts"] for section in paper["sections"]):
        check(formulas[words].sheet_state == "visible", f"{path}: the charts' values are hidden")


def check_recalculated(path, folder):
    """Takes the stored results away and lets LibreOffice work them out."""
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    bare = pathlib.Path(folder) / path.name
    formulas.save(bare)
    out = pathlib.Path(folder) / "out"
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to", "xlsx", "--outdir", str(out), str(bare))
    recalculated = openpyxl.load_workbook(out / path.name, data_only=True)
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                counts["recalculated"] += 1
                before = stored[sheet.title][cell.coordinate].value
                after = recalculated[sheet.title][cell.coordinate].value
                same = before == after or (
                    isinstance(before, (int, float)) and isinstance(after, (int, float))
                    and abs(before - after) <= abs(before) / 10**9)
                check(same, f"{path}: LibreOffice gives {after!r} for {sheet.title}!{cell.coordinate}, not {before!r}")


def check_pdf(path, paper, language):
    text = run("pdftotext", "-layout", str(path), "-")
    squeezed = re.sub(r"\s", "", text)
    missing = collections.Counter()
    for section in paper["sections"]:
        for _, _, cell in placed(section["grid"]):
            missing.update(re.sub(r"\s", "", shown(cell, language)[0]))
    missing.subtract(squeezed)
    check(not +missing, f"{path}: the text lacks {+missing}")
    fonts = run("pdffonts", str(path)).splitlines()[2:]
    check(fonts and all(re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", line).group(1) == "yes" for line in fonts),
          f"{path}: a font is not embedded")
    pages = [page for page in text.split("\f") if page.strip()]
    check(re.search(r"Page size:\s+841\.\d+ x 595\.\d+", run("pdfinfo", str(path))), f"{path}: no A4 landscape")
    for number, page in enumerate(pages, 1):
        expected = {"zh": f"第 {number} 页，共 {len(pages)} 页", "en": f"Page {number} of {len(pages)}"}[language]
        check(expected in page, f"{path}: page {number} does not say {expected}")
    counts["pages"] += len(pages)


class Page(html.parser.HTMLParser):
    """Collects cells with their addresses, and the values of attributes."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.figures = set(), set(), {}
        self.texts, self.cell = [], None

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(value for _, value in attributes)
        if tag in ("td", "th"):
            self.cell = (dict(attributes).get("title"), "")

    def handle_data(self, data):
        if self.cell:
            self.cell = (self.cell[0], self.cell[1] + data)

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell:
            address, text = self.cell
            self.texts.append(text)
            if address:
                self.figures[address] = text
            self.cell = None


def check_page(path, paper, language):
    page = Page()
    page.feed(path.read_text())
    check(not page.tags & {"script", "img", "link", "iframe", "object", "form"}, f"{path}: it has {page.tags}")
    expected, figures = [], {}
    for section in paper["sections"]:
        for row, column, cell in placed(section["grid"]):
            text, number = shown(cell, language)
            expected.append(text)
            kind = next(iter(cell["value"]))
            if kind in ("count", "money", "rate", "decimal", "none"):
                figures[f"{section['id']}!{get_column_letter(column + 1)}{row + 1 + ROWS_ABOVE}"] = text
            if kind == "typed":
                check(text not in page.attributes, f"{path}: an attribute holds {text!r}")
    check(page.texts == expected, f"{path}: the cells are others")
    check(figures.items() <= page.figures.items(), f"{path}: addresses are others")


def check_csv(path, encoding, paper, language):
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))
    check(rows[-1][0].startswith("hazcensus-paper;"), f"{path}: no mark")
    for row in rows:
        for cell in row:
            check(not re.match(r"[=+\-@\t\r]", cell) or re.fullmatch(r"[+-][\d.]+%?", cell),
                  f"{path}: {cell!r} would be evaluated")
    for section in paper["sections"]:
        start = rows.index([section["title"][language], f"{section['id']}!A5"]) + 1
        for row, column, cell in placed(section["grid"]):
            text, number = shown(cell, language)
            if "money" in cell["value"]:
                text = text.replace(",", "")
            found = rows[start + row][column]
            check(found in (text, "'" + text), f"{path}: {section['id']} row {row}: {found!r} is not {text!r}")


def main(folder):
    papers = sorted(pathlib.Path(folder).glob("*.json"))
    if not papers:
        sys.exit(f"check-papers: there is no paper in {folder}")
    with tempfile.TemporaryDirectory() as scratch:
        for path in papers:
            name, language = path.name.split(".")[:2]
            paper = json.loads(path.read_text())
            base = path.parent / f"{name}.{language}"
            check_workbook(base.with_suffix(f".{language}.xlsx"), paper, language)
            check_pdf(base.with_suffix(f".{language}.pdf"), paper, language)
            check_page(base.with_suffix(f".{language}.html"), paper, language)
            check_csv(base.with_suffix(f".{language}.csv"), "utf-8-sig", paper, language)
            check_csv(base.with_suffix(f".{language}.gb.csv"), "gb18030", paper, language)
            if shutil.which("soffice"):
                check_recalculated(base.with_suffix(f".{language}.xlsx"), scratch)
    for problem in problems[:40]:
        print(f"check-papers: {problem}", file=sys.stderr)
    if problems:
        sys.exit(f"check-papers: {len(problems)} of {counts['checks']} checks failed")
    if not shutil.which("soffice"):
        print("check-papers: LibreOffice is not installed, so nothing was recalculated", file=sys.stderr)
    print("check-papers: passed: " + ", ".join(f"{count} {what}" for what, count in counts.items()), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
