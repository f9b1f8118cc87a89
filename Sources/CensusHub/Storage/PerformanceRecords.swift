import CensusAPI
import CensusDomain

/// A project's file that was added at the central.
public struct StoredProject: Sendable, Hashable {
  /// The project's name among commands.
  public var id: String
  /// The budget year.
  public var year: Int
  /// Its number among the files of this project and year, from 1.
  public var version: Int
  /// The SHA-256 of the file.
  public var hash: ContentHash
  /// The file, word for word.
  public var json: [UInt8]
  /// When it was added.
  public var addedAt: Timestamp

  /// Describes a file.
  public init(
    id: String, year: Int, version: Int, hash: ContentHash, json: [UInt8], addedAt: Timestamp
  ) {
    self.id = id
    self.year = year
    self.version = version
    self.hash = hash
    self.json = json
    self.addedAt = addedAt
  }
}

/// Budget projects and what was found of their indicators; neither is ever changed or removed.
public protocol PerformanceRecords {
  /// The newest file of each project and year, by project and year.
  func projects() throws -> [StoredProject]
  /// The newest file of a project in a year.
  func project(_ id: String, year: Int) throws -> StoredProject?
  /// Adds a file; refuses a version that is there.
  func add(_ project: StoredProject) throws
  /// What was recorded of a project's indicators for days up to `day`, by day and order of entry.
  func records(of project: String, from: CivilDate, to day: CivilDate) throws -> [IndicatorRecord]
  /// Adds a record.
  func add(_ record: IndicatorRecord, at time: Timestamp) throws
}
