import CensusDomain

/// A report as it is handed over, before any file format: what it says, where each figure stands, and what
/// each figure was counted from.
///
/// Equal papers are written as equal bytes in every format.
public struct Paper: Sendable, Hashable, Codable {
  /// Which report it is.
  public var kind: PaperKind
  /// The number under which it is kept, such as `2021-0007`; nil for a draft, which is not kept.
  public var number: String?
  /// The day that its figures describe.
  public var asOf: CivilDate
  /// The project that it is about; nil where it is about the survey.
  public var project: String?
  /// The quality sample that it is about.
  public var draw: Int?
  /// The heading.
  public var title: LocalizedText
  /// District and period, below the heading.
  public var subtitle: LocalizedText
  /// Who hands it over.
  public var office: PaperOffice
  /// What its figures were counted from.
  public var snapshot: PaperSnapshot
  /// Its tables, each with its charts and remarks; in a workbook each is a sheet.
  public var sections: [PaperSection]
  /// How the figures are to be understood, below all tables.
  public var notes: [LocalizedText]

  /// Makes a paper.
  public init(
    kind: PaperKind, number: String? = nil, asOf: CivilDate, project: String? = nil,
    draw: Int? = nil, title: LocalizedText,
    subtitle: LocalizedText, office: PaperOffice, snapshot: PaperSnapshot,
    sections: [PaperSection], notes: [LocalizedText] = []
  ) {
    self.kind = kind
    self.number = number
    self.asOf = asOf
    self.project = project
    self.draw = draw
    self.title = title
    self.subtitle = subtitle
    self.office = office
    self.snapshot = snapshot
    self.sections = sections
    self.notes = notes
  }
}
