import CFormResources
import Synchronization

/// The forms that are built into the program, each compiled once.
enum BuiltInForms {
  /// Where a form stands among the resources.
  struct Index: Sendable {
    let code: String
    let version: Int
    fileprivate let number: Int32
  }

  /// All of them, in the order of codes and versions.
  static let all: [Index] = (0..<hc_form_count()).map { number in
    let resource = hc_form_at(number)
    return Index(
      code: String(cString: resource.code), version: Int(resource.version), number: number)
  }

  private static let compiled = Mutex<[Int32: Form]>([:])

  /// The form at `index`.
  static func form(_ index: Index) -> Form {
    if let form = compiled.withLock({ $0[index.number] }) { return form }
    // Two threads may compile it at once; either result will do.
    let resource = hc_form_at(index.number)
    let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.length))
    let (form, diagnostics) = FormLoader.load(bytes)
    guard let form else {
      // The tests load each, so no build with a mistaken one is delivered.
      fatalError("The built-in form \(index.code) has mistakes: \(diagnostics)")
    }
    compiled.withLock { $0[index.number] = form }
    return form
  }
}
