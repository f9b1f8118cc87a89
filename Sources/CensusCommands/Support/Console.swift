import CensusDomain
import Foundation

/// The two streams: data to standard output, talk to standard error.
enum Console {
  /// Writes data.
  static func data(_ text: String) {
    // By bytes: to a String, the CRLF that ends a CSV is one character and no line feed.
    let isEnded = text.utf8.last == UInt8(ascii: "\n")
    write(isEnded ? text : text + "\n", to: .standardOutput)
  }

  /// Says something to the person.
  static func say(_ text: LocalizedText, _ language: Language) {
    write(text[language] + "\n", to: .standardError)
  }

  /// Whether a person can be asked.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Whether a line of talk may be written over.
  static var canRewrite: Bool { isatty(2) == 1 }

  /// Says what was wrong and what to do next, and ends the process with the error's exit status.
  static func fail(_ error: CensusError, language: Language) -> Never {
    let heading = LocalizedText(zh: "错误：", en: "error: ")
    write(heading[language] + error.message[language] + "\n", to: .standardError)
    if let remedy = error.remedy {
      let next = LocalizedText(zh: "怎么办：", en: "what to do: ")
      write(next[language] + remedy[language] + "\n", to: .standardError)
    }
    exit(error.code.exitStatus)
  }

  static func write(_ text: String, to handle: FileHandle) {
    // A reader that went away, such as `head`, is not a failure of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
