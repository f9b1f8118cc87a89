import CensusAPI
import CensusDomain
import CensusHub
import HTTPTypes
import Hummingbird
import NIOCore

/// `/v1/attachments` by tus 1.0.0: creation, creation-with-upload, checksum, expiration, termination.
struct UploadRoutes {
  let work: HubWork
  private static let extensions =
    "creation,creation-with-upload,checksum,expiration,termination"

  func add(to group: RouterGroup<CensusContext>) {
    group.on("attachments", method: .options) { _, _ in try await capabilities() }
    group.post("attachments") { request, context in try await create(request, context) }
    group.head("attachments/:id") { request, context in try await state(request, context) }
    group.patch("attachments/:id") { request, context in try await take(request, context) }
    group.delete("attachments/:id") { request, context in try await end(request, context) }
    // For clients behind proxies that let only GET and POST through.
    group.post("attachments/:id") { request, context in
      switch request.field("X-HTTP-Method-Override")?.uppercased() {
      case "PATCH": return try await take(request, context)
      case "DELETE": return try await end(request, context)
      default: throw HTTPError(.notFound)
      }
    }
  }

  private func capabilities() async throws -> Response {
    let limit = try await work { $0.attachmentLimit }
    var response = Response(status: .noContent)
    response.headers.set(TusField.versions, TusField.version)
    response.headers.set("Tus-Extension", UploadRoutes.extensions)
    response.headers.set("Tus-Max-Size", String(limit))
    response.headers.set("Tus-Checksum-Algorithm", UploadChecksum.algorithms)
    return response
  }

  private func create(_ request: Request, _ context: CensusContext) async throws -> Response {
    try request.requireTus()
    let caller = try UploadRoutes.caller(context)
    let size = try request.number(inField: TusField.length)
    let hash = try request.declaredHash()
    var upload = try await tus { try $0.beginUpload(of: hash, size: size, by: caller) }
    // An upload that was found goes on from where it is, so a body from its beginning has no place.
    if upload.received == 0, request.headers[.contentType] == TusField.partType {
      upload = try await take(request, upload.id, at: 0, by: caller)
    }
    var response = answer(.created, upload)
    response.headers[.location] = "/v1/attachments/\(upload.id)"
    return response
  }

  private func state(_ request: Request, _ context: CensusContext) async throws -> Response {
    try request.requireTus()
    let caller = try UploadRoutes.caller(context)
    let id = try UploadRoutes.id(context)
    let upload = try await tus { try $0.upload(id, by: caller) }
    var response = answer(.ok, upload)
    response.headers.set(TusField.length, String(upload.size))
    return response
  }

  private func take(_ request: Request, _ context: CensusContext) async throws -> Response {
    try request.requireTus()
    guard request.headers[.contentType] == TusField.partType else {
      throw StatusError(
        415, .usage, zh: "内容类型须为 \(TusField.partType)。",
        en: "The Content-Type must be \(TusField.partType).")
    }
    let caller = try UploadRoutes.caller(context)
    let offset = try request.number(inField: TusField.offset)
    let id = try UploadRoutes.id(context)
    return answer(.noContent, try await take(request, id, at: offset, by: caller))
  }

  private func end(_ request: Request, _ context: CensusContext) async throws -> Response {
    try request.requireTus()
    let caller = try UploadRoutes.caller(context)
    let id = try UploadRoutes.id(context)
    try await tus { try $0.terminateUpload(id, by: caller) }
    return Response(status: .noContent)
  }

  /// Writes the body to the disk as it comes, a piece at a time.
  private func take(
    _ request: Request, _ id: UniqueID, at offset: Int64, by caller: Caller
  ) async throws -> StoredUpload {
    let checksum = try request.partChecksum()
    let writer = try await tus { try $0.write(id, at: offset, checksum: checksum, by: caller) }
    var piece: [UInt8] = []
    do {
      for try await part in request.body {
        piece.append(contentsOf: part.readableBytesView)
        guard piece.count >= UploadRoutes.pieceBytes else { continue }
        let full = piece
        piece = []
        try await tus { _ in try writer.append(full) }
      }
      let last = piece
      return try await tus { _ in
        try writer.append(last)
        return try writer.finish()
      }
    } catch let error as StatusError {
      writer.release()
      throw error
    } catch let error as CensusError {
      writer.release()
      throw error
    } catch {
      // The connection broke: what came is kept, so that the client goes on from there.
      let rest = piece
      try await tus { _ in
        try writer.append(rest)
        try writer.cut()
      }
      throw error
    }
  }

  private static let pieceBytes = 1 << 20

  private func answer(_ status: HTTPResponse.Status, _ upload: StoredUpload) -> Response {
    var response = Response(status: status)
    response.headers.set(TusField.offset, String(upload.received))
    if !upload.isComplete {
      response.headers.set(TusField.expires, TusField.date(upload.expiresAt))
    }
    return response
  }

  private static func caller(_ context: CensusContext) throws -> Caller {
    guard let caller = context.caller else {
      throw CensusError(.software, zh: "请求没有调用者。", en: "The request has no caller.")
    }
    return caller
  }

  private static func id(_ context: CensusContext) throws -> UniqueID {
    guard let id = context.parameters.get("id").flatMap({ UniqueID($0) }) else {
      throw HTTPError(.notFound)
    }
    return id
  }

  /// Calls the hub and gives its refusals the statuses of tus.
  private func tus<Result: Sendable>(
    _ body: @escaping @Sendable (Hub) throws -> Result
  ) async throws -> Result {
    do {
      return try await work(body)
    } catch let failure as UploadFailure {
      throw StatusError(UploadRoutes.status(of: failure), failure.error)
    }
  }

  private static func status(of failure: UploadFailure) -> Int {
    switch failure.kind {
    case .unknown: 404
    case .expired: 410
    case .busy: 423
    case .offset: 409
    case .checksum, .content: 460
    case .tooLarge: 413
    case .tooMany: 429
    case .invalid: 400
    }
  }
}
