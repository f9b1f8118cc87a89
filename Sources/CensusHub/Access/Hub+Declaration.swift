import CensusAPI
import CensusDomain

extension Hub {
  /// Takes in what a device says of itself, and tells what the central holds of it.
  ///
  /// Nothing is decided by what is said here but where the numbering of a device begins that has sent
  /// nothing yet: numbers that it leaves out are its own and nobody misses them.
  /// - Throws: ``CensusError``: `invalidData` for a statement over its limits, `notFound` or
  ///   `permission` where the device may not sync.
  public func declare(
    _ declaration: DeviceDeclaration, from device: DeviceIdentity
  ) throws(CensusError) -> DeviceState {
    let now = clock.now()
    let version = declaration.programVersion
    let isPlain = version.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard (1...ProtocolLimits.maximumVersionBytes).contains(version.utf8.count), isPlain,
      declaration.unsent >= 0,
      Hub.isStatable(Int64(declaration.unsent)), Hub.isStatable(declaration.clock),
      Hub.isStatable(declaration.startsAfter ?? 0)
    else { throw Hub.notADeclaration }
    let stored = StoredDeclaration(
      programVersion: version, clockSkew: (declaration.clock - now.milliseconds) / 1000,
      unsent: declaration.unsent, at: now)
    return try commit { records in
      _ = try Hub.enrolled(records, device.id)
      try records.devices.note(stored, of: device.id)
      // The central may have been restored from a backup, or have enrolled the device by hand.
      if let start = declaration.startsAfter { try records.devices.begin(device.id, after: start) }
      return try state(of: try Hub.enrolled(records, device.id), records)
    }
  }

  static func isStatable(_ number: Int64) -> Bool {
    number >= 0 && number <= ProtocolLimits.maximumStatedNumber
  }

  private static let notADeclaration = CensusError(
    .invalidData, zh: "设备的申报超出限制：版本应为 1 至 \(ProtocolLimits.maximumVersionBytes) 字节，各数不小于 0。",
    en: """
      The device's declaration is over its limits: a version has 1 to \
      \(ProtocolLimits.maximumVersionBytes) bytes, and no number is below 0.
      """,
    remedy: LocalizedText(
      zh: "请确认设备上的程序和时钟正常。", en: "Check the program and the clock of the device."))
}
