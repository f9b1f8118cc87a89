/// The relationships of one part of a workbook: what other parts it names, and as what.
final class Relationships: XMLHandler {
  /// One relationship to another part.
  struct Target {
    let id: String
    /// The last word of its type, which is the same in transitional and strict workbooks.
    let kind: String
    /// The name of the part, without a slash at its front.
    let part: String
  }

  /// All that lead to parts; those that lead outside are left out.
  private(set) var targets: [Target] = []
  private let folder: Substring
  private var isInside = false

  /// - Parameter source: the part whose relationships these are; empty for the package.
  init(of source: String) {
    folder = source[..<(source.lastIndex(of: "/") ?? source.startIndex)]
  }

  /// The part that holds the relationships of `source` (ECMA-376 Part 2, 6.5.2.2).
  static func part(of source: String) -> String {
    guard let slash = source.lastIndex(of: "/") else { return "_rels/\(source).rels" }
    return "\(source[..<slash])/_rels\(source[slash...]).rels"
  }

  /// The part of the only relationship of this kind; nil where there is none.
  func part(_ kind: String) -> String? { targets.first { $0.kind == kind }?.part }

  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool {
    guard isInside else {
      isInside = tag.isNamed("Relationships")
      return isInside
    }
    guard tag.isNamed("Relationship"), tag.text("TargetMode") != "External",
      let id = tag.text("Id"), let type = tag.text("Type"), let target = tag.text("Target")
    else { return false }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    targets.append(Target(id: id, kind: kind, part: resolve(target)))
    return false
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end() {}

  private func resolve(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
