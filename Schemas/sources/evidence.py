"""Evidence for the performance indicators: publicity, training, satisfaction and vouchers."""
from common import *

FEN = ("单位为分，1元=100分，填整数", "In fen: 1 yuan is 100 fen; a whole number")
LARGEST = 100_000_000_000  # fen, that is 1,000,000,000 yuan
SHEET = PHOTO[:-2] + "e0"


def source(indicator):
    """Where the fields come from."""
    return (f"Our proposal, after the indicator of {indicator} in the district's performance targets; "
            "no official form was found.")


def own_number(zh, en, example, hint):
    """The number of the activity, training, questionnaire or voucher."""
    return text("objectCode", zh, en, 24, required=True, example=example, hint=hint)


def township(zh, en):
    """The township to which it belongs."""
    return code("townCode", "乡级行政区代码", "Township code", "^[0-9]{9}$", required=True, example="130205100",
                hint=(zh, en))


OFFICE = ("填普查办所在的乡级行政区", "The township where the census office is")


def filling():
    """Who filled in the form and when."""
    return group("filling", "填报信息", "Filling", [
        text("filler", "填表人", "Form filler", 20, required=True, example="李娜"),
        date("fillDate", "填表日期", "Filling date", required=True, example="2021-06-15"),
        text("remark", "备注", "Remark", 500, least=1, example="示例"),
    ])


def dated(field, zh, en):
    """The event is not after the filling, and that not in the future."""
    return [
        error("heldBeforeFilled", f"{field} <= fillDate", f"{field} fillDate",
              f"{zh}（{{{field}}}）不得晚于填表日期（{{fillDate}}）。",
              f"The {en} ({{{field}}}) must not be after the filling date ({{fillDate}}).",
              broken={"fillDate": "2021-06-12"}),
        error("filledByToday", "fillDate <= today()", "fillDate",
              "填表日期（{fillDate}）不得晚于今天。", "The filling date ({fillDate}) must not be in the future.",
              broken={"fillDate": "2999-01-01"}),
    ]


def photo(index, day="2021-06-13"):
    """A photo that was taken on this day."""
    return {"sha256": PHOTO[:-1] + f"{index:x}", "takenAt": f"{day}T12:40:00+08:00"}


def photo_rules(least):
    """No photo is given twice, and each was taken on about the day."""
    return [
        error("photosDiffer", "distinct(photos, 'sha256')", "photos",
              "同一张照片不得重复上传。", "The same photo must not be given twice.",
              broken={"photos": [photo(0), photo(0)]}, sourced=False),
        warning("photosOfTheDay", "every(photos, 'abs(days(date, takenAt)) <= $photoDays')", "photos date",
                "有照片的拍摄时间与日期（{date}）相差超过{$photoDays}天，请说明原因。",
                "A photo was taken more than {$photoDays} days from {date}; give the reason.",
                broken={"photos": [photo(index, "2021-05-13") for index in range(least)]}, sourced=False),
    ]


PHOTO_DAYS = setting("photoDays", 3, "照片拍摄时间与日期的最大间隔", "Greatest distance of a photo from the day", "d")


# ---------------------------------------------------------------- publicity

PUB_ACTIVITY = Form(
    "PUB_ACTIVITY", ("宣传活动记录表", "Publicity activity form"), "One activity that makes the census known.",
    "unverified", source("publicity"), kind="evidence",
    groups=[
        group("activity", "活动情况", "Activity", [
            own_number("活动编号", "Activity number", "XC-2021-001",
                       ("一次活动一个编号；连续多天的同一活动只填一条", "One for each activity, also where it lasts several days")),
            township("填活动所在的乡级行政区；全区性活动填普查办所在地",
                     "Where the activity took place; for the whole district where the census office is"),
            date("date", "活动日期", "Date", required=True, example="2021-06-13",
                 hint=("连续多天的填第一天", "The first day where it lasted several days")),
            choice("kind", "活动形式", "Kind of activity", [
                ("1", "集中活动", "public event"), ("2", "进社区", "visit to a community"),
                ("3", "进校园", "visit to a school"), ("4", "媒体", "media"),
                ("5", "张贴发放", "posters and leaflets")], required=True, example="1"),
            text("place", "活动地点", "Place", 100, example="开平镇文化广场（示例）",
                 hint=("计入宣传次数的线下活动应填写", "Needed where an activity on site is to be counted")),
            text("organiser", "主办单位", "Organiser", 60, required=True, example="开平区普查办（示例）"),
            yes_no("countedAsPublic", "是否计入对社会群众的宣传次数", "Counted as publicity for the public", required=True,
                   example=True, hint=("仅面向社会群众的活动计入；同一活动连续多天计一次",
                                       "Only what faces the public; several days of one campaign count once")),
        ]),
        group("reach", "宣传效果", "Reach", [
            integer("audience", "受众人数", "Audience", "人", 0, 10000000, example=320,
                    hint=("媒体宣传填阅读或观看人次", "For media the number of views")),
            integer("materials", "发放材料数", "Materials handed out", "份", 0, 10000000, example=500),
            text("mediaLink", "媒体链接", "Media link", 300, pattern="^https?://[^ ]+$",
                 example="https://www.example.cn/xc/2021-001",
                 hint=("以http://或https://开头", "With http:// or https://")),
            part("costRefs", "有关支出凭证", "Vouchers of its cost", [
                text("voucherNo", "凭证号", "Voucher number", 24, required=True),
            ], hint=("须与支出凭证表的凭证号一致", "As in the voucher forms"), example=[{"voucherNo": "PZ-2021-06-0012"}]),
        ]),
        group("proof", "佐证材料", "Proof", [
            photos(2, ("至少两张现场照片或媒体截图", "At least two photos of the activity or screenshots")),
        ]),
        filling(),
    ],
    settings=[PHOTO_DAYS],
    rules=[
        *dated("date", "活动日期", "date of the activity"),
        *photo_rules(2),
        warning("mediaHasLink", "kind == '4' => present(mediaLink)", "mediaLink kind",
                "媒体宣传应填写媒体链接。", "Publicity in the media should have a link.",
                broken={"kind": "4", "mediaLink": None}, sourced=False),
        warning("countedHasPlace", "present(place)", "place countedAsPublic",
                "计入宣传次数的线下活动应填写活动地点。",
                "An activity on site that is counted should have a place.",
                broken={"place": None}, when="countedAsPublic == true and kind != '4'", sourced=False),
        note("countsAsPublic", "countedAsPublic == true", "countedAsPublic",
             "本次活动不计入对社会群众的宣传次数。", "This activity does not count as publicity for the public.",
             broken={"countedAsPublic": False}, sourced=False),
        error("vouchersDiffer", "distinct(costRefs, 'voucherNo')", "costRefs",
              "有关支出凭证不得重复。", "No voucher may be named twice.",
              broken={"costRefs": [{"voucherNo": "PZ-2021-06-0012"}, {"voucherNo": "PZ-2021-06-0012"}]},
              sourced=False),
    ],
    distinct=[
        distinct("warning", "oneActivityPerDayAndPlace", "date place", "date place",
                 "{date}在{place}的活动已有记录（{other}），同一活动只计一次。",
                 "An activity on {date} at {place} is recorded already ({other}); one activity counts once."),
    ],
)


# ---------------------------------------------------------------- training

TRAINING = Form(
    "TRAINING", ("培训记录表", "Training form"), "One training course with those of the district who took part.",
    "unverified", source("training"), kind="evidence",
    groups=[
        group("training", "培训情况", "Training", [
            own_number("培训编号", "Training number", "PX-2021-001", ("一次培训一个编号", "One for each training course")),
            township(*OFFICE),
            date("date", "培训日期", "Date", required=True, example="2021-06-13",
                 hint=("连续多天的填第一天", "The first day where it lasted several days")),
            choice("organiser", "组织单位", "Organiser", [
                ("1", "省普查办", "census office of the province"), ("2", "市普查办", "census office of the city"),
                ("3", "行业厅局", "department of an industry"), ("4", "区自办", "the district itself")],
                required=True, example="2", hint=("仅省、市普查办组织的培训计入指标",
                                                  "Only courses of the province's and the city's office count")),
            text("topic", "培训内容", "Topic", 100, required=True, example="自然灾害风险普查技术培训（示例）"),
            text("place", "培训地点", "Place", 100, example="示例会议中心"),
            text("docNo", "通知文号", "Number of the notice", 50, required=True, example="唐灾险普办〔2021〕0号（示例）"),
        ]),
        group("people", "参训人员", "People", [
            part("attendees", "参训人员", "Attendees", [
                text("name", "姓名", "Name", 20, required=True),
                text("unit", "单位", "Unit", 60, required=True),
                code("idTail", "证件号码后四位", "Last four of the identity number", "^[0-9]{3}[0-9X]$", required=True,
                     hint=("只填后四位，X须大写", "The last four only, X as a capital")),
            ], required=True, most=1000, example=[
                {"name": "示例甲", "unit": "示例应急管理局", "idTail": "0011"},
                {"name": "示例乙", "unit": "示例自然资源局", "idTail": "002X"},
                {"name": "示例丙", "unit": "示例水利局", "idTail": "0035"}]),
            integer("personTimes", "参训人次", "Person-times", "人次", 1, 1000, example=3,
                    hint=("等于参训人员数；同一人参加两次培训计2人次",
                          "The number of attendees; a person at two courses counts twice")),
        ]),
        group("proof", "佐证材料", "Proof", [
            photos(1, ("现场照片或签到表照片", "A photo of the course or of the sign-in sheet")),
        ]),
        filling(),
    ],
    settings=[PHOTO_DAYS],
    rules=[
        *dated("date", "培训日期", "date of the training"),
        *photo_rules(1),
        error("personTimesFit", "personTimes == count(attendees)", "personTimes attendees",
              "参训人次（{personTimes}）须等于所列参训人员数。",
              "The person-times ({personTimes}) must be the number of attendees listed.",
              broken={"personTimes": 4}),
        warning("attendeesDiffer", "distinct(attendees, 'name') or distinct(attendees, 'idTail')", "attendees",
                "参训人员疑有重复：同一场培训中同一人只计一次。",
                "An attendee seems to be listed twice; a person counts once in one course.",
                broken={"attendees": [{"name": "示例甲", "unit": "示例应急管理局", "idTail": "0011"},
                                      {"name": "示例甲", "unit": "示例应急管理局", "idTail": "0011"},
                                      {"name": "示例丙", "unit": "示例水利局", "idTail": "0035"}]}, sourced=False),
        note("countsForIndicator", "organiser in ['1', '2']", "organiser",
             "本次培训不是省、市普查办组织的，不计入培训人次指标。",
             "This training is not one of the province's or the city's office and does not count.",
             broken={"organiser": "4"}, sourced=False),
    ],
    distinct=[
        distinct("warning", "oneEntryPerNotice", "docNo date", "docNo date",
                 "通知{docNo}、{date}的培训已有记录（{other}）。",
                 "The training of notice {docNo} on {date} is recorded already ({other})."),
    ],
)


# ---------------------------------------------------------------- satisfaction

ANSWERS = [("5", "很满意", "very satisfied"), ("4", "满意", "satisfied"), ("3", "一般", "neither"),
           ("2", "不满意", "dissatisfied"), ("1", "很不满意", "very dissatisfied")]


def question(name, zh, en, example):
    """A question that every valid questionnaire answers."""
    return choice(name, zh, en, ANSWERS, required_when=yes("valid"), example=example)


SATISFACTION = Form(
    "SATISFACTION", ("宣传满意度问卷", "Publicity satisfaction questionnaire"),
    "One citizen's answers about the publicity of the census, without anything that identifies the person.",
    "unverified", source("satisfaction"), kind="evidence",
    groups=[
        group("questionnaire", "问卷信息", "Questionnaire", [
            own_number("问卷编号", "Questionnaire number", "WJ-2021-0001",
                       ("流水号，不得含姓名、电话等个人信息", "A running number; no name, telephone or other personal data")),
            township("填被调查人所在的乡级行政区", "The township of the person asked"),
            text("qVersion", "问卷版本", "Version of the questionnaire", 20, required=True, example="2021-1"),
            choice("channel", "调查方式", "Channel", [
                ("1", "纸质", "on paper"), ("2", "扫码", "by QR code"), ("3", "电话", "by telephone")],
                required=True, example="1"),
            date("date", "答卷日期", "Date of the answers", required=True, example="2021-06-13"),
            yes_no("valid", "是否有效", "Valid", required=True, example=True,
                   hint=("五题答全且无误的为有效；不得因不满意而判为无效",
                         "Valid where all five are answered; never invalid because of a bad answer")),
            text("invalidReason", "无效原因", "Reason why invalid", 100, required=True, when=no("valid")),
        ]),
        group("answers", "答题", "Answers", [
            question("q1", "对普查宣传活动的总体评价", "The publicity as a whole", "5"),
            question("q2", "对宣传内容的评价", "Its content", "5"),
            question("q3", "对宣传方式的评价", "Its manner", "4"),
            question("q4", "对宣传材料的评价", "Its materials", "5"),
            question("q5", "对活动组织的评价", "Its organisation", "4"),
        ]),
        filling(),
    ],
    settings=[setting("answerGap", 2.5, "总体评价与其余各题平均分的最大差距",
                      "Greatest gap between the first answer and the mean of the others")],
    rules=[
        *dated("date", "答卷日期", "date of the answers"),
        note("answersAgree",
             "abs(number(q1) - (number(q2) + number(q3) + number(q4) + number(q5)) / 4) <= $answerGap",
             "q1 q2 q3 q4 q5",
             "总体评价（{q1}）与其余各题的平均分相差超过{$answerGap}分，请核对录入。",
             "The first answer ({q1}) differs from the mean of the others by more than {$answerGap}; check the entry.",
             broken={"q1": "1"}, sourced=False),
    ],
)


# ---------------------------------------------------------------- vouchers

def file_row():
    """A file by its digest."""
    return [
        code("sha256", "文件摘要", "File SHA-256", SHA256, required=True),
        text("fileName", "文件名", "File name", 100, required=True),
    ]


def line(amount, summary="印制宣传折页（示例）", is_publicity=True):
    """A line of the voucher."""
    return {"summary": summary, "amountFen": amount, "isPublicity": is_publicity,
            "reason": "面向群众发放的宣传品" if is_publicity else "普查员培训资料，不属宣传"}


def scan(name):
    """The voucher's scan under this name."""
    return {"sha256": SHEET, "fileName": name}


VOUCHER = Form(
    "VOUCHER", ("支出凭证登记表", "Expenditure voucher form"), "One payment out of the census budget.",
    "unverified", source("expenditure"), kind="evidence",
    groups=[
        group("voucher", "凭证信息", "Voucher", [
            own_number("凭证号", "Voucher number", "PZ-2021-06-0012",
                       ("与会计凭证一致；年度内不得重号", "As in the accounts; unique within the year")),
            township(*OFFICE),
            date("payDate", "支付日期", "Date of payment", required=True, example="2021-06-13",
                 hint=("国库集中支付的日期，不是合同或发票日期",
                       "When the treasury paid, not the date of a contract or an invoice")),
            text("payee", "收款人", "Payee", 100, required=True, example="示例印刷有限公司"),
            integer("amountFen", "金额", "Amount", "分", -LARGEST, LARGEST, required=True, example=1280000,
                    hint=(FEN[0] + "；退款填负数", FEN[1] + "; negative for a refund")),
            code("econCode", "经济分类科目编码", "Economic classification", "^(30[1-9][0-9]{2}|31[0-9]{3})$",
                 example="30202", hint=("部门预算支出经济分类，5位，如30202印刷费", "Five digits, such as 30202 for printing")),
            text("projectCode", "项目编码", "Project code", 40, required=True, example="130205-ZRZHPC-2021"),
            text("contractNo", "合同号", "Contract number", 40, example="HT-2021-008"),
        ]),
        group("details", "支出明细", "Lines", [
            part("lines", "支出明细", "Lines", [
                text("summary", "摘要", "Summary", 100, required=True),
                integer("amountFen", "金额", "Amount", "分", -LARGEST, LARGEST, required=True, hint=FEN),
                yes_no("isPublicity", "是否宣传费用", "Publicity", required=True,
                       hint=("公告、折页、海报、横幅、展板、媒体投放、活动场地设备等；培训、会议、差旅等不是",
                             "Notices, leaflets, posters, media, hire for events; not training, meetings or travel")),
                text("reason", "判定理由", "Reason for this", 200, required=True),
            ], required=True, most=200, hint=("一张凭证含多种支出的分行填写", "A line for each kind of expense"),
                 example=[line(1000000), line(280000, "印制培训手册（示例）", False)]),
        ]),
        group("proof", "佐证材料", "Proof", [
            part("attachments", "附件", "Attachments", file_row(), required=True, most=50,
                 hint=("支付凭证、发票等的扫描件", "Scans of the payment order, the invoice and the like"),
                 example=[scan("PZ-2021-06-0012.pdf")]),
        ]),
        filling(),
    ],
    rules=[
        *dated("payDate", "支付日期", "date of payment"),
        error("paidByToday", "payDate <= today()", "payDate",
              "支付日期（{payDate}）不得晚于今天。", "The date of payment ({payDate}) must not be in the future.",
              broken={"payDate": "2999-01-01"}, along=["heldBeforeFilled"]),
        error("linesAddUp", "amountFen == sum(lines, 'amountFen')", "amountFen lines",
              "各行金额之和须等于凭证金额（{amountFen}分）。",
              "The lines must add up to the amount of the voucher ({amountFen} fen).",
              broken={"amountFen": 1280001}),
        error("amountIsNotZero", "amountFen != 0 and every(lines, 'amountFen != 0')", "amountFen lines",
              "凭证金额（{amountFen}分）和各行金额不得为0。",
              "Neither the amount ({amountFen} fen) nor that of a line may be 0.",
              broken={"lines": [line(1280000), line(0)]}, sourced=False),
        note("amountIsNoRefund", "amountFen > 0", "amountFen",
             "金额（{amountFen}分）为负数，按退款冲减支出。",
             "The amount ({amountFen} fen) is negative and is deducted as a refund.",
             broken={"amountFen": -50000, "lines": [line(-50000)]}, sourced=False),
        error("attachmentsDiffer", "distinct(attachments, 'sha256')", "attachments",
              "同一附件不得重复上传。", "The same attachment must not be given twice.",
              broken={"attachments": [scan("1.pdf"), scan("2.pdf")]}, sourced=False),
    ],
    distinct=[
        distinct("warning", "onePaymentOnce", "payDate payee amountFen", "amountFen payDate payee",
                 "{payDate}支付{payee}{amountFen}分的凭证已有记录（{other}），请核对是否重复。",
                 "A payment of {amountFen} fen to {payee} on {payDate} is recorded already ({other}); check it."),
    ],
)

FORMS = [PUB_ACTIVITY, TRAINING, SATISFACTION, VOUCHER]
