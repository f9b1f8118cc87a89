import CensusDomain

/// A paper to be made.
public struct PaperRequest: Sendable, Codable {
  /// Which report.
  public var kind: PaperKind
  /// The day whose end it describes; nil means today, as far as it has come.
  public var asOf: CivilDate?
  /// Who hands it over.
  public var office: PaperOffice
  /// Makes a draft: it gets no number and is not kept.
  public var isDraft: Bool
  /// The project, for performance sheets.
  public var project: String?
  /// The quality sample, for the check table; nil means the newest.
  public var draw: Int?

  /// Makes a request.
  public init(
    kind: PaperKind, asOf: CivilDate? = nil, office: PaperOffice = PaperOffice(),
    isDraft: Bool = false, project: String? = nil, draw: Int? = nil
  ) {
    self.kind = kind
    self.asOf = asOf
    self.office = office
    self.isDraft = isDraft
    self.project = project
    self.draw = draw
  }
}

/// A paper as JSON, exactly as it is kept.
public struct PaperDocument: Sendable, Codable {
  /// Its number; nil for a draft.
  public var number: String?
  /// The paper.
  public var json: String

  /// Makes a document.
  public init(number: String?, json: String) {
    self.number = number
    self.json = json
  }
}

/// Which papers to list.
public struct PaperQuery: Sendable, Codable {
  /// Only these; nil means all.
  public var kind: PaperKind?

  /// Makes a query.
  public init(kind: PaperKind? = nil) { self.kind = kind }
}

/// A paper by its number.
public struct PaperReference: Sendable, Codable {
  /// The number.
  public var number: String

  /// Makes a reference.
  public init(number: String) { self.number = number }
}

/// The papers that were handed over.
public struct PaperList: Sendable, Codable {
  /// One of them.
  public struct Item: Sendable, Codable {
    /// Its number.
    public var number: String
    /// Which report it is.
    public var kind: PaperKind
    /// The day that its figures describe.
    public var asOf: CivilDate
    /// When it was made.
    public var issuedAt: String
    /// Who made it.
    public var author: String
    /// The SHA-256 of its JSON.
    public var hash: ContentHash

    /// Makes an item.
    public init(
      number: String, kind: PaperKind, asOf: CivilDate, issuedAt: String, author: String,
      hash: ContentHash
    ) {
      self.number = number
      self.kind = kind
      self.asOf = asOf
      self.issuedAt = issuedAt
      self.author = author
      self.hash = hash
    }
  }

  /// The papers in the order of their making.
  public var papers: [Item]

  /// Makes a list.
  public init(papers: [Item]) { self.papers = papers }
}

/// A figure of a paper.
public struct FigureQuery: Sendable, Codable {
  /// The paper's number.
  public var number: String
  /// The cell's address, such as `hazards!C7`.
  public var cell: String
  /// At most so many records are listed.
  public var limit: Int

  /// Makes a query.
  public init(number: String, cell: String, limit: Int = 1000) {
    self.number = number
    self.cell = cell
    self.limit = limit
  }
}

/// The records behind a figure.
public struct FigureTrace: Sendable, Codable {
  /// The paper's number.
  public var number: String
  /// The cell's address.
  public var cell: String
  /// The figure as the paper shows it.
  public var value: LocalizedText
  /// What it counts, or from which cells it follows.
  public var explanation: LocalizedText
  /// What the columns of ``rows`` are.
  public var columns: [LocalizedText]
  /// A record a row, at most as many as were asked for.
  public var rows: [[String]]
  /// How many records there are in all.
  public var count: Int

  /// Makes a trace.
  public init(
    number: String, cell: String, value: LocalizedText, explanation: LocalizedText,
    columns: [LocalizedText], rows: [[String]], count: Int
  ) {
    self.number = number
    self.cell = cell
    self.value = value
    self.explanation = explanation
    self.columns = columns
    self.rows = rows
    self.count = count
  }
}

/// Whether a paper still agrees with the records.
public struct PaperAgreement: Sendable, Codable {
  /// A cell that would read differently now.
  public struct Difference: Sendable, Codable {
    /// The cell's address.
    public var cell: String
    /// What the paper says; empty where it has no such cell.
    public var issued: LocalizedText
    /// What a recount gives; empty where it has no such cell.
    public var recounted: LocalizedText

    /// Makes a difference.
    public init(cell: String, issued: LocalizedText, recounted: LocalizedText) {
      self.cell = cell
      self.issued = issued
      self.recounted = recounted
    }
  }

  /// The paper's number.
  public var number: String
  /// The cells that differ; none where the paper agrees.
  public var differences: [Difference]

  /// Makes an agreement.
  public init(number: String, differences: [Difference]) {
    self.number = number
    self.differences = differences
  }
}
