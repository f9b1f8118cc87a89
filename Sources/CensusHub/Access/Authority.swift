import CensusDomain

/// The rights that an operation can ask for.
enum Right {
  /// Reads figures and the inventory's summary.
  case readReports
  /// Reviews, keeps inventory and ledger, enrols devices.
  case coordinate
}

extension Caller {
  /// Refuses a caller whose role does not give `right`.
  func require(_ right: Right) throws(CensusError) {
    let has =
      switch right {
      case .readReports: role.mayReadReports
      case .coordinate: role.mayCoordinate
      }
    guard has else {
      throw CensusError(
        .permission, zh: "“\(name)”没有此项权限。", en: "“\(name)” has no right to do this.",
        remedy: LocalizedText(
          zh: "请由协调员办理，或向协调员申请权限。",
          en: "Ask a coordinator to do it or to give you the right."))
    }
  }

  /// Refuses a caller whose region does not hold all of `region`.
  func require(reaching region: RegionCode) throws(CensusError) {
    guard reaches(region) else {
      throw CensusError(
        .permission, zh: "“\(name)”的权限不包括 \(region)。",
        en: "The rights of “\(name)” do not include \(region).",
        remedy: LocalizedText(
          zh: "请由负责该区域的协调员办理。", en: "Ask the coordinator of that region."))
    }
  }

  /// Whether the caller stands for the city: its region is the city's or wider, or the machine's own.
  var isOfTheCity: Bool {
    guard let region else { return true }
    return region.digits.utf8.count <= 4
  }
}
