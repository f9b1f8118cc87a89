import CensusJSON

/// The merge of two contents that were made from one: what one side alone changed is taken, what
/// both changed alike is agreed, and what they changed differently is a conflict.
///
/// Objects are merged member by member, except geometries, whose members make sense only together.
/// Photos are a set by their SHA-256. Any other array is one value.
public struct ContentMerge: Sendable, Equatable {
  /// The merged content; a field in conflict has the other side's value, which stands.
  public private(set) var content: JSONObject
  /// The fields in conflict, by place.
  public private(set) var conflicts: [FieldConflict] = []
  /// Pointers of the fields that were taken from the own side alone.
  public private(set) var fromMine: [String] = []
  /// Pointers of the fields that were taken from the other side alone.
  public private(set) var fromTheirs: [String] = []

  /// Merges `mine` and `theirs`, which were both made from `base`.
  public init(base: JSONObject, mine: JSONObject, theirs: JSONObject) {
    content = [:]
    content = merge(base, mine, theirs, at: "")
  }

  private mutating func merge(
    _ base: JSONObject, _ mine: JSONObject, _ theirs: JSONObject, at place: String
  ) -> JSONObject {
    var result = JSONObject()
    let further = mine.names.filter { theirs[$0] == nil }
    // What both have taken away is in neither list, and so is gone.
    for name in theirs.names + further {
      let pointer = place + "/" + JSONPointer.escape(name)
      result[name] = merge(base[name], mine[name], theirs[name], at: pointer)
    }
    return result
  }

  private mutating func merge(
    _ base: JSONValue?, _ mine: JSONValue?, _ theirs: JSONValue?, at pointer: String
  ) -> JSONValue? {
    if mine == theirs { return theirs }
    if base == theirs {
      fromMine.append(pointer)
      return mine
    }
    if base == mine {
      fromTheirs.append(pointer)
      return theirs
    }
    if let own = mine?.object, let other = theirs?.object, !own.isGeometry, !other.isGeometry {
      return .object(merge(base?.object ?? [:], own, other, at: pointer))
    }
    if let union = PhotoSet.merge(base: base, mine: mine, theirs: theirs) {
      fromMine.append(pointer)
      fromTheirs.append(pointer)
      return union
    }
    conflicts.append(FieldConflict(pointer: pointer, base: base, mine: mine, theirs: theirs))
    return theirs
  }
}

extension JSONObject {
  fileprivate var isGeometry: Bool { self["type"] != nil && self["coordinates"] != nil }
}
