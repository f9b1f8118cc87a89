import CensusDomain

/// A form to be added at a central.
public struct FormUpload: Sendable, Codable {
  /// The form's file, word for word; blanks before and after the object are left off.
  public var schema: String

  /// Makes an upload.
  public init(schema: String) { self.schema = schema }
}

/// Asks for the forms of a central.
public struct FormQuery: Sendable, Codable {
  /// Whether the files of the forms that were added are wanted; absent means no.
  public var withSchemas: Bool?

  /// Makes a query.
  public init(withSchemas: Bool? = nil) { self.withSchemas = withSchemas }
}

/// The forms by which a central judges.
public struct FormList: Sendable, Codable {
  /// One version of a form.
  public struct Item: Sendable, Codable {
    /// The form's code.
    public var code: String
    /// Its version.
    public var version: Int
    /// What it records: a hazard's id, or `evidence` or `inventory`.
    public var hazard: FormSubject
    /// Its title.
    public var title: LocalizedText
    /// The SHA-256 of its file; absent where it is the program's or the folder's own.
    public var hash: ContentHash?
    /// When it was added, ISO 8601; absent as above.
    public var addedAt: String?
    /// Its file, where that was asked for and it was added.
    public var schema: String?

    /// Makes an item.
    public init(
      code: String, version: Int, hazard: FormSubject, title: LocalizedText, hash: ContentHash?,
      addedAt: String?, schema: String?
    ) {
      self.code = code
      self.version = version
      self.hazard = hazard
      self.title = title
      self.hash = hash
      self.addedAt = addedAt
      self.schema = schema
    }
  }

  /// The forms by code and version.
  public var forms: [Item]

  /// Makes a list.
  public init(forms: [Item]) { self.forms = forms }
}
