/// Cuts a file that arrives in pieces into lines; a line over the limit is given as nil and let go, so
/// that memory stays bounded whatever the file holds.
struct LineCutter {
  private let limit: Int
  private var rest: [UInt8] = []
  private var isTooLong = false

  init(limit: Int) { self.limit = limit }

  /// The lines that end within `piece`, without their line feeds.
  mutating func feed(
    _ piece: some RandomAccessCollection<UInt8>, _ emit: ([UInt8]?) throws -> Void
  ) rethrows {
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      keep(piece[start..<end])
      try endLine(emit)
      start = piece.index(after: end)
    }
    keep(piece[start...])
  }

  /// The last line, where the file does not end with a line feed.
  mutating func finish(_ emit: ([UInt8]?) throws -> Void) rethrows {
    if !rest.isEmpty || isTooLong { try endLine(emit) }
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    guard !isTooLong else { return }
    guard rest.count + bytes.count <= limit else {
      isTooLong = true
      rest.removeAll()
      return
    }
    rest.append(contentsOf: bytes)
  }

  private mutating func endLine(_ emit: ([UInt8]?) throws -> Void) rethrows {
    let line = isTooLong ? nil : rest
    rest.removeAll(keepingCapacity: true)
    isTooLong = false
    try emit(line)
  }
}
