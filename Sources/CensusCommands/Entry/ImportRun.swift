import CensusDomain
import CensusStore
import Foundation

/// One file's import, with its progress and its refused rows told.
struct ImportRun {
  private let desk: EntryDesk
  private let rejected: RejectedRows?
  private let stop: StopSign

  init(_ desk: EntryDesk, _ rejected: RejectedRows?, _ stop: StopSign) {
    self.desk = desk
    self.rejected = rejected
    self.stop = stop
  }

  /// Imports `file` as `plan` says.
  func run(_ file: String, _ plan: ImportPlan) throws(CensusError) -> ImportReport {
    let line = ProgressLine(language: desk.language)
    let language = desk.language
    let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? nil
    var failure: CensusError?
    var events = EntryImporter.Events(
      progress: { ImportTalk.progress($0, $1, of: size ?? 0, on: line) },
      refusal: { row in
        line.end()
        ImportTalk.refusal(row, language)
        do throws(CensusError) {
          try rejected?.add(row)
        } catch {
          failure = failure ?? error
        }
      })
    events.header = { names, unused in
      rejected?.begin(header: names)
      if plan.mapping != nil { ImportTalk.unused(unused, of: file, language) }
    }
    // Rows that can no longer be written down are not read either.
    events.isCancelled = { stop.isRaised || failure != nil }
    let importer = EntryImporter(store: desk.store, catalogue: desk.forms, events: events)
    let report = try importer.run(path: file, plan: plan)
    line.end()
    if let failure { throw failure }
    return report
  }
}
