import CFormResources
import CensusDomain
import Foundation

/// The forms that are known here: those built into the program and those of the store's own folder.
public struct FormCatalogue: Sendable {
  /// All forms, in the order of their codes and versions.
  public let forms: [Form]

  /// Makes a catalogue of given forms; of two with the same code and version the later one counts.
  public init(forms: [Form]) {
    var byKey: [String: Form] = [:]
    for form in forms { byKey["\(form.code)/\(form.version)"] = form }
    self.forms = byKey.values.sorted { ($0.code, $0.version) < ($1.code, $1.version) }
  }

  /// The forms that are built into the program.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake, naming each.
  public static func builtIn() throws(CensusError) -> FormCatalogue {
    var forms: [Form] = []
    for index in 0..<Int(hc_form_count()) {
      let resource = hc_form_at(Int32(index))
      let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.length))
      forms.append(try load(bytes, name: "#\(index)"))
    }
    return FormCatalogue(forms: forms)
  }

  /// The built-in forms and those of every `*.json` file in `directory`, if there is one.
  ///
  /// - Throws: ``CensusError`` where a file cannot be read or has a mistake, naming each.
  public static func loading(directory: String?) throws(CensusError) -> FormCatalogue {
    var forms = try builtIn().forms
    guard let directory else { return FormCatalogue(forms: forms) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names.sorted() where name.hasSuffix(".json") {
      let path = directory + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CensusError(
          .inputOutput, zh: "无法读取调查表文件 \(path)。", en: "The form file \(path) cannot be read.")
      }
      forms.append(try load(Array(data), name: path))
    }
    return FormCatalogue(forms: forms)
  }

  /// This catalogue and further forms; of two with the same code and version the further one counts.
  public func adding(_ further: [Form]) -> FormCatalogue { FormCatalogue(forms: forms + further) }

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
      let zh = diagnostics.map { "\($0.pointer)：\($0.message.zh)" }.joined(separator: "\n")
      let en = diagnostics.map { "\($0.pointer): \($0.message.en)" }.joined(separator: "\n")
      throw CensusError(
        .invalidData, zh: "调查表 \(name) 有误：\n\(zh)", en: "The form \(name) has mistakes:\n\(en)",
        remedy: LocalizedText(
          zh: "用 hazcensus forms check 检查该文件。", en: "Check the file with hazcensus forms check."))
    }
    return form
  }

  /// The newest version of the form called `code`.
  public func newest(_ code: String) -> Form? { forms.last { $0.code == code } }

  /// The form called `code` in the given version.
  public func form(_ code: String, version: Int) -> Form? {
    forms.first { $0.code == code && $0.version == version }
  }

  /// The newest version of each form.
  public var current: [Form] {
    forms.filter { form in newest(form.code)?.version == form.version }
  }

  /// The newest version of `code`, or a sentence that names the forms there are.
  public func require(_ code: String) throws(CensusError) -> Form {
    if let form = newest(code) { return form }
    let known = current.map(\.code).joined(separator: ", ")
    throw CensusError(
      .notFound, zh: "没有代码为“\(code)”的调查表；已有：\(known)。",
      en: "There is no form “\(code)”; known are: \(known).",
      remedy: LocalizedText(zh: "用 hazcensus forms list 查看。", en: "See hazcensus forms list."))
  }
}
