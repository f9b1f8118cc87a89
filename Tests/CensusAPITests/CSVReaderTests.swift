import CensusAPI
import Foundation
import Testing

@Suite("CSV by RFC 4180")
struct CSVReaderTests {
  private typealias Failure = CSVReader.Failure

  /// Records as texts; a refused one is the failure's name in angle brackets.
  private func read(_ pieces: [[UInt8]]) -> [[String]] {
    var reader = CSVReader()
    var records: [[String]] = []
    let take: (Int, Result<[[UInt8]], Failure>) -> Void = { _, record in
      switch record {
      case .success(let fields): records.append(fields.map { String(decoding: $0, as: UTF8.self) })
      case .failure(let failure): records.append(["<\(failure)>"])
      }
    }
    for piece in pieces { reader.feed(piece, take) }
    reader.finish(take)
    return records
  }

  static let table: [(String, [[String]])] = [
    ("", []), ("\n\n\r\n", []), ("a", [["a"]]), ("a\n", [["a"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), (",\n", [["", ""]]), ("a,,b", [["a", "", "b"]]),
    ("a,", [["a", ""]]), ("\"a\",\"b\"\n", [["a", "b"]]), ("\"\"\n", []),
    ("\"\",\"\"", [["", ""]]),
    ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]), ("\"a,b\",c", [["a,b", "c"]]),
    ("\"a\nb\"\nc", [["a\nb"], ["c"]]), ("\"a\r\nb\",c\r\nd", [["a\r\nb", "c"], ["d"]]),
    ("\"a\"\r\n\"b\"\r\n", [["a"], ["b"]]), (" a , b ", [[" a ", " b "]]),
    ("a\"b,c", [["a\"b", "c"]]), ("x\r", [["x"]]), ("a\rb\n", [["a\rb"]]),
    ("\u{FEFF}a,b", [["a", "b"]]), ("\u{FEFF}\"a\",b", [["a", "b"]]), ("\u{FEFF}\na", [["a"]]),
    ("a,\u{FEFF}b", [["a", "\u{FEFF}b"]]), ("a\n\u{FEFF}b", [["a"], ["\u{FEFF}b"]]),
    ("\u{FEFA}a,b", [["\u{FEFA}a", "b"]]), ("\u{FEFF}\u{FEFF}a", [["\u{FEFF}a"]]),
    ("对象,编码\n一,\"二\"\n", [["对象", "编码"], ["一", "二"]]),
    ("\"a", [["<unclosedQuote>"]]), ("x\n\"a,b\nc", [["x"], ["<unclosedQuote>"]]),
    ("\"a\"b,c\nd", [["<textAfterQuote>"], ["d"]]), ("\"a\" ,b\nd", [["<textAfterQuote>"], ["d"]]),
    ("\"a\"b\"\nc\nd\n", [["<textAfterQuote>"], ["c"], ["d"]]),
    ("\"a\"b,\"c\nd\"\ne", [["<textAfterQuote>"], ["e"]]),
    ("\"a\"\rb\nc", [["<textAfterQuote>"], ["c"]]),
  ]

  @Test("Records come as the RFC's grammar says", arguments: table)
  func grammar(_ text: String, _ records: [[String]]) {
    #expect(read([Array(text.utf8)]) == records)
  }

  @Test("It makes no difference where a file is cut into pieces", arguments: table)
  func pieces(_ text: String, _ records: [[String]]) {
    let bytes = Array(text.utf8)
    #expect(read(bytes.map { [$0] }) == records)
    for cut in 0...bytes.count {
      #expect(read([Array(bytes[..<cut]), Array(bytes[cut...])]) == records)
    }
  }

  @Test("A field keeps no more room than it needs, whatever came before it")
  func room() throws {
    var reader = CSVReader()
    var rooms: [Int] = []
    let long = String(repeating: "x", count: 100_000)
    reader.feed(Array("\(long),short\nshort\n".utf8)) { _, record in
      rooms += ((try? record.get()) ?? []).dropFirst(rooms.isEmpty ? 1 : 0).map(\.capacity)
    }
    #expect(rooms.count == 2)
    #expect(rooms.allSatisfy { $0 < 1000 })
  }

  @Test("Separators are found at every offset, and beside bytes that differ from them by one")
  func offsets() {
    for length in 0..<20 {
      let text =
        String(repeating: "-", count: length) + ",+\n" + String(repeating: "\u{B}", count: length)
      let after = length == 0 ? [] : [[String(repeating: "\u{B}", count: length)]]
      #expect(read([Array(text.utf8)]) == [[String(repeating: "-", count: length), "+"]] + after)
    }
  }

  @Test("Too long a record is refused alone")
  func tooLong() {
    let longest = String(repeating: "x", count: CSVReader.maximumRecordBytes - 1)
    #expect(read([Array("a\n\(longest)\nb".utf8)]) == [["a"], [longest], ["b"]])
    #expect(read([Array("a\n\(longest)xx\nb".utf8)]) == [["a"], ["<tooLong>"], ["b"]])
    #expect(read([Array("a\n\(longest),,,,\nb".utf8)]) == [["a"], ["<tooLong>"], ["b"]])
  }

  @Test("Rows are counted as a spreadsheet counts them, empty ones included")
  func rows() {
    var reader = CSVReader()
    var rows: [Int] = []
    let take: CSVReader.Emit = { row, _ in rows.append(row) }
    try? reader.feed(Array("a\n\n\"b\nb\"\nc\"x\n".utf8), take)
    try? reader.finish(take)
    #expect(rows == [1, 3, 4])
  }

  @Test("A record in another encoding is refused alone")
  func encoding() {
    // 开平 in GB18030.
    let foreign: [UInt8] = [0xBF, 0xAA, 0xC6, 0xBD]
    #expect(
      read([Array("a\nb,".utf8) + foreign + Array("\n开平\n".utf8)])
        == [["a"], ["<notUTF8>"], ["开平"]])
  }

  @Test("The sample file has the columns and rows that an independent count finds")
  func sample() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "SampleData/inventory.csv"))
    let records = read([Array(data)])
    #expect(records.count == 1255)
    #expect(Set(records.map(\.count)).count == 1)
    #expect(records.first?.contains("objectCode") == true)
  }
}
