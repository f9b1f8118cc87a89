import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

extension Hub {
  /// Adds a form, by which the central judges from now on and which every device gets.
  ///
  /// The same file again changes nothing. Another file under the same code and version is refused:
  /// entries that were filled name the version, and must be read by the same form for ever.
  func addForm(_ upload: FormUpload, by caller: Caller) throws(CensusError) -> FormList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let bytes = try Hub.formBytes(upload.schema)
    let form = try Hub.checkedForm(bytes)
    try requirePlace(for: form)
    let stored = StoredForm(
      code: form.code, version: form.version, hash: ContentHash.sha256(of: bytes), json: bytes,
      addedAt: clock.now())
    let list = try commit { records in
      if let known = try records.forms.find(form.code, version: form.version) {
        guard known.json == bytes else { throw Hub.otherForm(form) }
      } else {
        try records.forms.add(stored)
        try log(
          records, by: caller, "form.added", "\(form.code) \(form.version)",
          stored.hash.description)
      }
      return try formList(records, catalogue: forms.adding([form]), withSchemas: false)
    }
    learn(form)
    return list
  }

  func listForms(_ query: FormQuery, by caller: Caller) throws(CensusError) -> FormList {
    try caller.require(.readReports)
    return try fetch { records in
      try formList(records, catalogue: forms, withSchemas: query.withSchemas ?? false)
    }
  }

  private func formList(
    _ records: any CentralTransaction, catalogue: FormCatalogue, withSchemas: Bool
  ) throws -> FormList {
    let stored = try records.forms.list()
    return FormList(
      forms: try catalogue.forms().map { form in
        let added = stored.first { $0.code == form.code && $0.version == form.version }
        return FormList.Item(
          code: form.code, version: form.version, hazard: form.subject, title: form.title,
          hash: added?.hash, addedAt: added?.addedAt.iso8601,
          schema: withSchemas ? added.map { String(decoding: $0.json, as: UTF8.self) } : nil)
      })
  }

  /// The form's object without blanks around it: these bytes stand in the change feed as they are.
  private static func formBytes(_ schema: String) throws(CensusError) -> [UInt8] {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let bytes = Array(
      schema.utf8.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
    guard bytes.count <= ProtocolLimits.maximumFormBytes else {
      throw CensusError(
        .tooLarge, zh: "调查表文件超过 \(ProtocolLimits.maximumFormBytes) 字节。",
        en: "The form's file is over \(ProtocolLimits.maximumFormBytes) bytes.",
        remedy: LocalizedText(zh: "请缩短说明文字或拆分。", en: "Shorten its texts, or divide it."))
    }
    return bytes
  }

  private static func checkedForm(_ bytes: [UInt8]) throws(CensusError) -> Form {
    // Within the page of changes it lies some levels deeper than in its file.
    let parser = JSONParser(maximumDepth: ProtocolLimits.maximumFormDepth)
    do {
      _ = try parser.withDocument(bytes) { $0.kind }
    } catch {
      throw CensusError(
        .invalidData, zh: "调查表文件不是合法的 JSON，或嵌套过深。",
        en: "The form's file is not JSON, or is nested too deeply.",
        remedy: LocalizedText(
          zh: "用 hazcensus forms check 检查该文件。", en: "Check it with hazcensus forms check."))
    }
    let (form, diagnostics) = FormLoader.load(bytes)
    guard let form else {
      let lines = diagnostics.lines
      throw CensusError(
        .invalidData, zh: "调查表有误，没有添加：\n\(lines.zh)",
        en: "The form has mistakes and was not added:\n\(lines.en)",
        remedy: LocalizedText(
          zh: "参照 Docs/Form-vocabulary.md 改正。", en: "Mend them by Docs/Form-vocabulary.md."))
    }
    return form
  }

  /// Refuses what would make a code mean two things.
  private func requirePlace(for form: Form) throws(CensusError) {
    if try FormCatalogue.builtIn().form(form.code, version: form.version) != nil {
      throw Hub.otherForm(form)
    }
    if let known = forms.subject(of: form.code), known != form.subject {
      throw CensusError(
        .conflict,
        zh: "调查表 \(form.code) 属于\(known.name.zh)，新版本却属于\(form.subject.name.zh)；没有添加。",
        en: """
          The form \(form.code) surveys \(known.rawValue), but this version \
          \(form.subject.rawValue); it was not added.
          """, remedy: LocalizedText(zh: "请换用新的代码。", en: "Give it another code."))
    }
  }

  private static func otherForm(_ form: Form) -> CensusError {
    CensusError(
      .conflict, zh: "调查表 \(form.code) 第 \(form.version) 版已经存在，内容不同；没有添加。",
      en: """
        There is a version \(form.version) of the form \(form.code) with another content; this one was \
        not added.
        """,
      remedy: LocalizedText(
        zh: "已用过的版本不能改：请把文件中的版本号加一。",
        en: "A version that is in use is not changed: raise the version in the file."))
  }
}
