"""Marine forms: seawalls, storm surges, sea ice and waves."""
from common import *

OUR_PROPOSAL = ("Our proposal from general knowledge of marine hazard records; neither field names nor ranges are "
                "confirmed by the technical specification.")

# ---------------------------------------------------------------- shared pieces


def warning_levels(required, sourced, hint):
    """The four warning tide levels of a station."""
    return [number(name, zh + "色警戒潮位", en + " warning level", "cm", -200, 1500, required=required, sourced=sourced,
                   hint=hint, example=example)
            for name, zh, en, example in (("blue", "蓝", "Blue", 260), ("yellow", "黄", "Yellow", 280),
                                          ("orange", "橙", "Orange", 300), ("red", "红", "Red", 320))]


def levels_in_order():
    """Each warning level lies above the one before."""
    return error(
        "warningLevelsInOrder", "blue < yellow and yellow < orange and orange < red", "blue yellow orange red",
        "警戒潮位须蓝（{blue}）＜黄（{yellow}）＜橙（{orange}）＜红（{red}）。",
        "The warning levels must rise from blue ({blue}) over yellow ({yellow}) and orange ({orange}) to red ({red}).",
        broken={"yellow": 260})


def process_times(start, end):
    """When a process of hours or days began and ended."""
    return [
        moment("start", "开始时间", "Start", required=True, example=start,
               hint=("北京时间，含日期和时分", "Date and time with the offset of Beijing time")),
        moment("end", "结束时间", "End", required=True, example=end),
    ]


def process_settings():
    """The thresholds of `process_rules`."""
    return [setting("processDays", 10, "过程最长持续天数", "Longest usual duration of a process", "d")]


def process_rules(before_start, long_after, after_survey, along=()):
    """The order of a process's times; what breaks each rule."""
    return [
        error("endsAfterStart", "minutes(start, end) >= 0", "start end",
              "结束时间（{end}）不得早于开始时间（{start}）。", "The end ({end}) must not be before the start ({start}).",
              broken={"end": before_start}, along=along),
        error("endedBySurvey", "days(end, surveyDate) >= 0", "end surveyDate",
              "过程结束时间（{end}）不得晚于调查日期（{surveyDate}）。",
              "The process must not end ({end}) after the survey ({surveyDate}).", broken=after_survey),
        warning("processNotTooLong", "minutes(start, end) <= $processDays * 1440", "start end",
                "过程（{start}至{end}）超过{$processDays}天，请核对。",
                "The process ({start} to {end}) lasts more than {$processDays} days; check it.",
                broken={"end": long_after}, sourced=False),
    ]


def sea_area():
    """Which part of the sea it concerns."""
    return text("area", "海域", "Sea area", 60, required=True, example="示例海域",
                hint=("填写海域名称，不是面积", "The name of the area, not its size"))


def effects(affected, loss):
    """What an event harmed."""
    return group("effects", "影响与损失", "Effects", [
        choices("affected", "受影响对象", "Affected", [
            ("1", "港口", "ports"), ("2", "养殖", "aquaculture"), ("3", "油气平台", "oil and gas platforms"),
            ("4", "航道", "fairways")], example=affected),
        number("loss", "直接经济损失", "Direct loss", "万元", 0, 100000000, example=loss,
               hint=("单位为万元，不是元", "In 10,000 yuan, not in yuan")),
    ])


def loss_has_object():
    """A loss has something that was harmed."""
    return warning("lossHasObject", "loss > 0 => present(affected)", "affected loss",
                   "有直接经济损失（{loss}万元）时应填写受影响对象。",
                   "With a loss ({loss} × 10,000 yuan) what was affected should be given.",
                   broken={"affected": None}, sourced=False)


def one_per_start():
    """The same area has one event from one start."""
    return distinct("warning", "oneEventPerStart", "area start", "start area",
                    "海域“{area}”自{start}开始的过程已有记录（对象 {other}）。",
                    "A process in “{area}” that began on {start} is recorded already (object {other}).")


# ---------------------------------------------------------------- seawalls

SEA_SEAWALL = survey_form(
    "SEA_SEAWALL", hazard="storm-surge", version=2, earlier=[UNCHANGED],
    title=("海堤调查表", "Seawall survey form"), about="One seawall, or one section of it, drawn as a line.",
    status="partly-verified",
    source="Field names from software built on the official form; ranges and codes are our proposal, not confirmed by "
           "the technical specification.",
    object_code="130205-HY-0001", object_name="示例海堤1（虚构）", geometry=LINE,
    groups=[
        group("seawall", "海堤基本情况", "Seawall", [
            text("seawallCode", "海堤编码", "Seawall code", 20, required=True, sourced=True, example="HD130205001"),
            text("seawallName", "海堤名称", "Seawall name", 60, required=True, sourced=True, example="示例海堤1"),
            choice("type", "型式", "Type", [
                ("1", "斜坡式", "sloping"), ("2", "直立式", "vertical"), ("3", "混合式", "composite")],
                required=True, sourced=True, example="1"),
            choice("level", "级别", "Class", [
                ("1", "1级", "class 1"), ("2", "2级", "class 2"), ("3", "3级", "class 3"), ("4", "4级", "class 4"),
                ("5", "5级", "class 5")], required=True, sourced=True, example="3"),
            number("len", "长度", "Length", "m", None, 1000000, over=0, required=True, sourced=True, example=857.0,
                   hint=("单位为米，沿堤顶量", "In metres, along the crest")),
            integer("startPile", "起点桩号", "Start stake", "m", 0, 1000000, sourced=True, example=0,
                    hint=("以米计，如1+200填1200", "In metres: 1+200 is 1200")),
            integer("endPile", "终点桩号", "End stake", "m", 0, 1000000, sourced=True, example=857,
                    hint=("以米计，如1+200填1200", "In metres: 1+200 is 1200")),
            date("compDate", "建成时间", "Completed on", sourced=True, example="1998-10-01"),
        ]),
        group("dimensions", "高程与断面", "Heights and section", [
            choice("datum", "高程基准", "Height datum", [
                ("1", "1985国家高程基准", "1985 national height datum"), ("2", "大沽高程", "Dagu datum"),
                ("9", "其他", "other")], required=True, sourced=True, example="1",
                hint=("本表各高程、潮位均用同一基准", "All heights and tide levels of this form are in this datum")),
            text("datumOther", "其他高程基准", "Other height datum", 50, required=True, when=is_("datum", "9")),
            number("topElStart", "起点堤顶高程", "Crest height at the start", "m", -10, 100, required=True, sourced=True,
                   example=4.5),
            number("topElEnd", "终点堤顶高程", "Crest height at the end", "m", -10, 100, required=True, sourced=True,
                   example=4.4),
            number("lowestEl", "最低堤顶高程", "Lowest crest height", "m", -10, 100, required=True, sourced=True,
                   example=4.3),
            number("topWidMin", "堤顶最小宽度", "Least crest width", "m", 0, 200, sourced=True, example=3.0),
            number("topWidMax", "堤顶最大宽度", "Greatest crest width", "m", 0, 200, sourced=True, example=5.5),
            integer("sluices", "水闸数量", "Number of sluices", "座", 0, 10000, sourced=True, example=1),
        ]),
        group("standards", "防潮标准", "Tide standards", [
            number("desTide", "设计潮位", "Design tide level", "m", -10, 20, required=True, sourced=True, example=2.6,
                   hint=("单位为米；警戒潮位以厘米计", "In metres, while the warning levels are in centimetres")),
            integer("desStd", "设计防潮标准（重现期）", "Design tide standard (return period)", "a", 5, 200, required=True,
                    sourced=True, example=50),
            integer("actualStd", "实际防潮标准（重现期）", "Actual tide standard (return period)", "a", 0, 200,
                    required=True, sourced=True, example=50),
            number("okLen", "达标长度", "Length up to standard", "m", 0, 1000000, required=True, sourced=True,
                   example=857.0),
            choices("hidden", "隐患类型", "Hidden dangers", [
                ("1", "堤身沉降或裂缝", "settlement or cracks"), ("2", "护面破损", "damaged facing"),
                ("3", "堤脚冲刷", "toe scour"), ("4", "穿堤建筑物", "crossing structures"),
                ("5", "堤顶高程不足", "crest too low"), ("6", "防潮标准不足", "tide standard too low"),
                ("9", "其他", "other")], example=["3"]),
            text("hiddenOther", "其他隐患", "Other hidden danger", 100, required=True, when=has("hidden", "9")),
        ]),
        group("warning", "警戒潮位", "Warning tide levels", [
            text("tideStation", "潮位站代码", "Tide station code", 20, required=True, sourced=True, example="示例潮位站"),
            warning_levels(True, True, ("单位为厘米", "In centimetres")),
        ]),
        group("protection", "保护对象", "Protected objects", [
            integer("protPop", "保护人口", "Protected people", "人", 0, 10000000, sourced=True, example=1200),
            number("protArea", "保护面积", "Protected area", "km²", 0, 10000, sourced=True, example=3.5),
            text("protKey", "重要保护对象", "Important protected objects", 100, least=1, sourced=True, example="示例村、示例养殖区"),
        ]),
    ],
    settings=[
        setting("lengthTolerance", 10, "长度与图形的允许偏差", "Allowed deviation of the length from the drawn line", "%"),
    ],
    rules=[
        levels_in_order(),
        error("okLengthWithinLength", "okLen <= len", "okLen len",
              "达标长度（{okLen}）不得大于长度（{len}）。",
              "The length up to standard ({okLen}) must not exceed the length ({len}).",
              broken={"okLen": 857.1}),
        error("lowestIsLowest", "lowestEl <= min(topElStart, topElEnd)", "lowestEl topElStart topElEnd",
              "最低堤顶高程（{lowestEl}）不得高于两端堤顶高程（{topElStart}、{topElEnd}）。",
              "The lowest crest height ({lowestEl}) must not be above that of either end ({topElStart}, {topElEnd}).",
              broken={"lowestEl": 4.41}),
        error("lowStandardHasDanger", "actualStd < desStd => present(hidden)", "hidden actualStd desStd",
              "实际防潮标准（{actualStd}年）低于设计标准（{desStd}年）时须填写隐患类型。",
              "With an actual standard ({actualStd} a) below the design ({desStd} a) a hidden danger must be given.",
              broken={"actualStd": 49, "hidden": None}),
        error("widthsInOrder", "topWidMin <= topWidMax", "topWidMin topWidMax",
              "堤顶最小宽度（{topWidMin}）不得大于最大宽度（{topWidMax}）。",
              "The least crest width ({topWidMin}) must not exceed the greatest ({topWidMax}).",
              broken={"topWidMin": 5.6}),
        warning("lengthFitsLine", "abs(lengthKm(geometry) * 1000 - len) <= $lengthTolerance / 100 * len",
                "len geometry",
                "长度（{len} m）与图形量算长度相差超过{$lengthTolerance}%。",
                "The length ({len} m) differs from that of the drawn line by more than {$lengthTolerance} %.",
                broken={"len": 980}, sourced=False),
    ],
    together={"startPile": ["endPile"], "endPile": ["startPile"]},
)

# ---------------------------------------------------------------- storm surges

SEA_SURGE = survey_form(
    "SEA_SURGE", hazard="storm-surge",
    title=("风暴潮过程调查表", "Storm surge process survey form"),
    about="One storm surge at one tide station.",
    source=OUR_PROPOSAL,
    object_code="130205-HY-0002", object_name="示例潮位站（虚构）2019-08-10风暴潮过程",
    groups=[
        group("process", "过程信息", "Process", [
            text("eventNo", "过程编号", "Process number", 20, required=True, example="2019-002",
                 hint=("同一过程在各站用同一编号", "The same at all stations of one process")),
            choice("kind", "风暴潮类型", "Kind of surge", [
                ("1", "台风风暴潮", "typhoon surge"), ("2", "温带风暴潮", "extratropical surge")],
                required=True, example="1"),
            text("name", "过程名称", "Name of the process", 50, example="示例台风",
                 hint=("台风风暴潮填写台风名称", "For a typhoon surge the typhoon's name")),
            text("stationCode", "潮位站代码", "Tide station code", 20, required=True, example="CW001"),
            text("stationName", "潮位站名称", "Tide station name", 50, required=True, example="示例潮位站"),
            process_times("2019-08-10T20:00:00+08:00", "2019-08-13T08:00:00+08:00"),
        ]),
        group("levels", "增水与潮位", "Surge and tide", [
            choice("datum", "潮位基准", "Datum of the levels", [
                ("1", "1985国家高程基准", "1985 national height datum"), ("2", "验潮零点", "tide gauge zero")],
                required=True, example="2",
                hint=("最高潮位与警戒潮位须用同一基准", "The highest tide and the warning levels are in the same datum")),
            number("maxSurge", "最大增水", "Greatest surge", "cm", 0, 500, required=True, example=142,
                   hint=("实测潮位减天文潮位，单位为厘米；不是最高潮位",
                         "Observed less astronomical tide, in centimetres; not the highest tide")),
            moment("maxSurgeTime", "最大增水时间", "Time of the greatest surge", required=True,
                   example="2019-08-11T14:00:00+08:00",
                   hint=("不一定与最高潮位同时", "Not always the time of the highest tide")),
            number("maxTide", "最高潮位", "Highest tide", "cm", -200, 1500, required=True, example=292,
                   hint=("单位为厘米", "In centimetres")),
            moment("maxTideTime", "最高潮位时间", "Time of the highest tide", required=True,
                   example="2019-08-11T15:30:00+08:00"),
            warning_levels(False, False, ("单位为厘米，与最高潮位同一基准", "In centimetres, in the datum of the highest tide")),
            number("overWarn", "超警戒潮位值", "Height above the blue level", "cm", -1700, 1700, example=32,
                   hint=("最高潮位减蓝色警戒潮位，未达到的为负值",
                         "Highest tide less the blue warning level; negative where that was not reached")),
            choice("warnLevel", "达到警戒级别", "Warning level reached", [
                ("1", "无", "none"), ("2", "蓝", "blue"), ("3", "黄", "yellow"), ("4", "橙", "orange"),
                ("5", "红", "red")], required=True, example="3"),
            number("maxWaveH", "最大波高", "Greatest wave height", "m", 0, 40, example=3.4,
                   hint=("单位为米", "In metres")),
        ]),
        group("effects", "影响与损失", "Effects", [
            number("inundArea", "淹没面积", "Flooded area", "km²", 0, 10000, example=0.6),
            number("inundDepth", "最大淹没水深", "Greatest depth of the flood", "m", 0, 30, example=0.4),
            number("seawallBreak", "海堤损毁长度", "Length of broken seawall", "m", 0, 1000000, example=25),
            number("loss", "直接经济损失", "Direct loss", "万元", 0, 100000000, example=320,
                   hint=("单位为万元，不是元", "In 10,000 yuan, not in yuan")),
            integer("deaths", "死亡（含失踪）人数", "Dead and missing people", "人", 0, 100000, example=0),
        ]),
    ],
    settings=process_settings() + [
        setting("surgeLeast", 10, "增水的一般下限", "Least usual surge", "cm"),
    ],
    rules=process_rules(
        "2019-08-10T19:00:00+08:00", "2019-09-10T08:00:00+08:00",
        {"start": "2021-06-13T08:00:00+08:00", "maxSurgeTime": "2021-06-13T20:00:00+08:00",
         "maxTideTime": "2021-06-13T21:00:00+08:00", "end": "2021-06-14T08:00:00+08:00"},
        along=["surgePeakInProcess", "tidePeakInProcess"]) + [
        error("surgePeakInProcess", "minutes(start, maxSurgeTime) >= 0 and minutes(maxSurgeTime, end) >= 0",
              "maxSurgeTime start end",
              "最大增水时间（{maxSurgeTime}）须在过程之内（{start}至{end}）。",
              "The greatest surge ({maxSurgeTime}) must lie in the process ({start} to {end}).",
              broken={"maxSurgeTime": "2019-08-10T19:59:00+08:00"}),
        error("tidePeakInProcess", "minutes(start, maxTideTime) >= 0 and minutes(maxTideTime, end) >= 0",
              "maxTideTime start end",
              "最高潮位时间（{maxTideTime}）须在过程之内（{start}至{end}）。",
              "The highest tide ({maxTideTime}) must lie in the process ({start} to {end}).",
              broken={"maxTideTime": "2019-08-13T08:01:00+08:00"}),
        levels_in_order(),
        error("overWarnFits", "overWarn == maxTide - blue", "overWarn maxTide blue",
              "超警戒潮位值（{overWarn}）须等于最高潮位（{maxTide}）减蓝色警戒潮位（{blue}）。",
              "The height above the blue level ({overWarn}) must be the highest tide ({maxTide}) less that level "
              "({blue}).",
              broken={"overWarn": 30}),
        warning("warnLevelFits",
                "(maxTide < blue => warnLevel == '1') and ((maxTide >= blue and maxTide < yellow) => warnLevel == '2')"
                " and ((maxTide >= yellow and maxTide < orange) => warnLevel == '3')"
                " and ((maxTide >= orange and maxTide < red) => warnLevel == '4')"
                " and (maxTide >= red => warnLevel == '5')", "warnLevel maxTide blue yellow orange red",
                "警戒级别与最高潮位（{maxTide} cm）及警戒潮位（蓝{blue}、黄{yellow}、橙{orange}、红{red}）不符。",
                "The level reached does not fit the highest tide ({maxTide} cm) and the warning levels (blue {blue}, "
                "yellow {yellow}, orange {orange}, red {red}).",
                broken={"warnLevel": "2"}, sourced=False),
        warning("surgeInCentimetres", "maxSurge >= $surgeLeast", "maxSurge",
                "最大增水（{maxSurge} cm）小于{$surgeLeast} cm，请核对单位是否为厘米。",
                "The greatest surge ({maxSurge} cm) is below {$surgeLeast} cm; check that it is in centimetres.",
                broken={"maxSurge": 1.42}, sourced=False),
        warning("typhoonNamed", "kind == '1' => present(name)", "name kind",
                "台风风暴潮应填写台风名称。", "A typhoon surge should have the typhoon's name.",
                broken={"name": None}, sourced=False),
        warning("floodHasAreaAndDepth",
                "(inundDepth > 0 => (present(inundArea) and inundArea > 0))"
                " and (inundArea > 0 => (present(inundDepth) and inundDepth > 0))", "inundArea inundDepth",
                "淹没面积（{inundArea} km²）与最大淹没水深（{inundDepth} m）应同时大于0或同时为0。",
                "The flooded area ({inundArea} km²) and depth ({inundDepth} m) should both be above 0 or both be 0.",
                broken={"inundArea": 0}, sourced=False),
        warning("harmHasLoss", "(inundArea > 0 or seawallBreak > 0 or deaths > 0) => present(loss)", "loss",
                "有淹没、海堤损毁或人员死亡时应填写直接经济损失。",
                "With flooding, broken seawalls or deaths the loss should be given.",
                broken={"loss": None}, sourced=False),
    ],
    together={name: [each for each in ("blue", "yellow", "orange", "red") if each != name]
              for name in ("blue", "yellow", "orange", "red")},
    distinct=[
        distinct("error", "oneEventPerStation", "stationCode eventNo", "eventNo stationCode",
                 "潮位站{stationCode}的过程{eventNo}已有记录（对象 {other}）。",
                 "The process {eventNo} at station {stationCode} is recorded already (object {other})."),
    ],
)

# ---------------------------------------------------------------- sea ice

SEA_ICE = survey_form(
    "SEA_ICE", hazard="sea-ice",
    title=("海冰过程调查表", "Sea ice process survey form"), about="One period of sea ice in one sea area.",
    source=OUR_PROPOSAL,
    object_code="130205-HY-0003", object_name="示例海域（虚构）2020-2021年冬季海冰", geometry=POINT_OR_POLYGON,
    groups=[
        group("process", "过程信息", "Process", [
            sea_area(),
            date("start", "开始日期", "Start", required=True, example="2020-12-20",
                 hint=("初冰日", "The first day with ice")),
            date("end", "结束日期", "End", required=True, example="2021-02-18", hint=("终冰日", "The last day with ice")),
            integer("iceDays", "冰日数", "Days with ice", "d", 1, 366, required=True, example=45,
                    hint=("实际有冰的天数，不是初冰日至终冰日的总天数",
                          "Days on which there was ice, not all days from the first to the last")),
        ]),
        group("ice", "冰情", "Ice", [
            number("maxThick", "最大冰厚", "Greatest thickness", "cm", None, 300, over=0, required=True, example=22,
                   hint=("单位为厘米；平整冰，不含堆积", "In centimetres, of level ice without ridges")),
            number("meanThick", "平均冰厚", "Mean thickness", "cm", 0, 300, example=9,
                   hint=("单位为厘米", "In centimetres")),
            number("outerEdge", "浮冰外缘线离岸最大距离", "Greatest distance of the ice edge from the shore", "海里", 0, 200,
                   required=True, example=12.5,
                   hint=("单位为海里（1海里=1.852千米）", "In nautical miles (1 is 1.852 km)")),
            number("coverage", "海冰覆盖率", "Ice coverage", "%", 0, 100, example=60,
                   hint=("百分数；密集度为成数的乘以10", "In percent; tenths times 10")),
        ]),
        effects(["1", "2"], 80),
    ],
    settings=[
        setting("iceFirstMonth", 11, "结冰期最早月份", "Earliest month of ice"),
        setting("iceLastMonth", 4, "结冰期最晚月份", "Latest month of ice"),
        setting("seasonDays", 180, "冰期最长天数", "Longest usual period of ice", "d"),
        setting("thicknessMost", 100, "最大冰厚的一般上限", "Greatest usual thickness", "cm"),
        setting("edgeMost", 60, "浮冰外缘线的一般上限", "Greatest usual distance of the ice edge", "海里"),
    ],
    rules=[
        error("endsAfterStart", "start <= end", "start end",
              "结束日期（{end}）不得早于开始日期（{start}）。", "The end ({end}) must not be before the start ({start}).",
              broken={"end": "2020-12-19"}, along=["iceDaysInProcess"]),
        error("endedBySurvey", "end <= surveyDate", "end surveyDate",
              "结束日期（{end}）不得晚于调查日期（{surveyDate}）。",
              "The process must not end ({end}) after the survey ({surveyDate}).",
              broken={"surveyDate": "2021-02-17"}),
        error("iceDaysInProcess", "iceDays <= days(start, end) + 1", "iceDays start end",
              "冰日数（{iceDays}）不得大于过程天数（{start}至{end}）。",
              "The days with ice ({iceDays}) must not exceed the days of the process ({start} to {end}).",
              broken={"iceDays": 62}),
        error("meanWithinGreatest", "meanThick <= maxThick", "meanThick maxThick",
              "平均冰厚（{meanThick}）不得大于最大冰厚（{maxThick}）。",
              "The mean thickness ({meanThick}) must not exceed the greatest ({maxThick}).",
              broken={"meanThick": 23}),
        warning("iceInSeason",
                "(number(slice(start, 5, 2)) >= $iceFirstMonth or number(slice(start, 5, 2)) <= $iceLastMonth)"
                " and (number(slice(end, 5, 2)) >= $iceFirstMonth or number(slice(end, 5, 2)) <= $iceLastMonth)",
                "start end",
                "海冰过程（{start}至{end}）不在{$iceFirstMonth}月至次年{$iceLastMonth}月，请核对。",
                "The ice ({start} to {end}) lies outside the months {$iceFirstMonth} to {$iceLastMonth}; check it.",
                broken={"start": "2020-10-20"}, sourced=False),
        warning("seasonNotTooLong", "days(start, end) + 1 <= $seasonDays", "start end",
                "海冰过程（{start}至{end}）超过{$seasonDays}天，请核对。",
                "The ice ({start} to {end}) lasts more than {$seasonDays} days; check it.",
                broken={"start": "2020-11-01", "end": "2021-04-30"}, sourced=False),
        warning("thicknessUsual", "maxThick <= $thicknessMost", "maxThick",
                "最大冰厚（{maxThick} cm）超过{$thicknessMost} cm，请核对单位。",
                "The greatest thickness ({maxThick} cm) is above {$thicknessMost} cm; check the unit.",
                broken={"maxThick": 120}, sourced=False),
        warning("edgeUsual", "outerEdge <= $edgeMost", "outerEdge",
                "浮冰外缘线（{outerEdge}海里）超过{$edgeMost}海里，请核对单位是否误用千米。",
                "The ice edge ({outerEdge} nautical miles) is beyond {$edgeMost}; check that it is not in kilometres.",
                broken={"outerEdge": 75}, sourced=False),
        loss_has_object(),
    ],
    distinct=[one_per_start()],
)

# ---------------------------------------------------------------- waves

SEA_WAVE = survey_form(
    "SEA_WAVE", hazard="wave",
    title=("海浪过程调查表", "Wave process survey form"), about="One process of high waves in one sea area.",
    source=OUR_PROPOSAL,
    object_code="130205-HY-0004", object_name="示例海域（虚构）2020-11-18海浪过程", geometry=POINT_OR_POLYGON,
    groups=[
        group("process", "过程信息", "Process", [
            sea_area(),
            process_times("2020-11-18T20:00:00+08:00", "2020-11-20T08:00:00+08:00"),
        ]),
        group("waves", "海浪特征", "Waves", [
            number("hs", "有效波高", "Significant wave height", "m", None, 30, over=0, required=True, example=4.2,
                   hint=("过程中有效波高的最大值，不是单个波的最大波高",
                         "The greatest significant height in the process, not that of a single wave")),
            number("hmax", "最大波高", "Greatest wave height", "m", None, 50, over=0, example=6.8,
                   hint=("单个波的波高，不小于有效波高", "Of a single wave; not below the significant height")),
            number("period", "波周期", "Wave period", "s", None, 60, over=0, example=7.5,
                   hint=("有效波高对应的周期", "That of the significant waves")),
            integer("dir", "波向", "Wave direction", "°", 0, 359, example=45,
                    hint=("波浪来向，正北为0，顺时针", "From where the waves come, clockwise from north")),
        ]),
        effects(["2", "4"], 36),
    ],
    settings=process_settings() + [
        setting("heightRatio", 2.5, "最大波高与有效波高之比的上限", "Greatest usual ratio of the two wave heights"),
        setting("steepness", 0.142, "波陡上限", "Greatest wave steepness"),
        setting("disasterWave", 4, "灾害性海浪的有效波高下限", "Least significant height of disastrous waves", "m"),
    ],
    rules=process_rules(
        "2020-11-18T19:00:00+08:00", "2020-12-18T08:00:00+08:00",
        {"start": "2021-06-13T08:00:00+08:00", "end": "2021-06-14T08:00:00+08:00"}) + [
        error("significantWithinGreatest", "hs <= hmax", "hs hmax",
              "有效波高（{hs} m）不得大于最大波高（{hmax} m）。",
              "The significant height ({hs} m) must not exceed the greatest ({hmax} m).",
              broken={"hmax": 4.1}),
        warning("heightsFit", "hmax <= $heightRatio * hs", "hmax hs",
                "最大波高（{hmax} m）超过有效波高（{hs} m）的{$heightRatio}倍，请核对。",
                "The greatest height ({hmax} m) is more than {$heightRatio} times the significant one ({hs} m).",
                broken={"hmax": 11}, sourced=False),
        # 1.56 m/s² is g / 2π: a wave in deep water is 1.56 T² long.
        warning("wavesNotTooSteep", "hs <= $steepness * 1.56 * period * period", "period hs",
                "波周期（{period} s）对有效波高（{hs} m）过短，波陡超过{$steepness}。",
                "The period ({period} s) is too short for the height ({hs} m): the steepness exceeds {$steepness}.",
                broken={"period": 3}, sourced=False),
        note("wavesDisastrous", "hs >= $disasterWave", "hs",
             "有效波高（{hs} m）低于灾害性海浪的{$disasterWave} m。",
             "The significant height ({hs} m) is below the {$disasterWave} m of disastrous waves.",
             broken={"hs": 3.5}, sourced=False),
        loss_has_object(),
    ],
    distinct=[one_per_start()],
)

FORMS = [SEA_SEAWALL, SEA_SURGE, SEA_ICE, SEA_WAVE]
