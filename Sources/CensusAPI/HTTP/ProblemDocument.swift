import CensusDomain

/// An error as it travels (RFC 9457, `application/problem+json`).
public struct ProblemDocument: Sendable, Codable {
  /// A stable URN of the kind of problem.
  public var type: String
  /// The English sentence.
  public var title: String
  /// The HTTP status.
  public var status: Int
  /// The sentence in both languages.
  public var message: LocalizedText
  /// What to do next.
  public var remedy: LocalizedText?
  /// The code's stable name.
  public var code: String

  private static let prefix = "urn:hazardcensus:problem:"

  /// Makes a document of an error.
  public init(_ error: CensusError, status: Int? = nil) {
    type = ProblemDocument.prefix + error.code.description
    title = error.message.en
    self.status = status ?? error.code.httpStatus
    message = error.message
    remedy = error.remedy
    code = error.code.description
  }

  /// The error that the document tells of.
  public var error: CensusError {
    CensusError(CensusError.Code(name: code) ?? .protocolViolation, message, remedy: remedy)
  }

  /// The error that an answer other than success tells of, whatever sent it.
  public static func error(in reply: HTTPReply) -> CensusError {
    if reply.headers["content-type"]?.hasPrefix(MediaType.problem) == true,
      let problem = try? OperationCoding.decode(ProblemDocument.self, from: reply.body)
    {
      return problem.error
    }
    let code: CensusError.Code =
      reply.status >= 500 || reply.status == 429
      ? .temporaryFailure : .protocolViolation
    return CensusError(
      code, zh: "对方以状态 \(reply.status) 应答，但不是本系统的中心发出的。",
      en: "The answer has status \(reply.status), but a central of this system did not send it.",
      remedy: LocalizedText(
        zh: "检查服务器地址，以及网络是否需要网页登录。",
        en: "Check the address, and whether the network asks for a login page."))
  }
}
