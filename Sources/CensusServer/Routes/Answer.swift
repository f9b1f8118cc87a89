import CensusAPI
import CensusDomain
import CensusFiles
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes answers.
enum Answer {
  static let contentDigest = HTTPField.Name(ContentDigest.field)
  static let protocolVersion = HTTPField.Name("HazardCensus-Protocol")

  /// A success under its own media type, with the digest of what travels (RFC 9530).
  static func success(_ bytes: [UInt8], as mediaType: String) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = mediaType
    if let contentDigest { headers[contentDigest] = ContentDigest.value(of: bytes) }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// An error as a problem document.
  static func problem(_ error: CensusError, status: Int? = nil) -> Response {
    let document = ProblemDocument(error, status: status)
    var headers = HTTPFields()
    headers[.contentType] = MediaType.problem
    if document.status == 503 { headers[.retryAfter] = "5" }
    if document.status == 401 { headers[.wwwAuthenticate] = #"Bearer realm="hazcensus""# }
    let body = (try? OperationCoding.encode(document)) ?? []
    return Response(
      status: HTTPResponse.Status(code: document.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// A file's content, read a piece at a time.
  static func body(of file: PlainFile, size: Int64, through work: HubWork) -> ResponseBody {
    ResponseBody(contentLength: Int(size)) { writer in
      var offset: Int64 = 0
      while offset < size {
        let at = offset
        let piece = try await work { _ in try file.read(at: at, count: 1 << 20) }
        guard !piece.isEmpty else { break }
        offset += Int64(piece.count)
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
  }
}

/// An error that is answered with a status other than its code's own.
struct StatusError: Error {
  let error: CensusError
  let status: Int

  init(_ status: Int, _ error: CensusError) {
    self.status = status
    self.error = error
  }

  init(_ status: Int, _ code: CensusError.Code, zh: String, en: String) {
    self.init(status, CensusError(code, zh: zh, en: en))
  }
}
