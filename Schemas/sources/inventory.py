"""The inventory of survey objects: the list of what there is to survey, against which completion is measured."""
from common import *

CLASSES = [
    ("DZ", "地震灾害", "Earthquake", [("earthquake", "地震", "Earthquake")]),
    ("GH", "地质灾害", "Geological", [
        ("rockfall", "崩塌", "Rockfall"), ("landslide", "滑坡", "Landslide"), ("debris-flow", "泥石流", "Debris flow"),
        ("ground-collapse", "地面塌陷", "Ground collapse"), ("ground-fissure", "地裂缝", "Ground fissure"),
        ("land-subsidence", "地面沉降", "Land subsidence")]),
    ("QX", "气象灾害", "Meteorological", [
        ("rainstorm", "暴雨", "Rainstorm"), ("drought", "干旱", "Drought"), ("typhoon", "台风", "Typhoon"),
        ("heat", "高温", "Heat"), ("cold", "低温", "Cold"), ("wind-hail", "风雹", "Wind and hail"),
        ("snow", "雪灾", "Snow"), ("lightning", "雷电", "Lightning")]),
    ("SL", "水旱灾害", "Flood and drought", [
        ("river-flood", "流域洪水", "River flood"), ("flash-flood", "山洪", "Flash flood")]),
    ("HY", "海洋灾害", "Marine", [
        ("storm-surge", "风暴潮", "Storm surge"), ("wave", "海浪", "Wave"), ("tsunami", "海啸", "Tsunami"),
        ("sea-ice", "海冰", "Sea ice"), ("sea-level-rise", "海平面上升", "Sea-level rise")]),
    ("LC", "森林和草原火灾", "Forest and grassland fire", [
        ("forest-grassland-fire", "森林和草原火灾", "Forest and grassland fire")]),
]

# Which hazards a form may serve, by the beginning of its code. Drought is counted as meteorological, but the water
# department has a form of its own for it.
_WATER = ["river-flood", "flash-flood", "drought"]
_OF_CLASS = {value: [hazard[0] for hazard in hazards] for value, _, _, hazards in CLASSES}
SERVES = {"SEIS_": _OF_CLASS["DZ"], "GEO_": _OF_CLASS["GH"], "MET_": _OF_CLASS["QX"], "WAT_": _WATER,
          "SEA_": _OF_CLASS["HY"], "FOR_": _OF_CLASS["LC"]}


def hazard_in(hazards):
    """The hazard is one of these."""
    return "hazard in [" + ", ".join(f"'{each}'" for each in hazards) + "]"


INVENTORY = Form(
    "INVENTORY", ("清查登记表", "Inventory form"),
    "One object of the inventory: what it is, where it lies, and whether it is to be surveyed.",
    "unverified",
    "Our proposal from a published account of how objects are listed before the survey; neither field names nor "
    "ranges are confirmed by the technical specification.",
    kind="inventory",
    groups=[
        group("object", "对象", "Object", [
            text("objectCode", "对象编码", "Object code", 24, required=True, example="130205-SL-0005",
                 hint=("调查表的对象编码须与此一致", "The survey form's object code must be the same")),
            text("objectName", "对象名称", "Object name", 60, required=True, example="开平街道示例水库5"),
            choice("hazardClass", "灾害大类", "Hazard class", [each[:3] for each in CLASSES], required=True,
                   example="SL"),
            choice("hazard", "灾种", "Hazard", [hazard for each in CLASSES for hazard in each[3]], required=True,
                   example="river-flood", hint=("干旱归入气象灾害", "Drought is counted as meteorological")),
            text("requiredForm", "调查表代码", "Form code", 40, pattern="^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", required=True,
                 example="WAT_RESERVOIR", hint=("该对象须填的调查表，如WAT_RESERVOIR",
                                                "The form to fill for the object, such as WAT_RESERVOIR")),
        ]),
        group("location", "空间位置", "Location", [
            code("townCode", "乡级行政区代码", "Township code", "^13020[2-9][0-9]{3}$", required=True,
                 example="130205100", hint=("9位，按清查时的代码版本", "9 digits, of the code edition at the inventory")),
            [number(name, zh, en, "°", *bounds, decimals=8, required=True, sourced=True, example=example,
                    hint=("CGCS2000，十进制度；对象外边界内任意一点即可",
                          "CGCS2000, decimal degrees; any point within the object's outer boundary will do"))
             for name, zh, en, bounds, example in [("lon", "经度", "Longitude", LONGITUDE, 118.2614),
                                                   ("lat", "纬度", "Latitude", LATITUDE, 39.6712)]],
        ]),
        group("decision", "是否调查", "Whether to survey", [
            yes_no("shouldSurvey", "是否应调查", "To be surveyed", required=True, example=True,
                   hint=("“是”计入应调查数，即完成率的分母", "Yes counts in the denominator of the completion rate")),
            choice("excludeReason", "不调查原因", "Reason for exclusion", [
                ("1", "重复", "duplicate"), ("2", "灭失", "no longer exists"),
                ("3", "不在辖区", "outside the district"), ("4", "不达规模", "below the size in scope"),
                ("5", "其他", "other")], other="5", required=True, when=no("shouldSurvey")),
        ]),
        group("confirmation", "来源与确认", "Source and confirmation", [
            choice("source", "线索来源", "Source", [
                ("1", "部门台账", "department's register"), ("2", "历史普查", "earlier census"),
                ("3", "遥感", "remote sensing"), ("4", "乡镇上报", "reported by the township")], required=True,
                example="1"),
            date("foundDate", "发现日期", "Found on", required=True, example="2021-05-10"),
            text("confirmUnit", "确认单位", "Confirmed by", 60, required=True, example="开平区水利局（示例）"),
            date("confirmDate", "确认日期", "Confirmed on", required=True, example="2021-05-24"),
        ]),
        group("version", "清查底册版本", "Version of the list", [
            integer("listVersion", "清查底册版本", "Version of the list", None, 1, 9999, required=True, example=2,
                    hint=("增补、剔除或变更本对象的底册版本；完成率须注明版本",
                          "The version in which the object was added, removed or changed; completion rates quote it")),
            text("changeNote", "变更说明", "Note on the change", 500, example="锁定后由乡镇补报（示例）",
                 hint=("底册锁定后增补或剔除时必填", "Needed for what is added or removed after the list was frozen")),
            text("approver", "变更批准人", "Change approved by", 20, example="王强",
                 hint=("底册锁定后增补或剔除时必填", "Needed for what is added or removed after the list was frozen")),
        ]),
    ],
    settings=[setting("frozenVersion", 1, "锁定的底册版本；此后的版本须说明变更",
                      "The version that was frozen; later ones must explain a change")],
    rules=[
        error("hazardFitsClass", " and ".join(
            f"(hazardClass == '{value}' => {hazard_in(hazards)})" for value, hazards in _OF_CLASS.items()),
            "hazardClass hazard",
            "灾种（{hazard}）不属于灾害大类（{hazardClass}）。",
            "The hazard ({hazard}) does not belong to the class ({hazardClass}).",
            broken={"hazardClass": "LC"}, sourced=False),
        warning("formFitsHazard", " and ".join(
            f"(startsWith(requiredForm, '{prefix}') => {hazard_in(hazards)})" for prefix, hazards in SERVES.items()),
            "requiredForm hazard",
            "调查表（{requiredForm}）与灾种（{hazard}）不符，请核对。",
            "The form ({requiredForm}) does not serve the hazard ({hazard}).",
            broken={"requiredForm": "GEO_COLLAPSE"}, sourced=False),
        warning("marineOnCoast",
                "(hazardClass == 'HY' and shouldSurvey == true) => "
                "(startsWith(townCode, '130207') or startsWith(townCode, '130209'))", "hazardClass townCode",
                "海洋灾害只在沿海县区（丰南区130207、曹妃甸区130209）调查，{townCode}不属其内。",
                "Marine hazards are surveyed in coastal counties (130207 and 130209) only; {townCode} is in neither.",
                broken={"hazardClass": "HY", "hazard": "storm-surge", "requiredForm": "SEA_SEAWALL"}, sourced=False),
        error("foundBeforeConfirmed", "foundDate <= confirmDate", "foundDate confirmDate",
              "发现日期（{foundDate}）不得晚于确认日期（{confirmDate}）。",
              "The object must not be found ({foundDate}) after it was confirmed ({confirmDate}).",
              broken={"foundDate": "2021-05-25"}),
        error("confirmedByToday", "confirmDate <= today()", "confirmDate",
              "确认日期（{confirmDate}）不得晚于今天。",
              "The date of the confirmation ({confirmDate}) must not be in the future.",
              broken={"confirmDate": "2999-01-01"}),
        error("changeExplained", "listVersion > $frozenVersion => present(changeNote) and present(approver)",
              "changeNote approver listVersion",
              "底册锁定（第{$frozenVersion}版）后的增补或剔除（第{listVersion}版）须填写变更说明和批准人。",
              "What is added or removed in version {listVersion}, after version {$frozenVersion} was frozen, needs a "
              "note and who approved it.",
              broken={"changeNote": None}, sourced=False),
        warning("insideTownship", "withinRegion(townCode)", "lon lat townCode",
                "位置（{lon}，{lat}）在乡级行政区 {townCode} 的边界之外，请核对坐标，或说明理由。",
                "The position ({lon}, {lat}) lies outside the township {townCode}; check it, or give the reason.",
                broken={"lon": 118.35}, sourced=False),
    ],
    distinct=[distinct("error", "oneEntryPerObjectAndForm", "objectCode requiredForm", "objectCode requiredForm",
                       "对象{objectCode}的{requiredForm}已在清查底册中（对象 {other}）。",
                       "The object {objectCode} is in the inventory for {requiredForm} already (object {other}).")],
)

FORMS = [INVENTORY]
