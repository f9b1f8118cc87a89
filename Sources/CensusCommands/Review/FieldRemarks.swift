import CensusAPI
import CensusDomain
import CensusForms

/// Reads the words of `--field` before anything is sent.
struct FieldRemarks {
  let central: AnyCentral
  let forms: FormCatalogue

  /// The remarks on fields that the forms of all `entries` have.
  ///
  /// An entry that is not there is for the review itself to refuse, and a form that is not known here
  /// cannot be asked.
  /// - Throws: ``CensusError`` with code `usage` naming the word or the field.
  func read(_ words: [String], for entries: [UniqueID]) async throws -> [FieldComment] {
    let remarks = try words.map(FieldRemarks.remark)
    guard !remarks.isEmpty else { return [] }
    for entry in entries {
      guard let form = try await self.form(of: entry) else { continue }
      for remark in remarks where form.field(at: remark.pointer) == nil {
        throw CensusError(
          .usage, zh: "\(form.code) 没有字段“\(remark.pointer)”；没有退回任何记录。",
          en: "\(form.code) has no field “\(remark.pointer)”; nothing was returned.",
          remedy: LocalizedText(
            zh: "用 hazcensus forms show \(form.code) 查看字段。",
            en: "See the fields with hazcensus forms show \(form.code)."))
      }
    }
    return remarks
  }

  private func form(of entry: UniqueID) async throws -> Form? {
    do {
      let detail = try await Operations.showEntry.call(EntryReference(entry: entry), at: central)
      return try ReviewedRevision.read(detail.record).form(in: forms)
    } catch let error as CensusError where error.code == .notFound {
      return nil
    }
  }

  private static func remark(_ word: String) throws(CensusError) -> FieldComment {
    let parts = word.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw CensusError(
        .usage, zh: "--field 的写法是 /字段=意见：“\(word)”。",
        en: "--field is written /field=text: “\(word)”.")
    }
    let name = String(parts[0])
    return FieldComment(
      pointer: name.hasPrefix("/") ? name : "/" + name, comment: String(parts[1]))
  }
}
