import CensusReports

/// Sets short texts side by side, as many to a line as fit.
enum ColumnLayout {
  private static let gap = 2

  /// The texts in order, line by line, in columns of one width.
  ///
  /// - Parameters:
  ///   - cells: the texts; one that is wider than a line is wrapped.
  ///   - width: the columns of the terminal.
  ///   - indent: how many blanks each line begins with.
  static func lines(_ cells: [String], width: Int, indent: Int) -> [String] {
    let widest = cells.map { DisplayWidth.of($0) }.max() ?? 0
    let margin = String(repeating: " ", count: indent)
    let count = max(1, (width - indent + gap) / (widest + gap))
    return stride(from: 0, to: cells.count, by: count).flatMap { start -> [String] in
      let row = cells[start..<min(start + count, cells.count)]
      guard count > 1 else {
        return row.flatMap { TextWrap.lines(margin + $0, width: width, hanging: indent + gap) }
      }
      let padded = row.dropLast().map { cell in
        cell + String(repeating: " ", count: widest - DisplayWidth.of(cell) + gap)
      }
      return [margin + padded.joined() + (row.last ?? "")]
    }
  }
}
