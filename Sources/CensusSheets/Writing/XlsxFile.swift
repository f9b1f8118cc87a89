import CXlsxWriter
import CensusDomain
import CensusFiles
import Foundation

/// A workbook that libxlsxwriter writes beside its place and that gets its name when it is whole.
///
/// The bytes depend only on what is written: the time of making that a workbook carries is fixed.
package final class XlsxFile {
  package typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
  package typealias Format = UnsafeMutablePointer<lxw_format>

  private let path: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  /// Whether libxlsxwriter still holds the workbook; closing it frees it.
  private var isOpen = true

  /// Begins a workbook that will stand at `path`.
  ///
  /// - Parameter isStreaming: whether each row goes to the disk when the next begins, so that memory
  ///   does not grow; rows then come in order.
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, or of the disk.
  package init(path: String, title: String, isStreaming: Bool) throws(CensusError) {
    guard !FileManager.default.fileExists(atPath: path) else { throw XlsxFile.exists(path) }
    self.path = path
    let partial = XlsxFile.partial(path)
    // What was left by a process that was killed.
    unlink(partial)
    // libxlsxwriter opens the file only at the end; a folder that cannot be written to shows now.
    _ = try PlainFile.making(partial)
    var options = lxw_workbook_options()
    options.constant_memory = isStreaming ? 1 : 0
    guard let workbook = workbook_new_opt(partial, &options) else {
      throw XlsxFile.failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    self.workbook = workbook
    let strings = CStrings()
    var properties = lxw_doc_properties()
    properties.title = strings.copy(title)
    properties.created = XlsxFile.made
    workbook_set_properties(workbook, &properties)
  }

  deinit {
    guard isOpen else { return }
    lxw_workbook_free(workbook)
    unlink(XlsxFile.partial(path))
  }

  /// Says what the workbook is, instead of its title alone.
  ///
  /// - Parameters:
  ///   - made: the time of making that the workbook carries; from the second after 1970 began on.
  ///   - properties: what a program finds again by name (custom properties).
  package func describe(
    title: String, made: Timestamp, properties: [String: String]
  ) throws(CensusError) {
    let strings = CStrings()
    var described = lxw_doc_properties()
    described.title = strings.copy(SheetText.prepared(title))
    // 0 would be read as “now”.
    described.created = max(1, Int(made.milliseconds / 1000))
    try check(workbook_set_properties(workbook, &described))
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      try check(workbook_set_custom_property_string(workbook, name, value))
    }
  }

  /// Adds an empty chart of a kind that libxlsxwriter names.
  package func addChart(_ kind: lxw_chart_type) throws(CensusError)
    -> UnsafeMutablePointer<lxw_chart>
  {
    guard let chart = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      throw XlsxFile.failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return chart
  }

  /// Adds a sheet; `name` must be one that ``SheetName`` made.
  package func addSheet(_ name: String) throws(CensusError) -> Sheet {
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw XlsxFile.failed(path, LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    return sheet
  }

  /// Adds a format in the font of Chinese forms.
  package func addFormat(_ change: (Format) -> Void = { _ in }) throws(CensusError) -> Format {
    guard let format = workbook_add_format(workbook) else {
      throw XlsxFile.failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    format_set_font_name(format, "宋体")
    change(format)
    return format
  }

  /// Gives a cell or range a name in the whole workbook.
  func define(_ name: String, as reference: String) throws(CensusError) {
    try check(workbook_define_name(workbook, name, "=" + reference))
  }

  /// Turns libxlsxwriter's answer into an error where it is one.
  package func check(_ answer: lxw_error) throws(CensusError) {
    guard answer == LXW_NO_ERROR else { throw XlsxFile.failed(path, answer) }
  }

  /// Writes the workbook, brings it to the disk and gives it its name.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it or somebody else took the name.
  package func finish() throws(CensusError) {
    isOpen = false
    let partial = XlsxFile.partial(path)
    do throws(CensusError) {
      try check(workbook_close(workbook))
      try PlainFile.changing(partial).synchronize()
      // A link fails where the name was taken meanwhile; a rename would replace that file.
      guard link(partial, path) == 0 else {
        if errno == EEXIST { throw XlsxFile.exists(path) }
        throw XlsxFile.failed(path, LXW_ERROR_CREATING_XLSX_FILE)
      }
      unlink(partial)
      try Folders.synchronize(Folders.above(path))
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// 2020-01-01T00:00:00Z, the time that all workbooks say they were made.
  private static let made = 1_577_836_800

  private static func partial(_ path: String) -> String { path + ".partial" }

  private static func exists(_ path: String) -> CensusError {
    CensusError(
      .cannotCreate, zh: "\(path) 已经存在，没有覆盖。", en: "There is a file \(path) already; it was left.",
      remedy: LocalizedText(zh: "换一个文件名。", en: "Choose another name."))
  }

  private static func failed(_ path: String, _ answer: lxw_error) -> CensusError {
    let reason = lxw_strerror(answer).map { String(cString: $0) } ?? "\(answer.rawValue)"
    return CensusError(
      .inputOutput, zh: "工作簿 \(path) 没有写成：\(reason)",
      en: "The workbook \(path) was not written: \(reason)",
      remedy: LocalizedText(
        zh: "检查剩余空间和文件夹的权限，再试一次。",
        en: "Check the free space and the rights of the folder, then try again."))
  }
}
