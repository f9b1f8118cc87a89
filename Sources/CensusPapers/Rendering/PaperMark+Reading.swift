import CensusDomain
import CensusReports
import CensusSheets
import Foundation

extension PaperMark {
  /// Finds the mark in a file that may be a rendered paper; nil where there is none.
  ///
  /// The file may come from anywhere: what it says is a claim, which rendering again proves.
  public static func read(_ bytes: [UInt8]) -> PaperMark? {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let found: PaperMark? =
      if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
        workbook(bytes)
      } else if bytes.starts(with: "%PDF-".utf8) {
        // Cairo escapes parentheses, so no title can hold this.
        text(in: bytes, after: "/Keywords (", before: ")").flatMap(PaperMark.init(text:))
      } else if bytes.starts(with: "<!DOCTYPE html>".utf8) {
        // Data never hold a bare “<”.
        text(in: bytes, after: "<meta name=\"\(name)\" content=\"", before: "\"")
          .flatMap(PaperMark.init(text:))
      } else if bytes.first == UInt8(ascii: "{") {
        json(bytes)
      } else {
        lastLine(bytes[start...]).flatMap(PaperMark.init(text:))
      }
    return found
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func workbook(_ bytes: [UInt8]) -> PaperMark? {
    do throws(CensusError) {
      let folder = try TemporaryFolder()
      let path = try folder.file("paper.xlsx", holding: bytes)
      return try WorkbookReader(path: path).customProperties()[name].flatMap(PaperMark.init(text:))
    } catch {
      return nil
    }
  }

  private static func json(_ bytes: [UInt8]) -> PaperMark? {
    guard let paper = try? JSONDecoder().decode(Paper.self, from: Data(bytes)) else { return nil }
    return PaperMark(number: paper.number, language: .zh, format: .json)
  }

  private static func text(in bytes: [UInt8], after: String, before: String) -> String? {
    guard let start = bytes.firstRange(of: Array(after.utf8)) else { return nil }
    let rest = bytes[start.upperBound...]
    guard let end = rest.firstRange(of: Array(before.utf8)) else { return nil }
    return String(decoding: rest[..<end.lowerBound], as: UTF8.self)
  }

  private static func lastLine(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.suffix(2).elementsEqual("\r\n".utf8) else { return nil }
    let lines = bytes.dropLast(2)
    let start = lines.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? lines.startIndex
    return String(decoding: lines[start...], as: UTF8.self)
  }
}
