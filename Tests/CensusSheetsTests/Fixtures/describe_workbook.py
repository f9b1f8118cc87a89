#!/usr/bin/python3
"""Tells what openpyxl sees in a workbook, one fact a line, for the tests of CensusSheets.

usage: describe_workbook.py FILE
"""
import sys

import openpyxl
from openpyxl.utils import get_column_letter



def rgb(color):
    """A colour's own value; "-" where it is the theme's."""
    return color.rgb if color and color.type == "rgb" else "-"


book = openpyxl.load_workbook(sys.argv[1])
for name in sorted(book.defined_names.definedName, key=lambda name: name.name):
    print("name", name.name, name.attr_text)
print("created", book.properties.created.isoformat(), book.properties.title)
for sheet in book.worksheets:
    print("sheet", sheet.title, sheet.sheet_state, sheet.freeze_panes, sheet.dimensions)
    print("print", sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.print_title_rows,
          sheet.oddHeader.center.text)
    for index in range(1, sheet.max_column + 1):
        letter = get_column_letter(index)
        if letter in sheet.column_dimensions:
            column = sheet.column_dimensions[letter]
            print("column", letter, column.number_format, column.font.name, round(column.width, 1))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                print("cell", f"{sheet.title}!{cell.coordinate}", cell.data_type, cell.number_format,
                      rgb(cell.fill.fgColor), rgb(cell.font.color), repr(cell.value))
    for rule in sheet.data_validations.dataValidation:
        print("rule", rule.sqref, rule.type, rule.formula1, rule.promptTitle, rule.prompt, rule.errorStyle)
