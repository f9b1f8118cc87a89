import CensusDomain
import CensusReports
import Testing

@Suite("Tables of papers")
struct PaperGridTests {
  private func grid(_ rows: [[PaperCell]], columns: Int) -> PaperGrid {
    PaperGrid(
      columns: Array(repeating: .init(width: 8), count: columns), headingRows: 1, rows: rows)
  }

  @Test("A cell stands right of and below those that cover its place")
  func spans() {
    let wide = PaperCell(.code("a"), columnSpan: 2)
    let tall = PaperCell(.code("b"), rowSpan: 2)
    let grid = grid([[wide, tall], [PaperCell(.code("c")), PaperCell(.code("d"))]], columns: 3)
    #expect(grid.isWhole)
    #expect(
      grid.placed.map { "\($0.place.row)\($0.place.column)" } == ["00", "02", "10", "11"])
    #expect(grid.cell(at: CellPlace(row: 1, column: 1))?.value == .code("d"))
  }

  @Test(
    "A row with too few or too many cells, or a span beyond the last row, leaves no whole table")
  func broken() {
    let one = PaperCell(.count(1))
    #expect(grid([[one, one], [one, one]], columns: 2).isWhole)
    #expect(!grid([[one, one], [one]], columns: 2).isWhole)
    #expect(!grid([[one, one], [one, one, one]], columns: 2).isWhole)
    #expect(!grid([[one, PaperCell(.count(1), rowSpan: 2)]], columns: 2).isWhole)
  }

  @Test("Money in units of ten thousand yuan is exact, and codes keep their zeros")
  func texts() {
    #expect(PaperValue.money(Fen(22_940_000), .tenThousandYuan).text(.zh) == "22.94")
    #expect(PaperValue.money(Fen(30_000_000), .tenThousandYuan).text(.zh) == "30")
    #expect(PaperValue.money(Fen(-1), .tenThousandYuan).text(.zh) == "-0.000001")
    #expect(PaperValue.code("0012").text(.en) == "0012")
    #expect(
      PaperValue.rate(numerator: 59_999, denominator: 100_000, places: 3).text(.zh) == "59.999%")
  }
}
