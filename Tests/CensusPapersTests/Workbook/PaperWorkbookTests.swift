import CensusDomain
import CensusPapers
import CensusReports
import CensusSheets
import Testing

@Suite("Papers as workbooks")
struct PaperWorkbookTests {
  @Test(
    "Each cell stands at its address with its value, figures as numbers and words as text",
    arguments: [PaperSamples.completion, PaperSamples.cost, PaperSamples.target])
  func values(paper: Paper) throws {
    let cells = try Rendered.cells(paper)
    for section in paper.sections {
      for (place, cell) in section.grid.placed {
        let address = "\(section.title.zh)!\(CellName.of(column: place.column))\(place.row + 5)"
        #expect(PaperAddress(section: section.title.zh, place: place).description == address)
        let found = cells[address] ?? .empty
        let text = String(decoding: found.text, as: UTF8.self)
        switch cell.value {
        case .count(let count): #expect(found.kind == .number && Int(text) == count)
        case .money(let amount, let unit):
          let scale = unit == .yuan ? 100.0 : 1_000_000
          #expect(
            found.kind == .number
              && Double(text).map { ($0 * scale).rounded() } == Double(amount.value))
        case .rate(let numerator, let denominator, _):
          let ratio = Double(numerator) / Double(denominator)
          #expect(found.kind == .number && Double(text).map { abs($0 - ratio) < 1e-12 } == true)
        case .decimal(let decimal):
          #expect(found.kind == .number && abs((Double(text) ?? 0) - (Double(decimal) ?? 1)) < 1e-9)
        case .day(let day): #expect(found.kind == .date && text == day.description)
        case .empty: #expect(found.kind == .empty)
        case .text, .typed, .code, .none:
          #expect(found.kind == .text && text == cell.value.text(.zh), "\(address)")
        }
        #expect(found.isFormula == (cell.formula != nil), "\(address)")
      }
    }
  }

  @Test("Charts stand over a sheet of their values")
  func chartData() throws {
    let cells = try Rendered.cells(PaperSamples.target)
    func text(_ address: String) -> String? {
      cells["图表数据!\(address)"].map { String(decoding: $0.text, as: UTF8.self) }
    }
    #expect(text("A2") == "标签")
    #expect(text("B2") == "已完成")
    #expect(text("G2") == "应查对象数")
    #expect(text("A3") == "2021-09-01")
    #expect(text("B23") == "620")
    #expect(text("B24") == nil)
    #expect(text("G42") == "1100")
  }

  @Test(
    "A formula that does not give its cell's value is an error, not a workbook",
    arguments: [
      PaperCell(
        .count(5), formula: .sum([CellPlace(row: 1, column: 0), CellPlace(row: 2, column: 0)])),
      PaperCell(
        .count(1), formula: .difference(CellPlace(row: 1, column: 0), CellPlace(row: 2, column: 0))),
      PaperCell(
        .rate(numerator: 1, denominator: 3, places: 2),
        formula: .quotient(CellPlace(row: 1, column: 0), CellPlace(row: 2, column: 0))),
      PaperCell(
        .none(PaperSamples.text("没有", "None")),
        formula: .quotient(CellPlace(row: 1, column: 0), CellPlace(row: 2, column: 0))),
    ])
  func contradiction(cell: PaperCell) {
    #expect(throws: CensusError.self) { try Rendered.cells(PaperWorkbookTests.paper(cell)) }
  }

  @Test("Sums of more ranges than a function takes, and a reason in place of a number")
  func formulas() throws {
    let many = (0..<600).flatMap { _ in [CellPlace(row: 1, column: 0)] }
    let cells = try Rendered.cells(
      PaperWorkbookTests.paper(PaperCell(.count(1200), formula: .sum(many))))
    #expect(cells["t!A8"]?.isFormula == true)
    let none = PaperCell(
      .none(PaperSamples.text("没有“数”\"", "None")),
      formula: .difference(CellPlace(row: 1, column: 0), CellPlace(row: 0, column: 0)))
    let reason = try Rendered.cells(PaperWorkbookTests.paper(none))["t!A8"]
    #expect(reason?.isFormula == true && reason?.text == Array("没有“数”\"".utf8))
  }

  @Test("Sheets of one name get names of their own")
  func names() throws {
    let grid = PaperTable.facts([(PaperSamples.text("甲", "A"), .count(1), nil)])
    let sections = ["a", "b"].map {
      PaperSection(id: $0, title: PaperSamples.text("甲/乙", "A"), grid: grid)
    }
    let cells = try Rendered.cells(PaperSamples.paper(sections))
    #expect(cells["甲_乙!B6"]?.text == Array("1".utf8))
    #expect(cells["甲_乙 (2)!B6"]?.text == Array("1".utf8))
  }

  /// A column of a heading, 2, 0 and a cell.
  private static func paper(_ cell: PaperCell) -> Paper {
    PaperSamples.paper([
      PaperSection(
        id: "t", title: PaperSamples.text("t", "t"),
        grid: PaperGrid(
          columns: [.init(width: 20)], headingRows: 1,
          rows: [
            [.heading(PaperSamples.text("数", "Number"))], [PaperCell(.count(2))],
            [PaperCell(.count(2))], [cell],
          ]))
    ])
  }
}
