import CensusAPI
import CensusDomain

extension Hub {
  func addAccount(
    _ request: AccountRequest, by caller: Caller
  ) throws(CensusError) -> IssuedToken {
    try caller.require(.coordinate)
    // Nobody hands out more than they hold; accounts of the city are made at the central itself.
    try caller.require(reaching: request.region)
    guard request.role == .coordinator || request.role == .viewer else {
      throw Hub.surveyorHasDevice
    }
    guard district.contains(request.region) || request.region.contains(district) else {
      throw outsideDistrict(request.region)
    }
    let name = try Hub.checkedName(request.name)
    let token = tokens.next(for: .account)
    try commit { records in
      guard try !records.accounts.contains(name) else {
        throw CensusError(
          .conflict, zh: "账号“\(name)”已经存在。", en: "There is an account “\(name)” already.",
          remedy: LocalizedText(zh: "请换一个名称。", en: "Choose another name."))
      }
      try records.accounts.add(
        StoredAccount(name: name, role: request.role, region: request.region),
        tokenHash: ContentHash.sha256(of: token), at: clock.now())
      try log(
        records, by: caller, "account.added", name, "\(request.role.rawValue) \(request.region)")
    }
    return IssuedToken(holder: name, token: token)
  }

  func listAccounts(by caller: Caller) throws(CensusError) -> AccountList {
    try caller.require(.coordinate)
    return try fetch { records in try Hub.accountList(records, caller) }
  }

  /// Withdraws an account's token; its name stays taken, since reviews and the audit trail bear it.
  ///
  /// Also the last coordinator's: whoever works on the central's own folder can add another one.
  func revokeAccount(
    _ reference: AccountReference, by caller: Caller
  ) throws(CensusError) -> AccountList {
    try caller.require(.coordinate)
    defer { callers?.forget() }
    return try commit { records in
      // An account of another region is not told apart from one that there is not.
      let known = try records.accounts.list(within: caller.region)
        .first { $0.name == reference.name }
      guard let known else {
        throw CensusError(
          .notFound, zh: "没有名为“\(reference.name)”的账号。",
          en: "There is no account “\(reference.name)”.",
          remedy: LocalizedText(
            zh: "用 hazcensus central account list 查看。",
            en: "See hazcensus central account list."))
      }
      guard !known.isRevoked else {
        throw CensusError(
          .conflict, zh: "账号“\(known.name)”早已停用，未作改动。",
          en: "The account “\(known.name)” was withdrawn before; nothing was changed.")
      }
      try records.accounts.revoke(known.name, at: clock.now())
      try log(records, by: caller, "account.revoked", known.name)
      return try Hub.accountList(records, caller)
    }
  }

  private static func accountList(
    _ records: any CentralTransaction, _ caller: Caller
  ) throws -> AccountList {
    AccountList(
      accounts: try records.accounts.list(within: caller.region).map {
        AccountList.Item(
          name: $0.name, role: $0.role, region: $0.region, isRevoked: $0.isRevoked)
      })
  }

  private static let surveyorHasDevice = CensusError(
    .invalidData, zh: "调查员没有账号，只有设备。", en: "A surveyor has a device, not an account.",
    remedy: LocalizedText(
      zh: "请登记设备：hazcensus central device add。",
      en: "Enrol the device: hazcensus central device add."))
}
