import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import Testing

/// The repository's own forms and samples.
enum Project {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All forms.
  static let codes = builtIn.codes

  /// The forms of survey objects, which have the common fields.
  static let surveys = codes.filter { builtIn.subject(of: $0)?.hazard != nil }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// The day on which all samples are judged; the youngest of them is from November 2021.
  static func today() throws -> CivilDate { try #require(CivilDate("2021-12-01")) }

  private static let builtIn = FormCatalogue.builtIn()

  static func form(_ code: String) throws -> Form {
    try #require(try builtIn.newest(code))
  }

  static func validator(_ code: String) throws -> FormValidator {
    FormValidator(form: try form(code), today: try today())
  }

  /// The lines of a device's NDJSON as form and content.
  static func lines(_ path: String) throws -> [(form: String, content: JSONValue)] {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let value = try JSONValue.parse(String(line))
      let form = try #require(value[member: "form"]?.string)
      return (form, try #require(value[member: "content"]))
    }
  }

  /// A valid content of a form, surveyed by 李娜: of the sample data, or the form's own example.
  static func sample(_ code: String) throws -> JSONValue {
    let objects = [
      "FOR_FIRESOURCE": "130205-LC-0018", "GEO_COLLAPSE": "130205-GH-0005",
      "MET_RAIN": "130205-QX-0001", "SEIS_FAULT": "130205-DZ-0010",
      "WAT_RESERVOIR": "130205-SL-0005",
    ]
    guard let object = objects[code] else { return try #require(form(code).example) }
    let found = try lines("SampleData/devices/b/entries-b.ndjson").first {
      $0.content[member: "objectCode"]?.string == object
    }
    return try #require(found?.content)
  }
}

extension FormValidator {
  /// Judges a value by writing and parsing it, as an entry comes from a file.
  func findings(_ value: JSONValue) throws -> [Finding] {
    try JSONParser().withDocument(value.encodedBytes) { validate($0) }
  }
}
