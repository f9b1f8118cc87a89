import CensusDomain
import CensusReports
import CensusStore
import CensusSync

/// What a sync says to the person.
enum SyncTalk {
  static func tell(_ event: SyncEvent, on line: ProgressLine) {
    switch event {
    case .connected(let unsent, let bytes):
      line.show(
        LocalizedText(
          zh: "已连接；待发送 \(unsent) 条（\(bytes / 1024) KB）",
          en: "connected; \(unsent) to send (\(bytes / 1024) KB)"), always: true)
      line.end()
    case .recovered(let count):
      line.show(
        LocalizedText(
          zh: "上次中断前已到达中心的有 \(count) 条，不再重发",
          en: "\(count) had reached the central before the last cut and are not sent again"),
        always: true)
      line.end()
    case .pushed(let progress):
      line.show(text(of: progress), always: progress.entriesDone == progress.entriesTotal)
    case .settingAside(let sequence, let error):
      line.end()
      line.show(
        LocalizedText(
          zh: "第 \(sequence) 号修订单独发送也被拒，搁置并保存在本机，其余继续：\(error.message.zh)",
          en: """
            revision \(sequence) is refused even alone; it is set aside and kept here, the others go \
            on: \(error.message.en)
            """), always: true)
      line.end()
    case .withdrawn(let count):
      line.end()
      line.show(
        LocalizedText(
          zh: "注意：中心缺少它曾确认的 \(count) 条（可能从备份恢复），现在重新发送",
          en: """
            note: the central lacks \(count) that it had confirmed (it may have been restored from a \
            backup); they are sent again
            """), always: true)
      line.end()
    case .restartedPull:
      line.end()
      line.show(
        LocalizedText(
          zh: "注意：中心不认识本机的更新位置（可能从备份恢复或已更换），从头重新获取，本机数据不受影响",
          en: """
            note: the central does not know this device's place in its changes (it may have been \
            restored or replaced); all are read anew, and what is here stays
            """), always: true)
      line.end()
    case .pulled(let changes):
      if changes > 0 {
        line.show(LocalizedText(zh: "收到更新 \(changes) 项", en: "received \(changes) changes"))
      }
    case .inventory(let version, let objects):
      line.end()
      line.show(
        LocalizedText(
          zh: "收到清查底册第 \(version) 版，\(objects) 个对象",
          en: "received inventory version \(version), \(objects) objects"), always: true)
      line.end()
    case .merged(let resolution):
      line.end()
      line.show(ConflictTalk.merged(resolution), always: true)
      line.end()
    case .attachments(let done, let total, let bytes):
      line.show(
        LocalizedText(
          zh: "附件 \(done)/\(total)，\(bytes / 1024) KB",
          en: "attachments \(done)/\(total), \(bytes / 1024) KB"), always: done == total)
      if done == total { line.end() }
    case .attachmentFailed(let hash, let error):
      line.end()
      line.show(
        LocalizedText(
          zh: "附件 \(hash.description.prefix(12)) 未送达：\(error.message.zh)下次同步再传。",
          en:
            "attachment \(hash.description.prefix(12)) was not sent: \(error.message.en) It goes with the next sync."
        ), always: true)
      line.end()
    case .retrying(let error, let milliseconds):
      line.end()
      let seconds = (milliseconds + 999) / 1000
      line.show(
        LocalizedText(
          zh: "\(error.message.zh) \(seconds) 秒后重试。",
          en: "\(error.message.en) Trying again in \(seconds) s."), always: true)
      line.end()
    case .gaveUp: line.end()
    }
  }

  /// How far the sending has come, in a line.
  static func text(of progress: SyncProgress) -> LocalizedText {
    let (done, total) = (progress.bytesDone / 1024, progress.bytesTotal / 1024)
    var zh = "已确认 \(progress.entriesDone)/\(progress.entriesTotal) 条，\(done)/\(total) KB"
    var en = "confirmed \(progress.entriesDone)/\(progress.entriesTotal), \(done)/\(total) KB"
    if let rate = progress.bytesPerSecond {
      let text = rate < 10_240 ? "\(rate) B/s" : "\(rate / 1024) KB/s"
      zh += "，\(text)"
      en += ", \(text)"
    }
    if let left = progress.secondsLeft, left > 1 {
      zh += "，约剩 \(left) 秒"
      en += ", about \(left) s left"
    }
    return LocalizedText(zh: zh, en: en)
  }

  /// After a cut: that nothing is lost, and how much waits.
  static func tellWhatIsSafe(_ store: DeviceStore, _ language: Language) throws(CensusError) {
    let unsent = try store.unsent().count
    Console.say(
      LocalizedText(
        zh: "同步未完成：已确认的不会重发，其余 \(unsent) 条安全保存在本机。",
        en:
          "The sync did not end: what was confirmed is not sent again, the other \(unsent) are safe here."
      ),
      language)
  }

  static func print(_ report: SyncReport, format: OutputFormat, language: Language) throws {
    func count(_ disposition: Disposition) -> String {
      String(report.answered[disposition.rawValue] ?? 0)
    }
    try Particulars.print(
      report,
      [
        (LocalizedText(zh: "新送达", en: "accepted"), count(.accepted)),
        (LocalizedText(zh: "中心已有", en: "already there"), count(.duplicate)),
        (LocalizedText(zh: "已被替代", en: "superseded"), count(.superseded)),
        (LocalizedText(zh: "有冲突", en: "in conflict"), count(.conflict)),
        (LocalizedText(zh: "自动合并", en: "merged by itself"), String(report.merged.count)),
        (LocalizedText(zh: "被拒收", en: "rejected"), count(.rejected)),
        (LocalizedText(zh: "仍待发送", en: "still waiting"), String(report.unsent)),
        (LocalizedText(zh: "收到更新", en: "changes received"), String(report.changes)),
        (LocalizedText(zh: "附件送达", en: "attachments sent"), String(report.attachments)),
        (
          LocalizedText(zh: "附件仍缺", en: "attachments missing"),
          String(report.attachmentsMissing)
        ),
      ], format: format, language: language)
  }

  /// Names what has to be mended, since a count alone reaches nobody.
  static func tellRefusals(_ store: DeviceStore, _ language: Language) throws(CensusError) {
    for row in try store.entries() where row.state.needsMending {
      Console.say(
        LocalizedText(
          zh: "→ \(row.state.name.zh)：\(row.objectCode) \(row.form)（\(row.entry)）",
          en: "→ \(row.state.name.en): \(row.objectCode) \(row.form) (\(row.entry))"), language)
    }
  }
}
