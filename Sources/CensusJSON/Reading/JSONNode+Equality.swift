extension JSONNode {
  /// Whether both values mean the same.
  ///
  /// Numbers are compared by value (`1` equals `1.0` and `1e0`) and exactly, not as doubles.
  /// Objects are equal when they have equal members in any order; arrays keep theirs.
  public func equals(_ other: JSONNode) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null), (.true, .true), (.false, .false):
      true
    case (.integer, .integer):
      int64 == other.int64
    case (.integer, .number), (.number, .integer), (.number, .number):
      double == other.double && DecimalText(utf8) == DecimalText(other.utf8)
    case (.string, .string):
      hasBytes(other.utf8)
    case (.array, .array):
      count == other.count && zip(elements, other.elements).allSatisfy { $0.equals($1) }
    case (.object, .object):
      count == other.count && hasMembers(of: other)
    default:
      false
    }
  }

  private func hasMembers(of other: JSONNode) -> Bool {
    // Two copies of a document mostly have one order, which needs no search.
    let isSameOrder = zip(members, other.members).allSatisfy { mine, theirs in
      mine.key.hasBytes(theirs.key.utf8)
    }
    if isSameOrder {
      return zip(members, other.members).allSatisfy { $0.value.equals($1.value) }
    }
    // Sorting keeps the work bounded for objects with very many members.
    return zip(sortedMembers, other.sortedMembers).allSatisfy { mine, theirs in
      mine.key.hasBytes(theirs.key.utf8) && mine.value.equals(theirs.value)
    }
  }

  private var sortedMembers: [(key: JSONNode, value: JSONNode)] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
