/// How a text file writes its characters.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8, with a byte order mark or without.
  case utf8
  /// UTF-16 of little-endian units, known by its byte order mark.
  case utf16LittleEndian
  /// UTF-16 of big-endian units, known by its byte order mark.
  case utf16BigEndian
  /// GB 18030, what Chinese Windows calls ANSI; GBK and GB 2312 are parts of it.
  case gb18030

  /// The byte order mark that says so; GB 18030 has one too, U+FEFF in four bytes.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    }
  }

  /// Its name for `iconv_open` and for people.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  }

  /// Whether most bytes that are not ASCII stand in whole UTF-8 characters.
  private static func isMostlyUTF8(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    var (inside, outside) = (0, 0)
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let isWhole =
        length > 1 && rest.count >= length
        && rest.dropFirst().prefix(length - 1).allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole { inside += length } else if first >= 0x80 { outside += 1 }
      rest = rest.dropFirst(isWhole ? length : 1)
    }
    return inside > outside * 4
  }

  /// Tells the encoding from a file's first bytes.
  ///
  /// A byte order mark decides. Without one it is UTF-8 where `head` is, and GB 18030 else: Chinese text in
  /// GB 18030 is hardly ever valid UTF-8 by chance. Where most of it is UTF-8 a few rows were pasted in from
  /// elsewhere, and reading all of it as GB 18030 would spoil the rest unseen.
  static func sniff(_ head: [UInt8]) -> TextEncoding {
    if let marked = allCases.first(where: { head.starts(with: $0.mark) }) { return marked }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: head.span)
      return .utf8
    } catch {
      return error.isCut(at: head.count) || isMostlyUTF8(head) ? .utf8 : .gb18030
    }
  }
}

extension UTF8.ValidationError {
  /// Whether only the last character is cut, so that more bytes may make it whole.
  func isCut(at count: Int) -> Bool {
    kind == .truncatedScalar && byteOffsets.upperBound == count
  }
}
