/// The names in a template that tell an importer where things are, wherever people move them.
enum TemplateNames {
  /// The cell of the form's code.
  static let form = "hc_form"
  /// The cell of the form's version.
  static let version = "hc_version"
  /// The row of headers.
  static let header = "hc_header"
  /// The row of keys.
  static let keys = "hc_keys"
  /// The row of units and hints.
  static let advice = "hc_advice"
  /// The row of examples, which is no data.
  static let example = "hc_example"
  /// The first row of data.
  static let firstRow = "hc_first_row"
}

/// Where things stand in a fresh template; rows count from 0.
enum TemplateRows {
  static let header: UInt32 = 0
  static let keys: UInt32 = 1
  static let advice: UInt32 = 2
  static let example: UInt32 = 3
  static let first: UInt32 = 4
  /// The last row that lists and advice reach to.
  static let last: UInt32 = 4999
}
