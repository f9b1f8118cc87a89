import CensusDomain
import CensusForms

/// Forms from any bytes; one that is refused has to be told why.
enum FormTarget {
  static func run(_ bytes: [UInt8]) {
    let (form, diagnostics) = FormLoader.load(bytes)
    precondition((form == nil) != diagnostics.isEmpty, "refused without a reason")
  }
}
