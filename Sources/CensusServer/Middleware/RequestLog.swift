import Hummingbird
import Logging

/// Writes one line for each request: what was asked and how it ended, never what was in it.
struct RequestLog: RouterMiddleware {
  func handle(
    _ request: Request, context: CensusContext,
    next: (Request, CensusContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(RequestLog.plain(request.method.rawValue))",
        "path": "\(RequestLog.plain(request.uri.path))",
        "status": "\(response.status.code)", "ms": "\(Int(milliseconds))",
      ])
    return response
  }

  /// Text of a stranger's making, cut short and without anything that could forge a line.
  private static func plain(_ text: String) -> String {
    String(
      text.unicodeScalars.prefix(200).map { scalar in
        (0x21...0x7E).contains(scalar.value) ? Character(scalar) : "?"
      })
  }
}
