/// The members of a JSON object, in the order in which they were written.
///
/// Names are compared byte by byte, without Unicode normalisation. Looking a name up goes through
/// the members one by one, which for the few dozen that records have is faster than hashing.
public struct JSONObject: Sendable {
  /// One member.
  public typealias Member = (name: String, value: JSONValue)

  private var storage: [Member] = []

  /// Makes an object without members.
  public init() {}

  /// Makes an object from members; of a name that repeats, the last value stays.
  public init(_ members: some Sequence<Member>) {
    for (name, value) in members { self[name] = value }
  }

  init(_ node: JSONNode) {
    // The parser has refused names that repeat, so nothing has to be looked up here.
    storage.reserveCapacity(node.count)
    for (key, value) in node.members {
      storage.append((String(decoding: key.utf8, as: UTF8.self), JSONValue(value)))
    }
  }

  /// The value of `name`: setting one that is new appends it, setting nil removes the member.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name).map { storage[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): storage[index].value = value
      case (nil, let value?): storage.append((name, value))
      case (let index?, nil): storage.remove(at: index)
      case (nil, nil): break
      }
    }
  }

  /// Removes the member `name` and returns its value.
  @discardableResult
  public mutating func remove(_ name: String) -> JSONValue? {
    index(of: name).map { storage.remove(at: $0).value }
  }

  /// The names in order.
  public var names: [String] { storage.map(\.name) }

  private func index(of name: String) -> Int? {
    storage.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }
}

extension JSONObject: RandomAccessCollection {
  /// The place of the first member.
  public var startIndex: Int { 0 }

  /// The place after the last member.
  public var endIndex: Int { storage.count }

  /// The member at `position`.
  public subscript(position: Int) -> Member { storage[position] }
}

extension JSONObject: Hashable {
  /// Whether both have equal members, in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    let isSame = zip(left, right).allSatisfy { mine, theirs in
      mine.name.utf8.elementsEqual(theirs.name.utf8) && mine.value == theirs.value
    }
    return isSame || left.allSatisfy { right[$0.name] == $0.value }
  }

  /// Feeds the members without regard to their order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for member in storage {
      var one = Hasher()
      one.combine(member.name)
      one.combine(member.value)
      sum &+= one.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object; of a name that repeats, the last value stays.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}
