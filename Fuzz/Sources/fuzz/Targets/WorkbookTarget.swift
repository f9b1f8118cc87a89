import CensusDomain
import CensusSheets

/// Workbooks: the bytes of a ZIP as they are, or else the text of its parts.
///
/// Hardly any change to a packed file survives its checksums, so a text is packed here: each line
/// `=== NAME` begins a part.
enum WorkbookTarget {
  private static let file = ScratchFile(ending: "xlsx")
  private static let heading = Array("=== ".utf8)

  static func run(_ bytes: [UInt8]) {
    file.write(bytes.starts(with: Array("PK".utf8)) ? bytes : packed(bytes))
    do throws(CensusError) {
      let workbook = try WorkbookReader(path: file.path, limits: limits)
      _ = try workbook.templateKey()
      for name in workbook.sheetNames {
        try workbook.rows(ofSheet: name) { (_: SheetRow) throws(CensusError) in true }
      }
    } catch {
      precondition(!error.message.zh.isEmpty)
    }
  }

  /// Small enough that an input which reaches them is done in time.
  private static let limits: WorkbookLimits = {
    var limits = WorkbookLimits()
    limits.sheetBytes = 4 << 20
    limits.sharedStringBytes = 4 << 20
    limits.otherPartBytes = 4 << 20
    return limits
  }()

  private static func packed(_ text: [UInt8]) -> [UInt8] {
    var zip = StoredZip()
    var name: [UInt8]?
    var part: [UInt8] = []
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: heading) {
        if let name { zip.add(name, part) }
        name = Array(line.dropFirst(heading.count))
        part = []
      } else {
        part += line + [UInt8(ascii: "\n")]
      }
    }
    if let name { zip.add(name, part) }
    return zip.finished()
  }
}
