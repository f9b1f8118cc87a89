import CensusDomain
import CensusForms
import CensusStore

/// Two people who change one entry, and somebody who decides between them.
extension Simulation {
  /// Two devices make different revisions of one entry that both have.
  func contend(_ slot: Int) throws {
    let rows = try devices[slot].store.entries().filter { $0.state != .draft }
    guard let entry = random.pick(rows)?.entry else { return }
    let others = devices.indices.filter { other in
      guard other != slot, let view = try? devices[other].store.entry(entry) else { return false }
      return view.revision != nil
    }
    guard let other = random.pick(others) else { return }
    note("contend", "\(slot) \(other) entry \(oracle.label(entry))")
    for one in [slot, other] {
      try change(entry, on: one)
      try finalize(entry, on: one)
    }
  }

  /// A person decides one of the conflicts that a device holds both sides of.
  func decide(_ slot: Int) throws {
    if let view = random.pick(try conflicts(slot)) { try decide(view, on: slot) }
  }

  /// In the end somebody decides whatever could not be merged, one person for each entry.
  func decideAll(_ slot: Int, besides decided: inout Set<UniqueID>) throws {
    for view in try conflicts(slot) where decided.insert(view.row.entry).inserted {
      try decide(view, on: slot)
    }
  }

  /// What a device can decide: not where the central has refused its word, as for an entry that somebody
  /// has moved out of its region.
  func conflicts(_ slot: Int) throws -> [ConflictView] {
    try devices[slot].store.conflicts().filter { $0.row.state != .rejected }.sorted {
      oracle.label($0.row.entry) < oracle.label($1.row.entry)
    }
  }

  private func decide(_ view: ConflictView, on slot: Int) throws {
    let content =
      switch random.below(3) {
      case 0: view.mine.content
      case 1: view.theirs.content
      default: view.merge.content
      }
    guard let form = try view.form(of: forms) else { return }
    let label = oracle.label(view.row.entry)
    switch try devices[slot].store.resolve(
      view, content: content, form: form, reasons: ["*": "test"])
    {
    case .finalized(let hash, _):
      note("decide", "\(slot) entry \(label)")
      learnOwnWork(slot, decided: hash)
    case .blocked(let findings): note("decide-blocked", "\(slot) \(findings.first?.rule ?? "")")
    }
  }
}
