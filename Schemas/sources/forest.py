"""Forest and grassland fire: fuel plots with their trees, quadrats and samples, sources of fire, past fires."""
from common import *

HAZARD = "forest-grassland-fire"
SOURCE = ("Field names from the client software of the forest and grassland fire census; ranges, codes and rules are "
          "our proposal, not confirmed by the technical specification.")

LANDFORM = [("1", "极高山", "extremely high mountain"), ("2", "高山", "high mountain"),
            ("3", "中山", "middle mountain"), ("4", "低山", "low mountain"), ("5", "丘陵", "hill"),
            ("6", "平原", "plain"), ("9", "其他", "other")]
COMPASS = [("1", "北", "north"), ("2", "东北", "north-east"), ("3", "东", "east"), ("4", "东南", "south-east"),
           ("5", "南", "south"), ("6", "西南", "south-west"), ("7", "西", "west"), ("8", "西北", "north-west")]
ASPECT = COMPASS + [("9", "无坡向", "no aspect")]
SLOPE_POSITION = [("1", "脊部", "ridge"), ("2", "上坡", "upper slope"), ("3", "中坡", "middle slope"),
                  ("4", "下坡", "lower slope"), ("5", "山谷", "valley"), ("6", "平地", "flat"),
                  ("7", "全坡", "whole slope")]
PLOT_TYPE = [("1", "乔木", "trees"), ("2", "灌木", "shrubs")]


def plot_number():
    """The number that links the forms of one plot."""
    return text("ydbh", "标准地编号", "Plot number", 20, required=True, sourced=True, example="BZD-130205-001",
                hint=("同一标准地的各表须填同一编号", "The same in all forms of one plot"))


def plot_type():
    """Whether the plot has trees or shrubs."""
    return choice("type", "样地类型", "Plot type", PLOT_TYPE, required=True, sourced=True, example="1")


def once_per_plot():
    """No plot has two entries of one form."""
    return distinct("error", "oneEntryPerPlot", "ydbh", "ydbh",
                    "标准地{ydbh}已有记录（对象 {other}）。",
                    "Plot {ydbh} is recorded already (object {other}).")


# ---------------------------------------------------------------- plot

def same_photos():
    """One photo, given four times."""
    return [{"sha256": PHOTO, "takenAt": "2021-06-13T12:40:00+08:00"} for _ in range(4)]


FOR_PLOT = survey_form(
    "FOR_PLOT", hazard=HAZARD,
    title=("标准地因子调查记录表", "Fuel plot survey form"),
    about="The site and stand of one plot in which forest fuel is measured.",
    status="partly-verified", source=SOURCE,
    object_code="130205-LC-0001", object_name="开平镇1号标准地（示例）",
    least_photos=4, photo_hint=("东、南、西、北四个方向各至少一张", "At least one each to the east, south, west and north"),
    groups=[
        group("plot", "标准地", "Plot", [
            plot_number(),
            choice("leiBie", "样地类别", "Plot category", [
                ("1", "标准地", "standard plot"), ("2", "大样地", "large plot")],
                required=True, sourced=True, example="1"),
            plot_type(),
            code("strat", "分层码", "Stratum code", "^[1-8][1-3][0-4][1-3](0[1-9]|[1-9][0-9])$",
                 required=True, sourced=True, example="422205",
                 hint=("植被区域1位、起源1位、龄组1位、郁闭度级1位、树种组2位，共6位",
                       "One digit each for vegetation region, origin, age group and canopy class, "
                       "two for the species group")),
            text("linYeJu", "林业局", "Forestry bureau", 50, sourced=True, example="示例林业局"),
            text("linChang", "林场", "Forest farm", 50, sourced=True, example="示例林场"),
            choice("ydGg", "样地规格", "Plot shape", [
                ("1", "方形", "square"), ("2", "矩形", "rectangle"), ("3", "圆形", "circle")],
                required=True, sourced=True, example="2"),
            number("ydMj", "样地面积", "Plot area", "㎡", None, 100000, over=0, decimals=2, required=True, sourced=True,
                   example=600, hint=("水平投影面积；1公顷为10000㎡", "Horizontal area; 1 ha is 10,000 m²")),
        ]),
        group("site", "立地条件", "Site", [
            choice("diMao", "地貌", "Landform", LANDFORM, other="9", required=True, sourced=True, example="5"),
            number("poDu", "坡度", "Slope", "°", 0, 90, decimals=1, required=True, sourced=True, example=18,
                   hint=("样地平均坡度，填度数，不是百分数", "Mean slope of the plot, in degrees, not in percent")),
            choice("poXiang", "坡向", "Aspect", ASPECT, required=True, sourced=True, example="4",
                   hint=("坡面朝下的方向；平缓地填“无坡向”", "The direction in which the slope falls; none on flat land")),
            choice("poWei", "坡位", "Slope position", SLOPE_POSITION, required=True, sourced=True, example="3"),
            text("tuRangLx", "土壤类型", "Soil type", 50, sourced=True, example="褐土"),
            text("tuRangYl", "土壤亚类", "Soil subtype", 50, when=given("tuRangLx"), sourced=True, example="淋溶褐土"),
            text("qiHouQu", "气候分区", "Climate zone", 50, sourced=True, example="暖温带半湿润区"),
        ]),
        group("stand", "林分因子", "Stand", [
            choice("diLei", "地类", "Land class", [
                ("1", "乔木林地", "tree forest"), ("2", "灌木林地", "shrubland"), ("3", "竹林地", "bamboo forest"),
                ("4", "疏林地", "open forest"), ("5", "未成林造林地", "young plantation"),
                ("6", "迹地", "cut or burned area"), ("9", "其他", "other")],
                other="9", required=True, sourced=True, example="1"),
            choice("senLinLx", "森林类型", "Forest type", [
                ("1", "针叶林", "conifers"), ("2", "阔叶林", "broadleaves"), ("3", "针阔混交林", "mixed"),
                ("4", "灌木林", "shrubs"), ("5", "竹林", "bamboo"), ("9", "其他", "other")],
                other="9", required=True, sourced=True, example="1"),
            choice("qiYuan", "起源", "Origin", [
                ("1", "天然", "natural"), ("2", "人工", "planted"), ("3", "飞播", "sown from the air")],
                required=True, sourced=True, example="2"),
            text("youShiSz", "优势树种", "Dominant species", 50, required=True, sourced=True, example="油松"),
            text("szZc", "树种组成", "Species composition", 60, pattern="^(([1-9]|10)[^0-9 ]{1,10})+$", sourced=True,
                 example="8油2侧", hint=("十分法，系数在前，合计为10，如8油2侧；纯林填10油",
                                      "Tenths before each species, 10 in all, such as 8油2侧; 10油 for a pure stand")),
            integer("linLing", "林龄", "Stand age", "a", 1, 500, sourced=True, example=28),
            choice("lingZu", "龄组", "Age group", [
                ("0", "不划分", "not grouped"), ("1", "幼龄林", "young"), ("2", "中龄林", "middle-aged"),
                ("3", "近熟林", "nearly mature"), ("4", "成过熟林", "mature or overmature")],
                required=True, sourced=True, example="2", hint=("灌木样地填“不划分”", "“Not grouped” for a shrub plot")),
            number("pingjunSg", "平均树高", "Mean height", "m", 0, 60, decimals=1, required=True, sourced=True,
                   example=7.2),
            number("pingjunXj", "平均胸径", "Mean diameter", "cm", 0, 200, decimals=1, required=True, sourced=True,
                   example=12.6, hint=("地面以上1.3 m处；灌木样地填平均地径",
                                       "At 1.3 m above ground; for shrubs the mean diameter at the ground")),
            number("yuBiDu", "郁闭度", "Canopy closure", None, 0, 1, decimals=2, required=True, sourced=True,
                   example=0.65, hint=("0—1的小数，不是百分数；灌木样地填覆盖度",
                                       "A fraction of 1, not a percentage; for shrubs their cover")),
            text("qunluoLx", "群落类型", "Community type", 50, sourced=True, example="油松—荆条群落"),
        ]),
        group("disturbance", "干扰与经营", "Disturbance and management", [
            choice("ganRaoLx", "干扰类型", "Kind of disturbance", [
                ("1", "天然", "natural"), ("2", "人为", "human")], sourced=True, example="2",
                hint=("无干扰时不填", "Left out where there was none")),
            choice("ganRaoCd", "干扰程度", "Degree of disturbance", [
                ("1", "轻（<20%）", "slight (<20%)"), ("2", "中（20%—40%）", "medium (20–40%)"),
                ("3", "重（>40%）", "severe (>40%)")], when=given("ganRaoLx"), sourced=True, example="1"),
            choice("klwFzzSscd", "枯落物和腐殖质损失程度", "Loss of litter and humus", [
                ("1", "无", "none"), ("2", "中（≤50%）", "medium (≤50%)"), ("3", "重（>50%）", "severe (>50%)")],
                sourced=True, example="1"),
            text("jingYingGl", "经营管理措施", "Management", 100, sourced=True, example="抚育间伐"),
        ]),
    ],
    settings=[
        setting("forestClosure", 0.2, "乔木林地郁闭度下限", "Lower bound of canopy closure in tree forest"),
        setting("closureMedium", 0.4, "中郁闭度下限", "Lower bound of medium canopy closure"),
        setting("closureDense", 0.7, "高郁闭度下限", "Lower bound of dense canopy closure"),
        setting("flatSlope", 5, "有坡向的坡度下限", "Lower bound of a slope with an aspect", "°"),
        setting("leastDiameter", 5, "起测胸径", "Least diameter measured", "cm"),
    ],
    rules=[
        error("originInStratum", "slice(strat, 1, 1) == qiYuan", "strat qiYuan",
              "分层码（{strat}）第2位须与起源（{qiYuan}）一致。",
              "The second digit of the stratum code ({strat}) must be the origin ({qiYuan}).",
              broken={"qiYuan": "1"}, sourced=False),
        error("ageGroupInStratum", "slice(strat, 2, 1) == lingZu", "strat lingZu",
              "分层码（{strat}）第3位须与龄组（{lingZu}）一致。",
              "The third digit of the stratum code ({strat}) must be the age group ({lingZu}).",
              broken={"lingZu": "3"}, sourced=False),
        warning("closureInStratum",
                "(yuBiDu >= $closureDense => slice(strat, 3, 1) == '1')"
                " and ((yuBiDu >= $closureMedium and yuBiDu < $closureDense) => slice(strat, 3, 1) == '2')"
                " and (yuBiDu < $closureMedium => slice(strat, 3, 1) == '3')", "strat yuBiDu",
                "分层码（{strat}）第4位与郁闭度（{yuBiDu}）不符：1级自{$closureDense}，2级自{$closureMedium}，以下为3级。",
                "The fourth digit of the stratum code ({strat}) does not fit the canopy closure ({yuBiDu}): "
                "1 from {$closureDense}, 2 from {$closureMedium}, 3 below.",
                broken={"yuBiDu": 0.75}, sourced=False),
        error("compositionAddsUp", "sumNumbers(szZc) == 10", "szZc",
              "树种组成（{szZc}）的系数之和须为10。", "The tenths of the species ({szZc}) must add up to 10.",
              broken={"szZc": "8油3侧"}, sourced=False),
        warning("forestHasClosure", "yuBiDu >= $forestClosure", "yuBiDu diLei",
                "乔木林地的郁闭度（{yuBiDu}）一般不低于{$forestClosure}。",
                "Tree forest has a canopy closure of at least {$forestClosure}, not {yuBiDu}.",
                broken={"yuBiDu": 0.15, "strat": "422305"}, when="diLei == '1'", sourced=False),
        warning("plotTypeFits",
                "(type == '2' => (diLei == '2' and senLinLx == '4'))"
                " and (type == '1' => (diLei != '2' and senLinLx != '4'))", "type diLei senLinLx",
                "样地类型（{type}）与地类（{diLei}）、森林类型（{senLinLx}）不符。",
                "The plot type ({type}) does not fit the land class ({diLei}) and the forest type ({senLinLx}).",
                broken={"senLinLx": "4"}, sourced=False),
        warning("treesHaveAgeGroup", "type == '1' => lingZu != '0'", "lingZu type",
                "乔木样地应划分龄组（{lingZu}）。", "A plot with trees should have an age group, not {lingZu}.",
                broken={"lingZu": "0", "strat": "420205"}, sourced=False),
        warning("meanDiameterIsMeasurable", "pingjunXj >= $leastDiameter", "pingjunXj",
                "乔木样地的平均胸径（{pingjunXj} cm）低于起测胸径{$leastDiameter} cm。",
                "The mean diameter ({pingjunXj} cm) is below the least that is measured, {$leastDiameter} cm.",
                broken={"pingjunXj": 4}, when="type == '1'", sourced=False),
        warning("aspectFitsSlope",
                "(poDu < $flatSlope => poXiang == '9') and (poDu >= $flatSlope => poXiang != '9')", "poXiang poDu",
                "坡度（{poDu}°）小于{$flatSlope}°时坡向填“无坡向”，否则应有坡向。",
                "Below {$flatSlope}° a slope ({poDu}°) has no aspect, from there on it has one.",
                broken={"poDu": 3}, sourced=False),
        error("photosDiffer", "distinct(photos, 'sha256')", "photos",
              "同一张照片不得重复上传。", "The same photo must not be given twice.",
              broken={"photos": same_photos()}, sourced=False),
    ],
    distinct=[once_per_plot()],
)


# ---------------------------------------------------------------- trees

def trees():
    """The trees of a plot, one row for each."""
    return part_or_none("trees", "乔木每木检尺", "Trees measured", [
        text("qmbh", "乔木编号", "Tree number", 10, required=True, sourced=True),
        text("sz", "树种", "Species", 50, required=True, sourced=True),
        number("sg", "树高", "Height", "m", None, 60, over=0, decimals=1, required=True, sourced=True,
               hint=("倒木填全长", "The whole length of a fallen tree")),
        number("xj", "胸径", "Diameter at breast height", "cm", 5, 200, decimals=1, required=True, sourced=True,
               hint=("地面以上1.3 m处，自5 cm起测；填直径，不是胸围",
                     "At 1.3 m above ground, from 5 cm on; the diameter, not the girth")),
        choice("szzk", "生长状况", "Condition", [
            ("1", "活立木", "living"), ("2", "枯立木", "standing dead"), ("3", "倒木", "fallen")], sourced=True),
        number("dzswl", "单株生物量", "Biomass of the tree", "kg", 0, 100000, decimals=4, sourced=True),
        number("dzlmxjl", "单株蓄积", "Volume of the tree", "m³", 0, 100, decimals=4, sourced=True),
    ], sourced=True, example=[
        {"qmbh": "001", "sz": "油松", "sg": 8.1, "xj": 12.4, "szzk": "1", "dzswl": 38.6, "dzlmxjl": 0.0538},
        {"qmbh": "002", "sz": "油松", "sg": 6.9, "xj": 10.8, "szzk": "1", "dzswl": 27.1, "dzlmxjl": 0.0357},
        {"qmbh": "003", "sz": "侧柏", "sg": 4.2, "xj": 7.3, "szzk": "2"},
    ])


FOR_TREE = survey_form(
    "FOR_TREE", hazard=HAZARD,
    title=("乔木每木检尺记录表", "Tree measurement form"), about="All trees of one plot, one row for each tree.",
    status="partly-verified", source=SOURCE,
    object_code="130205-LC-0001", object_name="开平镇1号标准地（示例）",
    groups=[
        group("plot", "标准地", "Plot", [plot_number(), plot_type()]),
        group("measurement", "每木检尺", "Trees", [trees()]),
    ],
    settings=[
        setting("slenderness", 200, "高径比上限", "Upper bound of height to diameter"),
        setting("formFactor", 1, "胸高形数上限", "Upper bound of the form factor"),
    ],
    rules=[
        error("shrubPlotHasNoTrees", "type == '2' => treesNone == true", "treesNone type",
              "灌木样地不做每木检尺，请填“无相关数据，不填报”。",
              "No trees are measured in a shrub plot; say that there is no such data.",
              broken={"type": "2"}, sourced=False),
        error("treeNumbersDiffer", "distinct(trees, 'qmbh')", "trees",
              "乔木编号不得重复。", "No two trees may have the same number.",
              broken={"trees": [{"qmbh": "001", "sz": "油松", "sg": 8.1, "xj": 12.4},
                                {"qmbh": "001", "sz": "侧柏", "sg": 4.2, "xj": 7.3}]}),
        warning("heightFitsDiameter", "every(trees, 'sg * 100 <= $slenderness * xj')", "trees",
                "有乔木的树高超过胸径的{$slenderness}倍，请核对单位。",
                "A tree is taller than {$slenderness} times its diameter; check the units.",
                broken={"trees": [{"qmbh": "001", "sz": "油松", "sg": 20, "xj": 5}]}, sourced=False),
        warning("volumeFitsSize", "every(trees, 'dzlmxjl * 40000 <= $formFactor * 3.1416 * xj * xj * sg')", "trees",
                "有乔木的单株蓄积超过胸高断面积乘树高的{$formFactor}倍，请核对单位。",
                "A tree has more volume than {$formFactor} times its basal area times its height; check the units.",
                broken={"trees": [{"qmbh": "001", "sz": "油松", "sg": 8.1, "xj": 12.4, "dzlmxjl": 0.538}]},
                sourced=False),
    ],
    distinct=[once_per_plot()],
)


# ---------------------------------------------------------------- quadrats

def none_flag(layer, zh, en):
    """Says that a layer does not occur in the quadrat."""
    return yes_no(layer + "None", zh + "：无相关数据，不填报", en + ": no such data", required=True, sourced=True,
                  hint=("确无此层时填“是”", "Yes only where there is no such layer"))


def cover(layer, zh, en):
    """How much of the quadrat a layer covers."""
    return number(layer + "Cover", zh, en, "%", 0, 100, decimals=1, required=True, when=no(layer + "None"),
                  sourced=True)


def fresh(name, layer, zh, en, hint=None):
    """A fresh mass weighed in the quadrat."""
    return number(name, zh, en, "g", 0, 100000, decimals=2, required=True, when=no(layer + "None"), sourced=True,
                  hint=hint)


def thickness(layer, zh, en):
    """The mean thickness of a layer."""
    return number(layer + "Thick", zh, en, "cm", None, 100, over=0, decimals=1, required=True,
                  when=no(layer + "None"), sourced=True)


def ratio(layer, zh, en):
    """What remains of a fresh mass after drying, as a fraction."""
    return number(layer + "DryFresh", zh, en, None, None, 1, over=0, decimals=4, when=no(layer + "None"),
                  sourced=True, hint=("样品干重除以鲜重，不是含水率", "Dry by fresh mass of a sample, not its moisture"))


def load(layer, zh, en):
    """The dry fuel on a hectare."""
    return number(layer + "Load", zh, en, "t/hm²", 0, 1000, decimals=4, when=no(layer + "None"), sourced=True,
                  hint=("干重；1 g/㎡为0.01 t/hm²", "Dry mass; 1 g/m² is 0.01 t/hm²"))


def quadrat_row():
    """One quadrat with its four layers."""
    shrub = no("shrubNone")
    return [
        text("yfbh", "样方号", "Quadrat number", 20, required=True, sourced=True),
        number("quadratArea", "样方面积", "Quadrat area", "㎡", None, 1000, over=0, decimals=2, required=True,
               hint=("称重的枯草腐样方面积，一般为1㎡", "Of the quadrat in which herbs, litter and humus are weighed")),
        none_flag("herb", "草本层", "Herbs"),
        text("herbName", "优势草本", "Dominant herb", 50, when=no("herbNone"), sourced=True),
        cover("herb", "草本盖度", "Herb cover"),
        fresh("herbFresh", "herb", "草本鲜重", "Fresh herbs"),
        ratio("herb", "草本干鲜比", "Herbs, dry by fresh mass"),
        load("herb", "草本载量", "Herb load"),
        none_flag("litter", "枯落物层", "Litter"),
        thickness("litter", "枯落物厚度", "Litter thickness"),
        *[fresh(f"litter{kind}Fresh", "litter", f"枯落物{kind}鲜重", f"Fresh litter {kind}",
                hint=("无此类枯落物时填0", "0 where there is none of this class")) for kind in (1, 2, 3)],
        ratio("litter", "枯落物干鲜比", "Litter, dry by fresh mass"),
        load("litter", "枯落物载量", "Litter load"),
        none_flag("humus", "腐殖质层", "Humus"),
        thickness("humus", "腐殖质层厚度", "Humus thickness"),
        fresh("humusFresh", "humus", "腐殖质鲜重", "Fresh humus"),
        ratio("humus", "腐殖质干鲜比", "Humus, dry by fresh mass"),
        load("humus", "腐殖质载量", "Humus load"),
        none_flag("shrub", "灌木层", "Shrubs"),
        text("shrubName", "灌木优势种", "Dominant shrub", 50, required=True, when=shrub, sourced=True),
        integer("shrubCount", "灌木株（丛）数", "Shrubs or clumps", "株", 1, 10000, required=True, when=shrub,
                sourced=True),
        number("shrubHeight", "灌木平均高", "Shrub height", "m", None, 15, over=0, decimals=2, required=True, when=shrub,
               sourced=True),
        cover("shrub", "灌木盖度", "Shrub cover"),
        load("shrub", "灌木载量", "Shrub load"),
    ]


def quadrats():
    """The quadrats of a plot; a load is given with the ratio that it was computed with."""
    field = part("quadrats", "可燃物样方", "Quadrats", quadrat_row(), required=True, most=50, sourced=True, example=[
        {"yfbh": "1", "quadratArea": 1,
         "herbNone": False, "herbName": "白羊草", "herbCover": 35, "herbFresh": 120, "herbDryFresh": 0.42,
         "herbLoad": 0.504,
         "litterNone": False, "litterThick": 3.2, "litter1Fresh": 260, "litter2Fresh": 85, "litter3Fresh": 0,
         "litterDryFresh": 0.71, "litterLoad": 2.4495,
         "humusNone": True,
         "shrubNone": False, "shrubName": "荆条", "shrubCount": 6, "shrubHeight": 0.9, "shrubCover": 20,
         "shrubLoad": 0.83},
        {"yfbh": "2", "quadratArea": 1,
         "herbNone": True,
         "litterNone": False, "litterThick": 2.4, "litter1Fresh": 190, "litter2Fresh": 40, "litter3Fresh": 12,
         "humusNone": False, "humusThick": 2, "humusFresh": 540, "humusDryFresh": 0.64, "humusLoad": 3.456,
         "shrubNone": True},
    ])
    field.schema["items"]["dependentRequired"] = {
        layer + "Load": [layer + "DryFresh"] for layer in ("herb", "litter", "humus")}
    return field


def bare_quadrat(**layers):
    """A quadrat that has only these layers."""
    flags = {layer + "None": True for layer in ("herb", "litter", "humus", "shrub")}
    return {"yfbh": "1", "quadratArea": 1, **flags, **layers}


def load_rule(layer, weighed, zh, en, row):
    """The load of a layer is what was weighed, dried, by area."""
    return warning(f"{layer}LoadFits",
                   f"every(quadrats, 'abs({layer}Load - ({weighed}) * {layer}DryFresh / quadratArea * 0.01)"
                   " <= $loadTolerance')", "quadrats",
                   f"{zh}载量须为鲜重×干鲜比÷样方面积×0.01，允许相差{{$loadTolerance}} t/hm²。",
                   f"A load of {en} differs from fresh mass × ratio ÷ area × 0.01 by more than "
                   "{$loadTolerance} t/hm².",
                   broken={"quadrats": [bare_quadrat(**{layer + "None": False}, **row)]}, sourced=False)


FOR_QUADRAT = survey_form(
    "FOR_QUADRAT", hazard=HAZARD,
    title=("可燃物样方调查表", "Fuel quadrat survey form"),
    about="The quadrats of one plot, in which shrubs, herbs, litter and humus are measured.",
    status="partly-verified", source=SOURCE,
    object_code="130205-LC-0001", object_name="开平镇1号标准地（示例）",
    groups=[
        group("plot", "标准地", "Plot", [plot_number()]),
        group("fuel", "可燃物样方", "Quadrats", [quadrats()]),
    ],
    settings=[setting("loadTolerance", 0.01, "载量允许误差", "Tolerance of a load", "t/hm²")],
    rules=[
        error("quadratNumbersDiffer", "distinct(quadrats, 'yfbh')", "quadrats",
              "样方号不得重复。", "No two quadrats may have the same number.",
              broken={"quadrats": [bare_quadrat(herbNone=False, herbCover=35, herbFresh=120) for _ in range(2)]}),
        warning("quadratHasLayer",
                "every(quadrats, 'herbNone == false or litterNone == false or humusNone == false"
                " or shrubNone == false')", "quadrats",
                "有样方的各层均为“无相关数据，不填报”，请核对。", "A quadrat has none of the four layers; check it.",
                broken={"quadrats": [bare_quadrat()]}, sourced=False),
        warning("litterWasWeighed", "every(quadrats, 'litter1Fresh + litter2Fresh + litter3Fresh > 0')", "quadrats",
                "有样方的枯落物鲜重均为0；确无枯落物时请填“无相关数据，不填报”。",
                "The litter of a quadrat weighs nothing; say that there is no such data where there is none.",
                broken={"quadrats": [bare_quadrat(litterNone=False, litterThick=3.2, litter1Fresh=0, litter2Fresh=0,
                                                  litter3Fresh=0)]}, sourced=False),
        load_rule("herb", "herbFresh", "草本", "herbs",
                  {"herbCover": 35, "herbFresh": 120, "herbDryFresh": 0.42, "herbLoad": 5.04}),
        load_rule("litter", "litter1Fresh + litter2Fresh + litter3Fresh", "枯落物", "litter",
                  {"litterThick": 3.2, "litter1Fresh": 260, "litter2Fresh": 85, "litter3Fresh": 0,
                   "litterDryFresh": 0.71, "litterLoad": 24.495}),
        load_rule("humus", "humusFresh", "腐殖质", "humus",
                  {"humusThick": 2, "humusFresh": 540, "humusDryFresh": 0.64, "humusLoad": 34.56}),
    ],
    distinct=[once_per_plot()],
)


# ---------------------------------------------------------------- laboratory

def repeated(name, zh, en, unit, least, most, decimals, values, mean, deviation):
    """A property measured three times, with its mean and its error."""
    shared = {"decimals": decimals, "sourced": True}
    return [
        *[number(f"{name}{index}", f"{zh}测定{index}", f"{en}, measurement {index}", unit, least, most,
                 example=value, **shared) for index, value in enumerate(values, 1)],
        number(name + "Mean", zh + "均值", en + ", mean", unit, least, most, example=mean, **shared),
        number(name + "Err", zh + "误差", en + ", error", unit, 0, most - least, example=deviation, **shared,
               hint=(f"三次测定值与均值的最大偏差，单位{unit}，不是百分数",
                     f"The largest deviation of the three from their mean, in {unit}, not in percent")),
    ]


def repeated_rules(name, zh, en, unit, wrong_mean, wrong_error, outlier):
    """The mean is that of the three; they lie close together; the error is not larger than their spread."""
    three = [f"{name}{index}" for index in (1, 2, 3)]
    listed = ", ".join(three)
    spread = f"max({listed}) - min({listed})"
    return [
        warning(f"{name}MeanFits", f"abs({name}Mean - ({' + '.join(three)}) / 3) <= ${name}Tolerance",
                f"{name}Mean {' '.join(three)}",
                f"{zh}均值（{{{name}Mean}} {unit}）与三次测定的平均值相差超过{{${name}Tolerance}} {unit}。",
                f"{en}: the mean ({{{name}Mean}} {unit}) is not that of the three measurements "
                f"within {{${name}Tolerance}} {unit}.",
                broken={f"{name}Mean": wrong_mean}, sourced=False),
        warning(f"{name}Repeats", f"{spread} <= ${name}Spread", " ".join(three),
                f"三次{zh}测定（{{{three[0]}}}、{{{three[1]}}}、{{{three[2]}}} {unit}）相差超过"
                f"{{${name}Spread}} {unit}，请复测或说明原因。",
                f"{en}: the measurements ({{{three[0]}}}, {{{three[1]}}}, {{{three[2]}}} {unit}) differ by more than "
                f"{{${name}Spread}} {unit}; repeat them or give the reason.",
                broken={three[0]: outlier[0], f"{name}Mean": outlier[1]}, sourced=False),
        warning(f"{name}ErrWithinSpread", f"{name}Err <= {spread}", f"{name}Err",
                f"{zh}误差（{{{name}Err}} {unit}）大于三次测定的极差。",
                f"{en}: the error ({{{name}Err}} {unit}) is larger than the spread of the three measurements.",
                broken={f"{name}Err": wrong_error}, sourced=False),
    ]


FOR_LAB = survey_form(
    "FOR_LAB", hazard=HAZARD,
    title=("可燃物测定表", "Fuel laboratory form"),
    about="Moisture, ignition point and calorific value of one fuel sample.",
    status="partly-verified", source=SOURCE,
    object_code="130205-LC-0001", object_name="开平镇1号标准地油松枯落物样品（示例）",
    groups=[
        group("sample", "样品", "Sample", [
            text("ypbh", "样品号", "Sample number", 20, required=True, sourced=True, example="BZD-130205-001-K1"),
            choice("yplx", "样品类型", "Kind of sample", [
                ("1", "乔木枝叶", "leaves and twigs of trees"), ("2", "灌木", "shrubs"), ("3", "草本", "herbs"),
                ("4", "枯落物", "litter"), ("5", "腐殖质", "humus"), ("6", "枯倒木", "fallen dead wood"),
                ("9", "其他", "other")], other="9", required=True, sourced=True, example="4"),
            number("shiNeiWd", "室内温度", "Room temperature", "℃", -10, 50, decimals=1, sourced=True, example=25,
                   hint=("一般为25 ℃", "Usually 25 ℃")),
            number("shiNeiSd", "室内湿度", "Room humidity", "%", 0, 100, decimals=1, sourced=True, example=30,
                   hint=("相对湿度，一般为30%", "Relative humidity, usually 30%")),
        ]),
        group("moisture", "含水率与时滞", "Moisture and time lag", [
            number("dryMass", "绝干质量", "Oven-dry mass", "g", None, 10000, over=0, decimals=4, required=True,
                   sourced=True, example=20),
            number("satMass", "饱和质量", "Saturated mass", "g", None, 100000, over=0, decimals=4, sourced=True,
                   example=36.5),
            number("t", "失水时间", "Drying time", "h", 0, 5000, decimals=2, sourced=True, example=8,
                   hint=("自饱和起算", "Counted from saturation")),
            number("massAtT", "t时刻质量", "Mass at that time", "g", None, 100000, over=0, decimals=4, sourced=True,
                   example=24.6),
            number("mt", "t时刻含水率", "Moisture at that time", "%", 0, 1000, decimals=2, sourced=True, example=23,
                   hint=("以绝干质量为基数，可大于100%", "By the oven-dry mass; may exceed 100%")),
            number("me", "平衡含水率", "Equilibrium moisture", "%", 0, 100, decimals=2, sourced=True, example=11.2),
        ]),
        group("ignition", "燃点", "Ignition point",
              repeated("ignite", "燃点", "Ignition point", "℃", 50, 1000, 1, [268, 272, 270], 270, 2)),
        group("calorific", "热值", "Calorific value",
              repeated("heat", "热值", "Calorific value", "kJ/g", 0, 50, 3, [18.42, 18.66, 18.51], 18.53, 0.13)),
    ],
    settings=[
        setting("moistureTolerance", 0.1, "含水率允许误差", "Tolerance of the moisture", "%"),
        setting("igniteTolerance", 0.5, "燃点均值允许误差", "Tolerance of the mean ignition point", "℃"),
        setting("igniteSpread", 20, "三次燃点测定的最大极差", "Largest spread of the ignition points", "℃"),
        setting("heatTolerance", 0.01, "热值均值允许误差", "Tolerance of the mean calorific value", "kJ/g"),
        setting("heatSpread", 1, "三次热值测定的最大极差", "Largest spread of the calorific values", "kJ/g"),
    ],
    rules=[
        error("saturatedNotBelowDry", "satMass >= dryMass", "satMass dryMass",
              "饱和质量（{satMass} g）不得小于绝干质量（{dryMass} g）。",
              "The saturated mass ({satMass} g) must not be below the oven-dry mass ({dryMass} g).",
              broken={"satMass": 19, "t": None, "massAtT": None, "mt": None}),
        error("massNotAboveSaturated", "massAtT <= satMass", "massAtT satMass",
              "t时刻质量（{massAtT} g）不得大于饱和质量（{satMass} g）。",
              "The mass at that time ({massAtT} g) must not exceed the saturated mass ({satMass} g).",
              broken={"massAtT": 37, "mt": 85}),
        error("massNotBelowDry", "massAtT >= dryMass", "massAtT dryMass",
              "t时刻质量（{massAtT} g）不得小于绝干质量（{dryMass} g）。",
              "The mass at that time ({massAtT} g) must not be below the oven-dry mass ({dryMass} g).",
              broken={"massAtT": 19, "mt": None}),
        warning("moistureFits", "abs(mt - (massAtT - dryMass) / dryMass * 100) <= $moistureTolerance",
                "mt massAtT dryMass",
                "含水率（{mt}%）须为（{massAtT}−{dryMass}）÷{dryMass}×100，允许相差{$moistureTolerance}个百分点。",
                "The moisture ({mt}%) differs from ({massAtT} − {dryMass}) ÷ {dryMass} × 100 by more than "
                "{$moistureTolerance}.",
                broken={"mt": 25}, sourced=False),
        warning("moistureNotBelowEquilibrium", "mt >= me - $moistureTolerance", "mt me",
                "失水过程中的含水率（{mt}%）不应低于平衡含水率（{me}%）。",
                "The moisture while drying ({mt}%) should not be below the equilibrium ({me}%).",
                broken={"me": 24}, sourced=False),
        *repeated_rules("ignite", "燃点", "Ignition point", "℃", 275, 5, (240, 260.7)),
        *repeated_rules("heat", "热值", "Calorific value", "kJ/g", 19.5, 0.5, (17, 18.057)),
    ],
    distinct=[
        distinct("error", "oneEntryPerSample", "ypbh", "ypbh",
                 "样品{ypbh}已有记录（对象 {other}）。", "Sample {ypbh} is recorded already (object {other})."),
    ],
    together={"t": ["satMass", "massAtT"], "massAtT": ["t"], "mt": ["massAtT"],
              **{name + end: [f"{name}{index}" for index in (1, 2, 3)]
                 for name in ("ignite", "heat") for end in ("Mean", "Err")}},
)


# ---------------------------------------------------------------- sources of fire

USE_OF_FIRE = one_of("fsKind", "1", "2")

FOR_FIRESOURCE = survey_form(
    "FOR_FIRESOURCE", hazard=HAZARD, version=2, earlier=[UNCHANGED],
    title=("野外火源调查表", "Open-air fire source survey form"),
    about="One approved use of fire, one violation, or one important source of fire near forest or grassland.",
    status="unverified",
    source="The three kinds follow the names of the official forms as found in software; fields, ranges and codes are "
           "our proposal, not confirmed by the technical specification.",
    object_code="130205-LC-0018", object_name="开平镇违规用火18（示例）",
    groups=[
        group("source", "火源情况", "Fire source", [
            choice("fsKind", "火源类别", "Kind of fire source", [
                ("1", "经批准野外用火", "approved use of fire"), ("2", "违规野外用火", "violation"),
                ("3", "重要火源点", "important fire source")], required=True, sourced=True, example="2"),
            choice("pointType", "火源点类型", "Type of fire source", [
                ("1", "坟地公墓", "graveyard"), ("2", "寺庙", "temple"), ("3", "加油站", "filling station"),
                ("4", "工矿企业", "factory or mine"), ("5", "输配电线路", "power line"),
                ("6", "旅游景区", "tourist area"), ("7", "居民点", "settlement"),
                ("8", "农林交错带", "edge between fields and forest")], required=True, when=is_("fsKind", "3")),
            choice("useType", "用火类型", "Use of fire", [
                ("1", "农业生产", "farming"), ("2", "林业生产", "forestry"),
                ("3", "工矿施工", "mining or construction"), ("4", "祭祀", "ancestor worship"),
                ("5", "野炊吸烟", "picnic or smoking"), ("9", "其他", "other")],
                required=True, when=USE_OF_FIRE, example="4"),
            text("useTypeOther", "其他用火类型", "Other use of fire", 50, required=True, when=is_("useType", "9")),
            integer("year", "年份", "Year", None, 2000, 2020, required=True, when=USE_OF_FIRE, example=2019),
            date("fireDate", "用火日期", "Date of the fire", when=USE_OF_FIRE, required_when=is_("fsKind", "2"),
                 example="2019-02-13", hint=("违规用火必填，须在所填年份之内", "Required for a violation; in the year given")),
            text("period", "用火时段", "Period of use", 50, least=1, when=USE_OF_FIRE, example="14时至15时"),
            integer("times", "用火次数", "Times", "次", 0, 10000, when=USE_OF_FIRE, example=4),
            number("area", "用火面积", "Area", "hm²", 0, 100000, when=USE_OF_FIRE, example=0.58,
                   hint=("1 hm²为15亩", "1 hm² is 15 mu")),
            number("distForest", "距林缘距离", "Distance to the forest edge", "m", 0, 5000, required=True,
                   example=377.0, hint=("单位为米；在林内填0", "In metres; 0 inside the forest")),
        ]),
        group("control", "管理情况", "Management", [
            text("approvedNo", "批准文号", "Approval number", 50, required=True, when=is_("fsKind", "1")),
            text("approver", "批准单位", "Approving authority", 60, required=True, when=is_("fsKind", "1")),
            text("manager", "管理责任人", "Person responsible", 60, required=True, example="示例责任人18"),
            code("mgrPhone", "责任人电话", "Telephone of that person", PHONE, required=True, example="0315-1000018"),
            choices("measure", "管理措施", "Measures", [
                ("1", "防火隔离带", "firebreak"), ("2", "专人看守", "guard"), ("3", "警示标识", "warning sign"),
                ("4", "监控", "camera"), ("5", "无", "none")], required=True, example=["3"],
                hint=("选“无”时不选其他", "Nothing else besides “none”")),
            yes_no("strict", "是否严格执行", "Strictly carried out", example=True),
            integer("punished", "处罚人数", "People punished", "人", 0, 10000, required=True, when=is_("fsKind", "2"),
                    example=0),
            text("note", "情况说明", "Note", 500, least=1, example="上坟烧纸，已劝阻（示例）"),
        ]),
    ],
    rules=[
        error("fireDateInYear", "year(fireDate) == year", "fireDate year",
              "用火日期（{fireDate}）须在所填年份（{year}）之内。",
              "The date of the fire ({fireDate}) must lie in the year given ({year}).",
              broken={"year": 2018}),
        error("noMeasureStandsAlone", "contains(measure, '5') => count(measure) == 1", "measure",
              "管理措施选“无”时不得再选其他。", "\"None\" cannot be chosen together with a measure.",
              broken={"measure": ["5", "3"]}),
    ],
)


# ---------------------------------------------------------------- past fires

GRADE_CHECK = (
    "((damagedArea >= $areaHuge or deaths >= $deathsHuge) => fireGrade == '4')"
    " and ((damagedArea >= $areaLarge or deaths >= $deathsLarge) => fireGrade in ['3', '4'])"
    " and ((damagedArea >= $areaMedium or deaths >= $deathsMedium) => fireGrade in ['2', '3', '4'])"
    " and (fireGrade == '4' => (damagedArea >= $areaHuge or deaths >= $deathsHuge))"
    " and (fireGrade == '3' => (damagedArea >= $areaLarge or deaths >= $deathsLarge))"
    " and (fireGrade == '2' => (damagedArea >= $areaMedium or deaths >= $deathsMedium))")


FOR_FIREHIST = survey_form(
    "FOR_FIREHIST", hazard=HAZARD,
    title=("历史森林草原火灾调查表", "Past forest and grassland fire survey form"),
    about="One forest or grassland fire of the past.",
    status="partly-verified",
    source="The name of the form and the fields with classes of codes were found in software of the census; the other "
           "fields, ranges, codes and rules are our proposal, not confirmed by the technical specification.",
    object_code="130205-LC-0031", object_name="开平镇2014年4月5日森林火灾（示例）", geometry=POINT_OR_POLYGON,
    groups=[
        group("fire", "火灾概况", "Fire", [
            text("fireNo", "火灾编号", "Fire number", 20, required=True, example="130205-2014-003"),
            choice("fireType", "火灾类型", "Kind of fire", [
                ("1", "森林火灾", "forest fire"), ("2", "草原火灾", "grassland fire")],
                required=True, sourced=True, example="1"),
            moment("startTime", "起火时间", "Start", required=True, example="2014-04-05T10:10:00+08:00",
                   hint=("无确切记录时按调查结论填写", "As found by the inquiry where no record is exact")),
            moment("findTime", "发现时间", "Found", required=True, example="2014-04-05T10:25:00+08:00"),
            moment("outTime", "扑灭时间", "Put out", required=True, example="2014-04-05T13:40:00+08:00",
                   hint=("明火扑灭的时间", "When the open fire was out")),
            choice("fireGrade", "火灾等级", "Grade of fire", [
                ("1", "一般", "ordinary"), ("2", "较大", "larger"), ("3", "重大", "major"),
                ("4", "特别重大", "extremely serious")], required=True, sourced=True, example="1",
                hint=("森林火灾按受害面积或死亡人数，取较高者，不按过火面积",
                      "For a forest fire by damaged area or deaths, the higher of both; not by burned area")),
            choice("cause1", "起火原因（一级）", "Cause, first level", [
                ("1", "生产性用火", "fire used in production"), ("2", "非生产性用火", "other use of fire"),
                ("3", "故意纵火", "arson"), ("4", "自然火源", "natural"), ("5", "外来火", "spread from outside"),
                ("6", "原因不明", "unknown")], required=True, sourced=True, example="2"),
            text("cause2", "起火原因（二级）", "Cause, second level", 50, sourced=True, example="祭祀用火"),
            text("cause3", "起火原因（三级）", "Cause, third level", 50, when=given("cause2"), sourced=True, example="上坟烧纸"),
            yes_no("solved", "是否查明", "Solved", example=True),
        ]),
        group("size", "面积与损失", "Area and loss", [
            number("burnedArea", "过火面积", "Burned area", "hm²", 0, 1000000, decimals=4, required=True, example=1.6,
                   hint=("火烧过的全部面积，含非林地；1 hm²为15亩", "All that burned, other land too; 1 hm² is 15 mu")),
            number("damagedArea", "受害面积", "Damaged area", "hm²", 0, 1000000, decimals=4, required=True, example=0.7,
                   hint=("受害森林（草原）面积，不大于过火面积", "Of damaged forest or grassland, within the burned area")),
            integer("people", "出动人次", "People sent out", "人次", 0, 1000000, example=86),
            integer("deaths", "死亡人数", "Deaths", "人", 0, 10000, example=0, hint=("无死亡填0", "0 where nobody died")),
            integer("injuries", "受伤人数", "Injured", "人", 0, 100000, example=0),
            number("loss", "直接经济损失", "Direct loss", "万元", 0, 100000000, decimals=4, example=1.85,
                   hint=("单位为万元", "In units of 10,000 yuan")),
        ]),
        group("scene", "火场环境", "Scene", [
            text("treeType", "林木类型", "Tree type", 50, when=is_("fireType", "1"), example="油松"),
            choice("landform", "火场地貌", "Landform", LANDFORM, other="9", sourced=True, example="5"),
            choice("slopeDir", "坡向", "Aspect", ASPECT, sourced=True, example="5"),
            choice("slopePos", "坡位", "Slope position", SLOPE_POSITION, sourced=True, example="3"),
        ]),
        group("weather", "火场天气", "Weather", [
            choice("windDir", "风向", "Wind direction", COMPASS + [("9", "静风", "calm")], sourced=True, example="6",
                   hint=("风的来向", "Where the wind comes from")),
            integer("windForce", "风力", "Wind force", "级", 0, 12, sourced=True, example=3,
                    hint=("蒲福风级，不是风速", "Beaufort, not m/s")),
            choice("rain", "降雨（雪）", "Rain or snow", [
                ("1", "无", "none"), ("2", "小雨（雪）", "light"), ("3", "中雨（雪）", "moderate"),
                ("4", "大雨（雪）及以上", "heavy or more")], sourced=True, example="1"),
            integer("riskGrade", "火险等级", "Fire danger grade", "级", 1, 5, sourced=True, example=4,
                    hint=("当日火险气象等级，5级最高", "Fire weather grade of that day; 5 is the highest")),
        ]),
    ],
    settings=[
        setting("areaMedium", 1, "较大森林火灾受害面积下限", "Damaged area from which a forest fire is larger", "hm²"),
        setting("areaLarge", 100, "重大森林火灾受害面积下限", "Damaged area from which a forest fire is major", "hm²"),
        setting("areaHuge", 1000, "特别重大森林火灾受害面积下限",
                "Damaged area from which a forest fire is extremely serious", "hm²"),
        setting("deathsMedium", 3, "较大森林火灾死亡人数下限", "Deaths from which a forest fire is larger", "人"),
        setting("deathsLarge", 10, "重大森林火灾死亡人数下限", "Deaths from which a forest fire is major", "人"),
        setting("deathsHuge", 30, "特别重大森林火灾死亡人数下限",
                "Deaths from which a forest fire is extremely serious", "人"),
        setting("longFire", 10, "火灾持续时间的通常上限", "Usual upper bound of a fire's duration", "d"),
        setting("areaTolerance", 50, "图形面积与过火面积的最大相对偏差",
                "Largest deviation of the outline from the burned area", "%"),
    ],
    rules=[
        error("foundAfterStart", "minutes(startTime, findTime) >= 0", "findTime startTime",
              "发现时间（{findTime}）不得早于起火时间（{startTime}）。",
              "The fire cannot have been found ({findTime}) before it began ({startTime}).",
              broken={"startTime": "2014-04-05T10:30:00+08:00"}),
        error("outAfterFound", "minutes(findTime, outTime) >= 0", "outTime findTime",
              "扑灭时间（{outTime}）不得早于发现时间（{findTime}）。",
              "The fire cannot have been put out ({outTime}) before it was found ({findTime}).",
              broken={"outTime": "2014-04-05T10:20:00+08:00"}),
        error("outBySurvey", "days(outTime, surveyDate) >= 0", "outTime surveyDate",
              "扑灭时间（{outTime}）不得晚于调查日期（{surveyDate}）。",
              "The fire cannot have been put out ({outTime}) after the survey ({surveyDate}).",
              broken={"startTime": "2021-06-20T10:10:00+08:00", "findTime": "2021-06-20T10:25:00+08:00",
                      "outTime": "2021-06-20T13:40:00+08:00"}),
        error("damagedWithinBurned", "damagedArea <= burnedArea", "damagedArea burnedArea",
              "受害面积（{damagedArea} hm²）不得大于过火面积（{burnedArea} hm²）。",
              "The damaged area ({damagedArea} hm²) must not exceed the burned area ({burnedArea} hm²).",
              broken={"burnedArea": 0.6}),
        warning("gradeFits", GRADE_CHECK, "fireGrade damagedArea deaths",
                "火灾等级（{fireGrade}）与受害面积（{damagedArea} hm²）、死亡人数（{deaths}人）不符。",
                "The grade ({fireGrade}) does not fit the damaged area ({damagedArea} hm²) and the deaths ({deaths}).",
                broken={"fireGrade": "2"}, when="fireType == '1'", sourced=False),
        warning("unknownCauseIsUnsolved", "not (cause1 == '6' and solved == true)", "cause1 solved",
                "已查明的火灾，起火原因不应为“原因不明”。", "A fire that was solved should have a cause.",
                broken={"cause1": "6"}, sourced=False),
        warning("durationIsUsual", "minutes(startTime, outTime) <= $longFire * 1440", "outTime startTime",
                "火灾从{startTime}持续到{outTime}，超过{$longFire}天，请核对。",
                "The fire lasted from {startTime} to {outTime}, more than {$longFire} days; check it.",
                broken={"outTime": "2014-04-25T13:40:00+08:00"}, sourced=False),
        warning("calmHasNoDirection",
                "(windForce == 0 => windDir == '9') and (windDir == '9' => windForce == 0)", "windDir windForce",
                "风力（{windForce}级）与风向（{windDir}）不符：0级为静风。",
                "The wind force ({windForce}) does not fit the direction ({windDir}): 0 is calm.",
                broken={"windForce": 0}, sourced=False),
        warning("outlineFitsBurnedArea",
                "abs(areaKm2(geometry) * 100 - burnedArea) <= $areaTolerance / 100 * burnedArea", "geometry burnedArea",
                "图形面积与过火面积（{burnedArea} hm²）相差超过{$areaTolerance}%，请核对单位。",
                "The outline differs from the burned area ({burnedArea} hm²) by more than {$areaTolerance}%; "
                "check the units.",
                broken={"geometry": POLYGON.example, "burnedArea": 24}, sourced=False),
    ],
    distinct=[
        distinct("error", "oneEntryPerFire", "fireNo", "fireNo",
                 "火灾{fireNo}已有记录（对象 {other}）。", "Fire {fireNo} is recorded already (object {other})."),
    ],
)

FORMS = [FOR_PLOT, FOR_TREE, FOR_QUADRAT, FOR_LAB, FOR_FIRESOURCE, FOR_FIREHIST]
