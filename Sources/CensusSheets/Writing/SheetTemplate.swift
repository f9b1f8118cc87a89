/// A workbook to be filled in by people and read back.
public struct SheetTemplate: Sendable, Hashable {
  /// The code of what it is a template of.
  public let form: String
  /// The version of that.
  public let version: String
  /// What people call it.
  public let title: String
  /// Lines of advice for the sheet 说明.
  public let notes: [String]
  /// The name of the sheet to be filled in.
  public let sheet: String
  /// Its columns from A.
  public let columns: [TemplateColumn]

  /// Makes a template; what spreadsheet programs do not take in `sheet` is replaced.
  public init(
    form: String, version: String, title: String, notes: [String] = [], sheet: String,
    columns: [TemplateColumn]
  ) {
    self.form = form
    self.version = version
    self.title = title
    self.notes = notes
    let name = SheetName.valid(sheet)
    // The two other sheets keep their names, by which people know them.
    self.sheet = [SheetTemplate.guide, SheetTemplate.lists].contains(name) ? name + "表" : name
    self.columns = columns
  }

  /// The sheet that explains the others and holds form and version.
  static let guide = "说明"
  /// The hidden sheet of long lists.
  static let lists = "列表"
}
