"""Forms for meteorological hazards: mostly one process at one weather station."""
import datetime

from common import *

PROPOSAL = ("Our proposal from general knowledge of station records; neither field names nor ranges are confirmed by "
            "the technical specification.")
PARTLY = ("Names of the main fields from software of a meteorological service; the other fields, ranges and codes are "
          "our proposal, not confirmed by the technical specification.")
STATION = "开平街道站（示例）"


# ---------------------------------------------------------------- fields that several forms share

def _station_fields(name_sourced=False):
    return [
        code("stationId", "站号", "Station number", "^[0-9A-Z][0-9]{4}$", required=True, example="X9001",
             hint=("5位：首位为数字或大写字母，后4位为数字", "Five characters: a digit or capital letter, then four digits")),
        text("stationName", "站名", "Station name", 50, required=True, sourced=name_sourced, example=STATION),
        choice("stationKind", "站类", "Kind of station", [
            ("1", "国家站", "national station"), ("2", "区域站", "regional station")], required=True, example="1"),
    ]


def _day_boundary():
    return choice("dayBoundary", "日界", "Day boundary", [
        ("20-20", "20时至20时", "20:00 to 20:00"), ("08-08", "08时至08时", "08:00 to 08:00")],
        required=True, example="20-20",
        hint=("各日值和日期均按此日界统计", "All daily values and dates are counted by this boundary"))


def _origin_and_impact():
    return [
        choice("source", "资料来源", "Source of the data", [
            ("1", "A文件", "A file"), ("2", "CIMISS/天擎", "CIMISS / Tianqing"), ("3", "自记纸", "recorder chart"),
            ("4", "志书", "gazetteer")], required=True, example="1"),
        yes_no("hasImpact", "是否致灾", "Caused damage", required=True, example=True),
        text("lossRef", "灾情关联号", "Reference to the loss record", 40, required=True, when=yes("hasImpact"),
             example="示例灾情001", hint=("灾情记录中的编号", "The number in the record of losses")),
    ]


def _process(dated, name_sourced=False):
    """The group of every process at a station; `dated` are the example's values that begin with the year."""
    return group("process", "过程信息", "Process", [
        *_station_fields(name_sourced),
        code("processNo", "过程编号", "Process number", "^[0-9]{4}-[0-9]{3}$", required=True,
             example=dated["processNo"], hint=("年份-三位顺序号", "Year and three-digit serial number")),
        date("startDate", "开始日期", "Start date", required=True, example=dated["startDate"]),
        date("endDate", "结束日期", "End date", required=True, example=dated["endDate"]),
        integer("durationDays", "持续天数", "Duration", "d", 1, 366, required=True, example=_duration(dated),
                hint=("首尾两日均计入", "The first and the last day both count")),
        _day_boundary(),
        *_origin_and_impact(),
    ])


def _temperature(name, zh, en, **options):
    return number(name, zh, en, "℃", -45, 15, **options)


def _wind(name, zh, en, **options):
    return number(name, zh, en, "m/s", 0, 80, **options)


def _days(name, zh, en, least=0, **options):
    return integer(name, zh, en, "d", least, 366, **options)


# ---------------------------------------------------------------- rules that several forms share

def _duration(dated):
    start, end = (datetime.date.fromisoformat(dated[name]) for name in ("startDate", "endDate"))
    return (end - start).days + 1


def _day_after(dated):
    return str(datetime.date.fromisoformat(dated["endDate"]) + datetime.timedelta(1))


def _moved(dated, year):
    """A patch that moves the example process into another year."""
    return {name: f"{year}{value[4:]}" for name, value in dated.items()}


def _series_settings():
    return [
        setting("firstYear", 1961, "资料系列首年", "First year of the series"),
        setting("lastYear", 2020, "资料系列末年", "Last year of the series"),
        setting("defaultFirstYear", 1978, "默认系列首年", "First year of the default series"),
    ]


def _series_rules(start, end, after, before):
    """That a process lies in the series; `after` and `before` move the example out of it."""
    return [
        error("withinSeries", f"year({start}) >= $firstYear and year({end}) <= $lastYear", f"{start} {end}",
              f"过程须在{{$firstYear}}—{{$lastYear}}年之内（{{{start}}}至{{{end}}}）。",
              f"The process must lie in {{$firstYear}}–{{$lastYear}} ({{{start}}} to {{{end}}}).",
              broken=after, sourced=False),
        warning("withinDefaultSeries", f"year({start}) >= $defaultFirstYear", start,
                f"过程早于{{$defaultFirstYear}}年（{{{start}}}），请说明原因。",
                f"The process is earlier than {{$defaultFirstYear}} ({{{start}}}); give the reason.",
                broken=before, sourced=False),
    ]


def _process_rules(dated, along):
    """The rules of every process; `along` are those of the form that a start after the end breaks as well."""
    return [
        error("processInOrder", "startDate <= endDate", "startDate endDate",
              "开始日期（{startDate}）不得晚于结束日期（{endDate}）。",
              "The start ({startDate}) must not be after the end ({endDate}).",
              broken={"startDate": _day_after(dated)}, along=["durationFits", *along]),
        error("durationFits", "durationDays == days(startDate, endDate) + 1", "durationDays",
              "持续天数（{durationDays}）须等于结束日期减开始日期加一。",
              "The duration ({durationDays}) must be the end minus the start plus one.",
              broken={"durationDays": _duration(dated) + 1}),
        *_series_rules("startDate", "endDate", _moved(dated, 2021), _moved(dated, 1977)),
    ]


def _number_and_survey_rules(dated):
    """What the first version of the rainstorm form did not ask for."""
    year = int(dated["startDate"][:4])
    return [
        warning("processNoFitsYear", "number(slice(processNo, 0, 4)) == year(startDate)", "processNo startDate",
                "过程编号（{processNo}）的年份与开始日期（{startDate}）不符。",
                "The year in the process number ({processNo}) is not that of the start ({startDate}).",
                broken={"processNo": f"{year + 1}{dated['processNo'][4:]}"}, sourced=False),
        error("processBySurvey", "endDate <= surveyDate", "endDate surveyDate",
              "结束日期（{endDate}）不得晚于调查日期（{surveyDate}）。",
              "The end ({endDate}) must not be after the survey ({surveyDate}).",
              broken={"surveyDate": f"{year - 1}-12-31"}),
    ]


def _process_distinct(zh):
    """What no two processes at a station may have in common."""
    return [
        distinct("error", "oneProcessPerStart", "stationId startDate", "startDate stationId",
                 f"站点{{stationId}}在{{startDate}}开始的{zh}过程已有记录（对象 {{other}}）。",
                 "A process that began at station {stationId} on {startDate} is recorded already (object {other})."),
        distinct("error", "noOverlapAtStation", "stationId", "startDate endDate stationId",
                 "站点{stationId}的过程（{startDate}至{endDate}）与已有记录（对象 {other}）重叠。",
                 "The process at station {stationId} ({startDate} to {endDate}) overlaps one that is recorded already "
                 "(object {other}).", span="startDate endDate"),
    ]


def _not_above(name, lesser, greater, zh, en, *, level=error, broken, **options):
    """That one value does not exceed another; `zh` and `en` are pairs of what the two are called."""
    return level(name, f"{lesser} <= {greater}", f"{lesser} {greater}",
                 f"{zh[0]}（{{{lesser}}}）不得大于{zh[1]}（{{{greater}}}）。",
                 f"The {en[0]} ({{{lesser}}}) must not exceed {en[1]} ({{{greater}}}).", broken=broken, **options)


def _within_duration(name, field, zh, en, *, broken, **options):
    return _not_above(name, field, "durationDays", (zh, "持续天数"), (en, "the duration"), broken=broken, **options)


def _day_in_process(name, field, zh, en, dated):
    return error(name, f"{field} >= startDate and {field} <= endDate", field,
                 f"{zh}日期（{{{field}}}）须在过程之内（{{startDate}}至{{endDate}}）。",
                 f"The date of the {en} ({{{field}}}) must lie in the process ({{startDate}} to {{endDate}}).",
                 broken={field: _day_after(dated)})


def _classes(value, chosen, steps, lowest=None, downwards=False):
    """That the class chosen is the one of the value; `steps` are (bound, class), from the mildest to the worst."""
    reached, short = ("<=", ">") if downwards else (">=", "<")
    parts = [f"({value} {short} {steps[0][0]} => {chosen} == {lowest})"] if lowest else []
    for index, (bound, each) in enumerate(steps):
        if index + 1 < len(steps):
            within = f"({value} {reached} {bound} and {value} {short} {steps[index + 1][0]})"
        else:
            within = f"{value} {reached} {bound}"
        parts.append(f"({within} => {chosen} == {each})")
    return " and ".join(parts)


def _process_form(form_code, dated, *, groups, rules, along, settings=(), name_sourced=False, more=True, **options):
    """A form for one process at one station."""
    shared = _process_rules(dated, along)
    if more:
        shared += _number_and_survey_rules(dated)
    return survey_form(form_code, groups=[_process(dated, name_sourced), *groups], rules=[*shared, *rules],
                       settings=[*_series_settings(), *settings], **options)


# ---------------------------------------------------------------- rainstorm

RAIN_DATES = {"processNo": "1982-005", "startDate": "1982-07-04", "endDate": "1982-07-05",
              "maxDailyDate": "1982-07-05"}
# Hours, greatest possible amount, example, and what breaks the order.
RAIN_PERIODS = [(1, 200, 24.2, 40.7), (3, 2000, 40.6, 55.5), (6, 2000, 55.4, 68.7), (12, 2000, 68.6, 78.1),
                (24, 2000, 78.0, 91.7)]


def _period_rule(hours, broken):
    longer = [f"max{each}h" for each, *_ in RAIN_PERIODS if each > hours] + ["totalRain"]
    own = f"max{hours}h"
    return error(f"{own}NotAboveLonger", " and ".join(f"{own} <= {each}" for each in longer), " ".join([own, *longer]),
                 f"最大{hours}小时雨量（{{{own}}}）不得大于更长时段或过程雨量。",
                 f"The largest {hours} h rainfall ({{{own}}}) must not exceed that of a longer period or of the "
                 "process.", broken={own: broken})


MET_RAIN = _process_form(
    "MET_RAIN", RAIN_DATES, hazard="rainstorm", version=2, earlier=[UNCHANGED], more=False,
    title=("暴雨过程调查表", "Rainstorm process survey form"),
    about="One rainstorm process at one weather station.", source=PROPOSAL,
    object_code="130205-QX-0001", object_name=STATION + "1982-07-04暴雨过程",
    groups=[group("rain", "暴雨特征", "Rainfall", [
        number("totalRain", "过程降水量", "Process rainfall", "mm", 50, 2000, required=True, example=91.6),
        number("maxDaily", "最大日降水量", "Largest daily rainfall", "mm", 50, 800, required=True, example=78.0,
               hint=("按日界统计，不是任意连续24小时", "By the day boundary, not any 24 hours in a row")),
        date("maxDailyDate", "最大日降水量日期", "Date of the largest daily rainfall", required=True,
             example=RAIN_DATES["maxDailyDate"]),
        *[number(f"max{hours}h", f"最大{hours}小时降水量", f"Largest {hours} h rainfall", "mm", 0, most, example=example)
          for hours, most, example, _ in RAIN_PERIODS],
        moment("max1hTime", "最大1小时降水出现时间", "Time of the largest 1 h rainfall", when=given("max1h"),
               example="1982-07-05T17:00:00+08:00"),
        _days("stormDays", "暴雨日数", "Rainstorm days", 1, required=True, example=1),
        integer("rainHours", "降水时数", "Hours of rain", "h", 0, 8784, example=26),
        choice("grade", "暴雨等级", "Rainstorm grade", [
            ("1", "暴雨", "rainstorm"), ("2", "大暴雨", "heavy rainstorm"), ("3", "特大暴雨", "extreme rainstorm")],
            required=True, example="1"),
    ])],
    settings=[
        setting("heavyFrom", 100, "大暴雨日降水量下限", "Least daily rainfall of a heavy rainstorm", "mm"),
        setting("extremeFrom", 250, "特大暴雨日降水量下限", "Least daily rainfall of an extreme rainstorm", "mm"),
    ],
    along=["maxDayInProcess"],
    rules=[
        *[_period_rule(hours, broken) for hours, _, _, broken in RAIN_PERIODS],
        _not_above("dailyWithinTotal", "maxDaily", "totalRain", ("最大日降水量", "过程降水量"),
                   ("largest daily rainfall", "that of the process"), broken={"maxDaily": 91.7}),
        _day_in_process("maxDayInProcess", "maxDailyDate", "最大日降水量", "largest daily rainfall", RAIN_DATES),
        warning("gradeFits", _classes("maxDaily", "grade", [("$heavyFrom", "'2'"), ("$extremeFrom", "'3'")], "'1'"),
                "grade maxDaily", "暴雨等级与最大日降水量（{maxDaily} mm）不符。",
                "The grade does not fit the largest daily rainfall ({maxDaily} mm).",
                broken={"grade": "2"}, sourced=False),
        _within_duration("stormDaysWithinDuration", "stormDays", "暴雨日数", "rainstorm days", broken={"stormDays": 3}),
        error("rainHoursWithinDuration", "rainHours <= durationDays * 24", "rainHours durationDays",
              "降水时数（{rainHours}）不得大于持续天数（{durationDays}）乘以24。",
              "The hours of rain ({rainHours}) must not exceed the duration ({durationDays}) times 24.",
              broken={"rainHours": 49}, sourced=False),
    ],
    distinct=_process_distinct("暴雨"),
)


# ---------------------------------------------------------------- drought

DROUGHT_DATES = {"processNo": "1982-002", "startDate": "1982-04-10", "endDate": "1982-06-08",
                 "minMCIDate": "1982-05-28"}
# Name, value, class, Chinese, English, bound of the index, example of the days.
DROUGHT_GRADES = [("light", "1", "轻旱", "light", -0.5, 22), ("mid", "2", "中旱", "moderate", -1.0, 18),
                  ("heavy", "3", "重旱", "severe", -1.5, 9), ("extreme", "4", "特旱", "extreme", -2.0, 0)]


def _worst_grade_with_days():
    parts = []
    for index, (name, value, *_) in enumerate(DROUGHT_GRADES):
        none_worse = [f"{worse}Days == 0" for worse, *_ in DROUGHT_GRADES[index + 1:]]
        parts.append(f"(({' and '.join([f'{name}Days > 0', *none_worse])}) => maxGrade == '{value}')")
    return " and ".join(parts)


MET_DROUGHT = _process_form(
    "MET_DROUGHT", DROUGHT_DATES, hazard="drought",
    title=("干旱过程调查表", "Drought process survey form"),
    about="One drought process at one weather station, by the meteorological drought index MCI.", source=PROPOSAL,
    object_code="130205-QX-0002", object_name=STATION + "1982-04-10干旱过程",
    groups=[group("drought", "干旱特征", "Drought", [
        number("minMCI", "过程最小MCI", "Least MCI", None, -6, 0, required=True, example=-1.72,
               hint=("气象干旱综合指数，干旱时为负值，越小越旱", "Meteorological drought index; negative, the lower the drier")),
        date("minMCIDate", "最小MCI日期", "Date of the least MCI", required=True, example=DROUGHT_DATES["minMCIDate"]),
        number("meanMCI", "过程平均MCI", "Mean MCI", None, -6, 0, example=-0.94),
        number("cumMCI", "过程累积MCI", "Cumulative MCI", None, -2196, 0, required=True, example=-56.4,
               hint=("过程内逐日MCI之和，保留负号", "The sum of the daily MCI, with its minus sign")),
        *[_days(name + "Days", zh + "日数", f"Days of {en} drought", required=True, example=example,
                hint=("只计该等级的日数，不含更重等级", "Only days of this grade, not of worse ones"))
          for name, _, zh, en, _, example in DROUGHT_GRADES],
        choice("maxGrade", "最重干旱等级", "Worst drought grade",
               [(value, zh, en) for _, value, zh, en, *_ in DROUGHT_GRADES], required=True, example="3"),
        number("rainTotal", "过程降水量", "Process rainfall", "mm", 0, 2000, example=31.4),
        number("rainAnomaly", "降水距平百分率", "Rainfall anomaly", "%", -100, 300, example=-62.5,
               hint=("比常年偏少为负，无降水为-100", "Negative when less than normal; -100 without rain")),
        _days("noRainDays", "无降水日数", "Days without rain", example=49),
    ])],
    settings=[
        setting("minDuration", 15, "干旱过程最短天数", "Least duration of a drought", "d"),
        setting("cumTolerance", 5, "累积MCI容许偏差", "Tolerance of the cumulative MCI", "%"),
        *[setting(name + "MCI", bound, zh + "MCI上限", f"MCI at which {en} drought begins")
          for name, _, zh, en, bound, _ in DROUGHT_GRADES],
    ],
    along=["minMCIDateInProcess"],
    rules=[
        warning("durationLongEnough", "durationDays >= $minDuration", "durationDays",
                "持续天数（{durationDays}）不足{$minDuration}天，请核对是否构成干旱过程。",
                "The duration ({durationDays}) is less than {$minDuration} days; check that it is a drought process.",
                broken={"startDate": "1982-05-26", "durationDays": 14, "lightDays": 4, "midDays": 4, "heavyDays": 4,
                        "cumMCI": -13.16, "noRainDays": 12}, sourced=False),
        _day_in_process("minMCIDateInProcess", "minMCIDate", "最小MCI", "least MCI", DROUGHT_DATES),
        error("gradeDaysWithinDuration", "lightDays + midDays + heavyDays + extremeDays <= durationDays",
              "lightDays midDays heavyDays extremeDays durationDays",
              "各等级日数（{lightDays}+{midDays}+{heavyDays}+{extremeDays}）之和不得大于持续天数（{durationDays}）。",
              "The days of all grades ({lightDays}+{midDays}+{heavyDays}+{extremeDays}) must not exceed the duration "
              "({durationDays}).", broken={"lightDays": 40}),
        warning("minMCIIsDrought", "minMCI <= $lightMCI", "minMCI",
                "过程最小MCI（{minMCI}）高于{$lightMCI}，未达轻旱，请核对。",
                "The least MCI ({minMCI}) is above {$lightMCI}, which is no drought yet; check it.",
                broken={"minMCI": -0.4, "meanMCI": -0.3, "cumMCI": -18.0}, sourced=False),
        warning("gradeFits", _classes("minMCI", "maxGrade", [(f"${name}MCI", f"'{value}'")
                                                             for name, value, *_ in DROUGHT_GRADES], downwards=True),
                "maxGrade minMCI", "最重干旱等级与最小MCI（{minMCI}）不符。",
                "The worst grade does not fit the least MCI ({minMCI}).", broken={"minMCI": -1.4}, sourced=False),
        warning("gradeHasDays", _worst_grade_with_days(), "maxGrade lightDays midDays heavyDays extremeDays",
                "最重干旱等级与各等级日数（轻{lightDays}、中{midDays}、重{heavyDays}、特{extremeDays}）不符。",
                "The worst grade does not fit the days of the grades (light {lightDays}, moderate {midDays}, severe "
                "{heavyDays}, extreme {extremeDays}).", broken={"heavyDays": 0}, sourced=False),
        _not_above("minNotAboveMean", "minMCI", "meanMCI", ("过程最小MCI", "过程平均MCI"),
                   ("least MCI", "the mean MCI"), broken={"meanMCI": -1.8, "cumMCI": -103.0}),
        error("cumulativeNotBelowLeast", "cumMCI >= minMCI * durationDays", "cumMCI minMCI durationDays",
              "累积MCI（{cumMCI}）不得小于最小MCI（{minMCI}）乘以持续天数（{durationDays}）。",
              "The cumulative MCI ({cumMCI}) must not be below the least MCI ({minMCI}) times the duration "
              "({durationDays}).", broken={"meanMCI": -1.72, "cumMCI": -104.0}),
        _not_above("cumulativeNotAboveLeast", "cumMCI", "minMCI", ("累积MCI", "最小MCI"),
                   ("cumulative MCI", "the least MCI"), level=warning, broken={"meanMCI": -0.025, "cumMCI": -1.5},
                   sourced=False),
        warning("cumulativeFitsMean", "abs(cumMCI - meanMCI * durationDays) <= abs(cumMCI) * $cumTolerance / 100",
                "cumMCI meanMCI durationDays",
                "累积MCI（{cumMCI}）与平均MCI（{meanMCI}）乘以持续天数（{durationDays}）相差超过{$cumTolerance}%，请核对统计口径。",
                "The cumulative MCI ({cumMCI}) differs by more than {$cumTolerance}% from the mean MCI ({meanMCI}) "
                "times the duration ({durationDays}); check how they were counted.",
                broken={"cumMCI": -70.0}, sourced=False),
        warning("noRainIsFullDeficit", "rainTotal == 0 => rainAnomaly == -100", "rainAnomaly rainTotal",
                "过程无降水时，降水距平百分率（{rainAnomaly}%）应为-100%。",
                "Without rain the rainfall anomaly ({rainAnomaly}%) should be -100%.",
                broken={"rainTotal": 0}, sourced=False),
        _within_duration("noRainDaysWithinDuration", "noRainDays", "无降水日数", "days without rain",
                         broken={"noRainDays": 61, "rainTotal": 0, "rainAnomaly": -100}),
        warning("rainNeedsRainyDay", "rainTotal > 0 => noRainDays < durationDays", "noRainDays rainTotal durationDays",
                "过程有降水（{rainTotal} mm），但无降水日数（{noRainDays}）等于持续天数，请核对。",
                "There was rain ({rainTotal} mm), but no rainy day among the {durationDays}; check it.",
                broken={"noRainDays": 60}, sourced=False),
    ],
    distinct=_process_distinct("干旱"),
)


# ---------------------------------------------------------------- heat

HEAT_DATES = {"processNo": "1982-001", "startDate": "1982-06-02", "endDate": "1982-06-06", "maxTDate": "1982-06-04"}

MET_HEAT = _process_form(
    "MET_HEAT", HEAT_DATES, hazard="heat",
    title=("高温过程调查表", "Heat process survey form"),
    about="One heat process at one weather station.", source=PROPOSAL,
    object_code="130205-QX-0003", object_name=STATION + "1982-06-02高温过程",
    groups=[group("heat", "高温特征", "Heat", [
        number("maxT", "极端最高气温", "Highest temperature", "℃", 35, 50, required=True, example=38.6,
               hint=("百叶箱气温，不是地面温度", "Air temperature in the screen, not at the ground")),
        date("maxTDate", "极端最高气温日期", "Date of the highest temperature", required=True,
             example=HEAT_DATES["maxTDate"]),
        number("meanMaxT", "平均最高气温", "Mean daily maximum", "℃", 20, 50, required=True, example=36.4,
               hint=("过程内逐日最高气温的平均", "The mean of the daily maxima in the process")),
        *[_days(f"days{bound}", f"日最高气温≥{bound}℃日数", f"Days of {bound} ℃ or more", 1 if bound == 35 else 0,
                required=True, example=example,
                hint=("含更高温度的日数", "Days of higher temperature count as well"))
          for bound, example in [(35, 4), (38, 1), (40, 0)]],
        number("meanMinT", "平均最低气温", "Mean daily minimum", "℃", 0, 45, example=22.8),
    ])],
    along=["maxTDateInProcess"],
    rules=[
        _day_in_process("maxTDateInProcess", "maxTDate", "极端最高气温", "highest temperature", HEAT_DATES),
        error("hotDaysInOrder", "days40 <= days38 and days38 <= days35 and days35 <= durationDays",
              "days40 days38 days35 durationDays",
              "须≥40℃日数（{days40}）≤≥38℃日数（{days38}）≤≥35℃日数（{days35}）≤持续天数（{durationDays}）。",
              "There cannot be more days of 40 ℃ ({days40}) than of 38 ℃ ({days38}), more of 38 ℃ than of 35 ℃ "
              "({days35}), nor more of 35 ℃ than the duration ({durationDays}).", broken={"days38": 5}),
        *[error(f"days{bound}FitHighest",
                f"(maxT >= {bound} => days{bound} > 0) and (maxT < {bound} => days{bound} == 0)", f"days{bound} maxT",
                f"日最高气温≥{bound}℃日数（{{days{bound}}}）与极端最高气温（{{maxT}} ℃）矛盾。",
                f"The days of {bound} ℃ or more ({{days{bound}}}) contradict the highest temperature ({{maxT}} ℃).",
                broken=broken) for bound, broken in [(38, {"days38": 0}), (40, {"days40": 1})]],
        _not_above("meanWithinHighest", "meanMaxT", "maxT", ("平均最高气温", "极端最高气温"),
                   ("mean daily maximum", "the highest temperature"), broken={"meanMaxT": 38.7}),
        _not_above("meanMinWithinMeanMax", "meanMinT", "meanMaxT", ("平均最低气温", "平均最高气温"),
                   ("mean daily minimum", "the mean daily maximum"), broken={"meanMinT": 36.5}),
        error("everyDayHotFitsMean", "days35 == durationDays => meanMaxT >= 35", "meanMaxT days35 durationDays",
              "每日最高气温均≥35℃时，平均最高气温（{meanMaxT} ℃）不得低于35℃。",
              "When every day reached 35 ℃, the mean daily maximum ({meanMaxT} ℃) cannot be less.",
              broken={"days35": 5, "meanMaxT": 34.8}),
    ],
    distinct=_process_distinct("高温"),
)


# ---------------------------------------------------------------- cold

COLD_DATES = {"processNo": "1982-003", "startDate": "1982-02-08", "endDate": "1982-02-11", "minTDate": "1982-02-10"}

MET_COLD = _process_form(
    "MET_COLD", COLD_DATES, hazard="cold",
    title=("低温过程调查表", "Cold process survey form"),
    about="One cold process at one weather station: a cold wave, frost, chilling damage or freezing.", source=PROPOSAL,
    object_code="130205-QX-0004", object_name=STATION + "1982-02-08低温过程",
    groups=[group("cold", "低温特征", "Cold", [
        choice("coldType", "低温类型", "Kind of cold", [
            ("1", "寒潮（冷空气）", "cold wave (cold air)"), ("2", "霜冻", "frost"),
            ("3", "低温冷害", "chilling damage"), ("4", "冰冻", "freezing")], required=True, example="4"),
        _temperature("minT", "过程最低气温", "Lowest temperature", required=True, example=-14.2,
                     hint=("零下填负值", "Negative below zero")),
        date("minTDate", "最低气温日期", "Date of the lowest temperature", required=True,
             example=COLD_DATES["minTDate"]),
        *[number(f"dropT{hours}", f"{hours}小时最大降温幅度", f"Largest drop in {hours} h", "℃", 0, 30, example=example,
                 hint=("填正值", "A positive number"))
          for hours, example in [(24, 7.8), (48, 10.4), (72, 12.1)]],
        number("meanT", "过程平均气温", "Mean temperature", "℃", -45, 30, example=-6.5),
        date("frostFreeEnd", "无霜期终止日期", "End of the frost-free season", when=is_("coldType", "2"),
             hint=("当年秋季初霜使无霜期结束的日期", "The day on which the first frost of that autumn ended it")),
        number("iceDia", "电线积冰直径", "Diameter of ice on wires", "mm", 0, 500, required=True,
               when=is_("coldType", "4"), example=12.0,
               hint=("含导线；未积冰填0", "With the wire; 0 where there was no ice")),
    ])],
    settings=[setting("icingMaxT", 0, "冰冻过程最低气温上限", "Highest minimum temperature of freezing", "℃")],
    along=["minTDateInProcess"],
    rules=[
        _day_in_process("minTDateInProcess", "minTDate", "最低气温", "lowest temperature", COLD_DATES),
        warning("dropsInOrder", "dropT24 <= dropT48 and dropT48 <= dropT72 and dropT24 <= dropT72",
                "dropT24 dropT48 dropT72",
                "降温幅度一般随时段增大：24小时{dropT24}、48小时{dropT48}、72小时{dropT72}，请核对。",
                "The drop usually grows with the period: {dropT24} in 24 h, {dropT48} in 48 h, {dropT72} in 72 h; "
                "check them.", broken={"dropT24": 10.5}, sourced=False),
        _not_above("lowestWithinMean", "minT", "meanT", ("过程最低气温", "过程平均气温"),
                   ("lowest temperature", "the mean temperature"), broken={"meanT": -14.3}),
        warning("freezingIsCold", "coldType == '4' => minT <= $icingMaxT", "minT coldType",
                "冰冻过程的最低气温（{minT} ℃）一般不高于{$icingMaxT} ℃，请核对。",
                "Freezing usually needs a temperature of at most {$icingMaxT} ℃, not {minT} ℃; check it.",
                broken={"minT": 1.0, "meanT": 2.0}, sourced=False),
        warning("frostFreeEndInYear", "year(frostFreeEnd) == year(startDate)", "frostFreeEnd startDate",
                "无霜期终止日期（{frostFreeEnd}）与过程开始日期（{startDate}）不在同一年，请核对。",
                "The frost-free season ended ({frostFreeEnd}) in another year than the process began ({startDate}); "
                "check it.", broken={"coldType": "2", "iceDia": None, "frostFreeEnd": "1983-10-12"}, sourced=False),
        error("frostFreeEndBySurvey", "frostFreeEnd <= surveyDate", "frostFreeEnd surveyDate",
              "无霜期终止日期（{frostFreeEnd}）不得晚于调查日期（{surveyDate}）。",
              "The end of the frost-free season ({frostFreeEnd}) must not be after the survey ({surveyDate}).",
              broken={"coldType": "2", "iceDia": None, "frostFreeEnd": "2021-10-12"}, along=["frostFreeEndInYear"]),
    ],
    distinct=_process_distinct("低温"),
)


# ---------------------------------------------------------------- gale

GALE_DATES = {"processNo": "1982-004", "startDate": "1982-04-14", "endDate": "1982-04-15",
              "maxInstTime": "1982-04-14T15:20:00+08:00"}
# Levels of the Beaufort scale from the ninth upwards, and where they begin.
BEAUFORT = [(9, 20.8), (10, 24.5), (11, 28.5), (12, 32.7), (13, 37.0), (14, 41.5), (15, 46.2), (16, 51.0), (17, 56.1)]


def _direction(name, zh, en, **options):
    return integer(name, zh, en, "°", 0, 360,
                   hint=("风的来向，正北为0或360，顺时针", "Where the wind comes from, clockwise from north (0 or 360)"),
                   **options)


MET_GALE = _process_form(
    "MET_GALE", GALE_DATES, hazard="wind-hail", status="partly-verified",
    title=("大风过程调查表", "Gale process survey form"),
    about="One gale process at one weather station.", source=PARTLY,
    object_code="130205-QX-0005", object_name=STATION + "1982-04-14大风过程",
    groups=[group("gale", "大风特征", "Gale", [
        number("maxInst", "极大风速", "Greatest gust", "m/s", 17.2, 80, required=True, sourced=True, example=22.6,
               hint=("瞬时（3秒）风速的最大值", "The greatest instantaneous (3 s) wind speed")),
        _direction("maxInstDir", "极大风速对应风向", "Direction of the greatest gust", required=True, sourced=True,
                   example=315),
        moment("maxInstTime", "极大风速出现时间", "Time of the greatest gust", required=True, sourced=True,
               example=GALE_DATES["maxInstTime"]),
        _wind("maxWind10", "最大风速", "Greatest 10 min wind", required=True, example=13.8,
              hint=("10分钟平均风速的最大值，不是极大风速", "The greatest 10-minute mean, not the gust")),
        _direction("maxWind10Dir", "最大风速对应风向", "Direction of the greatest 10 min wind", example=320),
        integer("windLevel", "风力等级", "Wind force", "级", 8, 17, required=True, sourced=True, example=9,
                hint=("按极大风速定级；17级以上填17", "By the greatest gust; 17 also for what is above")),
        _days("galeDays", "大风日数", "Gale days", 1, required=True, example=1),
        choice("galeType", "大风类型", "Kind of gale", [
            ("1", "冷空气大风", "cold air"), ("2", "雷暴大风", "thunderstorm"), ("3", "台风大风", "typhoon"),
            ("4", "龙卷", "tornado")], example="1"),
    ])],
    settings=[
        setting("galeFrom", 17.2, "大风极大风速下限", "Least gust of a gale", "m/s"),
        setting("daySlack", 1, "日界容许偏差", "Tolerance for the day boundary", "d"),
        *[setting(f"level{level}From", speed, f"{level}级风速下限", f"Least wind speed of force {level}", "m/s")
          for level, speed in BEAUFORT],
    ],
    along=["gustInProcess"],
    rules=[
        warning("gustIsGale", "maxInst >= $galeFrom", "maxInst",
                "极大风速（{maxInst} m/s）未达大风下限（{$galeFrom} m/s）。",
                "The greatest gust ({maxInst} m/s) is below that of a gale ({$galeFrom} m/s).",
                broken={"maxInst": 17.1, "windLevel": 8}, along=["minimum"], sourced=False),
        _not_above("windWithinGust", "maxWind10", "maxInst", ("最大风速", "极大风速"),
                   ("greatest 10 min wind", "the greatest gust"), broken={"maxWind10": 22.7}),
        warning("gustInProcess",
                "days(maxInstTime, startDate) <= $daySlack and days(endDate, maxInstTime) <= $daySlack", "maxInstTime",
                "极大风速出现时间（{maxInstTime}）不在过程之内（{startDate}至{endDate}），请核对。",
                "The greatest gust ({maxInstTime}) does not lie in the process ({startDate} to {endDate}); check it.",
                broken={"maxInstTime": "1982-04-18T15:20:00+08:00"}, sourced=False),
        warning("levelFits", _classes("maxInst", "windLevel", [(f"$level{level}From", level)
                                                               for level, _ in BEAUFORT], lowest="8"),
                "windLevel maxInst", "风力等级（{windLevel}级）与极大风速（{maxInst} m/s）不符。",
                "The wind force ({windLevel}) does not fit the greatest gust ({maxInst} m/s).",
                broken={"windLevel": 10}, sourced=False),
        _within_duration("galeDaysWithinDuration", "galeDays", "大风日数", "gale days", broken={"galeDays": 3}),
    ],
    distinct=_process_distinct("大风"),
)


# ---------------------------------------------------------------- hail

HAIL_DATES = {"processNo": "1982-001", "startDate": "1982-06-09", "endDate": "1982-06-09", "hailDate": "1982-06-09"}

MET_HAIL = _process_form(
    "MET_HAIL", HAIL_DATES, hazard="wind-hail", status="partly-verified", name_sourced=True,
    title=("冰雹过程调查表", "Hail survey form"),
    about="One fall of hail at one weather station or one place near it.", source=PARTLY,
    object_code="130205-QX-0006", object_name=STATION + "1982-06-09冰雹过程",
    groups=[group("hail", "冰雹特征", "Hail", [
        date("hailDate", "降雹日期", "Date of the hail", required=True, sourced=True, example=HAIL_DATES["hailDate"],
             hint=("跨越零点的按开始时间的日期填写", "For hail past midnight the date on which it began")),
        clock("startTime", "开始时间", "Began at", required=True, sourced=True, example="15:42",
              hint=("北京时，时:分", "Beijing time, hours:minutes")),
        clock("endTime", "结束时间", "Ended at", required=True, sourced=True, example="15:54",
              hint=("可在零点以后", "May be past midnight")),
        integer("durationMin", "持续时间", "Length", "min", 1, 180, required=True, example=12),
        number("diameter", "最大冰雹直径", "Greatest diameter", "mm", 2, 150, required=True, sourced=True, example=18.0,
               hint=("毫米；1厘米填10", "Millimetres; 10 for a centimetre")),
        choice("grade", "冰雹等级", "Hail grade", [
            ("1", "小冰雹", "small"), ("2", "中冰雹", "medium"), ("3", "大冰雹", "large"),
            ("4", "特大冰雹", "extra large")], example="2",
            hint=("按最大冰雹直径", "By the greatest diameter")),
        _wind("gust", "降雹时极大风速", "Greatest gust during the hail", example=16.5),
        text("path", "降雹路径", "Path", 100, example="自西北向东南",
             hint=("自何处经何处至何处", "From where, over which places, to where")),
        number("density", "降雹密度", "Density", "粒/㎡", 0, 100000, example=120),
        number("maxWeight", "最大单粒重量", "Weight of the largest stone", "g", 0, 2000, example=2.5),
        text("place", "降雹地点", "Place", 100, required=True, example="开平镇示例村"),
    ])],
    settings=[
        setting("mediumFrom", 5, "中冰雹直径下限", "Least diameter of medium hail", "mm"),
        setting("largeFrom", 20, "大冰雹直径下限", "Least diameter of large hail", "mm"),
        setting("hugeFrom", 50, "特大冰雹直径下限", "Least diameter of extra large hail", "mm"),
        setting("iceDensity", 0.92, "冰的密度", "Density of ice", "g/cm³"),
    ],
    along=["hailOnOneDay", "hailDateIsStart"],
    rules=[
        error("hailOnOneDay", "startDate == endDate", "endDate startDate",
              "一次降雹按一日填写，开始日期（{startDate}）与结束日期（{endDate}）须相同。",
              "A fall of hail counts to one day: the start ({startDate}) and the end ({endDate}) must be the same.",
              broken={"endDate": "1982-06-10", "durationDays": 2}, sourced=False),
        error("hailDateIsStart", "hailDate == startDate", "hailDate startDate",
              "降雹日期（{hailDate}）须与开始日期（{startDate}）相同。",
              "The date of the hail ({hailDate}) must be the start of the process ({startDate}).",
              broken={"hailDate": "1982-06-08"}, sourced=False),
        error("lengthFits", "durationMin == minutes(startTime, endTime)", "durationMin startTime endTime",
              "持续时间（{durationMin}分钟）须等于结束时间（{endTime}）减开始时间（{startTime}）。",
              "The length ({durationMin} min) must be the end ({endTime}) minus the beginning ({startTime}).",
              broken={"durationMin": 13}),
        warning("gradeFits", _classes("diameter", "grade", [("$mediumFrom", "'2'"), ("$largeFrom", "'3'"),
                                                            ("$hugeFrom", "'4'")], lowest="'1'"), "grade diameter",
                "冰雹等级与最大冰雹直径（{diameter} mm）不符。",
                "The grade does not fit the greatest diameter ({diameter} mm).", broken={"grade": "3"}, sourced=False),
        warning("weightFitsDiameter",
                "maxWeight <= $iceDensity * 3.1416 / 6 * diameter * diameter * diameter / 1000", "maxWeight diameter",
                "最大单粒重量（{maxWeight} g）大于直径{diameter} mm的冰球，请核对单位。",
                "The largest stone ({maxWeight} g) weighs more than a ball of ice of {diameter} mm; check the units.",
                broken={"maxWeight": 25.0}, sourced=False),
    ],
    distinct=[
        distinct("error", "oneHailPerTime", "stationId startDate startTime", "startTime startDate stationId",
                 "站点{stationId}在{startDate} {startTime}开始的降雹已有记录（对象 {other}）。",
                 "Hail that began at station {stationId} on {startDate} at {startTime} is recorded already (object "
                 "{other})."),
        distinct("warning", "oneHailPerDay", "stationId startDate", "startDate stationId",
                 "站点{stationId}在{startDate}已有降雹记录（对象 {other}），请核对是否为同一过程。",
                 "Hail at station {stationId} on {startDate} is recorded already (object {other}); check that it is "
                 "another fall."),
    ],
)


# ---------------------------------------------------------------- snow

SNOW_DATES = {"processNo": "1982-001", "startDate": "1982-02-02", "endDate": "1982-02-05",
              "maxDepthDate": "1982-02-04"}

MET_SNOW = _process_form(
    "MET_SNOW", SNOW_DATES, hazard="snow", status="partly-verified",
    title=("雪灾过程调查表", "Snow process survey form"),
    about="One snow process at one weather station.", source=PARTLY,
    object_code="130205-QX-0007", object_name=STATION + "1982-02-02降雪过程",
    groups=[group("snow", "雪灾特征", "Snow", [
        number("snowfall", "过程降雪量", "Process snowfall", "mm", 0.1, 200, required=True, example=14.6,
               hint=("融化后的水量（毫米），不是积雪深度", "As melted water in millimetres, not the depth of the snow")),
        number("maxDailySnow", "最大日降雪量", "Largest daily snowfall", "mm", 0.1, 200, required=True, example=7.2),
        number("maxDepth", "最大积雪深度", "Greatest depth of snow", "cm", 0, 200, required=True, sourced=True,
               example=11.0, hint=("厘米", "Centimetres")),
        date("maxDepthDate", "最大积雪深度日期", "Date of the greatest depth", required=True,
             example=SNOW_DATES["maxDepthDate"]),
        number("meanDepth", "平均积雪深度", "Mean depth of snow", "cm", 0, 200, sourced=True, example=7.5,
               hint=("积雪日的平均", "The mean over the days of snow cover")),
        _days("snowDays", "降雪日数", "Days of snowfall", 1, required=True, sourced=True, example=3),
        _days("coverDays", "积雪日数", "Days of snow cover", required=True, sourced=True, example=4,
              hint=("只计过程之内的", "Only those in the process")),
        _temperature("minT", "过程最低气温", "Lowest temperature", example=-13.4,
                     hint=("零下填负值", "Negative below zero")),
        _wind("maxWind", "过程最大风速", "Greatest wind", example=8.6,
              hint=("10分钟平均风速的最大值", "The greatest 10-minute mean")),
    ])],
    along=["maxDepthDateInProcess"],
    rules=[
        _day_in_process("maxDepthDateInProcess", "maxDepthDate", "最大积雪深度", "greatest depth", SNOW_DATES),
        _within_duration("snowDaysWithinDuration", "snowDays", "降雪日数", "days of snowfall", broken={"snowDays": 5}),
        _within_duration("coverDaysWithinDuration", "coverDays", "积雪日数", "days of snow cover", level=warning,
                         broken={"coverDays": 5}, sourced=False),
        _not_above("dailyWithinTotal", "maxDailySnow", "snowfall", ("最大日降雪量", "过程降雪量"),
                   ("largest daily snowfall", "that of the process"), broken={"maxDailySnow": 14.7}),
        error("totalWithinDays", "snowfall <= maxDailySnow * snowDays", "snowfall maxDailySnow snowDays",
              "过程降雪量（{snowfall}）不得大于最大日降雪量（{maxDailySnow}）乘以降雪日数（{snowDays}）。",
              "The process snowfall ({snowfall}) must not exceed the largest daily one ({maxDailySnow}) times the days "
              "of snowfall ({snowDays}).", broken={"snowDays": 1}),
        _not_above("meanWithinGreatest", "meanDepth", "maxDepth", ("平均积雪深度", "最大积雪深度"),
                   ("mean depth", "the greatest depth"), broken={"meanDepth": 11.1}),
        warning("depthNeedsCover", "maxDepth > 0 => coverDays > 0", "coverDays maxDepth",
                "最大积雪深度为{maxDepth} cm，但积雪日数为{coverDays}，请核对。",
                "The greatest depth is {maxDepth} cm with {coverDays} days of snow cover; check it.",
                broken={"coverDays": 0}, sourced=False),
    ],
    distinct=_process_distinct("降雪"),
)


# ---------------------------------------------------------------- lightning

# A grid cell of 0.05°, which has about 23.8 km².
GRID = Geometry("Point", "Polygon", example={"type": "Polygon", "coordinates": [[
    [118.24, 39.65], [118.29, 39.65], [118.29, 39.7], [118.24, 39.7], [118.24, 39.65]]]})
THUNDER = at_least("thunderDays", 1)

MET_LIGHTNING = survey_form(
    "MET_LIGHTNING", hazard="lightning",
    title=("雷电年度调查表", "Lightning survey form of a year"),
    about="The lightning of one year in one grid cell or township, drawn as its outline or its centre.",
    source=PROPOSAL, object_code="130205-QX-0008", object_name="示例格网0001（2012年）", geometry=GRID,
    groups=[
        group("lightning", "雷电特征", "Lightning", [
            integer("year", "年份", "Year", None, 1978, 2020, required=True, example=2012),
            integer("thunderDays", "雷暴日数", "Thunderstorm days", "d", 0, 120, required=True, example=23),
            date("firstDate", "初雷日", "First thunderstorm", when=THUNDER, example="2012-05-03"),
            date("lastDate", "终雷日", "Last thunderstorm", when=THUNDER, example="2012-09-27"),
            integer("cgCount", "地闪次数", "Cloud-to-ground flashes", "次", 0, 1000000, required=True, example=60,
                    hint=("只计云地闪，不含云闪", "Only flashes to the ground, not within clouds")),
            number("cgDensity", "地闪密度", "Density of flashes", "次/(km²·a)", 0, 1000, required=True, example=2.52,
                   hint=("地闪次数除以面积", "Flashes divided by the area")),
            integer("posCount", "正地闪次数", "Positive flashes", "次", 0, 1000000, required=True, example=3),
            integer("negCount", "负地闪次数", "Negative flashes", "次", 0, 1000000, required=True, example=57),
            number("maxCurrent", "最大雷电流幅值", "Greatest peak current", "kA", 0, 500, example=128.4,
                   hint=("填绝对值", "Without its sign")),
            number("meanCurrent", "平均雷电流幅值", "Mean peak current", "kA", 0, 500, example=36.7,
                   hint=("绝对值的平均", "The mean without signs")),
        ]),
        group("impact", "灾情与暴露", "Damage and exposure", [
            *_origin_and_impact(),
            integer("incidents", "雷电灾害事故数", "Incidents", "起", 0, 10000, example=1),
            integer("deaths", "雷击死亡人数", "Deaths", "人", 0, 1000, example=0),
            integer("keyUnits", "易燃易爆场所数", "Places with flammables or explosives", "个", 0, 10000, example=2),
        ]),
    ],
    settings=[setting("densityTolerance", 5, "地闪密度容许偏差", "Tolerance of the density of flashes", "%")],
    rules=[
        error("flashesAddUp", "posCount + negCount == cgCount", "cgCount posCount negCount",
              "正地闪（{posCount}）与负地闪（{negCount}）之和须等于地闪次数（{cgCount}）。",
              "The positive ({posCount}) and negative ({negCount}) flashes must add up to all ({cgCount}).",
              broken={"posCount": 4}),
        warning("densityFitsArea",
                "abs(cgDensity * areaKm2(geometry) - cgCount) <= cgCount * $densityTolerance / 100",
                "cgDensity cgCount geometry",
                "地闪密度（{cgDensity}）乘以图形面积与地闪次数（{cgCount}）相差超过{$densityTolerance}%，请核对。",
                "The density ({cgDensity}) times the area drawn differs by more than {$densityTolerance}% from the "
                "flashes ({cgCount}); check them.", broken={"cgDensity": 25.2}, sourced=False),
        _not_above("meanWithinGreatest", "meanCurrent", "maxCurrent", ("平均雷电流幅值", "最大雷电流幅值"),
                   ("mean peak current", "the greatest"), broken={"meanCurrent": 128.5}),
        error("thunderInOrder", "firstDate <= lastDate", "firstDate lastDate",
              "初雷日（{firstDate}）不得晚于终雷日（{lastDate}）。",
              "The first thunderstorm ({firstDate}) must not be after the last ({lastDate}).",
              broken={"firstDate": "2012-09-28"}, along=["thunderDaysWithinSeason"]),
        error("thunderDaysWithinSeason", "thunderDays <= days(firstDate, lastDate) + 1",
              "thunderDays firstDate lastDate",
              "雷暴日数（{thunderDays}）不得大于初雷日（{firstDate}）至终雷日（{lastDate}）的天数。",
              "The thunderstorm days ({thunderDays}) must not exceed those from the first ({firstDate}) to the last "
              "({lastDate}).", broken={"lastDate": "2012-05-20"}),
        error("thunderInYear", "year(firstDate) == year and year(lastDate) == year", "firstDate lastDate year",
              "初雷日（{firstDate}）和终雷日（{lastDate}）须在{year}年之内。",
              "The first ({firstDate}) and the last thunderstorm ({lastDate}) must lie in {year}.",
              broken={"firstDate": "2011-05-03"}),
        error("yearBySurvey", "year <= year(surveyDate)", "year surveyDate",
              "年份（{year}）不得晚于调查日期（{surveyDate}）。",
              "The year ({year}) must not be after the survey ({surveyDate}).",
              broken={"surveyDate": "2011-06-13", "firstDate": None, "lastDate": None}),
        error("lastThunderBySurvey", "lastDate <= surveyDate", "lastDate surveyDate",
              "终雷日（{lastDate}）不得晚于调查日期（{surveyDate}）。",
              "The last thunderstorm ({lastDate}) must not be after the survey ({surveyDate}).",
              broken={"surveyDate": "2012-07-01"}),
        warning("flashesNeedThunder", "cgCount > 0 => thunderDays > 0", "thunderDays cgCount",
                "有地闪（{cgCount}次）而雷暴日数为{thunderDays}，请核对。",
                "There were flashes ({cgCount}) with {thunderDays} thunderstorm days; check them.",
                broken={"thunderDays": 0, "firstDate": None, "lastDate": None}, sourced=False),
        error("incidentsAreImpact",
              "(incidents > 0 => hasImpact == true) and (incidents == 0 => hasImpact == false)", "hasImpact incidents",
              "是否致灾与雷电灾害事故数（{incidents}起）矛盾。",
              "Whether there was damage contradicts the incidents ({incidents}).",
              broken={"hasImpact": False, "lossRef": None}),
        error("deathsNeedIncident", "deaths > 0 => incidents > 0", "incidents deaths",
              "雷击死亡{deaths}人时，雷电灾害事故数须大于0。", "With {deaths} deaths there must be incidents.",
              broken={"deaths": 1, "incidents": 0, "hasImpact": False, "lossRef": None}),
    ],
    distinct=[
        distinct("error", "onePlacePerYear", "townCode objectName year", "year objectName",
                 "{objectName}在{year}年已有记录（对象 {other}）。",
                 "{objectName} is recorded already for {year} (object {other})."),
    ],
)


# ---------------------------------------------------------------- typhoon

def _typhoon_in(year):
    """A patch that moves the example into another year."""
    return {"tcNo": f"{year % 100:02}90", "affectStart": f"{year}-05-03T08:00:00+08:00",
            "affectEnd": f"{year}-05-04T20:00:00+08:00"}


MET_TYPHOON = survey_form(
    "MET_TYPHOON", hazard="typhoon",
    title=("台风影响过程调查表", "Typhoon survey form"),
    about="What one typhoon brought to one weather station.", source=PROPOSAL,
    object_code="130205-QX-0009", object_name=STATION + "1290号台风影响过程",
    groups=[
        group("typhoon", "台风与测站", "Typhoon and station", [
            *_station_fields(),
            code("tcNo", "台风编号", "Typhoon number", "^[0-9]{4}$", required=True, example="1290",
                 hint=("年份后两位加两位顺序号", "Two digits of the year and a two-digit serial number")),
            text("nameZh", "台风中文名", "Chinese name", 20, required=True, example="示例台风",
                 hint=("无名称的填“未命名”", "“未命名” where it has no name")),
            text("nameEn", "台风英文名", "English name", 20, example="EXAMPLE"),
            moment("affectStart", "影响开始时间", "Influence from", required=True, example="2012-08-03T08:00:00+08:00",
                   hint=("本站风雨开始的时间，不是台风生成时间",
                         "When wind or rain began at the station, not when the typhoon formed")),
            moment("affectEnd", "影响结束时间", "Influence to", required=True, example="2012-08-04T20:00:00+08:00"),
            number("minDist", "台风中心最近距离", "Least distance of the centre", "km", 0, 3000, example=165),
            choice("landLevel", "登陆时等级", "Class at landfall", [
                ("TD", "热带低压", "tropical depression"), ("TS", "热带风暴", "tropical storm"),
                ("STS", "强热带风暴", "severe tropical storm"), ("TY", "台风", "typhoon"),
                ("STY", "强台风", "severe typhoon"), ("SuperTY", "超强台风", "super typhoon")], example="TY",
                hint=("未登陆的不填", "Left empty where there was no landfall")),
            _day_boundary(),
            *_origin_and_impact(),
        ]),
        group("influence", "风雨潮影响", "Rain, wind and surge", [
            number("totalRain", "过程降水量", "Process rainfall", "mm", 0, 2000, required=True, example=96.4),
            number("maxDaily", "最大日降水量", "Largest daily rainfall", "mm", 0, 800, example=71.5),
            number("max1h", "最大1小时降水量", "Largest 1 h rainfall", "mm", 0, 200, example=22.8),
            _wind("maxWind", "最大风速", "Greatest 10 min wind", required=True, example=11.6,
                  hint=("10分钟平均风速的最大值，不是极大风速", "The greatest 10-minute mean, not the gust")),
            _wind("maxInst", "极大风速", "Greatest gust", required=True, example=18.9,
                  hint=("瞬时（3秒）风速的最大值", "The greatest instantaneous (3 s) wind speed")),
            number("surge", "最大风暴增水", "Greatest storm surge", "cm", 0, 1000, required=True,
                   when=one_of("countyCode", "130207", "130209"),
                   hint=("沿海区填写；无增水填0", "In coastal districts; 0 where there was none")),
        ]),
    ],
    settings=_series_settings(),
    rules=[
        error("numberFitsYear", "number(slice(tcNo, 0, 2)) == year(affectStart) - 1900 or "
              "number(slice(tcNo, 0, 2)) == year(affectStart) - 2000", "tcNo affectStart",
              "台风编号（{tcNo}）的年份须与影响开始时间（{affectStart}）一致。",
              "The year in the typhoon number ({tcNo}) must be that of its influence ({affectStart}).",
              broken={"tcNo": "1390"}, sourced=False),
        error("numberHasSerial", "number(slice(tcNo, 2, 2)) >= 1", "tcNo",
              "台风编号（{tcNo}）的顺序号须从01起。", "The serial number in {tcNo} must begin with 01.",
              broken={"tcNo": "1200"}),
        error("influenceInOrder", "minutes(affectStart, affectEnd) >= 0", "affectEnd affectStart",
              "影响结束时间（{affectEnd}）不得早于影响开始时间（{affectStart}）。",
              "The influence must not end ({affectEnd}) before it begins ({affectStart}).",
              broken={"affectEnd": "2012-08-03T07:00:00+08:00"}),
        *_series_rules("affectStart", "affectEnd", _typhoon_in(2021), _typhoon_in(1977)),
        error("influenceBySurvey", "days(affectEnd, surveyDate) >= 0", "affectEnd surveyDate",
              "影响结束时间（{affectEnd}）不得晚于调查日期（{surveyDate}）。",
              "The influence ({affectEnd}) must not end after the survey ({surveyDate}).",
              broken={"surveyDate": "2012-08-03"}),
        _not_above("dailyWithinTotal", "maxDaily", "totalRain", ("最大日降水量", "过程降水量"),
                   ("largest daily rainfall", "that of the process"), broken={"maxDaily": 96.5}),
        _not_above("max1hWithinTotal", "max1h", "totalRain", ("最大1小时降水量", "过程降水量"),
                   ("largest 1 h rainfall", "that of the process"), broken={"max1h": 96.5}),
        _not_above("windWithinGust", "maxWind", "maxInst", ("最大风速", "极大风速"),
                   ("greatest 10 min wind", "the greatest gust"), broken={"maxWind": 19.0}),
    ],
    distinct=[
        distinct("error", "oneEntryPerTyphoon", "stationId tcNo", "tcNo stationId",
                 "站点{stationId}的{tcNo}号台风已有记录（对象 {other}）。",
                 "Typhoon {tcNo} at station {stationId} is recorded already (object {other})."),
    ],
)

FORMS = [MET_RAIN, MET_DROUGHT, MET_HEAT, MET_COLD, MET_GALE, MET_HAIL, MET_SNOW, MET_LIGHTNING, MET_TYPHOON]
