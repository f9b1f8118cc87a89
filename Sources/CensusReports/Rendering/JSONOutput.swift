import Foundation

/// JSON as the product prints it: sorted keys and two-space indentation, so that texts compare.
public enum JSONOutput {
  /// Encodes `value`; the text has no line break at its end.
  public static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
