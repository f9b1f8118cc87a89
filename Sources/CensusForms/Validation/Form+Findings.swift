extension Form {
  /// The field that a JSON Pointer leads to or into; nil where the form has none such.
  public func field(at pointer: String) -> Field? {
    pointer.split(separator: "/").first.flatMap { field(JSONPointer.unescape($0)) }
  }

  /// The fields in which findings can be mended, in form order; of a broken rule all that it names.
  public func fields(of findings: [Finding]) -> [Field] {
    let names = Set(findings.flatMap(places).compactMap { field(at: $0)?.name })
    return fields.filter { names.contains($0.name) }
  }

  private func places(of finding: Finding) -> [String] {
    let rule = rules.first { $0.name == finding.rule }
    let others = rule?.places ?? distinctRule(finding.rule)?.places ?? []
    return [finding.pointer] + others
  }
}
