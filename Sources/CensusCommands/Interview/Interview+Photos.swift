import CensusDomain
import CensusForms
import CensusStore
import Foundation

extension Interview {
  /// Whether `field` holds the entry's photos, which are given as files.
  func isPhotos(_ field: Field) -> Bool {
    field.name == "photos" && desk.store.attachments != nil
      && field.members.contains { $0.name == "sha256" }
  }

  /// The line, where it is a path and only looks like a jump to a field: `/home/…`.
  func filePath(_ command: AnswerCommand, _ line: String, for field: Field) -> String? {
    guard isPhotos(field), case .jump(let word) = command else { return nil }
    return word.contains("/") || FileManager.default.fileExists(atPath: line) ? line : nil
  }

  /// Copies the files that `line` names into the store and names them among the photos.
  mutating func attach(_ line: String) throws {
    // A path with blanks that nobody escaped is still the file's.
    let isOne = FileManager.default.fileExists(atPath: line)
    let files = isOne ? [line] : PathWords.split(line, home: NSHomeDirectory())
    var changed = content
    // Each refused file was told with its reason, and keeps no other away.
    _ = try desk.attach(files, takenAt: nil, to: &changed, form: form)
    try save(changed)
  }
}
