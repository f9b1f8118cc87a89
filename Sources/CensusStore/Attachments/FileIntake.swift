import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON
import CensusPhotos

/// Takes photos and other files into a device's store and names them in one field of an entry.
///
/// A field takes photos where it is a list whose rows have a `sha256`, and one file of any kind where it
/// is an object that has one.
public struct FileIntake: Sendable {
  /// The field that names the files.
  public let field: Field
  private let folder: AttachmentFolder

  /// Makes an intake for a field of a form.
  ///
  /// - Throws: ``CensusError`` with code `usage` where the form has no such field, or it takes no files.
  public init(
    _ store: DeviceStore, form: Form, field name: String = "photos"
  ) throws(CensusError) {
    guard let folder = store.attachments, let field = form.field(name),
      FileIntake.takesFiles(field)
    else {
      throw FileIntake.noFiles(form, name)
    }
    self.field = field
    self.folder = folder
  }

  /// Whether the field holds a list of photos; else it holds one file.
  public var takesPhotos: Bool { field.kind == .list }

  /// Judges the file at `path`, copies it into the store and names it in `content`, once.
  ///
  /// A new photo's row takes the time, place and direction that its file states, where the form has
  /// members for them; of a photo that is named already only a missing time is filled in.
  ///
  /// - Parameter takenAt: when a photo was taken that does not say it itself, as ``time(_:)`` gives it.
  /// - Throws: ``CensusError``: `notFound`, `invalidData`, `tooLarge` or `permission` where the file is
  ///   refused, others where the store cannot be written; `content` is then unchanged.
  public func take(
    _ path: String, into content: inout JSONObject, takenAt: String? = nil
  ) throws(CensusError) -> TakenFile {
    guard takesPhotos else { return try takeOne(path, into: &content) }
    let facts = try PhotoFacts.read(path: path)
    let stored = try folder.add(copying: path, most: PhotoFacts.maximumBytes)
    var rows = content[field.name]?.array ?? []
    let place = rows.firstIndex { FileIntake.names($0, stored.hash) }
    var row = place.flatMap { rows[$0].object } ?? ["sha256": .string(stored.hash.description)]
    var values = PhotoRow.values(facts)
    if let takenAt, values["takenAt"] == nil { values["takenAt"] = .string(takenAt) }
    // Bringing a photo that a final entry names, as after an import, must not change the entry.
    for value in values where place == nil || value.name == "takenAt" {
      if has(value.name), row[value.name] == nil { row[value.name] = value.value }
    }
    if let place { rows[place] = .object(row) } else { rows.append(.object(row)) }
    content[field.name] = .array(rows)
    return TakenFile(
      stored: stored, facts: facts, wasNamed: place != nil,
      lacksTime: has("takenAt") && row["takenAt"] == nil, replaced: nil)
  }

  /// Says when a photo was taken that `content` names already.
  public func setTime(_ time: String, of hash: ContentHash, in content: inout JSONObject) {
    let rows = (content[field.name]?.array ?? []).map { value in
      guard FileIntake.names(value, hash), var row = value.object else { return value }
      row["takenAt"] = .string(time)
      return .object(row)
    }
    content[field.name] = .array(rows)
  }

  /// Reads a time that a person typed, such as `2021-06-13 08:30`; without an offset it is +08:00.
  ///
  /// - Throws: ``CensusError`` with code `usage` where it is none, or the form asks for no time.
  public func time(_ text: String) throws(CensusError) -> String {
    guard let member = field.members.first(where: { $0.name == "takenAt" }) else {
      throw CensusError(
        .usage, zh: "字段 \(field.name) 不记拍摄时间。",
        en: "The field \(field.name) does not ask when a photo was taken.",
        remedy: LocalizedText(zh: "去掉 --taken-at。", en: "Leave --taken-at out."))
    }
    var writer = JSONWriter()
    if let fault = CellReader().write(Cell(text), as: member, to: &writer) {
      throw CensusError(.usage, fault.message)
    }
    return (try? JSONValue.parse(writer.bytes))?.string ?? text
  }

  private func has(_ member: String) -> Bool { field.members.contains { $0.name == member } }

  /// A plan may come from any drawing program, so that its kind is not judged.
  private func takeOne(
    _ path: String, into content: inout JSONObject
  ) throws(CensusError) -> TakenFile {
    let stored = try folder.add(copying: path, most: ProtocolLimits.maximumAttachmentBytes)
    let former = content[field.name]?[member: "sha256"]?.string
    let hash = stored.hash.description
    if former != hash {
      var value: JSONObject = ["sha256": .string(hash)]
      if has("fileName") { value["fileName"] = .string(FileIntake.name(of: path)) }
      content[field.name] = .object(value)
    }
    return TakenFile(
      stored: stored, facts: nil, wasNamed: former == hash, lacksTime: false,
      replaced: former == hash ? nil : former)
  }
}

extension FileIntake {
  /// The longest name of a file that the forms take, characters.
  private static let longestName = 100

  /// A file's own name; of a longer one the ending is kept, by which it is opened.
  static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard name.unicodeScalars.count > longestName else { return String(name) }
    let ending = name.split(separator: ".").last.map { "." + $0.prefix(10) } ?? ""
    let kept = name.unicodeScalars.prefix(longestName - ending.unicodeScalars.count)
    return String(kept) + ending
  }

  private static func takesFiles(_ field: Field) -> Bool {
    (field.kind == .list || field.kind == .object)
      && field.members.contains { $0.name == "sha256" }
  }

  private static func names(_ row: JSONValue, _ hash: ContentHash) -> Bool {
    row[member: "sha256"]?.string == hash.description
  }

  private static func noFiles(_ form: Form, _ name: String) -> CensusError {
    let fields = form.fields.filter(takesFiles).map(\.name)
    return CensusError(
      .usage, zh: "调查表 \(form.code) 没有收文件的字段“\(name)”。",
      en: "The form \(form.code) has no field “\(name)” that takes files.",
      remedy: fields.isEmpty
        ? LocalizedText(zh: "本表不收照片和文件。", en: "This form takes no photos or files.")
        : LocalizedText(
          zh: "用 --field 指定：\(fields.joined(separator: "、"))。",
          en: "Name one with --field: \(fields.joined(separator: ", "))."))
  }
}
