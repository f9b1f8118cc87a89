#!/usr/bin/python3
"""Check the forms against both meta-schemas, and the sample entries against the forms.

usage: scripts/check-forms.py

Needs Debian's python3-jsonschema (4.10) or a newer one. The rows of SampleData that a form refuses must be
exactly those that SampleData/README.md names under "Rows that are wrong on purpose", apart from the rows of
which it says that the schema accepts them. Numbers are read as floats, as any validator reads them.
"""
import csv
import json
import pathlib
import re
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    sys.exit("check-forms: the Python package jsonschema is missing; run scripts/setup.sh test")

ROOT = pathlib.Path(__file__).resolve().parent.parent
META = "urn:hazardcensus:meta:"
problems = []


def say(text):
    print(f"check-forms: {text}", file=sys.stderr)


def problem(where, what):
    problems.append(where)
    print(f"{where}: {what}")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def place(path):
    return "/" + "/".join(str(part) for part in path)


# ---------------------------------------------------------------- forms

def flatten(node, base=""):
    """The meta-schema with references inside the file only.

    jsonschema 4.10 follows neither a nested $id, where a property is called $id as well, nor a dynamic
    reference to a URN. So all of these are taken out here: check_forms() looks at that property itself, and
    subschemas() does the dynamic anchor's work.
    """
    if isinstance(node, list):
        return [flatten(item, base) for item in node]
    if not isinstance(node, dict):
        return node
    own = node.get("$id")
    if isinstance(own, str) and own == META + "annotations:1":
        base = "#/$defs/annotations"
    flat = {}
    for key, value in node.items():
        if key == "$id" or key == "$dynamicAnchor":
            continue
        if isinstance(value, str) and key == "$ref":
            if value.startswith("https://"):
                continue  # the standard's meta-schema; check_schema() applies it
            if value.startswith("#"):
                value = (base or "#") + value[1:]
            value = re.sub(f"^{META}([a-z]+):1#?", r"#/$defs/\1", value)
        flat[key] = flatten(value, base)
    return flat


def subschemas(schema, path=()):
    """The schema and every schema inside it, as the dynamic anchor would reach them."""
    yield path, schema
    if not isinstance(schema, dict):
        return
    for key in ("properties", "$defs"):
        for name, child in schema.get(key, {}).items():
            yield from subschemas(child, path + (key, name))
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, child in enumerate(schema.get(key, [])):
            yield from subschemas(child, path + (key, index))
    for key in ("items", "additionalProperties", "not", "if", "then", "else"):
        if key in schema:
            yield from subschemas(schema[key], path + (key,))


def check_forms():
    meta = load(ROOT / "Schemas/meta/form.schema.json")
    Draft202012Validator.check_schema(meta)
    flat = flatten(meta)
    whole = Draft202012Validator(flat)
    node = Draft202012Validator({"$ref": "#/$defs/node", "$defs": flat["$defs"]})
    identifier = Draft202012Validator(meta["properties"]["$id"])
    forms = {}
    current = sorted((ROOT / "Schemas/forms").glob("*.json"))
    for path in current + sorted((ROOT / "Schemas/forms/earlier").glob("*.json")):
        name = path.relative_to(ROOT)
        form = load(path)
        for error in Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(form):
            problem(name, f"{place(error.path)} is not JSON Schema 2020-12: {error.message[:200]}")
        for error in identifier.iter_errors(form.get("$id")):
            problem(name, f"/$id breaks the form meta-schema: {error.message[:200]}")
        for error in whole.iter_errors(form):
            problem(name, f"{place(error.path)} breaks the form meta-schema: {error.message[:200]}")
        for at, child in subschemas(form):
            if at:
                for error in node.iter_errors(child):
                    problem(name, f"{place(at + tuple(error.path))} breaks the form meta-schema: {error.message[:200]}")
        heading = form.get("hc:form", {})
        if path not in current:
            if f"{heading.get('code')}.{heading.get('version')}" != path.stem:
                problem(name, "code and version in hc:form are not the file's name")
            continue
        if heading.get("code") != path.stem:
            problem(name, "the code in hc:form is not the file's name")
        own = Draft202012Validator({key: part for key, part in form.items() if key != "$id"})
        for error in own.iter_errors(form.get("hc:example")):
            problem(name, f"{place(error.path)} of the example is refused: {error.message[:200]}")
        forms[path.stem] = form
    if not forms:
        problem("Schemas/forms", "there are no forms")
    return forms


# ---------------------------------------------------------------- sample entries

def resolved(form, schema):
    while "$ref" in schema:
        target = form
        for part in schema["$ref"].lstrip("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def value(form, schema, text):
    """A CSV cell as JSON, by the field's type; a text that does not fit the type stays a text."""
    schema = resolved(form, schema)
    kind = schema.get("type")
    try:
        if kind == "array" and resolved(form, schema.get("items", {})).get("type") == "string":
            return text.split(";")
        if kind in ("array", "object"):
            return json.loads(text)
        if kind in ("integer", "number", "boolean"):
            return json.loads(text)
    except ValueError:
        pass
    return text


def rows(path, forms):
    """Line, form code and content of each row."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            code = path.stem.removeprefix("entries-")
            form = forms[code]
            reader = csv.DictReader(file)
            for row in reader:
                content = {key: value(form, form["properties"].get(key, {}), text) for key, text in row.items() if text}
                yield reader.line_num, code, content
        else:
            for line, text in enumerate(file, 1):
                entry = json.loads(text)
                yield line, entry["form"], entry["content"]


def stated():
    """(device, file, object) of the rows that the README says a form's schema refuses, and the number of rows."""
    text = (ROOT / "SampleData/README.md").read_text(encoding="utf-8")
    section = re.search(r"^## Rows that are wrong on purpose\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    if not section:
        problem("SampleData/README.md", "there is no section “Rows that are wrong on purpose”")
        return set(), None
    wrong = set()
    for device, name, code, why in re.findall(
            r"^\| *(\w+), *`([^`]+)` *\| *(\S+) *\| *(.*?) *\|$", section[1], re.M):
        if "schema accepts it" not in why:
            wrong.add((device, name, code))
    total = re.search(r"The ([0-9,]+) rows", section[1])
    return wrong, int(total[1].replace(",", "")) if total else None


def check_entries(forms):
    expected, total = stated()
    dates = FormatChecker(formats=["date"])
    validators = {}
    for code, form in forms.items():
        # Without its $id the form is its own base, so that old versions follow “#/$defs/…”.
        validators[code] = Draft202012Validator(
            {key: part for key, part in form.items() if key != "$id"}, format_checker=dates)
    refused, count = {}, 0
    for path in sorted((ROOT / "SampleData/devices").glob("*/entries-*")):
        device = path.parent.name
        for line, code, content in rows(path, forms):
            count += 1
            errors = sorted(validators[code].iter_errors(content), key=lambda error: place(error.path))
            if errors:
                key = (device, path.name, content.get("objectCode"))
                refused[key] = f"{path.relative_to(ROOT)}:{line}: {place(errors[0].path)}: {errors[0].message[:120]}"
    for key in sorted(set(refused) - expected):
        problem(refused[key], "the README does not name this row")
    for key in sorted(expected - set(refused)):
        problem("SampleData/README.md", f"names {', '.join(key)}, which its form accepts or which is not there")
    if total is not None and total != count:
        problem("SampleData/README.md", f"speaks of {total} rows, there are {count}")
    if count == 0:
        problem("SampleData/devices", "there are no entries")
    return count, len(refused)


def main():
    forms = check_forms()
    if not problems:
        count, refused = check_entries(forms)
    if problems:
        say(f"{len(problems)} problems")
        return 1
    say(f"{len(forms)} forms are valid; of {count} sample entries {refused} are refused, as the README says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
