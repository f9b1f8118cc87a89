import CensusDomain

/// The devices that have not synchronised for long; their work is not in any figure yet.
public struct StaleDevices: Sendable, Hashable {
  /// A silent device.
  public struct Row: Sendable, Hashable {
    /// The device.
    public let device: DeviceSync
    /// For how many days it has been silent.
    public let days: Int
  }

  /// The day on which silence is counted.
  public let asOf: CivilDate
  /// From how many days of silence on a device is listed.
  public let threshold: Int
  /// How many devices there are, silent or not.
  public let devices: Int
  /// The silent ones, the longest silence first.
  public let rows: [Row]

  /// Finds the devices with at least `threshold` days of silence on `asOf`.
  public init(_ devices: [DeviceSync], asOf: CivilDate, threshold: Int) {
    self.asOf = asOf
    self.threshold = threshold
    self.devices = devices.count
    rows = devices.map { Row(device: $0, days: $0.silence(on: asOf)) }
      .filter { $0.days >= threshold }
      .sorted { ($1.days, $0.device.device) < ($0.days, $1.device.device) }
  }
}
