import Testing

@testable import CensusSheets

@Suite("Escapes in texts")
struct EscapedTextTests {
  @Test("Escapes of four hexadecimal digits are resolved, and all else is left")
  func decodes() {
    for (text, decoded) in [
      ("a_x000D__x000a_b", "a\r\nb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"),
      ("_xD83D_", "\u{FFFD}"), ("_x00_", "_x00_"), ("_x+00D_", "_x+00D_"), ("a_b", "a_b"),
      ("_X000D_", "_X000D_"), ("x_x000D", "x_x000D"), ("__x0041_", "_A"), ("", ""),
    ] {
      let bytes = EscapedText.decode(Array(text.utf8))
      #expect(String(decoding: bytes, as: UTF8.self) == decoded, "\(text)")
    }
  }
}
