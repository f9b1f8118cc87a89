import ArgumentParser
import CensusAPI
import CensusDomain
import CensusStore

/// `hazcensus plan show`: a version of the inventory, at the central or as a device holds it.
struct PlanShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the inventory. 查看清查底册。",
    discussion: "With --objects every object is listed. In a device's store: what it last received."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "The version; default the current one. 版本。")
  var version: Int?

  @Flag(help: "List every object. 列出对象。")
  var objects = false

  func run() async throws {
    if place.central == nil, !Stores.isCentral(try global.folder()) {
      let store = try Stores.device(global)
      Console.say(
        LocalizedText(
          zh: "本机的清查底册：第 \(try store.inventoryVersion()) 版",
          en: "this device's inventory: version \(try store.inventoryVersion())"), global.language)
      return try list(try store.inventoryObjects())
    }
    let summary = try await Operations.showInventory.call(
      InventoryQuery(version: version, withObjects: objects), at: try place.access(global))
    if objects { return try list(summary.objects ?? []) }
    try InventoryTalk.print(summary, format: output.format, language: global.language)
  }

  private func list(_ objects: [InventoryObject]) throws {
    let language = global.language
    let listing = Listing<InventoryObject>(columns: [
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("hazard", LocalizedText(zh: "灾种", en: "hazard")) { $0.hazard.name[language] },
      .init("formCode", LocalizedText(zh: "调查表", en: "forms")) {
        $0.forms.joined(separator: ";")
      },
      .init("objectName", LocalizedText(zh: "名称", en: "name")) { $0.name },
      .init("townCode", LocalizedText(zh: "乡镇", en: "township")) { $0.townCode },
      .init("shouldSurvey", LocalizedText(zh: "应查", en: "should survey")) {
        $0.shouldSurvey ? "true" : "false"
      },
    ])
    try listing.print(objects, format: output.format, language: language)
  }
}
