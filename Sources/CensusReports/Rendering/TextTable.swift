import CensusDomain

/// A table of texts in aligned columns, without boxes.
public struct TextTable: Sendable, Hashable {
  /// Where a column's texts stand.
  public enum Alignment: Sendable {
    /// At the left, for words.
    case leading
    /// At the right, for numbers.
    case trailing
  }

  /// A column's heading and alignment.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var heading: LocalizedText
    /// Where the heading and the texts stand.
    public var alignment: Alignment

    /// Makes a column.
    public init(_ heading: LocalizedText, alignment: Alignment = .leading) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// What the table shows; printed above it.
  public var title: LocalizedText?
  /// The columns.
  public var columns: [Column]
  /// The rows; a row that is too short is filled with empty texts, a surplus is left out.
  public var rows: [[String]]
  /// The row of totals, if there is one.
  public var footer: [String]?

  /// Makes a table.
  public init(
    title: LocalizedText? = nil, columns: [Column], rows: [[String]], footer: [String]? = nil
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  /// The table as lines, each ended by a line feed, without spaces at line ends.
  public func render(language: Language) -> String {
    let headings = columns.map { $0.heading[language] }
    let body = rows.map(fitted)
    let foot = footer.map(fitted)
    let lines = [headings] + body + (foot.map { [$0] } ?? [])
    let widths = columns.indices.map { column in
      lines.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"

    var text = title.map { $0[language] + "\n" } ?? ""
    text += line(headings, widths) + rule
    for row in body { text += line(row, widths) }
    if let foot { text += rule + line(foot, widths) }
    return text
  }

  private func fitted(_ row: [String]) -> [String] {
    columns.indices.map { $0 < row.count ? DisplayWidth.printable(row[$0]) : "" }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    var pending = 0
    for (column, cell) in cells.enumerated() {
      let padding = widths[column] - DisplayWidth.of(cell)
      let isLeading = columns[column].alignment == .leading
      if !isLeading { pending += padding }
      // Spaces are written only once something follows them, so that no line ends in spaces.
      if !cell.isEmpty {
        text += String(repeating: " ", count: pending) + cell
        pending = 0
      }
      if isLeading { pending += padding }
      pending += 2
    }
    return text + "\n"
  }
}
