import CensusDomain
import CensusSheets
import Testing

@Suite("Hostile workbooks")
struct HostileWorkbookTests {
  @Test(
    "Each is refused as invalid, with its path, what is wrong and what to do",
    arguments: [
      ("text.xlsx", "not a whole ZIP"), ("truncated.xlsx", "not a whole ZIP"),
      ("old.xls", "old .xls"), ("encrypted.xlsx", "is encrypted"),
      ("wrong-crc.xlsx", "damaged or cut short"), ("wrong-size.xlsx", "damaged or cut short"),
      ("bzip2.xlsx", "unknown method"), ("double-part.xlsx", "is there twice"),
      ("no-rels.xlsx", "_rels/.rels is missing"), ("no-main.xlsx", "book/main.xml is missing"),
      ("no-sheet.xlsx", "cells/odd%20name.xml is missing"),
      ("chart.xlsx", "not a sheet of cells"), ("bomb.xlsx", "a zip bomb"),
      ("long-cell.xlsx", "one cell is over 1048576 bytes"),
      ("shared-bomb.xlsx", "one row is over"),
      ("entity-bomb.xlsx", "document type"), ("entity-outside.xlsx", "document type"),
      ("doctype.xlsx", "document type"), ("entity-unknown.xlsx", "'nothing' not defined"),
      ("deep.xlsx", "nests too deep"), ("deep-foreign.xlsx", "nests too deep"),
      ("attributes.xlsx", "too many attributes"), ("long-tag.xlsx", "markup is too long"),
      ("twice.xlsx", "row 1 is there twice"), ("backwards.xlsx", "row 3 is there twice or out"),
      ("cell-twice.xlsx", "cell B1"), ("cell-elsewhere.xlsx", "cell B2"),
      ("cell-beyond.xlsx", "cell XFE1"), ("row-beyond.xlsx", "too many rows"),
      ("many-cells.xlsx", "too many cells"), ("string-beyond.xlsx", "cell A1 names"),
      ("string-minus.xlsx", "cell A1 names"), ("not-a-number.xlsx", "cell A1 holds"),
      ("not-utf8.xlsx", "not proper UTF-8"), ("broken-xml.xlsx", "XML is broken"),
      ("cut-xml.xlsx", "XML is broken"),
    ])
  func refuses(_ name: String, _ reason: String) throws {
    #expect {
      _ = try Workbooks.rows(name)
    } throws: { error in
      guard let error = error as? CensusError else { return false }
      let isExplained = error.remedy != nil && error.message.zh.contains(name)
      return error.code == .invalidData && isExplained && error.message.en.contains(name)
        && error.message.en.contains(reason)
    }
  }

  @Test("A fault in a sheet is told with the sheet and the row that it is near")
  func place() throws {
    #expect {
      _ = try Workbooks.rows("cell-elsewhere.xlsx")
    } throws: { error in
      (error as? CensusError)?.message.zh.contains("表“表”第 1 行附近") == true
    }
  }

  @Test("Each limit counts: sheet, strings, other parts, number of files, cell and row")
  func limits() throws {
    func refusal(_ name: String, _ change: (inout WorkbookLimits) -> Void) throws -> String? {
      var limits = WorkbookLimits()
      change(&limits)
      do {
        _ = try Workbooks.rows(name, limits: limits)
        return nil
      } catch let error as CensusError {
        return error.message.en
      }
    }
    #expect(
      try refusal("whole.xlsx") { $0.sheetBytes = 50_000 }?.contains("limit of 50000") == true)
    #expect(try refusal("phonetic.xlsx") { $0.sharedStringBytes = 100 }?.contains("of 100") == true)
    #expect(try refusal("phonetic.xlsx") { $0.otherPartBytes = 90 }?.contains("of 90") == true)
    #expect(try refusal("many-parts.xlsx") { $0.entries = 66 }?.contains("67 files") == true)
    #expect(try refusal("many-parts.xlsx") { $0.entries = 67 } == nil)
    #expect(try refusal("phonetic.xlsx") { $0.cellBytes = 6 }?.contains("over 6 bytes") == true)
    #expect(try refusal("phonetic.xlsx") { $0.rowBytes = 20 }?.contains("over 20 bytes") == true)
    #expect(
      try refusal("whole.xlsx") {
        $0.ratio = 2
        $0.freeBytes = 1000
      }?.contains("zip bomb") == true)
  }

  @Test("A file that is missing is told apart from one that is broken")
  func missing() {
    #expect {
      try WorkbookReader(path: "/nowhere/a.xlsx")
    } throws: { error in
      (error as? CensusError)?.code == .notFound
    }
  }
}
