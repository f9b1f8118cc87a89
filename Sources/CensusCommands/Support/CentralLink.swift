import CensusAPI
import CensusCurl
import CensusDomain

/// Makes the transport to a central.
enum CentralLink {
  /// A libcurl transport that bears `token`.
  ///
  /// - Throws: ``CensusError`` for an address that may not be used, such as plain HTTP to another host.
  static func transport(
    to url: String, token: String,
    onUpload: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) throws(CensusError) -> CurlTransport {
    try CurlTransport(
      baseURL: url, userAgent: "hazcensus/\(ProgramVersion.current)", token: { token },
      onUpload: onUpload)
  }
}
