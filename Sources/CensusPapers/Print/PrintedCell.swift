import CensusReports

/// A cell of a printed table, measured.
struct PrintedCell {
  let rows: Range<Int>
  let x: Int
  let width: Int
  let text: String
  let style: PaperCell.Style
  let alignment: PaperAlignment
  let font: PrintFont
  /// The heights of its lines; none where it is empty.
  let lines: [Int]

  /// The height that it needs in one piece.
  var height: Int { lines.reduce(0, +) + 2 * PrintSize.cellEdge }

  /// How many lines from `first` on a height holds.
  func count(from first: Int, within height: Int) -> Int {
    var room = height - 2 * PrintSize.cellEdge
    return lines[first...].prefix { line in
      room -= line
      return room >= 0
    }.count
  }
}
