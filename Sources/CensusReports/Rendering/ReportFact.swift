/// One figure of a report with its label, in the reader's language.
struct ReportFact: Sendable, Hashable {
  /// What the figure is.
  var label: String
  /// The figure.
  var value: String
}
