import CensusReports

/// How a series looks, in drawings and in workbooks alike.
struct ChartStyle {
  let color: ChartColor
  let isDashed: Bool

  /// - Parameter turn: how many series of the same meaning come before it.
  init(_ role: PaperChart.Series.Role, turn: Int) {
    switch role {
    case .actual: color = [.actual, .second, .third][turn % 3]
    case .projection: color = .actual
    case .plan: color = .plan
    case .lowerBound, .upperBound: color = .second
    }
    isDashed = role != .actual && role != .plan
  }

  /// The line of a target or limit.
  static let mark = ChartDrawing.Stroke(color: .mark, width: 130, dashes: [500, 300])

  /// The line of a series.
  var stroke: ChartDrawing.Stroke {
    ChartDrawing.Stroke(color: color, width: 180, dashes: isDashed ? [300, 300] : [])
  }

  /// The looks of all series of a chart.
  static func all(_ chart: PaperChart) -> [ChartStyle] {
    var turns: [PaperChart.Series.Role: Int] = [:]
    return chart.series.map { series in
      defer { turns[series.role, default: 0] += 1 }
      return ChartStyle(series.role, turn: turns[series.role, default: 0])
    }
  }
}
