import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusReports
import CensusStore
import Foundation

/// `hazcensus forms`: the survey forms.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "List, show and check survey forms. 调查表。",
    discussion: """
      Built-in forms, those of the `forms` folder in the store, and those that the central added. A form is a JSON Schema with
      annotations; see Docs/Form-vocabulary.md.
      """,
    subcommands: [
      FormsList.self, FormsShow.self, FormsCheck.self, FormsTemplate.self,
      FormsAdjust.self,
    ])

  /// The forms for a call: the store's folder counts where it is named, but need not be.
  ///
  /// A store that another process uses is passed over with a word: to see the forms one need not wait.
  static func catalogue(_ options: GlobalOptions) throws(CensusError) -> FormCatalogue {
    let folder = try? options.folder()
    guard let folder else { return try Stores.forms(nil) }
    do {
      if Stores.isCentral(folder) { return try Stores.central(folder).forms }
      if FileManager.default.fileExists(atPath: folder + "/" + DeviceStore.fileName) {
        return try Stores.forms(of: try Stores.device(options), options.language)
      }
    } catch {
      guard error.code == .locked else { throw error }
      Console.say(
        LocalizedText(
          zh: "存储正被另一进程使用，暂不显示中心添加的调查表。",
          en: "Another process uses the store; forms that the central added are not shown."),
        options.language)
    }
    return try Stores.forms(folder)
  }

  /// The forms by which `central` judges, for commands of coordinators.
  static func catalogue(
    _ options: GlobalOptions, at central: AnyCentral
  ) async throws(CensusError) -> FormCatalogue {
    let list = try await Operations.listForms.call(FormQuery(withSchemas: true), at: central)
    let added = list.forms.compactMap { $0.schema.map { Array($0.utf8) } }
    return try Stores.forms(try? options.folder()).adding(documents: added)
  }
}
