/// A sentence in both languages of the product; the reader's language is chosen when it is shown.
public struct LocalizedText: Sendable, Hashable, Codable {
  /// The simplified Chinese wording, which is what survey staff see by default.
  public var zh: String
  /// The English wording.
  public var en: String

  /// Makes a text from its two wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Makes a text that reads the same in both languages, such as a name or a code.
  public init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// A language that the product speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  case zh
  case en

  /// Reads a language from an explicit wish or else from POSIX locale variables.
  ///
  /// - Parameters:
  ///   - wish: what the user named, such as `zh`.
  ///   - environment: the process's variables; `LC_ALL`, `LC_MESSAGES`, `LANG` are read in that order.
  public static func resolve(wish: String?, environment: [String: String]) -> Language {
    if let wish, let language = Language(rawValue: wish) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .en : .zh
    }
    return .zh
  }
}
