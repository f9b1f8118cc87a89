import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusStore

/// `hazcensus central conflict`: a coordinator decides where two people changed one entry.
struct CentralConflict: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict", abstract: "Decide conflicts at the central. 在中心处理冲突。",
    discussion: """
      Conflicts are decided on the devices; where the device is lost, or nobody there decides, a
      coordinator does it here. The decision is a revision under the coordinator's name, and every device
      gets it with its next sync. “mine” is the revision that contends, “theirs” the one that stands.
      冲突一般在设备上处理；设备丢失或无人处理时由协调员在中心决定，各设备下次同步时得到同样的结果。

        hazcensus central conflict list
        hazcensus central conflict resolve 017f22e2-79b0-7cc3-98c4-dc0c0c07398f --all theirs
      """,
    subcommands: [
      CentralConflictList.self, CentralConflictShow.self, CentralConflictResolve.self,
    ])

  /// What contends in an entry, and the form by which a decision is judged.
  ///
  /// - Throws: ``CensusError`` with code `notFound` where nothing does.
  static func open(
    _ entry: UniqueID, _ options: GlobalOptions, at central: AnyCentral
  ) async throws -> (view: ConflictView, form: Form) {
    let detail = try await Operations.showConflict.call(EntryReference(entry: entry), at: central)
    guard let view = try ConflictView.read(detail) else {
      throw CensusError(
        .notFound, zh: "记录 \(entry) 没有待处理的冲突。", en: "Nothing contends in entry \(entry).",
        remedy: LocalizedText(
          zh: "用 hazcensus central conflict list 查看。", en: "See hazcensus central conflict list."))
    }
    let forms = try await FormsCommand.catalogue(options, at: central)
    return (view, try ConflictResolve.form(of: view, in: forms))
  }
}
