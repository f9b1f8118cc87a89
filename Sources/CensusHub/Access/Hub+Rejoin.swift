import CensusAPI
import CensusDomain

extension Hub {
  /// More often than this a device's store is not restored or copied in good faith.
  static let maximumSuccessors = 16

  /// Enrols the new identity of a device whose store was restored or copied.
  ///
  /// It has the old one's surveyor and region. The old token stays valid: where the store was copied,
  /// the other copy goes on with it by right. Asked again with equal values, it answers the same.
  /// - Throws: ``CensusError``: `conflict` for an identifier or a token that is another's or where the
  ///   device rejoined too often, `invalidData` for a number over its limit.
  public func rejoin(
    _ request: RejoinRequest, from device: DeviceIdentity
  ) throws(CensusError) -> DeviceState {
    // A central has no sequence of its own; it goes on from what is confirmed.
    guard !device.isRelay else { throw Hub.takenIdentity(request.device) }
    guard Hub.isStatable(request.startsAfter) else {
      throw CensusError(
        .invalidData, zh: "起始序号 \(request.startsAfter) 超出限制。",
        en: "The first sequence's place, \(request.startsAfter), is over its limit.")
    }
    return try commit { records in
      let old = try Hub.enrolled(records, device.id)
      if let known = try records.devices.find(request.device) {
        let holder = try records.devices.find(tokenHash: request.tokenHash)
        guard known.rejoinedFrom == old.identity.id, holder?.identity.id == known.identity.id else {
          throw Hub.takenIdentity(request.device)
        }
      } else {
        try enrol(request, rejoinedFrom: old, records)
      }
      try records.devices.begin(request.device, after: request.startsAfter)
      return try state(of: try Hub.enrolled(records, request.device), records)
    }
  }

  private func enrol(
    _ request: RejoinRequest, rejoinedFrom old: EnrolledDevice, _ records: any CentralTransaction
  ) throws {
    guard try records.devices.find(tokenHash: request.tokenHash) == nil,
      try records.accounts.find(tokenHash: request.tokenHash) == nil
    else { throw Hub.takenIdentity(request.device) }
    guard try records.devices.successors(of: old.identity.id).count < Hub.maximumSuccessors else {
      throw CensusError(
        .conflict, zh: "设备 \(old.identity.id) 已重新加入 \(Hub.maximumSuccessors) 次，不再接受。",
        en: """
          The device \(old.identity.id) rejoined \(Hub.maximumSuccessors) times already; no further \
          time is taken.
          """,
        remedy: LocalizedText(
          zh: "请协调员查看 hazcensus central device list，必要时停用旧设备并登记新设备。",
          en: """
            Have a coordinator look at hazcensus central device list, withdraw the old device and \
            enrol a new one.
            """))
    }
    var identity = old.identity
    identity.id = request.device
    try records.devices.add(identity, tokenHash: request.tokenHash, at: clock.now())
    try records.devices.note(request.device, rejoinedFrom: old.identity.id)
    try log(
      records, by: old.identity.caller, "device.rejoined", request.device.description,
      "from \(old.identity.id)")
  }

  private static func takenIdentity(_ id: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "设备编号 \(id) 或其令牌已属于另一台设备，未作改动。",
      en: "The identifier \(id) or its token is another device's already; nothing was changed.",
      remedy: LocalizedText(
        zh: "请协调员查看 hazcensus central device list。",
        en: "Have a coordinator look at hazcensus central device list."))
  }
}
