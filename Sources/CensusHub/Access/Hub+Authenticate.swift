import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// Finds whom `token` stands for.
  ///
  /// Only the token's SHA-256 is stored and looked up, so that neither the file nor the time that a
  /// comparison takes tells anything of a token.
  /// - Throws: ``CensusError`` with code `permission` for an unknown or withdrawn token.
  public func authenticate(token: String) throws(CensusError) -> Caller {
    let hash = Data(ContentHash.sha256(of: token).bytes)
    let found = try fetch { db in try Hub.holder(db, hash) }
    guard let (caller, isRevoked) = found else { throw Hub.unknownToken }
    guard !isRevoked else { throw Hub.revokedToken }
    return caller
  }

  private static func holder(
    _ db: Database, _ hash: Data
  ) throws -> (caller: Caller, isRevoked: Bool)? {
    if let row = try Row.fetchOne(
      db, sql: "SELECT * FROM device WHERE tokenHash = ?", arguments: [hash])
    {
      return (try row.device().caller, row["revokedAt"] as Int64? != nil)
    }
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM account WHERE tokenHash = ?", arguments: [hash])
    else { return nil }
    let caller = Caller(
      name: row["name"], role: Role(rawValue: row["role"]) ?? .viewer,
      region: try row.region("region"))
    return (caller, row["revokedAt"] as Int64? != nil)
  }

  /// The enrolled device called `device`, for what comes without a token, such as a bundle.
  ///
  /// - Throws: ``CensusError``: `notFound` for an unknown device, `permission` for a withdrawn one.
  public func identity(of device: UniqueID) throws(CensusError) -> DeviceIdentity {
    try fetch { db in try Hub.enrolled(db, device).identity }
  }

  static func enrolled(
    _ db: Database, _ device: UniqueID
  ) throws -> (identity: DeviceIdentity, row: Row) {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM device WHERE id = ?", arguments: [device.data])
    else {
      throw CensusError(
        .notFound, zh: "设备 \(device) 未在本中心登记。",
        en: "The device \(device) is not enrolled at this central.",
        remedy: LocalizedText(
          zh: "请协调员用 hazcensus device add 登记。",
          en: "Have a coordinator enrol it: hazcensus device add."))
    }
    guard row["revokedAt"] as Int64? == nil else { throw revokedToken }
    return (try row.device(), row)
  }

  static let unknownToken = CensusError(
    .permission, zh: "令牌无效。", en: "The token is not known here.",
    remedy: LocalizedText(
      zh: "请向协调员索取新的令牌，并核对服务器地址。",
      en: "Ask the coordinator for a new token, and check the address."))

  static let revokedToken = CensusError(
    .permission, zh: "该令牌已被协调员撤销。", en: "The token was withdrawn by a coordinator.",
    remedy: LocalizedText(
      zh: "数据都在本机；请联系协调员重新登记设备。",
      en: "Everything is kept on the device; ask the coordinator to enrol it again."))
}
