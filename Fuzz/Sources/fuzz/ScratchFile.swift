import Foundation

/// A file in memory for readers that want a path.
struct ScratchFile {
  /// Where it stands.
  let path: String

  /// Names a file of this process with an ending such as `xlsx`.
  init(ending: String) {
    path = ScratchFile.folder + "/fuzz-\(getpid()).\(ending)"
  }

  /// Replaces what it holds.
  func write(_ bytes: [UInt8]) {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      fatalError("\(path) cannot be written.")
    }
  }

  /// The folder of such files, which the script that started this makes and removes.
  static let folder = ProcessInfo.processInfo.environment["FUZZ_SCRATCH"] ?? "/dev/shm"
}
