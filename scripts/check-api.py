#!/usr/bin/python3
"""Check that Schemas/openapi.json describes the types and operations that Sources/CensusAPI states.

usage: scripts/check-api.py [--print]

Every public Codable struct and every enum of text of CensusAPI must have a component schema with the same
members, the same types and the same optional ones; every operation must have its route, input and output; every
reference must resolve. With --print the schemas as the sources state them come out as JSON, to be copied.
Only the standard library is needed.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Value types with a JSON form of their own; each has a hand-written component.
DOMAIN_VALUES = {"UniqueID", "ContentHash", "RegionCode", "CivilDate", "Fen", "LocalizedText"}
# Codable, but it travels in the shorter form that Fault.encode writes.
WRITTEN_BY_HAND = {"Fault"}
PLAIN = {
    "String": {"type": "string"}, "Bool": {"type": "boolean"}, "Double": {"type": "number"},
    "Int": {"type": "integer"}, "Int64": {"type": "integer"},
}
problems = []


def problem(what):
    problems.append(what)
    print(f"Schemas/openapi.json: {what}")


# ---------------------------------------------------------------- the sources

def sources(folder):
    for path in sorted((ROOT / "Sources" / folder).rglob("*.swift")):
        yield path.read_text(encoding="utf-8").splitlines()


def read_types(lines, structs, enums):
    """Public structs with their stored properties, and enums of text with their values, by nested name."""
    stack, comment = [], ""  # stack: (name, indentation, kind)
    for line in lines:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if text.startswith("///"):
            comment += text[3:] + "\n"
            continue
        while stack and text and indent <= stack[-1][1]:
            stack.pop()
        summary = re.sub(r"\s+", " ", re.sub(r"``([^`]+)``", r"\1", comment.split("\n \n")[0].split("\n\n")[0])).strip()
        head = re.match(r"public (struct|enum) (\w+)\s*:\s*([^{]*)\{(.*)", text)
        if head:
            kind, name, parents, rest = head.groups()
            name = ".".join([part[0] for part in stack] + [name])
            if kind == "struct" and re.search(r"\b(Codable|Encodable)\b", parents):
                structs[name] = {"summary": summary, "members": []}
            elif kind == "enum" and re.search(r"\bString\b", parents):
                enums[name] = {"summary": summary, "values": []}
                add_cases(enums[name], rest)
            if not rest.rstrip().endswith("}"):
                stack.append((name.split(".")[-1], indent, kind))
        elif stack and indent == stack[-1][1] + 2:
            name = ".".join(part[0] for part in stack)
            member = re.match(r"public (?:var|let) (\w+): ([^{=]+?)(?:\s*=.*)?$", text)
            if name in structs and member:
                structs[name]["members"].append((member[1], member[2], summary))
            elif name in enums:
                add_cases(enums[name], text)
        comment = ""


def add_cases(enum, text):
    found = re.match(r"case (.*?)\s*}?$", text.strip())
    for case in found[1].split(",") if found else []:
        name, _, value = case.strip().partition(" = ")
        enum["values"].append(value.strip('"') or name.strip("`"))


def expected_schemas():
    structs, enums = {}, {}
    for folder in ("CensusDomain", "CensusAPI"):
        for lines in sources(folder):
            found, texts = {}, {}
            read_types(lines, found, texts)
            enums.update(texts)
            if folder == "CensusAPI":
                structs.update(found)
            # Of the domain's values most are texts on the wire; this one is an object there too.
            elif "PaperOffice" in found:
                structs["PaperOffice"] = found["PaperOffice"]

    def schema(kind, owner):
        if kind.endswith("?"):
            return schema(kind[:-1], owner)
        if kind.startswith("[String:"):
            return {"type": "object", "additionalProperties": schema(kind[8:-1].strip(), owner)}
        if kind.startswith("["):
            return {"type": "array", "items": schema(kind[1:-1], owner)}
        if kind in PLAIN:
            return dict(PLAIN[kind])
        name = f"{owner}.{kind}" if f"{owner}.{kind}" in structs or f"{owner}.{kind}" in enums else kind
        used.add(name)
        return {"$ref": f"#/components/schemas/{name}"}

    used, result = set(), {}
    for name, struct in structs.items():
        if name in WRITTEN_BY_HAND:
            continue
        properties = {
            member: dict(schema(kind, name), description=summary)
            for member, kind, summary in struct["members"]}
        required = [member for member, kind, _ in struct["members"] if not kind.endswith("?")]
        result[name] = {"type": "object", "description": struct["summary"], "properties": properties}
        if required:
            result[name]["required"] = required
    for name in used & set(enums) | {"Disposition"}:
        result[name] = {"type": "string", "description": enums[name]["summary"], "enum": enums[name]["values"]}
    if "FormSubject" in used:  # A hazard or one of two words: no plain enumeration in Swift.
        result["FormSubject"] = {"type": "string", "enum": enums["Hazard"]["values"] + ["inventory", "evidence"]}
    for name in used - set(result) - DOMAIN_VALUES - WRITTEN_BY_HAND:
        problem(f"the sources use the type {name}, which this script does not know")
    return result


def expected_operations():
    text = "\n".join("\n".join(lines) for lines in sources("CensusAPI"))
    pattern = r"static let \w+\s*=\s*Operation<\s*(\w+)\s*,\s*(\w+)\s*>\(\s*\"(\w+)\"\s*\)"
    return {name: (given, answer) for given, answer, name in re.findall(pattern, text)}


# ---------------------------------------------------------------- the description

def core(schema):
    """What is compared of a schema: its shape, not its words and not its bounds."""
    if "$ref" in schema:
        return schema["$ref"]
    if schema.get("type") == "array":
        return [core(schema["items"])]
    return schema.get("type")


def compare(name, want, have):
    if "enum" in want:
        if sorted(want["enum"]) != sorted(have.get("enum", [])):
            problem(f"{name}: the values are {want['enum']}, described as {have.get('enum')}")
        return
    ours, theirs = want["properties"], have.get("properties", {})
    for member in ours.keys() | theirs.keys():
        if member not in theirs:
            problem(f"{name}.{member} is not described")
        elif member not in ours:
            problem(f"{name}.{member} is described, but the type has no such member")
        elif core(ours[member]) != core(theirs[member]):
            problem(f"{name}.{member} is {core(ours[member])}, described as {core(theirs[member])}")
    if sorted(want.get("required", [])) != sorted(have.get("required", [])):
        problem(f"{name}: required are {want.get('required', [])}, described as {have.get('required', [])}")


def references(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def check_references(document):
    for reference in set(references(document)):
        target = document
        for part in reference.removeprefix("#/").split("/"):
            target = target.get(part.replace("~1", "/")) if isinstance(target, dict) else None
        if target is None:
            problem(f"{reference} does not resolve")


def body(part):
    return next(iter(part.get("content", {}).values()), {}).get("schema", {}).get("$ref", "").split("/")[-1]


def check_operations(document, operations):
    prefix = "/v1/operations/"
    described = {path.removeprefix(prefix) for path in document["paths"] if path.startswith(prefix)}
    for name in described - operations.keys():
        problem(f"the operation {name} is described, but there is none")
    for name, (given, answer) in operations.items():
        route = document["paths"].get(prefix + name, {}).get("post")
        if route is None:
            problem(f"the operation {name} is not described")
            continue
        if body(route["requestBody"]) != given or body(route["responses"]["200"]) != answer:
            problem(f"the operation {name} takes {given} and gives {answer}, which is described otherwise")


def main():
    schemas, operations = expected_schemas(), expected_operations()
    if sys.argv[1:] == ["--print"]:
        print(json.dumps(schemas, ensure_ascii=False, indent=2))
        return 0
    document = json.loads((ROOT / "Schemas/openapi.json").read_text(encoding="utf-8"))
    described = document["components"]["schemas"]
    for name, want in sorted(schemas.items()):
        if name in described:
            compare(name, want, described[name])
        else:
            problem(f"there is no schema for {name}")
    check_operations(document, operations)
    check_references(document)
    if not schemas or not operations:
        problem("no types or no operations were found in the sources")
    if problems:
        print(f"check-api: {len(problems)} differences", file=sys.stderr)
        return 1
    print(f"check-api: {len(schemas)} types and {len(operations)} operations are described as they are", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
