import CensusForms

/// What a person types for a field, in the words that ``ContentBuilder`` reads.
enum FieldAnswer {
  /// The answer's text; what is not understood stays as it was typed, so that validation names it.
  static func text(_ answer: String, for field: Field) -> String {
    switch field.kind {
    case .boolean:
      switch answer.lowercased() {
      case "y", "yes", "是": return "true"
      case "n", "no", "否": return "false"
      default: return answer
      }
    case .multiChoice:
      // Several choices are separated by commas or semicolons of either width.
      return answer.split(whereSeparator: { ",;，；、".contains($0) }).joined(separator: ";")
    default: return answer
    }
  }
}
