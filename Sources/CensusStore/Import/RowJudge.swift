import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// Judges rows by their forms; keeps a parser and validators between them, so it serves one thread.
final class RowJudge {
  /// What is known of a row after it was judged.
  enum Verdict: Sendable {
    case judged(JudgedRow)
    case refused(Finding)
  }

  private struct FormName: Hashable {
    let code: String
    let version: Int
  }

  private let catalogue: FormCatalogue
  private let plan: ImportPlan
  private let today: CivilDate
  private let regions: (any RegionOutlines)?
  private let parser = JSONParser(maximumBytes: ProtocolLimits.maximumLineBytes)
  private var validators: [FormName: FormValidator] = [:]

  init(
    catalogue: FormCatalogue, plan: ImportPlan, today: CivilDate, regions: (any RegionOutlines)?
  ) {
    self.catalogue = catalogue
    self.plan = plan
    self.today = today
    self.regions = regions
  }

  /// Judges a row, and adds to it what stands in the file, where that is kept.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake.
  func judge(_ row: inout RawRow) throws(CensusError) -> Verdict {
    switch row.body {
    case .refused(let finding): return .refused(finding)
    case .content(let form, let json, let faults):
      return try parsed(json) { node throws(CensusError) in
        .judged(judge(node, form, faults: faults))
      }
    case .line(let bytes):
      return try parsed(bytes) { node throws(CensusError) in try line(node, bytes, &row) }
    }
  }

  private func parsed(
    _ json: [UInt8], _ body: (JSONNode) throws(CensusError) -> Verdict
  ) throws(CensusError) -> Verdict {
    let node: JSONNode
    do {
      node = try parser.parse(json)
    } catch {
      return .refused(Finding(pointer: "", rule: "json", level: .error, message: error.message))
    }
    return try body(node)
  }

  private func line(
    _ node: JSONNode, _ bytes: [UInt8], _ row: inout RawRow
  ) throws(CensusError) -> Verdict {
    if node[member: "type"]?.string == "Feature" { return try feature(node, &row) }
    guard let content = node[member: "content"], let code = node[member: "form"]?.string else {
      guard let form = plan.form else { return .refused(CSVMessages.noForm) }
      keep(bytes, of: form.code, in: &row)
      return .judged(judge(node, form))
    }
    guard let named = try catalogue.newest(code) else {
      return .refused(CSVMessages.unknownForm(code))
    }
    if plan.keepsOriginals { keep(Array(content.raw), of: code, in: &row) }
    return .judged(judge(content, named))
  }

  /// One feature: its properties by the fields' names or labels, and its geometry.
  private func feature(_ node: JSONNode, _ row: inout RawRow) throws(CensusError) -> Verdict {
    let code = node[member: "properties"]?[member: "form"]?.string
    guard let form = try form(named: code) else {
      return .refused(CSVMessages.noForm)
    }
    guard let properties = node[member: "properties"], properties.kind == .object else {
      return .refused(
        Finding(
          pointer: "", rule: "geojson", level: .error,
          message: LocalizedText(zh: "要素没有属性（properties）。", en: "The feature has no properties.")))
    }
    let content = FeatureContent.content(
      of: properties, geometry: node[member: "geometry"], form: form)
    keep(content, of: form.code, in: &row)
    return try parsed(content) { node throws(CensusError) in .judged(judge(node, form)) }
  }

  /// The form that the caller named, or else the newest version of what the row names.
  private func form(named code: String?) throws(CensusError) -> Form? {
    if let form = plan.form { return form }
    guard let code else { return nil }
    return try catalogue.newest(code)
  }

  private func keep(_ content: [UInt8], of form: String, in row: inout RawRow) {
    guard plan.keepsOriginals else { return }
    row.original = .json(form: form, content: content)
  }

  private func judge(_ node: JSONNode, _ form: Form, faults: [Finding] = []) -> JudgedRow {
    let key = FormName(code: form.code, version: form.version)
    let validator =
      validators[key] ?? FormValidator(form: form, today: today, regions: regions)
    validators[key] = validator
    var findings = faults
    for finding in validator.validate(node)
    // A cell that was not understood stands there as text; that it is no number need not be said again.
    where !faults.contains(where: { $0.pointer == finding.pointer }) { findings.append(finding) }
    return JudgedRow(
      form: form, content: EntryContent(node), claims: form.claims(of: node), findings: findings)
  }
}
