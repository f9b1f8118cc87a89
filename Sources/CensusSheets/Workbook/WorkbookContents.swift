/// The part that lists a workbook's sheets and names.
final class WorkbookContents: XMLHandler {
  /// A sheet as it is listed.
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private enum Place { case document, workbook, sheets, names, name }

  private(set) var sheets: [Sheet] = []
  /// What the names of the whole workbook stand for; those of single sheets are left out.
  private(set) var names: [String: String] = [:]
  private(set) var is1904 = false
  private var place = Place.document
  private var name = ""
  private var value: [UInt8] = []

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    switch place {
    case .document:
      guard tag.isNamed("workbook") else {
        throw WorkbookFault("它不是工作簿的主部件", "it is not the main part of a workbook")
      }
      place = .workbook
      return true
    case .workbook:
      if tag.isNamed("workbookPr") {
        is1904 = ["1", "true", "on"].contains(tag.text("date1904"))
      } else if tag.isNamed("sheets") {
        place = .sheets
        return true
      } else if tag.isNamed("definedNames") {
        place = .names
        return true
      }
    case .sheets:
      if tag.isNamed("sheet"), let name = tag.text("name"),
        let relationship = tag.text("id", in: Namespaces.relationshipID)
      {
        let isHidden = tag.text("state").map { $0 != "visible" } ?? false
        sheets.append(Sheet(name: name, relationship: relationship, isHidden: isHidden))
      }
    case .names:
      guard tag.isNamed("definedName"), tag["localSheetId"] == nil, let name = tag.text("name")
      else { return false }
      self.name = name
      value.removeAll()
      place = .name
      return true
    case .name: break
    }
    return false
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if place == .name { value += bytes }
  }

  func end() {
    switch place {
    case .name:
      names[name] = String(decoding: value, as: UTF8.self)
      place = .names
    case .names, .sheets: place = .workbook
    case .workbook, .document: place = .document
    }
  }
}
