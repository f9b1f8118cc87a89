import CensusDomain

/// Choices as people write them in tables: the value, the label in either language, or both.
enum ChoiceCell {
  /// The value of the choice that `text` means; nil where it means none, or more than one.
  static func value(_ text: String, of field: Field) -> String? {
    if field.choices.contains(where: { $0.value == text }) { return text }
    let plain = PlainText.narrowed(text).lowercased()
    let named = field.choices.filter { choice in
      PlainText.narrowed(choice.label.zh).lowercased() == plain
        || choice.label.en.lowercased() == plain
        || choice.value.lowercased() == plain
    }
    if named.count == 1 { return named[0].value }
    // “1 GNSS定位”, “1-GNSS定位”, “1.GNSS定位”: value and label as a template's reader may type them.
    let both = field.choices.filter { choice in
      guard plain.hasPrefix(choice.value.lowercased()) else { return false }
      let rest = plain.dropFirst(choice.value.count).drop { " -.、:：=".contains($0) }
      return !rest.isEmpty
        && (rest == PlainText.narrowed(choice.label.zh).lowercased()
          || rest == choice.label.en.lowercased())
    }
    return both.count == 1 ? both[0].value : nil
  }

  /// The values that `text` means, separated by semicolons, commas or line feeds in either width.
  static func values(_ text: String, of field: Field) -> [String] {
    if let whole = value(text, of: field) { return [whole] }
    let coarse = text.split { ";；\n|".contains($0) }.map { PlainText.trimmed(Array($0.utf8)) }
    return coarse.filter { !$0.isEmpty }.flatMap { part -> [String] in
      if let found = value(part, of: field) { return [found] }
      return part.split { ",，、/".contains($0) }.map { PlainText.trimmed(Array($0.utf8)) }
        .filter { !$0.isEmpty }.map { value($0, of: field) ?? $0 }
    }
  }

  /// What is said of a text that is none of the choices.
  static func unknown(_ text: String, of field: Field) -> CellFault {
    let zh = field.choices.map { "\($0.value)=\($0.label.zh)" }.joined(separator: "、")
    let en = field.choices.map { "\($0.value)=\($0.label.en)" }.joined(separator: ", ")
    return CellFault(
      "cellChoice", zh: "“\(text.prefix(40))”不在可选项中：\(zh)。",
      en: "“\(text.prefix(40))” is none of the choices: \(en).")
  }
}
