import CensusAPI
import CensusDomain

extension Hub {
  func addAccount(
    _ request: AccountRequest, by caller: Caller
  ) throws(CensusError) -> IssuedToken {
    try caller.require(.coordinate)
    // Nobody hands out more than they hold; accounts of the city are made at the central itself.
    try caller.require(reaching: request.region)
    guard request.role != .surveyor else { throw Hub.surveyorHasDevice }
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

  private static let surveyorHasDevice = CensusError(
    .invalidData, zh: "调查员没有账号，只有设备。", en: "A surveyor has a device, not an account.",
    remedy: LocalizedText(
      zh: "请登记设备：hazcensus central device add。",
      en: "Enrol the device: hazcensus central device add."))
}
