import CensusDomain

/// The check table of a quality sample (质检核查表): error rates and verdicts by township, by form and in all.
///
/// Judged are townships, forms and the whole. A stratum of one form in one township is shown and not judged:
/// most have one or two sampled objects, of which two wrong indicators would condemn what is sound.
public struct QualityReport: Sendable, Hashable {
  /// A part of the sample.
  public struct Row: Sendable, Hashable {
    /// The form's code; nil for all.
    public let form: String?
    /// The township's code; nil for all.
    public let town: String?
    /// What it adds up to.
    public let tally: QualityTally
    /// What is to be said of it.
    public let verdict: QualityVerdict
  }

  /// What it was made from.
  public let input: QualityInput
  /// The whole sample.
  public let total: Row
  /// Each township, by code.
  public let townships: [Row]
  /// Each form, by code.
  public let forms: [Row]
  /// Each form in each township, by codes.
  public let strata: [Row]

  /// Works the tables out.
  public init(_ input: QualityInput) {
    var tallies: [SampleFrame.Stratum: QualityTally] = [:]
    for (stratum, count) in input.frame.strata {
      tallies[stratum, default: QualityTally()].add(frame: count)
    }
    for object in input.objects {
      let stratum = SampleFrame.Stratum(form: object.unit.form, town: object.unit.town)
      tallies[stratum, default: QualityTally()].add(object.finding)
    }
    func row(_ form: String?, _ town: String?) -> Row {
      let tally = tallies.filter { stratum, _ in
        (form ?? stratum.form) == stratum.form && (town ?? stratum.town) == stratum.town
      }.values.reduce(QualityTally(), +)
      return Row(
        form: form, town: town, tally: tally,
        verdict: tally.verdict(input.method, limit: input.limit))
    }
    self.input = input
    total = row(nil, nil)
    townships = Set(tallies.keys.map(\.town)).sorted().map { row(nil, $0) }
    forms = Set(tallies.keys.map(\.form)).sorted().map { row($0, nil) }
    strata = tallies.keys.sorted { ($0.form, $0.town) < ($1.form, $1.town) }
      .map { row($0.form, $0.town) }
  }

  /// The sampled objects that are not yet checked.
  public var pending: [QualityInput.Object] { input.objects.filter { $0.finding == nil } }

  /// The forms and townships that did not pass; empty until every object is checked.
  public var failing: [Row] {
    guard total.verdict != .incomplete else { return [] }
    return (forms + townships).filter { $0.verdict == .failed }
  }

  /// What is to be looked at again, all of what did not pass.
  public var rework: ReworkScope {
    ReworkScope(forms: Set(failing.compactMap(\.form)), towns: Set(failing.compactMap(\.town)))
  }

  /// A form's name, or its code where it is not known.
  func title(of form: String) -> LocalizedText {
    input.formTitles[form] ?? LocalizedText(verbatim: form)
  }
}
