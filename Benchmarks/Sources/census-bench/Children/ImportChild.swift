import ArgumentParser
import CensusForms
import Foundation

/// Imports one file in a process of its own and tells how much memory that took.
struct ImportChild: ParsableCommand {
  struct Answer: Codable {
    let peakKilobytes: Int
  }

  static let configuration = CommandConfiguration(
    commandName: "child-import", shouldDisplay: false)

  @Argument var folder: String
  @Argument var file: String

  func run() throws {
    let store = try DeviceFolder.create(folder)
    try DeviceFolder.fill(store, from: file, FormCatalogue.builtIn())
    try Answer(peakKilobytes: PeakMemory.kilobytes()).say()
  }
}

extension Encodable {
  /// Tells the parent process, on a line of its own.
  func say() throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(self) + Data("\n".utf8))
  }
}
