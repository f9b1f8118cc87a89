internal import CSimdJSON

/// Reads JSON documents strictly, reusing its memory from one to the next.
///
/// Every value is checked before a node is handed out. Refused are nesting and lengths over the
/// limits, keys that repeat within an object, anything after the document, invalid UTF-8, lone
/// surrogates, a byte order mark, and numbers that a double cannot hold.
///
/// A parser is for one thread at a time, and its nodes point into it: they are valid until its next
/// parse and only while it lives.
public final class JSONParser {
  private let handle: OpaquePointer?
  private let limits: json_tape_limits

  /// Makes a parser with its limits.
  ///
  /// - Parameters:
  ///   - maximumDepth: how many arrays and objects may lie within each other; at most 512.
  ///   - maximumBytes: the longest document.
  ///   - maximumValues: how many values a document may hold, keys included; each takes some 64
  ///     bytes, so this bounds the memory that a hostile document can claim.
  public init(
    maximumDepth: Int = 64, maximumBytes: Int = 16 * 1024 * 1024, maximumValues: Int = 2_000_000
  ) {
    handle = json_tape_new()
    limits = json_tape_limits(
      bytes: max(0, maximumBytes),
      // The reader recurses, so that the stack sets a ceiling whatever the caller wishes.
      depth: UInt32(clamping: min(maximumDepth, 512)),
      nodes: UInt32(clamping: maximumValues))
  }

  deinit {
    json_tape_free(handle)
  }

  /// Reads one document.
  ///
  /// The bytes are copied and need not stay. The node, and whatever is reached from it, is valid
  /// until this parser's next parse and only while this parser lives; use
  /// ``withDocument(_:_:)`` where nothing else keeps the parser.
  public func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONFailure) -> JSONNode {
    try root(of: read(bytes))
  }

  /// Reads one document; the node is valid until the next parse and only while this parser lives.
  public func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONNode {
    try root(of: bytes.withUnsafeBytes { read($0) })
  }

  /// Reads one document and hands its root to `body`; nothing of it may leave `body`.
  public func withDocument<Result>(
    _ bytes: [UInt8], _ body: (JSONNode) throws -> Result
  ) throws -> Result {
    let node = try parse(bytes)
    return try withExtendedLifetime(self) { try body(node) }
  }

  private func read(_ bytes: UnsafeRawBufferPointer) -> json_tape_result? {
    guard let handle else { return nil }
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return json_tape_parse(handle, start, bytes.count, limits)
  }

  private func root(of result: json_tape_result?) throws(JSONFailure) -> JSONNode {
    guard let result else { throw JSONFailure(.outOfMemory) }
    guard let nodes = result.nodes else {
      throw JSONFailure(
        JSONFailure.Reason(rawValue: result.code) ?? .syntax,
        offset: result.offset < 0 ? nil : Int(result.offset))
    }
    return JSONNode(place: nodes, tape: nodes)
  }
}

@available(*, unavailable, message: "A parser's nodes point into it; keep one for each thread.")
extension JSONParser: Sendable {}
