import CensusDomain
import CensusStore

/// A device's state of work for programs: every key is always there, and what to do next as well.
struct StatusDocument: Encodable {
  let status: DeviceStatus

  private enum CodingKeys: String, CodingKey { case lastSyncAt, central, advice }

  func encode(to encoder: any Encoder) throws {
    try status.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    // Synthesised coding leaves out what is nil.
    try container.encode(status.lastSyncAt, forKey: .lastSyncAt)
    try container.encode(status.central, forKey: .central)
    try container.encode(status.advice, forKey: .advice)
  }
}
