import Foundation

/// OpenSSL's own test server with a certificate made for the occasion.
final class TLSServer {
  struct SetupFailure: Error {}

  private static let program = "/usr/bin/openssl"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let certificateFile: String
  let port: Int
  private let folder: URL
  private let server: Process

  /// Starts a server whose certificate, signed by itself, names `host`.
  init(host: String, arguments: [String] = []) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = folder.appending(path: "key.pem").path
    certificateFile = folder.appending(path: "certificate.pem").path
    let maker = Process()
    maker.executableURL = URL(filePath: Self.program)
    maker.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-days", "2",
      "-keyout", key, "-out", certificateFile,
    ]
    maker.standardError = FileHandle.nullDevice
    let (exits, exited) = AsyncStream<Void>.makeStream()
    maker.terminationHandler = { _ in exited.yield() }
    try maker.run()
    for await _ in exits { break }

    server = Process()
    server.executableURL = URL(filePath: Self.program)
    server.arguments =
      ["s_server", "-accept", "127.0.0.1:0", "-www", "-key", key, "-cert", certificateFile]
      + arguments
    let output = Pipe()
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    // The server ends with its input.
    server.standardInput = Pipe()
    try server.run()
    port = try Self.port(announcedOn: output.fileHandleForReading)
  }

  /// Reads up to the line that says where the server listens.
  private static func port(announcedOn output: FileHandle) throws -> Int {
    var text = ""
    while let bytes = try output.read(upToCount: 1), !bytes.isEmpty {
      text += String(decoding: bytes, as: UTF8.self)
      guard text.hasSuffix("\n") else { continue }
      if let line = text.split(separator: "\n").last(where: { $0.hasPrefix("ACCEPT") }),
        let port = line.split(separator: ":").last.flatMap({ Int($0) })
      {
        return port
      }
    }
    throw SetupFailure()
  }

  func stop() {
    // Threads of the pool block the gentler signals, and the server has inherited that.
    kill(server.processIdentifier, SIGKILL)
    // What cannot be removed lies in the system's folder for temporary files.
    try? FileManager.default.removeItem(at: folder)
  }
}
