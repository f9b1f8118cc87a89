#!/usr/bin/python3
"""Compare exported survey objects, as GDAL reads them, with a central's own tables.

usage: scripts/check-export.py FOLDER

FOLDER has demo/central/central.sqlite, all.gpkg and all.geojson exported from it, and earthquake.gpkg with that
one hazard. Says what differs; exit 1 then.
"""
import collections
import json
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

from osgeo import ogr

ogr.UseExceptions()
if len(sys.argv) != 2:
    sys.exit(__doc__)
work = sys.argv[1]
central = sqlite3.connect(f"{work}/demo/central/central.sqlite")


def check(holds, words):
    if not holds:
        sys.exit(f"check-export: {words}")


def plain(value):
    """A field as both formats give it; GDAL reads the same moment in two ways of writing."""
    return value.replace("T", " ").rstrip("Z") if isinstance(value, str) else value


def rows(layer):
    names = [layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())]
    for feature in layer:
        values = {name: feature.GetField(name) for name in names}
        geometry = feature.GetGeometryRef()
        yield values, geometry.Clone() if geometry else None


def count(path):
    # A layer must not outlive its file, or GDAL crashes.
    file = ogr.Open(path)
    return file.GetLayer(0).GetFeatureCount()


package = ogr.Open(f"{work}/all.gpkg")
layers = {package.GetLayer(i).GetName(): package.GetLayer(i) for i in range(package.GetLayerCount())}
layers.pop("layer_styles")  # QGIS keeps styles there and does not list it.
check(list(layers) == ["调查对象", "调查点", "调查线", "调查面"], f"the layers are {list(layers)}")
for layer in layers.values():
    reference = layer.GetSpatialRef()
    check(reference.GetAuthorityCode(None) == "4490", "the reference system is not EPSG:4490")

# Every object of the inventory once, with the stage that the central keeps.
stages = ["none", "recorded", "received", "countyPassed", "cityPassed"]
kept = {
    (code, hazard): (stages[stage], bool(should), longitude, latitude)
    for code, hazard, stage, should, longitude, latitude in central.execute(
        "SELECT objectCode, hazard, stage, shouldSurvey, longitude, latitude FROM item")}
exported = {}
for values, point in rows(layers["调查对象"]):
    key = values["objectCode"], values["hazard"]
    check(key not in exported, f"{key} is there twice")
    exported[key] = (values["stage"], bool(values["shouldSurvey"]), point and point.GetX(), point and point.GetY())
check(exported == kept, "objects, stages or positions are not those of the central")
check(len({stage for stage, *_ in kept.values()}) > 2, "the demo has too few stages to compare")

# Every geometry that the standing revisions record, digit by digit, in the layer of its kind.
recorded, seen = collections.Counter(), collections.Counter()
for (record,) in central.execute(
        "SELECT record FROM revision JOIN entry ON entry.headCursor = revision.cursor WHERE entry.isListed = 1"):
    record = json.loads(record)
    geometry = record["content"].get("geometry")
    if geometry:
        recorded[record["entry"], ogr.CreateGeometryFromJson(json.dumps(geometry)).Normalize().ExportToIsoWkt()] += 1
kinds = {"调查点": "POINT", "调查线": "LINESTRING", "调查面": "POLYGON"}
for name, kind in kinds.items():
    for values, shape in rows(layers[name]):
        check(shape.GetGeometryName() == kind and shape.IsValid(), f"{name} has a {shape.GetGeometryName()}")
        seen[values["entry"], shape.Normalize().ExportToIsoWkt()] += 1
check(seen == recorded and seen, "the geometries are not those that the entries record")

# The spatial index finds what a look at every feature finds.
west, east, south, north = layers["调查对象"].GetExtent()
window = (west + (east - west) / 3, south + (north - south) / 3, west + (east - west) / 2, south + (north - south) / 2)
inside = sum(
    1 for *_, longitude, latitude in kept.values()
    if longitude is not None and window[0] <= longitude <= window[2] and window[1] <= latitude <= window[3])
layers["调查对象"].SetSpatialFilterRect(*window)
check(layers["调查对象"].GetFeatureCount() == inside > 0, "the spatial index finds other objects")
layers["调查对象"].SetSpatialFilter(None)

# GeoJSON has the same features with the same values.
collection = ogr.Open(f"{work}/all.geojson")
keys = {"objects": "调查对象", "entry-points": "调查点", "entry-lines": "调查线", "entry-polygons": "调查面"}
ours = collections.Counter()
for values, shape in rows(collection.GetLayer(0)):
    layer = keys[values.pop("layer")]
    values.pop("id")
    values["shouldSurvey"] = int(values["shouldSurvey"])
    ours[layer, str(sorted((k, plain(v)) for k, v in values.items())), shape.ExportToIsoWkt() if shape else ""] += 1
theirs = collections.Counter()
for name, layer in layers.items():
    layer.ResetReading()
    for values, shape in rows(layer):
        values["shouldSurvey"] = int(values["shouldSurvey"])
        theirs[name, str(sorted((k, plain(v)) for k, v in values.items())), shape.ExportToIsoWkt() if shape else ""] += 1
check(ours == theirs, f"GeoJSON and GeoPackage differ: {next(iter((ours - theirs) + (theirs - ours)), '')}")

# Only what was asked for; a style for each layer; and the file says of which state it is.
of_earthquakes = count(f"{work}/earthquake.gpkg")
check(of_earthquakes == sum(1 for _, hazard in kept if hazard == "earthquake") > 0, "there are other objects than those of earthquakes")
database = sqlite3.connect(f"{work}/all.gpkg")
styles = {}
for name, isDefault, document in database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles"):
    tree = xml.etree.ElementTree.fromstring(document)
    check({c.get("value") for c in tree.iter("category")} == {*stages, "excluded"}, f"{name} lacks a colour")
    check({a.get("field") for a in tree.iter("alias")} <= {d.GetName() for d in layers[name].schema},
          f"{name} names columns that it does not have")
    styles[name] = isDefault
check(styles == dict.fromkeys(layers, 1), f"the styles are {styles}")
about = json.loads(database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])
head = central.execute("SELECT hash FROM auditEntry ORDER BY position DESC LIMIT 1").fetchone()[0]
check(about["snapshot"] == head.hex() and about["objects"] == len(kept), f"the file says of itself {about}")
with open(f"{work}/all.geojson", encoding="utf-8") as file:
    check(json.load(file)["hazardCensus"] == about, "GeoJSON says another thing of itself")

# GDAL's own converter takes both files whole.
for source, features in ((f"{work}/all.gpkg", len(kept)), (f"{work}/all.geojson", sum(ours.values()))):
    target = source + ".converted.gpkg"
    subprocess.run(["ogr2ogr", "-f", "GPKG", target, source], check=True)
    check(count(target) == features, f"ogr2ogr lost features of {source}")
