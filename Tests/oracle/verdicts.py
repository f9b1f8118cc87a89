#!/usr/bin/env python3
"""Compares the program's verdicts on entries with those of jsonschema's Draft 2020-12 validator.

usage: verdicts.py FORMS_FOLDER INSTANCES

INSTANCES has one line {"form": CODE, "verdict": BOOL, "instance": VALUE} for each entry. The answer on
standard output is one JSON object with the number of entries compared, how many the oracle held
valid, and the mismatches. Exit status 69 means that jsonschema is not installed.

The oracle departs from the library in three places, each because the library judges a binary
approximation or a Python habit where JSON Schema means the text as it was written. No entry that a
surveyor would write needs them; the mutated ones do:

- Numbers are read as decimals. As a float, 49.999999999999999999 is 50 and reaches a minimum of 50.
- A decimal without fraction is an integer, as 1.0 is for the specification; the library knows this
  only of floats.
- In ECMA-262 `$` matches at the very end only; Python's also matches before a final line feed.
"""

import json
import pathlib
import re
import sys
from decimal import Decimal, localcontext

try:
    from jsonschema import Draft202012Validator, validators
    from jsonschema.exceptions import ValidationError
except ImportError:
    print("the Python package jsonschema is not installed", file=sys.stderr)
    sys.exit(69)


def is_integer(_checker, instance):
    if isinstance(instance, bool):
        return False
    if isinstance(instance, Decimal):
        with localcontext() as context:
            context.prec = 1000
            return instance == instance.to_integral_value()
    return isinstance(instance, int)


def pattern(validator, expression, instance, _schema):
    if not validator.is_type(instance, "string"):
        return
    if expression.endswith("$") and not expression.endswith("\\$"):
        expression = expression[:-1] + r"\Z"
    if not re.search(expression, instance):
        yield ValidationError(f"{instance!r} does not match {expression!r}")


Oracle = validators.extend(
    Draft202012Validator,
    validators={"pattern": pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", is_integer),
)


def load(text):
    return json.loads(text, parse_float=Decimal)


def main(forms, instances):
    oracles = {}
    for path in sorted(pathlib.Path(forms).glob("*.json")):
        schema = load(path.read_text(encoding="utf-8"))
        Oracle.check_schema(schema)
        oracles[path.stem] = Oracle(schema)
    compared = valid = 0
    mismatches = []
    with open(instances, encoding="utf-8") as lines:
        for line in lines:
            case = load(line)
            verdict = oracles[case["form"]].is_valid(case["instance"])
            compared += 1
            valid += verdict
            if verdict != case["verdict"]:
                mismatches.append(f"line {compared}: the oracle says {verdict}: {line.strip()}")
    answer = {"compared": compared, "valid": valid, "mismatches": mismatches}
    print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print("usage: verdicts.py FORMS_FOLDER INSTANCES", file=sys.stderr)
        sys.exit(64)
    main(sys.argv[1], sys.argv[2])
