import CensusDomain
import CensusForms
import CensusStore

/// Offers to go on with a draft of the same form before another one is begun.
struct DraftOffer {
  /// What the surveyor wants.
  enum Wish {
    case begin
    case goOn(EntryDesk.Opened)
    case leave
  }

  /// How many drafts are shown, the youngest ones; `entry list` shows all.
  private static let most = 9

  private let desk: EntryDesk
  private let drafts: [EntryRow]

  /// Looks for the surveyor's drafts of `form`, of one object where `object` names it.
  init(form: Form, object: String?, desk: EntryDesk) throws(CensusError) {
    self.desk = desk
    let surveyor = desk.store.identity.surveyor
    let open = try desk.store.entries(state: .draft, form: form.code).filter { row in
      row.author == surveyor && (object == nil || row.objectCode == object)
    }
    drafts = Array(open.sorted { $0.updatedAt > $1.updatedAt }.prefix(DraftOffer.most))
  }

  /// Asks, where there is a draft; begins a new one without a question where there is none.
  func ask() throws -> Wish {
    guard let youngest = drafts.first else { return .begin }
    let screen = Screen(desk.language)
    screen.say(LocalizedText(zh: "本表还有未完成的草稿：", en: "There are drafts of this form:"))
    for (index, draft) in drafts.enumerated() {
      let object = draft.objectCode
      screen.say(
        LocalizedText(
          zh:
            "  \(index + 1)) \(object.isEmpty ? "（未填对象编码）" : object)  \(draft.updatedAt.prefix(10))",
          en:
            "  \(index + 1)) \(object.isEmpty ? "(no object yet)" : object)  \(draft.updatedAt.prefix(10))"
        ))
    }
    screen.say(
      LocalizedText(
        zh: "回车接着填第 1 份，输入编号选其他，n 新建，. 离开。",
        en: "Enter goes on with 1, a number picks another, n begins a new one, . leaves."))
    while let line = screen.read() {
      switch AnswerCommand(line) {
      case .keep: return .goOn(try desk.open(youngest.entry.description))
      case .leave: return .leave
      case .answer("n"), .answer("N"), .answer("新"), .answer("新建"): return .begin
      case .answer(let answer):
        if let number = Int(NameSearch.plain(answer)), drafts.indices.contains(number - 1) {
          return .goOn(try desk.open(drafts[number - 1].entry.description))
        }
        fallthrough
      default:
        screen.say(LocalizedText(zh: "  请输入编号、n 或 .", en: "  A number, n, or . please."))
      }
    }
    return .leave
  }
}
