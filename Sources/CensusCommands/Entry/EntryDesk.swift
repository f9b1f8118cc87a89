import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// What the entry commands share: from values to a saved draft and on to a final revision.
struct EntryDesk {
  let store: DeviceStore
  let forms: FormCatalogue
  let language: Language

  init(_ options: GlobalOptions) throws(CensusError) {
    store = try Stores.device(options)
    language = options.language
    forms = try Stores.forms(of: store, language)
  }

  /// What is known before a person is asked: the inventory's object and who fills the form.
  func defaults(form: Form, objectCode: String?) throws(CensusError) -> JSONObject {
    var object = JSONObject()
    func set(_ name: String, _ text: String?) {
      guard let text, let field = form.field(name) else { return }
      ContentBuilder.set(&object, field, to: text)
    }
    set("objectCode", objectCode)
    set("countyCode", store.identity.district.digits)
    set("surveyor", store.identity.surveyor)
    guard let objectCode,
      let hazard = form.subject.hazard,
      let listed = try store.inventoryObject(objectCode, hazard: hazard)
    else { return object }
    set("objectName", listed.name)
    set("townCode", listed.townCode)
    set("lon", listed.longitude.map { "\($0)" })
    set("lat", listed.latitude.map { "\($0)" })
    return object
  }

  func content(_ object: JSONObject) throws(CensusError) -> EntryContent {
    try EntryContent(json: JSONValue.object(object).encodedBytes)
  }

  /// An entry that is opened to be changed.
  struct Opened {
    let view: EntryView
    let form: Form
    /// Its working copy, or what stands.
    var content: JSONObject

    var id: UniqueID { view.row.entry }
  }

  /// Opens the entry whose identifier begins with `word`.
  func open(_ word: String, newest: Bool = false) throws -> Opened {
    let id = try store.find(word)
    let view = try store.entry(id)
    guard case .object(let content) = try JSONValue.parse(view.content) else {
      throw store.unreadable(id)
    }
    guard newest else {
      return Opened(view: view, form: try form(of: view.row), content: content)
    }
    // By the newest version a mapping counts from the first look on.
    let form = try forms.require(view.row.form)
    let carried = form.earlierVersion(view.row.formVersion)?.carried(.object(content)).object
    return Opened(view: view, form: form, content: carried ?? content)
  }

  /// The form with which an entry was filled.
  func form(of row: EntryRow) throws(CensusError) -> Form {
    if let form = try forms.form(row.form, version: row.formVersion) { return form }
    return try forms.require(row.form)
  }
}
