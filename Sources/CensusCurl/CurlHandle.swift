internal import CCurlShims

/// Owns a curl handle and remembers the first option that was refused.
///
/// Not for two threads at once, ``wake()`` apart.
final class CurlHandle {
  private static let globalCode = curl_shim_global_init()

  let pointer: OpaquePointer?
  private var list: OpaquePointer?
  private var code: Int32 = 0

  init() {
    pointer = Self.globalCode == 0 ? curl_shim_new() : nil
  }

  deinit {
    curl_shim_list_free(list)
    if let pointer { curl_shim_free(pointer) }
  }

  /// Takes every option back; connections stay.
  func reset() {
    if let pointer { curl_shim_reset(pointer) }
    curl_shim_list_free(list)
    list = nil
    code = pointer == nil ? Int32(CURL_SHIM_OUT_OF_MEMORY) : 0
  }

  func set(_ option: curl_shim_option, _ value: Int) {
    attempt { curl_shim_set_long($0, option, value) }
  }

  func set(_ option: curl_shim_option, _ value: String) {
    attempt { curl_shim_set_string($0, option, value) }
  }

  func set(_ option: curl_shim_option, offset value: Int) {
    attempt { curl_shim_set_offset($0, option, Int64(value)) }
  }

  /// Sets bytes that have to stay where they are until the transfer is over.
  func set(_ option: curl_shim_option, bytes: UnsafeRawPointer) {
    attempt { curl_shim_set_bytes($0, option, bytes) }
  }

  /// Adds a line to the request's header.
  func append(header line: String) {
    attempt { _ in
      guard let longer = curl_shim_list_append(list, line) else {
        return Int32(CURL_SHIM_OUT_OF_MEMORY)
      }
      list = longer
      return 0
    }
  }

  /// Carries out the transfer, handing what arrives to `exchange`.
  func perform(_ exchange: Exchange) -> Int32 {
    attempt { curl_shim_set_list($0, CURL_SHIM_HTTPHEADER, list) }
    attempt { handle in
      curl_shim_set_functions(
        handle, receiveBody, receiveHeader, checkProgress,
        Unmanaged.passUnretained(exchange).toOpaque())
    }
    attempt { handle in withExtendedLifetime(exchange) { curl_shim_perform(handle) } }
    return code
  }

  /// Makes a transfer under way look at once whether it is cancelled; any thread may call this.
  func wake() {
    if let pointer { curl_shim_wake(pointer) }
  }

  func figure(_ figure: curl_shim_figure) -> Int64 {
    pointer.map { curl_shim_figure_of($0, figure) } ?? 0
  }

  func words(for code: Int32) -> String {
    pointer.map { String(cString: curl_shim_words($0, code)) } ?? "curl could not start"
  }

  private func attempt(_ step: (OpaquePointer) -> Int32) {
    guard let pointer, code == 0 else { return }
    code = step(pointer)
  }
}

// The callbacks capture nothing; the exchange outlives the transfer, which `perform` sees to.

private func exchange(_ context: UnsafeMutableRawPointer?) -> Exchange? {
  context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveBody(
  data: UnsafeMutablePointer<CChar>, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
  guard let exchange = exchange(context), exchange.receive(body: bytes) else { return -1 }
  return bytes.count
}

private func receiveHeader(
  data: UnsafeMutablePointer<CChar>, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
  guard let exchange = exchange(context), exchange.receive(header: bytes) else { return -1 }
  return bytes.count
}

private func checkProgress(
  context: UnsafeMutableRawPointer?, _: Int64, _: Int64, total: Int64, sent: Int64
) -> Int32 {
  guard let exchange = exchange(context) else { return 0 }
  exchange.note(uploaded: sent, of: total)
  return exchange.isCancelled ? 1 : 0
}
