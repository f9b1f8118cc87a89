import ArgumentParser

/// `hazcensus device`: this device itself.
struct OwnDeviceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: "This device's identity. 本机身份。",
    subcommands: [DeviceRejoin.self])
}
