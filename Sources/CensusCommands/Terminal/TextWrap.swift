import CensusReports

/// Breaks a text into lines that fit a width, Chinese characters taking two columns.
enum TextWrap {
  /// What no line begins with, so that it stays with the character before it.
  private static let closing = Set("，。；：、！？）》」』】〉〕”’…—％,.;:!?)]}>%")
  /// What no line ends with.
  private static let opening = Set("（《「『【〈〔“‘([{<")

  /// The text as lines of at most `width` columns.
  ///
  /// A break falls at blanks, which go with it, and beside Chinese characters; a word that is longer than
  /// a line is cut between characters. Blanks at the beginning of `text` stay.
  /// - Parameters:
  ///   - text: one paragraph.
  ///   - width: the columns, which must be more than `hanging`.
  ///   - hanging: by how many columns all lines but the first are indented.
  static func lines(_ text: String, width: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var isBlank = true
    func breakLine() {
      lines.append(line)
      line = String(repeating: " ", count: hanging)
      used = hanging
      isBlank = true
    }
    var pending = 0
    for piece in pieces(text) {
      guard piece.first != " " else {
        pending += 1
        continue
      }
      let columns = DisplayWidth.of(piece)
      if !isBlank, used + pending + columns > width {
        breakLine()
        pending = 0
      }
      line += String(repeating: " ", count: pending)
      used += pending
      pending = 0
      for character in piece {
        let columns = DisplayWidth.of(String(character))
        if !isBlank, used + columns > width { breakLine() }
        line.append(character)
        used += columns
        isBlank = false
      }
    }
    return lines + [line]
  }

  /// `text`, or its beginning and `…` where it is wider than `width`.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += DisplayWidth.of(String(character))
      guard used <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Blanks one by one, words, and Chinese characters each with the punctuation that clings to it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var isJoined = false
    for character in text {
      guard character != " ", let last = pieces.last, last != " " else {
        pieces.append(String(character))
        isJoined = opening.contains(character)
        continue
      }
      let isWide = DisplayWidth.of(String(character)) > 1
      let followsWide = last.last.map { DisplayWidth.of(String($0)) > 1 } ?? false
      let clings = closing.contains(character) || isJoined
      if clings || (!isWide && !followsWide) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isJoined = opening.contains(character)
    }
    return pieces
  }
}
