import CensusDomain

extension StaleDevices {
  /// The silent devices as a section of a paper; nil where there is none.
  public var section: PaperSection? {
    guard !rows.isEmpty else { return nil }
    var table = PaperTable([
      .init(LocalizedText(zh: "设备", en: "Device"), width: 24),
      .init(Wording.surveyor, width: 20),
      .figure(LocalizedText(zh: "登记日期", en: "Enrolled")),
      .figure(LocalizedText(zh: "最近同步", en: "Last sync")),
      .figure(LocalizedText(zh: "未同步天数", en: "Days without sync"), width: 18),
    ])
    for row in rows {
      let source = FigureSource.syncs(device: row.device.device, to: asOf)
      table.add([
        PaperCell(.typed(row.device.device), style: .label),
        .town(row.device.surveyor),
        PaperCell(.day(row.device.enrolled), source: source),
        PaperCell(
          row.device.lastSync.map { .day($0) }
            ?? .none(LocalizedText(zh: "从未同步", en: "Never")), source: source),
        .figure(row.days, source),
      ])
    }
    return PaperSection(
      id: "devices", title: LocalizedText(zh: "久未同步的设备", en: "Devices without a sync"),
      grid: table.grid,
      remarks: [
        LocalizedText(
          zh: "共 \(devices) 台设备，其中 \(rows.count) 台已至少 \(threshold) 天未同步；设备上尚未同步的工作不在任何数字之内。",
          en: """
            \(rows.count) of \(devices) devices have not synchronised for \(threshold) days or more; work that is \
            still on them is in no figure.
            """)
      ])
  }
}
