import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import Foundation

/// The composition root of the command line: what a folder holds, opened with the real clock.
enum Stores {
  /// Opens the device's store that the options name.
  static func device(_ options: GlobalOptions) throws(CensusError) -> DeviceStore {
    try DeviceStore.open(folder: try options.folder())
  }

  /// The forms that count for a folder: the built-in ones and those in its `forms` folder.
  static func forms(_ folder: String?) throws(CensusError) -> FormCatalogue {
    try FormCatalogue.loading(directory: folder.map { $0 + "/forms" })
  }

  /// The forms that count for a device: the built-in ones, those in its `forms` folder, and those
  /// that came from the central.
  static func forms(
    of store: DeviceStore, _ language: Language
  ) throws(CensusError) -> FormCatalogue {
    let (catalogue, unreadable) = try store.forms(beside: try forms(store.folder))
    for name in unreadable {
      Console.say(
        LocalizedText(
          zh: "中心下发的调查表 \(name) 需要更新版本的程序，本机暂不能填写。",
          en: "The central's form \(name) needs a newer program and cannot be filled here."),
        language)
    }
    return catalogue
  }

  /// Whether a folder holds a central.
  static func isCentral(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/central.sqlite")
  }

  /// Opens the central in `folder`; `note` is shown to others who meet its lock.
  static func central(_ folder: String, note: String = "") throws(CensusError) -> Hub {
    guard isCentral(folder) else {
      throw CensusError(
        .notFound, zh: "文件夹 \(folder) 中没有中心存储。", en: "The folder \(folder) has no central.",
        remedy: LocalizedText(
          zh: "先运行 hazcensus central init，或用 --central 网址访问正在运行的中心。",
          en: "Run hazcensus central init first, or reach a running central with --central URL."))
    }
    return try Hub.open(
      folder: folder, forms: try forms(folder), clock: SystemClock(), lockNote: note)
  }
}
