import CensusDomain

extension CompletionReport {
  /// The report as one long table: each row names the table it belongs to and the snapshot.
  ///
  /// Codes and column names are stable and do not depend on the language; names do.
  public func csv(language: Language, byteOrderMark: Bool = false) -> String {
    var rows = [
      row("total", "", Wording.total[language], total, pooled, verdict)
    ]
    rows += hazards.map {
      row("hazard", $0.hazard.rawValue, $0.hazard.name[language], $0.funnel, $0.rate, $0.verdict)
    }
    rows += classes.map {
      let code = $0.hazardClass
      return row("class", code.rawValue, code.name[language], $0.funnel, $0.rate, $0.verdict)
    }
    rows += townships.map { row("township", $0.town, $0.name, $0.funnel, $0.rate, nil) }
    rows += surveyors.map { surveyor in
      let counts = [
        surveyor.recorded, surveyor.received, surveyor.countyPassed, surveyor.cityPassed,
      ]
      return ["surveyor", "", surveyor.surveyor, ""] + counts.map(String.init) + ["", "", "", ""]
        + provenance
    }
    rows += notApplicable.map { hazard in
      ["notApplicable", hazard.hazard.rawValue, hazard.name[language]]
        + [String(hazard.inventoryObjects), "", "", "", "", "", "", "", hazard.reason[language]]
        + provenance
    }
    return CSVWriter(byteOrderMark: byteOrderMark).write(
      header: CompletionReport.csvHeader, rows: rows)
  }

  private static let csvHeader = [
    "table", "code", "name", "shouldSurvey", "recorded", "received", "countyPassed", "cityPassed",
    "done", "percent", "verdict", "note", "asOf", "district", "inventoryVersion", "snapshot",
  ]

  private var provenance: [String] {
    [asOf.description, district, inventoryVersion.map(String.init) ?? "", snapshot]
  }

  private func row(
    _ table: String, _ code: String, _ name: String, _ funnel: Funnel, _ rate: CompletionRate,
    _ verdict: CompletionVerdict?
  ) -> [String] {
    [table, code, name] + Stage.allCases.map { String(funnel.reached($0)) }
      + [String(rate.done), rate.percent ?? "", verdict?.rawValue ?? "", ""]
      + provenance
  }
}
