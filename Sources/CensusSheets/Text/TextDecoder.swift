import CensusDomain

/// Makes UTF-8 of a text file as its bytes come in, whatever Chinese offices save as.
///
/// Excel saves CSV as GB 18030 on Chinese Windows, as UTF-8 with a mark on request, and its "Unicode
/// text" as UTF-16. The byte order mark is left out of what comes out. It cannot be copied, because
/// two copies would share the C library's state.
public struct TextDecoder: ~Copyable {
  /// How the file writes its characters.
  public let encoding: TextEncoding
  /// How much of the byte order mark is still to come.
  private var markLeft: Int
  /// The beginning of a character that the last piece cut.
  private var carried: [UInt8] = []
  /// Where in the file the first byte is that was not decoded yet.
  private var offset: Int64 = 0
  private var converter: CharacterConverter?

  /// Tells the encoding from the file's first bytes; 64 KB of them are enough.
  ///
  /// - Parameters:
  ///   - head: the first bytes of the file, or all of a short one; they are to be fed all the same.
  ///   - encoding: what the user says; nil to tell it from `head`.
  public init(sniffing head: [UInt8], as encoding: TextEncoding? = nil) {
    self.encoding = encoding ?? .sniff(head)
    let mark = self.encoding.mark
    markLeft = head.starts(with: mark) ? mark.count : 0
  }

  /// Decodes the next bytes of the file; a character may be cut between two calls.
  ///
  /// - Parameter emit: is given whole characters in UTF-8, in pieces.
  /// - Throws: ``CensusError``: `invalidData` with the offset of the first byte that belongs to no
  ///   character, `configuration` where the system does not know the encoding, and what `emit` throws.
  public mutating func feed(
    _ piece: [UInt8], _ emit: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) {
    var piece = piece
    if markLeft > 0 {
      let count = min(markLeft, piece.count)
      piece.removeFirst(count)
      markLeft -= count
      offset += Int64(count)
    }
    if !carried.isEmpty { piece = carried + piece }
    let done = try decode(piece, emit)
    carried = Array(piece[done...])
    offset += Int64(done)
  }

  /// Says that the file is at its end.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` where it ends within a character.
  public func finish() throws(CensusError) {
    guard carried.isEmpty else { throw invalid(at: offset) }
  }

  /// Decodes all whole characters of `piece`, and says how many bytes they are.
  private mutating func decode(
    _ piece: [UInt8], _ emit: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) -> Int {
    guard encoding != .utf8 else {
      let count = try wholeCharacters(piece)
      if count > 0 { try emit(count == piece.count ? piece : Array(piece[..<count])) }
      return count
    }
    let converter = try openedConverter()
    switch try converter.convert(piece, emit) {
    case .converted(let count): return count
    case .invalid(let place): throw invalid(at: offset + Int64(place))
    }
  }

  /// The conversion's state, which begins with the first bytes that need one.
  private mutating func openedConverter() throws(CensusError) -> CharacterConverter {
    if let converter { return converter }
    let opened = try CharacterConverter(from: encoding)
    converter = opened
    return opened
  }

  private func wholeCharacters(_ piece: [UInt8]) throws(CensusError) -> Int {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: piece.span)
      return piece.count
    } catch {
      let place = error.byteOffsets.lowerBound
      guard error.isCut(at: piece.count) else { throw invalid(at: offset + Int64(place)) }
      return place
    }
  }

  private func invalid(at place: Int64) -> CensusError {
    CensusError(
      .invalidData, zh: "文件按 \(encoding.name) 读取，但偏移 \(place)（从 0 起的字节数）处不是有效的文字。",
      en: """
        The file was read as \(encoding.name), but what stands at offset \(place) (bytes, from 0) is \
        no character of it.
        """,
      remedy: LocalizedText(
        zh: "在 Excel 或 WPS 中另存为“CSV UTF-8”，再试一次。",
        en: "Save it as “CSV UTF-8” in Excel or WPS and try again."))
  }
}
