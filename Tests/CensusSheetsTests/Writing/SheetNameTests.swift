import Testing

@testable import CensusSheets

@Suite("Names of sheets")
struct SheetNameTests {
  @Test("What programs do not take is replaced, and long names are cut to 31 UTF-16 units")
  func valid() {
    for (name, expected) in [
      ("承灾体", "承灾体"), ("a/b\\c[d]:*?", "a_b_c_d____"), ("'a'", "_a_"), ("a'b", "a'b"), ("", "_"),
      ("'", "_"),
      (String(repeating: "表", count: 40), String(repeating: "表", count: 30) + "…"),
      (String(repeating: "𠀀", count: 20), String(repeating: "𠀀", count: 15) + "…"),
      (String(repeating: "表", count: 31), String(repeating: "表", count: 31)),
    ] {
      #expect(SheetName.valid(name) == expected)
    }
    #expect(SheetName.quoted("It's") == "'It''s'")
  }
}
