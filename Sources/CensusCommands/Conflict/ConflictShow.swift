import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus conflict show`: both sides of a conflict, field by field.
struct ConflictShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show both sides, field by field. 逐字段查看双方。",
    discussion: """
      “mine” is the revision that contends, “theirs” the one that stands.
      mine 为未生效的修订，theirs 为现已生效的修订。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  func run() throws {
    let desk = try EntryDesk(global)
    let view = try desk.store.conflict(of: try desk.store.find(entry))
    try ConflictShow.print(
      view, try desk.form(of: view.row), output.format, desk.language,
      deciding: "hazcensus conflict resolve")
  }

  /// Prints a conflict, and by which command it is decided.
  static func print(
    _ view: ConflictView, _ form: Form, _ format: OutputFormat, _ language: Language,
    deciding command: String
  ) throws {
    if format == .json { return Console.data(JSONValue.object(document(view)).encoded) }
    try table(view, form, format, language)
    tellSides(view, language)
    Console.say(
      LocalizedText(
        zh: "决定：\(command) \(view.row.entry)（或 --all mine、--all theirs）",
        en: "decide: \(command) \(view.row.entry) (or --all mine, --all theirs)"),
      language)
  }

  /// Prints the fields in conflict with what each side has.
  private static func table(
    _ view: ConflictView, _ form: Form, _ format: OutputFormat, _ language: Language
  ) throws {
    func text(_ value: JSONValue?, _ pointer: String) -> String {
      value.map { FieldText.value($0, of: form.field(at: pointer), language) } ?? ""
    }
    let listing = Listing<Row>(columns: [
      .init("field", LocalizedText(zh: "字段", en: "field")) {
        FieldText.label(at: $0.pointer, of: form)[language]
      },
      .init("base", LocalizedText(zh: "原值", en: "base")) { text($0.conflict.base, $0.pointer) },
      .init("mine", LocalizedText(zh: "未生效方 mine", en: "mine")) {
        text($0.conflict.mine, $0.pointer)
      },
      .init("theirs", LocalizedText(zh: "生效方 theirs", en: "theirs")) {
        text($0.conflict.theirs, $0.pointer)
      },
    ])
    try listing.print(
      view.merge.conflicts.map { Row(pointer: $0.pointer, conflict: $0) }, format: format,
      language: language)
  }

  /// Says who made each side and when, and what merges without a person.
  static func tellSides(_ view: ConflictView, _ language: Language) {
    for (name, side) in [("mine", view.mine), ("theirs", view.theirs)] {
      let place =
        side.isOwn
        ? LocalizedText(zh: "本机", en: "this device")
        : LocalizedText(zh: "设备 \(side.device)", en: "device \(side.device)")
      Console.say(
        LocalizedText(
          zh: "\(name)：\(side.author)，\(place.zh)，第 \(side.number) 版，\(side.recordedAt.iso8601)",
          en:
            "\(name): \(side.author), \(place.en), revision \(side.number), \(side.recordedAt.iso8601)"
        ), language)
    }
    let mine = ConflictTalk.places(view.merge.fromMine)
    let theirs = ConflictTalk.places(view.merge.fromTheirs)
    Console.say(
      LocalizedText(
        zh: "可自动合并：取 mine：\(mine.zh)；取 theirs：\(theirs.zh)",
        en: "merges by itself: \(mine.en) from mine; \(theirs.en) from theirs"), language)
    guard view.further > 0 else { return }
    Console.say(
      LocalizedText(
        zh: "此后还有 \(view.further) 份修订待处理。",
        en: "After this one, \(view.further) more revisions contend."), language)
  }

  private static func document(_ view: ConflictView) -> JSONObject {
    var document = JSONObject()
    document["entry"] = .string(view.row.entry.description)
    document["form"] = .string(view.row.form)
    document["objectCode"] = .string(view.row.objectCode)
    document["mine"] = .object(side(view.mine))
    document["theirs"] = .object(side(view.theirs))
    document["conflicts"] = .array(
      view.merge.conflicts.map { conflict in
        var item = JSONObject()
        item["pointer"] = .string(conflict.pointer)
        item["base"] = conflict.base
        item["mine"] = conflict.mine
        item["theirs"] = conflict.theirs
        return .object(item)
      })
    document["fromMine"] = .array(view.merge.fromMine.map { .string($0) })
    document["fromTheirs"] = .array(view.merge.fromTheirs.map { .string($0) })
    document["further"] = JSONValue(integer: view.further)
    return document
  }

  private static func side(_ side: ConflictSide) -> JSONObject {
    var object = JSONObject()
    object["revision"] = .string(side.revision.description)
    object["number"] = JSONValue(integer: side.number)
    object["author"] = .string(side.author)
    object["device"] = .string(side.device.description)
    object["isOwn"] = .bool(side.isOwn)
    object["recordedAt"] = .string(side.recordedAt.iso8601)
    object["content"] = .object(side.content)
    return object
  }

  private struct Row: Encodable {
    let pointer: String
    let conflict: FieldConflict

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(pointer)
    }
  }
}
