import CensusDomain
import CensusReports

/// Reads how a project is scored; what is not given keeps its default.
enum ScoringReader {
  static let names: Set<String> = [
    "points", "bands", "overFulfilment", "satisfactionZeroBelow", "grades",
  ]

  static func read(_ scoring: StrictMembers) throws(CensusError) -> ScoringRules {
    var rules = ScoringRules()
    if scoring.has("points") {
      let points = try scoring.members(
        "points", names: ["budget", "output", "effect", "satisfaction"])
      if points.has("budget") { rules.budget = try points.points("budget") }
      for group in IndicatorGroup.allCases where points.has(group.rawValue) {
        rules.groups[group] = try points.points(group.rawValue)
      }
    }
    if scoring.has("bands") {
      let bands = try scoring.members("bands", names: ["achieved", "partly"])
      rules.achievedFrom = try bands.quantity("achieved")
      rules.partlyFrom = try bands.quantity("partly")
      guard rules.partlyFrom <= rules.achievedFrom,
        rules.achievedFrom <= ScoringRules.percent(100)
      else {
        throw StrictMembers.fault(
          bands.pointer, "须为 partly ≤ achieved ≤ 100", "is to be partly ≤ achieved ≤ 100")
      }
    }
    if scoring.has("overFulfilment") {
      rules.overFulfilment = try scoring.quantity("overFulfilment")
    }
    if scoring.has("satisfactionZeroBelow") {
      rules.satisfactionZeroBelow = try scoring.quantity("satisfactionZeroBelow")
    }
    if scoring.has("grades") {
      let grades = try scoring.members("grades", names: ["excellent", "good", "medium"])
      for grade in [EvaluationGrade.excellent, .good, .medium] {
        rules.grades[grade] = try grades.points(grade.rawValue)
      }
    }
    return rules
  }
}
