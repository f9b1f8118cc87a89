"""Geological hazards: landslide, rockfall, debris flow, ground collapse, land subsidence and ground fissure."""
from common import *

SOURCE = ("Field names from software built on the official form; ranges and codes are our proposal, "
          "not confirmed by the technical specification.")
SOURCE_WITH_CODES = ("Field names, units and code lists from software built on the official form; ranges and size "
                     "limits are our proposal, not confirmed by the technical specification.")

MEASURES = {
    "1": ("监测预警", "monitoring and warning"), "4": ("排水", "drainage"), "6": ("搬迁", "relocation"),
    "9": ("其他", "other"),
}
SLOPE = {"2": ("支挡", "retaining structure"), "3": ("锚固", "anchoring"), "5": ("削方减载", "unloading"),
         "7": ("护坡", "slope protection")}
ROCK = {"2": ("清除危岩", "removal of loose rock"), "3": ("锚固", "anchoring"), "5": ("围栏警示", "fencing and signs"),
        "7": ("拦石墙或防护网", "rockfall barrier or net")}
GULLY = {"2": ("拦挡坝", "check dam"), "3": ("排导槽", "discharge channel"), "5": ("清淤", "dredging"),
         "7": ("植被恢复", "restoring vegetation")}
GROUND = {"2": ("回填", "backfilling"), "3": ("注浆加固", "grouting"), "5": ("围栏警示", "fencing and signs")}
AQUIFER = {"2": ("压采或禁采地下水", "less or no pumping"), "3": ("人工回灌", "artificial recharge"),
           "5": ("水源替代", "other source of water")}

YUAN = ("以万元计，不是元", "In 10,000 yuan, not in yuan")
NORTH = ("自正北顺时针量取", "Clockwise from north")

SIZE_CLASSES = [("0", "巨型", "giant"), ("1", "大型", "large"), ("2", "中型", "medium"), ("3", "小型", "small")]
EVENT_CLASSES = [("0", "特大型", "extra large"), *SIZE_CLASSES[1:]]
STABILITY = [("0", "不稳定", "unstable"), ("1", "基本稳定", "fairly stable"), ("2", "稳定", "stable")]
SPREADING = [("0", "向前推移", "advancing"), ("1", "向后扩展", "retrogressing"), ("2", "扩大型", "enlarging"),
             ("3", "缩减型", "diminishing"), ("4", "约束型", "confined")]
WEAK_PLANES = [("0", "卸荷裂隙", "unloading fracture"), ("1", "软弱夹层层面", "weak interlayer"),
               ("2", "节理裂隙", "joint"), ("3", "风化剥蚀界面", "weathering boundary"),
               ("4", "基覆界面", "boundary of bedrock and cover"), ("5", "其他", "other")]

AGES = {"age0to14": ["age15to59", "age60up"], "age15to59": ["age0to14", "age60up"],
        "age60up": ["age0to14", "age15to59"]}


# ---------------------------------------------------------------- what all six forms share

def shared_groups(values, measures, *, number_pattern="^13020[2-9]0[0-6][0-9]{4}$", triggers=True):
    """The groups that all six forms have; `values` holds the example of each field."""
    groups = [_numbers(number_pattern), _threat(triggers), _control({**MEASURES, **measures}), _setting(), _maps()]
    for each in groups:
        for field in each.fields:
            field.example = values.get(field.name)
    return groups


def _numbers(pattern):
    return group("geoIdentity", "统一编号", "Unified numbers", [
        code("tybh", "统一编号", "Unified number", pattern, required=True, sourced=True,
             hint=("县级代码6位+灾种2位+顺序号4位", "6 digits county, 2 digits kind of hazard, 4 digits serial number")),
        text("ywbh", "野外编号", "Field number", 20, least=1, sourced=True),
        text("xsbh", "县市编号", "County number", 20, least=1, sourced=True),
    ])


def _threat(triggers):
    causes = [
        choices("yfys", "诱发因素", "Triggers", [
            ("0", "降雨", "rain"), ("1", "地震", "earthquake"), ("2", "侵蚀", "erosion"),
            ("3", "冻融", "freeze and thaw"), ("4", "切坡", "slope cutting"), ("5", "加载", "loading"),
            ("6", "水事活动", "water works"), ("7", "地下采掘", "underground mining"), ("8", "其他", "other"),
        ], required=True, sourced=True),
        text("yfysOther", "其他诱发因素", "Other trigger", 100, required=True, when=has("yfys", "8")),
    ]
    return group("geoHazard", "灾害体与威胁", "Hazard and threat", [
        causes if triggers else [],
        choices("wxdx", "威胁对象", "Threatened objects", [
            ("0", "县城", "county seat"), ("1", "村镇", "village or town"), ("2", "居民点", "settlement"),
            ("3", "学校", "school"), ("4", "矿山", "mine"), ("5", "工厂", "factory"), ("6", "水库", "reservoir"),
            ("7", "电站", "power station"), ("8", "农田", "farmland"),
            ("9", "饮灌渠道", "drinking or irrigation channel"), ("10", "森林", "forest"), ("11", "公路", "road"),
            ("12", "大江大河", "major river"), ("13", "铁路", "railway"), ("14", "输电线路", "power line"),
            ("15", "通讯设施", "telecommunication"), ("16", "国防设施", "defence facility"), ("17", "其他", "other"),
        ], required=True, sourced=True),
        text("wxdxOther", "其他威胁对象", "Other threatened object", 100, required=True, when=has("wxdx", "17")),
        integer("swrs", "死亡人数", "Deaths", "人", 0, 10000, required=True, sourced=True),
        number("zjss", "直接损失", "Direct loss", "万元", 0, 999999999999, decimals=2, required=True, sourced=True,
               hint=YUAN),
        date("eventDate", "灾情发生日期", "Date of the event", when=either(above("swrs", 0), above("zjss", 0)),
             required_when=at_least("swrs", 1), hint=("有人员死亡时必填", "Required when people died")),
        integer("wxhs", "威胁户数", "Threatened households", "户", 0, 1000000, required=True, sourced=True),
        integer("wxrs", "威胁人数", "Threatened people", "人", 0, 10000000, required=True, sourced=True),
        integer("age0to14", "其中0—14岁", "of which aged 0–14", "人", 0, 10000000, sourced=True),
        integer("age15to59", "其中15—59岁", "of which aged 15–59", "人", 0, 10000000, sourced=True),
        integer("age60up", "其中60岁及以上", "of which aged 60 and over", "人", 0, 10000000, sourced=True),
        number("wxcc", "威胁财产", "Threatened property", "万元", 0, 999999999999, decimals=2, required=True,
               sourced=True, hint=YUAN),
        choice("gmdj", "规模等级", "Size class", SIZE_CLASSES, required=True, sourced=True,
               hint=("按灾害体的大小，不按灾情或险情", "By the size of the hazard, not by the damage or the threat")),
        choice("zqdj", "灾情等级", "Disaster class", EVENT_CLASSES, required=True, sourced=True,
               hint=("按已造成的死亡人数和直接损失", "By the deaths and the direct loss so far")),
        choice("xqdj", "险情等级", "Threat class", EVENT_CLASSES, required=True, sourced=True,
               hint=("按受威胁的人数和财产", "By the threatened people and property")),
        choice("qdxcd", "确定性程度", "Certainty", [
            ("0", "确定", "certain"), ("1", "基本确定", "fairly certain"), ("2", "不确定", "uncertain")], sourced=True),
        choice("fxdj", "风险等级", "Risk class", [
            ("1", "极高", "very high"), ("2", "高", "high"), ("3", "中", "medium"), ("4", "低", "low")], sourced=True),
        yes_no("stgh", "实体勾绘", "Outline drawn", sourced=True),
    ])


def _control(measures):
    kinds = [(value, *measures[value]) for value in sorted(measures)]
    return group("geoControl", "防治情况", "Prevention and control", [
        yes_no("qcqfd", "群测群防点", "Community monitoring point", sourced=True),
        yes_no("fzcs", "已有防治措施", "Control measures exist", sourced=True),
        choices("fzlx", "防治类型", "Kinds of measures", kinds, required=True, when=yes("fzcs")),
        text("fzlxOther", "其他防治类型", "Other kind of measure", 100, required=True, when=has("fzlx", "9")),
        choices("fzjy", "防治建议", "Advice", [
            ("1", "群测群防", "community monitoring"), ("2", "专业监测", "professional monitoring"),
            ("3", "搬迁避让", "relocation"), ("4", "工程治理", "engineering works"),
            ("5", "应急排危除险", "emergency removal of danger")], sourced=True),
    ])


def _setting():
    return group("geoSetting", "孕灾条件", "Hazard-breeding conditions", [
        text("dxdm", "地形地貌", "Landform", 500, least=1, sourced=True),
        text("dcyx", "地层岩性", "Stratum and lithology", 500, least=1, sourced=True),
        text("xpjg", "斜坡结构与构造", "Slope structure and tectonics", 500, least=1, sourced=True),
        text("swdz", "水文地质", "Hydrogeology", 500, least=1, sourced=True),
        text("zbtd", "植被及土地利用", "Vegetation and land use", 500, least=1, sourced=True),
        text("rlhd", "人类工程活动", "Human engineering activity", 500, least=1, sourced=True),
    ])


def _maps():
    return group("geoMaps", "调查点与图件", "Points and maps", [
        yes_no("ygd", "遥感点", "Remote-sensing point", sourced=True),
        yes_no("kcd", "勘查点", "Exploration point", sourced=True),
        yes_no("chd", "测绘点", "Mapping point", sourced=True),
        attachment("planMap", "平面图", "Plan", sourced=True),
        attachment("sectionMap", "剖面图", "Section", sourced=True),
    ])


def example_values(**values):
    """The example of the shared fields, where it is much the same in every form."""
    return {
        "swrs": 0, "zqdj": "3", "qdxcd": "0", "fxdj": "3", "stgh": False, "qcqfd": True, "fzcs": True,
        "fzjy": ["1"], "ygd": True, "kcd": False, "chd": True,
        "planMap": {"sha256": PHOTO[:-1] + "e", "fileName": "平面图.pdf"},
        "sectionMap": {"sha256": PHOTO[:-1] + "f", "fileName": "剖面图.pdf"},
        **values,
    }


def class_check(field, *measures, classes="0123", steps=("Huge", "Large", "Medium")):
    """The check that a class is that of the highest lower bound which any measure reaches.

    A measure is an expression and what its settings begin with.
    """
    def compared(operator, step, word):
        return f" {word} ".join(f"{measure} {operator} ${prefix}{step}" for measure, prefix in measures)
    parts = []
    below = ""
    for value, step in zip(classes, steps):
        parts.append(f"(({below}({compared('>=', step, 'or')})) => {field} == '{value}')")
        below = compared("<", step, "and") + " and "
    parts.append(f"(({compared('<', steps[-1], 'and')}) => {field} == '{classes[-1]}')")
    return " and ".join(parts)


def class_settings(prefix, zh, en, unit, huge, large, medium, largest=EVENT_CLASSES[0]):
    """The lower bounds of three classes; what is below belongs to the fourth."""
    return [
        setting(prefix + "Huge", huge, f"{largest[1]}{zh}下限", f"Lower bound of {largest[2]}: {en}", unit),
        setting(prefix + "Large", large, f"大型{zh}下限", f"Lower bound of large: {en}", unit),
        setting(prefix + "Medium", medium, f"中型{zh}下限", f"Lower bound of medium: {en}", unit),
    ]


def size_settings(zh, en, unit, huge, large, medium):
    """The lower bounds of the size classes."""
    return class_settings("size", f"规模的{zh}", en, unit, huge, large, medium, largest=SIZE_CLASSES[0])


SHARED_SETTINGS = [
    *class_settings("threatPeople", "险情的威胁人数", "threatened people", "人", 1000, 500, 100),
    *class_settings("threatProperty", "险情的威胁财产", "threatened property", "万元", 10000, 5000, 500),
    *class_settings("disasterDeaths", "灾情的死亡人数", "deaths", "人", 30, 10, 3),
    *class_settings("disasterLoss", "灾情的直接损失", "direct loss", "万元", 1000, 500, 100),
]


def shared_rules(values):
    """The rules that all six forms have."""
    number = values["tybh"]
    return [
        error("unifiedNumberInCounty", "startsWith(tybh, countyCode)", "tybh countyCode",
              "统一编号（{tybh}）须以县级代码（{countyCode}）开头。",
              "The unified number ({tybh}) must begin with the county code ({countyCode}).",
              broken={"tybh": "130206" + number[6:]}),
        warning("threatClassFits", class_check("xqdj", ("wxrs", "threatPeople"), ("wxcc", "threatProperty")),
                "xqdj wxrs wxcc",
                "险情等级与威胁人数（{wxrs}人）、威胁财产（{wxcc}万元）不符。",
                "The threat class does not fit the threatened people ({wxrs}) and property ({wxcc} × 10,000 yuan).",
                broken={"xqdj": "0" if values["xqdj"] == "3" else "3"}, sourced=False),
        warning("disasterClassFits", class_check("zqdj", ("swrs", "disasterDeaths"), ("zjss", "disasterLoss")),
                "zqdj swrs zjss",
                "灾情等级与死亡人数（{swrs}人）、直接损失（{zjss}万元）不符。",
                "The disaster class does not fit the deaths ({swrs}) and the direct loss ({zjss} × 10,000 yuan).",
                broken={"zqdj": "0"}, sourced=False),
        error("peopleNeedHouseholds", "wxrs > 0 => wxhs > 0", "wxhs wxrs",
              "威胁人数为{wxrs}人时，威胁户数须大于0。",
              "With {wxrs} threatened people there must be threatened households.",
              broken={"wxhs": 0}),
        error("agesAddUp", "wxrs == age0to14 + age15to59 + age60up", "age0to14 age15to59 age60up",
              "各年龄段人数（{age0to14}+{age15to59}+{age60up}）之和须等于威胁人数（{wxrs}）。",
              "The age groups ({age0to14}+{age15to59}+{age60up}) must add up to the threatened people ({wxrs}).",
              broken={"age0to14": values["age0to14"] + 1}),
        error("eventBySurvey", "eventDate <= surveyDate", "eventDate surveyDate",
              "灾情发生日期（{eventDate}）不得晚于调查日期（{surveyDate}）。",
              "The event ({eventDate}) must not be after the survey ({surveyDate}).",
              broken={"eventDate": "2021-08-06"}),
    ]


def hazard_rules(values, digits):
    """The shared rules, with those that the first version of the ground collapse form did not have."""
    number = values["tybh"]
    return shared_rules(values) + [
        warning("unifiedNumberOfHazard", f"slice(tybh, 6, 2) == '{digits}'", "tybh",
                f"统一编号（{{tybh}}）的第7、8位一般为本灾种的{digits}，请核对，或说明理由。",
                f"Digits 7 and 8 of the unified number ({{tybh}}) are usually {digits} for this kind of hazard; "
                "check it, or give the reason.",
                broken={"tybh": number[:6] + "00" + number[8:]}, sourced=False),
        warning("householdsWithinPeople", "wxhs <= wxrs", "wxhs wxrs",
                "威胁户数（{wxhs}）一般不大于威胁人数（{wxrs}），请核对，或说明理由。",
                "There are usually no more threatened households ({wxhs}) than people ({wxrs}); check it, "
                "or give the reason.",
                broken={"wxhs": values["wxrs"] + 1}, sourced=False),
    ]


UNIQUE_NUMBER = distinct("error", "unifiedNumberOnce", "tybh", "tybh",
                         "统一编号{tybh}已有记录（对象 {other}）。",
                         "The unified number {tybh} is recorded already (object {other}).")


def size_class(measure, field, zh, en):
    """The rule that the size class fits the field by which it goes."""
    return warning("sizeClassFits", class_check("gmdj", (measure, "size")), f"gmdj {field}",
                   f"规模等级与{zh}不符。", f"The size class does not fit {en}.", broken={"gmdj": "0"}, sourced=False)


def in_order(name, least, most, zh, zh_most, en, *, broken):
    """The rule that a least value does not exceed the greatest."""
    return error(name, f"{least} <= {most}", f"{least} {most}".replace(".", "/"),
                 f"{zh}（{{{least}}}）不得大于{zh_most}（{{{most}}}）。",
                 f"The least {en} ({{{least}}}) must not exceed the greatest ({{{most}}}).", broken=broken)


def history_rules(en, *, early, late_peak, stop, start):
    """The order of the dates between which something began, peaked and stopped, with what breaks each rule."""
    return [
        error("peakAfterStart", "peakFrom >= startDate", "peakFrom startDate",
              "盛发开始时间（{peakFrom}）不得早于始发时间（{startDate}）。",
              f"The peak ({{peakFrom}}) must not begin before the first {en} ({{startDate}}).", broken=early),
        error("peakInOrder", "peakFrom <= peakTo", "peakFrom peakTo",
              "盛发开始时间（{peakFrom}）不得晚于结束时间（{peakTo}）。",
              "The peak must not end ({peakTo}) before it begins ({peakFrom}).", broken=late_peak),
        error("stopAfterStart", "stopDate >= startDate", "stopDate startDate",
              "停止时间（{stopDate}）不得早于始发时间（{startDate}）。",
              f"The stop ({{stopDate}}) must not be before the first {en} ({{startDate}}).", broken=stop),
        error("startBySurvey", "startDate <= surveyDate", "startDate surveyDate",
              "始发时间（{startDate}）不得晚于调查日期（{surveyDate}）。",
              f"The first {en} ({{startDate}}) must not be after the survey ({{surveyDate}}).", broken=start),
    ]


def by_survey(name, field, zh, en, *, clock_time=False, broken=None):
    """The rule that a day, or the day of a moment, is not after the survey."""
    day = f"slice({field}, 0, 10)" if clock_time else field
    return error(name, f"{day} <= surveyDate", f"{field} surveyDate",
                 f"{zh}（{{{field}}}）不得晚于调查日期（{{surveyDate}}）。",
                 f"{en} ({{{field}}}) must not be after the survey ({{surveyDate}}).",
                 broken=broken or {field: "2021-08-06T10:00:00+08:00" if clock_time else "2021-08-06"})


def product_fits(name, volume, area, thickness, zh, en, *, broken):
    """The rule that a volume is about the area times the thickness."""
    return warning(name, f"abs({volume} - {area} * {thickness}) <= {area} * {thickness} * $volumeTolerance / 100",
                   f"{volume} {area} {thickness}",
                   f"{zh}体积（{{{volume}}} m³）与面积（{{{area}}} ㎡）乘厚度（{{{thickness}}} m）"
                   "相差超过{$volumeTolerance}%，请核对，或说明理由。",
                   f"The volume of the {en} ({{{volume}}} m³) differs by more than {{$volumeTolerance}} % from its "
                   f"area ({{{area}}} m²) times its thickness ({{{thickness}}} m); check it, or give the reason.",
                   broken=broken, sourced=False)


VOLUME_TOLERANCE = setting("volumeTolerance", 30, "体积与面积乘厚度的允许偏差",
                           "Allowed difference of a volume from area times thickness", "%")


def drawn_area_fits(field, factor, unit, unit_en):
    """The rule that an outline, where one is drawn, has about the area that is given."""
    drawn = f"areaKm2(geometry) * {factor}" if factor != 1 else "areaKm2(geometry)"
    return warning("drawnAreaFits", f"abs({drawn} - {field}) <= {field} * $areaTolerance / 100", f"{field} geometry",
                   f"所填面积（{{{field}}} {unit}）与勾绘的面积相差超过{{$areaTolerance}}%，请核对，或说明理由。",
                   f"The area given ({{{field}}} {unit_en}) differs by more than {{$areaTolerance}} % from the one "
                   "drawn; check it, or give the reason.",
                   broken={"geometry": POLYGON.example}, sourced=False)


AREA_TOLERANCE = setting("areaTolerance", 30, "所填面积与勾绘面积的允许偏差",
                         "Allowed difference of the area given from the one drawn", "%")


def height(name, zh, en, *, example, hint=None):
    """A height above sea level."""
    return number(name, zh, en, "m", -10, 1500, required=True, sourced=True, hint=hint, example=example)


# ---------------------------------------------------------------- landslide

LANDSLIDE_VALUES = example_values(
    tybh="130205010001", ywbh="HP-001", xsbh="KP-HP-001", yfys=["0", "4"], wxdx=["2", "11"], zjss=12.5,
    eventDate="2016-07-20", wxhs=12, wxrs=38, age0to14=6, age15to59=22, age60up=10, wxcc=180.0, gmdj="3", xqdj="3",
    fzlx=["2", "4"], dxdm="低丘缓坡，坡脚有切坡陡坎（示例）", dcyx="第四系坡积粉质黏土夹碎石，下伏砂岩（示例）",
    xpjg="顺向坡，岩层倾角小于坡角（示例）", swdz="孔隙潜水，雨季坡脚渗水（示例）", zbtd="灌草坡地，局部果园（示例）",
    rlhd="坡脚切坡建房（示例）")

LANDSLIDE = survey_form(
    "GEO_LANDSLIDE", hazard="landslide", title=("滑坡（隐患）调查表", "Landslide survey form"),
    about="One landslide, or one slope that may slide, drawn as a point or as its outline.",
    status="partly-verified", source=SOURCE, geometry=POINT_OR_POLYGON,
    object_code="130205-GH-0001", object_name="示例村1号滑坡（示例）",
    groups=shared_groups(LANDSLIDE_VALUES, SLOPE) + [
        group("slide", "滑坡特征", "Landslide", [
            choice("hplx", "滑坡类型", "Kind of landslide", [("1", "岩质", "rock"), ("2", "土质（碎屑）", "soil or debris")],
                   required=True, sourced=True, example="2"),
            choice("ydxs", "运动形式", "Way of moving", [
                ("1", "推移式", "pushed from above"), ("2", "牵引式", "drawn from below"),
                ("3", "复合式", "composite")], sourced=True, example="2"),
            choice("mqwdzt", "目前稳定状态", "Stability at present", STABILITY, required=True, sourced=True, example="1"),
            choice("hpnd", "滑坡年代", "Age of the landslide", [
                ("1", "古", "ancient"), ("2", "老", "old"), ("3", "现代", "recent")], sourced=True, example="3"),
            choice("tzfs", "扩展方式", "Way of spreading", SPREADING, sourced=True, example="1"),
            choice("qzmlx", "潜在（控滑）面类型", "Kind of potential slip surface", WEAK_PLANES, other="5", sourced=True,
                   example="4"),
            moment("occurDate", "发生时间", "Time of sliding", sourced=True, example="2016-07-20T15:30:00+08:00",
                   hint=("尚未滑动的隐患不填", "Not for a slope that has not slid yet")),
            number("ycqx", "岩层倾向", "Dip direction of the beds", "°", 0, 359, sourced=True, example=135,
                   hint=NORTH),
            number("ycqj", "岩层倾角", "Dip of the beds", "°", 0, 90, sourced=True, example=28),
        ]),
        group("slideForm", "滑坡形态", "Shape and size", [
            number("hppd", "坡度", "Slope angle", "°", 0, 90, required=True, sourced=True, example=26.0,
                   hint=("以度计，不是百分比", "In degrees, not in percent")),
            number("hppx", "坡向", "Slope direction", "°", 0, 359, required=True, sourced=True, example=120,
                   hint=("坡面朝向，自正北顺时针量取", "The way in which the slope faces, clockwise from north")),
            height("qygc", "前缘高程", "Height of the toe", example=24.0,
                   hint=("滑坡最低处，1985国家高程基准", "The lowest point, 1985 national height datum")),
            height("hygc", "后缘高程", "Height of the crown", example=60.5,
                   hint=("滑坡最高处，1985国家高程基准", "The highest point, 1985 national height datum")),
            number("hpcd", "长度", "Length", "m", 1, 5000, required=True, sourced=True, example=85.0,
                   hint=("沿主滑方向量取", "Along the main direction of sliding")),
            number("hpkd", "宽度", "Width", "m", 1, 5000, required=True, sourced=True, example=46.0,
                   hint=("垂直于主滑方向量取", "Across the main direction of sliding")),
            number("hphd", "厚度", "Thickness", "m", 0.1, 300, required=True, sourced=True, example=3.2,
                   hint=("平均厚度", "The mean thickness")),
            number("hpmj", "面积", "Area", "㎡", None, 25000000, over=0, sourced=True, example=3100,
                   hint=("以平方米计，不是亩", "In square metres, not in mu")),
            number("hptj", "体积", "Volume", "m³", None, 7500000000, over=0, required=True, sourced=True, example=9900,
                   hint=("以立方米计，不是万立方米", "In cubic metres, not in 10,000 m³")),
            choice("planShape", "平面形态", "Shape in plan", [
                ("1", "半圆", "half circle"), ("2", "矩形", "rectangle"), ("3", "舌形", "tongue"),
                ("4", "不规则", "irregular")], sourced=True, example="3"),
            choice("profShape", "剖面形态", "Shape in section", [
                ("1", "凸形", "convex"), ("2", "凹形", "concave"), ("3", "直线", "straight"), ("4", "阶梯", "stepped"),
                ("5", "复合", "composite")], sourced=True, example="2"),
            part("deform", "变形迹象", "Signs of deformation", [
                text("name", "名称", "Sign", 50, required=True, sourced=True),
                text("part", "部位", "Place on the slope", 50, sourced=True),
                text("feature", "特征", "Description", 200, sourced=True),
                date("firstDate", "初现时间", "First seen", sourced=True),
            ], most=8, sourced=True, hint=("至多填写八处", "At most eight"), example=[
                {"name": "地表裂缝", "part": "后缘", "feature": "弧形张裂缝，长12米，宽5厘米（示例）",
                 "firstDate": "2016-07-18"},
                {"name": "墙体开裂", "part": "前缘", "firstDate": "2018-08-02"}]),
            record("houses", "房屋间数", "Rooms by structure", [
                integer("steel", "钢结构", "Steel", "间", 0, 100000, sourced=True),
                integer("steelConcrete", "钢混结构", "Steel and concrete", "间", 0, 100000, sourced=True),
                integer("brickConcrete", "砖混结构", "Brick and concrete", "间", 0, 100000, sourced=True),
                integer("brickWood", "砖木结构", "Brick and wood", "间", 0, 100000, sourced=True),
                integer("adobe", "土坯结构", "Adobe", "间", 0, 100000, sourced=True),
                integer("other", "其他结构", "Other", "间", 0, 100000, sourced=True),
            ], sourced=True, hint=("受威胁的房屋，按间计，不按栋计", "Threatened rooms, not buildings"),
                example={"steel": 0, "steelConcrete": 0, "brickConcrete": 32, "brickWood": 14, "adobe": 2, "other": 0}),
        ]),
    ],
    rules=hazard_rules(LANDSLIDE_VALUES, "01") + [
        error("crownAboveToe", "hygc > qygc", "hygc qygc",
              "后缘高程（{hygc} m）须大于前缘高程（{qygc} m）。",
              "The crown ({hygc} m) must be higher than the toe ({qygc} m).", broken={"hygc": 20.0}),
        product_fits("volumeFits", "hptj", "hpmj", "hphd", "滑坡", "landslide", broken={"hptj": 20000}),
        warning("areaWithinOutline", "hpmj <= $outlineFactor * hpcd * hpkd", "hpmj hpcd hpkd",
                "面积（{hpmj} ㎡）大于长度（{hpcd} m）乘宽度（{hpkd} m）的{$outlineFactor}倍，请核对，或说明理由。",
                "The area ({hpmj} m²) exceeds {$outlineFactor} times the length ({hpcd} m) times the width ({hpkd} m); "
                "check it, or give the reason.",
                broken={"hpmj": 5000, "hptj": 16000}, sourced=False),
        size_class("hptj / 10000", "hptj", "体积（{hptj} m³）", "the volume ({hptj} m³)"),
        drawn_area_fits("hpmj", 1000000, "㎡", "m²"),
        by_survey("slideBySurvey", "occurDate", "发生时间", "The sliding", clock_time=True),
        error("signsBySurvey", "every(deform, 'firstDate <= surveyDate')", "deform surveyDate",
              "变形迹象的初现时间不得晚于调查日期（{surveyDate}）。",
              "No sign of deformation may be first seen after the survey ({surveyDate}).",
              broken={"deform": [{"name": "地表裂缝", "firstDate": "2021-08-06"}]}),
    ],
    settings=[
        *SHARED_SETTINGS,
        *size_settings("体积", "volume of the landslide", "10⁴m³", 1000, 100, 10),
        VOLUME_TOLERANCE,
        setting("outlineFactor", 1.2, "面积与长乘宽之比的上限", "Greatest ratio of the area to length times width"),
        AREA_TOLERANCE,
    ],
    distinct=[UNIQUE_NUMBER], together={**AGES, "ycqx": ["ycqj"], "ycqj": ["ycqx"]})


# ---------------------------------------------------------------- rockfall

ROCKFALL_VALUES = example_values(
    tybh="130205020001", ywbh="BT-001", xsbh="KP-BT-001", yfys=["0", "3"], wxdx=["11"], zjss=3.6,
    eventDate="2019-03-12", wxhs=4, wxrs=15, age0to14=2, age15to59=9, age60up=4, wxcc=65.0, gmdj="3", xqdj="3",
    fzlx=["5", "7"], dxdm="陡崖，坡脚为乡村公路（示例）", dcyx="厚层灰岩，节理发育（示例）",
    xpjg="逆向坡，两组陡倾节理切割（示例）", swdz="裂隙水，雨后渗水（示例）", zbtd="基岩裸露，零星灌木（示例）",
    rlhd="坡脚修路切坡（示例）")

ROCKFALL = survey_form(
    "GEO_ROCKFALL", hazard="rockfall", title=("崩塌（危岩体）调查表", "Rockfall survey form"),
    about="One rockfall, or one body of loose rock, drawn as a point or as its outline.",
    status="partly-verified", source=SOURCE_WITH_CODES, geometry=POINT_OR_POLYGON,
    object_code="130205-GH-0002", object_name="示例村2号崩塌（示例）",
    groups=shared_groups(ROCKFALL_VALUES, ROCK) + [
        group("rockfall", "崩塌特征", "Rockfall", [
            choice("ydxs", "运动形式", "Way of moving", [
                ("0", "倾倒式", "toppling"), ("1", "滑移式", "sliding"), ("2", "鼓胀式", "bulging"),
                ("3", "拉裂式", "tension cracking"), ("4", "错断式", "shearing off"), ("5", "复合式", "composite"),
            ], required=True, sourced=True, example="0"),
            choice("btlx", "崩塌类型", "Kind of rockfall", [("0", "岩质", "rock"), ("1", "土质", "soil")],
                   required=True, sourced=True, example="0"),
            choice("kzjgmlx", "控制结构面", "Controlling plane", WEAK_PLANES, other="5", required=True, sourced=True,
                   example="2"),
            choice("hgwdx", "宏观稳定性", "Stability on the whole", STABILITY, required=True, sourced=True, example="0"),
            choice("hdzt", "活动状态", "State of activity", [
                ("0", "初始开裂", "first cracks"), ("1", "加速变形", "accelerating"), ("2", "破坏", "failed"),
                ("3", "休止", "at rest")], required=True, sourced=True, example="2"),
            choice("kzfs", "崩塌源扩展方式", "Way in which the source spreads", SPREADING, sourced=True, example="1"),
            moment("btsj", "崩塌时间", "Time of the fall", required_when=is_("hdzt", "2"), sourced=True,
                   hint=("活动状态为“破坏”时必填", "Required when the rock has failed"),
                   example="2019-03-12T06:20:00+08:00"),
            number("zbfx", "主崩方向", "Main direction of the fall", "°", 0, 359, required=True, sourced=True,
                   example=205, hint=NORTH),
            integer("lxz", "裂隙组数", "Sets of fractures", "组", 0, 10, sourced=True, example=3,
                    hint=("组数，不是条数", "Sets, not single fractures")),
            number("pg", "坡高", "Height of the slope", "m", 0, 1000, sourced=True, example=48.0),
        ]),
        group("rockSource", "崩塌源", "Source", [
            height("btygc", "崩塌源高程", "Height of the source", example=78.0,
                   hint=("高程，不是相对高度", "Above sea level, not above the foot")),
            number("zdlc", "最大落差", "Greatest drop", "m", 0, 1000, required=True, sourced=True, example=45.0),
            number("zdspwy", "最大水平位移", "Greatest horizontal displacement", "m", 0, 5000, sourced=True,
                   example=22.0),
            number("btykd", "崩塌源宽度", "Width of the source", "m", None, 5000, over=0, required=True, sourced=True,
                   example=14.0),
            number("btyhd", "崩塌源厚度", "Thickness of the source", "m", None, 300, over=0, required=True, sourced=True,
                   example=2.5, hint=("平均厚度", "The mean thickness")),
            number("btymj", "崩塌源面积", "Area of the source", "㎡", None, 25000000, over=0, sourced=True, example=210),
            number("btytj", "崩塌源体积", "Volume of the source", "m³", None, 7500000000, over=0, required=True,
                   sourced=True, example=520,
                   hint=("以立方米计，不是万立方米", "In cubic metres, not in 10,000 m³")),
        ]),
        group("rockDeposit", "堆积体", "Deposit", [
            number("djhd", "堆积体平均厚度", "Mean thickness of the deposit", "m", 0, 300, sourced=True, example=1.2),
            number("djmj", "堆积面积", "Area of the deposit", "㎡", 0, 25000000, sourced=True, example=480),
            number("djtj", "堆积体积", "Volume of the deposit", "m³", 0, 11250000000, sourced=True, example=560,
                   hint=("松散后的体积", "The volume of the loosened rock")),
        ]),
    ],
    rules=hazard_rules(ROCKFALL_VALUES, "02") + [
        product_fits("sourceVolumeFits", "btytj", "btymj", "btyhd", "崩塌源", "source", broken={"btytj": 1000}),
        product_fits("depositVolumeFits", "djtj", "djmj", "djhd", "堆积", "deposit", broken={"djtj": 300}),
        warning("depositWithinSource", "djtj <= $bulkingFactor * btytj", "djtj btytj",
                "堆积体积（{djtj} m³）大于崩塌源体积（{btytj} m³）的{$bulkingFactor}倍，请核对，或说明理由。",
                "The deposit ({djtj} m³) exceeds {$bulkingFactor} times the source ({btytj} m³); check it, "
                "or give the reason.",
                broken={"djtj": 800, "djhd": None}, sourced=False),
        size_class("btytj / 10000", "btytj", "崩塌源体积（{btytj} m³）", "the volume of the source ({btytj} m³)"),
        by_survey("fallBySurvey", "btsj", "崩塌时间", "The fall", clock_time=True),
        warning("stableIsNotAccelerating", "not (hgwdx == '2' and hdzt == '1')", "hgwdx hdzt",
                "宏观稳定性为“稳定”而活动状态为“加速变形”，请核对，或说明理由。",
                "What accelerates is hardly stable; check it, or give the reason.",
                broken={"hgwdx": "2", "hdzt": "1"}, sourced=False),
    ],
    settings=[
        *SHARED_SETTINGS,
        *size_settings("崩塌源体积", "volume of the source", "10⁴m³", 100, 10, 1),
        VOLUME_TOLERANCE,
        setting("bulkingFactor", 1.5, "堆积体积与崩塌源体积之比的上限", "Greatest ratio of the deposit to the source"),
    ],
    distinct=[UNIQUE_NUMBER], together=AGES)


# ---------------------------------------------------------------- debris flow

DEBRIS_VALUES = example_values(
    tybh="130205030001", ywbh="NSL-001", xsbh="KP-NSL-001", yfys=["0"], wxdx=["1", "8"], zjss=46.8,
    eventDate="2012-07-21", wxhs=52, wxrs=165, age0to14=24, age15to59=98, age60up=43, wxcc=420.0, gmdj="3", xqdj="2",
    fzlx=["2", "3"], dxdm="丘陵沟谷，沟口为缓坡村庄（示例）", dcyx="变质岩，沟内碎石土堆积（示例）",
    xpjg="沟岸斜坡陡，局部滑塌（示例）", swdz="季节性沟流（示例）", zbtd="林地为主，沟岸有坡耕地（示例）",
    rlhd="沟内采石弃渣（示例）")

# What is scored, which scores there are, and the example's score.
SCORES = [
    ("不良地质", "unfavourable geology", (21, 16, 12, 1), 16),
    ("补给长度比", "ratio of the supplying length", (16, 12, 8, 1), 12),
    ("沟口扇", "fan at the gully mouth", (14, 11, 7, 1), 11),
    ("主沟纵坡", "gradient of the main gully", (12, 9, 6, 1), 9),
    ("构造影响", "tectonic influence", (9, 7, 5, 1), 7),
    ("植被覆盖", "vegetation cover", (9, 7, 5, 1), 7),
    ("冲淤变幅", "range of scour and fill", (8, 6, 4, 1), 6),
    ("岩性", "lithology", (6, 5, 4, 1), 5),
    ("松散物储量", "store of loose material", (6, 5, 4, 1), 5),
    ("山坡坡度", "slope angle", (6, 5, 4, 1), 5),
    ("沟槽断面", "cross-section of the gully", (5, 4, 3, 1), 4),
    ("松散物厚度", "thickness of loose material", (5, 4, 3, 1), 4),
    ("流域面积", "catchment area", (5, 4, 3, 1), 4),
    ("相对高差", "relative height", (4, 3, 2, 1), 3),
    ("堵塞程度", "blockage", (4, 3, 2, 1), 3),
]
SCORE_SUM = " + ".join(f"score{index}" for index in range(1, len(SCORES) + 1))
SCORE_TOTAL = sum(score for _, _, _, score in SCORES)

LAND_USES = [
    ("forest", "森林", "Forest", 42), ("shrub", "灌丛", "Shrub", 18), ("grass", "草地", "Grassland", 10),
    ("gentleFarm", "缓坡耕地", "Farmland on gentle slopes", 8), ("waste", "荒地", "Waste land", 6),
    ("steepFarm", "陡坡耕地", "Farmland on steep slopes", 7), ("built", "建筑用地", "Built-up land", 5),
    ("other", "其他", "Other", 4),
]
LAND_USE_SUM = " + ".join(f"landuse.{name}" for name, _, _, _ in LAND_USES)


def score_fields():
    """The scores of the factors that make a debris flow likely."""
    result = []
    for index, (zh, en, allowed, example) in enumerate(SCORES, 1):
        *most, last = map(str, allowed)
        result.append(integer(f"score{index}", f"{zh}评分", f"Score: {en}", "分", 0, 30, required=True, sourced=True,
                              hint=(f"一般取{'、'.join(most)}或{last}", f"Usually {', '.join(most)} or {last}"),
                              example=example))
    return result


def score_rules():
    """Each score is one of its allowed values."""
    result = []
    for index, (zh, en, allowed, example) in enumerate(SCORES, 1):
        wrong = next(value for value in range(2, 30) if value not in allowed)
        *most, last = map(str, allowed)
        result.append(warning(
            f"score{index}Allowed", f"score{index} in [{', '.join(map(str, allowed))}]", f"score{index}",
            f"{zh}评分（{{score{index}}}）一般取{'、'.join(most)}或{last}，请核对，或说明理由。",
            f"The score of {en} ({{score{index}}}) is usually {', '.join(most)} or {last}; check it, "
            "or give the reason.",
            broken={f"score{index}": wrong, "total": SCORE_TOTAL - example + wrong}, sourced=False))
    return result


def rain(name, zh, en, most, example):
    """A rainfall."""
    return number(name, zh, en, "mm", 0, most, sourced=True, example=example)


def rain_rule(name, shorter, longer, zh, en, *, broken):
    """The rule that no rainfall exceeds that of a longer time."""
    return error(name, " and ".join(f"{shorter} <= {each}" for each in longer), " ".join([shorter, *longer]),
                 f"{zh}（{{{shorter}}} mm）不得大于更长时段的雨量。",
                 f"The {en} ({{{shorter}}} mm) must not exceed that of a longer time.", broken=broken)


DEBRIS = survey_form(
    "GEO_DEBRIS", hazard="debris-flow", title=("泥石流（沟）调查表", "Debris flow survey form"),
    about="One gully of debris flows, drawn as the line of the gully or as the outline of its catchment.",
    status="partly-verified", source=SOURCE, geometry=LINE_OR_POLYGON,
    object_code="130205-GH-0003", object_name="示例村3号泥石流沟（示例）",
    groups=shared_groups(DEBRIS_VALUES, GULLY) + [
        group("gully", "沟谷特征", "Gully", [
            choices("hydro", "水动力类型", "Source of the water", [
                ("1", "暴雨", "rainstorm"), ("2", "冰川", "glacier"), ("3", "溃决", "breach of a dam or lake"),
                ("4", "地下水", "groundwater")], required=True, sourced=True, example=["1"]),
            height("maxElev", "最大标高", "Greatest height", example=168.0,
                   hint=("流域最高点的高程", "The highest point of the catchment")),
            height("minElev", "最小标高", "Least height", example=28.0,
                   hint=("沟口的高程", "The mouth of the gully")),
            text("riverSys", "水系", "River system", 50, sourced=True, example="滦河水系（示例）"),
            text("mainRiver", "主河", "Main river", 50, sourced=True, example="示例河"),
            choice("posToRiver", "相对主河位置", "Side of the main river", [
                ("1", "左岸", "left bank"), ("2", "右岸", "right bank")], sourced=True, example="1",
                   hint=("面向主河下游分左右", "Looking down the main river")),
            number("distToRiver", "沟口至主河距离", "Distance from the mouth to the main river", "m", 0, 100000,
                   sourced=True, example=350),
            number("flowDir", "流动方向", "Direction of flow", "°", 0, 360, sourced=True, example=92, hint=NORTH),
            number("bigRockA", "沟口巨石长轴", "Boulder at the mouth: long axis", "m", 0, 50, sourced=True, example=1.4),
            number("bigRockB", "沟口巨石中轴", "Boulder at the mouth: middle axis", "m", 0, 50, sourced=True,
                   example=0.9),
            number("bigRockC", "沟口巨石短轴", "Boulder at the mouth: short axis", "m", 0, 50, sourced=True,
                   example=0.6),
            choices("supplyWay", "泥砂补给途径", "Ways of sediment supply", [
                ("1", "面蚀", "sheet erosion"), ("2", "沟岸崩滑", "failing banks"),
                ("3", "沟底再搬运", "reworking of the bed")], sourced=True, example=["1", "2"]),
            choices("supplyPos", "补给区位置", "Place of the supply", [
                ("1", "上游", "upper course"), ("2", "中游", "middle course"), ("3", "下游", "lower course"),
            ], sourced=True, example=["1", "2"]),
        ]),
        group("gullyRain", "降雨", "Rain", [
            rain("rainYearMax", "年最大降水量", "Greatest yearly rainfall", 3000, 985.4),
            rain("rainYearAvg", "年平均降水量", "Mean yearly rainfall", 3000, 640.2),
            rain("rainDayMax", "日最大降水量", "Greatest daily rainfall", 1000, 215.6),
            rain("rainHourMax", "时最大降水量", "Greatest hourly rainfall", 300, 68.3),
            rain("rainMin10Max", "10分钟最大降水量", "Greatest rainfall in 10 minutes", 100, 22.4),
        ]),
        group("gullyFan", "堆积扇与土地利用", "Fan and land use", [
            record("fan", "沟口扇形地", "Fan at the mouth", [
                integer("complete", "完整性", "Completeness", "%", 0, 100, sourced=True),
                number("length", "扇长", "Length", "m", 0, 20000, sourced=True),
                number("width", "扇宽", "Width", "m", 0, 20000, sourced=True),
                number("spread", "扩散角", "Angle of spread", "°", 0, 360, sourced=True),
                choice("trend", "发展趋势", "Trend", [
                    ("1", "下切", "cutting down"), ("2", "淤高", "building up"), ("3", "不明", "unknown")], sourced=True),
            ], sourced=True, example={"complete": 70, "length": 180, "width": 120, "spread": 55, "trend": "2"}),
            record("landuse", "土地利用", "Land use", [
                number(name, zh, en, "%", 0, 100, required=True, sourced=True) for name, zh, en, _ in LAND_USES
            ], required=True, sourced=True, hint=("占流域面积的百分比，合计100", "In percent of the catchment, 100 in all"),
                example={name: share for name, _, _, share in LAND_USES}),
        ]),
        group("flow", "泥石流特征", "Debris flow", [
            number("burstFreq", "暴发频率", "Frequency", "次/a", 0, 100, sourced=True, example=0.1,
                   hint=("平均每年次数，十年一次填0.1", "Times a year on average: 0.1 for once in ten years")),
            choice("type", "泥石流类型", "Kind of flow", [
                ("1", "泥流", "mud flow"), ("2", "泥石流", "debris flow"), ("3", "水石流", "water and rock flow"),
            ], required=True, sourced=True, example="2"),
            number("outVol", "冲出方量", "Volume carried out", "10⁴m³", 0, 100000, sourced=True, example=0.8,
                   hint=("以万立方米计，不是立方米", "In 10,000 m³, not in cubic metres")),
            choice("stage", "发展阶段", "Stage", [
                ("1", "形成期", "forming"), ("2", "发展期", "growing"), ("3", "衰退期", "declining"),
                ("4", "停歇期", "at rest")], sourced=True, example="2"),
        ]),
        group("scores", "易发程度评分", "Scores of susceptibility", [
            score_fields(),
            integer("total", "总分", "Total score", "分", 15, 130, required=True, sourced=True, example=SCORE_TOTAL,
                    hint=("十五项评分之和", "The sum of the fifteen scores")),
            choice("suscept", "易发程度", "Susceptibility", [
                ("1", "高易发", "high"), ("2", "中易发", "medium"), ("3", "低易发", "low"), ("4", "不易发", "none"),
            ], required=True, sourced=True, example="2"),
        ]),
    ],
    rules=hazard_rules(DEBRIS_VALUES, "03") + [
        error("heightsInOrder", "maxElev > minElev", "maxElev minElev",
              "最大标高（{maxElev} m）须大于最小标高（{minElev} m）。",
              "The greatest height ({maxElev} m) must exceed the least ({minElev} m).", broken={"maxElev": 20.0}),
        warning("rockAxesInOrder", "bigRockA >= bigRockB and bigRockB >= bigRockC and bigRockA >= bigRockC",
                "bigRockA bigRockB bigRockC",
                "巨石三轴（{bigRockA}、{bigRockB}、{bigRockC} m）一般由长到短，请核对，或说明理由。",
                "The axes of the boulder ({bigRockA}, {bigRockB}, {bigRockC} m) usually go from long to short; "
                "check them, or give the reason.",
                broken={"bigRockA": 0.5}, sourced=False),
        rain_rule("min10NotAboveLonger", "rainMin10Max", ["rainHourMax", "rainDayMax", "rainYearMax"],
                  "10分钟最大降水量", "greatest rainfall in 10 minutes", broken={"rainMin10Max": 70}),
        rain_rule("hourNotAboveLonger", "rainHourMax", ["rainDayMax", "rainYearMax"],
                  "时最大降水量", "greatest hourly rainfall", broken={"rainHourMax": 220}),
        rain_rule("dayNotAboveYear", "rainDayMax", ["rainYearMax"],
                  "日最大降水量", "greatest daily rainfall", broken={"rainDayMax": 990}),
        error("meanYearWithinGreatest", "rainYearAvg <= rainYearMax", "rainYearAvg rainYearMax",
              "年平均降水量（{rainYearAvg} mm）不得大于年最大降水量（{rainYearMax} mm）。",
              "The mean yearly rainfall ({rainYearAvg} mm) must not exceed the greatest ({rainYearMax} mm).",
              broken={"rainYearAvg": 990}),
        error("landUseAddsUp", f"abs({LAND_USE_SUM} - 100) <= $landUseTolerance", "landuse",
              "各类土地利用占比之和须为100%，允许偏差{$landUseTolerance}%。",
              "The shares of land use must add up to 100 %, give or take {$landUseTolerance} %.",
              broken={"landuse": {"forest": 50}}, sourced=False),
        *score_rules(),
        error("totalIsSum", f"total == {SCORE_SUM}", "total",
              "总分（{total}）须等于十五项评分之和。", "The total ({total}) must be the sum of the fifteen scores.",
              broken={"total": SCORE_TOTAL - 1}),
        warning("susceptibilityFits",
                class_check("suscept", ("total", "suscept"), classes="1234", steps=("High", "Medium", "Low")),
                "suscept total",
                "易发程度与总分（{total}）不符。", "The susceptibility does not fit the total score ({total}).",
                broken={"suscept": "1"}, sourced=False),
    ],
    settings=[
        *SHARED_SETTINGS,
        setting("landUseTolerance", 1, "土地利用占比之和的允许偏差", "Allowed difference of the sum of land use", "%"),
        setting("susceptHigh", 116, "高易发总分下限", "Lower bound of high susceptibility: total score", "分"),
        setting("susceptMedium", 87, "中易发总分下限", "Lower bound of medium susceptibility: total score", "分"),
        setting("susceptLow", 44, "低易发总分下限", "Lower bound of low susceptibility: total score", "分"),
    ],
    distinct=[UNIQUE_NUMBER], together=AGES)


# ---------------------------------------------------------------- ground collapse

COLLAPSE_VALUES = example_values(
    tybh="130205040005", ywbh="DM-005", xsbh="KP-TX-005", yfys=["7"], wxdx=["8", "11"], zjss=35.27,
    eventDate="2000-02-06", wxhs=44, wxrs=140, age0to14=23, age15to59=82, age60up=35, wxcc=247.32, gmdj="3",
    xqdj="2", fzlx=["2", "5"], dxdm="冲积平原，地形平坦（示例）", dcyx="第四系松散层，下伏石炭—二叠系煤系（示例）",
    xpjg="单斜构造，地层倾角平缓（示例）", swdz="第四系孔隙水，矿坑疏干排水（示例）", zbtd="耕地为主（示例）",
    rlhd="地下采煤、农业灌溉（示例）")


def of_mine(make, *arguments, **options):
    """A field of a collapse over mine workings."""
    return make(*arguments, required=True, when=is_("cause", "1"), sourced=True, **options)


def of_karst(make, *arguments):
    """A field of a karst collapse."""
    return make(*arguments, required=True, when=is_("cause", "2"), sourced=True)


def of_soil_cave(make, *arguments):
    """A field of a soil cave."""
    return make(*arguments, required=True, when=is_("cause", "3"), sourced=True)


COLLAPSE = survey_form(
    "GEO_COLLAPSE", hazard="ground-collapse", version=2, earlier=[UNCHANGED],
    title=("地面塌陷调查表", "Ground collapse survey form"),
    about="One place of ground collapse, drawn as a point or as the outline of the affected area.",
    status="partly-verified", source=SOURCE, geometry=POINT_OR_POLYGON,
    object_code="130205-GH-0005", object_name="双桥镇5号地面塌陷（示例）",
    groups=shared_groups(COLLAPSE_VALUES, GROUND, number_pattern="^13020[2-9]04[0-9]{4}$") + [
        group("collapse", "塌陷特征", "Collapse", [
            choice("cause", "成因类型", "Cause", [
                ("1", "冒顶（采空）型", "roof fall over mine workings"), ("2", "岩溶型", "karst"),
                ("3", "土洞型", "soil cave")], required=True, sourced=True, example="1"),
            integer("pitCount", "陷坑坑数", "Number of pits", "个", 1, 999, required=True, sourced=True, example=5),
            number("distArea", "分布面积", "Area", "km²", 0, 1000, required=True, sourced=True, example=0.07,
                   hint=("以平方千米计，不是平方米", "In square kilometres, not in square metres")),
            choice("arrange", "排列形式", "Arrangement", [
                ("1", "群集式", "clustered"), ("2", "长列式", "in a row")], sourced=True, example="1"),
            number("longDir", "长列方向", "Direction of the row", "°", 0, 360, required=True,
                   when=is_("arrange", "2"), sourced=True, hint=NORTH),
            number("minDia", "坑口口径最小", "Least pit diameter", "m", 0, 5000, required=True, sourced=True, example=2.5),
            number("maxDia", "坑口口径最大", "Greatest pit diameter", "m", 0, 5000, required=True, sourced=True,
                   example=20.7),
            number("minDepth", "坑深最小", "Least pit depth", "m", 0, 1000, required=True, sourced=True, example=0.8),
            number("maxDepth", "坑深最大", "Greatest pit depth", "m", 0, 1000, required=True, sourced=True, example=0.9),
            date("startDate", "始发时间", "First collapse", required=True, sourced=True, example="2000-01-07"),
            date("peakFrom", "盛发开始时间", "Peak from", sourced=True, example="2000-02-01"),
            date("peakTo", "盛发结束时间", "Peak to", sourced=True, example="2000-12-31"),
            yes_no("developing", "尚在发展", "Still developing", required=True, sourced=True, example=True),
            date("stopDate", "停止时间", "Stopped on", required=True, when=no("developing"), sourced=True),
            part("pits", "单个陷坑", "Single pits", [
                integer("no", "坑号", "Pit number", None, 1, 999, required=True, sourced=True),
                choice("shape", "形状", "Shape", [
                    ("1", "圆形", "round"), ("2", "方形", "square"), ("3", "矩形", "rectangular"),
                    ("9", "不规则", "irregular")], sourced=True),
                number("dia", "口径", "Diameter", "m", 0, 5000, sourced=True),
                number("depth", "深度", "Depth", "m", 0, 1000, sourced=True),
                number("area", "面积", "Area", "㎡", 0, 25000000, sourced=True),
                number("axisDir", "长轴方向", "Direction of the long axis", "°", 0, 360, sourced=True),
                number("waterDepth", "充水水位深", "Depth to water", "m", 0, 1000, sourced=True),
                number("waterChange", "水位变动", "Change of water level", "m", -100, 100, sourced=True),
                date("date", "发生时间", "Date", sourced=True),
                text("trend", "发展变化", "Trend", 100, least=1, sourced=True),
            ], most=3, sourced=True, hint=("至多填写三个代表性陷坑", "At most three typical pits"),
                example=[{"no": 1, "shape": "1", "dia": 20.7, "depth": 0.9, "trend": "缓慢扩大"}]),
            record("cracks", "地裂缝", "Cracks", [
                integer("count", "裂缝数", "Number of cracks", None, 0, 9999, required=True, sourced=True),
                number("distArea", "分布面积", "Area", "km²", 0, 1000, sourced=True),
                number("maxLen", "最大长度", "Greatest length", "m", 0, 10000, sourced=True),
                number("minLen", "最小长度", "Least length", "m", 0, 10000, sourced=True),
                number("maxWid", "最大宽度", "Greatest width", "m", 0, 100, sourced=True),
                number("minWid", "最小宽度", "Least width", "m", 0, 100, sourced=True),
                number("maxDep", "最大深度", "Greatest depth", "m", 0, 500, sourced=True),
                number("minDep", "最小深度", "Least depth", "m", 0, 500, sourced=True),
            ], sourced=True, example={"count": 3, "maxLen": 60.5, "minLen": 8.0, "maxWid": 0.3, "minWid": 0.02}),
        ]),
        group("mining", "冒顶（采空）型", "Mine workings", [
            of_mine(text, "overburdenLith", "上覆岩层岩性", "Overburden lithology", 100,
                    example="砂岩、泥岩及第四系松散层"),
            of_mine(number, "coalThick", "矿层厚度", "Seam thickness", "m", 0, 100, example=6.0),
            of_mine(code, "mineDate", "开采时间", "Time of mining",
                    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
                    hint=("年、年-月或年-月-日", "Year, year-month or date"), example="1977"),
            of_mine(number, "mineThick", "开采厚度", "Mined thickness", "m", 0, 100, example=5.1),
            of_mine(number, "mineDepth", "开采深度", "Mining depth", "m", 0, 2000, example=315.0,
                    hint=("自地面起算，不是标高", "Below the ground, not above sea level")),
            of_mine(text, "method", "开采方法", "Mining method", 50, example="长壁式"),
            of_mine(text, "roofMgmt", "顶板管理方法", "Roof control", 50, example="全部垮落法"),
            of_mine(yes_no, "repeated", "重复采动", "Repeated mining", example=False),
            of_mine(text, "goafShape", "采空区形态", "Shape of the goaf", 50, example="长条形"),
            of_mine(text, "goafScale", "采空区规模", "Size of the goaf", 50, example="中等"),
        ]),
        group("karst", "岩溶型", "Karst", [
            of_karst(text, "stratumAge", "地层时代", "Age of the stratum", 50),
            of_karst(text, "lithology", "岩性", "Lithology", 100),
            of_karst(number, "caveDepth", "溶洞埋深", "Depth of the cave", "m", 0, 1000),
            of_karst(number, "waterLevelDepth", "地下水位埋深", "Depth to groundwater", "m", 0, 1000),
        ]),
        group("soilCave", "土洞型", "Soil cave", [
            of_soil_cave(text, "soilType", "土层类型", "Soil type", 50),
            of_soil_cave(number, "soilThick", "土层厚度", "Soil thickness", "m", 0, 1000),
            of_soil_cave(number, "wellDist", "距抽水井距离", "Distance to the pumped well", "m", 0, 100000),
            of_soil_cave(number, "pumpDrawdown", "抽水降深", "Drawdown", "m", 0, 1000),
        ]),
        group("damage", "危害", "Damage", [
            number("dmgField", "毁田", "Farmland destroyed", "亩", 0, 1000000, sourced=True, example=12.5),
            integer("dmgHouse", "毁房", "Rooms destroyed", "间", 0, 1000000, sourced=True, example=30),
            number("potentialField", "潜在毁田", "Farmland at risk", "亩", 0, 1000000, sourced=True, example=20.0),
            integer("potentialHouse", "潜在毁房", "Rooms at risk", "间", 0, 1000000, sourced=True, example=60),
        ]),
    ],
    rules=shared_rules(COLLAPSE_VALUES) + [
        size_class("distArea", "distArea", "分布面积（{distArea} km²）", "the area ({distArea} km²)"),
        in_order("diametersInOrder", "minDia", "maxDia", "最小口径", "最大口径", "diameter", broken={"minDia": 20.8}),
        in_order("depthsInOrder", "minDepth", "maxDepth", "最小坑深", "最大坑深", "depth", broken={"minDepth": 0.91}),
        in_order("crackLengthsInOrder", "cracks.minLen", "cracks.maxLen", "裂缝最小长度", "最大长度", "crack length",
                 broken={"cracks": {"minLen": 60.6}}),
        in_order("crackWidthsInOrder", "cracks.minWid", "cracks.maxWid", "裂缝最小宽度", "最大宽度", "crack width",
                 broken={"cracks": {"minWid": 0.31}}),
        in_order("crackDepthsInOrder", "cracks.minDep", "cracks.maxDep", "裂缝最小深度", "最大深度", "crack depth",
                 broken={"cracks": {"minDep": 2, "maxDep": 1.9}}),
        error("pitsWithinCount", "count(pits) <= pitCount", "pits pitCount",
              "所列陷坑数不得多于陷坑坑数（{pitCount}）。", "No more pits may be listed than there are ({pitCount}).",
              broken={"pitCount": 1, "pits": [{"no": 1}, {"no": 2}]}),
        error("minedWithinSeam", "mineThick <= coalThick", "mineThick coalThick",
              "开采厚度（{mineThick}）不得大于矿层厚度（{coalThick}）。",
              "The mined thickness ({mineThick}) must not exceed the seam ({coalThick}).", broken={"mineThick": 6.1}),
        *history_rules("collapse", early={"peakFrom": "1999-12-31"},
                       late_peak={"peakFrom": "2001-01-02", "peakTo": "2001-01-01"},
                       stop={"developing": False, "stopDate": "1999-12-31"},
                       start={"startDate": "2021-08-06", "peakFrom": None, "peakTo": None}),
    ],
    settings=[*SHARED_SETTINGS, *size_settings("分布面积", "area", "km²", 10, 1, 0.1)],
    together={**AGES, "peakTo": ["peakFrom"]})


# ---------------------------------------------------------------- land subsidence

SUBSIDENCE_VALUES = example_values(
    tybh="130205060001", ywbh="CJ-001", xsbh="KP-CJ-001", wxdx=["1", "13", "14"], zjss=85.6, eventDate="2015-08-01",
    wxhs=160, wxrs=520, age0to14=98, age15to59=312, age60up=110, wxcc=4800.0, gmdj="3", xqdj="1", fzlx=["1", "2"],
    dxdm="冲洪积平原（示例）", dcyx="第四系黏性土与砂层互层（示例）", xpjg="地形平坦，无斜坡（示例）",
    swdz="深层承压水，水位持续下降（示例）", zbtd="耕地与建设用地（示例）", rlhd="集中开采深层地下水（示例）")

SUBSIDENCE = survey_form(
    "GEO_SUBSIDENCE", hazard="land-subsidence", title=("地面沉降调查表", "Land subsidence survey form"),
    about="One area of land subsidence, drawn as the point of its centre or as its outline.",
    status="partly-verified", source=SOURCE, geometry=POINT_OR_POLYGON,
    object_code="130205-GH-0006", object_name="开平镇6号地面沉降区（示例）",
    groups=shared_groups(SUBSIDENCE_VALUES, AQUIFER, triggers=False) + [
        group("subsidence", "沉降特征", "Subsidence", [
            text("subType", "沉降类型", "Kind of subsidence", 50, required=True, sourced=True, example="抽水型"),
            text("centerName", "沉降中心位置", "Place of the centre", 100, required=True, sourced=True,
                 example="开平镇示例村村委会附近"),
            number("centerLon", "沉降中心经度", "Longitude of the centre", "°", *LONGITUDE, decimals=8, required=True,
                   sourced=True, example=118.2614,
                   hint=("CGCS2000，十进制度，至多8位小数", "CGCS2000, decimal degrees, at most 8 decimals")),
            number("centerLat", "沉降中心纬度", "Latitude of the centre", "°", *LATITUDE, decimals=8, required=True,
                   sourced=True, example=39.6712,
                   hint=("CGCS2000，十进制度，至多8位小数", "CGCS2000, decimal degrees, at most 8 decimals")),
            number("area", "沉降区面积", "Area", "km²", None, 20000, over=0, required=True, sourced=True, example=12.5,
                   hint=("以平方千米计，不是平方米", "In square kilometres, not in square metres")),
            number("yearAvg", "年平均沉降量", "Mean yearly subsidence", "mm", 0, 1000, required=True, sourced=True,
                   example=8.2, hint=("下沉为正", "Sinking is positive")),
            number("cumul", "历年累计沉降量", "Subsidence so far", "mm", 0, 10000, required=True, sourced=True,
                   example=96.5, hint=("下沉为正，以毫米计", "Sinking is positive, in millimetres")),
            number("rate", "平均沉降速率", "Mean rate of subsidence", "mm/a", 0, 1000, required=True, sourced=True,
                   example=8.0, hint=("下沉为正", "Sinking is positive")),
            date("occurDate", "发生时间", "Began on", sourced=True, example="2009-05-01"),
        ]),
        group("subsidenceSetting", "地质与地下水", "Geology and groundwater", [
            text("lith", "岩性", "Lithology", 100, sourced=True, example="粉质黏土与细砂互层"),
            number("thick", "厚度", "Thickness", "m", 0, 3000, sourced=True, example=180.0,
                   hint=("松散层的厚度", "Of the loose strata")),
            text("structure", "结构", "Structure", 100, sourced=True, example="多层结构"),
            text("mainLayer", "主要沉降层位", "Layer that sinks most", 100, sourced=True, example="第三含水组黏性土层"),
            number("pumping", "年开采量", "Pumped in a year", "10⁴m³/a", 0, 1000000, sourced=True, example=320.0,
                   hint=("以万立方米计", "In 10,000 m³")),
            number("recharge", "年补给量", "Recharged in a year", "10⁴m³/a", 0, 1000000, sourced=True, example=280.0,
                   hint=("以万立方米计", "In 10,000 m³")),
            number("gwDepth", "地下水埋深", "Depth to groundwater", "m", 0, 1000, sourced=True, example=46.0,
                   hint=("自地面向下量取", "Downwards from the ground")),
            number("gwChange", "年水位变幅", "Yearly range of the water level", "m", 0, 200, sourced=True, example=3.5,
                   hint=("一年内最高与最低水位之差", "The highest less the lowest level in a year")),
        ]),
        group("subsidenceEffect", "成因与危害", "Cause and harm", [
            choices("inducement", "诱发原因", "Causes", [
                ("1", "地下水开采", "pumping of groundwater"), ("2", "油气开采", "oil or gas extraction"),
                ("3", "工程荷载", "load of buildings"), ("4", "构造", "tectonics"),
                ("5", "自重固结", "consolidation under own weight")], required=True, sourced=True, example=["1"]),
            choice("trend", "发展趋势", "Trend", [
                ("1", "减缓", "slowing"), ("2", "稳定", "steady"), ("3", "加剧", "worsening")],
                   required=True, sourced=True, example="2"),
            text("harm", "危害", "Harm", 500, sourced=True, example="机井井管抬升，局部路面不均匀沉降（示例）"),
            number("econLoss", "经济损失", "Economic loss", "万元", 0, 999999999999, decimals=2, sourced=True,
                   example=260.0, hint=("以万元计，含间接损失", "In 10,000 yuan, with indirect loss")),
            text("measure", "防治措施", "Measures", 500, sourced=True, example="压减地下水开采，设水准监测点（示例）"),
            text("effect", "防治效果", "Effect of the measures", 500, sourced=True, example="沉降速率趋稳（示例）"),
        ]),
    ],
    rules=hazard_rules(SUBSIDENCE_VALUES, "06") + [
        error("cumulativeNotBelowYear", "cumul >= yearAvg", "cumul yearAvg",
              "累计沉降量（{cumul} mm）不得小于年平均沉降量（{yearAvg} mm）。",
              "The subsidence so far ({cumul} mm) must not be less than the yearly mean ({yearAvg} mm).",
              broken={"cumul": 5.0}),
        warning("rateFits", "abs(rate - yearAvg) <= yearAvg * $rateTolerance / 100", "rate yearAvg",
                "平均沉降速率（{rate} mm/a）与年平均沉降量（{yearAvg} mm）相差超过{$rateTolerance}%，请核对，或说明理由。",
                "The mean rate ({rate} mm/a) differs by more than {$rateTolerance} % from the mean yearly subsidence "
                "({yearAvg} mm); check it, or give the reason.",
                broken={"rate": 12.0}, sourced=False),
        warning("overpumpingDoesNotSlow", "not (pumping > recharge and trend == '1')", "trend pumping recharge",
                "年开采量（{pumping}）大于年补给量（{recharge}）而发展趋势为“减缓”，请核对，或说明理由。",
                "More is pumped ({pumping}) than recharged ({recharge}), and yet the subsidence is slowing; check it, "
                "or give the reason.",
                broken={"trend": "1"}, sourced=False),
        drawn_area_fits("area", 1, "km²", "km²"),
        by_survey("beganBySurvey", "occurDate", "发生时间", "The beginning"),
        warning("directLossWithinLoss", "zjss <= econLoss", "econLoss zjss",
                "经济损失（{econLoss}万元）一般不小于直接损失（{zjss}万元），请核对，或说明理由。",
                "The economic loss ({econLoss} × 10,000 yuan) is usually not below the direct loss ({zjss}); check it, "
                "or give the reason.",
                broken={"econLoss": 50.0}, sourced=False),
    ],
    settings=[
        *SHARED_SETTINGS,
        setting("rateTolerance", 20, "沉降速率与年平均沉降量的允许偏差",
                "Allowed difference of the rate from the mean yearly subsidence", "%"),
        AREA_TOLERANCE,
    ],
    distinct=[UNIQUE_NUMBER], together=AGES)


# ---------------------------------------------------------------- ground fissure

FISSURE_VALUES = example_values(
    tybh="130205050001", ywbh="DLF-001", xsbh="KP-LF-001", yfys=["7"], wxdx=["2", "8"], zjss=18.5,
    eventDate="2004-07-20", wxhs=27, wxrs=86, age0to14=14, age15to59=52, age60up=20, wxcc=620.0, gmdj="3", xqdj="2",
    fzlx=["2", "5"], dxdm="冲积平原，地形平坦（示例）", dcyx="第四系粉质黏土（示例）", xpjg="地形平坦，下伏采空区（示例）",
    swdz="孔隙潜水埋深12米（示例）", zbtd="耕地为主（示例）", rlhd="地下采煤（示例）")


def within_extremes(name, member, suffix, zh, en, outside):
    """The rule that a single fissure lies between the least and the greatest."""
    return error(name, f"every(single, '{member} >= min{suffix} and {member} <= max{suffix}')",
                 f"single min{suffix} max{suffix}",
                 f"单条裂缝的{zh}须在最小值（{{min{suffix}}}）与最大值（{{max{suffix}}}）之间。",
                 f"The {en} of each single fissure must lie between the least ({{min{suffix}}}) and the greatest "
                 f"({{max{suffix}}}).",
                 broken={"single": [{"no": 1, member: outside}]})


FISSURE = survey_form(
    "GEO_FISSURE", hazard="ground-fissure", title=("地裂缝调查表", "Ground fissure survey form"),
    about="One ground fissure or group of fissures, drawn as the line of the longest or as the outline of the group.",
    status="partly-verified", source=SOURCE, geometry=LINE_OR_POLYGON,
    object_code="130205-GH-0007", object_name="示例村7号地裂缝（示例）",
    groups=shared_groups(FISSURE_VALUES, GROUND) + [
        group("fissure", "地裂缝特征", "Fissures", [
            choice("cause", "成因类型", "Cause", [
                ("1", "地下开挖", "underground excavation"), ("2", "抽排地下水", "pumping of groundwater"),
                ("3", "构造", "tectonics"), ("4", "地震", "earthquake"), ("5", "胀缩土", "swelling soil"),
                ("9", "其他", "other")], other="9", required=True, sourced=True, example="1"),
            integer("fissureCount", "缝数", "Number of fissures", "条", 1, 9999, required=True, sourced=True, example=4),
            number("distArea", "分布面积", "Area", "km²", 0, 1000, sourced=True, example=0.08,
                   hint=("以平方千米计，不是平方米", "In square kilometres, not in square metres")),
            number("spacing", "发育间距", "Spacing", "m", 0, 10000, sourced=True, example=12.0,
                   hint=("相邻两缝的平均距离", "The mean distance of neighbours")),
            choice("arrange", "群缝排列", "Arrangement", [
                ("1", "平行", "parallel"), ("2", "斜列", "en echelon"), ("3", "环围", "in a ring"),
                ("4", "杂乱无章", "without order")], sourced=True, example="1"),
            number("maxLen", "最大长度", "Greatest length", "m", 0, 50000, required=True, sourced=True, example=620.0),
            number("minLen", "最小长度", "Least length", "m", 0, 50000, required=True, sourced=True, example=35.0),
            number("maxWid", "最大宽度", "Greatest width", "m", 0, 100, required=True, sourced=True, example=0.32,
                   hint=("以米计，不是厘米", "In metres, not in centimetres")),
            number("minWid", "最小宽度", "Least width", "m", 0, 100, required=True, sourced=True, example=0.02,
                   hint=("以米计，不是厘米", "In metres, not in centimetres")),
            number("maxDep", "最大深度", "Greatest depth", "m", 0, 500, sourced=True, example=4.5),
            number("minDep", "最小深度", "Least depth", "m", 0, 500, sourced=True, example=0.6),
            part("single", "单条裂缝", "Single fissures", [
                integer("no", "缝号", "Fissure number", None, 1, 9999, required=True, sourced=True),
                number("direction", "走向", "Strike", "°", 0, 359, sourced=True, hint=NORTH),
                number("dip", "倾向", "Dip direction", "°", 0, 359, sourced=True,
                       hint=("倾斜的方向，不是倾角", "The direction, not the angle")),
                number("angle", "倾角", "Dip angle", "°", 0, 90, sourced=True),
                number("len", "长度", "Length", "m", 0, 50000, sourced=True),
                number("wid", "宽度", "Width", "m", 0, 100, sourced=True,
                       hint=("以米计，不是厘米", "In metres, not in centimetres")),
                number("dep", "深度", "Depth", "m", 0, 500, sourced=True),
                choice("nature", "性质", "Kind of movement", [
                    ("1", "拉张", "opening"), ("2", "平移", "sideways"), ("3", "下错", "downwards")], sourced=True),
                number("dispDir", "位移方向", "Direction of displacement", "°", 0, 359, sourced=True, hint=NORTH),
                number("dispDist", "位移距离", "Displacement", "m", 0, 100, sourced=True),
                text("fill", "充填物", "Filling", 50, sourced=True),
                date("date", "发生时间", "Date", sourced=True),
                yes_no("active", "仍在活动", "Still active", sourced=True),
            ], most=3, sourced=True, hint=("至多填写三条代表性裂缝", "At most three typical fissures"), example=[
                {"no": 1, "direction": 45, "dip": 135, "angle": 82, "len": 620.0, "wid": 0.32, "dep": 4.5,
                 "nature": "1", "dispDir": 135, "dispDist": 0.05, "fill": "粉土", "date": "2003-07-12", "active": False},
                {"no": 2, "direction": 48, "dip": 140, "angle": 78, "len": 210.0, "wid": 0.12, "dep": 1.8,
                 "nature": "1", "date": "2004-06-20", "active": False}]),
        ]),
        group("fissureTime", "发生时间", "When", [
            date("startDate", "始发时间", "First opening", required=True, sourced=True, example="2003-07-12"),
            date("peakFrom", "盛发开始时间", "Peak from", sourced=True, example="2004-06-01"),
            date("peakTo", "盛发结束时间", "Peak to", sourced=True, example="2006-09-30"),
            date("stopDate", "停止时间", "Stopped on", sourced=True, example="2012-08-01",
                 hint=("仍在发展的不填", "Not where it still develops")),
        ]),
    ],
    rules=hazard_rules(FISSURE_VALUES, "05") + [
        in_order("lengthsInOrder", "minLen", "maxLen", "最小长度", "最大长度", "length",
                 broken={"minLen": 621.0, "single": None}),
        in_order("widthsInOrder", "minWid", "maxWid", "最小宽度", "最大宽度", "width",
                 broken={"minWid": 0.33, "single": None}),
        in_order("depthsInOrder", "minDep", "maxDep", "最小深度", "最大深度", "depth",
                 broken={"minDep": 4.6, "single": None}),
        error("singleWithinCount", "count(single) <= fissureCount", "single fissureCount",
              "所列单条裂缝不得多于缝数（{fissureCount}）。",
              "No more fissures may be listed than there are ({fissureCount}).", broken={"fissureCount": 1}),
        error("numbersDiffer", "distinct(single, 'no')", "single",
              "单条裂缝的缝号不得重复。", "No two single fissures may have the same number.",
              broken={"single": [{"no": 1}, {"no": 1}]}),
        within_extremes("singleLengthsWithin", "len", "Len", "长度", "length", 700.0),
        within_extremes("singleWidthsWithin", "wid", "Wid", "宽度", "width", 0.4),
        within_extremes("singleDepthsWithin", "dep", "Dep", "深度", "depth", 5.0),
        warning("dipAcrossStrike", "every(single, 'abs(angleBetween(direction, dip) - 90) <= $strikeTolerance')",
                "single",
                "单条裂缝的走向与倾向一般相差90°，允许偏差{$strikeTolerance}°，请核对，或说明理由。",
                "The dip direction of a fissure is usually 90° from its strike, give or take {$strikeTolerance}°; "
                "check it, or give the reason.",
                broken={"single": [{"no": 1, "direction": 45, "dip": 60}]}, sourced=False),
        error("singleDatesWithin", "every(single, 'date >= startDate and date <= surveyDate')",
              "single startDate surveyDate",
              "单条裂缝的发生时间须在始发时间（{startDate}）与调查日期（{surveyDate}）之间。",
              "Each single fissure must date from between the first opening ({startDate}) and the survey "
              "({surveyDate}).",
              broken={"single": [{"no": 1, "date": "2003-01-01"}]}),
        warning("longestWithinDrawing", "maxLen <= lengthKm(geometry) * 1000 * (1 + $lengthTolerance / 100)",
                "maxLen geometry",
                "最大长度（{maxLen} m）超过所绘图形长度{$lengthTolerance}%以上，请核对，或说明理由。",
                "The greatest length ({maxLen} m) exceeds what is drawn by more than {$lengthTolerance} %; check it, "
                "or give the reason.",
                broken={"maxLen": 1200.0}, sourced=False),
        *history_rules("opening", early={"peakFrom": "2003-07-11"}, late_peak={"peakFrom": "2006-10-01"},
                       stop={"stopDate": "2003-07-11", "peakFrom": None, "peakTo": None},
                       start={"startDate": "2021-08-06", "peakFrom": None, "peakTo": None, "stopDate": None,
                              "single": None}),
        error("peakBeforeStop", "peakTo <= stopDate", "peakTo stopDate",
              "盛发结束时间（{peakTo}）不得晚于停止时间（{stopDate}）。",
              "The peak must not end ({peakTo}) after the stop ({stopDate}).", broken={"peakTo": "2015-01-01"}),
        by_survey("peakBySurvey", "peakTo", "盛发结束时间", "The end of the peak",
                  broken={"peakTo": "2021-08-06", "stopDate": None}),
        by_survey("stopBySurvey", "stopDate", "停止时间", "The stop"),
    ],
    settings=[
        *SHARED_SETTINGS,
        setting("strikeTolerance", 15, "走向与倾向相差90°的允许偏差",
                "Allowed difference from 90° between strike and dip direction", "°"),
        setting("lengthTolerance", 20, "最大长度超出所绘长度的允许值",
                "How much the greatest length may exceed what is drawn", "%"),
    ],
    distinct=[UNIQUE_NUMBER], together={**AGES, "peakTo": ["peakFrom"]})

FORMS = [LANDSLIDE, ROCKFALL, DEBRIS, COLLAPSE, SUBSIDENCE, FISSURE]
