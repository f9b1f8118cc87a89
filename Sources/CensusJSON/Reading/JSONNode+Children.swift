internal import CSimdJSON

extension JSONNode {
  /// An array's values in order; empty for other kinds.
  public var elements: Elements { Elements(parent: self) }

  /// An object's keys and values in the document's order; empty for other kinds.
  public var members: Members { Members(parent: self) }

  /// The values of an array, read off the tape one after the other.
  public struct Elements: Sequence, IteratorProtocol {
    private var remaining: Int
    private var child: JSONNode

    init(parent: JSONNode) {
      remaining = parent.kind == .array ? parent.count : 0
      child = JSONNode(place: parent.place + 1, tape: parent.tape)
    }

    /// The next value.
    public mutating func next() -> JSONNode? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      defer { child = JSONNode(place: child.following, tape: child.tape) }
      return child
    }

    /// How many values are left.
    public var underestimatedCount: Int { remaining }
  }

  /// The members of an object, read off the tape one after the other.
  public struct Members: Sequence, IteratorProtocol {
    private var remaining: Int
    private var key: JSONNode

    init(parent: JSONNode) {
      remaining = parent.kind == .object ? parent.count : 0
      key = JSONNode(place: parent.place + 1, tape: parent.tape)
    }

    /// The next member.
    public mutating func next() -> (key: JSONNode, value: JSONNode)? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let value = JSONNode(place: key.place + 1, tape: key.tape)
      defer { key = JSONNode(place: value.following, tape: value.tape) }
      return (key, value)
    }

    /// How many members are left.
    public var underestimatedCount: Int { remaining }
  }
}
