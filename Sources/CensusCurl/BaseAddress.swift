internal import CCurlShims
internal import CensusDomain

/// A central's address, checked once: https, or http to this machine itself.
struct BaseAddress: Sendable {
  /// The address as curl wrote it back, without a slash at the end.
  let text: String
  /// The URL schemes that transfers are held to.
  let protocols: String

  /// Reads an address with curl's own parser, so that what is checked is what will be used.
  init(_ address: String) throws(CensusError) {
    guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let whole = Self.part(CURL_SHIM_URL_WHOLE, of: address),
      let scheme = Self.part(CURL_SHIM_URL_SCHEME, of: address),
      let host = Self.part(CURL_SHIM_URL_HOST, of: address),
      Self.part(CURL_SHIM_URL_QUERY, of: address) == nil,
      Self.part(CURL_SHIM_URL_FRAGMENT, of: address) == nil
    else { throw Self.unusable }
    switch scheme {
    case "https": protocols = "https"
    case "http":
      guard Self.isLoopback(host) else { throw Self.unencrypted }
      protocols = "http,https"
    default: throw Self.unusable
    }
    var text = whole[...]
    while text.hasSuffix("/") { text.removeLast() }
    self.text = String(text)
  }

  private static func part(_ part: curl_shim_url_part, of address: String) -> String? {
    guard let text = curl_shim_url_part_of(address, part) else { return nil }
    defer { curl_shim_text_free(text) }
    return String(cString: text)
  }

  /// Whether `host` can only be this machine; curl knows `localhost` without asking a name server.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil } && parts.first == "127"
  }

  // The address is not repeated, since what cannot be read as one may be a secret put in its place.
  private static let unusable = CensusError(
    .configuration, zh: "服务器地址无法使用。", en: "The server's address cannot be used.",
    remedy: LocalizedText(
      zh: "地址须形如 https://host:port/path，且不含用户名、查询和片段。",
      en: "Write it as https://host:port/path, without user name, query and fragment."))

  private static let unencrypted = CensusError(
    .configuration, zh: "服务器地址须用 https；http 只可用于本机。",
    en: "The server's address has to begin with https; http is for this machine only.",
    remedy: LocalizedText(
      zh: "请向协调员索取 https 地址。", en: "Ask the coordinator for the https address."))
}
