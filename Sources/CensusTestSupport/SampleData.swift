import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation

/// The project's sample data, found beside the sources.
public enum SampleData {
  /// The folder.
  public static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/SampleData"

  /// The first `count` valid contents of fire sources, as JSON.
  ///
  /// - Throws: ``CensusError`` where the file or a line of it cannot be read.
  public static func fireSources(_ count: Int) throws -> [[UInt8]] {
    let text = try String(contentsOfFile: folder + "/devices/b/entries-b.ndjson", encoding: .utf8)
    let form = try FormCatalogue.builtIn().require("FOR_FIRESOURCE")
    guard let today = CivilDate("2026-01-01") else { return [] }
    let validator = FormValidator(form: form, today: today)
    var contents: [[UInt8]] = []
    for line in text.split(separator: "\n") where contents.count < count {
      let parser = JSONParser()
      let content = try parser.withDocument(Array(line.utf8)) { node -> [UInt8]? in
        guard node[member: "form"]?.string == form.code, let inner = node[member: "content"],
          validator.validate(inner).isEmpty
        else { return nil }
        return Array(inner.raw)
      }
      if let content { contents.append(content) }
    }
    return contents
  }
}
