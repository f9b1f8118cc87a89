import CensusAPI
import CensusDomain
import Foundation

/// Speaks tus 1.0.0 over a transport; an answer counts only with the protocol's own field.
extension SyncClient {
  /// How far an upload has come, as the central says.
  struct UploadPoint: Sendable {
    let path: String
    let offset: Int64
  }

  /// What the central lacks of this device's attachments.
  func missingAttachments() async throws(Failure) -> MissingAttachments {
    let reply = try await get("/v1/attachments/missing", MediaType.json)
    return try decoded { () throws(CensusError) in
      try OperationCoding.decode(MissingAttachments.self, from: reply.body)
    }
  }

  /// Begins an upload, or finds the one that was begun before; `whole` is a small file's content.
  func beginUpload(
    of hash: ContentHash, size: Int64, whole: [UInt8]?
  ) async throws(Failure) -> UploadPoint {
    let digest = Data(hash.description.utf8).base64EncodedString()
    let reply = try await tus(
      "POST", "/v1/attachments",
      [
        (name: "Upload-Length", value: String(size)),
        (name: "Upload-Metadata", value: "sha256 \(digest)"),
      ], part: whole, expecting: 201)
    guard let location = reply.headers["location"], location.hasPrefix("/v1/attachments/") else {
      throw foreign(reply.status)
    }
    return UploadPoint(path: location, offset: try offset(reply))
  }

  /// Sends the part that follows `point`.
  func send(_ part: [UInt8], after point: UploadPoint) async throws(Failure) -> UploadPoint {
    let reply = try await tus(
      "PATCH", point.path, [(name: "Upload-Offset", value: String(point.offset))], part: part,
      expecting: 204)
    return UploadPoint(path: point.path, offset: try offset(reply))
  }

  private func tus(
    _ method: String, _ path: String, _ headers: [(name: String, value: String)],
    part: [UInt8]?, expecting status: Int
  ) async throws(Failure) -> HTTPReply {
    var call = HTTPCall(
      method: method, path: path,
      headers: [
        (name: "Tus-Resumable", value: "1.0.0"), (name: "Accept", value: MediaType.problem),
      ] + headers, body: part)
    if let part {
      call.headers.append((name: "Content-Type", value: "application/offset+octet-stream"))
      call.headers.append((name: "Upload-Checksum", value: UploadChecksum.field(for: part)))
    }
    let reply: HTTPReply
    do {
      reply = try await transport.send(call)
    } catch {
      throw .transport(error)
    }
    guard reply.status == status else {
      throw .refused(
        ProblemDocument.error(in: reply), status: reply.status,
        retryAfter: RetryAfter.seconds(reply.headers["retry-after"]))
    }
    guard reply.headers["tus-resumable"] == "1.0.0" else { throw foreign(reply.status) }
    return reply
  }

  private func offset(_ reply: HTTPReply) throws(Failure) -> Int64 {
    guard let offset = reply.headers["upload-offset"].flatMap({ Int64($0) }), offset >= 0 else {
      throw foreign(reply.status)
    }
    return offset
  }
}
