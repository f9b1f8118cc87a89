import CFormResources
import CensusDomain
import Synchronization

/// The forms that are built into the program, each compiled once.
enum BuiltInForms {
  /// Where a form stands among the resources.
  struct Index: Sendable {
    let code: String
    let version: Int
    let subject: FormSubject
    fileprivate let number: Int32
  }

  /// All of them, in the order of codes and versions.
  ///
  /// The list is written together with the forms, and the tests compare the two.
  static let all: [Index] = (0..<hc_form_count()).compactMap { number in
    let resource = hc_form_at(number)
    return FormSubject(rawValue: String(cString: resource.subject)).map { subject in
      Index(
        code: String(cString: resource.code), version: Int(resource.version), subject: subject,
        number: number)
    }
  }

  private static let compiled = Mutex<[Int32: Form]>([:])

  /// The form at `index`.
  ///
  /// - Throws: ``CensusError`` where it has a mistake, which no tested build has.
  static func form(_ index: Index) throws(CensusError) -> Form {
    if let form = compiled.withLock({ $0[index.number] }) { return form }
    // Two threads may compile it at once; either result will do.
    let resource = hc_form_at(index.number)
    let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.length))
    let form = try FormCatalogue.load(bytes, name: index.code)
    compiled.withLock { $0[index.number] = form }
    return form
  }
}
