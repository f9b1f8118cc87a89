/// Reads CSV (RFC 4180) piece by piece, so that memory does not grow with the file.
///
/// No library at hand reads CSV as a stream of bytes; this follows the RFC's grammar, and takes LF for
/// CRLF and a byte order mark at the start.
public struct CSVReader {
  /// A record that breaks the grammar.
  public enum Failure: Error, Equatable {
    /// A quoted field is followed by something other than a comma or the record's end.
    case textAfterQuote
    /// The file ends inside a quoted field.
    case unclosedQuote
    /// A record is longer than the limit.
    case tooLong
    /// A field is not UTF-8, as in a file that was saved as GBK.
    case notUTF8
  }

  /// What is told of each record: its row in the file, counted from 1 with empty lines as a
  /// spreadsheet counts them, and its fields or what is wrong with it.
  public typealias Emit = (_ row: Int, Result<[[UInt8]], Failure>) throws -> Void

  /// The longest record, bytes.
  public static let maximumRecordBytes = 1024 * 1024

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var fields: [[UInt8]] = []
  private var size = 0
  private var row = 0
  /// How much of a byte order mark was met at the start of the file; nil past it.
  private var markLength: Int? = 0
  /// Set after a fault until the record's end, so that one bad record does not spoil the next.
  private var fault: Failure?

  /// Makes a reader at the start of a file.
  public init() {}

  /// The records that end within `bytes`.
  public mutating func feed(_ bytes: some Sequence<UInt8>, _ emit: Emit) rethrows {
    let isDone: Void? = try bytes.withContiguousStorageIfAvailable { try feed(buffer: $0, emit) }
    guard isDone == nil else { return }
    for byte in bytes { try take(byte, emit) }
  }

  /// The last record, where the file does not end with a line feed.
  public mutating func finish(_ emit: Emit) rethrows {
    if state == .quoted { fault = fault ?? .unclosedQuote }
    guard !field.isEmpty || !fields.isEmpty || state == .quoteInQuoted || fault != nil else {
      return
    }
    try endRecord(emit)
  }

  private mutating func feed(buffer bytes: UnsafeBufferPointer<UInt8>, _ emit: Emit) rethrows {
    var index = 0
    while index < bytes.count {
      if markLength == nil {
        index = takeRun(bytes, from: index)
        guard index < bytes.count else { return }
      }
      try take(bytes[index], emit)
      index += 1
    }
  }

  /// Takes the bytes from `start` on that stand for nothing but themselves, all at once.
  ///
  /// - Returns: where the first stands that may mean something.
  private mutating func takeRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end: Int
    switch state {
    case .quoteInQuoted: return start
    case .fieldStart where bytes[start] == UInt8(ascii: "\""): return start
    case .quoted: end = bytes.first(UInt8(ascii: "\""), or: UInt8(ascii: "\""), from: start)
    case .fieldStart, .plain:
      end = bytes.first(UInt8(ascii: ","), or: UInt8(ascii: "\n"), from: start)
    }
    guard end > start else { return start }
    size += end - start
    if size > CSVReader.maximumRecordBytes { fault = fault ?? .tooLong }
    if fault == nil { field.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
    if state == .fieldStart { state = .plain }
    return end
  }

  private mutating func take(_ byte: UInt8, _ emit: Emit) rethrows {
    if let length = markLength {
      if byte == CSVReader.mark[length] {
        markLength = length == 2 ? nil : length + 1
        return
      }
      markLength = nil
      // What began like a mark and is none belongs to the first field.
      for earlier in CSVReader.mark.prefix(length) { try take(earlier, emit) }
    }
    size += 1
    if size > CSVReader.maximumRecordBytes { fault = fault ?? .tooLong }
    switch (state, byte) {
    case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
    case (.quoted, _): append(byte)
    case (.quoteInQuoted, UInt8(ascii: "\"")):
      append(byte)
      state = .quoted
    case (_, UInt8(ascii: ",")): endField()
    case (_, UInt8(ascii: "\n")): try endRecord(emit)
    case (.quoteInQuoted, UInt8(ascii: "\r")): break
    case (.quoteInQuoted, _):
      fault = fault ?? .textAfterQuote
      state = .plain
    default:
      append(byte)
      state = .plain
    }
  }

  private mutating func append(_ byte: UInt8) {
    if fault == nil { field.append(byte) }
  }

  private mutating func endField() {
    // An array of the field's own size, since `field` keeps the room of the longest.
    if fault == nil { fields.append(field.withUnsafeBufferPointer { Array($0) }) }
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRecord(_ emit: Emit) rethrows {
    if state == .plain, field.last == UInt8(ascii: "\r") { field.removeLast() }
    endField()
    let record = fields
    let failure = fault
    fields = []
    fields.reserveCapacity(record.count)
    fault = nil
    size = 0
    row += 1
    if let failure { return try emit(row, .failure(failure)) }
    // An empty line is no record.
    if record.count == 1, record[0].isEmpty { return }
    guard record.allSatisfy(CSVReader.isUTF8) else { return try emit(row, .failure(.notUTF8)) }
    try emit(row, .success(record))
  }

  private static func isUTF8(_ field: [UInt8]) -> Bool {
    (try? UTF8Span(validating: field.span)) != nil
  }
}
