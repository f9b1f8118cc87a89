#!/usr/bin/env python3
"""Validates JSON lines from their text with jsonschema-rs and lists the errors of each.

usage: validate.py SCHEMA FILE

Prints {"seconds": S, "invalid": N}.
"""

import json
import sys
import time

import jsonschema_rs
import orjson


def main():
    with open(sys.argv[1], "rb") as file:
        validator = jsonschema_rs.validator_for(json.load(file))
    with open(sys.argv[2], "rb") as file:
        lines = file.read().split(b"\n")
    invalid = 0
    start = time.perf_counter()
    for line in lines:
        if list(validator.iter_errors(orjson.loads(line))):
            invalid += 1
    print(json.dumps({"seconds": time.perf_counter() - start, "invalid": invalid}), flush=True)


if __name__ == "__main__":
    main()
