import ArgumentParser

/// `hazcensus central`: the coordinator's central.
struct CentralCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "central", abstract: "Make and serve a central; devices and accounts. 中心。",
    subcommands: [
      CentralInit.self, CentralServe.self, DeviceCommand.self, AccountCommand.self,
      CentralFormCommand.self, AttachmentCommand.self, CentralSettings.self, CentralConflict.self,
      CentralRelay.self, CentralRecount.self, CentralKeyCommand.self,
    ])
}

/// `hazcensus central device`.
struct DeviceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: "Enrol, list and revoke devices. 设备。",
    subcommands: [DeviceAdd.self, DeviceListCommand.self, DeviceRevoke.self])
}

/// `hazcensus central account`.
struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Accounts of coordinators and viewers. 账号。",
    subcommands: [AccountAdd.self, AccountListCommand.self, AccountRevoke.self])
}
