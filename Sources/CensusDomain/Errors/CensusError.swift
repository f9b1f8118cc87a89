/// A failure that a person has to understand: what was wrong, where, and what to do next.
///
/// Two errors are equal when code and message are; the cause does not count.
public struct CensusError: Error, Sendable {
  /// What kind of failure this is; decides the exit status and the HTTP status.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    enum Value: String {
      case usage, invalidData, notFound, unavailable, software, cannotCreate, inputOutput
      case temporaryFailure, protocolViolation, permission, configuration, diskFull, conflict
      case tooLarge, locked, restored
    }
    let value: Value

    /// The call's words were wrong.
    public static let usage = Code(value: .usage)
    /// Input broke a rule of its format or of a form.
    public static let invalidData = Code(value: .invalidData)
    /// Something that was named does not exist.
    public static let notFound = Code(value: .notFound)
    /// A service could not be reached.
    public static let unavailable = Code(value: .unavailable)
    /// The program met a state that it holds to be impossible.
    public static let software = Code(value: .software)
    /// A file could not be made.
    public static let cannotCreate = Code(value: .cannotCreate)
    /// Reading or writing failed.
    public static let inputOutput = Code(value: .inputOutput)
    /// Trying again later may succeed.
    public static let temporaryFailure = Code(value: .temporaryFailure)
    /// The other side did not answer as the protocol says.
    public static let protocolViolation = Code(value: .protocolViolation)
    /// The caller may not do this.
    public static let permission = Code(value: .permission)
    /// A setting or a store is not usable as it is.
    public static let configuration = Code(value: .configuration)
    /// The disk has no room.
    public static let diskFull = Code(value: .diskFull)
    /// The request contradicts what is stored.
    public static let conflict = Code(value: .conflict)
    /// Something is over a stated limit.
    public static let tooLarge = Code(value: .tooLarge)
    /// Another process uses the store.
    public static let locked = Code(value: .locked)
    /// A device's store and the central hold different work under the same numbers.
    public static let restored = Code(value: .restored)

    init(value: Value) { self.value = value }

    /// Reads a code from its stable name.
    public init?(name: String) {
      guard let value = Value(rawValue: name) else { return nil }
      self.value = value
    }

    /// The code's stable name, as written in JSON.
    public var description: String { value.rawValue }

    /// The process's exit status for this code (sysexits.h).
    public var exitStatus: Int32 {
      switch value {
      case .usage: 64
      case .invalidData, .conflict, .tooLarge, .restored: 65
      case .notFound: 66
      case .unavailable: 69
      case .software: 70
      case .cannotCreate: 73
      case .inputOutput, .diskFull: 74
      case .temporaryFailure, .locked: 75
      case .protocolViolation: 76
      case .permission: 77
      case .configuration: 78
      }
    }

    /// The HTTP status for this code.
    public var httpStatus: Int {
      switch value {
      case .usage, .protocolViolation: 400
      case .invalidData: 422
      case .notFound: 404
      case .permission: 403
      case .conflict, .restored: 409
      case .tooLarge: 413
      case .unavailable, .temporaryFailure, .locked: 503
      case .diskFull: 507
      case .software, .cannotCreate, .inputOutput, .configuration: 500
      }
    }
  }

  /// What kind of failure this is.
  public var code: Code
  /// One whole sentence: what was wrong, and where.
  public var message: LocalizedText
  /// One whole sentence: what to do next.
  public var remedy: LocalizedText?
  /// The error below this one, if another library raised it.
  public var cause: (any Error)?

  /// Makes an error from its parts.
  public init(
    _ code: Code, _ message: LocalizedText, remedy: LocalizedText? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.cause = cause
  }

  /// Makes an error from its two wordings.
  public init(
    _ code: Code, zh: String, en: String, remedy: LocalizedText? = nil,
    cause: (any Error)? = nil
  ) {
    self.init(code, LocalizedText(zh: zh, en: en), remedy: remedy, cause: cause)
  }
}

extension CensusError: Equatable {
  /// Compares code and message; the cause is left out.
  public static func == (left: CensusError, right: CensusError) -> Bool {
    left.code == right.code && left.message == right.message
  }
}

extension CensusError: CustomStringConvertible {
  /// The English message followed by the cause.
  public var description: String {
    let below = cause.map { " (\($0))" } ?? ""
    return message.en + below
  }
}
