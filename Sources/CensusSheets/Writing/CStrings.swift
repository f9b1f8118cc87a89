import Foundation

/// C strings that live as long as this does, for structures that point to them.
package final class CStrings {
  private var strings: [UnsafeMutablePointer<CChar>?] = []

  /// Begins without any.
  package init() {}

  deinit { strings.forEach { free($0) } }

  /// A copy of the text that ends with a zero.
  package func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let string = strdup(text)
    strings.append(string)
    return string
  }
}
