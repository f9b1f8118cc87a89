import Foundation

/// One line of the result.
struct Figure: Codable {
  enum Verdict: String, Codable {
    case reached
    case short
    /// There is no target; the figure is for information.
    case informative = "-"
    case notMeasured = "NOT MEASURED"
  }

  /// What was measured.
  var name: String
  /// Our figure with its unit.
  var ours: String
  /// The baseline's figure with its name.
  var baseline: String
  /// The medians' ratio; above 1 means better than the baseline, for memory growth below 1 does.
  var ratio: Double?
  /// What is to be reached, in words.
  var target: String
  /// Whether it was.
  var verdict: Verdict

  static func notMeasured(
    _ name: String, ours: String, target: String, why: String
  ) -> Figure {
    Figure(
      name: name, ours: ours, baseline: why, ratio: nil, target: target, verdict: .notMeasured)
  }
}

/// Prints figures.
struct FigureTable {
  private let figures: [Figure]

  init(_ figures: [Figure]) { self.figures = figures }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(figures), as: UTF8.self)
    }
  }

  var text: String {
    let head = ["name", "ours", "baseline", "ratio", "target", "verdict"]
    let rows = figures.map { figure in
      [
        figure.name, figure.ours, figure.baseline,
        figure.ratio.map { String(format: "%.2f", $0) } ?? "", figure.target,
        figure.verdict.rawValue,
      ]
    }
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([head] + rows).map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n")
  }
}
