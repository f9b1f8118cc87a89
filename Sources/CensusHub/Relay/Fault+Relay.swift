import CensusAPI
import CensusDomain

/// What the upper central finds wrong with a relayed line.
extension Fault {
  static func notTheCountys() -> Fault {
    Fault(
      "reviewLevel", at: "/level", zh: "下级中心只能转报县级审核。",
      en: "A lower central forwards reviews of the county only.")
  }

  static func reviewOfNothing() -> Fault {
    Fault(
      "reviewedRevision", at: "/revision", zh: "本中心没有该审核所指的修订。",
      en: "The revision that the review speaks of is not held here.")
  }

  static func enrolledElsewhere(_ device: UniqueID) -> Fault {
    Fault(
      "carrier", at: "/device", zh: "设备 \(device) 直接登记在本中心，或由另一下级中心转报。",
      en: "The device \(device) is enrolled here itself or comes through another central.")
  }

  static func sequenceHeld() -> Fault {
    Fault(
      "sequence", at: "/sequence", zh: "该设备的这一序号在本中心是另一内容。",
      en: "The device's sequence is held here with another content.")
  }
}
