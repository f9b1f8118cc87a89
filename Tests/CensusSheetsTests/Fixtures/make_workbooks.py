#!/usr/bin/python3
"""Writes workbooks by other programs' hands, and hostile ones, for the tests of CensusSheets.

usage: make_workbooks.py FOLDER
openpyxl and XlsxWriter write the honest ones; the hostile ones are put together part by part.
"""
import datetime
import pathlib
import struct
import sys
import zipfile

import openpyxl
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1])
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TRANSITIONAL_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def by_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(FOLDER / name, options)
    sheet = book.add_worksheet("承灾体")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": 'yyyy"年"m"月"d"日" hh:mm'})
    clock = book.add_format({"num_format": "h:mm"})
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, ["编号", "名称", "酄浭𠀀"])
    sheet.write_string(1, 0, "0013020500")
    sheet.write_number(1, 1, 130205000000)
    sheet.write_number(1, 2, 0.1)
    sheet.write_datetime(2, 0, datetime.date(2023, 5, 1), day)
    sheet.write_datetime(2, 1, datetime.datetime(2023, 5, 1, 8, 30, 15), moment)
    sheet.write_datetime(2, 2, datetime.time(8, 30), clock)
    sheet.write_formula(3, 0, '=CONCATENATE("a","b")', None, "ab")
    sheet.write_formula(3, 1, "=1+1", None, 2)
    sheet.write_formula(3, 2, "=NA()", None, "#N/A")
    sheet.write_boolean(4, 0, True)
    sheet.write_boolean(4, 1, False)
    sheet.write_rich_string(5, 0, "城南", bold, "花园", "小区")
    sheet.write_string(5, 1, " <&> 首尾空格 ")
    sheet.write_string(5, 2, "第一行\n第二行")
    sheet.merge_range(6, 0, 6, 2, "合并", bold)
    sheet.write_string(9, 3, "D10")
    sheet.write_blank(9, 5, None, bold)
    book.add_worksheet("第 2 表").write(0, 0, "二")
    book.define_name("hc_first_row", "='承灾体'!$A$2")
    book.close()


def by_openpyxl(name, epoch=None, iso=False):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    book.iso_dates = iso
    sheet = book.active
    sheet.title = "Sheet & 1"
    sheet["A1"] = datetime.date(2024, 2, 29)
    sheet["B1"] = datetime.datetime(2024, 2, 29, 23, 59, 59)
    sheet["C1"] = datetime.time(6, 5, 4)
    sheet["A2"] = "=SUM(1,2)"
    sheet["A3"] = "#DIV/0!"
    hidden = book.create_sheet("隐藏", 0)
    hidden.sheet_state = "hidden"
    hidden["A1"] = "不应读到"
    book.active = 1
    book.save(FOLDER / name)


def package(name, sheet, strings=None, styles=None, types=TRANSITIONAL_TYPES, main=MAIN, method=zipfile.ZIP_DEFLATED,
            parts=(), left_out=()):
    """A workbook of one sheet; `sheet` is the part's bytes or text."""
    files = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": HEAD + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                              f'Type="{types}/officeDocument" Target="/book/main.xml"/></Relationships>',
        "book/main.xml": HEAD + f'<workbook xmlns="{main}" xmlns:r="{types}"><sheets>'
                                '<sheet name="表" sheetId="7" r:id="x"/></sheets></workbook>',
        "book/_rels/main.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}">'
            f'<Relationship Id="x" Type="{types}/worksheet" Target="../cells/odd%20name.xml"/>'
            f'<Relationship Id="y" Type="{types}/sharedStrings" Target="/cells/./strings.xml"/>'
            f'<Relationship Id="z" Type="{types}/styles" Target="styles.xml"/></Relationships>',
        "cells/strings.xml": strings or HEAD + f'<sst xmlns="{main}"><si><t>零</t></si></sst>',
        "book/styles.xml": styles or HEAD + f'<styleSheet xmlns="{main}"/>',
        "cells/odd%20name.xml": sheet,
    }
    with zipfile.ZipFile(FOLDER / name, "w", method) as archive:
        for part, content in files.items():
            if part not in left_out:
                archive.writestr(part, content)
        for part, content in parts:
            archive.writestr(part, content)


def cells(inside, main=MAIN, before="", doctype=""):
    return f'{HEAD}{doctype}<worksheet xmlns="{main}">{before}<sheetData>{inside}</sheetData></worksheet>'


def strings(inside, main=MAIN):
    return f'{HEAD}<sst xmlns="{main}" count="1" uniqueCount="1">{inside}</sst>'


def by_hand():
    package("strict.xlsx", cells('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2024-01-02T03:04:05.000Z'
                                 '</v></c></row>', STRICT), types=STRICT_TYPES, main=STRICT,
            strings=strings("<si><t>零</t></si>", STRICT), styles=f'{HEAD}<styleSheet xmlns="{STRICT}"/>')
    package("phonetic.xlsx", cells('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
                                   '<c r="C1" t="inlineStr"><is><r><t>内</t></r><rPh sb="0" eb="1"><t>nei</t></rPh>'
                                   '<r><t xml:space="preserve"> 联</t></r></is></c></row>'),
            strings=strings('<si><r><rPr><b/></rPr><t>唐</t></r><r><t>山</t></r>'
                            '<rPh sb="0" eb="2"><t>TANG SHAN</t></rPh><phoneticPr fontId="1"/></si>'
                            '<si><t>a_x000A_b_x005F_x0041__xD83D__xDE00_</t></si>'))
    package("implied.xlsx", cells('<row><c><v>1</v></c><c><v> 1.30205E+11 </v></c></row>'
                                  '<row r="5"><c r="C5" t="str"><f>x</f><v></v></c><c><v>4</v></c></row>',
                                  before='<dimension ref="A1:XFD1048576"/>'))
    long = "long" * 200_000
    package("after-long.xlsx", cells(f'<row r="1"><c t="inlineStr"><is><t>{long}</t></is></c><c t="str"><v>{long}</v></c>'
                                     '<c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b</v></c><c><v>3</v></c></row>'))
    package("stray.xlsx", cells('<row r="1" x="1"><c r="A1"><is><t>stray</t></is><v>1</v></c><c r="B1" t="inlineStr">'
                                '<is><t>B</t></is><v>9</v></c><c r="C1" t="s"><v/></c><extLst><row r="1"/></extLst></row>'
                                '</sheetData><sheetData><row r="2"><c><v>2</v></c></row>'))


def hostile():
    good = '<row r="1"><c r="A1"><v>1</v></c></row>'
    one = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    declared = '<!DOCTYPE worksheet [{}]>'
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(8))
    package("entity-bomb.xlsx", cells(one.format("&i;"), doctype=declared.format(bomb)))
    package("entity-outside.xlsx", cells(one.format("&x;"), doctype=declared.format(
        '<!ENTITY x SYSTEM "file:///etc/hostname">')))
    package("doctype.xlsx", cells(good, doctype='<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd">'))
    package("entity-unknown.xlsx", cells(one.format("&nothing;")))
    package("bomb.xlsx", cells(" " * 40_000_000))
    package("long-cell.xlsx", cells(one.format("甲" * 34_000_000)))
    package("deep.xlsx", cells("<row r='1'><c r='A1'><is>" + "<r>" * 200))
    package("deep-foreign.xlsx", cells("<x:y xmlns:x='z'>" * 200))
    package("attributes.xlsx", cells("<row " + " ".join(f'a{i}="1"' for i in range(5000)) + "/>"))
    package("long-tag.xlsx", cells('<row spans="' + "1:1 " * 100_000 + '"/>'))
    package("twice.xlsx", cells(good + good))
    package("backwards.xlsx", cells('<row r="7"/><row r="3"/>'))
    package("cell-twice.xlsx", cells('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))
    package("cell-elsewhere.xlsx", cells('<row r="1"><c r="B2"><v>1</v></c></row>'))
    package("cell-beyond.xlsx", cells('<row r="1"><c r="XFE1"><v>1</v></c></row>'))
    package("row-beyond.xlsx", cells('<row r="1048577"><c><v>1</v></c></row>'))
    package("many-cells.xlsx", cells('<row r="1">' + "<c/>" * 16385 + "</row>"))
    package("string-beyond.xlsx", cells('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'))
    package("string-minus.xlsx", cells('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'))
    package("not-a-number.xlsx", cells('<row r="1"><c r="A1"><v>nan</v></c></row>'))
    package("not-utf8.xlsx", cells(one.format("@")).encode().replace(b"@", b"\xd6\xd0"))
    package("broken-xml.xlsx", cells("<row r='1'><c></row>"))
    package("cut-xml.xlsx", cells(good)[:-30])
    package("chart.xlsx", HEAD + f'<chartsheet xmlns="{MAIN}"/>')
    package("no-sheet.xlsx", cells(good), left_out=["cells/odd%20name.xml"])
    package("no-main.xlsx", cells(good), left_out=["book/main.xml"])
    package("no-rels.xlsx", cells(good), left_out=["_rels/.rels"])
    package("double-part.xlsx", cells(good), parts=[("CELLS/odd%20name.xml", cells(good))])
    package("many-parts.xlsx", cells(good), parts=[(f"media/{i}", "") for i in range(60)])
    package("bzip2.xlsx", cells(good), method=zipfile.ZIP_BZIP2)
    (FOLDER / "text.xlsx").write_text("编号,名称\n", encoding="utf-8")
    (FOLDER / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))

    # Each from the same workbook, by changing bytes of the ZIP.
    rows = "".join(f'<row r="{i}"><c r="A{i}"><v>{i * 7919}</v></c></row>' for i in range(1, 3000))
    package("whole.xlsx", cells(rows))
    whole = (FOLDER / "whole.xlsx").read_bytes()
    (FOLDER / "truncated.xlsx").write_bytes(whole[:len(whole) * 2 // 3])
    local = whole.rindex(b"PK\x03\x04")
    directory = whole.rindex(b"PK\x01\x02")
    changed = bytearray(whole)
    for start, place in ((local, 14), (directory, 16)):
        changed[start + place] ^= 1
    (FOLDER / "wrong-crc.xlsx").write_bytes(changed)
    changed = bytearray(whole)
    for start, place in ((local, 22), (directory, 24)):
        changed[start + place:start + place + 4] = struct.pack("<I", 10)
    (FOLDER / "wrong-size.xlsx").write_bytes(changed)
    changed = bytearray(whole)
    for start, place in ((local, 6), (directory, 8)):
        changed[start + place] |= 1
    (FOLDER / "encrypted.xlsx").write_bytes(changed)
    # A row of 16,384 cells that all show one string of a million bytes.
    letters = [chr(65 + i) for i in range(26)]
    names = letters + [a + b for a in letters for b in letters]
    package("shared-bomb.xlsx", cells('<row r="1">' + "".join(
        f'<c r="{n}1" t="s"><v>0</v></c>' for n in names) + "</row>"), strings=strings(f"<si><t>{'a' * 1_000_000}</t></si>"))


by_xlsxwriter("xlsxwriter.xlsx")
by_xlsxwriter("inline.xlsx", constant_memory=True)
by_xlsxwriter("date1904.xlsx", date_1904=True)
by_openpyxl("openpyxl.xlsx")
by_openpyxl("openpyxl-1904.xlsx", openpyxl.utils.datetime.CALENDAR_MAC_1904)
by_openpyxl("openpyxl-iso.xlsx", iso=True)
by_hand()
hostile()
