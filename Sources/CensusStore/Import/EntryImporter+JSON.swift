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
        try self.refuse(number, CSVMessages.describe(.tooLong))
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
    try take(RawRow(number: number, body: .line(bytes)))
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
          if self.isWanted(number) { try self.line(number, Array(bytes)) }
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
}
