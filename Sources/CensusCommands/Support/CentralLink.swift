import CensusAPI
import CensusCurl
import CensusDomain

/// Makes the transport to a central.
enum CentralLink {
  /// A libcurl transport that bears `token`.
  ///
  /// - Throws: ``CensusError`` for an address that may not be used, such as plain HTTP to another host.
  static func transport(to url: String, token: String) throws(CensusError) -> CurlTransport {
    try CurlTransport(
      baseURL: url, userAgent: "hazcensus/\(ProgramVersion.current)", token: { token })
  }
}
