import Testing

@testable import CensusSheets

@Suite("References to sheets")
struct SheetReferenceTests {
  @Test("Sheet and first cell are read, quoted or not")
  func reads() {
    let quoted = SheetReference("'It''s 1'!$B$2:$L$2")
    #expect(quoted?.sheet == "It's 1")
    #expect(quoted?.cell == CellReference(column: 2, row: 2))
    #expect(SheetReference("说明!$B$3")?.sheet == "说明")
    #expect(SheetReference("'a!b'!A1")?.sheet == "a!b")
  }

  @Test(
    "What is no reference to a cell is none",
    arguments: ["#REF!", "'表'!#REF!", "A1", "!A1", "表!", "表!1:4", "1+1"])
  func refuses(_ text: String) {
    #expect(SheetReference(text) == nil)
  }
}
