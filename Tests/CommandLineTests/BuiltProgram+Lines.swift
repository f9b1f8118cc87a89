import Foundation

/// A program that goes on, over its lines of output.
extension BuiltProgram {
  /// Reads one line; nil at the end of the stream.
  func line(of stream: FileHandle) throws -> String? {
    var line = Data()
    while let byte = try stream.read(upToCount: 1), !byte.isEmpty {
      if byte == Data("\n".utf8) { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Reads events of a sync until one has this name, and gives it.
  func event(_ name: String, of stream: FileHandle) throws -> [String: Any]? {
    while let line = try line(of: stream) {
      let event = try object(line)
      if event["event"] as? String == name { return event }
    }
    return nil
  }
}
