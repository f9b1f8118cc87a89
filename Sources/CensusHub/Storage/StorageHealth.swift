/// What a storage says of itself.
public protocol StorageHealth {
  /// Proves that the storage answers.
  func probe() throws
  /// What the storage's own check of all its pages and references complains of.
  func complaints() throws -> [String]
}
