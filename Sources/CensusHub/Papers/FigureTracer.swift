import CensusAPI
import CensusDomain
import CensusReports

/// Finds the records that a figure of a paper counts.
struct FigureTracer {
  /// What was found.
  struct Found {
    var explanation: LocalizedText
    var columns: [LocalizedText] = []
    var rows: [[String]] = []
  }

  let records: any CentralTransaction
  let paper: Paper
  let maker: PaperMaker

  init(_ records: any CentralTransaction, paper: Paper, maker: PaperMaker) {
    self.records = records
    self.paper = paper
    self.maker = maker
  }

  /// The end of `day`, or the paper's own moment where that came before it.
  func moment(_ day: CivilDate) -> Timestamp {
    min(paper.snapshot.moment, Timestamp.end(of: day))
  }

  func trace(_ cell: PaperCell, at address: PaperAddress) throws -> Found {
    if let source = cell.source { return try trace(source) }
    if let formula = cell.formula { return trace(formula, in: address.section) }
    return Found(
      explanation: LocalizedText(
        zh: "这一格不是由记录统计出来的。", en: "This cell is not counted from records."))
  }

  private func trace(_ source: FigureSource) throws -> Found {
    switch source {
    case .objects(let hazard, let town, let surveyor, let stage, let day):
      try objects(hazard, town, surveyor, stage, day)
    case .expenses(let from, let to, let isPublicity):
      try expenses(from, to, isPublicity)
    case .activities(let kind, let from, let to): try activities(kind, from, to)
    case .selfChecked(let hazard, let town, let day): try selfChecked(hazard, town, day)
    case .changes(let kinds, let hazard, let town, let from, let to):
      try changes(kinds, hazard, town, from, to)
    case .entries(let event, let from, let to): try entries(event, from, to)
    case .inventory(let hazard, let version, let from, let to):
      try inventory(hazard, version, from, to)
    case .line(_, _, let day): line(day)
    case .pace(let hazard, let town, let from, let to): try pace(hazard, town, from, to)
    case .problems(let form, let level, let state, let day):
      try problems(form, level, state, day)
    case .syncs(let device, let day): try syncs(device, day)
    case .sample(let draw, let form): try sample(draw, form)
    case .indicator(let project, let id, let day): try indicator(project, id, day)
    case .project(let id, let year, let pointer): try project(id, year, pointer)
    }
  }

  private func objects(
    _ hazard: Hazard?, _ town: String?, _ surveyor: String?, _ stage: Stage, _ day: CivilDate
  ) throws -> Found {
    let count = try StageCount(records, at: moment(day))
    return try objects(
      count, day,
      LocalizedText(
        zh: "应查且在 \(moment(day).iso8601) 至少已到阶段“\(stage.code)”的对象。",
        en: """
          Objects to survey that had come at least to “\(stage.code)” at \(moment(day).iso8601).
          """)
    ) { object in
      let (reached, author) = count.stage(of: object)
      return FigureTracer.isMeant(object, hazard, town) && reached >= stage
        && surveyor ?? author == author
    }
  }

  /// Whether an object is of the hazard and township that a figure names, each nil for all.
  static func isMeant(_ object: InventoryObject, _ hazard: Hazard?, _ town: String?) -> Bool {
    hazard ?? object.hazard == object.hazard && town ?? object.townCode == object.townCode
  }

  /// The objects of applicable hazards to be surveyed that `isWanted` picks.
  func objects(
    _ count: StageCount, _ day: CivilDate, _ explanation: LocalizedText,
    where isWanted: (InventoryObject) -> Bool
  ) throws -> Found {
    let excluded = maker.settings.notApplicable
    var found = Found(
      explanation: explanation,
      columns: [
        Self.object, Self.name, Self.hazard, Self.town, LocalizedText(zh: "阶段", en: "stage"),
        LocalizedText(zh: "调查员", en: "surveyor"), LocalizedText(zh: "记录", en: "entries"),
      ])
    for object in try records.inventory.objects(records.inventory.newest(upTo: moment(day))) {
      guard object.shouldSurvey, excluded[object.hazard] == nil, isWanted(object) else { continue }
      let (reached, author) = count.stage(of: object)
      let entries = object.forms.sorted().map { form in
        count.entry(of: form, for: object.objectCode).map { "\(form) \($0)" } ?? "\(form) –"
      }
      found.rows.append([
        object.objectCode, object.name, object.hazard.rawValue, object.townCode, reached.code,
        author, entries.joined(separator: "; "),
      ])
    }
    return found
  }

  private func expenses(
    _ from: CivilDate, _ to: CivilDate, _ isPublicity: Bool?
  ) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "支付日期在 \(from) 至 \(to) 的凭证行。",
        en: "Lines of vouchers that were paid from \(from) to \(to)."),
      columns: FigureTracer.expenseColumns)
    for line in try records.ledger.expenses(LedgerQuery(from: from, to: to)) {
      guard isPublicity.map({ $0 == line.isPublicity }) ?? true else { continue }
      found.rows.append([
        line.voucher, line.payDate.description, line.payee, line.summary, line.amountFen.yuan,
        line.isPublicity ? "1" : "0", line.reason,
      ])
    }
    return found
  }

  private func activities(_ kind: String, _ from: CivilDate, _ to: CivilDate) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "\(from) 至 \(to) 的活动记录。", en: "Activities from \(from) to \(to)."),
      columns: FigureTracer.activityColumns)
    for activity in try records.ledger.activities(LedgerQuery(from: from, to: to)) {
      guard activity.kind.rawValue == kind else { continue }
      found.rows.append([
        activity.date.description, activity.title, activity.organiser, activity.place,
        String(activity.count), "\(activity.satisfied)/\(activity.valid)",
      ])
    }
    return found
  }

  /// A figure that follows from others is explained by them.
  private func trace(_ formula: PaperFormula, in section: String) -> Found {
    let (places, words) = FigureTracer.parts(of: formula)
    let cells = paper.sections.first { $0.id == section }?.grid.placed ?? []
    let values = Dictionary(
      cells.map { ($0.place, $0.cell.value) }, uniquingKeysWith: { first, _ in first })
    return Found(
      explanation: LocalizedText(
        zh: "由下列单元格\(words.zh)得出；可逐格追溯。",
        en: "It follows from these cells: \(words.en). Each can be traced in its turn."),
      columns: [
        LocalizedText(zh: "单元格", en: "cell"), LocalizedText(zh: "数值", en: "value"),
      ],
      rows: places.map { place in
        let address = PaperAddress(section: section, place: place)
        return [address.description, values[place]?.text(.zh) ?? ""]
      })
  }

  private static func parts(
    of formula: PaperFormula
  ) -> (places: [CellPlace], words: LocalizedText) {
    switch formula {
    case .sum(let places): (places, LocalizedText(zh: "相加", en: "their sum"))
    case .difference(let first, let second):
      ([first, second], LocalizedText(zh: "相减", en: "the first less the second"))
    case .quotient(let first, let second):
      ([first, second], LocalizedText(zh: "相除", en: "the first divided by the second"))
    }
  }

  static let object = LocalizedText(zh: "对象编码", en: "object")
  static let name = LocalizedText(zh: "名称", en: "name")
  static let hazard = LocalizedText(zh: "灾种", en: "hazard")
  static let town = LocalizedText(zh: "乡镇", en: "town")
  static let change = LocalizedText(zh: "变化", en: "change")
  private static let expenseColumns = [
    LocalizedText(zh: "凭证号", en: "voucher"), LocalizedText(zh: "支付日期", en: "paid on"),
    LocalizedText(zh: "收款人", en: "payee"), LocalizedText(zh: "摘要", en: "summary"),
    LocalizedText(zh: "金额（元）", en: "yuan"), LocalizedText(zh: "宣传", en: "publicity"),
    LocalizedText(zh: "理由", en: "reason"),
  ]
  private static let activityColumns = [
    LocalizedText(zh: "日期", en: "day"), LocalizedText(zh: "名称", en: "title"),
    LocalizedText(zh: "主办", en: "organiser"), LocalizedText(zh: "地点", en: "place"),
    LocalizedText(zh: "人数", en: "count"), LocalizedText(zh: "满意/有效", en: "satisfied/valid"),
  ]
}
