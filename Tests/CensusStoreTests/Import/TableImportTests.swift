import CensusDomain
import CensusForms
import CensusJSON
import CensusSheets
import CensusStore
import Foundation
import Testing

@Suite("Importing tables that others keep")
struct TableImportTests {
  private let folder: TemporaryFolder
  private let store: DeviceStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Samples.create(nil)
  }

  private func run(
    _ path: String, _ plan: ImportPlan = ImportPlan(), rejects: RejectedRows? = nil,
    stopAfter: Int = .max
  ) throws -> (report: ImportReport, refused: [RefusedRow]) {
    var refused: [RefusedRow] = []
    var asked = 0
    var events = EntryImporter.Events(
      progress: { _, _ in },
      refusal: { row in
        refused.append(row)
        // A failure shows in the file that is read back.
        try? rejects?.add(row)
      })
    events.header = { names, _ in rejects?.begin(header: names) }
    events.isCancelled = {
      asked += 1
      return asked > stopAfter
    }
    let importer = EntryImporter(store: store, catalogue: Samples.catalogue(), events: events)
    let report = try importer.run(path: path, plan: plan)
    try rejects?.finish()
    return (report, refused)
  }

  private func header(_ form: Form) -> [String] { form.fields.map(\.name) }

  /// A row of cells with what a form's example says, under the object code `object`.
  private func row(_ form: Form, object: String, _ changes: [String: String] = [:]) throws
    -> [String]
  {
    let example = try #require(form.example)
    return form.fields.map { field in
      if let change = changes[field.name] { return change }
      if field.name == "objectCode" { return object }
      guard let value = example[member: field.name] else { return "" }
      if field.kind == .multiChoice {
        return (value.array ?? []).compactMap(\.string).joined(separator: ";")
      }
      return value.string ?? value.encoded
    }
  }

  private func csv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  @Test(
    "Each form's template, filled in as its example says, is read back as that entry",
    arguments: Samples.catalogue().codes)
  func templates(_ code: String) throws {
    let form = try Samples.form(code)
    let template = folder.file("template.xlsx")
    try FormTemplate.write(form, to: template)
    // Given the template's own columns and example row, moved into a workbook with one row of data.
    let workbook = try WorkbookReader(path: template)
    let key = try #require(try workbook.templateKey())
    #expect(key.form == code)
    var keys: [String] = []
    var example: [SheetValue] = []
    try workbook.rows(ofSheet: key.sheet) { row in
      if row.number == key.keyRow {
        keys = row.cells.map { String(decoding: $0.text, as: UTF8.self) }
      }
      if row.number == key.exampleRow { example = row.cells.map(SheetValue.init) }
      return true
    }
    #expect(keys == form.fields.map(\.name))
    let filled = folder.file("filled.xlsx")
    let writer = try TableWriter(path: filled, sheet: "数据", header: keys)
    try writer.add(row: example)
    try writer.finish()
    // When it is imported,
    let (report, refused) = try run(
      filled, ImportPlan(form: form, reasons: ["*": "test"]))
    #expect(refused.flatMap(\.findings) == [])
    #expect(report.saved == 1)
    // Then the entry is the example.
    let row = try #require(try store.entries().first)
    let content = try JSONValue.parse(try store.entry(row.entry).content)
    #expect(content == form.example)
  }

  @Test("An empty template has no rows, and its example is none")
  func emptyTemplate() throws {
    let template = folder.file("template.xlsx")
    try FormTemplate.write(try Samples.form("SEIS_BORE"), to: template)
    let (report, _) = try run(template)
    #expect(report.read == 0)
  }

  @Test("A workbook that is damaged at its end saves no row")
  func damagedWorkbook() throws {
    let form = try Samples.form("WAT_FLASH")
    let path = folder.file("whole.xlsx")
    let writer = try TableWriter(path: path, sheet: "数据", header: header(form))
    for number in 1...1500 {
      try writer.add(row: row(form, object: "X-\(number)").map { .text($0) })
    }
    try writer.finish()
    var bytes = try Data(contentsOf: URL(filePath: path))
    // The sheet's CRC in the ZIP's directory (PKWARE APPNOTE, section 4.3.12), of its largest part.
    let signature = Data([0x50, 0x4B, 0x01, 0x02])
    var largest: (size: UInt32, place: Int) = (0, 0)
    var place = bytes.startIndex
    while let found = bytes.range(of: signature, in: place..<bytes.endIndex) {
      let size = bytes[(found.lowerBound + 24)..<(found.lowerBound + 28)].reversed()
        .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      if size > largest.size { largest = (size, found.lowerBound) }
      place = found.upperBound
    }
    bytes[largest.place + 16] ^= 1
    let damaged = folder.file("damaged.xlsx")
    try bytes.write(to: URL(filePath: damaged))
    let plan = ImportPlan(form: form, reasons: ["*": "test"])
    let error = try #require(throws: CensusError.self) { try run(damaged, plan) }
    #expect(error.code == .invalidData)
    #expect(try store.entries().isEmpty)
    #expect(try run(path, plan).report.saved == 1500)
  }

  @Test("A file in GB 18030 is recognised, rare characters and all")
  func gb18030() throws {
    let form = try Samples.form("WAT_FLASH")
    let text = csv([
      header(form), try row(form, object: "X-1", ["address": "柳树酄镇浭阳街道"]),
    ])
    let plain = try folder.write(text, to: "plain.csv")
    let path = folder.file("gb.csv")
    let convert = Process()
    convert.executableURL = URL(filePath: "/usr/bin/env")
    convert.arguments = ["iconv", "-f", "UTF-8", "-t", "GB18030", "-o", path, plain]
    try convert.run()
    convert.waitUntilExit()
    try #require(convert.terminationStatus == 0)
    let (report, refused) = try run(path, ImportPlan(form: form, reasons: ["*": "test"]))
    #expect(refused.flatMap(\.findings) == [])
    #expect(report.saved == 1)
    let entry = try #require(try store.entries().first)
    let content = try JSONValue.parse(try store.entry(entry.entry).content)
    #expect(content[member: "address"]?.string == "柳树酄镇浭阳街道")
  }

  @Test(
    "Refused rows come back as a sheet with the reasons; mended, they are imported, and nothing twice",
    arguments: ["rejects.csv", "rejects.xlsx"])
  func rejects(_ name: String) throws {
    let form = try Samples.form("WAT_FLASH")
    let rows = [
      header(form), try row(form, object: "X-1"),
      try row(form, object: "X-2", ["households": "很多", "villageCode": "1.30E+11"]),
      try row(form, object: "X-3", ["people": "-5"]),
    ]
    let plan = ImportPlan(form: form, reasons: ["*": "test"])
    var keeping = plan
    keeping.keepsOriginals = true
    let path = folder.file(name)
    let (report, refused) = try run(
      try folder.write(csv(rows), to: "all.csv"), keeping, rejects: try RejectedRows(path: path))
    #expect(report.saved == 1 && report.refused == 2)
    #expect(
      Set(refused.flatMap(\.findings).map(\.rule)).isSuperset(of: ["cellNumber", "cellScientific"]))
    // As they stand they are refused again, for the same reasons.
    let (again, _) = try run(path, plan)
    #expect(again.saved == 0 && again.refused == 2)
    // Mended in the sheet, they are taken.
    let mended = [header(form), try row(form, object: "X-2"), try row(form, object: "X-3")]
    let (third, _) = try run(try folder.write(csv(mended), to: "mended.csv"), plan)
    #expect(third.saved == 2)
    let (whole, _) = try run(try folder.write(csv(rows), to: "all.csv"), plan)
    #expect(whole.saved == 0 && whole.alreadyThere == 1)
  }

  @Test("A stopped import keeps what it saved, and goes on at the row that it tells")
  func stopped() throws {
    let form = try Samples.form("WAT_FLASH")
    let rows = try [header(form)] + (1...30).map { try row(form, object: "X-\($0)") }
    let path = try folder.write(csv(rows), to: "all.csv")
    var plan = ImportPlan(form: form, reasons: ["*": "test"])
    let (first, _) = try run(path, plan, stopAfter: 12)
    #expect(first.saved == 12)
    #expect(first.nextRow == 14)
    #expect(try store.entries().count == 12)
    plan.firstRow = try #require(first.nextRow)
    let (second, _) = try run(path, plan)
    #expect(second.saved == 18 && second.alreadyThere == 0 && second.nextRow == nil)
  }

  @Test(
    "Features are entries: properties by name or label, a point's coordinates where none are given")
  func geoJSON() throws {
    let form = try Samples.form("WAT_FLASH")
    var example = try #require(form.example?.object)
    for name in ["lon", "lat", "geometry"] {
      let removed: JSONValue? = .none
      example[name] = removed
    }
    example["objectCode"] = "X-1"
    let feature: JSONValue = [
      "type": "Feature", "properties": .object(example),
      "geometry": ["type": "Point", "coordinates": [118.2614, 39.6712]],
    ]
    let collection: JSONValue = [
      "type": "FeatureCollection", "name": "features", "features": [feature, ["type": "Feature"]],
    ]
    let path = try folder.write(collection.encoded, to: "a.geojson")
    let (report, refused) = try run(path, ImportPlan(form: form, reasons: ["*": "test"]))
    #expect(report.saved == 1)
    #expect(refused.map(\.row) == [2])
    let cut = try folder.write(String(collection.encoded.dropLast(30)), to: "cut.geojson")
    let error = try #require(throws: CensusError.self) { try run(cut, ImportPlan(form: form)) }
    #expect(error.code == .invalidData)
    let none = try folder.write("[1,2]", to: "none.geojson")
    #expect(throws: CensusError.self) { try run(none, ImportPlan(form: form)) }
  }

  private func mapped(
    _ position: String, _ columns: [String], _ values: [String]
  ) throws -> JSONValue {
    let form = try Samples.form("WAT_FLASH")
    let own = Set(["lon", "lat", "geometry", "posSource"])
    let fields = form.fields.filter { !own.contains($0.name) }
    let cells = zip(form.fields, try row(form, object: "X-1")).filter { !own.contains($0.0.name) }
      .map(\.1)
    let names = fields.map { "\"\($0.name)\": \"\($0.name)\"" }.joined(separator: ", ")
    let mapping = try ColumnMapping(
      json: Array(#"{"fields": {\#(names)}, "position": \#(position)}"#.utf8))
    let path = try folder.write(
      csv([fields.map(\.name) + columns, cells + values]), to: "\(UUID().uuidString).csv")
    var plan = ImportPlan(form: form, mapping: mapping, reasons: ["*": "test"])
    plan.keepsOriginals = true
    let (_, refused) = try run(path, plan)
    #expect(refused.flatMap(\.findings) == [])
    let entry = try #require(try store.entries().first)
    return try JSONValue.parse(try store.entry(entry.entry).content)
  }

  @Test(
    "A mapping reads positions in whatever way they are written, and keeps what they were",
    arguments: [
      (#"{"columns": ["p"]}"#, ["p"], ["118.2614,39.6712"], nil),
      (
        #"{"columns": ["p"]}"#, ["p"], ["东经118°15′41.04″ 北纬39°40′16.32″"],
        "东经118°15′41.04″ 北纬39°40′16.32″"
      ),
      (
        #"{"columns": ["Y", "X"], "zone": 39}"#, ["Y", "X"], ["608215.33", "4392932.6"],
        "608215.33; 4392932.6; zone=39"
      ),
      (
        #"{"columns": ["a", "b"], "datum": "GCJ-02"}"#, ["a", "b"], ["118.26742", "39.67254"],
        "GCJ-02 118.26742; 39.67254"
      ),
    ] as [(String, [String], [String], String?)])
  func positions(
    _ position: String, _ columns: [String], _ values: [String], _ kept: String?
  ) throws {
    let content = try mapped(position, columns, values)
    let longitude = try #require(content[member: "lon"]?.double)
    let latitude = try #require(content[member: "lat"]?.double)
    #expect(abs(longitude - 118.2614) < 0.003 && abs(latitude - 39.6712) < 0.02)
    #expect(content[member: "posSource"]?.string == kept)
    let point = content[member: "geometry"]?[member: "coordinates"]?.array
    #expect(point?.first == content[member: "lon"] && point?.last == content[member: "lat"])
  }

  @Test(
    "A mapping with a mistake is refused with its place",
    arguments: [
      ("[]", ""), (#"{"fields": {}, "colour": 1}"#, "/colour"), ("{}", "/fields"),
      (#"{"fields": {"a": 1}}"#, "/fields/a"),
      (#"{"fields": {"a": {"column": "x", "value": "y"}}}"#, "/fields/a"),
      (#"{"fields": {"a": {"columm": "x"}}}"#, "/fields/a/columm"),
      (#"{"fields": {}, "dates": "Y-M-D"}"#, "/dates"),
      (#"{"fields": {}, "headerRow": 0}"#, "/headerRow"),
      (#"{"fields": {}, "position": {"columns": ["a"], "zone": 20}}"#, "/position/zone"),
      (#"{"fields": {"a": {"column": "x", "values": {"1": 2}}}}"#, "/fields/a/values/1"),
    ])
  func mistakes(_ text: String, _ place: String) throws {
    let error = try #require(throws: CensusError.self) { try ColumnMapping(json: Array(text.utf8)) }
    #expect(error.code == .invalidData)
    #expect(error.message.en.contains("\n\(place): "))
  }

  @Test("A mapping that names what form or file lacks is refused before any row is read")
  func unknownInMapping() throws {
    let form = try Samples.form("WAT_FLASH")
    let path = try folder.write(
      csv([header(form), try row(form, object: "X-1")]), to: "a.csv")
    let mapping = try ColumnMapping(
      json: Array(#"{"fields": {"objectCode": "nowhere", "colour": "address"}}"#.utf8))
    let error = try #require(throws: CensusError.self) {
      try run(path, ImportPlan(form: form, mapping: mapping))
    }
    #expect(error.message.en.contains("nowhere") && error.message.en.contains("colour"))
    #expect(try store.entries().isEmpty)
  }
}
