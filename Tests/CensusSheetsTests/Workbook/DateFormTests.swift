import Testing

@testable import CensusSheets

@Suite("Number formats")
struct DateFormTests {
  @Test("Codes of dates and times are told from those of numbers and text")
  func codes() {
    let expected: [(String, DateForm?)] = [
      ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("m月d日", .date), ("mmm", .date),
      ("[$-804]yyyy\"年\"m\"月\";@", .date), ("[DBNum1][$-804]yyyy\"年\"", .date), ("e/m/d", .date),
      ("yyyy/m/d h:mm;@", .dateTime), ("h:mm AM/PM", .time), ("mm:ss.0", .time),
      ("上午/下午h\"时\"mm\"分\"", .time), ("yyyy\\-mm", .date),
      ("General", nil), ("0.00E+00", nil), ("@", nil), ("#,##0.00_);[Red](#,##0.00)", nil),
      ("0\"days\"", nil), ("[h]:mm", nil), ("[mm]:ss", nil), ("0_d", nil), ("General\"日\"", nil),
      ("#,##0;yyyy", nil), ("\"unclosed", nil), ("[unclosed", nil), ("", nil),
    ]
    for (code, form) in expected {
      #expect(DateForm(code: code) == form, "\(code)")
    }
  }

  @Test("Built-in formats are those of the standard, with the Chinese ones")
  func builtIn() {
    #expect(DateForm(builtIn: 14) == .date)
    #expect(DateForm(builtIn: 22) == .dateTime)
    #expect(DateForm(builtIn: 20) == .time)
    #expect(DateForm(builtIn: 31) == .date)
    #expect(DateForm(builtIn: 57) == .date)
    for number in [0, 1, 11, 37, 46, 49, 164] { #expect(DateForm(builtIn: number) == nil) }
  }
}
