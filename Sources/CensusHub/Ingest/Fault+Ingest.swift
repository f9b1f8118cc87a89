import CensusAPI
import CensusDomain
import CensusForms

/// The central's own rules; a form's rules come with the form.
extension Fault {
  init(_ rule: String, at pointer: String = "", zh: String, en: String) {
    self.init(pointer: pointer, rule: rule, message: LocalizedText(zh: zh, en: en))
  }

  init(_ finding: Finding) {
    self.init(pointer: finding.pointer, rule: finding.rule, message: finding.message)
  }

  static func damaged() -> Fault {
    Fault(
      "hash", zh: "修订内容与其摘要不符，可能在存储或传输中损坏。",
      en: "The revision does not agree with its hash; it was damaged on the way or at rest.")
  }

  static func undelivered(_ line: VoidLine) -> Fault {
    switch line.reason {
    case .damaged:
      Fault(
        "void", zh: "该修订在设备上已损坏，无法送达；请在设备上重新填写该记录。",
        en: "The revision was damaged on its device and cannot be delivered; fill the entry again.")
    case .refused:
      Fault(
        "void", zh: "含该修订的批次三次被拒，已单独搁置，内容保存在设备上：\(line.detail)",
        en: """
          Batches with this revision were refused three times; it was set aside and is kept on its \
          device: \(line.detail)
          """)
    }
  }

  static func foreignDevice(_ device: UniqueID) -> Fault {
    Fault(
      "device", at: "/device", zh: "该修订属于另一台设备 \(device)。",
      en: "The revision is another device's, \(device).")
  }

  static func unknownForm(_ code: String) -> Fault {
    Fault(
      "unknownForm", at: "/form", zh: "中心没有调查表“\(code)”，请升级中心或在中心添加该表。",
      en: "The central does not have the form “\(code)”; upgrade it or add the form to it.")
  }

  static func unknownVersion(_ code: String, _ version: Int) -> Fault {
    Fault(
      "unknownFormVersion", at: "/formVersion",
      zh: "中心没有调查表“\(code)”的第 \(version) 版，请在中心添加该版本。",
      en: "The central does not have version \(version) of the form “\(code)”; add it there.")
  }

  static func unnamedObject() -> Fault {
    Fault(
      "objectCode", at: "/objectCode", zh: "没有填写对象编码。", en: "The object's code is missing.")
  }

  static func outsideRegion(_ town: String, _ region: RegionCode) -> Fault {
    Fault(
      "region", at: "/townCode", zh: "“\(town)”不在该设备的区域 \(region) 之内。",
      en: "“\(town)” is not within the device's region, \(region).")
  }

  static func objectOutsideRegion(_ code: String, _ region: RegionCode) -> Fault {
    Fault(
      "objectRegion", at: "/objectCode", zh: "底册中对象 \(code) 不在该设备的区域 \(region) 之内。",
      en: "By the inventory the object \(code) is not within the device's region, \(region).")
  }

  static func entryOutsideRegion(_ region: RegionCode) -> Fault {
    Fault(
      "entryRegion", zh: "该调查记录不在该设备的区域 \(region) 之内，不能由它修改。",
      en: "The entry is not within the device's region, \(region), and cannot be changed from it.")
  }

  static func otherForm(_ known: String) -> Fault {
    Fault(
      "formChanged", at: "/form", zh: "该调查记录原来用的是调查表“\(known)”，不能换表。",
      en: "The entry was begun with the form “\(known)” and cannot change to another.")
  }

  static func unknownParent() -> Fault {
    Fault(
      "parentUnknown", at: "/parent", zh: "中心没有该修订所依据的上一修订。",
      en: "The central does not have the revision that this one was made from.")
  }
}
