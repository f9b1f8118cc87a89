#!/usr/bin/env python3
"""Validates JSON lines from their text with fastjsonschema, which names the first error of each entry only.

usage: fast.py SCHEMA FILE

Prints {"seconds": S, "invalid": N}.
"""

import json
import sys
import time

import fastjsonschema
import orjson


def main():
    with open(sys.argv[1], "rb") as file:
        validate = fastjsonschema.compile(json.load(file))
    with open(sys.argv[2], "rb") as file:
        lines = file.read().split(b"\n")
    errors = []
    start = time.perf_counter()
    for line in lines:
        try:
            validate(orjson.loads(line))
        except fastjsonschema.JsonSchemaValueException as error:
            errors.append((error.name, error.message))
    print(json.dumps({"seconds": time.perf_counter() - start, "invalid": len(errors)}), flush=True)


if __name__ == "__main__":
    main()
