import Foundation

/// Reads paths as they are typed, pasted, or dragged into a terminal.
enum PathWords {
  /// The paths in `line`, separated by blanks.
  ///
  /// Quotes and backslashes are understood as a shell does (POSIX, 2.2 Quoting), `~` stands for `home`,
  /// and a `file:` address for its path.
  static func split(_ line: String, home: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        // Within double quotes a backslash that escapes nothing stays.
        if quote == "\"", !#"\"$`"#.contains(character) { word?.append("\\") }
        word?.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        word = word ?? ""
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        word = word ?? ""
        quote = character
      } else if character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else if character == "~", word == nil {
        word = home
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words.map { path in
      path.hasPrefix("file://") ? URL(string: path)?.path(percentEncoded: false) ?? path : path
    }
  }
}
