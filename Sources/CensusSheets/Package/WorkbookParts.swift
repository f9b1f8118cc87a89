import CZip
import CensusDomain
import CensusFiles
import Foundation

/// The ZIP of a workbook: its parts by name, each read as a stream within bounds.
///
/// libzip's `ZIP_CHECKCONS` is not asked for, because writers differ in what headers repeat; what is
/// read has its size counted and its CRC checked instead.
final class WorkbookParts {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  private let fileSize: Int64

  /// Opens the workbook at `path`.
  ///
  /// - Throws: ``CensusError``: `notFound`, `invalidData` where it is no usable ZIP, or of reading.
  init(path: String, limits: WorkbookLimits) throws(CensusError) {
    let file = try PlainFile.reading(path)
    fileSize = try file.size()
    self.limits = limits
    guard try file.read(at: 0, count: 8) != WorkbookParts.compoundFile else {
      throw WorkbookParts.oldFormat(path)
    }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw WorkbookFault("不是完整的 ZIP 文件", "it is not a whole ZIP file")
        .error(in: path, at: WorkbookParts.whole)
    }
    self.archive = archive
    do throws(WorkbookFault) {
      try checkNames()
    } catch {
      throw error.error(in: path, at: WorkbookParts.whole)
    }
  }

  deinit { zip_discard(archive) }

  /// The place that stands for the file as a whole.
  static let whole = LocalizedText(zh: "文件本身", en: "the file itself")

  /// Parses the XML of a part as a whole.
  ///
  /// - Parameter most: the largest size that is read, unpacked bytes.
  func read(
    _ name: String, most: Int64, _ namespaces: [StaticString], _ handler: some XMLHandler
  ) throws(WorkbookFault) {
    let part = try open(name, most: most)
    let xml = try XMLStream(handler, namespaces: namespaces)
    while try part.next(xml.feed) {}
    try xml.finish()
  }

  /// Opens the part called `name`; case does not count (ECMA-376 Part 2, 6.2.2.3).
  ///
  /// - Parameter most: the largest size that is read, unpacked bytes.
  func open(_ name: String, most: Int64) throws(WorkbookFault) -> PartStream {
    var stat = zip_stat_t()
    let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard index >= 0, zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0 else {
      throw WorkbookFault("缺少部件 \(name)", "the part \(name) is missing")
    }
    guard stat.encryption_method == ZIP_EM_NONE else {
      throw WorkbookFault("部件 \(name) 已加密", "the part \(name) is encrypted")
    }
    // Others pack without any bound, and no spreadsheet program writes them (ECMA-376 Part 2, B.3).
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(stat.comp_method)) else {
      throw WorkbookFault(
        "部件 \(name) 的压缩方法不受支持", "the part \(name) is packed by an unknown method")
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw WorkbookFault("部件 \(name) 打不开", "the part \(name) cannot be opened")
    }
    // The directory may claim more than the file holds.
    let packed = min(Int64(clamping: stat.comp_size), fileSize)
    let (product, isOver) = packed.multipliedReportingOverflow(by: limits.ratio)
    let plausible = isOver ? .max : max(limits.freeBytes, product)
    return PartStream(
      file, name: name, most: most, plausible: plausible, declared: Int64(clamping: stat.size))
  }

  /// Refuses names that two programs could understand in two ways.
  private func checkNames() throws(WorkbookFault) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      throw WorkbookFault(
        "内含 \(count) 个文件，上限 \(limits.entries)",
        "it holds \(count) files, and the limit is \(limits.entries)")
    }
    var names: Set<String> = []
    for index in 0..<max(0, count) {
      guard let name = zip_get_name(archive, zip_uint64_t(index), 0) else { continue }
      let text = String(cString: name)
      guard names.insert(text.lowercased()).inserted else {
        throw WorkbookFault("部件 \(text) 出现两次", "the part \(text) is there twice")
      }
    }
  }

  /// How an OLE file begins: an .xls of before 2007, or an .xlsx under a password ([MS-CFB] 2.2).
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func oldFormat(_ path: String) -> CensusError {
    CensusError(
      .invalidData, zh: "\(path) 是旧的 .xls 文件，或是有打开密码的工作簿。",
      en: "\(path) is an old .xls file, or a workbook that asks for a password.",
      remedy: LocalizedText(
        zh: "用 Excel 或 WPS 打开它，去掉密码，另存为 .xlsx 再试。",
        en: "Open it in Excel or WPS, take the password off, save it as .xlsx and try again."))
  }
}
