import CensusDomain
import Foundation

/// The C library's conversion of one encoding to another.
final class CharacterConverter {
  /// Where a conversion ended.
  enum Outcome: Equatable {
    /// All was converted, or all but the beginning of a character that goes on.
    case converted(Int)
    /// No character begins as the byte at this place does.
    case invalid(at: Int)
  }

  private let descriptor: iconv_t
  private var output = [UInt8](repeating: 0, count: CharacterConverter.outputSize)

  /// - Throws: ``CensusError`` with code `configuration` where the system does not know an encoding.
  init(
    from source: TextEncoding, to target: TextEncoding = .utf8
  ) throws(CensusError) {
    guard let descriptor = iconv_open(target.name, source.name),
      descriptor != iconv_t(bitPattern: -1)
    else {
      let name = source == .utf8 ? target.name : source.name
      throw CensusError(
        .configuration, zh: "本机的 C 库不认识编码 \(name)。",
        en: "This machine's C library does not know the encoding \(name).",
        remedy: LocalizedText(
          zh: "安装 C 库的 gconv 模块，或把文件另存为 UTF-8。",
          en: "Install the C library's gconv modules, or save the file as UTF-8."))
    }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts `bytes` and gives the result out in pieces.
  func convert(
    _ bytes: [UInt8], _ emit: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) -> Outcome {
    var done = 0
    while true {
      let (used, made, reason) = step(bytes, from: done)
      done += used
      if made > 0 { try emit(Array(output[..<made])) }
      switch reason {
      case E2BIG: continue
      case EILSEQ: return .invalid(at: done)
      default: return .converted(done)
      }
    }
  }

  /// One call of iconv: bytes used, bytes made, and `errno` or 0.
  private func step(_ bytes: [UInt8], from done: Int) -> (used: Int, made: Int, reason: Int32) {
    // iconv takes its input as mutable by its old signature and does not write to it (POSIX).
    var input = bytes[done...]
    return input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        let result = iconv(descriptor, &source, &left, &target, &room)
        let reason = result == -1 ? errno : 0
        return (input.count - left, output.count - room, reason)
      }
    }
  }

  private static let outputSize = 64 * 1024
}
