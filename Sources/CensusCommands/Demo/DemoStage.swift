import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusJSON
import CensusReports
import CensusServer
import CensusStore
import Foundation
import Logging

/// The demo's course of events.
struct DemoStage {
  private static let district = "130205"
  private static let surveyors: [(folder: String, name: String)] = [
    ("a", "张伟"), ("b", "李娜"), ("c", "王强"),
  ]
  /// The day after the sample data's last one.
  private static let day = CivilDate(year: 2021, month: 11, day: 30)

  let data: String
  let output: String
  let language: Language
  private let forms: FormCatalogue
  private let clock: any WallClock

  init(data: String, output: String, language: Language) throws(CensusError) {
    self.data = data
    self.output = output
    self.language = language
    forms = FormCatalogue.builtIn()
    clock = DemoStage.day.map { DemoClock(startingOn: $0) } ?? SystemClock()
    guard FileManager.default.fileExists(atPath: data + "/inventory.csv") else {
      throw CensusError(
        .notFound, zh: "文件夹 \(data) 中没有样例数据。", en: "The folder \(data) has no sample data.",
        remedy: LocalizedText(
          zh: "在项目根目录运行，或用 --data 指明。", en: "Run it in the project's root, or name it with --data.")
      )
    }
    try DemoStage.clear(output)
  }

  /// Takes away what an earlier demo made, and nothing else.
  private static func clear(_ output: String) throws(CensusError) {
    let mark = output + "/.hazcensus-demo"
    let files = FileManager.default
    if files.fileExists(atPath: output) {
      guard files.fileExists(atPath: mark) else {
        throw CensusError(
          .cannotCreate, zh: "文件夹 \(output) 已存在，且不是演示的输出，没有改动。",
          en: "The folder \(output) exists and is not a demo's output; it was left alone.",
          remedy: LocalizedText(zh: "换一个 --output。", en: "Choose another --output."))
      }
      try? files.removeItem(atPath: output)
    }
    do {
      try files.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw CensusError(
        .cannotCreate, zh: "无法建立文件夹 \(output)：\(error.localizedDescription)。",
        en: "The folder \(output) cannot be made: \(error.localizedDescription).")
    }
    guard files.createFile(atPath: mark, contents: nil) else {
      throw CensusError(
        .cannotCreate, zh: "无法写入文件夹 \(output)。", en: "The folder \(output) cannot be written.")
    }
  }

  func say(_ zh: String, _ en: String) {
    Console.say(LocalizedText(zh: "▸ " + zh, en: "▸ " + en), language)
  }

  func play() async throws {
    say(
      "演示中的今天是 \(clock.now().officeDay)，样例数据截至这一天",
      "the demo plays on \(clock.now().officeDay), the day up to which the sample data go")
    let hub = try makeCentral()
    let local = LocalCentral(hub: hub, caller: .localAdministrator)
    try await importInventory(local)
    let (ports, portFound) = AsyncStream.makeStream(of: Int.self)
    let server = CentralServer(
      hub: hub, port: 0, logger: Logger(label: "demo") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.runUntilCancelled { portFound.yield($0) } }
      var iterator = ports.makeAsyncIterator()
      guard let port = await iterator.next() else {
        throw CensusError(.software, zh: "中心没有启动。", en: "The central did not start.")
      }
      say("中心在 http://127.0.0.1:\(port) 提供服务", "the central is served at http://127.0.0.1:\(port)")
      try await field(local, port)
      group.cancelAll()
    }
    try await ledger(local)
    try await papers(local)
    try await reports(local)
  }

  private func makeCentral() throws(CensusError) -> Hub {
    say("建立区普查中心（开平区 \(DemoStage.district)）", "make the district's central (\(DemoStage.district))")
    guard let district = RegionCode(DemoStage.district) else {
      throw CensusError(.software, zh: "区县代码无效。", en: "The district's code is not valid.")
    }
    return try Hub.create(
      folder: output + "/central", district: district, districtName: "开平区",
      towns: try CentralInit.townNames(
        data + "/townships.csv", edition: "2021-10-31", in: district),
      notApplicable: try CentralInit.notApplicable(data + "/not-applicable.csv"), clock: clock)
  }

  private func importInventory(_ central: LocalCentral) async throws {
    let summary = try await Operations.importInventory.call(
      InventoryImport(
        objects: try InventoryFile.read(data + "/inventory.csv"), reason: "", isTrial: false),
      at: central)
    let objects = summary.hazards.reduce(0) { $0 + $1.objects }
    let should = summary.hazards.reduce(0) { $0 + $1.shouldSurvey }
    say(
      "清查底册第 \(summary.version) 版已锁定：\(objects) 个对象，应查 \(should)",
      "inventory version \(summary.version) is frozen: \(objects) objects, \(should) to survey")
  }

  private func field(_ central: LocalCentral, _ port: Int) async throws {
    let relay = try CutRelay(target: port)
    defer { relay.stop() }
    var devices: [DemoDevice] = []
    for (folder, name) in DemoStage.surveyors {
      let device = try await DemoDevice.enrol(
        folder: output + "/device-" + folder, surveyor: name, forms: forms, clock: clock,
        central: central, port: relay.port, language: language)
      say(
        "设备 \(folder)（\(name)）已登记并取得清查底册",
        "device \(folder) (\(name)) is enrolled and has the inventory")
      try await device.sync(quietly: true)
      devices.append(device)
    }
    for (device, person) in zip(devices, DemoStage.surveyors) {
      say("设备 \(person.folder) 离线录入", "device \(person.folder) records offline")
      try device.importEntries(from: data + "/devices/" + person.folder)
      try device.takePhotos()
    }
    try await loseNetwork(devices[1], relay)
    for (device, person) in zip(devices, DemoStage.surveyors) where person.folder != "b" {
      say("设备 \(person.folder) 同步", "device \(person.folder) syncs")
      try await device.sync(quietly: false)
    }
    try await review(central, devices)
  }

  private func loseNetwork(_ device: DemoDevice, _ relay: CutRelay) async throws {
    say("设备 b 同步，途中失去网络", "device b syncs and loses its network half-way")
    relay.cut(afterBytes: 35_000)
    do {
      try await device.sync(quietly: false, batch: 40)
      throw CensusError(
        .software, zh: "网络已断，同步却没有报告。", en: "The network was cut, but the sync did not tell.")
    } catch let error as CensusError where error.code != .software {
      Console.say(error.message, language)
      try SyncTalk.tellWhatIsSafe(device.store, language)
    }
    relay.restore()
    say("网络恢复，设备 b 从中心已确认处继续", "the network is back; device b goes on from what is confirmed")
    try await device.sync(quietly: false, batch: 40)
  }

  private func review(_ central: LocalCentral, _ devices: [DemoDevice]) async throws {
    let waiting = try await Operations.listEntries.call(
      EntryQuery(standing: .received, limit: .max), at: central)
    // Every fortieth entry goes back, as a stand-in for a reviewer's eye.
    let returned = stride(from: 20, to: waiting.entries.count, by: 40).map {
      waiting.entries[$0].entry
    }
    let passed = waiting.entries.map(\.entry).filter { !Set(returned).contains($0) }
    let comment = FieldComment(pointer: "/photos", comment: "照片不清，请补拍")
    _ = try await Operations.review.call(
      ReviewRequest(
        entries: returned, level: .county, verdict: .return, comment: "请核对后重报", fields: [comment]),
      at: central)
    _ = try await Operations.review.call(
      ReviewRequest(entries: passed, level: .county, verdict: .pass, comment: "", fields: []),
      at: central)
    say(
      "协调员审核：通过 \(passed.count) 条，退回 \(returned.count) 条",
      "the coordinator passes \(passed.count) and returns \(returned.count)")
    let mended = try await devices[0].mendFirstReturned()
    guard let mended else { return }
    say(
      "设备 a 收到退回，修改并重报一条（\(mended)），复审通过",
      "device a receives what was returned, mends one and sends it again (\(mended)); it passes")
    _ = try await Operations.review.call(
      ReviewRequest(entries: [mended], level: .county, verdict: .pass, comment: "已改正", fields: []),
      at: central)
  }

  private func ledger(_ central: LocalCentral) async throws {
    let rules = try await Operations.costRules.call(CostRulesChange(), at: central)
    let outcome = try await Operations.addExpenses.call(
      ExpenseRequest(
        lines: try LedgerFile.expenses(data + "/expenses.csv", rules: rules).lines,
        acceptsWarnings: true),
      at: central)
    let activities = try await Operations.addActivities.call(
      ActivityRequest(activities: try LedgerFile.activities(data + "/activities.csv")),
      at: central)
    say(
      "登记支出 \(outcome.saved) 条，活动 \(activities.activities.count) 项",
      "\(outcome.saved) lines of spending and \(activities.activities.count) activities are recorded"
    )
  }

  private func reports(_ central: LocalCentral) async throws {
    for kind in ReportRequest.Kind.allCases {
      for format in ReportRequest.Format.allCases {
        let document = try await Operations.report.call(
          ReportRequest(kind: kind, asOf: nil, format: format, language: language), at: central)
        if format == .table {
          Console.data(document.text)
        } else {
          try Data(document.text.utf8).write(
            to: URL(fileURLWithPath: "\(output)/\(kind.rawValue).\(format.rawValue)"))
        }
      }
    }
    say("报表文件在 \(output)/", "the report files are in \(output)/")
    try await headline(central)
  }

  private func headline(_ central: LocalCentral) async throws {
    let completion = try await figures(.completion, central)
    let cost = try await figures(.cost, central)
    let rate = completion[member: "pooled"]?[member: "percent"]?.string ?? "–"
    let ratio = cost[member: "percentOfSpend"]?.string ?? "–"
    let completionVerdict =
      completion[member: "verdict"]?.string
      .flatMap(CompletionVerdict.init)?.name ?? LocalizedText(verbatim: "?")
    let costVerdict =
      cost[member: "verdict"]?.string
      .flatMap(CostVerdict.init)?.name ?? LocalizedText(verbatim: "?")
    Console.say(
      LocalizedText(
        zh: """
          ━━ 单灾种要素调查完成率 \(rate)（目标 ≥ 60%：\(completionVerdict.zh)）
          ━━ 宣传费用比例 \(ratio)（上限 15%：\(costVerdict.zh)）
          """,
        en: """
          ━━ completion of the single-hazard factor survey: \(rate) (target ≥ 60 %: \(completionVerdict.en))
          ━━ publicity-cost ratio: \(ratio) (limit 15 %: \(costVerdict.en))
          """), language)
  }
}
