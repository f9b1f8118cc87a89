import CensusDomain
import CensusJSON

/// Puts values in place of `{field}` and `{field.member}` in a rule's message.
enum MessageTemplate {
  /// What a placeholder's name leads to.
  enum Value {
    /// A value in the content, into which the rest of the path leads.
    case node(JSONNode)
    /// A text from elsewhere.
    case text(String)
    /// A field that was left out.
    case missing

    init(_ node: JSONNode?) { self = node.map { .node($0) } ?? .missing }
  }

  /// Fills both languages; a placeholder for which `lookUp` gives nil names no field and stays.
  static func fill(
    _ message: LocalizedText, _ lookUp: ([String]) -> Value?
  ) -> LocalizedText {
    LocalizedText(
      zh: fill(message.zh, missing: "未填", lookUp), en: fill(message.en, missing: "none", lookUp))
  }

  private static func fill(
    _ text: String, missing: String, _ lookUp: ([String]) -> Value?
  ) -> String {
    text.replacing(/\{([A-Za-z_][A-Za-z0-9_.]*)\}/) { match in
      let path = match.output.1.split(separator: ".").map(String.init)
      switch lookUp(path) {
      case nil: return String(match.output.0)
      case .text(let text): return text
      case .missing: return missing
      case .node(var node):
        for step in path.dropFirst() {
          guard let member = node[member: step] else { return missing }
          node = member
        }
        return node.string ?? SchemaMessages.quote(node)
      }
    }
  }
}
