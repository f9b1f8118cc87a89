"""What the survey forms have in common: the fields of every survey object, its geometry and their rules."""
from vocabulary import *

LONGITUDE = (117.0, 120.0)
LATITUDE = (38.8, 40.6)

PHOTO = "a552eba771f1355658b84eb1f40f7b7eb4f2f3df501facb1945a836ec31ac7c2"


# ---------------------------------------------------------------- geometry

def _position():
    return {"type": "array",
            "prefixItems": [{"type": "number", "minimum": LONGITUDE[0], "maximum": LONGITUDE[1]},
                            {"type": "number", "minimum": LATITUDE[0], "maximum": LATITUDE[1]}],
            "items": {"type": "number"}, "minItems": 2, "maxItems": 3}


_POSITIONS = {"$ref": "#/$defs/position"}
_COORDINATES = {
    "Point": _POSITIONS,
    "LineString": {"type": "array", "items": _POSITIONS, "minItems": 2},
    "Polygon": {"type": "array", "items": {"$ref": "#/$defs/ring"}, "minItems": 1},
}
_ZH = {"Point": "点", "LineString": "线", "Polygon": "面"}
_EN = {"Point": "point", "LineString": "line", "Polygon": "polygon"}


class Geometry:
    """Which kinds of GeoJSON geometry a form takes."""

    def __init__(self, *kinds, example):
        self.kinds = kinds
        self.example = example
        self.name = "Or".join(kind if index else kind[0].lower() + kind[1:] for index, kind in enumerate(kinds))
        self.hint = ("GeoJSON，" + "或".join(_ZH[kind] for kind in kinds),
                     "GeoJSON " + " or ".join(_EN[kind] for kind in kinds))

    def definitions(self):
        result = {"position": _position()}
        if "Polygon" in self.kinds:
            result["ring"] = {"type": "array", "items": _POSITIONS, "minItems": 4}
        result[self.name] = self._definition()
        return result

    def _definition(self):
        if len(self.kinds) == 1:
            kind = self.kinds[0]
            return {"type": "object", "properties": {"type": {"const": kind}, "coordinates": _COORDINATES[kind]},
                    "required": ["type", "coordinates"], "additionalProperties": False}
        return {
            "type": "object",
            "properties": {"type": {"type": "string", "enum": list(self.kinds)}, "coordinates": {"type": "array"}},
            "required": ["type", "coordinates"], "additionalProperties": False,
            "allOf": [{"if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
                       "then": {"properties": {"coordinates": _COORDINATES[kind]}}} for kind in self.kinds]}


POINT = Geometry("Point", example={"type": "Point", "coordinates": [118.2614, 39.6712]})
LINE = Geometry("LineString", example={"type": "LineString", "coordinates": [[118.2614, 39.6712], [118.2714, 39.6712]]})
# About 100 m by 111 m.
POLYGON = Geometry("Polygon", example={"type": "Polygon", "coordinates": [[
    [118.2614, 39.6712], [118.2626, 39.6712], [118.2626, 39.6722], [118.2614, 39.6722], [118.2614, 39.6712]]]})
POINT_OR_POLYGON = Geometry("Point", "Polygon", example=POINT.example)
LINE_OR_POLYGON = Geometry("LineString", "Polygon", example=LINE.example)


# ---------------------------------------------------------------- fields

def identity(object_code, object_name, address):
    """Which object it is and in which region it lies."""
    return group("identity", "对象信息", "Survey object", [
        text("objectCode", "对象编码", "Object code", 24, required=True, example=object_code,
             hint=("须与清查底册一致", "As in the inventory")),
        text("objectName", "对象名称", "Object name", 60, required=True, example=object_name),
        code("countyCode", "县级行政区代码", "County code", "^13020[2-9]$", required=True, sourced=True,
             example="130205"),
        code("townCode", "乡级行政区代码", "Township code", "^[0-9]{9}$", required=True, sourced=True,
             example="130205100"),
        code("villageCode", "村级行政区代码", "Village code", "^[0-9]{12}$",
             hint=("对象位于一个村（居）时填写", "When the object lies in one village"), example="130205100201"),
        text("address", "详细地址", "Address", 100, required=True, example=address),
    ])


def location(geometry):
    """Where it lies."""
    return group("location", "空间位置", "Location", [
        number("lon", "经度", "Longitude", "°", *LONGITUDE, decimals=8, required=True, sourced=True, example=118.2614,
               hint=("CGCS2000，十进制度，至多8位小数", "CGCS2000, decimal degrees, at most 8 decimals")),
        number("lat", "纬度", "Latitude", "°", *LATITUDE, decimals=8, required=True, sourced=True, example=39.6712,
               hint=("CGCS2000，十进制度，至多8位小数", "CGCS2000, decimal degrees, at most 8 decimals")),
        number("elevation", "高程", "Elevation", "m", -10, 1500, example=32.5),
        Field("geometry", "空间图形", "Geometry", {"$ref": f"#/$defs/{geometry.name}"}, required=True,
              hint=geometry.hint, example=geometry.example),
        choice("posMethod", "定位方式", "Position method", [
            ("1", "GNSS定位", "GNSS"), ("2", "底图点选", "picked on the base map"),
            ("3", "资料坐标", "coordinates from records")], required=True, example="1"),
        number("posAccuracy", "定位精度", "Position accuracy", "m", 0, 1000, example=3.0),
        text("posSource", "原始坐标", "Original coordinates", 100,
             hint=("坐标由资料换算而来时，填写资料中的原文和坐标系",
                   "Where the position was converted from records: their own words and system")),
    ])


def survey():
    """Who surveyed it, when and from what."""
    return group("survey", "调查信息", "Survey", [
        text("surveyUnit", "调查单位", "Survey unit", 60, required=True, sourced=True, example="示例调查单位"),
        text("surveyor", "调查人", "Surveyor", 20, required=True, sourced=True, example="李娜"),
        code("phone", "联系电话", "Telephone", PHONE, required=True, example="0315-0000002"),
        text("filler", "填表人", "Form filler", 20, required=True, sourced=True, example="李娜"),
        text("reviewer", "审核人", "Reviewer", 20, least=1, sourced=True, example="王强",
             hint=("自检阶段起填写", "From self-check on")),
        text("unitHead", "单位负责人", "Head of unit", 20, least=1, hint=("上报前填写", "Before submission")),
        date("surveyDate", "调查日期", "Survey date", required=True, example="2021-06-13"),
        date("fillDate", "填表日期", "Filling date", required=True, sourced=True, example="2021-06-15"),
        choices("dataSource", "数据来源", "Data source", [
            ("1", "现场调查", "field visit"), ("2", "档案资料", "archives"),
            ("3", "部门共享", "shared by departments"), ("4", "遥感", "remote sensing"),
            ("5", "访谈", "interview")], required=True, example=["1", "2"]),
    ])


def photo_row():
    """One photo of an entry."""
    return [
        code("sha256", "照片摘要", "Photo SHA-256", SHA256, required=True),
        moment("takenAt", "拍摄时间", "Taken at", required=True),
        number("lon", "拍摄经度", "Photo longitude", "°", -180, 180, decimals=8),
        number("lat", "拍摄纬度", "Photo latitude", "°", -90, 90, decimals=8),
        number("azimuth", "拍摄方位角", "Camera azimuth", "°", 0, 360),
    ]


def _photo(index):
    return {"sha256": PHOTO[:-1] + f"{index:x}", "takenAt": "2021-06-13T12:40:00+08:00"}


def photos(least=1, hint=None):
    """The photos of an entry."""
    field = part("photos", "现场照片", "Photos", photo_row(), required=True, least=least, hint=hint, example=[
        {**_photo(index), "lon": 118.2614, "lat": 39.6712} for index in range(max(least, 1))])
    field.schema["items"]["dependentRequired"] = {"lon": ["lat"], "lat": ["lon"]}
    return field


def attachments(least_photos=1, photo_hint=None):
    """Photos and what is left to say."""
    return group("attachments", "照片与备注", "Photos and remarks", [
        photos(least_photos, photo_hint),
        text("remark", "备注", "Remark", 500, least=1, sourced=True, example="示例"),
    ])


# ---------------------------------------------------------------- rules

def settings():
    """The thresholds that every survey form has."""
    return [setting("photoDistance", 200, "照片与对象的最大距离", "Greatest distance of a photo from the object", "m")]


def rules(least_photos=1):
    """The rules of every survey form."""
    unplaced = [_photo(index) for index in range(max(least_photos, 1))]
    far = [{**each, "lon": 117.5, "lat": 39.1} for each in unplaced]
    return [
        error("townWithinCounty", "startsWith(townCode, countyCode)", "townCode countyCode",
              "乡级代码（{townCode}）须以县级代码（{countyCode}）开头。",
              "The township code ({townCode}) must begin with the county code ({countyCode}).",
              broken={"townCode": "130207103", "villageCode": None}),
        error("villageWithinTown", "startsWith(villageCode, townCode)", "villageCode townCode",
              "村级代码（{villageCode}）须以乡级代码（{townCode}）开头。",
              "The village code ({villageCode}) must begin with the township code ({townCode}).",
              broken={"villageCode": "130207103001"}),
        error("surveyedBeforeFilled", "surveyDate <= fillDate", "surveyDate fillDate",
              "调查日期（{surveyDate}）不得晚于填表日期（{fillDate}）。",
              "The survey date ({surveyDate}) must not be after the filling date ({fillDate}).",
              broken={"fillDate": "2021-06-12"}),
        error("filledByToday", "fillDate <= today()", "fillDate",
              "填表日期（{fillDate}）不得晚于今天。", "The filling date ({fillDate}) must not be in the future.",
              broken={"fillDate": "2999-01-01"}),
        error("reviewerIsNotSurveyor", "surveyor != reviewer", "surveyor reviewer",
              "审核人与调查人不得为同一人（{surveyor}）。", "The reviewer must not be the surveyor ({surveyor}).",
              broken={"reviewer": "李娜"}),
        warning("insideCounty", "withinRegion(countyCode)", "lon lat countyCode",
                "位置（{lon}，{lat}）在县级行政区 {countyCode} 的边界之外，请核对坐标，或说明理由。",
                "The position ({lon}, {lat}) lies outside the county {countyCode}; check it, or give the reason.",
                broken={"lon": 119.9, "photos": unplaced}, along=["insideTownship"], sourced=False),
        warning("insideTownship", "withinRegion(townCode)", "lon lat townCode",
                "位置（{lon}，{lat}）在乡级行政区 {townCode} 的边界之外，请核对坐标，或说明理由。",
                "The position ({lon}, {lat}) lies outside the township {townCode}; check it, or give the reason.",
                broken={"lon": 118.35, "photos": unplaced}, sourced=False),
        warning("photosNearObject", "photoDistance() <= $photoDistance", "photos",
                "照片拍摄位置距对象超过{$photoDistance}米，请说明原因。",
                "A photo was taken more than {$photoDistance} m from the object; give the reason.",
                broken={"photos": far}, sourced=False),
    ]


# ---------------------------------------------------------------- forms

def survey_form(form_code, *, hazard, title, about, status="unverified", source, object_code, object_name,
                address="开平镇示例村", geometry=POINT, groups, rules=(), settings=(), distinct=(), least_photos=1,
                photo_hint=None, definitions=None, **options):
    """A form for one kind of survey object: the common block around the form's own groups."""
    common = globals()
    shared = geometry.definitions()
    shared.update(definitions or {})
    return Form(
        form_code, title, about, status, source, hazard=hazard,
        groups=[identity(object_code, object_name, address), location(geometry), *groups, survey(),
                attachments(least_photos, photo_hint)],
        rules=common["rules"](least_photos) + list(rules), settings=common["settings"]() + list(settings),
        distinct=list(distinct), definitions=shared, **options)
