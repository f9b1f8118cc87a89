import Foundation

/// C strings that live as long as this does, for structures that point to them.
final class CStrings {
  private var strings: [UnsafeMutablePointer<CChar>?] = []

  deinit { strings.forEach { free($0) } }

  /// A copy of the text that ends with a zero.
  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let string = strdup(text)
    strings.append(string)
    return string
  }
}
