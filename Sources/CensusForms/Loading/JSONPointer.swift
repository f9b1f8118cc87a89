import CensusJSON

/// JSON Pointers (RFC 6901), by which findings and mistakes name their places.
enum JSONPointer {
  /// A reference token as it stands in a pointer (RFC 6901, section 3).
  static func escape(_ token: String) -> String {
    guard token.contains(where: { $0 == "~" || $0 == "/" }) else { return token }
    return token.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  static func unescape(_ token: Substring) -> String {
    String(token).replacing("~1", with: "/").replacing("~0", with: "~")
  }

  /// The reference tokens of `pointer`, which begins with a slash.
  static func tokens(of pointer: String) -> [String] {
    pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(unescape)
  }

  /// What the local reference `reference`, such as `#/$defs/point`, leads to in `document`.
  static func target(of reference: String, in document: JSONValue) -> JSONValue? {
    var found: JSONValue? = document
    for token in reference.dropFirst().split(separator: "/") {
      guard case .object(let object)? = found else { return .none }
      found = object[unescape(token)]
    }
    return found
  }
}
