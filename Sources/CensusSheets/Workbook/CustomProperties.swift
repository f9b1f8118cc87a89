/// The part that holds what programs noted of a workbook under names of their own.
final class CustomProperties: XMLHandler {
  private enum Place { case document, properties, property, value }

  private(set) var values: [String: String] = [:]
  private var place = Place.document
  private var name = ""
  private var value: [UInt8] = []

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    switch place {
    case .document: place = .properties
    case .properties:
      guard tag.isNamed("property"), let name = tag.text("name") else { return false }
      self.name = name
      place = .property
    case .property:
      value.removeAll()
      place = .value
    case .value: return false
    }
    return true
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if place == .value { value += bytes }
  }

  func end() {
    switch place {
    case .value:
      values[name] = String(decoding: value, as: UTF8.self)
      place = .property
    case .property: place = .properties
    case .properties, .document: place = .document
    }
  }
}
