import CensusDomain
import Foundation
import Synchronization

/// One line of progress that is written over on a terminal, and said now and then elsewhere.
final class ProgressLine: Sendable {
  private let language: Language
  private let last = Mutex<(at: Date, isOpen: Bool)>((at: .distantPast, isOpen: false))

  init(language: Language) { self.language = language }

  /// Shows a state; states that follow each other too fast are passed over.
  func show(_ text: LocalizedText, always: Bool = false) {
    let interval = Console.canRewrite ? 0.1 : 5.0
    last.withLock { state in
      guard always || Date().timeIntervalSince(state.at) >= interval else { return }
      state.at = Date()
      if Console.canRewrite {
        Console.write("\r\u{1B}[K" + text[language], to: .standardError)
        state.isOpen = true
      } else {
        Console.write(text[language] + "\n", to: .standardError)
      }
    }
  }

  /// Ends the line, so that what follows begins on its own.
  func end() {
    last.withLock { state in
      if state.isOpen { Console.write("\n", to: .standardError) }
      state.isOpen = false
    }
  }
}
