import CensusDomain

/// A mistake in a form's file, with its place.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// The place in the file, as a JSON Pointer; empty for the whole.
  public var pointer: String
  /// What is wrong.
  public var message: LocalizedText

  /// Makes a diagnostic.
  public init(pointer: String, message: LocalizedText) {
    self.pointer = pointer
    self.message = message
  }
}

extension Sequence<Diagnostic> {
  /// All of them with their places, a line each.
  public var lines: LocalizedText {
    LocalizedText(
      zh: map { "\($0.pointer)：\($0.message.zh)" }.joined(separator: "\n"),
      en: map { "\($0.pointer): \($0.message.en)" }.joined(separator: "\n"))
  }
}

/// The mistakes found so far; loading goes on after each, so that an author sees all at once.
struct DiagnosticCollector {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func add(_ pointer: String, zh: String, en: String) {
    diagnostics.append(Diagnostic(pointer: pointer, message: LocalizedText(zh: zh, en: en)))
  }

  mutating func add(_ pointer: String, _ message: LocalizedText) {
    diagnostics.append(Diagnostic(pointer: pointer, message: message))
  }
}
