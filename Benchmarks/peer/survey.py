#!/usr/bin/env python3
"""Makes a household damage survey to validate: an envelope of 11 fields and 20 answers, some 800 bytes.

usage: survey.py COUNT FOLDER

Writes FOLDER/survey.ndjson with 2 % of invalid entries, the same in every run, FOLDER/schema.json, their JSON
Schema, and FOLDER/form.json, the same schema as a form. Prints {"count": N}.
"""

import datetime
import json
import pathlib
import random
import sys
import uuid

HAZARDS = ["flood", "earthquake", "landslide", "wildfire", "cyclone"]
FORMS = {hazard: f"{hazard}-household-damage" for hazard in HAZARDS}
REGIONS = [f"R-{number:04d}" for number in range(200)]
WALL = ["brick", "concrete", "timber", "mud", "stone", "metal_sheet"]
ROOF = ["tile", "concrete_slab", "metal_sheet", "thatch"]
BUILD = ["detached_house", "semi_detached", "apartment", "shop_house", "public_building"]
WATER = ["piped", "well", "river", "bottled", "tanker_truck"]
NEEDS = ["shelter", "drinking_water", "food", "medical", "clothing", "sanitation", "cash"]
WORDS = (
    "water wall cracked roof missing road access blocked family moved to school kitchen lost livestock "
    "well muddy bridge closed power line down children safe elder needs medicine").split()
STATUS = ["complete"] * 82 + ["partial"] * 13 + ["refused"] * 5


def whole(low, high):
    return {"type": "integer", "minimum": low, "maximum": high}


def number(low, high):
    return {"type": "number", "minimum": low, "maximum": high}


def choice(values):
    return {"type": "string", "enum": values}


def answers():
    properties = {
        "household_size": whole(1, 40), "children": whole(0, 30), "building_type": choice(BUILD),
        "floors": whole(1, 60), "year_built": whole(1800, 2026), "wall_material": choice(WALL),
        "roof_material": choice(ROOF), "damage_level": whole(0, 5), "depth_cm": number(0, 2000),
        "days_affected": whole(0, 365), "displaced": {"type": "boolean"}, "injured": whole(0, 40),
        "water_source": choice(WATER), "power_ok": {"type": "boolean"},
        "needs": {"type": "array", "items": choice(NEEDS), "maxItems": 7, "uniqueItems": True},
        "contact_phone": {"type": "string", "pattern": r"^\+[0-9]{8,15}$"},
        "visit_date": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "loss_estimate": number(0, 1e9), "insured": {"type": "boolean"},
        "remark": {"type": "string", "maxLength": 500},
    }
    required = [name for name in properties if name not in ("remark", "contact_phone")]
    return {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False}


def schema():
    properties = {
        "uuid": {
            "type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "questionnaire": choice(sorted(FORMS.values())),
        "release": {"type": "integer", "minimum": 1},
        "hazard": choice(HAZARDS),
        "region": {"type": "string", "pattern": "^R-[0-9]{4}$"},
        "lon": number(-180, 180), "lat": number(-90, 90),
        "collectedAt": {"type": "string", "minLength": 20, "maxLength": 20},
        "surveyor": {"type": "string", "minLength": 1, "maxLength": 32},
        "device": {"type": "string", "maxLength": 32},
        "status": choice(["complete", "partial", "refused"]),
        "answers": answers(),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
        "properties": properties,
        "required": [name for name in properties if name != "device"],
        "additionalProperties": False}


def annotated(name, field):
    """A field of the schema with the labels that a form's field has."""
    field = dict(field, **{"hc:label": {"zh": f"字段 {name}", "en": f"Field {name}"}})
    if "enum" in field:
        field["hc:choices"] = [
            {"value": value, "zh": f"选项 {value}", "en": value} for value in field["enum"]]
    if "items" in field:
        field["items"] = dict(field["items"], **{"hc:choices": [
            {"value": value, "zh": f"选项 {value}", "en": value} for value in NEEDS]})
    if "properties" in field:
        field["properties"] = {
            name: annotated(name, member) for name, member in field["properties"].items()}
    return field


def form():
    """The schema as a form, with the two fields that every form has."""
    bare = schema()
    fields = dict(bare["properties"], objectCode={"type": "string"}, townCode={"type": "string"})
    title = {"zh": "测速用表", "en": "Benchmark"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hazardcensus:form:BENCH:1", "title": "Benchmark", "description": "For measuring.",
        "hc:form": {
            "code": "BENCH", "version": 1, "hazard": "rainstorm", "title": title,
            "status": "unverified", "source": "benchmark"},
        "hc:groups": [{"key": "all", "zh": "全部", "en": "All"}], "hc:rules": [], "type": "object",
        "properties": {
            name: dict(annotated(name, field), **{"hc:group": "all"})
            for name, field in fields.items()},
        "required": bare["required"], "additionalProperties": False}


def spoil(answer, source):
    kind = int(source.random() * 4)
    if kind == 0:
        answer["damage_level"] = 9
    elif kind == 1:
        del answer["building_type"]
    elif kind == 2:
        answer["contact_phone"] = "unknown"
    else:
        answer["household_size"] = "four"


def entry(source):
    hazard = HAZARDS[int(source.random() * 5)]
    region = min(int(source.random() * source.random() * 260), 199)
    time = datetime.datetime(2026, 5, 1) + datetime.timedelta(
        seconds=int(source.random() * 86400 * 60))
    answer = {
        "household_size": source.randint(1, 9), "children": source.randint(0, 5),
        "building_type": source.choice(BUILD), "floors": source.randint(1, 4),
        "year_built": source.randint(1930, 2025), "wall_material": source.choice(WALL),
        "roof_material": source.choice(ROOF), "damage_level": source.randint(0, 5),
        "depth_cm": round(source.random() * 240, 1), "days_affected": source.randint(0, 45),
        "displaced": source.random() < .3, "injured": source.randint(0, 2),
        "water_source": source.choice(WATER), "power_ok": source.random() < .6,
        "needs": source.sample(NEEDS, source.randint(0, 4)),
        "contact_phone": f"+{source.randint(10**10, 10**11 - 1)}",
        "visit_date": time.strftime("%Y-%m-%d"),
        "loss_estimate": round(source.random() * 20000, 2), "insured": source.random() < .2,
        "remark": " ".join(source.choices(WORDS, k=source.randint(8, 20))),
    }
    if source.random() < .02:
        spoil(answer, source)
    return {
        "uuid": str(uuid.UUID(int=source.getrandbits(128), version=4)), "questionnaire": FORMS[hazard],
        "release": 3, "hazard": hazard, "region": REGIONS[region],
        "lon": round(120.2 + (region % 20) * .1 + source.random() * .1, 6),
        "lat": round(30.1 + (region // 20) * .1 + source.random() * .1, 6),
        "collectedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "surveyor": f"s{source.randint(1, 400):04d}", "device": f"dev-{source.randint(1, 250):05d}",
        "status": source.choice(STATUS), "answers": answer}


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    source = random.Random(1)
    with open(folder / "survey.ndjson", "w", encoding="utf-8") as file:
        file.write("\n".join(
            json.dumps(entry(source), separators=(",", ":")) for _ in range(count)))
    for name, content in [("schema.json", schema()), ("form.json", form())]:
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    print(json.dumps({"count": count}), flush=True)


if __name__ == "__main__":
    main()
