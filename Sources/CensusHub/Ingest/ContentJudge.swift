import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// Judges the content of revisions by their forms and by the sending device's region.
struct ContentJudge {
  private let forms: FormCatalogue
  private let region: RegionCode
  private let today: CivilDate
  /// Compiled once for each form of a batch; a batch has few.
  private var validators: [FormValidator] = []

  init(forms: FormCatalogue, region: RegionCode, today: CivilDate) {
    self.forms = forms
    self.region = region
    self.today = today
  }

  /// Notes in `prepared` what the content names and what is wrong with it.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake.
  mutating func judge(
    _ content: JSONNode, of record: RevisionRecord, into prepared: inout PreparedRevision
  ) throws(CensusError) {
    let object = content[member: "objectCode"]?.string ?? ""
    let town = content[member: "townCode"]?.string ?? ""
    prepared.townCode = town
    guard RegionCode(town).map(region.contains) ?? false else {
      // What lies outside the device's region must not count there, not even as recorded.
      prepared.faults = [.outsideRegion(String(town.prefix(40)), region)]
      return
    }
    guard let validator = try validator(record.form, record.formVersion) else {
      let isKnown = forms.subject(of: record.form) != nil
      prepared.faults = [
        isKnown ? .unknownVersion(record.form, record.formVersion) : .unknownForm(record.form)
      ]
      return
    }
    for finding in validator.validate(content) where finding.level != .note {
      let isExplained = finding.level == .warning && record.reasons[finding.rule]?.isEmpty == false
      if !isExplained { prepared.faults.append(Fault(finding)) }
    }
    prepared.claims = validator.form.claims(of: content)
    prepared.attachments = DeclaredAttachments.hashes(in: content)
    if object.isEmpty {
      if prepared.faults.isEmpty { prepared.faults = [.unnamedObject()] }
    } else if object.utf8.count <= 200 {
      prepared.objectCode = object
    }
  }

  private mutating func validator(_ code: String, _ version: Int) throws(CensusError)
    -> FormValidator?
  {
    if let known = validators.first(where: { $0.form.code == code && $0.form.version == version }) {
      return known
    }
    guard let form = try forms.form(code, version: version) else { return nil }
    let validator = FormValidator(form: form, today: today)
    validators.append(validator)
    return validator
  }
}
