import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// What a person decided, applied to a merge field by field.
struct ConflictChoices {
  let view: ConflictView
  let form: Form
  private(set) var content: JSONObject
  private var undecided: [FieldConflict]

  /// Begins with what merges by itself.
  init(_ view: ConflictView, form: Form) {
    self.view = view
    self.form = form
    content = view.merge.content
    undecided = view.merge.conflicts
  }

  /// The fields in conflict that nothing was said of yet.
  var open: [FieldConflict] { undecided }

  /// Decides every field that is open for one side.
  mutating func decideRest(_ side: ConflictResolve.Side) {
    for conflict in undecided {
      ContentChoice.set(
        side == .mine ? conflict.mine : conflict.theirs, at: conflict.pointer, in: &content)
    }
    undecided = []
  }

  /// Decides one field: for a side, or with a value of its own.
  ///
  /// - Throws: ``CensusError`` with code `usage` where the field is in no conflict.
  mutating func decide(_ pointer: String, _ word: String) throws(CensusError) {
    let place = pointer.hasPrefix("/") ? pointer : "/" + pointer
    guard let conflict = view.merge.conflicts.first(where: { $0.pointer == place }) else {
      let known = view.merge.conflicts.map(\.pointer).joined(separator: " ")
      throw CensusError(
        .usage, zh: "字段 \(place) 没有冲突；有冲突的：\(known)。",
        en: "The field \(place) is in no conflict; these are: \(known).",
        remedy: LocalizedText(
          zh: "其他字段在处理后用 hazcensus entry edit 修改。",
          en: "Change other fields afterwards with hazcensus entry edit."))
    }
    undecided.removeAll { $0.pointer == place }
    switch word {
    case "mine": ContentChoice.set(conflict.mine, at: place, in: &content)
    case "theirs": ContentChoice.set(conflict.theirs, at: place, in: &content)
    default: set(word, at: place)
    }
  }

  private mutating func set(_ word: String, at place: String) {
    if let field = form.field(at: place), place == "/" + field.name {
      return ContentBuilder.set(&content, field, to: word)
    }
    // Within an object the form has no field of its own: JSON, or else the words as they are.
    let value = (try? JSONValue.parse(word)) ?? .string(word)
    ContentChoice.set(value, at: place, in: &content)
  }
}
