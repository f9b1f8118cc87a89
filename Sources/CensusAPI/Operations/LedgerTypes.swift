import CensusDomain

/// Bounds of a ledger list; nil means unbounded.
public struct LedgerQuery: Sendable, Codable {
  /// The first day.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?

  /// Makes a query.
  public init(from: CivilDate? = nil, to: CivilDate? = nil) {
    self.from = from
    self.to = to
  }
}

/// One line of a voucher; publicity and other purposes stand on separate lines.
public struct ExpenseLine: Sendable, Hashable, Codable {
  /// The voucher's number.
  public var voucher: String
  /// The day of payment, which decides the period.
  public var payDate: CivilDate
  /// Who was paid.
  public var payee: String
  /// What for.
  public var summary: String
  /// The amount; refunds are negative.
  public var amountFen: Fen
  /// Whether it counts as publicity.
  public var isPublicity: Bool
  /// Why it does or does not.
  public var reason: String
  /// The five-digit economic classification.
  public var economicCode: String
  /// The voucher that a negative line refunds; absent where it refunds none or does not say.
  public var refundOf: String?

  /// Makes a line.
  public init(
    voucher: String, payDate: CivilDate, payee: String, summary: String, amountFen: Fen,
    isPublicity: Bool, reason: String, economicCode: String, refundOf: String? = nil
  ) {
    self.voucher = voucher
    self.payDate = payDate
    self.payee = payee
    self.summary = summary
    self.amountFen = amountFen
    self.isPublicity = isPublicity
    self.reason = reason
    self.economicCode = economicCode
    self.refundOf = refundOf
  }
}

/// Lines to add to the ledger.
public struct ExpenseRequest: Sendable, Codable {
  /// The lines, whole vouchers.
  public var lines: [ExpenseLine]
  /// Saves even where a limit would be broken, or a tag contradicts the list of what is publicity.
  public var acceptsWarnings: Bool

  /// Makes a request.
  public init(lines: [ExpenseLine], acceptsWarnings: Bool) {
    self.lines = lines
    self.acceptsWarnings = acceptsWarnings
  }
}

/// What became of lines that were to be added.
public struct ExpenseOutcome: Sendable, Codable {
  /// Lines that were saved.
  public var saved: Int
  /// Lines that the ledger held already, word for word.
  public var alreadyThere: Int
  /// Lines that were refused.
  public var refused: [RowRefusal]
  /// Limits that the lines would break, and tags that contradict the list of what is publicity; nothing was saved
  /// if these were not accepted.
  public var warnings: [LocalizedText]

  /// Makes an outcome.
  public init(saved: Int, alreadyThere: Int, refused: [RowRefusal], warnings: [LocalizedText]) {
    self.saved = saved
    self.alreadyThere = alreadyThere
    self.refused = refused
    self.warnings = warnings
  }
}

/// The ledger's lines.
public struct ExpenseList: Sendable, Codable {
  /// The lines by day of payment and voucher.
  public var lines: [ExpenseLine]

  /// Makes a list.
  public init(lines: [ExpenseLine]) { self.lines = lines }
}

/// A publicity event, a training attended, or a satisfaction survey (performance sheet, section 5).
public struct Activity: Sendable, Hashable, Codable {
  /// The kinds of activity.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case publicity, training, satisfaction
  }

  /// The kind.
  public var kind: Kind
  /// The day.
  public var date: CivilDate
  /// The title.
  public var title: String
  /// Who held it; trainings count only when the province or the city did.
  public var organiser: String
  /// Where.
  public var place: String
  /// The township's code; empty where it does not apply.
  public var townCode: String
  /// People reached, or person-times trained.
  public var count: Int
  /// Satisfied answers.
  public var satisfied: Int
  /// Valid answers.
  public var valid: Int
  /// Anything else.
  public var note: String

  /// Makes an activity.
  public init(
    kind: Kind, date: CivilDate, title: String, organiser: String, place: String,
    townCode: String, count: Int, satisfied: Int, valid: Int, note: String
  ) {
    self.kind = kind
    self.date = date
    self.title = title
    self.organiser = organiser
    self.place = place
    self.townCode = townCode
    self.count = count
    self.satisfied = satisfied
    self.valid = valid
    self.note = note
  }
}

/// Activities to add.
public struct ActivityRequest: Sendable, Codable {
  /// The activities.
  public var activities: [Activity]

  /// Makes a request.
  public init(activities: [Activity]) { self.activities = activities }
}

/// Activities by day.
public struct ActivityList: Sendable, Codable {
  /// The activities.
  public var activities: [Activity]

  /// Makes a list.
  public init(activities: [Activity]) { self.activities = activities }
}
