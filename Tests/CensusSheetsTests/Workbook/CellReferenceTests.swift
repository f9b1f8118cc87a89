import Testing

@testable import CensusSheets

@Suite("References to cells")
struct CellReferenceTests {
  @Test("A reference is read with its column and row, and written back")
  func reads() {
    for (text, column, row) in [
      ("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576),
    ] {
      let reference = CellReference(text.utf8)
      #expect(reference == CellReference(column: column, row: row))
      #expect(reference?.description == text)
    }
    #expect(CellReference("$B$7".utf8) == CellReference(column: 2, row: 7))
  }

  @Test(
    "What names no cell of a sheet is refused",
    arguments: [
      "", "A", "1", "A0", "XFE1", "A1048577", "1A", "a1", "A1B", "A-1", "ZZZZZZZZZZZZZZ1",
    ])
  func refuses(_ text: String) {
    #expect(CellReference(text.utf8) == nil)
  }
}
