import CensusDomain
import CensusHub
import HTTPTypes
import Hummingbird

/// Finds out who asks (RFC 6750); without a good token nothing below is reached.
struct TokenCheck: RouterMiddleware {
  let work: HubWork

  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    guard let token = TokenCheck.token(request.headers[.authorization]) else {
      throw StatusError(
        401,
        CensusError(
          .permission, zh: "请求没有令牌。", en: "The request bears no token.",
          remedy: LocalizedText(zh: "请向协调员要令牌。", en: "Ask the coordinator for a token.")))
    }
    var known = context
    do {
      known.caller = try await work { try $0.authenticate(token: token) }
    } catch let error as CensusError where error.code == .permission {
      throw StatusError(401, error)
    }
    return try await next(request, known)
  }

  private static func token(_ field: String?) -> String? {
    guard let field, field.lowercased().hasPrefix("bearer ") else { return nil }
    let token = field.dropFirst("bearer ".count).drop { $0 == " " }
    return token.isEmpty || token.utf8.count > 200 ? nil : String(token)
  }
}
