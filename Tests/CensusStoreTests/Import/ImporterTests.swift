import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Testing

@Suite("Importing files")
struct ImporterTests {
  private let folder: TemporaryFolder
  private let store: DeviceStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Samples.create(nil)
  }

  private func run(
    _ path: String, form: String? = nil, reasons: [String: String] = [:]
  ) throws -> (report: ImportReport, refused: [RefusedRow]) {
    var refused: [RefusedRow] = []
    let importer = EntryImporter(
      store: store, catalogue: Samples.catalogue(),
      events: EntryImporter.Events(progress: { _, _ in }, refusal: { refused.append($0) }))
    return (
      try importer.run(
        path: path,
        plan: ImportPlan(form: form.map { try Samples.form($0) }, reasons: reasons)), refused
    )
  }

  /// The sample's rows, the first of them the header.
  private func rows() throws -> [Substring] {
    try String(contentsOfFile: Samples.path("devices/a/entries-MET_RAIN.csv"), encoding: .utf8)
      .split(separator: "\n")
  }

  @Test(
    "A header without a required column is refused with the column's name, and nothing is saved")
  func missingColumn() throws {
    let rows = try rows()
    let header = rows[0].replacing("totalRain", with: "remark")
    let path = try folder.write(
      ([Substring(header)] + rows[1...3]).joined(separator: "\n"), to: "a.csv")
    let error = try #require(throws: CensusError.self) { try run(path, form: "MET_RAIN") }
    #expect(error.code == .invalidData)
    #expect(error.message.en.contains("totalRain"))
    #expect(error.message.zh.contains("totalRain"))
    #expect(try store.entries().isEmpty)
  }

  @Test("A column that the form does not have is refused by its name")
  func unknownColumn() throws {
    let rows = try rows()
    let path = try folder.write("colour,\(rows[0])\nred,\(rows[1])\n", to: "a.csv")
    let error = try #require(throws: CensusError.self) { try run(path, form: "MET_RAIN") }
    #expect(error.message.en.contains("colour"))
    #expect(try store.entries().isEmpty)
  }

  @Test("A column that is there twice, by name or by label, is refused by its name")
  func repeatedColumn() throws {
    let rows = try rows()
    let path = try folder.write("\(rows[0]),地址\n\(rows[1]),x\n", to: "a.csv")
    let label = try #require(try Samples.form().field("address")).label.zh
    let renamed = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(",地址\n", with: ",\(label)\n")
    let again = try folder.write(renamed, to: "b.csv")
    let error = try #require(throws: CensusError.self) { try run(again, form: "MET_RAIN") }
    #expect(error.message.en.contains("address"))
    #expect(try store.entries().isEmpty)
  }

  @Test("A row with more cells than columns is refused, and the others are saved")
  func surplusCells() throws {
    let rows = try rows()
    let path = try folder.write(
      "\(rows[0])\n\(rows[1]),x,y\n\(rows[2])\n", to: "a.csv")
    let (report, refused) = try run(path, form: "MET_RAIN")
    #expect(report.saved == 1)
    #expect(refused.map(\.row) == [2])
    #expect(refused.first?.findings.map(\.rule) == ["csv"])
  }

  @Test("Empty cells at the end of a row or of the header are padding")
  func padding() throws {
    let rows = try rows()
    let path = try folder.write("\(rows[0]),,\n\(rows[1]),,,\n,,\n\(rows[2])\n", to: "a.csv")
    let (report, refused) = try run(path, form: "MET_RAIN")
    #expect(report.saved == 2)
    #expect(refused.isEmpty)
  }

  @Test("A header that cannot be read ends the import, and no row is taken for one")
  func brokenHeader() throws {
    let rows = try rows()
    let path = try folder.write("\"\(rows[0])\"x\n\(rows[1])\n", to: "a.csv")
    let error = try #require(throws: CensusError.self) { try run(path, form: "MET_RAIN") }
    #expect(error.code == .invalidData)
    #expect(error.message.en.contains("header"))
    #expect(try store.entries().isEmpty)
  }

  @Test("A row in another encoding is refused and says how to convert the file")
  func otherEncoding() throws {
    let rows = try rows()
    let path = try folder.write("\(rows[0])\n\(rows[1])\n", to: "a.csv")
    var bytes = try Data(contentsOf: URL(filePath: path))
    for byte in rows[2].replacing("开平区", with: "~").utf8 {
      bytes.append(contentsOf: byte == UInt8(ascii: "~") ? [0xBF, 0xAA, 0xC6, 0xBD] : [byte])
    }
    try bytes.write(to: URL(filePath: path))
    let (report, refused) = try run(path, form: "MET_RAIN")
    #expect(report.saved == 1)
    #expect(refused.map(\.row) == [3])
    #expect(refused.first?.findings.first?.message.zh.contains("GB18030") == true)
  }

  @Test("Columns may go by their labels, in any order, after a byte order mark, with CRLF")
  func labels() throws {
    let form = try Samples.form()
    let rows = try rows()
    let names = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    for language in Language.allCases {
      let labels = try names.map { name in
        try #require(form.field(String(name))).label[language].replacing("\"", with: "\"\"")
      }
      let header = "\u{FEFF}" + labels.map { "\"\($0)\"" }.joined(separator: ",")
      let path = try folder.write(
        "\(header)\r\n\(rows[1])\r\n\(rows[2])\r\n", to: "\(language).csv")
      let (report, refused) = try run(path, form: "MET_RAIN")
      #expect(refused.isEmpty)
      #expect(report.saved + report.alreadyThere == 2)
    }
    #expect(try store.entries().count == 2)
  }

  @Test("A row that breaks the grammar is refused alone, with its number")
  func brokenRow() throws {
    let rows = try rows()
    let path = try folder.write("\(rows[0])\n\(rows[1])\n\"a\"b\n\(rows[2])\n\"open", to: "a.csv")
    let (report, refused) = try run(path, form: "MET_RAIN")
    #expect(report.saved == 2)
    #expect(refused.map(\.row) == [3, 5])
    #expect(refused.flatMap(\.findings).map(\.rule) == ["csv", "csv"])
  }

  @Test("A line that is no JSON, names no form or one that is not there is refused alone")
  func brokenLines() throws {
    let content = JSONValue.object(try Samples.rain("X-1")).encoded
    let good = #"{"form":"MET_RAIN","content":\#(content)}"#
    let text = [
      "{", good, "", #"{"form":"NONE","content":{}}"#, content, "[1]",
      #"{"form":"MET_RAIN","content":[]}"#, #"{"form":"MET_RAIN","form":"X"}"#,
    ].joined(separator: "\n")
    let (report, refused) = try run(try folder.write(text, to: "a.ndjson"))
    #expect(report.saved == 1)
    #expect(refused.map(\.row).sorted() == [1, 4, 5, 6, 7, 8])
    let rules = Dictionary(uniqueKeysWithValues: refused.map { ($0.row, $0.findings.map(\.rule)) })
    #expect(
      rules == [1: ["json"], 4: ["form"], 5: ["form"], 6: ["form"], 7: ["type"], 8: ["json"]])
  }

  @Test("Lines without a form are of the form that the caller names")
  func bareLines() throws {
    let content = JSONValue.object(try Samples.rain("X-1")).encoded
    let (report, _) = try run(try folder.write(content, to: "a.ndjson"), form: "MET_RAIN")
    #expect(report.saved == 1)
  }

  @Test("A warning needs a reason, which is kept with each revision that it answers")
  func reasons() throws {
    var warned = try Samples.rain("X-1")
    warned["grade"] = "2"
    let lines = [warned, try Samples.rain("X-2")].map { JSONValue.object($0).encoded }
    let path = try folder.write(lines.joined(separator: "\n"), to: "a.ndjson")
    #expect(
      try run(path, form: "MET_RAIN").refused.flatMap(\.findings).map(\.rule) == ["gradeFits"])
    let again = try run(path, form: "MET_RAIN", reasons: ["*": "县局核定"])
    #expect(again.report.saved == 1)
    #expect(again.report.alreadyThere == 1)
    let batch = try #require(
      try store.prepareBatch(after: 0, BatchBounds(count: 9, bytes: 1 << 20)))
    let body = String(decoding: batch.body, as: UTF8.self)
    #expect(body.split(separator: "\n").map { $0.contains("县局核定") } == [false, true])
  }

  @Test("A file that is not there, has no form or is empty is refused in words")
  func files() throws {
    let missing = try #require(throws: CensusError.self) { try run(folder.file("none.csv")) }
    #expect(missing.code == .notFound)
    let csv = try folder.write("a\n", to: "a.csv")
    let formless = try #require(throws: CensusError.self) { try run(csv) }
    #expect(formless.code == .usage)
    let empty = try folder.write("", to: "empty.csv")
    let headless = try #require(throws: CensusError.self) { try run(empty, form: "MET_RAIN") }
    #expect(headless.code == .invalidData)
    #expect(try run(folder.write("\n\n", to: "empty.ndjson")).report.read == 0)
  }

  @Test("Progress tells of whole chunks and of the bytes read")
  func progress() throws {
    let lines = try (0..<2300).map { JSONValue.object(try Samples.rain("X-\($0)")).encoded }
    let text = lines.joined(separator: "\n") + "\n"
    let path = try folder.write(text, to: "many.ndjson")
    var seen: [(saved: Int, bytes: Int)] = []
    let importer = EntryImporter(
      store: store, catalogue: Samples.catalogue(),
      events: EntryImporter.Events(
        progress: { seen.append((saved: $0.saved, bytes: $1)) }, refusal: { _ in }))
    #expect(try importer.run(path: path, plan: ImportPlan(form: Samples.form())).saved == 2300)
    #expect(seen.map(\.saved) == [1000, 2000, 2300])
    #expect(seen.map(\.bytes) == seen.map(\.bytes).sorted())
    #expect(seen.last?.bytes == text.utf8.count)
  }
}
