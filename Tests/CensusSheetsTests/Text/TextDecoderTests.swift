import CensusDomain
import CensusSheets
import Testing

@Suite("Encodings of text files")
struct TextDecoderTests {
  /// 酄 and 浭 stand in place names and came late to the fonts, 㐂 has four bytes in GB 18030, and 𠀀
  /// stands beyond U+FFFF.
  private static let text = "编号,乡镇\r\n1,酄庄 浭阳\r\n2,㐂𠀀 abc\r\n"

  /// The same text as Python's codecs write it.
  private func encoded(_ codec: String, _ text: String = text) throws -> [UInt8] {
    let program = "import sys; print(*sys.argv[1].encode(sys.argv[2]))"
    let numbers = try Python.run(["-c", program, text, codec])
    return numbers.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0) }
  }

  private func decoded(
    _ bytes: [UInt8], step: Int = 1000, as encoding: TextEncoding? = nil
  ) throws(CensusError) -> (text: String, encoding: TextEncoding) {
    var decoder = TextDecoder(sniffing: Array(bytes.prefix(65_536)), as: encoding)
    var output: [UInt8] = []
    for place in stride(from: 0, to: bytes.count, by: step) {
      try decoder.feed(Array(bytes[place...].prefix(step))) { output += $0 }
    }
    try decoder.finish()
    return (String(decoding: output, as: UTF8.self), decoder.encoding)
  }

  private func refusal(_ bytes: [UInt8], step: Int = 1000) -> String? {
    do throws(CensusError) {
      _ = try decoded(bytes, step: step)
      return nil
    } catch {
      return error.code == .invalidData && error.remedy != nil ? error.message.en : nil
    }
  }

  @Test(
    "Each encoding is told from the first bytes and decoded, however the pieces cut it",
    arguments: [
      ("utf-8", TextEncoding.utf8), ("utf-8-sig", .utf8), ("gb18030", .gb18030),
      ("utf-16-le", .utf16LittleEndian), ("utf-16-be", .utf16BigEndian),
    ])
  func decodes(_ codec: String, _ encoding: TextEncoding) throws {
    let isMarked = codec.hasPrefix("utf-16")
    let bytes = try encoded(codec, (isMarked ? "\u{FEFF}" : "") + Self.text)
    for step in [1, 2, 3, 5, 1000] {
      let found = try decoded(bytes, step: step)
      #expect(found.text == Self.text, "in steps of \(step)")
      #expect(found.encoding == encoding)
    }
  }

  @Test("GB 18030 with its mark loses the mark")
  func markedGB18030() throws {
    let bytes = try encoded("gb18030", "\u{FEFF}" + Self.text)
    #expect(try decoded(bytes).text == Self.text)
  }

  @Test("GB 18030 agrees with Python's on each character of two and four bytes in Chinese use")
  func agreesWithPython() throws {
    let ranges = [0x3400...0x4DB5, 0x4E00...0x9FA5, 0x20000...0x200FF]
    let scalars = ranges.joined().compactMap { UnicodeScalar(UInt32($0)) }
    let text = String(String.UnicodeScalarView(scalars))
    #expect(try decoded(encoded("gb18030", text), step: 7).text == text)
  }

  @Test("A head that cuts a character is UTF-8 still; the user's word stands above the guess")
  func head() {
    let bytes = Array("开平区".utf8)
    #expect(TextDecoder(sniffing: Array(bytes.prefix(4))).encoding == .utf8)
    #expect(TextDecoder(sniffing: []).encoding == .utf8)
    #expect(TextDecoder(sniffing: bytes, as: .gb18030).encoding == .gb18030)
    #expect(TextDecoder(sniffing: [0xE5, 0xBC] + Array("a".utf8)).encoding == .gb18030)
  }

  @Test("What looked like UTF-8 and breaks later is refused with the offset")
  func breaksLater() throws {
    let start = [UInt8](repeating: UInt8(ascii: "a"), count: 70_000)
    let bytes = try start + encoded("gb18030", "唐山")
    #expect(refusal(bytes)?.contains("UTF-8, but what stands at offset 70000 ") == true)
    #expect(try decoded(bytes, as: .gb18030).text.hasSuffix("a唐山"))
  }

  @Test("An invalid or a cut sequence is refused with its offset in the file")
  func offsets() throws {
    let good = try encoded("gb18030", "唐山")
    for step in [1, 3, 1000] {
      #expect(refusal(good + [0xFF, 0x41], step: step)?.contains("offset 4 ") == true)
      #expect(refusal(good + [0xCC], step: step)?.contains("offset 4 ") == true)
      let cut = Array("\u{FEFF}唐".utf8) + [0xE5, 0xB1]
      #expect(refusal(cut, step: step)?.contains("offset 6 ") == true)
      #expect(
        refusal([0xFF, 0xFE, 0x41, 0, 0x00, 0xDC], step: step)?.contains("offset 4 ") == true)
    }
  }

  @Test("What the taker throws comes out")
  func passesOn() {
    let thrown = CensusError(.conflict, zh: "停。", en: "Stop.")
    #expect(throws: thrown) {
      var decoder = TextDecoder(sniffing: [])
      try decoder.feed([0x41]) { (_) throws(CensusError) in throw thrown }
    }
  }
}
