import CensusReports
import Testing

@testable import CensusCommands

@Suite("Laying out for a terminal")
struct LayoutTests {
  @Test(
    "A text takes the columns that the C library counts",
    arguments: [
      ("abc", 3), ("滑坡", 4), ("（中）", 6), ("°", 1), ("①", 1), ("Ⅲ", 1), ("e\u{301}", 1), ("", 0),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "No line is wider than asked, and nothing but blanks at the breaks is lost",
    arguments: [10, 11, 24, 80])
  func wraps(_ width: Int) {
    let text = "  错误 /lon [maximum] 经度：数值应不大于 120，现为 200.123456789012。GNSS (RTK) 定位"
    let lines = TextWrap.lines(text, width: width, hanging: 4)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.first?.hasPrefix("  错") == true)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("Words stay whole, and no line begins with a closing mark")
  func breaks() {
    #expect(
      TextWrap.lines("about twelve words", width: 12, hanging: 2) == ["about twelve", "  words"])
    #expect(TextWrap.lines("一二三四五，六", width: 10, hanging: 0) == ["一二三四", "五，六"])
    #expect(TextWrap.lines("一二三四（五）", width: 10, hanging: 0) == ["一二三四", "（五）"])
  }

  @Test("A text is cut between characters only")
  func cuts() {
    #expect(TextWrap.cut("粉质黏土层", to: 6) == "粉质…")
    #expect(TextWrap.cut("粉质", to: 4) == "粉质")
  }

  @Test("Short texts stand side by side, as many as fit")
  func columns() {
    let cells = ["1) 滑坡", "2) 泥石流", "3) a"]
    #expect(ColumnLayout.lines(cells, width: 80, indent: 2) == ["  1) 滑坡    2) 泥石流  3) a"])
    #expect(
      ColumnLayout.lines(cells, width: 24, indent: 2) == ["  1) 滑坡    2) 泥石流", "  3) a"])
    #expect(ColumnLayout.lines(cells, width: 12, indent: 2).count == 3)
  }
}
