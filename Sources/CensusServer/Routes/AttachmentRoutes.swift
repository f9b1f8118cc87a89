import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import HTTPTypes
import Hummingbird
import NIOCore

/// What is asked about attachments: what the central lacks, and a file to look at.
struct AttachmentRoutes {
  let work: HubWork

  func add(to group: RouterGroup<CensusContext>) {
    group.get("attachments/missing") { _, context in
      let device = try DeviceCaller.identity(context)
      let missing = try await work { try $0.missingAttachments(of: device) }
      return Answer.success(try OperationCoding.encode(missing), as: MediaType.json)
    }
    group.get("attachments/by-hash/:hash") { _, context in try await file(context) }
  }

  /// The file as a download that no browser runs anything of.
  private func file(_ context: CensusContext) async throws -> Response {
    guard let caller = context.caller,
      let hash = context.parameters.get("hash").flatMap({ ContentHash($0) })
    else { throw HTTPError(.notFound) }
    let (file, size) = try await work { hub in
      let file = try hub.attachment(hash, for: caller)
      return (file, try file.size())
    }
    var response = Response(status: .ok, body: Answer.body(of: file, size: size, through: work))
    response.headers[.contentType] = "application/octet-stream"
    response.headers.set("Content-Disposition", "attachment; filename=\"\(hash)\"")
    response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'")
    return response
  }
}
