"""The entries of the Swift benchmarks in kind and size: open-air fire sources of about 800 bytes."""

import json
import random

FORM = "FOR_FIRESOURCE"


def write(path, count, seed=1):
    chance = random.Random(seed)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, count + 1):
            line = {"form": FORM, "content": content(chance, number)}
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def content(chance, number, digest=None):
    lon, lat = round(chance.uniform(118.2, 118.35), 6), round(chance.uniform(39.6, 39.75), 6)
    day = f"2021-{chance.randint(4, 10):02}-{chance.randint(1, 28):02}"
    return {
        "objectCode": f"130205-LC-{number}", "objectName": f"野外火源{number}",
        "countyCode": "130205", "townCode": f"130205{chance.randint(100, 105)}",
        "address": f"唐山市开平区{number}号", "lon": lon, "lat": lat,
        "elevation": chance.randint(10, 49) + 0.5,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "posMethod": str(chance.randint(1, 2)), "posAccuracy": chance.randint(2, 9) + 0.2,
        "fsKind": "3", "pointType": str(chance.randint(1, 8)),
        "distForest": chance.randrange(50_000) / 10, "manager": f"责任人{number}",
        "mgrPhone": f"0315-{1_000_000 + number % 9_000_000}",
        "measure": [str(chance.randint(1, 2)), str(chance.randint(3, 4))], "strict": True,
        "surveyUnit": "开平区普查办", "surveyor": "李娜", "phone": "0315-0000002",
        "filler": "李娜", "surveyDate": day, "fillDate": day, "dataSource": ["1", "5"],
        "photos": [{"sha256": digest or chance.randbytes(32).hex(),
                    "takenAt": f"{day}T14:17:00+08:00", "lon": lon, "lat": lat,
                    "azimuth": chance.randrange(360)}],
    }
