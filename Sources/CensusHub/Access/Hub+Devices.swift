import CensusAPI
import CensusDomain
import Foundation

extension Hub {
  func addDevice(
    _ enrolment: DeviceEnrolment, by caller: Caller
  ) throws(CensusError) -> IssuedToken {
    try caller.require(.coordinate)
    try caller.require(reaching: enrolment.region)
    let surveyor = try Hub.checkedName(enrolment.surveyor)
    guard district.contains(enrolment.region) else { throw outsideDistrict(enrolment.region) }
    let token = tokens.next(for: .device)
    let device = DeviceIdentity(
      id: enrolment.device, surveyor: surveyor, region: enrolment.region,
      isRelay: enrolment.isRelay ?? false)
    try commit { records in
      let known = try records.devices.find(device.id)
      if let known {
        // What the device holds unsent must find its way, also after its token was lost.
        guard known.isRevoked else { throw Hub.enrolledBefore(device.id) }
        // Before anything is told of a device that may be another region's.
        try caller.require(reaching: known.identity.region)
        // It has pulled what its region had, and its entries bear its surveyor's name.
        guard known.identity == device else { throw Hub.otherHolder(known.identity) }
        try records.devices.renew(device.id, tokenHash: ContentHash.sha256(of: token))
      } else {
        try records.devices.add(
          device, tokenHash: ContentHash.sha256(of: token), at: clock.now())
      }
      try log(
        records, by: caller, known == nil ? "device.added" : "device.renewed",
        device.id.description, "\(surveyor) \(enrolment.region)")
    }
    return IssuedToken(holder: device.id.description, token: token)
  }

  private static func revokedBefore(_ id: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "设备 \(id) 的令牌早已撤销，未作改动。",
      en: "The token of the device \(id) was withdrawn before; nothing was changed.",
      remedy: LocalizedText(
        zh: "要让它重新使用：hazcensus central device add。",
        en: "To let it in again: hazcensus central device add."))
  }

  private static func otherHolder(_ identity: DeviceIdentity) -> CensusError {
    CensusError(
      .conflict,
      zh: "设备 \(identity.id) 原登记给 \(identity.surveyor)（\(identity.region)），只能照原样再次登记。",
      en: """
        The device \(identity.id) was enrolled for \(identity.surveyor) in \(identity.region) and is \
        enrolled again only so.
        """,
      remedy: LocalizedText(
        zh: "换人或换区域时，请在新文件夹中 hazcensus init 一台新设备。",
        en: "For another person or region, make a new device: hazcensus init in a new folder."))
  }

  private static func enrolledBefore(_ id: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "设备 \(id) 已经登记过。", en: "The device \(id) was enrolled before.",
      remedy: LocalizedText(
        zh: "令牌只显示一次；如已丢失，先撤销（hazcensus central device revoke \(id)），再登记一次，即得新令牌。",
        en: """
          A token is shown once; if it is lost, withdraw it (hazcensus central device revoke \(id)) \
          and enrol the device again, which gives a new one.
          """))
  }

  func revokeDevice(
    _ reference: DeviceReference, by caller: Caller
  ) throws(CensusError) -> DeviceList {
    try caller.require(.coordinate)
    defer { callers?.forget() }
    return try commit { records in
      if let known = try records.devices.find(reference.device) {
        try caller.require(reaching: known.identity.region)
        let isAlone = reference.withSuccessors != true
        if known.isRevoked, isAlone { throw Hub.revokedBefore(known.identity.id) }
        if !known.isRevoked { try revoke(known, by: caller, records) }
        if !isAlone { try revokeSuccessors(of: known, by: caller, records) }
      } else {
        _ = try Hub.enrolled(records, reference.device)
      }
      return try deviceList(records, caller)
    }
  }

  private func revoke(
    _ device: EnrolledDevice, by caller: Caller, _ records: any CentralTransaction
  ) throws {
    try records.devices.revoke(device.identity.id, at: clock.now())
    try log(records, by: caller, "device.revoked", device.identity.id.description)
  }

  /// Withdraws what rejoined with the token of `device`, and with those tokens in turn.
  private func revokeSuccessors(
    of device: EnrolledDevice, by caller: Caller, _ records: any CentralTransaction
  ) throws {
    for successor in try records.devices.successors(of: device.identity.id) {
      if !successor.isRevoked { try revoke(successor, by: caller, records) }
      try revokeSuccessors(of: successor, by: caller, records)
    }
  }

  func listDevices(by caller: Caller) throws(CensusError) -> DeviceList {
    try caller.require(.coordinate)
    return try fetch { records in try deviceList(records, caller) }
  }

  private func deviceList(
    _ records: any CentralTransaction, _ caller: Caller
  ) throws -> DeviceList {
    let now = clock.now()
    return DeviceList(
      devices: try records.devices.list(within: caller.region).map { device in
        let seen = [device.lastSeen, device.declared?.at].compactMap { $0 }.max()
        return DeviceList.Item(
          device: device.identity.id, surveyor: device.identity.surveyor,
          region: device.identity.region, lastSequence: device.lastSequence,
          lastSeen: seen?.iso8601 ?? "",
          daysSilent: seen.map { Int(max(0, now.milliseconds - $0.milliseconds) / 86_400_000) },
          programVersion: device.declared?.programVersion, clockSkew: device.declared?.clockSkew,
          unsent: device.declared?.unsent, isRevoked: device.isRevoked,
          rejoinedFrom: device.rejoinedFrom)
      })
  }

  func outsideDistrict(_ region: RegionCode) -> CensusError {
    CensusError(
      .invalidData, zh: "\(region) 不在本区 \(district) 之内。",
      en: "\(region) is not within this district, \(district).",
      remedy: LocalizedText(
        zh: "请填写本区、乡镇或村的代码。", en: "Give the code of this district or of a town or village in it."))
  }

  /// A holder's name without outer spaces; it goes into reports and the audit trail.
  static func checkedName(_ text: String) throws(CensusError) -> String {
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard !name.isEmpty, name.utf8.count <= 200, isPlain else {
      throw CensusError(
        .invalidData, zh: "姓名应为 1 至 200 字节，且不含控制字符。",
        en: "A name has 1 to 200 bytes and no control characters.",
        remedy: LocalizedText(zh: "请改正姓名。", en: "Correct the name."))
    }
    return name
  }
}
