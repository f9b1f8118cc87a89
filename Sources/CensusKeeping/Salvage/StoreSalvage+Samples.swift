import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import GRDB

extension StoreSalvage {
  /// Takes quality samples and checks: of each draw that is proved, what it had drawn and nothing else.
  mutating func takeSamples(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT * FROM sampleDraw") {
      guard let hash = ContentHash(bytes: row["frameHash"] as Data) else { continue }
      samples[row["number"]] = SampleProof(
        frame: row["frame"], hash: hash, seed: row["seed"], shareHundredths: row["shareHundredths"])
    }
    try take(db, ["sampledObject", "sampleCheck"])
  }

  /// Whether a row of the quality tables can be read and agrees with its draw.
  func isProvedSample(_ row: TableRow, _ table: StoreModel.Table) -> Bool {
    func text(_ name: String) -> String {
      guard case .text(let bytes) = value(name, row, table) else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
    func integer(_ name: String) -> Int64 {
      if case .integer(let number) = value(name, row, table) { number } else { 0 }
    }
    switch table.name {
    case "sampleDraw":
      guard case .blob(let bytes) = value("frameHash", row, table),
        let hash = ContentHash(bytes: bytes)
      else { return false }
      let proof = SampleProof(
        frame: text("frame"), hash: hash, seed: text("seed"),
        shareHundredths: Int(integer("shareHundredths")))
      return proof != nil && RegionCode(text("region")) != nil && CivilDate(text("day")) != nil
    case "sampledObject":
      return samples[integer("draw")]?.contains(
        object: text("objectCode"), form: text("form"), town: text("townCode")) ?? false
    default:
      let faults = try? OperationCoding.decode(
        [IndicatorFault].self, from: Array(text("faults").utf8))
      let attachments = try? OperationCoding.decode(
        [ContentHash].self, from: Array(text("attachments").utf8))
      return faults?.count == Int(integer("wrong")) && attachments != nil
        && CivilDate(text("day")) != nil
    }
  }
}
