"""Earthquake forms: active faults, boreholes of the site conditions and observation stations."""
from common import *

# ---------------------------------------------------------------- active faults

SEIS_FAULT = survey_form(
    "SEIS_FAULT", hazard="earthquake", version=2, earlier=[UNCHANGED],
    title=("活动断层调查表", "Active fault survey form"),
    about="One active fault, or one segment of it, drawn as a line.",
    status="partly-verified",
    source="Name, nature, strike, dip, length, age of activity, exposure and reliability are found in published survey "
           "reports; the other fields, the ranges and the codes are our proposal, not confirmed by the technical "
           "specification.",
    object_code="130205-DZ-0010", object_name="示例断层F10", geometry=LINE,
    groups=[
        group("fault", "断层基本情况", "Fault", [
            text("faultCode", "断层编号", "Fault code", 20, required=True, example="F010"),
            text("faultName", "断层名称", "Fault name", 50, required=True, sourced=True, example="示例断层F10"),
            text("segmentName", "断层段名称", "Segment name", 50, least=1, example="示例断层F10东段"),
            text("faultZone", "所属断裂带", "Fault zone", 50, least=1, example="示例断裂带"),
            choice("faultType", "断层性质", "Fault type", [
                ("1", "正断层", "normal fault"), ("2", "逆断层", "reverse fault"),
                ("3", "左旋走滑断层", "left-lateral strike-slip"), ("4", "右旋走滑断层", "right-lateral strike-slip"),
                ("5", "正走滑断层", "normal oblique-slip"), ("6", "逆走滑断层", "reverse oblique-slip"),
                ("9", "不明", "unknown")], required=True, sourced=True, example="2"),
            choice("exposure", "出露情况", "Exposure", [
                ("1", "出露", "exposed"), ("2", "半隐伏", "partly buried"), ("3", "隐伏", "buried")],
                required=True, sourced=True, example="3"),
            choice("reliability", "可靠性等级", "Reliability", [
                ("1", "确定", "certain"), ("2", "推测", "inferred"), ("3", "可疑", "doubtful")],
                required=True, sourced=True, example="2"),
        ]),
        group("geometryOfFault", "产状与规模", "Attitude and size", [
            integer("strike", "走向", "Strike", "°", 0, 359, required=True, sourced=True, example=90,
                    hint=("正北为0，顺时针", "Clockwise from north")),
            integer("dipDir", "倾向", "Dip direction", "°", 0, 359, sourced=True, example=178,
                    hint=("断层面倾斜所向的方位，与走向约成直角", "Towards where the fault plane dips, about across the strike")),
            integer("dipAngle", "倾角", "Dip angle", "°", 0, 90, sourced=True, example=56,
                    hint=("自水平面起量", "Measured from the horizontal")),
            number("lengthKm", "长度", "Length", "km", 0.1, 500, required=True, sourced=True, example=0.86,
                   hint=("单位为千米", "In kilometres")),
            number("upperBreakDepth", "上断点埋深", "Depth of the upper break point", "m", 0, 500, required=True,
                   when=one_of("exposure", "2", "3"), example=117.0,
                   hint=("半隐伏、隐伏断层填写", "For partly buried and buried faults")),
        ]),
        group("activity", "活动性", "Activity", [
            choice("activityAge", "最新活动时代", "Age of latest activity", [
                ("H", "全新世", "Holocene"), ("LP", "晚更新世", "Late Pleistocene"),
                ("EMP", "早中更新世", "Early and Middle Pleistocene"), ("PREQ", "前第四纪", "pre-Quaternary")],
                required=True, sourced=True, example="H"),
            number("slipRateV", "垂直滑动速率", "Vertical slip rate", "mm/a", 0, 20, example=0.56),
            number("slipRateH", "水平滑动速率", "Horizontal slip rate", "mm/a", 0, 30, example=0.2),
            number("maxDisp", "最大同震位移", "Largest coseismic displacement", "m", 0, 15, example=0.4),
            text("lastEvent", "最近破裂事件", "Latest rupture event", 60, least=1, example="距今约3200年（示例）"),
            integer("recurrence", "复发间隔", "Recurrence interval", "a", 0, 100000, example=2800),
            number("maxMag", "最大潜在震级", "Largest potential magnitude", None, 5.0, 8.5, example=5.9),
        ]),
        group("evidence", "探测与成果", "Evidence", [
            choices("detectMethod", "探测方法", "Detection methods", [
                ("1", "浅层地震勘探", "shallow seismic survey"), ("2", "钻孔联合剖面", "borehole profile"),
                ("3", "探槽", "trench"), ("4", "高密度电法", "electrical resistivity"),
                ("5", "地质填图", "geological mapping"), ("6", "遥感解译", "remote-sensing interpretation")],
                required=True, example=["1", "2"]),
            choice("mapScale", "比例尺", "Map scale", [
                ("1:10000", "1:1万", "1:10,000"), ("1:50000", "1:5万", "1:50,000"),
                ("1:250000", "1:25万", "1:250,000"), ("1:1000000", "1:100万", "1:1,000,000")],
                required=True, example="1:50000"),
            text("reportName", "成果报告名称", "Report name", 100, least=1, example="示例断层探测报告（虚构）"),
            number("setback", "避让距离", "Setback distance", "m", 0, 1000, example=100),
        ]),
    ],
    settings=[
        setting("strikeDipTolerance", 15, "走向与倾向夹角的允许偏差",
                "Allowed deviation of strike and dip direction from a right angle", "°"),
    ],
    rules=[
        warning("strikeAcrossDip", "abs(angleBetween(strike, dipDir) - 90) <= $strikeDipTolerance", "strike dipDir",
                "走向（{strike}°）与倾向（{dipDir}°）的夹角应为90°±{$strikeDipTolerance}°。",
                "Strike ({strike}°) and dip direction ({dipDir}°) should differ by 90° ± {$strikeDipTolerance}°.",
                broken={"dipDir": 90}, sourced=False),
        warning("slipRateForYoungFault", "present(slipRateV) or present(slipRateH)", "slipRateV slipRateH",
                "全新世或晚更新世断层应填写滑动速率，否则说明原因。",
                "A Holocene or Late Pleistocene fault should have a slip rate, or a reason why not.",
                broken={"slipRateV": None, "slipRateH": None}, when="activityAge in ['H', 'LP']"),
    ],
)

# ---------------------------------------------------------------- boreholes

LAYERS = [
    {"no": 1, "soilName": "素填土", "age": "Qh", "top": 0, "bottom": 2.0, "vs": 160, "spt": 7},
    {"no": 2, "soilName": "粉质黏土", "age": "Qh", "top": 2.0, "bottom": 9.5, "vs": 190, "spt": 10},
    {"no": 3, "soilName": "细砂", "age": "Qh", "top": 9.5, "bottom": 20.0, "vs": 240, "spt": 18},
    {"no": 4, "soilName": "中砂", "age": "Qp3", "top": 20.0, "bottom": 38.0, "vs": 320, "spt": 35},
    {"no": 5, "soilName": "石灰岩", "age": "O", "top": 38.0, "bottom": 45.0, "vs": 900},
]


def one_layer(bottom):
    """A column of one layer without a measured velocity, so that none is worked out from it."""
    return [{"no": 1, "soilName": "粉质黏土", "top": 0, "bottom": bottom}]


def changed_layer(index, **values):
    """The example's layers with one of them changed."""
    return [{**layer, **values} if place == index else layer for place, layer in enumerate(LAYERS)]


def velocity_fits_layers(name, field, label_zh, label_en, depth, broken):
    """A velocity down to a depth is the depth over the time in the layers: d / Σ(dᵢ / vᵢ)."""
    travel = f"sum(layers, 'max(0, min(bottom, {depth}) - top) / vs')"
    whole = depth if "," not in depth else f"min({depth})"
    return warning(
        name, f"abs({field} * {travel} - {whole}) <= $velocityTolerance / 100 * {whole}", f"{field} layers",
        f"{label_zh}（{{{field}}} m/s）与按各层厚度和波速计算的值相差超过{{$velocityTolerance}}%。",
        f"The {label_en} ({{{field}}} m/s) differs from that of the layers by more than {{$velocityTolerance}} %.",
        broken=broken, sourced=False, when=f"first(layers, 'top') == 0 and last(layers, 'bottom') >= {whole}")


def site_class(name, classes, words, where, broken):
    """The site class that belongs to an equivalent velocity and an overburden."""
    listed = ", ".join(f"'{each}'" for each in classes)
    return warning(
        name, f"siteClass in [{listed}]", "siteClass vse overburden",
        f"按等效剪切波速（{{vse}} m/s）和覆盖层厚度（{{overburden}} m），场地类别应为{words[0]}类，而非{{siteClass}}类。",
        f"By the velocity ({{vse}} m/s) and the overburden ({{overburden}} m) the site class should be {words[1]}, "
        "not {siteClass}.",
        when=where, broken=broken, sourced=False)


STIFF = "(vse > $mediumVelocity and vse <= $rockVelocity)"
MEDIUM = "(vse > $softVelocity and vse <= $mediumVelocity)"
SOFT = "vse <= $softVelocity"

SEIS_BORE = survey_form(
    "SEIS_BORE", hazard="earthquake",
    title=("场地地震工程地质条件钻孔调查表", "Borehole of the seismic site conditions survey form"),
    about="One borehole, collected or newly drilled, with its layers and the site conditions found in it.",
    status="partly-verified",
    source="Site class, equivalent shear-wave velocity, thickness of the overburden and liquefaction are known as "
           "fields of reports; the other fields, the ranges, the codes and the limits of the classes are our proposal, "
           "not confirmed by the technical specification.",
    object_code="130205-DZ-0020", object_name="示例钻孔ZK001",
    groups=[
        group("bore", "钻孔基本情况", "Borehole", [
            text("boreCode", "钻孔编号", "Borehole code", 20, required=True, example="ZK001"),
            text("projectName", "工程（项目）名称", "Project name", 80, required=True, example="示例场地勘察项目（虚构）"),
            choice("boreKind", "钻孔来源", "Kind of borehole", [
                ("1", "收集", "collected"), ("2", "新测", "newly measured")], required=True, example="2"),
            number("groundElev", "孔口高程", "Elevation of the mouth", "m", -10, 1500, required=True, example=32.5,
                   hint=("1985国家高程基准，收集资料须先换算", "1985 national height datum; convert collected data first")),
            number("depth", "孔深", "Depth of the hole", "m", 1, 500, required=True, example=45.0,
                   hint=("自孔口起量", "Measured from the mouth")),
            date("finishDate", "终孔日期", "Drilling finished on", required=True, example="2021-05-20"),
            number("waterDepth", "地下水位埋深", "Depth to groundwater", "m", 0, 200, example=4.5,
                   hint=("自孔口向下量，不是水位高程", "Downwards from the mouth; not the level's elevation")),
        ]),
        group("columns", "分层", "Layers", [
            part("layers", "土层", "Layers", [
                integer("no", "层序", "Number", None, 1, 200, required=True),
                text("soilName", "岩土名称", "Soil or rock", 50, required=True),
                text("age", "地质时代", "Geological age", 20),
                number("top", "层顶深度", "Depth of the top", "m", 0, 500, required=True),
                number("bottom", "层底深度", "Depth of the bottom", "m", 0, 500, required=True),
                number("vs", "剪切波速", "Shear-wave velocity", "m/s", 50, 3000,
                       hint=("剪切波（S波），不是压缩波", "Of the shear wave, not of the compression wave")),
                integer("spt", "标贯击数", "SPT blow count", "击", 0, 200,
                        hint=("实测击数，未经杆长修正", "As measured, not corrected for the rods")),
            ], required=True, most=200, example=LAYERS,
                hint=("自上而下逐层填写，深度均自孔口起量，上层层底即下层层顶",
                      "From the top down, depths from the mouth; each layer begins where the one above ends")),
        ]),
        group("site", "场地条件", "Site conditions", [
            number("overburden", "覆盖层厚度", "Thickness of the overburden", "m", 0, 800, sourced=True, example=38.0,
                   hint=("至剪切波速大于500 m/s且其下各层均不低于此值的层顶",
                         "Down to the layer from which on the shear-wave velocity stays above 500 m/s")),
            number("vse", "等效剪切波速", "Equivalent shear-wave velocity", "m/s", 50, 1500, sourced=True, example=209,
                   hint=("计算深度取覆盖层厚度与20 m的较小值；是走时平均，不是算术平均",
                         "Over the lesser of the overburden and 20 m; an average of travel times, not of velocities")),
            number("vs20", "20米平均剪切波速", "Mean shear-wave velocity to 20 m", "m/s", 50, 3000, example=209,
                   hint=("不论覆盖层厚度，均算至20 m", "To 20 m, whatever the overburden")),
            number("vs30", "30米平均剪切波速", "Mean shear-wave velocity to 30 m", "m/s", 50, 3000, example=236,
                   hint=("不论覆盖层厚度，均算至30 m", "To 30 m, whatever the overburden")),
            choice("wavespeedMethod", "波速测试方法", "Velocity measured by", [
                ("1", "单孔法", "single hole"), ("2", "跨孔法", "cross hole"), ("3", "面波法", "surface waves")],
                example="1"),
            choice("siteClass", "场地类别", "Site class", [
                ("I0", "Ⅰ0类", "class I0"), ("I1", "Ⅰ1类", "class I1"), ("II", "Ⅱ类", "class II"),
                ("III", "Ⅲ类", "class III"), ("IV", "Ⅳ类", "class IV")], required=True, sourced=True, example="II"),
            yes_no("softSoil", "是否有软弱土", "Soft soil present", example=False),
            choice("liquefaction", "液化判别", "Liquefaction", [
                ("0", "不液化", "none"), ("1", "轻微", "slight"), ("2", "中等", "moderate"), ("3", "严重", "severe"),
                ("9", "未判别", "not judged")], required=True, sourced=True, example="1"),
            number("liqIndex", "液化指数", "Liquefaction index", None, 0, 100, required=True,
                   when=one_of("liquefaction", "1", "2", "3"), example=3.2),
        ]),
        group("motion", "地震动参数", "Ground motion", [
            choice("pga", "峰值加速度", "Peak ground acceleration", [
                (each, each, each) for each in ("0.05", "0.10", "0.15", "0.20", "0.30", "0.40")],
                required=True, unit="g", example="0.20", hint=("以g计，不以m/s²计", "In g, not in m/s²")),
            choice("tg", "特征周期", "Characteristic period", [
                (each, each, each)
                for each in ("0.25", "0.30", "0.35", "0.40", "0.45", "0.55", "0.65", "0.75", "0.90")],
                unit="s", example="0.40"),
            choice("intensity", "设防烈度", "Design intensity", [
                ("6", "6度", "6"), ("7", "7度", "7"), ("8", "8度", "8"), ("9", "9度", "9")], example="8"),
        ]),
    ],
    settings=[
        setting("elevationTolerance", 5, "孔口高程与对象高程的允许差值",
                "Allowed difference of the mouth's elevation from the object's", "m"),
        setting("velocityDepth", 20, "等效剪切波速的最大计算深度", "Greatest depth of the equivalent velocity", "m"),
        setting("velocityTolerance", 5, "波速与分层计算值的允许偏差",
                "Allowed deviation of a velocity from that of the layers", "%"),
        setting("hardRockVelocity", 800, "坚硬岩石（Ⅰ0类）的波速下限", "Lower bound of hard rock's velocity (I0)", "m/s"),
        setting("rockVelocity", 500, "岩石或坚硬土的波速下限", "Lower bound of the velocity of rock or stiff soil", "m/s"),
        setting("mediumVelocity", 250, "中软土的波速上限", "Upper bound of the velocity of medium soft soil", "m/s"),
        setting("softVelocity", 150, "软弱土的波速上限", "Upper bound of the velocity of soft soil", "m/s"),
        setting("stiffThin", 5, "中硬土Ⅰ1类的覆盖层厚度上限", "Overburden below which stiff soil is I1", "m"),
        setting("softThin", 3, "中软土和软弱土Ⅰ1类的覆盖层厚度上限", "Overburden below which softer soil is I1", "m"),
        setting("softThick", 15, "软弱土Ⅱ类的覆盖层厚度上限", "Overburden up to which soft soil is II", "m"),
        setting("mediumThick", 50, "中软土Ⅱ类的覆盖层厚度上限", "Overburden up to which medium soft soil is II", "m"),
        setting("softThickest", 80, "软弱土Ⅲ类的覆盖层厚度上限", "Overburden up to which soft soil is III", "m"),
        setting("liqSlight", 6, "轻微液化的指数上限", "Upper bound of the index of slight liquefaction"),
        setting("liqModerate", 18, "中等液化的指数上限", "Upper bound of the index of moderate liquefaction"),
    ],
    rules=[
        error("finishedBySurvey", "finishDate <= surveyDate", "finishDate surveyDate",
              "终孔日期（{finishDate}）不得晚于调查日期（{surveyDate}）。",
              "Drilling must not be finished ({finishDate}) after the survey ({surveyDate}).",
              broken={"finishDate": "2021-06-14"}),
        warning("mouthFitsElevation", "abs(groundElev - elevation) <= $elevationTolerance", "groundElev elevation",
                "孔口高程（{groundElev} m）与对象高程（{elevation} m）相差超过{$elevationTolerance} m，请核对高程基准。",
                "The mouth ({groundElev} m) and the object's elevation ({elevation} m) differ by more than "
                "{$elevationTolerance} m; check the datum.",
                broken={"groundElev": 40}, sourced=False),
        error("layersHaveThickness", "every(layers, 'bottom > top')", "layers",
              "每层的层底深度须大于层顶深度。", "Each layer's bottom must lie below its top.",
              broken={"layers": [*LAYERS, {"no": 6, "soilName": "石灰岩", "top": 45.0, "bottom": 45.0}]}),
        error("layersContiguous", "everyPair(layers, 'bottom == next.top')", "layers",
              "各层须自上而下首尾相接：下层层顶深度等于上层层底深度。",
              "The layers must be contiguous: each begins at the depth at which the one above ends.",
              broken={"layers": changed_layer(3, top=20.1)}),
        error("layersNumberedDownwards", "everyPair(layers, 'no < next.no')", "layers",
              "层序须自上而下递增，不得重复。", "The layers' numbers must rise from the top down.",
              broken={"layers": changed_layer(4, no=4)}),
        error("layersWithinDepth", "last(layers, 'bottom') <= depth", "layers depth",
              "最下层的层底深度不得大于孔深（{depth} m）。",
              "The lowest layer must not end below the bottom of the hole ({depth} m).",
              broken={"depth": 44.9}),
        warning("layersFromMouth", "first(layers, 'top') == 0", "layers",
                "第一层的层顶深度应为0。", "The first layer should begin at the mouth (depth 0).",
                broken={"layers": changed_layer(0, top=0.3)}, sourced=False),
        note("layersReachBottom", "last(layers, 'bottom') >= depth", "layers depth",
             "分层未填至孔底（孔深{depth} m）。", "The layers do not reach the bottom of the hole ({depth} m).",
             broken={"depth": 46}, sourced=False),
        warning("waterWithinDepth", "waterDepth <= depth", "waterDepth depth",
                "地下水位埋深（{waterDepth} m）大于孔深（{depth} m），请说明依据。",
                "Groundwater ({waterDepth} m) lies below the bottom of the hole ({depth} m); say where this is from.",
                broken={"waterDepth": 50}, sourced=False),
        warning("overburdenWithinDepth", "overburden <= depth", "overburden depth",
                "覆盖层厚度（{overburden} m）大于孔深（{depth} m），请说明依据。",
                "The overburden ({overburden} m) is thicker than the hole is deep ({depth} m); say where this is from.",
                broken={"overburden": 45.5}, sourced=False),
        warning("overburdenEndsInRock", "every(layers, 'top >= overburden => vs >= $rockVelocity')",
                "overburden layers",
                "覆盖层（{overburden} m）以下有剪切波速低于{$rockVelocity} m/s的土层。",
                "Below the overburden ({overburden} m) a layer has a velocity of less than {$rockVelocity} m/s.",
                broken={"overburden": 20}, sourced=False),
        velocity_fits_layers("vseFitsLayers", "vse", "等效剪切波速", "equivalent velocity",
                             "overburden, $velocityDepth", {"vse": 240}),
        velocity_fits_layers("vs20FitsLayers", "vs20", "20米平均剪切波速", "mean velocity to 20 m", "20", {"vs20": 240}),
        velocity_fits_layers("vs30FitsLayers", "vs30", "30米平均剪切波速", "mean velocity to 30 m", "30", {"vs30": 280}),
        warning("velocityHasMethod",
                "(present(vse) or present(vs20) or present(vs30)) => present(wavespeedMethod)", "wavespeedMethod",
                "填写了波速，应填写波速测试方法。", "With a velocity its method of measurement should be given.",
                broken={"wavespeedMethod": None}, sourced=False),
        site_class("siteClassOfRock", ["I0", "I1"], ("Ⅰ0或Ⅰ1", "I0 or I1"), "vse > $rockVelocity",
                   {"vse": 600, "layers": one_layer(45)}),
        site_class("siteClassI1", ["I1"], ("Ⅰ1", "I1"),
                   f"({STIFF} and overburden < $stiffThin) or (vse <= $mediumVelocity and overburden < $softThin)",
                   {"overburden": 2.5, "layers": one_layer(45)}),
        site_class("siteClassII", ["II"], ("Ⅱ", "II"),
                   f"({STIFF} and overburden >= $stiffThin)"
                   f" or ({MEDIUM} and overburden >= $softThin and overburden <= $mediumThick)"
                   f" or ({SOFT} and overburden >= $softThin and overburden <= $softThick)",
                   {"siteClass": "III"}),
        site_class("siteClassIII", ["III"], ("Ⅲ", "III"),
                   f"({MEDIUM} and overburden > $mediumThick)"
                   f" or ({SOFT} and overburden > $softThick and overburden <= $softThickest)",
                   {"vse": 140, "layers": one_layer(45)}),
        site_class("siteClassIV", ["IV"], ("Ⅳ", "IV"), f"{SOFT} and overburden > $softThickest",
                   {"vse": 140, "overburden": 85, "depth": 90, "layers": one_layer(90)}),
        warning("hardRockIsFast", "siteClass == 'I0' => vse > $hardRockVelocity", "siteClass vse",
                "Ⅰ0类场地的剪切波速（{vse} m/s）应大于{$hardRockVelocity} m/s。",
                "A site of class I0 should have a velocity ({vse} m/s) above {$hardRockVelocity} m/s.",
                broken={"siteClass": "I0", "vse": 600, "layers": one_layer(45)}, sourced=False),
        note("siteClassHasGrounds", "present(vse) and present(overburden)", "siteClass vse overburden",
             "未同时填写等效剪切波速和覆盖层厚度，无法核对场地类别（{siteClass}）。",
             "Without both the velocity and the overburden the site class ({siteClass}) cannot be checked.",
             broken={"vse": None}, sourced=False),
        warning("softSoilIsSlow", "not (every(layers, 'vs > $softVelocity'))", "softSoil layers",
                "填写有软弱土，但各层剪切波速均大于{$softVelocity} m/s。",
                "Soft soil is said to be present, yet every layer's velocity is above {$softVelocity} m/s.",
                when="softSoil == true", broken={"softSoil": True}, sourced=False),
        warning("liqIndexFits",
                "(liquefaction == '1' => (liqIndex > 0 and liqIndex <= $liqSlight))"
                " and (liquefaction == '2' => (liqIndex > $liqSlight and liqIndex <= $liqModerate))"
                " and (liquefaction == '3' => liqIndex > $liqModerate)", "liqIndex liquefaction",
                "液化指数（{liqIndex}）与液化等级不符（轻微至{$liqSlight}，中等至{$liqModerate}）。",
                "The liquefaction index ({liqIndex}) does not fit the grade (slight up to {$liqSlight}, moderate up to "
                "{$liqModerate}).",
                broken={"liqIndex": 6.1}, sourced=False),
        warning("liquefactionHasWater", "liquefaction in ['1', '2', '3'] => present(waterDepth)",
                "waterDepth liquefaction",
                "判为液化的场地应填写地下水位埋深。", "Where soil liquefies the depth to groundwater should be given.",
                broken={"waterDepth": None}, sourced=False),
        warning("intensityFitsAcceleration",
                "(pga == '0.05' => intensity == '6') and (pga in ['0.10', '0.15'] => intensity == '7')"
                " and (pga in ['0.20', '0.30'] => intensity == '8') and (pga == '0.40' => intensity == '9')",
                "intensity pga",
                "设防烈度（{intensity}度）与峰值加速度（{pga} g）不符。",
                "The intensity ({intensity}) does not fit the peak acceleration ({pga} g).",
                broken={"intensity": "7"}, sourced=False),
    ],
    distinct=[
        distinct("error", "oneBorePerCode", "projectName boreCode", "boreCode projectName",
                 "项目“{projectName}”的钻孔{boreCode}已有记录（对象 {other}）。",
                 "Borehole {boreCode} of the project “{projectName}” is recorded already (object {other})."),
    ],
)

# ---------------------------------------------------------------- observation stations

SEIS_STATION = survey_form(
    "SEIS_STATION", hazard="earthquake",
    title=("地震观测台站登记表", "Earthquake observation station form"),
    about="One observation station or macroscopic observation point, with its upkeep and its running.",
    source="Our proposal: a local addition, by which a district keeps account of the stations that it must keep "
           "running; not part of the technical specification.",
    object_code="130205-DZ-0030", object_name="示例观测站",
    groups=[
        group("station", "台站基本情况", "Station", [
            text("stationCode", "台站代码", "Station code", 12, required=True, example="SL001"),
            text("stationName", "台站名称", "Station name", 50, required=True, example="示例观测站"),
            choice("kind", "台站类别", "Kind of station", [
                ("1", "测震", "seismometer"), ("2", "强震动", "strong motion"),
                ("3", "地球物理（前兆）", "geophysical (precursors)"), ("4", "宏观观测点", "macroscopic observation point")],
                required=True, example="1"),
            integer("buildYear", "建成年份", "Built in", None, 1950, 2022, required=True, example=1990),
            text("owner", "管理单位", "Owner", 60, required=True, example="示例区地震局"),
            choice("siteSoil", "台基岩土", "Ground of the site", [("1", "基岩", "rock"), ("2", "土层", "soil")],
                   required=True, example="1"),
        ]),
        group("instruments", "观测设备", "Instruments", [
            text("instrumentModel", "仪器型号", "Instrument model", 50, example="示例型号A"),
            integer("sampling", "采样率", "Sampling rate", "Hz", 1, 500, example=100,
                    hint=("每秒采样次数；低于每秒一次的不填", "Samples a second; leave out where below one")),
            integer("channels", "通道数", "Channels", None, 1, 24, example=3,
                    hint=("三分向仪器计3道", "An instrument of three components has 3")),
            yes_no("powerBackup", "有无备用电源", "Backup power", example=True),
            choice("commMode", "通信方式", "Communication", [
                ("1", "有线", "wire"), ("2", "无线", "radio"), ("3", "卫星", "satellite")], example="1"),
        ]),
        group("running", "运行维护", "Running and upkeep", [
            date("lastMaintain", "最近维护日期", "Last maintained on", required=True, example="2021-05-28"),
            integer("maintainCount2021", "2021年维护次数", "Times maintained in 2021", "次", 0, 50, required=True, example=2,
                    hint=("截至调查日期", "Up to the survey date")),
            choice("runStatus", "运行状态", "Running", [
                ("1", "正常", "normal"), ("2", "故障", "faulty"), ("3", "停用", "out of use")], required=True, example="1"),
            number("uptime", "运行率", "Uptime", "%", 0, 100, required=True, example=98.5,
                   hint=("调查日期前12个月内正常运行时间所占百分比", "Share of the 12 months before the survey date, in percent")),
            text("observer", "观测员", "Observer", 20, required=True, example="李娜"),
            number("observerWage", "观测员补助", "Observer's pay", "元/年", 0, 100000, example=5880,
                   hint=("每人每年，单位为元，不是万元", "A year for one person, in yuan, not in 10,000 yuan")),
        ]),
    ],
    settings=[
        setting("maintenanceDays", 365, "两次维护的最长间隔", "Longest time without maintenance", "d"),
        setting("uptimeNormal", 90, "正常运行的最低运行率", "Least uptime of a station that runs normally", "%"),
        setting("plannedWage", 5880, "预算中的观测员补助", "Observer's pay in the budget", "元/年"),
    ],
    rules=[
        error("builtBySurvey", "buildYear <= year(surveyDate)", "buildYear surveyDate",
              "建成年份（{buildYear}）不得晚于调查日期（{surveyDate}）。",
              "The station must not be built ({buildYear}) after the survey ({surveyDate}).",
              broken={"buildYear": 2022}, along=["maintainedOnceBuilt"]),
        error("maintainedOnceBuilt", "year(lastMaintain) >= buildYear", "lastMaintain buildYear",
              "最近维护日期（{lastMaintain}）不得早于建成年份（{buildYear}）。",
              "The last maintenance ({lastMaintain}) must not be before the station was built ({buildYear}).",
              broken={"buildYear": 2021, "lastMaintain": "2020-12-30", "maintainCount2021": 0}),
        error("maintainedBySurvey", "lastMaintain <= surveyDate", "lastMaintain surveyDate",
              "最近维护日期（{lastMaintain}）不得晚于调查日期（{surveyDate}）。",
              "The last maintenance ({lastMaintain}) must not be after the survey ({surveyDate}).",
              broken={"lastMaintain": "2021-06-14"}),
        error("maintenanceOf2021Counted", "year(lastMaintain) == 2021 => maintainCount2021 >= 1",
              "maintainCount2021 lastMaintain",
              "最近维护日期（{lastMaintain}）在2021年，2021年维护次数须至少为1。",
              "With the last maintenance in 2021 ({lastMaintain}) at least one must be counted for 2021.",
              broken={"maintainCount2021": 0}),
        error("countedMaintenanceDated", "maintainCount2021 > 0 => year(lastMaintain) >= 2021",
              "lastMaintain maintainCount2021",
              "2021年维护{maintainCount2021}次，最近维护日期（{lastMaintain}）不得早于2021年。",
              "With {maintainCount2021} times in 2021 the last maintenance ({lastMaintain}) must not be before 2021.",
              broken={"lastMaintain": "2020-12-30"}),
        warning("maintainedLately", "days(lastMaintain, surveyDate) <= $maintenanceDays", "lastMaintain surveyDate",
                "距最近维护（{lastMaintain}）已超过{$maintenanceDays}天。",
                "The last maintenance ({lastMaintain}) is more than {$maintenanceDays} days ago.",
                broken={"lastMaintain": "2020-05-01", "maintainCount2021": 0}, sourced=False),
        warning("stationRuns", "runStatus == '1'", "runStatus",
                "台站未正常运行，请说明原因和恢复计划。",
                "The station does not run normally; give the reason and say when it will.",
                broken={"runStatus": "2"}, sourced=False),
        warning("uptimeFitsStatus", "runStatus == '1' => uptime >= $uptimeNormal", "uptime runStatus",
                "运行状态为正常，运行率（{uptime}%）却低于{$uptimeNormal}%。",
                "The station is said to run normally, yet its uptime ({uptime} %) is below {$uptimeNormal} %.",
                broken={"uptime": 60}, sourced=False),
        warning("instrumentGiven", "kind in ['1', '2', '3'] => present(instrumentModel)", "instrumentModel kind",
                "有仪器观测的台站应填写仪器型号。", "A station with instruments should have their model given.",
                broken={"instrumentModel": None}, sourced=False),
        note("wageAsPlanned", "observerWage == $plannedWage", "observerWage",
             "观测员补助（{observerWage}元/年）与预算（{$plannedWage}元/年）不同。",
             "The observer's pay ({observerWage} yuan a year) is not that of the budget ({$plannedWage}).",
             broken={"observerWage": 5000}, sourced=False),
    ],
    distinct=[
        distinct("error", "oneStationPerCode", "stationCode", "stationCode",
                 "台站代码{stationCode}已有记录（对象 {other}）。",
                 "The station code {stationCode} is recorded already (object {other})."),
    ],
)

FORMS = [SEIS_FAULT, SEIS_BORE, SEIS_STATION]
