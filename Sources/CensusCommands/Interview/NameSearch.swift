import Foundation

/// Finds named things by what a person types of their names.
enum NameSearch {
  /// What stands for an item in a search.
  struct Names {
    /// Labels and codes, in lower case.
    let labels: [String]
    let pinyin: Pinyin

    /// Names of an item whose Chinese name is `chinese`.
    init(chinese: String, others: [String]) {
      labels = ([chinese] + others).map { NameSearch.plain($0) }
      pinyin = Pinyin(chinese)
    }
  }

  /// The places in `names` of what fits `text` best.
  ///
  /// Whoever typed a whole name means that one. Else a part of a name counts as much as a beginning of
  /// its pinyin or of its initials; only where nothing fits so, syllables that are each abbreviated.
  static func find(_ text: String, in names: [Names]) -> [Int] {
    let text = plain(text)
    let letters = text.filter { $0 != " " && $0 != "'" }
    guard !letters.isEmpty else { return [] }
    let tests: [(Names) -> Bool] = [
      { $0.labels.contains(text) || $0.pinyin.fits(letters[...], .whole) },
      {
        $0.labels.contains { $0.contains(text) } || $0.pinyin.fits(letters[...], .beginning)
          || $0.pinyin.hasInitials(letters[...])
      },
      { $0.pinyin.fits(letters[...], .abbreviated) },
      { names in
        names.pinyin.syllables.indices.contains {
          names.pinyin.fits(letters[...], .abbreviated, from: $0)
        }
      },
    ]
    for test in tests {
      let found = names.indices.filter { test(names[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// `text` in lower case and of half width, as which a Chinese keyboard's `Ａ１` counts too.
  static func plain(_ text: String) -> String {
    let narrow = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
    return narrow.lowercased().trimmingCharacters(in: .whitespaces)
  }
}
