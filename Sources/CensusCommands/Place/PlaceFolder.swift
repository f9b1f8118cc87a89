import CensusDomain
import CensusStore
import Foundation

/// The folder of a device whose boundaries and region codes are changed.
///
/// The store itself is not opened: a file in it that is damaged would stand in the way of mending it.
enum PlaceFolder {
  /// The folder that the options name.
  ///
  /// - Throws: ``CensusError`` with code `notFound` where it holds no device's store.
  static func device(_ options: GlobalOptions) throws(CensusError) -> String {
    let folder = try options.folder()
    guard FileManager.default.fileExists(atPath: folder + "/" + DeviceStore.fileName) else {
      throw CensusError(
        .notFound, zh: "文件夹 \(folder) 中没有设备存储。",
        en: "The folder \(folder) has no device's store.",
        remedy: LocalizedText(
          zh: "先运行 hazcensus init，或用 --store 指定文件夹。",
          en: "Run hazcensus init first, or name the folder with --store."))
    }
    return folder
  }
}
