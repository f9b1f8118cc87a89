internal import CCurlShims
internal import CensusAPI

/// Does one transfer after the other on one handle, which keeps its connections between them.
// @unchecked: `handle` is used by `perform` alone, which runs on the transport's serial queue and
// so never twice at once, and by `wake`, which curl allows from any thread while the handle lives;
// the handle lives as long as this object. The other properties are constants.
final class CurlWorker: @unchecked Sendable {
  private let handle = CurlHandle()
  private let base: BaseAddress
  private let options: CurlOptions
  private let userAgent: String
  private let onUpload: @Sendable (Int64, Int64) -> Void

  init(
    base: BaseAddress, options: CurlOptions, userAgent: String,
    onUpload: @escaping @Sendable (Int64, Int64) -> Void
  ) {
    self.onUpload = onUpload
    self.base = base
    self.options = options
    self.userAgent = userAgent
  }

  /// Makes the transfer under way notice a cancellation at once.
  func wake() {
    handle.wake()
  }

  /// Carries out one call that has been checked; to be called on the transport's queue only.
  func perform(
    _ call: HTTPCall, token: String?, transfer: Transfer
  ) -> (outcome: Transfer.Outcome, figures: CurlStatistics) {
    let exchange = Exchange(
      responseLimit: call.responseLimit, transfer: transfer, onUpload: onUpload)
    handle.reset()
    setConnection()
    setRequest(call, token: token)
    let code = withBody(of: call) { handle.perform(exchange) }

    var figures = CurlStatistics()
    figures.calls = 1
    figures.connections = Int(handle.figure(CURL_SHIM_CONNECTS))
    figures.bytesSent = handle.figure(CURL_SHIM_BYTES_SENT)
    figures.bytesReceived = handle.figure(CURL_SHIM_BYTES_RECEIVED)
    guard code == 0 else {
      let failure = TransportFailure(
        curlCode: code, hadBegun: handle.figure(CURL_SHIM_PRETRANSFER_TIME) > 0,
        excess: exchange.excess, words: handle.words(for: code))
      return (.failure(failure), figures)
    }
    let reply = HTTPReply(
      status: Int(handle.figure(CURL_SHIM_RESPONSE_CODE)), headers: exchange.headers,
      body: exchange.body)
    return (.success(reply), figures)
  }

  private func setConnection() {
    handle.set(CURL_SHIM_NOSIGNAL, 1)
    handle.set(CURL_SHIM_NOPROGRESS, 0)
    handle.set(CURL_SHIM_PROTOCOLS_STR, base.protocols)
    handle.set(CURL_SHIM_REDIR_PROTOCOLS_STR, "https")
    handle.set(CURL_SHIM_FOLLOWLOCATION, 0)
    handle.set(CURL_SHIM_MAXREDIRS, 0)
    handle.set(CURL_SHIM_UNRESTRICTED_AUTH, 0)
    handle.set(CURL_SHIM_NETRC, 0)
    // An empty proxy keeps curl from reading the environment's.
    handle.set(CURL_SHIM_PROXY, options.proxy ?? "")
    handle.set(CURL_SHIM_SSL_VERIFYPEER, 1)
    handle.set(CURL_SHIM_SSL_VERIFYHOST, 2)
    handle.set(CURL_SHIM_SSLVERSION, CURL_SHIM_SSLVERSION_TLSv1_2)
    if let file = options.certificateFile { handle.set(CURL_SHIM_CAINFO, file) }
    handle.set(CURL_SHIM_HTTP_VERSION, CURL_SHIM_HTTP_VERSION_1_1)
    handle.set(CURL_SHIM_CONNECTTIMEOUT, options.connectTimeout)
    handle.set(CURL_SHIM_LOW_SPEED_LIMIT, options.lowSpeedLimit)
    handle.set(CURL_SHIM_LOW_SPEED_TIME, options.lowSpeedTime)
    handle.set(CURL_SHIM_TIMEOUT, options.totalTimeout)
    handle.set(CURL_SHIM_TCP_KEEPALIVE, 1)
    handle.set(CURL_SHIM_TCP_KEEPIDLE, 30)
    handle.set(CURL_SHIM_TCP_KEEPINTVL, 15)
  }

  private func setRequest(_ call: HTTPCall, token: String?) {
    handle.set(CURL_SHIM_URL, base.text + call.path)
    handle.set(CURL_SHIM_USERAGENT, userAgent)
    handle.set(CURL_SHIM_MAXFILESIZE_LARGE, offset: call.responseLimit)
    if options.acceptsCompression { handle.set(CURL_SHIM_ACCEPT_ENCODING, "gzip") }
    // Waiting for 100 Continue costs a round trip, and a form's type is not what a body here has.
    handle.append(header: "Expect:")
    if !call.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      handle.append(header: "Content-Type:")
    }
    for header in call.headers {
      // To curl, a name without a value removes the field, and a semicolon sends it empty.
      handle.append(
        header: header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
    }
    let isNamed = call.headers.contains { $0.name.lowercased() == "authorization" }
    if let token, !isNamed { handle.append(header: "Authorization: Bearer \(token)") }
  }

  /// Sets method and body, and keeps the body's bytes in their place while `transfer` runs.
  private func withBody(of call: HTTPCall, _ transfer: () -> Int32) -> Int32 {
    guard call.body != nil || call.method == "POST" || call.method == "PUT" else {
      handle.set(call.method == "HEAD" ? CURL_SHIM_NOBODY : CURL_SHIM_HTTPGET, 1)
      handle.set(CURL_SHIM_CUSTOMREQUEST, call.method)
      return transfer()
    }
    handle.set(CURL_SHIM_POST, 1)
    handle.set(CURL_SHIM_CUSTOMREQUEST, call.method)
    let body = call.body ?? []
    handle.set(CURL_SHIM_POSTFIELDSIZE_LARGE, offset: body.count)
    return body.withUnsafeBytes { bytes in
      // An empty array may have no address, but without one curl would read the standard input.
      withUnsafeBytes(of: UInt8(0)) { none in
        if let start = bytes.baseAddress ?? none.baseAddress {
          handle.set(CURL_SHIM_POSTFIELDS, bytes: start)
        }
        return transfer()
      }
    }
  }
}
