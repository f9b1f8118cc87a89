/// The size of the parts of an upload: grows while parts arrive, halves when one is cut.
struct PartSize: Sendable {
  private static let least = 64 * 1024
  private static let most = 4 * 1024 * 1024
  /// The size of the next part, bytes.
  private(set) var bytes: Int

  init(bytes: Int = 256 * 1024) { self.bytes = bytes }

  mutating func grow() { bytes = min(bytes * 2, PartSize.most) }

  mutating func halve() { bytes = max(bytes / 2, PartSize.least) }
}
