import CensusDomain

/// What a quality sample is to be drawn from, and how.
public struct SampleOrder: Sendable, Codable {
  /// The level that checks; a city's sample is drawn by an account of the city.
  public var level: ReviewLevel
  /// The share of each stratum in hundredths of a percent: 1,000 is 10 %.
  public var shareHundredths: Int
  /// The seed; nil lets the central make one, which it tells.
  public var seed: String?
  /// Only these forms; empty means all.
  public var forms: [String]
  /// The draw that failed, whose forms and townships that did not pass are drawn from again.
  public var follows: Int?

  /// Makes an order.
  public init(
    level: ReviewLevel, shareHundredths: Int, seed: String? = nil, forms: [String] = [],
    follows: Int? = nil
  ) {
    self.level = level
    self.shareHundredths = shareHundredths
    self.seed = seed
    self.forms = forms
    self.follows = follows
  }
}

/// A draw: what anyone needs to draw the same sample again.
public struct SampleDraw: Sendable, Hashable, Codable {
  /// Its number, counted from 1.
  public var number: Int
  /// The level that checks.
  public var level: ReviewLevel
  /// The day on which it was drawn.
  public var day: CivilDate
  /// The seed.
  public var seed: String
  /// The share of each stratum in hundredths of a percent.
  public var shareHundredths: Int
  /// The draw that failed before.
  public var follows: Int?
  /// Within which region.
  public var region: RegionCode
  /// The inventory's version.
  public var inventoryVersion: Int
  /// The last place of the commit order that counted.
  public var cursor: Int64
  /// The audit log's head before the draw.
  public var auditHead: ContentHash
  /// The moment, milliseconds since the epoch by the central's clock.
  public var at: Int64
  /// Who drew.
  public var drawnBy: String
  /// The SHA-256 of the frame's text.
  public var frameHash: ContentHash
  /// How many units the frame has.
  public var frameSize: Int
  /// How many were drawn.
  public var sampleSize: Int

  /// Describes a draw.
  public init(
    number: Int, level: ReviewLevel, day: CivilDate, seed: String, shareHundredths: Int,
    follows: Int?, region: RegionCode, inventoryVersion: Int, cursor: Int64,
    auditHead: ContentHash, at: Int64, drawnBy: String, frameHash: ContentHash, frameSize: Int,
    sampleSize: Int
  ) {
    self.number = number
    self.level = level
    self.day = day
    self.seed = seed
    self.shareHundredths = shareHundredths
    self.follows = follows
    self.region = region
    self.inventoryVersion = inventoryVersion
    self.cursor = cursor
    self.auditHead = auditHead
    self.at = at
    self.drawnBy = drawnBy
    self.frameHash = frameHash
    self.frameSize = frameSize
    self.sampleSize = sampleSize
  }
}

/// Asks for the draws.
public struct SampleListQuery: Sendable, Codable {
  /// Asks for all.
  public init() {}
}

/// The draws within the caller's region.
public struct SampleList: Sendable, Codable {
  /// The draws by number.
  public var draws: [SampleDraw]

  /// Makes a list.
  public init(draws: [SampleDraw]) { self.draws = draws }
}

/// Which draw to show.
public struct SampleQuery: Sendable, Codable {
  /// The draw's number; nil means the newest.
  public var draw: Int?
  /// Whether the frame's text is wanted too.
  public var withFrame: Bool

  /// Makes a query.
  public init(draw: Int? = nil, withFrame: Bool = false) {
    self.draw = draw
    self.withFrame = withFrame
  }
}

/// A sampled object with what is to be checked and what was found.
public struct SampledObject: Sendable, Codable {
  /// The object's code.
  public var objectCode: String
  /// The object's name.
  public var name: String
  /// The form's code.
  public var form: String
  /// The form's name, where the central has the form.
  public var formTitle: LocalizedText
  /// The township's code, by the inventory.
  public var townCode: String
  /// The township's name; empty where none was given.
  public var townName: String
  /// The entry that had passed when the sample was drawn.
  public var entry: UniqueID
  /// Its revision then.
  public var revision: ContentHash
  /// How many fields that revision fills, those that name the object and its township left out.
  public var filled: Int
  /// Whether the form has a position.
  public var hasPosition: Bool
  /// Whether the form has a shape.
  public var hasGeometry: Bool
  /// The last check; nil before the first.
  public var check: SampleCheck?

  /// Describes a sampled object.
  public init(
    objectCode: String, name: String, form: String, formTitle: LocalizedText, townCode: String,
    townName: String, entry: UniqueID, revision: ContentHash, filled: Int, hasPosition: Bool,
    hasGeometry: Bool, check: SampleCheck?
  ) {
    self.objectCode = objectCode
    self.name = name
    self.form = form
    self.formTitle = formTitle
    self.townCode = townCode
    self.townName = townName
    self.entry = entry
    self.revision = revision
    self.filled = filled
    self.hasPosition = hasPosition
    self.hasGeometry = hasGeometry
    self.check = check
  }
}

/// A unit of the frame that is to be looked at again.
public struct ReworkObject: Sendable, Hashable, Codable {
  /// The object's code.
  public var objectCode: String
  /// The object's name by the draw's inventory.
  public var name: String
  /// The form's code.
  public var form: String
  /// The township's code.
  public var townCode: String

  /// Names a unit.
  public init(objectCode: String, name: String, form: String, townCode: String) {
    self.objectCode = objectCode
    self.name = name
    self.form = form
    self.townCode = townCode
  }
}

/// A draw with its sample.
public struct SampleDetail: Sendable, Codable {
  /// The draw.
  public var draw: SampleDraw
  /// What was drawn, by form, township and object.
  public var objects: [SampledObject]
  /// All of the forms and townships that did not pass; empty until every object is checked.
  public var rework: [ReworkObject]
  /// The frame's text, where it was asked for.
  public var frame: String?

  /// Describes a draw.
  public init(
    draw: SampleDraw, objects: [SampledObject], rework: [ReworkObject], frame: String? = nil
  ) {
    self.draw = draw
    self.objects = objects
    self.rework = rework
    self.frame = frame
  }
}

/// An indicator that was found wrong.
public struct IndicatorFault: Sendable, Hashable, Codable {
  /// The field's name.
  public var field: String
  /// What the entry says.
  public var recorded: String
  /// What is right.
  public var correct: String

  /// Describes a wrong indicator.
  public init(field: String, recorded: String, correct: String) {
    self.field = field
    self.recorded = recorded
    self.correct = correct
  }
}

/// What a check of a sampled object found.
public struct SampleCheck: Sendable, Hashable, Codable {
  /// The object's code.
  public var objectCode: String
  /// The form's code.
  public var form: String
  /// The object's position.
  public var position: SiteMark
  /// The object's shape.
  public var geometry: SiteMark
  /// How many indicators were checked, the wrong ones with them.
  public var indicators: Int
  /// The wrong ones.
  public var faults: [IndicatorFault]
  /// Anything else.
  public var note: String
  /// Hashes of photos and the like that prove it.
  public var attachments: [ContentHash]
  /// Who checked.
  public var checkedBy: String
  /// On which day.
  public var day: CivilDate

  /// Makes a check.
  public init(
    objectCode: String, form: String, position: SiteMark, geometry: SiteMark, indicators: Int,
    faults: [IndicatorFault], note: String, attachments: [ContentHash], checkedBy: String,
    day: CivilDate
  ) {
    self.objectCode = objectCode
    self.form = form
    self.position = position
    self.geometry = geometry
    self.indicators = indicators
    self.faults = faults
    self.note = note
    self.attachments = attachments
    self.checkedBy = checkedBy
    self.day = day
  }
}

/// Checks to record.
public struct SampleCheckRequest: Sendable, Codable {
  /// The draw's number.
  public var draw: Int
  /// The checks; of several of one object the last counts.
  public var checks: [SampleCheck]

  /// Makes a request.
  public init(draw: Int, checks: [SampleCheck]) {
    self.draw = draw
    self.checks = checks
  }
}

/// What became of checks that were to be recorded.
public struct SampleCheckOutcome: Sendable, Codable {
  /// Checks that were recorded.
  public var saved: Int
  /// Of these, such as replace an earlier check of the object.
  public var corrected: Int
  /// Checks that are held already, word for word.
  public var alreadyThere: Int
  /// Of these, places in the request of such as were corrected since; what corrected them still counts.
  public var overtaken: [Int]
  /// Checks that were refused.
  public var refused: [RowRefusal]
  /// Objects of the sample that are not yet checked.
  public var pending: Int

  /// Makes an outcome.
  public init(
    saved: Int, corrected: Int, alreadyThere: Int, overtaken: [Int], refused: [RowRefusal],
    pending: Int
  ) {
    self.saved = saved
    self.corrected = corrected
    self.alreadyThere = alreadyThere
    self.overtaken = overtaken
    self.refused = refused
    self.pending = pending
  }
}

/// Which quality report, and how.
public struct QualityReportRequest: Sendable, Codable {
  /// The forms in which it comes out.
  public enum Format: String, Sendable, Codable, CaseIterable { case table, json, csv }

  /// The draw's number; nil means the newest.
  public var draw: Int?
  /// The form.
  public var format: Format
  /// The language.
  public var language: Language

  /// Makes a request.
  public init(draw: Int?, format: Format, language: Language) {
    self.draw = draw
    self.format = format
    self.language = language
  }
}
