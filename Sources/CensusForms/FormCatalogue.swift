import CensusDomain
import Foundation

/// The forms that are known here: those built into the program and those of the store's own folder.
///
/// A built-in form is compiled when it is first asked for, since there are many and a command needs few.
public struct FormCatalogue: Sendable {
  private struct Item: Sendable {
    let code: String
    let version: Int
    let subject: FormSubject
    let source: Source

    func form() throws(CensusError) -> Form {
      switch source {
      case .builtIn(let index): try BuiltInForms.form(index)
      case .loaded(let form): form
      }
    }
  }

  private enum Source: Sendable {
    case builtIn(BuiltInForms.Index)
    case loaded(Form)
  }

  /// By code, each form's versions in their order.
  private let items: [String: [Item]]

  /// Makes a catalogue of given forms; of two with the same code and version the later one counts.
  public init(forms: [Form]) { self.init([:], FormCatalogue.items(forms)) }

  private init(_ known: [String: [Item]], _ further: [Item]) {
    var items = known
    for item in further {
      items[item.code, default: []].removeAll { $0.version == item.version }
      items[item.code, default: []].append(item)
    }
    self.items = items.mapValues { $0.sorted { $0.version < $1.version } }
  }

  private static func items(_ forms: [Form]) -> [Item] {
    forms.map {
      Item(code: $0.code, version: $0.version, subject: $0.subject, source: .loaded($0))
    }
  }

  /// The forms that are built into the program.
  public static func builtIn() -> FormCatalogue {
    FormCatalogue(
      [:],
      BuiltInForms.all.map {
        Item(code: $0.code, version: $0.version, subject: $0.subject, source: .builtIn($0))
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
    FormCatalogue(items, FormCatalogue.items(further))
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

  /// Compiles a form's document.
  ///
  /// - Throws: ``CensusError`` with each of its mistakes and `name`, by which the reader knows the document.
  static func load(_ bytes: [UInt8], name: String) throws(CensusError) -> Form {
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

  /// The codes of all forms, in order.
  public var codes: [String] { items.keys.sorted() }

  /// What the form called `code` records, in each of its versions; nil where there is no such form.
  ///
  /// Compiles nothing.
  public func subject(of code: String) -> FormSubject? { items[code]?.last?.subject }

  /// All forms, in the order of their codes and versions; compiles each.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake, as each of the following does.
  public func forms() throws(CensusError) -> [Form] {
    var forms: [Form] = []
    for code in codes {
      for item in items[code] ?? [] { forms.append(try item.form()) }
    }
    return forms
  }

  /// The newest version of each form, in the order of their codes; compiles each.
  public func current() throws(CensusError) -> [Form] {
    var forms: [Form] = []
    for code in codes {
      if let form = try newest(code) { forms.append(form) }
    }
    return forms
  }

  /// The newest version of the form called `code`, if there is one.
  public func newest(_ code: String) throws(CensusError) -> Form? {
    try items[code]?.last?.form()
  }

  /// The form called `code` in the given version, if there is one.
  public func form(_ code: String, version: Int) throws(CensusError) -> Form? {
    try items[code]?.first { $0.version == version }?.form()
  }

  /// The newest version of `code`, or a sentence that names the forms there are.
  public func require(_ code: String) throws(CensusError) -> Form {
    if let form = try newest(code) { return form }
    let known = codes.joined(separator: ", ")
    throw CensusError(
      .notFound, zh: "没有代码为“\(code)”的调查表；已有：\(known)。",
      en: "There is no form “\(code)”; known are: \(known).",
      remedy: LocalizedText(zh: "用 hazcensus forms list 查看。", en: "See hazcensus forms list."))
  }
}
