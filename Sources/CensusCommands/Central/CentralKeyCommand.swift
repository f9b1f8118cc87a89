import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus central key`.
struct CentralKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The public key to which devices seal bundles. 中心公钥。",
    discussion: """
      Give it to surveyors in a file: hazcensus central key > central.key. With `bundle export --seal
      central.key` only this central can read their bundles. The secret half never leaves the store.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "Output: table or json. 输出格式。")
  var format: OutputFormat = .table

  func run() async throws {
    let key = try await Operations.showBundleKey.call(
      CentralKeyQuery(), at: try place.access(global))
    if format == .json {
      Console.data(String(decoding: try OperationCoding.encode(key), as: UTF8.self))
    } else {
      Console.data(key.publicKey)
    }
  }
}
