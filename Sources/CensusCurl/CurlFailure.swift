internal import CCurlShims
internal import CensusAPI

extension TransportFailure {
  /// Reads curl's verdict on a transfer.
  ///
  /// - Parameters:
  ///   - code: curl's result, which is not zero.
  ///   - hadBegun: whether a connection stood, so that the request may have had its effect.
  init(curlCode code: Int32, hadBegun: Bool, excess: String?, words: String) {
    if let excess {
      self.init(.responseTooLarge, detail: excess)
      return
    }
    let kind: Kind
    switch Int(code) {
    case CURL_SHIM_COULDNT_RESOLVE_HOST, CURL_SHIM_COULDNT_RESOLVE_PROXY,
      CURL_SHIM_COULDNT_CONNECT, CURL_SHIM_PROXY_ERROR:
      kind = .unreachable
    case CURL_SHIM_PEER_FAILED_VERIFICATION, CURL_SHIM_SSL_CONNECT_ERROR,
      CURL_SHIM_SSL_CERTPROBLEM, CURL_SHIM_SSL_CACERT_BADFILE, CURL_SHIM_SSL_ISSUER_ERROR:
      kind = .untrusted
    case CURL_SHIM_FILESIZE_EXCEEDED:
      kind = .responseTooLarge
    case CURL_SHIM_ABORTED_BY_CALLBACK:
      kind = .cancelled
    // Once there is a connection, the first of these means an answer that is not HTTP/1.
    case CURL_SHIM_UNSUPPORTED_PROTOCOL, CURL_SHIM_URL_MALFORMAT, CURL_SHIM_BAD_FUNCTION_ARGUMENT:
      kind = hadBegun ? .interrupted : .invalidRequest
    default:
      // A time-out, for one, can strike before the connection stands or after.
      kind = hadBegun ? .interrupted : .unreachable
    }
    self.init(kind, detail: "\(words) (curl \(code))")
  }
}
