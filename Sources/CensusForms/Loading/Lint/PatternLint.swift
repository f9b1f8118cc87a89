import CensusDomain

/// Refuses regular expressions that engines read differently or that do not bind the whole text.
enum PatternLint {
  /// What is wrong with `source`; nil where it is sound.
  static func fault(in source: String) -> LocalizedText? {
    if BlankText.isPattern(source) { return nil }
    let bytes = Array(source.utf8)
    if hasClassEscape(bytes) {
      return LocalizedText(
        zh: "不得使用 \\d、\\w、\\s、\\b 等，各软件对它们的理解不同；请写明字符，如 [0-9]。",
        en: "\\d, \\w, \\s, \\b and their like mean other things to other programs; "
          + "write the characters, such as [0-9].")
    }
    if source.contains("(?") {
      return LocalizedText(
        zh: "不得使用环视等以 (? 开头的写法。", en: "Lookaround and other groups with (? are not allowed.")
    }
    if !isAnchored(bytes) {
      return LocalizedText(
        zh: "正则表达式须以 ^ 开头、以 $ 结尾，约束整个文本；有“或”时请加括号。",
        en: "A pattern begins with ^ and ends with $, for the whole text; put an “or” in brackets.")
    }
    return nil
  }

  private static func hasClassEscape(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { first, second in
      first == UInt8(ascii: "\\") && "dDwWsSbB".utf8.contains(second)
    }
  }

  /// Whether the whole expression stands between `^` and `$`, not only one side of a `|`.
  private static func isAnchored(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "^"), bytes.last == UInt8(ascii: "$") else {
      return false
    }
    var depth = 0
    var isInClass = false
    var isEscaped = false
    for byte in bytes.dropLast() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "("): depth += isInClass ? 0 : 1
      case UInt8(ascii: ")"): depth -= isInClass ? 0 : 1
      case UInt8(ascii: "|"): if depth == 0, !isInClass { return false }
      default: continue
      }
    }
    // Otherwise the last `$` would be a character.
    return !isEscaped && !isInClass
  }
}
