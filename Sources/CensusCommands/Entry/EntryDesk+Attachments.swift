import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON
import CensusPhotos
import CensusStore
import Foundation

extension EntryDesk {
  /// Copies files into the store and names them in the content, each once; what a photo's own file says
  /// of when, where and whither it was taken is filled in.
  ///
  /// A file that cannot be taken is told with its reason and stops no other.
  ///
  /// - Parameters:
  ///   - files: their paths.
  ///   - field: the field that names them.
  ///   - takenAt: when photos were taken that do not say it, as a person typed it.
  ///   - content: the entry's content.
  ///   - form: the entry's form.
  /// - Returns: the files that were refused.
  /// - Throws: ``CensusError``: `usage` where the field takes no files, or of the store.
  func attach(
    _ files: [String], as field: String = "photos", takenAt: String?,
    to content: inout JSONObject, form: Form
  ) throws(CensusError) -> RefusedFiles {
    var refused = RefusedFiles()
    guard !files.isEmpty else { return refused }
    let intake = try FileIntake(store, form: form, field: field)
    let time = try takenAt.map { text throws(CensusError) in try intake.time(text) }
    let talk = FileTalk(language: language)
    var isOffsetTold = false
    for file in files {
      do throws(CensusError) {
        let taken = try intake.take(file, into: &content, takenAt: time)
        talk.tell(taken, file)
        if let clock = taken.facts?.time, clock.offsetIsAssumed, !isOffsetTold {
          talk.tellAssumedOffset()
          isOffsetTold = true
        }
        if taken.lacksTime { try askTime(of: taken, file, intake, &content, talk) }
      } catch {
        guard RefusedFiles.isRefusal(error) else { throw error }
        refused.add(error, language)
      }
    }
    return refused
  }

  /// Asks when a photo was taken, on a terminal; elsewhere says how to tell it.
  private func askTime(
    of photo: TakenFile, _ file: String, _ intake: FileIntake, _ content: inout JSONObject,
    _ talk: FileTalk
  ) throws(CensusError) {
    talk.tellMissingTime(file)
    guard Console.isInteractive else { return talk.tellHowToGiveTime() }
    talk.askTime()
    while let line = readLine(strippingNewline: true) {
      let answer = line.trimmingCharacters(in: .whitespaces)
      guard !answer.isEmpty else { return talk.tellHowToGiveTime() }
      do throws(CensusError) {
        return intake.setTime(
          try intake.time(answer), of: photo.stored.hash, in: &content)
      } catch {
        Console.say(error.message, language)
      }
    }
  }

  /// Copies the file at `path`, as a person typed it, into the store and gives its hash; nil where there
  /// is no such file.
  func keep(_ path: String) -> String? {
    let words = PathWords.split(path, home: NSHomeDirectory())
    guard let file = words.first, words.count == 1, FileManager.default.fileExists(atPath: file),
      let folder = store.attachments
    else { return nil }
    do {
      return try folder.add(copying: file, most: ProtocolLimits.maximumAttachmentBytes)
        .hash.description
    } catch {
      Screen(language).say(error.message)
      return nil
    }
  }

  /// Names what a final entry declares and this device has no file of.
  func tellAbsentAttachments(of id: UniqueID) throws(CensusError) {
    for absent in try store.declaredAttachments(of: id) where absent.place == .elsewhere {
      Screen(language).say(
        LocalizedText(
          zh: "提醒 附件 \(absent.hash) 已声明，但文件不在本机；补上：",
          en: "warning: attachment \(absent.hash) is declared, but not on this device; add it: "),
        command: "hazcensus entry attach \(id) \(language == .zh ? "文件" : "FILE")")
    }
  }
}
