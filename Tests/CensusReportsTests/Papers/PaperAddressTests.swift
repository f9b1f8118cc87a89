import CensusReports
import Testing

@Suite("Addresses of a paper's cells")
struct PaperAddressTests {
  @Test(
    "An address is written as the workbook counts: letters, and rows below the heading",
    arguments: [(0, 0, "t!A5"), (2, 25, "t!Z7"), (9, 26, "t!AA14"), (0, 701, "t!ZZ5")])
  func written(row: Int, column: Int, text: String) throws {
    let address = PaperAddress(section: "t", place: CellPlace(row: row, column: column))
    #expect(address.description == text)
    #expect(PaperAddress(text) == address)
  }

  @Test(
    "What is no address of a table's cell is none",
    arguments: ["", "A5", "t!", "t!5", "t!A", "t!A4", "t!A0", "t!A+5", "t!AAA5", "t!A5!B", "!A5"])
  func refused(text: String) {
    #expect(PaperAddress(text) == nil)
  }
}
