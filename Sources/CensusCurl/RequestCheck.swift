internal import CensusAPI

/// Refuses requests whose parts could be read as more than they are.
enum RequestCheck {
  /// What curl writes itself; a second wording would let two readers disagree about the message.
  private static let reserved: Set<String> = [
    "connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding",
    "upgrade",
  ]

  /// The detail of a failure never repeats a value, since values can be secret.
  static func validate(_ call: HTTPCall) throws(TransportFailure) {
    guard isToken(call.method) else { throw invalid("the method is not a word") }
    guard call.path.hasPrefix("/"), call.path.utf8.allSatisfy(isPathByte) else {
      throw invalid("the path holds a character that it may not")
    }
    for header in call.headers { try validate(name: header.name, value: header.value) }
  }

  /// Checks one header field.
  static func validate(name: String, value: String) throws(TransportFailure) {
    guard isToken(name) else { throw invalid("a header's name is not a word") }
    guard !reserved.contains(name.lowercased()) else {
      throw invalid("the header \(name) is not the caller's to set")
    }
    guard value.utf8.allSatisfy(isValueByte) else {
      throw invalid("the header \(name) holds a control character")
    }
  }

  private static func invalid(_ detail: String) -> TransportFailure {
    TransportFailure(.invalidRequest, detail: detail)
  }

  /// RFC 9110 section 5.6.2.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  /// Visible ASCII; a fragment sign would cut the path, and some take a backslash for a slash.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "\\")
  }

  private static func isValueByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\t") || (byte >= 0x20 && byte != 0x7F)
  }
}
