import CensusDomain
import CensusReports
import CensusSheets

/// A paper as comma-separated values: its head, each section's heading, table and remarks, the notes, the mark.
///
/// Covered places of spanning cells are empty, so that each row has a cell for each column. A heading stands
/// beside the address of its table's first cell. Amounts have no separators of thousands.
struct PaperCSV {
  private let paper: Paper
  private let frame: PaperFrame

  init(_ paper: Paper, _ frame: PaperFrame) {
    self.paper = paper
    self.frame = frame
  }

  /// - Throws: ``CensusError`` with code `invalidData` for a character that the encoding lacks.
  func bytes(_ encoding: CSVEncoding) throws(CensusError) -> [UInt8] {
    var rows = [[frame.subtitle]] + frame.office.map { [$0.label, $0.value] } + [[frame.number]]
    for section in paper.sections {
      let base = PaperAddress(section: section.id, place: CellPlace(row: 0, column: 0))
      rows += [[""], [PaperText.shown(section.title[frame.language]), base.description]]
      rows += table(section.grid)
      rows += section.remarks.map { [PaperText.shown($0[frame.language])] }
    }
    rows += [[""]] + frame.notes.map { [$0] } + [[frame.mark.text]]
    let writer = CSVWriter(byteOrderMark: encoding == .utf8)
    let text = writer.write(header: [frame.title], rows: rows)
    return try (encoding == .utf8 ? TextEncoding.utf8 : .gb18030).encode(text)
  }

  private func table(_ grid: PaperGrid) -> [[String]] {
    var rows = grid.rows.map { _ in Array(repeating: "", count: grid.columns.count) }
    for (place, cell) in grid.placed { rows[place.row][place.column] = text(cell) }
    return rows
  }

  /// Grouped amounts would be text to programs that read the file.
  private func text(_ cell: PaperCell) -> String {
    if case .money(let amount, .yuan) = cell.value { return amount.yuan }
    return PaperText.of(cell, frame.language)
  }
}
