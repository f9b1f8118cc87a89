import CensusDomain

/// A bar for each hazard against the target, in the shape that the chart template reads.
///
/// Lengths are whole hundredths computed from integers, so that every machine draws the same bytes.
struct CompletionChart {
  struct Bar {
    let name: String
    let value: String
    let style: String
    let width: String
    let top: Int
    let middle: Int
  }

  let caption: String
  let width = CompletionChart.left + CompletionChart.span + 102
  let height: Int
  let left = CompletionChart.left
  let labelX = CompletionChart.left - 8
  let valueX = CompletionChart.left + CompletionChart.span + 100
  let right = CompletionChart.left + CompletionChart.span
  let axisTop = CompletionChart.top - 4
  let axisBottom: Int
  let targetX: String
  let targetLabel: String
  let zeroLabel = "0"
  let fullLabel = "100%"
  let scaleY: Int
  let bars: [Bar]

  private static let left = 170
  private static let span = 420
  private static let top = 22
  private static let pitch = 20

  /// Draws the hazards of `report`.
  init(_ report: CompletionReport, language: Language) {
    let target = report.targetRate
    caption =
      language == .zh ? "各灾种完成率与目标" : "Completion rate of each hazard against the target"
    axisBottom = CompletionChart.top + report.hazards.count * CompletionChart.pitch
    scaleY = axisBottom + 14
    height = axisBottom + 20
    targetX = CompletionChart.position(CompletionChart.hundredths(target))
    targetLabel = (language == .zh ? "目标 " : "Target ") + target.shortPercent
    bars = report.hazards.enumerated().map { index, row in
      let length = row.rate.ratio.map(CompletionChart.hundredths) ?? 0
      let top = CompletionChart.top + index * CompletionChart.pitch
      return Bar(
        name: row.hazard.name[language],
        value: row.rate.percent ?? row.verdict.name[language],
        style: row.verdict == .met ? "met" : "unmet", width: CompletionChart.decimal(length),
        top: top + 3, middle: top + 14)
    }
  }

  /// The length of `ratio` in hundredths of a unit; rates above one end at the frame.
  private static func hundredths(_ ratio: Ratio) -> Int {
    let full = Int128(span * 100)
    let length = full * Int128(ratio.numerator) / Int128(ratio.denominator)
    return Int(min(max(length, 0), full))
  }

  private static func position(_ hundredths: Int) -> String {
    decimal(left * 100 + hundredths)
  }

  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
