import CensusAPI
import CensusBundles
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import Foundation

/// Export of all entries into a bundle, against packing the same lines and no more; and import of it at
/// a central, against handing the central the same batches without a bundle.
struct BundleBenchmark {
  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() async throws -> [Figure] {
    let file = try setting.workplace.fresh("entries.ndjson")
    try SampleEntries.write(setting.entries, to: file)
    let store = try DeviceFolder.create(try setting.workplace.fresh("device"))
    try DeviceFolder.fill(store, from: file, FormCatalogue.builtIn())
    var (exporting, packing) = (Times(), Times())
    var (importing, receiving) = (Times(), Times())
    for round in 0..<setting.rounds {
      let bundle = try setting.workplace.fresh("bundle.zip")
      let packed = try setting.workplace.fresh("packed.gz")
      let (first, token) = try await central("central-1", for: store)
      let (second, _) = try await central("central-2", for: store)
      try alternate(round) {
        try exporting.measure { try export(store, token, to: bundle) }
      } _: {
        try packing.measure { try pack(store, to: packed) }
      }
      try alternate(round) {
        try importing.measure { try take(bundle, at: first) }
      } _: {
        let identity = try second.identity(of: store.identity.device)
        try receiving.measure {
          try eachBatch(store) { batch in
            _ = try second.receive(batch: batch.key, body: batch.body, from: identity)
          }
        }
      }
    }
    return [
      figure("bundle export", exporting, "packing alone", packing),
      figure("bundle import", importing, "batches alone", receiving),
    ]
  }

  private func export(_ store: DeviceStore, _ token: String, to path: String) throws {
    let report = try BundleExport(store: store, token: token).write(.all, to: path)
    guard report.revisions == setting.entries else { throw BenchError("The bundle is not whole.") }
  }

  private func pack(_ store: DeviceStore, to path: String) throws {
    var packed: [UInt8] = []
    try eachBatch(store) { packed += Gzip.compress($0.body) }
    try Data(packed).write(to: URL(fileURLWithPath: path))
  }

  private func central(
    _ name: String, for store: DeviceStore
  ) async throws -> (hub: Hub, token: String) {
    let identity = store.identity
    let hub = try Hub.create(
      folder: try setting.workplace.fresh(name), district: identity.district, districtName: "开平区")
    let enrolment = DeviceEnrolment(
      device: identity.device, surveyor: identity.surveyor, region: identity.district)
    let access = LocalCentral(hub: hub, caller: .localAdministrator)
    return (hub, try await Operations.addDevice.call(enrolment, at: access).token)
  }

  private func take(_ path: String, at hub: Hub) throws {
    let outcome = try hub.take(bundle: path, by: .localAdministrator)
    guard outcome.answered == ["accepted": setting.entries] else {
      throw BenchError("The central answered \(outcome.answered).")
    }
  }

  private func eachBatch(_ store: DeviceStore, _ body: (OutgoingBatch) throws -> Void) throws {
    let bounds = BatchBounds(
      count: ProtocolLimits.maximumBatchCount, bytes: ProtocolLimits.targetBatchBytes)
    var next: Int64 = 1
    while let batch = try store.exportedBatch(from: next, through: .max, bounds) {
      try body(batch)
      next = batch.lastSequence + 1
    }
  }

  private func figure(
    _ name: String, _ ours: Times, _ rival: String, _ baseline: Times
  ) -> Figure {
    Figure(
      name: name, ours: Wording.rate(setting.entries, in: ours.median),
      baseline: rival + " " + Wording.rate(setting.entries, in: baseline.median),
      ratio: baseline.median / ours.median, target: "none", verdict: .informative)
  }
}
