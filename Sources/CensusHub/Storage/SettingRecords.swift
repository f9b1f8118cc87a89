/// The central's settings, one text to a key, and the names of townships by code.
public protocol SettingRecords {
  /// Every setting; keys of a newer program among them are left alone by the hub.
  func all() throws -> [String: String]
  /// Sets the text of `key`.
  func set(_ key: String, to value: String) throws
  /// The names of townships by code.
  func townNames() throws -> [String: String]
  /// Sets the name of the township `code`.
  func name(town code: String, _ name: String) throws
}
