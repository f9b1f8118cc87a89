import CensusDomain

extension TextEncoding {
  /// The text in this encoding, without a byte order mark.
  ///
  /// - Throws: ``CensusError``: `invalidData` where the encoding lacks a character, `configuration` where the
  ///   system does not know the encoding.
  public func encode(_ text: String) throws(CensusError) -> [UInt8] {
    let utf8 = Array(text.utf8)
    guard self != .utf8 else { return utf8 }
    var encoded: [UInt8] = []
    let outcome = try CharacterConverter(from: .utf8, to: self).convert(utf8) { piece in
      encoded += piece
    }
    guard outcome == .converted(utf8.count) else {
      throw CensusError(
        .invalidData, zh: "文字中有 \(name) 没有的字符。", en: "The text has a character that \(name) lacks.",
        remedy: LocalizedText(zh: "改用 UTF-8。", en: "Use UTF-8 instead."))
    }
    return encoded
  }
}
