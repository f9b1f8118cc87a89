/// Cuts a GeoJSON feature collection that arrives in pieces into its features, so that memory is bounded
/// by one feature, whatever the file holds.
///
/// It only finds where each member of the top-level `features` list begins and ends; what a feature holds is
/// read by the strict parser.
struct FeatureCutter {
  /// Why no feature can be cut out.
  enum Failure: Error {
    /// The file is not a JSON object with a list `features`.
    case notACollection
    /// A feature is longer than allowed; counted from 1.
    case tooLong(Int)
    /// The file ends inside the list.
    case cut
  }

  private enum State {
    /// Before the list, inside the outer object.
    case outside
    /// In the list, between features.
    case between
    /// In a feature.
    case inside
    /// Behind the list.
    case behind
  }

  private let limit: Int
  private var state = State.outside
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var text: [UInt8] = []
  private var lastKey: [UInt8] = []
  private var feature: [UInt8] = []
  private var count = 0

  init(limit: Int) { self.limit = limit }

  /// The features that end within `piece`.
  mutating func feed(_ piece: some Sequence<UInt8>, _ emit: ([UInt8]) throws -> Void) throws {
    for byte in piece { try take(byte, emit) }
  }

  /// Ends the file.
  func finish() throws {
    switch state {
    case .behind: return
    case .outside: throw Failure.notACollection
    case .between, .inside: throw Failure.cut
    }
  }

  private mutating func take(_ byte: UInt8, _ emit: ([UInt8]) throws -> Void) throws {
    switch state {
    case .outside: try outside(byte)
    case .between: try between(byte)
    case .inside: try inside(byte, emit)
    case .behind: return
    }
  }

  private mutating func outside(_ byte: UInt8) throws {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
        if depth == 1 { lastKey = text }
        return
      }
      if depth == 1, text.count < 32 { text.append(byte) }
      return
    }
    switch byte {
    case UInt8(ascii: "\""):
      isInText = true
      text.removeAll(keepingCapacity: true)
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "["):
      if depth == 1, lastKey.elementsEqual("features".utf8) {
        state = .between
      } else {
        guard depth > 0 else { throw Failure.notACollection }
        depth += 1
      }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      guard depth > 0 else { throw Failure.notACollection }
    default: return
    }
  }

  private mutating func between(_ byte: UInt8) throws {
    switch byte {
    case UInt8(ascii: "]"): state = .behind
    case UInt8(ascii: "{"):
      state = .inside
      depth = 1
      feature = [byte]
      count += 1
    case UInt8(ascii: ","), UInt8(ascii: " "), 0x09, 0x0A, 0x0D: return
    default: throw Failure.notACollection
    }
  }

  private mutating func inside(_ byte: UInt8, _ emit: ([UInt8]) throws -> Void) throws {
    guard feature.count < limit else { throw Failure.tooLong(count) }
    feature.append(byte)
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      guard depth == 0 else { return }
      state = .between
      try emit(feature)
    default: return
    }
  }
}
