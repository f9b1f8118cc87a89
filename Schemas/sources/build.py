#!/usr/bin/env python3
"""Write Schemas/forms/*.json, and the list of them that is built into the program, from the sources beside this file.

usage: build.py [--check]

With --check nothing is written: exit status 1 where a file is not what the sources say.
"""
import importlib
import json
import pathlib
import sys

sys.dont_write_bytecode = True

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FORMS = ROOT / "Schemas/forms"
RESOURCES = ROOT / "Sources/CFormResources/form_resources.c"
SOURCES = ["inventory", "earthquake", "geology", "weather", "water", "marine", "forest", "evidence"]
BY_MEMBER = {"properties", "$defs", "hc:example"}
BY_ITEM = {"hc:groups", "hc:settings", "hc:rules", "hc:distinct", "hc:earlier", "allOf"}


def line(value):
    return json.dumps(value, ensure_ascii=False)


def rendered(document):
    """JSON in which a field, a rule and an example's value have a line each, so that a change shows as such."""
    parts = []
    for key, value in document.items():
        if key in BY_MEMBER:
            inner = ",\n".join(f"    {line(name)}: {line(each)}" for name, each in value.items())
            parts.append(f"  {line(key)}: {{\n{inner}\n  }}")
        elif key in BY_ITEM:
            inner = ",\n".join(f"    {line(each)}" for each in value)
            parts.append(f"  {line(key)}: [\n{inner}\n  ]")
        else:
            parts.append(f"  {line(key)}: {line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def resources(names):
    """The C file that embeds the forms; a form's place in it is its code and version."""
    lines = [
        "// Written by Schemas/sources/build.py.", '#include "form_resources.h"', "",
        "// #embed compiles in seconds what SwiftPM's embedInCode turns into minutes.",
    ]
    for name, code, version, _ in names:
        lines += [f"static const uint8_t {code.lower()}_{version}[] = {{", f'#embed "../../Schemas/forms/{name}"', "};"]
    lines += ["", "static const hc_form_resource forms[] = {"]
    for _, code, version, subject in names:
        variable = f"{code.lower()}_{version}"
        lines.append(f'    {{"{code}", {version}, "{subject}", {variable}, sizeof({variable})}},')
    lines += [
        "};", "", "int hc_form_count(void) { return (int)(sizeof(forms) / sizeof(forms[0])); }", "",
        "hc_form_resource hc_form_at(int index) {",
        "  return index >= 0 && index < hc_form_count() ? forms[index] : forms[0];", "}", "",
    ]
    return "\n".join(lines)


def main():
    sys.path.insert(0, str(HERE))
    wanted = {}
    for source in SOURCES:
        for form in importlib.import_module(source).FORMS:
            wanted[FORMS / f"{form.code}.json"] = rendered(form.json())
    listed = []
    for path in sorted(FORMS.glob("**/*.json")) if "--check" in sys.argv else sorted(
            set(FORMS.glob("earlier/*.json")) | set(wanted)):
        document = json.loads(wanted.get(path) or path.read_text(encoding="utf-8"))
        heading = document["hc:form"]
        subject = heading.get("hazard") or heading["kind"]
        listed.append((path.relative_to(FORMS).as_posix(), heading["code"], heading["version"], subject))
    listed.sort(key=lambda each: each[1:3])
    wanted[RESOURCES] = resources(listed)
    stale = [path for path, text in wanted.items()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in FORMS.glob("*.json") if path not in wanted]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what Schemas/sources says; run make forms", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
        print(path.relative_to(ROOT), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
