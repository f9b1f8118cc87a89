import CensusDomain
import CensusReports

extension IndicatorActual {
  /// The value as it is recorded or would be; nil where there is none.
  var recorded: String? {
    switch self {
    case .measured(let ratio): ratio.decimal
    case .judged(let judgement): judgement.text
    case .none: nil
    }
  }

  /// Why there is no value.
  var missing: LocalizedText? {
    if case .none(let reason) = self { reason } else { nil }
  }
}
