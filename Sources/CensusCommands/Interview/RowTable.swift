import CensusDomain
import CensusForms
import CensusJSON
import CensusReports

/// The rows of a list as a small table.
struct RowTable {
  /// The most columns of a cell; what is longer is cut, since the row can be opened.
  private static let widest = 14

  let field: Field
  let rows: [JSONValue]

  /// The table's lines, none wider than `width`; columns that do not fit are left out at the right, and
  /// `…` stands for them.
  func lines(width: Int, _ language: Language) -> [String] {
    var shown = field.members.count
    while true {
      let lines = lines(members: shown, language)
      guard shown > 0, lines.contains(where: { DisplayWidth.of($0) > width }) else { return lines }
      shown -= 1
    }
  }

  private func lines(members count: Int, _ language: Language) -> [String] {
    let members = field.members.prefix(count)
    var columns = [
      TextTable.Column(LocalizedText(zh: "行", en: "row"), alignment: .trailing)
    ]
    columns += members.map { member in
      let isNumber = member.kind == .integer || member.kind == .number
      return TextTable.Column(cut(member.label), alignment: isNumber ? .trailing : .leading)
    }
    if count < field.members.count {
      columns.append(TextTable.Column(LocalizedText(verbatim: "…")))
    }
    let body = rows.enumerated().map { index, row in
      ["\(index + 1)"]
        + members.map { member in
          let value = row[member: member.name].map { text($0, of: member, language) } ?? ""
          return TextWrap.cut(DisplayWidth.printable(value), to: RowTable.widest)
        }
    }
    let table = TextTable(columns: columns, rows: body).render(language: language)
    return table.split(separator: "\n").map { "  " + $0 }
  }

  private func cut(_ label: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: TextWrap.cut(label.zh, to: RowTable.widest),
      en: TextWrap.cut(label.en, to: RowTable.widest))
  }

  /// A value without its unit, which would stand in every row.
  private func text(_ value: JSONValue, of member: Field, _ language: Language) -> String {
    value.numberText ?? FieldText.value(value, of: member, language)
  }
}
