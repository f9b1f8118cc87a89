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

  /// Whether an answer may be a file's path: of a photo, or of the one file of an object.
  func takesFile(_ field: Field, in scope: AnswerScope) -> Bool {
    isPhotos(field) || (scope.field?.kind == .object && field.name == "sha256")
  }

  /// What a line asks for; a path such as `/home/…` is no jump to a field where a file may be given.
  func command(_ line: String, for field: Field, in scope: AnswerScope) -> AnswerCommand {
    let command = AnswerCommand(line)
    guard case .jump(let word) = command, takesFile(field, in: scope) else { return command }
    return word.contains("/") || FileManager.default.fileExists(atPath: line)
      ? .answer(line) : command
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
