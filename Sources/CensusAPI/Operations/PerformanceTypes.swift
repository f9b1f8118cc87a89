import CensusDomain

/// A budget project with its performance sheet, to be added at a central.
public struct ProjectUpload: Sendable, Codable {
  /// The project's file, word for word (Schemas/performance.schema.json).
  public var document: String

  /// Makes an upload.
  public init(document: String) { self.document = document }
}

/// Asks for projects.
public struct ProjectQuery: Sendable, Codable {
  /// Whether the files are wanted; absent means no.
  public var withDocuments: Bool?

  /// Makes a query.
  public init(withDocuments: Bool? = nil) { self.withDocuments = withDocuments }
}

/// The projects of a central, each with its newest file of each budget year.
public struct ProjectList: Sendable, Codable {
  /// One project in one budget year.
  public struct Item: Sendable, Hashable, Codable {
    /// The name by which commands name it.
    public var id: String
    /// The budget year.
    public var year: Int
    /// How often its file was added; the last counts.
    public var version: Int
    /// Its name.
    public var name: String
    /// Its budget, fen.
    public var budgetFen: Fen
    /// How many indicators it has.
    public var indicators: Int
    /// The SHA-256 of its file.
    public var hash: ContentHash
    /// When that was added, ISO 8601.
    public var addedAt: String
    /// Its file, where that was asked for.
    public var document: String?

    /// Makes an item.
    public init(
      id: String, year: Int, version: Int, name: String, budgetFen: Fen, indicators: Int,
      hash: ContentHash, addedAt: String, document: String?
    ) {
      self.id = id
      self.year = year
      self.version = version
      self.name = name
      self.budgetFen = budgetFen
      self.indicators = indicators
      self.hash = hash
      self.addedAt = addedAt
      self.document = document
    }
  }

  /// The projects by id and year.
  public var projects: [Item]

  /// Makes a list.
  public init(projects: [Item]) { self.projects = projects }
}

/// What somebody found of a project's indicator on a day.
///
/// Of several records of one day the last counts; a correction is a further record.
public struct IndicatorRecord: Sendable, Hashable, Codable {
  /// The project.
  public var project: String
  /// The indicator; `execution` is what was paid, in 10,000 yuan, and `goals` the year's achievements in words.
  public var indicator: String
  /// The day of which it tells.
  public var date: CivilDate
  /// A number in the target's unit, or a judgement such as `partly 70`; empty where only words are recorded.
  public var value: String
  /// What is expected by the end of the year, likewise; empty lets the sheet propose it.
  public var forecast: String
  /// The class of the reason for a deviation.
  public var reason: DeviationReason?
  /// Whether the target can be reached.
  public var likelihood: TargetLikelihood?
  /// Explanation and measures.
  public var note: String
  /// The name of the file that proves it; empty where there is none.
  public var attachment: String
  /// The SHA-256 of that file, which stays with the office.
  public var attachmentHash: ContentHash?

  /// Makes a record.
  public init(
    project: String, indicator: String, date: CivilDate, value: String, forecast: String = "",
    reason: DeviationReason? = nil, likelihood: TargetLikelihood? = nil, note: String = "",
    attachment: String = "", attachmentHash: ContentHash? = nil
  ) {
    self.project = project
    self.indicator = indicator
    self.date = date
    self.value = value
    self.forecast = forecast
    self.reason = reason
    self.likelihood = likelihood
    self.note = note
    self.attachment = attachment
    self.attachmentHash = attachmentHash
  }
}

/// Asks how a project's indicators stand.
public struct IndicatorQuery: Sendable, Codable {
  /// The project.
  public var project: String
  /// The day; nil means today.
  public var asOf: CivilDate?

  /// Makes a query.
  public init(project: String, asOf: CivilDate? = nil) {
    self.project = project
    self.asOf = asOf
  }
}

/// How a project's indicators stand on a day, and all that was recorded of them until then.
public struct IndicatorList: Sendable, Codable {
  /// One indicator.
  public struct Item: Sendable, Hashable, Codable {
    /// The name under which values are recorded.
    public var id: String
    /// What it measures.
    public var name: String
    /// The target as the sheet writes it.
    public var target: String
    /// From which records the central works the value out; absent where people record it.
    public var evidence: String?
    /// The value; absent where there is none.
    public var value: String?
    /// Why there is no value.
    public var missing: LocalizedText?
    /// Its points, such as `10` or `16.67`.
    public var points: String
    /// The points it has earned so far; absent where it cannot be scored.
    public var score: String?

    /// Makes an item.
    public init(
      id: String, name: String, target: String, evidence: String?, value: String?,
      missing: LocalizedText?, points: String, score: String?
    ) {
      self.id = id
      self.name = name
      self.target = target
      self.evidence = evidence
      self.value = value
      self.missing = missing
      self.points = points
      self.score = score
    }
  }

  /// The indicators in the sheet's order.
  public var indicators: [Item]
  /// What was recorded, by day and order of entry.
  public var records: [IndicatorRecord]

  /// Makes a list.
  public init(indicators: [Item], records: [IndicatorRecord]) {
    self.indicators = indicators
    self.records = records
  }
}
