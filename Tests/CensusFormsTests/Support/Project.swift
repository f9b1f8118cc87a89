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

  static let codes = [
    "FOR_FIRESOURCE", "GEO_COLLAPSE", "MET_RAIN", "SEA_SEAWALL", "SEIS_FAULT", "WAT_RESERVOIR",
  ]

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// The day on which all samples are judged; the youngest of them is from November 2021.
  static func today() throws -> CivilDate { try #require(CivilDate("2021-12-01")) }

  private static let builtIn = Result { try FormCatalogue.builtIn() }

  static func form(_ code: String) throws -> Form {
    try #require(try builtIn.get().newest(code))
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

  /// A valid content of a form, surveyed by 李娜.
  static func sample(_ code: String) throws -> JSONValue {
    guard code != "SEA_SEAWALL" else {
      return try JSONValue.parse(bytes("Tests/CensusFormsTests/Fixtures/SEA_SEAWALL.json"))
    }
    let objects = [
      "FOR_FIRESOURCE": "130205-LC-0018", "GEO_COLLAPSE": "130205-GH-0005",
      "MET_RAIN": "130205-QX-0001", "SEIS_FAULT": "130205-DZ-0010",
      "WAT_RESERVOIR": "130205-SL-0005",
    ]
    let found = try lines("SampleData/devices/b/entries-b.ndjson").first {
      $0.content[member: "objectCode"]?.string == objects[code]
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

extension JSONValue {
  /// A JSON Merge Patch (RFC 7396): members replace, `null` removes.
  func patched(_ patch: JSONValue) -> JSONValue {
    guard case .object(let changes) = patch else { return patch }
    var result = object ?? JSONObject()
    for (name, change) in changes {
      // A bare nil would be taken for the JSON value.
      let removed: JSONValue? = .none
      result[name] = change.isNull ? removed : (result[name] ?? .null).patched(change)
    }
    return .object(result)
  }
}
