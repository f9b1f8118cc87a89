import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// NDJSON and GeoJSON.
extension EntryImporter {
  /// Reads one JSON value a line: an entry with its form, or a content alone.
  func readLines() throws(CensusError) {
    var lines = LineCutter(limit: ProtocolLimits.maximumLineBytes)
    var number = 0
    var goesOn = true
    let take: ([UInt8]?) throws -> Void = { bytes in
      number += 1
      guard goesOn, self.goesOn(at: number) else {
        goesOn = false
        return
      }
      guard self.isWanted(number) else { return }
      if let bytes {
        try self.line(number, bytes)
      } else {
        self.refuse(number, CSVMessages.describe(.tooLong))
      }
    }
    try pieces { piece in
      try lines.feed(Array(piece), take)
      return goesOn
    }
    guard goesOn else { return }
    do {
      try lines.finish(take)
    } catch {
      throw EntryImporter.asCensusError(error, reading: file)
    }
  }

  private func line(_ number: Int, _ bytes: [UInt8]) throws(CensusError) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let node: JSONNode
    do {
      node = try parser.parse(bytes)
    } catch {
      return refuse(
        number, Finding(pointer: "", rule: "json", level: .error, message: error.message))
    }
    if node[member: "type"]?.string == "Feature" { return try feature(number, node) }
    guard let content = node[member: "content"], let code = node[member: "form"]?.string else {
      guard let form = plan.form else { return refuse(number, CSVMessages.noForm) }
      return try judge(number, form, node, original: .json(form: form.code, content: bytes))
    }
    guard let named = try catalogue.newest(code) else {
      return refuse(number, CSVMessages.unknownForm(code))
    }
    try judge(
      number, named, content, original: .json(form: code, content: Array(content.raw)))
  }

  /// Reads a GeoJSON feature collection (RFC 7946): properties are fields, the geometry is the geometry.
  func readFeatures() throws(CensusError) {
    var cutter = FeatureCutter(limit: ProtocolLimits.maximumLineBytes)
    var number = 0
    var goesOn = true
    try pieces { piece in
      do {
        try cutter.feed(piece) { bytes in
          number += 1
          guard goesOn, self.goesOn(at: number) else {
            goesOn = false
            return
          }
          if self.isWanted(number) { try self.line(number, bytes) }
        }
      } catch let failure as FeatureCutter.Failure {
        throw self.describe(failure)
      }
      return goesOn
    }
    guard goesOn else { return }
    do {
      try cutter.finish()
    } catch {
      throw describe(error as? FeatureCutter.Failure ?? .cut)
    }
  }

  private func describe(_ failure: FeatureCutter.Failure) -> CensusError {
    switch failure {
    case .notACollection:
      CensusError(
        .invalidData, zh: "\(file) 不是 GeoJSON 要素集合（FeatureCollection）。",
        en: "\(file) is no GeoJSON feature collection.")
    case .tooLong(let number):
      CensusError(
        .invalidData, zh: "\(file) 的第 \(number) 个要素过长（上限 \(ProtocolLimits.maximumLineBytes) 字节）。",
        en:
          "Feature \(number) of \(file) is too long; \(ProtocolLimits.maximumLineBytes) bytes are allowed."
      )
    case .cut:
      CensusError(
        .invalidData, zh: "\(file) 不完整，在要素列表中间结束；此前的要素已导入。",
        en: "\(file) is cut within its list of features; those before were imported.")
    }
  }

  /// One feature: its properties by the fields' names or labels, and its geometry.
  private func feature(_ number: Int, _ node: JSONNode) throws(CensusError) {
    let code = node[member: "properties"]?[member: "form"]?.string
    guard let form = try plan.form ?? catalogue.newest(code ?? "") else {
      return refuse(number, CSVMessages.noForm)
    }
    guard let properties = node[member: "properties"], properties.kind == .object else {
      return refuse(
        number,
        Finding(
          pointer: "", rule: "geojson", level: .error,
          message: LocalizedText(zh: "要素没有属性（properties）。", en: "The feature has no properties.")))
    }
    let content = FeatureContent.content(
      of: properties, geometry: node[member: "geometry"], form: form)
    try judge(
      number, form, json: content, original: .json(form: form.code, content: content))
  }
}
