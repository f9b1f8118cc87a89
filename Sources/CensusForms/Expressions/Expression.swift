/// A compiled expression over an entry's fields; the language is specified in `Docs/Form-vocabulary.md`.
public struct Expression: Sendable {
  /// The text that it was compiled from.
  public let source: String
  let root: Node

  /// A node of the syntax tree.
  indirect enum Node: Sendable {
    case boolean(Bool)
    case number(ExactNumberLiteral)
    case text(TextLiteral)
    case list([Node])
    case field(FieldReference)
    case negate(Node)
    case not(Node)
    case arithmetic(ArithmeticOperator, Node, Node)
    case compare(ComparisonOperator, Node, Node)
    case member(Node, [Node])
    case and(Node, Node)
    case or(Node, Node)
    case implies(Node, Node)
    case call(Function, [Node])
    case every(Node, Node)
    case everyPair(Node, Node)
    case sum(Node, Node)
  }

  enum ArithmeticOperator: Sendable { case add, subtract, multiply, divide }
  enum ComparisonOperator: Sendable {
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
  }

  /// The functions of the language; those over a list's rows have nodes of their own, because they
  /// open a scope.
  enum Function: String, Sendable, CaseIterable {
    case present, absent, contains, count, first, last, distinct
    case days, minutes, year, today
    case startsWith, slice, number, sumNumbers
    case abs, min, max, angleBetween
    case lengthKm, areaKm2, photoDistance, withinRegion

    /// How many arguments are allowed.
    var arity: ClosedRange<Int> {
      switch self {
      case .today, .photoDistance: 0...0
      case .present, .absent, .count, .year, .abs, .lengthKm, .areaKm2, .number, .sumNumbers,
        .withinRegion:
        1...1
      case .contains, .first, .last, .distinct, .days, .minutes, .startsWith, .angleBetween: 2...2
      case .slice: 3...3
      case .min, .max: 1...16
      }
    }
  }

  /// Functions that judge each row of a list by an expression of its own.
  enum RowFunction: String {
    case every, everyPair, sum
  }

  /// A number written in the expression; mantissa and scale as in ``ExactNumber``.
  struct ExactNumberLiteral: Sendable {
    let mantissa: Int
    let scale: Int
    var number: ExactNumber { .exact(mantissa: Int128(mantissa), scale: scale) }
  }

  /// A text written in the expression, laid where it can be compared without allocation.
  final class TextLiteral: @unchecked Sendable {
    // Sendable: the buffer is filled in init, never changed, and freed only in deinit.
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(buffer) }

    init(_ text: String) {
      let utf8 = Array(text.utf8)
      buffer = .allocate(capacity: max(1, utf8.count))
      _ = buffer.initialize(from: utf8)
      count = utf8.count
    }

    private let count: Int
    var view: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[0..<count]) }

    deinit { buffer.deallocate() }
  }

  /// A field's name; the first step is bound to the form's own numbering of its properties.
  struct FieldReference: Sendable {
    /// Where the first step is looked for.
    enum Holder: Sendable {
      case form, row, nextRow
    }

    let path: [String]
    /// Where the first step is looked for first.
    let holder: Holder
    /// Its index among the form's top-level properties, where it may be one.
    let slot: Int?
  }
}
