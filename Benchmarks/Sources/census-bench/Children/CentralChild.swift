import ArgumentParser
import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusServer
import Foundation
import Logging

/// A central in a process of its own; it serves until its standard input ends.
struct CentralChild: AsyncParsableCommand {
  struct Listening: Codable {
    let port: Int
    let token: String
  }

  static let configuration = CommandConfiguration(
    commandName: "child-central", shouldDisplay: false)

  @Argument var folder: String
  @Argument var device: String

  func run() async throws {
    guard let district = RegionCode(SampleEntries.district), let device = UniqueID(device) else {
      throw BenchError("The device is not an identifier.")
    }
    let hub = try Hub.create(folder: folder, district: district, districtName: "开平区")
    let enrolment = DeviceEnrolment(
      device: device, surveyor: SampleEntries.surveyor, region: district)
    let central = LocalCentral(hub: hub, caller: .localAdministrator)
    let token = try await Operations.addDevice.call(enrolment, at: central).token
    var logger = Logger(label: "bench")
    logger.logLevel = .error
    let server = CentralServer(hub: hub, port: 0, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.runUntilCancelled { port in
          try? Listening(port: port, token: token).say()
        }
      }
      group.addTask { await CentralChild.endOfInput() }
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  private static func endOfInput() async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        while !FileHandle.standardInput.availableData.isEmpty {}
        continuation.resume()
      }
    }
  }
}
