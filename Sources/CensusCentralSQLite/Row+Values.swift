import CensusDomain
import Foundation
import GRDB

extension UniqueID {
  /// The sixteen bytes as they are stored.
  var data: Data { Data(bytes) }
}

extension ContentHash {
  /// The bytes as they are stored.
  var data: Data { Data(bytes) }
}

extension Row {
  /// The identifier in `column`.
  func id(_ column: String) throws -> UniqueID {
    guard let id = UniqueID(bytes: self[column] as Data) else { throw Row.damaged(column) }
    return id
  }

  /// The hash in `column`.
  func hash(_ column: String) throws -> ContentHash {
    guard let hash = ContentHash(bytes: self[column] as Data) else { throw Row.damaged(column) }
    return hash
  }

  /// The region code in `column`.
  func region(_ column: String) throws -> RegionCode {
    guard let region = RegionCode(self[column] as String) else { throw Row.damaged(column) }
    return region
  }

  /// The day in `column`.
  func day(_ column: String) throws -> CivilDate {
    guard let day = CivilDate(self[column] as String) else { throw Row.damaged(column) }
    return day
  }

  /// The hazard in `column`.
  func hazard(_ column: String) throws -> Hazard {
    guard let hazard = Hazard(rawValue: self[column]) else { throw Row.damaged(column) }
    return hazard
  }

  static func damaged(_ column: String) -> CensusError {
    CensusError(
      .inputOutput, zh: "存储中“\(column)”列的值不合法，可能已损坏。",
      en: "A value of the column “\(column)” in the store is not valid; the store may be damaged.",
      remedy: LocalizedText(
        zh: "先复制整个文件夹，再运行 hazcensus doctor。",
        en: "Copy the whole folder first, then run hazcensus doctor."))
  }
}
