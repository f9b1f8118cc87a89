import CensusAPI
import CensusDomain
import CensusForms
import CensusReports

extension PaperMaker {
  /// What was returned up to the snapshot's moment, field by field, and what became of it.
  func problems(
    _ office: PaperOffice, _ snapshot: PaperSnapshot, _ day: CivilDate
  ) throws -> Paper {
    ProblemList(
      try problemRows(upTo: snapshot.moment), asOf: day, districtName: hub.districtName
    ).paper(office: office, snapshot: snapshot)
  }

  /// The problems that reviewers found.
  func problemRows(upTo moment: Timestamp) throws -> [ProblemRow] {
    let version = try records.inventory.newest(upTo: moment)
    var names: [String: String] = [:]
    func name(of code: String) throws -> String {
      if let known = names[code] { return known }
      let name = try records.periods.objects(code, in: version).first?.name ?? ""
      names[code] = name
      return name
    }
    let epoch = Timestamp(milliseconds: 0)
    return try records.periods.returns(after: epoch, upTo: moment).flatMap {
      event -> [ProblemRow] in
      let form = try hub.forms.newest(event.form)
      let objectName = try name(of: event.object)
      func row(_ field: LocalizedText?, _ comment: String) -> ProblemRow {
        let found = event.at.officeDay
        return ProblemRow(
          object: event.object, objectName: objectName, form: event.form,
          formName: form?.title ?? LocalizedText(verbatim: event.form), field: field,
          finding: .comment(comment), level: .serious, foundBy: event.author, foundOn: found,
          due: CivilDate(dayNumber: found.dayNumber + PaperMaker.daysToMend),
          closed: event.followedAt?.officeDay)
      }
      guard !event.fields.isEmpty else { return [row(nil, event.comment)] }
      return event.fields.map { remark in
        let name = remark.pointer.split(separator: "/").first.map(String.init)
        let label = name.flatMap { form?.field($0)?.label }
        return row(label ?? LocalizedText(verbatim: remark.pointer), remark.comment)
      }
    }
  }

  /// Within so many days a returned entry is to be mended: our proposal, for no stored source sets one.
  private static let daysToMend = 7
}
