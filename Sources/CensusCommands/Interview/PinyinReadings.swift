/// Readings of characters besides the one that ICU gives, for words on survey forms.
///
/// The first line was found by comparing ICU's readings of all labels and choices of the built-in forms
/// with those of pypinyin, which knows words: these eight characters are all that differ. The others are
/// usual second readings (现代汉语词典) of characters that labels of a district's own forms may have.
enum PinyinReadings {
  private static let table: [Character: [String]] = [
    "地": ["di"], "长": ["chang"], "给": ["ji"], "重": ["chong", "zhong"], "没": ["mo"],
    "校": ["jiao"], "塞": ["se"], "行": ["hang"],
    "调": ["diao", "tiao"], "降": ["jiang", "xiang"], "率": ["lv", "shuai"], "壳": ["ke", "qiao"],
    "参": ["can", "shen"], "露": ["lu", "lou"], "宿": ["su", "xiu"], "省": ["sheng", "xing"],
  ]

  /// The readings of `character` that are worth trying as well; mostly none.
  static func others(of character: Character) -> [String] { table[character] ?? [] }
}
