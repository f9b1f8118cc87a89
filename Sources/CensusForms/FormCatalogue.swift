import CensusDomain
import Foundation

/// The forms that are known here: those built into the program and those of the store's own folder.
///
/// A built-in form is compiled when it is first asked for, since there are many and a command needs few.
public struct FormCatalogue: Sendable {
  private struct Item: Sendable {
    let code: String
    let version: Int
    let source: Source
  }

  private enum Source: Sendable {
    case builtIn(BuiltInForms.Index)
    case loaded(Form)

    var form: Form {
      switch self {
      case .builtIn(let index): BuiltInForms.form(index)
      case .loaded(let form): form
      }
    }
  }

  /// In the order of codes and versions.
  private let items: [Item]

  /// Makes a catalogue of given forms; of two with the same code and version the later one counts.
  public init(forms: [Form]) { self.init(items: FormCatalogue.items(forms)) }

  private init(items: [Item]) {
    var byKey: [String: Item] = [:]
    for item in items { byKey["\(item.code)/\(item.version)"] = item }
    self.items = byKey.values.sorted { ($0.code, $0.version) < ($1.code, $1.version) }
  }

  private static func items(_ forms: [Form]) -> [Item] {
    forms.map { Item(code: $0.code, version: $0.version, source: .loaded($0)) }
  }

  /// The forms that are built into the program.
  public static func builtIn() -> FormCatalogue {
    FormCatalogue(
      items: BuiltInForms.all.map {
        Item(code: $0.code, version: $0.version, source: .builtIn($0))
      })
  }

  /// The built-in forms and those of every `*.json` file in `directory`, if there is one.
  ///
  /// - Throws: ``CensusError`` where a file cannot be read or has a mistake, naming each.
  public static func loading(directory: String?) throws(CensusError) -> FormCatalogue {
    guard let directory else { return builtIn() }
    var forms: [Form] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names.sorted() where name.hasSuffix(".json") {
      let path = directory + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CensusError(
          .inputOutput, zh: "无法读取调查表文件 \(path)。", en: "The form file \(path) cannot be read.")
      }
      forms.append(try load(Array(data), name: path))
    }
    return builtIn().adding(forms)
  }

  /// This catalogue and further forms; of two with the same code and version the further one counts.
  public func adding(_ further: [Form]) -> FormCatalogue {
    FormCatalogue(items: items + FormCatalogue.items(further))
  }

  /// This catalogue and the forms of further files.
  ///
  /// - Throws: ``CensusError`` where a file has a mistake, naming each.
  public func adding(documents: [[UInt8]]) throws(CensusError) -> FormCatalogue {
    var further: [Form] = []
    for (index, document) in documents.enumerated() {
      further.append(try FormCatalogue.load(document, name: "+\(index + 1)"))
    }
    return adding(further)
  }

  private static func load(_ bytes: [UInt8], name: String) throws(CensusError) -> Form {
    let (form, diagnostics) = FormLoader.load(bytes)
    guard let form else {
      let lines = diagnostics.lines
      throw CensusError(
        .invalidData, zh: "调查表 \(name) 有误：\n\(lines.zh)",
        en: "The form \(name) has mistakes:\n\(lines.en)",
        remedy: LocalizedText(
          zh: "用 hazcensus forms check 检查该文件。", en: "Check the file with hazcensus forms check."))
    }
    return form
  }

  /// All forms, in the order of their codes and versions; compiles each.
  public var forms: [Form] { items.map(\.source.form) }

  /// The codes of all forms, in order.
  public var codes: [String] { newestItems.map(\.code) }

  /// The newest version of the form called `code`.
  public func newest(_ code: String) -> Form? { items.last { $0.code == code }?.source.form }

  /// The form called `code` in the given version.
  public func form(_ code: String, version: Int) -> Form? {
    items.first { $0.code == code && $0.version == version }?.source.form
  }

  /// The newest version of each form; compiles each.
  public var current: [Form] { newestItems.map(\.source.form) }

  private var newestItems: [Item] {
    items.indices.filter { $0 == items.count - 1 || items[$0 + 1].code != items[$0].code }
      .map { items[$0] }
  }

  /// The newest version of `code`, or a sentence that names the forms there are.
  public func require(_ code: String) throws(CensusError) -> Form {
    if let form = newest(code) { return form }
    let known = codes.joined(separator: ", ")
    throw CensusError(
      .notFound, zh: "没有代码为“\(code)”的调查表；已有：\(known)。",
      en: "There is no form “\(code)”; known are: \(known).",
      remedy: LocalizedText(zh: "用 hazcensus forms list 查看。", en: "See hazcensus forms list."))
  }
}
