import CensusDomain
import CensusJSON
import CensusReports

/// Reads a project's file, which any bureau writes for itself (Schemas/performance.schema.json).
public enum ProjectReader {
  /// The largest file that is read, bytes.
  public static let maximumBytes = 1 << 20

  /// Reads a file strictly.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` naming the place of the first fault, or `tooLarge`.
  public static func read(_ bytes: [UInt8]) throws(CensusError) -> PerformanceProject {
    guard bytes.count <= maximumBytes else {
      throw CensusError(
        .tooLarge, zh: "项目文件超过 \(maximumBytes) 字节。",
        en: "The project's file is over \(maximumBytes) bytes.")
    }
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      throw CensusError(
        .invalidData, zh: "项目文件不是合法的 JSON：\(error)。",
        en: "The project's file is not JSON: \(error).", cause: error)
    }
    let file = try StrictMembers(
      value, at: "",
      names: [
        "$schema", "id", "year", "code", "name", "title", "department", "unit", "budget", "plan",
        "goals", "outline", "indicators", "scoring", "remarks",
      ])
    if file.has("outline") { try outline(file) }
    let project = PerformanceProject(
      id: try file.identifier("id"), year: Int(try file.integer("year", 1...9999)),
      code: try file.optionalText("code"), name: try file.text("name"),
      title: try file.text("title"), department: try file.optionalText("department"),
      unit: try file.optionalText("unit"), budget: try budget(file), plan: try plan(file),
      goals: try goals(file), indicators: try indicators(file), scoring: try scoring(file),
      remarks: try file.optionalTexts("remarks"))
    try ProjectCheck.require(project)
    return project
  }

  /// What the department's overall targets say of the project; kept in the file, not printed.
  private static func outline(_ file: StrictMembers) throws(CensusError) {
    let names: Set<String> = ["heading", "goal", "indicators"]
    let outline = try file.members("outline", names: names)
    for name in names { _ = try outline.text(name, mayBeEmpty: true) }
  }

  private static func budget(_ file: StrictMembers) throws(CensusError) -> ProjectBudget {
    let budget = try file.members(
      "budget", names: ["total", "fiscal", "other", "purpose", "evidence"])
    func amount(_ name: String) throws(CensusError) -> ProjectBudget.Amount {
      let amount = try budget.members(name, names: ["text", "fen"])
      return ProjectBudget.Amount(
        text: try amount.text("text", mayBeEmpty: true),
        fen: Fen(try amount.integer("fen", 0...100_000_000_000_000)))
    }
    if budget.has("evidence") {
      let evidence: IndicatorEvidence = try budget.word("evidence")
      guard evidence == .budgetExecution else {
        throw StrictMembers.fault(
          budget.place("evidence"), "只能是 budgetExecution", "can only be budgetExecution")
      }
    }
    return ProjectBudget(
      total: try amount("total"), fiscal: try amount("fiscal"), other: try amount("other"),
      purpose: try budget.text("purpose"), usesLedger: budget.has("evidence"))
  }

  private static func plan(_ file: StrictMembers) throws(CensusError) -> [PlannedShare] {
    var plan: [PlannedShare] = []
    for (value, pointer) in try file.list("plan", 1...6) {
      let step = try StrictMembers(value, at: pointer, names: ["label", "date", "percent"])
      plan.append(
        PlannedShare(
          label: try step.text("label"), date: try step.day("date"),
          percent: step.has("percent") ? Int(try step.integer("percent", 0...100)) : nil))
    }
    return plan
  }

  private static func goals(
    _ file: StrictMembers
  ) throws(CensusError) -> [PerformanceProject.Goal] {
    var goals: [PerformanceProject.Goal] = []
    for (value, pointer) in try file.list("goals", 1...20) {
      let goal = try StrictMembers(value, at: pointer, names: ["label", "text"])
      goals.append(
        PerformanceProject.Goal(label: try goal.text("label"), text: try goal.text("text")))
    }
    return goals
  }

  private static func indicators(_ file: StrictMembers) throws(CensusError) -> [ProjectIndicator] {
    var indicators: [ProjectIndicator] = []
    for (value, pointer) in try file.list("indicators", 1...100) {
      let row = try StrictMembers(
        value, at: pointer,
        names: [
          "id", "group", "level1", "level2", "level3", "description", "target", "basis",
          "evidence", "points", "remarks",
        ])
      let evidence: IndicatorEvidence? = row.has("evidence") ? try row.word("evidence") : nil
      indicators.append(
        ProjectIndicator(
          id: try row.identifier("id"), group: try row.word("group"),
          level1: try row.text("level1"), level2: try row.text("level2"),
          level3: try row.text("level3"), description: try row.text("description"),
          target: try TargetReader.read(row), basis: try row.optionalText("basis"),
          evidence: evidence, points: row.has("points") ? try row.points("points") : nil,
          remarks: try row.optionalTexts("remarks")))
    }
    return indicators
  }

  private static func scoring(_ file: StrictMembers) throws(CensusError) -> ScoringRules {
    guard file.has("scoring") else { return ScoringRules() }
    return try ScoringReader.read(
      try file.members("scoring", names: ScoringReader.names))
  }
}
