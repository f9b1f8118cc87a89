import CensusAPI
import CensusDomain

extension Hub {
  /// Finds whom `token` stands for.
  ///
  /// Only the token's SHA-256 is stored and looked up, so that neither the file nor the time that a
  /// comparison takes tells anything of a token.
  /// - Throws: ``CensusError`` with code `permission` for an unknown or withdrawn token.
  public func authenticate(token: String) throws(CensusError) -> Caller {
    let hash = ContentHash.sha256(of: token)
    guard let callers else { return try caller(hash) }
    return try callers.caller(hash) { () throws(CensusError) in try caller(hash) }
  }

  private func caller(_ hash: ContentHash) throws(CensusError) -> Caller {
    let found = try fetch { records in try Hub.holder(records, hash) }
    guard let (caller, isRevoked) = found else { throw Hub.unknownToken }
    guard !isRevoked else { throw Hub.revokedToken }
    return caller
  }

  private static func holder(
    _ records: any CentralTransaction, _ hash: ContentHash
  ) throws -> (caller: Caller, isRevoked: Bool)? {
    if let device = try records.devices.find(tokenHash: hash) {
      return (device.identity.caller, device.isRevoked)
    }
    guard let account = try records.accounts.find(tokenHash: hash) else { return nil }
    let caller = Caller(name: account.name, role: account.role, region: account.region)
    return (caller, account.isRevoked)
  }

  /// The enrolled device called `device`, for what comes without a token, such as a bundle.
  ///
  /// - Throws: ``CensusError``: `notFound` for an unknown device, `permission` for a withdrawn one.
  public func identity(of device: UniqueID) throws(CensusError) -> DeviceIdentity {
    try fetch { records in try Hub.enrolled(records, device).identity }
  }

  static func enrolled(
    _ records: any CentralTransaction, _ id: UniqueID, evenRevoked: Bool = false
  ) throws -> EnrolledDevice {
    guard let device = try records.devices.find(id) else {
      throw CensusError(
        .notFound, zh: "设备 \(id) 未在本中心登记。",
        en: "The device \(id) is not enrolled at this central.",
        remedy: LocalizedText(
          zh: "请协调员用 hazcensus central device add 登记。",
          en: "Have a coordinator enrol it: hazcensus central device add."))
    }
    guard evenRevoked || !device.isRevoked else { throw revokedToken }
    return device
  }

  static let unknownToken = CensusError(
    .permission, zh: "令牌无效。", en: "The token is not known here.",
    remedy: LocalizedText(
      zh: "请向协调员索取新的令牌（用 --token-file 给出一次），并核对服务器地址。",
      en: """
        Ask the coordinator for a new token (give it once with --token-file), and check the address.
        """))

  static let revokedToken = CensusError(
    .permission, zh: "该令牌已被协调员撤销。", en: "The token was withdrawn by a coordinator.",
    remedy: LocalizedText(
      zh: "数据都在本机；请协调员再次登记本设备（hazcensus central device add），再用 --token-file 给出新令牌同步一次。",
      en: """
        Everything is kept on the device; have the coordinator enrol it again (hazcensus central \
        device add) and sync once with the new token, --token-file.
        """))
}
