import ArgumentParser
import CensusAPI
import CensusCurl
import CensusDomain
import CensusHub
import Foundation

/// Where a coordinator's command finds the central: in a folder here, or over the network.
struct CentralOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A running central's address. 正在运行的中心网址。", valueName: "url"))
  var central: String?

  @Option(
    help: ArgumentHelp(
      "File with the token; default HAZCENSUS_TOKEN. 令牌文件。", valueName: "file"))
  var tokenFile: String?

  /// Opens the way to the central.
  ///
  /// - Throws: ``CensusError`` where the folder or the token cannot be used.
  func access(_ options: GlobalOptions) throws(CensusError) -> AnyCentral {
    guard let central else {
      let hub = try Stores.central(try options.folder())
      return AnyCentral(LocalCentral(hub: hub, caller: .localAdministrator))
    }
    let token = try TokenSource.read(file: tokenFile, folder: nil)
    return AnyCentral(
      RemoteCentral(transport: try CentralLink.transport(to: central, token: token)))
  }
}

/// Either way to a central.
struct AnyCentral: CentralAccess {
  private let base: any CentralAccess

  init(_ base: any CentralAccess) { self.base = base }

  func perform(_ name: String, _ input: [UInt8]) async throws(CensusError) -> [UInt8] {
    try await base.perform(name, input)
  }
}
