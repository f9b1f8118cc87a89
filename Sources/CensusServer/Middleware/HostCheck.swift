import CensusDomain
import Hummingbird

/// Refuses requests that call this server by a foreign name, as a page under DNS rebinding would.
struct HostCheck: RouterMiddleware {
  let exposure: ServerExposure

  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    guard exposure.answers(to: request.head.authority) else {
      throw StatusError(
        421,
        CensusError(
          .usage, zh: "本中心不以此名称提供服务。", en: "This central does not answer under that name.",
          remedy: LocalizedText(
            zh: "用 central serve --public-name 登记对外名称。",
            en: "Register the name with central serve --public-name.")))
    }
    return try await next(request, context)
  }
}
