import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports
import Foundation

/// `hazcensus forms`: the survey forms.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "List, show and check survey forms. 调查表。",
    discussion: """
      Built-in forms, and those of the `forms` folder in the store. A form is a JSON Schema with
      annotations; see Docs/Form-vocabulary.md.
      """,
    subcommands: [FormsList.self, FormsShow.self, FormsCheck.self])

  /// The forms for a call: the store's folder counts where it is named, but need not be.
  static func catalogue(_ options: GlobalOptions) throws(CensusError) -> FormCatalogue {
    try Stores.forms(try? options.folder())
  }
}
