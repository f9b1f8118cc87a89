/// How a ``CurlTransport`` connects; the defaults are for the field.
public struct CurlOptions: Sendable, Hashable {
  /// A file of certificates to trust in place of the system's.
  public var certificateFile: String?
  /// A proxy's address; nil connects directly, whatever the environment says.
  public var proxy: String?
  /// Seconds until a connection has to stand, name and TLS included.
  public var connectTimeout: Int
  /// The speed, in bytes a second, below which a transfer counts as stalled.
  public var lowSpeedLimit: Int
  /// Seconds for which a transfer may stay below ``lowSpeedLimit``.
  public var lowSpeedTime: Int
  /// Seconds for one call as a whole, against an answer that drips without end.
  ///
  /// A slow transfer that lives is not to begin again from zero: the default, four hours, lets a line of
  /// the largest size pass at ``lowSpeedLimit``.
  public var totalTimeout: Int
  /// Whether answers may come compressed.
  public var acceptsCompression: Bool

  /// Makes options.
  public init(
    certificateFile: String? = nil, proxy: String? = nil, connectTimeout: Int = 10,
    lowSpeedLimit: Int = 100, lowSpeedTime: Int = 60, totalTimeout: Int = 14_400,
    acceptsCompression: Bool = true
  ) {
    self.certificateFile = certificateFile
    self.proxy = proxy
    self.connectTimeout = connectTimeout
    self.lowSpeedLimit = lowSpeedLimit
    self.lowSpeedTime = lowSpeedTime
    self.totalTimeout = totalTimeout
    self.acceptsCompression = acceptsCompression
  }
}

/// What a ``CurlTransport`` has carried so far.
public struct CurlStatistics: Sendable, Hashable {
  /// Calls that were begun, with or without success.
  public var calls = 0
  /// Connections that were made; fewer than calls, since connections are kept.
  public var connections = 0
  /// Bytes of request bodies that were sent.
  public var bytesSent: Int64 = 0
  /// Bytes of response bodies that arrived, before decompression.
  public var bytesReceived: Int64 = 0

  /// Makes statistics of nothing.
  public init() {}
}
