import CensusAPI
import CensusDomain
import Foundation
import HTTPTypes
import Hummingbird

/// The fields of tus 1.0.0 (https://tus.io/protocols/resumable-upload).
enum TusField {
  static let version = "1.0.0"
  static let resumable = "Tus-Resumable"
  static let versions = "Tus-Version"
  static let offset = "Upload-Offset"
  static let length = "Upload-Length"
  static let expires = "Upload-Expires"
  static let metadata = "Upload-Metadata"
  static let checksum = "Upload-Checksum"
  static let partType = "application/offset+octet-stream"

  /// A moment as RFC 9110, section 5.6.7, writes it.
  static func date(_ moment: Timestamp) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(
      from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
  }
}

extension HTTPFields {
  /// Sets a field by its name.
  mutating func set(_ name: String, _ value: String) {
    if let name = HTTPField.Name(name) { self[name] = value }
  }
}

extension Request {
  /// The value of the field `name`; nil where it is not given.
  func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// Refuses another version of tus.
  func requireTus() throws {
    guard field(TusField.resumable) == TusField.version else {
      throw StatusError(
        412, .usage, zh: "须有 Tus-Resumable: \(TusField.version)。",
        en: "Tus-Resumable must be \(TusField.version).")
    }
  }

  /// A whole number from 0 in the field `name`.
  func number(inField name: String) throws -> Int64 {
    guard let value = field(name).flatMap({ Int64($0) }), value >= 0 else {
      throw StatusError(
        400, .usage, zh: "\(name) 须为不小于 0 的整数。", en: "\(name) must be a whole number from 0.")
    }
    return value
  }

  /// The hash that `Upload-Metadata` names under `sha256`.
  func declaredHash() throws -> ContentHash {
    for pair in (field(TusField.metadata) ?? "").split(separator: ",") {
      let parts = pair.split(separator: " ")
      guard parts.count == 2, parts[0] == "sha256", let text = Data(base64Encoded: String(parts[1]))
      else { continue }
      if let hash = ContentHash(String(decoding: text, as: UTF8.self)) { return hash }
    }
    throw StatusError(
      400, .usage, zh: "Upload-Metadata 须有 sha256：64 位小写十六进制的 base64。",
      en: "Upload-Metadata must name sha256: 64 lower-case hexadecimal digits in base64.")
  }

  /// The part's checksum; nil where none is stated.
  func partChecksum() throws -> UploadChecksum? {
    guard let stated = field(TusField.checksum) else { return nil }
    guard let checksum = UploadChecksum(stated) else {
      throw StatusError(
        400, .usage, zh: "Upload-Checksum 只支持 \(UploadChecksum.algorithms)。",
        en: "The Upload-Checksum is not one of \(UploadChecksum.algorithms).")
    }
    return checksum
  }
}
