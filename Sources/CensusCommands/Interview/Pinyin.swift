import Foundation

/// How a Chinese text is read: its syllables without tones, as people type them.
///
/// The readings are ICU's, which Foundation brings along (`Han-Latin`). Of a character with several it
/// has one only, seldom by the word; ``PinyinReadings`` adds those that labels of forms need.
struct Pinyin: Hashable, Sendable {
  /// The readings of each syllable, ICU's first, in lower case with `v` for ü; a Latin word or a number
  /// is one syllable.
  let syllables: [[String]]

  /// How letters that were typed stand for syllables.
  enum Way {
    /// They spell all of them.
    case whole
    /// They spell the first of them, the last one perhaps in part.
    case beginning
    /// They spell a beginning of each of the first, as `huap` and `hp` do of `hua po`.
    case abbreviated
  }

  init(_ text: String) {
    syllables = Pinyin.runs(of: text).flatMap { isHan, run in
      isHan ? Pinyin.read(run) : Pinyin.words(of: run).map { [$0] }
    }
  }

  /// Whether `letters` stand for the syllables from `start` on.
  ///
  /// - Parameters:
  ///   - letters: lower case, without blanks.
  ///   - way: how they may stand for them.
  ///   - start: the syllable at which they begin.
  func fits(_ letters: Substring, _ way: Way, from start: Int = 0) -> Bool {
    guard !letters.isEmpty else { return way != .whole || start == syllables.count }
    guard start < syllables.count else { return false }
    return syllables[start].contains { reading in
      let common = zip(reading, letters).prefix { $0 == $1 }.count
      switch way {
      case .abbreviated:
        return common > 0
          && (1...common).contains { fits(letters.dropFirst($0), way, from: start + 1) }
      case .whole, .beginning:
        if common == reading.count { return fits(letters.dropFirst(common), way, from: start + 1) }
        return way == .beginning && common == letters.count
      }
    }
  }

  /// Whether `letters` are the first letters of the first syllables.
  func hasInitials(_ letters: Substring) -> Bool {
    letters.count <= syllables.count
      && zip(letters, syllables).allSatisfy { letter, readings in
        readings.contains { $0.first == letter }
      }
  }

  /// The readings of characters that all are Chinese.
  private static func read(_ run: String) -> [[String]] {
    let read = run.applyingTransform(.mandarinToLatin, reverse: false) ?? run
    var typed = ""
    for scalar in read.decomposedStringWithCanonicalMapping.unicodeScalars {
      // The dots of ü are typed as v; every other mark is a tone.
      if scalar == "\u{308}", typed.last == "u" {
        typed.removeLast()
        typed.append("v")
      } else if scalar.properties.generalCategory != .nonspacingMark {
        typed.unicodeScalars.append(scalar)
      }
    }
    let syllables = words(of: typed).map { [$0] }
    guard syllables.count == run.count else { return syllables }
    return zip(run, syllables).map { character, readings in
      readings + PinyinReadings.others(of: character).filter { !readings.contains($0) }
    }
  }

  /// The words of letters and digits in a text of other scripts, as ASCII.
  private static func words(of text: String) -> [String] {
    let plain = text.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? text
    return plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map(String.init)
  }

  /// Stretches of Chinese and of other characters in turn; ICU does not part them.
  private static func runs(of text: String) -> [(isHan: Bool, text: String)] {
    var runs: [(isHan: Bool, text: String)] = []
    for character in text {
      let isHan = character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      if let last = runs.last, last.isHan == isHan {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append((isHan, String(character)))
      }
    }
    return runs
  }
}
