import CensusJSON

extension FormValidator {
  /// What says only that the form is not filled to its end, or not yet in a way that settles it.
  private static let premature: Set<String> = ["required", "dependentRequired", "false"]

  /// What is wrong with the answer to `field` while others are still to come.
  ///
  /// A rule over several fields speaks once all that it names are answered, and of each of them. That
  /// something is missing, or must be left out given the other answers, only the whole can tell.
  public func findings(on field: Field, in content: JSONNode) -> [Finding] {
    validate(content).filter { finding in
      if let rule = form.rules.first(where: { $0.name == finding.rule }) {
        let named = rule.places.compactMap { form.field(at: $0)?.name }
        return named.contains(field.name) && named.allSatisfy { content[member: $0] != nil }
      }
      guard form.field(at: finding.pointer)?.name == field.name else { return false }
      let isWhole = finding.pointer.split(separator: "/").count == 1
      return !(isWhole && FormValidator.premature.contains(finding.rule))
    }
  }
}
