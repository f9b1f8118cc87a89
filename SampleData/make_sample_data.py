#!/usr/bin/env python3
"""Make the sample data of one district. The same seed gives the same bytes.

usage: python3 SampleData/make_sample_data.py [--seed N] [--output FOLDER]

Reads townships.csv (real) beside this file and the forms in ../Schemas/forms. Writes inventory.csv,
not-applicable.csv, targets.csv, plan.csv, expenses.csv, activities.csv and devices/. Only the standard library
is needed; when the Python package jsonschema is installed, every entry is checked against its form.
The README's tables hold for the default seed.
"""
import argparse
import copy
import csv
import datetime
import hashlib
import json
import math
import os
import random
import sys
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
FORMS = os.path.join(HERE, "..", "Schemas", "forms")
COUNTY, EDITION, SEED = "130205", "2021-10-31", 130205
rng = random.Random(SEED)

HAZARD = {  # form: (class, hazard)
    "SEIS_FAULT": ("DZ", "earthquake"),
    "GEO_COLLAPSE": ("GH", "ground-collapse"),
    "MET_RAIN": ("QX", "rainstorm"),
    "WAT_RESERVOIR": ("SL", "river-flood"),
    "FOR_FIRESOURCE": ("LC", "forest-grassland-fire"),
}
# form: (objects, of them not to be surveyed, valid entries)
PLAN = {
    "SEIS_FAULT": (10, 0, 5),
    "GEO_COLLAPSE": (270, 11, 175),
    "MET_RAIN": (420, 17, 278),
    "WAT_RESERVOIR": (14, 1, 9),
    "FOR_FIRESOURCE": (540, 21, 354),
}
# A middle for each township, placed by hand for the sample; not an official coordinate.
MIDDLE = {
    "130205001": (118.250, 39.692), "130205002": (118.264, 39.672), "130205003": (118.226, 39.662),
    "130205005": (118.286, 39.752), "130205006": (118.224, 39.722), "130205100": (118.282, 39.660),
    "130205101": (118.322, 39.684), "130205102": (118.256, 39.642), "130205103": (118.328, 39.732),
    "130205104": (118.290, 39.712), "130205105": (118.222, 39.640),
}
MINING = ["130205001", "130205006", "130205100", "130205103", "130205104"]  # an assumption of the sample
DEVICES = {
    "a": ("张伟", "0315-0000001", ["130205001", "130205006", "130205100", "130205104"]),
    "b": ("李娜", "0315-0000002", ["130205002", "130205005", "130205101", "130205103"]),
    "c": ("王强", "0315-0000003", ["130205003", "130205102", "130205105"]),
}
UNIT = "开平区普查办（示例）"


def read_towns():
    with open(os.path.join(HERE, "townships.csv"), encoding="utf-8") as f:
        return {r["code"]: r["name"] for r in csv.DictReader(f)
                if r["edition"] == EDITION and r["county_code"] == COUNTY}


TOWNS = read_towns()
assert set(TOWNS) == set(MIDDLE)


def day(first, last):
    a, b = (datetime.date.fromisoformat(x) for x in (first, last))
    return (a + datetime.timedelta(days=rng.randint(0, (b - a).days))).isoformat()


def plus(date, days):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat()


def num(low, high, places=2):
    return round(rng.uniform(low, high), places)


def is_street(town):
    return int(town[6:]) < 100


def near(town):
    lon, lat = MIDDLE[town]
    spread = 0.008 if is_street(town) else 0.018
    return round(lon + rng.uniform(-spread, spread), 6), round(lat + rng.uniform(-spread, spread), 6)


def metres(line):
    """Length of a short line on the WGS 84 ellipsoid, by local radii."""
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(line, line[1:]):
        phi = math.radians((lat1 + lat2) / 2)
        e2, a = 0.00669437999, 6378137.0
        w = 1 - e2 * math.sin(phi) ** 2
        east = math.radians(lon2 - lon1) * a / math.sqrt(w) * math.cos(phi)
        north = math.radians(lat2 - lat1) * a * (1 - e2) / w ** 1.5
        total += math.hypot(east, north)
    return total


# ---------------------------------------------------------------- inventory

def make_inventory():
    objects = []
    towns = sorted(TOWNS)

    def add(form, serial, name, town, lon, lat, **facts):
        objects.append({
            "objectCode": f"{COUNTY}-{HAZARD[form][0]}-{serial:04d}", "hazardClass": HAZARD[form][0],
            "hazard": HAZARD[form][1], "formCode": form, "objectName": name, "townCode": town,
            "lon": lon, "lat": lat, "facts": dict(facts, serial=serial)})

    for k in range(1, 11):
        town = towns[(k * 5) % len(towns)]
        lon, lat = near(town)
        add("SEIS_FAULT", k, f"示例断层F{k}", town, lon, lat)
    for k in range(1, 271):
        town = rng.choice(MINING) if k % 5 else rng.choice(towns)
        lon, lat = near(town)
        cause = "1" if town in MINING else ("2" if k % 4 == 0 else "3")
        add("GEO_COLLAPSE", k, f"{TOWNS[town]}{k}号地面塌陷（示例）", town, lon, lat, cause=cause)
    serial = 0
    for k in range(14):
        town = towns[(k * 3 + 1) % len(towns)]
        lon, lat = near(town)
        number = "" if k < len(towns) else "二"
        sid, sname, kind = f"X{9001 + k}", f"{TOWNS[town]}{number}站（示例）", "1" if k == 0 else "2"
        for year in sorted(rng.sample(range(1981, 2021), 30)):  # one process a year: no two overlap
            serial += 1
            start = day(f"{year}-06-15", f"{year}-08-31")
            add("MET_RAIN", serial, f"{sname}{start}暴雨过程", town, lon, lat, stationId=sid, stationName=sname,
                stationKind=kind, startDate=start, processNo=f"{year}-{rng.randint(1, 12):03d}")
    for k in range(1, 15):
        town = towns[(k * 4 + 3) % len(towns)]
        lon, lat = near(town)
        add("WAT_RESERVOIR", k, f"{TOWNS[town]}示例水库{k}", town, lon, lat)
    kinds = ["3"] * 4 + ["2", "2", "1"]
    weights = [1 if is_street(town) else 3 for town in towns]
    for k in range(1, 541):
        town = rng.choices(towns, weights)[0]
        lon, lat = near(town)
        kind = kinds[k % 7]
        word = {"1": "经批准用火", "2": "违规用火", "3": "重要火源点"}[kind]
        add("FOR_FIRESOURCE", k, f"{TOWNS[town]}{word}{k}（示例）", town, lon, lat, fsKind=kind)

    for form, (total, out, _) in PLAN.items():
        mine = [o for o in objects if o["formCode"] == form]
        assert len(mine) == total, (form, len(mine))
        dropped = {o["objectCode"] for o in rng.sample(mine, out)}
        for o in mine:
            o["shouldSurvey"] = o["objectCode"] not in dropped
            o["excludeReason"] = "" if o["shouldSurvey"] else rng.choice("14" if form == "MET_RAIN" else "1234")
            o["source"] = {"MET_RAIN": "1", "SEIS_FAULT": "2"}.get(form) or str(rng.randint(1, 4))
            o["foundDate"] = day("2021-03-01", "2021-04-20")
            o["confirmUnit"] = UNIT
            o["confirmDate"] = day("2021-04-21", "2021-04-30")
    return objects


# ---------------------------------------------------------------- contents

def common(o, device, geometry, sources):
    person, phone, _ = DEVICES[device]
    surveyed = day("2021-05-10", "2021-11-18")
    lon, lat = o["lon"], o["lat"]
    serial = o["facts"]["serial"]
    c = {
        "objectCode": o["objectCode"], "objectName": o["objectName"], "countyCode": COUNTY,
        "townCode": o["townCode"], "address": f"唐山市开平区{TOWNS[o['townCode']]}（示例地址{serial}）",
        "lon": lon, "lat": lat, "elevation": num(18.0, 45.0, 1), "geometry": geometry,
        "posMethod": "1", "posAccuracy": num(1, 8, 1), "surveyUnit": UNIT, "surveyor": person, "phone": phone,
        "filler": person, "surveyDate": surveyed, "fillDate": plus(surveyed, rng.randint(0, 6)),
        "dataSource": sources,
        "photos": [{
            "sha256": hashlib.sha256(o["objectCode"].encode()).hexdigest(),
            "takenAt": f"{surveyed}T{rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}:00+08:00",
            "lon": round(lon + rng.uniform(-0.0005, 0.0005), 6), "lat": round(lat + rng.uniform(-0.0005, 0.0005), 6),
            "azimuth": rng.randint(0, 359)}],
    }
    if o["formCode"] in ("GEO_COLLAPSE", "FOR_FIRESOURCE") and serial % 2 == 0:
        c["villageCode"] = f"{o['townCode']}{200 + serial % 20}"
    return c


def point(o):
    return {"type": "Point", "coordinates": [o["lon"], o["lat"]]}


def box(o, half):
    x, y = o["lon"], o["lat"]
    ring = [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]]
    return {"type": "Polygon", "coordinates": [[[round(a, 6), round(b, 6)] for a, b in ring]]}


def grade(a, b, limits):
    for k, (la, lb) in enumerate(limits):
        if a >= la or b >= lb:
            return str(k)
    return "3"


def seis_fault(o, device):
    strike, dx = rng.randint(20, 70), 0.012
    dy = dx * math.cos(math.radians(39.7)) / math.tan(math.radians(strike))
    line = [[round(o["lon"] + t * dx, 6), round(o["lat"] + t * dy, 6)] for t in (-1, -0.2, 0, 1)]
    c = common(o, device, {"type": "LineString", "coordinates": line}, ["2", "4"])
    c.update({
        "faultCode": f"F{o['facts']['serial']:03d}", "faultName": o["objectName"], "faultZone": "示例断裂带",
        "faultType": rng.choice(["1", "2", "4", "5"]), "exposure": rng.choice(["2", "3", "3"]), "reliability": "2",
        "strike": strike, "dipDir": strike + 90 + rng.randint(-8, 8), "dipAngle": rng.randint(55, 85),
        "lengthKm": round(metres(line) / 1000, 1), "upperBreakDepth": num(8, 120, 1),
        "activityAge": rng.choice(["H", "LP", "EMP"]), "maxMag": num(5.5, 7.0, 1),
        "detectMethod": ["1", "2"], "mapScale": "1:50000", "setback": 100})
    if c["activityAge"] in ("H", "LP"):
        c["slipRateV"] = num(0.05, 0.6)
    return c


def geo_collapse(o, device):
    k = o["facts"]["serial"]
    c = common(o, device, box(o, 0.0012) if k % 3 == 0 else point(o), ["1", "2", "5"])
    area = num(0.004, 0.09, 4) if k % 4 else num(0.12, 0.8, 4)
    people = rng.choice([0, 0, 12, 36, 80, 140])
    loss, property_ = num(0, 60), num(5, 400)
    start = day("1996-01-01", "2016-12-31")
    low, deep = num(0.8, 4, 1), num(0.3, 1.5, 1)
    c.update({
        "tybh": f"{COUNTY}04{k:04d}", "ywbh": f"DM-{k:03d}", "yfys": ["7"] if o["facts"]["cause"] == "1" else ["6"],
        "wxdx": ["8", "11"] if k % 2 else ["2", "8"], "swrs": 0, "zjss": loss, "wxhs": math.ceil(people / 3.2),
        "wxrs": people, "wxcc": property_, "gmdj": "3" if area < 0.1 else "2",
        "zqdj": grade(0, loss, ((30, 1000), (10, 500), (3, 100))),
        "xqdj": grade(people, property_, ((1000, 10000), (500, 5000), (100, 500))), "qdxcd": "0", "fxdj": "3",
        "stgh": k % 3 == 0, "qcqfd": people > 0, "fzcs": k % 5 == 0, "fzjy": ["1"],
        "dxdm": "冲积平原，地形平坦（示例）", "rlhd": "地下采煤、农业灌溉（示例）",
        "cause": o["facts"]["cause"], "pitCount": rng.randint(1, 9), "distArea": area,
        "minDia": low, "maxDia": round(low + num(0, 20, 1), 1), "minDepth": deep,
        "maxDepth": round(deep + num(0, 4, 1), 1), "startDate": start, "developing": k % 3 != 1})
    if loss > 0:
        c["eventDate"] = plus(start, 30)
    if c["fzcs"]:
        c["fzlx"] = ["2", "5"]
    if people and k % 2:
        c["age0to14"], c["age60up"] = people // 6, people // 4
        c["age15to59"] = people - c["age0to14"] - c["age60up"]
    if k % 7 == 0:
        c["arrange"], c["longDir"] = "2", rng.randint(0, 359)
    else:
        c["arrange"] = "1"
    if not c["developing"]:
        c["stopDate"] = plus(start, rng.randint(200, 1200))
    if k % 4 == 0:
        c["peakFrom"], c["peakTo"] = plus(start, 20), plus(start, 120)
    if k % 5 == 0:
        c["pits"] = [{"no": 1, "shape": "1", "dia": c["maxDia"], "depth": c["maxDepth"], "trend": "缓慢扩大"}]
        c["cracks"] = {"count": 3, "maxLen": 60.5, "minLen": 8.0, "maxWid": 0.3, "minWid": 0.02}
    if c["cause"] == "1":
        thick = num(2, 6, 1)
        c.update({"overburdenLith": "砂岩、泥岩及第四系松散层", "coalThick": thick, "mineDate": str(rng.randint(1970, 1995)),
                  "mineThick": round(thick * 0.85, 1), "mineDepth": num(120, 620, 0), "method": "长壁式",
                  "roofMgmt": "全部垮落法", "repeated": k % 2 == 0, "goafShape": "长条形", "goafScale": "中等"})
    elif c["cause"] == "2":
        c.update({"stratumAge": "奥陶纪", "lithology": "石灰岩", "caveDepth": num(40, 120, 1), "waterLevelDepth": num(10, 35, 1)})
    else:
        c.update({"soilType": "粉质黏土", "soilThick": num(5, 30, 1), "wellDist": num(50, 900, 0), "pumpDrawdown": num(2, 15, 1)})
    return c


def met_rain(o, device):
    f = o["facts"]
    c = common(o, device, point(o), ["2", "3"])
    length = rng.randint(1, 3)
    daily = num(52, 98, 1) if f["serial"] % 4 else num(102, 236, 1)
    top = rng.randint(0, length - 1)
    total = round(daily + (length - 1) * num(4, 40, 1), 1)
    hours = [round(daily * x, 1) for x in (0.31, 0.52, 0.71, 0.88, 1.0)]
    c.update({
        "stationId": f["stationId"], "stationName": f["stationName"], "stationKind": f["stationKind"],
        "processNo": f["processNo"], "startDate": f["startDate"], "endDate": plus(f["startDate"], length - 1),
        "durationDays": length, "dayBoundary": "20-20", "source": "1" if f["stationKind"] == "1" else "2",
        "hasImpact": daily > 150, "totalRain": total, "maxDaily": daily, "maxDailyDate": plus(f["startDate"], top),
        "max1h": hours[0], "max3h": hours[1], "max6h": hours[2], "max12h": hours[3], "max24h": hours[4],
        "max1hTime": f"{plus(f['startDate'], top)}T{rng.randint(0, 19):02d}:00:00+08:00",
        "stormDays": 1, "rainHours": rng.randint(6, 20) * length, "grade": "1" if daily < 100 else "2"})
    if c["hasImpact"]:
        c["lossRef"] = f"示例灾情-{f['serial']:03d}"
    return c


def wat_reservoir(o, device):
    k = o["facts"]["serial"]
    c = common(o, device, box(o, 0.004) if k % 2 else point(o), ["1", "2"])
    total = num(12, 95, 1) if k % 3 else num(110, 800, 1)
    base = num(20, 36)
    third = k % 4 == 0
    c.update({
        "resCode": f"SL{COUNTY}{k:04d}", "resName": o["objectName"], "resType": "2",
        "engScal": "5" if total < 100 else "4", "engGrad": "V" if total < 100 else "IV", "watShed": num(1, 40, 1),
        "damType": "1", "damHigh": num(3, 9, 1), "damLen": num(200, 1800, 0), "compDate": day("1965-01-01", "1982-12-31"),
        "totCap": total, "benCap": round(total * 0.6, 1), "deadCap": round(total * 0.1, 1), "elevSys": "1",
        "deadLev": base, "flLim": round(base + 2.1, 2), "normLev": round(base + 2.6, 2), "flcoLev": round(base + 2.9, 2),
        "desFl": round(base + 3.2, 2), "chkFl": round(base + 3.7, 2), "desStd": 20, "chkStd": 200 if total < 100 else 300,
        "maxDis": num(5, 60, 1), "safetyClass": "3" if third else "2", "safetyTime": day("2014-01-01", "2020-12-31"),
        "reinforce": "2" if third else "0", "hasPower": k % 2 == 0, "hiddenType": ["1", "4"] if third else ["6"],
        "protObject": "下游村庄与农田（示例）", "admDep": "开平区水利局（示例）"})
    return c


def for_firesource(o, device):
    kind, k = o["facts"]["fsKind"], o["facts"]["serial"]
    c = common(o, device, point(o), ["1", "5"])
    c.update({"fsKind": kind, "distForest": num(5, 900, 0), "manager": f"示例责任人{k}", "mgrPhone": f"0315-{1000000 + k}",
              "measure": ["3"] if k % 9 == 0 else rng.choice([["2", "3"], ["1"], ["3", "4"]]), "strict": k % 11 != 0})
    if kind == "3":
        c["pointType"] = rng.choice(["1", "1", "4", "5", "7", "8"])
        return c
    c["year"] = rng.randint(2016, 2020)
    c["useType"] = rng.choice(["1", "3"]) if kind == "1" else rng.choice(["1", "4", "4", "5"])
    c["times"], c["area"] = rng.randint(1, 4), num(0.01, 1.2)
    if kind == "1":
        c.update({"approvedNo": f"示例批〔{c['year']}〕{k}号", "approver": "开平区示例审批单位", "period": "3月至4月，上午"})
    else:
        c.update({"fireDate": day(f"{c['year']}-01-10", f"{c['year']}-04-25"), "punished": rng.randint(0, 2)})
    return c


MAKE = {"SEIS_FAULT": seis_fault, "GEO_COLLAPSE": geo_collapse, "MET_RAIN": met_rain,
        "WAT_RESERVOIR": wat_reservoir, "FOR_FIRESOURCE": for_firesource}

# Rows that are wrong on purpose: (device, form, what, the change, which objects will do).
# In "what", "the schema accepts it" marks rows that only a rule or the import refuses.
def set_to(**fields):
    return lambda c: c.update(fields)


def without(*names):
    def change(c):
        for name in names:
            del c[name]
    return change


def swap(one, other):
    def change(c):
        c[one], c[other] = c[other], c[one]
    return change


def ages(c):
    c.update(wxrs=36, wxhs=12, xqdj="3", age0to14=6, age15to59=24, age60up=9)


def text_for_rain(c):
    c["totalRain"] = f"约{c['totalRain']}"


def one_day_more(c):
    c["durationDays"] += 1


def filled_before(c):
    c["surveyDate"], c["fillDate"] = plus(c["fillDate"], 4), c["surveyDate"]


def rain_again(c):
    c.update(totalRain=round(c["totalRain"] + 12.4, 1), fillDate=plus(c["fillDate"], 2))


def distance_again(c):
    c.update(distForest=c["distForest"] + 35, measure=["1"], fillDate=plus(c["fillDate"], 1))


def kind(number):
    return lambda o: o["facts"]["fsKind"] == number


def no_village(o):
    return o["facts"]["serial"] % 2 == 1


RULE = "the schema accepts it, the rule `%s` does not"
AGAIN = ("a second row for an object that an earlier row has, with other content; the schema accepts it, "
         "the import (`oneEntryPerObject`) does not")
TWIN = ("the process of an earlier row again, for another object; the schema accepts it, the rule across records "
        "`oneProcessPerStart` does not")
WRONG = [
    ("a", "SEIS_FAULT", "`strike` is 372, above 359", set_to(strike=372), None),
    ("a", "GEO_COLLAPSE", "the required field `pitCount` is missing", without("pitCount"), None),
    ("a", "GEO_COLLAPSE", "the smallest diameter is above the largest; " + RULE % "diametersInOrder",
     swap("minDia", "maxDia"), None),
    ("a", "MET_RAIN", "`surveyDate` is 2021-02-30, a day that does not exist", set_to(surveyDate="2021-02-30"), None),
    ("a", "MET_RAIN", AGAIN, rain_again, "again"),
    ("a", "MET_RAIN", TWIN, None, "twin"),
    ("a", "FOR_FIRESOURCE", "`posMethod` has the unknown choice `7`", set_to(posMethod="7"), None),
    ("a", "FOR_FIRESOURCE", "`townCode` is 130207103, a township of another county; " + RULE % "townWithinCounty",
     set_to(townCode="130207103"), no_village),
    ("b", "GEO_COLLAPSE", "the three age groups make 39 people, `wxrs` is 36; " + RULE % "agesAddUp", ages, None),
    ("b", "MET_RAIN", "`maxDaily` is 1200, above 800", set_to(maxDaily=1200.0, totalRain=1300.0, grade="3"), None),
    ("b", "MET_RAIN", "`totalRain` is a text (约…), not a number", text_for_rain, None),
    ("b", "FOR_FIRESOURCE", "an approved fire (`fsKind` 1) without `approvedNo`", without("approvedNo"), kind("1")),
    ("b", "FOR_FIRESOURCE", "`measure` has none (5) beside guard (2); " + RULE % "noMeasureStandsAlone",
     set_to(measure=["2", "5"]), None),
    ("b", "FOR_FIRESOURCE", AGAIN, distance_again, "again"),
    ("c", "GEO_COLLAPSE", "longitude and latitude are exchanged, both out of range", swap("lon", "lat"), None),
    ("c", "MET_RAIN", "`durationDays` is one more than the dates give; " + RULE % "durationFits", one_day_more, None),
    ("c", "WAT_RESERVOIR", "the flood-limit level is above the normal level; " + RULE % "floodLimitUpToNormal",
     swap("flLim", "normLev"), None),
    ("c", "FOR_FIRESOURCE", "`fireDate` is 2019-04-31, a day that does not exist",
     set_to(year=2019, fireDate="2019-04-31"), kind("2")),
    ("c", "FOR_FIRESOURCE", "filled before it was surveyed; " + RULE % "surveyedBeforeFilled", filled_before, None),
]


def device_of(o):
    return next(d for d, (_, _, towns) in DEVICES.items() if o["townCode"] in towns)


def make_entries(objects):
    """(device, form) -> contents; and the rows that are wrong on purpose."""
    entries, wrong = {}, []
    for form, (_, _, done) in PLAN.items():
        todo = [o for o in objects if o["formCode"] == form and o["shouldSurvey"]]
        spoilt, again, twins = {}, [], []
        for device, _, what, change, fits in (w for w in WRONG if w[1] == form):
            if fits == "again":
                again.append((device, what, change))
                continue
            if fits == "twin":
                twins.append((device, what))
                continue
            o = rng.choice([o for o in todo if device_of(o) == device and (fits is None or fits(o))])
            todo.remove(o)
            spoilt[o["objectCode"]] = (o, what, change)
        rows = rng.sample(todo, done) + [o for o, _, _ in spoilt.values()]
        for o in sorted(rows, key=lambda o: o["objectCode"]):
            device = device_of(o)
            content = MAKE[form](o, device)
            if o["objectCode"] in spoilt:
                _, what, change = spoilt[o["objectCode"]]
                change(content)
                wrong.append((device, form, o["objectCode"], what))
            entries.setdefault((device, form), []).append(content)
        for device, what, change in again:
            mine = entries[(device, form)]
            content = copy.deepcopy(rng.choice([c for c in mine if c["objectCode"] not in spoilt]))
            change(content)
            wrong.append((device, form, content["objectCode"], what))
            mine.append(content)
        # Drawn without chance, so that the other rows are what they are without these.
        for device, what in twins:
            mine = entries[(device, form)]
            content = copy.deepcopy(next(c for c in mine if c["objectCode"] not in spoilt))
            idle = next(o for o in todo if o not in rows and device_of(o) == device)
            content.update(objectCode=idle["objectCode"], objectName=idle["objectName"])
            wrong.append((device, form, idle["objectCode"], what))
            mine.append(content)
    return entries, sorted(wrong, key=lambda w: w[0])


def is_ndjson(device, form):
    return device == "b" or (device == "c" and form not in ("MET_RAIN", "FOR_FIRESOURCE"))


def file_of(device, form):
    return f"entries-{device}.ndjson" if is_ndjson(device, form) else f"entries-{form}.csv"


# ---------------------------------------------------------------- writing

def write_csv(path, columns, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(columns)
        w.writerows([[r.get(c, "") for c in columns] for r in rows])


def cell(v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, list) and all(isinstance(x, str) for x in v):
        return ";".join(v)
    if isinstance(v, (list, dict)):
        return json.dumps(v, ensure_ascii=False, separators=(",", ":"))
    return str(v)


def write_entries(entries, out):
    for device in DEVICES:
        folder = os.path.join(out, "devices", device)
        os.makedirs(folder, exist_ok=True)
        for old in os.listdir(folder):
            if old.startswith("entries-"):
                os.remove(os.path.join(folder, old))
        lines = []
        for form in PLAN:
            contents = entries.get((device, form), [])
            if not contents:
                continue
            if not is_ndjson(device, form):
                order = list(load_form(form)["properties"])
                used = [k for k in order if any(k in c for c in contents)]
                write_csv(os.path.join(folder, file_of(device, form)), used,
                          [{k: cell(v) for k, v in c.items()} for c in contents])
            else:
                lines += [json.dumps({"form": form, "content": c}, ensure_ascii=False, separators=(",", ":")) for c in contents]
        if lines:
            with open(os.path.join(folder, f"entries-{device}.ndjson"), "w", encoding="utf-8", newline="\n") as f:
                f.write("\n".join(lines) + "\n")


def load_form(form):
    with open(os.path.join(FORMS, form + ".json"), encoding="utf-8") as f:
        return json.load(f)


EXPENSES = [  # voucher, date, payee, summary, yuan, publicity?, reason, econ code
    ("V2021-001", "2021-03-10", "示例测绘技术公司", "致灾要素调查技术服务首付款", "58000.00", 0, "", "30227"),
    ("V2021-002", "2021-03-18", "示例文印社", "实施方案与调查表印刷", "5600.00", 0, "", "30202"),
    ("V2021-002", "2021-03-18", "示例文印社", "致居民一封信印刷", "3200.00", 1, "面向居民的宣传材料", "30202"),
    ("V2021-003", "2021-03-26", "示例办公用品店", "普查办公用品", "1860.00", 0, "", "30201"),
    ("V2021-004", "2021-04-15", "示例广告公司", "横幅与展板制作", "4850.00", 1, "公开张挂的宣传展板", "30299"),
    ("V2021-005", "2021-04-28", "示例培训中心", "省市培训食宿", "3600.00", 0, "", "30216"),
    ("V2021-006", "2021-05-12", "示例广告公司", "防灾减灾日活动场地与设备租赁", "5200.00", 1, "宣传活动场地设备", "30214"),
    ("V2021-006", "2021-05-12", "示例广告公司", "防灾减灾日宣传品", "3654.40", 1, "宣传品", "30299"),
    ("V2021-006", "2021-05-12", "示例广告公司", "普查资料搬运劳务", "800.00", 0, "", "30226"),
    ("V2021-007", "2021-05-20", "外业调查组", "外业差旅", "6240.00", 0, "", "30211"),
    ("V2021-008", "2021-06-08", "示例测绘技术公司", "致灾要素调查技术服务第二次付款", "35000.00", 0, "", "30227"),
    ("V2021-009", "2021-06-18", "普查员", "普查员劳务（5—6月）", "12800.00", 0, "", "30226"),
    ("V2021-010", "2021-06-25", "示例传媒公司", "普查宣传短视频", "6000.00", 1, "媒体宣传", "30227"),
    ("V2021-011", "2021-07-14", "示例会议中心", "区自办培训场地与讲义", "2950.00", 0, "", "30216"),
    ("V2021-012", "2021-08-10", "示例汽车租赁公司", "外业车辆租赁", "8400.00", 0, "", "30239"),
    ("V2021-013", "2021-08-26", "示例测绘技术公司", "退回多付技术服务费", "-3000.00", 0, "", "30227"),
    ("V2021-014", "2021-09-15", "普查员", "普查员劳务（7—9月）", "9600.00", 0, "", "30226"),
    ("V2021-015", "2021-09-28", "示例文印社", "普查知识折页印刷", "2800.00", 1, "面向群众发放的折页", "30202"),
    ("V2021-016", "2021-10-13", "示例传媒公司", "国际减灾日公众号与短信推送", "3200.00", 1, "媒体宣传", "30227"),
    ("V2021-017", "2021-10-20", "示例测绘技术公司", "致灾要素调查技术服务第三次付款", "42000.00", 0, "", "30227"),
    ("V2021-018", "2021-10-28", "示例通信公司", "数据上报通信费", "960.00", 0, "", "30207"),
    ("V2021-019", "2021-11-09", "示例文印社", "档案扫描复印", "2385.60", 0, "", "30202"),
    ("V2021-020", "2021-11-16", "普查员", "普查员劳务（10—11月）", "8500.00", 0, "", "30226"),
    ("V2021-021", "2021-11-22", "示例办公用品店", "移动存储介质与资料盒", "1800.00", 0, "", "30201"),
    ("V2021-022", "2021-11-26", "示例测绘技术公司", "成果图制作", "3000.00", 0, "", "30227"),
]
ACTIVITIES = [  # kind, date, title, organiser, place, town, count, satisfied, valid, note
    ("publicity", "2021-05-12", "防灾减灾日普查集中宣传（示例）", "区普查办", "示例广场", "130205100", 460, "", "", "发放致居民一封信与宣传品"),
    ("publicity", "2021-07-28", "普查知识进社区（示例）", "区普查办", "示例社区", "130205002", 180, "", "", ""),
    ("publicity", "2021-10-13", "国际减灾日普查进校园（示例）", "区普查办", "示例中学", "130205101", 620, "", "", ""),
    ("training", "2021-04-20", "省级普查业务培训（示例）", "省普查办", "石家庄", "", 4, "", "", "参加4人次"),
    ("training", "2021-05-06", "市级普查业务培训（示例）", "市普查办", "唐山", "", 3, "", "", "参加3人次"),
    ("training", "2021-09-07", "市级质检核查培训（示例）", "市普查办", "唐山", "", 2, "", "", "参加2人次"),
    ("training", "2021-07-14", "区级普查员培训（示例）", "区自办", "开平", "130205100", 20, "", "", "区自办培训不计入考核"),
    ("satisfaction", "2021-05-12", "集中宣传满意度问卷（示例）", "区普查办", "示例广场", "130205100", 160, 141, 152, "纸质问卷"),
    ("satisfaction", "2021-10-13", "进校园满意度问卷（示例）", "区普查办", "示例中学", "130205101", 124, 109, 118, "扫码问卷"),
]


BASIS = "《河北省第一次全国自然灾害综合风险普查总体方案》冀灾险普办发【2020】2号"
TARGETS = [  # real, word for word: level 1, level 2, level 3, description, operator, target, basis
    ("产出指标", "数量指标", "宣传教育", "对广大社会群众开展自然灾害风险普查工作的宣传普及次数", ">=", "2次", BASIS),
    ("产出指标", "数量指标", "参加培训情况", "参加省、市组织的风险普查培训人次", ">=", "7人", ""),
    ("产出指标", "质量指标", "灾害风险要素调查完成率", "单灾种制灾孕灾要素调查完成率", ">=", "60%", ""),
    ("产出指标", "时效指标", "灾害风险要素调查完成期限", "12月底前按照市普查办要求完成60%", "=", "按时完成", ""),
    ("产出指标", "成本指标", "宣传费用比例", "宣传费用占普查工作总费用的比例", "<=", "15%", ""),
    ("效果指标", "可持续性影响", "提供信息及依据",
     "是否通过普查工作为保障经济社会可持续发展提供权威的灾害风险信息和科学决策依据", "=", "是", ""),
    ("满意度指标", "服务对象满意度指标", "宣传活动满意度",
     "广大社会群众对开展自然灾害风险普查宣传科普工作的满意度", ">=", "90%", ""),
]
BUDGET = Decimal("300000.00")
PAYMENTS = [("2021-03-31", 25), ("2021-06-30", 50), ("2021-10-31", 75), ("2021-12-31", 100)]  # real
ABSENT = ("rockfall landslide debris-flow ground-fissure land-subsidence drought typhoon heat cold wind-hail snow "
          "lightning flash-flood").split()
MARINE = "storm-surge wave tsunami sea-ice sea-level-rise".split()
INLAND = ("开平区不临海", "the district does not lie on the coast")
LEFT_OUT = ("本示例不含，不说明该区实际情况", "not part of this sample; says nothing about the real district")


def write_tables(objects, out):
    columns = ("objectCode hazardClass hazard formCode objectName townCode lon lat shouldSurvey excludeReason "
               "source foundDate confirmUnit confirmDate").split()
    write_csv(os.path.join(out, "inventory.csv"), columns,
              [dict(o, shouldSurvey="true" if o["shouldSurvey"] else "false") for o in objects])
    columns = "hazard reasonZh reasonEn".split()
    rows = [(h, *LEFT_OUT) for h in ABSENT] + [(h, *INLAND) for h in MARINE]
    write_csv(os.path.join(out, "not-applicable.csv"), columns, [dict(zip(columns, r)) for r in rows])
    columns = "level1 level2 level3 description operator target basis".split()
    write_csv(os.path.join(out, "targets.csv"), columns, [dict(zip(columns, r)) for r in TARGETS])
    columns = "date cumulativePercent cumulativeYuan".split()
    write_csv(os.path.join(out, "plan.csv"), columns,
              [dict(zip(columns, (d, p, BUDGET * p / 100))) for d, p in PAYMENTS])
    columns = "voucherNo payDate payee summary amountYuan isPublicity reason econCode".split()
    write_csv(os.path.join(out, "expenses.csv"), columns,
              [dict(zip(columns, r), isPublicity="true" if r[5] else "false") for r in EXPENSES])
    columns = "kind date title organiser place townCode count satisfied valid note".split()
    write_csv(os.path.join(out, "activities.csv"), columns, [dict(zip(columns, r)) for r in ACTIVITIES])


def check(entries, wrong):
    try:
        import jsonschema
    except ImportError:
        print("note: the Python package jsonschema is not installed, so the entries were NOT checked against the forms")
        return True
    refused = []
    for (device, form), contents in sorted(entries.items()):
        dates = jsonschema.FormatChecker(formats=["date"])
        validator = jsonschema.Draft202012Validator(load_form(form), format_checker=dates)
        for c in contents:
            for error in validator.iter_errors(json.loads(json.dumps(c))):
                refused.append((device, form, c["objectCode"]))
                print("refused by the form:", device, form, c["objectCode"], error.message[:120])
    expected = {w[:3] for w in wrong if "schema accepts it" not in w[3]}
    good = set(refused) == expected
    print("check against the forms:", "as expected" if good else f"NOT as expected, wanted {sorted(expected)}")
    return good


def main():
    parser = argparse.ArgumentParser(description="Make the sample data of one district.")
    parser.add_argument("--seed", type=int, default=SEED, help=f"seed of all that is drawn (default {SEED})")
    parser.add_argument("--output", default=HERE, help="where to write (default: beside this script)")
    options = parser.parse_args()
    rng.seed(options.seed)
    objects = make_inventory()
    entries, wrong = make_entries(objects)
    write_tables(objects, options.output)
    write_entries(entries, options.output)
    for form, (_, _, done) in PLAN.items():
        mine = [o for o in objects if o["formCode"] == form]
        should = sum(o["shouldSurvey"] for o in mine)
        rows = {d: len(entries.get((d, form), [])) for d in DEVICES}
        print(f"{form}: {len(mine)} objects, {should} to survey, {done} valid ({100 * done / should:.1f} %), rows {rows}")
    should = sum(o["shouldSurvey"] for o in objects)
    done = sum(p[2] for p in PLAN.values())
    rows = {d: sum(len(c) for (e, _), c in entries.items() if e == d) for d in DEVICES}
    print(f"all: {len(objects)} objects, {should} to survey, {done} valid ({100 * done / should:.1f} %), rows {rows}")
    spent = sum(Decimal(r[4]) for r in EXPENSES)
    public = sum(Decimal(r[4]) for r in EXPENSES if r[5])
    print(f"expenses: {spent} yuan, publicity {public} ({100 * public / spent:.2f} %)")
    print("wrong on purpose:")
    for device, form, code, what in wrong:
        print(f"| {device}, `{file_of(device, form)}` | {code} | {what} |")
    return 0 if check(entries, wrong) else 1


if __name__ == "__main__":
    sys.exit(main())
