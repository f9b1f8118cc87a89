import CensusDomain
import NIOSSL

/// Where a central listens and how it proves itself; an open address without TLS cannot be made.
public struct ServerExposure: Sendable {
  /// The address to bind.
  public let host: String
  let tls: TLSConfiguration?
  /// Names under which requests are answered; others are refused, against DNS rebinding.
  let names: Set<String>

  /// Whether the server itself speaks TLS.
  public var hasTLS: Bool { tls != nil }

  /// Loopback only, plain HTTP.
  public static let loopback = ServerExposure(names: loopbackNames)

  private static let loopbackNames: Set<String> = ["127.0.0.1", "localhost", "::1", "[::1]"]

  private init(names: Set<String>) {
    host = "127.0.0.1"
    tls = nil
    self.names = names
  }

  /// Makes an exposure.
  ///
  /// - Parameters:
  ///   - host: the address to bind.
  ///   - certificate: PEM file with the certificate chain.
  ///   - key: PEM file with the private key.
  ///   - isBehindTLSProxy: the declaration that a proxy in front provides TLS.
  ///   - publicNames: further names by which clients call the central.
  /// - Throws: ``CensusError``: `usage` for an open address without TLS, `configuration` for a
  ///   certificate or key that cannot be used.
  public init(
    host: String, certificate: String?, key: String?, isBehindTLSProxy: Bool, publicNames: [String]
  ) throws(CensusError) {
    guard (certificate == nil) == (key == nil) else {
      throw CensusError(
        .usage, zh: "--certificate 与 --key 须同时给出。", en: "Give --certificate and --key together.")
    }
    let isLoopback =
      ServerExposure.loopbackNames.contains(host)
      || host.wholeMatch(of: /127(\.[0-9]{1,3}){3}/) != nil
    guard isLoopback || certificate != nil || isBehindTLSProxy else {
      throw CensusError(
        .usage, zh: "在 \(host) 上监听会让令牌和数据明文传输。",
        en: "Listening on \(host) would send tokens and data in the clear.",
        remedy: LocalizedText(
          zh: "给出 --certificate 和 --key，或用 --behind-tls-proxy 声明前面有 TLS 代理，或只在本机监听。",
          en: "Give --certificate and --key, or declare --behind-tls-proxy, or listen on loopback.")
      )
    }
    self.host = host
    names = ServerExposure.loopbackNames.union([host.lowercased()])
      .union(publicNames.map { $0.lowercased() })
    if let certificate, let key {
      tls = try ServerExposure.tls(certificate, key)
    } else {
      tls = nil
    }
  }

  private static func tls(_ certificate: String, _ key: String) throws(CensusError)
    -> TLSConfiguration
  {
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate).map {
        NIOSSLCertificateSource.certificate($0)
      }
      let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(privateKey))
      configuration.minimumTLSVersion = .tlsv12
      return configuration
    } catch {
      throw CensusError(
        .configuration, zh: "证书 \(certificate) 或密钥 \(key) 无法使用：\(error)。",
        en: "The certificate \(certificate) or the key \(key) cannot be used: \(error).",
        remedy: LocalizedText(
          zh: "两者须为 PEM 文件且相互匹配。", en: "Both must be PEM files that belong together."),
        cause: error)
    }
  }

  /// Whether a request's Host names this server.
  func answers(to authority: String?) -> Bool {
    guard let authority, !authority.isEmpty else { return false }
    var name = authority.lowercased()
    if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
      name = String(name[...end])
    } else if let colon = name.lastIndex(of: ":") {
      name = String(name[..<colon])
    }
    return names.contains(name)
  }
}
