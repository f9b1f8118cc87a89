import CensusDomain

/// A device to be enrolled.
public struct DeviceEnrolment: Sendable, Codable {
  /// The device's own identifier, made by `init` on the device.
  public var device: UniqueID
  /// The surveyor who carries it.
  public var surveyor: String
  /// The region whose objects it may record.
  public var region: RegionCode
  /// Whether it is a lower central that forwards the work of its devices; absent means no.
  public var isRelay: Bool?

  /// Makes an enrolment.
  public init(device: UniqueID, surveyor: String, region: RegionCode, isRelay: Bool? = nil) {
    self.device = device
    self.surveyor = surveyor
    self.region = region
    self.isRelay = isRelay
  }
}

/// An account to be added.
public struct AccountRequest: Sendable, Codable {
  /// The holder's name.
  public var name: String
  /// The role.
  public var role: Role
  /// The region.
  public var region: RegionCode

  /// Makes a request.
  public init(name: String, role: Role, region: RegionCode) {
    self.name = name
    self.role = role
    self.region = region
  }
}

/// A token at the only moment when it can be seen; the central keeps its hash.
public struct IssuedToken: Sendable, Codable {
  /// Whom it stands for: a device's identifier or an account's name.
  public var holder: String
  /// The token.
  public var token: String

  /// Makes an issued token.
  public init(holder: String, token: String) {
    self.holder = holder
    self.token = token
  }
}

/// Names a device.
public struct DeviceReference: Sendable, Codable {
  /// The device.
  public var device: UniqueID
  /// Whether those that rejoined from it, and from these in turn, are meant too; absent means no.
  public var withSuccessors: Bool?

  /// Names a device.
  public init(device: UniqueID, withSuccessors: Bool? = nil) {
    self.device = device
    self.withSuccessors = withSuccessors
  }
}

/// The devices that a central knows.
public struct DeviceList: Sendable, Codable {
  /// One device.
  public struct Item: Sendable, Codable {
    /// The device.
    public var device: UniqueID
    /// Its surveyor.
    public var surveyor: String
    /// Its region.
    public var region: RegionCode
    /// The last sequence that the central holds of it.
    public var lastSequence: Int64
    /// When it was last heard of, ISO 8601; empty if never.
    public var lastSeen: String
    /// Whole days since then; absent if never.
    public var daysSilent: Int?
    /// The program's version, as it last declared; absent before it did.
    public var programVersion: String?
    /// Its clock minus the central's when it last declared, whole seconds.
    public var clockSkew: Int64?
    /// How many revisions waited on it when it last declared.
    public var unsent: Int?
    /// Whether its token was withdrawn.
    public var isRevoked: Bool
    /// The device that it was before it rejoined; absent if it never did.
    public var rejoinedFrom: UniqueID?

    /// Makes an item.
    public init(
      device: UniqueID, surveyor: String, region: RegionCode, lastSequence: Int64,
      lastSeen: String, daysSilent: Int? = nil, programVersion: String? = nil,
      clockSkew: Int64? = nil, unsent: Int? = nil, isRevoked: Bool, rejoinedFrom: UniqueID? = nil
    ) {
      self.device = device
      self.surveyor = surveyor
      self.region = region
      self.lastSequence = lastSequence
      self.lastSeen = lastSeen
      self.daysSilent = daysSilent
      self.programVersion = programVersion
      self.clockSkew = clockSkew
      self.unsent = unsent
      self.isRevoked = isRevoked
      self.rejoinedFrom = rejoinedFrom
    }
  }

  /// The devices by surveyor.
  public var devices: [Item]

  /// Makes a list.
  public init(devices: [Item]) { self.devices = devices }
}

/// A report to be made.
public struct ReportRequest: Sendable, Codable {
  /// The kinds of report.
  public enum Kind: String, Sendable, Codable, CaseIterable { case completion, cost }
  /// The forms in which a report comes out.
  public enum Format: String, Sendable, Codable, CaseIterable { case table, json, csv, html }

  /// The kind.
  public var kind: Kind
  /// The day whose end the report describes; nil means today.
  public var asOf: CivilDate?
  /// The form.
  public var format: Format
  /// The language.
  public var language: Language

  /// Makes a request.
  public init(kind: Kind, asOf: CivilDate?, format: Format, language: Language) {
    self.kind = kind
    self.asOf = asOf
    self.format = format
    self.language = language
  }
}

/// A report that was made.
public struct ReportDocument: Sendable, Codable {
  /// The media type of `text`.
  public var mediaType: String
  /// The report.
  public var text: String

  /// Makes a document.
  public init(mediaType: String, text: String) {
    self.mediaType = mediaType
    self.text = text
  }
}
