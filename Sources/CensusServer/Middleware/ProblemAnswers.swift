import CensusDomain
import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into a problem document (RFC 9457) and keeps what is internal to the log.
struct ProblemAnswers: RouterMiddleware {
  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as StatusError {
      return answer(error.error, error.status, context)
    } catch let error as CensusError {
      return answer(error, error.code.httpStatus, context)
    } catch let error as HTTPError where error.status == .notFound {
      return unrouted(request)
    } catch let error as any HTTPResponseError where error.status.code < 500 {
      let problem = CensusError(
        .protocolViolation, zh: "请求不符合协议。", en: "The request does not keep to the protocol.")
      return answer(problem, error.status.code, context)
    } catch {
      return answer(CensusError(.software, zh: "", en: "\(error)"), 500, context)
    }
  }

  private func answer(
    _ error: CensusError, _ status: Int, _ context: CensusContext
  ) -> Response {
    guard status >= 500, error.code != .temporaryFailure else {
      return Answer.problem(error, status: status)
    }
    context.logger.error("request failed", metadata: ["error": "\(error)"])
    return Answer.problem(ProblemAnswers.discreet(error), status: status)
  }

  /// A path that there is not, or a known one under another method.
  private func unrouted(_ request: Request) -> Response {
    guard let method = KnownRoutes.method(of: request.uri.path) else {
      return Answer.problem(
        CensusError(
          .notFound, zh: "没有此路径。", en: "There is no such path.",
          remedy: LocalizedText(
            zh: "请核对服务器地址和程序版本。", en: "Check the address and the program's version.")))
    }
    var response = Answer.problem(
      CensusError(.usage, zh: "此路径只接受 \(method)。", en: "This path takes \(method) only."),
      status: 405)
    if let allow = HTTPField.Name("Allow") { response.headers[allow] = method }
    return response
  }

  /// The error without paths and library words, which are for the central's own log.
  private static func discreet(_ error: CensusError) -> CensusError {
    let remedy = LocalizedText(
      zh: "数据都在本机；请稍后再试，并请协调员查看中心的日志。",
      en: "Everything is kept on the device; try later, and have the coordinator see the log.")
    return switch error.code {
    case .diskFull:
      CensusError(
        error.code, zh: "中心的磁盘已满，本次没有保存。",
        en: "The central's disk is full; nothing was saved this time.", remedy: remedy)
    case .locked:
      CensusError(
        error.code, zh: "中心的存储正被占用。", en: "The central's store is busy.", remedy: remedy)
    default:
      CensusError(
        error.code, zh: "中心内部出错。", en: "The central failed within.", remedy: remedy)
    }
  }
}
