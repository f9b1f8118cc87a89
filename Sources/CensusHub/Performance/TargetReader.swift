import CensusDomain
import CensusReports

/// Reads an indicator's target: the cell as written beside its meaning.
enum TargetReader {
  private enum Comparison: String, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case exactly = "="
    case qualitative
  }

  static func read(_ row: StrictMembers) throws(CensusError) -> IndicatorTarget {
    let target = try row.members(
      "target", names: ["text", "operator", "value", "unit", "readAs", "deadline"])
    let text = try target.text("text")
    let written: Comparison = try target.word("operator")
    // A cell without a sign is judged as its description means it.
    let meant: Comparison = target.has("readAs") ? try target.word("readAs") : written
    return IndicatorTarget(
      text: text, rule: try rule(meant, target), unit: try target.optionalText("unit"),
      deadline: target.has("deadline") ? try target.day("deadline") : nil)
  }

  private static func rule(
    _ comparison: Comparison, _ target: StrictMembers
  ) throws(CensusError) -> IndicatorTarget.Rule {
    switch comparison {
    case .atLeast: return .atLeast(try target.quantity("value"))
    case .atMost: return .atMost(try target.quantity("value"))
    case .exactly: return .exactly(try target.quantity("value"))
    case .qualitative:
      guard !target.has("value") else {
        throw StrictMembers.fault(
          target.place("value"), "不适用于定性指标", "has no place in a qualitative target")
      }
      return .qualitative
    }
  }
}
