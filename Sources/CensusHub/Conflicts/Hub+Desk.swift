import CensusAPI
import CensusDomain

extension Hub {
  /// The device under which this central's own revisions are numbered.
  ///
  /// A new one each time the central is opened: a central that was restored from a backup would give
  /// numbers again that others hold for other revisions. Nobody has its token.
  func desk(_ records: any CentralTransaction, at now: Timestamp) throws -> EnrolledDevice {
    if let known = try records.devices.find(deskID) { return known }
    let identity = DeviceIdentity(id: deskID, surveyor: district.digits, region: district)
    try records.devices.addDesk(
      identity, tokenHash: ContentHash.sha256(of: tokens.next(for: .device)), at: now)
    return EnrolledDevice(identity: identity)
  }
}
