import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import Testing

/// Valid contents made from the sample data, for any object and township.
struct SampleContents: Sendable {
  static let fireSource = "FOR_FIRESOURCE"
  static let collapse = "GEO_COLLAPSE"
  static let rain = "MET_RAIN"

  private let templates: [String: String]

  init(forms: FormCatalogue, today: CivilDate) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("SampleData/devices/b/entries-b.ndjson"),
      encoding: .utf8)
    var templates: [String: String] = [:]
    for line in text.split(separator: "\n") where templates.count < 3 {
      let parser = JSONParser()
      try parser.withDocument(Array(line.utf8)) { node in
        guard let code = node[member: "form"]?.string, let content = node[member: "content"],
          [Self.fireSource, Self.collapse, Self.rain].contains(code), templates[code] == nil,
          let form = try forms.newest(code),
          FormValidator(form: form, today: today).validate(content).isEmpty
        else { return }
        templates[code] = String(decoding: content.raw, as: UTF8.self)
      }
    }
    self.templates = templates
  }

  /// A valid content of `form`.
  func content(
    _ form: String = fireSource, object: String, town: String = "130205103", remark: String = "",
    station: String = "X9001"
  ) throws -> [UInt8] {
    let text = try #require(templates[form])
      .replacing(/"objectCode":"[^"]*"/, with: "\"objectCode\":\"\(object)\"")
      .replacing(/"townCode":"[^"]*"/, with: "\"townCode\":\"\(town)\"")
      .replacing(/"stationId":"[^"]*"/, with: "\"stationId\":\"\(station)\"")
      .replacing(/"remark":"[^"]*",?/, with: "")
    guard !remark.isEmpty else { return Array(text.utf8) }
    return Array((#"{"remark":"\#(remark)","# + text.dropFirst()).utf8)
  }
}
