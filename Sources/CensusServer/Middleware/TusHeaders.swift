import CensusAPI
import HTTPTypes
import Hummingbird

/// The protocol's own fields on every answer below `/v1/attachments`, errors included (tus 1.0.0).
struct TusHeaders: RouterMiddleware {
  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard request.uri.path.hasPrefix("/v1/attachments") else { return response }
    response.headers.set(TusField.resumable, TusField.version)
    if response.status.code == 412 { response.headers.set(TusField.versions, TusField.version) }
    return response
  }
}
