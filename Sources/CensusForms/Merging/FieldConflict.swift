import CensusJSON

/// A field that both sides changed, each in its own way; a side that has no such field is nil.
public struct FieldConflict: Sendable, Hashable {
  /// Where it is, a JSON Pointer.
  public let pointer: String
  /// What it was when the sides parted.
  public let base: JSONValue?
  /// What the own side made of it.
  public let mine: JSONValue?
  /// What the other side made of it.
  public let theirs: JSONValue?

  /// Describes a conflict.
  public init(pointer: String, base: JSONValue?, mine: JSONValue?, theirs: JSONValue?) {
    self.pointer = pointer
    self.base = base
    self.mine = mine
    self.theirs = theirs
  }
}
