import CensusDomain
import CensusForms
import CensusStore

/// A conflict in a list, open or over.
struct ConflictItem: Encodable {
  /// How far a conflict has come.
  enum Standing: String, Encodable {
    case open, merged, decided

    var name: LocalizedText {
      switch self {
      case .open: LocalizedText(zh: "待处理", en: "open")
      case .merged: LocalizedText(zh: "已自动合并", en: "merged by itself")
      case .decided: LocalizedText(zh: "已人工决定", en: "decided")
      }
    }
  }

  let entry: UniqueID
  let form: String
  let objectCode: String
  let standing: Standing
  /// Pointers of the fields that both sides changed.
  let fields: [String]
  /// Pointers of the fields that only the contending side changed.
  let fromMine: [String]
  /// Pointers of the fields that only the standing side changed.
  let fromTheirs: [String]
  let mine: String
  let theirs: String

  init(_ view: ConflictView) {
    entry = view.row.entry
    form = view.row.form
    objectCode = view.row.objectCode
    standing = .open
    fields = view.merge.conflicts.map(\.pointer)
    fromMine = view.merge.fromMine
    fromTheirs = view.merge.fromTheirs
    mine = view.mine.author
    theirs = view.theirs.author
  }

  init(_ resolution: Resolution) {
    entry = resolution.entry
    form = resolution.form
    objectCode = resolution.objectCode
    standing = resolution.isAutomatic ? .merged : .decided
    fields = resolution.fields.decided
    fromMine = resolution.fields.fromMine
    fromTheirs = resolution.fields.fromTheirs
    mine = resolution.mine
    theirs = resolution.theirs
  }
}
