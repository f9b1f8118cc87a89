import CensusDomain
import CensusPhotos

/// What photos' own files say.
enum PhotoTarget {
  private static let file = ScratchFile(ending: "jpg")

  static func run(_ bytes: [UInt8]) {
    file.write(bytes)
    do throws(CensusError) {
      let facts = try PhotoFacts.read(path: file.path)
      precondition(facts.byteCount == Int64(bytes.count))
    } catch {
      precondition(!error.message.zh.isEmpty)
    }
  }
}
