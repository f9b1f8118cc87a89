import CensusAPI
import HTTPTypes
import Hummingbird

/// Fields that every answer bears: the protocol's version, and that nobody caches or guesses.
struct AnswerHeaders: RouterMiddleware {
  private static let noSniff = HTTPField.Name("X-Content-Type-Options")

  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if let name = Answer.protocolVersion {
      response.headers[name] = String(ProtocolLimits.version)
    }
    if let name = AnswerHeaders.noSniff { response.headers[name] = "nosniff" }
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
