import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON
import CensusStore
import Foundation

extension EntryDesk {
  /// Copies the files into the store and names them among the content's photos, each once.
  ///
  /// - Throws: ``CensusError``: `usage` where the form has no photos, or naming the file.
  func attach(
    _ files: [String], to content: inout JSONObject, form: Form
  ) throws(CensusError) {
    guard !files.isEmpty else { return }
    guard let field = form.field("photos"), let folder = store.attachments else {
      throw CensusError(
        .usage, zh: "调查表 \(form.code) 没有照片栏。", en: "The form \(form.code) has no photos.")
    }
    let hasTime = form.shape(of: field)?.json.contains(#""takenAt":"#) ?? false
    var photos: [JSONValue] = []
    if let held = content["photos"], case .array(let elements) = held { photos = elements }
    for file in files {
      let stored = try folder.add(copying: file, most: ProtocolLimits.maximumAttachmentBytes)
      guard !photos.contains(where: { EntryDesk.names($0, stored.hash) }) else { continue }
      var photo = JSONObject()
      photo["sha256"] = .string(stored.hash.description)
      if hasTime { photo["takenAt"] = .string(EntryDesk.changeTime(of: file)) }
      photos.append(.object(photo))
      Console.say(
        LocalizedText(
          zh: "照片 \(file)（\(stored.size / 1024) KB）已存入本机：\(stored.hash.description.prefix(12))",
          en:
            "photo \(file) (\(stored.size / 1024) KB) is in the store: \(stored.hash.description.prefix(12))"
        ), language)
    }
    content["photos"] = .array(photos)
  }

  /// Names what a final entry declares and this device has no file of.
  func tellAbsentAttachments(of id: UniqueID) throws(CensusError) {
    for absent in try store.declaredAttachments(of: id) where absent.place == .elsewhere {
      Console.say(
        LocalizedText(
          zh: "提醒 附件 \(absent.hash) 已声明，但文件不在本机；补上：hazcensus entry attach \(id) 文件",
          en: """
            warning: attachment \(absent.hash) is declared, but its file is not on this device; add it: \
            hazcensus entry attach \(id) FILE
            """), language)
    }
  }

  private static func names(_ photo: JSONValue, _ hash: ContentHash) -> Bool {
    guard case .object(let members) = photo, case .string(let text) = members["sha256"] else {
      return false
    }
    return text == hash.description
  }

  /// When the file was last changed, which for a photo is when it was taken.
  private static func changeTime(of file: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let date = attributes?[.modificationDate] as? Date ?? Date()
    return Timestamp(milliseconds: Int64(date.timeIntervalSince1970) * 1000).iso8601
  }
}
