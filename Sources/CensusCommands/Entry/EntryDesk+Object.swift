import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

extension EntryDesk {
  /// Fills in what is known of the object whose code was just typed into `object`.
  ///
  /// What the code typed before it had brought along goes; what a person answered stays.
  /// - Throws: ``CensusError`` with code `conflict` where the object has an entry of this form.
  func fillIn(
    _ object: inout JSONObject, before: JSONObject, entry: UniqueID, form: Form
  ) throws(CensusError) {
    guard let code = object["objectCode"]?.string else { return }
    try store.refuseSecondEntry(of: code, form: form, besides: entry)
    let former = try defaults(form: form, objectCode: before["objectCode"]?.string)
    for name in former.names where name != "objectCode" && object[name] == former[name] {
      object[name] = nil
    }
    let known = try defaults(form: form, objectCode: code)
    for member in known where object[member.name] == nil {
      object[member.name] = member.value
    }
    let brought = known.names.filter { object[$0] != before[$0] && $0 != "objectCode" }
    guard !brought.isEmpty else { return }
    let labels = brought.map { FieldText.label($0, of: form) }
    Screen(language).say(
      LocalizedText(
        zh: "  已按清查底册填入：\(labels.map(\.zh).joined(separator: "、"))",
        en: "  filled in from the inventory: \(labels.map(\.en).joined(separator: ", "))"))
  }
}
