"""The forms of floods, flash floods and drought: river sections, reservoirs, sluices, dikes, villages and years."""
from common import *

FROM_SOFTWARE = ("Field names from software built on the official form; ranges and codes are our proposal, not "
                 "confirmed by the technical specification.")

LEVEL = (-50, 1500)
DISCHARGE = (0, 200000)
CAPACITY = (0, 10000000)
LENGTH = (0, 1000000)


# ---------------------------------------------------------------- fields that several forms have

def height_datum(name, zh, **options):
    """Which datum the form's levels refer to."""
    return [
        choice(name, zh, "Height datum", [
            ("1", "1985国家高程基准", "1985 national height datum"), ("2", "大沽高程", "Dagu datum"),
            ("9", "其他", "other")], required=True, example="1",
            hint=("本表各水位、高程均按此基准填写，不得混用", "All levels and heights of this form refer to it"),
            **options),
        text(name + "Other", "其他" + zh, "Other height datum", 50, required=True, when=is_(name, "9")),
    ]


def works_grade(example):
    """The grade of the works as a whole."""
    return choice("engGrad", "工程等别", "Grade of the works", [
        (grade, grade + "等", "grade " + grade) for grade in ["I", "II", "III", "IV", "V"]],
        required=True, sourced=True, example=example)


def numbered_classes(zh, en, most):
    """The classes from 1 to `most` as choices."""
    return [(str(each), f"{each}{zh}", f"{en} {each}") for each in range(1, most + 1)]


def assessment(zh, en, classes, **options):
    """What the last safety assessment found, when, and what was done about it."""
    assessed = [(str(index), f"{name}类{zh}", f"class {index} {en}") for index, name in enumerate(classes, 1)]
    return [
        choice("safetyClass", "安全鉴定结论", "Safety assessment",
               assessed + [("9", "未鉴定", "not assessed")], required=True, example="2",
               hint=("按最近一次安全鉴定的批复填写", "As in the approval of the latest assessment"), **options),
        date("safetyTime", "安全鉴定时间", "Date of the safety assessment", required=True,
             when=one_of("safetyClass", *(each[0] for each in assessed)), example="2016-05-30", **options),
        choice("reinforce", "除险加固", "Reinforcement", [
            ("0", "无需", "not needed"), ("1", "未开展", "not begun"), ("2", "进行中", "under way"),
            ("3", "已完成", "finished")], required=True, example="0", **options),
    ]


def hidden_dangers(pairs, **options):
    """Which parts of the works are in danger; 6 is none."""
    return choices("hiddenType", "隐患类型", "Hidden dangers", pairs,
                   hint=("确无隐患时只选“无”", "None alone where there is no danger"), **options)


def department(example="开平区水利局（示例）"):
    """Who is in charge of the works."""
    return text("admDep", "归口管理部门", "Department in charge", 60, required=True, sourced=True, example=example)


# ---------------------------------------------------------------- rules that several forms have

def none_stands_alone(name, field, none, zh, en, broken):
    """The choice of nothing is the only one."""
    return error(name, f"contains({field}, '{none}') => count({field}) == 1", field,
                 f"{zh}选“无”时不得再选其他。", f"\"None\" cannot be chosen together with {en}.", broken=broken)


def no_danger_stands_alone(broken):
    """Of the dangers, none is the only one."""
    return none_stands_alone("noDangerStandsAlone", "hiddenType", "6", "隐患类型", "a hidden danger", broken)


def assessment_recent(**options):
    """The safety assessment is not too old."""
    return warning("assessmentRecent", "days(safetyTime, fillDate) <= $assessmentDays", "safetyTime",
                   "安全鉴定（{safetyTime}）距填表日期已超过{$assessmentDays}天，请说明原因。",
                   "The safety assessment ({safetyTime}) is older than {$assessmentDays} days at the filling date; "
                   "give the reason.",
                   broken={"safetyTime": "2011-06-12"}, **options)


ASSESSMENT_DAYS = setting("assessmentDays", 3653, "安全鉴定的有效天数（约10年）",
                          "Days for which a safety assessment holds (about 10 years)", "d")


def common_counterexample(form, name, **changes):
    """The form with more changes in a common rule's counterexample, so that it breaks no rule of the form."""
    next(rule for rule in form.rules if rule.json["name"] == name).json["counterexample"].update(changes)
    return form


def with_assessment(form):
    """The form whose safety assessment is not too old even where the filling date is far off."""
    return common_counterexample(form, "filledByToday", safetyClass="9", safetyTime=None)


def by_survey(name, field, zh, en, broken, **options):
    """A date that is not after the survey."""
    return error(name, f"{field} <= surveyDate", f"{field} surveyDate",
                 f"{zh}（{{{field}}}）不得晚于调查日期（{{surveyDate}}）。",
                 f"The {en} ({{{field}}}) must not be after the survey ({{surveyDate}}).", broken=broken, **options)


def in_order(name, least, most, zh, en, broken, sign="<=", **options):
    """Of two values of one kind the first is not above the second; with "<" it is below."""
    return error(name, f"{least} {sign} {most}", f"{least} {most}",
                 f"{zh[0]}（{{{least}}}）{'须低于' if sign == '<' else '不得大于'}{zh[1]}（{{{most}}}）。",
                 f"The {en[0]} ({{{least}}}) must {'be below' if sign == '<' else 'not exceed'} the {en[1]} "
                 f"({{{most}}}).", broken=broken, **options)


# ---------------------------------------------------------------- river section

# How often in a hundred years, in percent, and how many years lie between two such floods.
FREQUENCIES = [(1, 100), (2, 50), (5, 20), (10, 10), (20, 5)]


def design_floods(name, zh, en, unit, bounds, examples, **options):
    """One value for each frequency: {name}1 to {name}20."""
    return [number(f"{name}{percent}", f"{zh}（P={percent}%）", f"{en} (P = {percent} %)", unit, *bounds,
                   example=example, hint=(f"重现期{years}年", f"Return period {years} years"), **options)
            for (percent, years), example in zip(FREQUENCIES, examples)]


def falling(name):
    """The rarer flood is not below the more frequent one."""
    names = [f"{name}{percent}" for percent, _ in FREQUENCIES]
    return " and ".join(f"{rarer} >= {other}" for rarer, other in zip(names, names[1:])), " ".join(names)


def _falling_rule(rule_name, name, zh, en, broken):
    check, at = falling(name)
    values = "、".join("{" + each + "}" for each in at.split())
    return error(rule_name, check, at, f"{zh}（{values}）须自P=1%至P=20%依次不增。",
                 f"The {en} ({values.replace('、', ', ')}) must not rise from P = 1 % to P = 20 %.", broken=broken)


_CARRIES_STANDARD = " and ".join(
    f"(stdYears >= {years} => safeQ >= q{percent} * (1 - $safeQTolerance / 100))" for percent, years in FREQUENCIES)
_CARRIES_NO_MORE = " and ".join(
    f"(stdYears < {years} => safeQ <= q{percent} * (1 + $safeQTolerance / 100))" for percent, years in FREQUENCIES)

WAT_SECTION = survey_form(
    "WAT_SECTION", hazard="river-flood",
    title=("河道断面（水文站）洪水特征值调查表", "River section and hydrological station flood survey form"),
    about="One river section or hydrological station with its levels, discharges and design floods.",
    source="The two tables, of flood-control and of design-flood values, are named in a county's published plan; "
           "fields, ranges and codes are our proposal, not confirmed by the technical specification.",
    object_code="130205-SL-0001", object_name="示例河示例断面", geometry=POINT,
    groups=[
        group("section", "断面基本情况", "Section", [
            text("sectionCode", "断面（测站）编码", "Section or station code", 20, required=True, example="SL1302050001",
                 hint=("水文站、水位站填测站编码", "A station's own code where there is one")),
            text("riverName", "河流名称", "River name", 60, required=True, example="示例河"),
            text("riverCode", "河流代码", "River code", 17, pattern="^[0-9A-Z]{1,17}$", example="CB1302050001",
                 hint=("至多17位大写字母和数字", "At most 17 capitals and digits")),
            choice("basin", "所属流域水系", "Basin", [
                ("1", "滦河及冀东沿海", "Luan and the coast of eastern Hebei"), ("2", "海河", "Hai")],
                required=True, example="1"),
            choice("kind", "断面类型", "Kind of section", [
                ("1", "水文站", "hydrological station"), ("2", "水位站", "water-level station"),
                ("3", "设计断面", "design section")], required=True, example="1"),
            number("catchment", "集水面积", "Catchment area", "km²", None, 1000000, over=0, required=True, example=640.5,
                   hint=("断面以上的集水面积", "The area upstream of the section")),
            number("slope", "河道比降", "Slope of the channel", "‰", 0, 1000, example=0.8,
                   hint=("千分数：万分之八填0.8", "Per mille: 8 in 10,000 is 0.8")),
            height_datum("datum", "高程基准"),
        ]),
        group("levels", "防洪特征值", "Flood-control values", [
            number("warnLevel", "警戒水位", "Warning level", "m", *LEVEL, example=24.5,
                   hint=("填水位高程，不是水深", "A height above the datum, not a depth")),
            number("guarLevel", "保证水位", "Guaranteed level", "m", *LEVEL, example=25.6,
                   hint=("须高于警戒水位", "Above the warning level")),
            number("histMaxLevel", "历史最高水位", "Highest level on record", "m", *LEVEL, required=True, example=25.9,
                   hint=("实测或调查的最高水位", "Measured or found by enquiry")),
            date("histMaxLevelDate", "历史最高水位日期", "Date of the highest level", example="1994-07-14"),
            number("histMaxQ", "历史最大流量", "Largest discharge on record", "m³/s", *DISCHARGE, example=385.0),
            date("histMaxQDate", "历史最大流量日期", "Date of the largest discharge", example="1994-07-14"),
            number("safeQ", "安全泄量", "Safe discharge", "m³/s", *DISCHARGE, example=430.0,
                   hint=("现状河道能安全通过的最大流量", "The most that the channel now carries safely")),
            integer("stdYears", "现状防洪标准（重现期）", "Present flood standard (return period)", "a", 2, 300,
                    required=True, example=20,
                    hint=("现状达到的标准，不是规划标准", "What it meets today, not what is planned")),
        ]),
        group("designFloods", "设计洪水特征值", "Design floods", [
            design_floods("q", "设计洪峰流量", "Design peak discharge", "m³/s", DISCHARGE,
                          [720.0, 590.0, 420.0, 300.0, 190.0], required=True),
            design_floods("z", "设计水位", "Design level", "m", LEVEL, [27.4, 26.9, 26.1, 25.4, 24.6]),
        ]),
    ],
    settings=[setting("safeQTolerance", 15, "安全泄量与设计洪峰的允许偏差",
                      "Tolerated deviation of the safe discharge from the design peak", "%")],
    rules=[
        in_order("warningBelowGuaranteed", "warnLevel", "guarLevel", ("警戒水位", "保证水位"),
                 ("warning level", "guaranteed level"), {"warnLevel": 25.6}, sign="<"),
        _falling_rule("designPeaksInOrder", "q", "设计洪峰流量", "design peak discharges", {"q2": 721}),
        _falling_rule("designLevelsInOrder", "z", "设计水位", "design levels", {"z2": 27.5}),
        warning("safeDischargeFitsStandard", _CARRIES_STANDARD, "safeQ stdYears",
                "安全泄量（{safeQ} m³/s）小于现状防洪标准（{stdYears}年）对应的设计洪峰流量，偏差超过{$safeQTolerance}%。",
                "The safe discharge ({safeQ} m³/s) falls short of the design peak of the present standard "
                "({stdYears} a) by more than {$safeQTolerance} %.",
                broken={"safeQ": 350}, sourced=False),
        note("standardMayBeHigher", _CARRIES_NO_MORE, "stdYears safeQ",
             "安全泄量（{safeQ} m³/s）已超过更高一级标准的设计洪峰流量，现状防洪标准（{stdYears}年）可能偏低。",
             "The safe discharge ({safeQ} m³/s) carries the design peak of a higher standard; the present standard "
             "({stdYears} a) may be understated.",
             broken={"safeQ": 700}, sourced=False),
        note("recordLevelWithinDesign", "histMaxLevel <= z1", "histMaxLevel z1",
             "历史最高水位（{histMaxLevel} m）高于百年一遇设计水位（{z1} m），请核对。",
             "The highest level on record ({histMaxLevel} m) is above the 100-year design level ({z1} m).",
             broken={"histMaxLevel": 27.5}, sourced=False),
        note("recordDischargeWithinDesign", "histMaxQ <= q1", "histMaxQ q1",
             "历史最大流量（{histMaxQ} m³/s）大于百年一遇设计洪峰流量（{q1} m³/s），请核对。",
             "The largest discharge on record ({histMaxQ} m³/s) is above the 100-year design peak ({q1} m³/s).",
             broken={"histMaxQ": 721}, sourced=False),
        by_survey("recordLevelBySurvey", "histMaxLevelDate", "历史最高水位日期", "date of the highest level",
                  {"histMaxLevelDate": "2021-06-14"}),
        by_survey("recordDischargeBySurvey", "histMaxQDate", "历史最大流量日期", "date of the largest discharge",
                  {"histMaxQDate": "2021-06-14"}),
    ],
    distinct=[distinct("error", "oneEntryPerSection", "sectionCode", "sectionCode",
                       "断面（测站）{sectionCode}已有记录（对象 {other}）。",
                       "The section {sectionCode} is recorded already (object {other}).")],
    together={"histMaxQ": ["histMaxQDate"], "histMaxQDate": ["histMaxQ"]},
)


# ---------------------------------------------------------------- reservoir

def capacity(name, zh, en, least=0, **options):
    """A volume of the reservoir."""
    return number(name, zh, en, "万m³", least, CAPACITY[1], sourced=True, **options)


def level(name, zh, en, **options):
    """A characteristic level of the reservoir."""
    return number(name, zh, en, "m", *LEVEL, sourced=True, **options)


WAT_RESERVOIR = with_assessment(survey_form(
    "WAT_RESERVOIR", hazard="river-flood", version=2, earlier=[UNCHANGED],
    title=("水库工程防洪隐患调查表", "Reservoir flood-hazard survey form"),
    about="One reservoir with its characteristic levels, standards and hidden dangers.",
    status="partly-verified", source=FROM_SOFTWARE,
    object_code="130205-SL-0005", object_name="开平街道示例水库5", geometry=POINT_OR_POLYGON,
    groups=[
        group("reservoir", "水库基本情况", "Reservoir", [
            text("resCode", "水库代码", "Reservoir code", 20, required=True, sourced=True, example="SL1302050005"),
            text("resName", "水库名称", "Reservoir name", 60, required=True, sourced=True, example="开平街道示例水库5"),
            choice("resType", "水库类型", "Reservoir type", [
                ("1", "山丘水库", "hill reservoir"), ("2", "平原水库", "plain reservoir"),
                ("3", "地下水库", "underground reservoir")], required=True, sourced=True, example="2"),
            choice("engScal", "工程规模", "Size of the works", [
                ("1", "大(1)型", "large (1)"), ("2", "大(2)型", "large (2)"), ("3", "中型", "medium"),
                ("4", "小(1)型", "small (1)"), ("5", "小(2)型", "small (2)")],
                required=True, sourced=True, example="5",
                hint=("按总库容划分", "By the total capacity")),
            works_grade("V"),
            number("watShed", "控制流域面积", "Catchment area", "km²", 0, 1000000, required=True, sourced=True,
                   example=12.8),
            choice("damType", "主坝坝型", "Dam type", [
                ("1", "土坝", "earth dam"), ("2", "堆石坝", "rockfill dam"), ("3", "重力坝", "gravity dam"),
                ("4", "拱坝", "arch dam"), ("9", "其他", "other")], required=True, sourced=True, example="1"),
            text("damTypeOther", "其他坝型", "Other dam type", 50, required=True, when=is_("damType", "9")),
            number("damHigh", "坝高", "Dam height", "m", 1, 350, required=True, sourced=True, example=4.4,
                   hint=("主坝最大坝高，不是坝顶高程", "The main dam's greatest height, not the height of its crest")),
            number("damLen", "坝长", "Dam length", "m", None, 100000, over=0, required=True, sourced=True,
                   example=1685.0, hint=("主坝坝顶长度", "Along the crest of the main dam")),
            date("compDate", "建成时间", "Completed on", sourced=True, example="1971-01-18"),
        ]),
        group("capacity", "库容", "Capacity", [
            capacity("totCap", "总库容", "Total capacity", 10, required=True, example=91.3,
                     hint=("单位万m³：1亿m³填10000", "In 10,000 m³: 100 million m³ are 10,000")),
            capacity("benCap", "兴利库容", "Beneficial capacity", example=54.8),
            capacity("flcoCap", "防洪库容", "Flood-control capacity", example=12.0),
            capacity("deadCap", "死库容", "Dead capacity", example=9.1),
        ]),
        group("levels", "特征水位", "Characteristic levels", [
            height_datum("elevSys", "高程系统", sourced=True),
            level("deadLev", "死水位", "Dead level", example=25.65),
            level("flLim", "汛限水位", "Flood-limit level", required=True, example=27.75,
                  hint=("主汛期的限制水位", "The limit in the main flood season")),
            level("normLev", "正常蓄水位", "Normal level", required=True, example=28.25),
            level("flcoLev", "防洪高水位", "Flood-control high level", example=28.55),
            level("desFl", "设计洪水位", "Design flood level", required=True, example=28.85),
            level("chkFl", "校核洪水位", "Check flood level", required=True, example=29.35),
            level("histMaxLev", "历史最高水位", "Highest level on record", example=28.3,
                  hint=("与日期一并填写", "Together with its date")),
            date("histMaxLevDate", "历史最高水位日期", "Date of the highest level", sourced=True, example="1994-07-14"),
        ]),
        group("standards", "防洪标准", "Flood standards", [
            integer("desStd", "设计洪水标准（重现期）", "Design standard (return period)", "a", 1, 10000,
                    required=True, sourced=True, example=20),
            integer("chkStd", "校核洪水标准（重现期）", "Check standard (return period)", "a", 1, 100000,
                    required=True, sourced=True, example=200),
            number("maxDis", "最大泄洪流量", "Largest discharge", "m³/s", *DISCHARGE, sourced=True, example=19.1),
        ]),
        group("dangers", "安全与隐患", "Safety and hidden dangers", [
            assessment("坝", "dam", "一二三", sourced=True),
            yes_no("hasPower", "备用电源", "Standby power", sourced=True, example=False),
            hidden_dangers([
                ("1", "坝体", "dam body"), ("2", "坝基渗漏", "seepage of the foundation"), ("3", "溢洪道", "spillway"),
                ("4", "放水设施", "outlet works"), ("5", "管理设施", "management facilities"), ("6", "无", "none")],
                required=True, sourced=True, example=["6"]),
            text("protObject", "重要保护对象", "Important protected objects", 100, least=1, sourced=True,
                 example="下游村庄与农田（示例）"),
            department(),
        ]),
    ],
    settings=[
        setting("sizeLarge1", 100000, "大(1)型总库容下限", "Least total capacity of large (1)", "万m³"),
        setting("sizeLarge2", 10000, "大(2)型总库容下限", "Least total capacity of large (2)", "万m³"),
        setting("sizeMedium", 1000, "中型总库容下限", "Least total capacity of medium", "万m³"),
        setting("sizeSmall1", 100, "小(1)型总库容下限", "Least total capacity of small (1)", "万m³"),
        ASSESSMENT_DAYS,
    ],
    rules=[
        error("deadBelowFloodLimit", "deadLev < flLim", "deadLev flLim",
              "死水位（{deadLev}）须低于汛限水位（{flLim}）。",
              "The dead level ({deadLev}) must be below the flood-limit level ({flLim}).",
              broken={"deadLev": 27.75}),
        error("floodLimitUpToNormal", "flLim <= normLev", "flLim normLev",
              "汛限水位（{flLim}）不得高于正常蓄水位（{normLev}）。",
              "The flood-limit level ({flLim}) must not be above the normal level ({normLev}).",
              broken={"flLim": 28.3}),
        error("normalUpToDesign", "normLev <= desFl", "normLev desFl",
              "正常蓄水位（{normLev}）不得高于设计洪水位（{desFl}）。",
              "The normal level ({normLev}) must not be above the design flood level ({desFl}).",
              broken={"normLev": 28.9}),
        error("designUpToCheck", "desFl <= chkFl", "desFl chkFl",
              "设计洪水位（{desFl}）不得高于校核洪水位（{chkFl}）。",
              "The design flood level ({desFl}) must not be above the check flood level ({chkFl}).",
              broken={"desFl": 29.4}),
        error("floodLimitUpToFloodHigh", "flLim <= flcoLev", "flLim flcoLev",
              "汛限水位（{flLim}）不得高于防洪高水位（{flcoLev}）。",
              "The flood-limit level ({flLim}) must not be above the flood-control high level ({flcoLev}).",
              broken={"flcoLev": 27.7}),
        error("floodHighUpToDesign", "flcoLev <= desFl", "flcoLev desFl",
              "防洪高水位（{flcoLev}）不得高于设计洪水位（{desFl}）。",
              "The flood-control high level ({flcoLev}) must not be above the design flood level ({desFl}).",
              broken={"flcoLev": 28.9}),
        error("capacityWithinTotal", "deadCap + benCap <= totCap", "deadCap benCap totCap",
              "死库容加兴利库容（{deadCap}+{benCap}）不得大于总库容（{totCap}）。",
              "Dead plus beneficial capacity ({deadCap}+{benCap}) must not exceed the total ({totCap}).",
              broken={"deadCap": 36.6}),
        error("checkAboveDesignStandard", "chkStd > desStd", "chkStd desStd",
              "校核标准（{chkStd}年）须高于设计标准（{desStd}年）。",
              "The check standard ({chkStd} a) must be above the design standard ({desStd} a).",
              broken={"chkStd": 20}),
        warning("scaleFitsCapacity",
                "(totCap >= $sizeLarge1 => engScal == '1') and "
                "((totCap >= $sizeLarge2 and totCap < $sizeLarge1) => engScal == '2') and "
                "((totCap >= $sizeMedium and totCap < $sizeLarge2) => engScal == '3') and "
                "((totCap >= $sizeSmall1 and totCap < $sizeMedium) => engScal == '4') and "
                "(totCap < $sizeSmall1 => engScal == '5')", "engScal totCap",
                "工程规模与总库容（{totCap}万m³）不符。",
                "The size of the works does not fit the total capacity ({totCap} × 10,000 m³).",
                broken={"engScal": "4"}, sourced=False),
        error("classThreeNeedsReinforcement", "reinforce != '0'", "reinforce safetyClass",
              "三类坝的除险加固不得填“无需”。", "A class 3 dam cannot need no reinforcement.",
              broken={"safetyClass": "3", "hiddenType": ["1"]}, when="safetyClass == '3'"),
        error("classThreeHasDanger", "not contains(hiddenType, '6')", "hiddenType safetyClass",
              "三类坝的隐患类型不得填“无”。", "A class 3 dam cannot be without hidden dangers.",
              broken={"safetyClass": "3", "reinforce": "1", "hiddenType": ["6"]}, when="safetyClass == '3'"),
        no_danger_stands_alone({"hiddenType": ["6", "1"]}),
        assessment_recent(),
    ],
    together={"histMaxLev": ["histMaxLevDate"], "histMaxLevDate": ["histMaxLev"]},
))


# ---------------------------------------------------------------- sluice

BAD_SLUICE = "safetyClass in ['3', '4']"

WAT_SLUICE = with_assessment(survey_form(
    "WAT_SLUICE", hazard="river-flood",
    title=("水闸工程防洪隐患调查表", "Sluice flood-hazard survey form"),
    about="One sluice with its size, standard and hidden dangers.",
    status="partly-verified", source=FROM_SOFTWARE,
    object_code="130205-SL-0101", object_name="示例水闸1", geometry=POINT,
    groups=[
        group("sluice", "水闸基本情况", "Sluice", [
            text("wagaCode", "水闸代码", "Sluice code", 20, required=True, example="SL1302050101"),
            text("wagaName", "水闸名称", "Sluice name", 60, required=True, example="示例水闸1"),
            choice("wagaType", "水闸类型", "Sluice type", [
                ("1", "分（泄）洪闸", "flood diversion or release"), ("2", "节制闸", "regulating"),
                ("3", "排（退）水闸", "drainage or return"), ("4", "引（进）水闸", "intake"),
                ("5", "挡潮闸", "tide barrier")], required=True, sourced=True, example="2",
                hint=("挡潮闸只在沿海县区", "Tide barriers only in coastal counties")),
            works_grade("III"),
            choice("mainGrad", "主要建筑物级别", "Class of the main structures",
                   numbered_classes("级", "class", 5), required=True, sourced=True, example="3",
                   hint=("建筑物的级别，与工程等别不同", "Of the structures; the grade is that of the works")),
            text("river", "所在河流", "River", 60, required=True, example="示例河"),
            date("compDate", "建成时间", "Completed on", required=True, example="1978-06-30"),
        ]),
        group("size", "规模与标准", "Size and standard", [
            integer("gateNum", "闸孔数量", "Number of openings", "孔", 1, 200, required=True, sourced=True, example=5),
            number("netWidth", "闸孔总净宽", "Net width of all openings", "m", None, 2000, over=0, required=True,
                   sourced=True, example=30.0,
                   hint=("各孔净宽之和，不含闸墩", "The openings' widths together, without the piers")),
            number("maxQ", "最大过闸流量", "Largest discharge", "m³/s", 5, DISCHARGE[1], required=True, sourced=True,
                   example=180.0,
                   hint=("调查范围：5 m³/s及以上且失事会致洪灾的水闸",
                         "In scope: 5 m³/s or more, and its failure would cause flooding")),
            number("desQ", "设计过闸流量", "Design discharge", "m³/s", *DISCHARGE, example=150.0),
            integer("desStd", "设计洪水标准（重现期）", "Design standard (return period)", "a", 1, 10000, required=True,
                    example=20),
        ]),
        group("dangers", "安全与隐患", "Safety and hidden dangers", [
            assessment("闸", "sluice", "一二三四"),
            hidden_dangers([
                ("1", "闸室", "sluice chamber"), ("2", "闸门", "gates"), ("3", "启闭机", "hoists"),
                ("4", "上下游护坡", "slope protection up- or downstream"), ("5", "渗流", "seepage"),
                ("6", "无", "none")], required=True, example=["6"]),
            yes_no("backupPower", "备用电源", "Standby power", required=True, example=True),
            department(),
        ]),
    ],
    settings=[ASSESSMENT_DAYS],
    rules=[
        error("tideBarrierOnCoast", "wagaType == '5' => countyCode in ['130207', '130209']", "wagaType countyCode",
              "挡潮闸只能在沿海县区（丰南区130207、曹妃甸区130209），不能在{countyCode}。",
              "A tide barrier can only lie in a coastal county (130207 or 130209), not in {countyCode}.",
              broken={"wagaType": "5"}, sourced=False),
        in_order("designDischargeWithinLargest", "desQ", "maxQ", ("设计过闸流量", "最大过闸流量"),
                 ("design discharge", "largest discharge"), {"desQ": 181}),
        note("classFitsGrade", " and ".join(
            f"(engGrad == '{grade}' => mainGrad == '{each}')"
            for each, grade in enumerate(["I", "II", "III", "IV", "V"], 1)), "mainGrad engGrad",
            "主要建筑物级别（{mainGrad}）与工程等别（{engGrad}）通常相同，请核对。",
            "The class of the main structures ({mainGrad}) is usually that of the grade ({engGrad}).",
            broken={"mainGrad": "4"}, sourced=False),
        error("badClassHasDanger", "not contains(hiddenType, '6')", "hiddenType safetyClass",
              "三类闸、四类闸的隐患类型不得填“无”。", "A class 3 or 4 sluice cannot be without hidden dangers.",
              broken={"safetyClass": "3", "reinforce": "1"}, when=BAD_SLUICE, sourced=False),
        warning("badClassNeedsReinforcement", "reinforce != '0'", "reinforce safetyClass",
                "三类闸、四类闸的除险加固填了“无需”，请说明原因。",
                "A class 3 or 4 sluice is said to need no reinforcement; give the reason.",
                broken={"safetyClass": "3", "hiddenType": ["1"]}, when=BAD_SLUICE, sourced=False),
        no_danger_stands_alone({"hiddenType": ["6", "1"]}),
        by_survey("completedBySurvey", "compDate", "建成时间", "completion",
                  {"compDate": "2021-06-14", "safetyClass": "9", "safetyTime": None}),
        by_survey("assessedBySurvey", "safetyTime", "安全鉴定时间", "safety assessment", {"safetyTime": "2021-06-14"}),
        error("assessedAfterCompletion", "safetyTime >= compDate", "safetyTime compDate",
              "安全鉴定时间（{safetyTime}）不得早于建成时间（{compDate}）。",
              "The safety assessment ({safetyTime}) must not be before the completion ({compDate}).",
              broken={"compDate": "2016-05-31"}),
        assessment_recent(sourced=False),
    ],
))


# ---------------------------------------------------------------- dike

def stake(name, zh, en, example):
    """A stake along the dike."""
    return text(name, zh, en, 20, pattern=r"^[0-9]+\+[0-9]{3}$", sourced=True, example=example,
                hint=("如12+350，即12千米加350米", "Such as 12+350, which is 12 km and 350 m"))


def dike_length(name, zh, en, unit, bounds, **options):
    """A measure of the dike that has a source."""
    return number(name, zh, en, unit, *bounds, sourced=True, **options)


def _weak_spots():
    position = {"decimals": 8, "sourced": True}
    field = part("weak", "险工险段", "Weak spots", [
        text("name", "名称", "Name", 60, required=True, sourced=True),
        number("startLon", "起点经度", "Longitude of the start", "°", *LONGITUDE, required=True, **position),
        number("startLat", "起点纬度", "Latitude of the start", "°", *LATITUDE, required=True, **position),
        number("endLon", "终点经度", "Longitude of the end", "°", *LONGITUDE, **position),
        number("endLat", "终点纬度", "Latitude of the end", "°", *LATITUDE, **position),
        text("desc", "描述", "Description", 500, sourced=True),
    ], sourced=True, hint=("每处一行；点状险工不填终点", "A row each; a single point has no end"), example=[
        {"name": "示例险工1", "startLon": 118.2634, "startLat": 39.6712, "endLon": 118.2646, "endLat": 39.6712,
         "desc": "迎水坡冲刷（示例）"},
        {"name": "示例穿堤涵洞", "startLon": 118.2688, "startLat": 39.6712},
    ])
    field.schema["items"]["dependentRequired"] = {"endLon": ["endLat"], "endLat": ["endLon"]}
    return field


WIDTH = (0, 200)
HEIGHT = (0, 50)
UP_TO_STANDARD = {"currStd": 50, "okLen": 860}

WAT_DIKE = survey_form(
    "WAT_DIKE", hazard="river-flood",
    title=("堤防工程防洪隐患调查表", "Dike flood-hazard survey form"),
    about="One dike, or one section of it, drawn as a line.",
    status="partly-verified", source=FROM_SOFTWARE,
    object_code="130205-SL-0201", object_name="示例河左堤（示例段）", geometry=LINE,
    groups=[
        group("dike", "堤防基本情况", "Dike", [
            text("dikeCode", "堤防代码", "Dike code", 20, required=True, sourced=True, example="SL1302050201"),
            text("dikeName", "堤防名称", "Dike name", 60, required=True, sourced=True, example="示例河左堤（示例段）"),
            text("river", "所在河流", "River", 60, required=True, sourced=True, example="示例河"),
            choice("bank", "岸别", "Bank", [("1", "左岸", "left"), ("2", "右岸", "right")], required=True, sourced=True,
                   example="1", hint=("面向下游分左右", "Looking downstream")),
            choice("dikeGrad", "堤防级别", "Class of the dike", numbered_classes("级", "class", 5), required=True,
                   sourced=True, example="2"),
            choice("dikeType", "堤防类型", "Kind of dike", [
                ("1", "河（江）堤", "river dike"), ("2", "湖堤", "lake dike"), ("3", "海堤", "sea dike"),
                ("4", "围堤", "ring dike")], required=True, sourced=True, example="1"),
            choice("patt", "堤防型式", "Construction", [
                ("1", "土堤", "earth"), ("2", "砌石堤", "masonry"), ("3", "混凝土防洪墙", "concrete flood wall"),
                ("9", "其他", "other")], other="9", required=True, sourced=True, example="1"),
            dike_length("len", "堤防长度", "Length", "m", (None, LENGTH[1]), over=0, required=True, example=860.0,
                        hint=("单位为米，不是千米", "In metres, not in kilometres")),
            stake("startNum", "起点桩号", "Start stake", "0+000"),
            stake("endNum", "终点桩号", "End stake", "0+860"),
        ]),
        group("section", "高程与断面", "Heights and section", [
            height_datum("elevSys", "高程系统", sourced=True),
            dike_length("topElStart", "起点堤顶高程", "Crest height at the start", "m", LEVEL, required=True, example=30.2,
                        hint=("堤顶的高程，不是堤身高度", "Above the datum, not above the ground")),
            dike_length("topElEnd", "终点堤顶高程", "Crest height at the end", "m", LEVEL, required=True, example=29.8),
            dike_length("topWidMin", "堤顶最小宽度", "Least crest width", "m", WIDTH, required=True, example=4.0),
            dike_length("topWidMax", "堤顶最大宽度", "Greatest crest width", "m", WIDTH, required=True, example=6.0),
            dike_length("highMin", "堤防最小高度", "Least height", "m", HEIGHT, example=2.5,
                        hint=("堤顶至堤脚的高差", "From the toe to the crest")),
            dike_length("highMax", "堤防最大高度", "Greatest height", "m", HEIGHT, example=3.4),
            dike_length("desStag", "设计水位", "Design level", "m", LEVEL, example=28.9),
        ]),
        group("standards", "防洪标准", "Flood standards", [
            integer("planStd", "规划防洪标准（重现期）", "Planned standard (return period)", "a", 1, 10000,
                    required=True, sourced=True, example=50),
            integer("currStd", "现状防洪标准（重现期）", "Present standard (return period)", "a", 1, 10000,
                    required=True, sourced=True, example=20),
            dike_length("okLen", "达标长度", "Length up to standard", "m", LENGTH, required=True, example=620.0,
                        hint=("达到规划标准的长度，单位为米", "Of what meets the planned standard, in metres")),
        ]),
        group("dangers", "穿堤建筑物与隐患", "Crossing structures and hidden dangers", [
            [integer(name, zh, en, "座", 0, 10000, sourced=True, example=example) for name, zh, en, example in [
                ("sluices", "水闸数量", "Number of sluices", 1),
                ("pumps", "泵站数量", "Number of pumping stations", 0),
                ("culverts", "涵洞（管）数量", "Number of culverts", 2)]],
            _weak_spots(),
            hidden_dangers([
                ("1", "堤身裂缝或沉陷", "cracks or settlement of the body"),
                ("2", "堤基渗漏", "seepage of the foundation"),
                ("3", "护坡或护岸损坏", "damaged slope or bank protection"),
                ("4", "穿堤建筑物", "crossing structures"), ("5", "堤顶高程不足", "crest too low"),
                ("6", "无", "none"), ("9", "其他", "other")], other="9", sourced=True, example=["3", "4"]),
        ]),
    ],
    settings=[
        setting("lengthTolerance", 10, "填报长度与图形长度的允许偏差",
                "Tolerated deviation of the length from the drawn line", "%"),
        setting("freeboard", 0.5, "堤顶超高", "Freeboard of the crest above the design level", "m"),
    ],
    rules=[
        in_order("okLengthWithinLength", "okLen", "len", ("达标长度", "堤防长度"), ("length up to standard", "length"),
                 {"okLen": 861, "currStd": 50}),
        in_order("widthsInOrder", "topWidMin", "topWidMax", ("堤顶最小宽度", "最大宽度"),
                 ("least crest width", "greatest"), {"topWidMin": 6.1}),
        in_order("heightsInOrder", "highMin", "highMax", ("堤防最小高度", "最大高度"), ("least height", "greatest"),
                 {"highMin": 3.5}),
        error("stakesDiffer", "startNum != endNum", "startNum endNum",
              "起点桩号与终点桩号不得相同（{startNum}）。", "The start and end stakes must differ ({startNum}).",
              broken={"endNum": "0+000"}),
        error("weakSpotNamesDiffer", "distinct(weak, 'name')", "weak",
              "险工险段的名称不得重复。", "Two weak spots must not have the same name.",
              broken={"weak": [{"name": "示例险工1", "startLon": 118.2634, "startLat": 39.6712},
                               {"name": "示例险工1", "startLon": 118.2688, "startLat": 39.6712}]}),
        warning("lengthFitsLine", "abs(lengthKm(geometry) * 1000 - len) <= len * $lengthTolerance / 100",
                "len geometry",
                "堤防长度（{len} m）与图形量算长度相差超过{$lengthTolerance}%。",
                "The length ({len} m) differs from that of the drawn line by more than {$lengthTolerance} %.",
                broken={"len": 980}, sourced=False),
        warning("crestAboveDesignLevel", "min(topElStart, topElEnd) >= desStag + $freeboard",
                "topElStart topElEnd desStag",
                "堤顶高程（{topElStart}、{topElEnd}）须比设计水位（{desStag}）至少高{$freeboard} m，请核对。",
                "The crest ({topElStart}, {topElEnd}) should be at least {$freeboard} m above the design level "
                "({desStag}).",
                broken={"desStag": 29.4}, sourced=False),
        warning("lengthFitsStandard",
                "(currStd < planStd => okLen < len) and (okLen < len => currStd < planStd)",
                "currStd planStd okLen len",
                "现状标准（{currStd}年）低于规划标准（{planStd}年）时达标长度（{okLen}）应小于堤防长度（{len}），反之亦然。",
                "The length up to standard ({okLen}) should be less than the length ({len}) exactly when the present "
                "standard ({currStd} a) is below the planned one ({planStd} a).",
                broken={"okLen": 860}, sourced=False),
        no_danger_stands_alone({"hiddenType": ["6", "1"], "weak": None, **UP_TO_STANDARD}),
        warning("weakSpotsAreDangers", "present(weak) => not contains(hiddenType, '6')", "hiddenType weak",
                "已列险工险段，隐患类型却填“无”，请核对。",
                "Weak spots are listed, yet the hidden dangers say none.",
                broken={"hiddenType": ["6"], **UP_TO_STANDARD}, sourced=False),
        warning("lowStandardIsDanger", "currStd < planStd => not contains(hiddenType, '6')",
                "hiddenType currStd planStd",
                "现状标准（{currStd}年）低于规划标准（{planStd}年），隐患类型却填“无”，请核对。",
                "The present standard ({currStd} a) is below the planned one ({planStd} a), yet the hidden dangers "
                "say none.",
                broken={"hiddenType": ["6"], "weak": None}, sourced=False),
    ],
)


# ---------------------------------------------------------------- flash flood

def thresholds(hours, ready, move):
    """The rain in so many hours at which people get ready and leave."""
    return [number(f"rain{hours}h{name}", f"{hours}小时{zh}雨量", f"{hours} h rain: {en}", "mm", 0, 1000, example=example,
                   hint=(f"{hours}小时累计雨量", f"Rain of {hours} h together"))
            for name, zh, en, example in [("Ready", "准备转移", "get ready", ready),
                                          ("Move", "立即转移", "move at once", move)]]


def readiness_first(hours, broken):
    """People get ready before they leave."""
    return in_order(f"readyBeforeMove{hours}h", f"rain{hours}hReady", f"rain{hours}hMove",
                    (f"{hours}小时准备转移雨量", "立即转移雨量"), (f"{hours} h rain to get ready", "rain to move at once"),
                    broken, sign="<", sourced=False)


def with_village(form):
    """The form with the village required, which the common block leaves open."""
    village = next(field for each in form.groups for field in each.fields if field.name == "villageCode")
    village.required = True
    village.hint = ("重点村落所在的村（居），12位", "The village that the settlement belongs to, 12 digits")
    return common_counterexample(form, "townWithinCounty", villageCode="130207103001")


WAT_FLASH = with_village(survey_form(
    "WAT_FLASH", hazard="flash-flood",
    title=("山洪灾害隐患（重点村落）调查表", "Flash-flood hazard survey form for settlements"),
    about="One settlement at risk from flash floods, with its gully, warning rainfall and evacuation.",
    source="Our proposal from general knowledge of flash-flood surveys; neither field names nor ranges are confirmed "
           "by the technical specification.",
    object_code="130205-SL-0301", object_name="示例村山洪沟", geometry=POINT,
    groups=[
        group("settlement", "村落与流域", "Settlement and catchment", [
            text("groupName", "自然村（沟道）名称", "Settlement or gully", 60, required=True, example="示例自然村"),
            text("watershed", "所在小流域", "Small catchment", 60, required=True, example="示例小流域"),
            number("area", "流域面积", "Catchment area", "km²", None, 10000, over=0, required=True, example=18.6,
                   hint=("村落以上的集水面积", "The area upstream of the settlement")),
            number("channelSlope", "沟道比降", "Slope of the channel", "‰", 0, 1000, example=22.0,
                   hint=("千分数：2.2%填22", "Per mille: 2.2 % is 22")),
            integer("households", "户数", "Households", "户", 0, 100000, required=True, example=56,
                    hint=("受威胁范围内的常住户", "Living in the threatened area")),
            integer("people", "人口", "People", "人", 0, 1000000, required=True, example=183,
                    hint=("受威胁范围内的常住人口", "Living in the threatened area")),
            integer("houses", "房屋数量", "Houses", "座", 0, 1000000, required=True, example=61),
        ]),
        group("danger", "危险与现状能力", "Danger and present protection", [
            choice("riskZone", "危险区等级", "Danger zone", [
                ("1", "极高危险区", "extreme"), ("2", "高危险区", "high"), ("3", "危险区", "danger")],
                required=True, example="2"),
            integer("floodStd", "现状防洪能力（重现期）", "Present protection (return period)", "a", 1, 1000,
                    required=True, example=10,
                    hint=("按成灾水位对应的重现期填写", "The return period of the level at which damage begins")),
            choices("crossType", "隐患类型", "Kinds of hazard", [
                ("1", "跨沟道路", "road across the gully"), ("2", "桥涵", "bridge or culvert"),
                ("3", "塘（堰）坝", "pond dam or weir"), ("4", "侵占河道", "channel built upon"),
                ("5", "多支齐汇", "branches in flood together"), ("6", "外洪顶托", "backwater from a larger river"),
                ("7", "无", "none")], required=True, example=["1", "2"],
                hint=("确无隐患时只选“无”", "None alone where there is no hazard")),
            integer("histCount", "历史山洪次数", "Flash floods on record", "次", 0, 1000, example=2),
            date("lastDate", "最近一次山洪日期", "Date of the latest flash flood", when=at_least("histCount", 1),
                 example="2012-07-21"),
        ]),
        group("warning", "预警", "Warning", [
            thresholds(1, 35.0, 50.0),
            thresholds(3, 60.0, 80.0),
            choices("warnDevice", "预警设备", "Warning devices", [
                ("1", "简易雨量站", "simple rain gauge"), ("2", "无线广播", "wireless broadcast"),
                ("3", "预警终端", "warning terminal"), ("4", "无", "none")], required=True, example=["1", "2"]),
        ]),
        group("evacuation", "转移安置", "Evacuation", [
            text("shelter", "安置点", "Shelter", 100, required=True, example="示例小学操场"),
            yes_no("route", "是否有转移路线", "Evacuation route", required=True, example=True,
                   hint=("已划定并设标识的路线", "One that is laid down and signposted")),
            text("respPerson", "转移责任人", "Person responsible", 20, required=True, example="赵敏"),
            code("respPhone", "责任人电话", "Telephone of the person responsible", PHONE, required=True,
                 example="0315-0000003"),
        ]),
    ],
    settings=[
        setting("extremeBelow", 5, "极高危险区防洪能力上限", "Protection below which the danger is extreme", "a"),
        setting("highBelow", 20, "高危险区防洪能力上限", "Protection below which the danger is high", "a"),
    ],
    rules=[
        readiness_first(1, {"rain1hReady": 50}),
        readiness_first(3, {"rain3hReady": 80}),
        warning("longerRainNotBelow", "rain1hReady <= rain3hReady and rain1hMove <= rain3hMove",
                "rain3hReady rain3hMove rain1hReady rain1hMove",
                "3小时预警雨量（{rain3hReady}、{rain3hMove}）不应小于1小时预警雨量（{rain1hReady}、{rain1hMove}）。",
                "The 3 h rain ({rain3hReady}, {rain3hMove}) should not be below the 1 h rain ({rain1hReady}, "
                "{rain1hMove}).",
                broken={"rain1hReady": 61, "rain1hMove": 70}, sourced=False),
        warning("zoneFitsProtection",
                "(floodStd < $extremeBelow => riskZone == '1') and "
                "((floodStd >= $extremeBelow and floodStd < $highBelow) => riskZone == '2') and "
                "(floodStd >= $highBelow => riskZone == '3')", "riskZone floodStd",
                "危险区等级与现状防洪能力（{floodStd}年）不符：低于{$extremeBelow}年为极高，低于{$highBelow}年为高。",
                "The danger zone does not fit the present protection ({floodStd} a): below {$extremeBelow} a it is "
                "extreme, below {$highBelow} a high.",
                broken={"riskZone": "1"}, sourced=False),
        none_stands_alone("noHazardStandsAlone", "crossType", "7", "隐患类型", "a kind of hazard",
                          {"crossType": ["7", "1"]}),
        none_stands_alone("noDeviceStandsAlone", "warnDevice", "4", "预警设备", "a device", {"warnDevice": ["4", "1"]}),
        warning("peopleFitHouseholds", "people >= households", "people households",
                "人口（{people}）少于户数（{households}），请核对。",
                "There are fewer people ({people}) than households ({households}).",
                broken={"people": 55}, sourced=False),
        by_survey("latestFloodBySurvey", "lastDate", "最近一次山洪日期", "latest flash flood",
                  {"lastDate": "2021-06-14"}),
    ],
))


# ---------------------------------------------------------------- drought

SUPPLY_YEARS = between("year", 2017, 2020)
CAPACITY_YEAR = between("year", 2020, 2020)
LOSS_YEARS = between("year", 2008, 2020)


def volume(name, zh, en, example, **options):
    """Water supplied or used in the year."""
    return number(name, zh, en, "万m³", 0, 1000000, required=True, when=SUPPLY_YEARS, example=example, **options)


def stock(name, zh, en, unit, most, example, **options):
    """What there is against drought."""
    return integer(name, zh, en, unit, 0, most, when=CAPACITY_YEAR, example=example, **options)


def town_sources():
    """The sources of the towns' water, or that there are none."""
    flag, *rows = part_or_none("sources", "城镇水源", "Water sources of towns", [
        text("sourceName", "水源名称", "Name of the source", 60, required=True),
        choice("sourceType", "水源类型", "Kind of source", [
            ("1", "水库", "reservoir"), ("2", "河道", "river"), ("3", "地下水", "groundwater"),
            ("4", "外调", "brought from elsewhere")], required=True),
        number("dailyCap", "日供水能力", "Daily capacity", "万m³/日", 0, 10000),
        number("servedPop", "供水人口", "People served", "万人", 0, 1000),
    ], example=[
        {"sourceName": "示例水库", "sourceType": "1", "dailyCap": 4.5, "servedPop": 12.0},
        {"sourceName": "示例水源地", "sourceType": "3", "dailyCap": 2.0, "servedPop": 5.5}])
    flag.when = CAPACITY_YEAR
    return [flag, *rows]


def loss(name, zh, en, unit, most, example, **options):
    """Damage by drought in the year."""
    return number(name, zh, en, unit, 0, most, when=no("lossNone"), example=example, **options)


def total_rule(name, total, parts, zh, en, broken):
    """The total is the sum of its parts."""
    return error(name, f"{total} == {' + '.join(parts)}", " ".join([total, *parts]),
                 f"{zh}（{{{total}}}）须等于各项之和（{'+'.join('{' + each + '}' for each in parts)}）。",
                 f"The {en} ({{{total}}}) must be the sum of its parts "
                 f"({' + '.join('{' + each + '}' for each in parts)}).", broken=broken)


LOSSES = ["affectedArea", "popThirst", "livestockThirst", "foodLoss", "econLoss"]
STOCKS = ["wells", "emergWells", "emergSource", "emergCap", "serviceTeams"]

WAT_DROUGHT = survey_form(
    "WAT_DROUGHT", hazard="drought",
    title=("干旱致灾调查表（县级年度）", "Drought survey form (county and year)"),
    about="One county in one year: water supply and use, means against drought, towns' sources, and losses.",
    source="The four tables and their years are named in a county's published plan; fields, ranges and codes are our "
           "proposal, not confirmed by the technical specification.",
    object_code="130205-SL-0401", object_name="开平区2020年干旱致灾（示例）", address="开平区示例路1号",
    geometry=POINT_OR_POLYGON,
    groups=[
        group("year", "年度与耕地", "Year and farmland", [
            integer("year", "年度", "Year", "年", 2008, 2020, required=True, example=2020,
                    hint=("供用水填2017—2020年，工程能力与城镇水源填2020年，损失填2008—2020年",
                          "Supply and use for 2017–2020, means and sources for 2020, losses for 2008–2020")),
            number("irrArea", "有效灌溉面积", "Effectively irrigated area", "万亩", 0, 1000, example=15.2,
                   hint=("万亩；1千公顷=1.5万亩", "In 10,000 mu; 1,000 ha are 1.5 of them")),
            number("cropArea", "农作物播种面积", "Sown area", "万亩", 0, 2000, example=32.5,
                   hint=("万亩；1千公顷=1.5万亩", "In 10,000 mu; 1,000 ha are 1.5 of them")),
        ]),
        group("supply", "供用水情况（2017—2020年）", "Water supply and use (2017–2020)", [
            volume("supplySurface", "地表水供水量", "Supply from surface water", 2100.0),
            volume("supplyGround", "地下水供水量", "Supply from groundwater", 4300.0),
            volume("supplyOther", "其他水源供水量", "Supply from other sources", 350.0,
                   hint=("再生水、雨水、淡化海水等", "Reclaimed water, rain, desalted sea water and so on")),
            volume("supplyTotal", "供水总量", "Total supply", 6750.0),
            volume("useAgri", "农业用水量", "Use by agriculture", 3100.0),
            volume("useIndu", "工业用水量", "Use by industry", 2200.0),
            volume("useLife", "生活用水量", "Domestic use", 1150.0),
            volume("useEco", "生态环境用水量", "Use for the environment", 300.0),
            volume("useTotal", "用水总量", "Total use", 6750.0),
        ]),
        group("means", "抗旱工程及非工程能力（2020年）", "Means against drought (2020)", [
            stock("wells", "机电井", "Motor-pumped wells", "眼", 1000000, 1250),
            stock("emergWells", "抗旱井", "Drought wells", "眼", 1000000, 86),
            stock("emergSource", "应急备用水源", "Standby sources", "处", 10000, 3),
            number("emergCap", "应急备用水源供水能力", "Capacity of the standby sources", "万m³/日", 0, 10000,
                   when=CAPACITY_YEAR, example=1.8, hint=("日供水能力，不是年供水量", "For a day, not for a year")),
            stock("serviceTeams", "抗旱服务组织", "Drought service teams", "个", 10000, 2),
        ]),
        group("townSources", "城镇水源情况（2020年）", "Water sources of towns (2020)", town_sources()),
        group("losses", "旱情旱灾损失（2008—2020年）", "Drought and losses (2008–2020)", [
            yes_no("lossNone", "旱情旱灾损失：无相关数据，不填报", "Drought and losses: no such data", required=True,
                   when=LOSS_YEARS, example=False,
                   hint=("当年确无旱情旱灾时填“是”", "Yes only where there was no drought in the year")),
            loss("affectedArea", "作物受灾面积", "Affected crop area", "千公顷", 10000, 4.2,
                 hint=("千公顷，不是万亩；1千公顷=1.5万亩", "In 1,000 ha, not in 10,000 mu; 1 is 1.5 of the latter")),
            loss("damagedArea", "作物成灾面积", "Damaged crop area", "千公顷", 10000, 2.1,
                 hint=("在受灾面积之内", "Within the affected area")),
            loss("failedArea", "作物绝收面积", "Failed crop area", "千公顷", 10000, 0.3,
                 hint=("在成灾面积之内", "Within the damaged area")),
            loss("popThirst", "因旱饮水困难人口", "People short of drinking water", "万人", 1000, 0.6),
            loss("livestockThirst", "因旱饮水困难大牲畜", "Livestock short of drinking water", "万头", 1000, 0.2),
            loss("foodLoss", "粮食损失", "Grain lost", "万吨", 10000, 0.9),
            loss("econLoss", "直接经济损失", "Direct economic loss", "亿元", 100000, 0.35,
                 hint=("亿元，不是万元", "In 100 million yuan, not in 10,000 yuan")),
        ]),
    ],
    settings=[setting("balanceTolerance", 5, "供水与用水总量的允许偏差",
                      "Tolerated difference of total supply and total use", "%")],
    rules=[
        total_rule("supplyAddsUp", "supplyTotal", ["supplySurface", "supplyGround", "supplyOther"],
                   "供水总量", "total supply", {"supplyTotal": 6800}),
        total_rule("useAddsUp", "useTotal", ["useAgri", "useIndu", "useLife", "useEco"], "用水总量", "total use",
                   {"useTotal": 6700}),
        warning("supplyMeetsUse", "abs(supplyTotal - useTotal) <= supplyTotal * $balanceTolerance / 100",
                "supplyTotal useTotal",
                "供水总量（{supplyTotal}万m³）与用水总量（{useTotal}万m³）相差超过{$balanceTolerance}%。",
                "The total supply ({supplyTotal}) and the total use ({useTotal}) differ by more than "
                "{$balanceTolerance} %.",
                broken={"useAgri": 3500, "useTotal": 7150}, sourced=False),
        error("lossAreasInOrder", "failedArea <= damagedArea and damagedArea <= affectedArea",
              "failedArea damagedArea affectedArea",
              "绝收面积（{failedArea}）、成灾面积（{damagedArea}）、受灾面积（{affectedArea}）须依次不减。",
              "The failed area ({failedArea}) must lie within the damaged ({damagedArea}), that within the affected "
              "({affectedArea}).",
              broken={"damagedArea": 4.3}),
        error("affectedWithinSown", "affectedArea * 1.5 <= cropArea", "affectedArea cropArea",
              "受灾面积（{affectedArea}千公顷，1千公顷=1.5万亩）不得大于播种面积（{cropArea}万亩）。",
              "The affected area ({affectedArea} × 1,000 ha, each 1.5 × 10,000 mu) must not exceed the sown area "
              "({cropArea} × 10,000 mu).",
              broken={"affectedArea": 21.7}, sourced=False),
        error("lossesGiven", "lossNone == false => (" + " or ".join(f"present({each})" for each in LOSSES) + ")",
              "lossNone " + " ".join(LOSSES),
              "未填“无相关数据”时，旱情旱灾损失至少须填一项。",
              "Without \"no such data\" at least one loss must be given.",
              broken={**dict.fromkeys(LOSSES), "damagedArea": None, "failedArea": None}, sourced=False),
        warning("meansGiven", " or ".join(f"present({each})" for each in STOCKS), " ".join(STOCKS),
                "2020年的抗旱能力一项未填，请说明原因。", "No means against drought are given for 2020; give the reason.",
                broken=dict.fromkeys(STOCKS), when="year == 2020", sourced=False),
        warning("droughtWellsWithinWells", "emergWells <= wells", "emergWells wells",
                "抗旱井（{emergWells}眼）多于机电井（{wells}眼），请核对。",
                "There are more drought wells ({emergWells}) than motor-pumped wells ({wells}).",
                broken={"emergWells": 1251}, sourced=False),
        warning("standbyCapacityHasSource", "emergSource == 0 => emergCap == 0", "emergSource emergCap",
                "没有应急备用水源，供水能力却填了{emergCap}万m³/日。",
                "There is no standby source, yet a capacity of {emergCap} × 10,000 m³ a day.",
                broken={"emergSource": 0}, sourced=False),
        error("sourceNamesDiffer", "distinct(sources, 'sourceName')", "sources",
              "城镇水源的名称不得重复。", "Two sources must not have the same name.",
              broken={"sources": [{"sourceName": "示例水库", "sourceType": "1"},
                                  {"sourceName": "示例水库", "sourceType": "2"}]}),
        error("yearIsOver", "year < year(surveyDate)", "year surveyDate",
              "年度（{year}）须在调查日期（{surveyDate}）之前结束。",
              "The year ({year}) must be over at the survey ({surveyDate}).",
              broken={"surveyDate": "2020-12-30"}, sourced=False),
    ],
    distinct=[distinct("error", "oneEntryPerCountyAndYear", "countyCode year", "year countyCode",
                       "{countyCode}的{year}年度已有记录（对象 {other}）。",
                       "The year {year} of county {countyCode} is recorded already (object {other}).")],
    together={"failedArea": ["damagedArea"], "damagedArea": ["affectedArea"]},
)

FORMS = [WAT_SECTION, WAT_RESERVOIR, WAT_SLUICE, WAT_DIKE, WAT_FLASH, WAT_DROUGHT]
